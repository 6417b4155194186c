"""Numbers that the network sees of each pair of mentions."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from counterclaim.models.coreference.features import Floats, Vectors
from counterclaim.models.coreference.mentions import (
    DEP_NUMBERS,
    ENTITY_NUMBERS,
    FEMALE,
    MALE,
    PERSON,
    PLURAL,
    SINGULAR,
    THING,
    UNKNOWN,
    Known,
)
from counterclaim.models.coreference.pairs import Bags, Ints
from counterclaim.stages.attribute.tree import Tree

Flags = NDArray[np.bool_]

SENTENCES = (0, 1, 2, 3, 5, 8, 14, 25)
BETWEEN = (1, 2, 3, 4, 6, 9, 14, 22, 35, 60)
"""Lower bounds of the bins of a distance, in sentences and in mentions."""

TURNS = (0, 1, 2, 3, 4, 6, 10)
"""Lower bounds of the bins of a distance in paragraphs, which in a talk are turns."""

APPOSITION, ATTRIBUTE, OWNER = DEP_NUMBERS["appos"], DEP_NUMBERS["attr"], DEP_NUMBERS["poss"]
PERSONS, BODIES, STATES = ENTITY_NUMBERS["PERSON"], ENTITY_NUMBERS["ORG"], ENTITY_NUMBERS["GPE"]


class Side(NamedTuple):
    """What pairs see of the mentions on one of their sides, [pairs] each; numbers first, then what is so."""

    pronoun: Ints
    number: Ints
    gender: Ints
    entity: Ints
    kind: Ints
    dep: Ints
    quote: Ints
    sentence: Ints
    part: Ints
    governor: Ints
    head: Ints
    owner: Ints
    words: Ints
    before: Ints
    lemma: Ints
    string: Ints
    shape: Ints
    acronym: Ints
    initials: Ints
    subject: Flags
    proper: Flags
    speaks: Flags
    asks: Flags
    strange: Flags
    nominal: Flags
    own: Flags
    third: Flags
    he: Flags
    talks: Flags
    alive: Flags


class PairReader:
    """Gives the features of pairs of one article's mentions."""

    def __init__(self, known: Sequence[Known], tree: Tree, vectors: Vectors) -> None:
        words: list[frozenset[str]] = [frozenset() if k.pronoun else k.words for k in known]
        before: list[frozenset[str]] = [frozenset() if k.pronoun else k.before for k in known]
        lemma = numbered(["" if k.pronoun else k.lemma for k in known])
        string = numbered(["" if k.pronoun else k.string for k in known])
        shape = numbered([k.string if k.pronoun else "" for k in known])
        names = numbered([*(k.acronym for k in known), *(k.initials for k in known)])
        own = [
            (
                k.pronoun, k.number, k.gender, k.entity, k.kind, k.dep, k.quote, k.sentence, k.part,
                k.governor, k.at.head, k.owner, len(w), len(b),
            )
            for k, w, b in zip(known, words, before, strict=True)
        ]  # fmt: skip
        shared = [lemma, string, shape, names[: len(known)], names[len(known) :]]
        self._numbers = np.concatenate([np.array(own, dtype=np.int64).reshape(len(known), -1).T, shared])
        rows = vectors.rows([k.lemma for k in known])
        pronoun, gender = self._numbers[0], self._numbers[2]
        self._flags = np.array(
            [
                [k.subject for k in known], [k.proper for k in known], [k.speaks for k in known],
                [_asks(tree, k) for k in known], rows == vectors.rows([""]), pronoun == 0,
                np.isin(pronoun, (1, 2)), np.isin(pronoun, (4, 5, 6, 7)), np.isin(pronoun, (4, 5)),
                np.isin(pronoun, (1, 2, 3)), np.isin(gender, (MALE, FEMALE, PERSON)),
            ],
            dtype=np.bool_,
        )  # fmt: skip
        self._near = vectors.of(rows)
        self._governing = vectors.of(vectors.rows([tree.lemmas[k.governor] for k in known]))
        self._nearest = [last_same(numbers) for numbers in (string, lemma, shape)]
        self._bags = Bags(words, before)

    def _side(self, mentions: Ints) -> Side:
        return Side(*self._numbers[:, mentions], *self._flags[:, mentions])

    def features(self, earlier: Ints, later: Ints) -> Floats:
        """Give the features of pairs, float32 [pairs, width]."""
        a, b = self._side(earlier), self._side(later)
        held, kept, given = self._bags.shared(earlier, later)
        near, governing = self._near.take(earlier, axis=0), self._governing.take(later, axis=0)
        alike = dots(near, self._near.take(later, axis=0))
        together, governed = dots(self._governing.take(earlier, axis=0), governing), dots(near, governing)
        same_head = (a.lemma == b.lemma) & (b.lemma >= 0)
        same_string = (a.string == b.string) & (b.string >= 0)
        same_shape = (a.shape == b.shape) & (b.shape >= 0)
        acronym = ((a.acronym == b.initials) & (a.acronym >= 0)) | (
            (a.initials == b.acronym) & (b.acronym >= 0)
        )
        shares, proper, nominal = held > 0, a.proper & b.proper, a.nominal & b.nominal
        other_head = ~same_head
        apart = ((a.gender == MALE) & (b.gender == FEMALE)) | ((a.gender == FEMALE) & (b.gender == MALE))
        things = ((a.gender == THING) & b.alive) | ((b.gender == THING) & a.alive)
        counts = ((a.number == SINGULAR) & (b.number == PLURAL)) | (
            (a.number == PLURAL) & (b.number == SINGULAR)
        )
        pronominal, same_pronoun = b.pronoun > 0, a.pronoun == b.pronoun
        same_governor, same_part, same_sentence = (
            a.governor == b.governor, a.part == b.part, a.sentence == b.sentence
        )  # fmt: skip
        same_quote, quoted_a, quoted_b = a.quote == b.quote, a.quote > 0, b.quote > 0
        own, own_alike = a.own & b.own, a.own & b.own & same_pronoun
        i_a, we_a, you_a = a.pronoun == 1, a.pronoun == 2, a.pronoun == 3
        i_b, we_b, you_b = b.pronoun == 1, b.pronoun == 2, b.pronoun == 3
        him, it, them = a.nominal & b.he, a.nominal & (b.pronoun == 6), a.nominal & (b.pronoun == 7)
        you, turns = you_a & you_b, b.part - a.part
        odd = turns % 2 == 1
        columns = [
            same_string, same_head, same_shape, acronym, shares,
            same_head & (kept >= b.before), same_head & (kept < b.before), same_head & (given >= a.before),
            proper & shares, proper & shares & (held >= b.words), proper & shares & (held >= a.words),
            proper & ~shares, same_string & b.proper, same_string & ~b.proper, same_head & ~b.proper,
            held / np.maximum(b.words, 1), held / np.maximum(a.words, 1),
            apart, things, counts, (a.gender == b.gender) & (a.gender > 0) & (a.gender < THING),
            (a.number == b.number) & (a.number > 0), (a.gender > 0) & (b.gender > 0) & ~apart & ~things,
            (a.entity == b.entity) & (a.entity > 0), (a.entity != b.entity) & (a.entity > 0) & (b.entity > 0),
            same_part, same_quote & quoted_a, ~same_quote & quoted_a & quoted_b, quoted_a & ~quoted_b,
            quoted_b & ~quoted_a, a.subject & b.subject, a.subject & b.third, a.dep == b.dep,
            same_governor, a.head == b.governor, b.head == a.governor,
            (a.head == b.governor) & (b.dep == APPOSITION), b.owner == a.head, a.owner == b.head,
            same_governor & (b.dep == ATTRIBUTE), same_governor & pronominal & (b.dep != OWNER),
            own_alike, own_alike & same_quote, own_alike & ~same_quote, own & ~same_pronoun,
            you, you & same_quote, a.speaks & b.own & quoted_b & ~quoted_a,
            b.speaks & a.own & quoted_a & ~quoted_b, a.speaks & i_b, a.speaks & you_b, a.speaks & b.he,
            b.third & same_pronoun, b.third & ~same_pronoun & a.third, a.own != b.own,
            nominal, a.nominal & b.third, b.nominal & ~a.nominal, a.nominal & b.own,
            a.nominal & (b.pronoun == 8), it,
            them, them & (a.number == SINGULAR), them & (a.number == PLURAL),
            him & (a.gender == PERSON), him & (a.gender == UNKNOWN), him & (a.entity == PERSONS),
            it & (a.entity == PERSONS), it & ((a.entity == BODIES) | (a.entity == STATES)),
            nominal & same_sentence, nominal & other_head & ~shares, alike * nominal,
            np.maximum(alike, 0) ** 2 * (nominal & other_head), together, together * pronominal,
            a.strange | b.strange, a.strange & b.strange & other_head,
            (a.kind == 0) & (b.kind == 1) & other_head, (a.kind == 1) & (b.kind == 1) & same_head,
            (b.kind == 2) & same_head, (b.kind == 3) & same_head, (b.kind == 4) & same_head,
            (b.kind == 5) & same_head, (b.kind == 4) & other_head, same_sentence,
            governed, governed * pronominal, *(nearest[later] == earlier for nearest in self._nearest),
            own & ~odd, own & odd, you & ~odd, a.own & you_b & odd, you_a & b.own & odd,
            we_a & we_b, i_a & i_b, we_a & i_b, i_a & we_b, we_a & you_b, you_a & we_b, i_a & you_b,
            you_a & i_b, a.asks & ~b.asks & ~same_part, b.asks, you_a & i_b & a.asks & (turns == 1),
        ]  # fmt: skip
        talk = a.talks & b.talks
        gap, between = binned(b.sentence - a.sentence, SENTENCES), binned(later - earlier, BETWEEN)
        turn = binned(turns, TURNS)
        distances = [
            (gap, SENTENCES, True), (between, BETWEEN, True),
            (gap, SENTENCES, pronominal), (between, BETWEEN, pronominal),
            (turn, TURNS, True), (turn, TURNS, talk), (turn, TURNS, talk & same_pronoun),
        ]  # fmt: skip
        width = len(columns) + sum(len(bounds) for _, bounds, _ in distances)
        found = np.zeros((width, len(earlier)), dtype=np.float32)
        np.concatenate(columns, out=found[: len(columns)].reshape(-1), casting="unsafe")
        at, pairs = len(columns), np.arange(len(earlier))
        for bins, bounds, where in distances:
            found[at + bins, pairs] = where
            at += len(bounds)
        return found.T


def dots(one: Floats, other: Floats) -> Floats:
    """The dot product of each row of one with that of the other."""
    found: Floats = np.einsum("ij,ij->i", one, other)
    return found


def binned(values: Ints, bounds: Sequence[int]) -> Ints:
    """The number of the bin that holds each value; what lies below all is in the first."""
    found: Ints = np.maximum(np.searchsorted(np.asarray(bounds), values, side="right") - 1, 0)
    return found


def numbered(strings: Sequence[str]) -> Ints:
    """A number for each string, the same for the same; -1 for an empty one."""
    numbers: dict[str, int] = {"": -1}
    return np.array([numbers.setdefault(s, len(numbers)) for s in strings], dtype=np.int64)


def last_same(numbers: Ints) -> Ints:
    """For each number, where the same stood last before it; -1 where it did not or is negative."""
    seen: dict[int, int] = {}
    found = []
    for at, number in enumerate(numbers.tolist()):
        found.append(seen.get(number, -1) if number >= 0 else -1)
        seen[number] = at
    return np.array(found, dtype=np.int64)


def _asks(tree: Tree, k: Known) -> bool:
    """Whether a mention stands in a question."""
    start, end = tree.sentences[k.sentence]
    return "?" in tree.words[max(start, end - 2) : end]
