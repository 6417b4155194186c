"""Places: names made comparable, distances, comparison, the field's codes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.records import PlaceMention, PlacePrecision
from counterclaim.values.places import (
    acled_geo_precision,
    compare_places,
    folded,
    kilometres,
    ucdp_where_precision,
    without_article,
)


def place(
    name: str,
    lat: float | None = None,
    lon: float | None = None,
    *,
    precision: PlacePrecision = "exact",
    country: str | None = "SY",
    within: str | None = None,
    id: str | None = None,
) -> PlaceMention:
    return PlaceMention(
        claim=None, article="a", start=0, end=len(name), text=name, name=name, latitude=lat, longitude=lon,
        gazetteer_id=id, precision=precision, country=country, within=within,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Ḩimş", "hims"),
        ("Deir al-Zor", "deir al zor"),
        ("Kafr  Nabl", "kafr nabl"),
        ("Dar‘ā", "dara"),
        ("Türkiye", "turkiye"),
        ("Diyarbakır", "diyarbakir"),
        ("Łódź", "lodz"),
        ("U.S.", "us"),
        ("Ma’arrat", "maarrat"),
        ("Al Bāb", "al bab"),
        ("", ""),
        ("حلب", "حلب"),
    ],
)
def test_names_are_folded_alike(name: str, key: str) -> None:
    assert folded(name) == key


@pytest.mark.parametrize(
    ("key", "bare"),
    [
        ("al bab", "bab"),
        ("el alamein", "alamein"),
        ("ash shaddadi", "shaddadi"),
        ("aleppo", "aleppo"),
        ("al", "al"),
    ],
)
def test_a_leading_article_can_be_left_out(key: str, bare: str) -> None:
    assert without_article(key) == bare


@given(st.text(max_size=80))
def test_folding_twice_changes_nothing(name: str) -> None:
    assert folded(folded(name)) == folded(name)


POINTS = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


@given(POINTS, POINTS)
def test_distance_is_symmetric_and_on_the_earth(a: tuple[float, float], b: tuple[float, float]) -> None:
    assert kilometres(a, b) == kilometres(b, a)
    assert 0 <= kilometres(a, b) <= 20_016
    assert kilometres(a, a) == 0


def test_distance_of_two_towns() -> None:
    assert kilometres((52.52, 13.405), (48.8566, 2.3522)) == pytest.approx(877.5, abs=1)


@pytest.mark.parametrize(
    ("a", "b", "outcome"),
    [
        (place("Homs", 34.73, 36.72, id="1"), place("Hims", 34.73, 36.72, id="1"), "same"),
        (place("Homs", 34.73, 36.72), place("Homs city", 34.74, 36.71), "same"),
        (place("Homs", 34.73, 36.72), place("Hama", 35.13, 36.76), "different"),
        (place("Homs", 34.73, 36.72), place("Syria", 35, 38, precision="country"), "compatible"),
        (place("Homs", 34.73, 36.72), place("Iraq", 33, 44, precision="country", country="IQ"), "different"),
        (place("Fardous", 36.18, 37.16, within="Aleppo"), place("Aleppo", 36.2, 37.16), "compatible"),
        (place("Homs", 34.73, 36.72, precision="near"), place("Rastan", 34.93, 36.73), "compatible"),
        (place("Kafr Zawiya"), place("Kafr Zawiya"), "same"),
        (place("Kafr Zawiya"), place("Homs", 34.73, 36.72), "not_comparable"),
        (place("Kafr Zawiya", within="Homs"), place("Homs", 34.73, 36.72), "compatible"),
        (
            place("Syria", 35, 38, precision="country"),
            place("Iraq", 33, 44, precision="country", country="IQ"),
            "different",
        ),
        (
            place("Idlib province", 35.8, 36.6, precision="region"),
            place("Syria", 35, 38, precision="country"),
            "compatible",
        ),
        (place("Homs", 34.73, 36.72), place("Levant", precision="vague", country=None), "not_comparable"),
    ],
)
def test_places_compare_by_what_is_known(a: PlaceMention, b: PlaceMention, outcome: str) -> None:
    result = compare_places(a, b)
    assert result.outcome == outcome
    assert result == compare_places(b, a)
    assert a.name in result.why or b.name in result.why


PLACES = st.builds(
    place,
    st.sampled_from(["Homs", "Hama", "Syria", "Iraq"]),
    st.one_of(st.none(), st.floats(30, 37)),
    st.floats(35, 45),
    precision=st.sampled_from(["exact", "near", "district", "region", "country", "vague"]),
    country=st.sampled_from([None, "SY", "IQ"]),
    within=st.sampled_from([None, "Homs", "Syria"]),
    id=st.sampled_from([None, "1", "2"]),
)


@given(PLACES, PLACES)
def test_comparison_is_symmetric(a: PlaceMention, b: PlaceMention) -> None:
    assert compare_places(a, b) == compare_places(b, a)


@pytest.mark.parametrize(
    ("mention", "ucdp", "acled"),
    [
        (place("Homs", 34.7, 36.7), 1, 1),
        (place("Homs", 34.7, 36.7, precision="near"), 2, 2),
        (place("Afrin District", 36.5, 36.9, precision="district"), 3, 2),
        (place("Idlib province", 35.8, 36.6, precision="region"), 4, 3),
        (place("Syria", 35, 38, precision="country"), 6, 3),
        (place("Kafr Zawiya"), 6, 3),
        (place("Levant", precision="vague", country=None), 7, 3),
    ],
)
def test_precision_codes_of_the_field(mention: PlaceMention, ucdp: int, acled: int) -> None:
    assert (ucdp_where_precision(mention), acled_geo_precision(mention)) == (ucdp, acled)
