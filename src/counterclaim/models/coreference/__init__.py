"""Which words of an article stand for the same: candidates over the parse, small networks, best links.

Mention ranking after Denis and Baldridge (2008) and Durrett and Klein (2013): each mention chooses among
those before it, or none, by features of both and of their pair.
"""

from pathlib import Path

from counterclaim.models.coreference.candidates import find
from counterclaim.models.coreference.linker import Linker
from counterclaim.models.coreference.mentions import know
from counterclaim.models.coreference.network import Learnt, load_learnt
from counterclaim.models.coreference.words import CoreferenceWords
from counterclaim.records import Article, Parse
from counterclaim.stages.attribute.chains import Chains, Given
from counterclaim.stages.attribute.quotes import find_quotes
from counterclaim.stages.attribute.tree import Tree

THRESHOLD = -0.5
"""Score above which a mention has an antecedent. Set on GUM's development part; -0.7 to -0.5 do as well."""


class MentionRanker:
    """Finds chains with networks trained on GUM (Zeldes 2017), in the OntoNotes style of its chains.

    The weights are read at the first call; calls after that hold no state.
    """

    def __init__(self, *, weights: Path, words: CoreferenceWords, threshold: float = THRESHOLD) -> None:
        self._weights = weights
        self._words = words
        self._threshold = threshold
        self._loaded: Learnt | None = None

    def __call__(self, article: Article, parse: Parse) -> Chains:
        """Make the chains of an article ready to be asked for."""
        if self._loaded is None:
            self._loaded = load_learnt(self._weights)
        tree = Tree(article.text, parse)
        known = know(article, tree, find(tree), words=self._words, quotes=find_quotes(article))
        if not known:
            return Given(tree, ())
        return Linker(known, tree, learnt=self._loaded, threshold=self._threshold)

    def __getstate__(self) -> dict[str, object]:
        return {**self.__dict__, "_loaded": None}
