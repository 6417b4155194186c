"""What a gazetteer gives for a name."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class GazetteerEntry:
    """A place of the gazetteer. `kind` is a GeoNames feature class and code, as "P.PPLA" or "A.PCLI".

    Large areas have no coordinates. `within` names the place that holds a neighbourhood, else "".
    """

    id: str
    name: str
    latitude: float | None
    longitude: float | None
    kind: str
    country: str
    admin1: str
    population: int
    within: str = ""

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude in degrees, or None."""
        return None if self.latitude is None or self.longitude is None else (self.latitude, self.longitude)


class Gazetteer(Protocol):
    """Looks a name up: all entries that bear it, most populous first."""

    def __call__(self, name: str) -> Sequence[GazetteerEntry]:
        """The entries that bear the name, accents and hyphens aside."""
