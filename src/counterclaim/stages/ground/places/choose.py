"""Which of the places that bear a name is meant."""

from collections.abc import Iterator, Mapping, Sequence
from math import inf, log, log10

from counterclaim.stages.ground.places.context import Context
from counterclaim.stages.ground.places.entries import GazetteerEntry
from counterclaim.values.places import STATE, folded, kilometres

WEIGHTS: Mapping[str, float] = {
    "people": 1.6, "state": 3.6, "continent": 14.5, "area": 3.6, "capital": 2.0, "seat": 0.8,
    "second seat": 0.7, "first unit": 0.1, "second unit": -0.5, "unit of its city": -3.0, "quarter": -0.8,
    "spot": 2.9, "supplement": 6.9, "main name": 2.8, "large under another name": -1.1, "metropolis": -1.0,
    "country named": 4.6, "unit named": 3.3, "state of the outlet": 2.5, "place in the outlet's state": 5.1,
    "together": 2.1, "within 60 km": 2.8, "within 200 km": 1.3, "within 600 km": 0.3,
    "unit by the words": 1.4, "office by the words": 3.0, "region by the words": 4.6,
    "district by the words": 3.0, "town by the words": 1.1, "stated": 20.0,
}  # fmt: skip
"""What each clue is worth: fitted by training/places.py on the development parts of four corpora."""

METROPOLIS = 1_000_000
LARGE = 100_000
FAR_LARGER = 5
"""Times the people of any other town of its name by which a city is meant without more."""

SEATS = ("P.PPLC", "P.PPLA")

NEAR_STEPS = ((60.0, "within 60 km"), (200.0, "within 200 km"), (600.0, "within 600 km"))
"""Kilometres to the nearest other place of the article."""

FAR_NORTH = 6.0
"""Degrees of latitude that are more than the last of these steps: farther off no distance is worked out."""

KINDS: Mapping[str, tuple[str, ...]] = {
    "unit": ("A.ADM1", STATE),
    "office": ("A.ADM1",),
    "region": ("A.ADM1", "L.RGN"),
    "district": ("A.ADM2", "A.ADM1", "P.PPLX"),
    "town": ("P.",),
}

_SORTS: Mapping[str, str] = {
    STATE: "state", "L.CONT": "continent", "H.OCN": "continent", "H.SEA": "continent", "P.PPLC": "capital",
    "P.PPLA": "seat", "P.PPLA2": "second seat", "A.ADM1": "first unit", "P.PPLX": "quarter",
}  # fmt: skip
_CLASSES: Mapping[str, str] = {"L": "area", "H": "area", "T": "area", "A": "second unit", "S": "spot"}


def choose(
    name: str,
    entries: Sequence[GazetteerEntry],
    *,
    kind: str | None,
    stated: GazetteerEntry | None,
    context: Context,
    points: Sequence[tuple[float, float]],
) -> tuple[GazetteerEntry, str]:
    """The entry that is meant, and the sentence that says why.

    `kind`: what a word beside the name says it is; `stated`: the place it is said to be in; `context`: what
    the article tells of countries, units and neighbourhoods; `points`: where its other places lie.
    """
    if len(entries) == 1:
        return entries[0], f"the only {entries[0].name} of the gazetteer"
    cities, first = namesakes(entries), foremost(entries)
    best = max(
        sorted(entries, key=lambda e: e.id),
        key=lambda e: sum(
            WEIGHTS[clue] * much
            for clue, much in clues(
                name, e, kind=kind, stated=stated, context=context, points=points, cities=cities, first=first
            )
        ),
    )
    if stated is not None and inside(best, stated):
        return best, f"the {best.name} that is in {stated.name}, as the text says"
    countries = context.countries
    reasons = []
    if best.country and countries[best.country] == max(countries.values(), default=0) > 0:
        reasons.append(f"the article is about {best.country}")
    if best.point and points:
        away = min(kilometres(best.point, p) for p in points)
        if away <= NEAR_STEPS[-1][0]:
            reasons.append(f"{away:.0f} km from another place it names")
    why = " and ".join(reasons) or "the most populous or important of that name"
    return best, f"of {len(entries)} places of that name: {why}"


def clues(
    name: str,
    entry: GazetteerEntry,
    *,
    kind: str | None,
    stated: GazetteerEntry | None,
    context: Context,
    points: Sequence[tuple[float, float]],
    cities: frozenset[tuple[str, str]],
    first: str = "",
) -> Iterator[tuple[str, float]]:
    """What speaks for or against an entry: the clues of `WEIGHTS` that hold of it, and how much each does.

    `cities`: see `namesakes`; `first`: see `foremost`; the rest is what `choose` is given.
    """
    yield "people", log10(entry.population + 10)
    sort = _SORTS.get(entry.kind) or _CLASSES.get(entry.kind[:1])
    if sort:
        yield sort, 1.0
    if entry.id.startswith("cc-"):
        yield "supplement", 1.0
    if entry.kind.startswith("P.") and entry.population >= METROPOLIS:
        yield "metropolis", 1.0
    elif entry.kind.startswith("A.ADM") and not kind and (entry.country, entry.admin1) in cities:
        yield "unit of its city", 1.0
    key = folded(name)
    if key == folded(entry.name) or entry.id == first:
        yield "main name", 1.0
    elif entry.population >= LARGE:
        yield "large under another name", 1.0
    if kind and entry.kind.startswith(KINDS.get(kind, ("?",))):
        yield f"{kind} by the words", 1.0
    if stated is not None and inside(entry, stated):
        yield "stated", 1.0
    named = context.share(key, entry.country)
    at_home = bool(context.home) and entry.country == context.home
    yield "country named", named
    if entry.kind == STATE:
        if at_home:
            yield "state of the outlet", 1.0
        return
    yield "unit named", context.unit_share(key, f"{entry.country}.{entry.admin1}")
    if at_home:
        yield "place in the outlet's state", 1.0
    yield "together", log(1.0 + context.support(key, entry))
    if here := entry.point:
        near = [p for p in points if abs(p[0] - here[0]) < FAR_NORTH]
        away = min((kilometres(here, p) for p in near), default=inf)
        step = next((clue for limit, clue in NEAR_STEPS if away <= limit), None)
        if step:
            yield step, 1.0


def namesakes(entries: Sequence[GazetteerEntry]) -> frozenset[tuple[str, str]]:
    """The state and first-order unit of each large city or seat among the places of one name."""
    return frozenset(
        (e.country, e.admin1)
        for e in entries
        if e.kind in SEATS or (e.kind.startswith("P.") and e.population >= METROPOLIS)
    )


def foremost(entries: Sequence[GazetteerEntry]) -> str:
    """The id of the city that a name means by itself, though the gazetteer calls it otherwise; or "".

    It is large, the only capital or seat of a first-order unit among the towns of that name, many times as
    populous as each other, and no state nor unit of another state bears the name: "Geneva" is Genève, not a
    town of twenty thousand that bears it as its main name, and "Mexico" no city.
    """
    towns = sorted((e for e in entries if e.kind.startswith("P.")), key=lambda e: -e.population)
    seats = [e for e in towns if e.kind in SEATS]
    if len(seats) != 1 or seats[0] is not towns[0] or seats[0].population < LARGE:
        return ""
    if any(e.kind == STATE or (e.kind == "A.ADM1" and e.country != seats[0].country) for e in entries):
        return ""
    others = towns[1].population if len(towns) > 1 else 0
    return seats[0].id if seats[0].population >= FAR_LARGER * others else ""


def inside(entry: GazetteerEntry, outer: GazetteerEntry) -> bool:
    """Whether an entry lies in another: a country, a unit, or a city within walking distance."""
    if entry.id == outer.id:
        return False
    if outer.kind == STATE:
        return entry.country == outer.country
    if outer.kind == "A.ADM1":
        return (entry.country, entry.admin1) == (outer.country, outer.admin1)
    if entry.point and outer.point:
        return kilometres(entry.point, outer.point) <= 40.0
    return False
