"""Words of an article with marks on them, as text that stays text.

Marks are extents with a way to wrap what they cover. They may overlap in any way: a mark that runs over
the end of another is cut there, so that the elements nest.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from markupsafe import Markup

from counterclaim.render.html.tags import Child, safe

Wrap = Callable[[Markup, bool, bool], Markup]
"""Wraps what a mark covers; told whether this piece is the first of the mark, and whether the last."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Some words to be wrapped. Of two on the same words the lower `rank` is outside."""

    start: int
    end: int
    rank: int
    wrap: Wrap


def marked(text: str, start: int, end: int, marks: Iterable[Mark]) -> Markup:
    """`text[start:end]` with those pieces of `marks` that lie in it."""
    inside = sorted(
        (max(m.start, start), -min(m.end, end), m.rank, n, m)
        for n, m in enumerate(marks)
        if m.start < end and m.end > start and m.start < m.end
    )
    pieces = [(first, -negative, mark) for first, negative, _, _, mark in inside]
    return nested(text, start, end, pieces)


def nested(text: str, start: int, end: int, pieces: list[tuple[int, int, Mark]]) -> Markup:
    """The words from `start` to `end`, where every piece lies within and pieces come outermost first."""
    out: list[Child] = []
    at = start
    rest = pieces
    while rest:
        (first, last, mark), *rest = rest
        out.append(text[at:first])
        within: list[tuple[int, int, Mark]] = []
        after: list[tuple[int, int, Mark]] = []
        for s, e, m in rest:
            if s >= last:
                after.append((s, e, m))
            elif e <= last:
                within.append((s, e, m))
            else:
                within.append((s, last, m))
                after.append((last, e, m))
        inner = nested(text, first, last, within)
        out.append(mark.wrap(inner, first == mark.start, last == mark.end))
        at = last
        rest = sorted(after, key=lambda piece: (piece[0], -piece[1], piece[2].rank))
    out.append(text[at:end])
    return safe(out)
