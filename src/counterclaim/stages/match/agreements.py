"""Occurrence questions with one answer: what several claims say alike, and what stands alone but matters."""

from collections import defaultdict
from collections.abc import Iterator

from counterclaim.records import Claim, Figure, OpenQuestion, fingerprint
from counterclaim.stages.match.blocking import gathered
from counterclaim.stages.match.denials import asserts, denied, negative
from counterclaim.stages.match.happenings import told_alike
from counterclaim.stages.match.scene import Scene, whether
from counterclaim.stages.match.words import QuestionWords
from counterclaim.values.figures import counted_class, numbers_differ

SAME_SAYING_TERMS = 0.5
SAME_SAYING_COSINE = 0.62
SAME_EVENT_COSINE = 0.5
FEWEST_SHARED = 2
"""Shared terms and likeness from which two claims say the same; set on the development gold."""


def agreement_questions(scene: Scene, words: QuestionWords) -> Iterator[OpenQuestion]:
    """A question for each thing that claims of two articles or more say alike, or tell of the same event."""
    claims = [c for c in scene.claims.values() if len(c.terms) > 1 and asserts(c, words)]

    tolls = {
        f.claim
        for f in scene.figures
        if f.counted and f.unit is None and counted_class(f.counted) in words.tolls
    }

    measures: dict[str, list[Figure]] = defaultdict(list)
    for f in scene.figures:
        if f.unit is not None:
            measures[f.claim].append(f)

    def worth(one: Claim, two: Claim) -> bool:
        return (
            one.article != two.article
            and not tolls & {one.id, two.id}
            and not any(numbers_differ(a, b) for a in measures[one.id] for b in measures[two.id])
            and negative(scene, one, words) == negative(scene, two, words)
            and len(set(one.terms) & set(two.terms)) >= FEWEST_SHARED
            and not _by_others(scene, one, two)
        )

    pairs = scene.pairs(claims, worth=worth, least_terms=SAME_SAYING_TERMS, least_cosine=SAME_SAYING_COSINE)
    alike = {(p.first, p.second): p.cosine for p in pairs}
    for (first, second), likeness in told_alike(scene).items():
        one, two = scene.claims[first], scene.claims[second]
        if worth(one, two) and all(asserts(c, words) for c in (one, two)):
            near = scene.cosine(first, second)
            if near >= SAME_EVENT_COSINE:
                alike[first, second] = max(likeness, alike.get((first, second), 0.0))
    for keys in gathered(alike):
        members = [scene.claims[k] for k in keys]
        if len({_plain(c.text) for c in members}) > 1:
            yield _question(scene, members, words)


def _by_others(scene: Scene, one: Claim, two: Claim) -> bool:
    """Whether the claims give a deed or a holding to different parties: then they do not say the same."""
    doers = [
        {
            scene.party(actor)
            for event in scene.events_of.get(claim.id, ())
            for participant in event.participants
            if participant.role in {"agent", "holder", "loser"} and (actor := scene.who(participant, claim))
        }
        for claim in (one, two)
    ]
    return bool(doers[0] and doers[1]) and not doers[0] & doers[1]


def _plain(text: str) -> str:
    """The letters and digits of a wording: claims that differ in nothing else are copies, no agreement."""
    return "".join(c for c in text.lower() if c.isalnum())


def _question(scene: Scene, claims: list[Claim], words: QuestionWords) -> OpenQuestion:
    no = negative(scene, claims[0], words)
    wording = denied(scene, claims) if no else scene.wording(claims)
    return OpenQuestion(
        id=fingerprint("q", "agreement", *sorted(c.id for c in claims)),
        kind="occurrence",
        text=whether(wording.removeprefix("denied: ")),
        answers=(scene.answer(wording, claims),),
        rival=False,
        why=(f"{len({c.article for c in claims})} articles {'deny' if no else 'say'} this alike",),
    )
