"""One range of the dead out of all figures of an account."""

import pytest
from hypothesis import given
from hypothesis import settings as given_settings
from hypothesis import strategies as st

from counterclaim.records import Figure, Scope
from counterclaim.values.figures import killed_range

Numbers = tuple[float | None, float | None, float | None]


def exactly(n: float) -> Numbers:
    return n, n, n


def at_least(n: float) -> Numbers:
    return n, None, None


def up_to(n: float) -> Numbers:
    return None, n, None


def toll(
    at: int, numbers: Numbers, *, counted: str = "killed", scope: Scope = "incident", **more: str
) -> Figure:
    """A figure that stands at character `at`."""
    return Figure(
        id=f"f-{at}", claim="c", article="a", start=at, end=at + 2, text="", low=numbers[0], high=numbers[1],
        best=numbers[2], counted=counted, population="people", place=None, period=more.get("period"), scope=scope,
        part_of=more.get("part_of"),
    )  # fmt: skip


ACCOUNTS = [
    ([], None),
    ([toll(0, exactly(9), counted="injured")], None),
    ([toll(0, exactly(9))], (9, 9)),
    ([toll(0, (9, 14, None))], (9, 14)),
    ([toll(0, (None, None, 80))], (80, 80)),
    ([toll(0, exactly(9)), toll(90, exactly(12))], (9, 9)),
    ([toll(0, at_least(9)), toll(90, exactly(12))], (9, 12)),
    ([toll(0, at_least(9)), toll(90, up_to(15))], (9, 15)),
    ([toll(0, at_least(9)), toll(90, exactly(3))], (9, 9)),
    ([toll(0, at_least(9)), toll(90, exactly(400))], (9, 9)),
    ([toll(0, up_to(15)), toll(90, exactly(9))], (9, 15)),
    ([toll(0, up_to(15)), toll(90, exactly(2))], (15, 15)),
    ([toll(0, exactly(4), part_of="f-1"), toll(9, exactly(9))], (9, 9)),
    ([toll(0, exactly(700), scope="total", period="since May"), toll(9, exactly(9))], (9, 9)),
    ([toll(0, exactly(12), scope="total"), toll(9, exactly(9))], (12, 12)),
    ([toll(0, exactly(700), scope="total", period="since May")], (700, 700)),
    ([toll(0, exactly(9), counted="executed")], (9, 9)),
]


@pytest.mark.parametrize(("figures", "expected"), ACCOUNTS)
def test_the_first_whole_toll_is_the_account_s(
    figures: list[Figure], expected: tuple[float, float] | None
) -> None:
    assert killed_range(figures) == expected
    assert killed_range(figures[::-1]) == expected


NUMBERS = st.one_of(*(st.integers(0, 999).map(float).map(make) for make in (exactly, at_least, up_to)))


@given_settings(deadline=None)
@given(st.lists(NUMBERS, max_size=8))
def test_any_account_has_a_range_in_order_out_of_its_own_numbers(numbers: list[Numbers]) -> None:
    figures = [toll(10 * i, n) for i, n in enumerate(numbers)]
    found = killed_range(figures)
    if found is None:
        assert not numbers
    else:
        told = {v for n in numbers for v in n if v is not None}
        assert found[0] <= found[1] and set(found) <= told
