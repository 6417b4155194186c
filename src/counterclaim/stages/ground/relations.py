"""Who backs, opposes, belongs to, was, is also called whom, as the text says it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationWords:
    """The reviewed words of `models/lexicon/relations.toml`."""

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> Self:
        """Make the words of a parsed TOML table."""
        return cls()
