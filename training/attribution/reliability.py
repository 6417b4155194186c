"""Draws how far a confidence can be relied on: what was said against how often it was right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

SIDE = 260
EDGE = 44
COLOURS = ("#0b5fa5", "#b35900")
MARKS = ("circle", "rect")


@dataclass(frozen=True)
class Bin:
    """Candidates whose confidence lies in one tenth: how many, what was said of them, how many were right."""

    count: int
    said: float
    right: float


def plot(tables: Mapping[str, Sequence[Bin]]) -> str:
    """An SVG; a mark's area tells how many candidates it stands for, and the line is where all should be."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE + 2 * EDGE + 130} {SIDE + 2 * EDGE}" '
        'font-family="sans-serif" font-size="12" role="img">',
        "<title>Reliability of the confidence of attributions</title>",
        f'<rect x="{EDGE}" y="{EDGE}" width="{SIDE}" height="{SIDE}" fill="#fff" stroke="#888"/>',
        f'<line x1="{EDGE}" y1="{EDGE + SIDE}" x2="{EDGE + SIDE}" y2="{EDGE}" stroke="#888" '
        'stroke-dasharray="4 4"/>',
    ]
    for tenth in range(0, 11, 2):
        at = SIDE * tenth / 10
        low = EDGE + SIDE
        parts.append(f'<text x="{EDGE + at}" y="{low + 18}" text-anchor="middle">{tenth / 10}</text>')
        parts.append(f'<text x="{EDGE - 8}" y="{low - at + 4}" text-anchor="end">{tenth / 10}</text>')
    parts.append(f'<text x="{EDGE + SIDE / 2}" y="{EDGE + SIDE + 36}" text-anchor="middle">said</text>')
    parts.append(f'<text x="{EDGE}" y="{EDGE - 10}" text-anchor="middle">right</text>')
    for number, (name, bins) in enumerate(tables.items()):
        colour, mark = COLOURS[number], MARKS[number]
        most = max(b.count for b in bins)
        for one in bins:
            x, y = EDGE + SIDE * one.said, EDGE + SIDE * (1 - one.right)
            parts.append(_mark(mark, x, y, 3 + 8 * (one.count / most) ** 0.5, colour))
        at = EDGE + 20 + 22 * number
        parts.append(_mark(mark, EDGE + SIDE + 20, at - 4, 5, colour))
        parts.append(f'<text x="{EDGE + SIDE + 32}" y="{at}">{name}</text>')
    return "\n".join([*parts, "</svg>", ""])


def _mark(kind: str, x: float, y: float, size: float, colour: str) -> str:
    look = f'fill="{colour}" fill-opacity="0.6" stroke="{colour}"'
    if kind == "circle":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size:.1f}" {look}/>'
    return (
        f'<rect x="{x - size:.1f}" y="{y - size:.1f}" width="{2 * size:.1f}" height="{2 * size:.1f}" {look}/>'
    )
