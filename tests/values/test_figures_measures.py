"""Numbers that are measured in something: units, money, shares, rates. All sentences are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.models.load import lexicon
from counterclaim.values.figures import FigureWords, FoundNumber, find_numbers
from counterclaim.values.figures.units import UNITS, comparable, scale_of

WORDS = FigureWords.from_table(lexicon("figures"))
NONE = None


def only(text: str) -> FoundNumber:
    found = find_numbers(text, words=WORDS)
    assert len(found) == 1, [text[n.start : n.end] for n in found]
    return found[0]


MEASURED = [
    # text, the words of the figure, its unit, low, high, best
    ("The town lies 5 km away.", "5 km", "kilometres", 5, 5, 5),
    ("The town lies 5km away.", "5km", "kilometres", 5, 5, 5),
    ("It lies some 40 kilometres north.", "some 40 kilometres", "kilometres", NONE, NONE, 40),
    ("A 40-km convoy came.", "40-km", "kilometres", 40, 40, 40),
    ("It is between five and ten miles off.", "between five and ten miles", "miles", 5, 10, NONE),
    ("The crater is 3.5 metres deep.", "3.5 metres", "metres", 3.5, 3.5, 3.5),
    ("The gate stood 200m away.", "200m", "metres", 200, 200, 200),
    ("They fled 12 nautical miles.", "12 nautical miles", "nautical miles", 12, 12, 12),
    ("For three hours the bells rang.", "three hours", "hours", 3, 3, 3),
    ("For up to 24 hours the bells rang.", "up to 24 hours", "hours", NONE, 24, NONE),
    ("A 24-hour truce began.", "24-hour", "hours", 24, 24, 24),
    ("A six-month siege began.", "six-month", "months", 6, 6, 6),
    ("It took 20 more days.", "20 more days", "days", 20, 20, 20),
    ("It took two full weeks.", "two full weeks", "weeks", 2, 2, 2),
    ("It took two and a half years.", "two and a half years", "years", 2.5, 2.5, 2.5),
    ("It took half an hour.", "half an hour", "hours", 0.5, 0.5, 0.5),
    ("It weighs 20 kg.", "20 kg", "kilograms", 20, 20, 20),
    ("A 500-pound bomb fell.", "500-pound", "pounds", 500, 500, 500),
    ("They hid 90 pounds of powder.", "90 pounds", "pounds", 90, 90, 90),
    ("They found 20 tons of powder.", "20 tons", "tonnes", 20, 20, 20),
    ("Fire took 300 hectares.", "300 hectares", "hectares", 300, 300, 300),
    ("It holds 80 square kilometres.", "80 square kilometres", "square kilometres", 80, 80, 80),
    ("They stole 9,000 barrels.", "9,000 barrels", "barrels", 9000, 9000, 9000),
    ("The dam gave 60 megawatts.", "60 megawatts", "megawatts", 60, 60, 60),
    ("It cost $5 million.", "$5 million", "USD", 5000000, 5000000, 5000000),
    ("It cost about $5 million.", "about $5 million", "USD", NONE, NONE, 5000000),
    ("It cost USD 5 million.", "USD 5 million", "USD", 5000000, 5000000, 5000000),
    ("It cost £3.5m.", "£3.5m", "GBP", 3500000, 3500000, 3500000),
    ("It cost 40 dollars.", "40 dollars", "USD", 40, 40, 40),
    ("It cost 900 Syrian pounds.", "900 Syrian pounds", "SYP", 900, 900, 900),
    ("Some 40 percent of the town burned.", "Some 40 percent", "percent", NONE, NONE, 40),
    ("Over 40% of it burned.", "Over 40%", "percent", 40, NONE, NONE),
    ("It rose by three percentage points.", "three percentage points", "percentage points", 3, 3, 3),
    ("Half of the town burned.", "Half", "percent", NONE, NONE, 50),
    ("More than half of the town burned.", "More than half", "percent", 50, NONE, NONE),
    ("Up to three quarters of the town burned.", "Up to three quarters", "percent", NONE, 75, NONE),
    ("One in five children is ill.", "One in five", "percent", NONE, NONE, 20),
    ("Three out of four homes burned.", "Three out of four", "percent", NONE, NONE, 75),
    ("They counted 40 a day.", "40 a day", "per day", 40, 40, 40),
    ("At least 12 per hour arrive.", "At least 12 per hour", "per hour", 12, NONE, NONE),
    ("They lost 30 men a week.", "30", "per week", 30, 30, 30),
    ("They lost 30 wounded men every night.", "30", "per night", 30, 30, 30),
    ("He pays $40 a month.", "$40 a month", "USD per month", 40, 40, 40),
    ("It moves 30 km per hour.", "30 km per hour", "kilometres per hour", 30, 30, 30),
    ("It moves at 30 mph.", "30 mph", "miles per hour", 30, 30, 30),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "unit", "low", "high", "best"), MEASURED)
def test_a_number_has_the_unit_its_words_say(
    text: str, words: str, unit: str | None, low: float | None, high: float | None, best: float | None
) -> None:
    number = only(text)
    assert text[number.start : number.end] == words
    assert (number.unit, number.low, number.high, number.best) == (unit, low, high, best)


COUNTS = [
    # what looks like a measure and is a count
    "They freed 40 men a day after the raid.",
    "They freed 40 men a week ago.",
    "They freed 40 men in a day.",
    "They sold 12 weekly papers.",
    "Aid reached 1.2m people.",
    "Nine in Lund were freed.",
    "They freed 12 in forty villages.",
    "They freed one in March.",
    "They searched 12 in 40 streets.",
]


@pytest.mark.parametrize("text", COUNTS)
def test_a_count_has_no_unit(text: str) -> None:
    assert find_numbers(text, words=WORDS)[0].unit is None


AGES = [
    "A 12-year-old boy spoke.",
    "He was two years old.",
    "She is 30 years older.",
    "A child six months of age spoke.",
    "A six-month-old child spoke.",
]


@pytest.mark.parametrize("text", AGES)
def test_an_age_is_no_length_of_time(text: str) -> None:
    assert find_numbers(text, words=WORDS) == ()


def test_every_unit_of_the_lexicon_is_on_a_scale() -> None:
    named = {unit.split(" per ")[0] for unit in WORDS.measures.values()}
    assert named <= set(UNITS)
    assert set(WORDS.rates.values()) - {"head", "person", "family"} <= {unit.rstrip("s") for unit in UNITS}


@pytest.mark.parametrize(
    ("one", "two", "together"),
    [
        ("kilometres", "miles", True),
        ("minutes", "hours", True),
        ("days", "weeks", True),
        ("months", "years", True),
        ("weeks", "months", False),
        ("kilometres", "hours", False),
        ("USD", "EUR", False),
        ("USD", "USD", True),
        ("percent", None, False),
        ("per day", "per week", True),
        ("per day", None, False),
        ("per day", "USD per day", False),
        ("USD per month", "USD per year", True),
        ("kilometres per hour", "miles per hour", True),
        (None, None, True),
    ],
)
def test_units_of_one_scale_can_be_set_side_by_side(one: str | None, two: str | None, together: bool) -> None:
    assert comparable(one, two) == comparable(two, one) == together


@pytest.mark.parametrize(
    ("number", "unit", "other", "unit_of_other"),
    [(5, "kilometres", 5000, "metres"), (48, "hours", 2, "days"), (10, "per day", 70, "per week"), (1, "years", 12, "months")],
)  # fmt: skip
def test_the_same_amount_in_two_units(number: float, unit: str, other: float, unit_of_other: str) -> None:
    assert number * scale_of(unit).factor == pytest.approx(other * scale_of(unit_of_other).factor)


ROW = "40 km a day 24 - hour per week % of $ half in five out month old m away and three £ mph 200"


@given(st.lists(st.sampled_from(ROW.split()), max_size=12).map(" ".join))
def test_any_row_of_such_words_is_read_without_failing(text: str) -> None:
    end = 0
    for number in find_numbers(text, words=WORDS):
        assert end <= number.start <= number.core[0] < number.core[1] <= number.end <= len(text)
        end = number.end
