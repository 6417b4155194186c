"""Cues that are no verbs: adpositions, nouns, colons; and quotes with no cue at all."""

from collections.abc import Iterator, Sequence

from counterclaim.records import Article, Attribution, Extent, Parse
from counterclaim.stages.attribute.content import joined
from counterclaim.stages.attribute.cues import RELATIVE, can_speak
from counterclaim.stages.attribute.quotes import quotes_in
from counterclaim.stages.attribute.tree import Tree
from counterclaim.values.acts import ActWords

LONGEST_LABEL = 12
"""Tokens that a speaker's description before a colon may have."""

FEWEST_QUOTED = 5
"""Words from which a quote without a cue, that fills a paragraph, is speech and no title or scare quote."""


def preposition_cues(tree: Tree, quotes: Sequence[Extent], acts: ActWords) -> Iterator[Attribution]:
    """Read "according to X", "from the perspective of X", "in the eyes of X", "for X, …"."""
    phrases = [(tuple(p.split()), True) for p in acts.source_prepositions] + [
        (tuple(p.split()), False) for p in acts.perspective
    ]
    for i in range(len(tree.tokens)):
        for words, _ in phrases:
            if (
                tree.low(i) == words[0]
                and tuple(tree.low(j) for j in range(i, min(i + len(words), len(tree.tokens)))) == words
            ):
                found = _prepositional(tree, i, i + len(words) - 1)
                if found is not None:
                    yield found
                break
        else:
            found = _for(tree, i, acts) if tree.low(i) == "for" else None
            if found is not None:
                yield found


def _prepositional(tree: Tree, first: int, last: int) -> Attribution | None:
    objects = tree.kids(last, "pobj", "pcomp")
    if not objects:
        return None
    named = objects[0]
    start, end = tree.sentence(first)
    source = _source_words(tree, named, last + 1, tree.right[named])
    if source is None:
        return None
    source_last = source[1]
    extents = _rest(tree, start, end, first, source_last)
    trimmed = tree.trimmed(last + 1, source_last)
    if not extents or trimmed is None:
        return None
    return Attribution(source=(trimmed,), cue=(tree.extent(first, last),), content=extents)


def _source_words(tree: Tree, named: int, first: int, last: int) -> tuple[int, int] | None:
    """The words of a source, without the clause that a lost comma let run into it."""
    sentence_end = tree.sentence(named)[1]
    last = min(last, sentence_end - 1)
    return (first, last) if last >= first else None


def _rest(tree: Tree, start: int, end: int, first: int, last: int) -> tuple[Extent, ...]:
    """What the sentence says beside an adverbial from `first` to `last`: the clause it hangs on."""
    head = tree.tokens[first].head
    for _ in range(4):
        token = tree.tokens[head]
        if (
            token.pos in ("VERB", "AUX")
            and token.dep in ("ROOT", "ccomp", "conj", "advcl", "parataxis", "relcl")
        ) or token.head == head:
            break
        head = token.head
    low, high = tree.left[head], tree.right[head]
    low, high = max(start, low), min(end - 1, high)
    return tuple(tree.pieces(low, high, [(first, last)]))


def _for(tree: Tree, i: int, acts: ActWords) -> Attribution | None:
    """Read "For X, the war is …": at a sentence's start, X a person or people, a comma or a clause behind."""
    start, end = tree.sentence(i)
    objects = tree.kids(i, "pobj")
    if i != start or not objects:
        return None
    named = objects[0]
    if (
        tree.tokens[named].entity not in ("PERSON", "NORP")
        and not (tree.lemma(named) in acts.people and tree.tokens[named].tag in ("NNS", "NNPS"))
        and tree.low(named) not in ("some", "many", "others", "him", "her", "them")
    ):
        return None
    head = tree.tokens[i].head
    token = tree.tokens[head]
    if head < i or token.pos not in ("VERB", "AUX") or not tree.kids(head, "nsubj", "nsubjpass", "expl"):
        return None
    last = tree.right[named]
    if last + 1 >= end or (tree.tokens[last + 1].text != "," and tree.tokens[last].text != ","):
        return None
    extents = _rest(tree, start, end, i, last)
    trimmed = tree.trimmed(i + 1, last)
    if not extents or trimmed is None:
        return None
    return Attribution(source=(trimmed,), cue=(tree.extent(i, i),), content=extents)


def noun_cues(tree: Tree, acts: ActWords) -> Iterator[Attribution]:
    """Read "X's claim that …", "reports of …", "allegations that …"."""
    for i, token in enumerate(tree.tokens):
        if token.pos != "NOUN" or tree.lemma(i) not in acts.nouns:
            continue
        clause = next((c for c in tree.kids(i, "acl", "relcl", "ccomp") if _that(tree, c)), None)
        owner = next(iter(tree.kids(i, "poss")), None)
        if clause is not None:
            content = tree.trimmed(max(tree.left[clause], i + 1), tree.right[clause])
        else:
            holder = next((p for p in tree.kids(i, "prep") if tree.low(p) in ("of", "about")), None)
            if holder is None or (owner is None and acts.nouns[tree.lemma(i)].stance != "hedging"):
                continue
            if tree.low(holder) == "of" and owner is None and token.tag != "NNS":
                continue
            content = tree.trimmed(holder + 1, tree.right[holder])
        if content is None:
            continue
        source: tuple[Extent, ...] = ()
        if (owner is not None and can_speak(tree, owner, acts)) or (
            owner is not None and tree.tokens[owner].tag == "PRP$"
        ):
            last = tree.right[owner]
            extent = tree.trimmed(tree.left[owner], last)
            source = (extent,) if extent else ()
        yield Attribution(source=source, cue=(tree.extent(i, i),), content=(content,))


def _that(tree: Tree, clause: int) -> bool:
    return any(tree.low(k) == "that" and tree.tokens[k].dep == "mark" for k in tree.children[clause])


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


def left_quotes(
    article: Article, tree: Tree, quotes: Sequence[Extent], found: Sequence[Attribution]
) -> Iterator[Attribution]:
    """Quotes that fill a paragraph and have no cue: the speaker before goes on."""
    held = [c for a in found for c in a.content]
    for part in article.parts:
        inside = quotes_in(quotes, part.start, part.end)
        free = [q for q in inside if not any(s < q[1] and q[0] < e for s, e in held)]
        if not free or free != inside:
            continue
        whole = sum(e - s for s, e in free)
        words = sum(len(article.text[s:e].split()) for s, e in free)
        if words >= FEWEST_QUOTED and whole * 10 >= (part.end - part.start) * 9:
            yield Attribution(source=(), cue=(), content=joined(article.text, free))


__all__ = ["RELATIVE", "Parse", "colon_cues", "left_quotes", "noun_cues", "preposition_cues"]
