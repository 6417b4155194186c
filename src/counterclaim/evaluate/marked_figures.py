"""Figures that people marked in the accounts of an event: found, with the right bounds, counted and claimant.

A marked figure is found where one that was read overlaps its words. Bounds are right where low, high and best
are the same (a plain number is all three; those noted as vague are left out); `counted` where a word's first
four letters are shared; the claimant where both are nobody, or their names share such a stem.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from counterclaim import __version__
from counterclaim.errors import InputError
from counterclaim.evaluate.numbers import near_harm
from counterclaim.evaluate.reading import Document, Load, names
from counterclaim.evaluate.report import Score, Sheet, Table, share
from counterclaim.evaluate.rows import Row, Source, unknown
from counterclaim.evaluate.texts import Texts
from counterclaim.pipeline import Progress, Settings, read
from counterclaim.records import Dossier, Figure, Rejection

FORM = (
    "figures: docs (or articles [{file}]) and figures [{doc or article, text, low, high, best}], with --texts"
)

Place = tuple[str, int, int]
Bounds = tuple[float | None, float | None, float | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What was measured of one event."""

    name: str
    counts: Counter[str]
    documents: int
    rejections: tuple[Rejection, ...]


def measure(source: Source, models: Load, *, texts: Texts, progress: Progress) -> Sheet:
    """Measure marked figures, event by event: claimants need the whole story to be read."""
    events = [(row, _documents(row, texts)) for row in source.rows]
    outcomes = [_event(row, documents, models, progress=progress) for row, documents in events]
    total = sum((o.counts for o in outcomes), Counter[str]())
    tables = [Table(title="figures marked by people", scores=_scores(total))]
    if len(outcomes) > 1:
        tables += [Table(title=o.name, scores=_scores(o.counts)[:4]) for o in outcomes]
    missing = total["missing"]
    return Sheet(
        file=source.file,
        documents=sum(o.documents for o in outcomes),
        rejections=tuple(r for o in outcomes for r in o.rejections),
        tables=tuple(tables),
        notes=(f"{missing} figures are left aside: their words do not stand in their text",)
        if missing
        else (),
    )


def _documents(row: Row, texts: Texts) -> list[Document]:
    given = row.value.get("docs") or row.value.get("articles")
    if not isinstance(given, list) or not given or not isinstance(row.value.get("figures"), list):
        raise unknown(row, FORM, "is in no known form of marked figures")
    found = []
    for one in given:
        name = str(one.get("file") or one.get("doc") or "") if isinstance(one, dict) else str(one)
        beside = texts.get(name)
        if beside is None:
            raise InputError(f"{row.where}: {name or 'a document without a name'} is not in --texts")
        outlet = beside.get("source") or beside.get("site") or beside.get("outlet")
        found.append(
            Document(
                name=name,
                text=beside["text"],
                title=beside.get("title"),
                outlet=outlet,
                published=beside.get("date") or beside.get("published"),
                url=beside.get("url"),
            )
        )
    return found


def _event(row: Row, documents: Sequence[Document], models: Load, *, progress: Progress) -> Outcome:
    raws = [document.raw(name) for name, document in zip(names(documents), documents, strict=True)]
    outcome = read(raws, models(), settings=Settings(one_story=True), version=__version__, progress=progress)
    dossier = outcome.dossiers[0] if outcome.dossiers else None
    counts = _counted(row, dossier)
    return Outcome(
        name=row.where,
        counts=counts,
        documents=len(documents),
        rejections=outcome.rejections,
    )


def _counted(row: Row, dossier: Dossier | None) -> Counter[str]:
    named = {a.id: a.name for a in dossier.actors} if dossier else {}
    text_of = {a.file: a.text for a in dossier.articles} if dossier else {}
    file_of = {a.id: a.file for a in dossier.articles} if dossier else {}
    bare = {file: near_harm(text) for file, text in text_of.items()}
    counts: Counter[str] = Counter()
    for wanted in row.value["figures"]:
        if not isinstance(wanted, dict) or not isinstance(wanted.get("text"), str):
            raise unknown(row, FORM, "holds a figure without `text`")
        place = _where(wanted, text_of)
        if place is None:
            counts["missing"] += 1
            continue
        file, start, end = place
        counts["all"] += 1
        figures = dossier.figures if dossier else ()
        here = [f for f in figures if file_of[f.article] == file and f.start < end and start < f.end]
        clear = "vague" not in (wanted.get("note") or "")
        near = [b for b in bare[file] if b.start < end and start < b.end]
        counts["bare"] += bool(near)
        counts["bare_clear"] += bool(near) and clear
        counts["bare_bounds"] += clear and any(_bounds(wanted) == (b.value, b.value, b.value) for b in near)
        if here:
            counts["found"] += 1
            counts["clear"] += clear
            counts.update(_right(wanted, here, named, clear=clear))
    return counts


def _right(
    wanted: Mapping[str, Any], here: Sequence[Figure], named: Mapping[str, str], *, clear: bool
) -> Counter[str]:
    """In which respects one of the figures that overlap a marked one is right."""
    who = wanted.get("claimant") or wanted.get("speaker")
    counted = _stems(wanted.get("counted") or wanted.get("count"))
    return Counter(
        bounds=clear
        and any(_bounds({"low": f.low, "high": f.high, "best": f.best}) == _bounds(wanted) for f in here),
        counted=any(_stems(f.counted) & counted for f in here),
        claimant=any(
            (not who and not f.claimant)
            or bool(_stems(named.get(f.claimant or "", f.claimant)) & _stems(who))
            for f in here
        ),
    )


def _scores(counts: Mapping[str, int]) -> tuple[Score, ...]:
    return (
        share("found", counts["found"], counts["all"]),
        share("bounds right, of those found", counts["bounds"], counts["clear"]),
        share("counted right, of those found", counts["counted"], counts["found"]),
        share("claimant right, of those found", counts["claimant"], counts["found"]),
        share("baseline: found among numbers near harm", counts["bare"], counts["all"]),
        share("baseline: bounds right, of those found", counts["bare_bounds"], counts["bare_clear"]),
    )


def _where(wanted: Mapping[str, Any], text_of: Mapping[str, str]) -> Place | None:
    """Where the words of a marked figure stand: at its extent, or within its anchor."""
    name = str(wanted.get("doc") or wanted.get("article") or "")
    file = name if name in text_of else next((f for f in text_of if Path(f).stem == Path(name).stem), None)
    if file is None:
        return None
    text, words = text_of[file], wanted["text"]
    span = wanted.get("span")
    if "anchor" not in wanted and isinstance(span, list) and text[slice(*span)] == words:
        return file, span[0], span[1]
    around = _find(text, str(wanted.get("anchor") or words))
    if around is None:
        return None
    at = text.lower().find(words.lower(), *around)
    return (file, at, at + len(words)) if at >= 0 else (file, *around)


def _find(text: str, words: str) -> tuple[int, int] | None:
    """Where words stand in a text, whatever their spacing, case and punctuation."""
    places = [at for at, character in enumerate(text) if character.isalnum()]
    folded = "".join(text[at].lower()[0] for at in places)
    wanted = "".join(c.lower()[0] for c in words if c.isalnum())
    at = folded.find(wanted)
    return (places[at], places[at + len(wanted) - 1] + 1) if wanted and at >= 0 else None


def _stems(text: str | None) -> set[str]:
    """The first four letters of each word that tells something."""
    told = {word[:4] for word in re.findall(r"[a-z]{3,}", (text or "").lower())}
    return told - {"the", "and", "for", "peop", "othe"}


def _bounds(figure: Mapping[str, Any]) -> Bounds:
    """Low, high and best; a plain number is all three."""
    low, high, best = figure.get("low"), figure.get("high"), figure.get("best")
    if low is not None and low == high and best is None:
        best = low
    if best is not None and (low, high) in ((None, None), (best, best)):
        return best, best, best
    return low, high, best
