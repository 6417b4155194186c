"""How far a score would move with other documents of the same kind: the bootstrap over documents."""

from collections.abc import Callable, Sequence
from random import Random

SAMPLES = 1000
SEED = 20161213
"""Any number does; a fixed one gives the same interval each time."""

LEAST = 5
"""Documents under which an interval would say nothing."""

Counts = tuple[int, ...]


def interval(
    counts: Sequence[Counts], value: Callable[[Counts], float | None]
) -> tuple[float | None, float | None]:
    """The 2.5th and 97.5th percentile of a value over resampled documents (Efron 1979, percentile method).

    `counts` holds the numbers of each document, `value` makes a score of their sums. Too few documents, or
    a score that no sample has, give (None, None).
    """
    if len(counts) < LEAST:
        return None, None
    chance = Random(SEED)
    drawn = []
    for _ in range(SAMPLES):
        sample = chance.choices(counts, k=len(counts))
        got = value(tuple(map(sum, zip(*sample, strict=True))))
        if got is not None:
            drawn.append(got)
    if not drawn:
        return None, None
    drawn.sort()
    edge = round(0.025 * (len(drawn) - 1))
    return drawn[edge], drawn[len(drawn) - 1 - edge]
