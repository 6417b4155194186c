"""What looks like a date and is none: names, counts, versions, verbs."""

import re

from counterclaim.values.dates.clock import BARE
from counterclaim.values.dates.words import DateWords

YEARS_BARE = range(1900, 2100)
"""Years that may stand without a word before them that calls for one."""

LOWER = frozenset({"clock", "daypart", "set", "reference", "duration", "thatquarter"})
"""Shapes whose words, with a capital inside a sentence, are part of a name ("Daily Gull", "Dawn")."""

IN_THE = frozenset(
    {"in", "during", "by", "into", "on", "throughout", "until", "through", "later", "early", "late"}
)
"""Words before "the morning" that make a time of it."""


def is_date(
    text: str, start: int, end: int, rule: str, groups: dict[str, str | None], words: DateWords
) -> bool:
    """Whether words that have a date's shape are a date where they stand."""
    name = groups.get("m") or groups.get("wd") or ""
    if name and not name[0].isdigit() and not name[0].isupper():
        return False
    if rule in ("daypart", "clock") and (
        text[max(0, start - 1) : start] == "-" or _word_before(text, start) == "high"
    ):
        return False
    if rule == "clock":
        return _is_clock(text, start, end, groups)
    if (
        rule in LOWER
        and not groups.get("wd2")
        and not text[start].isdigit()
        and text[start].isupper()
        and not _opens(text, start)
    ):
        return False
    if rule == "daypart" and (groups["p"] or "")[:1].isupper() and not text[start:end].isupper():
        return False  # "told the Evening Post"
    if rule == "daypart" and (groups["w"] or "").lower() == "the":
        return _word_before(text, start) in IN_THE or text[end : end + 4] == " of "
    if rule == "reference" and groups["n"] and text[end : end + 1] in ("-", "'", "’"):
        return False
    if rule == "weekday":
        return not _inside_name(text, start, end)
    if rule == "month":
        return _is_month(text, start, end, groups, words)
    if rule == "year":
        return _is_year(text, start, end, int(groups["y"] or 0), words)
    if rule == "slashes":
        return len(groups["y"] or "") == 4 or groups["sep"] == "/"
    if rule in ("mdy", "dmy") and not (groups.get("y") or groups.get("y2")):
        after = _word_after(text, end)
        return not (after in words.counted and (groups["m"] or "").lower() in words.doubtful_months)
    return True


def _is_clock(text: str, start: int, end: int, groups: dict[str, str | None]) -> bool:
    """Whether it is a time of day: "a.m.", a zone, "o'clock" or "noon" say so, else the word before."""
    if text[max(0, start - 1) : start] in (":", ".", "/", "-", ",", "#", "$", "£", "€"):
        return False
    plain = groups["po"] is not None or (groups["mi2"] is not None and groups["z"] is None)
    return not plain or "clock" in text[start:end] or bool(BARE.search(text[max(0, start - 9) : start]))


def _opens(text: str, start: int) -> bool:
    """Whether a sentence or a paragraph begins here."""
    return not text[:start].strip() or bool(
        re.search(r"[.!?:;\"“”\n]\s{0,2}[\"“‘'`]{0,2}$", text[max(0, start - 5) : start])
    )


def _inside_name(text: str, start: int, end: int) -> bool:
    """Whether the day is part of a name: "Black Friday", "Friday Mosque"."""
    before = re.search(
        r"\b(?:Black|Bloody|Good|Palm|Easter|Ash|Super|Cyber)\s$", text[max(0, start - 12) : start]
    )
    after = re.match(
        r"\s(?:Mosque|Market|Agreement|Times|Herald|Mail|Telegraph|Post)\b", text[end : end + 14]
    )
    return bool(before or after)


def _is_month(text: str, start: int, end: int, groups: dict[str, str | None], words: DateWords) -> bool:
    name = (groups["m"] or "").lower().rstrip(".")
    if len(name) <= 4 and name not in ("may", "june", "july"):
        return False
    if text[end : end + 1] == "-" or re.match(r"\s?\d", text[end : end + 2]):
        return False
    if groups["mod"]:
        return True
    before = _word_before(text, start)
    if name in words.doubtful_months:
        after = _word_after(text, end)
        return before in words.signals and not (
            name in ("may", "march") and after in ("be", "on", "to", "of", "have")
        )
    return True


def _is_year(text: str, start: int, end: int, year: int, words: DateWords) -> bool:
    if text[end : end + 1] in ("%", "°", "/") or text[end : end + 2] in ("-s", "ft", "km"):
        return False
    if re.match(r"-\w", text[end : end + 2]) and not re.match(r"-(?:\d|era\b)", text[end : end + 5]):
        return False
    if re.search(r"\b(?:post|pre|mid)-$", text[max(0, start - 6) : start], re.IGNORECASE):
        return year in YEARS_BARE
    if (
        text[max(0, start - 1) : start] in ("-", "/", ".", ",", "#", ":", "+")
        or _word_after(text, end) in words.counted
    ):
        return False
    before = _word_before(text, start)
    if before in words.not_before_year:
        return False
    if before in words.signals:
        return year in YEARS_BARE or before in ("in", "since", "from", "until", "by", "of")
    return year in YEARS_BARE and (year % 100 != 0 or year == 2000)


def _word_before(text: str, start: int) -> str:
    found = re.search(r"([A-Za-z$€£#]+)[\s(]{1,3}$", text[max(0, start - 24) : start])
    return found.group(1).lower() if found else ""


def _word_after(text: str, end: int) -> str:
    found = re.match(r"[\s-]{1,3}([A-Za-z%]+)", text[end : end + 24])
    return found.group(1).lower() if found else ""
