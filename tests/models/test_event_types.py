"""The clues of the lexicon, and the classifier over them. All sentences are invented."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from counterclaim.models.event_types import EventTypes, inputs
from counterclaim.models.event_types.clues import EventClues
from counterclaim.models.event_types.reports import invented_reports
from counterclaim.models.event_types.votes import WordVotes
from counterclaim.models.load import lexicon
from counterclaim.pipeline import Models
from counterclaim.values.events import CASE_LABELS, SUB_TYPES

CLUES = EventClues.from_table(lexicon("event_clues"))


def told(text: str) -> set[str]:
    return {name for name, there in zip(CLUES.names, CLUES.features(text), strict=True) if there}


@pytest.mark.parametrize(
    ("clue", "text", "other"),
    [
        ("state", "Soldiers entered the camp.", "Sailors entered the bay."),
        ("non_state", "Rebels entered the camp.", "Rebellious pupils left the hall."),
        ("takes", "They recaptured the bridge.", "They admired the bridge."),
        ("leaves", "They withdrew at noon.", "They slept at noon."),
        ("protests", "Nurses marched to the ministry.", "Nurses wrote to the ministry."),
        ("riots", "Youths hurled bricks.", "Youths carried flowers."),
        ("disperses", "Tear gas filled the square.", "Music filled the square."),
        ("shoots_at", "They opened fire.", "They lit a candle."),
        ("mob", "A mob gathered.", "A choir gathered."),
        ("guns_of_war", "Mortars fell on the quarter.", "Rain fell on the quarter."),
        ("from_the_air", "Warplanes circled.", "Gulls circled."),
        ("explosives", "A landmine went off.", "An alarm went off."),
        ("suicide", "A suicide bomber came.", "A salesman came."),
        ("grenade", "He threw a grenade.", "He threw a ball."),
        ("agrees", "A truce was signed.", "A song was sung."),
        ("destroys", "They looted the store.", "They painted the store."),
    ],
)
def test_clues(clue: str, text: str, other: str) -> None:
    assert clue in told(text)
    assert clue not in told(other)


def test_a_clue_of_the_first_sentence_and_one_behind_it() -> None:
    assert "grenade, first sentence" in told("A grenade went off. Nobody was hurt.")
    assert "grenade, first sentence" not in told("Nobody was hurt. A grenade went off.")


def test_the_order_of_two_clues_counts() -> None:
    assert "state … takes" in told("The army captured the hill.")
    assert "state … takes" not in told("Captured was the hill, by the army.")
    assert "state … takes" not in told("The army" + " rested and" * 9 + " then captured the hill.")


@given(st.text())
def test_any_text_has_as_many_numbers(text: str) -> None:
    assert len(CLUES.features(text)) == len(CLUES.names)


@given(
    st.lists(st.sampled_from(sorted(w for words in lexicon("event_clues")["clues"].values() for w in words)))
)
def test_a_clue_is_found_wherever_its_pattern_is(words: list[str]) -> None:
    text = " ".join(words).replace("*", "s").upper()
    found = told(text)
    for name, pattern in CLUES.patterns:
        assert (name in found) == bool(pattern.search(text))


def vectors(texts: Sequence[str]) -> NDArray[np.float32]:
    return np.ones((len(texts), 2), dtype=np.float32)


def test_inputs_hold_the_vector_and_the_clues() -> None:
    assert inputs(["A grenade."], vectors, CLUES).shape == (1, 2 + len(CLUES.names))


def test_each_invented_report_is_there_once_and_tells_of_a_known_sub_type() -> None:
    reports = invented_reports()
    assert len({report.text for report in reports}) == len(reports) > 100
    assert {report.label for report in reports} <= set(CASE_LABELS.values())


@pytest.mark.models
@pytest.mark.parametrize(
    ("text", "sub_type"),
    [
        ("Warplanes dropped bombs on the fish market and killed seven people.", "Air/drone strike"),
        ("The insurgents captured the mill from the army after a night of fighting.", "Non-state actor overtakes territory"),
        ("Soldiers regained control of the mill, driving the insurgents out.", "Government regains territory"),
        ("Bakers marched through the town for higher pay and went home at dusk.", "Peaceful protest"),
        ("A bomber wearing an explosive belt blew himself up at the gate in a suicide attack.", "Suicide bomb"),
        ("The two governments signed a ceasefire.", "Agreement"),
        ("A ferry sank in the storm because its engine had failed.", "Man-made disaster"),
    ],
)  # fmt: skip
def test_what_a_sentence_tells_of(models: Models, text: str, sub_type: str) -> None:
    assert isinstance(models.event_types, EventTypes)
    ranked = models.event_types.chances(text)
    assert ranked[0][0] == sub_type, ranked[:3]
    assert sum(chance for _, chance in ranked) == pytest.approx(1.0)
    assert {label for label, _ in ranked} <= set(CASE_LABELS.values())
    assert set(SUB_TYPES) <= {label for label, _ in ranked}


ARMS = frozenset({"Attack", "Air/drone strike", "Suicide bomb"})
"""What a word may tell of below; the reader by words knows three pieces: 0 says little, 1 an air strike."""


@pytest.fixture
def types(tmp_path: Path) -> EventTypes:
    """A classifier by three word pieces, over an encoder that holds everything for a suicide bomb."""
    width = 2
    np.savez(
        tmp_path / "votes.npz",
        labels=np.array(sorted(ARMS)),
        votes=np.array([[0, 0, 0], [127, 0, 0], [-70, 0, 0]], dtype=np.int8),
        scale=np.full(3, 0.1, dtype=np.float32),
        slopes=np.zeros((len(CLUES.names), 3), dtype=np.float32),
        offsets=np.array([0.0, 0.0, -0.2], dtype=np.float32),
    )
    np.savez(
        tmp_path / "types.npz",
        labels=np.array(["Agreement", *sorted(ARMS)]),
        slopes=np.zeros((width + len(CLUES.names), 4), dtype=np.float32),
        offsets=np.array([9.0, 0.0, 0.0, 3.0], dtype=np.float32),
    )
    return EventTypes(
        weights=tmp_path / "types.npz",
        votes=WordVotes(weights=tmp_path / "votes.npz"),
        encoder=vectors,
        pieces=lambda text: [int(piece) for piece in text.split()],
        clues=CLUES,
    )


@pytest.mark.parametrize(
    ("pieces", "usual", "chosen"),
    [
        ("1", "Attack", "Air/drone strike"),  # sure by its words
        ("0", "Attack", "Attack"),  # by its words no other is likely
        ("0 1 1 2 2 2 2 2", "Attack", "Attack"),
        ("0 0 0 0 0 0 0 0 0 0 0 1", "Attack", "Suicide bomb"),  # in doubt: the encoder is asked
        ("", "Attack", "Attack"),
    ],
)
def test_the_encoder_is_asked_where_the_words_leave_doubt(
    types: EventTypes, pieces: str, usual: str, chosen: str
) -> None:
    assert types(pieces, usual=usual, among=ARMS) == chosen


def test_what_is_not_among_them_is_out_of_the_question(types: EventTypes) -> None:
    assert types.chances("0")[0][0] == "Agreement"
    assert types("0 0 0 0 0 0 0 0 0 0 0 1", usual="Attack", among=ARMS) in ARMS


@pytest.mark.models
@pytest.mark.parametrize(
    ("text", "usual", "sub_type"),
    [
        ("Warplanes bombed the fish market in three attacks.", "Attack", "Air/drone strike"),
        ("Mortar shells and rockets hit the mill in an attack at dawn.", "Attack", "Shelling/artillery/missile attack"),
        ("A gunman shot two farmers dead in an attack on the road.", "Attack", "Attack"),
    ],
)  # fmt: skip
def test_what_a_word_tells_of_in_its_sentence(models: Models, text: str, usual: str, sub_type: str) -> None:
    among = models.ground_words.events.mixed["attack"]
    assert models.event_types(text, usual=usual, among=among) == sub_type


@pytest.mark.models
def test_the_reader_by_words_knows_what_every_mixed_word_may_tell_of(models: Models) -> None:
    assert isinstance(models.event_types, EventTypes)
    for word, among in models.ground_words.events.mixed.items():
        for usual in sorted(among):
            assert models.event_types(f"The {word} went on.", usual=usual, among=among) in among
