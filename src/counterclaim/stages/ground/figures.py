"""Figures of claims: what is counted, of whom, where, when, blamed on whom."""

from collections import Counter
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
from counterclaim.stages.ground.figures_counting import Counted, count_of
from counterclaim.stages.ground.figures_sentence import Sentence
from counterclaim.values.figures import FigureWords, FoundNumber, find_numbers

LONGEST_SINGLE = 40
"""Characters from "a" to the noun that it counts; more is not one phrase."""

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
    before: str | None = None
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
            counted = count_of(sentence, number, numbers, bound, words=words, before=before)
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
                place=_place(article, places, sentence, number),
                period=_period(dates, sentence, number, words),
                scope="part" if counted.share else _scope(sentence, number, counted, dates, words),
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
                before = counted.name
    return tuple(replace(f, scope="part") if f.part_of else f for f in figures)


def sentences_of(article: Article, parse: Parse) -> list[Sentence]:
    """The sentences of an article with what is needed to walk their syntax."""
    return [Sentence.of(article, parse, first, last) for first, last in parse.sentences]


def single_numbers(
    article: Article, sentence: Sentence, numbers: Sequence[FoundNumber], words: FigureWords
) -> list[FoundNumber]:
    """One or none of a kind to whom something grave was done: "a civilian was killed", "no one was hurt"."""
    found = []
    for i in sentence.indices:
        token = sentence.tokens[i]
        lemma = sentence.lemma(i)
        none = [c for c in sentence.children.get(i, ()) if sentence.lower(c) == "no"]
        if token.pos not in {"NOUN", "PRON"} or not (
            lemma in words.people or lemma in words.harm_nouns or none
        ):
            continue
        if none:
            grave = sentence.direct_class(i, words) is not None or words.noun_class.get(lemma) in words.harms
        else:
            grave = (
                token.tag == "NN"
                and lemma not in words.collectives
                and sentence.direct_class(i, words) is not None
            )
        leading = none or [c for c in sentence.children.get(i, ()) if sentence.lower(c) in {"a", "an"}]
        if not leading or not grave or token.end - sentence.tokens[leading[0]].start > LONGEST_SINGLE:
            continue
        start, value = sentence.tokens[leading[0]].start, 0.0 if none else 1.0
        if not any(n.start < token.end and start < n.end for n in numbers):
            core = (start, token.end)
            found.append(
                FoundNumber(start=start, end=token.end, core=core, low=value, high=value, best=value)
            )
    return found


def _within(extents: Sequence[Extent], start: int, end: int) -> bool:
    return any(s < end and start < e for s, e in extents)


def _claim_near(claims: Sequence[Claim], number: FoundNumber) -> Claim | None:
    """The claim of the number's sentence nearest to it."""
    same = [c for c in claims if c.sentence[0] <= number.start < c.sentence[1]]
    chosen = nearest([span for c in same for span in c.spans], number.start, number.end)
    return next((c for c in same if chosen in c.spans), None)


def _place(
    article: Article, places: Sequence[PlaceMention], sentence: Sentence, number: FoundNumber
) -> str | None:
    """The place nearest in the sentence, those after the number first; else the article's main place."""
    telling = [p for p in places if article.text[p.end : p.end + 1] != "-"]
    near = [p for p in telling if sentence.start <= p.start < sentence.end]
    if near:
        return min(near, key=lambda p: (p.start < number.start, abs(p.start - number.end), p.start)).name
    local = [p for p in telling if p.precision != "country"] or telling
    counts = Counter(p.name for p in local)
    return next((p.name for p in local if counts[p.name] == max(counts.values())), None)


def _when(dates: Sequence[DateMention], sentence: Sentence, number: FoundNumber) -> str | None:
    near = [
        d for d in dates if sentence.start <= d.start < sentence.end and d.value and d.precision != "range"
    ]
    return min(near, key=lambda d: (abs(d.start - number.end), d.start)).value if near else None


def _period(
    dates: Sequence[DateMention], sentence: Sentence, number: FoundNumber, words: FigureWords
) -> str | None:
    return sentence.period(number, words) or next(
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
    governor, at = sentence.verb_above(number), sentence.number_token(number)
    if governor is None or at is None or sentence.tokens[governor].pos != "VERB":
        return False
    moved = sentence.lower(sentence.head(at)) in {"to", "from", "at"}
    counted = bool(sentence.clause_words(number) & (words.number_nouns | {"toll"}))
    return sentence.lemma(governor) in words.updating and (moved or counted)
