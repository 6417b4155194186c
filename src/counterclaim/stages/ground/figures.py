"""Figures of claims: what is counted, of whom, where, when, blamed on whom."""

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.records import (
    Article,
    Attributed,
    Claim,
    DateMention,
    Extent,
    Figure,
    Parse,
    PlaceMention,
    Scope,
    fingerprint,
)
from counterclaim.stages.ground.claims import claim_at, nearest
from counterclaim.stages.ground.figures_blame import blamed_at
from counterclaim.stages.ground.figures_counting import Counted, Sentence, count_of
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

    A number is a figure when a claim holds it and it counts people, things or attacks. `vague` names the rule
    by which "dozens" gets a best number, or is "none". `claimant` and `blamed` are left to `identify`.
    """
    statements = {s.id: s for s in attributed.statements}
    skipped = [(d.start, d.end) for d in dates if d.precision is not None]
    silent = [(p.start, p.end) for p in article.parts if p.kind not in CLAIMING_PARTS]
    figures: list[Figure] = []
    toll: str | None = None
    for sentence in sentences_of(article, parse):
        if _within(silent, sentence.start, sentence.end):
            continue
        numbers = [
            n
            for n in find_numbers(article.text, sentence.start, sentence.end, words=words, rule=vague)
            if not _within(skipped, *n.core) and n.unit != "share"
        ]
        numbers.extend(single_numbers(article, sentence, numbers, words))
        numbers.sort(key=lambda n: n.start)
        bound: list[tuple[FoundNumber, Counted]] = []
        for number in numbers:
            counted = count_of(sentence, number, numbers, bound, words=words, toll=toll)
            if counted is not None:
                bound.append((number, counted))
        wholes: dict[int, str] = {}
        for number, counted in bound:
            claim = claim_at(claims, number.start, number.end) or _claim_near(claims, number)
            if claim is None:
                continue
            statement = statements.get(claim.statement) if claim.statement else None
            when = _when(dates, sentence, number)
            figure = Figure(
                id=fingerprint("f", article.id, number.start, number.end, counted.name),
                claim=claim.id,
                article=article.id,
                start=number.start,
                end=number.end,
                text=article.text[number.start : number.end],
                low=number.low,
                high=number.high,
                best=number.best,
                counted=counted.name,
                population=counted.population,
                place=_place(places, sentence, number),
                period=_period(dates, sentence),
                scope=_scope(sentence, number, counted, dates, words),
                unit=number.unit,
                when=when,
                part_of=wholes.get(counted.part_of) if counted.part_of is not None else None,
                updates=_updates(sentence, number, words),
                vague=number.vague,
                rule=number.rule,
                blamed_at=blamed_at(sentence, number, counted, statement, attributed.mentions, words=words),
            )
            wholes[number.start] = figure.id
            figures.append(figure)
            if counted.name in {"killed", "injured"}:
                toll = counted.name
    return tuple(replace(f, scope="part") if f.part_of else f for f in figures)


def sentences_of(article: Article, parse: Parse) -> list[Sentence]:
    """The sentences of an article with what is needed to walk their syntax."""
    return [Sentence.of(article, parse, first, last) for first, last in parse.sentences]


def single_numbers(
    article: Article, sentence: Sentence, numbers: Sequence[FoundNumber], words: FigureWords
) -> list[FoundNumber]:
    """ "A civilian" whom something befell counts as one."""
    found = []
    for i in sentence.indices:
        token = sentence.tokens[i]
        if token.pos != "NOUN" or token.tag != "NN" or token.lemma.lower() not in words.people:
            continue
        determiners = [
            c for c in sentence.children.get(i, ()) if sentence.tokens[c].text.lower() in {"a", "an"}
        ]
        if not determiners or sentence.direct_class(i, words) is None:
            continue
        start = sentence.tokens[determiners[0]].start
        if token.end - start > 40 or any(n.start < token.end and start < n.end for n in numbers):
            continue
        found.append(
            FoundNumber(start=start, end=token.end, core=(start, token.end), low=1.0, high=1.0, best=1.0)
        )
    return found


def _within(extents: Sequence[Extent], start: int, end: int) -> bool:
    return any(s < end and start < e for s, e in extents)


def _claim_near(claims: Sequence[Claim], number: FoundNumber) -> Claim | None:
    """The claim of the number's sentence nearest to it."""
    same = [c for c in claims if c.sentence[0] <= number.start < c.sentence[1]]
    chosen = nearest([span for c in same for span in c.spans], number.start, number.end)
    return next((c for c in same if chosen in c.spans), None)


def _place(places: Sequence[PlaceMention], sentence: Sentence, number: FoundNumber) -> str | None:
    """The place named nearest in the sentence, those after the number first; else the article's first place."""
    near = [p for p in places if sentence.start <= p.start < sentence.end]
    if near:
        return min(near, key=lambda p: (p.start < number.start, abs(p.start - number.end), p.start)).name
    before = [p for p in places if p.start < sentence.start]
    return before[-1].name if before else None


def _when(dates: Sequence[DateMention], sentence: Sentence, number: FoundNumber) -> str | None:
    near = [
        d for d in dates if sentence.start <= d.start < sentence.end and d.value and d.precision != "range"
    ]
    return min(near, key=lambda d: (abs(d.start - number.end), d.start)).value if near else None


def _period(dates: Sequence[DateMention], sentence: Sentence) -> str | None:
    return sentence.period() or next(
        (d.text for d in dates if sentence.start <= d.start < sentence.end and d.precision == "range"), None
    )


def _scope(
    sentence: Sentence,
    number: FoundNumber,
    counted: Counted,
    dates: Sequence[DateMention],
    words: FigureWords,
) -> Scope:
    """Whether the number is of one incident, a running total, a stock or a part."""
    if counted.part_of is not None:
        return "part"
    if counted.name in words.stocks:
        return "stock"
    clause = sentence.clause_words(number)
    if clause & words.totals:
        return "total"
    if counted.befalls:
        return "incident"
    return "unclear"


def _updates(sentence: Sentence, number: FoundNumber, words: FigureWords) -> bool:
    """Whether the clause says that the number replaces an earlier one ("has risen to 126")."""
    governor = sentence.verb_above(number)
    return (
        governor is not None
        and sentence.tokens[governor].lemma.lower() in words.updating
        and (sentence.tokens[governor].pos == "VERB")
    )
