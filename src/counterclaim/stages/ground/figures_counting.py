"""What a number counts: the casualty, movement or thing that its sentence ties it to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from counterclaim.records import Article, Parse, Token
from counterclaim.values.figures import FigureWords, FoundNumber

NUMERIC = frozenset({"nummod", "quantmod", "compound", "amod", "advmod", "npadvmod", "det", "predet"})
OBJECTS = frozenset({"dobj", "nsubjpass", "dative", "obj"})
STATES = frozenset(
    {"oprd", "acomp", "attr", "amod", "acl", "advcl", "xcomp", "ccomp", "relcl", "appos", "dep"}
)
PASSABLE = frozenset({
    "more", "others", "other", "of", "people", "them", "were", "was", "are", "is", "have", "has", "had", "been", "be",
    "also", "reportedly", "confirmed", "mostly", "mainly", "and", "women", "children", "including", "many", "civilians",
    "persons", "civilian", "some", "among", "others", "being", "seriously", "badly", "slightly", "critically", "severely",
    "lightly", "as", "victims", "left", "allegedly", "now", "feared", "believed", "presumed", "to", "the", "all", "elderly",
})  # fmt: skip
NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "ADJ"})
LIFE_TAKING = frozenset({"claim", "cost", "take", "lose"})
DISTANCE = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What is counted: the class or noun, whose words, and the number of which this is a part (by its start).

    `befalls`: something was done to the counted, rather than that many being there. `trigger` is the token
    that says so.
    """

    name: str
    population: str | None
    part_of: int | None = None
    befalls: bool = False
    trigger: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a parse, with the tokens that each token governs."""

    text: str
    tokens: Sequence[Token]
    first: int
    last: int
    children: Mapping[int, tuple[int, ...]]

    @classmethod
    def of(cls, article: Article, parse: Parse, first: int, last: int) -> "Sentence":
        """The sentence of tokens `first` to `last` (exclusive)."""
        children: dict[int, list[int]] = {}
        for i in range(first, last):
            if parse.tokens[i].head != i:
                children.setdefault(parse.tokens[i].head, []).append(i)
        return cls(
            text=article.text,
            tokens=parse.tokens,
            first=first,
            last=last,
            children={i: tuple(c) for i, c in children.items()},
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
        return [i for i in self.indices if self.tokens[i].start < end and start < self.tokens[i].end]

    def lemma(self, i: int) -> str:
        """The lemma in lower case."""
        return self.tokens[i].lemma.lower()

    def lower(self, i: int) -> str:
        """The word in lower case."""
        return self.tokens[i].text.lower()

    def head(self, i: int) -> int:
        """The head of a token, itself for the root."""
        return self.tokens[i].head

    def has(self, i: int, *deps: str) -> list[int]:
        """The children of a token that bear one of these relations."""
        return [c for c in self.children.get(i, ()) if self.tokens[c].dep in deps]

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
        return outward[-1] if outward else inside[-1]

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
        verb = self.verb_above(number)
        if verb is None:
            return frozenset(self.lemma(i) for i in self.indices)
        return frozenset(self.lemma(i) for i in self.below(verb))

    def below(self, i: int) -> list[int]:
        """A token and all that it governs, in order, without other clauses that are coordinated with it."""
        found, stack = [], [i]
        while stack:
            at = stack.pop()
            found.append(at)
            for c in self.children.get(at, ()):
                if not (
                    self.tokens[c].pos == "VERB" and self.tokens[c].dep in {"conj", "ccomp", "parataxis"}
                ):
                    stack.append(c)
        return sorted(found)

    def period(self) -> str | None:
        """The words of a period: "throughout the battle", "over five years", "since last month"."""
        for i in self.indices:
            if self.lower(i) in {"throughout", "during", "since", "over"} and self.tokens[i].pos in {
                "ADP",
                "SCONJ",
            }:
                objects = self.has(i, "pobj", "pcomp")
                if objects and (
                    self.lower(i) != "over" or self.tokens[objects[0]].entity in {"DATE", "TIME"}
                ):
                    end = max(self.below(objects[0]))
                    return self.text[self.tokens[i].start : self.tokens[end].end]
        return None


def count_of(
    sentence: Sentence,
    number: FoundNumber,
    numbers: Sequence[FoundNumber],
    bound: Sequence[tuple[FoundNumber, Counted]],
    *,
    words: FigureWords,
    toll: str | None,
) -> Counted | None:
    """What `number` counts, or None where it counts nothing.

    `bound` are the numbers before it in the sentence with what they count (a part takes it from its whole, a
    coordinated number from the one before); `toll` is what the last toll of the article counted.
    """
    at = sentence.number_token(number)
    if at is None:
        return None
    noun = _counted_noun(sentence, at, number)
    population = _population(sentence, noun, number, words)
    if number.unit is not None:
        name = population or number.unit
        return Counted(name=name, population=population)
    if _is_pronoun(sentence, at, noun):
        return None
    whole = _whole(sentence, number, bound, words)
    found = _by_syntax(sentence, at, noun, words) or _by_words(sentence, number, numbers, words)
    if whole is not None and (found is None or not found[1]):
        return Counted(
            name=whole[1].name, population=population or whole[1].population, part_of=whole[0].start,
            befalls=whole[1].befalls, trigger=whole[1].trigger,
        )  # fmt: skip
    if (
        found is not None
        and found[0] in {"killed", "injured", "executed", "killed or injured"}
        and (population is None or noun == at)
    ):
        population = population or "people"
    if found is not None:
        return Counted(
            name=found[0], population=population, befalls=found[0] not in words.stocks, trigger=found[2],
            part_of=whole[0].start if whole is not None and found[0] == whole[1].name else None,
        )  # fmt: skip
    if noun is None or noun == at:
        return _beside(sentence, number, bound, population)
    lemma = sentence.lemma(noun)
    if lemma in words.uncounted or sentence.tokens[noun].pos not in {"NOUN", "PROPN"}:
        return None
    if sentence.tokens[noun].entity in {"DATE", "TIME", "ORDINAL"}:
        return None
    return Counted(name=_plain(sentence, noun), population=population)


def _beside(
    sentence: Sentence,
    number: FoundNumber,
    bound: Sequence[tuple[FoundNumber, Counted]],
    population: str | None,
) -> Counted | None:
    """A bare number beside another one counts what that one counts ("15 in the north and another six in the south")."""
    if not bound:
        return None
    before = bound[-1][1]
    return Counted(
        name=before.name,
        population=population or before.population,
        befalls=before.befalls,
        trigger=before.trigger,
    )


def _plain(sentence: Sentence, noun: int) -> str:
    token = sentence.tokens[noun]
    return token.text.lower() if token.pos == "NOUN" else token.text


def _is_pronoun(sentence: Sentence, at: int, noun: int | None) -> bool:
    """Whether "one" stands for something rather than counting it ("no one", "one another", "one of the reasons")."""
    if sentence.lower(at) != "one":
        return False
    before = sentence.lower(at - 1) if at > sentence.first else ""
    after = sentence.lower(at + 1) if at + 1 < sentence.last else ""
    if before in {
        "no",
        "this",
        "that",
        "which",
        "every",
        "each",
        "any",
        "the",
        "only",
        "another",
    } or after in {"another", "day"}:
        return True
    if noun in {None, at}:
        return sentence.tokens[at].dep not in OBJECTS
    return sentence.tokens[at].dep != "nummod"


def _counted_noun(sentence: Sentence, at: int, number: FoundNumber) -> int | None:
    """The noun that a number stands before: "58 people", "dozens of people", "30,000 civilian deaths"."""
    token = sentence.tokens[at]
    if token.dep in NUMERIC and sentence.tokens[token.head].pos in {"NOUN", "PROPN"} and token.head > at:
        return token.head
    for of in sentence.has(at, "prep"):
        if sentence.lower(of) == "of" and of - at <= 2:
            objects = sentence.has(of, "pobj")
            if objects:
                return objects[0]
    return at


def _population(sentence: Sentence, noun: int | None, number: FoundNumber, words: FigureWords) -> str | None:
    """The words for those counted, without the number: "rebel fighters", "people of two villages" as "people"."""
    if noun is None or sentence.tokens[noun].pos not in {"NOUN", "PROPN", "ADJ", "VERB"}:
        return None
    if sentence.tokens[noun].start < number.core[1] and number.core[0] < sentence.tokens[noun].end:
        single = (
            number.low == 1
            and number.core == (number.start, number.end)
            and sentence.tokens[noun].pos == "NOUN"
        )
        return sentence.tokens[noun].text if single else None
    if sentence.lemma(noun) in {
        "death",
        "fatality",
        "casualty",
        "killing",
        "execution",
        "body",
        "life",
        "injury",
    }:
        mods = [
            c
            for c in sentence.has(noun, "amod", "compound", "nmod")
            if sentence.tokens[c].start >= number.end
        ]
        mods = [c for c in mods if sentence.lemma(c) in words.people]
        if mods:
            return sentence.tokens[mods[0]].text + ("s" if not sentence.lower(mods[0]).endswith("s") else "")
        for of in sentence.has(noun, "prep"):
            objects = sentence.has(of, "pobj") if sentence.lower(of) == "of" else []
            if objects:
                return sentence.tokens[objects[0]].text
        return "people"
    left = noun
    for c in sentence.has(noun, "amod", "compound", "nmod", "punct", "poss"):
        if number.end <= sentence.tokens[c].start and c < left:
            left = c
    if (
        sentence.lower(left) in {"more", "other", "others", "another", "additional", "further"}
        and left < noun
    ):
        left += 1
    words_of = sentence.text[sentence.tokens[left].start : sentence.tokens[noun].end]
    return "people" if words_of.lower() in {"others", "more", "persons", "lives"} else words_of


def _by_syntax(
    sentence: Sentence, at: int, noun: int | None, words: FigureWords
) -> tuple[str, bool, int] | None:
    """Class, whether it is the number's own, and trigger token, by the syntax around the number."""
    start = at if noun is None else noun
    own = _own_class(sentence, start, words)
    if own is not None:
        return own[0], True, own[1]
    for origin in dict.fromkeys((start, at)):
        found = _climb(sentence, origin, words)
        if found is not None:
            return found[0], True, found[1]
    return None


def _climb(sentence: Sentence, origin: int, words: FigureWords) -> tuple[str, int] | None:
    """The class that a governor gives to a noun or number, looked for through coordination and apposition."""
    i = origin
    for _ in range(6):
        found = _governed(sentence, i, origin, words)
        if found is not None:
            return found
        dep = sentence.tokens[i].dep
        if dep in {"conj", "appos", "nummod", "dep"} and sentence.tokens[sentence.head(i)].pos in NOMINAL:
            i = sentence.head(i)
            continue
        break
    return None


def _own_class(sentence: Sentence, noun: int, words: FigureWords) -> tuple[str, int] | None:
    """The class that a noun or its modifiers say: "deaths", "injured people", "civilians killed", "people who died"."""
    lemma = sentence.lemma(noun)
    if lemma in {"life"}:
        verb = sentence.head(noun)
        return ("killed", noun) if sentence.lemma(verb) in LIFE_TAKING else None
    modifiers = sorted(sentence.has(noun, "amod", "acl", "relcl", "appos", "compound", "acomp"))
    for c in modifiers:
        word, dep = sentence.lower(c), sentence.tokens[c].dep
        if sentence.tokens[c].pos == "VERB" or dep in {"acl", "relcl"}:
            found = _verb_on(sentence, c, "nsubj" if dep == "relcl" else "", words)
            if found is not None:
                return found, c
        if word in words.adjective_class and dep not in {"compound"}:
            return words.adjective_class[word], c
    for key in (lemma, sentence.lower(noun)):
        if key in words.noun_class:
            return words.noun_class[key], noun
    if sentence.lower(noun) in words.adjective_class:
        return words.adjective_class[sentence.lower(noun)], noun
    return None


def _verb_on(sentence: Sentence, verb: int, dep: str, words: FigureWords) -> str | None:
    """The class that a verb gives to the noun that it modifies or governs by `dep`, or None in an agent's role."""
    name = words.verb_class.get(sentence.lemma(verb))
    if name is None:
        return None
    key = next(
        (k for k, c in words.classes.items() if c.name == name and sentence.lemma(verb) in c.verbs), None
    )
    intransitive = key is not None and sentence.lemma(verb) in words.classes[key].intransitive
    if dep in OBJECTS or (dep == "" and sentence.tokens[verb].tag in {"VBN", "VBD"}):
        return None if intransitive and dep == "dobj" else _together(sentence, verb, name, words)
    if intransitive:
        return name
    if dep == "nsubj" and sentence.passive(verb):
        return _together(sentence, verb, name, words)
    return None


def _together(sentence: Sentence, verb: int, name: str, words: FigureWords) -> str:
    """ "killed and wounded dozens" counts both together."""
    joined = [c for c in sentence.has(verb, "conj") if abs(c - verb) == 2]
    if sentence.tokens[verb].dep == "conj" and verb - sentence.head(verb) == 2:
        joined.append(sentence.head(verb))
    names = {words.verb_class.get(sentence.lemma(c)) for c in joined} | {name}
    return "killed or injured" if {"killed", "injured"} <= names else name


def _governed(sentence: Sentence, i: int, start: int, words: FigureWords) -> tuple[str, int] | None:
    """The class that what governs a noun or a bare number gives to it."""
    dep, head = sentence.tokens[i].dep, sentence.head(i)
    if head == i:
        return None
    if dep == "pobj":
        return _through_preposition(sentence, head, start, words)
    if sentence.tokens[head].pos not in {"VERB", "AUX"} and dep not in OBJECTS | {"nsubj"}:
        if sentence.lemma(head) in words.noun_class and dep in {"appos", "nummod", "npadvmod"}:
            return words.noun_class[sentence.lemma(head)], head
        return None
    if "shield" in {sentence.lemma(c) for c in sentence.below(head)} and sentence.lemma(head) in {
        "keep",
        "hold",
        "use",
        "take",
    }:
        return "held as human shields", head
    found = _verb_on(sentence, head, dep, words)
    if found is not None:
        return found, head
    for c in sentence.has(head, *STATES):
        if c != i and sentence.lower(c) in words.adjective_class:
            return words.adjective_class[sentence.lower(c)], c
        if (
            c > i
            and sentence.tokens[c].tag in {"VBN", "VBG"}
            and sentence.tokens[c].dep in {"oprd", "xcomp", "ccomp", "acl"}
        ):
            name = words.verb_class.get(sentence.lemma(c))
            if name is not None:
                return name, c
    if sentence.lemma(head) in words.reaching:
        for c in sentence.has(head, "nsubj", "nsubjpass", "dobj", "attr"):
            if c != i:
                toll = _toll(sentence, c, words)
                if toll is not None:
                    return toll, c
    return None


def _toll(sentence: Sentence, noun: int, words: FigureWords) -> str | None:
    """The class of a toll or a count: "the death toll", "the number of Christians", "the number of wounded"."""
    lemma = sentence.lemma(noun)
    if lemma in {"toll", "count", "tally"}:
        near = {sentence.lemma(c) for c in sentence.below(noun)}
        if near & {"injury", "wounded", "injured"}:
            return "injured"
        return "casualties" if "casualty" in near else "killed"
    if lemma in {"number", "total"}:
        for c in sentence.below(noun):
            name = words.adjective_class.get(sentence.lower(c)) or words.noun_class.get(sentence.lemma(c))
            if c != noun and name is not None:
                return name
            name = words.verb_class.get(sentence.lemma(c))
            if name is not None and sentence.tokens[c].pos == "VERB":
                return name
            if sentence.lemma(c) in {"victim", "casualty"}:
                return "killed" if sentence.lemma(c) == "victim" else "casualties"
        return "population"
    return words.noun_class.get(lemma)


def _through_preposition(
    sentence: Sentence, prep: int, start: int, words: FigureWords
) -> tuple[str, int] | None:
    """ "the execution of 82", "a toll of 58", "risen to 126", "claimed the lives of two"."""
    word, above = sentence.lower(prep), sentence.head(prep)
    if sentence.tokens[above].pos in {"NOUN", "PROPN"}:
        if word in {"of", "at", "to", "for"}:
            if sentence.lemma(above) == "life" and sentence.lemma(sentence.head(above)) in LIFE_TAKING:
                return "killed", above
            name = _toll(sentence, above, words)
            return (name, above) if name is not None else None
        return None
    if word in {"at", "to", "by", "from"} and sentence.lemma(above) in words.reaching:
        for c in sentence.has(above, "nsubj", "nsubjpass", "dobj"):
            name = _toll(sentence, c, words)
            if name is not None:
                return name, c
    return None


def _by_words(
    sentence: Sentence, number: FoundNumber, numbers: Sequence[FoundNumber], words: FigureWords
) -> tuple[str, bool, int] | None:
    """Class by the words directly after or before a number, for text whose syntax went wrong."""
    inside = sentence.inside(number.start, number.end)
    starts = {i for n in numbers if n is not number for i in sentence.inside(n.start, n.end)}
    for i in range(inside[-1] + 1, min(inside[-1] + 8, sentence.last)):
        word = sentence.lower(i)
        if i in starts:
            break
        if word in words.adjective_class:
            return words.adjective_class[word], True, i
        if word not in PASSABLE and sentence.lemma(i) not in words.people and sentence.tokens[i].pos != "ADJ":
            break
    for i in range(inside[0] - 1, max(inside[0] - 4, sentence.first - 1), -1):
        name = words.verb_class.get(sentence.lemma(i))
        if name in {"killed", "injured"} and sentence.tokens[i].pos == "VERB":
            return name, True, i
        if sentence.lower(i) not in {"the", "a", "another", "of", "as", "many"}:
            break
    return None


def _whole(
    sentence: Sentence, number: FoundNumber, bound: Sequence[tuple[FoundNumber, Counted]], words: FigureWords
) -> tuple[FoundNumber, Counted] | None:
    """The figure of which this is a part: "58 people, including 11 children", "86, 30 of them children"."""
    if not bound:
        return None
    before, after = number.start, number.end
    inside = sentence.inside(before, after)
    lead = [sentence.lower(i) for i in range(max(sentence.first, inside[0] - 3), inside[0])]
    trail = [sentence.lower(i) for i in range(inside[-1] + 1, min(inside[-1] + 3, sentence.last))]
    if (
        trail == ["of", "them"]
        or trail == ["of", "whom"]
        or set(lead) & {"including", "among", "include", "includes", "included"}
    ):
        return bound[-1]
    return None
