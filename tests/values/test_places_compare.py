"""How two places stand to each other: a table of pairs written by hand, and the algebra."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.records import PlaceMention, PlacePrecision
from counterclaim.values.places import acled_geo_precision, compare_places, ucdp_where_precision
from counterclaim.values.places.codes import geo_precision_of, where_prec_of

SAME, COMPATIBLE, DIFFERENT, NOT_COMPARABLE = "same", "compatible", "different", "not_comparable"

POINTS = {
    "Homs": (34.73, 36.72), "Hama": (35.13, 36.75), "Rastan": (34.93, 36.73), "Aleppo": (36.2, 37.16),
    "Fardous": (36.18, 37.16), "Shaar": (36.21, 37.19), "Damascus": (33.51, 36.29), "Douma": (33.57, 36.4),
    "Khan Sheikhoun": (35.44, 36.65), "Tripoli": (32.89, 13.19), "Trablus": (34.43, 35.84), "Mosul": (36.34, 43.13),
    "Kyiv": (50.45, 30.52), "Bucha": (50.55, 30.21), "Lviv": (49.84, 24.03), "Robotyne": (47.45, 35.84),
    "Zamzam": (13.49, 25.31), "El Fasher": (13.63, 25.35), "Khartoum": (15.55, 32.53), "Beirut": (33.89, 35.5),
}  # fmt: skip
COUNTRY = {"Tripoli": "LY", "Trablus": "LB", "Mosul": "IQ", "Beirut": "LB"} | dict.fromkeys(
    ("Kyiv", "Bucha", "Lviv", "Robotyne"), "UA"
) | dict.fromkeys(("Zamzam", "El Fasher", "Khartoum"), "SD")  # fmt: skip
AREAS: dict[str, tuple[float, float, PlacePrecision, str | None]] = {
    "Syria": (35.0, 38.0, "country", "SY"), "Iraq": (33.0, 44.0, "country", "IQ"), "Ukraine": (49.0, 32.0, "country", "UA"),
    "Sudan": (16.0, 30.0, "country", "SD"), "Lebanon": (33.83, 35.83, "country", "LB"), "Libya": (28.0, 17.0, "country", "LY"),
    "Idlib province": (35.86, 36.61, "region", "SY"), "Homs province": (34.3, 38.2, "region", "SY"),
    "Hasakah province": (36.4, 40.8, "region", "SY"), "Nineveh": (36.0, 42.4, "region", "IQ"),
    "Donetsk Oblast": (48.1, 37.7, "region", "UA"), "Volyn": (51.1, 25.2, "region", "UA"),
    "North Darfur": (16.0, 25.6, "region", "SD"), "Afrin District": (36.54, 36.8, "district", "SY"),
    "Manbij District": (36.5, 37.9, "district", "SY"), "Levant": (34.0, 36.0, "vague", None),
    "Middle East": (33.0, 36.0, "vague", None), "Euphrates": (31.0, 47.4, "vague", None), "Badia": (34.5, 38.5, "vague", "SY"),
}  # fmt: skip


def at(
    name: str,
    *,
    near: bool = False,
    part: str | None = None,
    within: str | None = None,
    called: str | None = None,
) -> PlaceMention:
    """A place of the tables above, known by its name; one of no table has no entry and no position."""
    lat: float | None
    lon: float | None
    precision: PlacePrecision
    if name in AREAS:
        lat, lon, precision, country = AREAS[name]
        precision = "region" if part and precision == "country" else precision
    elif name in POINTS:
        (lat, lon), country = POINTS[name], COUNTRY.get(name, "SY")
        precision = "near" if near else "exact"
    else:
        lat = lon = country = None
        precision = "near" if near else "vague"
    return PlaceMention(
        claim=None, article="a", start=0, end=len(name), text=name, name=called or name, latitude=lat,
        longitude=lon, gazetteer_id=name if lat is not None else None, precision=precision, country=country,
        within=within, part=part,
    )  # fmt: skip


def lost(name: str, *, country: str | None = None, within: str | None = None) -> PlaceMention:
    return PlaceMention(
        claim=None, article="a", start=0, end=len(name), text=name, name=name, latitude=None, longitude=None,
        gazetteer_id=None, precision="vague", country=country, within=within,
    )  # fmt: skip


def spot(name: str, lat: float, lon: float, *, country: str = "SY") -> PlaceMention:
    return PlaceMention(
        claim=None, article="a", start=0, end=len(name), text=name, name=name, latitude=lat, longitude=lon,
        gazetteer_id=f"{name}@{lat}", precision="exact", country=country,
    )  # fmt: skip


PAIRS = [
    # one entry
    (at("Homs"), at("Homs"), SAME),
    (at("Homs"), at("Homs", called="Hims"), SAME),
    (at("Aleppo"), at("Aleppo", called="Halab"), SAME),
    (at("Kyiv"), at("Kyiv", called="Kiev"), SAME),
    (at("Syria"), at("Syria"), SAME),
    (at("Idlib province"), at("Idlib province", called="Idlib governorate"), SAME),
    (at("Afrin District"), at("Afrin District"), SAME),
    (at("Middle East"), at("Middle East"), SAME),
    (at("Euphrates"), at("Euphrates"), SAME),
    (at("Fardous", within="Aleppo"), at("Fardous"), SAME),
    # two entries of one town
    (spot("Homs", 34.73, 36.72), spot("Homs city", 34.74, 36.71), SAME),
    (spot("Shayrat", 34.49, 36.91), spot("Shayrat base", 34.5, 36.93), SAME),
    (spot("Robotyne", 47.45, 35.84, country="UA"), spot("Rabotino", 47.44, 35.83, country="UA"), SAME),
    # two towns
    (at("Homs"), at("Hama"), DIFFERENT),
    (at("Homs"), at("Aleppo"), DIFFERENT),
    (at("Homs"), at("Rastan"), DIFFERENT),
    (at("Damascus"), at("Douma"), DIFFERENT),
    (at("Kyiv"), at("Bucha"), DIFFERENT),
    (at("Kyiv"), at("Lviv"), DIFFERENT),
    (at("Zamzam"), at("El Fasher"), DIFFERENT),
    (at("Tripoli"), at("Trablus"), DIFFERENT),
    (at("Tripoli"), at("Trablus", called="Tripoli"), DIFFERENT),
    (at("Beirut"), at("Damascus"), DIFFERENT),
    (at("Mosul"), at("Aleppo"), DIFFERENT),
    (at("Khan Sheikhoun"), at("Khartoum"), DIFFERENT),
    (spot("Qusayr", 34.51, 36.58), spot("Zaita", 34.42, 36.6), DIFFERENT),
    # a town and its country
    (at("Homs"), at("Syria"), COMPATIBLE),
    (at("Lviv"), at("Ukraine"), COMPATIBLE),
    (at("Tripoli"), at("Libya"), COMPATIBLE),
    (at("Fardous"), at("Syria"), COMPATIBLE),
    (at("Homs"), at("Iraq"), DIFFERENT),
    (at("Tripoli"), at("Lebanon"), DIFFERENT),
    (at("Kyiv"), at("Sudan"), DIFFERENT),
    (at("Mosul"), at("Syria"), DIFFERENT),
    # a town and a unit
    (at("Khan Sheikhoun"), at("Idlib province"), COMPATIBLE),
    (at("Homs"), at("Homs province"), COMPATIBLE),
    (at("El Fasher"), at("North Darfur"), COMPATIBLE),
    (at("Mosul"), at("Nineveh"), COMPATIBLE),
    (at("Kyiv"), at("Donetsk Oblast"), COMPATIBLE),  # the middle of a unit alone cannot exclude it
    (at("Kyiv"), at("Idlib province"), DIFFERENT),
    (at("Mosul"), at("Hasakah province"), DIFFERENT),
    (at("Aleppo"), at("Afrin District"), DIFFERENT),
    (at("Damascus"), at("Afrin District"), DIFFERENT),
    (at("Beirut"), at("Homs province"), DIFFERENT),
    # areas
    (at("Idlib province"), at("Syria"), COMPATIBLE),
    (at("Afrin District"), at("Syria"), COMPATIBLE),
    (at("Nineveh"), at("Syria"), DIFFERENT),
    (at("Syria"), at("Iraq"), DIFFERENT),
    (at("Ukraine"), at("Libya"), DIFFERENT),
    (at("Idlib province"), at("Homs province"), COMPATIBLE),
    (at("Idlib province"), at("Hasakah province"), DIFFERENT),
    (at("Donetsk Oblast"), at("Volyn"), DIFFERENT),
    (at("Idlib province"), at("Nineveh"), DIFFERENT),
    (at("Afrin District"), at("Manbij District"), DIFFERENT),
    (at("Afrin District"), at("Idlib province"), COMPATIBLE),
    # within, as the text or the gazetteer says
    (at("Fardous", within="Aleppo"), at("Aleppo"), COMPATIBLE),
    (at("Shaar", within="Aleppo"), at("Aleppo"), COMPATIBLE),
    (at("Fardous", within="Aleppo"), at("Shaar", within="Aleppo"), SAME),  # 4 km: nearer than towns are told apart
    (lost("Kafr Zawiya", within="Homs"), at("Homs"), COMPATIBLE),
    (lost("Kafr Zawiya", within="Homs"), at("Hama"), NOT_COMPARABLE),
    (lost("Dar Sennan", country="SY"), at("Syria"), COMPATIBLE),
    (lost("Dar Sennan", country="SY"), at("Iraq"), DIFFERENT),
    (lost("Dar Sennan", within="Aleppo", country="SY"), at("Aleppo"), COMPATIBLE),
    # near
    (at("Homs", near=True), at("Homs"), COMPATIBLE),
    (at("Homs", near=True), at("Homs", near=True), COMPATIBLE),
    (at("Homs", near=True), at("Rastan"), COMPATIBLE),
    (at("Homs", near=True), at("Aleppo"), DIFFERENT),
    (at("Kyiv", near=True), at("Bucha"), COMPATIBLE),
    (at("Kyiv", near=True), at("Lviv", near=True), DIFFERENT),
    (at("Beirut", near=True), at("Lebanon"), COMPATIBLE),
    (at("Homs", near=True), at("Syria"), COMPATIBLE),
    # parts of one place
    (at("Aleppo", part="east"), at("Aleppo"), COMPATIBLE),
    (at("Aleppo", part="east"), at("Aleppo", part="eastern"), SAME),
    (at("Aleppo", part="east"), at("Aleppo", part="west"), DIFFERENT),
    (at("Aleppo", part="eastern"), at("Aleppo", part="western"), DIFFERENT),
    (at("Aleppo", part="north"), at("Aleppo", part="east"), COMPATIBLE),
    (at("Aleppo", part="north-eastern"), at("Aleppo", part="northeast"), SAME),
    (at("Aleppo", part="rural"), at("Aleppo", part="east"), COMPATIBLE),
    (at("Aleppo", part="downtown"), at("Aleppo", part="central"), SAME),
    (at("Syria", part="northern"), at("Syria"), COMPATIBLE),
    (at("Syria", part="northern"), at("Syria", part="southern"), DIFFERENT),
    (at("Syria", part="northern"), at("Iraq", part="northern"), DIFFERENT),
    (at("Syria", part="northern"), at("Aleppo"), COMPATIBLE),
    # without an entry or without bounds
    (lost("Kafr Zawiya"), lost("Kafr Zawiya"), SAME),
    (lost("Kafr Zawiya"), lost("Kafr-Zawiya"), SAME),
    (lost("Kafr Zawiya", country="SY"), lost("Kafr Zawiya"), SAME),
    (lost("Kafr Zawiya", country="SY"), lost("Kafr Zawiya", country="IQ"), DIFFERENT),
    (lost("Kafr Zawiya", within="Homs"), lost("Kafr Zawiya", within="Hama"), NOT_COMPARABLE),
    (lost("Kafr Zawiya"), at("Homs"), NOT_COMPARABLE),
    (lost("Kafr Zawiya"), lost("Dar Sennan"), NOT_COMPARABLE),
    (at("Homs"), at("Levant"), NOT_COMPARABLE),
    (at("Syria"), at("Middle East"), NOT_COMPARABLE),
    (at("Levant"), at("Middle East"), NOT_COMPARABLE),
    (at("Mosul"), at("Euphrates"), NOT_COMPARABLE),
    (at("Homs"), at("Badia"), COMPATIBLE),
    (at("Mosul"), at("Badia"), DIFFERENT),
]  # fmt: skip


def test_there_are_enough_pairs() -> None:
    assert len(PAIRS) >= 80


@pytest.mark.parametrize(("a", "b", "outcome"), PAIRS)
def test_a_pair_stands_as_a_reader_says(a: PlaceMention, b: PlaceMention, outcome: str) -> None:
    result = compare_places(a, b)
    assert result.outcome == outcome, result.why
    assert a.name in result.why
    assert b.name in result.why
    assert compare_places(b, a) == result


PLACES = st.builds(
    PlaceMention,
    claim=st.none(), article=st.just("a"), start=st.just(0), end=st.just(4), text=st.just("text"),
    name=st.sampled_from(["Homs", "Hama", "Syria", "Iraq", "Kafr Zawiya"]),
    latitude=st.one_of(st.none(), st.floats(30, 37)), longitude=st.one_of(st.none(), st.floats(35, 45)),
    gazetteer_id=st.sampled_from([None, "1", "2"]),
    precision=st.sampled_from(["exact", "near", "district", "region", "country", "vague"]),
    country=st.sampled_from([None, "SY", "IQ"]), within=st.sampled_from([None, "Homs", "Syria"]),
    part=st.sampled_from([None, "east", "western", "north"]),
)  # fmt: skip


@given(PLACES, PLACES)
def test_either_order_says_the_same(a: PlaceMention, b: PlaceMention) -> None:
    assert compare_places(a, b) == compare_places(b, a)


@given(PLACES)
def test_a_place_never_differs_from_itself(a: PlaceMention) -> None:
    assert compare_places(a, a).outcome in (SAME, COMPATIBLE)


@given(PLACES, st.sampled_from(["exact", "near", "district", "region"]))
def test_what_a_country_holds_is_compatible_with_it(a: PlaceMention, precision: PlacePrecision) -> None:
    from dataclasses import replace

    country = at("Syria")
    inner = replace(a, precision=precision, country="SY", gazetteer_id="inner")
    assert compare_places(inner, country).outcome == COMPATIBLE


@given(PLACES, PLACES)
def test_what_lies_within_is_never_different(a: PlaceMention, b: PlaceMention) -> None:
    from dataclasses import replace

    inner = replace(a, within=b.name, country=b.country, gazetteer_id="inner")
    assert compare_places(inner, b).outcome in (SAME, COMPATIBLE)


@given(PLACES, PLACES)
def test_the_sentence_names_both(a: PlaceMention, b: PlaceMention) -> None:
    why = compare_places(a, b).why
    assert a.name in why
    assert b.name in why
    assert not re.search(r"None|nan", why)


@pytest.mark.parametrize(
    ("kind", "country", "precision", "where", "geo"),
    [
        ("P.PPL", "SY", "exact", 1, 1),
        ("P.PPL", "SY", "near", 2, 2),
        ("A.ADM2", "SY", "district", 3, 2),
        ("A.ADM1", "SY", "region", 4, 3),
        ("L.RGN", "SY", "region", 5, 3),
        ("H.STM", "SY", "vague", 5, 3),
        ("A.PCLI", "SY", "country", 6, 3),
        ("H.SEA", None, "vague", 7, 3),
        ("L.CONT", None, "vague", 7, 3),
    ],
)
def test_codes_of_an_entry(
    kind: str, country: str | None, precision: PlacePrecision, where: int, geo: int
) -> None:
    assert where_prec_of(kind, country=country, precision=precision) == where
    assert geo_precision_of(precision, part=False) == geo


def test_a_code_on_the_value_goes_before_the_one_of_its_precision() -> None:
    from dataclasses import replace

    river = replace(at("Euphrates"), where_prec=5, geo_precision=2)
    assert (ucdp_where_precision(river), acled_geo_precision(river)) == (5, 2)
    assert geo_precision_of("country", part=True) == 2
