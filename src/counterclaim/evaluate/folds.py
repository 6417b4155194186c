"""Cross-validation: what a classifier of the same make says of rows that it was not fitted to."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]

FOLDS = 5
SEED = 2021
STRENGTH = 10.0
"""Inverse of the regularisation, as in `training/events`."""

STEPS = 400
"""Steps of descent, which is convex: more only come nearer to the same weights."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Always:
    """Rows that every model is fitted to and none is asked about; each counts `weight` of a row."""

    inputs: NDArray[np.floating]
    labels: Sequence[str]
    weight: float


def predicted(
    inputs: NDArray[np.floating], labels: Sequence[str], *, always: Always | None = None
) -> list[str]:
    """The label of each row by a model fitted to the other folds; rows of one label are spread over them.

    `inputs` is [rows, numbers]. The model is multinomial logistic regression with balanced classes, fitted to
    the other folds and to the rows of `always`, which are in no fold.
    """
    rows = np.asarray(inputs, dtype=np.float64)
    more = np.zeros((0, rows.shape[1])) if always is None else np.asarray(always.inputs, dtype=np.float64)
    fold = np.array(_folds(labels))
    found = [""] * len(labels)
    for number in range(FOLDS):
        held, kept = np.flatnonzero(fold == number), np.flatnonzero(fold != number)
        if not len(held) or not len(kept) + len(more):
            continue
        names, weights = fitted(
            np.vstack([rows[kept], more]),
            [*(labels[int(i)] for i in kept), *(always.labels if always else ())],
            counts=np.concatenate([np.ones(len(kept)), np.full(len(more), always.weight if always else 1.0)]),
        )
        for i, best in zip(held, (_wide(rows[held]) @ weights).argmax(axis=1), strict=True):
            found[i] = names[best]
    return found


def fitted(rows: Matrix, labels: Sequence[str], *, counts: Matrix | None = None) -> tuple[list[str], Matrix]:
    """Labels in order, and the weights [numbers + 1, labels], the last row the offsets, which are not shrunk.

    `counts` is what each row counts, one where nothing is given; classes are balanced by number of rows.
    Nesterov's accelerated gradient on the convex loss of logistic regression with squared weights.
    """
    names = sorted(set(labels))
    wide = _wide(rows)
    truth = np.zeros((len(rows), len(names)))
    truth[np.arange(len(rows)), [names.index(label) for label in labels]] = 1.0
    balance = (truth @ (len(rows) / (len(names) * truth.sum(axis=0))))[:, None] * STRENGTH
    if counts is not None:
        balance *= counts[:, None]
    shrunk = np.ones((wide.shape[1], 1))
    shrunk[-1] = 0.0
    steepest = 0.5 * float(np.linalg.eigvalsh(wide.T @ (balance * wide))[-1]) + 1.0
    keep = (1 - steepest**-0.5) / (1 + steepest**-0.5)
    weights = ahead = np.zeros((wide.shape[1], len(names)))
    for _ in range(STEPS):
        slope = wide.T @ (balance * (_chances(wide @ ahead) - truth)) + shrunk * ahead
        before, weights = weights, ahead - slope / steepest
        ahead = weights + keep * (weights - before)
    return names, weights


def _wide(rows: Matrix) -> Matrix:
    return np.hstack([rows, np.ones((len(rows), 1))])


def _chances(scores: Matrix) -> Matrix:
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances: Matrix = raised / raised.sum(axis=1, keepdims=True)
    return chances


def _folds(labels: Sequence[str]) -> list[int]:
    """A fold for each row: those of one label are dealt out in turn, in an order that the seed decides."""
    by_label: dict[str, list[int]] = defaultdict(list)
    for i, label in enumerate(labels):
        by_label[label].append(i)
    chance, found, turn = Random(SEED), [0] * len(labels), 0
    for label in sorted(by_label):
        rows = by_label[label]
        chance.shuffle(rows)
        for i in rows:
            found[i] = turn % FOLDS
            turn += 1
    return found
