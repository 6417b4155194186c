"""A dossier as CSV tables with a codebook.

RFC 4180: commas, CR LF line ends, quotation marks doubled. A text cell that begins with = + - @, a tab, a
carriage return or a line feed gets a leading apostrophe, so that no spreadsheet takes article text for a
formula; numbers are written as they are. Half a surrogate pair becomes U+FFFD.
"""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from counterclaim.records import Claim, Dossier, Extent, Statement
from counterclaim.render.codebook import COLUMNS

Cell = str | int | float | bool | None
Row = Sequence[Cell]

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def to_csvs(dossier: Dossier) -> dict[str, str]:
    """Write every table of a dossier: file name → text, with `codebook.csv` last."""
    words = Words.of(dossier)
    tables = {name: table(COLUMNS[name], rows(dossier, words)) for name, rows in ROWS.items()}
    listed = {f"{name}.csv": text for name, text in tables.items()}
    return {**listed, "codebook.csv": codebook()}


def codebook() -> str:
    """What each column of each table holds."""
    rows = [(name, *column) for name, columns in COLUMNS.items() for column in columns]
    head = (("table", "", ""), ("column", "", ""), ("meaning", "", ""), ("values", "", ""))
    return table(head, rows)


def table(columns: Sequence[tuple[str, str, str]], rows: Iterable[Row]) -> str:
    """One table as CSV, its header first."""
    lines = Lines()
    writer = csv.writer(lines, lineterminator="\r\n")
    writer.writerow([name for name, _, _ in columns])
    for row in rows:
        writer.writerow([cell(value) for value in row])
    return "".join(lines.written)


class Lines:
    """Somewhere for csv.writer to write to that is no file."""

    def __init__(self) -> None:
        self.written: list[str] = []

    def write(self, text: str) -> int:
        """Keep a line."""
        self.written.append(text)
        return len(text)


def cell(value: Cell) -> str:
    """A value as it stands in a cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, int):
        return str(value)
    text = LONE_SURROGATE.sub("\ufffd", value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


@dataclass(frozen=True, slots=True)
class Words:
    """Names and words to stand beside ids, so that a table can be read by itself."""

    texts: dict[str, str]
    actors: dict[str, str]
    sides: dict[str, str]
    statements: dict[str, Statement]
    claims: dict[str, Claim]
    roots: dict[str, str]

    @staticmethod
    def of(dossier: Dossier) -> "Words":
        """The words of one dossier."""
        return Words(
            texts={a.id: a.text for a in dossier.articles},
            actors={a.id: a.name for a in dossier.actors},
            sides={s.id: s.name for s in dossier.sides},
            statements={s.id: s for s in dossier.statements},
            claims={c.id: c for c in dossier.claims},
            roots={r.id: r.name for r in dossier.roots},
        )

    def at(self, article: str, extents: Iterable[Extent]) -> str:
        """The words at some extents, joined by an ellipsis."""
        return " … ".join(self.texts[article][start:end] for start, end in extents)

    def actor(self, actor: str | None) -> str | None:
        """An actor's name."""
        return self.actors.get(actor, actor) if actor is not None else None

    def speaker(self, statement: str | None) -> str | None:
        """Who says it: a name, or None for the article's own voice."""
        if statement is None or statement not in self.statements:
            return None
        said = self.statements[statement]
        return self.actor(said.speaker) or said.speaker_name


def offsets(extents: Iterable[Extent]) -> str:
    """Extents in one cell: `12-40;52-60`."""
    return ";".join(f"{start}-{end}" for start, end in extents)


def listed(items: Iterable[str | None]) -> str:
    """Several values in one cell."""
    return "; ".join(item for item in items if item)


def chain(statement: Statement, words: Words) -> str:
    """How the words came, innermost speaker first: `residents > Reuters > the article`."""
    hops = [words.actor(hop.speaker) or hop.speaker_name or "unnamed" for hop in reversed(statement.hops)]
    first = words.speaker(statement.id) or "unnamed"
    return " > ".join([first, *hops, "the article"])


def articles(d: Dossier, words: Words) -> Iterator[Row]:
    """One row an article."""
    for a in d.articles:
        yield (
            a.id, a.file, a.sha256, a.title, a.outlet, a.byline, a.published, a.published_basis, a.url,
            a.genre, a.language, listed(a.credits), len(a.text.split()),
            sum(s.article == a.id for s in d.statements),
            sum(c.article == a.id and c.statement is None for c in d.claims),
        )  # fmt: skip


def actors(d: Dossier, words: Words) -> Iterator[Row]:
    """One row an actor."""
    for a in d.actors:
        side = words.sides.get(a.side, a.side) if a.side else None
        yield a.id, a.name, a.kind, side, listed(a.labels), len(a.mentions), listed(a.why)


def statements(d: Dossier, words: Words) -> Iterator[Row]:
    """One row a statement."""
    for s in d.statements:
        yield (
            s.id, s.article, s.kind, s.act, s.hedged, s.anonymous, s.role, s.affiliation, s.eyewitness,
            s.confidence, words.speaker(s.id), words.actor(s.target), chain(s, words),
            words.at(s.article, s.source), words.at(s.article, s.cue), words.at(s.article, s.content),
            offsets(s.source), offsets(s.cue), offsets(s.content),
        )  # fmt: skip


def claims(d: Dossier, words: Words) -> Iterator[Row]:
    """One row a claim."""
    for c in d.claims:
        yield (
            c.id, c.article, c.statement, words.speaker(c.statement), c.status, c.negated,
            d.root_of.get(c.id), words.roots.get(d.root_of.get(c.id, "")), words.at(c.article, c.spans),
            offsets(c.spans),
        )  # fmt: skip


def figures(d: Dossier, words: Words) -> Iterator[Row]:
    """One row a figure."""
    for f in d.figures:
        yield (
            f.id, f.claim, f.article, f.start, f.end, f.text, f.low, f.high, f.best, f.counted, f.population,
            f.unit, f.place, f.period, f.when, f.scope, words.actor(f.claimant), words.actor(f.blamed),
            f.part_of, f.updates, f.vague, f.rule, f.earlier,
        )  # fmt: skip


def dates(d: Dossier, words: Words) -> Iterator[Row]:
    """One row a date."""
    for x in d.dates:
        yield (
            x.claim, x.article, x.start, x.end, x.text, x.value, x.precision, x.basis,
            x.kind, x.timeml, x.date_prec, x.time_precision,
        )  # fmt: skip


def places(d: Dossier, words: Words) -> Iterator[Row]:
    """One row a place named."""
    for p in d.places:
        yield (
            p.claim, p.article, p.start, p.end, p.text, p.name, p.latitude, p.longitude, p.gazetteer_id,
            p.precision, p.country, p.within, p.basis, p.part, p.where_prec, p.geo_precision,
        )  # fmt: skip


def events(d: Dossier, words: Words) -> Iterator[Row]:
    """One row an event."""
    for e in d.events:
        parts = listed(
            f"{p.role}: {words.actor(p.actor) or words.at(e.article, [(p.start, p.end)])}"
            for p in e.participants
        )
        yield (
            e.id, e.claim, e.article, e.start, e.end, words.at(e.article, [(e.start, e.end)]), e.event_type,
            e.sub_event_type, parts, e.place, e.date, e.status,
        )  # fmt: skip


def labels(d: Dossier, words: Words) -> Iterator[Row]:
    """One row a use of a label."""
    for x in d.labels:
        yield words.actor(x.actor), x.text, x.article, x.start, x.end, x.statement, words.speaker(x.statement)


def relations(d: Dossier, words: Words) -> Iterator[Row]:
    """One row a relation."""
    for r in d.relations:
        yield (
            words.actor(r.subject) or words.at(r.article, [r.subject_at]), r.predicate,
            words.actor(r.object) or words.at(r.article, [r.object_at]), r.claim, r.article, r.start, r.end,
            words.at(r.article, [(r.start, r.end)]), words.speaker(r.statement),
        )  # fmt: skip


def lineage(d: Dossier, words: Words) -> Iterator[Row]:
    """One row a tie between articles."""
    for x in d.lineage:
        root = words.roots.get(x.root, x.root) if x.root else None
        yield x.kind, listed(x.articles), root, x.why, listed(s.text for s in x.spans)


def questions(d: Dossier, words: Words) -> Iterator[Row]:
    """One row a question."""
    for q in d.questions:
        roots = {root for answer in q.answers for root in answer.roots}
        yield q.id, q.kind, q.text, q.standing, len(q.answers), len(roots), listed(q.why)


def answers(d: Dossier, words: Words) -> Iterator[Row]:
    """One row a claim of an answer."""
    for q in d.questions:
        for number, answer in enumerate(q.answers, start=1):
            for claim in answer.claims:
                made = words.claims.get(claim)
                root = d.root_of.get(claim)
                yield (
                    q.id, number, answer.text, claim, made.article if made else None,
                    words.speaker(made.statement) if made else None, words.roots.get(root or "", root),
                    listed(words.sides.get(side, side) for side in answer.sides),
                    claim in answer.against_interest, words.at(made.article, made.spans) if made else None,
                )  # fmt: skip


def rejections(d: Dossier, words: Words) -> Iterator[Row]:
    """One row an input that could not be read."""
    for r in d.rejections:
        yield r.file, r.stage, r.reason


ROWS: dict[str, Callable[[Dossier, Words], Iterator[Row]]] = {
    "articles": articles,
    "actors": actors,
    "statements": statements,
    "claims": claims,
    "figures": figures,
    "dates": dates,
    "places": places,
    "events": events,
    "labels": labels,
    "relations": relations,
    "lineage": lineage,
    "questions": questions,
    "answers": answers,
    "rejections": rejections,
}
