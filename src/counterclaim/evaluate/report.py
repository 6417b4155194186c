"""What a measurement gives: scores, in tables, for each file of the data."""

from dataclasses import dataclass
from typing import Literal

from counterclaim.records import Rejection

Kind = Literal["statements", "figures", "dates", "places", "events"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One measure. `value` is a share, or an F1 where `precision` and `recall` stand beside it.

    `right` of `found` things read and of `wanted` things in the data; None where there is no such number.
    `low`, `high`: the 95 % interval of the value, by resampling documents. All None: nothing to measure.
    """

    name: str
    value: float | None
    right: int
    wanted: int
    found: int | None = None
    precision: float | None = None
    recall: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Scores that stand together under a title."""

    title: str
    scores: tuple[Score, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What was measured on one file: how many of its documents were read, and the tables."""

    file: str
    documents: int
    rejections: tuple[Rejection, ...]
    tables: tuple[Table, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that was measured: a sheet a file."""

    kind: Kind
    sheets: tuple[Sheet, ...]


def f1(
    name: str, right: int, found: int, wanted: int, *, low: float | None = None, high: float | None = None
) -> Score:
    """Precision, recall and F1 of `right` things, of `found` and of `wanted` ones; 0 of nothing."""
    value = harmonic(right, found, wanted)
    return Score(
        name=name,
        value=value,
        right=right,
        wanted=wanted,
        found=found,
        precision=right / found if found else 0.0,
        recall=right / wanted if wanted else 0.0,
        low=low,
        high=high,
    )


def harmonic(right: int, found: int, wanted: int) -> float:
    """The F1 of counts: 0 where nothing is right."""
    if not right:
        return 0.0
    precision, recall = right / found, right / wanted
    return 2 * precision * recall / (precision + recall)


def share(
    name: str, right: int, wanted: int, *, low: float | None = None, high: float | None = None
) -> Score:
    """The part of `wanted` that is `right`; of nothing there is no share."""
    return Score(
        name=name, value=right / wanted if wanted else None, right=right, wanted=wanted, low=low, high=high
    )
