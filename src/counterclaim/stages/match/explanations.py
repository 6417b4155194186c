"""Cause and motive questions: different explanations of the same thing."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from counterclaim.records import OpenQuestion, Reason, fingerprint
from counterclaim.stages.match.blocking import candidates, clusters
from counterclaim.stages.match.scene import Scene, readable, shortened
from counterclaim.stages.match.words import QuestionWords

SAME_EFFECT = 0.62
"""Cosine from which two effects are the same thing explained; set on the development gold."""

SAME_REASON = 0.6
"""Cosine from which two explanations are one answer."""

SHORT = 3
"""Letters up to which a word of an effect brings it beside no other: "the", "was"."""


def explanation_questions(scene: Scene, words: QuestionWords) -> Iterator[OpenQuestion]:
    """A question for each thing that is explained in more than one way."""
    for kind in ("cause", "motive"):
        keys = {_key(r): r for r in scene.reasons if r.kind == kind and scene.tells(r.claim)}
        links = _same_effect(scene, keys, words)
        for members in clusters(keys, links):
            group = [keys[m] for m in members]
            answers = _answers(scene, group)
            if len(answers) > 1:
                yield _question(scene, kind, group, answers)


def _same_effect(scene: Scene, reasons: Mapping[str, Reason], words: QuestionWords) -> list[tuple[str, str]]:
    """Pairs of explanations of the same thing: of one family of undertakings, or in words that are near."""
    effects = {key: scene.text(r.article, r.effect) for key, r in reasons.items()}
    telling = {
        key: tuple(sorted({w for w in text.lower().split() if len(w) > SHORT}))
        for key, text in effects.items()
    }
    pairs = list(candidates(telling, telling))
    shared = sorted({effects[key] for pair in pairs for key in pair})
    vectors = dict(zip(shared, scene.vectors(shared), strict=True)) if shared else {}
    links = [
        (one, two)
        for one, two in pairs
        if float(vectors[effects[one]] @ vectors[effects[two]]) >= SAME_EFFECT
    ]
    first_of: dict[str, str] = {}
    for key in sorted(reasons):
        topics = sorted(_topics(scene, reasons[key], words))
        links += [(first_of.setdefault(topic, key), key) for topic in topics]
    return links


def _key(reason: Reason) -> str:
    return f"{reason.article}|{reason.effect}|{reason.reason}"


def _topics(scene: Scene, reason: Reason, words: QuestionWords) -> set[str]:
    """The families of undertakings that an effect's words belong to."""
    text = scene.text(reason.article, reason.effect).lower().split()
    return {
        name
        for name, family in words.topics.items()
        for w in text
        if w.strip(".,;:'’") in family or w.rstrip("s.,") in family
    }


def _answers(scene: Scene, reasons: Sequence[Reason]) -> list[list[Reason]]:
    """Explanations that say the same make one answer; one that is negated never joins one that is not."""
    if len(reasons) < 2:
        return [list(reasons)]
    texts = [scene.text(r.article, r.reason) for r in reasons]
    vectors = scene.vectors(texts)
    keys = [_key(r) for r in reasons]
    number = {key: i for i, key in enumerate(keys)}
    plain = {key: (*sorted(set(text.lower().split())), "") for key, text in zip(keys, texts, strict=True)}
    links = [
        (one, two)
        for one, two in candidates(plain, plain)
        if reasons[number[one]].negated == reasons[number[two]].negated
        and float(vectors[number[one]] @ vectors[number[two]]) >= SAME_REASON
    ]
    by_key = dict(zip(keys, reasons, strict=True))
    return [[by_key[k] for k in group] for group in clusters(keys, links)]


def _question(
    scene: Scene, kind: str, reasons: Sequence[Reason], answers: Sequence[Sequence[Reason]]
) -> OpenQuestion:
    effects: dict[str, int] = defaultdict(int)
    for reason in reasons:
        effects[scene.text(reason.article, reason.effect)] += 1
    effect = min(effects, key=lambda e: (-effects[e], abs(len(e) - 40), e))
    made = []
    for group in answers:
        wording = min((scene.text(r.article, r.reason) for r in group), key=lambda t: (abs(len(t) - 60), t))
        text = shortened(f"not {readable(wording)}" if group[0].negated else readable(wording))
        spans = [scene.span(r.article, r.reason) for r in group]
        made.append(scene.answer(text, [scene.claims[r.claim] for r in group], spans))
    asked = "What explains this" if kind == "cause" else "What for, or what moves them"
    return OpenQuestion(
        id=fingerprint("q", kind, *sorted(_key(r) for r in reasons)),
        kind="cause" if kind == "cause" else "motive",
        text=f"{asked}: “{shortened(effect)}”?",
        answers=tuple(made),
        rival=True,
        why=(f"{len(made)} explanations are given of “{shortened(effect)}”",),
    )
