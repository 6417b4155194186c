"""Makes the weights of the event classifier and prints its cross-validated scores.

    pip install scikit-learn==1.7.2
    python training/events DATA

DATA is `snippets.jsonl` of the CASE 2021 task's labelled part ({text, label} a line). The model learns
from it and from the invented reports that stand beside the classifier, which count `WEIGHT` each. Writes
`src/counterclaim/models/weights/event-types.npz` and prints its size and SHA-256 for `catalogue.toml`.
"""

import argparse
import json
from hashlib import sha256
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold

from counterclaim.models.event_types import inputs
from counterclaim.models.event_types.clues import EventClues
from counterclaim.models.event_types.reports import WEIGHT, invented_reports
from counterclaim.models.load import lexicon, load_encoder
from counterclaim.values.events import CASE_LABELS

HERE = Path(__file__).parent
TARGET = HERE.parents[1] / "src" / "counterclaim" / "models" / "weights" / "event-types.npz"
STRENGTH = 10.0
"""Inverse of the regularisation, set by cross-validation on the development part."""

FOLDS, SEEDS = 5, (0, 1, 2)


def fitted(x: np.ndarray, y: np.ndarray, weight: np.ndarray) -> LogisticRegression:
    """The model of some rows."""
    model = LogisticRegression(C=STRENGTH, max_iter=500, class_weight="balanced")
    return model.fit(x, y, sample_weight=weight)


def main() -> None:
    """Cross-validate, then train on all."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--target", type=Path, default=TARGET)
    args = parser.parse_args()
    rows = [json.loads(line) for line in args.data.read_text("utf-8").splitlines() if line.strip()]
    texts = [row["text"] for row in rows]
    invented = invented_reports()
    encoder, clues = load_encoder(), EventClues.from_table(lexicon("event_clues"))
    x, extra = inputs(texts, encoder, clues), inputs([report.text for report in invented], encoder, clues)
    y = np.array([CASE_LABELS[row["label"]] for row in rows])
    y_own = np.array([report.label for report in invented])
    scores, baseline = [], []
    for seed in SEEDS:
        said, alone = np.empty(len(y), dtype=object), np.empty(len(y), dtype=object)
        for train, test in StratifiedKFold(FOLDS, shuffle=True, random_state=seed).split(x, y):
            weight = np.concatenate([np.ones(len(train)), np.full(len(extra), WEIGHT)])
            model = fitted(np.vstack([x[train], extra]), np.concatenate([y[train], y_own]), weight)
            said[test] = model.predict(x[test])
            plain = fitted(x[train][:, :384], y[train], np.ones(len(train)))
            alone[test] = plain.predict(x[test][:, :384])
        scores.append([f1_score(y, said, average=a) for a in ("weighted", "macro")])
        baseline.append([f1_score(y, alone, average=a) for a in ("weighted", "macro")])
    for name, found in (("encoder alone", baseline), ("with clues and invented reports", scores)):
        mean, spread = np.mean(found, 0), np.std(found, 0)
        print(
            f"{name}: weighted F1 {mean[0]:.3f} ± {spread[0]:.3f}, macro F1 {mean[1]:.3f} ± {spread[1]:.3f}"
        )
    weight = np.concatenate([np.ones(len(y)), np.full(len(extra), WEIGHT)])
    model = fitted(np.vstack([x, extra]), np.concatenate([y, y_own]), weight)
    args.target.parent.mkdir(parents=True, exist_ok=True)
    np.savez(
        args.target,
        labels=np.array(model.classes_, dtype="U40"),
        slopes=model.coef_.T.astype(np.float32),
        offsets=model.intercept_.astype(np.float32),
    )
    data = args.target.read_bytes()
    print(f"{args.target.name}: {len(data)} bytes, sha256 {sha256(data).hexdigest()}")


if __name__ == "__main__":
    main()
