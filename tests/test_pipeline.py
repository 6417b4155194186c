"""The whole way, with the real models: true offsets, any order, and a failure that costs one article."""

import dataclasses
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counterclaim import intake
from counterclaim.pipeline import Models, Settings, read
from counterclaim.records import Article, Attribution, Dossier, Parse, RawText, Rejection, Span
from counterclaim.render.json import from_json, to_json

pytestmark = pytest.mark.models

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"

ONE = Settings(one_story=True)

HARD_TEXTS = [
    "Fire.",
    "NO VERB HERE, ONLY CAPITALS AND MORE CAPITALS",
    "x" * 5_000,
    "“ “ “ ” said said said said",
    "\u202eThe army said\u202c 12 people died. قال الجيش إن 12 شخصا قتلوا.",
    "🔥🔥🔥 12 dead, the 👩‍👩‍👧 said, 🔥",
    "She said that he said that they said that it said that we said so.",
    "- a\n- b\n- c\n\n\n\n\n\t\t\n1,2,3,4,5 killed and 6–7 wounded",
    '"' * 500,
    "According to according to according to, the said.",
    "a\u2028b\u0085c\x0bd The mayor said three people died on Tuesday.",
]

SENTENCE = """
The army said that rebels killed 12 people in Velmora on Tuesday . , “ ” " ' ( ) — and at least dozens of
fighters denied it ; he told Reuters according to them , who accused the government of shelling
"""
WORDS = st.sampled_from([*SENTENCE.split(), "\n", "\n\n"])
PROSE = st.lists(WORDS, max_size=60).map(" ".join)
ANYTHING = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200)


def raw(text: str, *, file: str = "one.txt", **metadata: str) -> RawText:
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return RawText(file=file, text=text, sha256=digest, metadata=tuple(sorted(metadata.items())))


def examples(event: str) -> list[RawText | Rejection]:
    return list(intake.gather([EXAMPLES / event / "articles"]))


def extents(value: Any, article: str | None = None) -> Iterator[tuple[str | None, int, int, str | None]]:
    """Every extent below a record: its article, start, end, and the words claimed of it, if any."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        article = getattr(value, "article", article)
        if hasattr(value, "start") and hasattr(value, "end"):
            words = getattr(value, "text", None)
            yield article, value.start, value.end, words if isinstance(words, str) else None
        for field in dataclasses.fields(value):
            yield from extents(getattr(value, field.name), article)
    elif isinstance(value, tuple) and len(value) == 2 and all(type(one) is int for one in value):
        yield article, value[0], value[1], None
    elif isinstance(value, tuple):
        for one in value:
            yield from extents(one, article)


def assert_true_offsets(dossier: Dossier) -> None:
    texts = {a.id: a.text for a in dossier.articles}
    for a in dossier.articles:
        for part in a.parts:
            assert 0 <= part.start < part.end <= len(a.text)
    for field in dataclasses.fields(dossier):
        if field.name in ("articles", "story", "rejections", "run", "root_of"):
            continue
        for record in getattr(dossier, field.name):
            for article, start, end, words in extents(record):
                assert article in texts, (field.name, record)
                assert 0 <= start < end <= len(texts[article]), (field.name, record)
                if words is not None and isinstance(record, Span):
                    assert texts[article][start:end] == words, record
    for actor in dossier.actors:
        for mention in actor.mentions:
            assert texts[mention.article][mention.start : mention.end] == mention.text
    for figure in dossier.figures:
        assert texts[figure.article][figure.start : figure.end] == figure.text
    for date in dossier.dates:
        assert texts[date.article][date.start : date.end] == date.text
    for place in dossier.places:
        assert texts[place.article][place.start : place.end] == place.text
    for label in dossier.labels:
        assert texts[label.article][label.start : label.end] == label.text
    for question in dossier.questions:
        for answer in question.answers:
            for evidence in answer.evidence:
                assert texts[evidence.article][evidence.start : evidence.end] == evidence.text


@pytest.fixture(scope="session")
def any_language(models: Models) -> Models:
    """The real models, but every text counts as English: then every text goes all the way."""
    return dataclasses.replace(models, language=lambda text: "en")


def assert_all_of_it_holds(texts: Iterable[str], models: Models) -> None:
    raws = [raw(text, file=f"{n}.txt", published="2025-03-05") for n, text in enumerate(texts)]
    outcome = read(raws, models, settings=ONE, version="test")
    told = {a.file for d in outcome.dossiers for a in d.articles} | {r.file for r in outcome.rejections}
    assert told == {r.file for r in raws}
    for rejection in outcome.rejections:
        assert rejection.stage == "admit", rejection
    for dossier in outcome.dossiers:
        assert_true_offsets(dossier)


@pytest.mark.parametrize("text", HARD_TEXTS, ids=range(len(HARD_TEXTS)))
def test_a_hard_text_goes_through(text: str, any_language: Models) -> None:
    assert_all_of_it_holds([text], any_language)


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(texts=st.lists(PROSE | ANYTHING, min_size=1, max_size=2))
def test_offsets_are_true_for_any_text(texts: list[str], any_language: Models) -> None:
    assert_all_of_it_holds(texts, any_language)


@pytest.mark.parametrize("event", ["velmora-market", "torrin-dam"])
def test_offsets_are_true_for_the_examples(event: str, models: Models) -> None:
    outcome = read(examples(event), models, settings=ONE, version="test")
    assert outcome.rejections == ()
    assert_true_offsets(outcome.dossiers[0])


def test_the_order_of_articles_does_not_matter(models: Models) -> None:
    raws = examples("velmora-market") + examples("torrin-dam")
    first = [to_json(d) for d in read(raws, models, settings=Settings(), version="test").dossiers]
    Random(7).shuffle(raws)
    assert [to_json(d) for d in read(raws, models, settings=Settings(), version="test").dossiers] == first
    assert len(first) == 2, "two events are two stories"


def test_a_dossier_comes_back_from_its_json(models: Models) -> None:
    dossier = read(examples("velmora-market"), models, settings=ONE, version="test").dossiers[0]
    assert from_json(to_json(dossier)) == dossier


class FailsOn:
    """A tagger that finds nothing, and fails on one file."""

    def __init__(self, file: str) -> None:
        self.file = file

    def __call__(self, article: Article, parse: Parse) -> tuple[Attribution, ...]:
        if article.file == self.file:
            raise RuntimeError("out of ink")
        return ()


def test_a_stage_that_fails_costs_one_article(models: Models) -> None:
    failing = dataclasses.replace(models, tagger=FailsOn("kestria-today.txt"))
    outcome = read(examples("velmora-market"), failing, settings=ONE, version="test")
    assert [(r.file, r.stage) for r in outcome.rejections] == [("kestria-today.txt", "attribute")]
    assert "out of ink" in outcome.rejections[0].reason
    assert len(outcome.dossiers[0].articles) == 5
    assert outcome.dossiers[0].rejections == outcome.rejections


def test_a_parser_that_fails_costs_one_article(models: Models) -> None:
    def parser(articles: Iterable[Article]) -> Iterator[Parse | Exception]:
        for article, parse in ((a, p) for a in articles for p in models.parser([a])):
            yield ValueError("too steep") if article.file == "marovia-voice.txt" else parse

    outcome = read(
        examples("velmora-market"), dataclasses.replace(models, parser=parser), settings=ONE, version="test"
    )
    assert [(r.file, r.stage) for r in outcome.rejections] == [("marovia-voice.txt", "parse")]


def test_the_same_bytes_are_read_once(models: Models) -> None:
    text = "The mayor said on Tuesday that three people died in the fire at the mill."
    outcome = read([raw(text, file="b.txt"), raw(text, file="a.txt")], models, settings=ONE, version="test")
    assert [a.file for a in outcome.dossiers[0].articles] == ["a.txt"]
    assert [(r.file, r.reason) for r in outcome.rejections] == [
        ("b.txt", "same bytes as a.txt, which is read once")
    ]
