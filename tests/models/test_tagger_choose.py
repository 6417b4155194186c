from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.models.tagger.choose import (
    LEAST,
    LEAST_BY_RULE,
    LEAST_THING,
    LEAST_THING_IN_OPINION,
    Candidate,
    Weighed,
    chosen,
    tells,
)
from counterclaim.models.tagger.evidence import NAMES
from counterclaim.records import Attribution, Parse, Token

EMPTY = Parse(tokens=(), sentences=())
FIRST = Attribution(source=((0, 3),), cue=((4, 8),), content=((9, 40),))
SHORT = Attribution(source=((0, 3),), cue=((4, 8),), content=((9, 20),))
INNER = Attribution(source=((14, 17),), cue=((18, 22),), content=((23, 40),))


def weighed(one: Attribution, chance: float, *told: str, stands: bool = False) -> Weighed:
    values = tuple(1.0 if name in told else 0.0 for name in NAMES)
    return Weighed(Candidate(one, values, stands), chance)


def kept(*given_: Weighed, opinion: bool = False, parse: Parse = EMPTY) -> list[Attribution]:
    return [replace(a, confidence=None) for a in chosen(given_, parse, opinion=opinion)]


def said(tag: str) -> Parse:
    return Parse(tokens=(Token(18, 22, "", "", "", tag, "", 0, "", False),), sentences=((0, 1),))


@pytest.mark.parametrize(
    ("told", "opinion", "least"),
    [
        (("found", "ruled"), False, LEAST),
        (("found", "asserts"), False, LEAST),
        (("found",), False, LEAST_THING),
        (("ruled", "asserts"), False, LEAST_BY_RULE),
        (("found", "ruled"), True, LEAST_THING_IN_OPINION),
        (("found",), True, LEAST_THING_IN_OPINION),
        (("found", "asserts"), True, LEAST),
    ],
)
def test_each_kind_has_its_least_confidence(told: tuple[str, ...], opinion: bool, least: float) -> None:
    assert kept(weighed(FIRST, least, *told), opinion=opinion) == [FIRST]
    assert kept(weighed(FIRST, least - 0.01, *told), opinion=opinion) == []


def test_the_surest_way_to_read_one_stays_with_its_confidence() -> None:
    (found,) = chosen([weighed(FIRST, 0.5, "found"), weighed(SHORT, 0.7)], EMPTY, opinion=False)
    assert (found.content, found.confidence) == (SHORT.content, 0.7)


def test_words_passed_on_stay_however_unsure() -> None:
    assert kept(weighed(FIRST, 0.01, "ruled", stands=True)) == [FIRST]
    assert kept(weighed(FIRST, 0.01, "ruled", stands=True), opinion=True) == []


def test_quoted_words_that_a_rule_alone_found_stay_unless_another_has_them() -> None:
    quoted = weighed(INNER, 0.01, "rule_quoted")
    assert kept(quoted) == [INNER]
    assert kept(weighed(FIRST, 0.9, "found"), quoted) == [FIRST]


def test_what_ends_the_content_of_another_stays_by_a_finite_verb() -> None:
    outer, inner = weighed(FIRST, 0.9, "found"), weighed(INNER, 0.01, "ruled", "asserts")
    assert kept(outer, inner, parse=said("VBD")) == [FIRST, INNER]
    assert kept(outer, inner, parse=said("VBG")) == [FIRST]
    assert kept(inner, parse=said("VBD")) == []


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (((9, 40),), True),
        (((9, 41),), True),
        (((9, 60),), False),
        (((9, 20), (23, 40)), False),
        (((23, 40),), False),
    ],
)
def test_where_the_other_must_end(content: tuple[tuple[int, int], ...], told: bool) -> None:
    outer = Attribution(source=((0, 3),), cue=((4, 8),), content=content)
    assert tells(INNER, [outer], said("VBD")) is told


@given(st.lists(st.tuples(st.sampled_from([FIRST, SHORT, INNER]), st.floats(0, 1), st.booleans())))
def test_no_cue_is_read_twice(given_: list[tuple[Attribution, float, bool]]) -> None:
    found = kept(*(weighed(one, chance, "found", stands=stands) for one, chance, stands in given_))
    assert len({a.cue for a in found}) == len(found)
