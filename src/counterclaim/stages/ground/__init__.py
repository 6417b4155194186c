"""3. Statements and own voice become Claims with values that can be compared."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from counterclaim.records import Article, Attributed, Parse, Reading
from counterclaim.stages.ground.events import EventWords
from counterclaim.stages.ground.reasons import ReasonWords
from counterclaim.stages.ground.relations import RelationWords
from counterclaim.values.dates import DateWords
from counterclaim.values.figures import FigureWords
from counterclaim.values.names import NameWords
from counterclaim.values.places import PlaceWords

VagueRule = Literal["none", "acled", "airwars"]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundWords:
    """The word lists that grounding needs."""

    figures: FigureWords
    dates: DateWords
    places: PlaceWords
    names: NameWords
    events: EventWords
    reasons: ReasonWords
    relations: RelationWords


def ground(
    article: Article,
    parse: Parse,
    attributed: Attributed,
    *,
    gazetteer: Gazetteer,
    words: GroundWords,
    vague: VagueRule = "none",
) -> Reading:
    """Read the claims of an article and what they say of figures, dates, places, events, reasons."""
    return Reading(
        article=article, statements=attributed.statements, mentions=attributed.mentions, claims=(), figures=(),
        dates=(), places=(), events=(), reasons=(), relations=(),
    )
