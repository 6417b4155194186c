"""Dates: what is one, what is none, and what each is worth."""

from datetime import date
from importlib import resources
from tomllib import loads

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.values.dates import (
    DateWords,
    acled_precision,
    compare_dates,
    find_dates,
    interval,
    ucdp_precision,
)

TABLE = resources.files("counterclaim.models").joinpath("lexicon", "dates.toml").read_text("utf-8")
WORDS = DateWords.from_table(loads(TABLE))
PUBLISHED = "2031-03-12"  # a Wednesday

ABSOLUTE = [
    ("The pier burnt on Nov. 30, 2030.", "Nov. 30, 2030", "2030-11-30"),
    ("It fell on 30 November 2030.", "30 November 2030", "2030-11-30"),
    ("Karsava, Dec.12 2030. Photo", "Dec.12 2030", "2030-12-12"),
    ("Wed 19 Feb 2031 Warplanes struck", "Wed 19 Feb 2031", "2031-02-19"),
    ("on Monday, March 3, 2031, the council", "Monday, March 3, 2031", "2031-03-03"),
    ("on the 3rd of March 2031", "3rd of March 2031", "2031-03-03"),
    ("on March 3rd, 2031", "March 3rd, 2031", "2031-03-03"),
    ("on 1st May 2030 they", "1st May 2030", "2030-05-01"),
    ("dated 2031-02-28", "2031-02-28", "2031-02-28"),
    ("stamped 2031-02-28T06:30:00Z by", "2031-02-28T06:30:00Z", "2031-02-28"),
    ("dated 2031/02/28 in ink", "2031/02/28", "2031-02-28"),
    ("on 19/02/2031 the", "19/02/2031", "2031-02-19"),
    ("on 2/19/2031 the", "2/19/2031", "2031-02-19"),
    ("on 19.02.2031 the", "19.02.2031", "2031-02-19"),
    ("The siege began in 2028.", "2028", "2028"),
    ("In November 2030 the port", "November 2030", "2030-11"),
    ("in early Nov. 2030 the port", "early Nov. 2030", "2030-11"),
    ("in late November, 2030, the port", "late November, 2030", "2030-11"),
    ("during the 1980s they", "the 1980s", "198X"),
    ("in the mid-1990s they", "the mid-1990s", "199X"),
    ("in the early '90s they", "the early '90s", "199X"),
    ("a 19th century fort", "19th century", "18XX"),
    ("in the summer of 2029 they", "the summer of 2029", "2029-22"),
    ("in winter 2029 they", "winter 2029", "2029-24"),
    ("the 2029 uprising", "2029", "2029"),
    ("Since the fall of the city (2029) they", "2029", "2029"),
    ("On New Year's Eve 2030 they", "New Year's Eve 2030", "2030-12-31"),
    ("the 9/11 attacks", "9/11", "2001-09-11"),
    ("from 2026-2029 the city", "2026-2029", "2026/2029"),
    ("in 2026–29 the city", "2026–29", "2026/2029"),
    ("Nov. 12-14, 2030, saw", "Nov. 12-14, 2030", "2030-11-12/2030-11-14"),
    ("on 12-14 November 2030 it", "12-14 November 2030", "2030-11-12/2030-11-14"),
    ("between 3 and 5 November 2030 it", "3 and 5 November 2030", "2030-11-03/2030-11-05"),
    ("between April and June 2030 it", "between April and June 2030", "2030-04/2030-06"),
    ("from April 2029 to June 2030 it", "from April 2029 to June 2030", "2029-04/2030-06"),
    ("from 2026 until 2029 it", "from 2026 until 2029", "2026/2029"),
    ("between 2026 and 2029 it", "between 2026 and 2029", "2026/2029"),
    ("at war since 2028, the city", "since 2028", "2028/.."),
    ("at war since March 2028, the city", "since March 2028", "2028-03/.."),
    ("at war since 4 March 2028, the city", "since 4 March 2028", "2028-03-04/.."),
    ("on\nMarch 3,\n2031", "March 3,\n2031", "2031-03-03"),
    ("Last updated at Aug 142030 Karsava", "Aug 142030", "2030-08-14"),
    ("Last updated at Aug 42030 Karsava", "Aug 42030", "2030-08-04"),
    ("NOV. 30, 2030", "NOV. 30, 2030", "2030-11-30"),
]

RELATIVE = [
    ("The talks stalled Wednesday as", "Wednesday", "2031-03-12"),
    ("The talks stalled on Tuesday.", "Tuesday", "2031-03-11"),
    ("The talks stalled on Thursday.", "Thursday", "2031-03-06"),
    ("struck early Tuesday as", "early Tuesday", "2031-03-11"),
    ("struck late on Tuesday as", "late on Tuesday", "2031-03-11"),
    ("struck Tuesday night as", "Tuesday night", "2031-03-11"),
    ("last Friday the gate", "last Friday", "2031-03-07"),
    ("last Wednesday the gate", "last Wednesday", "2031-03-05"),
    ("next Friday the gate", "next Friday", "2031-03-14"),
    ("this Friday the gate", "this Friday", "2031-03-14"),
    ("on Friday last week the gate", "Friday last week", "2031-03-07"),
    ("two weeks ago on Friday", "two weeks ago on Friday", "2031-02-28"),
    ("he said yesterday that", "yesterday", "2031-03-11"),
    ("he said today that", "today", "2031-03-12"),
    ("he said earlier today that", "earlier today", "2031-03-12"),
    ("he will leave tomorrow", "tomorrow", "2031-03-13"),
    ("last night shells fell", "last night", "2031-03-11"),
    ("this morning shells fell", "this morning", "2031-03-12"),
    ("two days ago shells fell", "two days ago", "2031-03-10"),
    ("3 days ago shells fell", "3 days ago", "2031-03-09"),
    ("a week ago shells fell", "a week ago", "2031-03-03/2031-03-09"),
    ("three months ago shells fell", "three months ago", "2030-12"),
    ("five years ago shells fell", "five years ago", "2026"),
    ("a decade ago shells fell", "a decade ago", "202X"),
    ("hours before; two hours ago shells", "two hours ago", "2031-03-12"),
    ("last week shells fell", "last week", "2031-03-03/2031-03-09"),
    ("this week shells fell", "this week", "2031-03-10/2031-03-16"),
    ("last month shells fell", "last month", "2031-02"),
    ("earlier this month shells fell", "earlier this month", "2031-03"),
    ("last year shells fell", "last year", "2030"),
    ("earlier this year shells fell", "earlier this year", "2031"),
    ("next year the port", "next year", "2032"),
    ("over the past year the port", "the past year", "2030-03/2031-03"),
    ("over the last five years the port", "the last five years", "2026/2031"),
    ("in the past two days the port", "the past two days", "2031-03-10/2031-03-12"),
    ("in the past three months the port", "the past three months", "2030-12/2031-03"),
    ("in the last 24 hours the port", "the last 24 hours", "2031-03-11/2031-03-12"),
    ("over the weekend the port", "over the weekend", "2031-03-08/2031-03-09"),
    ("last weekend the port", "last weekend", "2031-03-01/2031-03-02"),
    ("in January the port", "January", "2031-01"),
    ("in December the port", "December", "2030-12"),
    ("in early December the port", "early December", "2030-12"),
    ("last May the port", "last May", "2030-05"),
    ("In May the port", "May", "2030-05"),
    ("last summer the port", "last summer", "2030-22"),
    ("on April 4 the port", "April 4", "2031-04-04"),
    ("on February 4 the port", "February 4", "2031-02-04"),
    ("on Sept. 4 the port", "Sept. 4", "2030-09-04"),
    ("on 4 September the port", "4 September", "2030-09-04"),
    ("since April 21 the port", "since April 21", "2030-04-21/.."),
    ("on Dec. 24 and ", "Dec. 24", "2030-12-24"),
    ("from Monday to Wednesday the port", "from Monday to Wednesday", "2031-03-10/2031-03-12"),
    ("On Feb. 3 he fled; the next day he died", "the next day", "2031-02-04"),
    ("On Feb. 3 he fled; two days earlier he wed", "two days earlier", "2031-02-01"),
    ("On New Year's Day they", "New Year's Day", "2031-01-01"),
]

NONE = [
    "He was quoted by the Evening Post as saying so.",
    "She wrote in the Morning Star.",
    "He may march on the port.",
    "Rebels march 5 miles to the port.",
    "At least 2,000 people fled.",
    "Some 1918 people fled, 2030 civilians among them.",
    "The sun sat low; they sat, wed and fled.",
    "Over 2000 fled, about 2025 of them women.",
    "Route 1999 is closed.",
    "Resolution 2028 was passed.",
    "It cost $2030.",
    "Version 1.2019 of the map",
    "It may be that in may 3 fell.",
    "A Black Friday sale; the Friday Mosque was hit.",
    "a 31-year-old man, 12 of them",
    "between 20 and 30 houses",
    "on 31 February 2030",
    "on 45/45/2030",
    "the march of 2,000 men",
    "April said she saw it.",
    "a decline of 2%-2030",
    "",
]


@pytest.mark.parametrize(("text", "words", "value"), ABSOLUTE)
def test_a_full_date_needs_no_anchor(text: str, words: str, value: str) -> None:
    found = [(text[f.start : f.end], f.value) for f in find_dates(text, words=WORDS)]
    assert (words, value) in found


@pytest.mark.parametrize(("text", "words", "value"), RELATIVE)
def test_a_relative_date_is_reckoned_from_the_published_date(text: str, words: str, value: str) -> None:
    found = [(text[f.start : f.end], f.value) for f in find_dates(text, words=WORDS, anchor=PUBLISHED)]
    assert (words, value) in found


@pytest.mark.parametrize("text", NONE)
def test_other_uses_of_the_words_are_no_dates(text: str) -> None:
    assert find_dates(text, words=WORDS, anchor=PUBLISHED) == ()


@pytest.mark.parametrize(
    "text",
    ["on Wednesday", "yesterday", "last month", "two days ago", "next year", "on March 3", "this week"],
)
def test_without_an_anchor_a_relative_date_stays_without_a_value(text: str) -> None:
    (found,) = find_dates(text, words=WORDS)
    assert (found.value, found.precision) == (None, None)
    assert "published date" in found.basis


@pytest.mark.parametrize(
    ("text", "anchor", "value"),
    [
        ("last year", "2031", "2030"),
        ("last month", "2031-03", "2031-02"),
        ("last month", "2031", None),
        ("on Wednesday", "2031-03", None),
        ("in January", "2031", "2031-01"),
        ("on February 4", "2031-03", "2031-02-04"),
        ("on November 4", "2031-03", "2030-11-04"),
        ("today", "not a date", None),
    ],
)
def test_a_partial_anchor_gives_what_it_can(text: str, anchor: str, value: str | None) -> None:
    assert find_dates(text, words=WORDS, anchor=anchor)[0].value == value


def test_a_clause_in_the_future_looks_ahead() -> None:
    (found,) = find_dates("on Friday", words=WORDS, anchor=PUBLISHED, ahead=lambda at: True)
    assert found.value == "2031-03-14"


def test_a_year_beside_it_is_taken_for_want_of_an_anchor() -> None:
    found = find_dates("On 3 March 2030 it fell, on 5 March it rose.", words=WORDS)
    assert [f.value for f in found] == ["2030-03-03", "2030-03-05"]
    assert "date beside it" in found[1].basis


def test_numbers_that_could_change_places_stay_imprecise() -> None:
    (found,) = find_dates("on 04/05/2030", words=WORDS)
    assert found.value == "2030"
    assert "2030-04-05 or 2030-05-04" in found.basis


@given(st.text(max_size=300), st.sampled_from([None, PUBLISHED, "2031", "0001-01-01", "9999-12-31"]))
def test_any_text_gives_true_offsets_and_readable_values(text: str, anchor: str | None) -> None:
    last = 0
    for found in find_dates(text, words=WORDS, anchor=anchor):
        assert last <= found.start < found.end <= len(text)
        last = found.end
        assert found.basis
        if found.value is not None:
            first, final = interval(found.value)
            assert first <= final


PHRASES = st.lists(
    st.sampled_from(
        [text for text, _, _ in ABSOLUTE + RELATIVE] + NONE + ["from", "to", "until", " - ", "May", "2030"]
    ),
    max_size=6,
).map(" ".join)


@given(PHRASES, st.sampled_from([None, PUBLISHED, "0001-01-01", "9998-12-31"]))
def test_dates_strung_together_give_readable_values(text: str, anchor: str | None) -> None:
    last = 0
    for found in find_dates(text, words=WORDS, anchor=anchor):
        assert last <= found.start < found.end <= len(text)
        last = found.end
        assert found.value is None or interval(found.value)


DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31))
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


@given(VALUES, VALUES)
def test_comparison_is_symmetric_and_follows_overlap(a: str, b: str) -> None:
    result = compare_dates(a, b)
    assert result == compare_dates(b, a)
    (a_first, a_last), (b_first, b_last) = interval(a), interval(b)
    overlap = a_first <= b_last and b_first <= a_last
    assert (result.outcome == "different") is not overlap
    assert a in result.why
    assert b in result.why


@given(VALUES)
def test_a_value_is_the_same_as_itself(value: str) -> None:
    assert compare_dates(value, value).outcome == "same"


@pytest.mark.parametrize(
    ("a", "b", "outcome"),
    [
        ("2030-11-30", "2030-11", "compatible"),
        ("2030-11-30", "2030-12", "different"),
        ("2030-11-01/2030-11-30", "2030-11", "same"),
        ("2030", "203X", "compatible"),
        ("2028/..", "2031-03-12", "compatible"),
        ("2028/..", "2027", "different"),
        ("2029-24", "2030-01-15", "compatible"),
        (None, "2030", "not_comparable"),
        (None, None, "not_comparable"),
    ],
)
def test_imprecise_dates_compare_as_intervals(a: str | None, b: str | None, outcome: str) -> None:
    assert compare_dates(a, b).outcome == outcome


@pytest.mark.parametrize(
    ("value", "ucdp", "acled"),
    [
        ("2030-11-30", 1, 1),
        ("2030-11-28/2030-11-30", 2, 2),
        ("2030-11-04/2030-11-10", 3, 2),
        ("2030-11", 4, 3),
        ("2030", 5, 3),
        ("2028/..", 5, 3),
    ],
)
def test_precision_codes_of_the_field(value: str, ucdp: int, acled: int) -> None:
    assert (ucdp_precision(value), acled_precision(value)) == (ucdp, acled)


@pytest.mark.parametrize("value", ["", "soon", "2030-13", "2030-02-31", "2030-12/2030-11", "30"])
def test_what_is_no_date_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match=r"not|month|day"):
        interval(value)
