"""Numbers in words that are called untrue: "the toll of 86 was wrong", "cast doubt on reports that 86"."""

import re

from counterclaim.records import Figure
from counterclaim.stages.match.scene import Scene
from counterclaim.stages.match.words import QuestionWords

COPULA = frozenset({"was", "were", "is", "are", "be", "been", "as"})
"""Words behind which stands what is said of a report."""

DEGREE = frozenset({
    "a", "an", "the", "all", "just", "simply", "pure", "complete", "total", "gross", "outright", "much",
    "far", "big", "nothing", "but", "so", "plain", "being", "been",
})  # fmt: skip
"""Words between these two, beside adverbs: "grossly exaggerated", "a complete lie"."""

REACH = 10
"""Words between a report and its number, and between the number and what is said of the report."""

BESIDE = 3
"""Words behind a number within which a noun still is the number's: "the 86 figure", "the 86 dead claim"."""


def is_refuted(scene: Scene, figure: Figure, words: QuestionWords) -> bool:
    """Whether who gives a number says that the words which give it are not so.

    Only what the same speaker says counts: "Mora said the army's report that 14 died was false" leaves the
    army its 14.
    """
    before, after = _around(scene, figure)
    if _ends_on(before, words.far_from) or (
        scene.claims[figure.claim].negated and _is_called_untrue(before, words)
    ):
        return True
    if not _is_reported(before, after, words):
        return False
    for at, word in enumerate(after[: REACH + 1]):
        if word in COPULA:
            said = after[at + 1 :]
            while said and (said[0] in DEGREE or said[0].endswith("ly")):
                said = said[1:]
            rest = " ".join(said[:2])
            if any(rest == word or rest.startswith(f"{word} ") for word in words.refuting):
                return True
        elif word in words.breaking or word in CLAUSES:
            return False
    return False


def is_doubted(scene: Scene, figure: Figure, words: QuestionWords) -> bool:
    """Whether a number stands in words of somebody else which the speaker does not take on."""
    statement = scene.statement_of(scene.claims[figure.claim])
    before, after = _around(scene, figure)
    if statement is None or not (_is_reported(before, after, words) or "that" in before):
        return False
    cue = [w for extent in statement.cue for w in _words(scene.text(statement.article, extent))]
    return _ends_on(cue, words.doubting) or (
        words.breaking.isdisjoint(before) and _starts_on(before, words.doubting)
    )


CLAUSES = frozenset({"and", "that", "said", "says", "saying", "told"})
"""Words behind a number that begin to tell of something else."""


LIMITING = frozenset({"only", "just", "merely"})
"""Words before a number that leave it what is told: "it was false that only 4 died"."""


def _is_called_untrue(before: list[str], words: QuestionWords) -> bool:
    """Whether what a number stands in is called untrue before it: "it was a lie that 86"."""
    reach = f"{' '.join(before)} "
    at = max((reach.rfind(f" {word} that ") for word in words.refuting), default=-1)
    return at >= 0 and (words.breaking - LIMITING).isdisjoint(reach[at:].split())


def _is_reported(before: list[str], after: list[str], words: QuestionWords) -> bool:
    """Whether a number is that of a report, a claim, a toll: the noun before it, or right behind."""
    for at in range(len(before) - 1, max(-1, len(before) - 2 - REACH), -1):
        if before[at] in words.breaking:
            break
        if before[at] in words.telling:
            return words.denying.isdisjoint(before[max(0, at - 5) : at])
    return not words.telling.isdisjoint(after[:BESIDE])


def _ends_on(said: list[str], phrases: tuple[str, ...]) -> bool:
    return any(said[-len(p.split()) :] == p.split() for p in phrases)


def _starts_on(said: list[str], phrases: tuple[str, ...]) -> bool:
    return any(said[: len(p.split())] == p.split() for p in phrases)


def _around(scene: Scene, figure: Figure) -> tuple[list[str], list[str]]:
    """The words before and behind a number, within what its speaker says in the sentence."""
    claim = scene.claims[figure.claim]
    statement = scene.statement_of(claim)
    start, end = claim.sentence
    if statement is not None and statement.content:
        start = max(start, min(b for b, _ in statement.content))
        end = min(end, max(e for _, e in statement.content))
    before = _words(scene.text(figure.article, (min(start, figure.start), figure.start)))
    return before, _words(scene.text(figure.article, (figure.end, max(end, figure.end))))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+(?:-\w+)*|[,;:()–—]", re.sub(r"(?<=\w)n['’]t\b", " not", text.lower()))
