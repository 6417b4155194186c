"""EDTF dates of levels 0 and 1: the days they cover, and the field's codes.

Forms that the grammar writes: `2016`, `2016-12`, `2016-12-14`, `198X`, `18XX`, `2016-21` (a season, 21 spring
to 24 winter), `a/b`, `a/..`, `../b`. A day may carry a time (`2016-12-14T06:30`), which is left aside, and
any date a mark of doubt (`?`, `~`, `%`).
"""

import re
from calendar import monthrange
from datetime import date

_FORM = re.compile(r"(\d{2}XX|\d{3}X|\d{4})(?:-(\d\d)(?:-(\d\d)(?:T\S*)?)?)?[?~%]?")
_SEASONS = {21: (3, 6), 22: (6, 9), 23: (9, 12), 24: (1, 14)}
"""First and last month of a season, a month's leeway at the end; a winter may begin or end the year."""


def interval(value: str) -> tuple[date, date]:
    """First and last day that an EDTF value covers; an open end is the first or last day there is.

    Raises ValueError for a form that is none of those above, or a day that no calendar has.
    """
    if "/" in value:
        first, _, last = value.partition("/")
        begin = date.min if first in ("", "..") else interval(first)[0]
        finish = date.max if last in ("", "..") else interval(last)[1]
        if begin > finish:
            raise ValueError(f"not an interval: {value!r} ends before it begins")
        return begin, finish
    found = _FORM.fullmatch(value)
    if not found:
        raise ValueError(f"not an EDTF date that is read here: {value!r}")
    digits, month_text, day_text = found.groups()
    if month_text is None:
        return date(int(digits.replace("X", "0")), 1, 1), date(int(digits.replace("X", "9")), 12, 31)
    year, month = int(digits), int(month_text)
    if month in _SEASONS and day_text is None:
        opens, closes = _SEASONS[month]
        return date(year, opens, 1), _last_day(year + (closes - 1) // 12, (closes - 1) % 12 + 1)
    if day_text is None:
        return date(year, month, 1), _last_day(year, month)
    day = date(year, month, int(day_text))
    return day, day


def ucdp_precision(value: str) -> int:
    """UCDP GED's `date_prec`: 1 a day, 2 two to six days, 3 a week, 4 up to a month, 5 longer."""
    days = _days(value)
    return 1 if days == 1 else 2 if days < 7 else 3 if days == 7 else 4 if days <= 31 else 5


def acled_precision(value: str) -> int:
    """ACLED's `time_precision`: 1 a day, 2 within a week, 3 a month or longer."""
    days = _days(value)
    return 1 if days == 1 else 2 if days <= 7 else 3


def _days(value: str) -> int:
    first, last = interval(value)
    return (last - first).days + 1


def _last_day(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
