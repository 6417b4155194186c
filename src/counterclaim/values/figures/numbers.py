"""Finds number expressions in text, with what their words say of bounds."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from counterclaim.values.figures.cores import Core, core_at, exact_at
from counterclaim.values.figures.lexing import Word, digits, lex
from counterclaim.values.figures.lexing import phrase as phrase_at
from counterclaim.values.figures.words import FigureWords

YEARS = (1800, 2099)
"""A bare number of four digits in this range is a year, unless a modifier or a noun stands beside it."""

LARGEST_NAME = 10_000
"""A number from here on counts, even after "Camp" or "District"."""

LONGEST_MODIFIER = 4

LONGEST_STREET = 4
"""Words of a street's name, as in "16 North Mill Pond Road"."""

HYPHENS = frozenset("-\u2010\u2011\u2012\u2013")
"""Hyphens and dashes that join a number to the word after it: "2-year-old"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundNumber:
    """A number expression: `start`, `end` hold it with its modifiers, `core` the number alone.

    Bounds are None where the words leave them open. `unit` is "percent", "share", a currency's code or a
    measure, or None for a count. `vague` is the vague word; `rule` names what made a best number of it.
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

    Dates, years, ages, times, durations, distances, ordinals and numbers in names are left out. `rule` is the
    named rule ("acled", "airwars") by which a vague word gets a best number, or "none". Offsets are in
    `text`.
    """
    found: list[FoundNumber] = []
    lexed = lex(text, start, len(text) if end is None else end)
    i = 0
    while i < len(lexed):
        lower = lexed[i].lower
        core = core_at(lexed, i, words) if lower in words.openings or lower[0].isdigit() else None
        if core is None:
            i += 1
            continue
        number, i = _expression(text, lexed, core, words, rule)
        if number is not None and (not found or found[-1].end <= number.start):
            found.append(number)
    return tuple(found)


def _expression(
    text: str, lexed: Sequence[Word], core: Core, words: FigureWords, rule: str
) -> tuple[FoundNumber | None, int]:
    """The expression around a core, and the word after it; None where the number is no figure."""
    first, bounds = _modifiers(lexed, core.first, words)
    between = first > 0 and lexed[first - 1].lower == "between"
    upper = _upper_end(lexed, core, words, joined_by=_joints(lexed, first))
    if upper is not None:
        core = _scaled(core, upper)
        upper = upper if upper.value > core.value else None
    last = upper.last if upper else core.last
    if _part_of_name(text, lexed, core, last, words):
        return None, last
    unit, with_unit, with_currency = _unit(lexed, core, first, last, words)
    if unit is None and not bounds and upper is None and _is_time(text, lexed, core, last, words):
        return None, last
    if _measured(lexed, last, unit, words):
        return None, last + 1
    begin = first - 1 if between and upper else first
    number = FoundNumber(
        start=lexed[min(begin, with_currency)].start,
        end=lexed[with_unit - 1].end,
        core=(lexed[core.first].start, lexed[core.last - 1].end),
        low=core.value, high=core.value, best=core.value,
        unit="share" if core.share else unit,
    )  # fmt: skip
    if core.vague is not None:
        known = words.vague[core.vague].rules
        return _bounded(
            replace(
                number,
                high=None,
                best=known.get(rule),
                vague=core.vague,
                rule=rule if rule in known else None,
            ),
            bounds & {"high"},
        ), with_unit
    if upper is not None:
        return replace(number, high=upper.value, best=None), with_unit
    if bounds == {"low"} and unit is None:
        top = _top_beside(lexed, with_unit, words)
        if top is not None and top.value > core.value:
            end = lexed[top.last - 1].end
            return replace(number, end=end, high=top.value, best=None), top.last
    after = _bound_after(lexed, with_unit)
    if after:
        number = replace(number, end=lexed[with_unit + len(after[0].split()) - 1].end)
        bounds = bounds | {after[1]}
    return _bounded(number, bounds), with_unit


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
    for phrase, bound in (
        ("or more", "low"),
        ("or so", "best"),
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
    return frozenset({"or", "-", "–", "—"} if before == "from" else {"to", "or", "-", "–", "—"})


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


def _unit(
    lexed: Sequence[Word], core: Core, first: int, last: int, words: FigureWords
) -> tuple[str | None, int, int]:
    """The unit, the word after it, and the first word with a currency sign."""
    if first and lexed[first - 1].lower in words.currencies and not lexed[first - 1].lower.isalpha():
        return words.currencies[lexed[first - 1].lower], last, first - 1
    before = lexed[core.first - 1].lower if core.first else ""
    if before in words.currencies and not before.isalpha():
        return words.currencies[before], last, first
    for length in (2, 1):
        phrase = phrase_at(lexed, last, length) if last + length <= len(lexed) else ""
        if phrase in words.measures:
            return words.measures[phrase], last + length, first
        if phrase in words.currencies and phrase.isalpha():
            return words.currencies[phrase], last + length, first
    return None, last, first


def _measured(lexed: Sequence[Word], last: int, unit: str | None, words: FigureWords) -> bool:
    """Whether a unit of time, distance, weight or age follows: "five years", "20 more days"."""
    if unit is not None or last >= len(lexed):
        return False
    after = lexed[last].lower
    if after in words.durations:
        return after not in {"points", "point", "times"} or True
    if after in HYPHENS and lexed[last].glued and last + 1 < len(lexed) and lexed[last + 1].glued:
        return True
    following = phrase_at(lexed, last + 1, 1)
    return after in {
        "more",
        "other",
        "consecutive",
        "full",
        "straight",
        "square",
        "cubic",
        "nautical",
        "long",
        "whole",
    } and (following in words.durations)


def _is_time(text: str, lexed: Sequence[Word], core: Core, last: int, words: FigureWords) -> bool:
    """Whether the number is a year, a day of a month, an hour or an age."""
    back = core.first - 2 if core.first > 1 and lexed[core.first - 1].lower == "." else core.first - 1
    before = lexed[back].lower.rstrip(".") if back >= 0 else ""
    earlier = lexed[back - 1].lower if back > 0 else ""
    after = phrase_at(lexed, last, 1).rstrip(".")
    if after in words.clock or (before == "of" and earlier in {"age", "ages"}):
        return True
    one_word = core.last - core.first == 1 and core.digits
    if not one_word:
        return before in {"aged", "age"}
    word = lexed[core.first].lower
    if before in words.months and core.value <= 31:
        return True
    if before in {"may"} and core.value <= 31 and after not in {"people", "civilians"}:
        return True
    if core.value <= 31 and (
        after in words.months or (after == "may" and phrase_at(lexed, last + 1, 1)[:2] in {"20", "19"})
    ):
        return True
    if len(word) == 4 and YEARS[0] <= core.value <= YEARS[1]:
        if (
            before
            in {
                "in",
                "since",
                "of",
                "until",
                "till",
                "from",
                "by",
                "during",
                "early",
                "late",
                "mid",
                "before",
                "after",
                "year",
                "spring",
                "summer",
                "autumn",
                "winter",
                "fall",
                "-",
                "and",
                "to",
                ",",
                "the",
                "(",
            }
            | words.months
        ):
            return True
        if digits(before) is not None and earlier in words.months:
            return True
        return not after.isalpha() or after in {
            "and",
            "the",
            "in",
            "by",
            "that",
            "when",
            "after",
            "to",
            "as",
            "was",
            "is",
            "on",
            "at",
            "a",
            "it",
            "but",
            "which",
            "with",
            "for",
            "he",
            "they",
            "she",
            "said",
        }
    aged = before in {"aged", "age"}
    named = back > 0 and earlier.isalpha() and text[lexed[back - 1].start].isupper()
    closed = after in {",", ")", ";"} or (
        named and after in {"", ".", "and", "of", "from", "was", "were", "is"}
    )
    return aged or (before in {",", "("} and closed and 0 < core.value < 100 and earlier[:1].isalpha())


def _is_address(text: str, lexed: Sequence[Word], core: Core, last: int, words: FigureWords) -> bool:
    """Whether the number is of a house or a call: "4224 Marsh Road", "the 300 block of", "called 112"."""
    if lexed[core.first].lower in words.called and core.first:
        return lexed[core.first - 1].lower.startswith(("call", "dial", "ring", "phon"))
    if phrase_at(lexed, last, 2) in {"block of", "block on"}:
        return True
    for i in range(last, min(last + LONGEST_STREET, len(lexed))):
        if not (text[lexed[i].start].isupper() or text[lexed[i].start].isdigit()):
            return False
        if i > last and lexed[i].lower in words.streets:
            return True
    return False


def _part_of_name(text: str, lexed: Sequence[Word], core: Core, last: int, words: FigureWords) -> bool:
    """Whether the number is part of a name, an ordinal or an address ("T-72", "Resolution 2254")."""
    word = lexed[core.first]
    before = lexed[core.first - 1] if core.first else None
    if core.digits and _is_address(text, lexed, core, last, words):
        return True
    if core.digits:
        if (
            before
            and word.glued
            and (before.lower[-1:].isalnum() or before.lower in {"_", "#", "@", "/", ":"})
        ):
            return True
        if before and word.glued and before.lower in {"-", "–"} and before.glued and core.first > 1:
            return True
        if (
            last < len(lexed)
            and lexed[last].glued
            and (lexed[last].lower[:1].isalpha() or lexed[last].lower in {"/", ":", "_"})
        ):
            return lexed[last].lower not in words.measures and lexed[last].lower not in words.currencies
        if before and before.lower == "." and core.first > 1 and lexed[core.first - 2].lower in {"no", "nos"}:
            return True
        if before and before.lower in words.designators:
            name = text[before.start].isupper() or before.lower in {"age", "aged", "page", "resolution"}
            return name and core.value < LARGEST_NAME
        if len(word.lower) > 1 and word.lower.startswith("0") and "." not in word.lower:
            return True
    elif before and before.lower in {"-", "–"} and word.glued and core.first > 1 and before.glued:
        return True
    return False
