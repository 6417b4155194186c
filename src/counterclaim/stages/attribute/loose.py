"""Content that syntax does not tie to its cue: quotes beside it, clauses before it, lost commas."""

from collections.abc import Sequence

from counterclaim.records import Extent
from counterclaim.stages.attribute.content import joined
from counterclaim.stages.attribute.cues import Subject
from counterclaim.stages.attribute.quotes import quotes_in
from counterclaim.stages.attribute.tree import Tree
from counterclaim.values.acts import ActWords

GAP = 4
"""Characters that may stand between a cue and the quote it introduces or follows."""

STOPS = frozenset(".!?")
"""What ends a sentence: a quote behind it is another's."""

LONGEST_SOURCE = 14
"""Tokens that a source found by its place alone may have."""

TRAILERS = frozenset(
    {
        "prep",
        "npadvmod",
        "advmod",
        "dative",
        "punct",
        "dobj",
        "tmod",
        "aux",
        "prt",
        "nsubj",
        "conj",
        "cc",
        "advcl",
    }
)


def loose_content(
    tree: Tree, quotes: Sequence[Extent], verb: int, subject: Subject, around: Extent
) -> tuple[Extent, ...]:
    """The quotes right before and right behind the words that hang on a verb."""
    sentence = tree.sentence(verb)
    first = min(verb, subject.first) if subject.head is not None and not subject.inherited else verb
    start = tree.tokens[first].start
    last = max(
        (
            tree.right[k]
            for k in tree.children[verb]
            if k > verb
            and tree.tokens[k].dep in TRAILERS - {"advcl", "conj", "cc"}
            and tree.tokens[k].text not in STOPS
        ),
        default=verb,
    )
    last = max(last, verb, subject.last if subject.head is not None and not subject.inherited else verb)
    end = tree.tokens[min(last, sentence[1] - 1)].end
    found: list[Extent] = []
    near = quotes_in(quotes, max(0, start - GAP), end + GAP)
    for quote in near:
        if (
            (
                quote[1] <= start
                and tree.text[quote[1] : start].strip(" ,.\n") == ""
                and "\n" not in tree.text[quote[1] : start]
            )
            or (quote[0] >= around[1] and tree.text[end : quote[0]].strip(" ,:\n") == "" and not found)
            or (around[1] <= quote[0] <= end and not found)
        ):
            found.append(quote)
    return joined(tree.text, found)


def trailing_clause(tree: Tree, verb: int, subject: Subject, acts: ActWords) -> tuple[Extent, ...]:
    """What stands before "the monitor said" at a sentence's end where the comma is lost."""
    if subject.head is None or subject.passive or subject.inherited:
        return ()
    if tree.tokens[verb].tag not in ("VBD", "VBZ", "VBP"):
        return ()
    start, end = tree.sentence(verb)
    if subject.first > verb:
        behind = range(subject.last + 1, end)
        before = verb
    else:
        behind = range(verb + 1, end)
        before = subject.first
    if before - start < 3 or sum(1 for i in behind if tree.tokens[i].pos != "PUNCT") > 8:
        return ()
    if not any(tree.tokens[i].pos in ("VERB", "AUX") for i in range(start, before)):
        return ()
    if any(tree.tokens[i].pos == "VERB" for i in behind):
        return ()
    extent = tree.trimmed(start, before - 1)
    return (extent,) if extent else ()


def loose_source(tree: Tree, verb: int, content: Sequence[Extent]) -> tuple[Extent, ...]:
    """The words between a content and "said" where syntax gives the verb no subject."""
    start = tree.sentence(verb)[0]
    before = [e for _, e in content if e <= tree.tokens[verb].start]
    if before:
        first = next((i for i in range(start, verb) if tree.tokens[i].start >= max(before)), verb)
        chosen = range(first, verb)
    else:
        return ()
    if not 0 < len(chosen) <= LONGEST_SOURCE or any(tree.tokens[i].pos in ("VERB", "AUX") for i in chosen):
        return ()
    if not any(tree.tokens[i].pos in ("NOUN", "PROPN", "PRON") for i in chosen):
        return ()
    extent = tree.trimmed(chosen[0], chosen[-1])
    return (extent,) if extent else ()
