"""Reads the places of an article."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from counterclaim.records import Article, Claim, Extent, Parse, Part, PlaceMention, PlacePrecision
from counterclaim.stages.ground.claims import claim_at
from counterclaim.stages.ground.places.candidates import Candidate, candidates
from counterclaim.stages.ground.places.context import context_of
from counterclaim.stages.ground.places.entries import Gazetteer, GazetteerEntry
from counterclaim.stages.ground.places.names import borne, held_in
from counterclaim.stages.ground.places.resolve import COMMA, Pick, resolve
from counterclaim.stages.ground.places.shown import shown_names
from counterclaim.values.places import STATE, PlaceWords
from counterclaim.values.places.codes import geo_precision_of, where_prec_of

BESIDE = 400
"""Characters, two or three sentences, within which a town named tells where an unlisted place may lie."""

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
    context = context_of(article, found, words)
    chosen = resolve(article, found, words=words, context=context, gazetteer=gazetteer)
    return _mentions(article, claims, found, chosen, words)


def place_given(
    article: Article, spans: Sequence[Extent], *, gazetteer: Gazetteer, words: PlaceWords
) -> tuple[PlaceMention, ...]:
    """Place names that are known to be places, one mention for each of `spans`, in their order.

    A name that no entry bears is placed by the longest part of it that one does ("Homs airport" in Homs); the
    basis says so. Without any, it is placed where the nearest town lies that the text names beside it, with
    the precision "vague" and that town as `within`; without that either, it has no coordinates.
    """
    found = tuple(_given(article, span, gazetteer, words) for span in spans)
    order = sorted(range(len(found)), key=lambda n: (found[n].start, found[n].end, n))
    context = context_of(article, [found[n] for n in order], words)
    chosen = resolve(
        article, [found[n] for n in order], words=words, context=context, gazetteer=gazetteer, given=True
    )
    mentions = _mentions(article, (), [found[n] for n in order], chosen, words)
    at = dict(zip(order, _beside(article, mentions), strict=True))
    return tuple(at[n] for n in range(len(found)))


def _given(article: Article, span: Extent, gazetteer: Gazetteer, words: PlaceWords) -> Candidate:
    start, end = span
    name = " ".join(article.text[start:end].split())
    for tail in ("'s", "’s"):
        name = name.removesuffix(tail)
    entries = borne(name, article.text[end : end + 1], gazetteer=gazetteer, words=words)
    if not entries:
        part, entries = held_in(name, gazetteer=gazetteer, words=words)
        name = part or name
    part_of = next((p for p in article.parts if p.start <= start < p.end), None)
    whole = part_of or Part(kind="body", start=0, end=len(article.text))
    return Candidate(start, end, name, entries, whole, 0, 0, "")


def _beside(article: Article, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Place what no gazetteer lists by the nearest town named within `BESIDE` characters of it."""
    towns = [m for m in mentions if m.latitude is not None and m.precision in ("exact", "near", "district")]
    placed = []
    for mention in mentions:
        near = min(towns, key=lambda t: (abs(t.start - mention.start), t.start), default=None)
        if mention.latitude is not None or near is None or abs(near.start - mention.start) > BESIDE:
            placed.append(mention)
            continue
        placed.append(
            replace(
                mention, latitude=near.latitude, longitude=near.longitude, country=near.country,
                within=near.name, precision="vague",
                basis=f"no gazetteer lists it; {near.name} is the nearest town that the text names",
            )
        )  # fmt: skip
    return placed


def _mentions(
    article: Article,
    claims: Sequence[Claim],
    found: Sequence[Candidate],
    chosen: Sequence[Pick],
    words: PlaceWords,
) -> tuple[PlaceMention, ...]:
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


def _outer(
    article: Article, candidate: Candidate, found: Sequence[Candidate], chosen: Sequence[Pick]
) -> GazetteerEntry | None:
    """The known place that the text puts an unknown one in: "X, Y", "X in Y", "X (Y"."""
    for other, pick in zip(found, chosen, strict=True):
        gap = article.text[candidate.end : other.start] if other.start >= candidate.end else None
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
