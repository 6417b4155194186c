"""5. The mentions of a story become Actors, Labels, Sides and Relations."""

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.records import Actor, Cast, Extent, KnownActor, Reading
from counterclaim.stages.identify.cast import draft_actors, spans_of, tidy
from counterclaim.stages.identify.fill import fill
from counterclaim.stages.identify.join import join_units
from counterclaim.stages.identify.labels import innermost, read_labels, statement_of
from counterclaim.stages.identify.owned_bodies import own_speakers, part_owned
from counterclaim.stages.identify.places import name_places
from counterclaim.stages.identify.sides import read_sides
from counterclaim.stages.identify.units import complete
from counterclaim.values.names import NameWords

__all__ = ["identify"]

GROUPS = frozenset({"armed_group", "state", "government", "organisation", "outlet"})
"""Kinds of actors that are known by what they are, not by who speaks for them."""


def identify(readings: Sequence[Reading], *, words: NameWords, known: Sequence[KnownActor] = ()) -> Cast:
    """Find who is who over the articles of a story, and fill the actor ids into its readings.

    1 complete the mentions of each article · 2 join them over the articles · 3 make actors of what is
    joined · 4 fill their ids into the readings · 5 sides and labels. The order of `readings` changes
    nothing but the order in which they come back.
    """
    ordered = sorted((own_speakers(r, words) for r in readings), key=lambda r: r.article.id)
    units = []
    where: dict[tuple[str, Extent], tuple[str, int]] = {}
    extents_of: dict[str, dict[Extent, tuple[str, int]]] = {}
    for reading in ordered:
        parted = replace(reading, mentions=tuple(part_owned(reading.mentions, words)))
        own, extents = complete(parted, words=words)  # 1
        units += own
        extents_of[reading.article.id] = extents
        where |= {(reading.article.id, e): unit for e, unit in extents.items()}
    clusters, keys = join_units(units, ordered, where, words=words, known=known)  # 2
    placed = frozenset(
        (p.article, (p.start, p.end)) for r in ordered for p in r.places if p.latitude is not None
    )
    spoken = (
        (r.article.id, at)
        for r in ordered
        for s in r.statements
        for at in (s.speaker_at, *(hop.speaker_at for hop in s.hops))
        if at is not None
    )
    speakers = frozenset(where[at] for at in spoken if at in where)
    drafts, actor_of = draft_actors(
        units, clusters, keys, frozenset(where.values()), placed, speakers, words=words, known=known
    )  # 3
    groups = frozenset(d.id for d in drafts if d.kind in GROUPS)
    filled = {}
    for reading in ordered:  # 4
        article = reading.article.id
        actor_at = {e: actor_of[u] for e, u in extents_of[article].items() if u in actor_of}
        contents = innermost(reading)
        said = {i: statement_of(m, contents) for i, m in enumerate(reading.mentions)}
        filled[article] = fill(reading, actor_at, said, groups)
    relations = tuple(
        sorted(
            (
                r
                for reading in filled.values()
                for r in reading.relations
                if r.subject is None or r.subject != r.object or r.predicate in ("formerly", "also_known_as")
            ),
            key=lambda r: (r.article, r.start, r.end, r.predicate, r.subject_at, r.object_at),
        )
    )
    filled = name_places([filled[r.article.id] for r in ordered])
    sides = read_sides(drafts, relations, filled, words=words)  # 5
    labels = read_labels(drafts, filled, words=words)
    side_of = {actor: side.id for side in sides for actor in side.actors}
    called: dict[str, list[str]] = {}
    for label in labels:
        texts = called.setdefault(label.actor, [])
        if tidy(label.text).lower() not in (t.lower() for t in texts):
            texts.append(label.text)
    actors = tuple(
        Actor(
            id=d.id,
            name=d.name,
            kind=d.kind,
            side=side_of.get(d.id),
            labels=tuple(called.get(d.id, ())),
            mentions=spans_of(d.mentions),
            why=d.why,
        )
        for d in drafts
    )
    return Cast(
        readings=tuple(filled[r.article.id] for r in readings),
        actors=actors,
        sides=sides,
        labels=labels,
        relations=relations,
    )
