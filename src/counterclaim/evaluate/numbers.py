"""Numbers as they stand in a text, by themselves: what is in reach without reading any of it.

The baseline that reading is set against: every number near a word of harm, whatever it counts.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

WORD_VALUES = {word: number for number, word in enumerate(ONES)} | {
    word: 10 * number for number, word in enumerate(TENS, start=2)
}

_NUMBER = re.compile(
    r"(?<![\w.,:/$€£-])(?:"
    r"(?P<digits>\d{1,3}(?:,\d{3})+|\d{1,9})(?![\w:/%]|[.,]\d)|"
    rf"(?P<tens>{'|'.join(TENS)})(?:[-\s](?P<one>{'|'.join(ONES[1:10])}))?\b|"
    rf"(?P<word>{'|'.join(sorted(ONES, key=len, reverse=True))})\b)",
    re.IGNORECASE,
)
_HARM = re.compile(
    r"\b(?:kill|dead|death|die[ds]?\b|dying|fatal|slain|murder|homicid|massacr|martyr|casualt|toll\b|victim|bod(?:y|ies)\b|"
    r"injur|wound|hurt\b|shot\b|hospitali)\w*",
    re.IGNORECASE,
)

REACH = 60
"""Characters between a number and a word of harm, some ten words: a sentence's part, set beforehand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bare:
    """A number in a text: its offsets and what it is."""

    start: int
    end: int
    value: int


def numbers_in(text: str) -> Iterator[Bare]:
    """Find whole numbers below a milliard in digits, and up to ninety-nine in words, each by itself."""
    for found in _NUMBER.finditer(text):
        if found["digits"]:
            value = int(found["digits"].replace(",", ""))
        elif found["tens"]:
            value = WORD_VALUES[found["tens"].lower()] + WORD_VALUES.get((found["one"] or "zero").lower(), 0)
        else:
            value = WORD_VALUES[found["word"].lower()]
        yield Bare(start=found.start(), end=found.end(), value=value)


def near_harm(text: str) -> list[Bare]:
    """The numbers of a text with a word of harm within `REACH` on their line."""
    harms = [found.span() for found in _HARM.finditer(text)]
    kept = []
    for number in numbers_in(text):
        for start, end in harms:
            between = text[min(end, number.end) : max(start, number.start)]
            if len(between) <= REACH and "\n" not in between:
                kept.append(number)
                break
    return kept
