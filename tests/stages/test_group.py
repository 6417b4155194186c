"""Stories from articles, with a small encoder of words; and by the real one."""

from collections.abc import Sequence
from dataclasses import replace
from hashlib import blake2b
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from storymade import article, reading

from counterclaim.pipeline import Models
from counterclaim.records import Reading, Story
from counterclaim.stages.group import group
from counterclaim.stages.group.likeness import day_of, days_between, likeness, profiles, proposed
from counterclaim.stages.group.link import clusters, link_for
from counterclaim.stages.group.title import LONGEST, cut


def encode(texts: Sequence[str]) -> NDArray[np.float32]:
    """A stand-in for the encoder: hashed words of five letters and more."""
    rows = np.zeros((len(texts), 64), dtype=np.float32)
    for n, text in enumerate(texts):
        for word in text.casefold().split():
            if len(word) > 4:
                rows[n, blake2b(word.encode(), digest_size=1).digest()[0] % 64] += 1
        rows[n] /= np.linalg.norm(rows[n]) or 1
    return rows


DAM = [
    "Rockets hit the Torrin dam on Monday. Engineers in Torrin said the control room of the dam was gone.",
    "The Torrin dam was struck by rockets, engineers said. Families fled the valley below the Torrin dam.",
    "Families left the valley on Monday after rockets struck the control room of the Torrin dam.",
]
MARKET = [
    "A car bomb went off in the Velmora market. Traders in Velmora counted eleven dead under the roof.",
    "Traders counted eleven dead after a bomb brought down the roof of the market in Velmora.",
]
WOLVES = ["Shepherds above Lake Ilm say wolves have come back. The council wants to pay for dogs."]


def readings(texts: Sequence[str], name: str, published: str | None = None) -> list[Reading]:
    return [
        reading(article(f"{name}{n}", text, published=published, title=None)) for n, text in enumerate(texts)
    ]


def found(of: Sequence[Reading]) -> list[tuple[str, ...]]:
    return sorted(story.articles for story in group(of, encoder=encode))


def test_two_events_are_two_stories() -> None:
    assert found([*readings(DAM, "d"), *readings(MARKET, "m"), *readings(WOLVES, "w")]) == [
        ("d0", "d1", "d2"),
        ("m0", "m1"),
        ("w0",),
    ]


def test_days_apart_weigh_against_one_story() -> None:
    def score(one: str | None, other: str | None) -> float:
        pair = [*readings(DAM[:1], "e", one), *readings(DAM[1:2], "l", other)]
        own = profiles(pair, encode)
        return likeness(own["e0"], own["l0"]).score

    first = "2031-05-08"
    days = ("2031-05-08", "2031-05-11", "2031-05-20", "2031-06-05", "2032-01-20")
    later = [score(first, day) for day in days]
    assert later == sorted(later, reverse=True)
    assert later[-1] < score(first, None) < later[0], "an unknown day speaks neither for nor against"


def test_the_user_may_say_that_all_is_one_story() -> None:
    (story,) = group([*readings(DAM, "d"), *readings(MARKET, "m")], encoder=encode, one_story=True)
    assert len(story.articles) == 5
    assert story.why == ("The user said that all articles belong to one story.",)


def test_nothing_gives_no_story() -> None:
    assert group([], encoder=encode) == ()
    assert group([], encoder=encode, one_story=True) == ()


@pytest.mark.parametrize("text", ["", "   ", "🌊🌊🌊", "؟؟؟", "x" * 5000, "ALL CAPS NO STOP"])
def test_any_text_is_a_story(text: str) -> None:
    (story,) = group(readings([text], "a"), encoder=encode)
    assert story.title
    assert story.why == ("No other article is close enough to it.",)


def test_known_stories_take_articles_in_and_keep_their_ids() -> None:
    known = Story(id="s-old", title="The dam", articles=("d0", "d1"))
    other = Story(id="s-other", title="More of the dam", articles=("d2",))
    stories = group([*readings(DAM, "d"), *readings(MARKET, "m")], encoder=encode, known=[known])
    assert [(s.id, s.title) for s in stories if "d2" in s.articles] == [("s-old", "The dam")]
    both = group(readings(DAM, "d"), encoder=encode, known=[known, other])
    assert sorted(s.id for s in both) == ["s-old", "s-other"], "two known stories are never joined"


def test_reasons_name_the_articles_and_what_they_share() -> None:
    story = group(readings(DAM, "d"), encoder=encode)[0]
    assert all("d" in why and ".txt" in why for why in story.why)
    assert any("torrin" in why for why in story.why)


def test_title_is_of_the_articles() -> None:
    story = group(readings(DAM, "d", "2031-05-08"), encoder=encode)[0]
    assert any(story.title.startswith(text.split(".")[0][:30]) for text in DAM)
    assert story.title.endswith("(2031-05-08)")
    headed = [replace(r, article=replace(r.article, title="Dam struck")) for r in readings(DAM, "d")]
    assert group(headed, encoder=encode)[0].title == "Dam struck"


@pytest.mark.parametrize(("text", "length"), [("a b", 3), ("word " * 40, LONGEST), ("x" * 200, LONGEST + 1)])
def test_titles_are_cut_at_words(text: str, length: int) -> None:
    assert len(cut(text)) <= length
    assert cut(text) == text or cut(text).endswith("…")


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2016-12-14", "2016-12-14"),
        ("2016-12-14T08:00", "2016-12-14"),
        ("2016-12", None),
        ("2016-13-44", None),
        ("2016-12-14/2016-12-16", "2016-12-14"),
        (None, None),
    ],
)
def test_day_of_a_date(published: str | None, day: str | None) -> None:
    assert day_of(published) == day


def test_days_between() -> None:
    assert days_between("2016-12-14", "2016-12-12") == 2
    assert days_between(None, "2016-12-12") is None


def test_clusters_join_by_average() -> None:
    scores = {("a", "b"): 3.0, ("b", "c"): 2.0, ("a", "c"): -9.0}
    assert clusters(["a", "b", "c"], scores, link=0.0) == [("a", "b"), ("c",)]
    assert clusters(["a", "b", "c"], {**scores, ("a", "c"): 1.0}, link=0.0) == [("a", "b", "c")]
    assert clusters(["a", "b"], {}, link=0.0) == [("a",), ("b",)]
    assert clusters(["a", "b", "c"], scores, fixed=[["a"], ["b"]], link=0.0) == [("a",), ("b", "c")]


def test_the_bar_rises_with_the_articles() -> None:
    bars = [link_for(n) for n in (0, 1, 5, 25, 200, 5000)]
    assert bars == sorted(bars)


def test_pairs_proposed_grow_with_the_articles() -> None:
    def pairs(count: int) -> int:
        random = Random(7)
        texts = [f"{random.choice(DAM)} Torrin {random.randrange(count)}" for _ in range(count)]
        return len(proposed(profiles(readings(texts, "p"), encode)))

    assert pairs(800) < 3 * pairs(400)


TEXTS = [*DAM, *MARKET, *WOLVES, "", "Torrin. Velmora."]


@given(
    texts=st.lists(st.sampled_from(TEXTS), min_size=1, max_size=8),
    random=st.randoms(use_true_random=False),
    one_story=st.booleans(),
)
def test_order_changes_nothing(texts: list[str], random: Random, one_story: bool) -> None:
    of = readings(texts, "o")
    first = group(of, encoder=encode, one_story=one_story)
    random.shuffle(of)
    assert group(of, encoder=encode, one_story=one_story) == first
    assert sorted(a for story in first for a in story.articles) == sorted(r.article.id for r in of)


@pytest.mark.models
def test_with_the_real_encoder(models: Models) -> None:
    of = [*readings(DAM, "d"), *readings(MARKET, "m"), *readings(WOLVES, "w")]
    stories = group(of, encoder=models.encoder)
    assert sorted(s.articles for s in stories) == [("d0", "d1", "d2"), ("m0", "m1"), ("w0",)]
