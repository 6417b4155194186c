"""A sentence of a parse, with what is needed to walk from a number to what it counts."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from counterclaim.records import Article, Parse, Token
from counterclaim.values.figures import FigureWords, FoundNumber

OBJECTS = frozenset({"dobj", "nsubjpass", "dative", "obj"})
SPELLS = frozenset({
    "day", "days", "night", "nights", "week", "weeks", "month", "months", "year", "years",
})  # fmt: skip
DISTANCE = 12
"""Steps up a parse within which a number's verb is looked for."""


ADDED_BEFORE = frozenset({"another", "additional", "further"})
ADDED_AFTER = frozenset({"more", "additional", "further"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a parse, with the tokens that each token governs."""

    text: str
    tokens: Sequence[Token]
    words: Sequence[str]
    lemmas: Sequence[str]
    first: int
    last: int
    children: Sequence[tuple[int, ...]]
    clauses: dict[int | None, list[int]] = field(default_factory=dict, compare=False, repr=False)
    """Clauses found so far, by their verb: the numbers of a clause all ask for it."""

    @classmethod
    def of(cls, article: Article, parse: Parse, first: int, last: int) -> "Sentence":
        """The sentence of tokens `first` to `last` (exclusive)."""
        return cls(
            text=article.text,
            tokens=parse.tokens,
            words=parse.words,
            lemmas=parse.lemmas,
            first=first,
            last=last,
            children=parse.children,
        )

    @property
    def start(self) -> int:
        """The first character."""
        return self.tokens[self.first].start

    @property
    def end(self) -> int:
        """The character after the last."""
        return self.tokens[self.last - 1].end

    @property
    def indices(self) -> range:
        """The token indices."""
        return range(self.first, self.last)

    def inside(self, start: int, end: int) -> list[int]:
        """The tokens that overlap an extent."""
        first = bisect_right(self.tokens, start, self.first, self.last, key=lambda t: t.end)
        last = bisect_left(self.tokens, end, self.first, self.last, key=lambda t: t.start)
        return list(range(first, last))

    def phrase(self, i: int) -> str:
        """The words of a token and all that hangs from it, as they stand."""
        below = [i]
        for here in below:
            below.extend(self.children[here])
        return self.text[self.tokens[min(below)].start : self.tokens[max(below)].end]

    def lemma(self, i: int) -> str:
        """The lemma in lower case; of a name in the plural ("Casualties", in a headline) the singular."""
        lemma = self.lemmas[i]
        if self.tokens[i].pos != "PROPN" or not lemma.endswith("s"):
            return lemma
        return lemma[:-3] + "y" if lemma.endswith("ies") else lemma[:-1]

    def lower(self, i: int) -> str:
        """The word in lower case."""
        return self.words[i]

    def head(self, i: int) -> int:
        """The head of a token, itself for the root."""
        return self.tokens[i].head

    def has(self, i: int, *deps: str) -> list[int]:
        """The children of a token that bear one of these relations."""
        return [c for c in self.children[i] if self.tokens[c].dep in deps]

    def passive(self, i: int) -> bool:
        """Whether a verb is in the passive, or reads as one (a past participle without an object)."""
        if self.has(i, "nsubjpass", "auxpass"):
            return True
        token = self.tokens[i]
        return token.tag in {"VBN", "VBD"} and not self.has(i, "dobj", "obj", "ccomp")

    def direct_class(self, noun: int, words: FigureWords) -> str | None:
        """The class of what is done to a noun, where it is the object or the passive subject of the verb."""
        verb = self.head(noun)
        name = words.verb_class.get(self.lemma(verb)) if self.tokens[verb].pos == "VERB" else None
        if name is None or name not in {"killed", "injured", "executed", "detained", "abducted"}:
            return None
        dep = self.tokens[noun].dep
        intransitive = (
            self.lemma(verb) in words.classes[name].intransitive if name in words.classes else False
        )
        if dep in OBJECTS and not intransitive:
            return name
        return name if dep == "nsubj" and intransitive else None

    def number_token(self, number: FoundNumber) -> int | None:
        """The token of a number that the rest of the number hangs on."""
        inside = self.inside(*number.core)
        if not inside:
            return None
        outward = [i for i in inside if self.head(i) not in inside or self.head(i) == i]
        at = outward[-1] if outward else inside[-1]
        above = self.head(at)
        ranging = self.tokens[at].dep == "quantmod" and self.tokens[above].dep == "nummod"
        return above if ranging else at  # "five to seven boats"

    def adds(self, number: FoundNumber) -> bool:
        """Whether a number comes on top of one told elsewhere: "another seven", "seven more"."""
        inside = self.inside(number.start, number.end)
        before = [self.lower(i) for i in range(max(self.first, inside[0] - 1), inside[0] + 1)]
        after = [self.lower(i) for i in range(inside[-1] + 1, min(inside[-1] + 2, self.last))]
        return bool(ADDED_BEFORE & set(before)) or bool(ADDED_AFTER & set(after))

    def verb_above(self, number: FoundNumber) -> int | None:
        """The nearest verb that governs a number."""
        i = self.number_token(number)
        for _ in range(DISTANCE):
            if i is None:
                return None
            if self.tokens[i].pos in {"VERB", "AUX"}:
                return i
            if self.head(i) == i:
                return None
            i = self.head(i)
        return None

    def clause_words(self, number: FoundNumber) -> frozenset[str]:
        """The lemmas of the clause that holds a number."""
        return frozenset(self.lemma(i) for i in self.clause(number))

    def clause(self, number: FoundNumber) -> list[int]:
        """The tokens of the clause that holds a number, with the noun that a relative clause is about."""
        verb = self.verb_above(number)
        if verb not in self.clauses:
            self.clauses[verb] = list(self.indices) if verb is None else self._clause_of(verb)
        return self.clauses[verb]

    def _clause_of(self, verb: int) -> list[int]:
        about = [self.head(verb)] if self.tokens[verb].dep in {"relcl", "acl"} else []
        return sorted({*self.below(verb), *about})

    def below(self, i: int) -> list[int]:
        """A token and all that it governs, in order, without other clauses that are coordinated with it."""
        found, stack = [], [i]
        while stack:
            at = stack.pop()
            found.append(at)
            stack.extend(c for c in self.children[at] if not self._another_clause(c))
        return sorted(found)

    def _another_clause(self, i: int) -> bool:
        return self.tokens[i].pos == "VERB" and self.tokens[i].dep in {"conj", "ccomp", "parataxis"}

    def set_apart(self, day: int, number: int) -> str | None:
        """Give "after" or "before" where the words between a day and a number behind it set their days apart.

        "On Wednesday, days after a bombing killed 120": the day is told of what came after. Both are offsets.
        """
        between = [self.lower(i) for i in self.inside(day, number)] if day < number else []
        pairs = pairwise(between)
        return next((b for a, b in pairs if a in SPELLS and b in {"after", "before"}), None)

    def period(self, number: FoundNumber, words: FigureWords) -> str | None:
        """The words of a period: "throughout the battle", "over five years", "since last month"."""
        for i in self.clause(number):
            if self.lower(i) in {"throughout", "during", "since", "over"} and self.tokens[i].pos in {
                "ADP",
                "SCONJ",
            }:
                objects = self.has(i, "pobj", "pcomp")
                if (
                    objects
                    and self.lemma(objects[0]) not in words.attacks
                    and (self.lower(i) != "over" or self.tokens[objects[0]].entity in {"DATE", "TIME"})
                ):
                    clauses = self.has(objects[0], "relcl", "acl")
                    held = [
                        k for k in self.below(objects[0]) if not clauses or k < min(self.below(clauses[0]))
                    ]
                    end = max(held, default=objects[0])
                    return self.text[self.tokens[i].start : self.tokens[end].end]
        return None
