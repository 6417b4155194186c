"""MUC, B³, CEAF-e and their mean, the CoNLL score, over the chains of many documents.

Vilain et al. 1995, Bagga and Baldwin 1998, Luo 2005 (entity-based), Pradhan et al. 2014 for mentions that
only one side has: they count against it. Counts are summed over documents before they are divided.
"""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field

import numpy as np

Chains = Sequence[Sequence[Hashable]]


@dataclass(slots=True)
class Fraction:
    """Right and possible, for precision and for recall."""

    right_p: float = 0.0
    possible_p: float = 0.0
    right_r: float = 0.0
    possible_r: float = 0.0

    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        p = self.right_p / self.possible_p if self.possible_p else 0.0
        r = self.right_r / self.possible_r if self.possible_r else 0.0
        return 2 * p * r / (p + r) if p + r else 0.0


@dataclass(slots=True)
class Tally:
    """The counts of all measures; `mentions` is the finding of mentions that are in chains."""

    muc: Fraction = field(default_factory=Fraction)
    b_cubed: Fraction = field(default_factory=Fraction)
    ceaf_e: Fraction = field(default_factory=Fraction)
    mentions: Fraction = field(default_factory=Fraction)

    def add(self, gold: Chains, got: Chains) -> None:
        """Add one document. A mention is in one chain of each side at most."""
        wanted, found = [frozenset(c) for c in gold], [frozenset(c) for c in got]
        of_gold = {m: n for n, c in enumerate(wanted) for m in c}
        of_got = {m: n for n, c in enumerate(found) for m in c}
        both = len(of_gold.keys() & of_got.keys())
        _count(self.mentions, both, len(of_got), both, len(of_gold))
        _count(self.muc, *_links(found, of_gold), *_links(wanted, of_got))
        _count(self.b_cubed, *_cubed(found, wanted), *_cubed(wanted, found))
        best = _best(wanted, found)
        _count(self.ceaf_e, best, len(found), best, len(wanted))

    def scores(self) -> dict[str, float]:
        """F1 of each measure, and the CoNLL mean of the three."""
        three = {"muc": self.muc.f1(), "b_cubed": self.b_cubed.f1(), "ceaf_e": self.ceaf_e.f1()}
        return {**three, "mentions": self.mentions.f1(), "conll": sum(three.values()) / 3}


def _count(fraction: Fraction, right_p: float, possible_p: float, right_r: float, possible_r: float) -> None:
    fraction.right_p += right_p
    fraction.possible_p += possible_p
    fraction.right_r += right_r
    fraction.possible_r += possible_r


def _links(chains: Sequence[frozenset[Hashable]], other: dict[Hashable, int]) -> tuple[float, float]:
    right = possible = 0
    for chain in chains:
        parts = {other[m] for m in chain if m in other}
        right += len(chain) - len(parts) - sum(m not in other for m in chain)
        possible += len(chain) - 1
    return right, possible


def _cubed(
    chains: Sequence[frozenset[Hashable]], other: Sequence[frozenset[Hashable]]
) -> tuple[float, float]:
    of_other = {m: n for n, c in enumerate(other) for m in c}
    right = 0.0
    for chain in chains:
        overlaps = Counter(of_other[m] for m in chain if m in of_other)
        right += sum(n * n for n in overlaps.values()) / len(chain)
    return right, float(sum(len(c) for c in chains))


def _best(one: Sequence[frozenset[Hashable]], other: Sequence[frozenset[Hashable]]) -> float:
    """The likeness (Luo's phi 4) of the best one-to-one match of chains."""
    if not one or not other:
        return 0.0
    of_other = {m: n for n, c in enumerate(other) for m in c}
    likeness = np.zeros((len(one), len(other)))
    for i, chain in enumerate(one):
        for j, held in Counter(of_other[m] for m in chain if m in of_other).items():
            likeness[i, j] = 2 * held / (len(chain) + len(other[j]))
    return float(sum(likeness[i, j] for i, j in assigned(likeness)))


def assigned(gain: np.ndarray) -> list[tuple[int, int]]:
    """Rows matched with columns, one to one, so that the gains are the greatest (Kuhn 1955; Munkres 1957).

    In the form with shortest augmenting paths: cubic in the shorter side.
    """
    if gain.shape[0] > gain.shape[1]:
        return sorted((i, j) for j, i in assigned(gain.T))
    rows, columns = gain.shape
    cost = gain.max() - gain
    row_price, column_price = np.zeros(rows + 1), np.zeros(columns + 1)
    held = np.zeros(columns + 1, dtype=int)
    for row in range(1, rows + 1):
        held[0], column = row, 0
        least = np.full(columns + 1, np.inf)
        came, done = np.zeros(columns + 1, dtype=int), np.zeros(columns + 1, dtype=bool)
        while held[column]:
            done[column] = True
            reduced = cost[held[column] - 1] - row_price[held[column]] - column_price[1:]
            better = ~done[1:] & (reduced < least[1:])
            least[1:][better], came[1:][better] = reduced[better], column
            nearest = int(np.argmin(np.where(done[1:], np.inf, least[1:]))) + 1
            step = least[nearest]
            row_price[held[done]] += step
            column_price[done] -= step
            least[~done] -= step
            column = nearest
        while column:
            held[column] = held[came[column]]
            column = came[column]
    return [(int(held[j]) - 1, j - 1) for j in range(1, columns + 1) if held[j]]
