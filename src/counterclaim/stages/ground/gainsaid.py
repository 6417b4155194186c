"""What one says and another denies in the same words: "X said it fell, a claim that Y denies"."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from counterclaim.records import Claim, Parse, Reading, Statement, fingerprint
from counterclaim.values.acts import ActWords, puts_forward

POINTING = frozenset({"it", "this", "that", "these", "those", "the", "such", "any"})
"""Words of a content that only points back, besides nouns of saying: "it", "these charges"."""


def gainsaying(parse: Parse, statements: Sequence[Statement], acts: ActWords) -> dict[str, str]:
    """For each statement that denies what another of its article says, which one says it.

    It has the other's very words for content, or only points back at them ("denied it", "the charge"): at
    those of the one statement that somebody else makes in the sentence before or earlier in its own.
    """
    forward = {s.content: s.id for s in statements if puts_forward(s.act)}
    found = {}
    for one in statements:
        if one.act == "deny":
            said = forward.get(one.content) or _pointed_at(parse, one, statements, acts)
            if said is not None:
                found[one.id] = said
    return found


def _pointed_at(parse: Parse, one: Statement, statements: Sequence[Statement], acts: ActWords) -> str | None:
    tokens = parse.within(one.content)
    bare = all(parse.words[i] in POINTING or parse.lemmas[i] in acts.nouns for i in tokens)
    if not (bare and tokens and one.source and one.cue):
        return None
    start = min(one.source[0][0], one.cue[0][0])
    here = parse.sentence_at(start)
    near = [
        s
        for s in statements
        if puts_forward(s.act)
        and s.speaker_name != one.speaker_name
        and s.content[-1][1] <= start
        and parse.sentence_at(s.content[-1][0]) in (here - 1, here)
    ]
    nearest = max((parse.sentence_at(s.content[-1][0]) for s in near), default=None)
    told = [s.id for s in near if parse.sentence_at(s.content[-1][0]) == nearest]
    return told[0] if len(told) == 1 else None


def without_content(statements: Sequence[Statement], denials: Mapping[str, str]) -> list[Statement]:
    """The statements, of which those that deny another's very words leave these to the other."""
    content = {s.id: s.content for s in statements}
    shared = {denial for denial, said in denials.items() if content[denial] == content[said]}
    return [replace(s, content=()) if s.id in shared else s for s in statements]


def with_denied(reading: Reading, denials: Mapping[str, str], refuted: Sequence[tuple[str, str]]) -> Reading:
    """A reading in which what is denied in another's words is a claim of either, with its values.

    `denials` as from `gainsaying`; `refuted` are statements and claims that they call untrue. Who denies an
    accusation denies it of whom it accuses. What only points back is no claim any more.
    """
    if not denials and not refuted:
        return reading
    told: dict[str, list[Claim]] = {}
    for claim in reading.claims:
        deniers = {by for by, said in denials.items() if said == claim.statement}
        deniers |= {by for by, of in refuted if of == claim.id}
        if deniers:
            told[claim.id] = [_denied(claim, by) for by in sorted(deniers)]
    twins = [twin for every in told.values() for twin in every]
    answered = {twin.statement for twin in twins} & denials.keys()
    claims = [*(c for c in reading.claims if c.statement not in answered), *twins]
    held = {claim.id for claim in claims}
    figures = [
        replace(f, id=fingerprint("f", f.id, c.id), claim=c.id)
        for f in reading.figures
        for c in told.get(f.claim, ())
    ]
    events = [
        replace(e, id=fingerprint("e", e.id, c.id), claim=c.id, status="denied")
        for e in reading.events
        for c in told.get(e.claim, ())
    ]
    dates = [replace(d, claim=c.id) for d in reading.dates for c in told.get(d.claim or "", ())]
    places = [replace(p, claim=c.id) for p in reading.places for c in told.get(p.claim or "", ())]
    accused = {s.id: s.target_at for s in reading.statements if s.act == "accuse"}
    return replace(
        reading,
        statements=tuple(
            replace(s, target_at=accused.get(denials.get(s.id, ""), s.target_at)) for s in reading.statements
        ),
        claims=tuple(sorted(claims, key=lambda c: (c.sentence, c.spans, c.id))),
        figures=(*(f for f in reading.figures if f.claim in held), *figures),
        dates=(*(d for d in reading.dates if d.claim is None or d.claim in held), *dates),
        places=(*(p for p in reading.places if p.claim is None or p.claim in held), *places),
        events=(*(e for e in reading.events if e.claim in held), *events),
        reasons=tuple(r for r in reading.reasons if r.claim in held),
        relations=tuple(r for r in reading.relations if r.claim is None or r.claim in held),
    )


def _denied(claim: Claim, denial: str) -> Claim:
    """A claim of one as another denies it."""
    return replace(
        claim, id=fingerprint("c", claim.id, denial), statement=denial, negated=True, status="denied"
    )
