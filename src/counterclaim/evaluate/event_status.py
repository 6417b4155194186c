"""How events are told: denied, or as not having happened, against TimeML's polarity and modality."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from counterclaim.evaluate.dates import document_of
from counterclaim.evaluate.reading import Document, Load, readings
from counterclaim.evaluate.report import Score, Sheet, Table, f1, share
from counterclaim.evaluate.rows import Row, Source, demand, unknown
from counterclaim.evaluate.texts import Texts, name_of
from counterclaim.pipeline import Progress
from counterclaim.records import Reading, Rejection, Status

FORM = "events: doc, text, dct and events [{start, end, polarity, modality, tense}]"

HELD = frozenset({"asserted", "alleged", "denied", "condemned"})
"""Statuses of what is told as having happened, or as not having; the others are of what may or will."""

MOST_NEGATIVE = 0.5
"""Share of negative events above which a document's polarity is a slip of the data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An event of the data: its words, whether they are negative, and whether it is told as a fact at all."""

    start: int
    end: int
    negative: bool
    unreal: bool


def measure(source: Source, models: Load, *, texts: Texts, progress: Progress) -> Sheet:
    """Measure the status of events on the rows of one file. Raises InputError for a row in another form."""
    given = [_told(texts.joined(_checked(row))) for row in source.rows]
    kept = [(document, events) for document, events in given if _sound(events)]
    counts: Counter[str] = Counter()
    for _, events in kept:
        counts["events"] += len(events)
        counts["negative"] += sum(e.negative for e in events)
        counts["unreal"] += sum(e.unreal for e in events)
    rejections = []
    for at, outcome in readings([document for document, _ in kept], models, progress=progress):
        if isinstance(outcome, Rejection):
            rejections.append(outcome)
        else:
            counts.update(_counted(kept[at][1], outcome))
    left = len(given) - len(kept)
    notes = (f"{left} left aside, of whose events most are marked negative",) if left else ()
    return Sheet(
        file=source.file,
        documents=len(kept),
        rejections=tuple(rejections),
        tables=(Table(title="how events are told", scores=_scores(counts)),),
        notes=notes,
    )


def _counted(events: Sequence[Told], reading: Reading) -> Counter[str]:
    counts: Counter[str] = Counter()
    for event in events:
        found = told_at(reading, event.start, event.end)
        if found is None:
            continue
        negated, status = found
        unreal = status not in HELD
        counts["covered"] += 1
        counts["negative_found"] += negated
        counts["negative_right"] += negated and event.negative
        counts["unreal_found"] += unreal
        counts["unreal_right"] += unreal and event.unreal
        counts["both_right"] += negated == event.negative and unreal == event.unreal
        counts["plain"] += not event.negative and not event.unreal
    return counts


def told_at(reading: Reading, start: int, end: int) -> tuple[bool, Status] | None:
    """Whether what stands at some words is told as negative, and its status; None where nothing was read.

    An event that was read there goes before the claim around it; of claims the narrowest.
    """
    claims = {claim.id: claim for claim in reading.claims}
    for event in reading.events:
        if event.start < end and start < event.end:
            claim = claims[event.claim]
            return claim.negated or event.status == "denied", event.status
    around = [
        claim
        for claim in reading.claims
        if any(first <= start and end <= last for first, last in claim.spans)
    ]
    if not around:
        return None
    narrow = min(around, key=lambda c: (sum(last - first for first, last in c.spans), c.id))
    return narrow.negated or narrow.status == "denied", narrow.status


def _scores(counts: Mapping[str, int]) -> tuple[Score, ...]:
    return (
        share("events in a claim that was read", counts["covered"], counts["events"]),
        f1("told as negative", counts["negative_right"], counts["negative_found"], counts["negative"]),
        f1(
            "told as planned or hypothetical",
            counts["unreal_right"],
            counts["unreal_found"],
            counts["unreal"],
        ),
        share("both right, of those in a claim", counts["both_right"], counts["covered"]),
        share("baseline: all told as plain facts", counts["plain"], counts["covered"]),
    )


def _sound(events: Sequence[Told]) -> bool:
    return sum(e.negative for e in events) <= MOST_NEGATIVE * len(events)


def _checked(row: Row) -> Row:
    demand(row, FORM, events=list)
    if name_of(row.value) is None:
        raise unknown(row, FORM, "has no `doc`")
    return row


def _told(row: Row) -> tuple[Document, list[Told]]:
    document = document_of(row.value)
    moved = document.moved
    events = []
    for given in row.value["events"]:
        if (
            not isinstance(given, dict)
            or type(given.get("start")) is not int
            or type(given.get("end")) is not int
        ):
            raise unknown(row, FORM, "holds an event without start and end")
        events.append(
            Told(
                start=moved(given["start"]),
                end=moved(given["end"]),
                negative=given.get("polarity") == "NEG",
                unreal=_unreal(given),
            )
        )
    return document, events


def _unreal(given: Mapping[str, Any]) -> bool:
    """Whether an event has a modal or is to come."""
    modality = (given.get("modality") or "none").strip().lower()
    return modality not in ("none", "") or given.get("tense") == "FUTURE"
