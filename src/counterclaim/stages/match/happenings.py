"""The main happening of a story, when it was and where; and which claims tell of one event.

The story's main happening is the kind of event that most articles tell of in their first sentences. When and
where it was are questions of their own, each with rival answers where days or places lie apart.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from counterclaim.records import Claim, DateMention, Event, OpenQuestion, PlaceMention, fingerprint
from counterclaim.stages.match.blocking import candidates, clusters
from counterclaim.stages.match.scene import Scene, most_common
from counterclaim.stages.match.words import QuestionWords
from counterclaim.values.dates import compare_dates
from counterclaim.values.places import compare_places

LEAD = 4
"""First sentences of an article in which its main happening is told."""

SAME_HAPPENING = 0.45
"""Share of telling terms from which two events of one kind are one; set on the development gold."""

SAME_DAY, SAME_PLACE, SAME_PARTY = 0.15, 0.15, 0.1
"""What a shared day, place or party adds to the share of telling terms."""

TOLD_AS_DONE = frozenset({"asserted", "alleged", "condemned"})


def happening_questions(scene: Scene, words: QuestionWords) -> Iterator[OpenQuestion]:
    """When and where the main happening was."""
    main = _main(scene)
    if main:
        yield from _when(scene, main, words)
        yield from _where(scene, main, words)


def _main(scene: Scene) -> list[Event]:
    """The events of the main kind in the first sentences of each article."""
    lead: dict[str, list[Event]] = defaultdict(list)
    for event in scene.events:
        claim = scene.claims[event.claim]
        if event.status in TOLD_AS_DONE and claim.sentence in scene.lead_sentences(event.article, LEAD):
            lead[_family(event)].append(event)
    told = {family: {e.article for e in events} for family, events in lead.items()}
    if not told:
        return []
    family = min(told, key=lambda f: (-len(told[f]), -len(lead[f]), f))
    return _with_echoes(scene, family, lead[family]) if len(told[family]) > 1 else []


def _with_echoes(scene: Scene, family: str, lead: Sequence[Event]) -> list[Event]:
    """The events of the lead, and those of its kind further down that are told of the same day and place."""
    days = {e.date for e in lead if e.date}
    places = {e.place for e in lead if e.place}
    known = {e.id for e in lead}
    echoes = [
        e
        for e in scene.events
        if e.id not in known and _family(e) == family and e.status in TOLD_AS_DONE
        if e.date in days or (e.date is None and e.place in places)
    ]
    return [*lead, *echoes]


def _family(event: Event) -> str:
    """Violence is told of now as the strike, now as the killing: one family."""
    violent = {"Explosions/Remote violence", "Violence against civilians"}
    return "violence" if event.event_type in violent else event.sub_event_type


def _when(scene: Scene, events: Sequence[Event], words: QuestionWords) -> Iterator[OpenQuestion]:
    dates: dict[str, list[tuple[Claim, DateMention]]] = defaultdict(list)
    for claim in _claims(scene, events):
        for mention in scene.dates_in(claim):
            if mention.value is not None and mention.precision in {"day", "time"}:
                dates[mention.value[:10]].append((claim, mention))
    if len({c.article for told in dates.values() for c, _ in told}) < 2:
        return
    answers = [
        scene.answer(
            value,
            [c for c, _ in dates[value]],
            [scene.span(m.article, (m.start, m.end)) for _, m in dates[value]],
        )
        for value in sorted(dates)
    ]
    why = [compare_dates(a, b).why for a, b in combinations(sorted(dates), 2)]
    yield OpenQuestion(
        id=fingerprint("q", "time", *sorted(e.id for e in events)),
        kind="time",
        text=f"When was {_name(events, words)}?",
        answers=tuple(answers),
        rival=False if len(answers) == 1 else _each_has_its_own(dates),
        why=tuple(why),
    )


def _each_has_its_own(told: Mapping[str, Sequence[tuple[Claim, DateMention | PlaceMention]]]) -> bool:
    """Whether some article gives one answer alone and another article another: then they differ.

    An article that names two days tells of two things; it contradicts nobody.
    """
    by_article: dict[str, set[str]] = defaultdict(set)
    for answer, mentions in told.items():
        for claim, _ in mentions:
            by_article[claim.article].add(answer)
    single = {next(iter(answers)) for answers in by_article.values() if len(answers) == 1}
    return len(single) > 1


def _where(scene: Scene, events: Sequence[Event], words: QuestionWords) -> Iterator[OpenQuestion]:
    told = [(claim, place) for claim in _claims(scene, events) for place in scene.places_in(claim)]
    told = [(c, p) for c, p in told if p.precision not in {"country", "vague", "region"}]
    keys = {f"{p.article}|{p.start}": (c, p) for c, p in told}
    links = [
        (one, two)
        for one, two in combinations(sorted(keys), 2)
        if compare_places(keys[one][1], keys[two][1]).outcome in {"same", "compatible"}
    ]
    groups = [[keys[k] for k in group] for group in clusters(keys, links)]
    if len({c.article for group in groups for c, _ in group}) < 2:
        return
    by_name = {_place_name(group): group for group in groups}
    answers = [
        scene.answer(name, [c for c, _ in group], [scene.span(p.article, (p.start, p.end)) for _, p in group])
        for name, group in sorted(by_name.items(), key=lambda item: (-len(item[1]), item[0]))
    ]
    firsts = [group[0][1] for group in groups]
    yield OpenQuestion(
        id=fingerprint("q", "place", *sorted(e.id for e in events)),
        kind="place",
        text=f"Where was {_name(events, words)}?",
        answers=tuple(answers),
        rival=len(answers) > 1 and _each_has_its_own(by_name),
        why=tuple(compare_places(a, b).why for a, b in combinations(firsts, 2))[:6],
    )


def _place_name(group: Sequence[tuple[Claim, PlaceMention]]) -> str:
    return most_common(place.name for _, place in group) or ""


def _claims(scene: Scene, events: Sequence[Event]) -> list[Claim]:
    return [scene.claims[c] for c in sorted({e.claim for e in events})]


def _name(events: Sequence[Event], words: QuestionWords) -> str:
    """What a question calls the happening."""
    kind = most_common(e.sub_event_type for e in events) or ""
    return words.deeds.get(kind) or f"this: “{most_common(e.trigger for e in events)}”"


def told_alike(scene: Scene) -> dict[tuple[str, str], float]:
    """Pairs of claims, of different articles, that tell of one event: claim ids in order, and how likely."""
    by_kind: dict[str, list[Event]] = defaultdict(list)
    for event in scene.events:
        if event.status in TOLD_AS_DONE and not scene.claims[event.claim].negated:
            by_kind[event.sub_event_type].append(event)
    links: dict[tuple[str, str], float] = {}
    for kind in sorted(by_kind):
        events = {e.id: e for e in by_kind[kind]}
        terms = {e.id: scene.telling_terms(scene.claims[e.claim]) for e in events.values()}
        for first, second in candidates(terms, terms):
            one, two = events[first], events[second]
            if one.article != two.article and (points := _likeness(scene, one, two)) >= SAME_HAPPENING:
                pair = min(one.claim, two.claim), max(one.claim, two.claim)
                links[pair] = max(points, links.get(pair, 0.0))
    return links


def _likeness(scene: Scene, first: Event, second: Event) -> float:
    """How likely two events are one: telling words they share, the day, the place, who took part."""
    if first.date and second.date and compare_dates(first.date, second.date).outcome == "different":
        return 0.0
    if scene.far_apart(first.place, second.place):
        return 0.0
    one, two = scene.claims[first.claim], scene.claims[second.claim]
    points = scene.shared(one.terms, two.terms)
    points += SAME_DAY * (first.date is not None and first.date == second.date)
    points += SAME_PLACE * (first.place is not None and first.place == second.place)
    return points + SAME_PARTY * bool(_parties(scene, first) & _parties(scene, second))


def _parties(scene: Scene, event: Event) -> set[str]:
    return {scene.party(p.actor) for p in event.participants if p.actor is not None}
