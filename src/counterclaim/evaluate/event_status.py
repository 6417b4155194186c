"""How events are told: denied, or as not having happened, against TimeML's polarity and modality."""

from bisect import bisect_left
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
from counterclaim.records import Parse, Reading, Rejection
from counterclaim.stages.ground import GroundWords
from counterclaim.stages.ground.claims import claim_at
from counterclaim.stages.ground.events import told_in
from counterclaim.stages.ground.phrases import Tree

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
            continue
        loaded = models()
        (parse,) = loaded.parser([outcome.article])
        if isinstance(parse, Parse):
            counts.update(_counted(kept[at][1], outcome, Tree(parse), loaded.ground_words))
    left = len(given) - len(kept)
    notes = (f"{left} left aside, of whose events most are marked negative",) if left else ()
    return Sheet(
        file=source.file,
        documents=len(kept),
        rejections=tuple(rejections),
        tables=(Table(title="how events are told", scores=_scores(counts)),),
        notes=notes,
    )


def _counted(events: Sequence[Told], reading: Reading, tree: Tree, words: GroundWords) -> Counter[str]:
    counts: Counter[str] = Counter()
    for event in events:
        claim = claim_at(reading.claims, event.start, event.end)
        at = bisect_left(tree.tokens, event.start, key=lambda token: token.start)
        if claim is None or at == len(tree.tokens) or tree.tokens[at].start >= event.end:
            continue
        found = told_in(
            tree, head_within(tree, at, event.end), claim, words=words.events, refuting=words.refuting
        )
        unreal = found.status not in HELD
        counts["covered"] += 1
        counts["negative_found"] += found.negative
        counts["negative_right"] += found.negative and event.negative
        counts["unreal_found"] += unreal
        counts["unreal_right"] += unreal and event.unreal
        counts["both_right"] += found.negative == event.negative and unreal == event.unreal
        counts["plain"] += not event.negative and not event.unreal
    return counts


def head_within(tree: Tree, first: int, end: int) -> int:
    """Of the tokens from `first` to an offset the one that the others hang on."""
    inside = [first]
    while inside[-1] + 1 < len(tree.tokens) and tree.tokens[inside[-1] + 1].start < end:
        inside.append(inside[-1] + 1)
    return next((i for i in inside if tree.tokens[i].head not in inside), first)


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
            or not 0 <= given["start"] <= given["end"] <= len(row.value["text"])
        ):
            raise unknown(row, FORM, "holds an event without start and end in its text")
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
