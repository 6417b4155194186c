from pathlib import Path

import pytest
from rows_of import Record, at, written

from counterclaim.cli import main
from counterclaim.evaluate import evaluate
from counterclaim.pipeline import Models

TEXT = (
    "Shells fell in Homs on Friday, residents said. In Damascus the army said that the road to Homs was shut."
)
HOMS, DAMASCUS, OSLO = (34.73, 36.72), (33.51, 36.29), (59.91, 10.75)


def row(**more: object) -> Record:
    second = at(TEXT, "Homs", start=40)
    marks = [(at(TEXT, "Homs"), HOMS), (at(TEXT, "Damascus"), OSLO), (second, None)]
    toponyms = [
        {"start": s, "end": e, "lat": p and p[0], "lon": p and p[1]} for (s, e), p in marks
    ]  # fmt: skip
    return {"doc": "one", "text": TEXT, "toponyms": toponyms, **more}


@pytest.mark.models
def test_rows_are_read_and_measured(models: Models, tmp_path: Path) -> None:
    report = evaluate("places", written(tmp_path / "d.jsonl", [row()]), models=models)
    (table,) = report.sheets[0].tables
    given, oracle, named, placed = table.scores
    assert (given.right, given.wanted) == (1, 2)
    assert oracle.right <= 2
    assert (named.right, named.found, named.wanted) == (2, 2, 2)
    assert (placed.right, placed.found, placed.wanted) == (1, 2, 2)


@pytest.mark.models
def test_types_are_told_apart(models: Models, tmp_path: Path) -> None:
    typed = row()
    for toponym, kind in zip(typed["toponyms"], ("Literal", "Metonymic", "Literal"), strict=True):
        toponym["type"] = kind
    report = evaluate("places", written(tmp_path / "d.jsonl", [typed]), models=models)
    every, literal = report.sheets[0].tables
    assert every.scores[0].wanted == 2
    assert literal.scores[0].wanted == 1
    assert literal.scores[3].value == 1.0


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"toponyms": None}, "holds no usable `toponyms`"),
        ({"toponyms": [{"start": 3, "end": 3}]}, "a toponym without start and end"),
        ({"toponyms": ["Homs"]}, "a toponym without start and end"),
    ],
)
def test_another_form_is_one_line(
    change: Record, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["evaluate", "places", str(written(tmp_path / "d.jsonl", [row(**change)]))]) == 2
    assert told in capsys.readouterr().err
