"""What a number counts: the casualty, movement or thing that its sentence ties it to."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from counterclaim.records import Extent
from counterclaim.stages.ground.figures_listing import class_after_listing
from counterclaim.stages.ground.figures_roles import (
    GRAVEST,
    class_by_syntax,
    class_by_words,
    deed_class,
    killed_since,
    toll_class,
)
from counterclaim.stages.ground.figures_sentence import Sentence
from counterclaim.values.figures import FigureWords, FoundNumber

NUMERIC = frozenset({"nummod", "quantmod", "compound", "amod", "advmod", "npadvmod", "det", "predet"})
ADDING = frozenset({"more", "other", "others", "another", "additional", "further"})
BACKWARD = frozenset(
    {"the", "these", "those", "both", "all", "last", "its", "their", "his", "her", "other", "first"}
)
COUNTS = frozenset({"figure", "count", "number", "tally", "estimate"})
"""Nouns by which a count told before is taken up again."""

LISTING = frozenset({"including", "among", "include", "includes", "included", "amongst"})
LISTED = frozenset({"DET", "ADJ", "NOUN", "NUM", "CCONJ", "PUNCT", "ADV", "PRON"})
"""Parts of speech of which the list after "including" is made."""

NO_KIND = frozenset({"one", "none"})
"""Words for nobody that tell of what kind they are counted no more than "nobody" does."""

LONGEST_LIST = 16
NEAREST_LISTING = 3
"""Tokens back to "including" over any words, and over those of a list alone."""

NOT_A_COUNT = frozenset({"no", "this", "that", "which", "every", "each", "any", "the", "only", "another"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What is counted: the class or noun, whose words, and the extent of the number of which this is a part.

    `befalls`: something was done to the counted, rather than that many being there. `trigger` is the token
    that says so. `share`: a part of a whole that another sentence counts ("nine of the dead").
    """

    name: str
    population: str | None
    part_of: Extent | None = None
    befalls: bool = False
    trigger: int | None = None
    share: bool = False


def count_of(
    sentence: Sentence,
    number: FoundNumber,
    numbers: Sequence[FoundNumber],
    bound: Sequence[tuple[FoundNumber, Counted]],
    *,
    words: FigureWords,
    before: str | None,
) -> Counted | None:
    """What `number` counts, or None where it counts nothing.

    `bound` are the numbers before it in the sentence with what they count (a part takes it from its whole, a
    coordinated number from the one before); `before` is what befell those counted last in the article.
    """
    at = sentence.number_token(number)
    if at is None:
        return None
    if sentence.lower(at) in words.multiples:
        noun = sentence.head(at)
        deed = deed_class(sentence, noun, words)
        return Counted(name=deed, population="people", befalls=True, trigger=noun) if deed else None
    share = _share(sentence, at, words, before)
    if share is not None:
        return share
    noun = counted_noun(sentence, at, words)
    population = population_of(sentence, noun, number, words)
    if _is_pronoun(sentence, number, at):
        return None
    later = killed_since(sentence, at, noun, words)
    if later is not None:
        return Counted(name="killed", population="people", befalls=True, trigger=later, share=True)
    found = class_by_syntax(sentence, at, noun, words)
    beside = class_by_words(sentence, number, numbers, words)
    if beside is not None and (
        found is None or found[0] not in GRAVEST or _adjacent(sentence, number, beside[1])
    ):
        found = beside if found is None or beside[0] in GRAVEST else found
    if found is not None and found[0] not in words.harms and number.core[1] - number.core[0] == len("one"):
        found = None if sentence.text[slice(*number.core)].lower() == "one" else found
    if found is not None and noun != at and not _fits(sentence, noun, found, words):
        found = None
    if _is_name(sentence, number, at, words):
        return None
    if found is not None and found[0] in words.harms and _spared(sentence, noun, found[1]):
        found = None
    whole = whole_of(sentence, number, bound)
    if whole is None and (found is None or found[0] not in GRAVEST):
        found = class_after_listing(sentence, number, words) or found
    if found is not None:
        counted = _of_class(sentence, number, at, noun, found, whole, words)
        again = found[0] == before and counted.part_of is None and _of_them(sentence, number)
        return replace(counted, share=True) if again else counted  # of those killed "one of them was killed"
    if whole is not None:
        return Counted(
            name=whole[1].name,
            population=part_counted(sentence, number) or population or whole[1].population,
            part_of=(whole[0].start, whole[0].end),
            befalls=whole[1].befalls,
            trigger=whole[1].trigger,
        )
    return _without_class(sentence, number, at, noun, bound, words, before)


def _of_class(
    sentence: Sentence,
    number: FoundNumber,
    at: int,
    noun: int,
    found: tuple[str, int],
    whole: tuple[FoundNumber, Counted] | None,
    words: FigureWords,
) -> Counted:
    """What is counted where the sentence gives the number a class."""
    name, trigger = found
    population = population_of(sentence, noun, number, words)
    if noun == at and sentence.lemma(trigger) in words.number_nouns:
        population = population_of(sentence, trigger, number, words)
    if population is None and name not in words.of_things and name != "population":
        population = "people"
    return Counted(
        name=name,
        population=population,
        befalls=name not in words.stocks,
        trigger=trigger,
        part_of=(whole[0].start, whole[0].end) if whole is not None and name == whole[1].name else None,
    )


def _without_class(
    sentence: Sentence,
    number: FoundNumber,
    at: int,
    noun: int,
    bound: Sequence[tuple[FoundNumber, Counted]],
    words: FigureWords,
    before: str | None,
) -> Counted | None:
    """What is counted where nothing is said to have befallen it: a toll named before, or the noun itself."""
    if noun == at:
        tolls = [i for i in sentence.inside(sentence.start, number.start) if sentence.lemma(i) == "toll"]
        if tolls:
            name = toll_class(sentence, tolls[-1], words) or "killed"
            return Counted(name=name, population="people", befalls=True, trigger=tolls[-1])
        counts = (i for i in sentence.inside(sentence.start, number.start) if sentence.lemma(i) in COUNTS)
        if before in words.harms and any(sentence.head(at) == c or _at_or_to(sentence, at) for c in counts):
            return Counted(name=before, population="people", befalls=True)  # "puts the figure at 40"
        verb = sentence.verb_above(number)
        attacked = any(sentence.lemma(i) in words.attacks for i in sentence.indices)
        if verb is not None and sentence.lemma(verb) in words.updating and attacked and not bound:
            return Counted(name="killed", population="people", befalls=True, trigger=verb)
        following = sentence.tokens[at].dep != "pobj" or _beside(sentence, at)
        return bound[-1][1] if bound and following else None
    population = population_of(sentence, noun, number, words)
    verb = sentence.verb_above(number)
    if verb is not None and sentence.lemma(verb) == "include":
        befallen = _included(sentence, verb, words, before)
        if befallen is not None:
            return Counted(name=befallen, population=population, befalls=True)
    token, lemma = sentence.tokens[noun], sentence.lemma(noun)
    if token.pos in {"PRON", "DET"}:  # "1,200 of them"
        if sentence.lower(at) == "one":
            return None
        told = before is None or sentence.has(noun, "acl", "relcl")
        return None if told or before is None else Counted(name=before, population="people", share=True)
    if lemma in words.uncounted or token.entity in {"DATE", "TIME", "ORDINAL"}:
        return None
    if lemma == "victim":
        return Counted(name="killed or injured", population=population, befalls=True, trigger=noun)
    if sentence.lower(at) == "one" or (number.vague in words.idle and lemma not in words.people):
        return None
    first = sentence.inside(number.start, number.end)[0]
    if first > sentence.first and sentence.lower(first - 1) in BACKWARD:
        return None
    name = token.text.lower() if token.pos == "NOUN" else token.text
    return Counted(name=name, population=population)


def _at_or_to(sentence: Sentence, at: int) -> bool:
    return sentence.lower(sentence.head(at)) in {"at", "to"}


def _beside(sentence: Sentence, at: int) -> bool:
    """Whether a bare number is set beside the count before it: "up from 58", "more than the 31 reported"."""
    prep = sentence.head(at)
    above = sentence.lower(sentence.head(prep))
    return sentence.lower(prep) == "than" or (sentence.lower(prep) == "from" and above in {"up", "down"})


def _spared(sentence: Sentence, noun: int, trigger: int) -> bool:
    """Whether the counted are said to have been spared: "two were not hurt"."""
    if sentence.tokens[noun].dep not in {"nsubj", "nsubjpass"}:
        return False
    return bool(sentence.has(trigger, "neg") or sentence.has(sentence.head(noun), "neg"))


def _adjacent(sentence: Sentence, number: FoundNumber, i: int) -> bool:
    """Whether a token stands directly after the number: "400 wounded"."""
    return i == sentence.inside(number.start, number.end)[-1] + 1


def _share(sentence: Sentence, at: int, words: FigureWords, before: str | None) -> Counted | None:
    """Read "nine of the dead were children", "nine of the 63 were under age"."""
    verb = sentence.head(at)
    if sentence.lemma(verb) != "be" or sentence.tokens[at].dep not in {"nsubj", "nsubjpass"}:
        return None
    for of in sentence.has(at, "prep"):
        for whole in sentence.has(of, "pobj"):
            befell = words.adjective_class.get(sentence.lemma(whole))
            if befell is None and sentence.tokens[whole].pos == "NUM":
                behind = (sentence.lower(c) for c in sentence.has(whole, "amod"))  # "eleven of the 14 dead"
                befell = next(filter(None, map(words.adjective_class.get, behind)), before)
            said = [*sentence.has(verb, "attr", "acomp"), *sentence.has(verb, "prep")]
            if sentence.lower(of) == "of" and befell is not None and said:
                return Counted(
                    name=befell, population=sentence.phrase(said[0]), befalls=True, trigger=verb, share=True
                )
    return None


def part_counted(sentence: Sentence, number: FoundNumber) -> str | None:
    """What a share or a measure is of: "40 percent of the homes", "30 of them children"."""
    last = sentence.inside(number.start, number.end)[-1]
    after = [sentence.lower(i) for i in range(last + 1, min(last + 3, sentence.last))]
    if after in (["of", "them"], ["of", "whom"]):
        following = range(last + 3, min(last + 6, sentence.last))
        return next((sentence.tokens[i].text for i in following if sentence.tokens[i].pos == "NOUN"), None)
    for i in (last, last - 1):
        for of in sentence.has(i, "prep"):
            for c in sentence.has(of, "pobj"):
                if sentence.lower(of) == "of" and c > last:
                    return sentence.tokens[c].text
    return None


def _included(sentence: Sentence, verb: int, words: FigureWords, before: str | None) -> str | None:
    """What befell those among whom a number is counted: "the victims included ten children"."""
    subjects = sentence.has(verb, "nsubj") or sentence.has(sentence.head(verb), "nsubj", "nsubjpass")
    for c in subjects:
        if sentence.lemma(c) == "victim":
            return "killed"
        if sentence.tokens[c].pos == "PRON":
            return before
        return words.noun_class.get(sentence.lemma(c)) or words.adjective_class.get(sentence.lower(c))
    return None


def _fits(sentence: Sentence, noun: int, found: tuple[str, int], words: FigureWords) -> bool:
    """Whether a class may befall what a noun names: towns are not evacuated people, buses are not held."""
    token, lemma = sentence.tokens[noun], sentence.lemma(noun)
    name, trigger = found
    of_people = name in words.ambiguous or sentence.lemma(trigger) in words.hitting | words.bringing
    if not of_people or lemma in words.people or token.pos not in {"NOUN", "PROPN"}:
        return True
    if name == "population" and lemma in words.number_nouns:
        return True
    return token.entity == "NORP" or words.noun_class.get(lemma) == name


def _is_pronoun(sentence: Sentence, number: FoundNumber, at: int) -> bool:
    """Whether "one" stands for something rather than counting it ("no one", "one of the reasons")."""
    if sentence.text[slice(*number.core)].lower() != "one":
        return False
    leading = at > sentence.first and sentence.tokens[at - 1].dep != "mark"
    before = sentence.lower(at - 1) if leading else ""
    after = sentence.lower(at + 1) if at + 1 < sentence.last else ""
    return before in NOT_A_COUNT or after in {"another", "day"}


def _is_name(sentence: Sentence, number: FoundNumber, at: int, words: FigureWords) -> bool:
    """Whether a number in letters is the end of a name: "told Agency One that"."""
    word, before = sentence.text[slice(*number.core)], at - 1
    if not word.istitle() or word.lower() not in words.units:
        return False
    if before < sentence.first or sentence.tokens[before].pos != "PROPN":
        return False
    if at + 1 < sentence.last and sentence.tokens[at + 1].pos in {"NOUN", "PROPN"}:
        return False
    written_low = (sentence.tokens[i] for i in sentence.indices if sentence.tokens[i].pos in {"VERB", "AUX"})
    return any(t.text.islower() for t in written_low)  # else a headline: "Fire in Lund Kills Two"


def counted_noun(sentence: Sentence, at: int, words: FigureWords) -> int:
    """The noun that a number stands before ("58 people", "dozens of people"), else the number itself."""
    token = sentence.tokens[at]
    noun = at
    head = sentence.tokens[token.head]
    if token.dep == "nsubj" and head.dep == "amod" and token.head == at + 1 and head.head > token.head:
        noun = head.head  # "35 identified civilians", where the parser takes the participle for a verb
    elif token.dep in NUMERIC and head.pos in {"NOUN", "PROPN"} and token.head > at:
        between = range(at + 1, token.head)
        clause = any(
            sentence.tokens[i].pos in {"VERB", "AUX"} and sentence.tokens[i].dep != "amod" for i in between
        )
        noun = token.head
        if clause:
            noun = next((i for i in between if sentence.tokens[i].pos == "NOUN"), at)
    else:
        for of in sentence.has(at, "prep"):
            if sentence.lower(of) == "of" and of - at <= 2:
                noun = next(iter(sentence.has(of, "pobj")), at)
        if noun != at and sentence.lemma(noun) in words.scales:
            deeper = [c for of in sentence.has(noun, "prep") for c in sentence.has(of, "pobj")]
            noun = deeper[0] if deeper else at
    named = sentence.tokens[noun]
    stray = named.pos == "PROPN" and named.tag != "NNPS" and named.entity != "NORP"
    return (
        at if stray and sentence.lemma(noun) not in words.people and named.lemma.lower()[-1:] != "s" else noun
    )


def population_of(sentence: Sentence, noun: int, number: FoundNumber, words: FigureWords) -> str | None:
    """The words for those counted, without the number; of "civilian deaths" the civilians."""
    token = sentence.tokens[noun]
    if token.pos not in {"NOUN", "PROPN"}:
        return None
    if token.end == number.end and sentence.lemma(noun) in words.harm_nouns | NO_KIND:
        return "people"
    if token.start < number.core[1] and number.core[0] < token.end:
        return (
            token.text if number.low in {0, 1} and token.end == number.end and number.vague is None else None
        )
    if sentence.lemma(noun) in words.number_nouns:
        named = [o for of in sentence.has(noun, "prep") for o in sentence.has(of, "pobj")]
        named = [
            o
            for o in named
            if sentence.tokens[o].pos in {"NOUN", "PROPN"} and not sentence.lower(o)[0].isdigit()
        ]
        if named and sentence.lower(named[0]) in words.adjective_class:
            return "people"  # "the number of dead"
        return sentence.tokens[named[0]].text if named else None
    if sentence.lemma(noun) in words.harm_nouns:
        return _harmed(sentence, noun, number, words)
    left = noun
    modifiers = sentence.has(noun, "amod", "compound", "nmod")
    for c in sorted(i for m in modifiers for i in sentence.below(m)):
        if number.end <= sentence.tokens[c].start and c < left:
            left = c
    while left < noun and (sentence.lower(left) in ADDING or sentence.tokens[left].pos in {"PUNCT", "ADP"}):
        left += 1
    text = sentence.text[sentence.tokens[left].start : token.end]
    return "people" if text.lower() in {"others", "more", "persons", "lives"} else text


def _harmed(sentence: Sentence, noun: int, number: FoundNumber, words: FigureWords) -> str:
    """Whose deaths, bodies or injuries they are."""
    for c in sentence.has(noun, "amod", "compound", "nmod"):
        if sentence.tokens[c].start >= number.end and sentence.lemma(c) in words.people:
            whose = sentence.tokens[c].text
            return whose if whose.lower().endswith("s") else f"{whose}s"
    for of in sentence.has(noun, "prep"):
        if sentence.lower(of) == "of":
            for c in sentence.has(of, "pobj"):
                return sentence.tokens[c].text
    return "people"


def whole_of(
    sentence: Sentence, number: FoundNumber, bound: Sequence[tuple[FoundNumber, Counted]]
) -> tuple[FoundNumber, Counted] | None:
    """The figure of which this is a part: "58 people, including 11 children", "86, 30 of them children"."""
    if not bound:
        return None
    inside = sentence.inside(number.start, number.end)
    if _of_them(sentence, number):
        return bound[-1]
    opening = _listing_before(sentence, inside[0])
    if opening is None:
        return None
    before = [b for b in bound if b[0].end <= sentence.tokens[opening].start]
    whole = before[-1] if before else bound[-1]
    return None if _more(number, whole[0]) else whole


def _of_them(sentence: Sentence, number: FoundNumber) -> bool:
    """Whether a number is of those told of before: "nine of them"."""
    last = sentence.inside(number.start, number.end)[-1]
    trail = [sentence.lower(i) for i in range(last + 1, min(last + 3, sentence.last))]
    return trail in (["of", "them"], ["of", "whom"], ["of", "those"])


def _more(number: FoundNumber, whole: FoundNumber) -> bool:
    """Whether a number is more than another, so that it can be no part of it."""
    values = [v for v in (whole.low, whole.high, whole.best) if v is not None]
    own = [v for v in (number.low, number.high, number.best) if v is not None]
    return whole.vague is None and bool(values) and bool(own) and min(own) > max(values)


def _listing_before(sentence: Sentence, first: int) -> int | None:
    """The "including" of the list in which the token `first` stands: "including a boy and two women"."""
    for i in range(first - 1, max(first - LONGEST_LIST, sentence.first) - 1, -1):
        token = sentence.tokens[i]
        if token.text.lower() in LISTING:
            return i
        if token.pos not in LISTED and i < first - NEAREST_LISTING:
            return None
    return None
