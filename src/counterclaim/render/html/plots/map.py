"""Where: the places named, on bundled outlines, zoomed to the story, with an inset of the wider region."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from counterclaim.records import PlaceMention
from counterclaim.render.html.plots.svg import figure, label, linked, nice, path
from counterclaim.render.html.tags import Child, bdi, el, table
from counterclaim.render.html.view import View, brief
from counterclaim.render.html.wording import count
from counterclaim.render.outlines import OUTLINES

WIDTH, HEIGHT = 640, 440
INSET = 150
KILOMETRES = {"exact": 2.0, "near": 25.0, "district": 30.0, "region": 60.0, "country": 0.0, "vague": 60.0}
"""Radius drawn for a precision, after UCDP's codes; a country has no circle but its name."""
REACHES = ((0.6, 0.8), (4.0, 0.0))
"""The frame takes the places within so many degrees of the middle, if they hold this share of mentions."""
SAME_PLACE = 0.2
"""Degrees within which two places of one name are drawn as one: a town and the district named after it."""
SMALLEST = 0.5
"""Degrees of latitude the frame shows at least."""

Box = tuple[float, float, float, float]
"""West, south, east, north in degrees."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with all its mentions."""

    name: str
    latitude: float
    longitude: float
    mentions: tuple[PlaceMention, ...]

    @property
    def precision(self) -> str:
        """How precise the place is."""
        return self.mentions[0].precision


@dataclass(frozen=True, slots=True)
class Frame:
    """A box on the globe drawn into a rectangle, equirectangular about its middle latitude."""

    box: Box
    x: float
    y: float
    width: float
    height: float

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a point is drawn."""
        west, south, east, north = self.box
        across = self.x + (longitude - west) / (east - west) * self.width
        return across, self.y + (north - latitude) / (north - south) * self.height

    def pixels(self, kilometres: float) -> float:
        """How long a distance is drawn."""
        return kilometres / 111.2 / (self.box[3] - self.box[1]) * self.height


def place_map(view: View) -> Child:
    """The map and its table."""
    head = el("h3", "Where")
    spots = spots_of(view)
    listed = places_table(view)
    if not spots:
        words = "No place was found in the gazetteer." if listed else "No places are named."
        return [head, el("p", words, class_="empty"), listed]
    local = [s for s in spots if s.precision != "country"] or spots
    box = story_box(local)
    frame = Frame(fitted(box, WIDTH / HEIGHT), 0, 0, WIDTH, HEIGHT)
    marks: list[Child] = [el("rect", x=0, y=0, width=WIDTH, height=HEIGHT, class_="sea"), *land(frame)]
    joined = list(rivals(view, spots, frame))
    marks += joined
    marks += places(view, spots, frame)
    marks += inset(spots, frame)
    marks += scale_bar(frame)
    unplaced = len({p.name for p in view.dossier.places if p.latitude is None})
    caption = (
        "Circles show how precise a place is, not how large. Outlines are for orientation and take no "
        "position on borders."
    )
    if joined:
        caption += " A dashed line joins rival places."
    if unplaced:
        caption += f" {count(unplaced, 'place').capitalize()} could not be put on the map."
    return [
        head,
        figure(
            "Map of the places named", width=WIDTH, height=HEIGHT, marks=marks, caption=caption, table=listed
        ),
    ]


def spots_of(view: View) -> list[Spot]:
    """Places with coordinates, mentions of one together, most named first."""
    groups: dict[tuple[str, float, float], list[PlaceMention]] = {}
    for place in view.dossier.places:
        if place.latitude is not None and place.longitude is not None:
            groups.setdefault((place.name, place.latitude, place.longitude), []).append(place)
    near_by: dict[tuple[str, float, float], list[PlaceMention]] = {}
    for (name, lat, lon), mentions in sorted(groups.items(), key=lambda g: (-len(g[1]), g[0])):
        near = (k for k in near_by if k[0] == name and math.dist(k[1:], (lat, lon)) < SAME_PLACE)
        near_by.setdefault(next(near, (name, lat, lon)), []).extend(mentions)
    found = [Spot(name, lat, lon, tuple(mentions)) for (name, lat, lon), mentions in near_by.items()]
    return sorted(found, key=lambda s: (-len(s.mentions), s.name, s.latitude, s.longitude))


def story_box(spots: Sequence[Spot]) -> Box:
    """The box around the places near the middle of the mentions."""
    middle_lat = median([s.latitude for s in spots for _ in s.mentions])
    middle_lon = median([s.longitude for s in spots for _ in s.mentions])
    near = list(spots[:1])
    mentions = sum(len(s.mentions) for s in spots)
    for reach, share in REACHES:
        found = [
            s for s in spots if abs(s.latitude - middle_lat) < reach and abs(s.longitude - middle_lon) < reach
        ]
        if found and sum(len(s.mentions) for s in found) >= share * mentions:
            near = found
            break
    south, north = min(s.latitude for s in near), max(s.latitude for s in near)
    west, east = min(s.longitude for s in near), max(s.longitude for s in near)
    room = max((north - south) * 0.15, (SMALLEST - (north - south)) / 2, 0.08)
    return west - room, south - room, east + room, north + room


def median(values: Sequence[float]) -> float:
    """The middle value."""
    return sorted(values)[len(values) // 2]


def fitted(box: Box, aspect: float) -> Box:
    """A box widened to an aspect ratio as drawn at its latitude."""
    west, south, east, north = box
    squeeze = max(math.cos(math.radians((south + north) / 2)), 0.2)
    wide, tall = (east - west) * squeeze, north - south
    if wide / tall < aspect:
        more = (tall * aspect - wide) / squeeze / 2
        return west - more, south, east + more, north
    more = (wide / aspect - tall) / 2
    return west, max(south - more, -89.0), east, min(north + more, 89.0)


def land(frame: Frame, *, named: bool = True) -> Iterator[Markup]:
    """Outlines within a frame, and the names of countries that have room."""
    west, south, east, north = frame.box
    for country, rings in OUTLINES.items():
        drawn = []
        for ring in rings:
            left, low, right, high = bounds(ring)
            if right < west or left > east or high < south or low > north:
                continue
            points = clipped(list(decoded(ring)), (west, south, east, north))
            if len(points) > 2:
                drawn.append(points)
        if not drawn:
            continue
        d = "".join(
            "M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in thinned(frame.at(*p) for p in points)) + "Z"
            for points in drawn
        )
        yield el("path", d=d, class_="land")
        largest = max(drawn, key=lambda points: extent(points))
        if named and extent(largest) > (east - west) * (north - south) * 0.012:
            x, y = roomiest([frame.at(*p) for p in largest], frame)
            half = len(country) * 4.2
            if half < x < frame.width - half:
                yield label(x, y + 4, country.upper(), anchor="middle", css="country")


def thinned(points: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """Points without those that round to the one before."""
    out: list[tuple[float, float]] = []
    for x, y in points:
        here = (round(x), round(y))
        if not out or here != out[-1]:
            out.append(here)
    return out


def extent(points: Sequence[tuple[float, float]]) -> float:
    """The area of the box around points."""
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return (max(xs) - min(xs)) * (max(ys) - min(ys))


def roomiest(ring: Sequence[tuple[float, float]], frame: Frame) -> tuple[float, float]:
    """The point within a ring that is farthest from its corners, the frame and the inset, on a grid."""
    corner = (INSET / 2, frame.height - INSET / 2)

    def room(x: float, y: float) -> float:
        edge = min(x, frame.width - x, (y - 8) * 2, (frame.height - y) * 2)
        return min(edge, math.dist((x, y), corner) - INSET * 0.6, *(math.dist((x, y), p) for p in ring))

    grid = [(x, y) for x in range(40, int(frame.width), 40) for y in range(20, int(frame.height), 28)]
    within = [(room(x, y), -x, -y) for x, y in grid if holds(ring, x, y)]
    if not within:
        return -1e9, -1e9
    _, x, y = max(within)
    return -x, -y


def holds(ring: Sequence[tuple[float, float]], x: float, y: float) -> bool:
    """Whether a point lies within a ring, by counting crossings."""
    inside = False
    before = ring[-1]
    for point in ring:
        if (point[1] > y) != (before[1] > y):
            crossing = point[0] + (y - point[1]) / (before[1] - point[1]) * (before[0] - point[0])
            inside ^= x < crossing
        before = point
    return inside


@cache
def decoded(ring: str) -> tuple[tuple[float, float], ...]:
    """Longitude and latitude from the encoded polyline format, two decimals."""
    points, number, shift, pair, here = [], 0, 0, [], [0, 0]
    for character in ring:
        chunk = ord(character) - 63
        number |= (chunk & 0x1F) << shift
        shift += 5
        if chunk < 0x20:
            pair.append(~(number >> 1) if number & 1 else number >> 1)
            number = shift = 0
            if len(pair) == 2:
                here = [here[0] + pair[0], here[1] + pair[1]]
                points.append((here[1] / 100, here[0] / 100))
                pair = []
    return tuple(points)


@cache
def bounds(ring: str) -> tuple[float, float, float, float]:
    """The westernmost, southernmost, easternmost and northernmost coordinate of a ring."""
    points = decoded(ring)
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return min(xs), min(ys), max(xs), max(ys)


def clipped(points: list[tuple[float, float]], box: Box) -> list[tuple[float, float]]:
    """A ring cut to a box, by Sutherland and Hodgman's method."""
    for axis, limit, keep_above in (
        (0, box[0], True),
        (0, box[2], False),
        (1, box[1], True),
        (1, box[3], False),
    ):
        if not points:
            return []
        out: list[tuple[float, float]] = []
        before = points[-1]
        for point in points:
            was = before[axis] >= limit if keep_above else before[axis] <= limit
            now = point[axis] >= limit if keep_above else point[axis] <= limit
            if was != now:
                share = (limit - before[axis]) / (point[axis] - before[axis])
                out.append(tuple(b + (p - b) * share for b, p in zip(before, point, strict=True)))  # type: ignore[arg-type]
            if now:
                out.append(point)
            before = point
        points = out
    return points


def places(view: View, spots: Sequence[Spot], frame: Frame) -> Iterator[Markup]:
    """Circles with names, where there is room for a name."""
    taken: list[tuple[float, float, float, float]] = [(0, HEIGHT - INSET + 10, INSET + 30, HEIGHT)]
    west, south, east, north = frame.box
    for place in spots:
        x, y = frame.at(place.longitude, place.latitude)
        taken.append((x - 4, y - 4, x + 4, y + 4))
    for place in spots:
        if place.precision == "country" or not (
            west < place.longitude < east and south < place.latitude < north
        ):
            continue
        x, y = frame.at(place.longitude, place.latitude)
        radius = min(max(frame.pixels(KILOMETRES[place.precision]), 4.5), 60)
        first = place.mentions[0]
        title = f"{place.name}: named {count(len(place.mentions), 'time')}, precision {place.precision}"
        shapes: list[Child] = [
            el("circle", cx=round(x, 1), cy=round(y, 1), r=round(radius, 1), class_="area"),
            el("circle", cx=round(x, 1), cy=round(y, 1), r=3, class_="point"),
        ]
        wide = len(place.name) * 7.8 + 4
        for left, top in (
            (x + 7, y - 8),
            (x - wide - 7, y - 8),
            (x - wide / 2, y - 24),
            (x - wide / 2, y + 8),
        ):
            here = (left, top, left + wide, top + 16)
            free = all(here[2] < t[0] or here[0] > t[2] or here[3] < t[1] or here[1] > t[3] for t in taken)
            if free and left > 0 and here[2] < WIDTH and top > 0 and here[3] < HEIGHT:
                taken.append(here)
                shapes.append(label(left + 2, top + 12, place.name, css="place"))
                break
        yield linked(view.spot(first.article, first.start), title, shapes)


def rivals(view: View, spots: Sequence[Spot], frame: Frame) -> Iterator[Markup]:
    """A dashed line between the places of rival answers."""
    at = {(m.claim, m.start): s for s in spots for m in s.mentions}
    for question in view.questions:
        if question.kind != "place" or question.standing != "disputed":
            continue
        ends = []
        for answer in question.answers:
            found = [s for (claim, _), s in at.items() if claim in answer.claims and s.precision != "country"]
            ends += found[:1]
        if len(ends) > 1:
            yield path([frame.at(s.longitude, s.latitude) for s in ends], "rival")


def scale_bar(frame: Frame) -> Iterator[Markup]:
    """A length of round kilometres, about a sixth of the width."""
    kilometres = nice(WIDTH / 6 / frame.pixels(1.0))
    wide = frame.pixels(kilometres)
    right, y = WIDTH - 14, HEIGHT - 14
    yield path([(right - wide, y - 5), (right - wide, y), (right, y), (right, y - 5)], "scale-bar")
    yield label(right - wide / 2, y - 6, f"{kilometres:,.0f} km", anchor="middle", css="tick")


def inset(spots: Sequence[Spot], frame: Frame) -> Iterator[Markup]:
    """The wider region, with the frame of the map in it."""
    west, south, east, north = frame.box
    across, up = max((east - west) * 2.2, 9.0), max((north - south) * 2.2, 9.0)
    x, y = (west + east) / 2, (south + north) / 2
    box = fitted((x - across, max(y - up, -80), x + across, min(y + up, 84)), (INSET + 20) / INSET)
    small = Frame(box, 8, HEIGHT - INSET - 8, INSET + 20, INSET)
    x1, y1 = small.at(west, north)
    x2, y2 = small.at(east, south)
    yield el("rect", x=8, y=HEIGHT - INSET - 8, width=INSET + 20, height=INSET, class_="sea inset")
    yield from land(small, named=False)
    for place in spots:
        if (
            place.precision != "country"
            and box[0] < place.longitude < box[2]
            and box[1] < place.latitude < box[3]
        ):
            cx, cy = small.at(place.longitude, place.latitude)
            yield el("circle", cx=round(cx, 1), cy=round(cy, 1), r=1.8, class_="point")
    yield el(
        "rect",
        x=round(x1, 1),
        y=round(y1, 1),
        width=round(x2 - x1, 1),
        height=round(y2 - y1, 1),
        class_="frame",
    )
    yield el("rect", x=8, y=HEIGHT - INSET - 8, width=INSET + 20, height=INSET, class_="inset-edge")


def places_table(view: View) -> Markup | None:
    """Every place named, on the map or not."""
    groups: dict[tuple[str, float | None, float | None], list[PlaceMention]] = {}
    for place in view.dossier.places:
        groups.setdefault((place.name, place.latitude, place.longitude), []).append(place)
    rows = []
    for (name, lat, lon), mentions in sorted(groups.items(), key=lambda g: (-len(g[1]), g[0][0])):
        first = mentions[0]
        claim = view.claims.get(first.claim or "")
        outlets = sorted({view.outlet(m.article) for m in mentions})
        rows.append(
            [
                el("a", bdi(name), href=f"#{view.spot(first.article, first.start)}"),
                f"{lat:.2f}, {lon:.2f}" if lat is not None and lon is not None else "not found",
                first.precision,
                str(len(mentions)),
                brief(view.maker(claim), view.look_of(claim)) if claim else "—",
                bdi(", ".join(outlets)),
            ]
        )
    heads = ["Place", "Latitude, longitude", "Precision", "Times named", "First named by", "Accounts"]
    return table("Places", heads, rows) if rows else None
