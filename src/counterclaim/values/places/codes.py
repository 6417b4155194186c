"""The codes by which the field's data sets tell how well a place is known."""

from counterclaim.records import PlaceMention, PlacePrecision

INTERNATIONAL = 7
"""UCDP GED: international waters or airspace, or not known at all."""

FUZZY = 5
"""UCDP GED: a river, a border, an area that is no unit."""

_UCDP: dict[PlacePrecision, int] = {
    "exact": 1, "near": 2, "district": 3, "region": 4, "country": 6, "vague": INTERNATIONAL,
}  # fmt: skip
_ACLED: dict[PlacePrecision, int] = {
    "exact": 1, "near": 2, "district": 2, "region": 3, "country": 3, "vague": 3,
}  # fmt: skip


def ucdp_where_precision(place: PlaceMention) -> int:
    """UCDP GED's `where_prec`.

    1 exact, 2 near, 3 district, 4 first-order unit, 5 river, border or other area, 6 country, 7 international
    or unknown.
    """
    if place.where_prec is not None:
        return place.where_prec
    if place.latitude is None:
        return 6 if place.country else INTERNATIONAL
    return _UCDP[place.precision]


def acled_geo_precision(place: PlaceMention) -> int:
    """ACLED's `geo_precision`: 1 a named town, 2 near one or part of a region, 3 a larger region."""
    if place.geo_precision is not None:
        return place.geo_precision
    return 3 if place.latitude is None else _ACLED[place.precision]


def where_prec_of(kind: str, *, country: str | None, precision: PlacePrecision) -> int:
    """The same for an entry of a gazetteer: its `kind` tells rivers, seas and lands that are no units."""
    if kind.startswith("H."):
        return FUZZY if country else INTERNATIONAL
    if kind.startswith(("L.", "T.", "R.")) and precision in ("region", "vague"):
        return FUZZY if country else INTERNATIONAL
    return _UCDP[precision]


def geo_precision_of(precision: PlacePrecision, *, part: bool) -> int:
    """The same for a precision; a named part of a region or country is 2."""
    return 2 if part and precision in ("region", "country") else _ACLED[precision]


def codes_within(kind: str) -> tuple[int, int]:
    """`where_prec` and `geo_precision` of a place without a position that is told to lie in one of this kind.

    In a town it is known to a part of it or near it, in a unit to the unit, in a state to the state.
    """
    if kind.startswith("P."):
        return _UCDP["near"], _ACLED["near"]
    if kind == "A.ADM2":
        return _UCDP["district"], _ACLED["district"]
    if kind == "A.ADM1":
        return _UCDP["region"], _ACLED["region"]
    return (_UCDP["country"] if kind.startswith("A.") else FUZZY), _ACLED["country"]
