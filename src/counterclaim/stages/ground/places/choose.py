"""Which of the places that bear a name is meant."""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log10

from counterclaim.stages.ground.places.entries import GazetteerEntry
from counterclaim.values.places import kilometres

# Weights of the choice, set on the development part of four geoparsing corpora.
STATE = 7.0
AREA = 5.0
CAPITAL = 2.0
SEAT = 0.6
UNIT = -1.2
NEIGHBOURHOOD = 1.5
COUNTRY_NAMED = 4.0
STATED_WITHIN = 20.0
KIND_STATED = 5.0
NEAR_STEPS = ((60.0, 3.0), (200.0, 2.0), (600.0, 1.0))
"""Kilometres to the nearest other place of the article, and what that is worth."""

KINDS: Mapping[str, tuple[str, ...]] = {
    "region": ("A.ADM1", "L.RGN"),
    "district": ("A.ADM2", "A.ADM1", "P.PPLX"),
    "town": ("P.",),
}


def choose(
    entries: Sequence[GazetteerEntry],
    *,
    kind: str | None,
    stated: GazetteerEntry | None,
    countries: Counter[str],
    points: Sequence[tuple[float, float]],
    units: Counter[str],
) -> tuple[GazetteerEntry, str]:
    """The entry that is meant, and the sentence that says why.

    `kind`: what a word beside the name says it is; `stated`: the place it is said to be in; `countries`,
    `units`: how often the article names or implies each; `points`: where its other places lie.
    """
    scored = sorted(
        ((_score(e, kind, stated, countries, points, units), e) for e in entries),
        key=lambda s: (-s[0], s[1].id),
    )
    best = scored[0][1]
    if len(entries) == 1:
        return best, f"the only {best.name} of the gazetteer"
    if stated is not None and _inside(best, stated):
        return best, f"the {best.name} that is in {stated.name}, as the text says"
    reasons = []
    if best.country and countries[best.country] == max(countries.values(), default=0) > 0:
        reasons.append(f"the article is about {best.country}")
    if best.point and points:
        away = min(kilometres(best.point, p) for p in points)
        if away <= NEAR_STEPS[-1][0]:
            reasons.append(f"{away:.0f} km from another place it names")
    why = " and ".join(reasons) or "the most populous or important of that name"
    return best, f"of {len(entries)} places of that name: {why}"


def _score(
    entry: GazetteerEntry,
    kind: str | None,
    stated: GazetteerEntry | None,
    countries: Counter[str],
    points: Sequence[tuple[float, float]],
    units: Counter[str],
) -> float:
    score = log10(entry.population + 10)
    if entry.kind in ("A.PCLI", "L.CONT"):
        score += STATE
    elif entry.kind.startswith(("L.", "H.")):
        score += AREA
    elif entry.kind == "P.PPLC":
        score += CAPITAL
    elif entry.kind == "P.PPLA":
        score += SEAT
    elif entry.kind.startswith("A."):
        score += UNIT - (1.0 if entry.kind == "A.ADM2" else 0.0)
    elif entry.id.startswith("cc-"):
        score += NEIGHBOURHOOD
    if kind and entry.kind.startswith(KINDS.get(kind, ("?",))):
        score += KIND_STATED
    total = sum(countries.values())
    if total and entry.kind != "A.PCLI":
        score += COUNTRY_NAMED * countries[entry.country] / total
        score += COUNTRY_NAMED / 2 * units[f"{entry.country}.{entry.admin1}"] / max(1, sum(units.values()))
    if entry.point and points and not entry.kind.startswith("A.PCLI"):
        away = min(kilometres(entry.point, p) for p in points)
        score += next((worth for limit, worth in NEAR_STEPS if away <= limit), 0.0)
    if stated is not None and _inside(entry, stated):
        score += STATED_WITHIN
    return score


def _inside(entry: GazetteerEntry, outer: GazetteerEntry) -> bool:
    """Whether an entry lies in another: a country, a unit, or a city within walking distance."""
    if entry.id == outer.id:
        return False
    if outer.kind == "A.PCLI":
        return entry.country == outer.country
    if outer.kind == "A.ADM1":
        return (entry.country, entry.admin1) == (outer.country, outer.admin1)
    if entry.point and outer.point:
        return kilometres(entry.point, outer.point) <= 40.0
    return False
