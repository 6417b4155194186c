"""The clues of the lexicon, and the classifier over them. All sentences are invented."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from counterclaim.models.event_types import EventTypes, inputs
from counterclaim.models.event_types.clues import EventClues
from counterclaim.models.event_types.reports import invented_reports
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
    ranked = models.event_types(text)
    assert ranked[0][0] == sub_type, ranked[:3]
    assert sum(chance for _, chance in ranked) == pytest.approx(1.0)
    assert {label for label, _ in ranked} <= set(CASE_LABELS.values())
    assert set(SUB_TYPES) <= {label for label, _ in ranked}
