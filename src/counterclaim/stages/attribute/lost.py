"""Sentences whose commas are lost: "Ten people were killed in Orvane state television reported".

A parser takes the source for a part of what is said. Here it is found by its place: the noun phrase that ends
right before the verb of saying, or begins right behind it, and can speak.
"""

from collections.abc import Iterator, Sequence

from counterclaim.records import Attribution, Extent
from counterclaim.stages.attribute.content import tidy, with_quotes
from counterclaim.stages.attribute.cues import OWN_PERSONS, cue_extents, frames_of
from counterclaim.stages.attribute.phrases import LONGEST, Phrase, phrase_before, phrase_behind
from counterclaim.stages.attribute.quotes import quote_at
from counterclaim.stages.attribute.tree import Tree
from counterclaim.stages.attribute.untangle import Hit
from counterclaim.values.acts import ActWords

FINITE = frozenset({"VBD", "VBZ", "VBP"})
HELPED = ("aux", "auxpass", "agent", "nsubjpass")
HEARD = frozenset({"tell", "warn", "explain"})
"""Verbs that do not stand before their source."""

FEWEST_BEFORE = 3
"""Tokens that a clause before "the monitor said" has at least."""

BARRING = frozenset(
    {"that", "if", "because", "how", "whether", "than", "like", "although", "though", "while", "as"}
)
"""Words before a source that make "the monitor said" a clause of their own."""

CLOSING = frozenset(
    {
        "in",
        "on",
        "at",
        "after",
        "without",
        "during",
        "from",
        "as",
        "late",
        "early",
        "later",
        "citing",
        "earlier",
    }
)
CLOSING_MARKS = frozenset("\"”’'»")
JOINING = frozenset({"and", "but", "because"})


def lost_commas(tree: Tree, quotes: Sequence[Extent], hits: Sequence[Hit], acts: ActWords) -> Iterator[Hit]:
    """Attributions that lost commas hide from the syntax, where no other reading has the verb."""
    taken = {h.at: h for h in hits}
    for verb, lemma in enumerate(tree.lemmas):
        if lemma not in acts.parenthetic or "clause" not in (frames := frames_of(tree, verb, acts)):
            continue
        token = tree.tokens[verb]
        participle = token.tag == "VBN" and token.dep in ("acl", "advcl") and not tree.kids(verb, *HELPED)
        if token.tag not in FINITE and not participle:
            continue
        if quote_at(quotes, token.start) is not None or tree.kids(verb, "neg"):
            continue
        inverts = not participle and lemma not in HEARD
        found = _behind(tree, verb, acts) if inverts and _misread(tree, taken.get(verb)) else None
        if found is None and (verb not in taken or _swollen(tree, taken[verb])):
            found = _after_quote(tree, quotes, verb) or _before(tree, verb, acts)
        if found is None:
            continue
        source, content = found
        extents = tuple(e for a, b in content if (e := tree.trimmed(a, b)))
        cue, spoken = cue_extents(tree, verb), tree.trimmed(source.first, source.last)
        if spoken is None or not extents:
            continue
        around = (min(cue[0][0], spoken[0]), max(cue[-1][1], spoken[1]))
        extents = tidy(tree.text, with_quotes(tree.text, extents, quotes, around))
        attribution = Attribution(source=(spoken,), cue=cue, content=extents)
        yield Hit(attribution=attribution, act=frames["clause"].act, frame="clause", at=verb)


Found = tuple[Phrase, list[tuple[int, int]]]


def _misread(tree: Tree, hit: Hit | None) -> bool:
    """Whether a verb has no reading, or one whose source is another verb's object: "wounded ten said …"."""
    if hit is None:
        return True
    start, source = tree.sentence(hit.at)[0], hit.attribution.source
    if not source or source[0][1] > tree.tokens[hit.at].start:
        return False
    first = next(i for i in range(start, hit.at + 1) if tree.tokens[i].start >= source[0][0])
    return first > start and tree.tokens[first - 1].tag in ("VBD", "VBN", "VBG")


def _swollen(tree: Tree, hit: Hit) -> bool:
    """Whether a source has swallowed what is said: long, with a participle in it, behind "with" or a verb."""
    source, start = hit.attribution.source, tree.sentence(hit.at)[0]
    if not source or source[0][1] > tree.tokens[hit.at].start:
        return False
    first = next(i for i in range(start, hit.at + 1) if tree.tokens[i].start >= source[0][0])
    long = hit.at - first > LONGEST
    return long and first > start and tree.tokens[first - 1].pos in ("ADP", "SCONJ", "VERB")


def _after_quote(tree: Tree, quotes: Sequence[Extent], verb: int) -> Found | None:
    """Read "“…” the spokesman Ivo Lenn said": the words between a quote and the verb are the source."""
    start = tree.sentence(verb)[0]
    for first in range(verb - 1, max(start, verb - LONGEST) - 1, -1):
        before = tree.tokens[first - 1] if first > start else None
        if tree.tokens[first].pos in ("VERB", "AUX") and tree.tokens[first].tag in FINITE:
            return None
        if before is not None and any(e == before.end for _, e in quotes) and before.text in CLOSING_MARKS:
            if tree.tokens[first].pos == "PUNCT" or tree.tokens[verb - 1].pos not in (
                "NOUN",
                "PROPN",
                "PRON",
            ):
                return None
            return Phrase(first=first, last=verb - 1, head=verb - 1), [(start, first - 1)]
    return None


def _clausal(tree: Tree, start: int, end: int) -> bool:
    """Whether tokens hold a finite verb."""
    return any(
        tree.tokens[i].tag in (*FINITE, "MD") and tree.tokens[i].dep != "relcl" for i in range(start, end)
    )


def _behind(tree: Tree, verb: int, acts: ActWords) -> Found | None:
    """Read "…, said the monitor": the source right behind the verb, nothing said behind it."""
    start, end = tree.sentence(verb)
    if verb - start < FEWEST_BEFORE or not _clausal(tree, start, verb):
        return None
    source = phrase_behind(tree, verb + 1, end, acts)
    if source is None:
        return None
    after = source.last + 1
    relative = after < end and tree.tokens[after].tag in ("WDT", "WP", "VBG")
    if not relative and _clausal(tree, after, end):
        return None
    return source, [(start, verb - 1)]


def _before(tree: Tree, verb: int, acts: ActWords) -> Found | None:
    """Read "… the monitor said", with or without words behind, and "in the town residents said …"."""
    start, end = tree.sentence(verb)
    source = phrase_before(tree, verb - 1, start, acts)
    if source is None or source.first - start < FEWEST_BEFORE or tree.low(source.head) in OWN_PERSONS:
        return None
    before = source.first - 1
    if tree.low(before) in BARRING or tree.tokens[before].tag[:1] == "W":
        return None
    if tree.tokens[before].pos in ("ADP", "AUX", "DET", "PRON", "PART") or tree.tokens[before].tag == "MD":
        return None
    said_before = _clausal(tree, start, source.first)
    heard = tree.lemma(verb) == "tell"
    after = max([verb, *(tree.right[k] for k in tree.kids(verb, "dobj", "dative") if heard)]) + 1
    while after < end and tree.tokens[after].pos == "PUNCT" and after + 1 < end:
        after += 1
    if after >= end or tree.tokens[after].pos == "PUNCT":
        return (source, [(start, before)]) if said_before else None
    following = tree.tokens[after]
    if said_before and tree.low(after) in JOINING:
        return source, [(start, before), (after, end - 1)]
    closing = tree.low(after) in CLOSING or following.tag == "VBG" or following.entity in ("DATE", "TIME")
    if said_before and closing and not _resumes(tree, after, end):
        return source, [(start, before)]
    if (
        not said_before
        and tree.tokens[verb].tag in FINITE
        and tree.tokens[verb].dep == "ROOT"
        and _clausal(tree, after, end)
    ):
        return source, [(after, end - 1)]
    return None


def _resumes(tree: Tree, after: int, end: int) -> bool:
    """Whether the words behind "said" hold a clause that is what was said: "said on Monday the town …"."""
    if tree.tokens[after].tag == "VBG" or tree.low(after) in ("as", "after"):
        return False
    for i in range(after, end):
        if tree.tokens[i].tag == "VBG":
            return False
        if tree.tokens[i].tag in (*FINITE, "MD"):
            return True
    return False
