"""Dates as texts give them: EDTF values, intervals, comparison."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self


@dataclass(frozen=True, slots=True, kw_only=True)
class DateWords:
    """The reviewed words of `models/lexicon/dates.toml`."""

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> Self:
        """Make the words of a parsed TOML table."""
        return cls()
