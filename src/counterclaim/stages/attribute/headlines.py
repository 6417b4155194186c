"""Headlines that end with their source: "Blast kills six: state TV", "Strike kills 56 - monitor"."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from counterclaim.records import Article, Attribution
from counterclaim.stages.attribute.phrases import speaking
from counterclaim.stages.attribute.tree import Tree
from counterclaim.values.acts import ActWords

MARKS = frozenset({":", "-", "–", "—"})
FEWEST = 3
"""Tokens of a headline before its source."""

LONGEST = 6
"""Tokens of a source at a headline's end."""

STATE_OUTLETS = frozenset({"tv", "television", "media", "news", "radio"})


def headline_sources(
    article: Article, tree: Tree, found: Sequence[Attribution], acts: ActWords
) -> Iterator[Attribution]:
    """Attributions of headlines to the source at their end, where nothing else attributes their words.

    With the mark lost ("kills six Syrian state TV"), only a monitor or a state broadcaster is taken for one.
    """
    for part in article.parts:
        if part.kind != "headline":
            continue
        first = bisect_left(tree.tokens, (part.start,))
        end = bisect_left(tree.tokens, (part.end,))
        while end > first and tree.tokens[end - 1].text in (".", "…"):
            end -= 1
        if end - first <= FEWEST or any(
            s < part.end and part.start < e for a in found for s, e in (*a.content, *a.source)
        ):
            continue
        source = _marked(tree, first, end, acts)
        cue = ((tree.tokens[source - 1].start, tree.tokens[source - 1].end),) if source is not None else ()
        source = source if source is not None else _unmarked(tree, first, end, acts)
        if source is None:
            continue
        content = tree.trimmed(first, source - 2 if cue else source - 1)
        if content is not None and _tells(tree, first, source):
            yield Attribution(source=(tree.extent(source, end - 1),), cue=cue, content=(content,))


def _marked(tree: Tree, first: int, end: int, acts: ActWords) -> int | None:
    """Where the source behind the last mark begins."""
    for at in range(end - 2, max(first + FEWEST, end - LONGEST - 1) - 1, -1):
        token = tree.tokens[at]
        spaced = tree.tokens[at - 1].end < token.start or token.text == ":"
        if token.text in MARKS and spaced and tree.tokens[at + 1].start > token.end:
            head = end - 1
            named = tree.tokens[head].entity in ("PERSON", "ORG")
            return at + 1 if named or speaking(tree, head, acts) or _watches(tree, head, acts) else None
    return None


def _unmarked(tree: Tree, first: int, end: int, acts: ActWords) -> int | None:
    """Where a monitor or state broadcaster at the end begins, with its nationality."""
    last = end - 1
    if _watches(tree, last, acts):
        begins = last
    elif tree.low(last) in STATE_OUTLETS and tree.low(last - 1) == "state":
        begins = last - 1
    else:
        return None
    if begins - 1 > first + 1 and tree.tokens[begins - 1].entity == "NORP":
        begins -= 1
    before = tree.tokens[begins - 1]
    if begins - first < FEWEST or before.pos in ("ADP", "DET", "ADJ", "VERB", "PART", "CCONJ"):
        return None
    return begins


def _watches(tree: Tree, i: int, acts: ActWords) -> bool:
    return tree.low(i) in acts.monitors and tree.low(i) != "monitoring"


def _tells(tree: Tree, first: int, end: int) -> bool:
    """Whether words say that something happened: with a verb or a number."""
    return any(tree.tokens[i].pos in ("VERB", "AUX", "NUM") for i in range(first, end))
