"""Events in ACLED's terms, with who did what to whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from counterclaim.records import Article, Claim, DateMention, Event, Mention, Parse, PlaceMention


@dataclass(frozen=True, slots=True, kw_only=True)
class EventWords:
    """The reviewed words of `models/lexicon/events.toml`."""

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> Self:
        """Make the words of a parsed TOML table."""
        return cls()


def read_events(
    article: Article,
    parse: Parse,
    claims: Sequence[Claim],
    mentions: Sequence[Mention],
    dates: Sequence[DateMention],
    places: Sequence[PlaceMention],
    *,
    words: EventWords,
) -> tuple[Event, ...]:
    """Read the events that claims tell of, in the order of the text."""
    return ()
