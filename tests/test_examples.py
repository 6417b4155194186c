"""The invented events keep to their own rules, and their gold to their texts."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import annotate
import gate
import score_figures
import score_questions
import score_statements
from corpora import all_corpora
from counterclaim import intake
from counterclaim.pipeline import Models, Settings, read
from counterclaim.records import RawText
from counterclaim.render.json import to_json

ROOT = Path(__file__).resolve().parent.parent
EVENTS = ("torrin-dam", "velmora-market")


def raws(event: str) -> list[RawText]:
    return [r for r in intake.gather([ROOT / "examples" / event / "articles"]) if isinstance(r, RawText)]


@pytest.mark.parametrize("event", EVENTS)
def test_five_outlets_tell_it(event: str) -> None:
    found = raws(event)
    assert len({dict(r.metadata)["outlet"] for r in found}) == 5
    for r in found:
        assert 150 <= len(r.text.split()) <= 600, r.file


def test_one_event_is_text_and_one_is_pages() -> None:
    suffixes = {e: {p.suffix for p in (ROOT / "examples" / e / "articles").iterdir()} for e in EVENTS}
    assert suffixes == {"torrin-dam": {".html"}, "velmora-market": {".txt"}}


@pytest.mark.parametrize("event", EVENTS)
def test_addresses_are_of_nobody(event: str) -> None:
    for file in (ROOT / "examples" / event / "articles").iterdir():
        for piece in file.read_text("utf-8").split("https://")[1:]:
            assert piece.split("/")[0].endswith((".example", 'schema.org"')) or piece.startswith(
                "schema.org"
            ), piece


@pytest.mark.parametrize("event", EVENTS)
def test_the_gold_is_made_from_its_source(event: str) -> None:
    written = json.loads((ROOT / "examples" / event / "gold.json").read_text("utf-8"))
    assert annotate.gold(event) == written, "run python quality/annotate.py"


@pytest.mark.parametrize("event", EVENTS)
def test_no_statement_in_the_opinion_piece(event: str) -> None:
    gold = annotate.gold(event)
    opinions = [a["file"].split(".")[0] for a in gold["articles"] if a["genre"] == "opinion"]
    assert len(opinions) == 1
    assert not [a for a in gold["attributions"] if a["article"] in opinions]


@pytest.mark.models
@pytest.mark.parametrize("event", EVENTS)
def test_a_dossier_can_be_scored(event: str, models: Models) -> None:
    corpus = next(c for c in all_corpora() if c.name == event)
    outcome = read(raws(event), models, settings=Settings(one_story=True), version="test")
    dossier = json.loads(to_json(outcome.dossiers[0]))
    gold = corpus.events[0][2]
    scores = score_statements.score(gold, dossier) | score_questions.score(gold, dossier)
    scores |= score_figures.score(gold, dossier)
    assert 0 < scores["who_said_what_f1"] <= 1
    assert scores["copies_found"] == 1


def test_perfect_answers_score_one() -> None:
    """Gold scored against itself, so that a floor means what it says."""
    gold = annotate.gold("velmora-market")
    texts = annotate.texts_of("velmora-market")
    statements = [a | {"speaker_name": a["speaker"], "hops": a.get("hops", [])} for a in gold["attributions"]]
    dossier = {
        "articles": [{"id": name, "file": f"{name}.txt", "text": text} for name, text in texts.items()],
        "statements": statements,
    }
    assert set(score_statements.score(gold, dossier).values()) == {1.0}


def test_the_gate_shows_its_help() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "quality" / "gate.py", "--help"], capture_output=True, text=True, check=True
    )
    assert "--lower" in done.stdout


@pytest.mark.parametrize(
    ("name", "got", "floor", "lower", "new"),
    [
        ("who_said_what_f1", 0.80, None, False, 0.78),
        ("who_said_what_f1", 0.80, 0.70, False, 0.78),
        ("who_said_what_f1", 0.60, 0.70, False, 0.70),
        ("who_said_what_f1", 0.60, 0.70, True, 0.58),
        ("false_disputes", 2.0, 3.0, False, 2.0),
        ("false_disputes", 4.0, 3.0, False, 3.0),
        ("false_disputes", 4.0, 3.0, True, 4.0),
    ],
)
def test_a_floor_only_falls_when_asked_to(
    name: str, got: float, floor: float | None, lower: bool, new: float
) -> None:
    assert gate.moved(name, got, floor, lower=lower) == new


def test_floors_come_back_from_their_file() -> None:
    floors = {
        "seeds": {
            "fingerprint": "ab",
            "set": "2026-11-21",
            "lowered": ['x: "y"'],
            "floors": {"*found": 0.5, "a": 1.0},
        }
    }
    assert tomllib.loads(gate.written(floors)) == floors


def test_a_mistake_more_or_a_share_less_fails() -> None:
    assert gate.passes("false_disputes", 1, 1)
    assert not gate.passes("false_disputes", 2, 1)
    assert gate.passes("bounds_right", 0.9, 0.9)
    assert not gate.passes("bounds_right", 0.89, 0.9)
