"""Claims: the clauses of statements and of the article's own voice, each with its status."""

from collections.abc import Sequence

from counterclaim.records import Article, Claim, Extent, Parse, Statement
from counterclaim.values.acts import ActWords


def read_claims(
    article: Article, parse: Parse, statements: Sequence[Statement], *, acts: ActWords
) -> tuple[Claim, ...]:
    """Cut what an article asserts into claims, in the order of the text."""
    return ()


def claim_at(claims: Sequence[Claim], start: int, end: int) -> Claim | None:
    """The claim whose words hold the extent: of several, the one with the fewest words."""
    holding = [c for c in claims if any(s <= start and end <= e for s, e in c.spans)]
    return min(holding, key=size, default=None)


def size(claim: Claim) -> int:
    """Characters that a claim's words take."""
    return sum(end - start for start, end in claim.spans)


def nearest(extents: Sequence[Extent], start: int, end: int) -> Extent | None:
    """The extent nearest to the words, those that overlap them first."""
    return min(extents, key=lambda e: max(e[0] - end, start - e[1], 0), default=None)
