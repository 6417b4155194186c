import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.evaluate.numbers import near_harm, numbers_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Twelve people and 31 more", [12, 31]),
        ("twenty-one, forty two and ninety", [21, 42, 90]),
        ("1,250 of 10,000", [1250, 10000]),
        ("someone, tonight, attention", []),
        ("at 10:30 on 3/4, 5.5 percent, 7% of it", []),
        ("route A12, B-52s, 12th", []),
        ("$40 and £3", []),
        ("in 2016.", [2016]),
        ("zero", [0]),
    ],
)
def test_numbers_stand_by_themselves(text: str, found: list[int]) -> None:
    assert [n.value for n in numbers_in(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Twelve people were killed in Osten.", [12]),
        ("The dead number 31 now.", [31]),
        ("Three cars burned.", []),
        ("Three cars burned.\nSix people died.", [6]),
        (
            "Nine ministers of the old coalition sat down with their rivals in the capital to talk about the dead.",
            [],
        ),
    ],
)
def test_near_harm_is_within_reach_on_its_line(text: str, found: list[int]) -> None:
    assert [n.value for n in near_harm(text)] == found


@given(st.text(max_size=200))
def test_offsets_are_true(text: str) -> None:
    for number in numbers_in(text):
        words = text[number.start : number.end]
        assert words
        assert not words.isdigit() or int(words) == number.value
    assert {n.start for n in near_harm(text)} <= {n.start for n in numbers_in(text)}
