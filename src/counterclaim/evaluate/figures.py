"""Figures: tolls against a registry's numbers, a monitor's range, and figures that people marked.

The keys of the rows decide: incidents with `articles`; digests of one incident with `text` and `killed`
[low, high]; accounts of an event (`docs` or `articles`) with `figures`. Beside each stands the baseline that
needs no reading: every number in reach of a word of harm.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.evaluate import marked_figures
from counterclaim.evaluate.numbers import near_harm, numbers_in
from counterclaim.evaluate.reading import Document, Load, readings
from counterclaim.evaluate.report import Score, Sheet, Table, share
from counterclaim.evaluate.resample import interval
from counterclaim.evaluate.rows import Row, Source, demand, unknown
from counterclaim.evaluate.texts import Texts, name_of
from counterclaim.evaluate.tolls import EITHER, INJURED, KILLED, tolls, values
from counterclaim.pipeline import Progress
from counterclaim.records import Figure, Rejection
from counterclaim.values.figures import killed_range

FORM = (
    "figures: incident, killed, injured and articles [{doc, text}]; or doc, text and killed [low, high]; "
    "or docs (or articles) and figures [{text, low, high, best}], with --texts"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """What a registry counts of an incident, and the articles about it."""

    killed: int
    injured: int
    articles: tuple[Document, ...]

    @property
    def wanted(self) -> tuple[int, ...]:
        """The numbers that an article can give: none stands in a text for nobody."""
        return tuple(n for n in (self.killed, self.injured) if n)


def measure(source: Source, models: Load, *, texts: Texts, progress: Progress) -> Sheet:
    """Measure figures on the rows of one file. Raises InputError for a row in no known form."""
    first = source.rows[0].value
    if "figures" in first:
        return marked_figures.measure(source, models, texts=texts, progress=progress)
    if isinstance(first.get("articles"), list):
        return _registry(source, models, texts=texts, progress=progress)
    if "killed" in first:
        return _ranges(source, models, texts=texts, progress=progress)
    raise unknown(source.rows[0], FORM, "is in no known form of figures")


def _registry(source: Source, models: Load, *, texts: Texts, progress: Progress) -> Sheet:
    """Incidents with a registry's numbers, of which those count that stand in their articles."""
    incidents = [_incident(row, texts) for row in source.rows]
    told = [i for i in incidents if i.wanted and _stand(i.wanted, [a.text for a in i.articles])]
    places = [(number, article) for number, incident in enumerate(told) for article in incident.articles]
    found: dict[int, list[Figure]] = {number: [] for number in range(len(told))}
    bare = [{n.value for a in i.articles for n in near_harm(a.text)} for i in told]
    rejections = []
    for at, outcome in readings([article for _, article in places], models, progress=progress):
        if isinstance(outcome, Rejection):
            rejections.append(outcome)
        else:
            found[places[at][0]] += tolls(outcome.figures)
    rows = [
        (
            _among(incident, found[n]),
            _each_as_such(incident, found[n]),
            all(number in bare[n] for number in incident.wanted),
        )
        for n, incident in enumerate(told)
    ]
    of_it = [
        sum(bool(values(f) & _own(incident)) for f in found[n]) for n, incident in enumerate(told)
    ]  # fmt: skip
    near = [[b.value for a in i.articles for b in near_harm(a.text)] for i in told]
    own = sum(value in _own(i) for i, row in zip(told, near, strict=True) for value in row)
    scores = (
        _part("registry's numbers among the tolls read", [r[0] for r in rows]),
        _part("each counted as what it is", [r[1] for r in rows]),
        _part("baseline: among all numbers near harm", [r[2] for r in rows]),
        share("tolls read that are this incident's", sum(of_it), sum(map(len, found.values()))),
        share("baseline: numbers near harm that are", own, sum(map(len, near))),
    )
    left = len(incidents) - len(told)
    note = f"{len(told):,} of {len(incidents):,} incidents: those whose numbers stand in their articles"
    return Sheet(
        file=source.file,
        documents=len(places),
        rejections=tuple(rejections),
        tables=(Table(title="tolls against a registry, by incident", scores=scores),),
        notes=(f"{note}; {left:,} are left aside",),
    )


def _incident(row: Row, texts: Texts) -> Incident:
    demand(row, FORM, killed=int, injured=int, articles=list)
    articles = []
    for given in row.value["articles"]:
        if not isinstance(given, dict):
            raise unknown(row, FORM, "holds an article that is no object")
        value = texts.joined(Row(where=row.where, value=given)).value
        articles.append(document(value, fallback=name_of(row.value) or ""))
    return Incident(killed=row.value["killed"], injured=row.value["injured"], articles=tuple(articles))


def document(value: Mapping[str, object], *, fallback: str = "") -> Document:
    """A document of a row, with what is known about it."""

    def text(*keys: str) -> str | None:
        return next((v for key in keys if isinstance(v := value.get(key), str) and v.strip()), None)

    return Document(
        name=name_of(dict(value)) or fallback,
        text=str(value["text"]),
        title=text("title"),
        outlet=text("publisher", "source", "outlet", "site"),
        published=text("published", "date", "dct"),
        url=text("url"),
    )


def _stand(wanted: Iterable[int], given: Sequence[str]) -> bool:
    """Whether each number stands in one of some texts, in digits or in words."""
    there = {number.value for text in given for number in numbers_in(text)}
    return all(number in there for number in wanted)


def _own(incident: Incident) -> frozenset[float]:
    """The numbers that are an incident's: its dead, its wounded, and both together."""
    both = incident.killed + incident.injured
    return frozenset(float(n) for n in (incident.killed, incident.injured, both) if n)


def _among(incident: Incident, found: Sequence[Figure]) -> bool:
    there = frozenset[float]().union(*(values(f) for f in found))
    return all(number in there for number in incident.wanted)


def _each_as_such(incident: Incident, found: Sequence[Figure]) -> bool:
    """Whether the dead are among what was counted as killed, and the wounded as injured."""
    dead = frozenset[float]().union(*(values(f) for f in found if f.counted in KILLED | EITHER))
    hurt = frozenset[float]().union(*(values(f) for f in found if f.counted in INJURED | EITHER))
    return (not incident.killed or incident.killed in dead) and (
        not incident.injured or incident.injured in hurt
    )


def _part(name: str, rows: Sequence[bool]) -> Score:
    low, high = interval([(int(r), 1) for r in rows], lambda sums: sums[0] / sums[1])
    return share(name, sum(rows), len(rows), low=low, high=high)


def _ranges(source: Source, models: Load, *, texts: Texts, progress: Progress) -> Sheet:
    """Digests with a monitor's range of killed, of which those count in which both numbers stand."""
    given = [(row, *_ranged(row)) for row in source.rows]
    kept = [
        (document(texts.joined(row).value), low, high)
        for row, low, high in given
        if high and low is not None and _stand({low, high}, [str(texts.joined(row).value["text"])])
    ]
    found: list[tuple[float, float] | None] = [None] * len(kept)
    rejections = []
    for at, outcome in readings([d for d, _, _ in kept], models, progress=progress):
        if isinstance(outcome, Rejection):
            rejections.append(outcome)
        else:
            found[at] = killed_range(outcome.figures)
    bare = [[n.value for n in near_harm(d.text)] for d, _, _ in kept]
    base = [(float(min(row)), float(max(row))) if row else None for row in bare]
    wanted = [(low, high) for _, low, high in kept]
    apart = [n for n, (low, high) in enumerate(wanted) if low != high]

    def scores(rows: Sequence[tuple[float, float] | None], name: str) -> list[Score]:
        return [
            _part(f"{name}, exact", [_within(w, r, 0) for w, r in zip(wanted, rows, strict=True)]),
            _part(
                f"{name}, within one of each", [_within(w, r, 1) for w, r in zip(wanted, rows, strict=True)]
            ),
            _part(f"{name}, exact, where the two differ", [_within(wanted[n], rows[n], 0) for n in apart]),
        ]

    table = (*scores(found, "range read"), *scores(base, "baseline: all numbers near harm"))
    note = f"{len(kept):,} of {len(given):,} texts: those in which both numbers stand"
    return Sheet(
        file=source.file,
        documents=len(kept),
        rejections=tuple(rejections),
        tables=(Table(title="killed [low, high], by text", scores=table),),
        notes=(note,),
    )


def _ranged(row: Row) -> tuple[int | None, int | None]:
    pair = row.value.get("killed")
    if pair is None:
        return None, None
    if not isinstance(pair, list) or len(pair) != 2 or not all(n is None or type(n) is int for n in pair):
        raise unknown(row, FORM, "holds no [low, high] as `killed`")
    return pair[0], pair[1]


def _within(wanted: tuple[int, int], found: tuple[float, float] | None, most: int) -> bool:
    return found is not None and all(abs(a - b) <= most for a, b in zip(wanted, found, strict=True))
