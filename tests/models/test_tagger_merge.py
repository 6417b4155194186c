from hypothesis import given
from hypothesis import strategies as st

from counterclaim.models.tagger.merge import alone, asserts, counts, filled, in_another, settled, shares
from counterclaim.models.tagger.nearby import STRETCH, Nearby, reach
from counterclaim.records import Attribution, Parse, Token

EMPTY = Parse(tokens=(), sentences=())


def token(start: int, end: int, tag: str) -> Token:
    return Token(start, end, "", "", "", tag, "", 0, "", False)


def test_in_another() -> None:
    outer = Attribution(source=((0, 3),), cue=((4, 8),), content=((9, 40),))
    inner = Attribution(source=((9, 12),), cue=((13, 17),), content=((18, 40),))
    beside = Attribution(source=((41, 44),), cue=((45, 48),), content=((49, 60),))
    assert in_another(inner, [outer, inner, beside])
    assert not in_another(outer, [outer, inner, beside])
    assert not in_another(beside, [outer, inner, beside])


def test_what_the_rules_alone_found() -> None:
    tagged = Attribution(source=((0, 3),), cue=((4, 8),), content=((9, 40),))
    inner = Attribution(source=((9, 12),), cue=((13, 17),), content=((18, 40),))
    same = Attribution(source=((0, 3),), cue=((4, 8),), content=((9, 30),))
    empty = Attribution(source=((41, 43),), cue=((44, 48),), content=())
    assert alone(Nearby([tagged]), [inner, same, empty]) == [inner]
    assert alone(Nearby(), [inner]) == [inner]


def test_a_quotation_without_cue_is_added_where_nothing_touches_it() -> None:
    tagged = Attribution(source=((0, 3),), cue=((4, 8),), content=((9, 40),))
    near = Attribution(source=(), cue=(), content=((30, 50),))
    far = Attribution(source=(), cue=(), content=((41, 50),))
    assert alone(Nearby([tagged]), [tagged, near, far]) == [far]


def test_what_the_rules_know_better_is_theirs() -> None:
    text = "Ann said it rained – though it did not. " + '"Go." ' * 4
    tagged = Attribution(source=((0, 3),), cue=((4, 8),), content=((9, 38),))
    rule = Attribution(source=((0, 3),), cue=((4, 8),), content=((9, 18),))
    assert settled(tagged, Nearby([rule]), text, EMPTY).content == ((9, 18),)
    assert settled(tagged, Nearby(), text, EMPTY) == tagged
    standing = Attribution(source=(), cue=(), content=((40, 45),))
    both = Attribution(source=((0, 3),), cue=((4, 8),), content=((9, 18), (40, 45)))
    assert settled(both, Nearby([standing]), text, EMPTY).content == ((9, 18),)
    nesting = Attribution(source=((0, 3),), cue=((4, 8),), content=((9, 30),))
    inner = Attribution(source=((9, 11),), cue=((12, 14),), content=((15, 30),))
    assert settled(tagged, Nearby([nesting, inner]), text, EMPTY) == nesting


def test_a_clause_that_an_adposition_gives_somebody_is_whole() -> None:
    text = "For her, the war is lost."
    parse = Parse(
        tokens=(token(0, 3, "IN"), token(4, 7, "PRP"), token(13, 16, "NN"), token(17, 19, "VBZ")),
        sentences=((0, 4),),
    )
    tagged = Attribution(source=((4, 7),), cue=((0, 3),), content=((9, 16),))
    rule = Attribution(source=((4, 7),), cue=((0, 3),), content=((9, 24),))
    assert settled(tagged, Nearby([rule]), text, parse).content == ((9, 24),)
    elsewhere = Attribution(source=((4, 7),), cue=((0, 3),), content=((17, 24),))
    assert settled(tagged, Nearby([elsewhere]), text, parse).content == ((9, 16),)


def test_a_content_has_no_hole_in_a_sentence_but_its_own_source_and_cue() -> None:
    text = "rebels, who they call looters, fled, she said. All fled."
    parse = Parse(tokens=tuple(token(i, i + 1, "NN") for i in (0, 47)), sentences=((0, 1), (1, 2)))
    holed = Attribution(source=(), cue=((41, 45),), content=((0, 11), (22, 35), (47, 55)))
    assert filled(holed, text, parse).content == ((0, 35), (47, 55))
    told = Attribution(source=((37, 40),), cue=((41, 45),), content=((0, 35), (45, 46)))
    assert filled(told, text, parse).content == ((0, 35), (45, 46))


def test_a_thing_said_has_a_verb_or_quotation_marks() -> None:
    parse = Parse(tokens=(token(0, 2, "PRP"), token(3, 9, "VBD"), token(10, 15, "NN")), sentences=((0, 3),))
    text = "it rained today “here”"
    said = [Attribution(source=(), cue=(), content=(c,)) for c in ((0, 9), (10, 15), (16, 22))]
    assert [asserts(one, text, parse) for one in said] == [True, False, True]


def test_words_passed_on_are_shared() -> None:
    told = Attribution(source=((0, 3),), cue=((4, 8),), content=((9, 30),))
    cited = Attribution(source=((39, 44),), cue=((32, 38),), content=((9, 30),))
    assert shares(told, [told, cited]) and shares(cited, [told, cited])
    assert not shares(told, [told])
    tagged = Attribution(source=((0, 3),), cue=((32, 38),), content=((39, 44),))
    assert settled(tagged, Nearby([told, cited]), "x" * 50, EMPTY) == cited


def test_content_with_a_number() -> None:
    parse = Parse(tokens=(token(0, 3, "NNP"), token(4, 7, "VBD"), token(8, 10, "CD")), sentences=((0, 3),))
    assert counts(Attribution(source=(), cue=(), content=((8, 10),)), parse)
    assert not counts(Attribution(source=(), cue=(), content=((0, 7),)), parse)


EXTENTS = st.lists(
    st.tuples(st.integers(0, 4 * STRETCH), st.integers(1, 2 * STRETCH)), min_size=1, max_size=3
).map(lambda found: tuple((start, start + length) for start, length in found))


@given(st.lists(st.builds(Attribution, source=EXTENTS, cue=EXTENTS, content=EXTENTS), max_size=8))
def test_those_nearby_are_those_that_reach_into_the_same_words(every: list[Attribution]) -> None:
    near = Nearby(every)
    for one in every:
        start, end = reach(one)
        wanted = [other for other in every if reach(other)[0] < end and start < reach(other)[1]]
        assert near.to(one) == wanted
        assert [every[n] for n in near.numbers(start, end)] == wanted
