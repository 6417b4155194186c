"""The trained classifier of events: ACLED's sub-types, over the sentence encoder and the lexicon's clues."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from counterclaim.models.event_types.clues import EventClues

CLUE_WEIGHT = 0.15
"""What a clue counts beside the encoder's numbers, as in training."""


class EventTypes:
    """Says of a text how likely it tells of each sub-type: multinomial logistic regression.

    Its inputs are the text's sentence vector and the clues that stand in it. `labels` are ACLED's
    twenty-five sub-types (codebook of 2023) and five that the CASE 2021 task adds: attribution of
    responsibility, diplomacy, organised crime, natural and man-made disaster, which here mean "none of
    ACLED's".
    """

    def __init__(
        self, *, weights: Path, encoder: Callable[[Sequence[str]], NDArray[np.float32]], clues: EventClues
    ) -> None:
        self._weights = weights
        self._encoder = encoder
        self._clues = clues
        self._held: tuple[tuple[str, ...], NDArray[np.float32], NDArray[np.float32]] | None = None

    @property
    def labels(self) -> tuple[str, ...]:
        """The sub-types, in the order of the chances."""
        return self._read()[0]

    def __call__(self, text: str) -> tuple[tuple[str, float], ...]:
        """Each sub-type with its chance (they sum to 1), the likeliest first."""
        labels, slopes, offsets = self._read()
        scores = (inputs([text], self._encoder, self._clues) @ slopes + offsets)[0]
        chances = np.exp(scores - scores.max())
        chances /= chances.sum()
        return tuple(sorted(zip(labels, map(float, chances), strict=True), key=lambda c: (-c[1], c[0])))

    def _read(self) -> tuple[tuple[str, ...], NDArray[np.float32], NDArray[np.float32]]:
        if self._held is None:
            with np.load(self._weights) as kept:
                self._held = (tuple(map(str, kept["labels"])), kept["slopes"], kept["offsets"])
        return self._held


def inputs(
    texts: Sequence[str], encoder: Callable[[Sequence[str]], NDArray[np.float32]], clues: EventClues
) -> NDArray[np.float32]:
    """What the classifier sees: [texts, width of the encoder + number of clues]."""
    told = np.array([clues.features(text) for text in texts], dtype=np.float32)
    return np.hstack([encoder(texts), np.float32(CLUE_WEIGHT) * told])
