"""What the plots share: the frame, linked marks, text that fits, scales."""

import math
from collections.abc import Callable, Iterable, Sequence

from markupsafe import Markup

from counterclaim.render.html.tags import Child, el, scrolling
from counterclaim.render.html.wording import shortened

CHARACTER = 6.9
"""Mean width of a character at the plots' 13-pixel text; names are cut by it, and are whole in the table."""

Scale = Callable[[float], float]


def figure(
    name: str,
    *,
    width: int,
    height: float,
    marks: Child,
    caption: Child,
    table: Child,
    id_: str | None = None,
) -> Markup:
    """A plot in its frame, with a caption below and its table to open."""
    drawing = el(
        "svg",
        marks,
        viewBox=f"0 0 {width} {math.ceil(height)}",
        role="group",
        aria_label=name,
        class_="plot",
    )
    details = el("details", el("summary", "The same as a table"), table) if table else None
    return el("figure", scrolling(drawing, label=name), el("figcaption", caption), details, id=id_)


def linked(target: str, title: str, *marks: Child, css: str = "") -> Markup:
    """Marks that lead to their words; `title` says in words what they show."""
    return el(
        "a", el("title", title), *marks, href=f"#{target}", aria_label=title, class_=f"mark {css}".strip()
    )


def label(
    x: float, y: float, words: str, *, width: float = 1e9, anchor: str | None = None, css: str | None = None
) -> Markup:
    """Text at a point, cut to a width."""
    cut = shortened(words, max(int(width / CHARACTER), 4))
    return el("text", cut, x=round(x, 1), y=round(y, 1), text_anchor=anchor, class_=css)


def line(x1: float, y1: float, x2: float, y2: float, css: str) -> Markup:
    """A straight line."""
    return el("line", x1=round(x1, 1), y1=round(y1, 1), x2=round(x2, 1), y2=round(y2, 1), class_=css)


def path(points: Iterable[tuple[float, float]], css: str, *, closed: bool = False) -> Markup:
    """A line through points."""
    d = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + ("Z" if closed else "")
    return el("path", d=d, class_=css)


def spanning(values: Sequence[float], left: float, right: float) -> tuple[Scale, list[float], bool]:
    """A scale over `values`, its ticks, and whether it is logarithmic: it is when they span a decade."""
    low, high = min(values), max(values)
    if low > 0 and high / low >= 10:
        first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
        width = max(last - first, 1)
        ticks = [10.0**power for power in range(first, last + 1, max(1, math.ceil(width / 6)))]
        return (
            lambda v: left + (math.log10(max(v, 10.0**first)) - first) / width * (right - left),
            ticks,
            True,
        )
    if high == low:
        low, high = low * 0.5, high * 1.5 or 1
    step = nice((high - low) / 4)
    first_tick, last_tick = math.floor(low / step) * step, math.ceil(high / step) * step
    ticks = [first_tick + n * step for n in range(round((last_tick - first_tick) / step) + 1)]
    return lambda v: left + (v - first_tick) / (last_tick - first_tick) * (right - left), ticks, False


def nice(step: float) -> float:
    """The next larger of 1, 2, 5 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(step)) if step > 0 else 1.0
    return next(m * power for m in (1, 2, 5, 10) if m * power >= step * 0.999)
