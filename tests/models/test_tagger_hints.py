import numpy as np

from counterclaim.models.tagger.decode import CONTENT, CUE, SOURCE, Scores
from counterclaim.models.tagger.hints import asserts, bare, hinted, in_another, nested, settled
from counterclaim.models.tagger.words import Word
from counterclaim.records import Attribution, Parse, Token

WINDOW = [[Word(0, 3, (5,), 0), Word(4, 8, (5,), 0)], [Word(10, 14, (5,), 0), Word(15, 19, (5,), 0)]]


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


def test_in_another() -> None:
    outer = Attribution(source=((0, 3),), cue=((4, 8),), content=((9, 40),))
    inner = Attribution(source=((9, 12),), cue=((13, 17),), content=((18, 40),))
    beside = Attribution(source=((41, 44),), cue=((45, 48),), content=((49, 60),))
    assert in_another(inner, [outer, inner, beside])
    assert not in_another(outer, [outer, inner, beside])
    assert not in_another(beside, [outer, inner, beside])


def test_nested_ones_are_added_by_a_cue_of_their_own() -> None:
    tagged = Attribution(source=((0, 3),), cue=((4, 8),), content=((9, 40),))
    inner = Attribution(source=((9, 12),), cue=((13, 17),), content=((18, 40),))
    same = Attribution(source=((0, 3),), cue=((4, 8),), content=((9, 30),))
    assert nested([tagged], [inner, same]) == [inner]
    assert nested([], [inner]) == []


def test_a_quotation_without_cue_is_added_where_nothing_touches_it() -> None:
    tagged = Attribution(source=((0, 3),), cue=((4, 8),), content=((9, 40),))
    near = Attribution(source=(), cue=(), content=((30, 50),))
    far = Attribution(source=(), cue=(), content=((41, 50),))
    assert bare([tagged], [tagged, near, far]) == [far]


def test_what_the_rules_know_better_is_theirs() -> None:
    text = "Ann said it rained – though it did not. " + '"Go." ' * 4
    tagged = Attribution(source=((0, 3),), cue=((4, 8),), content=((9, 38),))
    rule = Attribution(source=((0, 3),), cue=((4, 8),), content=((9, 18),))
    assert settled(tagged, [rule], text).content == ((9, 18),)
    assert settled(tagged, [], text) == tagged
    standing = Attribution(source=(), cue=(), content=((40, 45),))
    both = Attribution(source=((0, 3),), cue=((4, 8),), content=((9, 18), (40, 45)))
    assert settled(both, [standing], text).content == ((9, 18),)
    nesting = Attribution(source=((0, 3),), cue=((4, 8),), content=((9, 30),))
    inner = Attribution(source=((9, 11),), cue=((12, 14),), content=((15, 30),))
    assert settled(tagged, [nesting, inner], text) == nesting


def test_a_thing_said_has_a_verb_or_quotation_marks() -> None:
    def token(start: int, end: int, tag: str) -> Token:
        return Token(start, end, "", "", "", tag, "", 0, "", False)

    parse = Parse(tokens=(token(0, 2, "PRP"), token(3, 9, "VBD"), token(10, 15, "NN")), sentences=((0, 3),))
    text = "it rained today “here”"
    said = [Attribution(source=(), cue=(), content=(c,)) for c in ((0, 9), (10, 15), (16, 22))]
    assert [asserts(one, text, parse) for one in said] == [True, False, True]
