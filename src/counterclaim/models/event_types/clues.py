"""Clues of the lexicon as numbers: what sets neighbouring sub-types of ACLED apart."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from counterclaim.values.lower_case import lowered

REACH = 60
"""Characters within which one clue follows another; about ten words."""

OPENING = re.compile(r"\b\w{1,3}")
"""The first letters of a word; a clue with a star has three at least."""

SENTENCE_END = re.compile(r"(?<=[.!?])\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class EventClues:
    """The reviewed words of `lexicon/event_clues.toml`.

    `openings` are those of each pattern: the first letters of what it may find.
    """

    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    openings: tuple[frozenset[str], ...]
    sequences: tuple[tuple[str, str], ...]

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> Self:
        """Make the clues of a parsed TOML table."""
        return cls(
            patterns=tuple((name, compiled(words)) for name, words in sorted(table["clues"].items())),
            openings=tuple(
                frozenset(opening for word in words for opening in OPENING.findall(lowered(word))[:1])
                for _, words in sorted(table["clues"].items())
            ),
            sequences=tuple((a, b) for row in table["sequences"] for a, b in row["pairs"]),
        )

    @property
    def names(self) -> tuple[str, ...]:
        """What each number of `features` tells of, in their order."""
        return (
            *(name for name, _ in self.patterns),
            *(f"{name}, first sentence" for name, _ in self.patterns),
            *(f"{a} … {b}" for a, b in self.sequences),
        )

    def features(self, text: str) -> list[float]:
        """1.0 for each clue that a text holds, else 0.0, in the order of `names`."""
        ends = SENTENCE_END.search(text)
        first = ends.start() if ends else len(text)
        begun = set(OPENING.findall(lowered(text)))
        found = {  # most clues stand in few texts: with what its words begin is seen at once
            name: [] if begun.isdisjoint(openings) else [m.span() for m in pattern.finditer(text)]
            for (name, pattern), openings in zip(self.patterns, self.openings, strict=True)
        }
        present = [float(bool(found[name])) for name, _ in self.patterns]
        leading = [float(any(s < first for s, _ in found[name])) for name, _ in self.patterns]
        follows = [
            float(any(0 <= start - end <= REACH for _, end in found[a] for start, _ in found[b]))
            for a, b in self.sequences
        ]
        return [*present, *leading, *follows]


def compiled(words: Sequence[str]) -> re.Pattern[str]:
    """A pattern for any of some words, letter case aside; a star stands for any ending."""
    alternatives = (re.escape(w.removesuffix("*")) + (r"\w*" if w.endswith("*") else "") for w in words)
    return re.compile(rf"\b(?:{'|'.join(alternatives)})\b", re.IGNORECASE)
