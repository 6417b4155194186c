"""Who is meant where two are set against each other: "the league, not the army", "it was the league that".

A contrast denies nothing of what is told: of "the league, not the army, burned the mill" the mill was burned.
A cleft ("it was the league that burned it") is one clause cut in two, whose "not" belongs to both halves.
"""

from collections.abc import Sequence

from counterclaim.records import Parse
from counterclaim.stages.ground.negation import negates

NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
VERBS = frozenset({"VERB", "AUX"})
ASIDE = frozenset({"not", "n't", "n’t", "never"})
"""Words of negation that may set a noun aside."""

INSTEAD = frozenset({("rather", "than"), ("instead", "of")})
MODIFIERS = frozenset({"det", "amod", "compound", "nummod", "poss", "nmod", "predet", "quantmod"})
RELATIVE = frozenset({"WDT", "WP"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
RANKING = frozenset({"first", "last", "only", "sole", "same"})
HALVES = frozenset({"relcl", "ccomp"})
FARTHEST = 3
"""Nouns climbed from a cleft's clause to what "it" is said to be: "the league, not the army, which"."""


def set_aside(parse: Parse, noun: int) -> bool:
    """Whether a noun is the one that is not meant: "not X", "rather than X", "not X but Y"."""
    tokens, words = parse.tokens, parse.words
    first = min([noun, *(c for c in parse.children[noun] if tokens[c].dep in MODIFIERS)])
    before = first - 1
    if before >= 0 and words[before] == "by":
        before -= 1
    if before >= 1 and (words[before - 1], words[before]) in INSTEAD:
        return True
    if before >= 0 and words[before] in ASIDE and negates(words, before):
        above = tokens[before].head
        return _but(parse, noun) if tokens[above].pos in VERBS else contrasting(parse, before)
    verb = tokens[noun].head
    denied = any(tokens[c].dep == "neg" and negates(words, c) for c in parse.children[verb])
    return tokens[noun].dep == "attr" and denied and _but(parse, noun)


def contrasting(parse: Parse, negation: int) -> bool:
    """Whether a "not" only sets one noun against another, and leaves its clause as it is."""
    tokens = parse.tokens
    above = tokens[negation].head
    if tokens[above].pos in VERBS:
        return any(tokens[c].dep == "attr" and _but(parse, c) for c in parse.children[above])
    if tokens[above].pos == "ADP":  # "by the league, not by the army"
        return parse.words[negation - 1] in {",", "and", "but"} or _but(parse, above)
    if tokens[above].pos not in NOUNS:
        return False
    joined = tokens[above].dep in {"conj", "appos"} or parse.words[negation - 1] == "and"
    return negation > above or joined or _but(parse, above)


def _but(parse: Parse, noun: int) -> bool:
    """Whether a "but" and another noun follow a noun."""
    tokens = parse.tokens
    return any(tokens[c].dep == "cc" and parse.words[c] == "but" for c in parse.children[noun])


def cleft(parse: Parse, clause: int) -> tuple[int, int] | None:
    """Of a clause that is half of a cleft, the verb "be" and the noun that "it" is said to be.

    Only where that noun is the clause's subject: then a "not" is one for both halves.
    """
    if parse.tokens[clause].dep not in HALVES:
        return None
    tokens = parse.tokens
    copula, noun = tokens[clause].head, tokens[clause].head
    if tokens[clause].dep == "relcl":
        for _ in range(FARTHEST):
            if tokens[noun].dep not in {"conj", "appos"}:
                break
            noun = tokens[noun].head
        if parse.lemmas[noun] == "be":  # "it was the league, and never the army, that": joined to the verb
            noun = _said_to_be(parse, noun)
        copula = tokens[noun].head
    elif tokens[clause].dep == "ccomp":
        if parse.lemmas[copula] != "be":
            copula = _before(parse, clause)
        noun = _said_to_be(parse, copula)
    if tokens[noun].dep != "attr" or parse.lemmas[copula] != "be":
        return None
    if not any(parse.words[c] == "it" and tokens[c].dep in {"nsubj", "expl"} for c in parse.children[copula]):
        return None
    if any(parse.words[c] in RANKING or tokens[c].entity == "ORDINAL" for c in parse.children[noun]):
        return None  # "it is not the first group that shelled it" denies no shelling
    link = next((c for c in parse.children[clause] if tokens[c].tag in RELATIVE), clause)
    if tokens[link].dep not in SUBJECTS:
        return None  # "it was not the mill that they shelled" denies the mill alone
    if link >= clause:
        return None
    aside = parse.words[link - 1] == "," and tokens[clause].head == noun  # "it was a nurse, who had fled"
    return None if aside else (copula, noun)


def _said_to_be(parse: Parse, copula: int) -> int:
    """What a subject is said to be; the verb itself where nothing is."""
    return next((c for c in parse.children[copula] if parse.tokens[c].dep == "attr"), copula)


def _before(parse: Parse, clause: int) -> int:
    """The "be" that stands beside a clause, under the same verb and before it; else the clause's verb."""
    above = parse.tokens[clause].head
    beside = [c for c in parse.children[above] if c < clause and parse.tokens[c].dep == "ccomp"]
    return next((c for c in reversed(beside) if parse.lemmas[c] == "be"), above)


def halves(parse: Parse, copula: int, members: Sequence[int]) -> int | None:
    """The relative clause among `members` that is the other half of a cleft headed by "be"."""
    for i in members:
        if parse.tokens[i].dep in HALVES and (found := cleft(parse, i)) is not None and found[0] == copula:
            return i
    return None
