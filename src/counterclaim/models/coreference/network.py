"""The trained network that says how likely each earlier mention is the antecedent of a later one."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from counterclaim.models.coreference.features import Floats, PairReader, Vectors
from counterclaim.models.coreference.pairs import Ints

CHUNK = 4096
"""Pairs scored together: their numbers stay in the processor's cache."""


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


def load_network(file: Path) -> tuple[Network, Vectors]:
    """Read the weights and the vectors of words. Raises OSError, and KeyError for another kind of file."""
    with np.load(file) as held:
        names = Network.__dataclass_fields__
        network = Network(**{name: held[name].astype(np.float32) for name in names})
        table = held["vectors"].astype(np.float32) * held["scale"]
        return network, Vectors(str(held["words"]).split("\n"), table)
