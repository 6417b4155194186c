from pathlib import Path

import pytest
from rows_of import Record, at, written

from counterclaim.cli import main
from counterclaim.evaluate import evaluate
from counterclaim.evaluate.event_types import weighted_f1
from counterclaim.pipeline import Models

BLAST = "A suicide bomber blew himself up at the gate of the barracks in Osten on Friday, police said."
MARCH = "Hundreds of protesters marched through Osten on Friday to demand the mayor's resignation."
TOLD = "The mayor resigned on Friday. The army did not attack the town. The rebels may attack the port."


def test_weighted_f1_is_the_mean_over_labels() -> None:
    assert weighted_f1([], []) is None
    assert weighted_f1(["a", "a", "b"], ["a", "a", "b"]) == 1.0
    assert weighted_f1(["a", "a", "b"], ["a", "b", "c"]) == pytest.approx((2 * (2 / 3) + 0) / 3)


@pytest.mark.models
def test_types(models: Models, tmp_path: Path) -> None:
    rows = [
        {"id": "1", "text": BLAST, "label": "SUIC_BOMB"},
        {"id": "2", "text": MARCH, "label": "Peaceful protest"},
        {"id": "3", "text": "Nothing of the kind was told of the weather today.", "label": "DIPLO"},
    ]
    report = evaluate("events", written(tmp_path / "d.jsonl", rows), models=models)
    main_table, acled, *_, each = report.sheets[0].tables
    assert main_table.scores[1].wanted == 3
    assert acled.scores[1].wanted == 2
    assert [score.name for score in each.scores] == ["Diplomacy", "Peaceful protest", "Suicide bomb"]
    assert "in no fold" in report.sheets[0].notes[0]


@pytest.mark.models
def test_status(models: Models, tmp_path: Path) -> None:
    marks = [
        (at(TOLD, "resigned"), "POS", None),
        (at(TOLD, "attack"), "NEG", None),
        (at(TOLD, "attack", start=60), "POS", "may"),
    ]
    events = [{"start": s, "end": e, "polarity": p, "modality": m} for (s, e), p, m in marks]
    broken = [e | {"polarity": "NEG"} for e in events]
    rows = [
        {"doc": "1", "text": TOLD, "dct": "2021-04-09", "events": events},
        {"doc": "2", "text": TOLD, "dct": "2021-04-09", "events": broken},
    ]
    report = evaluate("events", written(tmp_path / "d.jsonl", rows), models=models)
    (sheet,) = report.sheets
    assert sheet.documents == 1
    assert "1 left aside" in sheet.notes[0]
    covered, negative, unreal, both, plain = sheet.tables[0].scores
    assert covered.right == 3
    assert (negative.right, negative.wanted) == (1, 1)
    assert (unreal.right, unreal.wanted) == (1, 1)
    assert (both.right, plain.right) == (3, 1)


@pytest.mark.models
def test_perpetrators(models: Models, tmp_path: Path) -> None:
    text = (
        "The Highland Army claimed responsibility for the bombing of the bridge. "
        "The mayor accused the Harbour League of the attack on the mill. "
        "The Coastal Guard bombed the village of Pell on Monday."
    )
    fills = [
        'CLAIMED OR ADMITTED: "HIGHLAND ARMY" / "H.A."',
        '? SUSPECTED OR ACCUSED BY AUTHORITIES: "HARBOUR LEAGUE"',
        'SUSPECTED OR ACCUSED / REPORTED AS FACT: "COASTAL GUARD"',
        'REPORTED AS FACT: "UNHEARD OF FRONT"',
        "nothing known",
    ]
    rows: list[Record] = [
        {"doc": "1", "text": text, "templates": [{"perp: organization confidence": fills}, {}]},
        {"doc": "2", "text": text, "templates": []},
    ]
    report = evaluate("events", written(tmp_path / "d.jsonl", rows), models=models)
    (sheet,) = report.sheets
    assert sheet.documents == 1
    found, right, *_ = sheet.tables[0].scores
    assert (found.right, found.wanted) == (3, 4)
    assert right.right == 3


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"doc": "a", "text": "b"}, "is in no known form of events"),
        ({"id": "1", "text": "a", "label": "PICNIC"}, "has a label 'PICNIC' that is none of these"),
        ({"text": "a", "label": "OTHER"}, "has no `id`"),
        ({"doc": "1", "text": "a", "templates": [2]}, "a template that is no object"),
        ({"doc": "1", "text": "a", "events": [{}]}, "an event without start and end"),
        (
            {"doc": "1", "text": "a", "events": [{"start": 0, "end": 9}]},
            "an event without start and end in its text",
        ),
    ],
)
def test_another_form_is_one_line(
    row: Record, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["evaluate", "events", str(written(tmp_path / "d.jsonl", [row]))]) == 2
    assert told in capsys.readouterr().err
