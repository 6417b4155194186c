"""Lower case that keeps every letter where it stood."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.values.lower_case import lowered


@given(st.text())
def test_as_long_as_it_was(text: str) -> None:
    assert len(lowered(text)) == len(text)


@given(st.text(alphabet="aAiIkKsSzZıİſK’-9"), st.sampled_from("aiksz"))
def test_alike_where_letter_case_is_set_aside(text: str, letter: str) -> None:
    stands = [m.start() for m in re.finditer(letter, text, re.IGNORECASE)]
    assert [m.start() for m in re.finditer(letter, lowered(text))] == stands


@pytest.mark.parametrize(("text", "low"), [("On MAY 9", "on may 9"), ("İzmir", "izmir"), ("", "")])
def test_lowered(text: str, low: str) -> None:
    assert lowered(text) == low
