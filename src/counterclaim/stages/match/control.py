"""Control questions: who holds a place, by what is said of taking, holding and losing it."""

from collections import defaultdict
from collections.abc import Iterator

from counterclaim.records import Claim, Event, OpenQuestion, fingerprint
from counterclaim.stages.match.scene import Scene
from counterclaim.stages.match.words import QuestionWords
from counterclaim.values.dates import compare_dates


def control_questions(scene: Scene, words: QuestionWords) -> Iterator[OpenQuestion]:
    """A question for each place that is said to be held, taken or lost; answers by who holds it."""
    by_place: dict[str, list[tuple[Event, Claim]]] = defaultdict(list)
    for event in scene.events:
        if _tells_of_control(event, words):
            claim = scene.claims[event.claim]
            place = event.place or _only_place(scene, claim)
            known = place is not None and not scene.is_country(place)
            if place is not None and known and claim.status in {"asserted", "alleged"} and not claim.negated:
                by_place[place].append((event, claim))
    for place in sorted(by_place):
        told = _latest(by_place[place])
        by_holder: dict[str, list[Claim]] = defaultdict(list)
        in_sentence = {(c.article, c.sentence): holder for e, c in told if (holder := _holder(scene, e))}
        for event, claim in told:
            holder = _holder(scene, event) or in_sentence.get((claim.article, claim.sentence))
            if holder is not None:
                by_holder[holder].append(claim)
        if not by_holder:
            continue
        names = {party: scene.party_name(party) for party in by_holder}
        yield OpenQuestion(
            id=fingerprint("q", "control", place, *sorted(c.id for _, c in told)),
            kind="control",
            text=f"Who holds {place}?",
            answers=tuple(
                scene.answer(names[p], by_holder[p]) for p in sorted(by_holder, key=lambda p: (names[p], p))
            ),
            rival=len(by_holder) > 1,
            why=(f"{' and '.join(sorted(names.values()))} are each said to hold it",)
            if len(by_holder) > 1
            else (),
        )


def _tells_of_control(event: Event, words: QuestionWords) -> bool:
    if event.sub_event_type in words.holding or event.sub_event_type in words.yielding:
        return True
    return event.sub_event_type == "Other" and event.trigger in words.states_of_holding


def _only_place(scene: Scene, claim: Claim) -> str | None:
    names = {p.name for p in scene.places_of.get(claim.id, ())}
    return next(iter(names)) if len(names) == 1 else None


def _latest(told: list[tuple[Event, Claim]]) -> list[tuple[Event, Claim]]:
    """What is told of the latest time; an event without a date counts as told of now."""
    dated = sorted({e.date for e, _ in told if e.date})
    if not dated:
        return told
    last = dated[-1]
    return [(e, c) for e, c in told if e.date is None or compare_dates(e.date, last).outcome != "different"]


def _holder(scene: Scene, event: Event) -> str | None:
    """The party that holds the place afterwards: the holder, else the other side than the loser's."""
    parties = {
        p.role: scene.party(p.actor)
        for p in event.participants
        if p.actor is not None and p.actor in scene.actors
    }
    if "holder" in parties:
        return parties["holder"]
    loser = parties.get("loser")
    others = sorted({s.id for s in scene.cast.sides} - {loser})
    return others[0] if loser is not None and len(others) == 1 else None
