"""Pairs of figures and how they stand to each other, and what holds for any pair."""

import tomllib
from importlib import resources

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.records import Figure, Scope
from counterclaim.values.figures import FigureWords, compare_figures, find_numbers

WORDS = FigureWords.from_table(
    tomllib.loads(
        resources.files("counterclaim.models").joinpath("lexicon", "figures.toml").read_text("utf-8")
    )
)


def figure(text: str, counted: str = "killed", **more: object) -> Figure:
    """A figure as its words give it."""
    (number,) = find_numbers(text, words=WORDS)
    values: dict[str, object] = {
        "id": f"f-{text}", "claim": "c", "article": "a", "start": 0, "end": len(text), "text": text,
        "low": number.low, "high": number.high, "best": number.best, "vague": number.vague, "unit": number.unit,
        "counted": counted, "population": "people", "place": None, "period": None, "scope": "incident",
    }  # fmt: skip
    return Figure(**(values | more))  # type: ignore[arg-type]


ROAD = {"counted": "road"}
TRUCE = {"counted": "truce"}

TOLLS = [
    ("7", "seven", "same"),
    ("at least seven", "no fewer than 7", "same"),
    ("a dozen", "12", "same"),
    ("half a dozen", "six", "same"),
    ("between 11 and 15", "at least 11 and up to 15", "same"),
    ("between two to three", "two or three", "same"),
    ("at least 40 but no more than 60", "40 to 60", "same"),
    ("two hundred", "200", "same"),
    ("some two hundred", "200", "same"),
    ("roughly 90", "around 90", "same"),
    ("1.5 million", "1,500,000", "same"),
    ("a quarter of a million", "250,000", "same"),
    ("up to 15", "15", "same"),
    ("as many as 15", "up to 15", "same"),
    ("no more than 15", "fewer than 15", "same"),
    ("scores of", "scores of", "same"),
    ("several", "several", "same"),
    ("no fewer than 9", "up to 9", "compatible"),
    ("at least 11 and up to 15", "12", "compatible"),
    ("at least 11 and up to 15", "15", "compatible"),
    ("at least 11 and up to 15", "16", "different"),
    ("at least 11 and up to 15", "between 14 and 20", "compatible"),
    ("at least 11 and up to 15", "between 20 and 30", "different"),
    ("between 11 and 15", "up to 20", "compatible"),
    ("between 11 and 15", "up to 10", "different"),
    ("some 90", "about 95", "compatible"),
    ("some 90", "about 150", "different"),
    ("nearly 90", "85", "compatible"),
    ("nearly 90", "95", "different"),
    ("nearly 90", "at least 60", "compatible"),
    ("over 30", "between 30 and 35", "compatible"),
    ("over 30", "up to 40", "compatible"),
    ("over 30", "up to 20", "different"),
    ("over 30", "some 40", "compatible"),
    ("over 30", "some 90", "different"),
    ("at least 33", "34", "different"),
    ("at least 33", "up to 40", "compatible"),
    ("at least 33", "up to 20", "different"),
    ("at least 33", "more than 30", "compatible"),
    ("at least 33", "more than 20", "different"),
    ("at least 33", "some 40", "different"),
    ("33", "40", "different"),
    ("33", "333", "different"),
    ("33", "no fewer than 33", "same"),
    ("33", "between 30 and 40", "compatible"),
    ("33", "between 40 and 50", "different"),
    ("33", "up to 30", "different"),
    ("33", "up to 40", "compatible"),
    ("33", "about 35", "compatible"),
    ("33", "about 50", "different"),
    ("dozens", "33", "compatible"),
    ("dozens", "5", "different"),
    ("dozens", "more than 100", "compatible"),
    ("dozens", "hundreds", "different"),
    ("scores of", "33", "compatible"),
    ("scores of", "12", "different"),
    ("hundreds", "several hundred", "compatible"),
    ("hundreds", "up to 400", "compatible"),
    ("hundreds", "up to 40", "different"),
    ("thousands", "hundreds", "different"),
    ("thousands", "tens of thousands", "different"),
    ("tens of thousands", "40,000", "compatible"),
    ("tens of thousands", "4,000", "different"),
    ("a few", "3", "compatible"),
    ("a handful of", "several", "compatible"),
    ("several", "50", "different"),
]

THINGS = [
    ("at least 40", "at least 90", "compatible"),
    ("at least 40", "more than 33", "compatible"),
    ("at least 40", "90", "compatible"),
    ("at least 40", "33", "different"),
    ("at least 40", "up to 40", "compatible"),
    ("at least 40", "up to 33", "different"),
    ("up to 40", "up to 90", "compatible"),
    ("40", "90", "different"),
    ("40", "forty", "same"),
    ("some 40", "42", "compatible"),
    ("between 40 and 60", "between 50 and 90", "compatible"),
    ("between 40 and 60", "between 70 and 90", "different"),
]

OTHERWISE = [
    # one, two, and how they stand
    (("33", {"counted": "injured"}), ("33", {}), "not_comparable"),
    (("33", {"counted": "detained"}), ("40", {"counted": "freed"}), "not_comparable"),
    (("33", {"counted": "tanks"}), ("33", {"counted": "buses"}), "not_comparable"),
    (("33", {"scope": "total"}), ("40", {}), "not_comparable"),
    (("33", {"scope": "stock"}), ("33", {"scope": "total"}), "not_comparable"),
    (("33", {"scope": "part"}), ("33", {}), "not_comparable"),
    (("33", {"scope": "unclear"}), ("33", {"scope": "total"}), "same"),
    (("33", {"scope": "unclear"}), ("40", {}), "different"),
    (("33", {"when": "2031-05-01"}), ("33", {"when": "2031-05-02"}), "not_comparable"),
    (("33", {"when": "2031-05"}), ("33", {"when": "2031-05-02"}), "same"),
    (("33", {"when": "2031"}), ("40", {"when": "2031-05-02"}), "different"),
    (("33", {"when": "2031-05-02"}), ("40", {}), "different"),
    (("33", {"population": "women", "part_of": "f-x"}), ("40", {}), "not_comparable"),
    (("33", {"population": "women", "part_of": "f-x"}), ("33", {"population": "men", "part_of": "f-y"}), "not_comparable"),
    (("33", {"population": "women", "part_of": "f-x"}), ("40", {"population": "women", "part_of": "f-y"}), "different"),
    (("33", {"population": "women", "part_of": "f-x"}), ("33", {"population": "Women", "part_of": "f-y"}), "same"),
    (("40 percent", {"counted": "homes"}), ("40", {"counted": "homes"}), "not_comparable"),
    (("40 percent", {"counted": "homes"}), ("40%", {"counted": "homes"}), "same"),
    (("$40", {"counted": "aid"}), ("€40", {"counted": "aid"}), "not_comparable"),
    (("$40 million", {"counted": "aid"}), ("40 million dollars", {"counted": "aid"}), "same"),
    (("40 km", ROAD), ("40 kilometres", ROAD), "same"),
    (("40 km", ROAD), ("25 miles", ROAD), "compatible"),
    (("40 km", ROAD), ("40 miles", ROAD), "different"),
    (("40 km", ROAD), ("45 km", ROAD), "different"),
    (("some 40 km", ROAD), ("42 km", ROAD), "compatible"),
    (("40 km", ROAD), ("40 km", {"counted": "distance from Lund", "population": "camp"}), "not_comparable"),
    (("40 km", ROAD), ("40 km", {"counted": "distance from Lund", "population": "gate"}), "not_comparable"),
    (("40 km", ROAD), ("40 minutes", ROAD), "not_comparable"),
    (("40 km", ROAD), ("40", {"counted": "road"}), "not_comparable"),
    (("40 km", {"counted": "distance"}), ("40 km", {"counted": "distance"}), "not_comparable"),
    (("24 hours", TRUCE), ("1 day", TRUCE), "same"),
    (("48 hours", TRUCE), ("two days", TRUCE), "same"),
    (("90 minutes", TRUCE), ("two hours", TRUCE), "different"),
    (("100 minutes", TRUCE), ("1.7 hours", TRUCE), "compatible"),
    (("at least 24 hours", TRUCE), ("three days", TRUCE), "compatible"),
    (("up to 24 hours", TRUCE), ("three days", TRUCE), "different"),
    (("six months", TRUCE), ("half a year", TRUCE), "same"),
    (("two years", TRUCE), ("24 months", TRUCE), "same"),
    (("four weeks", TRUCE), ("one month", TRUCE), "not_comparable"),
    (("two weeks", TRUCE), ("14 days", TRUCE), "same"),
    (("half of", {"counted": "homes"}), ("50 percent", {"counted": "homes"}), "same"),
    (("half of", {"counted": "homes"}), ("one in two homes", {"counted": "homes"}), "same"),
    (("a third of", {"counted": "homes"}), ("33 percent", {"counted": "homes"}), "compatible"),
    (("a third of", {"counted": "homes"}), ("two thirds of", {"counted": "homes"}), "different"),
    (("more than half of", {"counted": "homes"}), ("60 percent", {"counted": "homes"}), "compatible"),
    (("more than half of", {"counted": "homes"}), ("40 percent", {"counted": "homes"}), "different"),
    (("40 percent", {}), ("40", {}), "not_comparable"),
    (("10 a day", {}), ("70 a week", {}), "same"),
    (("10 a day", {}), ("10 a week", {}), "different"),
    (("10 a day", {}), ("10", {}), "not_comparable"),
    (("$40 a month", {"counted": "rent"}), ("$480 a year", {"counted": "rent"}), "same"),
    (("$40 a month", {"counted": "rent"}), ("$40", {"counted": "rent"}), "not_comparable"),
    (("two tonnes", {"counted": "flour"}), ("2,000 kg", {"counted": "flour"}), "same"),
    (("300 hectares", {"counted": "forest"}), ("3 square kilometres", {"counted": "forest"}), "same"),
    (("60 mph", {"counted": "wind"}), ("96 kph", {"counted": "wind"}), "compatible"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "two", "outcome"), TOLLS)
def test_counts_of_people_are_rivals_where_their_numbers_are(one: str, two: str, outcome: str) -> None:
    compared = compare_figures(figure(one), figure(two))
    assert compared.outcome == outcome
    assert one in compared.why and two in compared.why


@pytest.mark.parametrize(("one", "two", "outcome"), THINGS)
def test_bounds_of_things_that_overlap_are_compatible(one: str, two: str, outcome: str) -> None:
    assert compare_figures(figure(one, "houses"), figure(two, "houses")).outcome == outcome


@pytest.mark.parametrize(("one", "two", "outcome"), OTHERWISE)
def test_what_is_counted_when_and_in_what_scope_comes_first(
    one: tuple[str, dict[str, object]], two: tuple[str, dict[str, object]], outcome: str
) -> None:
    first, second = figure(one[0], **one[1]), figure(two[0], **two[1])  # type: ignore[arg-type]
    assert compare_figures(first, second).outcome == outcome
    assert compare_figures(second, first).outcome == outcome


COUNT = st.integers(min_value=0, max_value=10**7).map(float)
KIND = st.sampled_from(["killed", "injured", "displaced", "houses"])
SCOPE: st.SearchStrategy[Scope] = st.sampled_from(["incident", "total", "stock", "unclear"])
TIME = st.sampled_from([None, "2031", "2031-05", "2031-05-02", "2031-06"])


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    """Any figure that words can give."""
    one, two = sorted((draw(COUNT), draw(COUNT)))
    low, high, best = draw(
        st.sampled_from(
            [(one, one, one), (one, None, None), (None, one, None), (None, None, one), (one, two, None)]
        )
    )
    return Figure(
        id="f", claim="c", article="a", start=0, end=1, text=f"{low} {high} {best}", low=low, high=high, best=best,
        counted=draw(KIND), population="people", place=None, period=None, scope=draw(SCOPE), when=draw(TIME),
    )  # fmt: skip


@settings(deadline=None)
@given(figures(), figures())
def test_any_two_compare_alike_both_ways(one: Figure, two: Figure) -> None:
    assert compare_figures(one, two) == compare_figures(two, one)


@settings(deadline=None)
@given(figures())
def test_any_figure_is_the_same_as_itself(one: Figure) -> None:
    assert compare_figures(one, one).outcome == "same"


@settings(deadline=None)
@given(figures(), figures())
def test_another_scope_or_thing_is_never_comparable(one: Figure, two: Figure) -> None:
    scopes = {one.scope, two.scope} - {"unclear"}
    if len(scopes) == 2 or one.counted != two.counted:
        assert compare_figures(one, two).outcome == "not_comparable"


@settings(deadline=None)
@given(COUNT, COUNT, COUNT, COUNT)
def test_ranges_of_one_thing_conflict_only_where_they_lie_apart(
    a: float, b: float, c: float, d: float
) -> None:
    (a, b), (c, d) = sorted((a, b)), sorted((c, d))
    one, two = figure("40 to 60", "houses", low=a, high=b), figure("70 to 90", "houses", low=c, high=d)
    apart = b < c or d < a
    assert (compare_figures(one, two).outcome == "different") == apart


@settings(deadline=None)
@given(COUNT, COUNT)
def test_a_part_conflicts_with_its_whole_only_where_it_is_more(part: float, whole: float) -> None:
    all_of_them = figure("90", id="f-all", low=whole, high=whole, best=whole)
    some = figure("40", population="children", scope="part", part_of="f-all", low=part, high=part, best=part)
    outcome = compare_figures(some, all_of_them).outcome
    assert outcome == ("different" if part > whole else "not_comparable")
