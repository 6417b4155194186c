"""Figures of claims: what is counted, of whom, where, when, blamed on whom."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from datetime import date, timedelta

from counterclaim.records import (
    Article,
    Attributed,
    Claim,
    DateMention,
    Extent,
    Figure,
    Mention,
    Parse,
    PlaceMention,
    Scope,
    Statement,
    fingerprint,
)
from counterclaim.stages.ground.claims import claim_at, nearest
from counterclaim.stages.ground.figures_blame import blamed_at
from counterclaim.stages.ground.figures_counting import Counted, count_of
from counterclaim.stages.ground.figures_measures import measured
from counterclaim.stages.ground.figures_near import Standing
from counterclaim.stages.ground.figures_sentence import Sentence
from counterclaim.stages.ground.figures_singles import known_ones, multiple_numbers, single_numbers
from counterclaim.stages.ground.figures_together import together
from counterclaim.stages.ground.figures_updates import ages_of
from counterclaim.values.figures import FigureWords, FoundNumber, find_numbers

CLAIMING_PARTS = frozenset({"headline", "caption", "body"})


def read_figures(
    article: Article,
    parse: Parse,
    claims: Sequence[Claim],
    attributed: Attributed,
    dates: Sequence[DateMention],
    places: Sequence[PlaceMention],
    *,
    words: FigureWords,
    vague: str,
) -> tuple[Figure, ...]:
    """Read the numbers that an article claims of something, in the order of the text.

    A number is a figure when a claim holds it and it counts people, things or attacks, or measures something:
    a distance, a price, a share, a rate, a length of time. A length of time that dates something ("five years
    ago") is a date alone; else it is both a duration among the dates and a figure. `vague` names the rule
    by which "dozens" gets a best number, or is "none". `claimant` and `blamed` are left to `identify`.
    """
    statements = {s.id: s for s in attributed.statements}
    around = _Around(article, claims, attributed.mentions, dates, places)
    silent = Standing(p for p in article.parts if p.kind not in CLAIMING_PARTS)
    figures: list[Figure] = []
    single: set[str] = set()
    told: set[str] = set()
    before: str | None = None
    for first, last in parse.sentences:
        start, end = parse.tokens[first].start, parse.tokens[last - 1].end
        if silent.at(start) is not None:
            continue
        dated = [(d.start, d.end) for d in around.dates.within(start, end) if d.precision is not None]
        numbers = [
            n
            for n in find_numbers(article.text, start, end, words=words, rule=vague)
            if not _within(dated, *n.core)
        ]
        if not numbers and words.telling.isdisjoint(parse.lemmas[first:last]):
            continue
        sentence = Sentence.of(article, parse, first, last)
        measures = [n for n in numbers if n.unit is not None]
        numbers = [n for n in numbers if n.unit is None]
        singles = list(single_numbers(sentence, numbers, words))
        numbers += multiple_numbers(sentence, words)
        known = [
            n
            for n in known_ones(sentence, words)
            if not _within([(m.start, m.end) for m in (*numbers, *singles)], n.start, n.end)
        ]
        bound = list(_counts(sentence, [*numbers, *singles, *known], words, before))
        bound = [
            *_with_sums(sentence, bound, known, words),
            *_measures(sentence, measures, bound, words, before),
        ]
        ages = ages_of(sentence, [b for b in bound if b[0].unit is None], words)
        wholes: dict[Extent, str] = {}
        for number, counted in sorted(bound, key=lambda b: (b[0].start, -b[0].end)):
            claim = around.claim(number)
            if claim is None or (claim.negated and number.low == 1 and number in (*singles, *known)):
                continue  # "nobody shot the priest" counts no priest
            statement = statements.get(claim.statement) if claim.statement else None
            figure = _figure(sentence, number, counted, claim, statement, around, words=words)
            age = ages.get(number.start) if number.unit is None else None
            figure = replace(figure, updates=age == "new", earlier=age == "old")
            if counted.part_of in wholes:
                figure = replace(figure, part_of=wholes[counted.part_of])
            wholes[number.start, number.end] = figure.id
            figures.append(figure)
            if number in singles:
                single.add(figure.id)
            elif number in known:
                told.add(figure.id)
            if counted.name in words.families and number.unit is None:
                before = counted.name
    return tuple(_within_wholes(_first_known(figures, told), single))


def _counts(
    sentence: Sentence, numbers: Sequence[FoundNumber], words: FigureWords, before: str | None
) -> Iterator[tuple[FoundNumber, Counted]]:
    """The numbers of a sentence that count something, with what they count, in order."""
    ordered = sorted(numbers, key=lambda n: n.start)
    bound: list[tuple[FoundNumber, Counted]] = []
    for number in ordered:
        counted = count_of(sentence, number, ordered, bound, words=words, before=before)
        if counted is not None:
            bound.append((number, counted))
            yield number, counted


def _with_sums(
    sentence: Sentence,
    bound: Sequence[tuple[FoundNumber, Counted]],
    known: Sequence[FoundNumber],
    words: FigureWords,
) -> Iterator[tuple[FoundNumber, Counted]]:
    """The counts of a sentence with the sums of those that a phrase joins, as parts of these."""
    whole_of: dict[Extent, Extent] = {}
    for whole, parts in together(sentence, [b for b in bound if b[0] not in known], words):
        whole_of |= {(n.start, n.end): (whole[0].start, whole[0].end) for n, _ in parts}
        if whole not in bound:
            yield whole
    for number, counted in bound:
        part_of = counted.part_of or whole_of.get((number.start, number.end))
        yield number, replace(counted, part_of=part_of)


def _measures(
    sentence: Sentence,
    numbers: Sequence[FoundNumber],
    bound: Sequence[tuple[FoundNumber, Counted]],
    words: FigureWords,
    before: str | None,
) -> Iterator[tuple[FoundNumber, Counted]]:
    """The numbers of a sentence that have a unit, with what they measure; of a rate, what it counts."""
    for number in numbers:
        counted = None
        if number.unit is not None and number.unit.startswith("per "):
            counted = count_of(sentence, number, (number,), (), words=words, before=before)
        counted = counted or measured(sentence, number, bound, words=words)
        if counted is not None:
            yield number, counted


def _figure(
    sentence: Sentence,
    number: FoundNumber,
    counted: Counted,
    claim: Claim,
    statement: Statement | None,
    around: "_Around",
    *,
    words: FigureWords,
) -> Figure:
    """The figure of a number with what its sentence says of it."""
    dates = around.dates.within(sentence.start, sentence.end)
    mentions = around.mentions.within(sentence.start, sentence.end)
    return Figure(
        id=fingerprint("f", claim.article, number.start, number.end, counted.name),
        claim=claim.id,
        article=claim.article,
        start=number.start,
        end=number.end,
        text=sentence.text[number.start : number.end],
        low=number.low,
        high=number.high,
        best=number.best,
        counted=counted.name,
        population=counted.population,
        place=around.place(sentence, number),
        period=_period(dates, sentence, number, words),
        scope="part" if counted.share else _scope(sentence, number, counted, words),
        unit=number.unit,
        when=_when(dates, sentence, number),
        vague=number.vague,
        rule=number.rule,
        blamed_at=blamed_at(sentence, number, counted, statement, mentions, words=words),
    )


def _first_known(figures: Sequence[Figure], told: Set[str]) -> list[Figure]:
    """The figures without persons told as known, but for the first of a kind that is counted nowhere else."""
    counted = {f.counted for f in figures if f.id not in told and f.unit is None}
    kept = []
    for f in figures:
        if f.id in told:
            if f.counted in counted:
                continue
            counted.add(f.counted)
        kept.append(f)
    return kept


def _within_wholes(figures: Sequence[Figure], single: Set[str]) -> Iterator[Figure]:
    """The figures with what is part of another as such.

    One person ("a nurse was killed") told where more are counted of the same is one of them.
    """
    most: dict[str | None, float] = {}
    for f in figures:
        if f.scope != "total" and f.unit is None:
            bounds = (b for b in (f.low, f.high, f.best) if b is not None)
            most[f.counted] = max([most.get(f.counted, 0.0), *bounds])
    for f in figures:
        one_of_many = f.id in single and f.best == 1 and most.get(f.counted, 0.0) > 1
        yield replace(f, scope="part") if f.part_of or one_of_many else f


class _Around:
    """What stands around the numbers of an article, looked up by place in the text."""

    def __init__(
        self,
        article: Article,
        claims: Sequence[Claim],
        mentions: Sequence[Mention],
        dates: Sequence[DateMention],
        places: Sequence[PlaceMention],
    ) -> None:
        self._claims = claims
        self.mentions = Standing(mentions)
        self.dates = Standing(dates)
        self.places = Standing(p for p in places if article.text[p.end : p.end + 1] != "-")
        self._main_place = _main_place(p for p in places if article.text[p.end : p.end + 1] != "-")

    def claim(self, number: FoundNumber) -> Claim | None:
        """The claim that holds a number, else the one of its sentence that is nearest to it."""
        return claim_at(self._claims, number.start, number.end) or _claim_near(self._claims, number)

    def place(self, sentence: Sentence, number: FoundNumber) -> str | None:
        """The place nearest in the sentence, those after the number first; else the article's main place."""
        near = self.places.within(sentence.start, sentence.end)
        if near:
            return min(near, key=lambda p: (p.start < number.start, abs(p.start - number.end), p.start)).name
        return self._main_place


def _main_place(places: Iterable[PlaceMention]) -> str | None:
    """The place named most often, a country only where nothing else is named; of equals the first."""
    telling = list(places)
    local = [p for p in telling if p.precision != "country"] or telling
    counts = Counter(p.name for p in local)
    most = max(counts.values(), default=0)
    return next((p.name for p in local if counts[p.name] == most), None)


def _within(extents: Sequence[Extent], start: int, end: int) -> bool:
    return any(s < end and start < e for s, e in extents)


def _claim_near(claims: Sequence[Claim], number: FoundNumber) -> Claim | None:
    """The claim of the number's sentence nearest to it; `claims` are sorted by sentence."""
    last = bisect_right(claims, number.start, key=lambda c: c.sentence[0])
    sentence = claims[last - 1].sentence if last else (0, 0)
    if not sentence[0] <= number.start < sentence[1]:
        return None
    first = bisect_left(claims, sentence[0], key=lambda c: c.sentence[0])
    same = [c for c in claims[first:last] if c.sentence == sentence]
    chosen = nearest([span for c in same for span in c.spans], number.start, number.end)
    return next((c for c in same if chosen in c.spans), None)


def _when(dates: Sequence[DateMention], sentence: Sentence, number: FoundNumber) -> str | None:
    """The day told nearest to a number in its sentence, or all days on one side of it: "days after"."""
    near = [d for d in dates if d.value and d.precision != "range"]
    nearest = min(near, key=lambda d: (abs(d.start - number.end), d.start), default=None)
    if nearest is None or nearest.value is None:
        return None
    apart = sentence.set_apart(nearest.end, number.start)
    if apart is None:
        return nearest.value
    if len(nearest.value) != len("2031-05-07"):
        return None
    day, one = date.fromisoformat(nearest.value), timedelta(days=1)
    return f"../{day - one}" if apart == "after" else f"{day + one}/.."


def _period(
    dates: Sequence[DateMention], sentence: Sentence, number: FoundNumber, words: FigureWords
) -> str | None:
    told = next((d.text for d in dates if d.precision == "range"), None)
    return sentence.period(number, words) or told


def _scope(
    sentence: Sentence,
    number: FoundNumber,
    counted: Counted,
    words: FigureWords,
) -> Scope:
    """Whether the number is of one incident, a running total, a stock or a part; of a measure only a part."""
    if counted.part_of is not None or (counted.befalls and sentence.adds(number)):
        return "part"
    if number.unit is not None:
        return "unclear"
    if counted.name in words.stocks:
        return "stock"
    clause = sentence.clause_words(number)
    if clause & words.totals:
        return "total"
    if counted.befalls:
        return "incident"
    return "unclear"
