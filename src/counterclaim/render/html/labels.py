"""Who calls whom what: every label with whose word it is."""

from counterclaim.records import Label
from counterclaim.render.html.tags import Child, bdi, el, folded, joined, table
from counterclaim.render.html.view import View, brief, signed
from counterclaim.render.html.wording import count

FIRST = 6
"""Actors shown at once, those with most names first."""
OWNERS = 6
"""Accounts or speakers whose words for one actor are shown at once."""
LINKS = 4
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
    single = [one_name(actor, of[actor], view) for actor in order if actor not in varied]
    rest = many[FIRST:]
    heads = ["Who", "In the accounts’ own voice", "In words they report"]
    hint = "A label inside somebody’s words is theirs, not the account’s."
    return [
        head,
        el("p", hint, class_="hint"),
        table("What each is called, and by whom", heads, many[:FIRST]) if many else None,
        folded(count(len(rest), "more actor"), table("Further actors", heads, rest)) if rest else None,
        folded(f"{count(len(single), 'actor')} called by one name only", el("p", joined(single, ", ")))
        if single
        else None,
    ]


def one_name(actor: str, found: list[Label], view: View) -> Child:
    """An actor called by one name only, linked to its first use."""
    first = found[0]
    return el(
        "a", brief(first.text, view.look_of_actor(actor)), href=f"#{view.spot(first.article, first.start)}"
    )


def row(actor: str, found: list[Label], view: View) -> list[Child]:
    """One actor's labels."""
    own = [x for x in found if x.statement is None]
    theirs = [x for x in found if x.statement is not None]
    name = signed(view.actor(actor) or actor, view.look_of_actor(actor))
    return [name, by_owner(own, view, reported=False), by_owner(theirs, view, reported=True)]


def by_owner(found: list[Label], view: View, *, reported: bool) -> Child:
    """Whose words, and which: one line an owner, each use a link."""
    owners: dict[str, dict[str, list[Label]]] = {}
    for label in found:
        statement = view.statements.get(label.statement or "")
        whose = view.speaker(statement) if reported and statement else view.outlet(label.article)
        owners.setdefault(whose, {}).setdefault(label.text.casefold(), []).append(label)
    if not owners:
        return "—"
    lines = []
    for whose, texts in sorted(owners.items()):
        ordered = sorted(texts.items(), key=lambda item: (-len(item[1]), item[0]))
        words = [used(uses, view) for _, uses in ordered]
        lines.append(el("li", el("span", bdi(whose), ": ", class_="whose"), joined(words, ", ")))
    shown = el("ul", lines[:OWNERS], class_="labels")
    if len(lines) <= OWNERS:
        return shown
    more = folded(f"{len(lines) - OWNERS} more", el("ul", lines[OWNERS:], class_="labels"))
    return [shown, more]


def used(uses: list[Label], view: View) -> Child:
    """A label, linked to its first use, and numbers linked to further ones."""
    first, *others = [f"#{view.spot(use.article, use.start)}" for use in uses]
    further = [[" ", el("a", str(n), href=at)] for n, at in enumerate(others[: LINKS - 1], start=2)]
    more = f" and {len(uses) - LINKS} more" if len(uses) > LINKS else None
    return [el("a", "“", bdi(uses[0].text), "”", href=first), further, more]
