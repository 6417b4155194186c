"""The page that leads to the dossiers of several stories."""

from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from counterclaim.records import Dossier, Rejection
from counterclaim.render.html.cards import badge
from counterclaim.render.html.making import rejected
from counterclaim.render.html.page import shell
from counterclaim.render.html.tags import Child, bdi, el, joined
from counterclaim.render.html.view import TITLE
from counterclaim.render.html.wording import STANDINGS, count, date, parted, shortened

NAMED = 8
"""Outlets of a story named in the index."""


def to_html(items: Sequence[tuple[str, Dossier]], rejections: Sequence[Rejection]) -> str:
    """Write the index: `items` are (relative path of a dossier's page, the dossier), in the order given."""
    number = count(len(items), "story", "stories")
    head = el("header", el("p", "Counterclaim", class_="kicker"), el("h1", number.capitalize()), class_="top")
    stories: Child = [entry(where, dossier) for where, dossier in items] or el("p", "No story was found.")
    left_out = el("section", el("h2", "What was left out"), rejected(tuple(rejections)))
    return shell(f"{number} · Counterclaim", f"{number}: who claims what, where.", [
        head, el("main", stories, left_out, id="main", class_="top"),
    ], None)  # fmt: skip


def entry(where: str, dossier: Dossier) -> Markup:
    """One story: its title, its accounts, its questions by standing."""
    found = Counter(str(q.standing) for q in dossier.questions)
    outlets = sorted({a.outlet or shortened(a.title or "", TITLE) for a in dossier.articles} - {""})
    title = dossier.story.title or "An event without a title"
    days = sorted({a.published for a in dossier.articles if a.published})
    others = len(outlets) - NAMED
    return el(
        "section",
        el("h2", el("a", bdi(parted(title)[0] if days else title), href=where)),
        el(
            "p",
            count(len(dossier.articles), "account"),
            ": " if outlets else None,
            joined([bdi(outlet) for outlet in outlets[:NAMED]], ", "),
            f" and {others} more" if others > 0 else None,
            f". {date(days[0])}" if days else None,
            f" to {date(days[-1])}" if len(days) > 1 else None,
        ),
        el("p", [[el("b", found[name]), " ", badge(name), " "] for name in STANDINGS if found[name]]),
    )
