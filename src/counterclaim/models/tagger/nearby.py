"""Attributions by where they stand, so that each is compared with its neighbours alone."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from counterclaim.records import Attribution, Extent

STRETCH = 512
"""Characters of a stretch of the text under which attributions are kept."""


class Nearby:
    """Attributions of an article in an order, to be asked for those that reach into some words."""

    def __init__(self, attributions: Iterable[Attribution] = ()) -> None:
        self._every: list[tuple[int, int, Attribution]] = []
        self._in: dict[int, list[int]] = defaultdict(list)
        for one in attributions:
            self.add(one)

    def add(self, one: Attribution) -> None:
        """Put one behind the others."""
        start, end = reach(one)
        for stretch in range(start // STRETCH, end // STRETCH + 1):
            self._in[stretch].append(len(self._every))
        self._every.append((start, end, one))

    def within(self, start: int, end: int) -> list[Attribution]:
        """Those that, from first to last character, share one with a part of the text, in order."""
        return [self._every[number][2] for number in self.numbers(start, end)]

    def numbers(self, start: int, end: int) -> list[int]:
        """The same by their numbers in the order in which they were put here."""
        held = [self._in.get(stretch, ()) for stretch in range(start // STRETCH, end // STRETCH + 1)]
        numbers: Sequence[int] = held[0] if len(held) == 1 else sorted({n for some in held for n in some})
        every = self._every
        return [n for n in numbers if every[n][0] < end and start < every[n][1]]

    def to(self, one: Attribution) -> list[Attribution]:
        """Those that share a character with an attribution, taken from its first to its last; itself too."""
        return self.within(*reach(one))


def reach(one: Attribution) -> Extent:
    """From the first character of an attribution to the last."""
    extents = (*one.source, *one.cue, *one.content)
    return min([start for start, _ in extents], default=0), max([end for _, end in extents], default=0)
