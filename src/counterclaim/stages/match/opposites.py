"""Occurrence questions where no word denies: senses that exclude each other, said of the same."""

from collections.abc import Iterator

from counterclaim.records import Claim, OpenQuestion, fingerprint
from counterclaim.stages.match.scene import Scene
from counterclaim.stages.match.words import Opposed, QuestionWords

LONGEST_CLAIM = 16
"""Content words beyond which a claim says too many things for one sense to be what it says."""


def opposite_questions(scene: Scene, words: QuestionWords) -> Iterator[OpenQuestion]:
    """A question for each pair of opposed senses that different voices use of the same thing."""
    for opposed in words.opposed:
        first = [c for c in scene.claims.values() if _uses(scene, c, opposed, 0, words)]
        second = [c for c in scene.claims.values() if _uses(scene, c, opposed, 1, words)]
        voices = {scene.voice(c) for c in first}, {scene.voice(c) for c in second}
        if first and second and len(voices[0] | voices[1]) > 1:
            yield OpenQuestion(
                id=fingerprint("q", "opposed", *sorted(c.id for c in (*first, *second))),
                kind="occurrence",
                text=f"{opposed.question}?",
                answers=(scene.answer(opposed.names[0], first), scene.answer(opposed.names[1], second)),
                rival=True,
                why=(
                    f"“{scene.wording(first)}” and “{scene.wording(second)}” "
                    f"use words that exclude each other: {opposed.names[0]}, {opposed.names[1]}",
                ),
            )


def _uses(scene: Scene, claim: Claim, opposed: Opposed, which: int, words: QuestionWords) -> bool:
    """Whether a claim uses one sense and not the other, of what the senses are about."""
    terms = set(claim.terms)
    if len(terms) > LONGEST_CLAIM:
        return False
    if claim.negated or not terms & opposed.words[which] or terms & opposed.words[1 - which]:
        return False
    if opposed.about == "people":
        return bool(terms & words.people)
    return opposed.about == "anything" or any(terms & family for family in words.topics.values())
