"""Responsibility questions: who is held to have done what, by whom, and who denies it.

One question for each deed on which somebody is named, and one over the whole story for harm of which the
parties accuse each other.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from counterclaim.records import Claim, Event, OpenAnswer, OpenQuestion, Span, fingerprint
from counterclaim.stages.match.blocking import candidates, gathered
from counterclaim.stages.match.scene import PUT_FORWARD, Scene, most_common
from counterclaim.stages.match.words import QuestionWords
from counterclaim.values.dates import compare_dates

SAME_DEED = 0.34
"""Share of telling terms from which two charges are of one deed; set on the development gold's events."""

TERMS_AROUND = 12
"""The most telling terms of a charge's sentence, by which it is set beside others."""

PARTIES = frozenset({"armed_group", "state", "government"})
"""Kinds of actors that are charged by any telling of a deed."""

NAMED = frozenset({"organisation", "person"})
"""Kinds that are charged only where somebody accuses them, or where they have a side."""


@dataclass(frozen=True, slots=True)
class Charge:
    """Somebody held (or said not) to be responsible, in a claim, with the words that say so."""

    claim: Claim
    accused: str
    denied: bool
    deed: str
    when: str | None
    place: str | None
    terms: frozenset[str]
    spans: tuple[Span, ...]

    @property
    def key(self) -> str:
        """What tells this charge from others."""
        return f"{self.claim.id}|{self.accused}|{self.denied}"


def responsibility_questions(scene: Scene, words: QuestionWords) -> Iterator[OpenQuestion]:
    """The questions on single deeds, then the one on all harm."""
    found = list({c.key: c for c in charges_of(scene, words)}.values())
    charges = sorted((_answering(scene, c, found) for c in found), key=lambda c: c.key)
    by_key = {c.key: c for c in charges}
    order = {c.key: tuple(sorted(c.terms, key=lambda t: (-scene.weight(t), t))) for c in charges}
    scope = {c.key: [k for k in (("place", c.place), ("when", c.when)) if k[1] is not None] for c in charges}
    keys = {key: [*terms[:TERMS_AROUND], *scope[key]] for key, terms in order.items()}
    links = {
        (a.key, b.key): points
        for a, b in ((by_key[x], by_key[y]) for x, y in candidates(keys, order))
        if (points := _same_deed(scene, a, b)) >= SAME_DEED
    }
    grouped = gathered(links)
    alone = sorted(set(by_key) - {key for group in grouped for key in group})
    for together in [*grouped, *([key] for key in alone)]:
        members = [by_key[k] for k in together]
        if len({c.claim.article for c in members}) > 1 or any(c.claim.statement for c in members):
            yield _question(scene, members, words, whole_story=False)
    if len({scene.party(c.accused) for c in charges if not c.denied}) > 1:
        yield _question(scene, charges, words, whole_story=True)


def _answering(scene: Scene, denial: Charge, charges: Sequence[Charge]) -> Charge:
    """A denial that names no deed ("denied the charge") answers the accusation told nearest to it."""
    if not denial.denied or denial.deed:
        return denial
    party, at = scene.party(denial.accused), denial.claim.spans[0][0]
    accusations = [
        c
        for c in charges
        if not c.denied and c.claim.article == denial.claim.article and scene.party(c.accused) == party
    ]
    if not accusations:
        return denial
    nearest = min(accusations, key=lambda c: (abs(c.claim.spans[0][0] - at), c.key))
    return replace(
        denial, deed=nearest.deed, when=nearest.when, place=nearest.place, terms=denial.terms | nearest.terms
    )


def charges_of(scene: Scene, words: QuestionWords) -> Iterator[Charge]:
    """Everybody named as the doer of a violent deed, and every denial of one."""
    told = list(_told(scene, words))
    yield from told
    yield from _stated(scene, words, {scene.party(c.accused) for c in told if not c.denied})


def _told(scene: Scene, words: QuestionWords) -> Iterator[Charge]:
    """The doers of violent deeds, and those blamed for a toll."""
    for event in scene.events:
        if event.sub_event_type in words.deeds and scene.tells(event.claim) and event.status in PUT_FORWARD:
            claim = scene.claims[event.claim]
            for participant in event.participants:
                actor = scene.who(participant, claim)
                if participant.role == "agent" and _party(scene, actor, words):
                    yield _charge(scene, claim, actor or "", event, denied=_is_denied(claim))
    for figure in scene.figures:
        if figure.blamed and scene.tells(figure.claim) and _party(scene, figure.blamed, words):
            claim = scene.claims[figure.claim]
            yield _charge(scene, claim, figure.blamed, None, denied=_is_denied(claim))


def _stated(scene: Scene, words: QuestionWords, blamed: Collection[str]) -> Iterator[Charge]:
    """Accusations, claims of responsibility, and denials by those who are accused.

    Who denies that somebody came to harm clears nobody by it, and answers only where itself is blamed: in
    the story, of whose tellings `blamed` holds the parties, or by an accusation.
    """
    answering: list[tuple[Claim, str]] = []
    of_harm: list[tuple[Claim, str]] = []
    accused_in: set[tuple[str, str]] = set()
    for claim in scene.claims.values():
        statement = scene.statement_of(claim)
        if statement is None:
            continue
        speaker, target = statement.speaker or "", statement.target or ""
        if statement.act == "accuse" and _accountable(scene, target, words):
            accused_in.add((claim.article, scene.party(target)))
            yield _charge(scene, claim, target, None, denied=False)
        elif statement.act == "claim_responsibility" and _accountable(scene, speaker, words):
            yield _charge(scene, claim, speaker, None, denied=False)
        elif statement.act == "deny" and (said := scene.in_whose_words(claim)) is not claim:
            # who denies what another tells clears by it whom the other means
            claimed = scene.statement_of(said)
            if claimed is not None and claimed.act == "claim_responsibility":
                target = claimed.speaker or ""
            if _accountable(scene, target, words):
                yield _charge(scene, claim, target, None, denied=True)
        elif statement.act == "deny" and _accountable(scene, speaker, words):
            if target and _is_harmed(scene, claim, target):
                of_harm.append((claim, speaker))
            elif _answers_to_blame(scene, claim, words):
                yield _charge(scene, claim, target or speaker, None, denied=True)
            else:
                answering.append((claim, speaker))
    for claim, speaker in answering:
        if (claim.article, scene.party(speaker)) in accused_in:
            yield _charge(scene, claim, speaker, None, denied=True)
    accused = {party for _, party in accused_in}.union(blamed)
    for claim, speaker in of_harm:
        if scene.party(speaker) in accused:
            yield _charge(scene, claim, speaker, None, denied=True)


def _is_harmed(scene: Scene, claim: Claim, actor: str) -> bool:
    """Whether an actor is only one to whom the deeds of a claim are done: "that 40 villagers were killed"."""
    roles = {
        participant.role
        for event in scene.events_of.get(claim.id, ())
        for participant in event.participants
        if participant.actor == actor
    }
    return bool(roles) and "agent" not in roles


def _party(scene: Scene, actor: str | None, words: QuestionWords) -> bool:
    """Whether an actor is one that the doing of violence is asked of."""
    known = scene.actors.get(actor or "")
    if known is None or _faceless(known.name, words):
        return False
    return known.kind in PARTIES or (known.kind in NAMED and known.side is not None)


def _accountable(scene: Scene, actor: str | None, words: QuestionWords) -> bool:
    """Whether an actor can be accused, or answer an accusation."""
    known = scene.actors.get(actor or "")
    return known is not None and known.kind in PARTIES | NAMED and not _faceless(known.name, words)


def _faceless(name: str, words: QuestionWords) -> bool:
    """Whether a name tells only what did it: "warplanes", but not "Russian warplanes"."""
    plain = [w for w in name.lower().split() if w.isalpha() or "-" in w]
    telling = [w for w in plain if w not in {"the", "a", "some", "two", "several"}]
    return " ".join(telling) in words.faceless or not telling


def _answers_to_blame(scene: Scene, claim: Claim, words: QuestionWords) -> bool:
    """Whether a denied claim is about a deed or about blame."""
    deeds = any(e.sub_event_type in words.deeds for e in scene.events_of.get(claim.id, ()))
    return deeds or bool(words.of_blame & set(claim.terms))


def _is_denied(claim: Claim) -> bool:
    return claim.negated or claim.status == "denied"


def _charge(scene: Scene, claim: Claim, accused: str, event: Event | None, *, denied: bool) -> Charge:
    events = [event] if event is not None else list(scene.events_of.get(claim.id, ()))
    when = next((e.date for e in events if e.date), None)
    place = next((e.place for e in events if e.place), None)
    own_words = frozenset(
        t for a in scene.cast.actors if a.id == accused for label in a.labels for t in label.lower().split()
    )
    return Charge(
        claim=claim,
        accused=accused,
        denied=denied,
        deed=events[0].sub_event_type if events else "",
        when=when,
        place=place,
        terms=scene.sentence_terms(claim.article, claim.sentence) - own_words,
        spans=scene.evidence(claim),
    )


def _same_deed(scene: Scene, first: Charge, second: Charge) -> float:
    """How likely two charges are of one deed: days or places that differ part them."""
    if first.when and second.when and compare_dates(first.when, second.when).outcome == "different":
        return 0.0
    if scene.far_apart(first.place, second.place):
        return 0.0
    points = scene.shared(first.terms, second.terms)
    if first.deed and first.deed == second.deed:
        points += 0.1
    if first.place and first.place == second.place:
        points += 0.1
    return points


def _question(
    scene: Scene, charges: Sequence[Charge], words: QuestionWords, *, whole_story: bool
) -> OpenQuestion:
    """Answers by accused party; denials make the answer that it was not that party."""
    by_answer: dict[tuple[str, bool], list[Charge]] = defaultdict(list)
    for charge in charges:
        if not (whole_story and charge.denied):
            by_answer[scene.party(charge.accused), charge.denied].append(charge)
    answers = []
    for (party, denied), group in sorted(by_answer.items()):
        name = scene.party_name(party)
        answers.append(_answer(scene, f"not {name}" if denied else name, group))
    accused = sorted({scene.party_name(p) for p, denied in by_answer if not denied})
    cleared = sorted({scene.party_name(p) for p, denied in by_answer if denied})
    why = [f"{' and '.join(accused)} are each held responsible"] if len(accused) > 1 else []
    why += [f"that it was {name} is denied" for name in cleared if name in accused or not accused]
    return OpenQuestion(
        id=fingerprint("q", "responsibility", whole_story, *sorted(c.key for c in charges)),
        kind="responsibility",
        text=_text(charges, words, whole_story=whole_story),
        answers=tuple(answers),
        rival=len(answers) > 1,
        why=tuple(why),
    )


def _answer(scene: Scene, text: str, charges: Sequence[Charge]) -> OpenAnswer:
    return scene.answer(text, [c.claim for c in charges], [span for c in charges for span in c.spans])


def _text(charges: Sequence[Charge], words: QuestionWords, *, whole_story: bool) -> str:
    if whole_story:
        return "Who is held responsible for the harm in this story?"
    place = most_common(c.place for c in charges)
    when = most_common(c.when for c in charges)
    deed = words.deeds.get(next((c.deed for c in charges if c.deed), ""), "this")
    scope = ", ".join(x for x in (place, when) if x)
    return f"Who is responsible for {deed} ({scope})?" if scope else f"Who is responsible for {deed}?"
