"""Who did it, where words of blame stand between them and the event."""

import pytest
from grounding import grounded

from counterclaim.pipeline import Models

pytestmark = pytest.mark.models

DOERS: list[tuple[str, str, str | None]] = [
    ("The Harbour League was responsible for the massacre.", "massacre", "The Harbour League"),
    ("The Harbour League was behind the bombing.", "bombing", "The Harbour League"),
    ("The bombing was attributed to the Harbour League.", "bombing", "the Harbour League"),
    ("The mayor blamed the bombing on the Harbour League.", "bombing", "the Harbour League"),
    ("The mayor blamed the Harbour League for the bombing.", "bombing", "the Harbour League"),
    ("The Harbour League was blamed for the bombing.", "bombing", "The Harbour League"),
    ("Soldiers participated in the massacre.", "massacre", "Soldiers"),
    ("Soldiers involved in the massacre fled.", "massacre", "Soldiers"),
    ("The mayor holds the Harbour League responsible for the bombing.", "bombing", "the Harbour League"),
    ("The bombing was the work of the Harbour League.", "bombing", "the Harbour League"),
    ("The raid, carried out by the Harbour League, failed.", "raid", "the Harbour League"),
    ("The murder of Ada Lund, carried out on Monday by the Harbour League, shocked the town.", "murder", "the Harbour League"),
    ("He condemned the murder of Ada Lund, carried out by gunmen.", "murder", "gunmen"),
    ("The offensive launched by the Harbour League failed.", "offensive", "the Harbour League"),
    ("The Harbour League resumed its attacks.", "attack", "The Harbour League"),
    ("A bomb was planted by soldiers.", "bomb", "soldiers"),
    ("The bombing was the talk of the town.", "bombing", None),
    ("Monday's attack shocked the town.", "attack", None),
    ("The raid, filmed by the Harbour League, failed.", "raid", None),
    ("The raid on a village built by farmers failed.", "raid", None),
    ("The Harbour League spoke of the massacre.", "massacre", None),
    ("The Harbour League met before the bombing.", "bombing", None),
    ("The mayor stood behind the bombing theory.", "theory", None),
    ("Farmers died in the massacre.", "massacre", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "doer"), DOERS)
def test_who_had_a_part(models: Models, text: str, trigger: str, doer: str | None) -> None:
    events = [e for e in grounded(models, text).events if e.trigger == trigger]
    doers = [text[p.start : p.end] for e in events for p in e.participants if p.role == "agent"]
    assert doers == ([doer] if doer else [])


CONTRASTED = [
    ("The Harbour League, not the army, shelled the mill.", ["The Harbour League"]),
    ("The Harbour League, and not the army, shelled the mill.", ["The Harbour League"]),
    ("The Harbour League rather than the army shelled the mill.", ["The Harbour League"]),
    ("Not the army but the Harbour League shelled the mill.", ["the Harbour League"]),
    ("The mill was shelled by the Harbour League, not by the army.", ["the Harbour League"]),
    ("It was the army, not the Harbour League, which shelled the mill.", ["the army"]),
    ("It was soldiers and not the Harbour League who shelled the mill.", ["soldiers"]),
    ("It was not the army but the Harbour League who shelled the mill.", ["the Harbour League"]),
    ("It wasn't the army but the Harbour League who shelled the mill.", ["the Harbour League"]),
    (
        "The mayor said it was the Harbour League, and not the army, that shelled the mill.",
        ["the Harbour League"],
    ),
    ("It was the Harbour League, and never the army, that shelled the mill.", ["the Harbour League"]),
    ("The mill was shelled not by the army but by the Harbour League.", ["the Harbour League"]),
    ("The mill was shelled by the Harbour League and never by the army.", ["the Harbour League"]),
    ("The mill was shelled by the army and by the Harbour League.", ["the army", "the Harbour League"]),
    ("It was the Harbour League that shelled the mill.", ["the Harbour League"]),
    ("The army and the Harbour League shelled the mill.", ["The army", "the Harbour League"]),
    ("The story that the Harbour League shelled the mill was false.", ["the Harbour League"]),
]


@pytest.mark.parametrize(("text", "doers"), CONTRASTED)
def test_who_is_set_aside_did_not_do_it(models: Models, text: str, doers: list[str]) -> None:
    (event,) = (e for e in grounded(models, text).events if e.trigger == "shell")
    assert [text[p.start : p.end] for p in event.participants if p.role == "agent"] == doers


CLASHES = [
    ("Fighting between the army and the Harbour League went on.", ["the Harbour League", "the army"]),
    ("The army clashed with the Harbour League.", ["The army", "the Harbour League"]),
    ("Fighting between Monday and Friday went on.", []),
]


@pytest.mark.parametrize(("text", "parties"), CLASHES)
def test_both_parties_of_a_clash_take_part(models: Models, text: str, parties: list[str]) -> None:
    events = [e for e in grounded(models, text).events if e.sub_event_type == "Armed clash"]
    assert (
        sorted(text[p.start : p.end] for e in events for p in e.participants if p.role == "agent") == parties
    )


def test_whom_a_raid_is_blamed_on_is_not_whom_it_befell(models: Models) -> None:
    (event,) = grounded(models, "The mayor blamed the attack on the Harbour League.").events
    assert [p.role for p in event.participants] == ["agent"]
