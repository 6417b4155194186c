"""What relative dates are reckoned from, and plain calendar arithmetic."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

_ANCHOR = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T.*)?)?)?[?~%]?")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A published date as far as it is known. `day` is None unless year, month and day are."""

    year: int | None = None
    month: int | None = None
    day: date | None = None

    @classmethod
    def of(cls, value: str | None) -> "Anchor":
        """Read an EDTF date; what is no plain year, month or day is no anchor."""
        found = _ANCHOR.fullmatch(value) if value else None
        if not found:
            return cls()
        year, month, day = (int(g) if g else None for g in found.groups())
        if year is None or not 1000 <= year <= 9000 or (month is not None and not 1 <= month <= 12):
            return cls()
        if month is None or day is None:
            return cls(year, month)
        try:
            return cls(year, month, date(year, month, day))
        except ValueError:
            return cls(year, month)


def shifted(day: date, *, days: int) -> date | None:
    """The day so many days on, or None outside the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def month_on(year: int, month: int, months: int) -> str:
    """The EDTF month so many months on."""
    total = year * 12 + month - 1 + months
    return f"{total // 12:04d}-{total % 12 + 1:02d}"


def week_of(day: date) -> str:
    """The EDTF interval from Monday to Sunday that holds the day."""
    monday = day - timedelta(days=day.weekday())
    return f"{monday}/{monday + timedelta(days=6)}"


def valid_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None
