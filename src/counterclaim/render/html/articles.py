"""The articles in full: statements underlined in their side's colour, source and cue marked, notes beside."""

from bisect import bisect_left
from collections.abc import Iterator

from markupsafe import Markup

from counterclaim.records import Article, Claim, Part, Question, Statement
from counterclaim.render.html.bylines import done
from counterclaim.render.html.marks import Mark, Wrap, marked
from counterclaim.render.html.notes import Notes, notes_of, read_list, value_marks
from counterclaim.render.html.tags import Child, bdi, el, joined, web_address
from counterclaim.render.html.view import NONE, View
from counterclaim.render.html.wording import STANDINGS, act_words, count, date, question_text, shortened

PIECE = 420
"""Characters after which a long paragraph is broken at the end of a sentence."""

MOST_NOTES = 4
"""Questions named in full beside a paragraph; further ones by their number."""

PART_NAMES = {
    "caption": "Caption",
    "credit": "Credit",
    "source_line": "Source line",
    "dateline": "Dateline",
    "headline": "Headline",
}


def full_article(article: Article, view: View) -> Markup:
    """An article with its head, its text, and beside each paragraph the questions it speaks to."""
    statements = [s for s in view.dossier.statements if s.article == article.id]
    claims = [c for c in view.dossier.claims if c.article == article.id]
    own = notes_of(article, view)
    marks = [
        *statement_marks(statements, own, view),
        *claim_marks(claims, view),
        *spot_marks(article, view),
        *value_marks(own),
    ]
    marks.sort(key=lambda mark: (mark.start, -mark.end, mark.rank))
    return el(
        "article",
        el(
            "header",
            el("h3", bdi(article.title or view.outlet(article.id)), id=f"{article.id}-title"),
            facts(article, statements, claims, view),
        ),
        [
            paragraph(article, piece, within(marks, piece), claims, view, runs_on=runs_on)
            for part in whole(article)
            for piece, runs_on in readable(part, claims)
        ],
        read_list(own),
        el("p", el("a", "Back to the contents", href="#contents"), class_="back"),
        class_="account",
        id=article.id,
        aria_labelledby=f"{article.id}-title",
    )


def facts(article: Article, statements: list[Statement], claims: list[Claim], view: View) -> Markup:
    """What is known about an account."""
    address = web_address(article.url)
    own = sum(c.statement is None for c in claims)
    dated = [date(article.published), f" ({article.published_basis})" if article.published_basis else None]
    rows: list[tuple[str, Child]] = [
        ("Outlet", bdi(article.outlet) if article.outlet else "not stated"),
        ("By", bdi(article.byline) if article.byline else "not stated"),
        ("Published", dated),
        ("Kind", article.genre),
        ("Credits", joined([bdi(c) for c in article.credits], ", ") if article.credits else "none printed"),
        ("Found in it", f"{count(len(statements), 'statement')}, {count(own, 'claim')} in its own voice"),
        ("File", [bdi(article.file), el("code", f" SHA-256 {article.sha256[:16]}…", title=article.sha256)]),
    ]
    if address:
        rows.append(("Address", el("a", address, href=address, rel="noopener noreferrer nofollow")))
    return el("dl", [el("div", el("dt", name), el("dd", value)) for name, value in rows], class_="facts")


def whole(article: Article) -> Iterator[Part]:
    """The parts of an article in order; what lies in no part becomes body, so that all text is shown."""
    at = 0
    for part in sorted(article.parts, key=lambda p: (p.start, p.end)):
        start = max(part.start, at)
        if article.text[at:start].strip():
            yield Part(kind="body", start=at, end=start)
        if part.end > start:
            yield Part(kind=part.kind, start=start, end=part.end)
        at = max(at, part.end)
    if article.text[at:].strip():
        yield Part(kind="body", start=at, end=len(article.text))


def within(marks: list[Mark], piece: Part) -> list[Mark]:
    """Those of some marks, in order of their start, that touch a piece."""
    upto = bisect_left(marks, piece.end, key=lambda mark: mark.start)
    return [mark for mark in marks[:upto] if mark.end > piece.start]


def readable(part: Part, claims: list[Claim]) -> Iterator[tuple[Part, bool]]:
    """A part in pieces of some sentences, so that notes stand beside their words; whether a piece runs on."""
    ends = sorted({c.sentence[1] for c in claims if part.start < c.sentence[1] < part.end})
    start = part.start
    for end in ends:
        if end - start >= PIECE and part.end - end >= PIECE // 2:
            yield Part(kind=part.kind, start=start, end=end), True
            start = end
    yield Part(kind=part.kind, start=start, end=part.end), False


def paragraph(
    article: Article, part: Part, marks: list[Mark], claims: list[Claim], view: View, *, runs_on: bool
) -> Markup:
    """A paragraph, or a piece of one that runs on, with its notes."""
    words = marked(article.text, part.start, part.end, marks)
    name = PART_NAMES.get(part.kind)
    label = (
        el("span", f"{name}: ", class_="part") if name and part.kind not in ("dateline", "headline") else None
    )
    inside = [c for c in claims if part.start <= c.spans[0][0] < part.end]
    return el(
        "div",
        el("p", label, words, class_=f"text {part.kind}{' on' if runs_on else ''}", dir="auto"),
        notes(inside, view),
        class_="row",
    )


def notes(claims: list[Claim], view: View) -> Child:
    """Beside a paragraph: the questions that its claims answer."""
    found: dict[str, list[Claim]] = {}
    asked = {}
    for claim in claims:
        for question in view.asked_of.get(claim.id, ()):
            found.setdefault(question.id, []).append(claim)
            asked[question.id] = question
    if not found:
        return None
    items: list[Child] = []
    further: list[Child] = []
    for question_id, answering in sorted(found.items(), key=lambda item: view.numbers[item[0]]):
        question = asked[question_id]
        at = next(n for n, a in enumerate(question.answers) if answering[0].id in a.claims)
        sign, word, _ = STANDINGS[question.standing]
        if len(items) == MOST_NOTES:
            number = f"Q{view.numbers[question_id]}"
            goal = f"#{view.item(question, at, answering[0].id)}"
            further.append(
                el("a", number, href=goal, class_="number", title=shortened(question_text(question), 90))
            )
            continue
        items.append(
            el(
                "li",
                el(
                    "a",
                    el("span", f"Q{view.numbers[question_id]}", class_="number"),
                    " ",
                    bdi(shortened(question_text(question), 60)),
                    href=f"#{view.item(question, at, answering[0].id)}",
                ),
                el("span", f" {sign} {word}", class_=f"standing-word {question.standing}"),
            )
        )
    if further:
        items.append(el("li", "also ", joined(further, ", ")))
    return el("aside", el("ul", items), class_="margin", aria_label="Questions this paragraph speaks to")


def statement_marks(statements: list[Statement], own: Notes, view: View) -> Iterator[Mark]:
    """Content underlined in the side's colour; its sign leads to its note; source and cue lightly."""
    for said in statements:
        looked = view.look_of_actor(said.speaker)
        side = f" ({looked.name})" if looked is not NONE else ""
        manner = act_words(said.act, done(said, view))
        title = f"{manner} {view.speaker(said)}{side}{', hedged' if said.hedged else ''}"
        sign = el(
            "a", looked.sign, href=f"#{own.address(own.of[said.id])}", class_="sign", aria_label=f"{title}: "
        )
        for n, (start, end) in enumerate(sorted(said.content)):
            yield Mark(start, end, 0, content_wrap(said, looked.css, sign, first_piece=n == 0))
        for start, end in said.source:
            yield Mark(start, end, 2, plain_wrap("src"))
        for start, end in said.cue:
            yield Mark(start, end, 2, plain_wrap("cue"))


def content_wrap(said: Statement, css: str, sign: Markup, *, first_piece: bool) -> Wrap:
    """Wrap the content of a statement; its first piece has the anchor and the sign."""

    def wrap(inner: Markup, first: bool, last: bool) -> Markup:
        begins = first and first_piece
        return el(
            "span", sign if begins else None, inner, class_=f"said {css}", id=said.id if begins else None
        )

    return wrap


def plain_wrap(css: str) -> Wrap:
    """Wrap words in a span of a class."""
    return lambda inner, first, last: el("span", inner, class_=css)


def claim_marks(claims: list[Claim], view: View) -> Iterator[Mark]:
    """Claims: an anchor at their first words, and behind their last words a link to each question."""
    for claim in claims:
        last_span = len(claim.spans) - 1
        text = view.articles[claim.article].text
        for n, (start, end) in enumerate(claim.spans):
            start += len(text[start:end]) - len(text[start:end].lstrip())
            yield Mark(start, end, 1, claim_wrap(claim, view, first_piece=n == 0, last_piece=n == last_span))


def spot_marks(article: Article, view: View) -> Iterator[Mark]:
    """Anchors at the words that tables and plots lead to."""

    def anchored(name: str) -> Wrap:
        return lambda inner, first, last: el("span", inner, id=name) if first else inner

    for start, end in view.spots.get(article.id, ()):
        yield Mark(start, end, 3, anchored(view.spot(article.id, start)))


def claim_wrap(claim: Claim, view: View, *, first_piece: bool, last_piece: bool) -> Wrap:
    """Wrap a claim's words."""
    asked = view.asked_of.get(claim.id, ())

    def wrap(inner: Markup, first: bool, last: bool) -> Markup:
        begins, ends = first and first_piece, last and last_piece
        anchor = claim.id if begins else None
        refs = [reference(question, claim, view) for question in asked] if ends else None
        if not asked and not begins:
            return inner
        return el("span", inner, refs, class_="c" if begins else f"c {claim.id}", id=anchor)

    return wrap


def reference(question: Question, claim: Claim, view: View) -> Markup:
    """A raised number behind a claim, leading to the question's card."""
    at = next(n for n, a in enumerate(question.answers) if claim.id in a.claims)
    number = view.numbers[question.id]
    return el("a", f"Q{number}", href=f"#{view.item(question, at, claim.id)}", class_="ref")
