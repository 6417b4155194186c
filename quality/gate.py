"""The quality gate: read texts with gold through the pipeline, score, and compare with floors.toml.

    python quality/gate.py                        exit 1 below a floor, or when a corpus has changed
    python quality/gate.py --only examples        the invented events alone (no ../shared)
    python quality/gate.py --only lgl             one corpus or data set
    python quality/gate.py --update               raise floors to what is measured, less a margin
    python quality/gate.py --update --lower WHY   lower them as well, and keep the reason

A floor is pinned to the fingerprint of its corpus: other texts or other gold need an `--update`.
"""

import argparse
import json
import sys
import tomllib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import mean
from typing import Any

import score_figures
import score_questions
import score_statements
from corpora import ROOT, SHARED, Corpus, all_corpora
from counterclaim.models.load import load
from counterclaim.pipeline import Models, Settings, read
from counterclaim.render.json import to_json
from data_sets import DataSet, data_sets
from peer_scores import official

FLOORS = Path(__file__).parent / "floors.toml"

FEWER_IS_BETTER = ("false_disputes", "answers_merged", "copies_wrong")

MARGIN = 0.02
"""How far under the measured value a floor is set: a changed library may move a few parses."""

Scores = dict[str, float]
Scorer = Callable[[dict[str, Any], dict[str, Any]], Scores]

SCORERS: dict[str, tuple[Scorer, ...]] = {
    "examples": (score_statements.score, score_questions.score, score_figures.score),
    "seeds": (score_statements.score, score_questions.score, score_figures.score),
    "events": (score_questions.score, score_figures.score),
    "statements": (score_statements.score,),
}


def measure(corpus: Corpus, models: Models) -> Scores:
    """The scores of a corpus: means over its events, counts summed."""
    rows: list[Scores] = []
    for _, raws, gold in corpus.events:
        outcome = read(raws, models, settings=Settings(one_story=True), version="gate")
        for rejection in outcome.rejections:
            print(f"  rejected {rejection.file}: {rejection.stage}: {rejection.reason}", file=sys.stderr)
        if not outcome.dossiers:
            raise SystemExit(f"{corpus.name}: not one article could be read")
        dossier = json.loads(to_json(outcome.dossiers[0]))
        row: Scores = {}
        for scorer in SCORERS[corpus.kind]:
            row |= scorer(gold, dossier)
        row |= official(corpus.kind, gold, dossier, scorers=SHARED / "score")
        rows.append(row)
    measures = {name: None for row in rows for name in row}
    return {
        name: (sum if name in FEWER_IS_BETTER else mean)([row[name] for row in rows if name in row])
        for name in measures
    }


def passes(name: str, got: float, floor: float) -> bool:
    """Whether a measure is as good as its floor or, where fewer is better, its ceiling."""
    return got <= floor if name in FEWER_IS_BETTER else got >= floor


def moved(name: str, got: float, floor: float | None, *, lower: bool) -> float:
    """The floor that an update sets: never worse than before unless lowering is asked for."""
    new = got if name in FEWER_IS_BETTER else max(0.0, round(got - MARGIN, 3))
    if floor is None or lower:
        return new
    return min(new, floor) if name in FEWER_IS_BETTER else max(new, floor)


def written(floors: dict[str, Any]) -> str:
    """The floors as TOML."""
    out = [
        "# Written by `python quality/gate.py --update`. Counts of mistakes are ceilings, all else floors.",
        "",
    ]
    for name, corpus in sorted(floors.items()):
        out += [f"[{name}]", f'fingerprint = "{corpus["fingerprint"]}"', f'set = "{corpus["set"]}"']
        out += (
            [f"lowered = {json.dumps(corpus['lowered'], ensure_ascii=False)}"]
            if corpus.get("lowered")
            else []
        )
        out += ["", f"[{name}.floors]", *(f'"{k}" = {v}' for k, v in sorted(corpus["floors"].items())), ""]
    return "\n".join(out)


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument(
        "--only", help="a corpus, or a kind of them: examples, seeds, events, polnear_dev, dates …"
    )
    parser.add_argument("--update", action="store_true", help="write floors.toml anew; floors only rise")
    parser.add_argument(
        "--lower", metavar="WHY", help="with --update: floors may fall, and this reason is kept"
    )
    return parser.parse_args()


def main() -> int:
    """Measure, print a table, compare or update."""
    given = arguments()
    floors = tomllib.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    models, failed, known = load(), 0, 0
    print(f"{'corpus':<16} {'measure':<40} {'floor':>7} {'got':>7}")
    everything: list[Corpus | DataSet] = [*all_corpora(), *data_sets()]
    for corpus in everything:
        if given.only and given.only not in (corpus.name, corpus.kind):
            continue
        known += 1
        pinned = floors.get(corpus.name, {"floors": {}})
        got = corpus.measure(models) if isinstance(corpus, DataSet) else measure(corpus, models)
        for name, value in got.items():
            floor = pinned["floors"].get(name)
            good = floor is None or passes(name, value, floor)
            failed += not good
            sign = "" if good else "  BELOW" if name not in FEWER_IS_BETTER else "  MORE"
            least = "" if floor is None else f"{floor:.3f}"
            print(f"{corpus.name:<16} {name:<40} {least:>7} {value:>7.3f}{sign}")
        if pinned.get("fingerprint", corpus.fingerprint) != corpus.fingerprint:
            print(f"{corpus.name}: its texts or gold are not those that the floors were set on; see --update")
            failed += not given.update
        if given.update:
            lowered = [*pinned.get("lowered", []), *([f"{today()}: {given.lower}"] if given.lower else [])]
            floors[corpus.name] = {
                "fingerprint": corpus.fingerprint,
                "set": today(),
                "lowered": lowered,
                "floors": {
                    n: moved(n, v, pinned["floors"].get(n), lower=given.lower is not None)
                    for n, v in got.items()
                },
            }
    if not known:
        print(f"gate: nothing is called {given.only!r}; there are {', '.join(c.name for c in everything)}")
        return 1
    if given.update:
        FLOORS.write_text(written(floors), "utf-8")
        print(f"written: {FLOORS.relative_to(ROOT)}")
        return 0
    print("gate: failed" if failed else "gate: passed")
    return 1 if failed else 0


def today() -> str:
    """The date, as kept beside a floor."""
    return datetime.now(UTC).date().isoformat()


if __name__ == "__main__":
    sys.exit(main())
