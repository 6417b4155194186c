"""The seam to coreference: which words of an article stand for the same."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Protocol

from counterclaim.records import Article, Extent, Parse
from counterclaim.stages.attribute.tree import Tree

Chain = tuple[Extent, ...]
"""Mentions of one thing, in the order of the text: whole noun phrases, at least two of them."""


class Chains(Protocol):
    """The chains of one article; no extent is in two of them."""

    def of(self, head: int) -> Chain:
        """The first chain with a mention whose head is a token, () where there is none."""
        ...

    def every(self) -> tuple[Chain, ...]:
        """All chains, in the order of their first mentions."""
        ...


class Coreference(Protocol):
    """Finds the chains of an article."""

    def __call__(self, article: Article, parse: Parse) -> Chains:
        """Find the chains."""
        ...


class Given:
    """Chains that are known beforehand."""

    def __init__(self, tree: Tree, chains: Sequence[Chain]) -> None:
        self._tree, self._chains = tree, chains

    def of(self, head: int) -> Chain:
        """The first chain with a mention whose head is a token."""
        return next((c for c in self._chains if any(head_of(self._tree, e) == head for e in c)), ())

    def every(self) -> tuple[Chain, ...]:
        """All chains, as given."""
        return tuple(self._chains)


def no_chains(article: Article, parse: Parse) -> Chains:
    """Find none: what is said of an article without a model for it."""
    return Given(Tree(article.text, parse), ())


def before(tree: Tree, chains: Chains, head: int) -> tuple[int, ...]:
    """The head tokens of mentions that a token's mention is linked to, nearest first, no pronouns.

    Those before it in the text; where there is none, those behind it in the order of the text.
    """
    heads = [head_of(tree, extent) for extent in chains.of(head)]
    telling = [h for h in heads if h is not None and tree.tokens[h].pos in ("NOUN", "PROPN")]
    return tuple(h for h in reversed(telling) if h < head) or tuple(h for h in telling if h > head)


def head_of(tree: Tree, extent: Extent) -> int | None:
    """The token of a mention that the others hang on."""
    first, end = bisect_left(tree.tokens, (extent[0],)), bisect_left(tree.tokens, (extent[1],))
    for i in range(first, end):
        head = tree.tokens[i].head
        if head == i or not first <= head < end:
            return i
    return None
