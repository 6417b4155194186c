"""The page that leads to the dossiers of several stories."""

from collections import Counter
from collections.abc import Sequence

from counterclaim.records import Dossier, Rejection
from counterclaim.render.html.cards import badge
from counterclaim.render.html.making import rejected
from counterclaim.render.html.page import shell
from counterclaim.render.html.tags import bdi, el, joined
from counterclaim.render.html.wording import STANDINGS, count, date


def to_html(items: Sequence[tuple[str, Dossier]], rejections: Sequence[Rejection]) -> str:
    """Write the index: `items` are (relative path of a dossier's page, the dossier), in the order given."""
    rows = []
    for where, dossier in items:
        found = Counter(q.standing for q in dossier.questions)
        outlets = sorted({a.outlet or a.title or a.file for a in dossier.articles})
        days = sorted(a.published for a in dossier.articles if a.published)
        rows.append(
            el(
                "li",
                el("h2", el("a", bdi(dossier.story.title or "An event without a title"), href=where)),
                el("p", count(len(dossier.articles), "account"), ": ", joined([bdi(o) for o in outlets[:8]], ", "),
                   f". {date(days[0])}" if days else None, f" to {date(days[-1])}" if len(set(days)) > 1 else None),
                el("p", [[str(found[s]), " ", badge(s), " "] for s in STANDINGS if found[s]]),
            )
        )  # fmt: skip
    body = [
        el("header", el("p", "Counterclaim", class_="kicker"), el("h1", f"{count(len(items), 'story', 'stories').capitalize()}"), class_="top"),
        el("main", el("ul", rows, class_="stories") if rows else el("p", "No story was found."),
           el("section", el("h2", "What was left out"), rejected(tuple(rejections))), id="main", class_="top"),
    ]  # fmt: skip
    return shell("Counterclaim: stories", f"{count(len(items), 'story', 'stories')} read", body, None)
