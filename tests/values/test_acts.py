"""The lexicon of cues, and how acts compare."""

from typing import Any, get_args

import pytest

from counterclaim.errors import ModelError
from counterclaim.models.load import lexicon
from counterclaim.records import Act
from counterclaim.values.acts import ATTITUDES, ActWords, compare_acts, puts_forward


@pytest.fixture(scope="module")
def words() -> ActWords:
    return ActWords.from_table(lexicon("acts"))


def test_the_lexicon_has_many_verbs(words: ActWords) -> None:
    assert len(words.verbs) >= 250


@pytest.mark.parametrize(
    ("lemma", "frame", "act", "stance", "asserts"),
    [
        ("say", "clause", "say", "neutral", True),
        ("report", "object", "report", "neutral", True),
        ("claim", "clause", "say", "hedging", True),
        ("accuse", "object", "accuse", "neutral", True),
        ("deny", "clause", "deny", "neutral", False),
        ("call", "for", "demand", "neutral", False),
        ("call", "label", "say", "neutral", True),
        ("confirm", "clause", "report", "neutral", True),
        ("confirm", "object", "report", "factive", True),
        ("allegation", "clause", "say", "hedging", True),
        ("accusation", "clause", "accuse", "neutral", True),
        ("doubt", "clause", "believe", "neutral", False),
        ("consider", "label", "believe", "neutral", True),
        ("promise", "clause", "promise", "neutral", False),
        ("praise", "object", "praise", "neutral", False),
    ],
)
def test_meaning(words: ActWords, lemma: str, frame: str, act: Act, stance: str, asserts: bool) -> None:
    cue = words.means(lemma, frame)
    assert cue is not None
    assert (cue.act, cue.stance, cue.asserts) == (act, stance, asserts)


def test_unknown_words_mean_nothing(words: ActWords) -> None:
    assert words.means("flow") is None


@pytest.mark.parametrize(
    ("lemma", "frame", "act"),
    [
        ("vote", "for", "support"),
        ("vote", "against", "oppose"),
        ("vote", "any", "other"),
        ("stand", "by", "support"),
        ("stand", "against", "oppose"),
        ("support", "any", "support"),
        ("investigate", "any", "ask"),
        ("seek", "any", "other"),
        ("see", "any", "believe"),
    ],
)
def test_the_wider_list(words: ActWords, lemma: str, frame: str, act: Act) -> None:
    assert words.more_verbs[lemma][frame].act == act
    assert lemma not in words.verbs


def test_a_cue_asserts_as_its_act_does_but_for_doubts_and_wishes(words: ActWords) -> None:
    narrow = [cue for frames in words.verbs.values() for cue in frames.values()]
    wide = [cue for frames in words.more_verbs.values() for cue in frames.values()]
    cues = {*narrow, *wide, *words.nouns.values(), *words.more_nouns.values(), *words.adjectives.values()}
    astray = {(c.act, c.asserts) for c in cues if c.asserts != puts_forward(c.act)}
    assert astray == {("believe", False)}


def test_no_word_is_in_both_lists(words: ActWords) -> None:
    assert not set(words.verbs) & set(words.more_verbs)
    assert not set(words.nouns) & set(words.more_nouns)


@pytest.mark.parametrize(
    ("act", "forward"), [("say", True), ("believe", True), ("deny", False), ("other", False)]
)
def test_what_is_put_forward(act: Act, forward: bool) -> None:
    assert puts_forward(act) is forward


def test_an_attitude_puts_nothing_forward() -> None:
    assert not any(puts_forward(act) for act in ATTITUDES)


@pytest.mark.parametrize(("act", "stance"), [("shout", "neutral"), ("say", "loud")])
def test_a_table_with_an_unknown_act_is_refused(act: str, stance: str) -> None:
    table: dict[str, Any] = dict(lexicon("acts"))
    table["verbs"] = [{"act": act, "stance": stance, "asserts": True, "frames": ["clause"], "lemmas": ["x"]}]
    with pytest.raises(ModelError, match="unknown act"):
        ActWords.from_table(table)


@pytest.mark.parametrize(
    ("a", "b", "outcome"),
    [
        ("say", "say", "same"),
        ("say", "deny", "different"),
        ("accuse", "deny", "different"),
        ("claim_responsibility", "deny", "different"),
        ("report", "announce", "same"),
        ("praise", "condemn", "different"),
        ("believe", "say", "compatible"),
        ("demand", "say", "not_comparable"),
    ],
)
def test_compare(a: Act, b: Act, outcome: str) -> None:
    assert compare_acts(a, b).outcome == outcome
    assert compare_acts(b, a).outcome == outcome


def test_every_comparison_says_why() -> None:
    for a in get_args(Act):
        for b in get_args(Act):
            why = compare_acts(a, b).why
            assert a.replace("_", " ") in why
            assert b.replace("_", " ") in why
