"""The syntax of an article, for walking: children, edges of subtrees, extents without stray marks."""

from collections.abc import Iterable, Sequence

from counterclaim.records import Extent, Parse

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
TRIMMED = frozenset(",;:.!?-–—―…'`’")
OPENING = "“\"‘'«"
CLOSING = "”\"’'»"


class Tree:
    """Read-only view of a Parse. Token numbers are indices into `Parse.tokens`."""

    def __init__(self, text: str, parse: Parse) -> None:
        self.text = text
        self.parse = parse
        self.tokens = parse.tokens
        self.sentences = parse.sentences
        self.words = parse.words
        self.lemmas = parse.lemmas
        self.children = parse.children
        self.sentence_of = parse.sentence_of
        self.left, self.right = parse.edges

    def lemma(self, i: int) -> str:
        """The lemma in lower case."""
        return self.lemmas[i]

    def low(self, i: int) -> str:
        """The word in lower case."""
        return self.words[i]

    def kids(self, i: int, *deps: str) -> list[int]:
        """The children of a token that stand in one of some relations to it."""
        return [c for c in self.children[i] if self.tokens[c].dep in deps]

    def sentence(self, i: int) -> Extent:
        """The token range of the sentence of a token."""
        return self.sentences[self.sentence_of[i]]

    def under(self, i: int, top: int) -> bool:
        """Whether a token is `top` or hangs below it."""
        while i != top:
            head = self.tokens[i].head
            if head == i:
                return False
            i = head
        return True

    def extent(self, first: int, last: int) -> Extent:
        """The characters from one token to another, both included."""
        return self.tokens[first].start, self.tokens[last].end

    def trimmed(self, first: int, last: int) -> Extent | None:
        """As `extent`, without marks and conjunctions at the edges; None if nothing is left."""
        while first <= last and self._stray(first, opening=True):
            first += 1
        while last >= first and self._stray(last, opening=False):
            last -= 1
        return self.extent(first, last) if first <= last else None

    def _stray(self, i: int, *, opening: bool) -> bool:
        token = self.tokens[i]
        if token.text in (OPENING if opening else CLOSING):
            return False
        return all(ch in TRIMMED for ch in token.text) or (token.dep == "cc" and not opening)

    def pieces(self, first: int, last: int, without: Iterable[Sequence[int]]) -> list[Extent]:
        """The extents from one token to another, less some token ranges (first, last included)."""
        gone = {i for a, b in without for i in range(a, b + 1)}
        found: list[Extent] = []
        start: int | None = None
        for i in range(first, last + 2):
            inside = i <= last and i not in gone
            if inside and start is None:
                start = i
            elif not inside and start is not None:
                piece = self.trimmed(start, i - 1)
                if piece:
                    found.append(piece)
                start = None
        return found
