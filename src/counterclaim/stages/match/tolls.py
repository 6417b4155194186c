"""Figure questions: the same thing counted or measured, in the same incident, by several voices."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from counterclaim.records import Comparison, Figure, OpenAnswer, OpenQuestion, Span, fingerprint
from counterclaim.stages.match.denied_figures import denies_number, is_denied
from counterclaim.stages.match.incidents import incidents, number, of_incident
from counterclaim.stages.match.scene import Scene, most_common
from counterclaim.stages.match.words import QuestionWords
from counterclaim.values.figures import compare_figures, counted_class, scale_of

COUNTS = scale_of(None).name
DEATHS = ("killed", COUNTS)


def figure_questions(scene: Scene, words: QuestionWords) -> Iterator[OpenQuestion]:
    """A question for each thing counted or measured; its answers are the numbers that differ."""
    by_class: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in scene.figures:
        kind = counted_class(figure.counted) if figure.counted else None
        if kind is None or not _says_how_many(figure) or not scene.tells(figure.claim):
            continue
        if not is_denied(scene, figure, words) or denies_number(scene, figure, words):
            by_class[kind, scale_of(figure.unit).name].append(figure)
    beside: dict[tuple[str, tuple[int, int]], int] = {}
    for kind, scale in sorted(by_class, key=lambda k: (k != DEATHS, k[1] != COUNTS, k)):
        figures = sorted(by_class[kind, scale], key=lambda f: (f.article, f.start, f.id))
        for incident, members in enumerate(incidents(scene, figures, beside, words)):
            if all(is_denied(scene, f, words) for f in members):
                continue  # nobody gives a number
            if (kind, scale) == DEATHS and len(members) > 1:
                beside |= {(f.article, scene.claims[f.claim].sentence): incident for f in members}
            toll = kind in words.tolls and scale == COUNTS
            if not toll and len({f.article for f in members}) < 2:
                continue  # "two moods": a count that only one article makes is no question by itself
            yield _question(scene, kind, members, words)


def _says_how_many(figure: Figure) -> bool:
    return any(bound is not None for bound in (figure.low, figure.high, figure.best))


def _question(scene: Scene, kind: str, figures: Sequence[Figure], words: QuestionWords) -> OpenQuestion:
    """Put equal figures into one answer; one that fits several joins its own voice or the nearest.

    A number that is denied is an answer of its own, behind the number, and supports none.
    """
    every = [of_incident(scene, f, words) for f in figures]
    denials = [f for f in every if is_denied(scene, f, words)]
    bearing = [f for f in every if f not in denials]
    groups: list[list[Figure]] = []
    why: list[str] = []
    for figure in sorted(bearing, key=lambda f: (f.vague is not None, number(f), f.id)):
        fitting = [(g, _closest(g, figure)) for g in groups]
        same = [g for g, compared in fitting if compared.outcome == "same"]
        loose = [
            g for g, compared in fitting if compared.outcome == "compatible" or _floor_below(g[0], figure)
        ]
        if same:
            same[0].append(figure)
        elif loose:
            nearest = min(loose, key=lambda g: (not _same_voice(g, figure), _apart(g, figure), number(g[0])))
            nearest.append(figure)
            why.append(_closest(nearest, figure).why)
        else:
            groups.append([figure])
    groups.sort(key=lambda g: (number(g[0]), g[0].id))
    beside = [*pairwise(groups), *([(groups[0], groups[-1])] if len(groups) > 2 else [])]
    why += [compare_figures(one[0], two[0]).why for one, two in beside]
    opposed, alone = _against(groups, denials)
    why += [f"“{g[0].text}” is given and denied" for g, no in zip(groups, opposed, strict=True) if no]
    answers = [
        answer
        for group, no in sorted(zip(groups, opposed, strict=True), key=lambda pair: not pair[1])
        for answer in (_answer(scene, group), *([_answer(scene, no, DENIED)] if no else []))
    ]
    answers += [_answer(scene, no, DENIED) for no in alone]
    return OpenQuestion(
        id=fingerprint("q", "figure", *sorted(f.id for f in figures)),
        kind="figure",
        text=_text(kind, bearing, words),
        answers=tuple(answers),
        rival=len(groups) > 1 or any(opposed),
        why=tuple(dict.fromkeys(why)),
    )


DENIED = "denied: "
"""What stands before a number that a claim says was not so."""


def _against(
    groups: Sequence[Sequence[Figure]], denials: Sequence[Figure]
) -> tuple[list[list[Figure]], list[list[Figure]]]:
    """The denials of each group's number, and the denials, by number, of what nobody gives.

    Of bounds only the same ones are against each other: "not more than 86" can hold beside 86.
    """
    opposed: list[list[Figure]] = [[] for _ in groups]
    alone: dict[float, list[Figure]] = defaultdict(list)
    for denial in sorted(denials, key=lambda f: (number(f), f.id)):
        bounds = (denial.low, denial.high, denial.best)
        given = (i for i, g in enumerate(groups) if any((f.low, f.high, f.best) == bounds for f in g))
        at = next(given, None)
        (alone[number(denial)] if at is None else opposed[at]).append(denial)
    return opposed, list(alone.values())


def _same_voice(group: Sequence[Figure], figure: Figure) -> bool:
    """Whether who gives a figure gives one of a group: their "dozens" is their own 170, not another's 140."""
    return figure.claimant is not None and any(m.claimant == figure.claimant for m in group)


def _apart(group: Sequence[Figure], figure: Figure) -> float:
    return abs(number(group[0]) - number(figure))


def _floor_below(exact: Figure, figure: Figure) -> bool:
    """A vague word rivals no number that it can stand for: "dozens" beside 140."""
    return figure.vague is not None and exact.vague is None and (figure.low or 0) <= number(exact)


def _closest(group: Sequence[Figure], figure: Figure) -> Comparison:
    """How a figure stands to a group: to the member that it differs from most; equal members count once."""
    order = {"different": 0, "not_comparable": 1, "compatible": 2, "same": 3}
    distinct = {
        (m.low, m.high, m.best, m.unit, m.vague, m.counted, m.scope, m.part_of is None, m.when): m
        for m in group
    }
    return min((compare_figures(m, figure) for m in distinct.values()), key=lambda c: order[c.outcome])


def _answer(scene: Scene, figures: Sequence[Figure], prefix: str = "") -> OpenAnswer:
    wordings = sorted({f.text for f in figures}, key=lambda t: (len(t), t))
    spans: list[Span] = [scene.span(f.article, extent) for f in figures for extent in around(scene, f)]
    return scene.answer(prefix + " / ".join(wordings[:2]), [scene.claims[f.claim] for f in figures], spans)


def around(scene: Scene, figure: Figure) -> list[tuple[int, int]]:
    """The words of a figure's claim in which the figure stands."""
    spans = scene.claims[figure.claim].spans
    return [s for s in spans if s[0] <= figure.start < s[1]] or [(figure.start, figure.end)]


def _text(kind: str, figures: Sequence[Figure], words: QuestionWords) -> str:
    """Ask how many were killed, of whom, where and when, from what most of the figures say."""
    if figures[0].unit is not None:
        return _measure_text(kind, figures, words)
    people = most_common(f.population for f in figures)
    if people is None or 2 * sum(f.population == people for f in figures) < len(figures):
        people = "people"
    elif all(number(f) <= 1 for f in figures if f.population == people):
        people = plural(people, words)
    template = words.tolls.get(kind)
    if template is not None:
        asked = template.format(people=people)
    else:
        asked = f"How many {people}" if kind in people or people in kind else f"How many {people}: {kind}"
    return _scoped(asked, figures)


def plural(people: str, words: QuestionWords) -> str:
    """What "one mayor" or "no member of the crew" counts, in the plural; what is one already stays."""
    head, *more = re.split(r"(?= (?:of|in|at|from|on|with|who) )", people, maxsplit=1)
    irregular = next(
        (one for one in sorted(words.plurals, key=len, reverse=True) if head.endswith(one)), None
    )
    if irregular is not None:
        many = head.removesuffix(irregular) + words.plurals[irregular]
    elif head.endswith("s"):
        many = head
    elif re.search(r"[^aeiou]y$", head):
        many = f"{head[:-1]}ies"
    else:
        many = f"{head}es" if head.endswith(("x", "ch", "sh", "z")) else f"{head}s"
    return "".join((many, *more))


def _measure_text(kind: str, figures: Sequence[Figure], words: QuestionWords) -> str:
    """Ask how far, how long, how much, in the words for what is measured."""
    scale = scale_of(figures[0].unit).name
    thing = figures[0].counted or kind
    of = figures[0].population
    if of is not None and of.lower() not in thing.lower():
        thing = f"{of}: {thing}"
    return _scoped(f"{words.measures.get(scale, MUCH)}: {thing}", figures)


MUCH = "How much"
"""What is asked of money, and of what `words.measures` has no words for."""


def _scoped(asked: str, figures: Sequence[Figure]) -> str:
    place = most_common(f.place for f in figures)
    when = most_common(f.when for f in figures)
    scope = ", ".join(x for x in (place, when) if x)
    return f"{asked} ({scope})?" if scope else f"{asked}?"
