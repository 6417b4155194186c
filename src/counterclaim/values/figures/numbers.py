"""Finds number expressions in text, with what their words say of bounds."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from counterclaim.values.figures.aside import is_age, is_hyphened, is_name, is_time, joins_ages
from counterclaim.values.figures.cores import Core, core_at, exact_at
from counterclaim.values.figures.lexing import Word, digits, lex
from counterclaim.values.figures.lexing import phrase as phrase_at
from counterclaim.values.figures.measures import is_age_or_other, is_aged, is_currency, measure_of
from counterclaim.values.figures.words import FigureWords

LONGEST_MODIFIER = 4
LETTERS = re.compile(r"[^\W\d_]+")
DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundNumber:
    """A number expression: `start`, `end` hold it with its modifiers, `core` the number alone.

    Bounds are None where the words leave them open. `unit` is what the number is measured in
    (`units.UNITS`, a currency's code, or a rate as "per day"), None for a count. A share ("half of", "one in
    five") is a percentage with a best number alone. `vague` is the vague word; `rule` names what made a best
    number of it.
    """

    start: int
    end: int
    core: tuple[int, int]
    low: float | None
    high: float | None
    best: float | None
    unit: str | None = None
    vague: str | None = None
    rule: str | None = None


def find_numbers(
    text: str, start: int = 0, end: int | None = None, *, words: FigureWords, rule: str = "none"
) -> tuple[FoundNumber, ...]:
    """Read the number expressions of a stretch of text, in order; they do not overlap.

    Dates, years, ages, times of day, ordinals and numbers in names are left out. `rule` is the named rule
    ("acled", "airwars") by which a vague word gets a best number, or "none". Offsets are in `text`.
    """
    if not _may_hold_one(text[start:end], words):
        return ()
    found: list[FoundNumber] = []
    lexed = lex(text, start, len(text) if end is None else end)
    i, aged = 0, 0
    while i < len(lexed):
        lower = lexed[i].lower
        core = core_at(lexed, i, words) if lower in words.openings or lower[0].isdigit() else None
        if core is None:
            i += 1
            continue
        if is_age(text, lexed, core, core.last) or (aged and joins_ages(lexed, aged, core)):
            i = aged = core.last
            continue
        number, i = _expression(text, lexed, core, words, rule)
        if number is not None and (not found or found[-1].end <= number.start):
            found.append(number)
    return tuple(found)


def _may_hold_one(text: str, words: FigureWords) -> bool:
    """Whether a digit or a word that is part of a number stands in a text: there is no number without."""
    return not words.numerals.isdisjoint(LETTERS.findall(text.lower())) or DIGIT.search(text) is not None


def _expression(
    text: str, lexed: Sequence[Word], core: Core, words: FigureWords, rule: str
) -> tuple[FoundNumber | None, int]:
    """The expression around a core, and the word after it; None where the number is no figure."""
    sign = is_currency(lexed, core.first - 1, words)
    first, bounds = _modifiers(lexed, core.first - sign, words)
    between = first > 0 and lexed[first - 1].lower == "between"
    upper = _upper_end(lexed, core, words, joined_by=_joints(lexed, first))
    if upper is not None:
        core = _scaled(core, upper)
        upper = upper if upper.value > core.value else None
    last = upper.last if upper else core.last
    if is_name(text, lexed, core, last, words):
        return None, last
    measure = measure_of(lexed, core, first, last, words)
    if is_age_or_other(lexed, last, words) or (measure and is_aged(lexed, measure, words)):
        return None, last + 1
    if measure is None and (
        is_hyphened(lexed, last) or (not bounds and upper is None and is_time(text, lexed, core, last, words))
    ):
        return None, last + is_hyphened(lexed, last)
    ends = measure.last if measure else last
    begin = min(first - 1 if between and upper else first, measure.first if measure else first)
    number = FoundNumber(
        start=lexed[begin].start,
        end=lexed[ends - 1].end,
        core=(lexed[core.first].start, lexed[core.last - 1].end),
        low=core.value, high=core.value, best=core.value,
        unit=measure.unit if measure else None,
    )  # fmt: skip
    if core.vague is not None:
        return _bounded(_vague(number, core.vague, words, rule), bounds & {"high"}), ends
    if core.share:
        return _bounded(number, bounds or {"best"}), ends
    if upper is not None:
        return replace(number, high=upper.value, best=None), ends
    if bounds == {"low"} and measure is None:
        top = _top_beside(lexed, ends, words)
        if top is not None and top.value > core.value:
            end = lexed[top.last - 1].end
            return replace(number, end=end, high=top.value, best=None), top.last
    after = _bound_after(lexed, ends)
    if after:
        number = replace(number, end=lexed[ends + len(after[0].split()) - 1].end)
        bounds = bounds | {after[1]}
    return _bounded(number, bounds), ends


def _vague(number: FoundNumber, word: str, words: FigureWords, rule: str) -> FoundNumber:
    """The number of a vague word: the least that it means, and what a named rule makes of it."""
    known = words.vague[word].rules
    return replace(number, high=None, best=known.get(rule), vague=word, rule=rule if rule in known else None)


def _top_beside(lexed: Sequence[Word], at: int, words: FigureWords) -> Core | None:
    """The upper bound told beside a lower one: "at least 15 and up to 25", "more than 40 but under 60"."""
    if phrase_at(lexed, at, 1) == ",":
        at += 1
    if phrase_at(lexed, at, 1) not in {"and", "but", "or", "and/or"}:
        return None
    at += 2 if phrase_at(lexed, at + 1, 1) in {"possibly", "perhaps", "maybe"} else 1
    for length in range(LONGEST_MODIFIER, 0, -1):
        if words.modifiers.get(tuple(w.lower for w in lexed[at : at + length])) == "high":
            return exact_at(lexed, at + length, words) if at + length < len(lexed) else None
    return None


def _bounded(number: FoundNumber, bounds: frozenset[str] | set[str]) -> FoundNumber:
    """The number with the bounds that its modifiers leave."""
    if "low" in bounds:
        return replace(number, high=None, best=None)
    if "high" in bounds:
        value = number.best if number.best is not None else number.low
        return replace(number, low=None, high=value, best=None)
    return replace(number, low=None, high=None) if "best" in bounds else number


def _bound_after(lexed: Sequence[Word], at: int) -> tuple[str, str] | None:
    """The words behind a number that leave one of its ends open, with the bound: "50 or more", "50+"."""
    if at < len(lexed) and lexed[at].glued and lexed[at].lower == "+":
        return "+", "low"
    for phrase, bound in (
        ("or more", "low"),
        ("or so", "best"),
        ("and counting", "low"),
        ("at least", "low"),
        ("or fewer", "high"),
        ("or less", "high"),
    ):
        if phrase_at(lexed, at, 2) == phrase:
            following = phrase_at(lexed, at + 2, 1)
            if phrase == "at least" and (digits(following) is not None or following.isalpha()):
                return None
            return phrase, bound
    return None


def _joints(lexed: Sequence[Word], first: int) -> frozenset[str]:
    """The words that may join the ends of a range: "between 80 and 100", "80 to 100"."""
    before = lexed[first - 1].lower if first else ""
    if before == "between":
        return frozenset({"and", "to", "-", "–", "—"})
    return frozenset({"or", "-", "–", "—"} if before in {"from", "by"} else {"to", "or", "-", "–", "—"})


def _upper_end(
    lexed: Sequence[Word], core: Core, words: FigureWords, *, joined_by: frozenset[str]
) -> Core | None:
    """The second number of a range: "80 to 100", "80-100", "between 80 and 100", "two or three"."""
    at = core.last
    if core.vague is not None or core.share or at + 1 >= len(lexed) or lexed[at].lower not in joined_by:
        return None
    if lexed[at].lower in {"-", "–", "—"} and lexed[at].glued != lexed[at + 1].glued:
        return None
    upper = exact_at(lexed, at + 1, words)
    if upper is None or upper.value <= 0:
        return None
    return upper


def _scaled(core: Core, upper: Core | None) -> Core:
    """The lower end of a range with the scale of its upper end: "5 to 10 million"."""
    if upper is None or upper.last - upper.first < 2 or core.last - core.first > 1:
        return core
    scale = next((s for s in (1e9, 1e6, 1e3) if upper.value >= s and core.value < upper.value / s), 1.0)
    return replace(core, value=core.value * scale)


def _modifiers(lexed: Sequence[Word], first: int, words: FigureWords) -> tuple[int, frozenset[str]]:
    """Where the modifiers before word `first` begin, and the bounds they leave."""
    bounds: set[str] = set()
    while first:
        for length in range(min(LONGEST_MODIFIER, first), 0, -1):
            phrase = tuple(w.lower for w in lexed[first - length : first])
            bound = words.modifiers.get(phrase)
            if bound:
                bounds.add(bound)
                first -= length
                break
        else:
            break
    return first, frozenset(bounds)
