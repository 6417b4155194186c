"""Fits the weights by which one of several places of a name is chosen (`stages/ground/places/choose.py`).

    python training/places.py GEOPARSING [--gazetteer FILE]

GEOPARSING is a folder of JSON Lines with `text`, `url` and `toponyms` [{start, end, lat, lon}]. Prints, for
each file, the share of names chosen rightly by weights fitted on the other four fifths of the documents, and
the weights fitted on all. A conditional logit: of the entries of a name, those within 161 km of the marked
point are right; each file counts as much as any other. What the text itself states ("stated") is not fitted:
it outweighs the rest. "unit of its city" comes out at -0.4 and is set to -3.0: a bare name that a city shares
with its unit is the city's, though the marked texts leave it open.
"""

import argparse
import gzip
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from counterclaim.models.gazetteer import SqliteGazetteer, load_gazetteer
from counterclaim.models.load import lexicon
from counterclaim.records import Article, Part
from counterclaim.stages.ground.places import Gazetteer, GazetteerEntry, place_given
from counterclaim.stages.ground.places import choose as choosing
from counterclaim.stages.ground.places import resolve as resolving
from counterclaim.stages.ground.places.given import given
from counterclaim.values.places import PlaceWords, folded, kilometres

NEAR = 161.0
FOLDS = 5
RIDGE = 0.02
STEPS = 3000
FIXED = {"stated": choosing.WEIGHTS["stated"]}
CLUES = sorted(choosing.WEIGHTS)


class Choice(NamedTuple):
    """A name to be placed: a row of clues for each entry, and whether the entry is right."""

    file: str
    document: str
    rows: np.ndarray[Any, np.dtype[np.float64]]
    right: np.ndarray[Any, np.dtype[np.bool_]]


def documents(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """The rows of each file, with the file's name."""
    for path in sorted(p for p in folder.iterdir() if ".jsonl" in p.name):
        raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        for line in filter(None, raw.decode("utf-8").split("\n")):
            yield path.name, json.loads(line)


def choices(folder: Path, gazetteer: Gazetteer, words: PlaceWords) -> list[Choice]:
    """Every marked name that several entries bear, one of them right."""
    known: dict[tuple[str, str | None, str | None], dict[str, Any]] = {}

    def recording(name: str, entries: Sequence[GazetteerEntry], **others: Any) -> Any:
        stated = others["stated"]
        known[folded(name), others["kind"], stated and stated.id] = {
            "name": name, "cities": choosing.namesakes(entries), "first": choosing.foremost(entries),
            **others,
        }  # fmt: skip
        return choosing.choose(name, entries, **others)

    resolving.choose = recording  # type: ignore[assignment]  # to see what is known when a name is placed
    found = []
    for file, row in documents(folder):
        text = row["text"]
        part = Part(kind="body", start=0, end=len(text))
        article = Article(
            id="a", file="", sha256="", title=None, outlet=row.get("domain"), byline=None, published=None,
            published_basis=None, url=row.get("url"), genre="report", language="en", text=text, credits=(),
            parts=(part,),
        )  # fmt: skip
        known.clear()
        marked = sorted(row["toponyms"], key=lambda t: (t["start"], t["end"]))
        spans = [(t["start"], t["end"]) for t in marked]
        place_given(article, spans, gazetteer=gazetteer, words=words)
        names = [given(article, span, gazetteer, words).candidate for span in spans]
        for number, toponym in enumerate(marked):
            name, entries = names[number].name, names[number].entries
            if toponym.get("lat") is None or len(entries) < 2:
                continue
            kind = resolving.kind_of(article, names, number, words)
            stated = resolving.stated_in(article, names, number, words, gazetteer)
            beside = known.get((folded(name), kind, stated.id if stated else None))
            if beside is None:
                continue  # it went with another mention of the name, whose place the text states
            point = (toponym["lat"], toponym["lon"])
            right = [e.point is not None and kilometres(e.point, point) <= NEAR for e in entries]
            if any(right):
                rows = np.zeros((len(entries), len(CLUES)))
                for at, entry in enumerate(entries):
                    for clue, much in choosing.clues(entry=entry, **beside):
                        rows[at, CLUES.index(clue)] = much
                found.append(Choice(file, str(row["doc"]), rows, np.array(right)))
    return found


def fitted(data: Sequence[Choice]) -> np.ndarray[Any, np.dtype[np.float64]]:
    """The weights that make the right entries likeliest."""
    rows = np.concatenate([c.rows for c in data])
    right = np.concatenate([c.right for c in data])
    starts = np.cumsum([0, *(len(c.rows) for c in data[:-1])])
    owner = np.repeat(np.arange(len(data)), [len(c.rows) for c in data])
    many = defaultdict(int)
    for choice in data:
        many[choice.file] += 1
    worth = np.array([1 / many[c.file] for c in data]) / len(many)
    weights, mean, square = np.zeros(len(CLUES)), np.zeros(len(CLUES)), np.zeros(len(CLUES))
    free = np.array([clue not in FIXED for clue in CLUES])
    for clue, value in FIXED.items():
        weights[CLUES.index(clue)] = value
    for step in range(1, STEPS + 1):
        score = rows @ weights
        power = np.exp(score - np.maximum.reduceat(score, starts)[owner])
        all_, good = np.add.reduceat(power, starts), np.add.reduceat(power * right, starts)
        slope = power / all_[owner] - np.where(right, power / np.maximum(good, 1e-12)[owner], 0.0)
        gradient = rows.T @ (slope * worth[owner]) + RIDGE / len(data) * weights
        mean, square = 0.9 * mean + 0.1 * gradient, 0.999 * square + 0.001 * gradient**2
        move = mean / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.999**step)) + 1e-9)
        weights -= np.where(free, 0.05 * (1 - step / (STEPS + 1)) * move, 0.0)
    return weights


def fold_of(choice: Choice) -> int:
    """The fifth of the documents that a choice belongs to."""
    return int(hashlib.sha256(f"{choice.file}/{choice.document}".encode()).hexdigest()[:8], 16) % FOLDS


def main() -> None:
    """Fit, and say how well."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--gazetteer", type=Path)
    options = parser.parse_args()
    gazetteer = SqliteGazetteer(options.gazetteer) if options.gazetteer else load_gazetteer()
    data = choices(options.folder, gazetteer, PlaceWords.from_table(lexicon("places")))
    hits: dict[str, list[bool]] = defaultdict(list)
    for fold in range(FOLDS):
        weights = fitted([c for c in data if fold_of(c) != fold])
        for choice in data:
            if fold_of(choice) == fold:
                hits[choice.file].append(bool(choice.right[np.argmax(choice.rows @ weights)]))
    for file, right in sorted(hits.items()):
        print(f"{file}: {np.mean(right):.4f} of {len(right)} names with a choice")
    for clue, weight in zip(CLUES, fitted(data), strict=True):
        print(f'    "{clue}": {weight:.1f},')


if __name__ == "__main__":
    main()
