"""Where the words of a window stand in the article."""

from bisect import bisect_left
from collections.abc import Sequence

from counterclaim.models.tagger.decode import Run
from counterclaim.models.tagger.windows import Window
from counterclaim.models.tagger.words import Word
from counterclaim.records import Extent


class Place:
    """A window's words, numbered from 1 as the model's scores are, with the paragraph of each."""

    def __init__(self, window: Window) -> None:
        self.words: list[tuple[Word, int]] = [
            (word, number) for number, paragraph in enumerate(window) for word in paragraph
        ]
        self._starts = [word.start for word, _ in self.words]
        self.first = self._starts[0] if self.words else 0
        self.end = self.words[-1][0].end if self.words else 0

    def holds_some_of(self, extents: Sequence[Extent]) -> bool:
        """Whether an extent has characters between the window's first and last."""
        return any(start < self.end and self.first < end for start, end in extents)

    def runs(self, extents: Sequence[Extent]) -> list[Run]:
        """Extents as runs of words; what stands outside the window is left out."""
        found = []
        for start, end in extents:
            a, b = bisect_left(self._starts, start), bisect_left(self._starts, end)
            if a < b and start < self.end:
                found.append((a + 1, b + 1))
        return found

    def extents(self, runs: Sequence[Run]) -> tuple[Extent, ...]:
        """Runs of words as extents; none crosses a paragraph."""
        found: list[Extent] = []
        for start, end in runs:
            previous = None
            for word, paragraph in self.words[start - 1 : end - 1]:
                if paragraph == previous:
                    found[-1] = (found[-1][0], word.end)
                else:
                    found.append((word.start, word.end))
                previous = paragraph
        return tuple(found)
