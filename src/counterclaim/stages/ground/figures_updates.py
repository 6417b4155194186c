"""Whether a count replaces an earlier one, or is told as the earlier: "has risen to 126", "up from 58"."""

from collections.abc import Sequence
from typing import Literal

from counterclaim.stages.ground.figures_counting import Counted
from counterclaim.stages.ground.figures_sentence import Sentence
from counterclaim.values.figures import FigureWords, FoundNumber

Age = Literal["new", "old"]
FARTHEST = 6
"""Steps up a parse within which the words that date a count are looked for."""

BRINGING = frozenset({"bring", "take"})
"""Verbs that move a count to where it stands: "bringing the toll to 68"."""

MOVED = frozenset({"to", "at"})


def ages_of(
    sentence: Sentence, bound: Sequence[tuple[FoundNumber, Counted]], words: FigureWords
) -> dict[int, Age]:
    """The counts of a sentence that its words call new or old, by their start.

    Where one of two that count the same is called old, the other is new.
    """
    found: dict[int, Age] = {}
    for number, _ in bound:
        age = _age(sentence, number, words)
        if age is not None:
            found[number.start] = age
    old = {counted.name for number, counted in bound if found.get(number.start) == "old"}
    for number, counted in bound:
        if counted.name in old and counted.part_of is None:
            found.setdefault(number.start, "new")
    return found


def _age(sentence: Sentence, number: FoundNumber, words: FigureWords) -> Age | None:
    at = sentence.number_token(number)
    if at is None:
        return None
    if _former(sentence, at, words):
        return "old"
    governor = sentence.verb_above(number)
    if governor is None or sentence.tokens[governor].pos != "VERB":
        return "new" if _called(sentence, at, words.latest) else None
    counted = bool(sentence.clause_words(number) & (words.number_nouns | {"toll"}))
    moved = sentence.lower(sentence.head(at)) in MOVED
    if sentence.lemma(governor) in words.updating and (moved or counted):
        return "new"
    if sentence.lemma(governor) in BRINGING and moved and counted:
        return "new"
    return "new" if _called(sentence, at, words.latest) else None


def _former(sentence: Sentence, at: int, words: FigureWords) -> bool:
    """Whether a number is called an earlier one: "from 58 to 100", "a previous toll of 112"."""
    if sentence.lower(sentence.head(at)) == "from":
        moved = sentence.head(sentence.head(at))
        return sentence.lemma(moved) in words.updating or sentence.lower(moved) in {"up", "down"}
    if _called(sentence, at, words.former) or _taken_back(sentence, at, words):
        return True
    i = at
    for _ in range(FARTHEST):
        told = [i, *sentence.has(i, "acl")]
        for verb in told:
            adverbs = {sentence.lower(c) for c in sentence.has(verb, "advmod")}
            if sentence.lemma(verb) not in words.counting:
                continue
            if adverbs & words.former or (sentence.tokens[verb].dep == "acl" and "first" in adverbs):
                return True
            where = [o for p in sentence.has(verb, "prep") for o in sentence.has(p, "pobj")]
            if any(_earlier_telling(sentence, c, words) for c in (*sentence.has(verb, "nsubj"), *where)):
                return True
        another = sentence.tokens[i].dep == "conj" and sentence.tokens[i].pos == "VERB"
        if sentence.head(i) == i or another:
            return False
        i = sentence.head(i)
    return False


def _earlier_telling(sentence: Sentence, teller: int, words: FigureWords) -> bool:
    """Whether who tells a count is an earlier telling, or "we" where the sentence corrects what was told."""
    telling = sentence.lemma(teller) in words.tellings
    if telling and any(sentence.lower(c) in words.former for c in sentence.has(teller, "amod")):
        return True
    corrected = sentence.lower(sentence.first) in words.corrections
    return corrected and (telling or sentence.lower(teller) == "we")


def _taken_back(sentence: Sentence, at: int, words: FigureWords) -> bool:
    """Whether the claim or the toll that holds a number was withdrawn: "took back his claim that 58 died"."""
    i = at
    for _ in range(FARTHEST):
        above = sentence.head(i)
        if sentence.tokens[i].dep in {"dobj", "nsubjpass"} and sentence.tokens[i].pos == "NOUN":
            particle = [sentence.lower(c) for c in sentence.has(above, "prt", "advmod")]
            verbs = {sentence.lemma(above), *(f"{sentence.lemma(above)} {p}" for p in particle)}
            told = sentence.lemma(i) in TOLLS | words.tellings | CLAIMS
            if told and verbs & words.retracting and not sentence.has(above, "neg"):
                return True
        if above == i:
            return False
        i = above
    return False


def _called(sentence: Sentence, at: int, names: frozenset[str]) -> bool:
    """Whether the toll that a number gives, or its own noun, is called something: "the latest toll"."""
    i = at
    for _ in range(FARTHEST):
        nouns = [i] if sentence.lemma(i) in TOLLS else []
        if sentence.tokens[i].pos in {"VERB", "AUX"}:
            nouns = [c for c in sentence.has(i, "nsubj", "nsubjpass") if sentence.lemma(c) in TOLLS]
        if any(sentence.lower(c) in names for noun in nouns for c in sentence.has(noun, "amod")):
            return True
        if sentence.head(i) == i or sentence.tokens[i].pos in {"VERB", "AUX"}:
            return False
        i = sentence.head(i)
    return False


CLAIMS = frozenset(
    {"claim", "statement", "allegation", "assertion", "remark", "accusation", "charge", "word"}
)
"""Nouns of what is claimed, which may be withdrawn."""

TOLLS = frozenset({"toll", "count", "tally", "figure", "number", "estimate", "report", "death", "casualty"})
"""Nouns of counts, which may be earlier or later ones."""
