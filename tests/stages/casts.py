"""Casts made by hand: accounts as lists of told things, with the records that `match` reads."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from counterclaim.records import (
    Act,
    Actor,
    ActorKind,
    Article,
    Cast,
    Claim,
    DateMention,
    Event,
    Figure,
    Participant,
    PlaceMention,
    Reading,
    Reason,
    Side,
    Statement,
    Status,
    fingerprint,
)

STOP = frozenset(
    {"the", "a", "of", "in", "on", "by", "and", "was", "were", "had", "has", "that", "not", "is", "did"}
)


def bag_of_words(texts: Sequence[str]) -> NDArray[np.float32]:
    """A fake encoder: texts that share words lie close."""
    rows = np.zeros((len(texts), 512), dtype=np.float32)
    for row, text in enumerate(texts):
        for word in text.lower().strip(".").split():
            if word not in STOP:
                rows[row, int(fingerprint("w", word)[2:], 16) % 512] += 1.0
        norm = float(np.linalg.norm(rows[row]))
        rows[row] /= norm or 1.0
    return rows


@dataclass(frozen=True)
class Told:
    """One sentence that is one claim, who says it, and what it tells of."""

    text: str
    by: str | None = None
    act: Act = "say"
    target: str | None = None
    negated: bool = False
    status: Status = "asserted"
    figure: tuple[str, str, str] | None = None
    low: float | None = None
    high: float | None = None
    best: float | None = None
    vague: str | None = None
    unit: str | None = None
    when: str | None = None
    place: str | None = None
    blamed: str | None = None
    event: tuple[str, str] | None = None
    doer: str | None = None
    role: str = "agent"
    reason: tuple[str, str, str] | None = None


@dataclass(frozen=True)
class People:
    """The actors of a story: name → kind, and name → side."""

    kinds: dict[str, ActorKind] = field(default_factory=dict)
    sides: dict[str, str] = field(default_factory=dict)


def cast_of(people: People, *accounts: Sequence[Told]) -> Cast:
    """A cast of accounts; each account is an article of one sentence a told thing."""
    readings = tuple(_reading(number, account) for number, account in enumerate(accounts))
    actors = tuple(
        Actor(id=name, name=name, kind=kind, side=people.sides.get(name), labels=(name,), mentions=())
        for name, kind in sorted(people.kinds.items())
    )
    sides = tuple(
        Side(id=side, name=side, actors=tuple(a for a, s in people.sides.items() if s == side), basis=())
        for side in sorted(set(people.sides.values()))
    )
    return Cast(readings=readings, actors=actors, sides=sides, labels=(), relations=())


def _reading(number: int, account: Sequence[Told]) -> Reading:
    article = f"a-{number}"
    text = " ".join(told.text for told in account)
    statements, claims, figures, events, reasons = [], [], [], [], []
    dates, places = [], []
    at = 0
    for told in account:
        span = (at, at + len(told.text))
        at += len(told.text) + 1
        statement = None
        if told.by is not None:
            statement = Statement(
                id=fingerprint("st", article, span),
                article=article,
                source=(),
                cue=(),
                content=(span,),
                kind="indirect",
                act=told.act,
                hedged=False,
                speaker_name=told.by,
                speaker_at=None,
                speaker=told.by,
                target=told.target,
            )
            statements.append(statement)
        claim = Claim(
            id=fingerprint("c", article, span),
            article=article,
            spans=(span,),
            statement=statement.id if statement else None,
            text=told.text,
            negated=told.negated,
            status=told.status,
            sentence=span,
            terms=tuple(sorted({w for w in told.text.lower().strip(".").split() if w not in STOP})),
        )
        claims.append(claim)
        if told.figure is not None:
            figures.append(_figure(told, claim, text))
        if told.when is not None:
            dates.append(
                DateMention(
                    claim=claim.id,
                    article=article,
                    start=span[0],
                    end=span[1],
                    text=told.text,
                    value=told.when,
                    precision="day",
                    basis="made by hand",
                )
            )
        if told.place is not None:
            places.append(
                PlaceMention(
                    claim=claim.id,
                    article=article,
                    start=span[0],
                    end=span[1],
                    text=told.text,
                    name=told.place,
                    latitude=None,
                    longitude=None,
                    gazetteer_id=None,
                    precision="exact",
                )
            )
        if told.event is not None:
            events.append(_event(told, claim))
        if told.reason is not None:
            kind, effect, because = told.reason
            reasons.append(
                Reason(
                    claim=claim.id,
                    article=article,
                    kind="cause" if kind == "cause" else "motive",
                    effect=_find(text, effect, span),
                    reason=_find(text, because, span),
                )
            )
    return Reading(
        article=Article(
            id=article,
            file=f"{article}.txt",
            sha256=article,
            title=None,
            outlet=f"Outlet {number}",
            byline=None,
            published=None,
            published_basis=None,
            url=None,
            genre="report",
            language="en",
            text=text,
            credits=(),
            parts=(),
        ),
        statements=tuple(statements),
        mentions=(),
        claims=tuple(claims),
        figures=tuple(figures),
        dates=tuple(dates),
        places=tuple(places),
        events=tuple(events),
        reasons=tuple(reasons),
        relations=(),
    )


def _find(text: str, words: str, span: tuple[int, int]) -> tuple[int, int]:
    start = text.index(words, *span)
    return start, start + len(words)


def _figure(told: Told, claim: Claim, text: str) -> Figure:
    assert told.figure is not None
    words, counted, population = told.figure
    start, end = _find(text, words, claim.spans[0])
    return Figure(
        id=fingerprint("f", claim.id, start),
        claim=claim.id,
        article=claim.article,
        start=start,
        end=end,
        text=words,
        low=told.low,
        high=told.high,
        best=told.best,
        unit=told.unit,
        counted=counted,
        population=population,
        place=told.place,
        period=None,
        scope="incident",
        when=told.when,
        blamed=told.blamed,
        claimant=told.by,
        vague=told.vague,
    )


def _event(told: Told, claim: Claim) -> Event:
    assert told.event is not None
    trigger, sub_type = told.event
    start, end = claim.spans[0]
    doers = (Participant(role=told.role, start=start, end=end, actor=told.doer),) if told.doer else ()  # type: ignore[arg-type]
    return Event(
        id=fingerprint("e", claim.id, trigger),
        claim=claim.id,
        article=claim.article,
        start=start,
        end=end,
        trigger=trigger,
        event_type=sub_type,
        sub_event_type=sub_type,
        participants=doers,
        place=told.place,
        date=told.when,
        status=told.status,
    )
