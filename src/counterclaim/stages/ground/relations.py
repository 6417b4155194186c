"""Who backs, opposes, belongs to, was, is also called whom, as the text says it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from counterclaim.records import Article, Claim, Mention, Parse, Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationWords:
    """The reviewed words of `models/lexicon/relations.toml`."""

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> Self:
        """Make the words of a parsed TOML table."""
        return cls()


def read_relations(
    article: Article, parse: Parse, claims: Sequence[Claim], mentions: Sequence[Mention], *, words: RelationWords
) -> tuple[Relation, ...]:
    """Read the relations that an article states, in the order of the text."""
    return ()
