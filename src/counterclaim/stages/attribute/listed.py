"""Numbers in a list, each behind who gives it: "* Opposition: 14 dead", "09:05 — Ministry: 52 dead"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from counterclaim.records import Article, Attribution
from counterclaim.stages.attribute.phrases import speaking
from counterclaim.stages.attribute.tree import Tree
from counterclaim.values.acts import ActWords

LINE = re.compile(
    r"""^[ \t]*(?:[*•·–—-][ \t]+|\d{1,2}[:.]\d{2}[ \t]*(?:[ap]\.?m\.?)?[ \t]*[–—-]?[ \t]+)?
    ([^\W\d_][\w.'’&-]*(?:[ ][\w.'’&-]+){0,5})(:)[ \t]+(\S.*?)[ \t]*$""",
    re.MULTILINE | re.VERBOSE,
)
"""A line: a mark or a time of day, a name of six words at most, a colon, what it says."""

FEWEST = 2
"""Such lines that make a list: one alone may be a heading."""


def listed(
    article: Article, tree: Tree, found: Sequence[Attribution], acts: ActWords
) -> Iterator[Attribution]:
    """Attributions of the lines of a list to the bodies and people named before their colons.

    Only lines with a number count, and only names that say of themselves that they can speak: a place before
    a colon ("Varn: 12 dead") gives no toll.
    """
    held = [e for a in found for e in a.content]
    lines = [
        match
        for part in article.parts
        if part.kind in ("headline", "body")
        for match in LINE.finditer(article.text, part.start, part.end)
        if _gives_a_number(tree, match, acts)
    ]
    for match in lines if len(lines) >= FEWEST else ():
        source, mark, content = match.span(1), match.span(2), match.span(3)
        if not any(start < content[1] and content[0] < end for start, end in held):
            yield Attribution(source=(source,), cue=(mark,), content=(content,))


def _gives_a_number(tree: Tree, match: re.Match[str], acts: ActWords) -> bool:
    """Whether the last word before the colon can speak and what follows holds a number."""
    head = bisect_left(tree.tokens, (match.start(2),)) - 1
    if head < 0 or not (speaking(tree, head, acts) or tree.tokens[head].entity == "ORG"):
        return False
    first = bisect_left(tree.tokens, (match.start(3),))
    last = bisect_left(tree.tokens, (match.end(3),))
    return any(token.tag == "CD" for token in tree.tokens[first:last])
