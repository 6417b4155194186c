"""How two dates stand to each other, as intervals of days and, where both tell it, by the time of day."""

import re
from datetime import date, timedelta

from counterclaim.records import Comparison, Outcome
from counterclaim.values.dates.edtf import interval

ROUNDED = 30
"""Minutes by which two times of one day may differ and still be one: reports round to the half hour."""

_CLOCK = re.compile(r"\d{4}-\d\d-\d\dT(\d\d):(\d\d)(?::\d\d)?(Z|[+-]\d\d:?\d\d)?")
_QUALIFIED = re.compile(r"[?~%]")


def compare_dates(a: str | None, b: str | None) -> Comparison:
    """How two EDTF values stand to each other, with the sentence that says why; the order does not matter.

    same: they cover the same days; compatible: one lies within the other or they overlap, so that both can
    hold, or one is only about right and the other near it; different: no day is in both, or two times of one
    day lie more than half an hour apart; not comparable: one is missing or no date that is read here.
    """
    if a is None or b is None:
        known = a or b
        left = f"one says {known}, the other gives no date that" if known else "neither gives a date that"
        return Comparison(outcome="not_comparable", why=f"{left} could be worked out")
    first, second = sorted((a, b))
    for value in (first, second):
        try:
            interval(value)
        except ValueError:
            why = f"{first} and {second}: {value!r} is no date that is read here"
            return Comparison(outcome="not_comparable", why=why)
    if a == b:
        return Comparison(outcome="same", why=f"both say {a}")
    return _clocks(first, second) or _days(first, second)


def _clocks(first: str, second: str) -> Comparison | None:
    """Compare two times of one day; None where one of them tells no time, or the days differ."""
    one, other = _CLOCK.fullmatch(first), _CLOCK.fullmatch(second)
    if not one or not other or first[:10] != second[:10] or _zone(one[3]) != _zone(other[3]):
        return None
    apart = abs((int(one[1]) - int(other[1])) * 60 + int(one[2]) - int(other[2]))
    outcome: Outcome = "same" if apart == 0 else "compatible" if apart <= ROUNDED else "different"
    how = {
        "same": "are the same time",
        "compatible": f"lie {apart} minutes apart, near enough for times that are rounded",
        "different": f"lie {apart} minutes apart on one day",
    }[outcome]
    return Comparison(outcome=outcome, why=f"{first} and {second} {how}")


def _zone(text: str | None) -> str | None:
    return {"Z": "+0000"}.get(text, text.replace(":", "")) if text else None


def _days(first: str, second: str) -> Comparison:
    (a_first, a_last), (b_first, b_last) = interval(first), interval(second)
    timed = sum("T" in value for value in (first, second))
    if (a_first, a_last) == (b_first, b_last):
        if timed == 1:
            return Comparison(outcome="compatible", why=f"{first} and {second} are one day, one with a time")
        if timed == 2:
            why = f"{first} and {second} are one day; their times are not told in one zone"
            return Comparison(outcome="compatible", why=why)
        return Comparison(outcome="same", why=f"{first} and {second} cover the same days")
    if a_first <= b_last and b_first <= a_last:
        return Comparison(outcome="compatible", why=_overlap(first, second))
    earlier, later = (a_last, b_first) if a_last < b_first else (b_last, a_first)
    apart = (later - earlier).days
    leeway = max(_leeway(first, a_first, a_last), _leeway(second, b_first, b_last))
    if apart <= leeway:
        why = f"{first} and {second} lie {_counted(apart)} apart, near enough for an approximate date"
        return Comparison(outcome="compatible", why=why)
    return Comparison(
        outcome="different", why=f"{first} and {second} do not overlap; they lie {_counted(apart)} apart"
    )


def _overlap(first: str, second: str) -> str:
    (a_first, a_last), (b_first, b_last) = interval(first), interval(second)
    if b_first <= a_first and a_last <= b_last:
        return f"{first} lies within {second}: both can hold"
    if a_first <= b_first and b_last <= a_last:
        return f"{second} lies within {first}: both can hold"
    common = f"from {max(a_first, b_first)} to {min(a_last, b_last)}"
    return f"{first} and {second} overlap {common}: both can hold"


def _leeway(value: str, first: date, last: date) -> int:
    """The days by which a date that is marked as about right may be out: as many as it covers."""
    return (last - first + timedelta(days=1)).days if _QUALIFIED.search(value) else 0


def _counted(days: int) -> str:
    return "1 day" if days == 1 else f"{days} days"
