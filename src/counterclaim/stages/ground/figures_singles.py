"""One or none of a kind to whom something grave was done: "a nurse was killed", "no one was hurt"."""

from collections.abc import Iterator, Sequence

from counterclaim.records import Extent
from counterclaim.stages.ground.figures_roles import class_by_syntax, deed_class
from counterclaim.stages.ground.figures_sentence import Sentence
from counterclaim.values.figures import FigureWords, FoundNumber

LONGEST_SINGLE = 60
"""Characters from "a" to the noun that it counts; more is not one phrase."""

GRAVE = frozenset({"killed", "injured", "executed", "detained", "abducted", "killed or injured"})
KNOWN = frozenset({"killed", "injured", "executed", "killed or injured"})
BEFALLEN = frozenset({"nsubj", "nsubjpass", "dobj", "appos"})
LEFTWARD = ("compound", "det", "amod", "poss")
REFLEXIVE = frozenset({"himself", "herself"})
LEADING = frozenset({"a", "an", "no"})
NOBODY = frozenset({"nobody", "none", "no-one"})


def single_numbers(
    sentence: Sentence, numbers: Sequence[FoundNumber], words: FigureWords
) -> Iterator[FoundNumber]:
    """The ones and nones of a sentence, besides the `numbers` already read in it."""
    for i in sentence.indices:
        nobody = _nobody(sentence, i, words)
        if nobody is not None:
            yield FoundNumber(start=nobody[0], end=nobody[1], core=nobody, low=0.0, high=0.0, best=0.0)
            continue
        if sentence.lower(i) not in LEADING or sentence.head(i) <= i:
            continue
        noun = sentence.head(i)
        token, start = sentence.tokens[noun], sentence.tokens[i].start
        if token.end - start > LONGEST_SINGLE or not _grave(sentence, i, noun, words):
            continue
        if any(n.start < token.end and start < n.end for n in numbers):
            continue
        value = 0.0 if sentence.lower(i) == "no" else 1.0
        core = (start, token.end)
        yield FoundNumber(start=start, end=token.end, core=core, low=value, high=value, best=value)


def _nobody(sentence: Sentence, i: int, words: FigureWords) -> Extent | None:
    """The words for nobody to whom something grave was done: "nobody died", "no one was killed".

    "None of the nurses died" says nothing of others, and so counts nobody.
    """
    word, first = sentence.lower(i), i
    if word == "one" and i > sentence.first and sentence.lower(i - 1) == "no":
        first = i - 1
    elif word not in NOBODY:
        return None
    if sentence.has(i, "prep") or sentence.direct_class(i, words) is None:
        return None
    return sentence.tokens[first].start, sentence.tokens[i].end


def multiple_numbers(sentence: Sentence, words: FigureWords) -> Iterator[FoundNumber]:
    """What one word counts whom a deed befell: "a triple murder", "the double shooting"."""
    for i in sentence.indices:
        value = words.multiples.get(sentence.lower(i))
        noun = sentence.head(i)
        if value is None or noun <= i or deed_class(sentence, noun, words) is None:
            continue
        start, end = sentence.tokens[i].start, sentence.tokens[noun].end
        core = (start, sentence.tokens[i].end)
        yield FoundNumber(start=start, end=end, core=core, low=value, high=value, best=value)


def known_ones(sentence: Sentence, words: FigureWords) -> Iterator[FoundNumber]:
    """Single persons told by name or as known already: "Ada Lund was killed", "the driver died".

    They count one where an account counts nobody else of the kind.
    """
    for noun in sentence.indices:
        if sentence.tokens[noun].dep not in BEFALLEN or not _is_known_one(sentence, noun, words):
            continue
        together = _coordinated(sentence, noun)
        if not all(is_one_person(sentence, c, words) for c in together):
            continue
        found = class_by_syntax(sentence, noun, noun, words)
        if found is None or found[0] not in KNOWN or sentence.tokens[found[1]].pos not in {"VERB", "ADJ"}:
            continue
        if _denied(sentence, found[1]):
            continue
        first = min([noun, *(c for c in sentence.has(noun, *LEFTWARD) if c < noun)])
        core = (sentence.tokens[first].start, sentence.tokens[together[-1]].end)
        if core[1] - core[0] <= LONGEST_SINGLE * len(together):
            value = float(len(together))
            yield FoundNumber(start=core[0], end=core[1], core=core, low=value, high=value, best=value)


def _is_known_one(sentence: Sentence, noun: int, words: FigureWords) -> bool:
    """Whether a noun is of one person: a name, or "his sister", "the driver", "a nurse"."""
    token, lemma = sentence.tokens[noun], sentence.lemma(noun)
    if token.pos not in {"NOUN", "PROPN"} or token.tag in {"NNS", "NNPS"} or sentence.has(noun, "nummod"):
        return False
    if token.pos == "PROPN" and token.entity == "PERSON":
        return True
    one = lemma in words.people and lemma not in words.collectives
    return one and bool(sentence.has(noun, "det", "poss"))


def _aged_name(sentence: Sentence, noun: int) -> bool:
    """Whether a noun is a name with an age behind it: "Ada Lund, 36,"."""
    aged = any(sentence.tokens[c].pos == "NUM" and c > noun for c in sentence.has(noun, "appos", "nummod"))
    return aged and sentence.tokens[noun].pos == "PROPN"


def is_one_person(sentence: Sentence, noun: int, words: FigureWords) -> bool:
    """Whether a noun beside counted ones is of one person more: "his wife", "son", "Ada Lund", "himself"."""
    if sentence.lower(noun) in REFLEXIVE:
        return True
    head = sentence.lemma(sentence.head(noun))
    bare = sentence.tokens[noun].tag == "NN" and not sentence.has(noun, "nummod", "prep")
    if bare and sentence.lemma(noun) in words.kin and head in words.kin:
        return True
    token = sentence.tokens[noun]
    in_a_row = token.tag == "NNP" and token.dep == "conj" and _aged_name(sentence, token.head)
    return in_a_row or _aged_name(sentence, noun) or _is_known_one(sentence, noun, words)


def _coordinated(sentence: Sentence, noun: int) -> list[int]:
    """A noun and those that "and" joins to it, in order."""
    found = [noun]
    for here in found:
        found.extend(joined(sentence, here))
    return sorted(found)


def joined(sentence: Sentence, noun: int) -> list[int]:
    """The nouns that "and" or a comma joins to a noun: "his wife, son and daughter"."""
    found = [c for c in sentence.has(noun, "conj") if sentence.tokens[c].pos in {"NOUN", "PROPN"}]
    for c in sentence.has(noun, "appos"):
        if _aged_name(sentence, noun) and _aged_name(sentence, c):
            found.append(c)  # "Ada Lund, 36, Olaf Berg, 40, and"
            continue
        bare = sentence.tokens[c].tag == "NN" and not sentence.has(c, "det", "poss", "amod", "prep")
        if bare and sentence.has(c, "conj"):
            found.append(c)
    return found


def _denied(sentence: Sentence, trigger: int) -> bool:
    """Whether what befell someone did not: "was not hurt"."""
    return bool(sentence.has(trigger, "neg") or sentence.has(sentence.head(trigger), "neg"))


def _grave(sentence: Sentence, leading: int, noun: int, words: FigureWords) -> bool:
    """Whether the noun is of one person, or of none, to whom something grave was done."""
    token, lemma = sentence.tokens[noun], sentence.lemma(noun)
    if sentence.lower(leading) == "no":
        named = token.pos == "PROPN" and token.entity == "NORP"  # "no Dane was killed"
        if not (token.pos in {"NOUN", "PRON"} or named) or lemma in words.number_nouns | {"toll"}:
            return False
        called = words.noun_class.get(lemma) in words.harms
        return called or sentence.direct_class(noun, words) is not None
    if token.pos not in {"NOUN", "PROPN", "ADJ"} or token.tag in {"NNS", "NNPS"}:
        return False
    if lemma in words.collectives | words.uncounted or not (lemma in words.people or lemma.endswith("old")):
        return False
    found = class_by_syntax(sentence, noun, noun, words)
    if found is None or found[0] not in GRAVE or found[1] == noun:
        return False
    return not _denied(sentence, found[1])
