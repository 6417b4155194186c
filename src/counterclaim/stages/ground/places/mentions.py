"""What is recorded of a place found: its point, how exact it is, what holds it, and why it is this one."""

import re
from collections.abc import Mapping, Sequence

from counterclaim.records import Article, Claim, PlaceMention, PlacePrecision
from counterclaim.stages.ground.claims import claim_at
from counterclaim.stages.ground.places.candidate import Candidate
from counterclaim.stages.ground.places.entries import GazetteerEntry
from counterclaim.stages.ground.places.resolve import COMMA, PART_OF, Pick
from counterclaim.stages.ground.places.shown import shown_names
from counterclaim.values.lower_case import lowered
from counterclaim.values.places import STATE, PlaceWords
from counterclaim.values.places.codes import codes_within, geo_precision_of, where_prec_of

_AWAY = re.compile(
    r"(?:\d[\d.,]*\s?(?:km|kilomet(?:er|re)s?|miles?|mi)\b[\w\s-]{0,24}(?:of|from)|"
    r"(?<!the )\b(?:north|south|(?:(?:north|south)-?)?(?:east|west))"
    r"\s(?:of|from)|\bclose to|\boutskirts of|\bvicinity of|\bnear|\boutside|\baround)\s"
    r"(?:the\s)?(?:[\w-]+\s(?:of|city|town)\s)?$"
)
AWAY = ("of", "from", "close", "near", "outside", "around")
"""One of these stands in every match."""

_DIRECTION_CITY = re.compile(r"\b([\w-]+)\s{1,2}$")


def mentions(
    article: Article,
    claims: Sequence[Claim],
    found: Sequence[Candidate],
    chosen: Sequence[Pick],
    words: PlaceWords,
) -> tuple[PlaceMention, ...]:
    """The mentions of an article's candidates, each with the place chosen for it or None."""
    names = shown_names(((c.name, p[0]) for c, p in zip(found, chosen, strict=True) if p), words=words)
    return tuple(
        _mention(article, claims, candidate, pick, found, chosen, names, words)
        for candidate, pick in zip(found, chosen, strict=True)
    )


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
    near = _is_away(lowered(text[max(candidate.part.start, start - 48) : start]))
    if pick is None:
        outer = _outer(article, candidate, found, chosen)
        codes = codes_within(outer.kind) if outer else (None, None)
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
            within=outer.name if outer else candidate.beyond or None,
            where_prec=codes[0],
            geo_precision=codes[1],
            basis=f"the text puts it in {candidate.beyond}, of which the gazetteer has nothing"
            if candidate.beyond and not outer
            else "no place of that name lies in the countries that the article names"
            if candidate.entries
            else "the gazetteer has no place of that name",
        )
    entry, why = pick
    precision = _precision(entry, near=near, part=part is not None)
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
        precision=precision,
        country=entry.country or None,
        within=entry.within or None,
        basis=basis,
        part=part.lower() if part else None,
        where_prec=where_prec_of(entry.kind, country=entry.country or None, precision=precision),
        geo_precision=geo_precision_of(precision, part=part is not None),
    )


def _is_away(lead: str) -> bool:
    """Whether words before a name, in lower case, say that it is told from there: "near", "40 km from"."""
    return any(word in lead for word in AWAY) and bool(_AWAY.search(lead))


def _outer(
    article: Article, candidate: Candidate, found: Sequence[Candidate], chosen: Sequence[Pick]
) -> GazetteerEntry | None:
    """The known place that the text puts an unknown one in: "X district of Y", "X, Y", "X in Y", "X (Y"."""
    for other, pick in zip(found, chosen, strict=True):
        gap = article.text[candidate.end : other.start] if other.start >= candidate.end else None
        if pick and gap is not None and PART_OF.fullmatch(gap):
            return pick[0]
        if pick and gap is not None and len(gap) < 40 and COMMA.search(gap) and "." not in gap:
            return pick[0]
    return None


def _precision(entry: GazetteerEntry, *, near: bool, part: bool) -> PlacePrecision:
    if entry.kind == STATE:
        return "region" if part else "country"
    if entry.kind.startswith(("L.CONT", "H.")) or entry.point is None:
        return "vague"
    if near:
        return "near"
    if entry.kind == "A.ADM2":
        return "district"
    return "region" if entry.kind.startswith(("A.", "L.", "T.")) else "exact"
