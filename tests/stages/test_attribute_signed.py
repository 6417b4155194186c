"""Transcripts and signed quotes: the speaker beside the words."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.records import Article, Attribution, Part
from counterclaim.stages.attribute.quotes import find_quotes
from counterclaim.stages.attribute.signed import is_turn, signed


def article(text: str) -> Article:
    return Article(
        id="art-1", file="a.txt", sha256="0", title=None, outlet=None, byline=None, published=None,
        published_basis=None, url=None, genre="report", language="en", text=text, credits=(),
        parts=(Part(kind="body", start=0, end=len(text)),),
    )  # fmt: skip


def found(text: str, *others: Attribution) -> list[tuple[str, ...]]:
    one = article(text)
    return [
        tuple(" ".join(text[s:e] for s, e in extents) for extents in (a.source, a.cue, a.content))
        for a in signed(one, find_quotes(one), others)
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("BROOK: We wait for the ferry. ", ("BROOK", ":", "We wait for the ferry.")),
        ('"ADA BROOK: Will it hold?', ("ADA BROOK", ":", "Will it hold?")),
        ("“The bridge will hold.” ― Ada Brook", ("Ada Brook", "―", "“The bridge will hold.”")),
        ('"It will not hold." -- Ivo de Lenn ', ("Ivo de Lenn", "--", '"It will not hold."')),
    ],
)
def test_who_is_set_beside(text: str, told: tuple[str, str, str]) -> None:
    assert found(text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "BROOK: here",
        "Brook: The ferry waits for us.",
        "BROOK waits: the ferry is late today.",
        "The bridge will hold – Ada Brook",
        "“The bridge” will hold – Ada Brook",
        "“The bridge will hold,” she said – at noon",
        "",
    ],
)
def test_nobody_is_set_beside(text: str) -> None:
    assert found(text) == []


def test_words_that_somebody_has_are_left() -> None:
    taken = Attribution(source=(), cue=(), content=((7, 12),))
    assert found("BROOK: We wait for the ferry.", taken) == []


def test_turns_of_a_transcript_are_their_speakers_whatever_stands_in_them() -> None:
    text = "BROOK: They say the ferry waits.\n\n“It always does.”\n\n(Laughter.)\n\nIVO DE LENN: Not today, my friend."
    one = article(text)
    lines = [(0, 32), (34, 52), (54, 65), (67, len(text))]
    one = replace(one, parts=tuple(Part(kind="body", start=a, end=b) for a, b in lines))
    inner = Attribution(source=((7, 11),), cue=((12, 15),), content=((16, 31),))
    told = [[text[s:e] for s, e in a.content] for a in signed(one, find_quotes(one), [inner])]
    assert told == [["They say the ferry waits.", "“It always does.”"], ["Not today, my friend."]]


@pytest.mark.parametrize(
    ("text", "turn"),
    [("BROOK: We wait.", True), ("Brook: We wait.", False), ("BROOK – We wait.", False)],
)
def test_a_turn_is_told_by_capitals_and_a_colon(text: str, turn: bool) -> None:
    mark = text.index(":") if ":" in text else text.index(" –")
    one = Attribution(source=((0, 5),), cue=((mark, mark + 1),), content=((mark + 2, len(text)),))
    assert is_turn(text, one) == turn


@given(st.text(st.sampled_from('AB b:.-–“”"\n'), max_size=40))
def test_offsets_are_true(text: str) -> None:
    one = article(text)
    for a in signed(one, find_quotes(one), ()):
        for start, end in (*a.source, *a.cue, *a.content):
            assert 0 <= start < end <= len(text)
            assert text[start:end].strip() == text[start:end]
