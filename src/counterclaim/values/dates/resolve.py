"""From the parts of a date to its EDTF value, with the sentence that says how."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from counterclaim.values.dates import clock, quarters, spans
from counterclaim.values.dates.anchor import month_on, shifted, valid_day, week_of
from counterclaim.values.dates.context import (
    NO_ANCHOR,
    Context,
    Groups,
    Resolved,
    counted,
    month_of,
    number_of,
    plain,
    shown,
)

FUTURE_COSTS = 2.5
"""How much dearer a day ahead is than one back, when a month and day have no year. Set on TimeBank."""

ONLY_BACK = 1000.0
"""The same after "since", which looks back."""


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
    month, day = month_of(g, c), int(g["d"] or 0)
    stated = g.get("y") or g.get("y2")
    if stated:
        return _stated_day(int(stated), month, day)
    year, why = _year_for(month, day, c)
    if year is None:
        return Resolved(None, None, why) if valid_day(2000, month, day) else None
    found = valid_day(year, month, day)
    return Resolved(found.isoformat(), "day", why) if found else None


def _day_range(g: Groups, c: Context) -> Resolved | None:
    month, d, d2 = month_of(g, c), int(g["d"] or 0), int(g["d2"] or 0)
    stated = g.get("y") or g.get("y2")
    year, why = (int(stated), "days, month and year as stated") if stated else _year_for(month, d, c)
    if year is None:
        return Resolved(None, None, why)
    first, last = valid_day(year, month, d), valid_day(year, month, d2)
    if not first or not last or first >= last:
        return None
    return Resolved(f"{first}/{last}", "range", why, int(stated) if stated else None)


def _holiday(g: Groups, c: Context) -> Resolved | None:
    floating = c.words.floating.get(plain(g["h"]))
    if floating:
        return _floating_day(g["y"], floating, c)
    known = c.words.holidays.get(plain(g["h"]))
    if known is None:
        return Resolved(None, None, "a holiday that does not fall on one day everywhere")
    if g["y"]:
        return _stated_day(int(g["y"]), *known)
    year, why = _year_for(*known, c)
    return Resolved(f"{date(year, *known)}" if year else None, "day" if year else None, why)


def _floating_day(stated: str | None, which: tuple[int, int, int], c: Context) -> Resolved | None:
    """The n-th weekday of a month, in the stated year or the one whose day is nearest."""
    month, weekday, nth = which
    year, why = (int(stated), "holiday and year as stated") if stated else _year_for(month, 7 * nth - 3, c)
    if year is None:
        return Resolved(None, None, why)
    first = date(year, month, 1)
    day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    return Resolved(day.isoformat(), "day", why, int(stated) if stated else None)


def _month_year(g: Groups, c: Context) -> Resolved | None:
    year = int(g["y"] or 0)
    return Resolved(f"{year:04d}-{month_of(g, c):02d}", "month", "month and year as stated", year)


def _season_year(g: Groups, c: Context) -> Resolved | None:
    year = int(g["y"] or 0)
    value = f"{year}-{c.words.seasons[plain(g['s'])]}"
    return Resolved(value, "season", "season and year as stated", year)


def _relative_season(g: Groups, c: Context) -> Resolved | None:
    code, which = c.words.seasons[plain(g["s"])], plain(g["w"])
    if c.anchor.year is None or c.anchor.month is None:
        return Resolved(None, None, f"“{which}” {NO_ANCHOR}")
    year, begins = c.anchor.year, {21: 3, 22: 6, 23: 9, 24: 12}[code]
    if "last" in which or "previous" in which:
        year -= begins + 2 >= c.anchor.month
    elif which in ("next", "the following"):
        year += begins <= c.anchor.month
    return Resolved(f"{year}-{code}", "season", f"{which} season of that name, seen from {shown(c)}")


def _month_of_relative_year(g: Groups, c: Context) -> Resolved | None:
    if c.anchor.year is None:
        return Resolved(None, None, f"“{g['w']} year” {NO_ANCHOR}")
    year = c.anchor.year + {"last": -1, "this": 0, "next": 1}[plain(g["w"])]
    return Resolved(f"{year}-{month_of(g, c):02d}", "month", f"{plain(g['w'])} year, seen from {shown(c)}")


def _relative_month(g: Groups, c: Context) -> Resolved | None:
    month, which = month_of(g, c), plain(g["w"])
    if c.anchor.year is None or c.anchor.month is None:
        return Resolved(None, None, f"“{which}” {NO_ANCHOR}")
    year = c.anchor.year
    if which in ("last", "this past"):
        year -= month >= c.anchor.month
    elif which in ("next", "this coming"):
        year += month <= c.anchor.month
    return Resolved(f"{year}-{month:02d}", "month", f"{which} month of that name, seen from {shown(c)}")


def _relative_weekday(g: Groups, c: Context) -> Resolved | None:
    weekday, which = c.words.weekdays[plain(g["wd"])], plain(g["w"])
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
    weeks = {"last": -1, "this": 0, "next": 1}[plain(g["w"])]
    days = c.words.weekdays[plain(g["wd"])] - c.anchor.day.weekday() + 7 * weeks
    return _day_from(c, days, f"that day in {plain(g['w'])} week, seen from")


def _weekday_ago(g: Groups, c: Context) -> Resolved | None:
    if c.anchor.day is None:
        return Resolved(None, None, f"a weekday {NO_ANCHOR}")
    weeks = number_of(g["n"] or g["n2"], c)
    days = c.words.weekdays[plain(g["wd"] or g["wd2"])] - c.anchor.day.weekday() - 7 * weeks
    return _day_from(c, days, f"that day {weeks} weeks before")


def _weekday(g: Groups, c: Context) -> Resolved | None:
    weekday = c.words.weekdays[plain(g["wd"])]
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
        if plain(g["w"]) == "tomorrow"
        else _day_from(c, -1, "the day before")
    )


def _relative_unit(g: Groups, c: Context) -> Resolved | None:
    unit, which = plain(g["u"]), plain(g.get("w") or "this")
    by = -1 if which in ("last",) else 1 if which in ("next", "the coming", "this coming") else 0
    if which in ("past", "the past", "this past") and unit != "weekend":
        return _span_back(1, unit, c)
    return _unit_on(unit, by, c, f"{which} {unit}")


def _ago(g: Groups, c: Context) -> Resolved | None:
    unit, number = plain(g["u"]).rstrip("s"), number_of(g["n"], c)
    if unit in ("minute", "hour"):
        return _day_from(c, 0, "hours before")
    if unit == "day":
        return _day_from(c, -number, f"{counted(number, 'day')} before")
    if unit == "year" and number == 1 and c.quarter:
        return _year_ago(g, c)
    if unit == "fortnight":
        unit, number = "week", 2 * number
    return _unit_on(unit, -number, c, f"{counted(number, unit)} ago")


def _half_ago(g: Groups, c: Context) -> Resolved | None:
    unit, number = plain(g["u"]).rstrip("s"), number_of(g["n"], c)
    if unit == "year" and c.anchor.year is not None and c.anchor.month is not None:
        return Resolved(
            month_on(c.anchor.year, c.anchor.month, -12 * number - 6)[:4], "year", f"back from {shown(c)}"
        )
    return (
        _unit_on(unit, -number, c, f"{number} and a half {unit}s ago")
        if unit in ("month", "decade")
        else None
    )


def _span(g: Groups, c: Context) -> Resolved | None:
    number = number_of(g["n"], c) if g["n"] else 1
    if not g["n"] and plain(g["u"]).endswith("s"):
        told = f"some {plain(g['u'])} up to the published date"
        return Resolved(None, None, told, timeml=spans.length(None, plain(g["u"])), kind="duration")
    found = _span_back(number, plain(g["u"]).rstrip("s"), c)
    return found._replace(timeml=spans.length(number, plain(g["u"]))) if found else None


def _span_ahead(g: Groups, c: Context) -> Resolved | None:
    number, unit = number_of(g["n"], c), plain(g["u"]).rstrip("s")
    length = spans.length(number, unit)
    days = number * (7 if unit == "week" else 1)
    last = shifted(c.anchor.day, days=days) if c.anchor.day and unit in ("day", "week") else None
    if last is None:
        return Resolved(None, None, "a time to come, without a date", timeml=length, kind="duration")
    why = f"{counted(number, unit)} from {shown(c)}"
    return Resolved(f"{c.anchor.day}/{last}", "range", why, timeml=length)


def _weekend(_: Groups, c: Context) -> Resolved | None:
    return _unit_on("weekend", 1 if c.ahead else 0, c, "the weekend")


def _anaphor(g: Groups, c: Context) -> Resolved | None:
    which = plain(g["w"] or g["w2"] or g["w3"]) if not g["w4"] else "same"
    unit = plain(g["u"] or "day").rstrip("s")
    number = number_of(g["n"], c) if g["n"] else 1
    if unit in ("year", "month"):
        return _units_apart(number, unit, which, c)
    if c.previous is None:
        why = f"“{which}” is reckoned from a day that the text does not name just before"
        if g["n"]:
            return Resolved(None, None, why, timeml=spans.length(number, unit), kind="duration")
        return Resolved(None, None, why)
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


def _units_apart(number: int, unit: str, which: str, c: Context) -> Resolved | None:
    """Years or months from what is named before; those back, for want of that, from the published date."""
    back = any(w in which for w in ("before", "earlier", "previous"))
    if unit == "year" and number == 1 and back and c.quarter:
        return _year_ago({}, c)
    years = c.named[:4] if c.named and c.named[:4].isdigit() else None
    if years is None and not back:
        return Resolved(None, None, f"“{which}” is reckoned from a time that the text does not name before")
    by = -number if back else number
    if unit == "year":
        year = int(years) if years else c.anchor.year
        if year is None or not 1 <= year + by <= 9998:
            return Resolved(None, None, f"a year {NO_ANCHOR}")
        return Resolved(f"{year + by:04d}", "year", f"{counted(number, unit)} {which}, reckoned from {year}")
    month = int(c.named[5:7]) if years and c.named and c.named[5:7].isdigit() else c.anchor.month
    year = int(years) if years and c.named and c.named[5:7].isdigit() else c.anchor.year
    if month is None or year is None or not 1 <= month <= 12:
        return Resolved(None, None, f"a month {NO_ANCHOR}")
    return Resolved(month_on(year, month, by), "month", f"reckoned from {year}-{month:02d}")


def _year_ago(_: Groups, c: Context) -> Resolved | None:
    """Read "year-ago", and "a year earlier" where a quarter is named before: then that quarter is meant."""
    if c.quarter:
        year, number = c.quarter
        return quarters.quarter_of(
            year - 1, number, f"a year before quarter {number} of {year}, named before"
        )
    return _unit_on("year", -1, c, "a year before")


def _year_end(_: Groups, c: Context) -> Resolved | None:
    return _unit_on("year", 0, c, "the end of the year")


def _that_unit(g: Groups, c: Context) -> Resolved | None:
    """Read "that year", "the following month", "the previous year": reckoned from the date named last."""
    which, unit = plain(g["w"]), plain(g["u"])
    by = 1 if "following" in which or "next" in which else -1 if "pre" in which or "prior" in which else 0
    if c.named is None or not c.named[:4].isdigit():
        if by < 0:
            return _unit_on(unit, by, c, f"{which} {unit}")
        return Resolved(
            None, None, f"“{which} {unit}” is reckoned from a time that the text does not name before"
        )
    year, basis = int(c.named[:4]), f"reckoned from {c.named}, named just before"
    if unit == "year":
        return Resolved(f"{year + by:04d}", "year", basis)
    if unit == "month" and c.named[5:7].isdigit() and 1 <= int(c.named[5:7]) <= 12:
        return Resolved(month_on(year, int(c.named[5:7]), by), "month", basis)
    moved = shifted(c.previous, days=7 * by) if c.previous else None
    if unit == "week" and moved:
        return Resolved(week_of(moved), "week", basis)
    return Resolved(
        None, None, f"“{which} {unit}” is reckoned from a time that the text does not name before"
    )


def _long_ago(_: Groups, __: Context) -> Resolved | None:
    return Resolved(None, None, "some time before, not told how long", timeml="PAST_REF", kind="reference")


def _offset_alone(g: Groups, c: Context) -> Resolved | None:
    """Read "three days after the raid", "the eve of the vote": reckoned from what has no date beside it."""
    if g["wk"]:
        return None
    if g["n"]:
        return spans.duration({**g, "n2": None, "u2": None, "u3": None, "u4": None}, c)
    return Resolved(None, None, "reckoned from an event that the text does not date beside it")


def offset_from(g: Groups, other: Resolved, c: Context) -> Resolved | None:
    """A date so long before or after another: "the day after March 3", "on the eve of Friday"."""
    if g["wk"]:
        if other.precision != "day":
            return None
        week = week_of(date.fromisoformat((other.value or "")[:10]))
        return Resolved(week, "week", f"the week that holds {other.value}, named beside it")
    unit = "day" if g["eve"] else plain(g["u"] or g["u2"]).rstrip("s")
    unit = "day" if unit in ("night", "morning", "evening") else unit
    back = bool(g["eve"]) or plain(g["w"] or g["w2"]) == "before"
    number = (number_of(g["n"], c) if g["n"] else 1) * (-1 if back else 1)
    value, basis = other.value or "", f"reckoned from {other.value}, named beside it"
    if other.precision == "day" and unit in ("day", "week"):
        moved = shifted(date.fromisoformat(value[:10]), days=number * (7 if unit == "week" else 1))
        return Resolved(moved.isoformat(), "day", basis) if moved else None
    if unit == "month" and other.precision in ("day", "month"):
        return Resolved(month_on(int(value[:4]), int(value[5:7]), number), "month", basis)
    if unit == "year" and other.precision in ("day", "month", "year"):
        return Resolved(f"{int(value[:4]) + number:04d}", "year", basis)
    return None


def _month_alone(g: Groups, c: Context) -> Resolved | None:
    month = month_of(g, c)
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
    return Resolved(month_on(c.anchor.year, c.anchor.month, months), "month", f"{how} {shown(c)}")


def _year(g: Groups, _: Context) -> Resolved | None:
    return Resolved(g["y"], "year", "a year as stated", int(g["y"] or 0))


def _spoken_year(g: Groups, c: Context) -> Resolved | None:
    """Read "nineteen ninety-one", as transcripts of speech have it."""
    year = 1900 + number_of(g["tens"], c) + (number_of(g["one"], c) if g["one"] else 0)
    return Resolved(str(year), "year", "a year as stated", year)


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
        return year, f"no year stated; {year} suits the published date {shown(c)}"
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
    a, why = c.anchor, f"{how}, seen from the published date {shown(c)}"
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
    a, why = c.anchor, f"the last {counted(number, unit)} up to the published date {shown(c)}"
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


def _long_year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else int(digits) + (1900 if int(digits) > 50 else 2000)


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
    "month": _month_alone, "year": _year, "spokenyear": _spoken_year, "clock": clock.clock,
    "daypart": clock.part,
    "quarter": quarters.quarter, "thatquarter": quarters.that_quarter, "half": quarters.half,
    "yearago": _year_ago, "thatunit": _that_unit, "endof": _relative_unit, "yearend": _year_end,
    "vagueago": _long_ago, "offset": _offset_alone, "set": spans.repeated, "couple": spans.couple,
    "duration": spans.duration, "reference": spans.reference,
}  # fmt: skip
