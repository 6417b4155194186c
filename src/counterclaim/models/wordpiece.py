"""WordPiece as BERT's uncased models use it (Devlin et al. 2019): text to the numbers of word pieces.

The library that does this brings forty megabytes of download clients along; this is the part that is needed.
"""

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

LONGEST_WORD = 100
"""Characters of a word above which it is not looked up in pieces (the reference's own limit)."""

CJK = (
    (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F),
    (0x2B820, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F),
)  # fmt: skip
"""Code points that are words of their own."""

ASCII_WORDS = re.compile(r"[a-z0-9]+|[!-/:-@\[-`{-~]")
ASCII_CONTROL = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127))
"""The same rules for a text that is plain ASCII, as nearly all of English is: many times faster."""

CONTROL = frozenset({"Cc", "Cf", "Co", "Cs"})
"""Categories of characters that are dropped."""


class WordPiece:
    """Numbers of the pieces of a text, between the marks for its start and end."""

    def __init__(self, vocabulary: dict[str, int]) -> None:
        self._vocabulary = vocabulary
        self._unknown = vocabulary["[UNK]"]
        self._start, self._end = vocabulary["[CLS]"], vocabulary["[SEP]"]

    @classmethod
    def from_file(cls, file: Path) -> "WordPiece":
        """The vocabulary of a `tokenizer.json`. Raises OSError, and KeyError for another kind of file."""
        return cls(json.loads(file.read_text("utf-8"))["model"]["vocab"])

    def encode(self, text: str, *, most: int) -> list[int]:
        """At most `most` numbers, both marks included."""
        ids = [self._start]
        for word in words(text):
            ids += self._pieces(word)
            if len(ids) >= most:
                break
        return [*ids[: most - 1], self._end]

    def _pieces(self, word: str) -> list[int]:
        if len(word) > LONGEST_WORD:
            return [self._unknown]
        ids, at = [], 0
        while at < len(word):
            lead = "##" if at else ""
            for end in range(len(word), at, -1):
                if (found := self._vocabulary.get(lead + word[at:end])) is not None:
                    ids.append(found)
                    at = end
                    break
            else:
                return [self._unknown]
        return ids


def words(text: str) -> Iterator[str]:
    """Words and punctuation marks in lower case, without accents and control characters."""
    if text.isascii():
        yield from ASCII_WORDS.findall(text.lower().translate(ASCII_CONTROL))
        return
    for chunk in "".join(map(_spaced, text)).split(" "):
        plain = "".join(c for c in unicodedata.normalize("NFD", chunk) if unicodedata.category(c) != "Mn")
        word = ""
        for character in "".join(c.lower() for c in plain):  # one by one: a last sigma is a sigma
            if _is_mark(character):
                if word:
                    yield word
                    word = ""
                yield character
            else:
                word += character
        if word:
            yield word


def _spaced(character: str) -> str:
    if character in "\t\n\r":
        return " "
    code = ord(character)
    if code == 0xFFFD or unicodedata.category(character) in CONTROL:
        return ""
    if character.isspace():
        return " "
    return f" {character} " if any(low <= code <= high for low, high in CJK) else character


def _is_mark(character: str) -> bool:
    code = ord(character)
    ascii_mark = 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126
    return ascii_mark or unicodedata.category(character).startswith("P")
