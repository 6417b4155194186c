"""8. A question's standing, by the rules of who stands behind its answers.

The rules, in order:

1. A person's decision, where there is one.
2. **disputed**: the answers cannot all hold, and two of them rest each on a root that the other lacks.
3. **corroborated**: one answer rests on two roots or more that are not of one side.
4. **one-sided**: all roots of the answer are of one side, or its one root is a party to the events.
5. **single-source**: one root.

A root that belongs to no side is independent; all roots of one side count as one. The own voice of an
article, or of a group of copies, is no second root beside a speaker whom it quotes for the same answer,
nor is whoever was told the answer by a speaker, or passed the speaker's words on.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.records import (
    Act,
    Actor,
    ActorKind,
    Answer,
    Cast,
    Claim,
    OpenAnswer,
    OpenQuestion,
    Question,
    QuestionKind,
    Review,
    Root,
    Standing,
    Statement,
    Tracing,
)

PARTIES: tuple[ActorKind, ...] = ("armed_group", "government", "state")
"""Kinds of actors that fight or rule: what one of them alone says of itself or its enemies is one-sided."""

PARTIES_IF_SIDED: tuple[ActorKind, ...] = ("person", "organisation")
"""Kinds of actors that speak as a party once the texts put them on a side."""

PARTISAN_ACTS: tuple[Act, ...] = ("accuse", "deny", "claim_responsibility", "condemn", "praise", "promise")
"""Acts with which a speaker accuses, boasts or explains itself, whatever is asked."""

NEUTRAL_KINDS: tuple[QuestionKind, ...] = ("time", "place")
"""What a party can tell without praise or blame: when and where."""

REPORTED_KINDS: tuple[QuestionKind, ...] = ("figure", "occurrence", "control", "time", "place")
"""What an outlet, even one of a side, reports as news; on blame and motives it speaks for its side."""

OVERRIDE = "standing:"
"""How a review's decision sets a standing: "standing:disputed"."""

STANDINGS: tuple[Standing, ...] = ("corroborated", "disputed", "one_sided", "single_source")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ledger:
    """What the rules look up, once for a story."""

    claims: Mapping[str, Claim]
    acts: Mapping[str, Act]
    actors: Mapping[str, Actor]
    side_names: Mapping[str, str]
    roots: Mapping[str, Root]
    root_of: Mapping[str, str]
    admissions: frozenset[str]
    through: Mapping[str, frozenset[str]]
    decisions: Mapping[str, Review]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Support:
    """An answer with its roots: all of them, and those that count beside each other."""

    answer: OpenAnswer
    roots: tuple[Root, ...]
    counted: tuple[Root, ...]
    told: Mapping[str, str]


def weigh(
    question: OpenQuestion, *, tracing: Tracing, cast: Cast, reviews: Sequence[Review] = ()
) -> Question:
    """Say how one question stands, and why. For all questions of a story, `weigh_all` is faster."""
    return weigh_all((question,), tracing=tracing, cast=cast, reviews=reviews)[0]


def weigh_all(
    questions: Iterable[OpenQuestion], *, tracing: Tracing, cast: Cast, reviews: Sequence[Review] = ()
) -> tuple[Question, ...]:
    """Say how each question of a story stands, and why.

    Claims without a root in `tracing` count for no answer. A review decides when its `finding` is the
    question's id and its `decision` is "standing:" and a standing; of several the latest counts.
    """
    ledger = _ledger(tracing, cast, reviews)
    return tuple(_weigh(question, ledger) for question in questions)


def _weigh(question: OpenQuestion, ledger: _Ledger) -> Question:
    supports = tuple(_support(answer, ledger) for answer in question.answers)
    standing, reasons = _standing(question, supports, ledger)
    admitted = [_admission(claim, ledger) for s in supports for claim in _admitted(s.answer, ledger)]
    reviewed = ledger.decisions.get(question.id)
    if reviewed is not None:
        decided = reviewed.decision.removeprefix(OVERRIDE)
        reasons.append(
            f"{reviewed.by} decided on {reviewed.at} that this is {_in_words(decided)}, "
            f"not {_in_words(standing)}{': ' + reviewed.why if reviewed.why else ''}."
        )
        standing = next(s for s in STANDINGS if s == decided)
    return Question(
        id=question.id,
        kind=question.kind,
        text=question.text,
        standing=standing,
        why=tuple(dict.fromkeys((*question.why, *reasons, *admitted))),
        answers=tuple(_answer(support, ledger) for support in supports),
    )


def _standing(
    question: OpenQuestion, supports: Sequence[_Support], ledger: _Ledger
) -> tuple[Standing, list[str]]:
    notes = [note for support in supports for note in _left_out(support)]
    if question.rival and len(supports) > 1:
        pair = _opposed(supports)
        if pair is not None:
            return "disputed", [*notes, *_dispute(*pair, supports)]
        notes.append(_inconsistent(supports))
    best = max(supports, key=lambda s: (len(_units(s.counted)), len(s.counted)), default=None)
    if best is None or not best.counted:
        return "single_source", [*notes, "No root could be found for any answer."]
    standing, reason = _alone(question.kind, best, ledger)
    return standing, [*notes, reason]


def _alone(kind: QuestionKind, support: _Support, ledger: _Ledger) -> tuple[Standing, str]:
    """The standing of one answer by itself."""
    said, units = _quoted(support.answer), _units(support.counted)
    if len(units) > 1:
        return (
            "corroborated",
            f"{said} rests on {len(units)} roots that are not of one side: {_listed(support, ledger)}.",
        )
    first = support.counted[0]
    if len(support.counted) > 1:
        return "one_sided", (
            f"{said} rests on {len(support.counted)} roots, all of one side "
            f"({_side_name(first.side, ledger)}): {_listed(support, ledger)}."
        )
    partisan = _partisan(kind, support, first, ledger)
    if partisan is not None:
        return "one_sided", f"{said} rests on {first.name} alone, {partisan}."
    return "single_source", f"{said} rests on one root, {_listed(support, ledger)}."


def _partisan(kind: QuestionKind, support: _Support, root: Root, ledger: _Ledger) -> str | None:
    """Why the one root of an answer speaks for a side; None where it reports."""
    actor = ledger.actors.get(root.actor or "")
    if actor is None or (actor.kind == "outlet" and (root.side is None or kind in REPORTED_KINDS)):
        return None
    acts = {ledger.acts[c] for c in support.answer.claims if c in ledger.acts}
    side = _side_name(root.side, ledger) if root.side else None
    if actor.kind == "outlet":
        return f"which is of one side ({side})"
    if actor.kind not in PARTIES and not (side and actor.kind in PARTIES_IF_SIDED):
        return None
    if kind in NEUTRAL_KINDS and acts.isdisjoint(PARTISAN_ACTS):
        return None
    return (
        f"which is a party ({side})"
        if side
        else "which is a party and speaks of itself or of those it opposes"
    )


def _opposed(supports: Sequence[_Support]) -> tuple[_Support, _Support] | None:
    """The first two answers of which each has a root that the other lacks."""
    for i, one in enumerate(supports):
        for other in supports[i + 1 :]:
            a, b = ({r.id for r in s.counted} for s in (one, other))
            if a - b and b - a:
                return one, other
    return None


def _dispute(one: _Support, other: _Support, supports: Sequence[_Support]) -> list[str]:
    held = "; ".join(f"{_quoted(s.answer)}: {_names(s.counted)}" for s in supports if s.counted)
    reasons = [
        f"{_quoted(one.answer)} ({_names(one.counted)}) and "
        f"{_quoted(other.answer)} ({_names(other.counted)}) cannot both hold and come from different roots."
    ]
    return reasons if len(supports) == 2 else [*reasons, f"All answers with their roots: {held}."]


def _inconsistent(supports: Sequence[_Support]) -> str:
    """Say why answers that cannot all hold are no dispute."""
    values = " and ".join(_quoted(s.answer) for s in supports)
    held = [{r.id for r in s.counted} for s in supports]
    roots = {r.id: r for s in supports for r in s.counted}
    if not roots:
        return f"{values} differ, but no root is known for either."
    if len(roots) == 1:
        name = _names(tuple(roots.values()))
        return f"{values} differ, but come from {name}: an update or inconsistency of one root, no dispute."
    both = tuple(roots[r] for r in sorted(roots) if sum(r in ids for ids in held) > 1)
    names = _names(both) or _names(tuple(roots.values()))
    return (
        f"{values} differ, but {names} gives more than one of them, and no other root stands against it: "
        "an update or inconsistency of one root, no dispute."
    )


def _support(answer: OpenAnswer, ledger: _Ledger) -> _Support:
    """Find the roots of an answer, and leave out an own voice that only repeats whom it quotes."""
    held: dict[str, list[str]] = {}
    for claim in answer.claims:
        root = ledger.root_of.get(claim, "")
        if root in ledger.roots:
            held.setdefault(root, []).append(claim)
    quoted_in = {
        ledger.claims[claim].article
        for root, claims in held.items()
        for claim in claims
        if claim in ledger.claims and ledger.claims[claim].statement is not None
    }
    roots = tuple(ledger.roots[r] for r in sorted(held, key=lambda r: (ledger.roots[r].name, r)))
    counted = [r for r in roots if not _repeats(r, held[r.id], quoted_in, ledger)]
    told: dict[str, str] = {}
    for heard in tuple(counted):
        others = (r for r in counted if r.id != heard.id)
        teller = next((r for r in others if _came_through(heard, held[r.id], ledger)), None)
        if teller is not None:
            counted.remove(heard)
            told[heard.id] = teller.name
    return _Support(answer=answer, roots=roots, counted=tuple(counted), told=told)


def _came_through(root: Root, claims: Iterable[str], ledger: _Ledger) -> bool:
    """Tell whether claims of others came by way of a root: told to it, or passed on by it."""
    return any(root.id in ledger.through.get(claim, ()) for claim in claims)


def _repeats(root: Root, claims: Iterable[str], quoted_in: set[str], ledger: _Ledger) -> bool:
    """Tell whether a root is only an own voice that elsewhere quotes a speaker for the same answer."""
    found = [ledger.claims[c] for c in claims if c in ledger.claims]
    own = bool(found) and all(c.statement is None for c in found)
    return own and not quoted_in.isdisjoint((*root.articles, *(c.article for c in found)))


def _left_out(support: _Support) -> list[str]:
    counted = {r.id for r in support.counted}
    return [
        f"{root.name} also gives {_quoted(support.answer)}, but had it from {support.told[root.id]}: "
        "no further root."
        if root.id in support.told
        else f"{root.name} also gives {_quoted(support.answer)} in its own voice, "
        "but quotes a speaker for it: no further root."
        for root in support.roots
        if root.id not in counted
    ]


def _units(roots: Iterable[Root]) -> set[str]:
    """What counts as one: a side, or a root that belongs to none."""
    return {root.side or root.id for root in roots}


def _answer(support: _Support, ledger: _Ledger) -> Answer:
    return Answer(
        text=support.answer.text,
        claims=support.answer.claims,
        roots=tuple(r.id for r in support.roots),
        sides=tuple(sorted({r.side for r in support.roots if r.side})),
        evidence=support.answer.evidence,
        against_interest=_admitted(support.answer, ledger),
    )


def _admitted(answer: OpenAnswer, ledger: _Ledger) -> tuple[str, ...]:
    return tuple(c for c in answer.claims if c in ledger.admissions)


def _admission(claim: str, ledger: _Ledger) -> str:
    root = ledger.roots.get(ledger.root_of.get(claim, ""))
    name = root.name if root else "a speaker"
    return f"{name} says this against its own interest: “{ledger.claims[claim].text}”."


def _ledger(tracing: Tracing, cast: Cast, reviews: Sequence[Review]) -> _Ledger:
    statements = {s.id: s for r in cast.readings for s in r.statements}
    claims = {c.id: c for r in cast.readings for c in r.claims}
    actors = {a.id: a for a in cast.actors}
    sides = {a.id: a.side for a in cast.actors}
    roots = {r.id: r for r in tracing.roots}
    told = {c.id: statements[c.statement] for c in claims.values() if c.statement in statements}
    own = {c: s for c, s in told.items() if s.speaker is not None}
    blamed = {f.claim: f.blamed for r in cast.readings for f in r.figures if f.blamed is not None}
    admissions = {c for c, s in told.items() if s.act == "admit"}
    for claim, statement in own.items():
        whom = blamed.get(claim) or (statement.target if statement.act == "accuse" else None)
        same_side = (
            whom is not None
            and sides.get(whom) is not None
            and sides.get(whom) == sides.get(statement.speaker or "")
        )
        denied = statement.act == "deny" or claims[claim].negated or claims[claim].status == "denied"
        if whom is not None and (whom == statement.speaker or same_side) and not denied:
            admissions.add(claim)
    known = {f"{OVERRIDE}{s}" for s in STANDINGS}
    decisions = {r.finding: r for r in sorted(reviews, key=lambda r: (r.at, r.by)) if r.decision in known}
    return _Ledger(
        claims=claims,
        acts={c: s.act for c, s in told.items()},
        actors=actors,
        side_names={s.id: s.name for s in cast.sides},
        roots=roots,
        root_of=tracing.root_of,
        admissions=frozenset(admissions),
        through=_through(told, roots, cast),
        decisions=decisions,
    )


def _through(
    told: Mapping[str, Statement], roots: Mapping[str, Root], cast: Cast
) -> dict[str, frozenset[str]]:
    """For each claim the roots by way of which it came: the hops of its statement, and who was told it."""
    named: dict[str, set[str]] = defaultdict(set)
    for root in roots.values():
        for known in (root.actor, _bare(root.name)):
            if known:
                named[known].add(root.id)
    texts = {r.article.id: r.article.text for r in cast.readings}
    kinds = {a.id: a.kind for a in cast.actors}
    at: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for actor in cast.actors:
        for m in actor.mentions:
            at[m.article].append((m.start, m.end, actor.id))
    found = {}
    for claim, statement in told.items():
        by = {x for hop in statement.hops for x in (hop.speaker, _bare(hop.speaker_name or "")) if x}
        text = texts[statement.article]
        telling = [e for b, e in statement.cue if text[b:e].lower() in TELLING]
        opens = min((b for b, _ in statement.content), default=0)
        if telling and opens > telling[-1]:
            for start, end, heard in at[statement.article]:
                if telling[-1] <= start and end <= opens and kinds[heard] not in PARTIES:
                    by |= {heard, _bare(text[start:end])}
        ways = {root for x in by for root in named.get(x, ())}
        if ways:
            found[claim] = frozenset(ways)
    return found


TELLING = frozenset({"told", "tells", "telling", "has told", "had told", "have told", "informed"})
"""Cues behind which stands who is told."""


def _bare(name: str) -> str:
    """A name to tell whether two are one: lower case, without an article."""
    return name.lower().removeprefix("the ").strip()


def _quoted(answer: OpenAnswer) -> str:
    return f"“{answer.text}”"


def _names(roots: Sequence[Root]) -> str:
    return _joined(root.name for root in roots)


def _listed(support: _Support, ledger: _Ledger) -> str:
    return _joined(f"{r.name} ({_side_name(r.side, ledger)})" if r.side else r.name for r in support.counted)


def _joined(names: Iterable[str]) -> str:
    *most, last = sorted(dict.fromkeys(names)) or [""]
    return f"{', '.join(most)} and {last}" if most else last


def _side_name(side: str | None, ledger: _Ledger) -> str:
    return ledger.side_names.get(side or "", side or "no side")


def _in_words(standing: str) -> str:
    return standing.replace("_", "-")
