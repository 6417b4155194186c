"""Names for speakers: the one that a noun phrase gives, and its fullest form in the article."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from counterclaim.stages.attribute.manner import without_clauses
from counterclaim.stages.attribute.naming import contains, coordinated, entities
from counterclaim.stages.attribute.speaker import Speaker
from counterclaim.stages.attribute.tree import Tree
from counterclaim.values.acts import ActWords
from counterclaim.values.names.genders import NO_GENDERS, Genders

MEMORY = 60
"""Places of a word in names that are looked at for a fuller form."""


class Names:
    """The names of an article: `every` holds first and last token of each, `ends` the last ones."""

    def __init__(self, tree: Tree, acts: ActWords, gendered: Genders = NO_GENDERS) -> None:
        self.tree = tree
        self._gendered = gendered
        self.acts = acts
        self.every = entities(tree)
        self.ends = [last for _, last in self.every]
        self._bodies = acts.collectives | acts.outlet_nouns | acts.monitors
        persons = [b for a, b in self.every if a < b and tree.tokens[b].entity == "PERSON"]
        self._surnames = {tree.low(b) for b in persons} - self._bodies
        self._by_word: dict[str, list[tuple[int, int]]] = {}
        for first, last in self.every:
            if 0 < last - first < 8:
                for word in sorted({tree.low(i) for i in range(first, last + 1)}):
                    self._by_word.setdefault(word, []).append((first, last))

    def inside(self, source: Sequence[int], head: int) -> Speaker | None:
        """The one name by which a source with this head is told: alone, beside or behind a description."""
        tree = self.tree
        inside = self.between(min(source), max(source))
        if any(k in source and tree.tokens[k].pos in ("PROPN", "NOUN") for k in coordinated(tree, head)):
            return None
        for first, last in inside:
            if first <= head <= last:
                return self.named(first, last)
        above = self._put_beside(head)
        if above is not None and above not in source and tree.tokens[head].pos == "NOUN":
            holding = next(((a, b) for a, b in self.between(tree.left[above], head) if a <= above <= b), None)
            if holding is not None:
                return replace(self.named(*holding), words=self.nouns(holding[0], max(source)))
        beside = self.between(min(source), min(head + 5, len(tree.tokens) - 1))
        for first, last in beside:
            if (
                tree.tokens[last].head == head
                and tree.tokens[last].dep == "appos"
                and (tree.tokens[first].entity == "PERSON" or first < last)
                and all(tree.tokens[i].dep == "punct" for i in range(head + 1, first))
            ):
                return replace(self.named(first, last), words=self.nouns(min(source), last))
        for first, last in inside:
            put = [
                i
                for i in range(first, last + 1)
                if tree.tokens[i].dep == "appos" and tree.tokens[i].head == head
            ]
            body = tree.lemma(head) in self.acts.collectives | self.acts.outlet_nouns
            if body and ((put and first - head <= 2) or self._calls(head, first) or self._beside(head, last)):
                return self.named(first, last)
        opening = next(((a, b) for a, b in inside if a - min(source) <= 1 and b < head), None)
        if opening is not None and (self._of_a_body(opening[1], head) or self._of_another(opening, head)):
            return None
        if opening is not None and (
            tree.tokens[opening[0]].entity == "PERSON"
            or (
                opening[1] > opening[0]
                and tree.tokens[opening[0]].entity == "ORG"
                and any(tree.low(i) in ("a", "an", "the") for i in range(opening[1] + 1, head))
            )
        ):
            return replace(self.named(*opening), words=self.nouns(min(source), max(source)))
        core = set(range(min(source), without_clauses(tree, head) + 1))
        for first, last in inside:
            token = tree.tokens[first]
            if token.entity == "PERSON" and (
                (first in core and tree.tokens[last].dep in ("appos", "nsubj")) or self._called(first)
            ):
                return self.named(first, last)
        for first, last in inside:
            ends = tree.tokens[first].entity == "PERSON" and last == max(source) and last > first
            of_another = any(tree.tokens[i].pos == "ADP" for i in range(head + 1, first))
            if ends and not of_another and tree.lemma(head) in self.acts.people:
                return replace(self.named(first, last), words=self.nouns(min(source), last))
        if tree.tokens[head].pos == "PROPN" and tree.tokens[head].text[0].isupper():
            first = head
            while first - 1 in core and (
                tree.tokens[first - 1].pos == "PROPN"
                or (tree.tokens[first - 1].dep == "compound" and tree.tokens[first - 1].text[0].isupper())
            ):
                first -= 1
            return self.named(first, head) if first < head or len(core) == 1 else None
        return None

    def _put_beside(self, head: int) -> int | None:
        """What a noun is put beside: of a verb's two subjects without a comma the second tells the first."""
        token = self.tree.tokens[head]
        if token.dep == "appos":
            return token.head
        if not any(self.tree.low(k) in ("a", "an", "the") for k in self.tree.kids(head, "det")):
            return None
        before = self.tree.left[head] - 1
        return next((k for k in self.tree.kids(token.head, "nsubj") if self.tree.right[k] == before), None)

    def _calls(self, head: int, first: int) -> bool:
        """Whether a participle of naming stands between a noun and a name: "the group known as the …"."""
        between = [i for i in range(head + 1, first) if self.tree.low(i) not in ("the", "as", "by")]
        return bool(between) and all(self.tree.low(i) in self.acts.naming for i in between)

    def _beside(self, head: int, last: int) -> bool:
        """Whether a name follows a noun at once and is the same to the verb: "militant group Velm said"."""
        noun, name = self.tree.tokens[head], self.tree.tokens[last]
        alike = (name.head, name.dep) == (noun.head, noun.dep)
        return alike and all(self.tree.under(i, last) for i in range(head + 1, last))

    def _of_a_body(self, named: int, head: int) -> bool:
        """Whether a name only says whose outlet or body speaks: "the Lenn government's channel"."""
        held = self.tree.tokens[named].dep in ("compound", "nmod", "poss", "amod")
        if any(self.tree.low(i) in ("a", "an", "the") for i in range(named + 1, head)):
            return False  # a second noun phrase put beside the name: "Lenn Watch, a rights group"
        return held and self.tree.tokens[head].pos == "NOUN" and self.tree.lemma(head) in self._bodies

    def _of_another(self, named: tuple[int, int], head: int) -> bool:
        """Whether a name only says whose people speak: "Venn aides", "Oscar Venn's lawyer"."""
        first, last = named
        token, noun = self.tree.tokens[last], self.tree.tokens[head]
        if token.head != head or noun.pos != "NOUN" or token.entity != "PERSON":
            return False
        held = token.dep in ("compound", "nmod", "amod") and (first == last or noun.tag == "NNS")
        return held or token.dep == "poss"

    def between(self, first: int, last: int) -> list[tuple[int, int]]:
        """The names that lie whole from one token to another, both included."""
        number = bisect_left(self.ends, first)
        found = []
        while number < len(self.every) and self.every[number][0] <= last:
            if self.every[number][0] >= first and self.every[number][1] <= last:
                found.append(self.every[number])
            number += 1
        return found

    def _called(self, first: int) -> bool:
        words = {self.tree.low(i) for i in range(max(0, first - 3), first)}
        return bool(words & self.acts.naming)

    def named(self, first: int, last: int) -> Speaker:
        """A name, by the fullest form that the article gives it."""
        tree = self.tree
        while first > 0 and self._unnamed_part(first - 1, last):
            first -= 1
        entity = tree.tokens[last].entity
        if first == last and tree.low(last) in self._surnames:
            entity = "PERSON"
        elif entity == "PERSON" and tree.low(last) in self._bodies:
            entity = "ORG"  # "Observatory", taken for a person's name
        a, b = self._fullest(first, last, entity)
        numbers = [i for i in range(a, min(b, a + 3)) if tree.tokens[i].tag == "CD"]
        a = numbers[-1] + 1 if numbers else a
        while a < b and tree.low(a) in ("the", "a", "an"):
            a += 1
        if b > a and tree.tokens[b].text.isdigit() and self._gendered.by_name([tree.tokens[b - 1].text]):
            entity = "PERSON"  # "Ahmed 24", whose commas were stripped
        while b > a and (tree.low(b) in ("'s", "’s") or (entity == "PERSON" and tree.tokens[b].tag == "CD")):
            b -= 1
        at = tree.extent(a, b)
        return Speaker(
            name=tree.text[at[0] : at[1]], at=at, head=b, person=entity == "PERSON",
            plural=tree.tokens[last].tag in ("NNS", "NNPS") and entity in ("NORP", ""),
            words=self._about(first, last),
        )  # fmt: skip

    def _fullest(self, first: int, last: int, entity: str) -> tuple[int, int]:
        """The longest name of the same kind that holds a name; the first of several."""
        tree = self.tree
        best = (first, last)
        wanted = [tree.low(i) for i in range(first, last + 1)]
        person = entity == "PERSON"
        for a, b in self._by_word.get(wanted[-1], ())[:MEMORY]:
            words = [tree.low(i) for i in range(a, b + 1)]
            runs_in = a < first <= b or (person and not self.acts.outlets.isdisjoint(words))
            if (
                not runs_in
                and tree.tokens[b].entity == entity
                and len(words) > best[1] - best[0] + 1
                and b - a < 8
                and contains(words, wanted, person=person)
            ):
                best = (a, b)
        return best

    def _unnamed_part(self, i: int, last: int) -> bool:
        """Whether a proper noun before a name belongs to it: no title, though no entity took it in."""
        token = self.tree.tokens[i]
        if token.dep not in ("compound", "nmod") or token.head != last or token.entity:
            return False
        return (
            self.tree.lemma(i) not in self.acts.people and token.text[0].isupper() and "." not in token.text
        )

    def _about(self, first: int, last: int) -> frozenset[str]:
        """The common nouns in the noun phrase of a name: its titles and what it is said to be."""
        tree = self.tree
        top = next((i for i in range(first, last + 1) if not first <= tree.tokens[i].head <= last), last)
        start, end = tree.left[top], max(tree.right[last], without_clauses(tree, top))
        head = tree.tokens[last].head
        if tree.tokens[last].dep in ("appos", "compound") and tree.tokens[head].pos in ("NOUN", "PROPN"):
            start, end = min(start, tree.left[head]), max(end, tree.right[head])
        return self.nouns(start, end)

    def nouns(self, first: int, last: int) -> frozenset[str]:
        """The nouns and adjectives from one token to another, by their lemmas; titles in full."""
        tokens = self.tree.tokens
        within = range(first, last + 1)
        told = (self.tree.lemma(i) for i in within if tokens[i].pos in ("NOUN", "PROPN", "ADJ"))
        return frozenset(self.acts.short_titles.get(lemma, lemma) for lemma in told)
