"""Cuts text into the words that number expressions are read from."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

WORD = re.compile(
    r"\d{1,3}(?:[\u00a0\u202f ]\d{3})+(?![\d.,:/-]?\d)|\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:[.'’][^\W\d_]+)*|\S",
    re.UNICODE,
)
GROUPED = re.compile(r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?")
PLAIN = re.compile(r"\d+(?:\.\d+)?")
HYPHENS = frozenset("-\u2010\u2011\u2012\u2013")
"""Hyphens and dashes that join a number to the word after it: "2-year-old"."""
LONGEST = 15
"""Digits in a number that is read as one; more are an identifier."""


class Word(NamedTuple):
    """A word, sign or number of a text. `glued`: no space stands before it."""

    start: int
    end: int
    lower: str
    glued: bool


def lex(text: str, start: int, end: int) -> list[Word]:
    """The words of a stretch of text, with offsets in the whole text."""
    return list(_words(text, start, end))


def _words(text: str, start: int, end: int) -> Iterator[Word]:
    for match in WORD.finditer(text, start, end):
        s, e = match.span()
        found = match.group()
        if " " in found and _follows_a_month(text, s):
            for part in PLAIN.finditer(found):
                at = s + part.start()
                yield Word(at, s + part.end(), part.group(), False)
            continue
        yield Word(s, e, found.lower(), s > start and not text[s - 1].isspace())


def _follows_a_month(text: str, at: int) -> bool:
    """Whether a capitalised word stands directly before: "July 27 140 people" is no number of five digits."""
    before = text[max(0, at - 12) : at].rstrip(" .").split(" ")[-1]
    return before[:1].isupper() and before[1:].islower()


def digits(word: str) -> float | None:
    """The value of a number in digits, or None where it is a date, a time, a score or an identifier."""
    if not word[:1].isdigit() or len(word) > LONGEST + 5 or sum(c.isdigit() for c in word) > LONGEST:
        return None
    if GROUPED.fullmatch(word):
        return float(re.sub(r"[,\u00a0\u202f ]", "", word))
    return float(word) if PLAIN.fullmatch(word) and word.isascii() else None


def phrase(lexed: Sequence[Word], i: int, length: int) -> str:
    """The words from word `i` on, in lower case, joined by spaces."""
    return " ".join(w.lower for w in lexed[i : i + length])
