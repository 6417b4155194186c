"""Rival figures of one question on one axis.

A dot is a number given outright, an open dot "about", a bar a range, a filled triangle a floor ("at
least") and an arrow an open end. Figures of one root stand on one line and are joined: they are an update,
not a dispute. Copies of one root with one value are one mark.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from counterclaim.records import Answer, Claim, Figure, Question
from counterclaim.render.html.plots.svg import CHARACTER, Scale, figure, label, line, linked, path, spanning
from counterclaim.render.html.readings import as_read
from counterclaim.render.html.tags import Child, bdi, el, folded, table
from counterclaim.render.html.view import Look, View, brief
from counterclaim.render.html.wording import count, number, question_text, shortened
from counterclaim.values.figures import comparable, converted, scale_of

WIDTH = 560
LEFT, RIGHT = 14, 536
ROW = 42


@dataclass(frozen=True, slots=True)
class Row:
    """One mark: a figure, whose it is, and the claims that carry it.

    `placed` has the figure's bounds in the unit of the plot, where those of a question are in several.
    """

    figure: Figure
    placed: Figure
    claims: tuple[Claim, ...]
    name: str
    root: str
    look: Look

    @property
    def values(self) -> list[float]:
        """Every number given."""
        return [v for v in (self.placed.low, self.placed.high, self.placed.best) if v is not None]


def figure_plots(view: View) -> Child:
    """A plot for each question of number on which there is more than one figure, and a table of all."""
    drawn = [(question, rows_of(question, view)) for question in view.questions]
    plots = [plot(question, rows, view) for question, rows in drawn if worth_a_plot(question, rows)]
    whole = every_figure(view)
    if not plots:
        return [el("p", "No two roots give figures of the same thing and scope.", class_="empty"), whole]
    hint = (
        "Each plot holds figures of the same thing and scope. ● a number, ○ about, ▶ at least, "
        "an arrow where the words leave the end open. Figures of one root stand on one line, joined."
    )
    return [el("p", hint, class_="hint"), el("div", plots, class_="plots"), whole]


def plot_id(question: Question, view: View) -> str:
    """The id of a question's plot."""
    return f"plot-{view.numbers[question.id]}"


def worth_a_plot(question: Question, rows: Sequence[Row]) -> bool:
    """Whether figures are rivals or updates: of two roots, or of one that gives two answers."""
    return len({row.root for row in rows}) > 1 or (len(rows) > 1 and len(question.answers) > 1)


def answering(question: Question, answer: Answer, claim: Claim, view: View) -> list[Figure]:
    """The figures of a claim that answer a question of number.

    The evidence may hold several ("58 killed, 11 of them children, and 300 hurt"): then those that the
    answer is worded with, else those that count the same as these do in the question's other claims.
    """
    said = [e for e in answer.evidence if e.article == claim.article]
    held = [
        found
        for found in view.figures_of.get(claim.id, ())
        if any(e.start < found.end and e.end > found.start for e in said)
    ]
    if len(held) < 2:
        return held
    worded = [found for found in held if found.text.casefold() in wordings(answer)]
    if worded:
        return worded
    counted = {
        (found.counted, found.population)
        for other in question.answers
        for c in other.claims
        for found in view.figures_of.get(c, ())
        if found.text.casefold() in wordings(other)
    }
    return [found for found in held if (found.counted, found.population) in counted] or held


def wordings(answer: Answer) -> set[str]:
    """The words of which an answer of number is made: "58 / at least 58" holds two."""
    return {words.strip().casefold() for words in answer.text.removeprefix(DENIED).split(" / ")}


DENIED = "denied: "
"""How the answer opens that a number was not so."""


def rows_of(question: Question, view: View) -> list[Row]:
    """The figures that answer a question, copies made one, in order of size; none for other questions."""
    if question.kind != "figure":
        return []
    groups: dict[tuple[str, float | None, float | None, float | None], list[tuple[Figure, Claim]]] = {}
    for answer in question.answers:
        if answer.text.startswith(DENIED):
            continue  # nobody gives this number, so that no mark stands for it
        for claim_id in answer.claims:
            claim = view.claims.get(claim_id)
            if claim is None:
                continue
            root = view.dossier.root_of.get(claim_id, claim.article)
            for found in answering(question, answer, claim, view):
                groups.setdefault((root, found.low, found.high, found.best), []).append((found, claim))
    rows = []
    unit: str | None = None
    for (root, *_), carried in groups.items():
        first, claim = carried[0]
        unit = unit or first.unit
        known = view.roots.get(root)
        claims = tuple(dict.fromkeys(c for _, c in carried))
        rows.append(
            Row(
                first,
                in_unit(first, unit),
                claims,
                view.root_name(known) if known else view.maker(claim),
                root,
                view.look_of(claim),
            )
        )
    return sorted(
        (r for r in rows if r.values), key=lambda r: (min(r.values), max(r.values), r.name, r.figure.id)
    )


def in_unit(found: Figure, unit: str | None) -> Figure:
    """A figure with its bounds in another unit of its scale."""
    if found.unit == unit or not comparable(found.unit, unit):
        return found
    low, high, best = converted(found, scale_of(unit).factor)
    return replace(found, low=low, high=high, best=best, unit=unit)


def plot(question: Question, rows: Sequence[Row], view: View) -> Markup:
    """One question's figures."""
    values = [v for row in rows for v in row.values]
    scale, ticks, logarithmic = spanning(values, LEFT + 22, RIGHT - 30)
    roots: dict[str, list[Row]] = {}
    for row in rows:
        roots.setdefault(row.root, []).append(row)
    bottom = len(roots) * ROW + 8
    marks: list[Child] = []
    for tick in ticks:
        x = scale(tick)
        marks += [
            line(x, 0, x, bottom, "grid"),
            label(x, bottom + 16, number(tick), anchor="middle", css="tick"),
        ]
    marks.append(line(LEFT, bottom, RIGHT, bottom, "axis"))
    for n, of_root in enumerate(roots.values()):
        marks += root_line(of_root, n * ROW, scale)
    n = view.numbers[question.id]
    caption = [el("a", f"Q{n}", href=f"#{question.id}", class_="number"), " ", bdi(question_text(question))]
    if rows[0].placed.unit:
        caption.append(f" In {rows[0].placed.unit}.")
    if logarithmic:
        caption.append(" Logarithmic axis.")
    name = f"Question {n}: {question.text}"
    return figure(
        name,
        width=WIDTH,
        height=bottom + 24,
        marks=marks,
        caption=caption,
        table=table_of(rows, view),
        id_=plot_id(question, view),
    )


def root_line(rows: Sequence[Row], top: float, scale: Scale) -> list[Child]:
    """The figures of one root: its name and words above, its marks joined below."""
    ends = [scale(anchor_value(row)) for row in rows]
    first = rows[0]
    said = ", ".join(f"“{row.figure.text}”" for row in rows)
    accounts = {c.article for row in rows for c in row.claims}
    carried = f", in {len(accounts)} accounts" if len(accounts) > 1 else ""
    words = shortened(f"{first.look.sign} {first.name}: {said}{carried}", int((RIGHT - LEFT) / CHARACTER))
    start = max(LEFT, min(ends[0] - 6, RIGHT - len(words) * CHARACTER))
    out: list[Child] = [label(start, top + 15, words)]
    if len(rows) > 1:
        out.append(line(min(ends), top + 28, max(ends), top + 28, "update"))
    return [*out, *(mark(row, top + 28, scale) for row in rows)]


def anchor_value(row: Row) -> float:
    """Where a row's mark sits."""
    found = row.placed
    return next(v for v in (found.best, found.low, found.high) if v is not None)


def mark(row: Row, y: float, scale: Scale) -> Markup:
    """A figure's mark, linked to its words."""
    found = row.placed
    low, high, best = found.low, found.high, found.best
    title = f"{row.name} ({row.look.name}): “{found.text}”, read as {as_read(row.figure)}"
    at = scale(anchor_value(row))
    shapes: list[Child] = [el("rect", x=round(at - 10, 1), y=y - 12, width=20, height=24, class_="hit")]
    if low is not None and high is None:
        shapes += [line(at, y, RIGHT - 8, y, "open"), arrow(RIGHT - 4, y, 1), triangle(at, y)]
    elif high is not None and low is None:
        x = scale(high)
        shapes += [line(LEFT + 8, y, x, y, "open"), arrow(LEFT + 4, y, -1), line(x, y - 6, x, y + 6, "end")]
    elif low is not None and high is not None and low != high:
        shapes += [line(scale(low), y, scale(high), y, "bar")]
    if best is not None and (low != best or high != best):
        shapes.append(el("circle", cx=round(scale(best), 1), cy=y, r=5, class_="about"))
    elif low is not None and low == high:
        shapes.append(el("circle", cx=round(at, 1), cy=y, r=6, class_="dot"))
    return linked(row.claims[0].id, title, shapes, css=row.look.css)


def triangle(x: float, y: float) -> Markup:
    """A floor."""
    return path([(x - 4, y - 7), (x + 8, y), (x - 4, y + 7)], "dot", closed=True)


def arrow(x: float, y: float, way: int) -> Markup:
    """An open end."""
    return path([(x - 6 * way, y - 4), (x, y), (x - 6 * way, y + 4)], "head")


def table_of(rows: Sequence[Row], view: View) -> Markup:
    """The same figures as a table."""
    heads = ["Whose", "In the text", "Read as", "Carried by"]
    body = [
        [
            brief(row.name, row.look),
            el("a", "“", bdi(row.figure.text), "”", href=f"#{row.claims[0].id}"),
            bdi(as_read(row.figure)),
            [
                el("a", bdi(view.account(c.article)), href=f"#{c.id}")
                if n == 0
                else ["; ", el("a", bdi(view.account(c.article)), href=f"#{c.id}")]
                for n, c in enumerate(row.claims)
            ],
        ]
        for row in rows
    ]
    return table("Figures of this question", heads, body)


def every_figure(view: View) -> Markup | None:
    """All figures found, whatever they count."""
    rows = []
    for found in view.dossier.figures:
        claim = view.claims.get(found.claim)
        whose = brief(view.maker(claim), view.look_of(claim)) if claim else "—"
        about = " ".join(w for w in (found.population, found.counted) if w)
        where = ", ".join(w for w in (found.place, found.period) if w)
        blamed = view.actor(found.blamed)
        rows.append(
            [
                el("a", "“", bdi(found.text), "”", href=f"#{found.claim}"),
                bdi(as_read(found)),
                bdi(about) if about else "—",
                bdi(where) if where else "—",
                found.scope,
                whose,
                brief(blamed, view.look_of_actor(found.blamed)) if blamed else "—",
                bdi(view.outlet(found.article)),
            ]
        )
    if not rows:
        return None
    heads = [
        "In the text",
        "Read as",
        "Of what",
        "Where, over what time",
        "Scope",
        "Whose",
        "Blamed",
        "Account",
    ]
    return folded(
        f"All {count(len(rows), 'figure')} found" if len(rows) > 1 else "The figure found",
        table("All figures", heads, rows),
    )
