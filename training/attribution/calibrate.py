"""Fits the confidence of attributions and prints how far it can be relied on.

    PYTHONPATH=src python training/attribution/calibrate.py DATA SCORER [--gold DIR --texts FILE] [--plot SVG]

DATA holds PolNeAR's `dev.jsonl`; DIR holds readings of our own gold as offsets (`a.jsonl`, `b.jsonl` and
`adjudicated.jsonl`), FILE its texts (`doc`, `text`), all of them JSON Lines.
Every second article of PolNeAR and of the gold is fitted on, the others are what the table is of; then
`lexicon/confidence.toml` is written. Needs the shipped weights and nothing of the training's environment.
"""

import argparse
import gzip
import importlib.util
import json
import sys
from hashlib import sha256
from pathlib import Path

import numpy as np

from counterclaim.models.load import lexicon, load
from counterclaim.models.tagger import OnnxTagger
from counterclaim.models.tagger.evidence import NAMES
from counterclaim.pipeline import admit_all
from counterclaim.records import RawText

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE)]

from reliability import Bin, plot  # noqa: E402

TARGET = HERE.parents[1] / "src" / "counterclaim" / "models" / "lexicon" / "confidence.toml"
ROLES = ("source", "cue", "content")
BINS = 10
RIDGE = 2.0


def main() -> None:
    """Fit, tell, write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--plot", type=Path, help="draw the table, too")
    args = parser.parse_args()
    spec = importlib.util.spec_from_file_location("scorer", args.scorer)
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    corpora = {"PolNeAR dev": rows(args.data / "dev.jsonl")}
    if args.gold:
        texts = {str(row["doc"]): row for row in rows(args.texts)}
        corpora["conflict"] = [{**texts[str(row["doc"])], **row} for row in settled(args.gold)]
    models = load()
    held = {name: examples(documents, models, scorer) for name, documents in corpora.items()}
    fitted = [held[name][number] for name in held for number in range(0, len(held[name]), 2)]
    weights = logistic(*stacked(fitted))
    tables = {name: told(name, weights, *stacked(documents[1::2])) for name, documents in held.items()}
    if args.plot:
        args.plot.write_text(plot(tables), "utf-8")
    TARGET.write_text(written(weights, {name: len(d[::2]) for name, d in held.items()}), "utf-8")


def rows(path: Path) -> list[dict]:
    """The records of a JSON Lines file, gzipped or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8", newline="\n") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def settled(folder: Path) -> list[dict]:
    """The gold of a folder: an article's adjudicated reading, else the one that it has, by document."""
    found = {}
    for name in ("b", "a", "adjudicated"):
        found |= {str(row["doc"]): row for row in rows(folder / f"{name}.jsonl")}
    return [found[doc] for doc in sorted(found)]


def examples(documents: list[dict], models, scorer) -> list[tuple[list, list]]:
    """Per article what speaks for each candidate, and whether it is right."""
    tagger = models.tagger
    if not isinstance(tagger, OnnxTagger):
        raise SystemExit("the trained tagger is not loaded")
    found = []
    for row in documents:
        text = row["text"]
        raw = RawText(file=str(row["doc"]), text=text, sha256=sha256(text.encode()).hexdigest())
        (article,), _ = admit_all([raw], models)
        (parse,) = models.parser([article])
        candidates = tagger.candidates(article, parse)
        doc = scorer.Doc(article.text)
        wanted = [
            scorer.Item(doc, {r: [tuple(s) for s in a.get(r) or []] for r in ROLES})
            for a in row["attributions"]
        ]
        got = [scorer.Item(doc, {r: list(getattr(c.attribution, r)) for r in ROLES}) for c in candidates]
        right = [
            any(
                scorer.jaccard(gold.content, one.content) >= scorer.PARTIAL and scorer.same_source(gold, one)
                for gold in wanted
            )
            for one in got
        ]
        found.append(([c.evidence for c in candidates], right))
    return found


def stacked(documents: list[tuple[list, list]]) -> tuple[np.ndarray, np.ndarray]:
    """All candidates of some articles."""
    values = [v for evidence, _ in documents for v in evidence]
    return np.array(values).reshape(-1, len(NAMES)), np.array([r for _, right in documents for r in right])


def logistic(values: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Weights of a logistic model, the bias first, by Newton's method; all but the bias drawn to 0."""
    table = np.hstack([np.ones((len(values), 1)), values])
    weights = np.zeros(table.shape[1])
    ridge = RIDGE * np.eye(table.shape[1])
    ridge[0, 0] = 0
    for _ in range(30):
        chance = 1 / (1 + np.exp(-table @ weights))
        bend = (table * (chance * (1 - chance))[:, None]).T @ table + ridge
        weights += np.linalg.solve(bend, table.T @ (right - chance) - ridge @ weights)
    return weights


def told(name: str, weights: np.ndarray, values: np.ndarray, right: np.ndarray) -> list[Bin]:
    """Print a reliability table and the expected calibration error (Naeini et al. 2015); give the table."""
    chance = 1 / (1 + np.exp(-(weights[0] + values @ weights[1:])))
    number = np.minimum((chance * BINS).astype(int), BINS - 1)
    print(f"{name}: {len(right)} candidates\n  from  count  said  right")
    found, error = [], 0.0
    for b in range(BINS):
        held = number == b
        if held.any():
            one = Bin(int(held.sum()), float(chance[held].mean()), float(right[held].mean()))
            error += one.count / len(right) * abs(one.said - one.right)
            print(f"  {b / BINS:.1f}  {one.count:6d}  {one.said:.2f}   {one.right:.2f}")
            found.append(one)
    print(f"  ECE {error:.3f}")
    return found


def written(weights: np.ndarray, articles: dict[str, int]) -> str:
    """The table."""
    fitted = ", ".join(f"{count} articles of {name}" for name, count in articles.items())
    notes = lexicon("confidence")["notes"]
    lines = [
        "# How far an attribution can be relied on: a logistic model of the chance that its source is right",
        "# and half of its content's words or more. Written by `training/attribution/calibrate.py`.",
        "",
        f'fitted = "{fitted}"',
        f"bias = {weights[0]:.3f}",
        "",
        "[weights]",
        *(f"{name} = {value:.3f}" for name, value in zip(NAMES, weights[1:], strict=True)),
        "",
        "[notes]",
        *(f'{name} = "{notes[name]}"' for name in NAMES),
        "",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
