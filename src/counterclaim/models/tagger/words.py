"""Words of a paragraph as the tagger sees them: pieces, letter case, quotation."""

import re
from dataclasses import dataclass

from counterclaim.models.wordpiece import WordPiece

TOKEN = re.compile(r"\w+|[^\w\s]")
"""A run of letters, digits and underscores, or one mark: what BERT's uncased models split at, too."""

MOST_PIECES = 16
"""Pieces of one word that are read; what is longer is no word of English."""

CASES = 5
LOOKS = CASES * 4
"""Numbers of kinds of look: letter case × first of its paragraph × within quotation marks."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark at [start, end) of the article's text; `look` is below `LOOKS`."""

    start: int
    end: int
    pieces: tuple[int, ...]
    look: int


class WordReader:
    """Reads the words of paragraphs; remembers the pieces of words that it has met."""

    MOST_REMEMBERED = 50_000

    def __init__(self, wordpiece: WordPiece) -> None:
        self._wordpiece = wordpiece
        self._met: dict[str, tuple[int, ...]] = {}

    def __call__(self, text: str, start: int, end: int) -> list[Word]:
        """The words of text[start:end], which is taken for one paragraph."""
        found: list[Word] = []
        within = False
        for match in TOKEN.finditer(text, start, end):
            mark = match.group()
            closes = mark == "”" or (mark == '"' and within)
            if mark in '“”„"':
                within = not closes
            pieces = self._pieces(mark)
            if pieces:
                look = case_of(mark) * 4 + (not found) * 2 + (within or closes)
                found.append(Word(match.start(), match.end(), pieces, look))
        return found

    def _pieces(self, word: str) -> tuple[int, ...]:
        pieces = self._met.get(word)
        if pieces is None:
            pieces = tuple(self._wordpiece.encode(word, most=MOST_PIECES + 2)[1:-1])
            if len(self._met) < self.MOST_REMEMBERED:
                self._met[word] = pieces
        return pieces


def case_of(word: str) -> int:
    """0 no letters, 1 lower case, 2 a capital first, 3 capitals only, 4 mixed."""
    if not any(c.isalpha() for c in word):
        return 0
    if word == word.lower():
        return 1
    if word[0].isupper() and word[1:] == word[1:].lower():
        return 2
    return 3 if word == word.upper() else 4
