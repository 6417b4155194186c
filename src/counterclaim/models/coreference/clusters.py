"""Chains out of scored pairs: each mention joins the likeliest chain before it that it does not clash with.

The networks give each pair a share of the odds, so a chain has the sum of what its members have.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from counterclaim.models.coreference.candidates import LONGEST
from counterclaim.models.coreference.mentions import FEMALE, MALE, Known
from counterclaim.models.coreference.pairs import Ints


class _Chain:
    """Mentions held together so far, in the order of the text."""

    __slots__ = ("genders", "members", "spans")

    def __init__(self, number: int, one: Known) -> None:
        self.members = [number]
        self.spans = [(one.at.first, one.at.last)]
        self.genders = {one.gender} & {MALE, FEMALE}

    def takes(self, one: Known) -> bool:
        """Whether a later mention fits: no second gender, and neither holds the other."""
        if len(self.genders | ({one.gender} & {MALE, FEMALE})) > 1:
            return False
        for first, last in reversed(self.spans):
            if first <= one.at.last and one.at.first <= last:
                return False
            if first < one.at.first - LONGEST:
                break
        return True

    def add(self, number: int, one: Known) -> None:
        """Take a later mention in."""
        self.members.append(number)
        self.spans.append((one.at.first, one.at.last))
        self.genders |= {one.gender} & {MALE, FEMALE}


def cluster(
    known: Sequence[Known],
    earlier: Ints,
    later: Ints,
    scores: NDArray[np.float32],
    *,
    threshold: float,
) -> list[list[int]]:
    """Give the chains of two mentions or more, by mention numbers in order.

    `scores` are of pairs, above `threshold` better than none. Pairs are sorted by the later mention.
    """
    chains: list[_Chain] = []
    bounds = np.searchsorted(later, np.arange(len(known) + 1))
    good = np.nonzero(scores > threshold)[0]
    starts = np.searchsorted(good, bounds)
    for number, one in enumerate(known):
        chosen = good[starts[number] : starts[number + 1]]
        odds: dict[int, float] = {}
        for pair, share in zip(chosen.tolist(), np.exp(scores[chosen]).tolist(), strict=True):
            begins = chains[int(earlier[pair])].members[0]
            odds[begins] = odds.get(begins, 0.0) + share
        for begins in sorted(odds, key=lambda m: (-odds[m], -m)):
            chain = chains[begins]
            if chain.takes(one):
                chain.add(number, one)
                break
        else:
            chain = _Chain(number, one)
        chains.append(chain)
    found = {c.members[0]: c.members for c in chains if len(c.members) > 1}
    return [found[first] for first in sorted(found)]
