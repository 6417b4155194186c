"""What stands within a sentence, found without walking through the whole article."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar


class Extended(Protocol):
    """Anything that stands at an extent of an article."""

    @property
    def start(self) -> int:
        """The first character."""
        ...

    @property
    def end(self) -> int:
        """The character after the last."""
        ...


T = TypeVar("T", bound=Extended)


class Standing(Generic[T]):
    """Things of one article by where they begin."""

    def __init__(self, things: Iterable[T]) -> None:
        self._things = sorted(things, key=lambda t: (t.start, t.end))
        self._starts = [t.start for t in self._things]

    def within(self, start: int, end: int) -> list[T]:
        """Those that begin within an extent, in order."""
        return self._things[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def at(self, place: int) -> T | None:
        """The last that begins at a place or before it, where it goes on beyond it; they must not overlap."""
        i = bisect_right(self._starts, place) - 1
        return self._things[i] if i >= 0 and self._things[i].end > place else None
