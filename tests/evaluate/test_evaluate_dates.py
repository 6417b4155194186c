from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rows_of import Record, at, written

from counterclaim.cli import main
from counterclaim.evaluate import evaluate
from counterclaim.evaluate.dates import Timex, tables
from counterclaim.evaluate.timex import as_timex, same_timex
from counterclaim.pipeline import Models

TEXT = "The ferry sank on 3 March 2021. Two days later the captain was held. He had sailed since 1998."


@pytest.mark.parametrize(
    ("edtf", "timex"),
    [
        (None, None),
        ("2016-12-14", "2016-12-14"),
        ("2016-12", "2016-12"),
        ("2016", "2016"),
        ("2016?", "2016"),
        ("198X", "198"),
        ("18XX", "18"),
        ("2016-21", "2016-SP"),
        ("2016-24", "2016-WI"),
        ("2016-35", "2016-Q3"),
        ("2011/..", "2011"),
        ("../2011-05", "2011-05"),
        ("2016-07/2016-09", "2016-Q3"),
        ("2016-01/2016-06", "2016-H1"),
        ("2016-12-12/2016-12-18", "2016-W50"),
        ("2016-12-11/2016-12-17", "2016-W50"),
        ("2016-12-17/2016-12-18", "2016-W50-WE"),
        ("2016-12-14/2016-12-16", "2016-12-14/2016-12-16"),
        ("2016-12-14T06:30:00", "2016-12-14T06:30"),
        ("P5Y", "P5Y"),
        ("PRESENT_REF", "PRESENT_REF"),
    ],
)
def test_edtf_as_timex(edtf: str | None, timex: str | None) -> None:
    assert as_timex(edtf) == timex


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)))
def test_a_day_stays_a_day_and_its_week_is_its_own(day: date) -> None:
    assert as_timex(day.isoformat()) == day.isoformat()
    monday = day - timedelta(days=day.weekday())
    week = as_timex(f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}")
    year, number, _ = day.isocalendar()
    assert week == f"{year}-W{number:02}"


def test_same_is_to_the_letter() -> None:
    assert same_timex("1998-08-07TEV", "1998-08-07tev")
    assert same_timex("1998-08-07T20:00", "1998-08-07T20:00:00")
    assert same_timex(None, None)
    assert not same_timex("1998-08-07", "1998-08")
    assert not same_timex("1998", None)


def values(wanted: list[Timex], found: list[Timex]) -> list[list[tuple[int, int | None, int]]]:
    return [[(s.right, s.found, s.wanted) for s in t.scores] for t in tables([wanted], [found])]


def test_pairs_are_made_once_and_durations_are_told_apart() -> None:
    wanted = [
        Timex(start=0, end=10, value="2016", type="DATE"),
        Timex(start=20, end=30, value="P2D", type="DURATION"),
    ]
    found = [
        Timex(start=0, end=10, value="2016"),
        Timex(start=8, end=12, value="2016"),
        Timex(start=25, end=30, value="P3D"),
    ]
    every, points = values(wanted, found)
    assert every == [(2, 3, 2), (1, 3, 2), (1, 3, 2)]
    assert points == [(1, 2, 1), (1, 2, 1), (1, 2, 1)]


def row(**more: object) -> Record:
    timex = [
        {"start": s, "end": e, "value": value, "type": "DATE"}
        for (s, e), value in (
            (at(TEXT, "3 March 2021"), "2021-03-03"),
            (at(TEXT, "1998"), "1998"),
        )
    ]
    return {"doc": "one", "text": TEXT, "dct": "2021-03-08", "timex": timex, **more}


@pytest.mark.models
def test_rows_are_read_and_measured(models: Models, tmp_path: Path) -> None:
    report = evaluate("dates", written(tmp_path / "d.jsonl", [row()]), models=models)
    every = {s.name: s for s in report.sheets[0].tables[0].scores}
    assert every["extent, overlapping"].recall == 1.0
    assert every["value"].recall == 1.0


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"dct": 3}, "holds no usable `dct`"),
        ({"timex": [{"start": 1}]}, "a time expression without start and end"),
        ({"timex": [{"start": 5, "end": 900}]}, "a time expression without start and end in its text"),
    ],
)
def test_another_form_is_one_line(
    change: Record, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["evaluate", "dates", str(written(tmp_path / "d.jsonl", [row(**change)]))]) == 2
    assert told in capsys.readouterr().err
