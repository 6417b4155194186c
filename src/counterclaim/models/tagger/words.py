"""Words of a paragraph as the tagger sees them: pieces, letter case, quotation."""

import re
from typing import NamedTuple

from counterclaim.models.wordpiece import WordPiece

TOKEN = re.compile(r"\w+|[^\w\s]")
"""A run of letters, digits and underscores, or one mark: what BERT's uncased models split at, too."""

MOST_PIECES = 16
"""Pieces of one word that are read; what is longer is no word of English."""

CASES = 5
LOOKS = CASES * 4
"""Numbers of kinds of look: letter case × first of its paragraph × within quotation marks."""


class Word(NamedTuple):
    """A word or mark at [start, end) of the article's text; `look` is below `LOOKS`."""

    start: int
    end: int
    pieces: tuple[int, ...]
    look: int


class WordReader:
    """Reads the words of paragraphs; remembers the pieces and the letter case of words that it has met."""

    MOST_REMEMBERED = 50_000

    def __init__(self, wordpiece: WordPiece) -> None:
        self._wordpiece = wordpiece
        self._met: dict[str, tuple[tuple[int, ...], int]] = {}

    def __call__(self, text: str, start: int, end: int) -> list[Word]:
        """The words of text[start:end], which is taken for one paragraph."""
        found: list[Word] = []
        within = False
        for match in TOKEN.finditer(text, start, end):
            mark = match.group()
            closes = False
            if mark in '“”„"':
                closes = mark == "”" or (mark == '"' and within)
                within = not closes
            pieces, case = self._met.get(mark) or self._meet(mark)
            if pieces:
                look = case * 4 + (not found) * 2 + (within or closes)
                found.append(Word(match.start(), match.end(), pieces, look))
        return found

    def _meet(self, word: str) -> tuple[tuple[int, ...], int]:
        met = tuple(self._wordpiece.encode(word, most=MOST_PIECES + 2)[1:-1]), case_of(word)
        if len(self._met) < self.MOST_REMEMBERED:
            self._met[word] = met
        return met


def case_of(word: str) -> int:
    """0 no letters, 1 lower case, 2 a capital first, 3 capitals only, 4 mixed."""
    if not any(c.isalpha() for c in word):
        return 0
    if word == word.lower():
        return 1
    if word[0].isupper() and word[1:] == word[1:].lower():
        return 2
    return 3 if word == word.upper() else 4
