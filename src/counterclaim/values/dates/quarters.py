"""Quarters and halves of years, and what business news tells "a year earlier" of."""

import re

from counterclaim.values.dates.context import NO_ANCHOR, Context, Groups, Resolved, plain, shown

ORDINALS = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "final": 4,
}


def quarter(g: Groups, c: Context) -> Resolved | None:
    """Read "the third quarter", "next year's first quarter", "the second quarter of 2030".

    Without a year it is the latest one begun by the published date, or the next where the clause looks ahead.
    """
    number, stated = ORDINALS[plain(g["q"])], g["y"] or g["y2"]
    if stated:
        return quarter_of(int(stated), number, "quarter and year as stated", stated=True)
    if c.anchor.year is None or c.anchor.month is None:
        return Resolved(None, None, f"a quarter {NO_ANCHOR}")
    which, current = plain(g["w"] or g["w2"] or g["w3"]), (c.anchor.month + 2) // 3
    year = c.anchor.year
    if which in ("last", "next"):
        year += 1 if which == "next" else -1
    elif which in ("year-earlier", "year-ago"):
        year = (c.quarter[0] if c.quarter else year) - (number <= current or c.quarter is not None)
    elif number > current and not c.ahead and which not in ("this", "the current"):
        year -= 1
    return quarter_of(year, number, f"the quarter as seen from the published date {shown(c)}")


def that_quarter(g: Groups, c: Context) -> Resolved | None:
    """Read "the quarter", "the latest quarter", "the year-earlier period": the one named before."""
    which = plain(g["w"])
    if c.quarter is None and (which in ("the", "that", "the same", "same") or which == "comparable"):
        return None
    if c.quarter is None and "period" in plain(g["u"]):
        if "year" in which and c.anchor.year is not None:
            return Resolved(f"{c.anchor.year - 1}", "year", f"a year before the published date {shown(c)}")
        return None
    if c.quarter is not None and "next" not in which and "latest" not in which:
        year, number = c.quarter
        how = "the quarter named before"
    elif c.anchor.year is not None and c.anchor.month is not None:
        current = (c.anchor.month - 1) // 3
        by = 0 if which in ("this", "the current", "current") else 2 if "next" in which else 1
        year, number = c.anchor.year, current + (1 if by == 0 else 2 if by == 2 else 0)
        year, number = (year - 1, 4) if number < 1 else (year + 1, 1) if number > 4 else (year, number)
        how = f"seen from the published date {shown(c)}"
    else:
        return Resolved(None, None, f"a quarter {NO_ANCHOR}")
    if "year-" in which or "year " in which or "a year" in which:
        return quarter_of(year - 1, number, f"a year before {how}")
    return quarter_of(year, number, how)


def half(g: Groups, c: Context) -> Resolved | None:
    """Read "the first half of 2030", "the second half of this year"."""
    which = plain(g["w"] or "")
    by = -1 if "last" in which else 1 if "next" in which else 0
    year = int(g["y"]) if g["y"] else c.anchor.year + by if c.anchor.year is not None else None
    if year is None:
        return Resolved(None, None, f"half a year {NO_ANCHOR}")
    number = ORDINALS[plain(g["q"])]
    months = f"{year}-01/{year}-06" if number == 1 else f"{year}-07/{year}-12"
    return Resolved(months, "range", f"half of {year}", int(g["y"]) if g["y"] else None, f"{year}-H{number}")


def quarter_named(text: str, timeml: str | None) -> tuple[int, int] | None:
    """Year and number of the quarter that a date's words name, which "a year earlier" after it is told of."""
    found = re.fullmatch(r"(\d{4})-Q([1-4])", timeml or "")
    words = text.lower()
    if not found or "ago" in words or "earlier" in words or not any(word in words for word in ORDINALS):
        return None
    return int(found[1]), int(found[2])


def quarter_of(year: int, number: int, basis: str, *, stated: bool = False) -> Resolved:
    """The three months of a quarter."""
    value = f"{year:04d}-{3 * number - 2:02d}/{year:04d}-{3 * number:02d}"
    return Resolved(value, "range", basis, year if stated else None, f"{year:04d}-Q{number}")
