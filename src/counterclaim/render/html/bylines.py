"""Beside a claim: who makes it and how it came, what must not be overlooked, how its values were read."""

from collections.abc import Iterator, Sequence

from counterclaim.records import Answer, Claim, Extent, Question, Statement
from counterclaim.render.html.plots.figures import answering
from counterclaim.render.html.readings import as_read
from counterclaim.render.html.tags import Child, bdi, el, joined
from counterclaim.render.html.view import View, signed
from counterclaim.render.html.who import standing_of, sureness, withheld_or_seen
from counterclaim.render.html.wording import STATUSES, act_words, date

FIRST_WORD = 20
"""Characters in which the first word of a content stands."""


def byline(claim: Claim, view: View) -> Child:
    """Who makes a claim and how it came."""
    said = view.statements.get(claim.statement or "")
    if said is None:
        return ["Told by ", el("b", bdi(view.account(claim.article))), " in its own voice"]
    target = view.actor(said.target)
    against: Child = (
        [", against ", signed(target, view.look_of_actor(said.target))]
        if target and said.act == "accuse"
        else None
    )
    name = el("b", signed(view.speaker(said), view.look_of_actor(said.speaker)))
    outlet = view.outlet(claim.article).casefold()
    through = [step for step in view.chain(said)[1:-1] if step.casefold() != outlet]
    way = joined([bdi(step) for step in (*through, view.account(claim.article))], " → ")
    who, sure = standing_of(said, view.speaker(said)), sureness(said)
    return [
        act_words(said.act, done(said, view)),
        " ",
        name,
        [", ", bdi(who)] if who else None,
        against,
        el("span", " → ", way, f" · {sure}" if sure else None, class_="chain"),
    ]


def done(said: Statement, view: View) -> str:
    """The words of a cue with the first word of what it holds: "gave no", of "gave no toll"."""
    first = [(start, min(end, start + FIRST_WORD)) for start, end in said.content[:1]]
    return " ".join(
        [*(view.words(said.article, extent) for extent in said.cue)]
        + [view.words(said.article, extent).partition(" ")[0] for extent in first]
    )


def caveats(question: Question, claims: Sequence[Claim], answer: Answer, view: View) -> Child:
    """What a reader must not overlook: hedged, denied, alleged; against interest; how a figure was read."""
    notes: dict[str, Child] = {}
    for claim in claims:
        said = view.statements.get(claim.statement or "")
        if claim.status in STATUSES:
            notes[claim.status] = STATUSES[claim.status]
        if claim.negated and claim.status != "denied":
            notes["negated"] = "a negative: that it is not so"
        if said is not None and said.hedged and claim.status != "alleged":
            notes["hedged"] = "the account keeps its distance from it"
        if said is not None:
            notes |= {note: note for note in withheld_or_seen(said)}
            if points_back(claim, said):
                notes["back"] = ["in the words “", bdi(view.words(said.article, whole(said))), "”"]
        if claim.id in answer.against_interest:
            notes["interest"] = "speaks against the speaker’s own side"
        notes |= {
            f"“{words}”": ["“", bdi(words), "” read as ", read]
            for words, read in read_as(question, answer, claim, view)
        }
    return el("p", joined(notes.values(), " · "), class_="notes") if notes else None


def points_back(claim: Claim, said: Statement) -> bool:
    """Whether the words of a claim are another's, at which a statement only points: "denied it"."""
    first = claim.spans[0][0]
    return not any(start <= first < end for start, end in said.content)


def whole(said: Statement) -> Extent:
    """From the first character of a statement to the last."""
    extents = (*said.source, *said.cue, *said.content)
    return min(start for start, _ in extents), max(end for _, end in extents)


def read_as(question: Question, answer: Answer, claim: Claim, view: View) -> Iterator[tuple[str, str]]:
    """The values of a claim that answer its question, where reading them took more than copying them."""
    if question.kind == "figure":
        for figure in answering(question, answer, claim, view):
            if figure.rule or figure.low is None or figure.low != figure.high:
                yield figure.text, as_read(figure)
    if question.kind == "time":
        evidence = [e for e in answer.evidence if e.article == claim.article]
        for found in view.dossier.dates:
            held = any(e.start < found.end and e.end > found.start for e in evidence)
            if found.claim == claim.id and found.value and held:
                yield found.text, f"{date(found.value)} ({found.basis})"
