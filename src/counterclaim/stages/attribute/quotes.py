"""Quoted stretches of an article, however its quotation marks are mixed."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from counterclaim.records import Article, Extent

DOUBLE = frozenset('"“”„‟«»')
MARK = re.compile(f"[{''.join(sorted(DOUBLE))}]")
OPENS = frozenset("“„«")
CLOSES = frozenset("”»")
LONGEST = 3_000
"""Characters after which an unclosed mark in one paragraph is taken for a stray one."""


def find_quotes(article: Article) -> tuple[Extent, ...]:
    """The quoted stretches, marks included, in order and apart.

    A straight mark opens after white space and closes before it; a paragraph that opens a quote and
    does not close it is quoted to its end if the next paragraph opens with a mark (the printers' way with
    a quote of several paragraphs), or if its mark stands at the paragraph's start.
    """
    found: list[Extent] = []
    for number, part in enumerate(article.parts):
        following = article.parts[number + 1].start if number + 1 < len(article.parts) else None
        carried = following is not None and article.text[following : following + 1] in DOUBLE
        found.extend(_in_paragraph(article.text, part.start, part.end, carried=carried))
    return tuple(found)


def _in_paragraph(text: str, start: int, end: int, *, carried: bool) -> list[Extent]:
    found: list[Extent] = []
    opened: int | None = None
    for match in MARK.finditer(text, start, end):
        at, mark = match.start(), match.group()
        if opened is None:
            if mark not in CLOSES or _looks_opening(text, at, start, end):
                opened = at
        elif mark in OPENS or (mark == '"' and _looks_opening(text, at, start, end)):
            opened = at
        else:
            if at - opened <= LONGEST:
                found.append((opened, at + 1))
            opened = None
    if opened is not None and (carried or opened == start) and end - opened <= LONGEST:
        found.append((opened, len(text[:end].rstrip())))
    return found


def _looks_opening(text: str, at: int, start: int, end: int) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    return (before.isspace() or before in "([—–-") and not after.isspace()


def quote_at(quotes: Sequence[Extent], at: int) -> Extent | None:
    """The quote that holds a position."""
    number = bisect_right(quotes, (at, 10**12)) - 1
    if number >= 0 and quotes[number][0] <= at < quotes[number][1]:
        return quotes[number]
    return None


def quotes_in(quotes: Sequence[Extent], start: int, end: int) -> list[Extent]:
    """The quotes that share a character with a stretch."""
    number = max(0, bisect_right(quotes, (start, 10**12)) - 1)
    found = []
    while number < len(quotes) and quotes[number][0] < end:
        if quotes[number][1] > start:
            found.append(quotes[number])
        number += 1
    return found
