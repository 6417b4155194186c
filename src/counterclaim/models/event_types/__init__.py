"""The trained classifier of events by ACLED's sub-types, and how it chooses for a word of several.

Two readers: one by the words alone, which costs next to nothing, and one over the sentence encoder, which is
asked where the first cannot be sure what the second would say.
"""

from collections.abc import Callable, Mapping, Sequence, Set
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from counterclaim.models.event_types.clues import EventClues
from counterclaim.models.event_types.votes import WordVotes

CLUE_WEIGHT = 0.15
"""What a clue counts beside the encoder's numbers, as in training."""

LEAST_SURE = 0.6
"""Share of the chance of a word's kinds from which a sentence decides against the word's usual kind; set by
reading what it changed in the development events."""

SURELY_NOT, SURELY = 0.4, 0.75
"""Chances by the words alone below which another than the usual sub-type is out of the question, and from
which it is beyond it. Between them lies `LEAST_SURE`, and the encoder decides. Set in folds by
`training/events/votes.py`: of a hundred sentences not seen it is asked of 22, and one comes out otherwise."""

Chances = tuple[tuple[str, float], ...]


class EventTypes:
    """Chooses a sub-type for a word by its sentence, and says how likely a text tells of each.

    `labels` are ACLED's twenty-five sub-types (codebook of 2023) and five that the CASE 2021 task adds:
    attribution of responsibility, diplomacy, organised crime, natural and man-made disaster, which here mean
    "none of ACLED's". `pieces` cuts a text as `encoder` does.
    """

    def __init__(
        self,
        *,
        weights: Path,
        votes: WordVotes,
        encoder: Callable[[Sequence[str]], NDArray[np.float32]],
        pieces: Callable[[str], Sequence[int]],
        clues: EventClues,
    ) -> None:
        self._weights = weights
        self._votes = votes
        self._encoder = encoder
        self._pieces = pieces
        self._clues = clues
        self._held: tuple[tuple[str, ...], NDArray[np.float32], NDArray[np.float32]] | None = None
        self._last: tuple[str, Chances] | None = None  # the words of one sentence are asked of in a row

    @property
    def labels(self) -> tuple[str, ...]:
        """The sub-types, in the order of the chances."""
        return self._read()[0]

    def __call__(self, text: str, *, usual: str, among: Set[str]) -> str:
        """The sub-type that a word tells of in its sentence: the `usual` one unless that speaks clearly."""
        told = self._clues.features(text)
        rival, chance = best(self._votes(self._pieces(text), told, among=among), besides=usual)
        if chance < SURELY_NOT or chance >= SURELY:
            return usual if chance < SURELY_NOT else rival
        known = {name: chance for name, chance in self._chances(text, told) if name in among}
        rival, chance = best(known, besides=usual)
        return usual if chance < LEAST_SURE else rival

    def chances(self, text: str) -> Chances:
        """Each sub-type with its chance by sentence vector and clues (they sum to 1), the likeliest first.

        Multinomial logistic regression.
        """
        return self._chances(text, self._clues.features(text))

    def _chances(self, text: str, told: Sequence[float]) -> Chances:
        if self._last is None or self._last[0] != text:
            self._last = text, self._worked_out(text, told)
        return self._last[1]

    def _worked_out(self, text: str, told: Sequence[float]) -> Chances:
        labels, slopes, offsets = self._read()
        scores = (beside(self._encoder([text]), [told]) @ slopes + offsets)[0]
        chances = np.exp(scores - scores.max())
        chances /= chances.sum()
        return tuple(sorted(zip(labels, map(float, chances), strict=True), key=lambda c: (-c[1], c[0])))

    def _read(self) -> tuple[tuple[str, ...], NDArray[np.float32], NDArray[np.float32]]:
        if self._held is None:
            with np.load(self._weights) as kept:
                self._held = (tuple(map(str, kept["labels"])), kept["slopes"], kept["offsets"])
        return self._held


def best(chances: Mapping[str, float], *, besides: str) -> tuple[str, float]:
    """The likeliest sub-type besides one, with its share of the chance of all."""
    rival = max(sorted(chances.keys() - {besides}), key=chances.__getitem__)
    return rival, chances[rival] / sum(chances.values())


def inputs(
    texts: Sequence[str], encoder: Callable[[Sequence[str]], NDArray[np.float32]], clues: EventClues
) -> NDArray[np.float32]:
    """What the classifier sees: [texts, width of the encoder + number of clues]."""
    return beside(encoder(texts), [clues.features(text) for text in texts])


def beside(vectors: NDArray[np.float32], told: Sequence[Sequence[float]]) -> NDArray[np.float32]:
    """Sentence vectors with the clues of their texts beside them, weighed."""
    return np.hstack([vectors, np.float32(CLUE_WEIGHT) * np.array(told, dtype=np.float32)])
