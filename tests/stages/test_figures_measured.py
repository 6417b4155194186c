"""Numbers with a unit, bound to what they measure. All sentences are invented."""

import pytest
from grounding import grounded

from counterclaim.pipeline import Models
from counterclaim.records import Figure

pytestmark = pytest.mark.models


def read(models: Models, text: str) -> tuple[Figure, ...]:
    return grounded(models, text, published="2031-05-07").figures


MEASURED = [
    # text, the words, unit, what is measured, of what
    ("The camp lies 40 km north of Lund.", "40 km", "kilometres", "distance from Lund", "camp"),
    ("A village 12 miles from Lund burned.", "12 miles", "miles", "distance from Lund", "village"),
    ("The depot, five miles from the border, burned.", "five miles", "miles", "distance from border", "depot"),
    ("The camp lies 40 kilometres (some way) from Lund.", "40 kilometres", "kilometres", "distance from Lund", "camp"),
    ("They were freed in one day in the town of Lund.", "one day", "days", "duration", None),
    ("They walked 12 miles.", "12 miles", "miles", "distance", None),
    ("The crater is 3 metres deep.", "3 metres", "metres", "crater", "crater"),
    ("A 40-km convoy left.", "40-km", "kilometres", "convoy", "convoy"),
    ("The truce lasted 24 hours.", "24 hours", "hours", "truce", "truce"),
    ("A 24-hour truce began.", "24-hour", "hours", "truce", "truce"),
    ("The rebels held the men for 24 hours.", "24 hours", "hours", "man: hold", "man"),
    ("After two hours they left.", "two hours", "hours", "duration", None),
    ("The bridge cost $5 million.", "$5 million", "USD", "bridge", "bridge"),
    ("The $5 million bridge fell.", "$5 million", "USD", "bridge", "bridge"),
    ("The state gave $5 million in aid.", "$5 million", "USD", "aid", "aid"),
    ("They stole 20 tons of flour.", "20 tons", "tonnes", "flour", "flour"),
    ("Half of the homes were destroyed.", "Half", "percent", "destroyed", "home"),
    ("One in five children was killed.", "One in five", "percent", "killed", "child"),
    ("Some 40 percent of the voters stayed home.", "Some 40 percent", "percent", "voter: stay", "voter"),
    ("Food prices rose by 40 percent.", "40 percent", "percent", "food price: rise", "food price"),
    ("Some 40 people a day were killed.", "Some 40", "per day", "killed", "people"),
    ("They pay $40 a month.", "$40 a month", "USD per month", "rate", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "unit", "counted", "of"), MEASURED)
def test_a_measure_tells_of_what_it_is(
    models: Models, text: str, words: str, unit: str, counted: str, of: str | None
) -> None:
    (figure,) = read(models, text)
    assert (figure.text, figure.unit, figure.counted, figure.population) == (words, unit, counted, of)
    assert figure.scope == "unclear"


def test_a_share_of_a_toll_is_a_part_of_it(models: Models) -> None:
    whole, share = read(models, "The raid killed 58 people, half of them children.")
    assert (share.part_of, share.scope, share.unit) == (whole.id, "part", "percent")
    assert (whole.scope, whole.unit) == ("incident", None)


def test_a_length_of_time_that_dates_is_a_date_alone_and_one_that_lasts_is_both(models: Models) -> None:
    dated = grounded(models, "He returned five years ago.", published="2031-05-07")
    assert not dated.figures and dated.dates[0].value is not None
    lasted = grounded(models, "The siege lasted five years.", published="2031-05-07")
    assert [f.text for f in lasted.figures] == ["five years"]
    assert [(d.kind, d.timeml) for d in lasted.dates] == [("duration", "P5Y")]


def test_a_measure_is_neither_a_toll_nor_a_whole(models: Models) -> None:
    figures = read(
        models, "In the first 24 hours of the battle, nine people, two of them children, were killed."
    )
    told = {f.text: f for f in figures}
    assert told["nine"].counted == "killed" and told["nine"].part_of is None
    assert told["two"].part_of == told["nine"].id
    assert all(f.unit for f in figures if f.text not in {"nine", "two"})
