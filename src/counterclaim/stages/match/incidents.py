"""Which figures are of one incident: what speaks for it is weighed in one visible table."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from counterclaim.records import Figure
from counterclaim.stages.match.blocking import candidates
from counterclaim.stages.match.denied_figures import is_denied
from counterclaim.stages.match.scene import Scene
from counterclaim.stages.match.words import QuestionWords
from counterclaim.values.dates import compare_dates
from counterclaim.values.figures import compare_figures, scale_of

LEAD = 3
"""Claims at the start of an article that tell of what the article is about."""

SAME_INCIDENT = 1.25
"""Points from which two figures are of one incident; set on the eight events of the development gold."""

SAME_COUNT = 2.5
"""The same for what is no toll: "people" or "buses" may be counted, and a road measured, for many reasons."""

POINTS: Mapping[str, float] = {
    "both tell of what their articles are about": 1.0,
    "the same day": 1.0,
    "the same place": 0.75,
    "the same kind of event": 0.75,
    "sentences that share telling words": 2.0,
    "of the same people": 0.5,
    "the same number": 1.0,
    "told beside the dead of one incident": 1.5,
    "nothing sets either apart": 0.75,
    "places that lie apart": -1.5,
    "numbers of different orders": -2.0,
}
"""What speaks for one incident. Against it: days, places or people that differ."""


DIFFERENT_ORDER = 20.0
"""Times that one toll is the other from which they hardly are of one incident: 58 and 6,500."""

Beside = Mapping[tuple[str, tuple[int, int]], int]
"""For an article and a sentence, the number of the incident whose dead are counted there."""


def incidents(
    scene: Scene, figures: Sequence[Figure], beside: Beside, words: QuestionWords
) -> list[list[Figure]]:
    """Figures of one incident: joined from the likeliest pair on, never across two that cannot be one.

    `figures` count one class of thing. `beside` tells where the dead of incidents found before are counted.
    """
    scored = []
    apart: set[frozenset[str]] = set()
    by_id = {f.id: f for f in figures}
    bearing = {f.id: of_incident(scene, f, words) for f in figures}
    keys = {f.id: _keys(scene, f) for f in bearing.values()}
    order = {f.id: (f"{number(f):015.1f}", f.article) for f in figures}
    denied = {f.id for f in figures if is_denied(scene, f, words)}
    for one, two in candidates(keys, order):
        points = likeness(
            scene, bearing[one], bearing[two], beside, answers=(one in denied) != (two in denied)
        )
        if points is None or _some_of_all(bearing[one], bearing[two], words):
            apart.add(frozenset((one, two)))
        elif points >= (SAME_INCIDENT if _is_toll(by_id[one], words) else SAME_COUNT):
            scored.append((-points, one, two))
    return [[by_id[m] for m in group] for group in _joined(scored, apart, figures)]


def _some_of_all(first: Figure, second: Figure, words: QuestionWords) -> bool:
    """Whether one counts those of a party and the other, no less, all: two soldiers are some of 12 people."""
    for some, every in ((first, second), (second, first)):
        if some.population is None or every.population is not None:
            continue
        last = some.population.split()[-1]
        of_a_party = {some.population.lower(), last.lower()} & words.of_a_party
        if (last[:1].isupper() or of_a_party) and number(some) <= number(every):
            return number(some) < number(every)
    return False


def _is_toll(figure: Figure, words: QuestionWords) -> bool:
    return figure.counted in words.tolls and figure.unit is None


def _joined(
    scored: Sequence[tuple[float, str, str]], apart: Set[frozenset[str]], figures: Sequence[Figure]
) -> list[list[str]]:
    """Groups of figure ids, in the order of their first figure in the text."""
    group_of = {f.id: {f.id} for f in figures}
    for _, one, two in sorted(scored):
        left, right = group_of[one], group_of[two]
        if left is right or any(frozenset((x, y)) in apart for x in left for y in right):
            continue
        left |= right
        for member in right:
            group_of[member] = left
    place = {f.id: (f.article, f.start, f.id) for f in figures}
    groups = {id(group): sorted(group, key=lambda i: place[i]) for group in group_of.values()}
    return sorted(groups.values(), key=lambda group: place[group[0]])


def of_incident(scene: Scene, figure: Figure, words: QuestionWords) -> Figure:
    """A figure as it bears on its incident: without a day or place that are the count's own.

    "The monitor in Geneva raised its count to 63 on Thursday" tells when and where was counted, not killed.
    """
    claim = scene.claims[figure.claim]
    counting = bool(words.counting & set(claim.terms))
    own_days = {d.value for d in scene.dates_in_sentence(claim)}
    own_places = {p.name for p in scene.places_in_sentence(claim)}
    so_far = figure.scope == "total" and figure.period is None
    return replace(
        figure,
        when=figure.when if _own(figure.when, own_days) and not counting else None,
        place=figure.place if figure.place in own_places and not counting else None,
        scope="unclear" if so_far else figure.scope,
        population=None if (figure.population or "").lower() in words.anyone else figure.population,
    )


def _own(when: str | None, days: Set[str | None]) -> bool:
    """Whether a day is told in a figure's own sentence, or is an open range worked out from one."""
    return when in days or (when is not None and ".." in when)


def _keys(scene: Scene, figure: Figure) -> list[tuple[str, object]]:
    """What brings a figure beside others: its number, day and place, and the telling words around it."""
    claim = scene.claims[figure.claim]
    terms = sorted(scene.sentence_terms(claim.article, claim.sentence), key=lambda t: (-scene.weight(t), t))
    keys: list[tuple[str, object]] = [
        ("value", number(figure)),
        ("when", figure.when),
        ("place", figure.place),
    ]
    if in_lead(scene, figure):
        keys.append(("lead", True))
    return [key for key in keys if key[1] is not None] + [("term", t) for t in terms[:TERMS_AROUND]]


TERMS_AROUND = 12
"""The most telling terms of a figure's sentence, by which it is set beside others."""


def likeness(
    scene: Scene, first: Figure, second: Figure, beside: Beside, *, answers: bool = False
) -> float | None:
    """Points for two figures being of one incident; None where they cannot be.

    `answers`: one of them is denied, so that its own voice may give the other for the same thing.
    """
    compared = compare_figures(first, second)
    if compared.outcome == "not_comparable":
        return None
    one, two = scene.claims[first.claim], scene.claims[second.claim]
    replaced = any(f.updates or f.earlier for f in (first, second))
    rivals = compared.outcome == "different" and not replaced and not answers
    if rivals and first.article == second.article and scene.voice(one) == scene.voice(two):
        return None  # nobody contradicts himself in one article: he counts two things
    points = 0.0
    if first.when and second.when:
        days = compare_dates(first.when, second.when).outcome
        if days == "different":
            return None
        points += POINTS["the same day"] if days == "same" else 0.0
    if first.place and first.place == second.place:
        points += POINTS["the same place"]
    elif scene.far_apart(first.place, second.place):
        points += POINTS["places that lie apart"]
    if in_lead(scene, first) and in_lead(scene, second):
        points += POINTS["both tell of what their articles are about"]
    if _event_types(scene, first) & _event_types(scene, second):
        points += POINTS["the same kind of event"]
    if first.population == second.population:
        points += POINTS["of the same people"]
    mates = _incident_beside(scene, first, beside), _incident_beside(scene, second, beside)
    if mates[0] is not None and mates[0] == mates[1]:
        points += POINTS["told beside the dead of one incident"]
    if not any((first.when, second.when, first.place, second.place)) and "total" not in {
        first.scope,
        second.scope,
    }:
        points += POINTS["nothing sets either apart"]
    less, more = sorted((number(first), number(second)))
    if more > DIFFERENT_ORDER * max(less, 1.0):
        points += POINTS["numbers of different orders"]
    if compared.outcome == "same":
        points += POINTS["the same number"]
    terms = scene.shared(
        sentence_terms(scene, one.article, one.sentence), sentence_terms(scene, two.article, two.sentence)
    )
    return points + terms * POINTS["sentences that share telling words"]


def _incident_beside(scene: Scene, figure: Figure, beside: Beside) -> int | None:
    """The incident whose dead are counted in a figure's sentence, else in the one before or after."""
    for sentence in scene.sentences_around(figure.article, scene.claims[figure.claim].sentence):
        if (figure.article, sentence) in beside:
            return beside[figure.article, sentence]
    return None


def in_lead(scene: Scene, figure: Figure) -> bool:
    """Whether a figure stands among the first claims of its article's body."""
    return scene.claims[figure.claim].sentence in scene.lead_sentences(figure.article, LEAD)


def sentence_terms(scene: Scene, article: str, sentence: tuple[int, int]) -> frozenset[str]:
    """The terms of all claims of a sentence, numbers left out: they are what may differ."""
    return scene.sentence_terms(article, sentence)


def _event_types(scene: Scene, figure: Figure) -> set[str]:
    sentence = scene.claims[figure.claim].sentence
    return {
        event.event_type
        for claim in scene.claims_in(figure.article, sentence)
        for event in scene.events_of.get(claim.id, ())
        if event.event_type != "Violence against civilians"
    }


def number(figure: Figure) -> float:
    """The number by which figures are put in order, in the base of its unit's scale."""
    given = next((b for b in (figure.best, figure.low, figure.high) if b is not None), 0.0)
    return given * scale_of(figure.unit).factor
