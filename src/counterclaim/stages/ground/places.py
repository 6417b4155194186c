"""Places that claims name, found in a gazetteer."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from counterclaim.records import Article, Claim, Parse, PlaceMention
from counterclaim.values.places import PlaceWords


@dataclass(frozen=True, slots=True, kw_only=True)
class GazetteerEntry:
    """A place of the gazetteer. `kind` is a GeoNames feature class and code, as "P.PPLA" or "A.PCLI"."""

    id: str
    name: str
    latitude: float
    longitude: float
    kind: str
    country: str
    admin1: str
    population: int


class Gazetteer(Protocol):
    """Looks a name up: all entries that bear it, most populous first."""

    def __call__(self, name: str) -> Sequence[GazetteerEntry]: ...


def read_places(
    article: Article, parse: Parse, claims: Sequence[Claim], *, gazetteer: Gazetteer, words: PlaceWords
) -> tuple[PlaceMention, ...]:
    """Read the places of an article, in the order of the text."""
    return ()
