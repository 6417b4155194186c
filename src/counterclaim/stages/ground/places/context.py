"""What an article tells about where it is: countries and units named, and places that lie together."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import floor, fsum

from counterclaim.records import Article
from counterclaim.stages.ground.places.candidate import Candidate
from counterclaim.stages.ground.places.entries import GazetteerEntry
from counterclaim.values.places import STATE, PlaceWords, folded

CELL = 1.5
"""Degrees of the squares in which places are held to lie together: some 160 km."""

VOTERS = 12
"""Entries of a name, most populous first, that vote for their neighbourhood."""

TWO_LETTERS = {"uk": "GB", "eu": ""}
"""Endings of addresses that are no ISO codes."""

NOTHING: Counter[str] = Counter()

_PEOPLE = re.compile(r"[A-Z][a-z]+")
_HOST_END = re.compile(r"^(?:\w+://)?[^/\s]*\.([a-z]{2})(?:[:/]|$)")


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of an article before one of its names is placed.

    `countries`, `units` ("US.TX"): how often each is named or implied, and how often any; `home`: the country
    of the outlet's address, or ""; `cells`: for each square the names that have a place in it, with how much
    each tells; `told`, `told_units`: what each name told itself, by its folded form.
    """

    countries: Counter[str]
    units: Counter[str]
    any_country: int
    any_unit: int
    home: str = ""
    cells: Mapping[tuple[int, int], Mapping[str, float]] = field(default_factory=dict)
    told: Mapping[str, Counter[str]] = field(default_factory=dict)
    told_units: Mapping[str, Counter[str]] = field(default_factory=dict)

    def share(self, key: str, country: str) -> float:
        """How much of what the other names and peoples tell of countries tells of this one, 0 to 1."""
        own = self.told.get(key, NOTHING)
        total = self.any_country - own.total()
        return (self.countries[country] - own[country]) / total if total > 0 else 0.0

    def unit_share(self, key: str, unit: str) -> float:
        """The same for first-order units ("US.TX")."""
        own = self.told_units.get(key, NOTHING)
        total = self.any_unit - own.total()
        return (self.units[unit] - own[unit]) / total if total > 0 else 0.0

    def support(self, key: str, entry: GazetteerEntry) -> float:
        """How much the other names of the article speak for this neighbourhood."""
        if entry.point is None:
            return 0.0
        row, column = cell(entry.point)
        best: dict[str, float] = {}
        for r in (row - 1, row, row + 1):
            for c in (column - 1, column, column + 1):
                for name, worth in self.cells.get((r, c), {}).items():
                    if name != key:
                        best[name] = max(worth, best.get(name, 0.0))
        return fsum(best.values())


def cell(point: tuple[float, float]) -> tuple[int, int]:
    """The square that a point lies in."""
    return floor(point[0] / CELL), floor(point[1] / CELL)


def peoples_of(article: Article, words: PlaceWords) -> Counter[str]:
    """How often an article names the people of each country."""
    peoples: Counter[str] = Counter()
    for word, many in Counter(_PEOPLE.findall(article.text)).items():
        if code := words.demonyms.get(word.lower()):
            peoples[code] += many
    return peoples


def context_of(article: Article, found: Sequence[Candidate], *, peoples: Counter[str]) -> Context:
    """Gather what an article tells about where it is."""
    countries: Counter[str] = Counter()
    units: Counter[str] = Counter()
    told: dict[str, Counter[str]] = defaultdict(Counter)
    told_units: dict[str, Counter[str]] = defaultdict(Counter)
    for candidate in found:
        key = folded(candidate.name)
        kinds = {e.kind for e in candidate.entries}
        for entry in candidate.entries:
            if entry.kind == STATE:
                told[key][entry.country] += 2
                break
        else:
            held = {e.country for e in candidate.entries if e.country}
            if len(held) == 1:
                told[key][held.pop()] += 1
            if "A.ADM1" in kinds and not kinds & {"P.PPLC", "P.PPLA"}:
                unit = next(e for e in candidate.entries if e.kind == "A.ADM1")
                told_units[key][f"{unit.country}.{unit.admin1}"] += 1
                told[key][unit.country] += 1
    for key in sorted(told):
        countries += told[key]
        units += told_units[key]
    countries += peoples
    return Context(
        countries=countries,
        units=units,
        any_country=countries.total(),
        any_unit=units.total(),
        home=_home(article),
        cells=_cells(found),
        told=dict(told),
        told_units=dict(told_units),
    )


def _cells(found: Sequence[Candidate]) -> Mapping[tuple[int, int], Mapping[str, float]]:
    cells: dict[tuple[int, int], dict[str, float]] = defaultdict(dict)
    for key, entries in {folded(c.name): c.entries for c in found}.items():
        places = [e for e in entries if e.point and e.kind.startswith(("P.", "A.ADM2", "S."))]
        for entry in places[:VOTERS]:
            assert entry.point is not None
            square = cells[cell(entry.point)]
            square[key] = max(square.get(key, 0.0), 1.0 / len(places))
    return cells


def _home(article: Article) -> str:
    """The country of the outlet's address ("….co.uk"), "" where it tells none."""
    for text in (article.url, article.outlet):
        end = _HOST_END.match(text.lower()) if text else None
        if end:
            return TWO_LETTERS.get(end.group(1), end.group(1).upper())
    return ""
