"""The words of dates, and the pattern made of them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

from counterclaim.values.dates.rules import RULES

LEADS = frozenset(
    (
        *("the", "thi", "tha", "las", "nex", "pas", "pre", "ear", "lat", "mid", "beg", "end", "tod", "ton"),
        *("yes", "tom", "in", "ove", "on", "at", "dur", "mor", "les", "abo", "nea", "alm", "aro", "som"),
        *(
            "rou",
            "jus",
            "onl",
            "wel",
            "noo",
            "ove",
            "daw",
            "day",
            "dus",
            "nig",
            "sun",
            "hou",
            "dai",
            "wee",
            "mon",
        ),
        *(
            "qua",
            "yea",
            "ann",
            "eac",
            "eve",
            "cou",
            "sev",
            "man",
            "few",
            "rec",
            "com",
            "cur",
            "now",
            "pre",
            "rig",
        ),
        *("fir", "sec", "fou", "fin", "fis", "sam", "up", "no", "min", "dec", "cen"),
    )
)
"""The first three letters of words, besides those of the lexicon, with which a shape of `rules` begins."""

CORES = frozenset(
    (
        *(
            "day",
            "hou",
            "min",
            "wee",
            "mon",
            "yea",
            "dec",
            "cen",
            "qua",
            "per",
            "for",
            "mor",
            "aft",
            "eve",
            "nig",
        ),
        *(
            "ago",
            "fut",
            "pre",
            "mom",
            "tod",
            "ton",
            "tom",
            "yes",
            "now",
            "cur",
            "rec",
            "noo",
            "mid",
            "daw",
            "dus",
        ),
        *("sun", "ove", "hal", "rig", "ann", "dai", "nin", "cou"),
    )
)
"""The first three letters of the words, besides names and digits, of which every shape holds one at least."""

SPACE = r"[^\S\n]{0,4}\s[^\S\n]{0,4}"
MAYBE_SPACE = r"[^\S\n]{0,4}\n?[^\S\n]{0,4}"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateWords:
    """The reviewed words of `models/lexicon/dates.toml`.

    `months`, `weekdays`, `seasons`, `numbers` map lower-case spellings (no dot) to numbers: months from 1,
    weekdays from 0 (Monday), seasons by EDTF code; `floating` holidays to month, weekday and which of the
    month. `scanner` matches a date where it begins in a `lowered` text, its `lastgroup` is the rule; only
    words with a digit first or one of `leads` can begin one, with one of `cores` or a digit near; `rules`
    read its parts.
    """

    months: Mapping[str, int]
    short_months: frozenset[str]
    weekdays: Mapping[str, int]
    seasons: Mapping[str, int]
    numbers: Mapping[str, int]
    holidays: Mapping[str, tuple[int, int] | None]
    floating: Mapping[str, tuple[int, int, int]]
    doubtful_months: frozenset[str]
    signals: frozenset[str]
    counted: frozenset[str]
    not_before_year: frozenset[str]
    leads: frozenset[str]
    cores: frozenset[str]
    scanner: re.Pattern[str]
    rules: Mapping[str, re.Pattern[str]]

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> Self:
        """Make the words of a parsed TOML table."""
        months = _numbered(table.get("months", {}), first=1)
        weekdays = _numbered(table.get("weekdays", {}), first=0)
        seasons = dict(table.get("seasons", {}))
        numbers = dict(table.get("numbers", {}))
        floating = {k: (v[0], v[1], v[2]) for k, v in table.get("floating_holidays", {}).items()}
        holidays = {k: (v[0], v[1]) if v else None for k, v in table.get("holidays", {}).items()}
        lists = table.get("lists", {})
        pieces = {
            "MONTH": f"(?:{_either(months)})\\.?",
            "LONGMONTH": f"(?:{_either(table.get('months', {}))})",
            "WEEKDAY": f"(?:{_either(table.get('weekdays', {}))})",
            "ANYWEEKDAY": f"(?:{_either(weekdays)})\\.?",
            "SEASON": f"(?:{_either(seasons)})",
            "NUMBER": f"(?:\\d{{1,3}}|{_either(numbers)})",
            "HOLIDAY": f"(?:{_either([*holidays, *floating])})",
        }
        sources = {name: _filled(source, pieces) for name, source in RULES}
        plain = "|".join(f"(?P<{n}>{_lower(_nameless(s))})" for n, s in sources.items())
        return cls(
            months=months,
            short_months=frozenset(m for m in months if m not in table["months"]),
            weekdays=weekdays,
            seasons=seasons,
            numbers=numbers,
            holidays=holidays,
            floating=floating,
            doubtful_months=frozenset(lists.get("months_also_words", ())),
            signals=frozenset(lists.get("signals", ())),
            counted=frozenset(lists.get("counted", ())),
            not_before_year=frozenset(lists.get("not_before_year", ())),
            leads=LEADS
            | {w.split()[0][:3] for t in (months, weekdays, seasons, numbers, holidays, floating) for w in t},
            cores=CORES
            | {w[:3] for t in (months, weekdays, seasons, holidays, floating) for k in t for w in k.split()},
            scanner=re.compile(rf"(?<![\w$€£])(?:{plain})(?!\w)"),
            rules={name: re.compile(source, re.IGNORECASE) for name, source in sources.items()},
        )


def _nameless(source: str) -> str:
    """A rule without its groups; a repeated separator is held by the rule itself."""
    return re.sub(r"[(][?]P<[a-z0-9]+>", "(?:", source).replace("(?P=sep)", "[/.]")


def _lower(source: str) -> str:
    """A pattern for `lowered` text; what a backslash stands before keeps its meaning."""
    return re.sub(r"(?<!\\)[A-Z]", lambda m: m[0].lower(), source)


def _numbered(table: Mapping[str, Iterable[str]], *, first: int) -> dict[str, int]:
    return {word: n for n, (long, short) in enumerate(table.items(), first) for word in (long, *short)}


def _either(words: Iterable[str]) -> str:
    """An alternation, the longest first, so that "sept" is not read as "sep"."""
    return "|".join(map(re.escape, sorted(words, key=lambda w: (-len(w), w)))) or "(?!)"


def _filled(source: str, pieces: Mapping[str, str]) -> str:
    for name, piece in pieces.items():
        source = re.sub(rf"\b{name}\b", lambda _, p=piece: p, source)  # type: ignore[misc]
    return (
        source.replace("[- ]", f"(?:-|{SPACE})")
        .replace("[ ]", SPACE)
        .replace("\\ ", " ")
        .replace(" ", SPACE)
        .replace("~", MAYBE_SPACE)
    )


def year_named(text: str) -> int | None:
    """The last year that a date's own words hold, between 1900 and 2099."""
    found = re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", text)
    return int(found[-1]) if found else None
