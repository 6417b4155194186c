"""What one says and another denies in the same words: "X said it fell, a claim that Y denies"."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from counterclaim.records import Claim, Extent, Parse, Reading, Statement, fingerprint
from counterclaim.values.acts import ActWords, puts_forward

POINTING = frozenset({"it", "this", "that", "these", "those", "the", "such", "any"})
"""Words of a content that only points back, besides nouns of saying: "it", "these charges"."""

NEGATING = frozenset(
    {"not", "n't", "n’t", "never", "no", "nobody", "none", "neither", "nor", "few", "hardly"}
)
WANTED = frozenset(
    {"ask", "request", "apply", "seek", "appeal", "petition", "want", "demand", "file", "bail"}
)
"""Words of what is granted or denied as a request: to deny it says nothing of what happened."""

BEFORE = 2
"""Sentences before a denial in which there must be one statement alone, for it to point at that one."""


def gainsaying(parse: Parse, statements: Sequence[Statement], acts: ActWords) -> dict[str, str]:
    """For each statement that denies what another of its article says, which one says it.

    It has the other's very words for content, or only points back at them ("denied it", "the charge"): at
    those of the one statement that somebody else makes earlier in its sentence or in the two before.
    """
    found = {}
    for one in statements:
        if one.act == "deny":
            same = next((s for s in statements if puts_forward(s.act) and _has_words_of(s, one)), None)
            said = same if same is not None else _pointed_at(parse, one, statements, acts)
            if said is not None and said.speaker_name != one.speaker_name:
                found[one.id] = said.id
    return found


def _has_words_of(one: Statement, denial: Statement) -> bool:
    """Whether what is denied is what one says, or a part of it, and the denial itself no part of it."""
    inside = all(_lies_in(extent, one.content) for extent in denial.content)
    return bool(denial.content) and inside and not any(_lies_in(c, one.content) for c in denial.cue)


def _lies_in(extent: Extent, extents: Sequence[Extent]) -> bool:
    return any(start <= extent[0] and extent[1] <= end for start, end in extents)


def _pointed_at(
    parse: Parse, one: Statement, statements: Sequence[Statement], acts: ActWords
) -> Statement | None:
    if not (one.source and one.cue and _points(parse, one, acts) and _is_made(parse, one)):
        return None
    start = min(one.source[0][0], one.cue[0][0])
    here = parse.sentence_at(start)
    near = [
        s
        for s in statements
        if s.content[-1][1] <= start and here - BEFORE <= parse.sentence_at(s.content[-1][0])
    ]
    if len(near) != 1 or not puts_forward(near[0].act):
        return None
    if parse.sentence_at(near[0].content[0][0]) != parse.sentence_at(near[0].content[-1][0]):
        return None  # which of its sentences is denied is open
    wanted = any(parse.lemmas[i] in WANTED for i in parse.within((*near[0].cue, *near[0].content)))
    return None if wanted else near[0]


def _points(parse: Parse, one: Statement, acts: ActWords) -> bool:
    """Whether a content only points back.

    What is turned down must be a claim: "rejected it" may be of an offer, "dismissed the charge" a ruling.
    """
    tokens = parse.within(one.content)
    nouns = [i for i in tokens if (cue := acts.nouns.get(parse.lemmas[i])) and puts_forward(cue.act)]
    bare = all(parse.words[i] in POINTING or i in nouns for i in tokens)
    definite = bool(tokens) and parse.words[tokens[0]] in POINTING
    turned = any(parse.lemmas[i] in acts.turning_down for i in parse.within(one.cue))
    ruled = turned and (not nouns or any(parse.lemmas[i] == "charge" for i in nouns))  # by a judge
    return bare and definite and not ruled


def _is_made(parse: Parse, one: Statement) -> bool:
    """Whether a denial is made: not asked for, tried, possible or still to come."""
    cue = parse.within(one.cue)
    last = parse.sentences[parse.sentence_at(one.cue[0][0])][1] - 1
    if not cue or any(parse.words[i] in NEGATING for i in (*parse.within(one.source), *cue)):
        return False
    before = [i for i in (cue[0] - 1, *cue) if i >= 0]
    if any(parse.tokens[i].tag in ("MD", "TO", "VBG") or parse.words[i] == "to" for i in before):
        return False
    return not any(parse.words[i] == "?" for i in range(max(0, last - 1), last + 1))


def without_content(statements: Sequence[Statement], denials: Mapping[str, str]) -> list[Statement]:
    """The statements, of which those that deny another's very words leave these to the other.

    So does who denies a denial: what is denied stays the claim of who denied it first.
    """
    by_id = {s.id: s for s in statements}
    shared = {denial for denial, said in denials.items() if _has_words_of(by_id[said], by_id[denial])}
    first: dict[tuple[Extent, ...], str] = {}
    for one in sorted((s for s in statements if s.act == "deny"), key=lambda s: (s.cue, s.id)):
        if first.setdefault(one.content, one.id) != one.id:
            shared.add(one.id)
    forward = {s.content for s in statements if puts_forward(s.act)}
    shared |= {s.id for s in statements if s.act == "deny" and s.content in forward}
    return [replace(s, content=()) if s.id in shared else s for s in statements]


def with_denied(reading: Reading, denials: Mapping[str, str], refuted: Sequence[tuple[str, str]]) -> Reading:
    """A reading in which what is denied in another's words is a claim of either, with its values.

    `denials` as from `gainsaying`; `refuted` are statements and claims that they call untrue. Who denies an
    accusation denies it of whom it accuses. What only points back is no claim any more.
    """
    if not denials and not refuted:
        return reading
    told: dict[str, list[Claim]] = {}
    by_id = {s.id: s for s in reading.statements}
    part = {by: by_id[by].content for by, said in denials.items() if _has_words_of(by_id[said], by_id[by])}
    for claim in reading.claims:
        deniers = {by for by, said in denials.items() if said == claim.statement}
        deniers -= {by for by in deniers & part.keys() if not _lies_in(claim.spans[0], part[by])}
        deniers |= {by for by, of in refuted if of == claim.id}
        if deniers and not (claim.negated or claim.status == "denied"):  # to deny a "not" says that it is so
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
