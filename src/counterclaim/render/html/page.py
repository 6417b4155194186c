"""The page of one story: its sections in the order in which a reader asks."""

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256

from markupsafe import Markup

from counterclaim.records import Dossier, Question
from counterclaim.render.html.articles import full_article
from counterclaim.render.html.cards import card
from counterclaim.render.html.labels import labels
from counterclaim.render.html.lines import row
from counterclaim.render.html.making import leftover, lineage, method, rejected
from counterclaim.render.html.opening import opening
from counterclaim.render.html.plots.figures import figure_plots
from counterclaim.render.html.plots.map import place_map
from counterclaim.render.html.plots.relations import relation_graph
from counterclaim.render.html.plots.timeline import timeline
from counterclaim.render.html.plots.voices import voices
from counterclaim.render.html.script import SCRIPT
from counterclaim.render.html.style import STYLE
from counterclaim.render.html.tags import Child, bdi, el, folded
from counterclaim.render.html.view import NONE, View, look
from counterclaim.render.html.who import sure_hint, sure_key
from counterclaim.render.html.wording import KINDS, STANDINGS, count, date, parted, shortened

FIRST = 40
"""Lines of questions shown at once in a section; the others open when asked for."""

LONG_TITLE = 60
"""Characters from which a title is set smaller: then it is mostly a first sentence."""


SECTIONS: tuple[tuple[str, str], ...] = (
    ("about", "What this is about"),
    ("disputed", "Where the accounts disagree"),
    ("agreed", "What independent accounts agree on"),
    ("alone", "What rests on one voice"),
    ("figures", "How many, says whom"),
    ("when-where", "When and where"),
    ("who", "Who calls whom what, who backs whom, who was heard"),
    ("words", "The words"),
    ("made", "How this was made, and what was left out"),
)


def to_html(dossier: Dossier) -> str:
    """Write the page of a dossier: one file, no network, readable without its script.

    Article text is only ever text: it is escaped, and characters that would act unseen are written out.
    """
    view = look(dossier)
    title = dossier.story.title or "An event without a title"
    main = el("main", [section(name, head, view) for name, head in SECTIONS], id="main", tabindex="-1")
    head, day = parted(title)
    header = el(
        "header",
        el("p", "Counterclaim dossier", f" · {date(day)}" if day else None, class_="kicker"),
        el("h1", bdi(head), class_="long" if len(head) > LONG_TITLE else None),
        el("p", "Who claims what, in whose words, where. No verdict on truth.", class_="motto"),
        class_="top",
    )
    foot = el(
        "footer",
        el(
            "p",
            f"Made by Counterclaim {dossier.run.version}, a program that can err. "
            "Check each line against the words.",
        ),
        el("p", "Map outlines: Natural Earth. Place names: GeoNames (CC BY 4.0)."),
    )
    body = [header, el("div", contents(view), main, class_="columns"), foot]
    accounts, questions = count(len(dossier.articles), "account"), count(len(dossier.questions), "question")
    about = f"{accounts}, {questions}: who claims what, in whose words, where."
    return shell(f"{shortened(title, 90)} · Counterclaim dossier", about, body, SCRIPT)


def shell(title: str, about: str, body: Child, script: str | None) -> str:
    """A whole document around `body`, with a policy that lets only its own style and script run."""

    def digest(text: str) -> str:
        return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"

    rules = ["default-src 'none'", f"style-src {digest(STYLE)}", "base-uri 'none'", "form-action 'none'"]
    if script:
        rules.append(f"script-src {digest(script)}")
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content="; ".join(rules)),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="color-scheme", content="light dark"),
        el("meta", name="referrer", content="no-referrer"),
        el("meta", name="generator", content="Counterclaim"),
        el("meta", name="description", content=about),
        el("title", title),
        el("style", Markup(STYLE)),
    )
    skip = el("a", "Skip to the questions", href="#main", class_="skip")
    scripted = el("script", Markup(script)) if script else None
    document = el("html", head, "\n", el("body", skip, body, scripted), lang="en")
    return f"<!DOCTYPE html>\n{document}\n"


def section(name: str, head: str, view: View) -> Markup:
    """One section with its heading."""
    content = CONTENT[name](view)
    return el(
        "section", el("h2", head, id=f"{name}-title"), content, id=name, aria_labelledby=f"{name}-title"
    )


def contents(view: View) -> Markup:
    """The contents, and a form to search and filter that the script brings to life."""
    links = [el("li", el("a", head, href=f"#{name}")) for name, head in SECTIONS]
    return el(
        "div",
        el("nav", el("h2", "Contents"), el("ol", links), aria_label="Contents"),
        filters(view),
        id="contents",
    )


def filters(view: View) -> Markup:
    """Search and filter; hidden until the script runs, as it does nothing without."""
    outlets = sorted({view.outlet(a.id) for a in view.dossier.articles})
    sides = [(looked.key, f"{looked.sign} {looked.name}") for looked in view.looks.values()]
    kinds = {q.kind for q in view.questions}

    def choice(label: str, name: str, options: Sequence[tuple[str, str]]) -> Markup:
        shown = [el("option", "All", value="")] + [
            el("option", shortened(t, 40), value=v) for v, t in options
        ]
        return el("label", el("span", label), el("select", shown, name=name))

    fields = [
        el("label", el("span", "Words"), el("input", type="search", name="words", autocomplete="off")),
        choice("Standing", "standing", [(name, word) for name, (_, word, _) in STANDINGS.items()]),
        choice("Kind", "kind", [(k, word) for k, word in KINDS.items() if k in kinds]),
        choice("Account", "outlet", [(o, o) for o in outlets]),
        choice("Side", "side", [*sides, (NONE.key, f"{NONE.sign} {NONE.name}")]),
        el(
            "p",
            el("button", "Clear", type="reset"),
            " ",
            el("button", "Open all details", type="button", name="expand"),
        ),
        el("p", count(len(view.questions), "question"), class_="found", role="status"),
    ]
    return el(
        "form",
        el("details", el("summary", "Search and filter"), fields),
        id="filters",
        role="search",
        aria_label="Search and filter the questions",
        hidden=True,
    )


def cards(view: View, standings: Sequence[str], empty: str) -> Child:
    """The cards of the questions of some standings."""
    chosen: list[Question] = [q for q in view.questions if q.standing in standings]
    if not chosen:
        return el("p", empty, class_="empty")
    if "disputed" in standings:
        sure = sure_hint(view.dossier.statements)
        hint = el("p", "Marked words lead to where they stand in the article.", sure, class_="hint")
        return [hint, [card(q, view) for q in chosen]]
    shown = [row(q, view, standing=len(standings) > 1) for q in chosen]
    rest = folded(count(len(shown) - FIRST, "more question"), shown[FIRST:], class_="rest")
    hint = el("p", "Each line opens to its claims in their words.", class_="hint")
    return [hint, shown[:FIRST], rest if shown[FIRST:] else None]


def alone(view: View) -> Child:
    """What one side or one root alone says, and the claims that no question takes up."""
    empty = "Every question has more than one voice."
    return [cards(view, ("one_sided", "single_source"), empty), leftover(view)]


def words(view: View) -> Child:
    """How to read the marks, and all articles in full."""
    hint = (
        "Underlined: somebody’s words or views, in the colour and with the sign of their side. Dotted: who "
        "says it, and the word that says so. Not underlined: the article’s own voice. A raised Q "
        "leads to the question. Shaded: read as a number, date, place or event. Point at shaded words or at "
        "the sign before a statement, step to them with the keyboard, or tap them, for how they were read."
    )
    return [
        el("p", hint, class_="hint"),
        sure_key(view.dossier.statements),
        [full_article(a, view) for a in view.dossier.articles],
    ]


def made(view: View) -> Child:
    """The foot of the record."""
    return [rejected(view.dossier.rejections), lineage(view), method(view.dossier.run)]


CONTENT = {
    "about": opening,
    "disputed": lambda view: cards(
        view, ("disputed",), "No two accounts were found to give answers that cannot both hold."
    ),
    "agreed": lambda view: cards(view, ("corroborated",), "No answer rests on two independent roots."),
    "alone": alone,
    "figures": figure_plots,
    "when-where": lambda view: [timeline(view), place_map(view)],
    "who": lambda view: [labels(view), relation_graph(view), voices(view)],
    "words": words,
    "made": made,
}
"""Section → what stands in it."""
