"""Full dates as newspapers print them: with day and year."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month{n}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?P<weekday{n}>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_YEAR = r"(?P<year{n}>(?:19|20)\d\d)(?!\d)"


def _form(n: int, pattern: str) -> str:
    return pattern.replace("{n}", str(n))


_FULL = re.compile(
    r"(?<![\w/.-])(?:"
    + "|".join(
        (
            _form(
                1, _WEEKDAY + r"(?P<day1>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?\s+" + _MONTH + r",?\s*" + _YEAR
            ),
            _form(2, _WEEKDAY + _MONTH + r"\s*(?P<day2>\d{1,2})(?:st|nd|rd|th)?,?\s*" + _YEAR),
            _form(3, _YEAR + r"-(?P<month3>\d\d)-(?P<day3>\d\d)"),
            _form(4, r"(?P<day4>\d{1,2})[.-](?P<month4>\d{1,2})[.-]" + _YEAR),
        )
    )
    + r")(?!\w)",
    re.IGNORECASE,
)
_ISO = re.compile(r"^\s*(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:[T ].*)?\s*$")
_COMPACT = re.compile(r"^\s*((?:19|20)\d\d)(\d\d)(\d\d)(?:[T ]?\d{4,6}.*)?\s*$")
_SLASHED = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)((?:19|20)\d\d)[/.](\d{1,2})[/.](\d{1,2})(?!\d)")
_MONTH_YEAR = re.compile(_form(1, _MONTH + r",?\s+" + _YEAR), re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedDate:
    """A full date and where it stands; `with_weekday`: the weekday is printed beside it and agrees."""

    start: int
    end: int
    value: date
    with_weekday: bool


def printed_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[PrintedDate]:
    """The full dates between two offsets of a text, in order; impossible ones are passed over."""
    for found in _FULL.finditer(text, start, len(text) if end is None else end):
        form = next(n for n in "1234" if found[f"year{n}"] is not None)
        month = found[f"month{form}"]
        value = make_date(int(found[f"year{form}"]), _month(month), int(found[f"day{form}"]))
        if value is None:
            continue
        weekday = found[f"weekday{form}"] if form in "12" else None
        agrees = weekday is not None and weekday[:3].lower() == value.strftime("%a").lower()
        yield PrintedDate(start=found.start(), end=found.end(), value=value, with_weekday=agrees)


def make_date(year: int, month: int, day: int) -> date | None:
    """A date, or None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_date(given: str) -> tuple[str, str] | None:
    """An EDTF value for a date given in metadata, with a remark ("" or why it is imprecise); None if none.

    Day, month or year precision is kept as given. "04/05/2016" may be April or May, so it is a year.
    """
    if (iso := _ISO.match(given) or _COMPACT.match(given)) is not None:
        return _edtf(iso[1], iso[2], iso[3])
    for found in printed_dates(given):
        return found.value.isoformat(), ""
    if (found_first := _YEAR_FIRST.search(given)) is not None:
        return _edtf(found_first[1], found_first[2].zfill(2), found_first[3].zfill(2))
    if (slashed := _SLASHED.search(given)) is not None:
        return _slashed(int(slashed[1]), int(slashed[2]), int(slashed[3]))
    if (month_year := _MONTH_YEAR.search(given)) is not None:
        return f"{month_year['year1']}-{_month(month_year['month1']):02d}", ""
    if given.strip().isdigit() and len(given.strip()) in (10, 13):
        days = int(given.strip()[:10]) // 86_400
        return (date(1970, 1, 1) + timedelta(days=days)).isoformat(), ""
    return None


def _slashed(first: int, second: int, year: int) -> tuple[str, str] | None:
    either = {make_date(year, first, second), make_date(year, second, first)} - {None}
    if len(either) > 1:
        return str(year), "day and month cannot be told apart"
    return next((value.isoformat(), "") for value in either if value is not None) if either else None


def _edtf(year: str, month: str | None, day: str | None) -> tuple[str, str] | None:
    if month is None:
        return year, ""
    if make_date(int(year), int(month), int(day or 1)) is None:
        return None
    return (f"{year}-{month}-{day}" if day else f"{year}-{month}"), ""


def _month(written: str) -> int:
    return int(written) if written.isdigit() else _MONTHS.index(written[:3].lower()) + 1
