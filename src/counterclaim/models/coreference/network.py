"""The trained networks that say how likely each earlier mention is the antecedent of a later one."""

from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np

from counterclaim.models.coreference.features import Floats, Vectors
from counterclaim.models.coreference.pair_features import PairReader
from counterclaim.models.coreference.pairs import Ints
from counterclaim.models.coreference.sieve import Sieve

CHUNK = 4096
"""Pairs scored together: their numbers stay in the processor's cache."""

HOPELESS = -2.5
"""A score of the first network below which no other is asked: 2 below the threshold, set with it
on GUM's development part."""


@dataclass(frozen=True, slots=True)
class Networks:
    """Weights of training/coreference/net.py, [networks, in, out] each.

    `later`, `earlier` and `pair` are of one layer over both mentions and their pair; `deep` and `top` follow
    it; `alone` and `alone_top` look at the later mention by itself. The networks were trained alike from
    different beginnings: the mean of their scores errs less.
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

    def only(self, which: slice) -> "Networks":
        """Some of the networks."""
        return Networks(*(getattr(self, field.name)[which] for field in fields(Networks)))

    def view(self, mentions: Floats) -> tuple[Floats, Floats, Floats]:
        """What the networks see in mentions, [networks, mentions …]: as later, as earlier, by themselves."""
        alone = np.maximum(mentions @ self.alone + self.alone_bias[:, None], 0)
        by_itself = (alone @ self.alone_top[:, :, None])[..., 0] + self.alone_top_bias[:, None]
        return mentions @ self.later + self.later_bias[:, None], mentions @ self.earlier, by_itself

    def score(self, pairs: Floats, later: Floats, earlier: Floats, alone: Floats) -> Floats:
        """Score pairs, [networks, pairs]: above 0, rather this antecedent than none.

        `pairs` are their features; `later`, `earlier` and `alone` what the networks see in their mentions.
        """
        hidden = pairs @ self.pair
        hidden += earlier
        hidden += later
        np.maximum(hidden, 0, out=hidden)
        deep = np.maximum(hidden @ self.deep + self.deep_bias[:, None], 0)
        found: Floats = (deep @ self.top[:, :, None])[..., 0] + self.top_bias[:, None] + alone
        return found


class Looking:
    """Networks over the mentions of one article; a mention is looked at when it first stands in a pair."""

    def __init__(self, networks: Networks, mentions: Floats) -> None:
        self._networks, self._mentions = networks, mentions
        count, _, width = networks.pair.shape
        self._later, self._earlier = np.empty((2, count, len(mentions), width), dtype=np.float32)
        self._alone = np.empty((count, len(mentions)), dtype=np.float32)
        self._seen = np.zeros(len(mentions), dtype=np.bool_)

    def __call__(self, pairs: Floats, earlier: Ints, later: Ints) -> Floats:
        """Score pairs, [networks, pairs], by their features and the numbers of their mentions."""
        named = np.zeros(len(self._seen), dtype=np.bool_)
        named[earlier] = named[later] = True
        (new,) = np.nonzero(named & ~self._seen)
        if len(new):
            seen = self._networks.view(self._mentions[new])
            self._later[:, new], self._earlier[:, new], self._alone[:, new] = seen
            self._seen[new] = True
        return self._networks.score(
            pairs,
            self._later.take(later, axis=1),
            self._earlier.take(earlier, axis=1),
            self._alone.take(later, axis=1),
        )


class Scorer:
    """Scores pairs of one article's mentions, whose features are given."""

    def __init__(self, networks: Networks, mentions: Floats, pairs: PairReader) -> None:
        self._first = Looking(networks.only(slice(0, 1)), mentions)
        self._others = Looking(networks.only(slice(1, None)), mentions)
        self._count = len(networks.pair)
        self._pairs = pairs

    def __call__(self, earlier: Ints, later: Ints) -> Floats:
        """Score pairs, float32 [pairs], by the mean of all; by the first alone where it sees no hope."""
        found = np.empty(len(earlier), dtype=np.float32)
        for at in range(0, len(earlier), CHUNK):
            found[at : at + CHUNK] = self._scores(earlier[at : at + CHUNK], later[at : at + CHUNK])
        return found

    def _scores(self, earlier: Ints, later: Ints) -> Floats:
        pairs = self._pairs.features(earlier, later)
        found: Floats = self._first(pairs, earlier, later)[0]
        (hopeful,) = np.nonzero(found > HOPELESS)
        if len(hopeful):
            further = self._others(pairs[hopeful], earlier[hopeful], later[hopeful])
            found[hopeful] = (found[hopeful] + further.sum(axis=0)) / self._count
        return found


@dataclass(frozen=True, slots=True)
class Learnt:
    """All that was learnt: which candidates stay, which of them go together, and vectors of words."""

    sieve: Sieve
    networks: Networks
    vectors: Vectors


def load_learnt(file: Path) -> Learnt:
    """Read the weights and the vectors of words.

    Raises OSError, and KeyError for another kind of file.
    """
    with np.load(file) as held:
        sieve = Sieve(*(held[field.name].astype(np.float32) for field in fields(Sieve)))
        networks = Networks(*(held[field.name].astype(np.float32) for field in fields(Networks)))
        table = held["vectors"].astype(np.float32) * held["scale"]
        words = str(held["words"]).split("\n")
    return Learnt(sieve, networks, Vectors(words, table))
