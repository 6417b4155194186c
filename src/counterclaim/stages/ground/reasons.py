"""Causes and motives that claims state."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from counterclaim.records import Article, Claim, Parse, Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonWords:
    """The reviewed words of `models/lexicon/reasons.toml`."""

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> Self:
        """Make the words of a parsed TOML table."""
        return cls()


def read_reasons(
    article: Article, parse: Parse, claims: Sequence[Claim], *, words: ReasonWords
) -> tuple[Reason, ...]:
    """Read the explanations that claims state, in the order of the text."""
    return ()
