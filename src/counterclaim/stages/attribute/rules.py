"""Attributions by rules over dependencies, with the cues of the lexicon."""

from dataclasses import dataclass

from counterclaim.records import Article, Attribution, Parse
from counterclaim.values.acts import ActWords


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleTagger:
    """The `Tagger` that needs no weights."""

    acts: ActWords

    def __call__(self, article: Article, parse: Parse) -> tuple[Attribution, ...]:
        """Find the attributions of an article."""
        return ()
