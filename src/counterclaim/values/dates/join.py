"""Two dates side by side that are one: a range, a time with its day, a date reckoned from the next."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from counterclaim.records import DatePrecision
from counterclaim.values.dates.clock import time_of_day
from counterclaim.values.dates.context import Context, Resolved
from counterclaim.values.dates.edtf import interval
from counterclaim.values.dates.resolve import offset_from, resolve
from counterclaim.values.dates.timeml import part_of_day

DAY_GAPS = frozenset({"", "on", ",", ", on", "of", "on the", "the"})
"""Between a time and the day after it: "3 a.m. on Tuesday", "the night of March 3"."""

TIME_GAPS = frozenset(
    {"", ",", "at", ", at", "at about", "at around", "around", "about", "just before", "shortly after"}
    | {"shortly before", "just after", "at exactly", "before", "after", "by"}
)
"""Between a day and the time after it."""


@dataclass(frozen=True, slots=True)
class Atom:
    """Where the shape of one date fits a text: its rule and what its groups hold."""

    start: int
    end: int
    rule: str
    groups: dict[str, str | None]


Joined = tuple[int, int, Resolved]


def joined(
    text: str, first: Atom, second: Atom, context: Context, ahead: Callable[[int], bool]
) -> Joined | None:
    """The extent and value of two neighbours that make one date, or None."""
    if second.start - first.end > 24:
        return None
    gap = " ".join(text[first.end : second.start].split()).lower()
    if first.rule == "offset":
        return _offset(first, second, context, ahead) if gap in ("", "the", "on") else None
    if second.rule == "clock" or first.rule in ("clock", "daypart"):
        told = _timed(first, second, gap, context, ahead)
        if told:
            return told
    return _range(text, first, second, gap, context, ahead)


def _offset(first: Atom, second: Atom, context: Context, ahead: Callable[[int], bool]) -> Joined | None:
    other = resolve(second.rule, second.groups, replace(context, ahead=ahead(second.start)))
    moved = offset_from(first.groups, other, context) if other and other.value else None
    return (first.start, second.end, moved) if moved else None


def _timed(
    first: Atom, second: Atom, gap: str, context: Context, ahead: Callable[[int], bool]
) -> Joined | None:
    """A time of day with the day beside it."""
    time, other = (first, second) if first.rule in ("clock", "daypart") else (second, first)
    if gap not in (DAY_GAPS if time is first else TIME_GAPS) or other.rule in ("clock", "daypart"):
        return None
    told = resolve(other.rule, other.groups, replace(context, ahead=context.ahead or ahead(other.start)))
    if told is None or told.value is None or told.precision != "day":
        return None
    ending = (
        time_of_day(time.groups)
        if time.rule == "clock"
        else part_of_day(time.groups["p"] or time.groups["p2"] or "")
    )
    if ending is None:
        return None
    precision: DatePrecision = "time" if ending[1:2].isdigit() else "day"
    timed = told._replace(precision=precision, timeml=f"{told.value[:10]}{ending}", kind="time")
    return first.start, second.end, timed


def _range(
    text: str, first: Atom, second: Atom, gap: str, context: Context, ahead: Callable[[int], bool]
) -> Joined | None:
    """One range of two dates: "between A and B", "from A to B", "A – B"."""
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
    return start, second.end, Resolved(value, "range", basis)
