"""Occurrence questions with one answer: what several claims say alike, and what stands alone but matters."""

from collections.abc import Iterator

from counterclaim.records import Claim, OpenQuestion, fingerprint
from counterclaim.stages.match.blocking import gathered
from counterclaim.stages.match.denials import negative
from counterclaim.stages.match.happenings import told_alike
from counterclaim.stages.match.scene import Scene, whether
from counterclaim.stages.match.words import QuestionWords

SAME_SAYING_TERMS = 0.5
SAME_SAYING_COSINE = 0.62
"""Shared terms and likeness from which two claims say the same; set on the development gold."""


def agreement_questions(scene: Scene, words: QuestionWords) -> Iterator[OpenQuestion]:
    """A question for each thing that claims of two articles or more say alike, or tell of the same event."""
    claims = [c for c in scene.claims.values() if len(c.terms) > 1 and _asserts(c, words)]

    def worth(one: Claim, two: Claim) -> bool:
        return one.article != two.article and negative(scene, one, words) == negative(scene, two, words)

    pairs = scene.pairs(claims, worth=worth, least_terms=SAME_SAYING_TERMS, least_cosine=SAME_SAYING_COSINE)
    alike = {
        (one, two): likeness
        for (one, two), likeness in told_alike(scene).items()
        if worth(scene.claims[one], scene.claims[two])
        and all(_asserts(scene.claims[c], words) for c in (one, two))
    }
    for pair in pairs:
        key = (pair.first, pair.second)
        alike[key] = max(pair.cosine, alike.get(key, 0.0))
    for keys in gathered(alike):
        members = [scene.claims[k] for k in keys]
        if len({_plain(c.text) for c in members}) > 1:
            yield _question(scene, members)


def _asserts(claim: Claim, words: QuestionWords) -> bool:
    """Whether a claim asserts something itself: an outlet that tells of an "account" does not."""
    reports = claim.statement is None and bool(words.of_saying & set(claim.terms))
    return claim.status != "hypothetical" and not reports


def _plain(text: str) -> str:
    """The letters and digits of a wording: claims that differ in nothing else are copies, no agreement."""
    return "".join(c for c in text.lower() if c.isalnum())


def _question(scene: Scene, claims: list[Claim]) -> OpenQuestion:
    wording = scene.wording(claims)
    return OpenQuestion(
        id=fingerprint("q", "agreement", *sorted(c.id for c in claims)),
        kind="occurrence",
        text=whether(wording),
        answers=(scene.answer(wording, claims),),
        rival=False,
        why=(f"{len({c.article for c in claims})} articles say this alike",),
    )
