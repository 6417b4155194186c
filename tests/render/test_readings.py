import dataclasses
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.records import DateKind, Figure, Participant, PlacePrecision, Statement, Status
from counterclaim.render.html.readings import (
    Said,
    as_read,
    degrees,
    of_date,
    of_event,
    of_figure,
    of_place,
    of_statement,
)
from counterclaim.render.html.view import look
from counterclaim.render.html.who import sure_key, sureness
from invented import DOSSIER, FRONT, S_ADMIT, S_DRONES, S_TOLL, TIDEWIRE, at

FIGURE = DOSSIER.figures[0]
DATE = DOSSIER.dates[0]
PLACE = DOSSIER.places[0]
EVENT = DOSSIER.events[0]


def plain(reading: Said) -> str:
    return re.sub(r"<[^>]*>", "", reading.put("x"))


def figure(text: str, low: float | None, high: float | None, best: float | None, **more: object) -> Figure:
    return dataclasses.replace(FIGURE, text=text, low=low, high=high, best=best, **more)  # type: ignore[arg-type]


def surely(said: Statement, confidence: float | None, **more: object) -> Statement:
    return dataclasses.replace(said, confidence=confidence, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "low", "high", "best", "read"),
    [
        ("at least 58", 58, None, None, "58 or more (from: “at least”)"),
        ("up to 400,000", None, 400_000, None, "400,000 or fewer (from: “up to”)"),
        ("some 300", None, None, 300, "about 300 (from: “some”)"),
        ("58", 58, 58, 58, "58"),
        ("two", 2, 2, 2, "2"),
        ("between 40 and 60", 40, 60, None, "40 to 60 (from: “between”)"),
        ("40-60", 40, 60, 50, "40 to 60, most likely 50 (from: “40-60”)"),
        ("dozens", 24, None, None, "24 or more (from: “dozens”)"),
        ("more than $5m", 5e6, None, None, "5,000,000 or more (from: “more than”)"),
        ("scores", None, None, None, "no number"),
    ],
)
def test_a_number_is_told_with_its_bounds_and_the_words_that_gave_them(
    text: str, low: float | None, high: float | None, best: float | None, read: str
) -> None:
    assert as_read(figure(text, low, high, best)) == read


def test_a_rule_that_made_a_number_of_a_word_is_named() -> None:
    made = figure("dozens", 24, 24, 24, vague="dozens", rule="airwars")
    assert as_read(made) == "24 (from: “dozens”, by the rule “airwars”)"


def test_what_has_a_unit_is_less_and_not_fewer() -> None:
    assert as_read(figure("up to 40 km", None, 40, None, unit="km")) == "40 km or less (from: “up to”)"


def test_a_part_names_its_whole() -> None:
    whole, part = DOSSIER.figures[0], dataclasses.replace(DOSSIER.figures[2], part_of=DOSSIER.figures[0].id)
    words = plain(of_figure(part, look(DOSSIER)))
    assert words == "“31”: 31 · people, killed · within “At least 12” · Karsava · 4 March 2031"
    assert whole.text in words
    blamed = dataclasses.replace(whole, blamed=FRONT, scope="total", updates=True)
    told = plain(of_figure(blamed, look(DOSSIER)))
    assert "a total so far · updates an earlier number" in told
    assert told.endswith("blamed on Northern Front")


@pytest.mark.parametrize(
    ("value", "precision", "words"),
    [
        ("2031-03-04", "day", "4 March 2031 · EDTF 2031-03-04 · to the day · the Tuesday of publication"),
        ("2031-03", "month", "March 2031 · EDTF 2031-03 · to the month · the Tuesday of publication"),
        ("2031-03/2031-04", "range", "March 2031 to April 2031 · EDTF 2031-03/2031-04 · a range · the"),
        ("2031-03-04T06:30", "time", "4 March 2031, 06:30 · EDTF 2031-03-04T06:30 · to the time of day"),
        (None, None, "no date · the Tuesday of publication"),
    ],
)
def test_a_date_is_told_with_its_value_precision_and_basis(
    value: str | None, precision: str | None, words: str
) -> None:
    found = dataclasses.replace(DATE, value=value, precision=precision)  # type: ignore[arg-type]
    assert plain(of_date(found)).startswith(f"“Tuesday”: {words}")


@pytest.mark.parametrize(
    ("kind", "timeml", "words"),
    [
        ("duration", "P3D", "a length of time · TimeML P3D · the"),
        ("set", "XXXX-WXX-5", "a day or time that comes again · TimeML XXXX-WXX-5 · the"),
        ("date", None, "no date · the"),
    ],
)
def test_a_length_of_time_is_no_date(kind: DateKind, timeml: str | None, words: str) -> None:
    found = dataclasses.replace(DATE, value=None, precision=None, kind=kind, timeml=timeml)
    assert plain(of_date(found)).startswith(f"“Tuesday”: {words}")


def test_a_part_of_a_day_is_told_with_its_day() -> None:
    night = dataclasses.replace(DATE, kind="time", timeml="2031-03-04TNI")
    assert "EDTF 2031-03-04 · TimeML 2031-03-04TNI · to the day" in plain(of_date(night))


@pytest.mark.parametrize(
    ("precision", "words"),
    [
        ("exact", "the place itself (UCDP where_prec 1, ACLED geo_precision 1)"),
        ("near", "near it (UCDP where_prec 2, ACLED geo_precision 2)"),
        ("district", "a district (UCDP where_prec 3, ACLED geo_precision 2)"),
        ("region", "a region (UCDP where_prec 4, ACLED geo_precision 3)"),
        ("country", "a country (UCDP where_prec 6, ACLED geo_precision 3)"),
    ],
)
def test_a_place_is_told_with_its_coordinates_and_precision(precision: PlacePrecision, words: str) -> None:
    place = dataclasses.replace(
        PLACE, precision=precision, within="Velmark", country="LV", longitude=-22.25, part="east"
    )
    told = plain(of_place(place))
    assert (
        told
        == f"“Karsava”: 57.51° N, 22.25° W · {words} · the east part of it · in Velmark · country LV · invented"
    )


@pytest.mark.parametrize(
    ("value", "words"), [(36.2012, "36.2012"), (-122.419416, "122.4194"), (39.0, "39"), (0.0, "0")]
)
def test_degrees_to_four_decimals(value: float, words: str) -> None:
    assert degrees(value) == words


def test_a_place_that_no_gazetteer_has_keeps_its_name() -> None:
    place = dataclasses.replace(PLACE, latitude=None, longitude=None, precision="vague", basis="not found")
    told = plain(of_place(place))
    assert (
        told
        == "“Karsava”: no coordinates · not to be put on a map (UCDP where_prec 7, ACLED geo_precision 3) · not found"
    )


@pytest.mark.parametrize(("status", "words"), [("asserted", "asserted"), ("denied", "given as denied")])
def test_an_event_is_told_with_its_type_its_status_and_who_did_it_to_whom(status: Status, words: str) -> None:
    start, end = at(TIDEWIRE, "The Northern Front")
    who = Participant(role="agent", start=start, end=end, actor=FRONT)
    whom = Participant(role="target", start=at(TIDEWIRE, "people")[0], end=at(TIDEWIRE, "people")[1])
    told = plain(of_event(dataclasses.replace(EVENT, status=status, participants=(who, whom)), look(DOSSIER)))
    assert told == (
        "“a blast”: Remote explosive/landmine/IED · ACLED: Explosions/Remote violence · "
        f"{words} · by “The Northern Front” (Northern Front) · to “people” · at Karsava · 4 March 2031"
    )


def test_a_statement_is_told_with_who_and_how_it_came() -> None:
    view = look(DOSSIER)
    assert plain(of_statement(S_ADMIT, view)) == (
        "Admitted by Northern Front spokesman · Northern Front · in quotation marks"
    )
    assert plain(of_statement(S_DRONES, view)) == (
        "Said by residents · no side stated · through Harbour Radio"
    )


def test_role_affiliation_anonymity_and_eyewitness_are_told_where_given() -> None:
    said = surely(
        S_TOLL, 0.874, role="matron", affiliation="the port hospital", anonymous=True, eyewitness=True
    )
    assert plain(of_statement(said, look(DOSSIER))) == (
        "Said by the port hospital · no side stated · matron · the account withholds who it is · "
        "an eyewitness, by the account · reading: fairly sure (0.87)"
    )


@pytest.mark.parametrize(
    ("confidence", "words"),
    [
        (None, None),
        (float("nan"), None),
        (1.0, "reading: very sure (1.00)"),
        (0.95, "reading: very sure (0.95)"),
        (0.8, "reading: fairly sure (0.80)"),
        (0.79, "reading: not very sure (0.79)"),
        (0.2, "reading: unsure (0.20)"),
        (-3.0, "reading: unsure (0.00)"),
        (7.0, "reading: very sure (1.00)"),
    ],
)
def test_confidence_in_words_and_number(confidence: float | None, words: str | None) -> None:
    assert sureness(surely(S_TOLL, confidence)) == words


def test_the_word_never_says_more_than_the_number_shown() -> None:
    assert sureness(surely(S_TOLL, 0.949)) == "reading: fairly sure (0.94)"
    assert sureness(surely(S_TOLL, 0.7999)) == "reading: not very sure (0.79)"


def test_what_confidence_means_is_told_where_there_is_any() -> None:
    assert sure_key(DOSSIER.statements) is None
    key = sure_key([surely(S_TOLL, 0.5)])
    assert key is not None
    assert "It says nothing of how true the words are." in key


@given(st.text(max_size=60), st.floats(allow_nan=False, allow_infinity=False) | st.none())
def test_any_words_are_told_and_stay_text(text: str, low: float | None) -> None:
    reading = of_figure(figure(text, low, None, None, place=text, population=text), look(DOSSIER))
    assert set(re.findall(r"<(\w+)", reading.put("x"))) <= {"a", "bdi"}
