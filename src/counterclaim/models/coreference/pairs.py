"""Which earlier mentions a mention is compared with, and how many words two mentions share."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from counterclaim.models.coreference.mentions import Known

Ints = NDArray[np.int64]
Counts = NDArray[np.float32]

NEAR_PRONOUN = 40
NEAR_OTHER = 20
"""Mentions back that a pronoun, and that another mention, is compared with; set on GUM,
where more than 97 of 100 antecedents lie in reach."""

BITS = 63
"""Bits of the marks by which sets of words are told apart before they are compared."""

LIKE = 12
"""Mentions back that share a word with it, however far, nearest first; the first one in the text as well."""


def pairs_of(known: Sequence[Known]) -> tuple[Ints, Ints]:
    """Pairs (earlier, later) of mention numbers, sorted by the later and then the earlier.

    Mentions of which one holds the other are no pair.
    """
    numbers = np.arange(len(known))
    first, last = np.array([k.at[:2] for k in known], dtype=np.int64).reshape(-1, 2).T
    reach = np.array([NEAR_PRONOUN if k.pronoun else NEAR_OTHER for k in known], dtype=np.int64)
    near = np.minimum(reach, numbers)
    later = np.repeat(numbers, near)
    earlier = np.arange(len(later)) - np.repeat(np.cumsum(near) - numbers, near)
    keys = np.concatenate([later * len(known) + earlier, _alike(known)])
    keys.sort()
    later, earlier = np.divmod(keys[np.diff(keys, prepend=-1) > 0], max(len(known), 1))
    apart = (last[earlier] < first[later]) | (last[later] < first[earlier])
    return earlier[apart], later[apart]


def _alike(known: Sequence[Known]) -> Ints:
    """Pairs of mentions that share a telling word or a first or last name, as later * mentions + earlier."""
    at: dict[Hashable, list[int]] = defaultdict(list)
    found: list[int] = []
    for number, one in enumerate(known):
        here = number * len(known)
        for mark in _marks(one):
            held = at[mark]
            found += [here + other for other in held[-LIKE:]]
            found += [here + other for other in held[: len(held) > LIKE]]
            held.append(number)
    return np.array(found, dtype=np.int64)


def _marks(one: Known) -> Collection[Hashable]:
    """What mentions are compared for having in common."""
    if one.pronoun:
        return (one.pronoun,)
    words: set[Hashable] = {one.lemma, *one.words} if one.proper else {one.lemma}
    if one.acronym or one.initials:
        words.add(("", one.acronym or one.initials))
    return words


class Touching:
    """Finds the pairs in which mentions stand."""

    def __init__(self, earlier: Ints, later: Ints, mentions: int) -> None:
        numbers = np.arange(mentions + 1)
        self._by_earlier = np.argsort(earlier, kind="stable")
        self._later_from = np.searchsorted(later, numbers).tolist()
        self._earlier_from = np.searchsorted(earlier[self._by_earlier], numbers).tolist()

    def __call__(self, mentions: Iterable[int]) -> Ints:
        """The numbers of the pairs in which some mentions stand, in order."""
        of, by = self._later_from, self._earlier_from
        found = np.zeros(len(self._by_earlier), dtype=np.bool_)
        for n in mentions:
            found[of[n] : of[n + 1]] = True
            found[self._by_earlier[by[n] : by[n + 1]]] = True
        return np.nonzero(found)[0]


class Bags:
    """Sets of words, one a mention, and how many share what.

    `before` holds those of `words` that stand before a mention's head.
    """

    def __init__(self, words: Sequence[frozenset[str]], before: Sequence[frozenset[str]]) -> None:
        self._words, self._before = words, before
        self._bits = _bits(words)

    def shared(self, earlier: Ints, later: Ints) -> tuple[Counts, Counts, Counts]:
        """For each pair: words in common, and how many of them stand before the later, the earlier head."""
        held, kept, given = np.zeros((3, len(earlier)), dtype=np.float32)
        likely = np.nonzero(self._bits[earlier] & self._bits[later])[0]
        for pair, a, b in zip(likely.tolist(), earlier[likely].tolist(), later[likely].tolist(), strict=True):
            common = self._words[a] & self._words[b]
            if common:
                held[pair] = len(common)
                kept[pair] = len(common & self._before[b])
                given[pair] = len(common & self._before[a])
        return held, kept, given


def _bits(bags: Sequence[frozenset[str]]) -> Ints:
    """A number for each set, with a bit for each word: sets that share a word share a bit (Bloom 1970)."""
    numbers: dict[str, int] = {}
    found = []
    for bag in bags:
        bits = 0
        for word in bag:
            bits |= 1 << numbers.setdefault(word, len(numbers)) % BITS
        found.append(bits)
    return np.array(found, dtype=np.int64)
