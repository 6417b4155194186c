"""What a number is measured in, by the words around it: "40 km", "$5 million", "24-hour", "12 a day"."""

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.values.figures.cores import Core, is_metric
from counterclaim.values.figures.lexing import HYPHENS, Word
from counterclaim.values.figures.lexing import phrase as phrase_at
from counterclaim.values.figures.units import PER, scale_of
from counterclaim.values.figures.words import FigureWords

LONGEST_UNIT = 2
"""Words of a unit: "square kilometres"."""

LONGEST_COUNTED = 3
"""Words that may stand between a number and "a day", as in "40 injured people a day"."""

LOCATING = frozenset(
    {"in", "within", "for", "after", "of", "about", "than", "only", "just", "over", "once", "to"}
)
"""Before "a day" these make a length of time of it: "40 people in a day"."""

ADVERBIAL = frozenset({"in", "since", "at", "on", "by", "from", "and", "as", "to", "during", "for"})
"""Behind "daily" these show that it is no adjective: "three weekly papers" is no rate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A unit, and the words `first` to `last` (exclusive) that hold number and unit."""

    unit: str
    first: int
    last: int


def measure_of(
    lexed: Sequence[Word], core: Core, first: int, last: int, words: FigureWords
) -> Measure | None:
    """The measure of a number whose words, with its modifiers, are `first` to `last`; None for a count."""
    if core.share:
        return Measure(unit="percent", first=first, last=last)
    if phrase_at(lexed, last, 1) in words.clock and _four_digits(lexed, core):
        return None
    found = _before(lexed, core, first, last, words) or _behind(lexed, first, last, words)
    rate = _rate(lexed, found.last if found else last, words, counted=found is None)
    if rate is None:
        return found
    per, end = rate
    if found is None:
        return Measure(unit=PER.lstrip() + per, first=first, last=max(end, last))
    return Measure(unit=found.unit + PER + per, first=found.first, last=max(end, found.last))


def is_currency(lexed: Sequence[Word], at: int, words: FigureWords) -> bool:
    """Whether a currency's sign or code stands at a word: "$", "USD", not "pounds"."""
    word = lexed[at].lower if at >= 0 else ""
    return word in words.currencies and (not word.isalpha() or word == words.currencies[word].lower())


def is_age_or_other(lexed: Sequence[Word], last: int, words: FigureWords) -> bool:
    """Whether the word behind a number makes an age, an ordinal or an hour of it: no figure."""
    if phrase_at(lexed, last, 1) in words.unread:
        return True
    return phrase_at(lexed, last, 1) in words.filling and phrase_at(lexed, last + 1, 1) in words.unread


def is_aged(lexed: Sequence[Word], measure: Measure, words: FigureWords) -> bool:
    """Whether a length of time is an age: "two years old", "a 12-year-old boy", "six months of age"."""
    at = measure.last
    if phrase_at(lexed, at, 1) in HYPHENS:
        at += 1
    age = any(phrase_at(lexed, at, length) in words.aging for length in (1, 2))
    return age and scale_of(measure.unit).name in {"time", "months"}


def _before(lexed: Sequence[Word], core: Core, first: int, last: int, words: FigureWords) -> Measure | None:
    """The currency whose sign or code stands before the number, or before its modifiers."""
    for at in (core.first - 1, first - 1):
        if is_currency(lexed, at, words):
            return Measure(unit=words.currencies[lexed[at].lower], first=min(at, first), last=last)
    return None


def _behind(lexed: Sequence[Word], first: int, last: int, words: FigureWords) -> Measure | None:
    """The unit behind the number: "40 km", "20 more days", "24-hour", "200m away"."""
    at = last
    if at < len(lexed) and is_metric(lexed, at, words):
        return Measure(unit="metres", first=first, last=at + 1)
    if at + 1 < len(lexed) and lexed[at].lower in HYPHENS and lexed[at].glued and lexed[at + 1].glued:
        at += 1
    for start in (at, at + 1):
        for length in range(LONGEST_UNIT, 0, -1):
            phrase = phrase_at(lexed, start, length) if start + length <= len(lexed) else ""
            unit = words.measures.get(phrase) or words.currencies.get(phrase)
            if unit is None or (not phrase[0].isalpha() and phrase != "%"):
                continue
            if phrase in {"pound", "pounds"} and (at > last or phrase_at(lexed, start + 1, 1) == "of"):
                unit = "pounds"
            return Measure(unit=unit, first=first, last=start + length)
        if phrase_at(lexed, at, 1) not in words.filling:
            break
    return None


def _four_digits(lexed: Sequence[Word], core: Core) -> bool:
    """Whether a number may be the hour of a day as soldiers say it: "at 1400 hrs"."""
    return core.digits and core.last - core.first == 1 and len(lexed[core.first].lower) == 4


def _rate(lexed: Sequence[Word], at: int, words: FigureWords, *, counted: bool) -> tuple[str, int] | None:
    """By what a rate is counted, and the word behind its words where they stand beside the number."""
    most = LONGEST_COUNTED if counted else 0
    for skipped in range(most + 1):
        i = at + skipped
        if skipped and (i > len(lexed) or not lexed[i - 1].lower.isalpha()):
            return None
        for length in (2, 1):
            per = words.rates.get(phrase_at(lexed, i, length)) if i + length <= len(lexed) else None
            if per is None or (skipped and lexed[i - 1].lower in LOCATING):
                continue
            following = phrase_at(lexed, i + length, 1)
            if length == 1 and following.isalpha() and following not in ADVERBIAL:
                continue
            if length == 2 and lexed[i].lower in {"a", "an"} and following in words.dating:
                continue
            return per, (i + length if not skipped else 0)
    return None
