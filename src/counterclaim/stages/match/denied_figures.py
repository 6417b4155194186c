"""Numbers that a claim denies: no support for them, and at most an answer of their own."""

import re

from counterclaim.records import Figure
from counterclaim.stages.match.refuted_figures import is_doubted, is_refuted
from counterclaim.stages.match.scene import Scene
from counterclaim.stages.match.words import QuestionWords


def is_denied(scene: Scene, figure: Figure, words: QuestionWords) -> bool:
    """Whether a figure stands within a denial: "denied killing 86", "had not killed 86", "not 86 but 20".

    None killed ("no", "not one") is a number given, not one denied; the people in "the 86 dead were not
    soldiers" are counted, and something else is denied of them. A number also supports nothing where the
    report that gives it is called untrue, whether or not its claim was read as a negation.
    """
    if is_refuted(scene, figure, words) or is_doubted(scene, figure, words):
        return True
    if figure.high == 0:
        return False
    claim = scene.claims[figure.claim]
    statement = scene.statement_of(claim)
    if claim.status == "denied" or (claim.negated and statement is not None and statement.act == "deny"):
        return True
    before = _words_before(scene, figure)
    if before and before[-1] in words.negations:
        return figure.best != 1
    if not claim.negated:
        return False
    reach = _reach(scene, figure, words)
    said = bool(reach) and reach[0] in words.negations
    return said and before[-1] not in DEFINITE and words.breaking.isdisjoint(reach)


def denies_number(scene: Scene, figure: Figure, words: QuestionWords) -> bool:
    """Whether a denied figure is itself what is denied, not who did it or whether anybody knows.

    "The army denied killing 86" says nothing of how many died; "it is not true that 86 died" does.
    """
    claim = scene.claims[figure.claim]
    blamed = figure.blamed_at is not None or any(
        participant.role == "agent"
        for event in scene.events_of.get(claim.id, ())
        for participant in event.participants
    )
    beside = words.of_blame | words.unsure
    return (
        not blamed
        and not is_doubted(scene, figure, words)
        and beside.isdisjoint(claim.terms)
        and words.breaking.isdisjoint(_reach(scene, figure, words))
    )


DEFINITE = frozenset({"the", "these", "those", "all"})
"""Words before a number by which the counted are taken as known: nobody denies that they are so many."""


def _reach(scene: Scene, figure: Figure, words: QuestionWords) -> list[str]:
    """The words before a figure from the last negation on, or all of them where the denial stands outside."""
    before = _words_before(scene, figure)
    found = [at for at, word in enumerate(before) if word in words.negations]
    return before[found[-1] :] if found else before


def _words_before(scene: Scene, figure: Figure) -> list[str]:
    """The words and marks of a figure's claim before it, lower case; a clipped "n't" is "not"."""
    claim = scene.claims[figure.claim]
    text = " ".join(
        scene.text(claim.article, (start, min(end, figure.start)))
        for start, end in claim.spans
        if start < figure.start
    ).lower()
    return re.findall(r"\w+(?:-\w+)*|[,;:()–—]", re.sub(r"(?<=\w)n['’]t\b", " not", text))
