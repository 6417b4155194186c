"""When it was said, when it is said to have happened: precision as width, statements above, events below."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from counterclaim.records import Event
from counterclaim.render.html.plots.svg import CHARACTER, Scale, figure, label, line, linked
from counterclaim.render.html.tags import Child, bdi, el, table
from counterclaim.render.html.view import View, brief
from counterclaim.render.html.wording import STATUSES, count, listing, shortened
from counterclaim.render.html.wording import date as in_words
from counterclaim.values.dates import interval

WIDTH = 720
LEFT, RIGHT = 60, 700
ROW = 22
MOST = 16
"""Events drawn; the table has all."""
SHORTEST = 9
"""Days the axis shows at least, so that a day stays a tick."""
NEAR = timedelta(days=45)
"""Dates within this of the middle of the accounts' dates are drawn; others are named below the plot."""


@dataclass(frozen=True, slots=True)
class Happening:
    """Events told alike: same date and type, wherever they are put."""

    value: str
    first: date
    last: date
    name: str
    events: tuple[Event, ...]


def timeline(view: View) -> Child:
    """The timeline."""
    head = el("h3", "When")
    told = happenings(view)
    published = [(a, days(a.published)) for a in view.dossier.articles]
    known = [(a, span) for a, span in published if span is not None]
    if not told and not known:
        return [head, el("p", "No dates could be worked out.", class_="empty")]
    middle = centre([span for _, span in known] or [(h.first, h.last) for h in told])
    inside = [h for h in told if h.last >= middle - NEAR and h.first <= middle + NEAR]
    before = [h for h in told if h.last < middle - NEAR]
    after = [h for h in told if h.first > middle + NEAR]
    ends = [d for h in inside if (h.last - h.first) <= NEAR for d in (h.first, h.last)]
    ends += [d for _, span in known for d in span if abs(d - middle) <= NEAR]
    start = (min(ends) if ends else middle) - timedelta(days=1)
    end = (max(ends) if ends else middle) + timedelta(days=2)
    start -= timedelta(days=max(SHORTEST - (end - start).days, 0) // 2)
    width = max((end - start).days, SHORTEST)

    def scale(ordinal: float) -> float:
        return min(max(LEFT + (ordinal - start.toordinal()) / width * (RIGHT - LEFT), LEFT - 6), RIGHT + 8)

    marks: list[Child] = []
    axis = drawn_accounts(view, [(a.id, span) for a, span in known], scale, marks)
    marks.append(line(LEFT - 6, axis, RIGHT + 8, axis, "axis"))
    shown = sorted(inside, key=lambda h: (-len(h.events), h.first, h.name))[:MOST]
    shown.sort(key=lambda h: (h.first, h.last, h.name))
    bottom = axis + 26 + len(shown) * ROW
    ticks(start, width, axis, bottom, scale, marks)
    for n, happening in enumerate(shown):
        drawn_event(view, happening, axis + 26 + n * ROW, scale, marks)
    caption: list[Child] = [
        "Above the line: when the accounts were published, with their number of statements. Below: when "
        "it is said to have happened."
    ]
    caption.append(" A day is a tick, a longer time a bar.")
    if before or after:
        others = listing(dict.fromkeys(in_words(h.value) for h in (before + after)))
        caption.append(f" Outside the plot: {shortened(others, 160)}.")
    if len(inside) > len(shown):
        caption.append(f" Drawn are {len(shown)} of {len(inside)}; the table has all.")
    undated = sum(e.date is None for e in view.dossier.events)
    if undated:
        caption.append(f" {count(undated, 'event').capitalize()} could not be dated; they are in events.csv.")
    return [
        head,
        figure(
            "Timeline", width=WIDTH, height=bottom + 6, marks=marks, caption=caption, table=events_table(view)
        ),
    ]


def days(value: str | None) -> tuple[date, date] | None:
    """First and last day of an EDTF value, None for none or for one that is open or not understood."""
    try:
        first, last = interval(value or "")
    except ValueError:
        return None
    return None if date.min in (first, last) or date.max in (first, last) else (first, last)


def centre(spans: Sequence[tuple[date, date]]) -> date:
    """The middle one of some dates."""
    return sorted(first for first, _ in spans)[len(spans) // 2]


def happenings(view: View) -> list[Happening]:
    """Dated events, those told alike together."""
    groups: dict[tuple[str, str], list[Event]] = {}
    for event in view.dossier.events:
        if event.date and days(event.date):
            groups.setdefault((event.date, event.sub_event_type or event.event_type), []).append(event)
    found = []
    for (value, name), events in groups.items():
        span = days(value)
        if span is not None:
            found.append(Happening(value, *span, name, tuple(events)))
    return sorted(found, key=lambda h: (h.first, h.last, h.name))


def ticks(start: date, width: int, axis: float, bottom: float, scale: Scale, marks: list[Child]) -> None:
    """Days, weeks or months along the axis."""
    step = next(s for s in (1, 2, 7, 14, 30) if width / s <= 9 or s == 30)
    for n in range(0, width + 1, step):
        day = start + timedelta(days=n)
        x = scale(day.toordinal())
        marks.append(line(x, axis, x, bottom, "grid"))
        if x > WIDTH - 20:
            break
        marks.append(label(x, axis + 16, f"{day.day} {day:%b}", anchor="middle", css="tick"))
    marks.append(label(0, axis + 16, str((start + timedelta(days=width // 2)).year), css="tick"))


def drawn_accounts(
    view: View, known: Sequence[tuple[str, tuple[date, date]]], scale: Scale, marks: list[Child]
) -> float:
    """The accounts on the days they were published; gives the height of the axis."""
    by_day: dict[tuple[date, date], list[str]] = {}
    for article, span in sorted(known, key=lambda pair: (pair[1], view.outlet(pair[0]))):
        by_day.setdefault(span, []).append(article)
    axis = 14 + len(by_day) * 20
    for row, ((first, last), articles) in enumerate(by_day.items()):
        y = 14 + row * 20
        x1, x2 = scale(first.toordinal()), scale(last.toordinal() + 1)
        at_right = WIDTH - x2 < x1
        room = x1 - 10 if at_right else WIDTH - x2 - 8
        day = in_words(view.articles[articles[0]].published)
        stem = line((x1 + x2) / 2, y, (x1 + x2) / 2, axis, "stem")
        bar = el(
            "rect", x=round(x1, 1), y=y - 5, width=round(max(x2 - x1, 3), 1), height=10, class_="account-mark"
        )
        names = listing(view.outlet(article) for article in articles)
        marks.append(linked(articles[0], f"{names}, published {day}", stem, bar))
        edge = x1 - 6 if at_right else x2 + 6
        marks.append(named(view, articles, edge, y + 4, room, anchor="end" if at_right else "start"))
    return axis


def named(view: View, articles: Sequence[str], x: float, y: float, room: float, *, anchor: str) -> Child:
    """The names of accounts beside their mark, each a link, as many as there is room for."""
    parts: list[Child] = []
    left = room / CHARACTER
    for n, article in enumerate(articles):
        said = sum(s.article == article for s in view.dossier.statements)
        words = f"{view.outlet(article)} ({said})"
        if n and len(words) + 12 > left:
            parts.append(el("tspan", f" and {len(articles) - n} more"))
            break
        words = shortened(words, max(int(left), 6))
        left -= len(words) + 2
        parts += [el("tspan", ", ") if n else None, el("a", el("tspan", words), href=f"#{article}")]
    return el("text", parts, x=round(x, 1), y=round(y, 1), text_anchor=anchor)


def drawn_event(view: View, happening: Happening, y: float, scale: Scale, marks: list[Child]) -> None:
    """An event on its days."""
    first = happening.events[0]
    x1, x2 = scale(happening.first.toordinal()), scale(happening.last.toordinal() + 1)
    accounts = len({e.article for e in happening.events})
    statuses = sorted({e.status for e in happening.events})
    doubt = "" if "asserted" in statuses else f", {listing(statuses)}"
    places = Counter(e.place for e in happening.events if e.place)
    where = f": {', '.join(place for place, _ in places.most_common(3))}" if places else ""
    words = f"{happening.name}{where} ({count(accounts, 'account')}{doubt})"
    at_right = WIDTH - x2 - 8 < min(len(words) * CHARACTER, x1 - 10)
    room = x1 - 10 if at_right else WIDTH - x2 - 8
    css = "event" if not doubt else "event doubtful"
    wide = happening.last > happening.first
    inside = wide and x2 - x1 > 300
    shapes: list[Child] = [
        el("rect", x=round(x1, 1), y=y + 3, width=round(max(x2 - x1, 3), 1), height=14, class_=css)
    ]
    if inside:
        shapes.append(label(x1 + 6, y + 14, words, width=x2 - x1 - 10, css="on-event"))
    else:
        edge = x1 - 6 if at_right else x2 + 6
        shapes.append(label(edge, y + 14, words, width=room, anchor="end" if at_right else "start"))
    marks.append(
        linked(view.spot(first.article, first.start), f"{in_words(happening.value)}: {words}", shapes)
    )


def events_table(view: View) -> Child:
    """The events that have a date; events.csv has the others too."""
    rows = []
    for event in sorted(
        (e for e in view.dossier.events if e.date), key=lambda e: (e.date or "~", e.article, e.start)
    ):
        claim = view.claims.get(event.claim)
        whose = brief(view.maker(claim), view.look_of(claim)) if claim else "—"
        link = el(
            "a",
            "“", bdi(shortened(view.words(event.article, (event.start, event.end)), 80)), "”",
            href=f"#{view.spot(event.article, event.start)}",
        )  # fmt: skip
        how = STATUSES.get(event.status, "asserted")
        place = bdi(event.place) if event.place else "—"
        rows.append(
            [
                in_words(event.date),
                event.sub_event_type,
                place,
                how,
                link,
                whose,
                bdi(view.outlet(event.article)),
            ]
        )
    heads = ["When", "What (ACLED)", "Where", "How put", "Words", "Whose", "Account"]
    return table("Dated events", heads, rows) if rows else None
