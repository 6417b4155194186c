"""Who backs, opposes, belongs to whom: a small graph in columns, each edge linked to its words."""

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.records import Relation
from counterclaim.render.html.plots.svg import figure, label, line, linked, path
from counterclaim.render.html.tags import Child, bdi, el, table
from counterclaim.render.html.view import Look, View, brief
from counterclaim.render.html.wording import PREDICATES, count

WIDTH = 640
BOX, TALL, GAP = 190, 30, 16
MOST = 12
"""Edges drawn; beyond that the table is easier to read."""


@dataclass(frozen=True, slots=True)
class Edge:
    """One relation between two names, however often it is stated."""

    subject: str
    predicate: str
    object: str
    stated: tuple[Relation, ...]


def relation_graph(view: View) -> Child:
    """The relations stated in the accounts."""
    head = el("h3", "Who stands how to whom")
    edges = edges_of(view)
    if not edges:
        return [head, el("p", "No account read here says who backs or opposes whom.", class_="empty")]
    return [head, drawn(edges[:MOST], len(edges), view)]


def name_of(relation: Relation, view: View, *, subject: bool) -> str:
    """The actor's name, else the words."""
    actor = relation.subject if subject else relation.object
    at = relation.subject_at if subject else relation.object_at
    return view.actor(actor) or view.words(relation.article, at)


def edges_of(view: View) -> list[Edge]:
    """Relations with the same ends and sense together, those most often stated first."""
    groups: dict[tuple[str, str, str], list[Relation]] = {}
    for relation in view.dossier.relations:
        key = (
            name_of(relation, view, subject=True),
            relation.predicate,
            name_of(relation, view, subject=False),
        )
        if key[0] != key[2]:
            groups.setdefault(key, []).append(relation)
    found = [Edge(s, p, o, tuple(stated)) for (s, p, o), stated in groups.items()]
    return sorted(found, key=lambda e: (-len(e.stated), e.subject, e.predicate, e.object))


def looks_of(edges: Sequence[Edge], view: View) -> dict[str, Look]:
    """How each name is shown."""
    looks: dict[str, Look] = {}
    for edge in edges:
        for relation in edge.stated:
            looks.setdefault(edge.subject, view.look_of_actor(relation.subject))
            looks.setdefault(edge.object, view.look_of_actor(relation.object))
    return looks


def drawn(edges: Sequence[Edge], total: int, view: View) -> Child:
    """Subjects at the left, objects at the right; who is both stands on both sides."""
    looks = looks_of(edges, view)
    lefts = list(
        dict.fromkeys(
            e.subject for e in sorted(edges, key=lambda e: (looks[e.object].css, e.object, e.subject))
        )
    )
    rank = {name: n for n, name in enumerate(lefts)}
    rights = sorted(
        {e.object for e in edges},
        key=lambda o: (
            sum(rank[e.subject] for e in edges if e.object == o) / sum(e.object == o for e in edges),
            o,
        ),
    )
    rows = max(len(lefts), len(rights), len(edges) * (TALL - 4) // (TALL + GAP) + 1)
    height = rows * (TALL + GAP)

    def tops(names: Sequence[str]) -> dict[str, float]:
        step = height / len(names)
        return {name: n * step + (step - TALL) / 2 for n, name in enumerate(names)}

    left, right = tops(lefts), tops(rights)
    marks: list[Child] = []
    order = sorted(edges, key=lambda e: (left[e.subject] + right[e.object], e.subject, e.object, e.predicate))
    step = height / len(order)
    middle = WIDTH / 2
    for n, edge in enumerate(order):
        y1, y2, ym = left[edge.subject] + TALL / 2, right[edge.object] + TALL / 2, (n + 0.5) * step
        word = PREDICATES[edge.predicate] + (f" ×{len(edge.stated)}" if len(edge.stated) > 1 else "")
        first = edge.stated[0]
        sense = PREDICATES[edge.predicate]
        title = f"{edge.subject} {sense} {edge.object}, stated {count(len(edge.stated), 'time')}"
        wide = len(word) * 6.6 + 14
        marks.append(
            linked(
                view.spot(first.article, first.start),
                title,
                path(
                    [(BOX, y1), (middle - 62, ym), (middle + 62, ym), (WIDTH - BOX - 7, y2)],
                    f"edge {edge.predicate}",
                ),
                path([(WIDTH - BOX - 8, y2 - 4), (WIDTH - BOX - 1, y2), (WIDTH - BOX - 8, y2 + 4)], "head"),
                el(
                    "rect",
                    x=round(middle - wide / 2, 1),
                    y=round(ym - 10, 1),
                    width=round(wide, 1),
                    height=20,
                    class_="plate",
                ),
                label(middle, ym + 4, word, anchor="middle"),
            )
        )
    for names, x in ((left, 0.0), (right, float(WIDTH - BOX))):
        marks += [box(name, x, y, looks[name]) for name, y in names.items()]
    heads = ["Who", "Stands how", "To whom", "Stated by", "Words"]
    table_rows = [
        [
            bdi(e.subject),
            PREDICATES[e.predicate],
            bdi(e.object),
            said_by(r, view),
            el(
                "a",
                "“",
                bdi(view.words(r.article, (r.start, r.end))),
                "”",
                href=f"#{view.spot(r.article, r.start)}",
            ),
        ]
        for e in edges_of(view)
        for r in e.stated
    ]
    left_out = f" Drawn are {len(edges)} of {total}; all are in the table." if total > len(edges) else ""
    caption = f"As the accounts state it; a link leads to the words.{left_out}"
    return figure(
        "Relations as stated",
        width=WIDTH,
        height=height + 4,
        marks=marks,
        caption=caption,
        table=table("Relations as stated", heads, table_rows),
    )


def box(name: str, x: float, y: float, looked: Look) -> Child:
    """An actor."""
    return el(
        "g",
        el("title", f"{name} ({looked.name})"),
        el("rect", x=round(x + 1, 1), y=round(y, 1), width=BOX - 2, height=TALL, rx=3, class_="node"),
        line(x + 2, y, x + 2, y + TALL, "edge-of-node"),
        label(x + 10, y + TALL / 2 + 4, f"{looked.sign} {name}", width=BOX - 16),
        class_=looked.css,
    )


def said_by(relation: Relation, view: View) -> Child:
    """Whose statement it is."""
    said = view.statements.get(relation.statement or "")
    if said is None:
        return [bdi(view.outlet(relation.article)), " in its own voice"]
    return [
        brief(view.speaker(said), view.look_of_actor(said.speaker)),
        ", in ",
        bdi(view.outlet(relation.article)),
    ]
