"""Dates: extents and values against TimeML's, worked out from the day of the document."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from counterclaim.evaluate.reading import Document, Load, readings
from counterclaim.evaluate.report import Score, Sheet, Table, f1, harmonic
from counterclaim.evaluate.resample import interval
from counterclaim.evaluate.rows import Row, Source, demand, unknown
from counterclaim.evaluate.texts import Texts, name_of
from counterclaim.evaluate.timex import as_timex, same_timex
from counterclaim.pipeline import Progress
from counterclaim.records import Reading, Rejection

FORM = "dates: doc, text, dct (the day of the document) and timex [{start, end, value, type}]"
POINTS = frozenset({"DATE", "TIME"})
"""Types of TIMEX3 that name a time; the others are durations and what recurs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A time expression: offsets of a text, its TIMEX3 value, and its type where the data gives one."""

    start: int
    end: int
    value: str | None
    type: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """A document with its time expressions."""

    document: Document
    wanted: tuple[Timex, ...]


def measure(source: Source, models: Load, *, texts: Texts, progress: Progress) -> Sheet:
    """Measure dates on the rows of one file. Raises InputError for a row in another form."""
    timed = [timed_of(texts.joined(_checked(row))) for row in source.rows]
    found: list[tuple[Timex, ...]] = [() for _ in timed]
    rejections = []
    for at, outcome in readings([t.document for t in timed], models, progress=progress):
        if isinstance(outcome, Rejection):
            rejections.append(outcome)
        else:
            found[at] = tuple(_read(outcome))
    wanted = [t.wanted for t in timed]
    return Sheet(
        file=source.file, documents=len(timed), rejections=tuple(rejections), tables=tables(wanted, found)
    )


def tables(wanted: Sequence[Sequence[Timex]], found: Sequence[Sequence[Timex]]) -> tuple[Table, ...]:
    """The tables for documents with what is wanted and what was found in each."""
    every = [_counted(w, f, None) for w, f in zip(wanted, found, strict=True)]
    points = [_counted(w, f, POINTS) for w, f in zip(wanted, found, strict=True)]
    return (
        Table(title="all time expressions", scores=_scores(every)),
        Table(title="dates and times of day alone", scores=_scores(points)),
    )


def _read(reading: Reading) -> Iterable[Timex]:
    for mention in reading.dates:
        value = mention.timeml or as_timex(mention.value)
        yield Timex(start=mention.start, end=mention.end, value=value)


def _counted(wanted: Sequence[Timex], found: Sequence[Timex], types: frozenset[str] | None) -> Counter[str]:
    """Pairs of one document, greedily by characters in common, each used once.

    With `types` only those count; what was found is set aside where it is paired with another type.
    """
    candidates = sorted(
        (-common, i, j)
        for i, one in enumerate(wanted)
        for j, other in enumerate(found)
        if (common := min(one.end, other.end) - max(one.start, other.start)) > 0
    )
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for _, i, j in candidates:
        if i not in pairs and j not in used:
            pairs[i] = j
            used.add(j)
    kept = [i for i, one in enumerate(wanted) if types is None or one.type in types]
    aside = sum(i not in kept for i in pairs)
    counts: Counter[str] = Counter(wanted=len(kept), found=len(found) - aside)
    for i in kept:
        if i in pairs:
            one, other = wanted[i], found[pairs[i]]
            counts["overlap"] += 1
            counts["exact"] += (one.start, one.end) == (other.start, other.end)
            counts["value"] += same_timex(one.value, other.value)
    return counts


def _scores(counts: Sequence[Counter[str]]) -> tuple[Score, ...]:
    scores = []
    for key, name in (("overlap", "extent, overlapping"), ("exact", "extent, exact"), ("value", "value")):
        rows = [(c[key], c["found"], c["wanted"]) for c in counts]
        low, high = interval(rows, lambda sums: harmonic(*sums))
        right, found, wanted = (sum(row[k] for row in rows) for k in range(3))
        scores.append(f1(name, right, found, wanted, low=low, high=high))
    return tuple(scores)


def _checked(row: Row) -> Row:
    demand(row, FORM, dct=str, timex=list)
    if name_of(row.value) is None:
        raise unknown(row, FORM, "has no `doc`")
    return row


def timed_of(row: Row) -> Timed:
    """A document and its time expressions of a row that holds its text."""
    value = row.value
    document = document_of(value)
    moved = document.moved
    wanted = []
    for given in value["timex"]:
        if (
            not isinstance(given, dict)
            or type(given.get("start")) is not int
            or type(given.get("end")) is not int
            or not 0 <= given["start"] <= given["end"] <= len(value["text"])
        ):
            raise unknown(row, FORM, "holds a time expression without start and end in its text")
        wanted.append(
            Timex(
                start=moved(given["start"]),
                end=moved(given["end"]),
                value=given.get("value"),
                type=given.get("type") or "",
            )
        )
    return Timed(document=document, wanted=tuple(wanted))


def document_of(value: Mapping[str, Any]) -> Document:
    """The document of a row of TimeML, published on its day."""
    day = value.get("dct")
    return Document(
        name=name_of(dict(value)) or "",
        text=value["text"],
        published=day[:10] if isinstance(day, str) else None,
    )
