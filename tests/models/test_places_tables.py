"""Our own tables of places: every row says where its point can be looked up."""

import tomllib
from importlib import resources
from typing import Any

import pytest

from counterclaim.models.gazetteer import load_gazetteer

LEXICON = resources.files("counterclaim.models").joinpath("lexicon")
TABLES = ("places_supplement", "places_lands", "places_landmarks")
ROWS: list[dict[str, Any]] = [
    row
    for table in TABLES
    for row in tomllib.loads(LEXICON.joinpath(f"{table}.toml").read_text("utf-8"))["place"]
]
AT_CITIES = tomllib.loads(LEXICON.joinpath("places_landmarks.toml").read_text("utf-8"))["at_city"]
SOURCES: dict[str, str] = tomllib.loads(LEXICON.joinpath("places_supplement.toml").read_text("utf-8"))[
    "sources"
]
FIELDS = {"name", "kind", "country", "lat", "lon", "within", "also", "source"}
GAZETTEER = load_gazetteer()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_every_row_has_a_source_and_is_in_the_gazetteer(row: dict[str, Any]) -> None:
    assert set(row) <= FIELDS
    source, _, key = row["source"].partition(" ")
    assert source in SOURCES
    assert bool(key) == (source in ("geonames", "icao"))
    assert source != "geonames" or key.isdigit()
    point = (row["lat"], row["lon"]) if "lat" in row else None
    names = (row["name"], *row.get("also", ()))
    for name in names:
        held = [e for e in GAZETTEER(name) if e.id.startswith("cc-") and e.name == row["name"]]
        assert held, name
        assert point is None or any(e.point == pytest.approx(point, abs=1e-4) for e in held)


@pytest.mark.parametrize("row", AT_CITIES, ids=lambda row: row["name"])
def test_a_landmark_lies_at_its_city(row: dict[str, Any]) -> None:
    assert set(row) <= {"name", "kind", "city", "unit", "also"}
    country, _, unit = row["unit"].partition(".")
    cities = {
        e.point
        for e in GAZETTEER(row["city"])
        if e.kind.startswith("P.") and e.country == country and unit in ("", e.admin1)
    }
    (held,) = [e for e in GAZETTEER(row["name"]) if e.id.startswith("cc-") and e.name == row["name"]]
    assert held.point in cities
    assert (held.within, held.country) == (row["city"], country)


def test_every_source_is_told_and_used() -> None:
    assert {row["source"].partition(" ")[0] for row in ROWS} == set(SOURCES)
    assert all(SOURCES.values())
