"""Dates of an article: anchored at the published date, with true extents."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.models.load import lexicon
from counterclaim.pipeline import Models
from counterclaim.records import Article, Claim, Parse, Part, PartKind, Token
from counterclaim.stages.ground.dates import read_dates
from counterclaim.values.dates import DateWords

WORDS = DateWords.from_table(lexicon("dates"))


def article(*parts: tuple[PartKind, str], published: str | None = "2031-03-12") -> Article:
    text, made = "", []
    for kind, words in parts:
        made.append(Part(kind=kind, start=len(text), end=len(text) + len(words)))
        text += words + "\n\n"
    return Article(
        id="a", file="a.txt", sha256="", title=None, outlet=None, byline=None, published=published,
        published_basis=None, url=None, genre="report", language="en", text=text, credits=(),
        parts=tuple(made),
    )  # fmt: skip


def values(made: Article, parse: Parse | None = None) -> list[tuple[str, str | None]]:
    found = read_dates(made, parse or Parse(tokens=(), sentences=()), (), words=WORDS)
    return [(d.text, d.value) for d in found]


def test_every_part_is_read_in_the_order_of_the_text() -> None:
    made = article(
        ("headline", "Pier burns on Tuesday"),
        ("dateline", "KARSAVA, 12 March 2031"),
        ("caption", "A boat, Feb. 28, 2031."),
        ("body", "It burnt for two hours on Tuesday. The fleet left in 2029."),
    )
    assert values(made) == [
        ("Tuesday", "2031-03-11"),
        ("12 March 2031", "2031-03-12"),
        ("Feb. 28, 2031", "2031-02-28"),
        ("two hours", None),
        ("Tuesday", "2031-03-11"),
        ("2029", "2029"),
    ]


def test_a_credit_has_no_dates() -> None:
    assert (
        values(article(("credit", "Photo: Tidewire, 3 March 2031"), ("source_line", "Source: Gull, Tuesday")))
        == []
    )


def test_a_year_named_before_serves_for_want_of_a_published_date() -> None:
    made = article(
        ("caption", "Karsava, Feb. 28, 2031"), ("body", "On March 3 it burnt, on Friday too."), published=None
    )
    assert values(made) == [("Feb. 28, 2031", "2031-02-28"), ("March 3", "2031-03-03"), ("Friday", None)]


def test_the_claim_with_the_fewest_words_around_it_holds_a_date() -> None:
    made = article(("body", "It burnt on Tuesday."))
    wide, narrow = (
        Claim(
            id=i,
            article="a",
            spans=((s, 20),),
            statement=None,
            text="",
            negated=False,
            status="asserted",
            sentence=(0, 20),
        )
        for i, s in (("wide", 0), ("narrow", 3))
    )
    (found,) = read_dates(made, Parse(tokens=(), sentences=()), (wide, narrow), words=WORDS)
    assert found.claim == "narrow"


def tokens(text: str, *rows: tuple[str, str, str, str, int]) -> Parse:
    """Tokens of text, pos, tag, dep and head, laid out along the text."""
    made, at = [], 0
    for word, pos, tag, dep, head in rows:
        at = text.index(word, at)
        made.append(Token(at, at + len(word), word, word.lower(), pos, tag, dep, head, "", False))
        at += len(word)
    return Parse(tokens=tuple(made), sentences=((0, len(made)),))


def test_a_clause_in_the_future_takes_the_day_to_come() -> None:
    text = "They will meet Friday"
    parse = tokens(
        text,
        ("They", "PRON", "PRP", "nsubj", 2), ("will", "AUX", "MD", "aux", 2),
        ("meet", "VERB", "VB", "ROOT", 2), ("Friday", "PROPN", "NNP", "npadvmod", 2),
    )  # fmt: skip
    assert values(article(("body", text)), parse) == [("Friday", "2031-03-14")]


def test_the_day_of_saying_stays_in_the_past() -> None:
    text = "They will meet, he said Friday"
    parse = tokens(
        text,
        ("They", "PRON", "PRP", "nsubj", 2), ("will", "AUX", "MD", "aux", 2),
        ("meet", "VERB", "VB", "ccomp", 4),
        ("he", "PRON", "PRP", "nsubj", 4), ("said", "VERB", "VBD", "ROOT", 4),
        ("Friday", "PROPN", "NNP", "npadvmod", 4),
    )  # fmt: skip
    assert values(article(("body", text)), parse) == [("Friday", "2031-03-07")]


@pytest.mark.models
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The council will vote on Friday.", "2031-03-14"),
        ("The council is scheduled to vote on Friday.", "2031-03-14"),
        ("The council voted on Friday.", "2031-03-07"),
        ("The council meets on Friday.", "2031-03-14"),
        ("The fire killed at least 52 inmates early on Friday.", "2031-03-07"),
        ("The council has voted twice since Friday.", "2031-03-07/.."),
    ],
)
def test_tense_decides_with_the_real_parser(models: Models, text: str, value: str) -> None:
    made = article(("body", text))
    parse = next(iter(models.parser([made])))
    assert isinstance(parse, Parse)
    assert [v for _, v in values(made, parse)] == [value]


@settings(max_examples=50)
@given(st.lists(st.text(max_size=60), max_size=4))
def test_extents_are_true_for_any_text(parts: list[str]) -> None:
    made = article(*(("body", text) for text in parts))
    for found in read_dates(made, Parse(tokens=(), sentences=()), (), words=WORDS):
        assert made.text[found.start : found.end] == found.text
        assert any(p.start <= found.start < found.end <= p.end for p in made.parts)
