"""Statements: who said what, against attributions that people marked."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from counterclaim.evaluate.attributions import LITTLE, Said, compare
from counterclaim.evaluate.reading import Document, Load, readings
from counterclaim.evaluate.report import Score, Sheet, Table, f1, harmonic, share
from counterclaim.evaluate.resample import interval
from counterclaim.evaluate.rows import Row, Source, demand, extents, unknown
from counterclaim.evaluate.texts import Texts, name_of
from counterclaim.evaluate.words import Words
from counterclaim.pipeline import Progress
from counterclaim.records import Act, Reading, Rejection, Statement

FORM = (
    "statements: doc, text (or text_sha256, with --texts) and attributions "
    "[{source, cue, content: [[start, end], …]}]"
)
ACTS = frozenset(get_args(Act))

BANDS = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
"""Upper ends of the bands of confidence that are told apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """An attribution of the data; None where the data does not say. `speaker` holds the words of a name."""

    said: Said
    speaker: frozenset[str] | None = None
    act: str | None = None
    hedged: bool | None = None
    anonymous: bool | None = None
    eyewitness: bool | None = None
    hops: tuple[tuple[tuple[int, int], ...], ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """A document with its attributions."""

    document: Document
    wanted: tuple[Wanted, ...]


def measure(source: Source, models: Load, *, texts: Texts, progress: Progress) -> Sheet:
    """Measure statements on the rows of one file.

    A document that is not read counts as one of which nothing was found. Raises InputError for a row in
    another form.
    """
    annotated = [_annotated(texts.joined(_checked(row))) for row in source.rows]
    counts: list[Counter[str]] = [Counter() for _ in annotated]
    rejections = []
    for number, outcome in readings([a.document for a in annotated], models, progress=progress):
        if isinstance(outcome, Rejection):
            rejections.append(outcome)
        counts[number] = _counted(annotated[number], outcome)
    tables = [Table(title="statements", scores=tuple(_scores(counts)))]
    if details := _details(counts):
        tables.append(Table(title="of those found", scores=details))
    if sure := _sure(counts):
        tables.append(Table(title="who said what right, by confidence", scores=sure))
    outlets: dict[str, list[Counter[str]]] = defaultdict(list)
    for one, counted in zip(annotated, counts, strict=True):
        outlets[one.document.outlet or "not given"].append(counted)
    if len(outlets) > 1:
        by = tuple(_who(outlets[name], f"{name} ({len(outlets[name])})") for name in sorted(outlets))
        tables.append(Table(title="who said what, by outlet (documents)", scores=by))
    return Sheet(
        file=source.file, documents=len(annotated), rejections=tuple(rejections), tables=tuple(tables)
    )


def _counted(annotated: Annotated, outcome: Reading | Rejection) -> Counter[str]:
    words = Words(annotated.document.read if isinstance(outcome, Rejection) else outcome.article.text)
    found = () if isinstance(outcome, Rejection) else outcome.statements
    counts, pairs, who = compare(
        words,
        [w.said for w in annotated.wanted],
        [Said(source=s.source, cue=s.cue, content=s.content) for s in found],
    )
    for i, j in pairs:
        counts.update(_detailed(words, annotated.wanted[i], found[j]))
    for j, statement in enumerate(found):
        if statement.confidence is not None:
            band = next(b for b in BANDS if statement.confidence < b or b == BANDS[-1])
            counts[f"sure_{band}_found"] += 1
            counts[f"sure_{band}_right"] += j in who
    return counts


def _detailed(words: Words, wanted: Wanted, found: Statement) -> Counter[str]:
    """What is right of one statement besides who, by what and what."""
    counts: Counter[str] = Counter()
    if wanted.speaker is not None:
        said = telling(found.speaker_name or "")
        counts["speaker_wanted"] += 1
        counts["speaker_right"] += bool(said & wanted.speaker) if wanted.speaker else not said
    for name, gold, got in (
        ("act", wanted.act, found.act),
        ("hedged", wanted.hedged, found.hedged),
        ("anonymous", wanted.anonymous, found.anonymous),
        ("eyewitness", wanted.eyewitness, found.eyewitness),
    ):
        if gold is not None:
            counts[f"{name}_wanted"] += 1
            counts[f"{name}_right"] += gold == got
    if wanted.hops is not None:
        through = [words.within(hop.source) for hop in found.hops]
        counts["hops_found"] += len(found.hops)
        for hop in wanted.hops:
            counts["hops_wanted"] += 1
            counts["hops_right"] += any(words.within(hop) & got for got in through)
    return counts


def telling(name: str) -> frozenset[str]:
    """The words of a name that tell one from another, or all of them where none does."""
    words = Words(name)
    said = frozenset(word for n, word in enumerate(words.words) if words.worded(n))
    return said - LITTLE or said


def _scores(counts: Sequence[Counter[str]]) -> list[Score]:
    total = sum(counts, Counter[str]())
    roles = [
        f1(f"{role} tokens", *(total[f"{role}_{part}"] for part in ("right", "found", "wanted")))
        for role in ("source", "cue", "content")
    ]
    return [
        *roles,
        f1("content, half or more", total["half"], total["found"], total["wanted"]),
        f1("content, exact", total["exact"], total["found"], total["wanted"]),
        f1("content, exact but for punctuation", total["exact_words"], total["found"], total["wanted"]),
        share("source right where content is", total["same_source"], total["sourced"]),
        _who(counts, "who said what"),
    ]


def _who(counts: Sequence[Counter[str]], name: str) -> Score:
    rows = [(c["who"], c["found"], c["wanted"]) for c in counts]
    low, high = interval(rows, lambda sums: harmonic(*sums))
    right, found, wanted = (sum(row[k] for row in rows) for k in range(3))
    return f1(name, right, found, wanted, low=low, high=high)


def _details(counts: Sequence[Counter[str]]) -> tuple[Score, ...]:
    total = sum(counts, Counter[str]())
    found = []
    for key in ("speaker", "act", "hedged", "anonymous", "eyewitness"):
        name = f"{key} right"
        if total[f"{key}_wanted"]:
            rows = [(c[f"{key}_right"], c[f"{key}_wanted"]) for c in counts]
            low, high = interval(rows, lambda sums: sums[0] / sums[1] if sums[1] else None)
            found.append(share(name, total[f"{key}_right"], total[f"{key}_wanted"], low=low, high=high))
    if total["hops_wanted"]:
        found.append(share("hops found", total["hops_right"], total["hops_wanted"]))
    return tuple(found)


def _sure(counts: Sequence[Counter[str]]) -> tuple[Score, ...]:
    """The share of statements right in each band of confidence: well calibrated, it lies in the band."""
    total = sum(counts, Counter[str]())
    ends = zip((0.0, *BANDS), BANDS, strict=False)
    scores = [
        share(f"{low:.1f} to {high:.1f}", total[f"sure_{high}_right"], total[f"sure_{high}_found"])
        for low, high in ends
    ]
    return tuple(score for score in scores if score.wanted)


def _checked(row: Row) -> Row:
    demand(row, FORM, attributions=list)
    if name_of(row.value) is None:
        raise unknown(row, FORM, "has no `doc`")
    return row


def _annotated(row: Row) -> Annotated:
    value = row.value
    title, outlet = value.get("title"), value.get("publisher") or value.get("source") or value.get("outlet")
    published, url = value.get("date") or value.get("published"), value.get("url")
    document = Document(
        name=name_of(value) or "",
        text=value["text"],
        title=title if isinstance(title, str) else None,
        outlet=outlet if isinstance(outlet, str) else None,
        published=published if isinstance(published, str) else None,
        url=url if isinstance(url, str) else None,
    )
    return Annotated(
        document=document, wanted=tuple(_wanted(a, row, document) for a in value["attributions"])
    )


def _wanted(given: object, row: Row, document: Document) -> Wanted:
    if not isinstance(given, dict) or not {"source", "cue", "content"} & set(given):
        raise unknown(row, FORM, "holds an attribution without source, cue and content")
    moved = document.moved

    def placed(value: object) -> tuple[tuple[int, int], ...]:
        found = extents(value, row, FORM, most=len(document.text))
        return tuple((moved(start), moved(end)) for start, end in found)

    act, through = given.get("act"), given.get("hops")
    hops = tuple(placed(_hop(hop)) for hop in through) if isinstance(through, list) else None
    if act is not None and act not in ACTS:
        raise unknown(row, FORM, f"names an act {act!r}; acts are {', '.join(sorted(ACTS))}")
    return Wanted(
        said=Said(
            source=placed(given.get("source")),
            cue=placed(given.get("cue")),
            content=placed(given.get("content")),
        ),
        speaker=_speaker(given, row, document),
        act=act,
        hedged=_flag(given, "hedged", row),
        anonymous=_flag(given, "anonymous", row),
        eyewitness=_flag(given, "eyewitness", row),
        hops=hops,
    )


def _speaker(given: Mapping[str, Any], row: Row, document: Document) -> frozenset[str] | None:
    """The words of the speaker's name: a text, extents that hold it, or null for nobody named."""
    if "speaker" not in given:
        return None
    value = given["speaker"]
    if value is None or isinstance(value, str):
        return telling(value or "")
    pieces = extents(value, row, FORM, most=len(document.text))
    return telling(" ".join(document.text[start:end] for start, end in pieces))


def _hop(hop: object) -> object:
    """The extents of a hop's source: of {source, …}, or the extents themselves."""
    return hop.get("source") if isinstance(hop, dict) else hop


def _flag(given: Mapping[str, Any], key: str, row: Row) -> bool | None:
    value = given.get(key)
    if value is not None and not isinstance(value, bool):
        raise unknown(row, FORM, f"holds no true or false as `{key}`")
    return value
