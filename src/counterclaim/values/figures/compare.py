"""Two figures side by side: the same, compatible, rival, or not to be compared at all."""

from collections.abc import Mapping
from dataclasses import replace

from counterclaim.records import Comparison, Figure
from counterclaim.values.figures.units import converted, scale_of

TOLERANCE = 0.1
"""An approximate number ("some 300") agrees with one within this share of it; set by reading, on no data."""

HEDGED_REACH = 1.5
"""A round lower bound ("more than 50") agrees with a count up to this multiple of it."""

UNSAID = frozenset(
    {"distance", "duration", "money", "share", "weight", "area", "volume", "power", "speed", "rate"}
)
"""What a measured figure counts where its sentence does not say of what it is the distance, the price …"""

PEOPLE_COUNTS = frozenset({
    "killed", "executed", "injured", "killed or injured", "casualties", "treated", "missing", "detained",
    "abducted", "tortured", "displaced", "evacuated", "besieged", "trapped", "held", "held as human shields",
    "freed", "arrived", "surrendered", "stationed", "remaining", "living there", "population",
})  # fmt: skip
"""Classes whose figures are counts of people: of them two lower bounds are rival answers. Of all else ("at
least 40 houses") bounds that overlap can both hold."""


def compare_figures(a: Figure, b: Figure, *, families: Mapping[str, str] | None = None) -> Comparison:
    """Compare what two figures say, by what they count and then by their numbers.

    A toll is a count: "at least 58" and "at least 100" are rival answers, though both could hold as bounds;
    of what is no count of people, bounds that overlap are compatible. A part that is more than its whole is
    different from it, another part and whole are not comparable.
    Units of one scale are converted (miles and kilometres, minutes and hours), and then each is taken for
    rounded; measures are comparable only where both say what they measure, and it is the same.
    Figures of another thing, people, scope or time are not comparable. Places are the caller's to compare: a
    name alone does not tell that one lies within the other. The outcome does not depend on the order; the
    sentence names both values as they stand in the texts.
    """
    words = sorted((f"“{a.text}”", f"“{b.text}”"))
    both = " and ".join(words)
    if _exceeds(a, b) or _exceeds(b, a):
        return Comparison(
            outcome="different", why=f"{both} cannot both hold: a part is no more than its whole"
        )
    apart = _apart(a, b, families or {})
    if apart:
        return Comparison(outcome="not_comparable", why=f"{both} {apart}")
    a, b = _on_one_scale(a, b)
    x, y = _interval(a), _interval(b)
    if x is None or y is None:
        return Comparison(
            outcome="not_comparable", why=f"{both} cannot be set side by side: one gives no number"
        )
    if a.vague or b.vague:
        return _with_vague(a, b, both)
    if (a.low, a.high, a.best) == (b.low, b.high, b.best):
        return Comparison(outcome="same", why=f"{both} give the same number")
    if _point(a) is not None and _point(a) == _point(b):
        if {_side(a), _side(b)} == {"low", "high"}:
            return Comparison(outcome="compatible", why=f"{both} bound the same number from two sides")
        return Comparison(outcome="same", why=f"{both} give the same number")
    bounds = {a.counted, b.counted}.isdisjoint(PEOPLE_COUNTS) and _overlap(x, y)
    if bounds or _agree(a, b) or _agree(b, a):
        return Comparison(outcome="compatible", why=f"{both} can both hold")
    return Comparison(outcome="different", why=f"{both} are rival numbers of the same thing")


def numbers_differ(a: Figure, b: Figure) -> bool:
    """Whether the numbers of two figures on one scale cannot both hold of one thing, whatever they count."""
    one, two = (
        replace(f, counted="it", population=None, part_of=None, when=None, scope="unclear") for f in (a, b)
    )
    return compare_figures(one, two).outcome == "different"


def counted_class(counted: str) -> str:
    """The class by which figures are set side by side: what is counted, in lower case."""
    return counted.lower()


def same_class(a: str | None, b: str | None, *, families: Mapping[str, str] | None = None) -> bool:
    """Whether two counted classes may be set side by side: equal, or of one family."""
    known = families or {}
    return a is not None and b is not None and (a == b or known.get(a, a) == known.get(b, b))


def _apart(a: Figure, b: Figure, families: Mapping[str, str]) -> str | None:
    """Why two figures are not of the same thing, or None."""
    if scale_of(a.unit).name != scale_of(b.unit).name:
        return "are in different units"
    if a.unit is not None:
        if not (a.counted and b.counted) or {a.counted, b.counted} & UNSAID:
            return "do not both say what they measure"
        if not _same_people(a, b):
            return "measure different things"
    if a.counted and b.counted and a.counted != b.counted:
        incident = a.scope in {"incident", "unclear"} and b.scope in {"incident", "unclear"}
        if not (incident and same_class(a.counted, b.counted, families=families)):
            first, second = sorted((a.counted, b.counted))
            return f"count different things: {first} and {second}"
    scopes = {a.scope, b.scope} - {"unclear"}
    if len(scopes) == 2:
        first, second = sorted(scopes)
        return f"have different scopes: {first} and {second}"
    if (a.part_of is None) != (b.part_of is None) and not _same_people(a, b):
        return "are a part and a whole"
    if a.part_of is not None and b.part_of is not None and not _same_people(a, b):
        return "are parts of different people"
    if a.when and b.when and not _same_time(a.when, b.when):
        first, second = sorted((a.when, b.when))
        return f"are of different times: {first} and {second}"
    return None


def _exceeds(part: Figure, whole: Figure) -> bool:
    """Whether a part is more than the whole that it is of, whatever its words leave open."""
    if (
        part.part_of is None
        or part.part_of != whole.id
        or part.unit != whole.unit  # "30 percent of them" is no more than any whole
        or part.vague
        or whole.vague
    ):
        return False
    least = next((v for v in (part.low, part.best) if v is not None), None)
    most = next((v for v in (whole.high, whole.best) if v is not None), None)
    return least is not None and most is not None and least > most


def _on_one_scale(a: Figure, b: Figure) -> tuple[Figure, Figure]:
    """Both figures in the base of their scale, where their units differ; a plain number is rounded there."""
    if a.unit == b.unit:
        return a, b
    return _in_base(a), _in_base(b)


def _in_base(figure: Figure) -> Figure:
    low, high, best = converted(figure, 1.0)
    if low is not None and low == high:
        return replace(figure, low=None, high=None, best=low)
    return replace(figure, low=low, high=high, best=best)


Interval = tuple[float | None, float | None]


def _overlap(x: Interval, y: Interval) -> bool:
    """Whether some number lies within both intervals; an open end is without bound."""
    low = max((v for v in (x[0], y[0]) if v is not None), default=None)
    high = min((v for v in (x[1], y[1]) if v is not None), default=None)
    return low is None or high is None or low <= high


def _same_people(a: Figure, b: Figure) -> bool:
    return (a.population or "").lower() == (b.population or "").lower()


def _same_time(a: str, b: str) -> bool:
    """Whether one EDTF value lies within the other, as far as their digits say."""
    x, y = a.rstrip("~?%"), b.rstrip("~?%")
    return "/" in x or "/" in y or x.startswith(y) or y.startswith(x)


def _interval(f: Figure) -> Interval | None:
    """The bounds of a figure, a best alone widened by the tolerance; None where it gives no number."""
    if f.low is None and f.high is None:
        if f.best is None:
            return None
        return (f.best * (1 - TOLERANCE), f.best * (1 + TOLERANCE))
    return (f.low, f.high)


def _point(f: Figure) -> float | None:
    """The one number that a figure names; None for a range."""
    values = {v for v in (f.low, f.high, f.best) if v is not None}
    return values.pop() if len(values) == 1 else None


def _side(f: Figure) -> str:
    """Which bound a figure gives: exact, low, high, about or range."""
    if f.low is not None and f.high is not None:
        return "exact" if f.low == f.high else "range"
    if f.low is not None:
        return "low"
    return "high" if f.high is not None else "about"


def _with_vague(a: Figure, b: Figure, both: str) -> Comparison:
    """A vague word agrees with any number from its floor to ten times that, and with its equal."""
    if a.vague and b.vague:
        if a.vague == b.vague:
            return Comparison(outcome="same", why=f"{both} use the same vague word")
        return _vague_pair(a, b, both)
    vague, exact = (a, b) if a.vague else (b, a)
    floor = vague.low if vague.low is not None else 0.0
    values = [v for v in (exact.low, exact.high, exact.best) if v is not None]
    if any(floor <= v <= max(floor, 1) * VAGUE_REACH for v in values) or (
        exact.low is None and max(values) >= floor
    ):
        return Comparison(outcome="compatible", why=f"{both} can both hold")
    return Comparison(outcome="different", why=f"{both} are rival numbers of the same thing")


VAGUE_REACH = 10
"""How many times its floor a vague plural may stand for: "hundreds" is less than a thousand."""


def _vague_pair(a: Figure, b: Figure, both: str) -> Comparison:
    low, high = sorted((a.low or 0.0, b.low or 0.0))
    if high < low * VAGUE_REACH / 2 or low == high:
        return Comparison(outcome="compatible", why=f"{both} can both hold")
    return Comparison(outcome="different", why=f"{both} are rival numbers of the same thing")


def _agree(a: Figure, b: Figure) -> bool:
    """Whether `b` can hold beside `a` as a statement of the same count (asked both ways round)."""
    x, y = _interval(a), _interval(b)
    if x is None or y is None:
        return False
    sides = {_side(a), _side(b)}
    if _side(a) == "low" and a.low is not None:
        if not _round(a.low):
            return _side(b) == "high" and b.high is not None and b.high >= a.low
        if _side(b) == "low" and b.low is not None:
            return a.low <= b.low <= a.low * HEDGED_REACH
        upper = b.high if b.high is not None else y[1]
        nearest = b.low if b.low is not None else y[0]
        if _side(b) == "high":
            return upper is not None and upper >= a.low
        return upper is not None and upper >= a.low and (nearest is None or nearest <= a.low * HEDGED_REACH)
    if "low" in sides:
        return False
    return _overlap(x, y)


def _round(value: float) -> bool:
    """Whether a number is given to one or two leading figures: 50, 120, 300, not 58 or 126."""
    return value >= 10 and value % 10 == 0
