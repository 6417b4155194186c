"""Makes the first reader's weights: the classifier over the sentence encoder teaches what each word says.

    pip install scipy==1.16.2 onnx==1.23.2
    python training/events/votes.py DATA QUESTIONS

DATA is what `training/events` is given, QUESTIONS what `sentences.py` wrote. The pupil is multinomial
logistic regression over the mean of the encoder's word embeddings and the clues. It learns the chances that
the teacher gives to the sub-types that a question is about, and is multiplied out to votes of each word
piece. Prints in folds how many questions it leaves to the encoder and how often it decides otherwise than its
teacher; and on DATA, with teachers and pupils that never saw the fold, how often each is right. Writes
`src/counterclaim/models/weights/event-votes.npz`, prints its size and SHA-256 for `catalogue.toml`.
"""

import argparse
import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnx
from scipy.optimize import minimize

from counterclaim.evaluate.folds import fitted
from counterclaim.models.encoder import OnnxEncoder
from counterclaim.models.event_types import CLUE_WEIGHT, LEAST_SURE, SURELY, SURELY_NOT, best, inputs
from counterclaim.models.event_types.clues import EventClues
from counterclaim.models.event_types.reports import WEIGHT, invented_reports
from counterclaim.models.load import lexicon, load_encoder
from counterclaim.values.events import CASE_LABELS

WEIGHTS = Path(__file__).parents[2] / "src" / "counterclaim" / "models" / "weights"
TARGET = WEIGHTS / "event-votes.npz"
SHRINKING = 1e-6
"""Weight of the squared weights beside the mean loss of a question."""

STEPS = 600
FOLDS = 5
OUT = -1e9
"""Score of a sub-type that a question is not about."""


class Questions(NamedTuple):
    """`rows` and `seen`: what pupil and teacher see; `open` [questions, sub-types]: what each is about."""

    rows: np.ndarray
    seen: np.ndarray
    open: np.ndarray
    usual: list[str]

    def part(self, which: np.ndarray) -> "Questions":
        """Some of them."""
        return Questions(self.rows[which], self.seen[which], self.open[which], [self.usual[i] for i in which])


def embeddings(file: Path) -> np.ndarray:
    """The encoder's word embeddings, centred: [word pieces, width]."""
    held = {i.name: i for i in onnx.load(file).graph.initializer}
    rows, scale = (onnx.numpy_helper.to_array(held[name]) for name in ("words_int8", "words_scale"))
    table = rows.astype(np.float32) * scale
    return table - table.mean(axis=0)


def learned(rows: np.ndarray, wanted: np.ndarray, about: np.ndarray) -> np.ndarray:
    """Weights [numbers + 1, sub-types], the last row the offsets, for the chances `wanted` of `about`."""
    wide = np.hstack([rows, np.ones((len(rows), 1))])
    shape = (wide.shape[1], wanted.shape[1])
    shut = np.where(about, 0.0, OUT)

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        weights = flat.reshape(shape)
        shrunk = np.vstack([weights[:-1], np.zeros((1, shape[1]))]) * SHRINKING
        scores = wide @ weights + shut
        scores -= scores.max(axis=1, keepdims=True)
        logs = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
        slope = wide.T @ (np.exp(logs) - wanted) / len(rows) + shrunk
        missed = -(wanted * np.where(about, logs, 0.0)).sum() / len(rows)
        return missed + 0.5 * float((shrunk * weights).sum()), slope.ravel()

    return minimize(
        loss, np.zeros(shape).ravel(), jac=True, method="L-BFGS-B", options={"maxiter": STEPS}
    ).x.reshape(shape)


def chances(scores: np.ndarray) -> np.ndarray:
    """Of scores [rows, labels] the chances."""
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    return raised / raised.sum(axis=1, keepdims=True)


def among(found: np.ndarray, about: np.ndarray) -> np.ndarray:
    """Chances of what is open alone."""
    kept = np.where(about, found, 0.0)
    return kept / kept.sum(axis=1, keepdims=True)


def decided(
    labels: list[str], first: np.ndarray, second: np.ndarray, about: np.ndarray, usual: list[str]
) -> Iterator[tuple[str, str, bool]]:
    """Of each question what the encoder alone says, what both readers say, and whether it was asked."""
    for one, two, here, plain in zip(first, second, about, usual, strict=True):
        names = [label for label, is_open in zip(labels, here, strict=True) if is_open]
        rival, sure = best(dict(zip(names, map(float, one[here]), strict=True)), besides=plain)
        other, share = best(dict(zip(names, map(float, two[here]), strict=True)), besides=plain)
        alone = other if share >= LEAST_SURE else plain
        asked = SURELY_NOT <= sure < SURELY
        yield alone, alone if asked else plain if sure < SURELY_NOT else rival, asked


class Pupil(NamedTuple):
    """Turns texts into the pupil's rows: the mean embedding of each, centred and scaled, and its clues."""

    encoder: OnnxEncoder
    table: np.ndarray
    middle: np.ndarray
    spread: float

    def means(self, texts: list[str]) -> np.ndarray:
        """The mean embeddings: [texts, width]."""
        return np.array(
            [self.table[self.encoder.pieces(text)].mean(axis=0) for text in texts], dtype=np.float64
        )

    def rows(self, texts: list[str], seen: np.ndarray) -> np.ndarray:
        """What the pupil sees of texts; `seen` is what the teacher sees of them."""
        width = self.table.shape[1]
        return np.hstack([(self.means(texts) - self.middle) / self.spread, seen[:, width:]])


def main() -> None:
    """Teach in folds, then on all."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--target", type=Path, default=TARGET)
    args = parser.parse_args()
    encoder, clues = load_encoder(), EventClues.from_table(lexicon("event_clues"))
    with np.load(WEIGHTS / "event-types.npz") as kept:
        every, slopes, offsets = [*map(str, kept["labels"])], kept["slopes"], kept["offsets"]
    asked = [json.loads(line) for line in args.questions.read_text("utf-8").splitlines()]
    asked.sort(key=lambda q: (sha256(q["text"].encode()).hexdigest(), q["usual"]))
    labels = sorted({name for q in asked for name in q["among"]})
    columns = [every.index(name) for name in labels]
    texts = [q["text"] for q in asked]
    pupil = Pupil(encoder, embeddings(WEIGHTS / "encoder.onnx"), np.zeros(1), 1.0)
    means = pupil.means(texts)
    pupil = pupil._replace(
        middle=means.mean(axis=0), spread=float(np.linalg.norm(means - means.mean(axis=0), axis=1).mean())
    )
    seen = inputs(texts, encoder, clues)
    about = np.array([[name in q["among"] for name in labels] for q in asked])
    questions = Questions(pupil.rows(texts, seen), seen, about, [q["usual"] for q in asked])
    wanted = among(chances(seen @ slopes + offsets)[:, columns], about)
    folds = np.arange(len(asked)) * FOLDS // len(asked)
    outcomes: list[tuple[str, str, bool]] = []
    for number in range(FOLDS):
        kept_in, held = np.flatnonzero(folds != number), questions.part(np.flatnonzero(folds == number))
        weights = learned(questions.rows[kept_in], wanted[kept_in], about[kept_in])
        first = among(chances(held.rows @ weights[:-1] + weights[-1]), held.open)
        outcomes += decided(labels, first, wanted[folds == number], held.open, held.usual)
    left = np.mean([asked_too for *_, asked_too in outcomes])
    apart = np.mean([alone != both for alone, both, _ in outcomes])
    print(f"{len(asked)} questions, in folds: {left:.3f} left to the encoder, {apart:.4f} decided otherwise")
    report(args.data, pupil, clues, questions, labels)
    weights = learned(questions.rows, wanted, about)
    width = pupil.table.shape[1]
    votes = pupil.table @ weights[:width] / pupil.spread
    scale = np.abs(votes).max(axis=0) / 127
    np.savez(
        args.target,
        labels=np.array(labels, dtype="U40"),
        votes=np.round(votes / scale).astype(np.int8),
        scale=scale.astype(np.float32),
        slopes=(weights[width:-1] * CLUE_WEIGHT).astype(np.float32),
        offsets=(weights[-1] - pupil.middle @ weights[:width] / pupil.spread).astype(np.float32),
    )
    data = args.target.read_bytes()
    print(f"{args.target.name}: {len(data)} bytes, sha256 {sha256(data).hexdigest()}")


def report(data: Path, pupil: Pupil, clues: EventClues, questions: Questions, labels: list[str]) -> None:
    """Print how often each is right of the rows of DATA whose label a question is about.

    Each such row is asked about the sub-types of its label's family; its usual one is the family's commonest.
    """
    rows = [json.loads(line) for line in data.read_text("utf-8").splitlines() if line.strip()]
    truth = [CASE_LABELS[row["label"]] for row in rows]
    reports = invented_reports()
    seen = inputs([row["text"] for row in rows], pupil.encoder, clues)
    invented = inputs([each.text for each in reports], pupil.encoder, clues)
    families = {tuple(q) for q in questions.open}
    folds = np.array([int(sha256(row["text"].encode()).hexdigest(), 16) % FOLDS for row in rows])
    right: list[tuple[bool, bool, bool]] = []
    for number in range(FOLDS):
        kept = np.flatnonzero(folds != number)
        names, weights = fitted(
            np.vstack([seen[kept], invented]).astype(np.float64),
            [*(truth[i] for i in kept), *(each.label for each in reports)],
            counts=np.concatenate([np.ones(len(kept)), np.full(len(reports), WEIGHT)]),
        )
        columns = [names.index(label) for label in labels]
        taught = among(chances(questions.seen @ weights[:-1] + weights[-1])[:, columns], questions.open)
        learnt = learned(questions.rows, taught, questions.open)
        for family in families:
            open_here = [label for label, is_open in zip(labels, family, strict=True) if is_open]
            held = [i for i in np.flatnonzero(folds == number) if truth[i] in open_here]
            if not held:
                continue
            about = np.array([family] * len(held))
            mine = pupil.rows([rows[i]["text"] for i in held], seen[held])
            first = among(chances(mine @ learnt[:-1] + learnt[-1]), about)
            second = among(chances(seen[held] @ weights[:-1] + weights[-1])[:, columns], about)
            usual = max(open_here, key=truth.count)
            for i, (alone, both, asked) in zip(
                held, decided(labels, first, second, about, [usual] * len(held)), strict=True
            ):
                right.append((alone == truth[i], both == truth[i], asked))
    alone, both, asked = np.mean(right, axis=0)
    print(
        f"{len(right)} labelled rows, in folds: right by the encoder alone {alone:.3f}, by both {both:.3f}, "
        f"{asked:.3f} left to the encoder"
    )


if __name__ == "__main__":
    main()
