"""Who calls whom what: every label with whose word it is."""

from collections.abc import Iterable

from markupsafe import Markup

from counterclaim.records import Label
from counterclaim.render.html.tags import Child, bdi, el, folded, joined, table
from counterclaim.render.html.view import View, signed, spot

LINKS = 6
"""Uses of one label that are linked; the CSV table has all."""


def labels(view: View) -> Child:
    """Actors with what the accounts call them in their own voice, and what speakers call them."""
    of: dict[str, list[Label]] = {}
    for label in view.dossier.labels:
        of.setdefault(label.actor, []).append(label)
    varied = {a for a, found in of.items() if len({x.text.casefold() for x in found}) > 1}
    order = sorted(
        of, key=lambda a: (-len({x.text.casefold() for x in of[a]}), -len(of[a]), view.actor(a) or a)
    )
    head = el("h3", "Who calls whom what")
    if not of:
        return [head, el("p", "No labels were found.", class_="empty")]
    many = [row(actor, of[actor], view) for actor in order if actor in varied]
    single = [row(actor, of[actor], view) for actor in order if actor not in varied]
    heads = ["Who", "In the accounts’ own voice", "In words they report"]
    hint = "A label inside somebody’s words is theirs, not the account’s."
    return [
        head,
        el("p", hint, class_="hint"),
        table("What each is called, and by whom", heads, many) if many else None,
        folded("Those with one name only", table("Called by one name", heads, single)) if single else None,
    ]


def row(actor: str, found: list[Label], view: View) -> list[Child]:
    """One actor's labels."""
    own = [x for x in found if x.statement is None]
    theirs = [x for x in found if x.statement is not None]
    name = signed(view.actor(actor) or actor, view.look_of_actor(actor))
    return [name, by_text(own, view, reported=False), by_text(theirs, view, reported=True)]


def by_text(found: list[Label], view: View, *, reported: bool) -> Child:
    """Labels with the same words and the same owner together, each use a link."""
    groups: dict[tuple[str, str], list[Label]] = {}
    for label in found:
        statement = view.statements.get(label.statement or "")
        whose = view.speaker(statement) if reported and statement else view.outlet(label.article)
        groups.setdefault((label.text.casefold(), whose), []).append(label)
    if not groups:
        return "—"
    items = [
        el("li", "“", bdi(uses[0].text), "” ", el("span", bdi(whose), class_="whose"), " ", links(uses))
        for (_, whose), uses in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    ]
    return el("ul", items, class_="labels")


def links(uses: Iterable[Label]) -> Markup:
    """A link to each use."""
    listed = list(uses)
    shown = [
        el(
            "a",
            str(n),
            href=f"#{spot(use.article, use.start, use.end)}",
            aria_label=f"use {n} of “{use.text}”",
        )
        for n, use in enumerate(listed[:LINKS], start=1)
    ]
    more = f" and {len(listed) - LINKS} more" if len(listed) > LINKS else ""
    return el("span", joined(shown, " "), more, class_="uses")
