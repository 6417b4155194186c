"""2. An Article becomes Statements: who says what, through whom, in what manner."""

from typing import Protocol

from counterclaim.records import Article, Attributed, Attribution, Parse
from counterclaim.values.acts import ActWords
from counterclaim.values.names import NameWords


class Tagger(Protocol):
    """Finds attributions: source, cue and content extents, in order of the content's start."""

    def __call__(self, article: Article, parse: Parse) -> tuple[Attribution, ...]: ...


def attribute(
    article: Article, parse: Parse, *, tagger: Tagger, acts: ActWords, names: NameWords
) -> Attributed:
    """Read the statements of an article, with speakers resolved and hops in order."""
    return Attributed(statements=(), mentions=())
