"""Elements of HTML and SVG as safe text: whatever is not markup already is escaped on its way in."""

import re
from collections.abc import Iterable
from unicodedata import bidirectional

from markupsafe import Markup, escape

Child = Markup | str | int | None | Iterable["Child"]
Value = str | int | float | bool | None

VOID = frozenset({"br", "hr", "input", "link", "meta"})
UNSEEN = re.compile("[\ud800-\udfff\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""What must not act on the page: halves of surrogate pairs, controls of direction, control characters."""

RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
"""Unicode's classes of characters that turn the direction of what stands around them."""


def seen(text: str) -> str:
    """`text` with every character that would act unseen written out: ⟨U+202E⟩."""
    return UNSEEN.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", text)


def safe(child: Child) -> Markup:
    """A child as markup: markup as it is, text escaped, None as nothing, several one after another."""
    if child is None:
        return Markup("")
    if isinstance(child, Markup):
        return child
    if isinstance(child, str):
        return escape(seen(child))
    if isinstance(child, int):
        return Markup(str(child))
    return Markup("").join(safe(one) for one in child)


def el(tag: str, *children: Child, **attributes: Value) -> Markup:
    """An element. `class_` loses its underscore, others become hyphens; None and False are left out."""
    parts = []
    for name, value in attributes.items():
        if value is None or value is False:
            continue
        written = name.rstrip("_").replace("_", "-")
        if value is True:
            parts.append(f" {written}")
        elif isinstance(value, float):
            parts.append(f' {written}="{value:g}"')
        else:
            parts.append(f' {written}="{escape(seen(str(value)))}"')
    opened = f"<{tag}{''.join(parts)}>"
    if tag in VOID:
        return Markup(opened)
    return Markup(f"{opened}{safe(children)}</{tag}>")


def joined(children: Iterable[Child], by: Child) -> Markup:
    """Children with something between them."""
    return safe(by).join(safe(child) for child in children)


def bdi(text: str) -> Markup:
    """A name that keeps its own direction, whatever stands around it.

    One without a character that turns direction cannot disturb its neighbours and needs no element: pages
    have thousands of names.
    """
    turns = not text.isascii() and any(bidirectional(one) in RIGHT_TO_LEFT for one in text)
    return el("bdi", text) if turns else safe(text)


def web_address(url: str | None) -> str | None:
    """`url` if it may be a link: plain http or https, nothing else."""
    return url if url and re.match(r"https?://[^\s\"'<>]+\Z", url) else None


def scrolling(content: Child, *, label: str) -> Markup:
    """Something that may be wider than the screen, reachable by keyboard."""
    return el("div", content, class_="scroll", role="group", aria_label=label, tabindex="0")


def table(caption: str, heads: Iterable[Child], rows: Iterable[Iterable[Child]]) -> Markup:
    """A table with a caption; the first cell of each row names the row."""
    body = []
    for row in rows:
        first, *rest = list(row)
        body.append(el("tr", el("th", first, scope="row"), [el("td", one) for one in rest]))
    return scrolling(
        el(
            "table",
            el("caption", caption),
            el("thead", el("tr", [el("th", head, scope="col") for head in heads])),
            el("tbody", body),
        ),
        label=caption,
    )


def folded(summary: Child, content: Child, *, class_: str | None = None, open_: bool = False) -> Markup:
    """Something that opens when asked for."""
    return el("details", el("summary", summary), content, class_=class_, open=open_)
