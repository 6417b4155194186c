"""How two dates stand to each other: a table of pairs, and the algebra that holds for all."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.values.dates import compare_dates, interval

SAME, COMPATIBLE, DIFFERENT, NOT = "same", "compatible", "different", "not_comparable"

PAIRS = [
    # days
    ("2031-03-12", "2031-03-12", SAME, "both say 2031-03-12"),
    ("2031-03-12", "2031-03-13", DIFFERENT, "1 day apart"),
    ("2031-03-12", "2031-03-10", DIFFERENT, "2 days apart"),
    ("2031-02-28", "2031-03-01", DIFFERENT, "1 day apart"),
    ("2032-02-28", "2032-03-01", DIFFERENT, "2 days apart"),
    ("2030-12-31", "2031-01-01", DIFFERENT, "1 day apart"),
    ("2030-03-12", "2031-03-12", DIFFERENT, "365 days apart"),
    ("1931-03-12", "2031-03-12", DIFFERENT, "36525 days apart"),
    # a day and a month
    ("2031-03-12", "2031-03", COMPATIBLE, "2031-03-12 lies within 2031-03"),
    ("2031-03-01", "2031-03", COMPATIBLE, "2031-03-01 lies within 2031-03"),
    ("2031-03-31", "2031-03", COMPATIBLE, "2031-03-31 lies within 2031-03"),
    ("2031-04-01", "2031-03", DIFFERENT, "1 day apart"),
    ("2031-02-28", "2031-03", DIFFERENT, "1 day apart"),
    ("2030-03-12", "2031-03", DIFFERENT, "do not overlap"),
    # months, years, decades, centuries
    ("2031-03", "2031-03", SAME, "both say"),
    ("2031-03", "2031-04", DIFFERENT, "1 day apart"),
    ("2031-03", "2031-05", DIFFERENT, "31 days apart"),
    ("2031-03", "2031", COMPATIBLE, "2031-03 lies within 2031"),
    ("2031-03", "2030", DIFFERENT, "60 days apart"),
    ("2031", "2031", SAME, "both say"),
    ("2031", "2032", DIFFERENT, "1 day apart"),
    ("2031", "203X", COMPATIBLE, "2031 lies within 203X"),
    ("2031", "202X", DIFFERENT, "do not overlap"),
    ("2031-03-12", "203X", COMPATIBLE, "lies within 203X"),
    ("202X", "203X", DIFFERENT, "1 day apart"),
    ("203X", "20XX", COMPATIBLE, "203X lies within 20XX"),
    ("198X", "20XX", DIFFERENT, "do not overlap"),
    ("19XX", "20XX", DIFFERENT, "1 day apart"),
    ("203X", "203X", SAME, "both say"),
    # weeks
    ("2031-03-10/2031-03-16", "2031-03-12", COMPATIBLE, "2031-03-12 lies within"),
    ("2031-03-10/2031-03-16", "2031-03-10", COMPATIBLE, "2031-03-10 lies within"),
    ("2031-03-10/2031-03-16", "2031-03-17", DIFFERENT, "1 day apart"),
    ("2031-03-10/2031-03-16", "2031-03-17/2031-03-23", DIFFERENT, "1 day apart"),
    ("2031-03-10/2031-03-16", "2031-03", COMPATIBLE, "lies within 2031-03"),
    ("2031-03-31/2031-04-06", "2031-03", COMPATIBLE, "overlap from 2031-03-31 to 2031-03-31"),
    ("2031-03-31/2031-04-06", "2031-04", COMPATIBLE, "overlap from 2031-04-01 to 2031-04-06"),
    ("2031-03-31/2031-04-06", "2031-05", DIFFERENT, "25 days apart"),
    ("2031-03-15/2031-03-16", "2031-03-10/2031-03-16", COMPATIBLE, "lies within"),
    # ranges
    ("2031-03-01/2031-03-31", "2031-03", SAME, "cover the same days"),
    ("2031-01/2031-03", "2031-01-01/2031-03-31", SAME, "cover the same days"),
    ("2031-01/2031-12", "2031", SAME, "cover the same days"),
    ("2030/2039", "203X", SAME, "cover the same days"),
    ("2031-03-12/2031-03-12", "2031-03-12", SAME, "cover the same days"),
    ("2031-03-01/2031-03-10", "2031-03-05/2031-03-20", COMPATIBLE, "overlap from 2031-03-05 to 2031-03-10"),
    ("2031-03-01/2031-03-10", "2031-03-10/2031-03-20", COMPATIBLE, "overlap from 2031-03-10 to 2031-03-10"),
    ("2031-03-01/2031-03-10", "2031-03-11/2031-03-20", DIFFERENT, "1 day apart"),
    ("2031-03-01/2031-03-20", "2031-03-05/2031-03-10", COMPATIBLE, "2031-03-05/2031-03-10 lies within"),
    ("2028/2031", "2030-06", COMPATIBLE, "2030-06 lies within 2028/2031"),
    ("2028/2031", "2032", DIFFERENT, "1 day apart"),
    ("2028/2031", "2031/2034", COMPATIBLE, "overlap from 2031-01-01 to 2031-12-31"),
    ("2031-01/2031-03", "2031-04/2031-06", DIFFERENT, "1 day apart"),
    ("2031-01/2031-06", "2031-04/2031-06", COMPATIBLE, "lies within 2031-01/2031-06"),
    # open ranges
    ("2028/..", "2031-03-12", COMPATIBLE, "2031-03-12 lies within 2028/.."),
    ("2028/..", "2028", COMPATIBLE, "2028 lies within 2028/.."),
    ("2028/..", "2027", DIFFERENT, "1 day apart"),
    ("2028/..", "2029/..", COMPATIBLE, "2029/.. lies within 2028/.."),
    ("2028/..", "../2029", COMPATIBLE, "overlap from 2028-01-01 to 2029-12-31"),
    ("2028/..", "../2027", DIFFERENT, "1 day apart"),
    ("2028/..", "2028/..", SAME, "both say"),
    ("../2028", "2027-05", COMPATIBLE, "2027-05 lies within ../2028"),
    ("../2028-05", "2028-06-01", DIFFERENT, "1 day apart"),
    ("2031-03-12/..", "2031-03", COMPATIBLE, "overlap from 2031-03-12 to 2031-03-31"),
    ("2031-03-12/..", "2031-03-11", DIFFERENT, "1 day apart"),
    # seasons, whose months leave a leeway
    ("2031-21", "2031-04", COMPATIBLE, "2031-04 lies within 2031-21"),
    ("2031-21", "2031-09", DIFFERENT, "do not overlap"),
    ("2031-22", "2031-07-14", COMPATIBLE, "2031-07-14 lies within 2031-22"),
    ("2031-22", "2031-23", COMPATIBLE, "overlap from 2031-09-01 to 2031-09-30"),
    ("2031-21", "2031-23", DIFFERENT, "do not overlap"),
    ("2031-24", "2032-01-20", COMPATIBLE, "lies within 2031-24"),
    ("2031-24", "2031-01-20", COMPATIBLE, "lies within 2031-24"),
    ("2031-24", "2030-12", DIFFERENT, "1 day apart"),
    ("2031-22", "2031", COMPATIBLE, "2031-22 lies within 2031"),
    ("2031-22", "2031-22", SAME, "both say"),
    # times of day
    ("2031-03-12T06:30", "2031-03-12T06:30", SAME, "both say"),
    ("2031-03-12T06:30", "2031-03-12T06:30:00", SAME, "are the same time"),
    ("2031-03-12T06:30", "2031-03-12T06:45", COMPATIBLE, "15 minutes apart, near enough"),
    ("2031-03-12T06:30", "2031-03-12T07:00", COMPATIBLE, "30 minutes apart, near enough"),
    ("2031-03-12T06:30", "2031-03-12T07:01", DIFFERENT, "31 minutes apart on one day"),
    ("2031-03-12T06:30", "2031-03-12T18:30", DIFFERENT, "720 minutes apart on one day"),
    ("2031-03-12T06:30", "2031-03-12", COMPATIBLE, "one day, one with a time"),
    ("2031-03-12T06:30", "2031-03-13", DIFFERENT, "1 day apart"),
    ("2031-03-12T23:30", "2031-03-13T00:10", DIFFERENT, "1 day apart"),
    ("2031-03-12T06:30", "2031-03", COMPATIBLE, "lies within 2031-03"),
    ("2031-03-12T06:30Z", "2031-03-12T06:30+00:00", SAME, "are the same time"),
    ("2031-03-12T06:30Z", "2031-03-12T09:30+03:00", COMPATIBLE, "not told in one zone"),
    ("2031-03-12T06:30Z", "2031-03-12T09:30", COMPATIBLE, "not told in one zone"),
    # dates that are only about right
    ("2031-03-12~", "2031-03-13", COMPATIBLE, "near enough for an approximate date"),
    ("2031-03-12~", "2031-03-14", DIFFERENT, "2 days apart"),
    ("2031-03~", "2031-04-20", COMPATIBLE, "near enough"),
    ("2031-03~", "2031-06", DIFFERENT, "62 days apart"),
    ("2031~", "2032", COMPATIBLE, "near enough"),
    ("2031?", "2033-06", DIFFERENT, "do not overlap"),
    ("2031%", "2031", SAME, "cover the same days"),
    # nothing to compare
    (None, "2031", NOT, "one says 2031, the other gives no date"),
    (None, None, NOT, "neither gives a date"),
    ("soon", "2031", NOT, "'soon' is no date that is read here"),
    ("2031-13", "2031", NOT, "'2031-13' is no date"),
    ("2031-02-30", "2031-02", NOT, "'2031-02-30' is no date"),
    ("2031-05/2031-04", "2031", NOT, "is no date"),
    ("P3D", "2031", NOT, "'P3D' is no date"),
    ("", "", NOT, "'' is no date"),
]


@pytest.mark.parametrize(("a", "b", "outcome", "why"), PAIRS)
def test_a_pair_has_its_outcome_and_the_reason_for_it(
    a: str | None, b: str | None, outcome: str, why: str
) -> None:
    told = compare_dates(a, b)
    assert told.outcome == outcome
    assert why in told.why
    assert all(value is None or value in told.why for value in (a, b))


@pytest.mark.parametrize(("a", "b", "outcome", "why"), PAIRS)
def test_the_order_does_not_matter(a: str | None, b: str | None, outcome: str, why: str) -> None:
    assert compare_dates(a, b) == compare_dates(b, a)


DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 1))
VALUES = st.one_of(
    DAYS.map(lambda d: d.isoformat()),
    DAYS.map(lambda d: f"{d:%Y-%m}"),
    DAYS.map(lambda d: f"{d:%Y}"),
    DAYS.map(lambda d: f"{d:%Y}"[:3] + "X"),
    st.builds(lambda d, s: f"{d:%Y}-{s}", DAYS, st.sampled_from([21, 22, 23, 24])),
    st.tuples(DAYS, DAYS).map(lambda p: "/".join(sorted(d.isoformat() for d in p))),
    DAYS.map(lambda d: f"{d}/.."),
    DAYS.map(lambda d: f"../{d}"),
)
TIMES = st.builds(lambda d, t: f"{d}T{t:%H:%M}", DAYS, st.times())
MARKED = st.builds(lambda v, m: v + m, DAYS.map(lambda d: f"{d:%Y-%m}"), st.sampled_from("~?%"))
ANY = st.one_of(VALUES, TIMES, MARKED, st.none(), st.text(max_size=12))


@given(ANY, ANY)
def test_symmetry(a: str | None, b: str | None) -> None:
    assert compare_dates(a, b) == compare_dates(b, a)


@given(st.one_of(VALUES, TIMES, MARKED))
def test_what_is_identical_is_the_same(value: str) -> None:
    assert compare_dates(value, value).outcome == "same"


@given(VALUES, VALUES)
def test_overlap_is_compatible_and_nothing_else_is(a: str, b: str) -> None:
    (a_first, a_last), (b_first, b_last) = interval(a), interval(b)
    overlap = a_first <= b_last and b_first <= a_last
    assert (compare_dates(a, b).outcome in ("same", "compatible")) is overlap


@given(DAYS)
def test_a_day_is_compatible_with_its_month_year_and_decade(day: date) -> None:
    for wider in (f"{day:%Y-%m}", f"{day:%Y}", f"{day:%Y}"[:3] + "X", f"{day}/..", f"../{day}"):
        assert compare_dates(day.isoformat(), wider).outcome == "compatible"


@given(DAYS, st.integers(min_value=1, max_value=5000))
def test_two_days_are_as_far_apart_as_the_sentence_says(day: date, days: int) -> None:
    told = compare_dates(day.isoformat(), (day + timedelta(days=days)).isoformat())
    assert told.outcome == "different"
    assert f"{days} day" in told.why


@given(VALUES, VALUES, VALUES)
def test_a_part_of_a_date_is_compatible_with_no_more_than_the_date(a: str, b: str, c: str) -> None:
    (a_first, a_last), (b_first, b_last) = interval(a), interval(b)
    if b_first <= a_first and a_last <= b_last and compare_dates(b, c).outcome == "different":
        assert compare_dates(a, c).outcome == "different"
