"""Places: names resolved to the right spot, given the names and from the bare text."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from counterclaim.evaluate.reading import Document, Load, readings
from counterclaim.evaluate.report import Score, Sheet, Table, f1, harmonic, share
from counterclaim.evaluate.resample import interval
from counterclaim.evaluate.rows import Row, Source, demand, unknown
from counterclaim.evaluate.texts import Texts, name_of
from counterclaim.pipeline import Models, Progress
from counterclaim.records import PlaceMention, Reading, Rejection
from counterclaim.stages.ground.places import place_given
from counterclaim.stages.ground.places.names import borne, held_in
from counterclaim.values.places import kilometres

FORM = (
    "places: doc, text and toponyms [{start, end, lat, lon}], lat and lon null where the place is not known"
)

NEAR = 161.0
"""Kilometres (100 miles) within which a place is right: the distance usual in geoparsing (Gritta 2020)."""

LITERAL = frozenset({"Literal", "Mixed", "Coercion"})
"""Types of toponyms, where data has types, that say where something is; others are not."""


class Toponym(NamedTuple):
    """A place name of the data: offsets, latitude and longitude or None, and its type or ""."""

    start: int
    end: int
    point: tuple[float, float] | None
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A document with its place names."""

    document: Document
    wanted: tuple[Toponym, ...]


def measure(source: Source, models: Load, *, texts: Texts, progress: Progress) -> Sheet:
    """Measure places on the rows of one file. Raises InputError for a row in another form."""
    placed = [_placed(texts.joined(_checked(row))) for row in source.rows]
    kinds: list[tuple[str, frozenset[str] | None]] = [("all with a position", None)]
    if any(t.type for p in placed for t in p.wanted):
        kinds.append((f"of the types {', '.join(sorted(LITERAL))}", LITERAL))
    counts: dict[str, list[Counter[str]]] = {
        title: [_wanted_alone(p.wanted, types) for p in placed] for title, types in kinds
    }
    rejections = []
    for at, outcome in readings([p.document for p in placed], models, progress=progress):
        if isinstance(outcome, Rejection):
            rejections.append(outcome)
            continue
        given = _given(outcome, placed[at].wanted, models())
        for title, types in kinds:
            counts[title][at].update(_counted(placed[at].wanted, given, outcome.places, types))
    return Sheet(
        file=source.file,
        documents=len(placed),
        rejections=tuple(rejections),
        tables=tuple(Table(title=title, scores=_scores(counts[title])) for title, _ in kinds),
    )


class Given(NamedTuple):
    """A name that is known to be a place's: whether it came out right, and whether it could have."""

    right: bool
    possible: bool


def _given(reading: Reading, wanted: Sequence[Toponym], models: Models) -> list[Given]:
    """Resolve the names of the data themselves, with the gazetteer's best entry beside."""
    article, gazetteer, words = reading.article, models.gazetteer, models.ground_words.places
    spans = [(t.start, t.end) for t in wanted]
    mentions = place_given(article, spans, gazetteer=gazetteer, words=words)
    found = []
    for toponym, mention in zip(wanted, mentions, strict=True):
        name = (
            " ".join(article.text[toponym.start : toponym.end].split()).removesuffix("'s").removesuffix("’s")
        )
        after = article.text[toponym.end : toponym.end + 1]
        entries = borne(name, after, gazetteer=gazetteer, words=words)
        entries = entries or held_in(name, gazetteer=gazetteer, words=words)[1]
        right = _within(toponym.point, _point(mention))
        found.append(
            Given(right=right, possible=right or any(_within(toponym.point, e.point) for e in entries))
        )
    return found


def _point(mention: PlaceMention) -> tuple[float, float] | None:
    if mention.latitude is None or mention.longitude is None:
        return None
    return mention.latitude, mention.longitude


def _within(one: tuple[float, float] | None, other: tuple[float, float] | None) -> bool:
    return one is not None and other is not None and kilometres(one, other) <= NEAR


def _kept(toponym: Toponym, types: frozenset[str] | None) -> bool:
    return toponym.point is not None and (types is None or toponym.type in types)


def _wanted_alone(wanted: Sequence[Toponym], types: frozenset[str] | None) -> Counter[str]:
    return Counter(wanted=sum(_kept(t, types) for t in wanted))


def _counted(
    wanted: Sequence[Toponym],
    given: Sequence[Given],
    found: Sequence[PlaceMention],
    types: frozenset[str] | None,
) -> Counter[str]:
    """What is right in one document, besides what is wanted.

    A mention found counts where it has a position; one that lies on a name that does not count is set aside.
    """
    counts: Counter[str] = Counter()
    for toponym, one in zip(wanted, given, strict=True):
        if _kept(toponym, types):
            counts["given_right"] += one.right
            counts["possible"] += one.possible
    used: set[int] = set()
    for mention in found:
        point = _point(mention)
        if point is None:
            continue
        here = [i for i, t in enumerate(wanted) if t.start < mention.end and mention.start < t.end]
        if here and not any(_kept(wanted[i], types) for i in here):
            continue
        counts["found"] += 1
        open_ = [i for i in here if i not in used and _kept(wanted[i], types)]
        right = next((i for i in open_ if _within(wanted[i].point, point)), None)
        named = right if right is not None else next(iter(open_), None)
        counts["right"] += right is not None
        counts["named"] += named is not None
        if named is not None:
            used.add(named)
    return counts


def _scores(counts: Sequence[Counter[str]]) -> tuple[Score, ...]:
    total = sum(counts, Counter[str]())
    shares = [(c["given_right"], c["wanted"]) for c in counts]
    low, high = interval(shares, lambda sums: sums[0] / sums[1] if sums[1] else None)
    rows = [(c["right"], c["found"], c["wanted"]) for c in counts]
    first, last = interval(rows, lambda sums: harmonic(*sums))
    given = "given the names, within 161 km"
    return (
        share(given, total["given_right"], total["wanted"], low=low, high=high),
        share("the gazetteer has one within 161 km", total["possible"], total["wanted"]),
        f1("from the text: names", total["named"], total["found"], total["wanted"]),
        f1(
            "from the text: within 161 km",
            total["right"],
            total["found"],
            total["wanted"],
            low=first,
            high=last,
        ),
    )


def _checked(row: Row) -> Row:
    demand(row, FORM, toponyms=list)
    if name_of(row.value) is None:
        raise unknown(row, FORM, "has no `doc`")
    return row


def _placed(row: Row) -> Placed:
    value = row.value

    def text(key: str) -> str | None:
        return value[key] if isinstance(value.get(key), str) else None

    document = Document(
        name=name_of(value) or "",
        text=value["text"],
        title=text("title"),
        outlet=text("domain") or text("outlet") or text("source"),
        published=text("date") or text("published"),
        url=text("url"),
    )
    moved = document.moved
    wanted = []
    for given in value["toponyms"]:
        at = (given.get("start"), given.get("end")) if isinstance(given, dict) else (None, None)
        if type(at[0]) is not int or type(at[1]) is not int or not 0 <= at[0] < at[1] <= len(value["text"]):
            raise unknown(row, FORM, "holds a toponym without start and end in its text")
        lat, lon = given.get("lat"), given.get("lon")
        numbers = isinstance(lat, int | float) and isinstance(lon, int | float)
        wanted.append(
            Toponym(
                start=moved(at[0]),
                end=moved(at[1]),
                point=(float(lat), float(lon)) if numbers else None,
                type=given.get("type") or "",
            )
        )
    return Placed(document=document, wanted=tuple(wanted))
