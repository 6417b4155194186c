"""What coreference knows about words, from its reviewed list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from counterclaim.values.names import Genders


@dataclass(frozen=True, slots=True, kw_only=True)
class CoreferenceWords:
    """What says a gender; lower-case singular nouns for people, groups and times; verbs of saying."""

    genders: Genders
    people: frozenset[str]
    groups: frozenset[str]
    times: frozenset[str]
    saying: frozenset[str]

    @classmethod
    def from_table(
        cls, table: Mapping[str, Sequence[str]], *, genders: Genders, people: Sequence[str]
    ) -> "CoreferenceWords":
        """Make the words of `coreference.toml`; `people` are nouns for persons. Raises KeyError."""
        return cls(
            genders=genders,
            people=frozenset(people),
            groups=frozenset(table["groups"]),
            times=frozenset(table["times"]),
            saying=frozenset(table["saying"]),
        )
