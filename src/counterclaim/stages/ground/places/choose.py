"""Which of the places that bear a name is meant."""

from collections.abc import Mapping, Sequence
from math import log, log10

from counterclaim.stages.ground.places.context import Context
from counterclaim.stages.ground.places.entries import GazetteerEntry
from counterclaim.values.places import STATE, folded, kilometres

# Weights of the choice, set on the development parts of four geoparsing corpora.
PEOPLE = 1.0
STATE_WORTH = 6.0
CONTINENT = 13.0
AREA = 6.5
CAPITAL = 3.0
SEAT = 0.6
FIRST_UNIT = -0.8
SECOND_UNIT = -2.2
NEIGHBOURHOOD = 1.5
MAIN_NAME = 2.0
COUNTRY_NAMED = 6.0
UNIT_NAMED = 2.0
HOME = 1.2
TOGETHER = 2.4
STATED_WITHIN = 20.0
KIND_STATED = 5.0
NEAR_STEPS = ((60.0, 3.0), (200.0, 2.0), (600.0, 1.0))
"""Kilometres to the nearest other place of the article, and what that is worth."""

KINDS: Mapping[str, tuple[str, ...]] = {
    "unit": ("A.ADM1", STATE),
    "region": ("A.ADM1", "L.RGN"),
    "district": ("A.ADM2", "A.ADM1", "P.PPLX"),
    "town": ("P.",),
}


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
    scored = sorted(
        ((_score(name, e, kind, stated, context, points), e) for e in entries), key=lambda s: (-s[0], s[1].id)
    )
    best = scored[0][1]
    if len(entries) == 1:
        return best, f"the only {best.name} of the gazetteer"
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


def _score(
    name: str,
    entry: GazetteerEntry,
    kind: str | None,
    stated: GazetteerEntry | None,
    context: Context,
    points: Sequence[tuple[float, float]],
) -> float:
    score = PEOPLE * log10(entry.population + 10)
    if entry.kind == STATE:
        score += STATE_WORTH
    elif entry.kind in ("L.CONT", "H.OCN", "H.SEA"):
        score += CONTINENT
    elif entry.kind.startswith(("L.", "H.", "T.")):
        score += AREA
    elif entry.kind == "P.PPLC":
        score += CAPITAL
    elif entry.kind == "P.PPLA":
        score += SEAT
    elif entry.kind == "A.ADM1":
        score += FIRST_UNIT
    elif entry.kind.startswith("A."):
        score += SECOND_UNIT
    elif entry.id.startswith("cc-"):
        score += NEIGHBOURHOOD
    key = folded(name)
    if key == folded(entry.name):
        score += MAIN_NAME
    if kind and entry.kind.startswith(KINDS.get(kind, ("?",))):
        score += KIND_STATED
    score += COUNTRY_NAMED * context.share(key, entry.country)
    if entry.kind != STATE:
        score += UNIT_NAMED * context.unit_share(key, f"{entry.country}.{entry.admin1}")
        if context.home and entry.country == context.home:
            score += HOME
        score += TOGETHER * log(1.0 + context.support(key, entry))
        if entry.point and points:
            away = min(kilometres(entry.point, p) for p in points)
            score += next((worth for limit, worth in NEAR_STEPS if away <= limit), 0.0)
    if stated is not None and inside(entry, stated):
        score += STATED_WITHIN
    return score


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
