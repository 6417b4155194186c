"""Lengths of time, sets and words for now: what is no place on the calendar, with its TimeML value."""

from counterclaim.values.dates.context import Context, Groups, Resolved, counted, number_of, plain

UNITS = {
    "second": "PT{}S", "minute": "PT{}M", "hour": "PT{}H", "day": "P{}D", "night": "P{}D", "week": "P{}W",
    "weekend": "P{}WE", "fortnight": "P{}W", "month": "P{}M", "quarter": "P{}Q", "summer": "P{}SU",
    "winter": "P{}WI", "year": "P{}Y", "decade": "P{}DE", "century": "P{}CE", "centurie": "P{}CE",
}  # fmt: skip
REFERENCES = {"n": "PRESENT_REF", "p": "PAST_REF", "f": "FUTURE_REF"}
OFTEN = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W",
    "monthly": "P1M", "quarterly": "P1Q", "yearly": "P1Y", "annually": "P1Y",
}  # fmt: skip


def length(number: int | None, unit: str) -> str:
    """TimeML's value of so many units; None for "several". A decade is ten years, a fortnight two weeks."""
    unit = unit.rstrip("s") if unit != "centuries" else "century"
    if number is not None and unit in ("decade", "century", "fortnight"):
        number *= {"decade": 10, "century": 100, "fortnight": 2}[unit]
        unit = "week" if unit == "fortnight" else "year"
    return UNITS[unit].format("X" if number is None else number)


def duration(g: Groups, c: Context) -> Resolved | None:
    """Read "three days", "a two-week truce", "several months"."""
    number = number_of(g["n"] or g["n2"], c) if g["n"] or g["n2"] else None
    unit = plain(g["u"] or g["u2"] or g["u3"] or g["u4"])
    if g["u4"]:
        number = 1
    if g.get("hf") and number is not None and unit.rstrip("s") == "year":
        return _length(f"P{number}.5Y", f"{number} and a half years")
    told = counted(number, unit.rstrip("s")) if number is not None else f"some {unit}"
    return _length(length(number, unit), told)


def couple(g: Groups, _: Context) -> Resolved | None:
    """Read "a couple of weeks"."""
    unit = plain(g["u"])
    return _length(length(2, unit), f"two {unit}")


def repeated(g: Groups, c: Context) -> Resolved | None:
    """Read "every day", "each July", "on Fridays", "weekly"."""
    if g["o"]:
        return _set(OFTEN[plain(g["o"])])
    if g["wd"] or g["wd2"]:
        return _set(f"XXXX-WXX-{c.words.weekdays[plain(g['wd'] or g['wd2']).removesuffix('s')] + 1}")
    if g["m"]:
        return _set(f"XXXX-{c.words.months[plain(g['m']).rstrip('.')]:02d}")
    number = number_of(g["n"], c) if g["n"] else 2 if g["other"] else 1
    return _set(length(number, plain(g["u"])))


def reference(g: Groups, _: Context) -> Resolved | None:
    """Read "now", "recently", "in recent weeks", "in the future", "the coming days"."""
    which = next(REFERENCES[k] for k in REFERENCES if g[k])
    word = {"PRESENT_REF": "present", "PAST_REF": "past", "FUTURE_REF": "future"}[which]
    return Resolved(None, None, f"the {word}, no day of it named", timeml=which, kind="reference")


def _length(value: str, told: str) -> Resolved:
    return Resolved(None, None, f"a length of time, not a date: {told}", timeml=value, kind="duration")


def _set(value: str) -> Resolved:
    return Resolved(None, None, "what comes again and again, not one date", timeml=value, kind="set")
