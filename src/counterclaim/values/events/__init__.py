"""Events in ACLED's terms: their types, and how two of them stand to each other."""

from counterclaim.values.events.compare import compare_events
from counterclaim.values.events.types import CASE_LABELS, SUB_TYPES

__all__ = ["CASE_LABELS", "SUB_TYPES", "compare_events"]
