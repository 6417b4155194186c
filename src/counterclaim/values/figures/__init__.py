"""Numbers as texts give them: bounds, rules for vague words, comparison."""

from counterclaim.values.figures.account import killed_range
from counterclaim.values.figures.classes import CountClass
from counterclaim.values.figures.compare import compare_figures, counted_class, numbers_differ, same_class
from counterclaim.values.figures.numbers import FoundNumber, find_numbers
from counterclaim.values.figures.units import Scale, comparable, converted, scale_of
from counterclaim.values.figures.words import FigureWords, Vague

__all__ = [
    "CountClass",
    "FigureWords",
    "FoundNumber",
    "Scale",
    "Vague",
    "comparable",
    "compare_figures",
    "converted",
    "counted_class",
    "find_numbers",
    "killed_range",
    "numbers_differ",
    "same_class",
    "scale_of",
]
