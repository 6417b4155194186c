"""Two events side by side: one happening told alike, told otherwise, or two happenings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.records import Event, Outcome, Status
from counterclaim.values.events import SUB_TYPES, compare_events

SHORT = {
    "regain": "Government regains territory",
    "overtake": "Non-state actor overtakes territory",
    "handover": "Non-violent transfer of territory",
    "clash": "Armed clash",
    "gas": "Chemical weapon",
    "air": "Air/drone strike",
    "suicide": "Suicide bomb",
    "shell": "Shelling/artillery/missile attack",
    "bomb": "Remote explosive/landmine/IED",
    "grenade": "Grenade",
    "rape": "Sexual violence",
    "attack": "Attack",
    "abduct": "Abduction/forced disappearance",
    "protest": "Peaceful protest",
    "stopped": "Protest with intervention",
    "force": "Excessive force against protesters",
    "riot": "Violent demonstration",
    "mob": "Mob violence",
    "accord": "Agreement",
    "arrest": "Arrests",
    "change": "Change to group/activity",
    "defuse": "Disrupted weapons use",
    "base": "Headquarters or base established",
    "loot": "Looting/property destruction",
    "other": "Other",
}


def event(told: str) -> Event:
    """An event from "kind status date place", where "-" stands for what is not said."""
    kind, status, date, place = told.split(" ", 3)
    sub_type = SHORT[kind]
    return Event(
        id=told, claim="c", article="a", start=0, end=1, trigger=kind, event_type=SUB_TYPES[sub_type],
        sub_event_type=sub_type, participants=(), place=None if place == "-" else place,
        date=None if date == "-" else date, status=status,  # type: ignore[arg-type]
    )  # fmt: skip


PAIRS: list[tuple[str, str, Outcome]] = [
    # one kind
    ("air asserted 2031-05-08 Velmora", "air asserted 2031-05-08 Velmora", "same"),
    ("shell alleged 2031-05-08 Velmora", "shell alleged 2031-05-08 Velmora", "same"),
    ("protest asserted 2031-05 Torrin", "protest asserted 2031-05 Torrin", "same"),
    ("regain asserted 2031-05-08 Sarn", "regain asserted 2031-05-08 Sarn", "same"),
    ("accord asserted 2031-05-08 Sarn", "accord asserted 2031-05-08 Sarn", "same"),
    ("attack condemned 2031-05-08 Sarn", "attack condemned 2031-05-08 Sarn", "same"),
    ("air asserted 2031-05-08 Velmora", "air alleged 2031-05-08 Velmora", "compatible"),
    ("air asserted 2031-05-08 -", "air asserted 2031-05-08 -", "compatible"),
    ("air asserted - Velmora", "air asserted - Velmora", "compatible"),
    ("air asserted - -", "air asserted - -", "compatible"),
    ("air asserted 2031-05-08 Velmora", "air asserted 2031-05 Velmora", "compatible"),
    ("air asserted 2031-05-08 Velmora", "air asserted - Velmora", "compatible"),
    ("air asserted 2031-05-08 Velmora", "air asserted 2031-05-08 -", "compatible"),
    ("air asserted 2031-05-08 Velmora", "air asserted 2031-05-08 north Velmora", "compatible"),
    ("arrest asserted 2031 Torrin", "arrest asserted 2031-05-08 Torrin", "compatible"),
    ("attack asserted 2031-05-08 Sarn", "attack condemned 2031-05-08 Sarn", "compatible"),
    ("loot alleged 2031-05-08 Sarn", "loot asserted 2031-05-08 Sarn", "compatible"),
    ("air planned 2031-05-08 Sarn", "air planned 2031-05-08 Sarn", "same"),
    ("air planned 2031-05-08 Sarn", "air threatened 2031-05-08 Sarn", "compatible"),
    ("air denied 2031-05-08 Sarn", "air denied 2031-05-08 Sarn", "same"),
    # told and denied
    ("air asserted 2031-05-08 Velmora", "air denied 2031-05-08 Velmora", "different"),
    ("air alleged 2031-05-08 Velmora", "air denied 2031-05-08 Velmora", "different"),
    ("attack condemned 2031-05-08 Velmora", "attack denied 2031-05-08 Velmora", "different"),
    ("gas asserted 2031-05-08 Velmora", "gas denied - -", "different"),
    ("gas alleged - -", "gas denied - -", "different"),
    ("air denied 2031-05-08 Velmora", "attack asserted 2031-05-08 Velmora", "different"),
    ("clash denied - Sarn", "regain asserted - Sarn", "different"),
    ("arrest denied - Sarn", "arrest asserted - Sarn", "different"),
    ("accord denied - -", "accord asserted - -", "different"),
    ("rape alleged - Sarn", "rape denied - Sarn", "different"),
    ("abduct asserted 2031-05 -", "abduct denied 2031-05-08 -", "different"),
    # ahead or only thought of
    ("air planned 2031-05-08 Velmora", "air asserted 2031-05-08 Velmora", "not_comparable"),
    ("air threatened - Velmora", "air asserted - Velmora", "not_comparable"),
    ("air hypothetical - Velmora", "air alleged - Velmora", "not_comparable"),
    ("protest planned 2031-05-08 Torrin", "riot asserted 2031-05-08 Torrin", "not_comparable"),
    ("attack threatened - Sarn", "attack denied - Sarn", "not_comparable"),
    ("accord planned - -", "accord asserted - -", "not_comparable"),
    ("regain planned - Sarn", "overtake asserted - Sarn", "not_comparable"),
    ("shell hypothetical - -", "shell condemned - -", "not_comparable"),
    # who came to hold a place
    ("regain asserted 2031-05-08 Sarn", "overtake asserted 2031-05-08 Sarn", "different"),
    ("regain asserted 2031-05-08 Sarn", "handover asserted 2031-05-08 Sarn", "different"),
    ("overtake asserted - Sarn", "handover asserted - Sarn", "different"),
    ("regain alleged - Sarn", "overtake asserted - Sarn", "different"),
    ("regain asserted 2031-05-08 Sarn", "overtake asserted 2031-05-20 Sarn", "not_comparable"),
    ("regain asserted - Sarn", "overtake asserted - Torrin", "not_comparable"),
    ("regain asserted - Sarn", "clash asserted - Sarn", "compatible"),
    ("handover asserted - Sarn", "clash asserted - Sarn", "not_comparable"),
    ("handover asserted - Sarn", "accord asserted - Sarn", "not_comparable"),
    # a crowd
    ("protest asserted 2031-05-08 Torrin", "riot asserted 2031-05-08 Torrin", "different"),
    ("protest asserted 2031-05-08 Torrin", "stopped asserted 2031-05-08 Torrin", "different"),
    ("protest asserted 2031-05-08 Torrin", "force asserted 2031-05-08 Torrin", "different"),
    ("stopped asserted 2031-05-08 Torrin", "force asserted 2031-05-08 Torrin", "different"),
    ("riot asserted 2031-05-08 Torrin", "force alleged 2031-05-08 Torrin", "different"),
    ("mob asserted 2031-05-08 Torrin", "riot asserted 2031-05-08 Torrin", "different"),
    ("protest asserted 2031-05-08 Torrin", "riot asserted 2031-05-09 Torrin", "not_comparable"),
    ("protest asserted 2031-05-08 Torrin", "riot asserted 2031-05-08 Sarn", "not_comparable"),
    ("protest asserted 2031-05-08 Torrin", "arrest asserted 2031-05-08 Torrin", "not_comparable"),
    ("protest asserted 2031-05-08 Torrin", "attack asserted 2031-05-08 Torrin", "not_comparable"),
    # the weapon
    ("air asserted 2031-05-08 Velmora", "shell asserted 2031-05-08 Velmora", "different"),
    ("air asserted 2031-05-08 Velmora", "bomb asserted 2031-05-08 Velmora", "different"),
    ("suicide asserted 2031-05-08 Velmora", "bomb asserted 2031-05-08 Velmora", "different"),
    ("gas asserted 2031-05-08 Velmora", "shell asserted 2031-05-08 Velmora", "different"),
    ("grenade asserted 2031-05-08 Velmora", "bomb alleged 2031-05-08 Velmora", "different"),
    ("air asserted - -", "shell asserted - -", "different"),
    ("air asserted 2031-05-08 Velmora", "shell asserted 2031-05-11 Velmora", "not_comparable"),
    ("air asserted 2031-05-08 Velmora", "shell asserted 2031-05-08 Torrin", "not_comparable"),
    # one incident of violence told in several ways
    ("air asserted 2031-05-08 Velmora", "attack asserted 2031-05-08 Velmora", "compatible"),
    ("shell asserted 2031-05-08 Velmora", "attack condemned 2031-05-08 Velmora", "compatible"),
    ("clash asserted 2031-05-08 Velmora", "attack asserted 2031-05-08 Velmora", "compatible"),
    ("clash asserted - Velmora", "air asserted - Velmora", "compatible"),
    ("abduct asserted - Velmora", "attack asserted - Velmora", "compatible"),
    ("rape alleged - Velmora", "attack alleged - Velmora", "compatible"),
    ("clash asserted 2031-05 Velmora", "shell asserted 2031-05-08 Velmora", "compatible"),
    ("overtake asserted 2031-05-08 Sarn", "suicide asserted 2031-05-08 Sarn", "compatible"),
    # two happenings
    ("air asserted 2031-05-08 Velmora", "air asserted 2031-05-09 Velmora", "not_comparable"),
    ("air asserted 2031-05-08 Velmora", "air asserted 2031-06 Velmora", "not_comparable"),
    ("air asserted 2031-05-08 Velmora", "air asserted 2031-05-08 Torrin", "not_comparable"),
    ("air asserted 2031-05-08 Velmora", "air denied 2031-05-09 Velmora", "not_comparable"),
    ("accord asserted - -", "air asserted - -", "not_comparable"),
    ("arrest asserted - Torrin", "attack asserted - Torrin", "not_comparable"),
    ("base asserted - Sarn", "change asserted - Sarn", "not_comparable"),
    ("defuse asserted - Sarn", "bomb asserted - Sarn", "not_comparable"),
    ("loot asserted - Sarn", "riot asserted - Sarn", "not_comparable"),
    ("other asserted - Sarn", "regain asserted - Sarn", "not_comparable"),
    ("accord asserted 2031-05-08 -", "handover asserted 2031-05-08 -", "not_comparable"),
    ("change asserted - -", "arrest asserted - -", "not_comparable"),
]


def test_the_table_is_long_enough() -> None:
    assert len({frozenset(p[:2]) for p in PAIRS}) >= 80


@pytest.mark.parametrize(("one", "other", "outcome"), PAIRS)
def test_pairs(one: str, other: str, outcome: Outcome) -> None:
    found = compare_events(event(one), event(other))
    assert found.outcome == outcome, found.why
    for told in (one, other):
        assert told.split(" ")[0] in found.why


def test_what_is_known_of_the_places_counts_more_than_their_names() -> None:
    here, there = event("air asserted 2031-05-08 Velmora"), event("air asserted 2031-05-08 the old quarter")
    assert compare_events(here, there).outcome == "not_comparable"
    assert compare_events(here, there, same_place=True).outcome == "same"
    assert compare_events(here, here, same_place=False).outcome == "not_comparable"


STATUSES: list[Status] = [
    "asserted",
    "alleged",
    "denied",
    "planned",
    "threatened",
    "hypothetical",
    "condemned",
]
EVENTS = st.builds(
    lambda kind, status, date, place: event(f"{kind} {status} {date} {place}"),
    st.sampled_from(sorted(SHORT)),
    st.sampled_from(STATUSES),
    st.sampled_from(["-", "2031", "2031-05", "2031-05-08", "2031-05-09", "2031-05-01/2031-05-08"]),
    st.sampled_from(["-", "Velmora", "Torrin", "north Velmora"]),
)


@given(EVENTS, EVENTS, st.sampled_from([None, True, False]))
def test_the_order_does_not_matter(a: Event, b: Event, same_place: bool | None) -> None:
    assert compare_events(a, b, same_place=same_place) == compare_events(b, a, same_place=same_place)


@given(EVENTS)
def test_an_event_never_contradicts_itself(a: Event) -> None:
    assert compare_events(a, a).outcome in {"same", "compatible"}


@given(EVENTS, EVENTS)
def test_another_day_is_another_event(a: Event, b: Event) -> None:
    if {a.date, b.date} == {"2031-05-08", "2031-05-09"}:
        assert compare_events(a, b).outcome == "not_comparable"
