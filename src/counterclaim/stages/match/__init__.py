"""6. The claims of a story become Questions with their Answers side by side."""

from collections.abc import Iterator

from counterclaim.records import Cast, OpenQuestion
from counterclaim.stages.match.agreements import agreement_questions
from counterclaim.stages.match.blame import responsibility_questions
from counterclaim.stages.match.control import control_questions
from counterclaim.stages.match.denials import denial_questions
from counterclaim.stages.match.explanations import explanation_questions
from counterclaim.stages.match.happenings import happening_questions
from counterclaim.stages.match.judgements import judgement_questions
from counterclaim.stages.match.opposites import opposite_questions
from counterclaim.stages.match.scene import Encoder, Scene
from counterclaim.stages.match.tolls import figure_questions
from counterclaim.stages.match.withdrawn import without_withdrawn
from counterclaim.stages.match.words import QuestionWords

__all__ = ["Encoder", "QuestionWords", "match"]


def match(cast: Cast, *, encoder: Encoder, words: QuestionWords) -> tuple[OpenQuestion, ...]:
    """Set the claims of a story against each other where they are about the same thing.

    Each way of differing has a file of its own; a question found in two ways is kept once, from the way
    that comes first. Questions with rival answers come first, then those with most answers and claims.
    """
    scene = Scene(without_withdrawn(cast, words), encoder)
    kept: dict[tuple[frozenset[str], ...], OpenQuestion] = {}
    for question in _found(scene, words):
        kept.setdefault(tuple(sorted((frozenset(a.claims) for a in question.answers), key=sorted)), question)
    return tuple(sorted(kept.values(), key=_order))


def _found(scene: Scene, words: QuestionWords) -> Iterator[OpenQuestion]:
    yield from figure_questions(scene, words)
    yield from responsibility_questions(scene, words)
    yield from control_questions(scene, words)
    yield from explanation_questions(scene, words)
    denials = list(denial_questions(scene, words))
    yield from denials
    yield from opposite_questions(scene, words)
    yield from judgement_questions(scene, words)
    yield from happening_questions(scene, words)
    denied = {claim for question in denials for answer in question.answers for claim in answer.claims}
    for question in agreement_questions(scene, words):
        if denied.isdisjoint(question.answers[0].claims):  # what is also denied is no agreement
            yield question


def _order(question: OpenQuestion) -> tuple[bool, int, int, str]:
    claims = sum(len(answer.claims) for answer in question.answers)
    return (not question.rival, -len(question.answers), -claims, question.id)
