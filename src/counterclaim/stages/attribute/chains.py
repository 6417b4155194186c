"""The seam to coreference: which words of an article stand for the same."""

from typing import Protocol

from counterclaim.records import Article, Extent, Parse

Chain = tuple[Extent, ...]
"""Mentions of one thing, in the order of the text: whole noun phrases, at least two of them."""


class Coreference(Protocol):
    """Finds the chains of an article, in the order of their first mentions; no extent is in two of them."""

    def __call__(self, article: Article, parse: Parse) -> tuple[Chain, ...]:
        """Find the chains."""
        ...


def no_chains(article: Article, parse: Parse) -> tuple[Chain, ...]:
    """Find none: what is said of an article without a model for it."""
    return ()
