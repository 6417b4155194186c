"""Dates that claims name, worked out against the published date."""

from collections.abc import Sequence

from counterclaim.records import Article, Claim, DateMention, Parse
from counterclaim.values.dates import DateWords


def read_dates(
    article: Article, parse: Parse, claims: Sequence[Claim], *, words: DateWords
) -> tuple[DateMention, ...]:
    """Read the dates of an article, in the order of the text."""
    return ()
