"""Quoted stretches, and quotes that run on, without any parser."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.records import Article, Attribution, Part
from counterclaim.stages.attribute.content import joined, less, tidy
from counterclaim.stages.attribute.quotes import find_quotes, quote_at, quotes_in
from counterclaim.stages.attribute.running import run_on


def article_of(text: str) -> Article:
    parts, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            parts.append(Part(kind="body", start=at, end=at + len(line)))
        at += len(line) + 1
    return Article(
        id="ar-1", file="a.txt", sha256="0", title=None, outlet=None, byline=None, published=None,
        published_basis=None, url=None, genre="report", language="en", text=text, credits=(),
        parts=tuple(parts),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“One,” he said. “Two.”", ["“One,”", "“Two.”"]),
        ('"One," he said. "Two."', ['"One,"', '"Two."']),
        ('He spoke of "many wells” in the hills.', ['"many wells”']),
        ("“One paragraph of it.\n“And the next.”", ["“One paragraph of it.", "“And the next.”"]),
        ('A 6" pipe burst and flooded the road.', []),
        ("No marks at all.", []),
        ('Stray " mark', []),
        ("«Un» et „zwei“", ["«Un»"]),
    ],
)
def test_find_quotes(text: str, quoted: list[str]) -> None:
    assert [text[s:e] for s, e in find_quotes(article_of(text))] == quoted


def test_a_quote_that_begins_a_sentence_runs_on() -> None:
    text = "“One more day,” he said. “Two more weeks.” The “old school” stood."
    quotes = find_quotes(article_of(text))
    said = Attribution(source=((16, 18),), cue=((19, 23),), content=(quotes[0],))
    (grown,) = run_on(article_of(text), quotes, [said])
    assert [text[s:e] for s, e in grown.content] == ["“One more day,”", "“Two more weeks.”"]


def test_a_paragraph_that_is_one_quote_is_a_statement_of_its_own() -> None:
    text = "The mayor left.\n“We have nothing left to give you.”\n“No entry”"
    (alone,) = run_on(article_of(text), find_quotes(article_of(text)), [])
    assert alone.source == alone.cue == ()
    assert [text[s:e] for s, e in alone.content] == ["“We have nothing left to give you.”"]


@given(st.text(alphabet='ab “”"«»\n.,', max_size=80))
def test_quotes_are_in_order_and_apart(text: str) -> None:
    quotes = find_quotes(article_of(text))
    for (_, end), (start, _) in pairwise(quotes):
        assert end <= start
    for start, end in quotes:
        assert 0 <= start < end <= len(text)
        assert quote_at(quotes, start) == (start, end)
        assert (start, end) in quotes_in(quotes, start, end)


EXTENTS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 10)).map(lambda p: (p[0], p[0] + p[1])), max_size=6
)


@given(EXTENTS, EXTENTS)
def test_less_takes_away_just_those_characters(
    some: list[tuple[int, int]], gone: list[tuple[int, int]]
) -> None:
    text = "x" * 50
    kept = {i for s, e in less(joined(text, some), gone) for i in range(s, e)}
    assert kept == {i for s, e in some for i in range(s, e)} - {i for s, e in gone for i in range(s, e)}


def test_tidy_drops_marks_and_empty_pieces() -> None:
    text = " , the mill burned ; “ "
    assert [text[s:e] for s, e in tidy(text, ((0, 19), (19, 23)))] == ["the mill burned"]
