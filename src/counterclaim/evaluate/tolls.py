"""Tolls that were read, as the measures of figures take them."""

from collections.abc import Iterable

from counterclaim.records import Figure

KILLED = frozenset({"killed", "executed"})
INJURED = frozenset({"injured"})
EITHER = frozenset({"killed or injured", "casualties"})
HARMED = KILLED | INJURED | EITHER
"""What figures count where they count the dead, the wounded, or both together."""


def values(figure: Figure) -> frozenset[float]:
    """The numbers of a figure."""
    return frozenset(v for v in (figure.low, figure.high, figure.best) if v is not None)


def tolls(figures: Iterable[Figure]) -> list[Figure]:
    """The figures that count the dead, the wounded, or both together."""
    return [f for f in figures if f.counted in HARMED and f.unit is None and values(f)]
