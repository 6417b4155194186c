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
            held = _held(scene, event, claim, words)
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


def _held(scene: Scene, event: Event, claim: Claim, words: QuestionWords) -> str | None:
    """What is held: the thing named as the event's object, if it bears a name, else the place."""
    for participant in event.participants:
        if participant.role == "target":
            thing = scene.text(event.article, (participant.start, participant.end)).split()
            known = scene.actors.get(participant.actor or "")
            what = known is None or known.kind not in WHO_NOT_WHAT
            if _names_thing(thing, words) and (what or thing[-1].lower() in words.strongholds):
                return " ".join(thing)
    if event.place is not None:
        return event.place
    names = {p.name for p in scene.places_of.get(claim.id, ())}
    return next(iter(names)) if len(names) == 1 else None


def _names_thing(thing: Sequence[str], words: QuestionWords) -> bool:
    """Whether words name a thing ("the Varn bridge") or one that every account knows ("the dam")."""
    if len(thing) == 2 and thing[0].lower() == "the" and thing[1].lower() in words.strongholds:
        return True
    return 1 < len(thing) <= LONGEST_NAME and any(w[:1].isupper() for w in thing[1:])


WHO_NOT_WHAT = frozenset({"person", "armed_group", "state", "government", "population"})
"""Kinds of actors that are taken or lost as people, not held as a place is."""

LONGEST_NAME = 5
"""Words of a thing's name: a longer object is a description."""


def _same_thing(names: Sequence[str]) -> list[tuple[str, str]]:
    """Names that one holds all the words of another: "the bridge at Varn", "Varn bridge"."""
    plain = {name: set(name.lower().split()) - {"the", "of", "at"} for name in names}
    return [
        (a, b)
        for i, a in enumerate(names)
        for b in names[i + 1 :]
        if plain[a] == plain[b] or (min(len(plain[a]), len(plain[b])) == 1 and _shares_head(a, b))
    ]


def _shares_head(first: str, second: str) -> bool:
    """Whether a bare "the dam" is told beside a named one."""
    one, two = sorted((first, second), key=len)
    return one.lower().startswith("the ") and one.split()[-1].lower() == two.split()[-1].lower()


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
