"""TimeML's values of dates (ISO 8601 with TimeML's letters), in which the field's corpora are annotated."""

import re
from datetime import date

from counterclaim.records import DatePrecision

SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}

PARTS = {
    "dawn": "TMO", "daybreak": "TMO", "sunrise": "TMO", "morning": "TMO", "mid-morning": "TMO",
    "midday": "TMI", "noon": "T12:00", "midnight": "T24:00", "afternoon": "TAF", "evening": "TEV",
    "dusk": "TEV", "sunset": "TEV", "nightfall": "TEV", "night": "TNI", "overnight": "TNI", "tonight": "TNI",
}  # fmt: skip
"""Parts of the day in TimeML; it has no letter of its own for dawn and dusk."""

_PART = re.compile(r"\b(?:" + "|".join(sorted(PARTS, key=len, reverse=True)) + r")\b", re.IGNORECASE)


def timeml_of(value: str, precision: DatePrecision | None) -> str | None:
    """The TimeML value of an EDTF value; of a range that of its first end."""
    if "/" in value:
        first, _, last = value.partition("/")
        if precision not in ("week", "range") or len(first) != 10 or len(last) != 10:
            return timeml_of(first, None)
        begins, days = date.fromisoformat(first), (date.fromisoformat(last) - date.fromisoformat(first)).days
        year, week, _ = begins.isocalendar()
        if days == 6 and begins.weekday() == 0:
            return f"{year}-W{week:02d}"
        return f"{year}-W{week:02d}-WE" if days == 1 and begins.weekday() == 5 else first
    if value[-3:-2] == "-" and len(value) == 7 and value[-2:] in SEASONS:
        return f"{value[:5]}{SEASONS[value[-2:]]}"
    return value.rstrip("X")


def part_of_day(text: str) -> str | None:
    """TimeML's ending for the part of a day that some words name, or None."""
    found = _PART.search(text)
    return PARTS[found[0].lower()] if found else None
