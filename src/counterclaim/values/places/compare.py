"""How two places stand to each other, and the sentence that says why."""

from counterclaim.records import Comparison, Outcome, PlaceMention
from counterclaim.values.places.names import folded, kilometres

SAME_KM = 5.0
"""Two exact places nearer than this are one place: gazetteers put the point of a town about so far apart."""

NEAR_KM = 40.0
"""How far a place may lie from what it is said to be near, or from the middle of its city or district."""

UNIT_KM = 1000.0
"""How far a place may lie from the middle of its first-order unit; the largest ones, in Russia, aside."""

UNITS_APART_KM = 300.0
"""How far the middles of two areas may lie apart for one to reach into the other."""

OPPOSITE = {
    frozenset(pair)
    for pair in (
        ("north", "south"), ("east", "west"), ("northeast", "southwest"), ("northwest", "southeast"),
        ("upper", "lower"), ("northeast", "northwest"), ("southeast", "southwest"),
        ("northwest", "southwest"),
        ("northeast", "southeast"), ("north", "southeast"), ("north", "southwest"), ("south", "northeast"),
        ("south", "northwest"), ("east", "northwest"), ("east", "southwest"), ("west", "northeast"),
        ("west", "southeast"),
    )
}  # fmt: skip
"""Parts of one place that do not overlap."""

AREAS = frozenset({"country", "region", "district", "vague"})


def compare_places(a: PlaceMention, b: PlaceMention) -> Comparison:
    """How two places stand to each other: same, compatible, different or not comparable, in either order.

    One entry of the gazetteer, or two exact points within `SAME_KM`, are the same. What contains the other,
    or is told to lie near it, is compatible with it. Two parts of one place differ where they cannot overlap.
    Lands without bounds ("the Levant") and names without a position are not comparable, except to themselves
    and to what is said to contain them. The sentence names both, with what is known of where they lie.
    """
    first, second = sorted((a, b), key=_order)
    if _one_place(first, second):
        return _parts(first, second)
    contained = _containment(first, second)
    if contained:
        return _is("compatible", contained)
    abroad = first.country and second.country and first.country != second.country
    one, two = _told(first), _told(second)
    if abroad and "near" not in (first.precision, second.precision):
        return _is("different", f"{one} is in {first.country}, {two} in {second.country}")
    here, there = _point(first), _point(second)
    if "vague" in (first.precision, second.precision):
        if first.country and first.country == second.country:
            return _is("compatible", f"{one} and {two} are both in {first.country}, and one has no bounds")
        return _is("not_comparable", f"{one} and {two}: at least one is a land or water without bounds")
    if here is None or there is None:
        return _is("not_comparable", f"{one} and {two}: at least one has no known position")
    return _by_distance(first, second, kilometres(here, there))


def _by_distance(first: PlaceMention, second: PlaceMention, apart: float) -> Comparison:
    kinds = {first.precision, second.precision}
    lie = f"{_told(first)} and {_told(second)} lie {apart} km apart"
    same_country = not (first.country and second.country and first.country != second.country)
    if kinds == {"exact"}:
        return _is("same" if apart <= SAME_KM else "different", lie)
    if kinds <= {"country", "region"}:
        if apart <= UNITS_APART_KM or "country" in kinds:
            return _is("compatible", f"{lie}, and one area may reach into the other")
        return _is("different", f"{lie}, too far for areas of their kind to overlap")
    if apart <= NEAR_KM:
        return _is("compatible", f"{lie}, and one is not placed exactly")
    if "region" in kinds and same_country and apart <= UNIT_KM:
        return _is("compatible", f"{lie}, and one is an area that may hold the other")
    if "country" in kinds and same_country:
        return _is("compatible", f"{lie}, and one is a country that may hold the other")
    return _is("different", lie)


def _one_place(a: PlaceMention, b: PlaceMention) -> bool:
    """Whether two mentions are of one entry, or of one name and point in countries that agree."""
    if a.gazetteer_id or b.gazetteer_id:
        return a.gazetteer_id == b.gazetteer_id
    if _point(a) != _point(b):
        return False
    where = (a.country, b.country), (a.within, b.within)
    agree = all(not (one and two) or folded(one) == folded(two) for one, two in where)
    return folded(a.name) == folded(b.name) and agree


def _parts(a: PlaceMention, b: PlaceMention) -> Comparison:
    """Two mentions of one place: of the whole, of parts, or of what is near it."""
    known = "" if a.gazetteer_id else ", which no gazetteer entry fits"
    one, two = _part(a), _part(b)
    if one != two:
        names = f"{_told(a)} and {_told(b)}"
        if one and two and frozenset((one, two)) in OPPOSITE:
            return _is("different", f"{names} are parts of one place that do not overlap")
        return _is("compatible", f"{names}: one place, named in part or as a whole")
    if "near" in (a.precision, b.precision):
        return _is(
            "compatible", f"{_told(a)} and {_told(b)}: both are told by one place, and one is only near it"
        )
    return _is("same", f"{_told(a)} and {_told(b)} both name one place{known}")


def _containment(a: PlaceMention, b: PlaceMention) -> str | None:
    """The sentence that says that one holds the other, if it does."""
    for inner, outer in ((a, b), (b, a)):
        agree = not (inner.country and outer.country and inner.country != outer.country)
        if inner.within and agree and folded(inner.within) == folded(outer.name):
            return f"{_told(inner)} is within {_told(outer)}"
        if (
            outer.precision == "country"
            and not outer.part
            and inner.country
            and inner.country == outer.country
        ):
            return f"{_told(inner)} is in {_told(outer)}"
    return None


def _told(place: PlaceMention) -> str:
    """A place in words: its part, its name, and where it lies."""
    name = f"{place.part} {place.name}" if place.part else place.name
    near = "near " if place.precision == "near" else ""
    point = _point(place)
    return f"{near}{name} ({point[0]:.2f}, {point[1]:.2f})" if point else f"{near}{name}"


def _part(place: PlaceMention) -> str:
    """The part meant, in its plain form: "south-eastern" → "southeast", "downtown" → "central"."""
    part = (place.part or "").lower().replace("-", "")
    return {"downtown": "central"}.get(part, part.removesuffix("ern"))


def _order(place: PlaceMention) -> tuple[str, ...]:
    return tuple(
        str(v)
        for v in (
            place.name, place.gazetteer_id or "", place.part or "", place.precision, place.country or "",
            place.within or "", place.latitude, place.longitude, place.text, place.article, place.start,
        )
    )  # fmt: skip


def _is(outcome: Outcome, why: str) -> Comparison:
    return Comparison(outcome=outcome, why=why)


def _point(place: PlaceMention) -> tuple[float, float] | None:
    if place.latitude is None or place.longitude is None:
        return None
    return place.latitude, place.longitude
