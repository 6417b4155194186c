import dataclasses
import json
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.records import Article, Dossier, Part
from counterclaim.render.json import from_json, schema, to_json
from invented import DOSSIER

PUBLISHED = Path(__file__).parents[2] / "docs" / "dossier.schema.json"

PROMISED = {
    "articles": "id file sha256 title outlet byline published published_basis url genre language text "
    "credits parts",
    "actors": "id name kind side labels mentions",
    "sides": "id name actors basis",
    "statements": "id article source cue content kind act hedged speaker speaker_name target hops",
    "claims": "id article spans statement text negated status",
    "figures": "id claim article start end text low high best counted population place period scope "
    "claimant blamed",
    "dates": "claim article start end text value precision",
    "places": "claim article start end text name latitude longitude gazetteer_id precision",
    "events": "id claim event_type sub_event_type actors place date status",
    "labels": "actor text article start end statement",
    "relations": "subject predicate object claim article start end",
    "lineage": "kind articles spans root why",
    "questions": "id kind text standing why answers",
    "rejections": "file stage reason",
}


def test_every_promised_key_stands() -> None:
    found = json.loads(to_json(DOSSIER))
    assert found["schema"] == "counterclaim/dossier/1"
    for table, keys in PROMISED.items():
        assert set(keys.split()) <= set(found[table][0]), table
    assert set(found["run"]) == {"version", "models", "settings"}
    assert set(found["questions"][0]["answers"][0]) >= {"text", "claims", "roots", "sides", "evidence"}


def test_extents_are_pairs_and_their_text_is_the_words() -> None:
    found = json.loads(to_json(DOSSIER))
    texts = {a["id"]: a["text"] for a in found["articles"]}
    for claim in found["claims"]:
        assert " … ".join(texts[claim["article"]][s:e] for s, e in claim["spans"]) == claim["text"]
    for question in found["questions"]:
        for answer in question["answers"]:
            for e in answer["evidence"]:
                assert texts[e["article"]][e["start"] : e["end"]] == e["text"]


def test_the_published_schema_is_the_one_of_the_records() -> None:
    assert PUBLISHED.read_text("utf-8") == schema(), "run: counterclaim schema > docs/dossier.schema.json"


def test_a_dossier_holds_to_its_schema() -> None:
    published = json.loads(schema())
    jsonschema.Draft202012Validator.check_schema(published)
    jsonschema.validate(json.loads(to_json(DOSSIER)), published, cls=jsonschema.Draft202012Validator)


def test_round_trip() -> None:
    assert from_json(to_json(DOSSIER)) == DOSSIER
    assert to_json(from_json(to_json(DOSSIER))) == to_json(DOSSIER)


@given(st.text(st.characters(codec=None), max_size=60), st.none() | st.text(max_size=9))
def test_round_trip_of_any_text(text: str, outlet: str | None) -> None:
    article = dataclasses.replace(DOSSIER.articles[0], text=text, outlet=outlet, parts=())
    other = dataclasses.replace(DOSSIER, articles=(article,))
    written = to_json(other)
    assert from_json(written) == other
    written.encode("utf-8")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"schema": "other/1"}, "schema"),
        ({"articles": None}, "articles: a list is wanted"),
        ({"articles": [{}]}, "the key 'id' is missing"),
        ({"root_of": []}, "root_of: an object is wanted"),
        ({"rejections": [{"file": 1, "stage": "admit", "reason": "x"}]}, "str is wanted"),
    ],
)
def test_what_is_no_dossier_is_refused(change: dict[str, object], says: str) -> None:
    broken = {**json.loads(to_json(DOSSIER)), **change}
    with pytest.raises(ValueError, match=says):
        from_json(json.dumps(broken))


def test_records_are_written_whole() -> None:
    found = json.loads(to_json(DOSSIER))
    assert set(found["articles"][0]) == {field.name for field in dataclasses.fields(Article)}
    assert set(found["articles"][0]["parts"][0]) == {field.name for field in dataclasses.fields(Part)}
    assert set(found) == {"schema"} | {field.name for field in dataclasses.fields(Dossier)}
