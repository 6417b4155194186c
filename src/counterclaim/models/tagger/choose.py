"""Which candidates stay: the surest way to read each attribution, if it is sure enough for its kind."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from counterclaim.models.tagger.evidence import by_rule, value
from counterclaim.models.tagger.merge import holds, repeats, rivals, tags_in
from counterclaim.models.tagger.nearby import Nearby, reach
from counterclaim.records import Attribution, Parse

LEAST = 0.25
"""Confidence below which what the model found is dropped. PolNeAR dev is flat from 0.2 to 0.3."""

LEAST_THING = 0.3
"""The same where no rule bears the model out and the content asserts nothing: an attitude to a thing
("praised the deal"). PolNeAR marks many of these, other texts' readers few."""

LEAST_THING_IN_OPINION = 0.45
"""The same in an opinion piece, whose author's own words are easily taken for somebody's attitude."""

LEAST_BY_RULE = 0.5
"""The same for what a rule alone found. Set on PolNeAR dev and our gold of conflict reporting."""

FINITE = frozenset({"VBD", "VBZ", "VBP"})

SLACK = 2
"""Characters, such as a quotation mark and a stop, by which two contents' ends may differ."""


class Candidate(NamedTuple):
    """An attribution that may be one, with the values of `evidence.NAMES`.

    `stands`: a rule knows more of it than the model can: a perspective, words passed on, a figure.
    """

    attribution: Attribution
    evidence: tuple[float, ...]
    stands: bool = False


class Weighed(NamedTuple):
    """A candidate with its confidence."""

    candidate: Candidate
    chance: float

    @property
    def one(self) -> Attribution:
        """The attribution, which knows its confidence."""
        return replace(self.candidate.attribution, confidence=self.chance)


def chosen(candidates: Iterable[Weighed], parse: Parse, *, opinion: bool) -> list[Attribution]:
    """What stays of candidates in their order, in which a model's own reading precedes other ways to read it.

    In an opinion piece nothing stays by a rule's word alone that is not sure enough.
    """
    groups: list[list[Weighed]] = []
    firsts = Nearby()
    for one in candidates:
        way = one.candidate.attribution
        numbers = firsts.numbers(*reach(way))
        number = next((n for n in numbers if rivals(groups[n][0].candidate.attribution, way)), None)
        if number is None:
            groups.append([one])
            firsts.add(way)
        else:
            groups[number].append(one)
    kept: list[Attribution] = []
    unsure: list[Weighed] = []
    for group in groups:
        surest = max(group, key=lambda w: w.chance)
        if surest.chance >= least(group, opinion=opinion):
            kept.append(surest.one)
        else:
            unsure.extend(group)
    if opinion:
        return kept
    held = Nearby(kept)
    for one in sorted(unsure, key=lambda w: -w.chance):
        way = one.candidate.attribution
        near = held.to(way)
        if not any(rivals(way, other) for other in near) and stays(one, near, parse):
            # the chance is the model's, which knows nothing of why this stays: better none
            kept.append(way)
            held.add(way)
    return kept


def least(group: Sequence[Weighed], *, opinion: bool) -> float:
    """The confidence that a way to read an attribution needs; the first is the model's, if any is."""
    first = group[0].candidate.evidence
    if not value(first, "found"):
        return LEAST_BY_RULE
    if value(first, "asserts"):
        return LEAST
    if opinion:
        return LEAST_THING_IN_OPINION
    return LEAST if value(first, "ruled") > 0 else LEAST_THING


def stays(one: Weighed, kept: Sequence[Attribution], parse: Parse) -> bool:
    """Whether a candidate stays though it is not sure: a rule found it to which the model is blind."""
    values, attribution = one.candidate.evidence, one.candidate.attribution
    if one.candidate.stands:
        return True
    if by_rule(values) and not any(repeats(attribution, other) for other in kept):
        return True
    return bool(value(values, "ruled") and value(values, "asserts")) and tells(attribution, kept, parse)


def tells(one: Attribution, kept: Sequence[Attribution], parse: Parse) -> bool:
    """Whether an attribution by a finite verb ends the content of another that stays: "… that Ann said so".

    PolNeAR, on which the model was trained, marks no nesting.
    """
    return not FINITE.isdisjoint(tags_in(one.cue, parse)) and any(
        other.content != one.content
        and other.content[-1][1] - one.content[-1][1] in range(SLACK + 1)
        and holds(other.content, (*one.cue, *one.content))
        for other in kept
    )
