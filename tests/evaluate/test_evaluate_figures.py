import json
import subprocess
import sys
from pathlib import Path

import pytest
from rows_of import Record, at, written

from counterclaim.cli import main
from counterclaim.evaluate import Report, evaluate
from counterclaim.pipeline import Models, Settings, read
from counterclaim.records import RawText
from counterclaim.render.json import to_json

SCORER = Path(__file__).resolve().parents[3] / "shared/score/score_figures.py"

FIRST = (
    "OSTEN — Twelve people were killed and 31 others were injured when a bomb went off at the market on Friday, "
    "the interior ministry said."
)
SECOND = (
    "At least 14 people died in the blast at the market in Osten, the Red Cross said. Police held 40 men."
)
DIGEST = "Between four and seven civilians were reportedly killed in an air strike on a house in Osten."


def scores(report: Report) -> dict[str, tuple[int, int]]:
    return {s.name: (s.right, s.wanted) for s in report.sheets[0].tables[0].scores}


def incident(number: str, killed: int, injured: int) -> Record:
    articles = [
        {"doc": f"{number}a", "text": FIRST, "published": "2021-04-09"},
        {"doc": f"{number}b", "text": SECOND},
    ]
    return {"incident": number, "killed": killed, "injured": injured, "articles": articles}


@pytest.mark.models
def test_tolls_against_a_registry(models: Models, tmp_path: Path) -> None:
    rows = [incident("1", 12, 31), incident("2", 14, 0), incident("3", 99, 1), incident("4", 40, 0)]
    report = evaluate("figures", written(tmp_path / "d.jsonl", rows), models=models)
    got = scores(report)
    assert got["registry's numbers among the tolls read"] == (2, 3)
    assert got["each counted as what it is"] == (2, 3)
    assert got["tolls read that are this incident's"][0] == 3
    assert got["tolls read that are this incident's"][1] >= 9
    assert "3 of 4 incidents" in report.sheets[0].notes[0]


@pytest.mark.models
def test_ranges_of_a_monitor(models: Models, tmp_path: Path) -> None:
    rows: list[Record] = [
        {"doc": "a", "text": DIGEST, "killed": [4, 7], "date": "2023-10-10"},
        {"doc": "b", "text": DIGEST.replace("house", "car"), "killed": [4, 8]},
        {"doc": "c", "text": DIGEST, "killed": None},
    ]
    got = scores(evaluate("figures", written(tmp_path / "d.jsonl", rows), models=models))
    assert got["range read, exact"] == (1, 1)
    assert got["range read, within one of each"] == (1, 1)
    assert got["baseline: all numbers near harm, exact"] == (1, 1)


def marked(**more: object) -> Record:
    figures = [
        {"article": "first.txt", "span": at(FIRST, "Twelve"), "text": "Twelve", "low": 12, "high": 12, "best": 12,
         "count": "killed", "speaker": "interior ministry"},
        {"doc": "second", "anchor": "at least 14 people died", "text": "at least 14", "low": 14, "high": None,
         "best": None, "counted": "killed", "claimant": "Red Cross"},
        {"doc": "second", "anchor": "Police held 40 men", "text": "40", "low": 40, "high": 40, "best": 40,
         "counted": "held", "claimant": None},
        {"doc": "second", "anchor": "nowhere at all", "text": "9"},
    ]  # fmt: skip
    return {"articles": [{"file": "first.txt"}, {"file": "second.txt"}], "figures": figures, **more}


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "first.txt").write_text(FIRST)
    (folder / "second.txt").write_text(SECOND)
    return folder


@pytest.mark.models
def test_marked_figures(models: Models, texts: Path, tmp_path: Path) -> None:
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "market.json").write_text(json.dumps(marked()))
    (tmp_path / "gold" / "again.json").write_text(json.dumps(marked(), indent=1))
    report = evaluate("figures", tmp_path / "gold", texts=[texts], models=models)
    (sheet,) = report.sheets
    got = scores(report)
    assert got["found"] == (6, 6)
    assert got["bounds right, of those found"] == (6, 6)
    assert got["counted right, of those found"] == (6, 6)
    assert sheet.notes == ("2 figures are left aside: their words do not stand in their text",)
    assert [table.title for table in sheet.tables[1:]] == ["again.json", "market.json"]


@pytest.mark.models
@pytest.mark.skipif(not SCORER.exists(), reason="the scorer is not here")
def test_the_shares_are_those_of_the_scorer_beside_the_data(
    models: Models, texts: Path, tmp_path: Path
) -> None:
    (tmp_path / "gold.json").write_text(json.dumps(marked()))
    raws = [RawText(file=f.name, text=f.read_text(), sha256=f.name) for f in sorted(texts.iterdir())]
    outcome = read(raws, models, settings=Settings(one_story=True), version="test")
    (tmp_path / "dossier.json").write_text(to_json(outcome.dossiers[0]))
    command = [sys.executable, str(SCORER), str(tmp_path / "gold.json"), str(tmp_path / "dossier.json")]
    theirs = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    report = evaluate("figures", tmp_path / "gold.json", texts=[texts], models=models)
    ours = {s.name: s.value for s in report.sheets[0].tables[0].scores}
    for name, key in (
        ("found", "found"),
        ("bounds right, of those found", "bounds_right"),
        ("counted right, of those found", "counted_right"),
        ("claimant right, of those found", "claimant_right"),
    ):
        assert round(ours[name] or 0, 3) == theirs[key]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"doc": "a", "text": "b"}, "is in no known form of figures"),
        ({"doc": "a", "text": "b", "killed": [1]}, "holds no [low, high] as `killed`"),
        ({"incident": "1", "killed": 1, "injured": "two", "articles": []}, "holds no usable `injured`"),
        ({"incident": "1", "killed": 1, "injured": 0, "articles": [3]}, "an article that is no object"),
        ({"figures": []}, "is in no known form of marked figures"),
        ({"docs": ["a"], "figures": []}, "a is not in --texts"),
    ],
)
def test_another_form_is_one_line(
    row: Record, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["evaluate", "figures", str(written(tmp_path / "d.jsonl", [row]))]) == 2
    printed = capsys.readouterr().err
    assert told in printed
    assert printed.count("\n") == 1
