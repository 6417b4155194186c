"""6. The claims of a story become Questions with their Answers side by side."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol, Self
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from counterclaim.records import Cast, OpenQuestion


class Encoder(Protocol):
    """Turns texts into unit vectors: float32, one row a text."""

    def __call__(self, texts: Sequence[str]) -> NDArray[np.float32]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionWords:
    """The reviewed words of `models/lexicon/questions.toml`."""

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> Self:
        """Make the words of a parsed TOML table."""
        return cls()


def match(cast: Cast, *, encoder: Encoder, words: QuestionWords) -> tuple[OpenQuestion, ...]:
    """Set the claims of a story against each other where they are about the same thing."""
    return ()
