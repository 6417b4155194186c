"""Times and parts of a day: what they add to the day they belong to."""

import re
from datetime import date

from counterclaim.values.dates.context import Context, Groups, Resolved, plain
from counterclaim.values.dates.timeml import part_of_day

BARE = re.compile(
    r"\b(?:at|about|around|by|from|since|until|till|before|after|between|to|and|,)\s{1,2}$", re.IGNORECASE
)
"""What stands before a time that has neither "a.m." nor a zone."""


def time_of_day(g: Groups) -> str | None:
    """The time of day of its parts as `T06:30`, or None where the clock has no such time."""
    named = part_of_day(g["named"] or "")
    if named:
        return named
    hours, minutes = int(g["h"] or 0), g["mi"] or g["mi2"] or g["mi3"]
    after = plain(g["ap"]).replace(".", "") or (
        "pm" if "evening" in plain(g["po"]) else "am" if g["po"] else ""
    )
    if "afternoon" in plain(g["po"]) or ("night" in plain(g["po"]) and hours >= 6):
        after = "pm"
    if after and not 1 <= hours <= 12:
        return None
    if after == "pm" and hours < 12:
        hours += 12
    elif after == "am" and hours == 12:
        hours = 0
    if hours > 24 or int(minutes or 0) > 59:
        return None
    return f"T{hours:02d}:{minutes or '00'}"


def clock(g: Groups, c: Context) -> Resolved | None:
    """Read "at 3 a.m.", "06:30 GMT": of the day named last, else of the published day."""
    told = time_of_day(g)
    return None if told is None else _of_a_day(told, 0, c)


def part(g: Groups, c: Context) -> Resolved | None:
    """Read "overnight", "at dawn", "the next morning", "that night"."""
    ending, which = part_of_day(g["p"] or g["p2"] or ""), plain(g["w"])
    days = 1 if "next" in which or "following" in which else -1 if "previous" in which else 0
    return None if ending is None else _of_a_day(ending, days, c)


def _of_a_day(ending: str, days: int, c: Context) -> Resolved:
    from_text = c.previous is not None
    day: date | None = c.previous if from_text else c.anchor.day
    if day is None:
        return Resolved(
            None, None, "a time of a day that is not known", timeml=f"XXXX-XX-XX{ending}", kind="time"
        )
    try:
        day = date.fromordinal(day.toordinal() + days)
    except ValueError:
        return Resolved(None, None, "falls outside the calendar", kind="time")
    how = f"of {c.previous}, named just before" if from_text else f"of the published date {c.anchor.day}"
    told = (
        f"a time {how}" if days == 0 else f"a time on the day {'after' if days > 0 else 'before'} that {how}"
    )
    return Resolved(day.isoformat(), "time", told, timeml=f"{day}{ending}", kind="time")
