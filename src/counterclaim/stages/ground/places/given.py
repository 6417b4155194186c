"""Places names that are known to be places: what no gazetteer lists lies where its parts or neighbours do."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from counterclaim.records import Article, Extent, Part, PlaceMention
from counterclaim.stages.ground.places.candidate import Candidate
from counterclaim.stages.ground.places.context import context_of, peoples_of
from counterclaim.stages.ground.places.entries import Gazetteer, GazetteerEntry
from counterclaim.stages.ground.places.mentions import mentions
from counterclaim.stages.ground.places.names import AREAS, borne, held_in
from counterclaim.stages.ground.places.resolve import resolve
from counterclaim.values.places import PlaceWords, folded, kilometres

BESIDE = 400
"""Characters, two or three sentences, within which a town named tells where an unlisted place may lie."""

OFTEN = 2
"""Mentions from which a town is what a text is about, where none is named beside."""

KNOWN_ALONE = 100_000
"""People from which a town named within a longer name is taken for the town, whatever else the text names."""

NEARBY_KM = 200.0
"""How near another place of the text must lie for a lesser one named within a longer name to be meant."""


@dataclass(frozen=True, slots=True)
class Given:
    """A name known to be a place's; `partly`: its entries are those of a part of the name."""

    candidate: Candidate
    partly: bool


def place_given(
    article: Article, spans: Sequence[Extent], *, gazetteer: Gazetteer, words: PlaceWords
) -> tuple[PlaceMention, ...]:
    """Place names that are known to be places, one mention for each of `spans`, in their order.

    A name that no entry bears is placed by the longest part of it that one does ("Homs airport" in Homs), if
    that is a state, a unit or a large town, or lies near another place named; the basis says so. Without any,
    it is placed where the nearest town lies that the text names beside it, else the town that the text names
    most, with the precision "vague" and that town as `within`; without that either, it has no coordinates.
    """
    names = [given(article, span, gazetteer, words) for span in spans]
    order = sorted(range(len(names)), key=lambda n: (names[n].candidate.start, names[n].candidate.end, n))
    ordered = [names[n] for n in order]
    found = [g.candidate for g in ordered]
    named = [g.candidate for g in ordered if not g.partly]
    context = context_of(article, named, peoples=peoples_of(article, words))
    chosen = resolve(article, found, words=words, context=context, gazetteer=gazetteer, given=True)
    points = [
        pick[0].point
        for one, pick in zip(ordered, chosen, strict=True)
        if pick and not one.partly and pick[0].point and pick[0].kind not in AREAS
    ]
    held = [
        pick if pick is None or not one.partly or _stands_alone(one, pick[0], points) else None
        for one, pick in zip(ordered, chosen, strict=True)
    ]
    placed = dict(zip(order, _beside(mentions(article, (), found, held, words)), strict=True))
    return tuple(placed[n] for n in range(len(names)))


def given(article: Article, span: Extent, gazetteer: Gazetteer, words: PlaceWords) -> Given:
    """A name known to be a place's, with the entries of the whole of it, else of its longest part."""
    start, end = span
    name = " ".join(article.text[start:end].split())
    for tail in ("'s", "’s"):
        name = name.removesuffix(tail)
    entries = borne(name, article.text[end : end + 1], gazetteer=gazetteer, words=words)
    part = ""
    if not entries:
        part, entries = held_in(name, gazetteer=gazetteer, words=words)
        name = part or name
    part_of = next((p for p in article.parts if p.start <= start < p.end), None)
    whole = part_of or Part(kind="body", start=0, end=len(article.text))
    return Given(Candidate(start, end, name, entries, whole, 0, 0), bool(part))


def _stands_alone(one: Given, entry: GazetteerEntry, points: Sequence[tuple[float, float]]) -> bool:
    """Whether a place named within a longer name may be meant: many hold a small town's name by chance."""
    if entry.kind in AREAS or entry.kind == "P.PPLC":
        return True
    if entry.population >= KNOWN_ALONE and folded(entry.name) == folded(one.candidate.name):
        return True
    return any(entry.point and kilometres(entry.point, point) <= NEARBY_KM for point in points)


def _beside(mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Place what no gazetteer lists by the nearest town named within `BESIDE` characters of it.

    Else by the town that the text names most, `OFTEN` times or more, or alone. Towns count that lie near
    another one or in the country named most: a lone namesake abroad is seldom meant.
    """
    towns = _trusted([m for m in mentions if m.precision in ("exact", "near", "district")], mentions)
    often = Counter(town.gazetteer_id for town in towns)
    most = max(often.values(), default=0)
    alone = len(often) == 1
    main = next((t for t in towns if alone or often[t.gazetteer_id] == most >= OFTEN), None)
    placed = []
    for mention in mentions:
        near = min(towns, key=lambda t: (abs(t.start - mention.start), t.start), default=None)
        beside = near is not None and abs(near.start - mention.start) <= BESIDE
        town = near if beside else main
        if mention.latitude is not None or town is None:
            placed.append(mention)
            continue
        told = "is the nearest town that the text names" if beside else "is the town that the text names most"
        placed.append(
            replace(
                mention, latitude=town.latitude, longitude=town.longitude, country=town.country,
                within=town.name, precision="vague", basis=f"no gazetteer lists it; {town.name} {told}",
            )
        )  # fmt: skip
    return placed


def _trusted(towns: Sequence[PlaceMention], mentions: Sequence[PlaceMention]) -> Sequence[PlaceMention]:
    """The towns that lie near another one or in the country named most, or all where none does."""
    countries = Counter(m.country for m in mentions if m.country)
    most = max(countries.values(), default=0)
    points = {
        t.gazetteer_id: (t.latitude or 0.0, t.longitude or 0.0) for t in towns if t.latitude is not None
    }
    near = {
        id_
        for id_, point in points.items()
        if any(kilometres(point, other) <= NEARBY_KM for key, other in points.items() if key != id_)
    }
    known = [t for t in towns if t.latitude is not None]
    return [t for t in known if t.gazetteer_id in near or countries[t.country or ""] == most] or known
