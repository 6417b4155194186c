"""Dates as TimeML writes them (TIMEX3), so that values of two standards can be compared."""

import re
from datetime import date, timedelta

SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}
QUARTERS = {"33": "Q1", "34": "Q2", "35": "Q3", "36": "Q4", "40": "H1", "41": "H2"}
"""Sub-year groupings of EDTF (ISO 8601-2, 4.8) that TIMEX3 has letters for."""

_MONTHS = {
    ("01", "03"): "Q1", ("04", "06"): "Q2", ("07", "09"): "Q3", ("10", "12"): "Q4",
    ("01", "06"): "H1", ("07", "12"): "H2",
}  # fmt: skip
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def as_timex(value: str | None) -> str | None:
    """An EDTF value as TIMEX3 writes it; what is no EDTF (a duration, "PRESENT_REF") stays as it is.

    An open interval is named by its closed end, a week and a quarter by their own signs, and a range of days
    that is none of these keeps its two ends: TIMEX3 has no value for it.
    """
    if value is None:
        return None
    value = value.strip().rstrip("?~%")
    if "/" in value and not value.startswith("P"):
        return _range(*value.split("/", 1))
    if re.fullmatch(r"\d{3}X|\d{2}XX", value):
        return value.rstrip("X")
    found = re.fullmatch(r"(\d{4})-(\d\d)", value)
    if found:
        sign = SEASONS.get(found[2]) or QUARTERS.get(found[2])
        return f"{found[1]}-{sign}" if sign else value
    return re.sub(r"(T\d\d:\d\d):00$", r"\1", value)


def _range(first: str, last: str) -> str | None:
    if first in ("", ".."):
        return as_timex(last) if last not in ("", "..") else None
    if last in ("", ".."):
        return as_timex(first)
    if _DAY.fullmatch(first) and _DAY.fullmatch(last):
        monday, sunday = date.fromisoformat(first), date.fromisoformat(last)
        if sunday - monday == timedelta(days=6) and monday.weekday() in (0, 6):
            year, week, _ = (monday + timedelta(days=1)).isocalendar()
            return f"{year}-W{week:02}"
        if sunday - monday == timedelta(days=1) and monday.weekday() == 5:
            year, week, _ = monday.isocalendar()
            return f"{year}-W{week:02}-WE"
    months = re.fullmatch(r"(\d{4})-(\d\d)/\1-(\d\d)", f"{first}/{last}")
    if months and (months[2], months[3]) in _MONTHS:
        return f"{months[1]}-{_MONTHS[months[2], months[3]]}"
    return f"{first}/{last}"


def same_timex(wanted: str | None, found: str | None) -> bool:
    """Whether two values are the same, letter for letter but for ways to write one value.

    Seconds of nothing, a week's leading zero ("1998-W7") and a decade's last letter ("199X", "199").
    """
    if wanted is None or found is None:
        return wanted is found
    return _plain(wanted) == _plain(found)


def _plain(value: str) -> str:
    value = re.sub(r"(T\d\d:\d\d):00$", r"\1", value.strip().upper())
    value = re.sub(r"^(\d{4}-W)(\d)\b", r"\g<1>0\2", value)
    return re.sub(r"^(\d{3})X$", r"\1", value)
