"""What a number may count: killed, injured, detained and so on."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self


@dataclass(frozen=True, slots=True, kw_only=True)
class CountClass:
    """One kind of thing done to the counted, with the words that say it.

    `verbs` are lemmas; those in `intransitive` count their subject ("died"), the others their object.
    Classes of one `family` may be set side by side where both are
    counts of one incident.
    """

    name: str
    verbs: frozenset[str]
    intransitive: frozenset[str]
    nouns: frozenset[str]
    adjectives: frozenset[str]
    family: str

    @classmethod
    def from_table(cls, name: str, table: Mapping[str, Any]) -> Self:
        """Make a class of its table; word lists that are missing are empty."""
        return cls(
            name=table.get("name", name),
            verbs=frozenset([*table.get("verbs", ()), *table.get("intransitive", ())]),
            intransitive=frozenset(table.get("intransitive", ())),
            nouns=frozenset(table.get("nouns", ())),
            adjectives=frozenset(table.get("adjectives", ())),
            family=table.get("family", table.get("name", name)),
        )
