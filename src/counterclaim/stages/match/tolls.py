"""Figure questions: the same thing counted, of the same people, in the same incident, by several voices."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from counterclaim.records import Comparison, Figure, OpenAnswer, OpenQuestion, Span, fingerprint
from counterclaim.stages.match.blocking import candidates
from counterclaim.stages.match.scene import Scene, most_common
from counterclaim.stages.match.words import QuestionWords
from counterclaim.values.dates import compare_dates
from counterclaim.values.figures import compare_figures, counted_class

LEAD = 3
"""Claims at the start of an article that tell of what the article is about."""

SAME_INCIDENT = 2.0
"""Points from which two figures are of one incident; set on the eight events of the development gold."""

POINTS: Mapping[str, float] = {
    "both tell of what their articles are about": 1.0,
    "the same day": 1.0,
    "the same place": 0.75,
    "the same kind of event": 0.75,
    "sentences that share telling words": 2.0,
    "of the same people": 0.5,
    "the same number": 1.0,
    "places that lie apart": -1.5,
}
"""What speaks for one incident. Against it: days, places or people that differ."""


def figure_questions(scene: Scene, words: QuestionWords) -> Iterator[OpenQuestion]:
    """A question for each thing counted; its answers are the numbers that differ."""
    by_class: dict[str, list[Figure]] = defaultdict(list)
    for figure in scene.figures:
        kind = counted_class(figure.counted) if figure.counted else None
        if kind is not None and _says_how_many(figure):
            by_class[kind].append(figure)
    for kind in sorted(by_class):
        figures = sorted(by_class[kind], key=lambda f: (f.article, f.start, f.id))
        for members in _incidents(scene, figures):
            if kind not in words.tolls and len({f.article for f in members}) < 2:
                continue  # "two moods": a count that only one article makes is no question by itself
            yield _question(scene, kind, members, words)


def _says_how_many(figure: Figure) -> bool:
    return any(bound is not None for bound in (figure.low, figure.high, figure.best))


def _incidents(scene: Scene, figures: Sequence[Figure]) -> list[list[Figure]]:
    """Figures of one incident: joined from the likeliest pair on, never across two that cannot be one."""
    scored = []
    apart: set[frozenset[str]] = set()
    by_id = {f.id: f for f in figures}
    keys = {f.id: _keys(scene, f) for f in figures}
    order = {f.id: (f"{value(f):015.1f}", f.article) for f in figures}
    for one, two in candidates(keys, order):
        points = likeness(scene, by_id[one], by_id[two])
        if points is None:
            apart.add(frozenset((one, two)))
        elif points >= SAME_INCIDENT:
            scored.append((-points, one, two))
    group_of = {f.id: {f.id} for f in figures}
    for _, one, two in sorted(scored):
        left, right = group_of[one], group_of[two]
        if left is right or any(frozenset((x, y)) in apart for x in left for y in right):
            continue
        left |= right
        for member in right:
            group_of[member] = left
    seen: set[int] = set()
    groups = []
    for figure in figures:
        group = group_of[figure.id]
        if id(group) not in seen:
            seen.add(id(group))
            groups.append(sorted((by_id[m] for m in group), key=lambda f: (f.article, f.start, f.id)))
    return groups


def _keys(scene: Scene, figure: Figure) -> list[tuple[str, object]]:
    """What brings a figure beside others: its number, day and place, and the telling words around it."""
    claim = scene.claims[figure.claim]
    terms = sorted(scene.sentence_terms(claim.article, claim.sentence), key=lambda t: (-scene.weight(t), t))
    keys: list[tuple[str, object]] = [
        ("value", value(figure)),
        ("when", figure.when),
        ("place", figure.place),
    ]
    if in_lead(scene, figure):
        keys.append(("lead", True))
    return [key for key in keys if key[1] is not None] + [("term", t) for t in terms[:TERMS_AROUND]]


TERMS_AROUND = 12
"""The most telling terms of a figure's sentence, by which it is set beside others."""


def likeness(scene: Scene, first: Figure, second: Figure) -> float | None:
    """Points for two figures being of one incident; None where they cannot be."""
    compared = compare_figures(first, second)
    if compared.outcome == "not_comparable":
        return None
    one, two = scene.claims[first.claim], scene.claims[second.claim]
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
    if first.population and first.population == second.population:
        points += POINTS["of the same people"]
    if compared.outcome == "same":
        points += POINTS["the same number"]
    terms = scene.shared(
        sentence_terms(scene, one.article, one.sentence), sentence_terms(scene, two.article, two.sentence)
    )
    return points + terms * POINTS["sentences that share telling words"]


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


def _question(scene: Scene, kind: str, figures: Sequence[Figure], words: QuestionWords) -> OpenQuestion:
    """Put equal figures into one answer; a figure that fits several joins the nearest in value."""
    groups: list[list[Figure]] = []
    why: list[str] = []
    for figure in sorted(figures, key=lambda f: (f.vague is not None, value(f), f.id)):
        fitting = [(g, _closest(g, figure)) for g in groups]
        same = [g for g, compared in fitting if compared.outcome == "same"]
        loose = [
            g for g, compared in fitting if compared.outcome == "compatible" or _floor_below(g[0], figure)
        ]
        if same:
            same[0].append(figure)
        elif loose:
            nearest = min(loose, key=lambda g: (abs(value(g[0]) - value(figure)), value(g[0])))
            nearest.append(figure)
            why.append(_closest(nearest, figure).why)
        else:
            groups.append([figure])
    groups.sort(key=lambda g: (value(g[0]), g[0].id))
    for i, group in enumerate(groups):
        why += [compare_figures(group[0], other[0]).why for other in groups[i + 1 :]]
    answers = tuple(_answer(scene, group) for group in groups)
    return OpenQuestion(
        id=fingerprint("q", "figure", *sorted(f.id for f in figures)),
        kind="figure",
        text=_text(kind, figures, words),
        answers=answers,
        rival=len(groups) > 1,
        why=tuple(dict.fromkeys(why)),
    )


def _floor_below(exact: Figure, figure: Figure) -> bool:
    """A vague word rivals no number that it can stand for: "dozens" beside 140."""
    return figure.vague is not None and exact.vague is None and (figure.low or 0) <= value(exact)


def _closest(group: Sequence[Figure], figure: Figure) -> Comparison:
    """How a figure stands to a group: to the member that it differs from most; equal members count once."""
    order = {"different": 0, "not_comparable": 1, "compatible": 2, "same": 3}
    distinct = {
        (m.low, m.high, m.best, m.vague, m.counted, m.scope, m.part_of is None, m.when): m for m in group
    }
    return min((compare_figures(m, figure) for m in distinct.values()), key=lambda c: order[c.outcome])


def value(figure: Figure) -> float:
    """The number by which figures are put in order."""
    return next((b for b in (figure.best, figure.low, figure.high) if b is not None), 0.0)


def _answer(scene: Scene, figures: Sequence[Figure]) -> OpenAnswer:
    wordings = sorted({f.text for f in figures}, key=lambda t: (len(t), t))
    spans: list[Span] = [scene.span(f.article, extent) for f in figures for extent in around(scene, f)]
    return scene.answer(" / ".join(wordings[:2]), [scene.claims[f.claim] for f in figures], spans)


def around(scene: Scene, figure: Figure) -> list[tuple[int, int]]:
    """The words of a figure's claim in which the figure stands."""
    spans = scene.claims[figure.claim].spans
    return [s for s in spans if s[0] <= figure.start < s[1]] or [(figure.start, figure.end)]


def _text(kind: str, figures: Sequence[Figure], words: QuestionWords) -> str:
    """Ask how many were killed, of whom, where and when, from what most of the figures say."""
    people = most_common(f.population for f in figures) or "people"
    place = most_common(f.place for f in figures)
    when = most_common(f.when for f in figures)
    scope = ", ".join(x for x in (place, when) if x)
    asked = words.tolls.get(kind, "How many {people}: " + kind).format(people=people)
    return f"{asked} ({scope})?" if scope else f"{asked}?"
