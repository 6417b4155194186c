"""Which candidates are likely to be in a chain: the others are set aside before pairs are made.

There are many ways to cut a phrase and few of them are mentions; what is cut wrongly would stand between a
mention and its antecedent. Pruning before ranking as in Lee et al. (2017).
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from counterclaim.models.coreference.features import Floats
from counterclaim.models.coreference.mentions import Known

LEAST = -3.5
"""Log odds above which a candidate stays: a third goes, and with it less than 2 in 100 of the mentions."""

NO_RIVAL = -5.0
WIDEST = 4.0


@dataclass(frozen=True, slots=True)
class Sieve:
    """Weights of training/coreference/sieve.py, [networks, in, out] each; each saw other texts."""

    sieve: Floats
    sieve_bias: Floats
    sieve_top: Floats
    sieve_top_bias: Floats

    def scores(self, mentions: Floats) -> Floats:
        """The log odds that candidates are mentions, [candidates], by their features."""
        hidden = np.maximum(mentions @ self.sieve + self.sieve_bias[:, None], 0)
        each: Floats = (hidden @ self.sieve_top[:, :, None])[..., 0] + self.sieve_top_bias[:, None]
        found: Floats = each.mean(axis=0)
        return found


def kept(scores: Floats) -> NDArray[np.int64]:
    """The numbers of the candidates that stay: at least one."""
    found: NDArray[np.int64] = np.nonzero(scores >= min(LEAST, scores.max()))[0]
    return found


def standing(known: Sequence[Known], scores: Floats) -> Floats:
    """How likely mentions are, each by itself and beside others of its head, [mentions, 4]."""
    of_head = defaultdict[int, list[int]](list)
    for number, one in enumerate(known):
        of_head[one.at.head].append(number)
    rival = np.full(len(known), NO_RIVAL, dtype=np.float32)
    for same in of_head.values():
        for number in same:
            others = [scores[other] for other in same if other != number]
            rival[number] = max(others, default=NO_RIVAL)
    chance = 1 / (1 + np.exp(-scores))
    return np.stack(
        [
            chance,
            np.clip(scores, -WIDEST, WIDEST) / WIDEST,
            np.clip(rival, NO_RIVAL, WIDEST) / WIDEST,
            rival > scores,
        ],
        axis=1,
    ).astype(np.float32)
