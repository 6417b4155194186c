"""Make `counterclaim/render/outlines.py` from Natural Earth's countries.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python training/outlines.py package/countries-50m.json > src/counterclaim/render/outlines.py

Input: TopoJSON of Natural Earth 1:50m (public domain), as packed by world-atlas 2.0.2 (ISC). Each ring is
simplified by Douglas and Peucker's method and written in the encoded polyline format, one string a ring.
"""

import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

TOLERANCE = 0.03
"""Degrees that a simplified line may stray: about 3 km, a hair at the scale of a country."""
SMALLEST = 0.004
"""Square degrees: islets below this are dropped, unless a country has nothing larger."""

Point = tuple[float, float]


def arcs_of(topology: dict[str, Any]) -> list[list[Point]]:
    """The arcs of a topology in degrees, simplified once so that neighbours keep a common border."""
    (kx, ky), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * kx + tx, y * ky + ty))
        arcs.append(simplified(points))
    return arcs


def simplified(points: list[Point]) -> list[Point]:
    """Douglas and Peucker: drop what lies within TOLERANCE of the line that remains."""
    if len(points) < 3:
        return points
    (ax, ay), (bx, by) = points[0], points[-1]
    dx, dy = bx - ax, by - ay
    length = (dx * dx + dy * dy) ** 0.5

    def away(point: Point) -> float:
        px, py = point[0] - ax, point[1] - ay
        return abs(px * dy - py * dx) / length if length else (px * px + py * py) ** 0.5

    far = max(range(1, len(points) - 1), key=lambda i: away(points[i]))
    if away(points[far]) <= TOLERANCE:
        return [points[0], points[-1]]
    return simplified(points[: far + 1])[:-1] + simplified(points[far:])


def ring_of(indices: list[int], arcs: list[list[Point]]) -> list[Point]:
    """A ring from its arcs; a negative index is an arc run backwards."""
    ring: list[Point] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += arc if not ring else arc[1:]
    return ring


def area(ring: list[Point]) -> float:
    """Square degrees within a ring."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))) / 2


def encoded(ring: list[Point]) -> str:
    """The encoded polyline format, two decimals, latitude first."""
    out, last = [], (0, 0)
    for longitude, latitude in ring:
        here = (round(latitude * 100), round(longitude * 100))
        for now, before in zip(here, last, strict=True):
            number = (now - before) << 1
            number = ~number if now < before else number
            while number >= 0x20:
                out.append(chr((0x20 | (number & 0x1F)) + 63))
                number >>= 5
            out.append(chr(number + 63))
        last = here
    return "".join(out)


HEAD = '''"""Outlines of countries, from Natural Earth 1:50m; made by training/outlines.py, not by hand."""

# ruff: noqa: E501
# fmt: off

OUTLINES: dict[str, tuple[str, ...]] = {'''
FOOT = '''}
"""Name of a country → its outer rings in the encoded polyline format, two decimals, latitude first."""'''


def main() -> None:
    """Print the module."""
    topology = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    arcs = arcs_of(topology)
    countries = topology["objects"]["countries"]["geometries"]
    print(HEAD)
    for country in sorted(countries, key=lambda found: str(found["properties"]["name"])):
        if "arcs" not in country:
            continue
        polygons = [country["arcs"]] if country["type"] == "Polygon" else country["arcs"]
        rings = sorted((ring_of(polygon[0], arcs) for polygon in polygons), key=area, reverse=True)
        kept = [ring for ring in rings if area(ring) >= SMALLEST] or rings[:1]
        strings = ", ".join(json.dumps(encoded(ring)) for ring in kept)
        print(f"    {json.dumps(country['properties']['name'], ensure_ascii=False)}: ({strings},),")
    print(FOOT)


if __name__ == "__main__":
    sys.setrecursionlimit(20_000)
    main()
