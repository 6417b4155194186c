"""The tokens of a text, so that extents that differ by a comma's edge can be compared as sets of them."""

import re
from collections.abc import Iterable, Sequence

TOKEN = re.compile(r"\w+|[^\w\s]")


class Words:
    """The tokens of a text by number; a token belongs to an extent that shares a character with it."""

    def __init__(self, text: str) -> None:
        self.words: list[str] = []
        self._at: list[int] = [-1] * len(text)
        for number, found in enumerate(TOKEN.finditer(text)):
            self.words.append(found.group().casefold())
            self._at[found.start() : found.end()] = [number] * (found.end() - found.start())

    def within(self, extents: Iterable[Sequence[int]]) -> frozenset[int]:
        """The numbers of the tokens that some extents touch; what lies outside the text touches none."""
        return frozenset(
            number
            for start, end in extents
            for number in self._at[max(0, start) : max(0, end)]
            if number >= 0
        )

    def worded(self, number: int) -> bool:
        """Whether a token is a word or a number and no punctuation."""
        return self.words[number][0].isalnum() or self.words[number][0] == "_"
