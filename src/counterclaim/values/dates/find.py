"""Finds the dates of a text and works each out; neighbours are joined to ranges."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from counterclaim.records import DatePrecision
from counterclaim.values.dates.anchor import Anchor
from counterclaim.values.dates.edtf import interval
from counterclaim.values.dates.resolve import Context, Resolved, resolve
from counterclaim.values.dates.words import DateWords

YEARS_BARE = range(1900, 2100)
"""Years that may stand without a word before them that calls for one."""


DEADLINES = frozenset({"until", "till", "as early as", "as soon as", "no later than"})
"""Words that lead to a day to come."""

_WORD = re.compile(r"(?<![\w$€£])[\w’'‘]{1,3}")

_LEAD = re.compile(
    r"\b(since|until|till|as early as|as soon as|no later than)\s{1,2}(?:on\s)?(?:early\s|late\s)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """A date in a text: offsets into it, end exclusive; `value` is EDTF or None, `basis` a sentence."""

    start: int
    end: int
    value: str | None
    precision: DatePrecision | None
    basis: str


@dataclass(frozen=True, slots=True)
class _Atom:
    start: int
    end: int
    rule: str
    groups: dict[str, str | None]


def find_dates(
    text: str,
    *,
    words: DateWords,
    anchor: str | None = None,
    ahead: Callable[[int], bool] = lambda at: False,
    year: int | None = None,
) -> tuple[FoundDate, ...]:
    """Find the dates of a text, in order; extents do not overlap.

    Relative dates are reckoned from `anchor` (EDTF; None keeps them without a value), into the past unless
    `ahead` says of an offset that its clause tells of the future. `year`: a fallback for days that state none
    when there is no anchor; a neighbouring date's year comes first.
    """
    atoms = [atom for match in _matches(text, words) if (atom := _atom(text, match, words))]
    context = Context(words=words, anchor=Anchor.of(anchor), year=year)
    found: list[FoundDate] = []
    at = 0
    while at < len(atoms):
        atom = atoms[at]
        joined = _joined(text, atom, atoms[at + 1], context, ahead) if at + 1 < len(atoms) else None
        if joined:
            found.append(joined)
            at += 2
            context = replace(context, previous=None)
            continue
        at += 1
        later = (
            _stated_year(atoms[at], context) if at < len(atoms) and atoms[at].start - atom.end < 40 else None
        )
        lead = _lead(text, atom.start)
        here = replace(
            context,
            ahead=lead in DEADLINES or ahead(atom.start),
            past=lead == "since",
            year=later or context.year,
        )
        resolved = _readable(resolve(atom.rule, atom.groups, here))
        if resolved is None:
            continue
        found.append(_bounded(text, atom, resolved))
        context = replace(
            context,
            year=resolved.year or context.year,
            previous=_one_day(resolved) or (context.previous if atom.rule == "anaphor" else None),
        )
    return tuple(found)


def _matches(text: str, words: DateWords) -> Iterator[re.Match[str]]:
    """Where the shapes of dates fit, none overlapping: tried only at words that can begin one."""
    done = 0
    for word in _WORD.finditer(text):
        start = word.start()
        if start >= done and (word[0][0] in "0123456789’'‘" or word[0].lower() in words.leads):
            match = words.scanner.match(text, start)
            if match:
                yield match
                done = match.end()


def _atom(text: str, match: re.Match[str], words: DateWords) -> _Atom | None:
    """The date of a match of the scanner, or None where its words mean something else here."""
    rule = match.lastgroup or ""
    start, end = match.span()
    parts = words.rules[rule].fullmatch(text, start, end)
    if parts is None:
        return None
    groups = parts.groupdict()
    if not _is_date(text, start, end, rule, groups, words):
        return None
    while text[end - 1] == "." and not _abbreviated(text, start, end, words):
        end -= 1
    return _Atom(start, end, rule, groups)


def _is_date(
    text: str, start: int, end: int, rule: str, groups: dict[str, str | None], words: DateWords
) -> bool:
    name = groups.get("m") or groups.get("wd") or ""
    if name and not name[0].isdigit() and not name[0].isupper():
        return False
    if rule == "weekday":
        return not _inside_name(text, start, end)
    if rule == "month":
        return _is_month(text, start, end, groups, words)
    if rule == "year":
        return _is_year(text, start, end, int(groups["y"] or 0), words)
    if rule == "slashes":
        return len(groups["y"] or "") == 4 or groups["sep"] == "/"
    if rule in ("mdy", "dmy") and not (groups.get("y") or groups.get("y2")):
        after = _word_after(text, end)
        return not (after in words.counted and (groups["m"] or "").lower() in words.doubtful_months)
    return True


def _inside_name(text: str, start: int, end: int) -> bool:
    """Whether the day is part of a name: "Black Friday", "Friday Mosque"."""
    before = re.search(
        r"\b(?:Black|Bloody|Good|Palm|Easter|Ash|Super|Cyber)\s$", text[max(0, start - 12) : start]
    )
    after = re.match(
        r"\s(?:Mosque|Market|Agreement|Times|Herald|Mail|Telegraph|Post)\b", text[end : end + 14]
    )
    return bool(before or after)


def _is_month(text: str, start: int, end: int, groups: dict[str, str | None], words: DateWords) -> bool:
    name = (groups["m"] or "").lower().rstrip(".")
    if len(name) <= 4 and name not in ("may", "june", "july"):
        return False
    if text[end : end + 1] == "-" or re.match(r"\s?\d", text[end : end + 2]):
        return False
    if groups["mod"]:
        return True
    before = _word_before(text, start)
    if name in words.doubtful_months:
        after = _word_after(text, end)
        return before in words.signals and not (
            name in ("may", "march") and after in ("be", "on", "to", "of", "have")
        )
    return True


def _is_year(text: str, start: int, end: int, year: int, words: DateWords) -> bool:
    if text[end : end + 1] in ("%", "°", "/") or text[end : end + 2] in ("-s", "ft", "km"):
        return False
    if re.match(r"-\w", text[end : end + 2]) and not re.match(r"-(?:\d|era\b)", text[end : end + 5]):
        return False
    if (
        text[max(0, start - 1) : start] in ("-", "/", ".", ",", "#", ":", "+")
        or _word_after(text, end) in words.counted
    ):
        return False
    before = _word_before(text, start)
    if before in words.not_before_year:
        return False
    if before in words.signals:
        return year in YEARS_BARE or before in ("in", "since", "from", "until", "by", "of")
    return year in YEARS_BARE and (year % 100 != 0 or year == 2000)


def _word_before(text: str, start: int) -> str:
    found = re.search(r"([A-Za-z$€£#]+)[\s(]{1,3}$", text[max(0, start - 24) : start])
    return found.group(1).lower() if found else ""


def _word_after(text: str, end: int) -> str:
    found = re.match(r"[\s-]{1,3}([A-Za-z%]+)", text[end : end + 24])
    return found.group(1).lower() if found else ""


def _abbreviated(text: str, start: int, end: int, words: DateWords) -> bool:
    """Whether the stop at the end belongs to a short form ("a.m.", "Dec.") rather than to the sentence."""
    last = re.search(r"([A-Za-z.]+)\.$", text[start:end])
    return bool(last and (last.group(1).lower() in words.short_months or "." in last.group(1)))


def _stated_year(atom: _Atom, context: Context) -> int | None:
    resolved = resolve(atom.rule, atom.groups, context) if atom.rule in ("mdy", "dmy", "my") else None
    return resolved.year if resolved else None


def _one_day(resolved: Resolved) -> date | None:
    return interval(resolved.value)[0] if resolved.value and resolved.precision == "day" else None


def _joined(
    text: str, first: _Atom, second: _Atom, context: Context, ahead: Callable[[int], bool]
) -> FoundDate | None:
    """One range of two dates: "between A and B", "from A to B", "A – B"."""
    gap = " ".join(text[first.end : second.start].split()).lower()
    lead = re.search(r"\b(between|from)\s{1,2}$", text[max(0, first.start - 9) : first.start], re.IGNORECASE)
    if gap in ("-", "–", "—"):
        start = first.start
    elif lead and (
        gap in ("and",) if lead.group(1).lower() == "between" else gap in ("to", "until", "till", "through")
    ):
        start = max(0, first.start - 9) + lead.start()
    else:
        return None
    b = resolve(second.rule, second.groups, replace(context, ahead=ahead(second.start)))
    if b is None or b.value is None:
        return None
    own = Context(words=context.words, year=b.year) if b.year else replace(context, ahead=ahead(first.start))
    a = resolve(first.rule, first.groups, own)
    if a is None or a.value is None or "/" in a.value or "/" in b.value:
        return None
    value = f"{a.value}/{b.value}"
    try:
        interval(value)
    except ValueError:
        return None
    basis = f"a range: {a.basis}; {b.basis}" if a.basis != b.basis else f"a range: {a.basis}"
    return FoundDate(start=start, end=second.end, value=value, precision="range", basis=basis)


def _readable(resolved: Resolved | None) -> Resolved | None:
    """The date, without its value where that falls outside the calendar."""
    if resolved is None or resolved.value is None:
        return resolved
    try:
        interval(resolved.value)
    except ValueError:
        return Resolved(None, None, "falls outside the calendar")
    return resolved


def _lead(text: str, start: int) -> str:
    """The words that lead to a date and tell its direction, lower-case, or ""."""
    found = _LEAD.search(text[max(0, start - 16) : start])
    return " ".join(found.group(1).lower().split()) if found else ""


def _bounded(text: str, atom: _Atom, resolved: Resolved) -> FoundDate:
    """The date, or the open interval that "since" makes of it."""
    start, value, basis = atom.start, resolved.value, resolved.basis
    lead = re.search(r"\bsince\s{1,2}(?:on\s)?$", text[max(0, start - 12) : start], re.IGNORECASE)
    if not value or not lead or "/" in value or "X" in value:
        return FoundDate(start=start, end=atom.end, value=value, precision=resolved.precision, basis=basis)
    start = max(0, start - 12) + lead.start()
    return FoundDate(
        start=start, end=atom.end, value=f"{value}/..", precision="range", basis=f"since then: {basis}"
    )
