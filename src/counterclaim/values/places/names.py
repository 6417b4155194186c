"""Names of places made comparable, and the distance of two points."""

import re
import unicodedata
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

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


STATE = "A.PCLI"
"""The GeoNames class and code under which a gazetteer holds every state and territory."""


def country_key(code: str) -> str:
    """The name under which a gazetteer gives the state or territory of an ISO 3166 code of two letters."""
    return f"iso:{code.lower()}"


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance of two (latitude, longitude) pairs, in kilometres to one decimal (haversine)."""
    (lat_a, lon_a), (lat_b, lon_b) = sorted((a, b))
    lat_a, lon_a, lat_b, lon_b = map(radians, (lat_a, lon_a, lat_b, lon_b))
    half = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin((lon_b - lon_a) / 2) ** 2
    return round(2 * EARTH_KM * asin(min(1.0, sqrt(half))), 1)
