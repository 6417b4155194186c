"""Cues that are no verbs: adpositions, nouns, colons; and quotes with no cue at all."""

from collections.abc import Iterator, Sequence

from counterclaim.records import Article, Attribution, Extent
from counterclaim.stages.attribute.cues import can_speak
from counterclaim.stages.attribute.quotes import quotes_in
from counterclaim.stages.attribute.tree import Tree
from counterclaim.values.acts import ActWords

ATTITUDES = frozenset({"condemn", "praise", "support", "oppose", "demand"})
"""Acts towards a thing, which do not say that it was so."""

LONGEST_LABEL = 12
"""Tokens that a speaker's description before a colon may have."""


def preposition_cues(tree: Tree, quotes: Sequence[Extent], acts: ActWords) -> Iterator[Attribution]:
    """Read "according to X", "from the perspective of X", "in the eyes of X", "for X, …"."""
    phrases: dict[str, list[tuple[str, ...]]] = {"for": []}
    for phrase in (*acts.source_prepositions, *acts.perspective):
        words = tuple(phrase.split())
        phrases.setdefault(words[0], []).append(words)
    for i, word in enumerate(tree.words):
        if word not in phrases:
            continue
        stands = next((p for p in phrases[word] if tree.words[i : i + len(p)] == p), None)
        if stands is not None:
            found = _prepositional(tree, i, i + len(stands) - 1, acts)
        else:
            found = _for(tree, i, acts) if word == "for" else None
        if found is not None:
            yield found


def _prepositional(tree: Tree, first: int, last: int, acts: ActWords) -> Attribution | None:
    objects = tree.kids(last, "pobj", "pcomp")
    if not objects:
        return None
    named = objects[0]
    if tree.low(first) == "according" and not _heard(tree, named, acts):
        return None
    start, end = tree.sentence(first)
    source = _source_words(tree, named, last + 1, tree.right[named])
    if source is None:
        return None
    source_last = source[1]
    extents = _rest(tree, start, end, first, source_last, acts)
    trimmed = tree.trimmed(last + 1, source_last)
    if not extents or trimmed is None:
        return None
    return Attribution(source=(trimmed,), cue=(tree.extent(first, last),), content=extents)


def _heard(tree: Tree, named: int, acts: ActWords) -> bool:
    """Whether something can be heard or read: "according to type", "to their type" name no source."""
    if can_speak(tree, named, acts) or tree.lemma(named) in acts.nouns or tree.tokens[named].pos != "NOUN":
        return True
    owned = any(tree.low(k) in ("their", "its") for k in tree.kids(named, "poss"))
    told = [k for k in tree.children[named] if tree.tokens[k].dep not in ("conj", "cc", "punct")]
    bare = tree.tokens[named].tag == "NN" and not told
    return not (owned or bare)


def _source_words(tree: Tree, named: int, first: int, last: int) -> tuple[int, int] | None:
    """The words of a source, without the clause that a lost comma let run into it."""
    sentence_end = tree.sentence(named)[1]
    last = min(last, sentence_end - 1)
    return (first, last) if last >= first else None


def _rest(tree: Tree, start: int, end: int, first: int, last: int, acts: ActWords) -> tuple[Extent, ...]:
    """What the sentence says beside an adverbial from `first` to `last`: the clause it hangs on."""
    head = tree.tokens[first].head
    for _ in range(4):
        token = tree.tokens[head]
        if token.dep == "acl" and _told_of(tree, head, acts):
            break
        if token.dep == "ccomp" and not acts.verbs.get(tree.lemma(token.head)):
            head = token.head
            continue
        if (
            token.pos in ("VERB", "AUX")
            and token.dep in ("ROOT", "ccomp", "conj", "advcl", "parataxis", "relcl")
        ) or token.head == head:
            break
        head = token.head
    low, high = tree.left[head], tree.right[head]
    if (
        tree.tokens[head].dep in ("relcl", "acl", "advcl")
        and end - last <= 2
        and not _told_of(tree, head, acts)
    ):
        low, high = start, end - 1
    low, high = max(start, low), min(end - 1, high)
    return tuple(tree.pieces(low, high, [(first, last)]))


def _told_of(tree: Tree, clause: int, acts: ActWords) -> bool:
    """Whether a clause is about a thing that somebody condemns or praises, and so stands for itself."""
    if tree.tokens[clause].dep not in ("relcl", "acl"):
        return False
    above = tree.tokens[clause].head
    for _ in range(4):
        cues = acts.verbs.get(tree.lemma(above), {})
        if tree.tokens[above].pos == "VERB":
            return any(c.act in ATTITUDES for c in cues.values())
        above = tree.tokens[above].head
    return False


def _for(tree: Tree, i: int, acts: ActWords) -> Attribution | None:
    """Read "For X, the war is …": at a sentence's start, X a person by full name, a comma behind."""
    start, end = tree.sentence(i)
    objects = tree.kids(i, "pobj")
    if i != start or not objects:
        return None
    named = objects[0]
    many = tree.lemma(named) in acts.people and tree.tokens[named].tag in ("NNS", "NNPS")
    full = tree.tokens[named].entity == "PERSON" and any(
        tree.tokens[k].pos == "PROPN" for k in tree.kids(named, "compound")
    )
    head = tree.tokens[i].head
    token = tree.tokens[head]
    if not (many or full) or head < i or token.pos not in ("VERB", "AUX") or token.tag in ("VB", "VBG"):
        return None
    last = _last_comma(tree, named, head)
    if last is None or last + 1 >= head:
        return None
    states = tree.kids(head, "attr", "acomp", "auxpass", "expl") or token.tag == "VBN"
    extents = tuple(tree.pieces(last + 1, min(end - 1, tree.right[head]), ()))
    trimmed = tree.trimmed(i + 1, last)
    if not states or not extents or trimmed is None:
        return None
    return Attribution(source=(trimmed,), cue=(tree.extent(i, i),), content=extents)


def _last_comma(tree: Tree, named: int, head: int) -> int | None:
    """The comma that ends a person's description: the last before the subject of the clause's verb.

    The subject may have been taken for a further apposition, when the verb has none.
    """
    subjects = tree.kids(head, "nsubj", "nsubjpass", "expl")
    before = tree.left[subjects[0]] if subjects else head
    commas = [c for c in range(named, before) if tree.tokens[c].text == ","]
    if subjects:
        return commas[-1] if commas and commas[-1] == before - 1 else None
    appositions = [a for a in tree.kids(named, "appos") if tree.right[a] < head]
    if not commas or not appositions or tree.left[appositions[-1]] != commas[-1] + 1:
        return None
    return commas[-1]


def colon_cues(
    article: Article, tree: Tree, quotes: Sequence[Extent], found: Sequence[Attribution], acts: ActWords
) -> Iterator[Attribution]:
    """Read "One resident: “…”": a speaker, a colon and a quote, or the rest of the paragraph."""
    held = [c for a in found for c in a.content]
    for i, token in enumerate(tree.tokens):
        if token.text != ":" or i == 0:
            continue
        start, _ = tree.sentence(i)
        quote = next(iter(quotes_in(quotes, token.end, token.end + 3)), None)
        if quote is None or quote[0] < token.end or any(s < quote[1] and quote[0] < e for s, e in held):
            continue
        head = next(
            (
                j
                for j in range(i - 1, start - 1, -1)
                if tree.tokens[j].head < start or tree.tokens[j].head >= i or tree.tokens[j].head == j
            ),
            None,
        )
        if i - start > LONGEST_LABEL or head is None or not can_speak(tree, head, acts):
            continue
        source = tree.trimmed(start, i - 1)
        if source:
            yield Attribution(source=(source,), cue=((token.start, token.end),), content=(quote,))


__all__ = ["colon_cues", "preposition_cues"]
