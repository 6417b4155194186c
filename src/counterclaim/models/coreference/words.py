"""What coreference knows about words, from its reviewed list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CoreferenceWords:
    """Lower-case singular nouns and first names by gender, nouns of groups and times, verbs of saying."""

    male: frozenset[str]
    female: frozenset[str]
    male_names: frozenset[str]
    female_names: frozenset[str]
    people: frozenset[str]
    groups: frozenset[str]
    times: frozenset[str]
    saying: frozenset[str]

    @classmethod
    def from_table(cls, table: Mapping[str, Sequence[str]], *, people: Sequence[str]) -> "CoreferenceWords":
        """Make the words of `coreference.toml`; `people` are nouns for persons. Raises KeyError."""
        male_names, female_names = frozenset(table["male_names"]), frozenset(table["female_names"])
        return cls(
            male=frozenset(table["male"]),
            female=frozenset(table["female"]),
            male_names=male_names - female_names,
            female_names=female_names - male_names,
            people=frozenset(people),
            groups=frozenset(table["groups"]),
            times=frozenset(table["times"]),
            saying=frozenset(table["saying"]),
        )
