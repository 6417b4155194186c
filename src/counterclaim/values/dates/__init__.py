"""Dates as texts give them: found by a grammar, worked out to EDTF, compared as intervals."""

from counterclaim.values.dates.edtf import acled_precision, compare_dates, interval, ucdp_precision
from counterclaim.values.dates.find import FoundDate, find_dates
from counterclaim.values.dates.words import DateWords

__all__ = [
    "DateWords",
    "FoundDate",
    "acled_precision",
    "compare_dates",
    "find_dates",
    "interval",
    "ucdp_precision",
]
