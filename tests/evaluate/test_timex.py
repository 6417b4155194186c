"""When two TIMEX3 values are one: letter for letter, but for ways to write the same."""

import pytest

from counterclaim.evaluate.timex import same_timex


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2031-03-11", "2031-03-11", True),
        ("2031-03-11", "2031-03-12", False),
        ("2031-03-11T09:30:00", "2031-03-11T09:30", True),
        ("2031-03-11T09:30:05", "2031-03-11T09:30", False),
        ("2031-W7", "2031-W07", True),
        ("2031-W7", "2031-W17", False),
        ("203X", "203", True),
        ("203X", "2031", False),
        (None, None, True),
        (None, "2031", False),
    ],
)
def test_same_timex(one: str | None, other: str | None, same: bool) -> None:
    assert same_timex(one, other) is same
    assert same_timex(other, one) is same
