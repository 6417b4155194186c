"""The trained networks that say how likely each earlier mention is the antecedent of a later one."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from counterclaim.models.coreference.features import Floats, PairReader, Vectors
from counterclaim.models.coreference.pairs import Ints

CHUNK = 4096
"""Pairs scored together: their numbers stay in the processor's cache."""

HOPELESS = -2.5
"""A score of the first network below which no other is asked: 2 below the threshold, set with it
on GUM's development part."""


@dataclass(frozen=True, slots=True)
class Network:
    """Weights of training/coreference/net.py, [in, out] each.

    `later`, `earlier` and `pair` are of one layer over both mentions and their pair; `deep` and `top` follow
    it; `alone` and `alone_top` look at the later mention by itself.
    """

    later: Floats
    later_bias: Floats
    earlier: Floats
    pair: Floats
    deep: Floats
    deep_bias: Floats
    top: Floats
    top_bias: Floats
    alone: Floats
    alone_bias: Floats
    alone_top: Floats
    alone_top_bias: Floats

    def scores(self, mentions: Floats, pairs: PairReader, earlier: Ints, later: Ints) -> Floats:
        """Score pairs, float32 [pairs]: above 0, rather this antecedent than none."""
        as_later = mentions @ self.later + self.later_bias
        as_earlier = mentions @ self.earlier
        alone = np.maximum(mentions @ self.alone + self.alone_bias, 0) @ self.alone_top + self.alone_top_bias
        scores = np.empty(len(earlier), dtype=np.float32)
        for at in range(0, len(earlier), CHUNK):
            a, b = earlier[at : at + CHUNK], later[at : at + CHUNK]
            hidden = pairs.features(a, b) @ self.pair
            hidden += as_earlier[a]
            hidden += as_later[b]
            np.maximum(hidden, 0, out=hidden)
            deep = np.maximum(hidden @ self.deep + self.deep_bias, 0)
            scores[at : at + CHUNK] = deep @ self.top + self.top_bias + alone[b]
        return scores


@dataclass(frozen=True, slots=True)
class Networks:
    """Networks that were trained alike from different beginnings: the mean of their scores errs less."""

    members: tuple[Network, ...]

    def scores(self, mentions: Floats, pairs: PairReader, earlier: Ints, later: Ints) -> Floats:
        """Score pairs by the mean of all; by the first alone where it sees no hope."""
        found = self.members[0].scores(mentions, pairs, earlier, later)
        (hopeful,) = np.nonzero(found > HOPELESS)
        a, b = earlier[hopeful], later[hopeful]
        for member in self.members[1:]:
            found[hopeful] += member.scores(mentions, pairs, a, b)
        found[hopeful] /= len(self.members)
        return found


def load_networks(file: Path) -> tuple[Networks, Vectors]:
    """Read the weights, a network a row, and the vectors of words.

    Raises OSError, and KeyError for another kind of file.
    """
    with np.load(file) as held:
        arrays = {name: held[name].astype(np.float32) for name in Network.__dataclass_fields__}
        table = held["vectors"].astype(np.float32) * held["scale"]
        words = str(held["words"]).split("\n")
    members = tuple(
        Network(**{name: rows[number] for name, rows in arrays.items()})
        for number in range(len(arrays["top"]))
    )
    return Networks(members), Vectors(words, table)
