"""Figures of claims: what is counted, of whom, where, when, blamed on whom."""

from collections.abc import Sequence

from counterclaim.records import Article, Attributed, Claim, DateMention, Figure, Parse, PlaceMention
from counterclaim.values.figures import FigureWords


def read_figures(
    article: Article,
    parse: Parse,
    claims: Sequence[Claim],
    attributed: Attributed,
    dates: Sequence[DateMention],
    places: Sequence[PlaceMention],
    *,
    words: FigureWords,
    vague: str,
) -> tuple[Figure, ...]:
    """Read the numbers that an article claims of something, in the order of the text."""
    return ()
