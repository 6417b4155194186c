"""What a date is reckoned from, and what reckoning gives."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from counterclaim.records import DateKind, DatePrecision
from counterclaim.values.dates.anchor import Anchor
from counterclaim.values.dates.words import DateWords

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
    named: str | None = None
    """The EDTF value of the date named last, whatever its precision: for "that year"."""
    quarter: tuple[int, int] | None = None
    """The quarter named last, and its year: what "a year earlier" is told of in business news."""


class Resolved(NamedTuple):
    """An EDTF value, or None; `year` is the year where the words themselves give it.

    `timeml`: the value in TimeML, where it is not that of the EDTF value.
    """

    value: str | None
    precision: DatePrecision | None
    basis: str
    year: int | None = None
    timeml: str | None = None
    kind: DateKind = "date"


NO_ANCHOR = "needs the published date, which is not known"


def month_of(g: Groups, c: Context) -> int:
    """The month that the parts name."""
    name = g["m"] or ""
    return int(name) if name.isdigit() else c.words.months[plain(name).rstrip(".")]


def number_of(text: str | None, c: Context) -> int:
    """A number in digits or words."""
    return int(text) if text and text.isdigit() else c.words.numbers[plain(text)]


def counted(number: int, unit: str) -> str:
    """The number with its unit, in the plural where it is not one."""
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def plain(text: str | None) -> str:
    """The words in lower case with single blanks."""
    return " ".join((text or "").lower().split())


def shown(c: Context) -> str:
    """The published date as far as it is known."""
    a = c.anchor
    return str(a.day or (f"{a.year}-{a.month:02d}" if a.month else a.year))
