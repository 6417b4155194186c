"""The first reader of events: what each word of a sentence says of its sub-type, wherever it stands."""

from collections.abc import Mapping, Sequence, Set
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class Ballot(NamedTuple):
    """The weights: `votes` [word pieces, sub-types] in steps of `scale`, `slopes` [clues, sub-types]."""

    labels: Mapping[str, int]
    votes: NDArray[np.int8]
    scale: NDArray[np.float64]
    slopes: NDArray[np.float64]
    offsets: NDArray[np.float64]


class WordVotes:
    """Says how likely a sentence tells of each of some sub-types, by its word pieces and the clues in it.

    The mean of the pieces' votes and the sum of the clues': logistic regression over the encoder's word
    embeddings, multiplied out, and taught by the classifier over whole sentence vectors
    (`training/events/votes.py`). It knows the sub-types of the lexicon's mixed words alone. Votes are summed
    as whole numbers, in which no order of summing shows. Read at the first call.
    """

    def __init__(self, *, weights: Path) -> None:
        self._weights = weights
        self._held: Ballot | None = None

    def __call__(
        self, pieces: Sequence[int], told: Sequence[float], *, among: Set[str]
    ) -> Mapping[str, float]:
        """The chances of some sub-types, which sum to 1. Raises KeyError for one that it does not know.

        `pieces` are numbers of word pieces, `told` the clues as `EventClues.features` gives them.
        """
        ballot = self._read()
        names = sorted(among)
        columns = [ballot.labels[name] for name in names]
        votes = ballot.votes[list(pieces)].sum(axis=0, dtype=np.int64) / max(len(pieces), 1)
        scores = (votes * ballot.scale + np.asarray(told) @ ballot.slopes + ballot.offsets)[columns]
        raised = np.exp(scores - scores.max())
        return dict(zip(names, map(float, raised / raised.sum()), strict=True))

    def _read(self) -> Ballot:
        if self._held is None:
            with np.load(self._weights) as kept:
                self._held = Ballot(
                    labels={str(name): n for n, name in enumerate(kept["labels"])},
                    votes=kept["votes"],
                    scale=kept["scale"].astype(np.float64),
                    slopes=kept["slopes"].astype(np.float64),
                    offsets=kept["offsets"].astype(np.float64),
                )
        return self._held
