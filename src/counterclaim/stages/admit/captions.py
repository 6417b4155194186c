"""Captions of pictures that stand between paragraphs, or within one."""

import re

from counterclaim.records import PartKind
from counterclaim.stages.admit.feet import credit_at_end
from counterclaim.stages.admit.printed import printed_dates
from counterclaim.stages.admit.words import AdmitWords

LONGEST_CAPTION = 90
"""Words of the longest paragraph that is taken for a caption."""

ENOUGH = 4
"""Sum of the weights below from which a paragraph is a caption."""

WEIGHTS = {
    "ends with a credit": 2,
    "the credit is a picture's": 2,
    "tells day and year": 2,
    "tells in the present tense what is to be seen": 1,
    "says that it is a picture": 2,
    "reports speech": -2,
}
"""What speaks for a caption, and what against."""

INLINE_REACH = 600
"""Characters of a first paragraph within which a caption may have run in."""

_OPENING = re.compile(
    r"^\W{0,2}(?:file\s+)?(?:photo|picture|image|caption)\b"
    r"|^\W{0,2}in this (?:\w+\W+){0,8}?(?:photo|image|picture)",
    re.I,
)
_INLINE_CREDIT = re.compile(r"\((?P<credit>[^()]{2,40})\)(?=\s+[\"“A-Z])")
_SAID = re.compile(r"(?<!\w)(?:said|told|according to|added|announced|accused|denied)(?!\w)", re.IGNORECASE)


def is_caption(paragraph: str, *, words: AdmitWords) -> bool:
    """Whether a paragraph of its own is a caption."""
    if len(paragraph.split()) > LONGEST_CAPTION:
        return False
    return sum(weight for cue, weight in WEIGHTS.items() if _holds(cue, paragraph, words)) >= ENOUGH


def _holds(cue: str, paragraph: str, words: AdmitWords) -> bool:
    credit = credit_at_end(paragraph, words=words)
    if cue == "ends with a credit":
        return credit is not None
    if cue == "the credit is a picture's":
        return credit is not None and words.photo_mark.search(paragraph[credit:]) is not None
    if cue == "tells day and year":
        return any(True for _ in printed_dates(paragraph))
    if cue == "tells in the present tense what is to be seen":
        return words.caption_verb.search(paragraph) is not None
    if cue == "says that it is a picture":
        return _OPENING.search(paragraph) is not None
    return _SAID.search(paragraph) is not None


def _is_inline_caption(sentence: str, credit: str, words: AdmitWords) -> bool:
    """Whether a sentence before a bracketed credit is a caption: dated at its end, or without speech."""
    dates = list(printed_dates(sentence))
    if not 3 < len(sentence.split()) <= LONGEST_CAPTION:
        return False
    if dates and not sentence[dates[-1].end :].strip(" ."):
        return True
    shown = words.caption_verb.search(sentence) is not None and words.photo_mark.search(credit) is not None
    return (bool(dates) or shown) and _SAID.search(sentence) is None


def split_inline_caption(
    text: str, start: int, end: int, *, words: AdmitWords
) -> list[tuple[PartKind, int, int]]:
    """A paragraph into which a caption has run, parted: body, caption, credit, body.

    The caption is the sentence that ends with an agency in brackets and goes on with a capital, and
    that tells a date or what is to be seen. "MOSCOW (Tass)" is no caption's end but a dateline.
    """
    for found in _INLINE_CREDIT.finditer(text, start, min(end, start + INLINE_REACH)):
        credit = found["credit"]
        if words.agency.search(credit) is None and words.photo_mark.search(credit) is None:
            continue
        stops = [stop.end() for stop in re.finditer(r"[.!?][\"”’]?\s+(?=[A-Z])", text[start : found.start()])]
        begin = start + (stops[-1] if stops else 0)
        sentence = text[begin : found.start()]
        if not _is_inline_caption(sentence, credit, words) or re.search(r"\b[A-Z]{4,}\s*$", sentence):
            continue
        rest = found.end() + len(text[found.end() : end]) - len(text[found.end() : end].lstrip())
        before = start + len(text[start:begin].rstrip())
        caption = begin + len(sentence.rstrip())
        pieces: list[tuple[PartKind, int, int]] = [
            ("body", start, before),
            ("caption", begin, caption),
            ("credit", found.start(), found.end()),
            ("body", rest, end),
        ]
        return [piece for piece in pieces if piece[1] < piece[2]]
    return [("body", start, end)]
