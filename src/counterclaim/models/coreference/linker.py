"""Chains of one article, found for what is asked: from a mention over likely pairs to all that lead there."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

import numpy as np

from counterclaim.models.coreference.candidates import LONGEST
from counterclaim.models.coreference.clusters import cluster
from counterclaim.models.coreference.features import features_of
from counterclaim.models.coreference.mentions import Known
from counterclaim.models.coreference.network import Learnt, Scorer
from counterclaim.models.coreference.pair_features import PairReader
from counterclaim.models.coreference.pairs import Ints, Touching, pairs_of
from counterclaim.models.coreference.sieve import kept, standing
from counterclaim.records import Extent
from counterclaim.stages.attribute.chains import Chain, head_of
from counterclaim.stages.attribute.tree import Tree


class Linker:
    """The chains of an article's mentions, which are its candidates less the unlikely.

    A mention joins others over pairs whose score is above `threshold`, so that a chain lies within what such
    pairs hold together: no other pair need be scored to find it. What has been scored stays so.
    """

    def __init__(self, candidates: Sequence[Known], tree: Tree, *, learnt: Learnt, threshold: float) -> None:
        features = features_of(candidates, tree, learnt.vectors)
        scores = learnt.sieve.scores(features)
        left = kept(scores)
        known = [candidates[number] for number in left.tolist()]
        self._known = known
        self._firsts = [k.at.first for k in known]
        self._tree = tree
        self._threshold = threshold
        self._earlier, self._later = pairs_of(known)
        self._touching = Touching(self._earlier, self._later, len(known))
        self._found: dict[int, list[list[int]]] = {}
        self._scores = np.full(len(self._earlier), np.nan, dtype=np.float32)
        mentions = np.concatenate([features[left], standing(known, scores[left])], axis=1)
        self._score = Scorer(learnt.networks, mentions, PairReader(known, tree, learnt.vectors))

    def of(self, head: int) -> Chain:
        """The first chain with a mention whose head is a token, () where there is none."""
        low, high = (bisect_right(self._firsts, first) for first in (head - LONGEST - 1, head))
        asked = [
            number
            for number in range(low, high)
            if head <= self._known[number].at.last and head_of(self._tree, self._extent(number)) == head
        ]
        chains = [chain for number in asked for chain in self._chains_near(number) if number in chain]
        return min(map(self._extents, chains), default=())

    def every(self) -> tuple[Chain, ...]:
        """All chains of two mentions or more, in the order of their first mentions."""
        return tuple(sorted(map(self._extents, self._chains(self._held_together(range(len(self._known)))))))

    def _extent(self, number: int) -> Extent:
        at = self._known[number].at
        return self._tree.extent(at.first, at.last)

    def _extents(self, chain: Iterable[int]) -> Chain:
        return tuple(map(self._extent, chain))

    def _chains_near(self, asked: int) -> list[list[int]]:
        """The chains of a mention and of all that likely pairs hold together with it."""
        if asked not in self._found:
            members = self._held_together([asked])
            self._found.update(dict.fromkeys(members, self._chains(members)))
        return self._found[asked]

    def _held_together(self, asked: Iterable[int]) -> list[int]:
        """Some mentions and all that likely pairs hold together with them."""
        reached: set[int] = set()
        new = set(asked)
        while new:
            reached |= new
            pairs = self._touching(new)
            unscored = pairs[np.isnan(self._scores[pairs])]
            self._scores[unscored] = self._score(self._earlier[unscored], self._later[unscored])
            likely = self._likely(pairs)
            new = {*self._earlier[likely].tolist(), *self._later[likely].tolist()} - reached
        return sorted(reached)

    def _likely(self, pairs: Ints) -> Ints:
        return pairs[self._scores[pairs] > self._threshold]

    def _chains(self, members: Sequence[int]) -> list[list[int]]:
        """The chains of mentions that likely pairs tie to none but each other."""
        numbers, likely = np.array(members, dtype=np.int64), self._likely(self._touching(members))
        chains = cluster(
            [self._known[number] for number in members],
            np.searchsorted(numbers, self._earlier[likely]),
            np.searchsorted(numbers, self._later[likely]),
            self._scores[likely],
            threshold=self._threshold,
        )
        return [numbers[chain].tolist() for chain in chains]
