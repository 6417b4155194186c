"""Where windows meet: both readings count, each over the words that it has."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.models.tagger.decode import Scores, shares_of
from counterclaim.models.tagger.edges import NEAREST, SIDE, View, edge, together, unsure
from counterclaim.models.tagger.windows import Window, fed
from counterclaim.models.tagger.words import Word

NO, YES = 0.0, 9.0


def window(*sizes: int, at: int = 0) -> Window:
    """Paragraphs of so many words of one piece each, one a place of a text."""
    found, start = [], at
    for size in sizes:
        found.append([Word(start + i, start + i + 1, (7,), 0) for i in range(size)])
        start += size
    return found


def text(length: int = 2000, stops: tuple[int, ...] = ()) -> str:
    return "".join("." if i in stops else "x" for i in range(length))


def scores(words: int, *, source: int | None = None, links: tuple[tuple[int, int], ...] = ()) -> Scores:
    """Scores of a window in which one word may be a source, and some words point."""
    tags, to_cue, to_source = (
        np.full((words + 1, m), NO, dtype=np.float32) for m in (7, words + 1, words + 1)
    )
    if source is not None:
        tags[source, 1] = YES
    for i, j in links:
        to_cue[i, j] = to_source[i, j] = YES
    return Scores(tags, to_cue, to_source)


def test_an_edge_takes_what_is_nearest_of_both_sides() -> None:
    found = edge(window(60, 30, 40), window(50, 60, at=1000), text())
    assert [len(p) for p in found.window] == [30, 40, 50]
    assert (found.words, found.before) == (130, 70)
    last, first = found.views(scores(120))
    assert (last.at, last.there, last.count) == (61, 1, 70)
    assert (first.at, first.there, first.count) == (1, 71, 50)


def test_of_a_paragraph_that_is_too_long_it_takes_whole_sentences() -> None:
    found = edge(window(200), window(150, at=1000), text(stops=(100, 149, 1020, 1060, 1090)))
    left, right = found.window
    assert (left[0].start, left[-1].start) == (150, 199), "behind the stop"
    assert (right[0].start, right[-1].start) == (1000, 1060), "the stop included"


def test_of_a_sentence_that_is_too_long_it_takes_what_fits() -> None:
    found = edge(window(200), window(150, at=1000), text())
    assert [len(p) for p in found.window] == [SIDE - 1, SIDE - 1]
    assert found.window[0][-1].start == 199


@given(
    st.lists(st.integers(1, 150), min_size=1, max_size=9),
    st.lists(st.integers(1, 150), min_size=1, max_size=9),
    st.sets(st.integers(0, 4000)),
)
def test_an_edge_is_of_words_that_stand_together(left: list[int], right: list[int], stops: set[int]) -> None:
    before, after = window(*left), window(*right, at=sum(left))
    found = edge(before, after, text(4000, tuple(stops)))
    words = [w.start for p in found.window for w in p]
    assert words == list(range(words[0], words[-1] + 1))
    assert words[found.before] == sum(left), "it has words of either side"
    assert len(fed(found.window).ids) <= 1 + 2 * SIDE


def test_what_both_see_is_the_mean_of_their_chances() -> None:
    own, other = scores(5, source=5), scores(4)
    found = together(own, [View(other, at=4, there=1, count=2)])
    weights = NEAREST, NEAREST + 1
    mean = (weights[0] * shares_of(own.tags[5]) + weights[1] * shares_of(other.tags[2])) / sum(weights)
    assert np.exp(found.tags[5]) == pytest.approx(mean)
    assert np.exp(found.tags[3]) == pytest.approx(shares_of(own.tags[3]))


def test_who_sees_further_weighs_more() -> None:
    own, other = scores(200, source=200), scores(160)
    found = np.exp(together(own, [View(other, at=121, there=1, count=80)]).tags)
    assert found[200, 1] < 0.25, "the window ends here, the edge goes on"
    own, other = scores(200), scores(160, source=1)
    found = np.exp(together(own, [View(other, at=121, there=1, count=80)]).tags)
    assert found[121, 1] < 0.25, "the edge begins here, the window has words before"


def test_a_link_that_only_the_edge_sees_leaves_the_others_their_share() -> None:
    own = scores(5, links=((4, 0),))
    other = scores(6, links=((1, 2), (2, 6)))
    found = together(own, [View(other, at=4, there=1, count=2)])
    chances = shares_of(found.to_cue)
    assert chances[4, 5] == pytest.approx(chances[4, 0] * NEAREST / (NEAREST + 1), abs=0.01)
    assert chances[5] == pytest.approx(1 / 6, abs=0.02), (
        "what points to a word outside the window points nowhere"
    )


def test_a_short_window_is_seen_from_both_its_edges() -> None:
    own, left, right = scores(2), scores(4, source=3), scores(4)
    views = [View(left, at=1, there=3, count=2), View(right, at=1, there=1, count=2)]
    found = np.exp(together(own, views).tags[1])
    assert found == pytest.approx(np.exp(together(own, views[::-1]).tags[1]))
    sees = NEAREST, NEAREST + 1, NEAREST
    weighed = sum(
        w * shares_of(t) for w, t in zip(sees, (own.tags[1], left.tags[3], right.tags[1]), strict=True)
    )
    assert found == pytest.approx(weighed / sum(sees))


def test_an_edge_is_read_only_where_something_is_open() -> None:
    known = scores(59)
    known.tags[:, 0] = YES
    far, near = (Scores(known.tags.copy(), known.to_cue, known.to_source) for _ in range(2))
    far.tags[5] = 0
    near.tags[55] = 0
    assert not unsure(known, known)
    assert not unsure(far, known)
    assert unsure(near, known)
    assert unsure(known, far)
    assert not unsure(known, near)


def test_without_neighbours_a_window_is_as_it_was() -> None:
    own = scores(3, source=1)
    assert together(own, []) is own
