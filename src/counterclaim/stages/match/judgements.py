"""Judgement questions: the same thing called good by one voice and bad by another."""

from collections.abc import Iterator

from counterclaim.records import Claim, OpenQuestion, fingerprint
from counterclaim.stages.match.blocking import clusters
from counterclaim.stages.match.scene import Scene
from counterclaim.stages.match.words import QuestionWords

SAME_MATTER_TERMS = 0.12
SAME_MATTER_COSINE = 0.4
"""Shared terms and likeness from which two judgements are of one matter; set on the development gold."""


def judgement_questions(scene: Scene, words: QuestionWords) -> Iterator[OpenQuestion]:
    """A question for each matter that is judged both ways."""
    judged = [c for c in scene.claims.values() if _verdict(c, words) != 0]
    pairs = scene.pairs(judged, least_terms=SAME_MATTER_TERMS, least_cosine=SAME_MATTER_COSINE)
    opposed = [
        p
        for p in pairs
        if _verdict(scene.claims[p.first], words) != _verdict(scene.claims[p.second], words)
        and scene.voice(scene.claims[p.first]) != scene.voice(scene.claims[p.second])
    ]
    for keys in clusters(
        {c for p in opposed for c in (p.first, p.second)}, [(p.first, p.second) for p in opposed]
    ):
        claims = [scene.claims[k] for k in keys]
        good = [c for c in claims if _verdict(c, words) > 0]
        bad = [c for c in claims if _verdict(c, words) < 0]
        yield OpenQuestion(
            id=fingerprint("q", "judgement", *keys),
            kind="judgement",
            text=f"How is this judged? “{scene.wording(claims)}”",
            answers=(scene.answer(scene.wording(good), good), scene.answer(scene.wording(bad), bad)),
            rival=True,
            why=(f"“{scene.wording(good)}” speaks well of it, “{scene.wording(bad)}” does not",),
        )


def _verdict(claim: Claim, words: QuestionWords) -> int:
    """1: speaks well of its matter, -1: ill, 0: neither or both; a negation turns it round."""
    terms = set(claim.terms)
    leaning = len(terms & words.good) - len(terms & words.bad)
    sign = (leaning > 0) - (leaning < 0)
    return -sign if claim.negated else sign
