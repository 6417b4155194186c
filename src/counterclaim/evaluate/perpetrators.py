"""Who is said to have done it, and how sure the text is, against the templates of MUC-3 and MUC-4."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from counterclaim.evaluate.reading import Document, Load, readings
from counterclaim.evaluate.report import Score, Sheet, Table, share
from counterclaim.evaluate.rows import Row, Source, demand, unknown
from counterclaim.evaluate.statements import telling
from counterclaim.evaluate.texts import Texts, name_of
from counterclaim.pipeline import Progress
from counterclaim.records import Cast, Rejection
from counterclaim.stages.identify import identify

FORM = 'events: doc, text and templates [{"perp: organization confidence": ["REPORTED AS FACT: …"]}]'

Confidence = Literal["fact", "claimed", "accused"]

WORDS: Mapping[str, Confidence] = {
    "REPORTED AS FACT": "fact",
    "CLAIMED OR ADMITTED": "claimed",
    "SUSPECTED OR ACCUSED": "accused",
    "SUSPECTED OR ACCUSED BY AUTHORITIES": "accused",
    "POSSIBLE": "accused",
}
"""The templates' words for how sure a text is."""

FIRST_PERSON = frozenset({"i", "we", "us", "our", "my"})
SLOT = "perp: organization confidence"
_FILL = re.compile(r"^\??\s*([A-Z][A-Z /]+?)\s*:\s*(.+)$", re.DOTALL)
_NAME = re.compile(r'"((?:[^"\\]|\\.)+)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Accused:
    """Somebody who is said to have done something: all names for it, and how sure the text is.

    `also` holds what else the data accepts.
    """

    names: tuple[frozenset[str], ...]
    confidence: Confidence
    also: frozenset[Confidence] = frozenset()


def measure(source: Source, models: Load, *, texts: Texts, progress: Progress) -> Sheet:
    """Measure perpetrators on the rows of one file. Raises InputError for a row in another form."""
    given = [(row, _accused(row)) for row in map(_checked, source.rows)]
    kept = []
    for row, wanted in given:
        if wanted:
            value = texts.joined(row).value
            kept.append((Document(name=name_of(value) or "", text=value["text"]), wanted))
    counts: Counter[str] = Counter()
    for _, wanted in kept:
        counts.update(f"{one.confidence}_wanted" for one in wanted)
    rejections = []
    for at, outcome in readings([document for document, _ in kept], models, progress=progress):
        if isinstance(outcome, Rejection):
            rejections.append(outcome)
        else:
            cast = identify([outcome], words=models().ground_words.names)
            for one in kept[at][1]:
                found = confidence_in(cast, one.names)
                counts["found"] += found is not None
                if found is not None:
                    right = found == one.confidence or found in one.also
                    counts["right"] += right
                    counts[f"{one.confidence}_found"] += 1
                    counts[f"{one.confidence}_right"] += right
    note = f"{len(kept):,} of {len(given):,} documents: those whose templates say how sure the text is"
    return Sheet(
        file=source.file,
        documents=len(kept),
        rejections=tuple(rejections),
        tables=(Table(title="perpetrators that are organisations", scores=_scores(counts)),),
        notes=(note,),
    )


def confidence_in(cast: Cast, names: Sequence[frozenset[str]]) -> Confidence | None:
    """How sure an article is that one who goes by these names did something; None where it is not told.

    `cast` is of that article alone: who it is may be told by any of an actor's names, "we" is who speaks.
    Claimed: it says so itself, or admits it. Accused: a statement accuses it, or what it does is alleged.
    Who says it himself needs no accuser. Else each event, and each such statement, has a vote; of equals
    the more guarded goes before the plain fact.
    """
    (reading,) = cast.readings
    votes: Counter[Confidence] = Counter()
    claims = {c.id: c for c in reading.claims}
    text = reading.article.text
    known = {a.id for a in cast.actors if any(_is(name, names) for name in (a.name, *a.labels))}
    speaking = {s.id for s in reading.statements if s.speaker in known or _is(s.speaker_name, names)}
    for statement in reading.statements:
        aim = text[slice(*statement.target_at)] if statement.target_at else None
        if statement.act in ("claim_responsibility", "admit") and statement.id in speaking:
            votes["claimed"] += 1
        if statement.act == "accuse" and (statement.target in known or _is(aim, names)):
            votes["accused"] += 1
    for event in reading.events:
        own = claims[event.claim].statement in speaking
        for one in event.participants:
            words = text[one.start : one.end]
            itself = own and words.lower() in FIRST_PERSON
            if one.role not in ("agent", "holder") or not (itself or one.actor in known or _is(words, names)):
                continue
            if own and event.status != "denied":
                votes["claimed"] += 1
            elif event.status in ("asserted", "denied"):
                votes["fact"] += event.status == "asserted"
            else:
                votes["accused"] += 1
    if not sum(votes.values()):
        return None
    if votes["claimed"]:
        return "claimed"
    order: tuple[Confidence, ...] = ("accused", "fact")
    return max(order, key=lambda c: (votes[c], -order.index(c)))


def _is(name: str | None, names: Sequence[frozenset[str]]) -> bool:
    """Whether a name holds all telling words of one of some names."""
    words = telling(name or "")
    return any(wanted and wanted <= words for wanted in names)


def _scores(counts: Mapping[str, int]) -> tuple[Score, ...]:
    kinds: tuple[Confidence, ...] = ("fact", "claimed", "accused")
    wanted = {kind: counts[f"{kind}_wanted"] for kind in kinds}
    commonest = max(kinds, key=lambda kind: wanted[kind])
    return (
        share("perpetrators found", counts["found"], sum(wanted.values())),
        share("confidence right, of those found", counts["right"], counts["found"]),
        share(f"baseline: always {commonest}", counts[f"{commonest}_found"], counts["found"]),
        *(
            share(f"{kind}, of those found", counts[f"{kind}_right"], counts[f"{kind}_found"])
            for kind in kinds
        ),
    )


def _checked(row: Row) -> Row:
    demand(row, FORM, templates=list)
    if name_of(row.value) is None:
        raise unknown(row, FORM, "has no `doc`")
    return row


def _accused(row: Row) -> tuple[Accused, ...]:
    """Those of a row's templates, each once; fills in words that are not known are passed over."""
    found: dict[tuple[frozenset[str], ...], Accused] = {}
    for template in row.value["templates"]:
        if not isinstance(template, dict):
            raise unknown(row, FORM, "holds a template that is no object")
        for fill in template.get(SLOT) or ():
            told = _FILL.match(fill)
            sure = [WORDS[w] for w in re.split(r"\s*/\s*", told[1]) if w in WORDS] if told else []
            if told is None or not sure:
                continue
            names = tuple(sorted({telling(name) for name in _NAME.findall(told[2])}, key=sorted))
            if names and names not in found:
                found[names] = Accused(names=names, confidence=sure[0], also=frozenset(sure[1:]))
    return tuple(found.values())
