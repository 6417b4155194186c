import numpy as np
import pytest

from counterclaim.models.tagger.decode import CONTENT, CUE, SOURCE, Scores
from counterclaim.models.tagger.hints import hinted
from counterclaim.models.tagger.place import Place
from counterclaim.models.tagger.words import Word
from counterclaim.records import Attribution, Extent

WINDOW = Place([[Word(0, 3, (5,), 0), Word(4, 8, (5,), 0)], [Word(10, 14, (5,), 0), Word(15, 19, (5,), 0)]])


def flat() -> Scores:
    return Scores(*(np.zeros(shape, dtype=np.float32) for shape in ((5, 7), (5, 5), (5, 5))))


def test_a_rule_weighs_on_tags_and_links() -> None:
    one = Attribution(source=((0, 3),), cue=((4, 8),), content=((10, 19),))
    found = hinted(flat(), WINDOW, [one], tag=2, link=3)
    assert [(int(i), int(t)) for i, t in np.argwhere(found.tags == 2)] == [
        (1, SOURCE), (2, CUE), (3, CONTENT), (4, CONTENT + 1),
    ]  # fmt: skip
    assert np.argwhere(found.to_cue == 3).tolist() == [[1, 2], [3, 2], [4, 2]]
    assert np.argwhere(found.to_source == 3).tolist() == [[2, 1]]


def test_a_cue_without_a_source_points_to_none() -> None:
    one = Attribution(source=(), cue=((4, 8),), content=((10, 14),))
    assert np.argwhere(hinted(flat(), WINDOW, [one], tag=2, link=3).to_source == 3).tolist() == [[2, 0]]


def test_what_stands_elsewhere_weighs_nothing() -> None:
    one = Attribution(source=((20, 23),), cue=((24, 28),), content=((30, 39),))
    found = hinted(flat(), WINDOW, [one])
    assert not found.tags.any() and not found.to_cue.any() and not found.to_source.any()


def test_the_scores_given_are_left_as_they_are() -> None:
    given = flat()
    hinted(given, WINDOW, [Attribution(source=((0, 3),), cue=((4, 8),), content=((10, 19),))])
    assert not given.tags.any()


@pytest.mark.parametrize(
    ("extents", "runs"),
    [
        (((0, 3),), [(1, 2)]),
        (((0, 19),), [(1, 5)]),
        (((4, 14), (15, 19)), [(2, 4), (4, 5)]),
        (((20, 30),), []),
        (((8, 10),), []),
        ((), []),
    ],
)
def test_extents_as_runs_of_words(extents: tuple[Extent, ...], runs: list[tuple[int, int]]) -> None:
    assert WINDOW.runs(extents) == runs


def test_runs_as_extents_do_not_cross_paragraphs() -> None:
    assert WINDOW.extents([(1, 5)]) == ((0, 8), (10, 19))
    assert WINDOW.extents([(2, 3), (4, 5)]) == ((4, 8), (15, 19))
    assert Place([]).extents([]) == ()
