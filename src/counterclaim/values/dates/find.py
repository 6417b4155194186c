"""Finds the dates of a text and works each out; neighbours are joined to ranges and to times of a day."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from counterclaim.records import DateKind, DatePrecision
from counterclaim.values.dates.anchor import Anchor
from counterclaim.values.dates.check import is_date
from counterclaim.values.dates.context import Context, Resolved
from counterclaim.values.dates.edtf import interval
from counterclaim.values.dates.join import Atom, joined
from counterclaim.values.dates.quarters import quarter_named
from counterclaim.values.dates.resolve import resolve
from counterclaim.values.dates.timeml import part_of_day, timeml_of
from counterclaim.values.dates.words import DateWords
from counterclaim.values.lower_case import lowered

DEADLINES = frozenset({"until", "till", "as early as", "as soon as", "no later than"})
"""Words that lead to a day to come."""

REACH = 7
"""So many words on from where a shape begins stands one that names a unit, a month, a day or a number."""

_WORD = re.compile(r"(?<![\w$€£])[\w’'‘]{1,3}")

_LEAD = re.compile(
    r"\b(since|until|till|as early as|as soon as|no later than)\s{1,2}(?:on\s)?(?:early\s|late\s)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """A date in a text: offsets into it, end exclusive; `value` is EDTF or None, `basis` a sentence.

    `kind` and `timeml` are those of `records.DateMention`.
    """

    start: int
    end: int
    value: str | None
    precision: DatePrecision | None
    basis: str
    kind: DateKind = "date"
    timeml: str | None = None


def find_dates(
    text: str,
    *,
    words: DateWords,
    anchor: str | None = None,
    ahead: Callable[[int], bool] = lambda at: False,
    year: int | None = None,
    quarter: tuple[int, int] | None = None,
    named: str | None = None,
) -> tuple[FoundDate, ...]:
    """Find the dates, times of day, lengths of time and sets of a text, in order; extents do not overlap.

    Relative dates are reckoned from `anchor` (EDTF; None keeps them without a value), into the past unless
    `ahead` says of an offset that its clause tells of the future. `year`: a fallback for days that state none
    when there is no anchor; a neighbouring date's year comes first. `quarter`: year and number of the quarter
    that the text before named last; `named`: the EDTF value it named last, for "that year".
    """
    atoms = [atom for match in _matches(text, words) if (atom := _atom(text, match, words))]
    context = Context(words=words, anchor=Anchor.of(anchor), year=year, quarter=quarter, named=named)
    found: list[FoundDate] = []
    at = 0
    while at < len(atoms):
        atom = atoms[at]
        after = atoms[at + 1] if at + 1 < len(atoms) else None
        later = _stated_year(after, context) if after and after.start - atom.end < 40 else None
        lead = _lead(text, atom.start)
        here = replace(
            context,
            ahead=lead in DEADLINES or ahead(atom.start),
            past=lead == "since",
            year=later or context.year,
        )
        both = joined(text, atom, after, here, ahead) if after else None
        at += 2 if both else 1
        if both:
            start, end = both[:2]
            resolved: Resolved | None = both[2]
        else:
            start, end = _extent(text, atom)
            resolved = _readable(resolve(atom.rule, atom.groups, here))
        if resolved is None:
            continue
        found.append(_bounded(text, start, end, resolved))
        context = replace(
            context,
            year=resolved.year or context.year,
            previous=_named_day(resolved) or (context.previous if _keeps_day(atom.rule, resolved) else None),
            named=resolved.value.split("/")[0] if resolved.value else context.named,
            quarter=quarter_named(text[start:end], resolved.timeml) or context.quarter,
        )
    return tuple(found)


def _matches(text: str, words: DateWords) -> Iterator[re.Match[str]]:
    """Where the shapes of dates fit, none overlapping: tried only at words that can begin one."""
    leads, cores, match_at = words.leads, words.cores, words.scanner.match
    lower = lowered(text)
    waiting: list[tuple[int, int]] = []
    done = 0
    for number, word in enumerate(_WORD.finditer(lower)):
        key = word[0]
        digits = key[0] in "0123456789’'‘"
        if digits or key in leads:
            waiting.append((number, word.start()))
        if digits or key in cores:
            for ahead, start in waiting:
                match = match_at(lower, start) if start >= done and number - ahead <= REACH else None
                if match:
                    yield match
                    done = match.end()
            waiting.clear()


def _atom(text: str, match: re.Match[str], words: DateWords) -> Atom | None:
    """The date of a match of the scanner, or None where its words mean something else here."""
    rule = match.lastgroup or ""
    start, end = match.span()
    parts = words.rules[rule].fullmatch(text, start, end)
    if parts is None:
        return None
    groups = parts.groupdict()
    if not is_date(text, start, end, rule, groups, words):
        return None
    while text[end - 1] == "." and not _abbreviated(text, start, end, words):
        end -= 1
    return Atom(start, end, rule, groups)


def _abbreviated(text: str, start: int, end: int, words: DateWords) -> bool:
    """Whether the stop at the end belongs to a short form ("a.m.", "Dec.") rather than to the sentence."""
    last = re.search(r"([A-Za-z.]+)\.$", text[start:end])
    return bool(last and (last.group(1).lower() in words.short_months or "." in last.group(1)))


def _extent(text: str, atom: Atom) -> tuple[int, int]:
    """A date's own words; "three days after", with no date behind it, tells of three days."""
    if atom.rule != "offset" or not (atom.groups["n"] or atom.groups["eve"]):
        return atom.start, atom.end
    words = re.sub(r"\s+\w+$", "", text[atom.start : atom.end])
    start = atom.start + (3 if words[:3].lower() == "on " else 0)
    return start, atom.start + len(words)


def _stated_year(atom: Atom, context: Context) -> int | None:
    resolved = resolve(atom.rule, atom.groups, context) if atom.rule in ("mdy", "dmy", "my") else None
    return resolved.year if resolved else None


def _named_day(resolved: Resolved) -> date | None:
    """The day that serves "the next day" after it."""
    if resolved.value is None or resolved.precision not in ("day", "time"):
        return None
    return interval(resolved.value)[0]


def _keeps_day(rule: str, resolved: Resolved) -> bool:
    return rule == "anaphor" or resolved.kind in ("duration", "set", "reference", "time")


def _readable(resolved: Resolved | None) -> Resolved | None:
    """The date, without its value where that falls outside the calendar."""
    if resolved is None or resolved.value is None:
        return resolved
    try:
        interval(resolved.value)
    except ValueError:
        return Resolved(None, None, "falls outside the calendar", kind=resolved.kind)
    return resolved


def _lead(text: str, start: int) -> str:
    """The words that lead to a date and tell its direction, lower-case, or ""."""
    found = _LEAD.search(text[max(0, start - 16) : start])
    return " ".join(found.group(1).lower().split()) if found else ""


def _bounded(text: str, start: int, end: int, resolved: Resolved) -> FoundDate:
    """The date, or the open interval that "since" makes of it; a part of the day that it names is kept."""
    value, basis, kind = resolved.value, resolved.basis, resolved.kind
    timeml = resolved.timeml or (timeml_of(value, resolved.precision) if value else None)
    part = (
        part_of_day(text[start:end]) if resolved.precision == "day" and timeml and len(timeml) == 10 else None
    )
    if part:
        kind, timeml = "time", f"{timeml}{part}"
    lead = re.search(r"\bsince\s{1,2}(?:on\s)?$", text[max(0, start - 12) : start], re.IGNORECASE)
    if not value or not lead or "/" in value or "X" in value:
        return FoundDate(
            start=start,
            end=end,
            value=value,
            precision=resolved.precision,
            basis=basis,
            kind=kind,
            timeml=timeml,
        )
    return FoundDate(
        start=max(0, start - 12) + lead.start(), end=end, value=f"{value}/..", precision="range",
        basis=f"since then: {basis}", kind=kind, timeml=timeml,
    )  # fmt: skip
