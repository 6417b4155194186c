"""The tagger with a session that knows three words: the same whatever stands beside it, true offsets."""

import pickle
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.models.load import lexicon
from counterclaim.models.tagger import OnnxTagger
from counterclaim.models.tagger.evidence import Confidence
from counterclaim.records import Article, Attribution, Genre, Parse, Part
from counterclaim.stages.attribute import Tagger

TOKENIZER = (
    Path(__file__).parents[2] / "src" / "counterclaim" / "models" / "weights" / "encoder-tokenizer.json"
)
EMPTY = Parse(tokens=(), sentences=())
SAID, END = 2056, 1012
"""The vocabulary's "said" and "."."""


class SaidSession:
    """Takes the word before "said" for a source and what follows it, up to a full stop, for content."""

    def run(self, names: None, feed: Mapping[str, Any]) -> Any:
        ids = feed["ids"][0][feed["first"][0]]
        n = len(ids)
        tags, to_cue, to_source = (np.zeros((n, m), dtype=np.float32) for m in (7, n, n))
        tags[:, 0] = 4
        for i in range(1, n):
            if ids[i] == SAID and i > 1:
                tags[i - 1, 1] = tags[i, 3] = 8
                to_source[i, i - 1] = 8
                j = i + 1
                while j < n and ids[j] not in (SAID, END):
                    tags[j, 5 if j == i + 1 else 6] = 8
                    to_cue[j, i] = 8
                    j += 1
        return tags[None], to_cue[None], to_source[None]


def opens(weights: Path) -> SaidSession:
    return SaidSession()


def no_rules(article: Article, parse: Parse) -> tuple[Attribution, ...]:
    return ()


def told_by_one(article: Article, parse: Parse) -> tuple[Attribution, ...]:
    return (Attribution(source=((0, 3),), cue=((4, 8),), content=((9, 13),)),)


def tagger(rules: Tagger = no_rules, sure: float = 3.0) -> OnnxTagger:
    table = lexicon("confidence")
    table = {"bias": sure, "weights": dict.fromkeys(table["weights"], 0.0)}
    return OnnxTagger(
        weights=Path("none"),
        tokenizer=TOKENIZER,
        rules=rules,
        confidence=Confidence.from_table(table),
        opens=opens,
    )


def article(*paragraphs: str, genre: Genre = "report") -> Article:
    parts, at = [], 0
    for paragraph in paragraphs:
        parts.append(Part(kind="body", start=at, end=at + len(paragraph)))
        at += len(paragraph) + 1
    return Article(
        id="art-1", file="a.txt", sha256="0", title=None, outlet=None, byline=None, published=None,
        published_basis=None, url=None, genre=genre, language="en", text="\n".join(paragraphs),
        credits=(), parts=tuple(parts),
    )  # fmt: skip


def told(one: Article, found: Attribution) -> tuple[str, str, str]:
    def words(extents: tuple[tuple[int, int], ...]) -> str:
        return " … ".join(one.text[s:e] for s, e in extents)

    return words(found.source), words(found.cue), words(found.content)


PARAGRAPHS = ("Norwick said the bridge is closed. It rained.", "Later Ada said it had held.")


def test_who_says_what_with_its_confidence() -> None:
    one = article(*PARAGRAPHS)
    found = tagger()(one, EMPTY)
    assert [told(one, a) for a in found] == [
        ("Norwick", "said", "the bridge is closed"),
        ("Ada", "said", "it had held"),
    ]
    assert [a.confidence for a in found] == [0.95, 0.95]


def test_what_is_not_sure_enough_is_dropped() -> None:
    assert tagger(sure=-2.0)(article(*PARAGRAPHS), EMPTY) == ()
    assert len(tagger(sure=0.0)(article(*PARAGRAPHS), EMPTY)) == 2


def test_what_a_rule_alone_found_is_a_candidate() -> None:
    one = article("Ada says rain.", PARAGRAPHS[0])
    found = tagger(told_by_one)(one, EMPTY)
    assert [told(one, a)[0] for a in found] == ["Ada", "Norwick"]


def test_parts_in_which_nobody_speaks_are_not_read() -> None:
    one = article(*PARAGRAPHS)
    silent = tuple(Part(kind="credit", start=p.start, end=p.end) for p in one.parts)
    assert tagger()(Article(**{n: getattr(one, n) for n in one.__slots__} | {"parts": silent}), EMPTY) == ()


@pytest.mark.parametrize(
    "text",
    ["", "…", "🌊🌊", "هطلت الأمطار على المدينة", "A" * 5000, "SAID SAID SAID", '"' * 900, "said " * 2000],
)
def test_any_text(text: str) -> None:
    check(article(text))


@given(st.lists(st.text(st.sampled_from('said Ann." “”\n,x')), max_size=6))
def test_offsets_are_true(paragraphs: list[str]) -> None:
    check(article(*paragraphs))


@cache
def ready() -> OnnxTagger:
    return tagger()


def check(one: Article) -> None:
    for found in ready()(one, EMPTY):
        assert found.confidence is not None and 0 <= found.confidence <= 1
        for start, end in (*found.source, *found.cue, *found.content):
            assert 0 <= start < end <= len(one.text)
            assert one.text[start:end].strip() == one.text[start:end]


def test_an_article_does_not_depend_on_those_before_it() -> None:
    one, used = article(*PARAGRAPHS), tagger()
    used(article("word " * 500), EMPTY)
    assert used(one, EMPTY) == tagger()(one, EMPTY)


def test_it_can_be_sent_to_another_process() -> None:
    one, used = article(*PARAGRAPHS), tagger()
    assert pickle.loads(pickle.dumps(used))(one, EMPTY) == used(one, EMPTY)
