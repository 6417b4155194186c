"""The seam to coreference: which words of an article stand for the same."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Protocol

from counterclaim.records import Article, Extent, Parse
from counterclaim.stages.attribute.tree import Tree

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


class Linked:
    """Chains by the head words of their mentions, for looking up whom a word stands for."""

    def __init__(self, tree: Tree, chains: Sequence[Chain]) -> None:
        self._tree = tree
        self._heads: list[tuple[int, ...]] = []
        self._chain_of: dict[int, int] = {}
        for chain in chains:
            heads = tuple(h for h in (_head(tree, extent) for extent in chain) if h is not None)
            for head in heads:
                self._chain_of.setdefault(head, len(self._heads))
            self._heads.append(heads)

    def before(self, head: int) -> tuple[int, ...]:
        """The head tokens of mentions that a token's mention is linked to, nearest first, no pronouns.

        Those before it in the text; where there is none, those behind it in the order of the text.
        """
        number = self._chain_of.get(head)
        if number is None:
            return ()
        telling = [h for h in self._heads[number] if self._tree.tokens[h].pos in ("NOUN", "PROPN")]
        return tuple(h for h in reversed(telling) if h < head) or tuple(h for h in telling if h > head)


def _head(tree: Tree, extent: Extent) -> int | None:
    first = bisect_left(tree.tokens, (extent[0],))
    last = first
    while last < len(tree.tokens) and tree.tokens[last].start < extent[1]:
        last += 1
    for i in range(first, last):
        head = tree.tokens[i].head
        if head == i or not first <= head < last:
            return i
    return None
