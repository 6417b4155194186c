"""From the parts of a date to its EDTF value, with the sentence that says how."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from counterclaim.records import DatePrecision
from counterclaim.values.dates.anchor import Anchor, month_on, shifted, valid_day, week_of
from counterclaim.values.dates.words import DateWords

FUTURE_COSTS = 2.5
"""How much dearer a day ahead is than one back, when a month and day have no year. Set on TimeBank."""

ONLY_BACK = 1000.0
"""The same after "since", which looks back."""

Groups = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Context:
    """What a date is reckoned from.

    `ahead`: its clause tells of the future; `past`: its words look back ("since"). `year`: that of a date
    beside it, for want of an anchor. `previous`: the last day named before it, for "the next day".
    """

    words: DateWords
    anchor: Anchor = field(default_factory=Anchor)
    ahead: bool = False
    past: bool = False
    year: int | None = None
    previous: date | None = None


class Resolved(NamedTuple):
    """An EDTF value, or None; `year` is the year where the words themselves give it."""

    value: str | None
    precision: DatePrecision | None
    basis: str
    year: int | None = None


NO_ANCHOR = "needs the published date, which is not known"


def resolve(rule: str, groups: Groups, context: Context) -> Resolved | None:
    """Work out one date; None where the parts make no date of any calendar."""
    return _RESOLVERS[rule](groups, context)


def _iso(g: Groups, _: Context) -> Resolved | None:
    return _stated_day(int(g["y"] or 0), int(g["m"] or 0), int(g["d"] or 0))


def _slashes(g: Groups, c: Context) -> Resolved | None:
    a, b, year = int(g["a"] or 0), int(g["b"] or 0), _long_year(g["y"] or "")
    readings = [valid_day(year, b, a) if b <= 12 else None, valid_day(year, a, b) if a <= 12 else None]
    days = sorted({d for d in readings if d})
    if not days:
        return None
    if len(days) == 1:
        return Resolved(days[0].isoformat(), "day", "a day, month and year as stated", year)
    if c.anchor.day:
        past = [d for d in days if d <= c.anchor.day]
        near = [d for d in past if (c.anchor.day - d).days <= 31]
        if len(near) == 1 or len(past) == 1:
            only = (near if len(near) == 1 else past)[0]
            why = f"day and month could change places; {only} suits the published date {c.anchor.day}"
            return Resolved(only.isoformat(), "day", why, year)
    why = f"{days[0]} or {days[1]}: the words do not say which number is the month"
    return Resolved(str(year), "year", why, year)


def _calendar_day(g: Groups, c: Context) -> Resolved | None:
    month, day = _month(g, c), int(g["d"] or 0)
    stated = g.get("y") or g.get("y2")
    if stated:
        return _stated_day(int(stated), month, day)
    year, why = _year_for(month, day, c)
    if year is None:
        return Resolved(None, None, why) if valid_day(2000, month, day) else None
    found = valid_day(year, month, day)
    return Resolved(found.isoformat(), "day", why) if found else None


def _day_range(g: Groups, c: Context) -> Resolved | None:
    month, d, d2 = _month(g, c), int(g["d"] or 0), int(g["d2"] or 0)
    stated = g.get("y") or g.get("y2")
    year, why = (int(stated), "days, month and year as stated") if stated else _year_for(month, d, c)
    if year is None:
        return Resolved(None, None, why)
    first, last = valid_day(year, month, d), valid_day(year, month, d2)
    if not first or not last or first >= last:
        return None
    return Resolved(f"{first}/{last}", "range", why, int(stated) if stated else None)


def _holiday(g: Groups, c: Context) -> Resolved | None:
    known = c.words.holidays.get(_plain(g["h"]))
    if known is None:
        return Resolved(None, None, "a holiday that does not fall on one day everywhere")
    if g["y"]:
        return _stated_day(int(g["y"]), *known)
    year, why = _year_for(*known, c)
    return Resolved(f"{date(year, *known)}" if year else None, "day" if year else None, why)


def _month_year(g: Groups, c: Context) -> Resolved | None:
    year = int(g["y"] or 0)
    return Resolved(f"{year:04d}-{_month(g, c):02d}", "month", "month and year as stated", year)


def _season_year(g: Groups, c: Context) -> Resolved | None:
    year = int(g["y"] or 0)
    value = f"{year}-{c.words.seasons[_plain(g['s'])]}"
    return Resolved(value, "season", "season and year as stated", year)


def _relative_season(g: Groups, c: Context) -> Resolved | None:
    code, which = c.words.seasons[_plain(g["s"])], _plain(g["w"])
    if c.anchor.year is None or c.anchor.month is None:
        return Resolved(None, None, f"“{which}” {NO_ANCHOR}")
    year, begins = c.anchor.year, {21: 3, 22: 6, 23: 9, 24: 12}[code]
    if "last" in which or "previous" in which:
        year -= begins + 2 >= c.anchor.month
    elif which in ("next", "the following"):
        year += begins <= c.anchor.month
    return Resolved(f"{year}-{code}", "season", f"{which} season of that name, seen from {_shown(c)}")


def _month_of_relative_year(g: Groups, c: Context) -> Resolved | None:
    if c.anchor.year is None:
        return Resolved(None, None, f"“{g['w']} year” {NO_ANCHOR}")
    year = c.anchor.year + {"last": -1, "this": 0, "next": 1}[_plain(g["w"])]
    return Resolved(f"{year}-{_month(g, c):02d}", "month", f"{_plain(g['w'])} year, seen from {_shown(c)}")


def _relative_month(g: Groups, c: Context) -> Resolved | None:
    month, which = _month(g, c), _plain(g["w"])
    if c.anchor.year is None or c.anchor.month is None:
        return Resolved(None, None, f"“{which}” {NO_ANCHOR}")
    year = c.anchor.year
    if which in ("last", "this past"):
        year -= month >= c.anchor.month
    elif which in ("next", "this coming"):
        year += month <= c.anchor.month
    return Resolved(f"{year}-{month:02d}", "month", f"{which} month of that name, seen from {_shown(c)}")


def _relative_weekday(g: Groups, c: Context) -> Resolved | None:
    weekday, which = c.words.weekdays[_plain(g["wd"])], _plain(g["w"])
    if c.anchor.day is None:
        return Resolved(None, None, f"a weekday {NO_ANCHOR}")
    back = (c.anchor.day.weekday() - weekday) % 7
    if which in ("last", "this past", "the previous"):
        days, how = -(back or 7), "the latest such day before"
    elif which in ("next", "this coming", "the following"):
        days, how = (7 - back), "the first such day after"
    else:
        days, how = weekday - c.anchor.day.weekday(), "the day of the week of"
    return _day_from(c, days, how)


def _weekday_of_week(g: Groups, c: Context) -> Resolved | None:
    if c.anchor.day is None:
        return Resolved(None, None, f"a weekday {NO_ANCHOR}")
    weeks = {"last": -1, "this": 0, "next": 1}[_plain(g["w"])]
    days = c.words.weekdays[_plain(g["wd"])] - c.anchor.day.weekday() + 7 * weeks
    return _day_from(c, days, f"that day in {_plain(g['w'])} week, seen from")


def _weekday_ago(g: Groups, c: Context) -> Resolved | None:
    if c.anchor.day is None:
        return Resolved(None, None, f"a weekday {NO_ANCHOR}")
    weeks = _number(g["n"] or g["n2"], c)
    days = c.words.weekdays[_plain(g["wd"] or g["wd2"])] - c.anchor.day.weekday() - 7 * weeks
    return _day_from(c, days, f"that day {weeks} weeks before")


def _weekday(g: Groups, c: Context) -> Resolved | None:
    weekday = c.words.weekdays[_plain(g["wd"])]
    if c.anchor.day is None:
        return Resolved(None, None, f"a weekday {NO_ANCHOR}")
    back = (c.anchor.day.weekday() - weekday) % 7
    if c.ahead:
        return _day_from(c, -back % 7, "told as to come: the first such day from")
    return _day_from(c, -back, "the latest such day up to")


def _decade(g: Groups, _: Context) -> Resolved | None:
    year = int(g["y"] or 0)
    year = year + 1900 if year < 100 else year
    return Resolved(f"{year // 10}X", "decade", "a decade as stated")


def _century(g: Groups, _: Context) -> Resolved | None:
    return Resolved(f"{int(g['n'] or 0) - 1}XX", "range", "a century as stated")


def _year_range(g: Groups, _: Context) -> Resolved | None:
    first, last = g["y"] or "", g["y2"] or ""
    last = first[:2] + last if len(last) == 2 else last
    if int(first) >= int(last):
        return None
    return Resolved(f"{first}/{last}", "range", "years as stated", int(last))


def _today(_: Groups, c: Context) -> Resolved | None:
    return _day_from(c, 0, "the day of")


def _yesterday(g: Groups, c: Context) -> Resolved | None:
    if g["l"]:
        return _day_from(c, -1, "the night before")
    return (
        _day_from(c, 1, "the day after")
        if _plain(g["w"]) == "tomorrow"
        else _day_from(c, -1, "the day before")
    )


def _relative_unit(g: Groups, c: Context) -> Resolved | None:
    unit, which = _plain(g["u"]), _plain(g.get("w") or "this")
    by = -1 if which in ("last",) else 1 if which in ("next", "the coming", "this coming") else 0
    if which in ("past", "the past", "this past") and unit != "weekend":
        return _span_back(1, unit, c)
    return _unit_on(unit, by, c, f"{which} {unit}")


def _ago(g: Groups, c: Context) -> Resolved | None:
    unit, number = _plain(g["u"]).rstrip("s"), _number(g["n"], c)
    if unit in ("minute", "hour"):
        return _day_from(c, 0, "hours before")
    if unit == "day":
        return _day_from(c, -number, f"{_counted(number, 'day')} before")
    if unit == "fortnight":
        unit, number = "week", 2 * number
    return _unit_on(unit, -number, c, f"{_counted(number, unit)} ago")


def _half_ago(g: Groups, c: Context) -> Resolved | None:
    unit, number = _plain(g["u"]).rstrip("s"), _number(g["n"], c)
    if unit == "year" and c.anchor.year is not None and c.anchor.month is not None:
        return Resolved(
            month_on(c.anchor.year, c.anchor.month, -12 * number - 6)[:4], "year", f"back from {_shown(c)}"
        )
    return (
        _unit_on(unit, -number, c, f"{number} and a half {unit}s ago")
        if unit in ("month", "decade")
        else None
    )


def _span(g: Groups, c: Context) -> Resolved | None:
    return _span_back(_number(g["n"], c) if g["n"] else 1, _plain(g["u"]).rstrip("s"), c)


def _span_ahead(g: Groups, c: Context) -> Resolved | None:
    number, unit = _number(g["n"], c), _plain(g["u"]).rstrip("s")
    if c.anchor.day is None or unit not in ("day", "week"):
        return Resolved(
            None, None, f"a time to come, {NO_ANCHOR}" if c.anchor.day is None else "a time to come"
        )
    last = shifted(c.anchor.day, days=number * (7 if unit == "week" else 1))
    return (
        Resolved(f"{c.anchor.day}/{last}", "range", f"{_counted(number, unit)} from {_shown(c)}")
        if last
        else None
    )


def _weekend(_: Groups, c: Context) -> Resolved | None:
    return _unit_on("weekend", 1 if c.ahead else 0, c, "the weekend")


def _anaphor(g: Groups, c: Context) -> Resolved | None:
    which = _plain(g["w"] or g["w2"] or g["w3"])
    unit = _plain(g["u"] or "day").rstrip("s")
    if c.previous is None:
        return Resolved(
            None, None, f"“{which}” is reckoned from a day that the text does not name just before"
        )
    number = _number(g["n"], c) if g["n"] else 1
    back = any(w in which for w in ("before", "earlier", "previous"))
    days = 0 if which == "same" else -number if back else number
    if unit == "week":
        days *= 7
    elif unit != "day":
        return Resolved(None, None, f"“{which}” is reckoned from another moment of the story")
    moved = shifted(c.previous, days=days)
    return (
        Resolved(moved.isoformat(), "day", f"reckoned from {c.previous}, named just before")
        if moved
        else None
    )


def _month_alone(g: Groups, c: Context) -> Resolved | None:
    month = _month(g, c)
    if c.anchor.year is None:
        if c.year is None:
            return Resolved(None, None, f"a month without a year {NO_ANCHOR}")
        return Resolved(f"{c.year}-{month:02d}", "month", f"in {c.year}, the year of a date beside it")
    if c.anchor.month is None:
        return Resolved(f"{c.anchor.year}-{month:02d}", "month", f"in {c.anchor.year}, the published year")
    distance = (month - c.anchor.month) % 12
    forward = (
        distance
        if distance and (c.ahead or (distance <= 1 and distance * FUTURE_COSTS < 12 - distance))
        else 0
    )
    months = forward if c.ahead else (distance - 12 if distance else 0)
    how = "the first such month from" if months > 0 else "the latest such month up to"
    return Resolved(month_on(c.anchor.year, c.anchor.month, months), "month", f"{how} {_shown(c)}")


def _year(g: Groups, _: Context) -> Resolved | None:
    return Resolved(g["y"], "year", "a year as stated", int(g["y"] or 0))


def _nine_eleven(_: Groups, __: Context) -> Resolved | None:
    return Resolved("2001-09-11", "day", "the attacks known by their date")


def _stated_day(year: int, month: int, day: int) -> Resolved | None:
    found = valid_day(year, month, day)
    return Resolved(found.isoformat(), "day", "day, month and year as stated", year) if found else None


def _year_for(month: int, day: int, c: Context) -> tuple[int | None, str]:
    """The year of a day that is given without one: near the published date, the past preferred."""
    if c.anchor.day is not None:
        anchor = c.anchor.day
        near = [
            d for y in (-1, 0, 1) if anchor.year + y >= 1 and (d := valid_day(anchor.year + y, month, day))
        ]
        if near:
            costs = 1.0 if c.ahead else ONLY_BACK if c.past else FUTURE_COSTS
            best = min(near, key=lambda d: (anchor - d).days if d <= anchor else costs * (d - anchor).days)
            return best.year, f"no year stated; {best.year} is nearest to the published date {anchor}"
        return None, "no year near the published date has such a day"
    if c.anchor.year is not None:
        year = c.anchor.year - (1 if c.anchor.month is not None and month > c.anchor.month + 1 else 0)
        return year, f"no year stated; {year} suits the published date {_shown(c)}"
    if c.year is not None:
        return c.year, f"no year stated; {c.year} is that of a date beside it"
    return None, f"a day without a year {NO_ANCHOR}"


def _day_from(c: Context, days: int, how: str) -> Resolved | None:
    if c.anchor.day is None:
        return Resolved(None, None, f"a day reckoned from another {NO_ANCHOR}")
    moved = shifted(c.anchor.day, days=days)
    return Resolved(moved.isoformat(), "day", f"{how} the published date {c.anchor.day}") if moved else None


def _unit_on(unit: str, by: int, c: Context, how: str) -> Resolved | None:
    """The calendar unit so many on from that of the anchor."""
    a, why = c.anchor, f"{how}, seen from the published date {_shown(c)}"
    if unit in ("week", "weekend"):
        moved = shifted(a.day, days=7 * by) if a.day else None
        if moved is None:
            return Resolved(None, None, f"a week {NO_ANCHOR}")
        if unit == "week":
            return Resolved(week_of(moved), "week", why)
        saturday = moved - timedelta(days=(moved.weekday() - 5) % 7)
        return Resolved(f"{saturday}/{saturday + timedelta(days=1)}", "range", why)
    if unit == "month":
        if a.year is None or a.month is None:
            return Resolved(None, None, f"a month {NO_ANCHOR}")
        return Resolved(month_on(a.year, a.month, by), "month", why)
    if a.year is None:
        return Resolved(None, None, f"a year {NO_ANCHOR}")
    if unit == "year":
        return Resolved(f"{a.year + by:04d}", "year", why)
    if unit == "decade":
        return Resolved(f"{a.year // 10 + by}X", "decade", why)
    return Resolved(f"{a.year // 100 + by}XX", "range", why)


def _span_back(number: int, unit: str, c: Context) -> Resolved | None:
    """From so many units back up to the anchor."""
    a, why = c.anchor, f"the last {_counted(number, unit)} up to the published date {_shown(c)}"
    if unit in ("day", "week"):
        first = shifted(a.day, days=-number * (7 if unit == "week" else 1)) if a.day else None
        return (
            Resolved(f"{first}/{a.day}", "range", why)
            if first
            else Resolved(None, None, f"a span {NO_ANCHOR}")
        )
    if unit == "hour":
        first = shifted(a.day, days=-max(1, round(number / 24))) if a.day else None
        return (
            Resolved(f"{first}/{a.day}", "range", why)
            if first
            else Resolved(None, None, f"a span {NO_ANCHOR}")
        )
    if a.year is None:
        return Resolved(None, None, f"a span {NO_ANCHOR}")
    if a.month is not None and (unit == "month" or (number == 1 and unit == "year")):
        first_month = month_on(a.year, a.month, -number * (12 if unit == "year" else 1))
        return Resolved(f"{first_month}/{a.year:04d}-{a.month:02d}", "range", why)
    if unit == "month":
        return Resolved(None, None, f"a span {NO_ANCHOR}")
    years = number * {"year": 1, "decade": 10, "century": 100}[unit]
    return Resolved(f"{a.year - years:04d}/{a.year:04d}", "range", why)


def _month(g: Groups, c: Context) -> int:
    name = g["m"] or ""
    return int(name) if name.isdigit() else c.words.months[_plain(name).rstrip(".")]


def _number(text: str | None, c: Context) -> int:
    return int(text) if text and text.isdigit() else c.words.numbers[_plain(text)]


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def _plain(text: str | None) -> str:
    return " ".join((text or "").lower().split())


def _long_year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else int(digits) + (1900 if int(digits) > 50 else 2000)


def _shown(c: Context) -> str:
    a = c.anchor
    return str(a.day or (f"{a.year}-{a.month:02d}" if a.month else a.year))


_RESOLVERS: Mapping[str, Callable[[Groups, Context], Resolved | None]] = {
    "iso": _iso, "ymd": _iso, "slashes": _slashes, "mdrange": _day_range, "dmrange": _day_range,
    "fused": _calendar_day,
    "mdy": _calendar_day, "dmy": _calendar_day, "holiday": _holiday, "nineeleven": _nine_eleven,
    "my": _month_year, "seasonyear": _season_year, "relseason": _relative_season,
    "monthyear_rel": _month_of_relative_year, "relmonth": _relative_month, "relweekday": _relative_weekday,
    "weekdayrel": _weekday_of_week, "weekdayago": _weekday_ago, "weekday": _weekday, "decade": _decade,
    "decade2": _decade, "century": _century, "yearrange": _year_range, "todaypart": _today,
    "yesterday": _yesterday, "period": _relative_unit, "ago": _ago, "halfago": _half_ago, "span": _span,
    "ahead": _span_ahead, "relunit": _relative_unit, "weekend": _weekend, "anaphor": _anaphor,
    "month": _month_alone, "year": _year,
}  # fmt: skip
