"""Which place each name of an article stands for."""

import re
from collections import Counter
from collections.abc import Sequence

from counterclaim.records import Article
from counterclaim.stages.ground.places.candidate import Candidate
from counterclaim.stages.ground.places.choose import choose, inside
from counterclaim.stages.ground.places.context import Context
from counterclaim.stages.ground.places.entries import Gazetteer, GazetteerEntry
from counterclaim.stages.ground.places.names import units_in_short
from counterclaim.values.places import STATE, PlaceWords, folded, without_article

SMALL_PLACE = 100_000
LARGE_PLACE = 1_000_000
ABOUT = 4
"""Mentions of a country from which an article's small places are looked for there or in others it names."""

OF_ITSELF = frozenset({"province", "governorate", "oblast", "state", "city", "town", "village", "county"})
"""Words whose "of" names the thing itself ("the city of X"); "the district of X" may be a part of X."""

PART_OF = re.compile(
    r"(?:['’]s)?\s(?:district|neighbou?rhood|quarter|suburb|area|subdistrict|village|town|countryside)s?\s(?:of|in)\s(?:the\s)?"
    r"(?:city of |town of )?"
)
"""What stands between a part and the place that holds it ("the Fardous district of Aleppo")."""

COMMA = re.compile(r",\s{1,2}(?:in\s|a\s[\w ]{3,20}\s(?:in|of)\s)?(?:the\s)?$|\sin\s(?:the\s)?$|\s\($")
_FROM = re.compile(
    r"[^.;:]{0,48}\b(?:km|kilomet(?:er|re)s?|miles?|mi|(?:north|south)(?:-?(?:east|west))?(?:ern)?|east|west|outside)"
    r"\b[\w\s-]{0,24}?(?:\s(?:of|from))?\s(?:the\s)?(?:city of |town of )?$",
    re.IGNORECASE,
)
"""What stands between a place and a better known one by which its place is told."""

_WORD_AFTER = re.compile(r"(?:['’]s)?\s([a-zA-Z]+)")
_OF_BEFORE = re.compile(r"\b([a-z]+)\s(?:of\s)(?:the\s)?$")
_SHORT_AFTER = re.compile(r",\s([A-Z][A-Za-z.]{1,5})(?=[\s,.;:)—–-]|$)")

Pick = tuple[GazetteerEntry, str] | None


def resolve(
    article: Article,
    found: Sequence[Candidate],
    *,
    words: PlaceWords,
    context: Context,
    gazetteer: Gazetteer,
    given: bool = False,
) -> list[Pick]:
    """Choose twice: first without the other places, then with where those lie.

    `given`: the names are known to be places, so that the likeliest of that name is taken however far it is.
    """
    countries = context.countries
    borne = [(number, candidate, folded(candidate.name)) for number, candidate in enumerate(found)]
    borne = [(number, candidate, key) for number, candidate, key in borne if candidate.entries]
    beside = [
        (stated_in(article, found, number, words, gazetteer), kind_of(article, found, number, words))
        for number, _, _ in borne
    ]
    told = Counter((key, _told(candidate)) for _, candidate, key in borne)
    points: dict[str, tuple[float, float]] = {}
    picks: list[Pick] = []
    for _ in range(2):
        senses: dict[str, Pick] = {}
        fixed: dict[int, Pick] = {}
        placed = sorted(points.items())
        for (number, candidate, key), (stated, kind) in zip(borne, beside, strict=True):
            if not (stated or kind) and key in senses:
                continue
            others = [p for k, p in placed if k != key]
            if stated or kind:
                fixed[number] = choose(
                    candidate.name,
                    candidate.entries,
                    kind=kind,
                    stated=stated,
                    context=context,
                    points=others,
                )
            if stated:
                senses[key] = fixed[number]
            elif key not in senses:
                pick = choose(
                    candidate.name, candidate.entries, kind=None, stated=None, context=context, points=others
                )
                far = not given and _far_fetched(pick[0], candidate, told, countries)
                senses[key] = None if far else pick
            settled = fixed.get(number)
            if settled and not given and not stated and _far_fetched(settled[0], candidate, told, countries):
                fixed[number] = None
        picks = [
            fixed[n] if n in fixed else senses.get(folded(c.name)) if c.entries else None
            for n, c in enumerate(found)
        ]
        namesakes = {
            folded(c.name) for c, p in zip(found, picks, strict=True) if _put_elsewhere(c, p, countries)
        }
        picks = [None if folded(c.name) in namesakes else p for c, p in zip(found, picks, strict=True)]
        points = {}
        for candidate, chosen in zip(found, picks, strict=True):
            if chosen and chosen[0].point and chosen[0].kind.startswith(("P.", "A.ADM2", "S.")):
                points[folded(candidate.name)] = chosen[0].point
    return picks


def _far_fetched(
    entry: GazetteerEntry,
    candidate: Candidate,
    told: Counter[tuple[str, str | None]],
    countries: Counter[str],
) -> bool:
    """Whether a lesser place lies in a country that the article never names, though it names others often.

    Another place of that name, or something that is none, is then likelier than this one: no position is
    better than a wrong one. What the name itself says of a country does not count. A large town is lesser
    where the article does not call it by its main name, and a unit wherever it is. `told`: how often each
    name, folded, speaks for each country.
    """
    if not entry.kind.startswith(("P.", "A.ADM")) or entry.kind == "P.PPLC":
        return False
    key = folded(candidate.name)
    itself = without_article(key) == without_article(folded(entry.name))
    small = entry.population < SMALL_PLACE or entry.kind.startswith("A.ADM")
    if not small and (itself or entry.kind == "P.PPLA" or entry.population >= LARGE_PLACE):
        return False
    if entry.kind == "A.ADM1" and any(
        e.kind == "P.PPLA" and e.country == entry.country and e.population >= SMALL_PLACE
        for e in candidate.entries
    ):
        return False
    return (
        countries[entry.country] <= told[key, entry.country] and max(countries.values(), default=0) >= ABOUT
    )


def _put_elsewhere(candidate: Candidate, pick: Pick, countries: Counter[str]) -> bool:
    """Whether the text puts a place in what no gazetteer has: "Lomar, Tavronia," is not the German Lohmar.

    Not where another name speaks for the country chosen: then the words behind it name a lesser thing.
    """
    if pick is None or not candidate.beyond:
        return False
    own = _told(candidate) == pick[0].country
    return countries[pick[0].country] <= own


def _told(candidate: Candidate) -> str | None:
    """The country that a name of a lesser place speaks for, as `_evidence` counts it."""
    kinds = {e.kind for e in candidate.entries}
    if STATE in kinds:
        return None
    held = {e.country for e in candidate.entries if e.country}
    if len(held) == 1:
        return held.pop()
    if "A.ADM1" in kinds and not kinds & {"P.PPLC", "P.PPLA"}:
        return next(e for e in candidate.entries if e.kind == "A.ADM1").country
    return None


def stated_in(
    article: Article, found: Sequence[Candidate], number: int, words: PlaceWords, gazetteer: Gazetteer
) -> GazetteerEntry | None:
    """The place that the text says this one is in: "X, Y", "X in Y", "X (Y"."""
    here = found[number]
    if number + 1 < len(found):
        following = found[number + 1]
        gap = article.text[here.end : following.start]
        if len(gap) < 32 and following.entries and COMMA.fullmatch(gap):
            if following.entries[0].kind.startswith("A.") or gap.strip() in ("in", "in the"):
                units = [e for e in following.entries if e.kind in (STATE, "A.ADM1")]
                held = [u for u in units if any(_holds(u, e) for e in here.entries)]
                if held and held[0].kind == STATE == here.entries[0].kind:
                    return None  # "Russia, U.S. officials say"
                return held[0] if held else None
            if gap.startswith(","):
                return None
        if following.entries and PART_OF.fullmatch(gap):
            held_by = [e for e in following.entries if any(inside(h, e) for h in here.entries)]
            return held_by[0] if held_by else None
        if len(gap) < 72 and following.entries and _FROM.fullmatch(gap):
            anchor = following.entries[0]
            return anchor if anchor.kind.startswith("P.") and anchor.population >= SMALL_PLACE else None
    short = _SHORT_AFTER.match(article.text[here.end : here.end + 12])
    named = units_in_short(short.group(1), gazetteer=gazetteer, words=words) if short else ()
    return next((u for u in named if any(_holds(u, e) for e in here.entries)), next(iter(named), None))


def _holds_last(article: Article, found: Sequence[Candidate], number: int) -> bool:
    """Whether a name stands after a comma as the unit or state of the place before it: "Albany, New York"."""
    here, last = found[number], found[number - 1] if number else None
    if last is None or not re.fullmatch(r",\s{1,2}", article.text[last.end : here.start]):
        return False
    areas = [e for e in here.entries if e.kind in (STATE, "A.ADM1")]
    return folded(last.name) != folded(here.name) and any(_holds(a, e) for a in areas for e in last.entries)


def _holds(outer: GazetteerEntry, inner: GazetteerEntry) -> bool:
    if inner.id == outer.id or inner.country != outer.country or inner.kind == STATE:
        return False
    return outer.kind == STATE or inner.admin1 == outer.admin1


def kind_of(article: Article, found: Sequence[Candidate], number: int, words: PlaceWords) -> str | None:
    """What a word beside a name, or its place after a comma, says it is: a key of `choose.KINDS`, or None."""
    if _holds_last(article, found, number):
        return "unit"
    text, candidate = article.text, found[number]
    after = _WORD_AFTER.match(text[candidate.end : candidate.end + 18])
    word = after.group(1).lower() if after else ""
    kind = words.kinds.get(word) or ("office" if word in words.offices else None)
    if kind:
        return kind
    ahead = _OF_BEFORE.search(text[max(0, candidate.start - 24) : candidate.start])
    return words.kinds.get(ahead.group(1)) if ahead and ahead.group(1) in OF_ITSELF else None
