"""The readings of a story with actor ids filled in."""

from collections.abc import Mapping, Set
from dataclasses import replace

from counterclaim.records import Event, Extent, Figure, Hop, Reading, Relation, Statement
from counterclaim.values.acts import ATTITUDES


def fill(
    reading: Reading,
    actor_at: Mapping[Extent, str],
    statements: Mapping[int, str | None],
    groups: Set[str],
) -> Reading:
    """Fill speakers, targets, claimants, blame, participants and relations of one article.

    `actor_at` gives the actor of each extent that anything points to; `statements` the innermost
    statement of each mention, by its place in `reading.mentions`. A speaker that is one of the `groups`
    ("rebels said") is named by that, whoever spoke for it.
    """

    def at(extent: Extent | None) -> str | None:
        return actor_at.get(extent) if extent is not None else None

    def hop(h: Hop) -> Hop:
        return replace(h, speaker=at(h.speaker_at))

    def statement(s: Statement) -> Statement:
        speaker = at(s.speaker_at)
        return replace(
            s,
            speaker=speaker,
            target=at(s.target_at),
            hops=tuple(map(hop, s.hops)),
            anonymous=s.anonymous and speaker not in groups,
        )

    filled = tuple(map(statement, reading.statements))
    # who "rejected the removal of people from two villages" counted no villages: the article did
    speaker = {s.id: s.speaker for s in filled if s.act not in ATTITUDES}
    spoken = {c.id: c.statement for c in reading.claims}

    def figure(f: Figure) -> Figure:
        said = spoken.get(f.claim)
        return replace(f, claimant=speaker.get(said) if said else None, blamed=at(f.blamed_at))

    def event(e: Event) -> Event:
        return replace(e, participants=tuple(replace(p, actor=at((p.start, p.end))) for p in e.participants))

    def relation(r: Relation) -> Relation:
        return replace(r, subject=at(r.subject_at), object=at(r.object_at))

    return replace(
        reading,
        statements=filled,
        mentions=tuple(replace(m, statement=statements.get(i)) for i, m in enumerate(reading.mentions)),
        figures=tuple(map(figure, reading.figures)),
        events=tuple(map(event, reading.events)),
        relations=tuple(map(relation, reading.relations)),
    )
