"""A story's title, taken from its articles."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from counterclaim.stages.group.likeness import Profile

LONGEST = 90
"""Characters of a title before place and day."""


def title_of(members: Sequence[Profile]) -> str:
    """The opening of the most central article, with the place most of them name and the first day."""
    mean = np.mean([m.vector for m in members], axis=0)
    central = max(members, key=lambda m: (round(float(m.vector @ mean), 6), m.article))
    opening = cut(" ".join(central.opening.split()))
    places = Counter(m.places[0] for m in members if m.places)
    place = min(places, key=lambda p: (-places[p], p)) if places else None
    days = sorted(m.day for m in members if m.day)
    told = [
        part
        for part in (place if place and place.casefold() not in opening.casefold() else None, *days[:1])
        if part
    ]
    return f"{opening or 'Untitled'} ({', '.join(told)})" if told else opening or "Untitled"


def cut(text: str) -> str:
    """The text itself, or its words up to `LONGEST` characters with an ellipsis."""
    if len(text) <= LONGEST:
        return text
    end = text.rfind(" ", 0, LONGEST)
    return text[: end if end > 0 else LONGEST].rstrip(" ,;:–—-") + "…"
