import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from counterclaim.models.tagger.decode import (
    CONTENT,
    CUE,
    NONE,
    SOURCE,
    Scores,
    best_tags,
    give_spare,
    linked,
    log_shares,
    mass,
    owners,
    runs,
    shares_of,
)

SURE = 8.0


def scores(tags: str, to_cue: dict[int, int], to_source: dict[int, int]) -> Scores:
    """Scores of a model that is sure: S, C and T begin a source, a cue, a content; s, c, t go on."""
    n = len(tags) + 1
    table = np.zeros((n, 7), dtype=np.float32)
    table[0, NONE] = SURE
    for i, tag in enumerate(tags, 1):
        table[i, ".SsCcTt".index(tag)] = SURE
    links = [np.zeros((n, n), dtype=np.float32) for _ in range(2)]
    for link, given_ in zip(links, (to_cue, to_source), strict=True):
        for i in range(n):
            link[i, given_.get(i, 0)] = SURE
    return Scores(table, *links)


def test_one_attribution() -> None:
    found = linked(scores("SCTtt.", {1: 2, 3: 2, 4: 2, 5: 2}, {2: 1}))
    assert [(a.source, a.cue, a.content) for a in found] == [(((1, 2),), ((2, 3),), ((3, 6),))]


def test_content_on_both_sides_of_its_cue_is_one_statement() -> None:
    found = linked(scores("TtSC.Tt", {1: 4, 2: 4, 3: 4, 6: 4, 7: 4}, {4: 3}))
    assert [a.content for a in found] == [((1, 3), (6, 8))]


def test_neighbours_with_different_cues_are_parted_though_the_tags_run_on() -> None:
    found = linked(scores("SCTtttCS", {1: 2, 3: 2, 4: 2, 5: 7, 6: 7, 8: 7}, {2: 1, 7: 8}))
    assert [(a.source, a.content) for a in found] == [(((1, 2),), ((3, 5),)), (((8, 9),), ((5, 7),))]


def test_a_cue_without_a_source() -> None:
    (found,) = linked(scores("CTt", {2: 1, 3: 1}, {}))
    assert (found.source, found.cue, found.content) == ((), ((1, 2),), ((2, 4),))


def test_one_source_of_two_cues() -> None:
    found = linked(scores("SCT.CT", {1: 2, 3: 2, 6: 5}, {2: 1, 5: 1}))
    assert [a.source for a in found] == [((1, 2),), ((1, 2),)]


def test_no_cue_no_statement() -> None:
    assert linked(scores("STtt", {}, {})) == []
    assert linked(scores("", {}, {})) == []


def test_a_tag_goes_on_only_where_one_began() -> None:
    table = np.zeros((4, 7), dtype=np.float32)
    table[1, CONTENT + 1] = table[2, CONTENT + 1] = SURE
    best = best_tags(log_shares(table).tolist())
    assert best[1:3] == [CONTENT, CONTENT + 1]


def test_runs() -> None:
    assert runs([0, SOURCE, SOURCE + 1, SOURCE, CUE, CUE + 1], SOURCE) == [(1, 3), (3, 4)]
    assert runs([0, SOURCE, SOURCE + 1, SOURCE, CUE, CUE + 1], CUE) == [(4, 6)]
    assert runs([0, CUE, CUE, CUE + 1, 0, CUE], CUE) == [(1, 4), (5, 6)], "two cues that touch are one"
    assert runs([0, SOURCE + 1, SOURCE + 1], SOURCE) == [(1, 3)]


def test_a_cue_left_empty_takes_a_spare_piece_but_never_the_last() -> None:
    links = np.array([[0.5, 0.5], [0.9, 0.1], [0.6, 0.4]], dtype=np.float32)
    pieces = [((1, 2), 0), ((2, 3), 0)]
    give_spare(pieces, links, 2)
    assert pieces == [((1, 2), 0), ((2, 3), 1)]
    alone = [((2, 3), 0)]
    give_spare(alone, links, 2)
    assert alone == [((2, 3), 0)]


@given(st.integers(1, 12).flatmap(lambda n: st.tuples(
    arrays.arrays(np.float32, (n, 7), elements=st.floats(-20, 20, width=32)),
    arrays.arrays(np.float32, (n, n), elements=st.floats(-20, 20, width=32)),
    arrays.arrays(np.float32, (n, n), elements=st.floats(-20, 20, width=32)),
)))  # fmt: skip
def test_any_scores_give_runs_within_the_window(given_: tuple[np.ndarray, np.ndarray, np.ndarray]) -> None:
    n = len(given_[0])
    taken: set[int] = set()
    for one in linked(Scores(*given_)):
        assert one.cue and one.content
        for start, end in (*one.source, *one.cue, *one.content):
            assert 1 <= start < end <= n
        words = {i for run in one.content for i in range(*run)}
        assert not words & taken
        taken |= words


def test_the_share_of_links_that_falls_on_a_span() -> None:
    logits = np.log(np.array([[0.5, 0.25, 0.25], [0.1, 0.1, 0.8]], dtype=np.float32))
    assert mass(shares_of(logits), [(0, 1), (1, 3)]).tolist() == [[0.5, 0.5], pytest.approx([0.1, 0.9])]
    assert mass(shares_of(logits), [(1, 1)]).tolist() == [pytest.approx([1e-6]), pytest.approx([1e-6])]


@given(st.integers(2, 6).flatmap(lambda n: arrays.arrays(
    np.float32, (n, 7), elements=st.floats(-9, 9, width=32))
))  # fmt: skip
def test_the_tags_are_the_likeliest_of_all_that_make_whole_spans(table: np.ndarray) -> None:
    rows = log_shares(table).tolist()

    def whole(path: tuple[int, ...]) -> bool:
        return all(
            tag not in (2, 4, 6) or before in (tag - 1, tag)
            for before, tag in zip((NONE, *path[1:-1]), path[1:], strict=True)
        )

    ways = itertools.product(*[(NONE,), *[range(7)] * min(3, len(rows) - 1)])
    best = max(sum(rows[i][t] for i, t in enumerate(way) if i) for way in ways if whole(way))
    found = best_tags(rows[:4])
    assert whole(tuple(found))
    assert sum(rows[i][t] for i, t in enumerate(found) if i) == pytest.approx(best)


def test_content_goes_to_the_cue_that_it_points_to() -> None:
    sure, unsure = -0.01, -9.0
    rows = np.array([[0.0] * 7] + [[unsure] * 5 + [sure, sure]] * 4, dtype=np.float32)
    toward = [[unsure, unsure], [sure, unsure], [sure, unsure], [unsure, sure], [unsure, sure]]
    links = np.array(toward, dtype=np.float32)
    assert owners(rows, links, [0, 5, 6, 6, 6]) == [-1, 0, 0, 1, 1]
    assert owners(rows, links, [0, 5, 3, 6, 6]) == [-1, 0, -1, 1, 1]
