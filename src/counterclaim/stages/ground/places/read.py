"""Reads the places of an article."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from counterclaim.records import Article, Claim, Parse, PlaceMention, PlacePrecision
from counterclaim.stages.ground.claims import claim_at
from counterclaim.stages.ground.places.candidates import Candidate, candidates
from counterclaim.stages.ground.places.choose import choose
from counterclaim.stages.ground.places.entries import Gazetteer, GazetteerEntry
from counterclaim.stages.ground.places.shown import shown_names
from counterclaim.values.places import PlaceWords, folded, without_article

SMALL_PLACE = 100_000
LARGE_PLACE = 1_000_000
ABOUT = 4
"""Mentions of a country from which an article's small places are looked for there or in others it names."""

OF_ITSELF = frozenset({"province", "governorate", "oblast", "state", "city", "town", "village", "county"})
"""Words whose "of" names the thing itself ("the city of X"); "the district of X" may be a part of X."""

_COMMA = re.compile(r",\s{1,2}(?:in\s|a\s[\w ]{3,20}\s(?:in|of)\s)?(?:the\s)?$|\sin\s(?:the\s)?$|\s\($")
_AWAY = re.compile(
    r"(?:\d[\d.,]*\s?(?:km|kilomet(?:er|re)s?|miles?|mi)\b[\w\s-]{0,24}(?:of|from)|"
    r"(?<!the )\b(?:north|south|(?:(?:north|south)-?)?(?:east|west))"
    r"\s(?:of|from)|\bclose to|\boutskirts of|\bvicinity of|\bnear|\boutside|\baround)\s"
    r"(?:the\s)?(?:[\w-]+\s(?:of|city|town)\s)?$",
    re.IGNORECASE,
)
_DIRECTION_CITY = re.compile(r"\b([\w-]+)\s{1,2}$")


def read_places(
    article: Article, parse: Parse, claims: Sequence[Claim], *, gazetteer: Gazetteer, words: PlaceWords
) -> tuple[PlaceMention, ...]:
    """Read the places of an article, in the order of the text.

    A name is the same place throughout an article, unless the text says otherwise beside it. Of several
    places that bear it, what the text states, the countries it names, nearness to its other places, and
    importance decide, in that order of weight. A name without an entry stays, without coordinates. A place
    where somebody is merely based ("Oslo-based") belongs to no claim. `name` is the same for one entry
    throughout an article, and one that the article's readers know (see `shown_names`).
    """
    found = candidates(article, parse, gazetteer=gazetteer, words=words)
    countries, units = _evidence(article, found, words)
    chosen = _resolve(article, found, words, countries, units, gazetteer)
    names = shown_names(((c.name, p[0]) for c, p in zip(found, chosen, strict=True) if p), words=words)
    mentions = []
    for candidate, pick in zip(found, chosen, strict=True):
        mentions.append(_mention(article, claims, candidate, pick, found, chosen, names, words))
    return tuple(mentions)


Pick = tuple[GazetteerEntry, str] | None


def _evidence(
    article: Article, found: Sequence[Candidate], words: PlaceWords
) -> tuple[Counter[str], Counter[str]]:
    """How often countries, and first-order units, are named or implied."""
    countries: Counter[str] = Counter()
    units: Counter[str] = Counter()
    for candidate in found:
        kinds = {e.kind for e in candidate.entries}
        for entry in candidate.entries:
            if entry.kind == "A.PCLI":
                countries[entry.country] += 2
                break
        else:
            held = {e.country for e in candidate.entries if e.country}
            if len(held) == 1:
                countries[held.pop()] += 1
            if "A.ADM1" in kinds and not kinds & {"P.PPLC", "P.PPLA"}:
                unit = next(e for e in candidate.entries if e.kind == "A.ADM1")
                units[f"{unit.country}.{unit.admin1}"] += 1
                countries[unit.country] += 1
    for word, many in Counter(re.findall(r"[A-Z][a-z]+", article.text)).items():
        code = words.demonyms.get(word.lower())
        if code:
            countries[code] += many
    return countries, units


def _resolve(
    article: Article,
    found: Sequence[Candidate],
    words: PlaceWords,
    countries: Counter[str],
    units: Counter[str],
    gazetteer: Gazetteer,
) -> list[Pick]:
    """Choose twice: first without the other places, then with where those lie."""
    points: dict[str, tuple[float, float]] = {}
    picks: list[Pick] = []
    for _ in range(2):
        senses: dict[str, Pick] = {}
        fixed: dict[int, Pick] = {}
        for number, candidate in enumerate(found):
            if not candidate.entries:
                continue
            key = folded(candidate.name)
            stated = _stated(article, found, number, words, gazetteer)
            kind = _kind(article.text, candidate, words)
            others = [p for k, p in sorted(points.items()) if k != key]
            if stated or kind:
                fixed[number] = choose(
                    candidate.entries,
                    kind=kind,
                    stated=stated,
                    countries=countries,
                    points=others,
                    units=units,
                )
            if stated:
                senses[key] = fixed[number]
            elif key not in senses:
                pick = choose(
                    candidate.entries, kind=None, stated=None, countries=countries, points=others, units=units
                )
                senses[key] = None if _far_fetched(pick[0], candidate, found, countries) else pick
            settled = fixed.get(number)
            if settled and not stated and _far_fetched(settled[0], candidate, found, countries):
                fixed[number] = None
        picks = [
            fixed[n] if n in fixed else senses.get(folded(c.name)) if c.entries else None
            for n, c in enumerate(found)
        ]
        points = {}
        for candidate, chosen in zip(found, picks, strict=True):
            if chosen and chosen[0].point and chosen[0].kind.startswith(("P.", "A.ADM2", "S.")):
                points[folded(candidate.name)] = chosen[0].point
    return picks


def _far_fetched(
    entry: GazetteerEntry, candidate: Candidate, found: Sequence[Candidate], countries: Counter[str]
) -> bool:
    """Whether a lesser place lies in a country that the article never names, though it names others often.

    Another place of that name, or something that is none, is then likelier than this one: no position is
    better than a wrong one. What the name itself says of a country does not count. A large town is lesser
    where the article does not call it by its main name, and a unit wherever it is.
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
    own = sum(_told(c) == entry.country for c in found if folded(c.name) == key)
    return countries[entry.country] <= own and max(countries.values(), default=0) >= ABOUT


def _told(candidate: Candidate) -> str | None:
    """The country that a name of a lesser place speaks for, as `_evidence` counts it."""
    kinds = {e.kind for e in candidate.entries}
    if "A.PCLI" in kinds:
        return None
    held = {e.country for e in candidate.entries if e.country}
    if len(held) == 1:
        return held.pop()
    if "A.ADM1" in kinds and not kinds & {"P.PPLC", "P.PPLA"}:
        return next(e for e in candidate.entries if e.kind == "A.ADM1").country
    return None


def _stated(
    article: Article, found: Sequence[Candidate], number: int, words: PlaceWords, gazetteer: Gazetteer
) -> GazetteerEntry | None:
    """The place that the text says this one is in: "X, Y", "X in Y", "X (Y"."""
    here = found[number]
    if number + 1 < len(found):
        following = found[number + 1]
        gap = article.text[here.end : following.start]
        if len(gap) < 32 and following.entries and _COMMA.fullmatch(gap):
            if following.entries[0].kind.startswith("A.") or gap.strip() in ("in", "in the"):
                units = [e for e in following.entries if e.kind in ("A.PCLI", "A.ADM1")]
                held = [u for u in units if any(_holds(u, e) for e in here.entries)]
                return held[0] if held else None
            if gap.startswith(","):
                return None
    short = re.match(r",\s([A-Z][A-Za-z.]{1,5})(?=[\s,.;)])", article.text[here.end : here.end + 12])
    name = words.abbreviations.get(short.group(1).replace(".", "").lower()) if short else None
    if name:
        return next((e for e in gazetteer(name) if e.kind == "A.ADM1" and e.country == "US"), None)
    return None


def _holds(outer: GazetteerEntry, inner: GazetteerEntry) -> bool:
    if inner.id == outer.id or inner.country != outer.country or inner.kind == "A.PCLI":
        return False
    return outer.kind == "A.PCLI" or inner.admin1 == outer.admin1


def _kind(text: str, candidate: Candidate, words: PlaceWords) -> str | None:
    """What a word beside the name says it is."""
    after = re.match(r"(?:['’]s)?\s([a-zA-Z]+)", text[candidate.end : candidate.end + 18])
    kind = words.kinds.get(after.group(1).lower()) if after else None
    if kind:
        return kind
    ahead = re.search(
        r"\b([a-z]+)\s(?:of\s)(?:the\s)?$", text[max(0, candidate.start - 24) : candidate.start]
    )
    return words.kinds.get(ahead.group(1)) if ahead and ahead.group(1) in OF_ITSELF else None


def _mention(
    article: Article,
    claims: Sequence[Claim],
    candidate: Candidate,
    pick: Pick,
    found: Sequence[Candidate],
    chosen: Sequence[Pick],
    names: Mapping[str, str],
    words: PlaceWords,
) -> PlaceMention:
    text, start, end = article.text, candidate.start, candidate.end
    lead = _DIRECTION_CITY.search(text[max(candidate.part.start, start - 24) : start])
    part = lead.group(1) if lead and lead.group(1).lower() in words.directions else None
    part = None if part and part.endswith(("-held", "-controlled")) else part
    if part and lead:
        start = max(candidate.part.start, start - 24) + lead.start()
    claim = claim_at(claims, start, end) or claim_at(claims, candidate.start, end)
    if text[end : end + 6].lower() == "-based":
        claim = None  # it tells where somebody is based, not where what is claimed took place
    near = bool(_AWAY.search(text[max(candidate.part.start, start - 48) : start]))
    if pick is None:
        outer = _outer(article, candidate, found, chosen)
        return PlaceMention(
            claim=claim.id if claim else None,
            article=article.id,
            start=start,
            end=end,
            text=text[start:end],
            name=candidate.name,
            latitude=None,
            longitude=None,
            gazetteer_id=None,
            precision="near" if near else "vague",
            country=outer.country or None if outer else None,
            within=outer.name if outer else None,
            basis="no place of that name lies in the countries that the article names"
            if candidate.entries
            else "the gazetteer has no place of that name",
        )
    entry, why = pick
    name = names[entry.id]
    basis = f"the {part.lower()} part of {name}; {why}" if part else why
    return PlaceMention(
        claim=claim.id if claim else None,
        article=article.id,
        start=start,
        end=end,
        text=text[start:end],
        name=name,
        latitude=entry.latitude,
        longitude=entry.longitude,
        gazetteer_id=entry.id,
        precision=_precision(entry, near=near, part=part is not None),
        country=entry.country or None,
        within=entry.within or None,
        basis=basis,
    )


def _outer(
    article: Article, candidate: Candidate, found: Sequence[Candidate], chosen: Sequence[Pick]
) -> GazetteerEntry | None:
    """The known place that the text puts an unknown one in: "X, Y", "X in Y", "X (Y"."""
    for other, pick in zip(found, chosen, strict=True):
        gap = article.text[candidate.end : other.start] if other.start >= candidate.end else None
        if pick and gap is not None and len(gap) < 40 and _COMMA.search(gap) and "." not in gap:
            return pick[0]
    return None


def _precision(entry: GazetteerEntry, *, near: bool, part: bool) -> PlacePrecision:
    if entry.kind == "A.PCLI":
        return "region" if part else "country"
    if entry.kind.startswith(("L.CONT", "H.")) or entry.point is None:
        return "vague"
    if near:
        return "near"
    if entry.kind == "A.ADM2":
        return "district"
    return "region" if entry.kind.startswith(("A.", "L.")) else "exact"
