"""What a number with a unit measures: how far from where, how long what took, the price of what."""

from collections.abc import Mapping, Sequence

from counterclaim.stages.ground.figures_counting import Counted, part_counted, whole_of
from counterclaim.stages.ground.figures_roles import class_by_syntax
from counterclaim.stages.ground.figures_sentence import Sentence
from counterclaim.values.figures import FigureWords, FoundNumber, scale_of

UNSAID: Mapping[str, str] = {
    "length": "distance", "time": "duration", "months": "duration", "nights": "duration", "weight": "weight",
    "area": "area", "volume": "volume", "power": "power", "share": "share", "percentage points": "share",
    "length per time": "speed",
}  # fmt: skip
"""What is measured, by scale, where a sentence does not say of what; such figures are never compared."""

MONEY, RATE = "money", "rate"

CARRYING = frozenset({"nummod", "quantmod", "compound", "amod", "nmod", "npadvmod", "appos", "poss"})
FROM = frozenset({"from", "of", "off", "outside", "inside", "beyond"})
OF_WHICH = frozenset({"of", "in", "worth"})
LOCATING = frozenset({"after", "within", "in", "before", "since", "until", "till", "during", "at", "over"})
"""Prepositions that make a length of time, or a distance, a point: "after two hours" measures nothing."""

PLAIN = frozenset({
    "be", "last", "cost", "take", "measure", "weigh", "span", "stretch", "cover", "total", "continue", "run",
})  # fmt: skip
"""Verbs that add nothing to what their subject is measured in: "the truce lasted 24 hours"."""

ACROSS = frozenset({"long", "deep", "high", "wide", "tall", "thick", "broad", "old", "heavy"})
"""Adjectives of what is measured itself; "14 kilometres downstream" tells where it is."""

NOMINAL = frozenset({"NOUN", "PROPN"})
LONGEST_BRACKETS = 8
FARTHEST = 4
"""Tokens from a length to the "from" of a distance: "40 km to the north of"."""


def measured(
    sentence: Sentence,
    number: FoundNumber,
    bound: Sequence[tuple[FoundNumber, Counted]],
    *,
    words: FigureWords,
) -> Counted | None:
    """What a number with a unit measures; a share may be a part of one of `bound`, the sentence's counts.

    `name` is one of `UNSAID` where the sentence does not say of what.
    """
    scale = scale_of(number.unit).name
    outward = _outward(sentence, number)
    if not outward:
        return None
    if scale == "share":
        return _share(sentence, number, outward[0], bound, words)
    at = outward[-1]
    if scale == "length":
        distance = _distance(sentence, at)
        if distance is not None:
            return distance
    return _of_something(sentence, at) or Counted(name=_unsaid(scale), population=None)


def _of_something(sentence: Sentence, at: int) -> Counted | None:
    """The noun that is measured, with the verb that says in what respect."""
    found = _whose(sentence, at)
    if found is None:
        return None
    noun, verb = found
    name = _named(sentence, noun)
    said = None if verb is None else sentence.lemma(verb)
    return Counted(name=name if said is None or said in PLAIN else f"{name}: {said}", population=name)


def _unsaid(scale: str) -> str:
    known = UNSAID.get(scale)
    return known or (RATE if " per " in scale else MONEY)


def _outward(sentence: Sentence, number: FoundNumber) -> list[int]:
    """The tokens by which a number and its unit hang in the sentence."""
    inside = sentence.inside(number.start, number.end)
    return [i for i in inside if sentence.head(i) not in inside or sentence.head(i) == i] or inside[-1:]


def _share(
    sentence: Sentence,
    number: FoundNumber,
    at: int,
    bound: Sequence[tuple[FoundNumber, Counted]],
    words: FigureWords,
) -> Counted:
    """What a share is of, and what befell that share of it; "30 percent of them" is a part of a count."""
    whole = whole_of(sentence, number, bound)
    found = class_by_syntax(sentence, at, None, words)
    if found is not None and found[0] in words.ambiguous:
        found = None
    noun = _of_which(sentence, at)
    after = sentence.inside(number.start, number.end)[-1] + 1
    if noun is None and after < sentence.last and sentence.tokens[after].pos in NOMINAL:
        noun = after
    name = _named(sentence, noun) if noun is not None and sentence.tokens[noun].pos in NOMINAL else None
    if whole is not None:
        return Counted(
            name=found[0] if found else whole[1].name,
            population=part_counted(sentence, number) or whole[1].population,
            part_of=(whole[0].start, whole[0].end),
        )
    if found is not None:
        return Counted(name=found[0], population=name, trigger=found[1])
    if name is None:
        return _of_something(sentence, at) or Counted(name=UNSAID["share"], population=None)
    verb = sentence.verb_above(number)
    said = sentence.lemma(verb) if verb is not None else "be"
    return Counted(name=name if said in PLAIN else f"{name}: {said}", population=name)


def _distance(sentence: Sentence, at: int) -> Counted | None:
    """How far something is from where: "lies 40 km north of Homs", "a camp 40 km from Homs"."""
    start = _behind_brackets(sentence, at + 1)
    for i in range(start, min(start + FARTHEST, sentence.last)):
        token = sentence.tokens[i]
        if sentence.lower(i) in FROM and token.pos == "ADP":
            places = sentence.has(i, "pobj")
            if not places or (sentence.lower(i) == "of" and i == start):
                return None
            where = _named(sentence, places[0])
            thing = _thing_there(sentence, at)
            if thing is None:
                return Counted(name=UNSAID["length"], population=None)
            return Counted(name=f"distance from {where}", population=thing)
        if token.pos not in {"ADV", "ADP", "DET", "NOUN", "ADJ", "PROPN"}:
            return None
    return None


def _behind_brackets(sentence: Sentence, at: int) -> int:
    """The token behind brackets that open at a token: "40 kilometres (25 miles) from"; else that token."""
    if at < sentence.last and sentence.lower(at) == "(":
        closing = (
            i for i in range(at, min(at + LONGEST_BRACKETS, sentence.last)) if sentence.lower(i) == ")"
        )
        return next(closing, at - 1) + 1
    return at


def _thing_there(sentence: Sentence, at: int) -> str | None:
    """What is so far away: the noun that the distance hangs from, else the subject of its verb."""
    i = at
    for _ in range(FARTHEST):
        above = sentence.head(i)
        if above == i:
            return None
        token = sentence.tokens[above]
        if token.pos in NOMINAL:
            return _named(sentence, above) if above < at else None
        if token.pos in {"VERB", "AUX"}:
            objects = [i for i in sentence.has(above, "dobj", "nsubjpass") if i != at]
            return _of_a_noun(sentence, objects or sentence.has(above, "nsubj"))
        i = above
    return None


def _whose(sentence: Sentence, at: int) -> tuple[int, int | None] | None:
    """The noun that is measured, and the verb where one says in what respect; None where neither is said."""
    noun = _of_which(sentence, at, money=sentence.tokens[at].entity == "MONEY")
    if noun is not None:
        return noun, None
    token, head = sentence.tokens[at], sentence.head(at)
    if token.dep in CARRYING and sentence.tokens[head].pos in NOMINAL and head > at:
        return head, None
    if token.dep == "npadvmod" and sentence.tokens[head].pos == "ADJ" and sentence.lower(head) in ACROSS:
        at, token, head = head, sentence.tokens[head], sentence.head(head)
        if token.dep == "amod" and sentence.tokens[head].pos in NOMINAL:
            return head, None
    if token.dep == "pobj":
        if sentence.lower(head) in LOCATING:
            return None
        at, head = head, sentence.head(head)
        if sentence.tokens[head].pos in NOMINAL:
            return head, None
    if sentence.tokens[head].pos not in {"VERB", "AUX"}:
        return None
    nouns = sentence.has(head, "dobj", "nsubjpass") or sentence.has(head, "nsubj")
    nouns = [i for i in nouns if i != at] or sentence.has(head, "nsubj")
    named = next((i for i in nouns if i != at and _is_noun(sentence, i)), None)
    return (named, head) if named is not None else None


def _of_which(sentence: Sentence, at: int, *, money: bool = True) -> int | None:
    """The noun behind "of", "in" or "worth": "20 tons of flour", "$5 million in aid"."""
    for prep in sentence.has(at, "prep"):
        if sentence.lower(prep) in (OF_WHICH if money else {"of"}) and prep - at <= 2:
            for noun in sentence.has(prep, "pobj"):
                if sentence.tokens[noun].pos in NOMINAL and sentence.tokens[noun].entity not in {
                    "DATE",
                    "TIME",
                    "GPE",
                }:
                    return noun
    return None


def _of_a_noun(sentence: Sentence, tokens: Sequence[int]) -> str | None:
    return next((_named(sentence, i) for i in tokens if _is_noun(sentence, i)), None)


def _is_noun(sentence: Sentence, i: int) -> bool:
    """Whether a token is a noun, or a verb that stands as one: "fighting lasted"."""
    token = sentence.tokens[i]
    return token.pos in NOMINAL or (token.tag == "VBG" and token.dep in {"nsubj", "nsubjpass", "dobj"})


def _named(sentence: Sentence, noun: int) -> str:
    """A noun with the nouns directly before it that belong to it, in lower case unless it is a name."""
    words: list[str] = []
    for i in range(noun - 1, max(noun - 3, sentence.first - 1), -1):
        token = sentence.tokens[i]
        hyphened = sentence.lower(i - 1) == "-" if i > sentence.first else False
        if token.dep != "compound" or token.pos not in NOMINAL or hyphened:
            break
        words.insert(0, token.text if token.pos == "PROPN" else sentence.lemma(i))
    token = sentence.tokens[noun]
    named = token.pos == "PROPN" or (token.text[0].isupper() and noun > sentence.first)
    return " ".join([*words, token.text if named else sentence.lemma(noun)])
