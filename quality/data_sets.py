"""What the gate measures with `counterclaim evaluate`: our own gold, and ../shared where it is there.

Large ones are cut to their first rows, so that the gate stays a matter of minutes; the whole of each is for
docs/measurements.md.
"""

import gzip
import hashlib
import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from corpora import ROOT, SHARED
from counterclaim.evaluate import Kind, Table, evaluate
from counterclaim.pipeline import Models

SKIPPED = ("baseline", "the gazetteer has")
"""Beginnings of the names of scores that say nothing of us."""

PREFIXES = {
    "of those found": "",
    "dates and times of day alone": "points: ",
    "of the types": "literal: ",
    "classifier, 5-fold": "folds: ",
}
"""Tables besides the first that have floors: how their titles begin, and what stands before their scores."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSet:
    """Rows to be measured: of several files a document's last row counts; `limit` is in rows."""

    name: str
    kind: Kind
    files: tuple[Path, ...]
    texts: tuple[Path, ...] = ()
    limit: int | None = None

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The rows, in the order of the files."""
        found: dict[str, dict[str, Any]] = {}
        for file in self.files:
            for number, row in enumerate(islice(_rows(file), self.limit)):
                name = row.get("doc") or row.get("id") or row.get("incident") or f"{file.name} {number}"
                found[str(name)] = row
        return list(found.values())

    @property
    def fingerprint(self) -> str:
        """A SHA-256 over the rows, which a floor is pinned to."""
        return hashlib.sha256(json.dumps(self.rows, sort_keys=True).encode()).hexdigest()[:16]

    def measure(self, models: Models) -> dict[str, float]:
        """Measure the rows, by name of the score."""
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, f"{self.name}.jsonl")
            file.write_text("".join(json.dumps(row) + "\n" for row in self.rows), "utf-8")
            report = evaluate(self.kind, file, texts=self.texts, models=models)
        (sheet,) = report.sheets
        first, *others = sheet.tables
        scores = _scores(first, "")
        for table in others:
            prefix = next((p for title, p in PREFIXES.items() if table.title.startswith(title)), None)
            if prefix is not None:
                scores |= _scores(table, prefix)
        return scores


def data_sets() -> Iterator[DataSet]:
    """Every data set whose files are there."""
    data, conflict = SHARED / "data", ROOT / "quality" / "gold" / "conflict"
    known = (
        DataSet(
            name="conflict_gold",
            kind="statements",
            files=tuple(conflict / f"{name}.jsonl" for name in ("b", "a", "adjudicated")),
            texts=(data / "fa_kes",),
        ),
        DataSet(name="timeml_dates", kind="dates", files=(data / "timeml_tbaq" / "docs.jsonl.gz",)),
        DataSet(name="lgl", kind="places", files=(data / "geoparsing" / "lgl.jsonl.gz",), limit=120),
        DataSet(name="trnews", kind="places", files=(data / "geoparsing" / "trnews.jsonl",)),
        DataSet(name="gwn", kind="places", files=(data / "geoparsing" / "gwn.jsonl.gz",), limit=60),
        DataSet(name="geovirus", kind="places", files=(data / "geoparsing" / "geovirus.jsonl",), limit=40),
        DataSet(
            name="gva_tolls",
            kind="figures",
            files=(data / "gva_shootings" / "incidents.jsonl.gz",),
            limit=120,
        ),
        DataSet(
            name="airwars_ranges", kind="figures", files=(data / "airwars" / "incidents.jsonl.gz",), limit=150
        ),
        DataSet(name="case2021_types", kind="events", files=(data / "case2021_task2" / "snippets.jsonl",)),
        DataSet(
            name="timeml_status", kind="events", files=(data / "timeml_tbaq" / "docs.jsonl.gz",), limit=60
        ),
        DataSet(name="muc4_blame", kind="events", files=(data / "muc4" / "docs.jsonl.gz",), limit=150),
    )
    return (d for d in known if all(path.exists() for path in (*d.files, *d.texts)))


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    data = file.read_bytes()
    text = (gzip.decompress(data) if file.suffix == ".gz" else data).decode("utf-8")
    return (json.loads(line) for line in text.split("\n") if line.strip())


def _scores(table: Table, prefix: str) -> dict[str, float]:
    return {
        f"{prefix}{score.name}": score.value
        for score in table.scores
        if score.value is not None and not score.name.startswith(SKIPPED)
    }
