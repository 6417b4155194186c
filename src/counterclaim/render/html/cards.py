"""One question, one card: its standing, its answers side by side, under each the claims in their words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from counterclaim.records import Answer, Claim, Extent, Question
from counterclaim.render.html.bylines import byline, caveats
from counterclaim.render.html.marks import Mark, Wrap, marked
from counterclaim.render.html.plots.figures import plot_id, rows_of, worth_a_plot
from counterclaim.render.html.tags import Child, bdi, el, folded, joined
from counterclaim.render.html.view import View, signed
from counterclaim.render.html.wording import KINDS, STANDINGS, answer_text, count, question_text

LONGEST = 420
"""Characters of a sentence shown around the words of a claim; the whole is one step away."""
MOST_COLUMNS = 4
"""Answers of a question shown at once, those with most roots first."""
MOST_REASONS = 12
"""Reasons of a standing on its card; the table of questions has all."""
MOST_ROOTS = 8
"""Roots of a question explained on its card; lineage and tables have all."""
NAMED_ROOTS = 6
"""Roots named under an answer; the dots and the number stand for all."""
KEPT_OPEN = 2
"""Claims of an answer shown at once; further ones open when asked for."""
MOST_CLAIMS = 10
"""Claims of an answer quoted at all; beyond that a link each."""


def card(question: Question, view: View) -> Markup:
    """The card of a question."""
    n = view.numbers[question.id]
    return el(
        "article",
        el(
            "header",
            el(
                "p",
                el("a", f"Q{n}", href=f"#{question.id}", class_="number", aria_label=f"Question {n}"),
                badge(question.standing),
                el("span", KINDS[question.kind], class_="kind"),
                to_plot(question, view),
                class_="eyebrow",
            ),
            el("h3", bdi(question_text(question)), id=f"{question.id}-text"),
        ),
        body(question, view),
        id=question.id,
        class_=f"card {question.standing}",
        aria_labelledby=f"{question.id}-text",
        **filtered_by(question, view),
    )


def to_plot(question: Question, view: View) -> Child:
    """A link to the plot of a question, where it has one."""
    if not worth_a_plot(question, rows_of(question, view)):
        return None
    return el("a", "as a plot", href=f"#{plot_id(question, view)}")


def outlets_of(question: Question, view: View) -> list[str]:
    """The accounts whose claims answer a question."""
    claims = [view.claims[c] for answer in question.answers for c in answer.claims if c in view.claims]
    return sorted({view.outlet(c.article) for c in claims})


def filtered_by(question: Question, view: View) -> dict[str, str]:
    """What the filter of the page goes by."""
    sides = sorted({view.look(side).key for answer in question.answers for side in answer.sides})
    return {
        "data_standing": question.standing,
        "data_kind": question.kind,
        "data_outlets": "\n".join(outlets_of(question, view)),
        "data_sides": " ".join(sides) or "none",
    }


def body(question: Question, view: View) -> Child:
    """The answers side by side, and why the standing is what it is."""
    columns = [answer_column(question, at, answer, view) for at, answer in enumerate(question.answers)]
    further = columns[MOST_COLUMNS:]
    return [
        el("div", columns[:MOST_COLUMNS], class_=f"answers n{min(len(columns), 4)}"),
        folded(count(len(further), "more answer"), el("div", further, class_="answers n4"))
        if further
        else None,
        why(question, view),
    ]


def badge(standing: str) -> Markup:
    """A standing as a word with a sign."""
    sign, word, meaning = STANDINGS[standing]
    return el(
        "span",
        el("span", sign, class_="sign", aria_hidden="true"),
        " ",
        word,
        class_=f"standing {standing}",
        title=meaning,
    )


def answer_column(question: Question, at: int, answer: Answer, view: View) -> Markup:
    """One answer: its wording, its roots as dots, its claims."""
    voiced = voicings(answer, view)
    shown = [claim_item(question, at, answer, one, view) for one in voiced[:MOST_CLAIMS]]
    items: list[Child] = [el("ul", shown[:KEPT_OPEN], class_="claims")]
    beyond = [
        claim
        for voicing in voiced[MOST_CLAIMS:]
        for claim in (*voicing.claims, *voicing.copies, *voicing.copied)
    ]
    if shown[KEPT_OPEN:]:
        more = count(len(voiced) - KEPT_OPEN, "more claim")
        items.append(
            folded(
                more, [el("ul", shown[KEPT_OPEN:], class_="claims"), only_linked(question, at, beyond, view)]
            )
        )
    heading = el("h4", bdi(answer_text(question, answer))) if answer.text else None
    return el("section", heading, dots(answer, view), items, class_="answer")


def only_linked(question: Question, at: int, claims: Sequence[Claim], view: View) -> Child:
    """Claims beyond those that are quoted: a link each."""
    links = [
        el("a", view.account(c.article), href=f"#{c.id}", id=view.item(question, at, c.id)) for c in claims
    ]
    return el("p", "Also in: ", joined(links, ", "), ".", class_="also") if links else None


@dataclass(frozen=True, slots=True)
class Voicing:
    """Claims of one answer that read as one: of one sentence from one root, with the copies elsewhere.

    `copies` has the first claim of the sentence in each other account, `copied` all further ones.
    """

    claims: tuple[Claim, ...]
    copies: tuple[Claim, ...]
    copied: tuple[Claim, ...] = ()


def voicings(answer: Answer, view: View) -> list[Voicing]:
    """The claims of an answer, those of one sentence together, copies of a sentence from one root as one."""
    claims = [view.claims[c] for c in answer.claims if c in view.claims]
    sentences: dict[tuple[str, Extent, str], list[Claim]] = {}
    for claim in sorted(
        claims, key=lambda c: (view.articles[c.article].published or "9", c.article, c.spans)
    ):
        root = view.dossier.root_of.get(claim.id, claim.article)
        sentences.setdefault((claim.article, claim.sentence, root), []).append(claim)
    groups: dict[tuple[str, str], list[list[Claim]]] = {}
    for (_, _, root), together in sentences.items():
        words = " ".join(c.text for c in together).casefold()
        groups.setdefault((root, words), []).append(together)
    return [voicing(first, rest) for first, *rest in groups.values()]


def voicing(first: Sequence[Claim], rest: Sequence[Sequence[Claim]]) -> Voicing:
    """Claims of a sentence with its copies; words an account repeats itself are no copy."""
    copies = tuple(c[0] for c in rest if c[0].article != first[0].article)
    copied = tuple(claim for c in rest for claim in c if claim not in copies)
    return Voicing(tuple(first), copies, copied)


def dots(answer: Answer, view: View) -> Markup:
    """The roots of an answer: one dot a root, however many accounts carry it."""
    roots = [view.roots[root] for root in answer.roots if root in view.roots]
    accounts = len({view.claims[c].article for c in answer.claims if c in view.claims})
    if not roots:
        return el("p", count(accounts, "account"), class_="roots")
    names: list[Child] = [signed(view.root_name(root), view.look(root.side)) for root in roots[:NAMED_ROOTS]]
    if len(roots) > NAMED_ROOTS:
        names.append(f"and {len(roots) - NAMED_ROOTS} more")
    carried = f", carried by {count(accounts, 'account')}" if accounts > len(roots) else ""
    return el(
        "p",
        el("span", "●" * min(len(roots), 12), class_="dots", aria_hidden="true"),
        f" {count(len(roots), 'root')}{carried}: ",
        joined(names, ", "),
        class_="roots",
    )


def claim_item(question: Question, at: int, answer: Answer, voicing: Voicing, view: View) -> Markup:
    """A claim: the words in their sentence, whose they are, how they came."""
    claim, *others = voicing.claims
    anchors = [el("span", id=view.item(question, at, other.id)) for other in (*others, *voicing.copied)]
    also = [
        el("a", view.account(c.article), href=f"#{c.id}", id=view.item(question, at, c.id))
        for c in voicing.copies
    ]
    carried = ["Carried in the same words by ", joined(also, ", "), ": one root."]
    return el(
        "li",
        anchors,
        el("blockquote", quotation(voicing.claims, answer, view), dir="auto"),
        el("p", byline(claim, view), class_="by"),
        caveats(question, voicing.claims, answer, view),
        el("p", carried, class_="also") if also else None,
        class_=f"claim {view.look_of(claim).css}",
        id=view.item(question, at, claim.id),
    )


def quotation(claims: Sequence[Claim], answer: Answer, view: View) -> Markup:
    """The sentence of claims with the words of the answer marked and linked, cut where it runs on."""
    first = claims[0]
    text = view.articles[first.article].text
    start, end = first.sentence
    stretch = max(end, *(span[1] for claim in claims for span in claim.spans))
    spans = merged(
        [
            (e.start, e.end)
            for e in answer.evidence
            if e.article == first.article and start <= e.start < stretch
        ]
        or [span for claim in claims for span in claim.spans]
    )
    start, end = min(start, spans[0][0]), max(end, spans[-1][1])
    before, after = start, end
    if end - start > LONGEST:
        room = max(LONGEST - (spans[-1][1] - spans[0][0]), 80) // 2
        before = word_edge(text, max(start, spans[0][0] - room), start)
        after = min(end, spans[-1][1] + room)
        while after < end and not text[after].isspace():
            after += 1
    marks = [Mark(s, e, 0, to_words(claim_at(claims, s, e))) for s, e in spans]
    words = marked(text, before, after, marks)
    return el("p", "… " if before > start else None, words, " …" if after < end else None)


def claim_at(claims: Sequence[Claim], start: int, end: int) -> Claim:
    """The claim that holds some words, else the first."""
    return next((c for c in claims if any(s < end and e > start for s, e in c.spans)), claims[0])


def to_words(claim: Claim) -> Wrap:
    """Mark words and lead to where they stand."""
    return lambda inner, first, last: el("a", el("mark", inner), href=f"#{claim.id}")


def word_edge(text: str, at: int, floor: int) -> int:
    """The start of the word at `at`, not before `floor`."""
    while at > floor and not text[at - 1].isspace():
        at -= 1
    return at


def merged(spans: Iterable[Extent]) -> list[Extent]:
    """Extents in order, those that overlap made one."""
    out: list[Extent] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def why(question: Question, view: View) -> Markup:
    """The reasons of a standing, with the values compared, and of its roots."""
    _, word, meaning = STANDINGS[question.standing]
    roots = dict.fromkeys(root for answer in question.answers for root in answer.roots)
    reasons = [el("li", bdi(reason)) for reason in question.why[:MOST_REASONS]]
    if len(question.why) > MOST_REASONS:
        reasons.append(el("li", f"{len(question.why) - MOST_REASONS:,} more are in questions.csv."))
    of_roots = [
        el("li", el("b", bdi(view.root_name(view.roots[root]))), ": ", bdi(view.roots[root].why))
        for root in list(roots)[:MOST_ROOTS]
        if root in view.roots and view.roots[root].why
    ]
    return folded(
        "Why this standing",
        [
            el("p", el("b", word.capitalize()), f" means: {meaning}. It says nothing about who is right."),
            el("ul", reasons) if reasons else None,
            [el("p", "Where the claims come from:"), el("ul", of_roots)] if of_roots else None,
        ],
        class_="why",
    )
