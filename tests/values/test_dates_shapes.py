"""Times of day, lengths of time, sets, quarters, and dates reckoned from other dates."""

from importlib import resources
from tomllib import loads

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.values.dates import DateWords, find_dates, timeml_of

TABLE = resources.files("counterclaim.models").joinpath("lexicon", "dates.toml").read_text("utf-8")
WORDS = DateWords.from_table(loads(TABLE))
PUBLISHED = "2031-03-12"  # a Wednesday

TIMES = [
    ("Shells fell at 3 a.m. on Tuesday.", "3 a.m. on Tuesday", "2031-03-11", "2031-03-11T03:00"),
    ("Shells fell Tuesday at 3 a.m. there.", "Tuesday at 3 a.m.", "2031-03-11", "2031-03-11T03:00"),
    ("Shells fell on Tuesday night.", "Tuesday night", "2031-03-11", "2031-03-11TNI"),
    ("Shells fell last night.", "last night", "2031-03-11", "2031-03-11TNI"),
    ("Shells fell this morning.", "this morning", "2031-03-12", "2031-03-12TMO"),
    ("Shells fell tonight.", "tonight", "2031-03-12", "2031-03-12TNI"),
    ("Shells fell around 06:30 GMT.", "06:30 GMT", "2031-03-12", "2031-03-12T06:30"),
    ("Shells fell at 0630 GMT.", "0630 GMT", "2031-03-12", "2031-03-12T06:30"),
    ("Shells fell at 6:30 on 9 March.", "6:30 on 9 March", "2031-03-09", "2031-03-09T06:30"),
    ("Shells fell at 7:15 p.m. EST", "7:15 p.m. EST", "2031-03-12", "2031-03-12T19:15"),
    ("Shells fell at 12:05 am.", "12:05 am", "2031-03-12", "2031-03-12T00:05"),
    ("Shells fell at noon on Monday.", "noon on Monday", "2031-03-10", "2031-03-10T12:00"),
    ("Shells fell at four at night", "four", None, None),
    ("Shells fell at 4 in the morning.", "4 in the morning", "2031-03-12", "2031-03-12T04:00"),
    ("Shells fell at 9 o'clock.", "9 o'clock", "2031-03-12", "2031-03-12T09:00"),
    ("On 3 March it burnt at dawn.", "dawn", "2031-03-03", "2031-03-03TMO"),
    ("On 3 March it burnt; the next morning it sank.", "the next morning", "2031-03-04", "2031-03-04TMO"),
    ("On 3 March it burnt; that night it sank.", "that night", "2031-03-03", "2031-03-03TNI"),
    ("Shells fell overnight.", "overnight", "2031-03-12", "2031-03-12TNI"),
    ("The night of March 3 was quiet.", "The night of March 3", "2031-03-03", "2031-03-03TNI"),
    ("On 3 March, in the evening, it sank.", "the evening", "2031-03-03", "2031-03-03TEV"),
]

LENGTHS = [
    ("They held out for three days.", "three days", "P3D", "duration"),
    ("A two-week truce began.", "two-week", "P2W", "duration"),
    ("They waited more than four hours.", "more than four hours", "PT4H", "duration"),
    ("It took twenty-four hours.", "twenty-four hours", "PT24H", "duration"),
    ("They waited several months.", "several months", "PXM", "duration"),
    ("They waited a couple of weeks.", "a couple of weeks", "P2W", "duration"),
    ("It lasted two decades.", "two decades", "P20Y", "duration"),
    ("It lasted a century.", "a century", "P100Y", "duration"),
    ("It lasted a fortnight.", "a fortnight", "P2W", "duration"),
    ("It lasted two and a half years.", "two and a half years", "P2.5Y", "duration"),
    ("Three days after the raid they fled.", "Three days", "P3D", "duration"),
    ("It will take the next two years.", "the next two years", "P2Y", "duration"),
    ("Boats cross every day.", "every day", "P1D", "set"),
    ("Boats cross daily.", "daily", "P1D", "set"),
    ("Boats cross every other week.", "every other week", "P2W", "set"),
    ("Boats cross each July.", "each July", "XXXX-07", "set"),
    ("Boats cross every Friday.", "every Friday", "XXXX-WXX-5", "set"),
    ("Boats cross on Fridays.", "Fridays", "XXXX-WXX-5", "set"),
    ("The port is now shut.", "now", "PRESENT_REF", "reference"),
    ("It was recently shut.", "recently", "PAST_REF", "reference"),
    ("The pier was mended in recent weeks.", "recent weeks", "PAST_REF", "reference"),
    ("The pier was mended over several weeks.", "several weeks", "PXW", "duration"),
    ("The coming days will be hard.", "The coming days", "FUTURE_REF", "reference"),
    ("In the near future it opens.", "the near future", "FUTURE_REF", "reference"),
    ("A few years ago it shut.", "A few years ago", "PAST_REF", "reference"),
]

RECKONED = [
    ("Sales fell in the third quarter.", "the third quarter", "2030-07/2030-09", "2030-Q3"),
    ("Sales fell in the first quarter.", "the first quarter", "2031-01/2031-03", "2031-Q1"),
    ("the second quarter of 2029 saw", "the second quarter of 2029", "2029-04/2029-06", "2029-Q2"),
    ("next year's first quarter", "next year's first quarter", "2032-01/2032-03", "2032-Q1"),
    ("In the 2029 third quarter, up on a year earlier", "a year earlier", "2028-07/2028-09", "2028-Q3"),
    ("the first half of 2030 saw", "the first half of 2030", "2030-01/2030-06", "2030-H1"),
    ("On the eve of 9 March they met", "On the eve of 9 March", "2031-03-08", "2031-03-08"),
    ("The day after March 3 they met", "The day after March 3", "2031-03-04", "2031-03-04"),
    ("two weeks before 20 March 2030 they", "two weeks before 20 March 2030", "2030-03-06", "2030-03-06"),
    ("the week of March 6, 2031, saw", "the week of March 6, 2031", "2031-03-03/2031-03-09", "2031-W10"),
    ("It fell in 2027; later that year it rose", "later that year", "2027", "2027"),
    ("It fell in 2027; the following year it rose", "the following year", "2028", "2028"),
    ("It fell in May 2027; the next month it rose", "the next month", "2027-06", "2027-06"),
    ("It fell in May 2027; two years later it rose", "two years later", "2029", "2029"),
    ("It fell on 3 May 2027. Earlier that day it rose", "Earlier that day", "2027-05-03", "2027-05-03"),
    ("by the end of the month it", "the end of the month", "2031-03", "2031-03"),
    ("On Thanksgiving they met", "Thanksgiving", "2030-11-28", "2030-11-28"),
    ("in nineteen ninety-one they met", "nineteen ninety-one", "1991", "1991"),
    ("last week they met", "last week", "2031-03-03/2031-03-09", "2031-W10"),
    ("last weekend they met", "last weekend", "2031-03-01/2031-03-02", "2031-W09-WE"),
    ("in the summer of 2029 they met", "the summer of 2029", "2029-22", "2029-SU"),
    ("in the 1980s they met", "the 1980s", "198X", "198"),
    ("at war since 2028, they met", "since 2028", "2028/..", "2028"),
    ("over the past three months they met", "the past three months", "2030-12/2031-03", "P3M"),
]

NONE = [
    "She is 31 years old and has a 4-year-old son.",
    "Gull, the Daily Wave, and the Dawn Herald wrote.",
    "They won 3:2 in the end, 12:4 in all.",
    "It hit the quarter of the weavers.",
    "Some 6:30 of them, at $4.30 each.",
    "The morning market was quiet.",
    "Three quarters of the boats sank.",
    "The high noon of the guilds had come.",
    "It is 14.30 metres long.",
]


@pytest.mark.parametrize(("text", "words", "value", "timeml"), TIMES)
def test_a_time_is_of_the_day_beside_it_or_named_before(
    text: str, words: str, value: str | None, timeml: str | None
) -> None:
    told = {text[f.start : f.end]: f for f in find_dates(text, words=WORDS, anchor=PUBLISHED)}
    if value is None:
        assert words not in told
        return
    assert (told[words].value, told[words].timeml, told[words].kind) == (value, timeml, "time")


@pytest.mark.parametrize(("text", "words", "timeml", "kind"), LENGTHS)
def test_what_is_no_place_on_the_calendar_keeps_its_length(
    text: str, words: str, timeml: str, kind: str
) -> None:
    told = {text[f.start : f.end]: f for f in find_dates(text, words=WORDS, anchor=PUBLISHED)}
    assert (told[words].value, told[words].timeml, told[words].kind) == (None, timeml, kind)


@pytest.mark.parametrize(("text", "words", "value", "timeml"), RECKONED)
def test_a_date_is_reckoned_from_what_is_named(text: str, words: str, value: str, timeml: str) -> None:
    told = {text[f.start : f.end]: f for f in find_dates(text, words=WORDS, anchor=PUBLISHED)}
    assert (told[words].value, told[words].timeml) == (value, timeml)


@pytest.mark.parametrize("text", NONE)
def test_ages_names_scores_and_measures_are_no_times(text: str) -> None:
    assert find_dates(text, words=WORDS, anchor=PUBLISHED) == ()


def test_an_event_without_a_date_gives_none() -> None:
    (found,) = find_dates("They met on the eve of the vote.", words=WORDS, anchor=PUBLISHED)
    assert (found.value, found.kind) == (None, "date")
    assert "does not date" in found.basis


def test_the_quarter_named_before_serves_later_text() -> None:
    (found,) = find_dates("up on a year earlier", words=WORDS, anchor=PUBLISHED, quarter=(2030, 3))
    assert found.timeml == "2029-Q3"
    assert "2030" in found.basis


def test_a_time_without_any_day_keeps_its_hour() -> None:
    (found,) = find_dates("Shells fell at 3 a.m. there.", words=WORDS)
    assert (found.value, found.timeml) == (None, "XXXX-XX-XXT03:00")


PHRASES = st.lists(
    st.sampled_from(
        [row[0] for row in TIMES + LENGTHS + RECKONED] + NONE + ["at", "the day after", "the eve of", "every"]
    ),
    max_size=6,
).map(" ".join)


@given(PHRASES, st.sampled_from([None, PUBLISHED, "2031", "0001-01-01", "9998-12-31"]))
def test_strung_together_they_keep_true_extents_and_fitting_kinds(text: str, anchor: str | None) -> None:
    last = 0
    for found in find_dates(text, words=WORDS, anchor=anchor):
        assert last <= found.start < found.end <= len(text)
        last = found.end
        if found.kind in ("duration", "set", "reference"):
            assert found.value is None
            assert found.timeml
        elif found.value is not None:
            assert found.timeml


@pytest.mark.parametrize(
    ("value", "precision", "timeml"),
    [
        ("2031-03-12", "day", "2031-03-12"),
        ("2031-03-10/2031-03-16", "week", "2031-W11"),
        ("2031-03-15/2031-03-16", "range", "2031-W11-WE"),
        ("2031-03-15/2031-03-19", "range", "2031-03-15"),
        ("2031-24", "season", "2031-WI"),
        ("20XX", "range", "20"),
        ("2028/..", "range", "2028"),
    ],
)
def test_edtf_has_its_value_in_timeml(value: str, precision: str, timeml: str) -> None:
    assert timeml_of(value, precision) == timeml  # type: ignore[arg-type]
