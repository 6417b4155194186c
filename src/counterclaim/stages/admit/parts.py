"""The parts of an article: headline, dateline, captions, credits, source line, body."""

from counterclaim.records import Extent, Part, PartKind
from counterclaim.stages.admit.captions import is_caption, split_inline_caption
from counterclaim.stages.admit.datelines import inline_dateline, is_date_line
from counterclaim.stages.admit.feet import is_foot, split_foot
from counterclaim.stages.admit.heads import (
    is_byline,
    is_headline,
    is_subheading,
    same_words,
    split_head,
)
from counterclaim.stages.admit.paragraphs import paragraphs
from counterclaim.stages.admit.words import AdmitWords

HEAD_ZONE = 8
"""Paragraphs at the top among which title, deck, byline and date lines are looked for."""

Piece = tuple[PartKind, int, int]


def find_parts(
    text: str,
    *,
    title: str | None,
    byline: str | None,
    captions: frozenset[str] = frozenset(),
    words: AdmitWords,
) -> tuple[Part, ...]:
    """The parts of a text in order. They do not overlap, and all visible text stands in one.

    1 captions anywhere · 2 lines of the head · 3 lines of the foot · 4 subheadings · 5 what a body
    paragraph begins and ends with: printed date, repeated title, dateline, inline caption, credit.
    `captions` are paragraphs that a page marked as such.
    """
    extents = paragraphs(text)
    kinds: list[PartKind] = ["body"] * len(extents)
    for number, (start, end) in enumerate(extents):  # 1
        if text[start:end] in captions or (len(extents) > 1 and is_caption(text[start:end], words=words)):
            kinds[number] = "caption"
    _mark_head(text, extents, kinds, title=title, byline=byline, words=words)  # 2
    _mark_foot(text, extents, kinds, byline=byline, words=words)  # 3
    bodies = [number for number, kind in enumerate(kinds) if kind == "body"]
    for number in bodies[1:-1]:  # 4
        if is_subheading(text[slice(*extents[number])]) and kinds[number + 1] != "caption":
            kinds[number] = "headline"
    bodies = [number for number, kind in enumerate(kinds) if kind == "body"]
    pieces: list[Piece] = []
    for number, (start, end) in enumerate(extents):  # 5
        kind = kinds[number]
        if kind == "body":
            first, last = number == bodies[0], number == bodies[-1]
            pieces += _split_body(text, start, end, first=first, last=last, title=title, words=words)
        elif kind == "caption":
            pieces += split_foot(text, start, end, kind="caption", words=words)
        else:
            pieces.append((kind, start, end))
    return tuple(Part(kind=kind, start=start, end=end) for kind, start, end in pieces if start < end)


def _mark_head(
    text: str,
    extents: list[Extent],
    kinds: list[PartKind],
    *,
    title: str | None,
    byline: str | None,
    words: AdmitWords,
) -> None:
    seen_headline = False
    for number, (start, end) in enumerate(extents[:HEAD_ZONE]):
        line = text[start:end]
        following = extents[number + 1 :]
        if kinds[number] == "caption":
            continue
        if is_date_line(line, words=words):
            kinds[number] = "dateline"
        elif is_byline(line) or (byline is not None and same_words(line, byline)):
            kinds[number] = "credit"
        elif following and (
            (title is not None and same_words(line, title))
            or is_headline(line, after_headline=seen_headline, words=words)
        ):
            kinds[number], seen_headline = "headline", True
        else:
            break


def _mark_foot(
    text: str, extents: list[Extent], kinds: list[PartKind], *, byline: str | None, words: AdmitWords
) -> None:
    for number in range(len(extents) - 1, 0, -1):
        if kinds[number] != "body":
            continue
        line = text[slice(*extents[number])]
        kind: PartKind | None = (
            "dateline" if is_date_line(line, words=words) else is_foot(line, byline=byline, words=words)
        )
        if kind is None or "body" not in kinds[:number]:
            break
        kinds[number] = kind


def _split_body(
    text: str, start: int, end: int, *, first: bool, last: bool, title: str | None, words: AdmitWords
) -> list[Piece]:
    pieces: list[Piece] = []
    if first:
        head, start = split_head(text, start, end, title=title, words=words)
        pieces += head
    tail: list[Piece] = []
    if last and start < end:
        (_, start, end), *tail = split_foot(text, start, end, kind="body", words=words)
    if first and (inside := inline_dateline(text, start, end, words=words)) is not None:
        pieces.append(("body", start, start + len(text[start : inside[0]].rstrip())))
        pieces.append(("dateline", *inside))
        start = inside[1] + len(text[inside[1] : end]) - len(text[inside[1] : end].lstrip())
    pieces += split_inline_caption(text, start, end, words=words) if first else [("body", start, end)]
    return pieces + tail
