"""Places: names made comparable, distance, containment, comparison, the field's precision codes."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt
from typing import Any, Self

from counterclaim.records import Comparison, PlaceMention

SAME_KM = 5.0
"""Two exact places nearer than this are one place: gazetteers put the point of a town about so far apart."""

NEAR_KM = 40.0
"""How far a place may lie from what it is said to be near, or from the middle of its city or district."""

EARTH_KM = 6371.0

_LETTERS = str.maketrans(
    {
        "ı": "i",
        "ł": "l",
        "Ł": "l",
        "ø": "o",
        "đ": "d",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ð": "d",
        "þ": "th",
        "ə": "a",
    }
)
_MARKS = re.compile(r"[’‘'`ʿʾʻʼ′´\u02bb\u02bc\".,]")
_SPACES = re.compile(r"[\s\-‐‑–—/_]+")
_ARTICLE = re.compile(r"^(?:al|el|ad|ar|as|ash|at|az|an|et|ed|es|er|the) (?=\w{3})")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceWords:
    """The reviewed words of `models/lexicon/places.toml`, lower-case unless said otherwise.

    `common` are names of places that are mostly something else; `directions` stand before a name for a part
    of it; `kinds` (district, province …) tell what a name beside them is; `inside` lead to one; `speaking`
    are the lemmas of what capitals do when they stand for their governments, `addressing` of what is done to
    these; `demonyms` give the ISO code of the country of a people's name; `abbreviations` are short forms of
    states after a comma; `organisation_tails` after a name, `actor_tails` after its hyphen ("Oslo-led") and
    `person_titles` before it make it something else than a place; after one of the `acting_leads` ("ally",
    "backer") a state is one that acts.
    """

    common: frozenset[str]
    directions: frozenset[str]
    kinds: Mapping[str, str]
    inside: frozenset[str]
    speaking: frozenset[str]
    addressing: frozenset[str]
    demonyms: Mapping[str, str]
    abbreviations: Mapping[str, str]
    organisation_tails: frozenset[str]
    actor_tails: frozenset[str]
    person_titles: frozenset[str]
    acting_leads: frozenset[str]

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> Self:
        """Make the words of a parsed TOML table."""
        lists = table.get("lists", {})
        return cls(
            common=frozenset(lists.get("common", ())),
            directions=frozenset(lists.get("directions", ())),
            kinds=dict(table.get("kinds", {})),
            inside=frozenset(lists.get("inside", ())),
            addressing=frozenset(lists.get("addressing", ())),
            speaking=frozenset(lists.get("speaking", ())),
            demonyms={word: code for code, forms in table.get("demonyms", {}).items() for word in forms},
            abbreviations=dict(table.get("abbreviations", {})),
            organisation_tails=frozenset(lists.get("organisation_tails", ())),
            actor_tails=frozenset(lists.get("actor_tails", ())),
            person_titles=frozenset(lists.get("person_titles", ())),
            acting_leads=frozenset(lists.get("acting_leads", ())),
        )


@lru_cache(maxsize=16_384)  # the words of a few articles: the same names are looked up again and again
def folded(name: str) -> str:
    """A name as gazetteer keys hold it: lower case, no accents, apostrophes or stops, hyphens as blanks."""
    if name.isascii():
        return _SPACES.sub(" ", _MARKS.sub("", name.lower())).strip()
    plain = unicodedata.normalize("NFKD", name.translate(_LETTERS)).lower().translate(_LETTERS)
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return _SPACES.sub(" ", _MARKS.sub("", plain)).strip()


def without_article(key: str) -> str:
    """A folded name without a leading Arabic or English article: "al bab" → "bab"."""
    return _ARTICLE.sub("", key)


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance of two (latitude, longitude) pairs, in kilometres to one decimal (haversine)."""
    (lat_a, lon_a), (lat_b, lon_b) = sorted((a, b))
    lat_a, lon_a, lat_b, lon_b = map(radians, (lat_a, lon_a, lat_b, lon_b))
    half = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin((lon_b - lon_a) / 2) ** 2
    return round(2 * EARTH_KM * asin(min(1.0, sqrt(half))), 1)


def compare_places(a: PlaceMention, b: PlaceMention) -> Comparison:
    """How two places stand to each other.

    The same entry, or two points within `SAME_KM`, are the same; one that contains or lies near the other is
    compatible; without a point the names decide.
    """
    first, second = sorted((a, b), key=lambda p: (p.name, p.gazetteer_id or "", p.text))
    names = f"{first.name} and {second.name}"
    if first.gazetteer_id and first.gazetteer_id == second.gazetteer_id:
        return Comparison(outcome="same", why=f"both name {first.name}")
    contained = _containment(first, second)
    if contained:
        return Comparison(outcome="compatible", why=contained)
    here, there = _point(first), _point(second)
    if here is None or there is None:
        if folded(first.name) == folded(second.name):
            return Comparison(outcome="same", why=f"both name {first.name}, which no gazetteer entry fits")
        return Comparison(outcome="not_comparable", why=f"{names}: at least one has no known position")
    apart = kilometres(here, there)
    exact = first.precision == second.precision == "exact"
    if exact and apart <= SAME_KM:
        return Comparison(outcome="same", why=f"{names} lie {apart} km apart")
    if first.precision in ("country", "region") and second.precision in ("country", "region"):
        if first.country and second.country and first.country != second.country:
            return Comparison(outcome="different", why=f"{names} are not in one country")
        return Comparison(outcome="compatible", why=f"{names} are areas; one may reach into the other")
    if {"near", "district"} & {first.precision, second.precision} and apart <= NEAR_KM:
        return Comparison(
            outcome="compatible", why=f"{names} lie {apart} km apart, and one is not placed exactly"
        )
    if {"vague", "region"} & {first.precision, second.precision} and first.country == second.country:
        return Comparison(outcome="compatible", why=f"{names}: an area, not a point, in the same country")
    return Comparison(outcome="different", why=f"{names} lie {apart} km apart")


def ucdp_where_precision(place: PlaceMention) -> int:
    """UCDP GED's `where_prec`: 1 exact, 2 near, 3 district, 4 first-order unit, 6 country, 7 unknown."""
    if place.latitude is None:
        return 6 if place.country else 7
    return {"exact": 1, "near": 2, "district": 3, "region": 4, "country": 6, "vague": 7}[place.precision]


def acled_geo_precision(place: PlaceMention) -> int:
    """ACLED's `geo_precision`: 1 a named town, 2 near one or part of a region, 3 a larger region."""
    if place.latitude is None:
        return 3
    return {"exact": 1, "near": 2, "district": 2, "region": 3, "country": 3, "vague": 3}[place.precision]


def _point(place: PlaceMention) -> tuple[float, float] | None:
    if place.latitude is None or place.longitude is None:
        return None
    return place.latitude, place.longitude


def _containment(a: PlaceMention, b: PlaceMention) -> str | None:
    """The sentence that says that one holds the other, if it does."""
    for inner, outer in ((a, b), (b, a)):
        if inner.within and folded(inner.within) == folded(outer.name):
            return f"{inner.name} is within {outer.name}"
        if outer.precision == "country" and inner.country and inner.country == outer.country:
            return f"{inner.name} is in {outer.name}"
    return None
