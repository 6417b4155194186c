"""Judgement questions: the same thing called good by one voice and bad by another."""

from collections.abc import Iterator, Sequence

from counterclaim.records import Claim, OpenQuestion, fingerprint
from counterclaim.stages.match.blocking import OPPOSED_TOGETHER, gathered
from counterclaim.stages.match.scene import Scene
from counterclaim.stages.match.words import QuestionWords

SAME_MATTER_TERMS = 0.12
SAME_MATTER_COSINE = 0.4
"""Shared terms and likeness from which two judgements are of one matter; set on the development gold."""


POINTING = frozenset({"this", "it", "they", "which", "that", "these", "it's", "it’s", "as"})
"""Words by which a judgement points to what was told just before, or is said of it: "as the best way out"."""


def judgement_questions(scene: Scene, words: QuestionWords) -> Iterator[OpenQuestion]:
    """A question for each matter judged both ways: one that is named, or told of in near words."""
    judged = [c for c in scene.claims.values() if _verdict(c, words) != 0]
    for name, family in sorted(words.matters.items()):
        yield from _question(
            scene, words, f"How is {name} judged?", [c for c in judged if _is_about(scene, c, family)]
        )
    pairs = scene.pairs(
        judged,
        worth=lambda one, two: _verdict(one, words) != _verdict(two, words),
        least_terms=SAME_MATTER_TERMS,
        least_cosine=SAME_MATTER_COSINE,
    )
    opposed = {(p.first, p.second): p.cosine for p in pairs}
    for keys in gathered(opposed, keeping_together=OPPOSED_TOGETHER):
        claims = [scene.claims[k] for k in keys]
        yield from _question(scene, words, f"How is this judged? “{scene.wording(claims)}”", claims)


def _question(
    scene: Scene, words: QuestionWords, text: str, claims: Sequence[Claim]
) -> Iterator[OpenQuestion]:
    """The question, if different voices judge differently."""
    good = [c for c in claims if _verdict(c, words) > 0]
    bad = [c for c in claims if _verdict(c, words) < 0]
    if not good or not bad or len({scene.voice(c) for c in claims}) < 2:
        return
    yield OpenQuestion(
        id=fingerprint("q", "judgement", *sorted(c.id for c in claims)),
        kind="judgement",
        text=text,
        answers=(scene.answer(scene.wording(good), good), scene.answer(scene.wording(bad), bad)),
        rival=True,
        why=(f"“{scene.wording(good)}” speaks well of it, “{scene.wording(bad)}” does not",),
    )


def _is_about(scene: Scene, claim: Claim, family: frozenset[str]) -> bool:
    """Whether a claim names a matter, or points to a sentence just before that does."""
    if set(claim.terms) & family:
        return True
    first = claim.text.split(maxsplit=1)[0].lower() if claim.text.split() else ""
    if first not in POINTING:
        return False
    return any(
        scene.sentence_terms(claim.article, s) & family
        for s in scene.sentences_around(claim.article, claim.sentence)
    )


def _verdict(claim: Claim, words: QuestionWords) -> int:
    """1: speaks well of its matter, -1: ill, 0: neither or both; a negation turns it round."""
    terms = set(claim.terms)
    leaning = len(terms & words.good) - len(terms & words.bad)
    sign = (leaning > 0) - (leaning < 0)
    return -sign if claim.negated else sign
