"""What this is about and how well it is covered: the accounts, the sides with their signs, the standings."""

from collections import Counter
from collections.abc import Iterable

from markupsafe import Markup

from counterclaim.records import Article, Question
from counterclaim.render.html.cards import badge
from counterclaim.render.html.tags import Child, bdi, el, folded, joined, table
from counterclaim.render.html.view import NONE, View, signed
from counterclaim.render.html.wording import STANDINGS, count, date, listing, shortened


def opening(view: View) -> list[Child]:
    """The first section."""
    return [
        el("p", summary(view), class_="lead"),
        tally(view.questions),
        accounts(view),
        sides(view),
        held_together(view),
    ]


def summary(view: View) -> Child:
    """The story and its coverage in two or three sentences."""
    d = view.dossier
    outlets = sorted({view.outlet(a.id) for a in d.articles})
    days = sorted(a.published for a in d.articles if a.published)
    dated: str = ""
    if days:
        dated = (
            f", published {date(days[0])}"
            if days[0] == days[-1]
            else f", published {date(days[0])} to {date(days[-1])}"
        )
    undated = sum(not a.published for a in d.articles)
    speakers = len({s.speaker or s.speaker_name for s in d.statements if s.speaker or s.speaker_name})
    named = f" ({listing(outlets)})" if 0 < len(outlets) <= 6 else ""
    they = "They hold" if len(d.articles) != 1 else "It holds"
    said = f"{count(len(d.statements), 'statement')} by {count(speakers, 'speaker')}"
    return [
        f"{count(len(d.articles), 'account').capitalize()} of one event or chain of events",
        bdi(named) if named else None,
        dated,
        f" ({undated} undated)" if undated and days else "",
        f". {they} {said if d.statements else 'no statements'}, ",
        f"and {count(sum(c.statement is None for c in d.claims), 'claim')} in "
        f"{'their' if len(d.articles) != 1 else 'its'} own voice, "
        f"which answer {count(len(d.questions), 'question')}. ",
        copies(view),
    ]


def copies(view: View) -> str:
    """How many accounts are really independent."""
    kinds = Counter(x.kind for x in view.dossier.lineage)
    found = [
        f"{count(kinds['copy'], 'copy', 'copies')} of a whole article" if kinds["copy"] else "",
        f"{count(kinds['passage'], 'shared passage')}" if kinds["passage"] else "",
        f"{count(kinds['wire'], 'agency credit')}" if kinds["wire"] else "",
    ]
    return f"Not all are independent: {listing(f for f in found if f)}." if any(found) else ""


def tally(questions: Iterable[Question]) -> Markup:
    """How many questions have which standing."""
    found = Counter(str(q.standing) for q in questions)
    goals = {"disputed": "disputed", "corroborated": "agreed", "one_sided": "alone", "single_source": "alone"}
    return el(
        "ul",
        [
            el(
                "li",
                el("a", el("b", found[standing]), " ", badge(standing), href=f"#{goals[standing]}"),
                el("span", meaning, class_="means"),
            )
            for standing, (_, _, meaning) in STANDINGS.items()
        ],
        class_="tally",
    )


def accounts(view: View) -> Markup:
    """The accounts as a table."""

    def row(article: Article) -> list[Child]:
        statements = sum(s.article == article.id for s in view.dossier.statements)
        own = sum(c.article == article.id and c.statement is None for c in view.dossier.claims)
        spoken = {
            q.id
            for q in view.questions
            for answer in q.answers
            for c in answer.claims
            if c in view.claims and view.claims[c].article == article.id
        }
        return [
            el("a", bdi(view.outlet(article.id)), href=f"#{article.id}"),
            bdi(shortened(article.title, 70)) if article.title else opens_with(article),
            date(article.published),
            article.genre,
            f"{len(article.text.split()):,}",
            str(statements),
            str(own),
            str(len(spoken)),
            joined([bdi(c) for c in article.credits], ", ") if article.credits else "—",
        ]

    heads = [
        "Account",
        "Title or first words",
        "Published",
        "Kind",
        "Words",
        "Statements",
        "Own voice",
        "Questions",
        "Credits",
    ]
    rows = [row(article) for article in view.dossier.articles]
    return table("The accounts read", heads, rows) if rows else el("p", "No account could be read.")


def opens_with(article: Article) -> Child:
    """The first words of an account that states no title."""
    words = shortened(article.text[:400], 70)
    return ["“", bdi(words), "”"] if words else bdi(article.file)


def sides(view: View) -> Markup:
    """The key of the sides: sign, colour, name, members, and the words on which each rests."""
    rows = []
    sides = {side.id: side for side in view.dossier.sides}
    for side_id, looked in view.looks.items():
        side = sides[side_id]
        members = [bdi(view.actors[a].name) for a in side.actors if a in view.actors]
        basis = [
            el(
                "a",
                "“",
                bdi(span.text),
                "”",
                href=f"#{view.spot(span.article, span.start)}",
                title=view.account(span.article),
            )
            for span in side.basis[:3]
        ]
        given: Child = "given by the user" if side.given_by == "user" else joined(basis, "; ")
        rows.append(
            el(
                "li",
                el("b", signed(side.name, looked)),
                ": " if members else None,
                joined(members, ", "),
                el("span", " — ", given, class_="basis") if basis or side.given_by == "user" else None,
            )
        )
    rows.append(el("li", el("b", el("span", NONE.sign, class_="sign sx"), " No side stated"), ": all others"))
    return el(
        "section",
        el("h3", "Who stands with whom"),
        el(
            "p",
            "Sides are taken from the texts or from the user, never inferred from outside.",
            class_="hint",
        ),
        el("ul", rows, class_="sides"),
        class_="key",
    )


def held_together(view: View) -> Child:
    """Why these accounts are one story."""
    if not view.dossier.story.why or len(view.dossier.articles) < 2:
        return None
    reasons = [el("li", bdi(reason)) for reason in view.dossier.story.why]
    return folded("Why these accounts are read as one story", el("ul", reasons))
