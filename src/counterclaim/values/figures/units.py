"""What numbers are measured in: the scale of a unit, and how much of the scale's base one of it is."""

from collections.abc import Mapping
from dataclasses import dataclass

from counterclaim.records import Figure

UNITS: Mapping[str, tuple[str, float]] = {
    "millimetres": ("length", 0.001),
    "centimetres": ("length", 0.01),
    "inches": ("length", 0.0254),
    "feet": ("length", 0.3048),
    "yards": ("length", 0.9144),
    "metres": ("length", 1.0),
    "kilometres": ("length", 1000.0),
    "miles": ("length", 1609.344),
    "nautical miles": ("length", 1852.0),
    "seconds": ("time", 1.0),
    "minutes": ("time", 60.0),
    "hours": ("time", 3600.0),
    "days": ("time", 86_400.0),
    "weeks": ("time", 604_800.0),
    "nights": ("nights", 1.0),
    "months": ("months", 1.0),
    "years": ("months", 12.0),
    "decades": ("months", 120.0),
    "centuries": ("months", 1200.0),
    "grams": ("weight", 0.001),
    "pounds": ("weight", 0.45359237),
    "kilograms": ("weight", 1.0),
    "tonnes": ("weight", 1000.0),
    "square metres": ("area", 1.0),
    "acres": ("area", 4046.8564224),
    "hectares": ("area", 10_000.0),
    "square kilometres": ("area", 1_000_000.0),
    "square miles": ("area", 2_589_988.110336),
    "litres": ("volume", 1.0),
    "gallons": ("volume", 3.785411784),
    "barrels": ("volume", 158.987294928),
    "cubic metres": ("volume", 1000.0),
    "watts": ("power", 1.0),
    "kilowatts": ("power", 1000.0),
    "megawatts": ("power", 1_000_000.0),
    "percent": ("share", 1.0),
    "percentage points": ("percentage points", 1.0),
}
"""Each unit's scale and its size there, by definition of the units. A month is no fixed number of days, so
weeks and months are on two scales. A currency, and what is not here, is a scale of its own."""

SINGULAR: Mapping[str, str] = {
    unit.removesuffix("s"): unit
    for unit in ("seconds", "minutes", "hours", "days", "nights", "weeks", "months", "years")
}
"""What a rate may be counted by."""

PER = " per "
"""Stands in the name of a rate: "per day" of a count, "USD per month", "kilometres per hour"."""

DIGITS = 9
"""Leading figures that are kept in converting, so that 24 hours and one day are the same number."""


@dataclass(frozen=True, slots=True)
class Scale:
    """The scale that a unit is on, by name, and how many of its base one of the unit is."""

    name: str
    factor: float


def scale_of(unit: str | None) -> Scale:
    """The scale of a unit as figures name it; of None, a count, whose scale is "number".

    A rate is on the scale of what is counted by that of the time: 70 a week is 10 a day.
    """
    if unit is None:
        return Scale("number", 1.0)
    over, _, under = f" {unit}".partition(PER)
    if under:
        above, below = scale_of(over.strip() or None), _of(SINGULAR.get(under, under))
        return Scale(f"{above.name}{PER}{below.name}", above.factor / below.factor)
    return _of(unit)


def _of(unit: str) -> Scale:
    return Scale(*UNITS.get(unit, (unit, 1.0)))


def comparable(a: str | None, b: str | None) -> bool:
    """Whether two units are on one scale, so that numbers in them can be set side by side."""
    return scale_of(a).name == scale_of(b).name


def converted(figure: Figure, factor: float) -> tuple[float | None, float | None, float | None]:
    """Low, high and best of a figure in another unit of its scale, by that unit's factor; 1.0 is the base."""
    times = scale_of(figure.unit).factor / factor

    def moved(value: float | None) -> float | None:
        return None if value is None else float(f"{value * times:.{DIGITS}g}")

    return moved(figure.low), moved(figure.high), moved(figure.best)
