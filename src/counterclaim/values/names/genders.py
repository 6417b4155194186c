"""Whether a person is spoken of as he or as she, where a name, a title or a description says so."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Self

Pronoun = Literal["he", "she"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Genders:
    """The reviewed words of `models/lexicon/genders.toml`: singular nouns and first names, lower case."""

    male: frozenset[str]
    female: frozenset[str]
    male_names: frozenset[str]
    female_names: frozenset[str]

    @classmethod
    def from_table(cls, table: Mapping[str, Sequence[str]]) -> Self:
        """Make the words of a parsed TOML table; a first name in both lists says nothing. Raises KeyError."""
        male_names, female_names = frozenset(table["male_names"]), frozenset(table["female_names"])
        return cls(
            male=frozenset(table["male"]),
            female=frozenset(table["female"]),
            male_names=male_names - female_names,
            female_names=female_names - male_names,
        )

    def by_name(self, words: Sequence[str]) -> Pronoun | None:
        """What the words of a person's name say, in any case; the first that says anything decides."""
        for word in map(str.lower, words):
            if word in self.male_names:
                return "he"
            if word in self.female_names:
                return "she"
        return None

    def by_nouns(self, lemmas: Collection[str]) -> Pronoun | None:
        """What titles and descriptions say, by their lemmas; None where they say both or nothing."""
        he, she = not self.male.isdisjoint(lemmas), not self.female.isdisjoint(lemmas)
        if he == she:
            return None
        return "he" if he else "she"


NO_GENDERS = Genders(male=frozenset(), female=frozenset(), male_names=frozenset(), female_names=frozenset())
"""Knows no word."""
