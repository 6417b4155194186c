"""Dates as texts give them: found by a grammar, worked out to EDTF, compared as intervals."""

from counterclaim.values.dates.compare import compare_dates
from counterclaim.values.dates.edtf import acled_precision, interval, ucdp_precision
from counterclaim.values.dates.find import FoundDate, find_dates
from counterclaim.values.dates.quarters import quarter_named
from counterclaim.values.dates.timeml import timeml_of
from counterclaim.values.dates.words import DateWords

__all__ = [
    "DateWords",
    "FoundDate",
    "acled_precision",
    "compare_dates",
    "find_dates",
    "interval",
    "quarter_named",
    "timeml_of",
    "ucdp_precision",
]
