"""Control questions: who holds a place, by what is said of taking, holding and losing it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from counterclaim.records import Claim, Event, OpenQuestion, fingerprint
from counterclaim.stages.match.blocking import clusters
from counterclaim.stages.match.scene import Scene
from counterclaim.stages.match.words import QuestionWords
from counterclaim.values.dates import compare_dates

Told = tuple[Event, Claim]


def control_questions(scene: Scene, words: QuestionWords) -> Iterator[OpenQuestion]:
    """A question for each place or thing that is said to be held, taken or lost; answers by who holds it."""
    told_of: dict[str, list[Told]] = defaultdict(list)
    for event in scene.events:
        claim = scene.claims[event.claim]
        if _tells_of_control(event, words) and claim.status in {"asserted", "alleged"} and not claim.negated:
            held = _held(scene, event, claim)
            if held is not None and not scene.is_country(held):
                told_of[held].append((event, claim))
    for names in clusters(told_of, _same_thing(sorted(told_of))):
        fullest = max(names, key=lambda n: (len(n), n))
        question = _question(scene, fullest, _latest([t for name in names for t in told_of[name]]))
        if question is not None:
            yield question


def _question(scene: Scene, held: str, told: Sequence[Told]) -> OpenQuestion | None:
    by_holder: dict[str, list[Claim]] = defaultdict(list)
    in_sentence = {(c.article, c.sentence): holder for e, c in told if (holder := _holder(scene, e, c))}
    for event, claim in told:
        holder = _holder(scene, event, claim) or in_sentence.get((claim.article, claim.sentence))
        if holder is not None:
            by_holder[holder].append(claim)
    if not by_holder:
        return None
    names = {party: scene.party_name(party) for party in by_holder}
    ordered = sorted(by_holder, key=lambda p: (names[p], p))
    return OpenQuestion(
        id=fingerprint("q", "control", held, *sorted(c.id for _, c in told)),
        kind="control",
        text=f"Who holds {held}?",
        answers=tuple(scene.answer(names[p], by_holder[p]) for p in ordered),
        rival=len(by_holder) > 1,
        why=(f"{' and '.join(sorted(names.values()))} are each said to hold it",)
        if len(by_holder) > 1
        else (),
    )


def _tells_of_control(event: Event, words: QuestionWords) -> bool:
    if event.sub_event_type in words.holding or event.sub_event_type in words.yielding:
        return True
    return event.sub_event_type == "Other" and event.trigger in words.states_of_holding


def _held(scene: Scene, event: Event, claim: Claim) -> str | None:
    """What is held: the thing named as the event's object, if it bears a name, else the place."""
    for participant in event.participants:
        if participant.role == "target" and participant.actor is None:
            words = scene.text(event.article, (participant.start, participant.end)).split()
            if len(words) > 1 and any(w[:1].isupper() for w in words[1:]) and len(words) <= LONGEST_NAME:
                return " ".join(words)
    if event.place is not None:
        return event.place
    names = {p.name for p in scene.places_of.get(claim.id, ())}
    return next(iter(names)) if len(names) == 1 else None


LONGEST_NAME = 5
"""Words of a thing's name: a longer object is a description."""


def _same_thing(names: Sequence[str]) -> list[tuple[str, str]]:
    """Names that one holds all the words of another: "the bridge at Varn", "Varn bridge"."""
    plain = {name: set(name.lower().split()) - {"the", "of", "at"} for name in names}
    return [(a, b) for i, a in enumerate(names) for b in names[i + 1 :] if plain[a] == plain[b]]


def _latest(told: Sequence[Told]) -> list[Told]:
    """What is told of the latest time; an event without a date counts as told of now."""
    dated = sorted({e.date for e, _ in told if e.date})
    if not dated:
        return list(told)
    last = dated[-1]
    return [(e, c) for e, c in told if e.date is None or compare_dates(e.date, last).outcome != "different"]


def _holder(scene: Scene, event: Event, claim: Claim) -> str | None:
    """The party that holds the place afterwards: the holder, else the other side than the loser's."""
    parties = {p.role: scene.party(actor) for p in event.participants if (actor := scene.who(p, claim))}
    if "holder" in parties:
        return parties["holder"]
    loser = parties.get("loser")
    others = sorted({s.id for s in scene.cast.sides} - {loser})
    return others[0] if loser is not None and len(others) == 1 else None
