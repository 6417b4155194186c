"""What one account says of the dead as a whole: one range out of all its figures.

An account leads with its own reckoning and then tells whose count it rests on, who counted otherwise, and
who the dead were. So the first whole toll is the account's; only where its words leave the top open ("at
least 12") does a higher count told further on close it.
"""

from collections.abc import Sequence

from counterclaim.records import Figure

KILLED = frozenset({"killed", "executed"})
"""What figures count where they count the dead."""

REACH_OF_A_TOP = 5.0
"""The same for a count that is itself an upper bound ("up to 70"): it is meant to close the range."""

ONE_INCIDENT = frozenset({"incident", "unclear"})

REACH = 2.0
"""Times a lower bound up to which a higher count is of the same dead; set on monitors' digests of incidents,
where 1.5 to 3 did as well: more is mostly another incident, or a whole war."""


def killed_range(figures: Sequence[Figure]) -> tuple[float, float] | None:
    """Least and most killed in the incident that one account tells of, or None where it counts no dead.

    `figures` are those of one article, in any order. Totals of a period, stocks and parts of a whole do not
    count, unless there is nothing else. A figure without an upper bound is read as the count that it gives,
    up to the highest count within `REACH` of it; one without a lower bound as reaching down in the same way.
    """
    dead = sorted(
        (f for f in figures if f.counted in KILLED and f.unit is None and _values(f)),
        key=lambda f: (f.start, f.id),
    )
    whole = [f for f in dead if _of_incident(f)] or dead
    if not whole:
        return None
    lead, *others = whole
    low, high = min(_values(lead)), max(_values(lead))
    told = [v for f in others if not _raised(f, others) for v in _values(f)]
    if lead.high is None and lead.best is None:
        tops = [f.high for f in others if f.low is None and f.high is not None]
        high = max(
            (
                *(v for v in told if high < v <= high * REACH),
                *(t for t in tops if high < t <= high * REACH_OF_A_TOP),
            ),
            default=high,
        )
    if lead.low is None and lead.best is None:
        low = min((v for v in told if high / REACH <= v < low), default=low)
    return low, high


def _raised(figure: Figure, figures: Sequence[Figure]) -> bool:
    """Whether a count is told as an earlier one, or as one that rose: then it is no bound any more."""
    if figure.earlier:
        return True
    most = max(_values(figure))
    return any(f.updates and f.start > figure.start and min(_values(f)) > most for f in figures)


def _of_incident(figure: Figure) -> bool:
    """Whether a figure is of one incident, as a whole; "so far" is of the incident as well."""
    so_far = figure.scope == "total" and figure.period is None
    return (figure.scope in ONE_INCIDENT or so_far) and figure.part_of is None


def _values(figure: Figure) -> tuple[float, ...]:
    """The numbers that a figure gives."""
    return tuple(v for v in (figure.low, figure.high, figure.best) if v is not None)
