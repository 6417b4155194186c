"""Noun phrases and clauses in a parse: which tokens hang from which, and the words they take."""

from collections.abc import Iterator

from counterclaim.records import Extent, Parse

CLAUSES = frozenset({"relcl", "acl", "appos", "advcl", "ccomp", "parataxis", "conj", "cc", "punct", "prep"})


class Tree:
    """The dependants of each token, made once for a parse."""

    def __init__(self, parse: Parse) -> None:
        self.parse, self.tokens = parse, parse.tokens
        self.sentences = parse.sentences
        self.sentence_of = parse.sentence_of
        self.words, self.lemmas = parse.words, parse.lemmas
        self._children = parse.children
        self._first, self._last = parse.edges

    def children(self, index: int, *deps: str) -> list[int]:
        """The dependants of a token, all or those with one of the labels, in the order of the text."""
        if not deps:
            return list(self._children[index])
        return [child for child in self._children[index] if self.tokens[child].dep in deps]

    def first(self, index: int, *deps: str) -> int | None:
        """The first dependant with one of the labels."""
        for child in self._children[index]:
            if self.tokens[child].dep in deps:
                return child
        return None

    def below(self, index: int, *, without: frozenset[str] = frozenset()) -> Iterator[int]:
        """A token and all that hangs from it, leaving out branches whose label is in `without`."""
        stack = [index]
        while stack:
            here = stack.pop()
            yield here
            stack.extend(child for child in self._children[here] if self.tokens[child].dep not in without)

    def extent(self, index: int, *, without: frozenset[str] = frozenset()) -> Extent:
        """The words of a token's subtree as one stretch of the text, without a mark at either end."""
        if without:
            inside = list(self.below(index, without=without))
            low, high = min(inside), max(inside)
        else:
            low, high = self._first[index], self._last[index]
        while low < high and self.tokens[low].dep == "punct":
            low += 1
        while high > low and self.tokens[high].dep == "punct":
            high -= 1
        return self.tokens[low].start, self.tokens[high].end

    def noun_phrase(self, index: int) -> Extent:
        """The noun phrase around a head noun: determiners, modifiers, of-phrases; no clauses."""
        inside = {index}
        for child in self._children[index]:
            label = self.tokens[child].dep
            if label == "neg" and child > index:  # "the league, not the army"
                continue
            if label not in CLAUSES:
                inside.update(self.below(child, without=CLAUSES))
            elif label == "prep" and self.tokens[child].lemma == "of" and child > index:
                inside.update(self.below(child, without=CLAUSES - {"prep"}))
        return self.tokens[min(inside)].start, self.tokens[max(inside)].end

    def conjuncts(self, index: int) -> list[int]:
        """A token and those joined to it by "and" or "or"."""
        found = [index]
        for here in found:
            found.extend(self.children(here, "conj"))
        return found

    def phrase_lemmas(self, index: int) -> str:
        """A head with the words of its compound and its adjectives, as lemmas: "suicide bomb"."""
        parts = [
            c
            for c in self._children[index]
            if self.tokens[c].dep in {"compound", "amod", "nmod"} and c < index
        ]
        return " ".join(self.tokens[i].lemma.lower() for i in [*parts, index])
