"""The embedded gazetteer as it comes with the package."""

from importlib import resources
from pathlib import Path
from time import perf_counter

import pytest

from counterclaim.errors import ModelError
from counterclaim.models.gazetteer import SqliteGazetteer, load_gazetteer

LARGEST_FILE = 30_000_000
GAZETTEER = load_gazetteer()


@pytest.mark.parametrize(
    ("name", "lat", "lon"),
    [
        ("Aleppo", 36.20, 37.16),
        ("Damascus", 33.51, 36.29),
        ("Khan Sheikhoun", 35.44, 36.65),
        ("Deir Ezzor", 35.34, 40.14),
        ("deir al-zor", 35.34, 40.14),
        ("Raqqa", 35.95, 39.01),
        ("al-Raqqa", 35.95, 39.01),
        ("Kobane", 36.89, 38.35),
        ("Fardous", 36.18, 37.16),
        ("Bustan al-Qasr", 36.19, 37.14),
        ("Shejaiya", 31.50, 34.48),
        ("Robotyne", 47.45, 35.84),
        ("Zamzam camp", 13.49, 25.31),
        ("Mosul", 36.34, 43.12),
        ("Kyiv", 50.45, 30.52),
        ("Kiev", 50.45, 30.52),
        ("Mariupol", 47.10, 37.55),
        ("Tripoli", 32.89, 13.19),
        ("Syria", 35.0, 38.0),
        ("U.S.", 39.8, -98.5),
        ("Russia", 60.0, 100.0),
    ],
)
def test_known_places_are_where_they_are(name: str, lat: float, lon: float) -> None:
    points = [e.point for e in GAZETTEER(name) if e.point]
    assert any(abs(a - lat) < 0.06 and abs(b - lon) < 0.06 for a, b in points)


@pytest.mark.parametrize("name", ["Middle East", "Europe", "Levant", "Africa"])
def test_large_areas_are_known_as_such(name: str) -> None:
    assert any(e.kind == "L.CONT" and e.point and not e.country for e in GAZETTEER(name))


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("iso:sy", "SY", "A.PCLI"),
        ("Texas", "US", "A.ADM1"),
        ("Dagestan", "RU", "A.ADM1"),
        ("Los Angeles County", "US", "A.ADM2"),
        ("Atlantic", "", "H.OCN"),
        ("Heathrow", "GB", "S.AIRP"),
        ("Northamptonshire", "GB", "L.RGN"),
    ],
)
def test_units_waters_and_landmarks_are_held(name: str, country: str, kind: str) -> None:
    assert any((e.country, e.kind) == (country, kind) for e in GAZETTEER(name))


@pytest.mark.parametrize(
    "name", ["", "\ud800", "Xqzzyv", "'; DROP TABLE names; --", "\x00", "🏚", "a" * 10_000, "حلب"]
)
def test_other_names_have_no_entry(name: str) -> None:
    assert GAZETTEER(name) == ()


def test_the_most_populous_comes_first() -> None:
    people = [e.population for e in GAZETTEER("Damascus")]
    assert people == sorted(people, reverse=True)
    assert len(people) > 2


def test_a_name_is_found_with_and_without_its_article() -> None:
    assert {e.id for e in GAZETTEER("al-Bab")} & {e.id for e in GAZETTEER("Al Bāb")}
    assert GAZETTEER("al-Fardous")


def test_it_is_small_and_quick() -> None:
    file = resources.files("counterclaim.models").joinpath("data", "gazetteer.sqlite")
    assert Path(str(file)).stat().st_size < LARGEST_FILE
    begin = perf_counter()
    load_gazetteer()("Aleppo")
    assert perf_counter() - begin < 0.5  # generous: milliseconds on a quiet machine


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="reinstall"):
        SqliteGazetteer(tmp_path / "none.sqlite")
