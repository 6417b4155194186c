"""Noun phrases that can speak, found by their place where the syntax is no help."""

from dataclasses import dataclass

from counterclaim.stages.attribute.tree import Tree
from counterclaim.values.acts import ActWords

PRONOUNS = frozenset({"he", "she", "they", "it"})
LINKS = frozenset({"of", "for"})
PLACING = frozenset({"in", "at", "from", "with", "inside"})
NAMING_MARKS = frozenset({"-", "–", "al", "Al", "el", "El", "."})
LONGEST = 14
"""Tokens that such a source has at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A noun phrase: its first, last and head token."""

    first: int
    last: int
    head: int


def phrase_before(tree: Tree, last: int, floor: int, acts: ActWords) -> Phrase | None:
    """The phrase that can speak and ends at a token, or before adverbs that end there.

    `floor`: the first token of the sentence. Words that a lost comma has put beside it ("in Orvane state
    television") are left out: a phrase begins at its article, its demonym, or where a name or noun begins.
    """
    while last > floor and tree.tokens[last].tag == "RB":
        last -= 1
    if tree.low(last) in PRONOUNS:
        return Phrase(first=last, last=last, head=last)
    head = last
    if tree.tokens[head].pos == "NUM" and head > floor and tree.tokens[head - 1].pos == "PROPN":
        head = last = head - 1
    if tree.tokens[head].pos not in ("NOUN", "PROPN"):
        return None
    first = _start(tree, head, floor, acts)
    named = tree.tokens[head].text[:1].isupper()
    speaks = named or speaking(tree, head, acts)
    if named and first == head and tree.tokens[head].entity in ("DATE", "TIME"):
        return None
    while first - 1 > floor and tree.low(first - 1) in LINKS | PLACING:
        if tree.low(first - 1) in PLACING and speaks and not named:
            break
        holder = first - 2
        if tree.tokens[holder].pos not in ("NOUN", "PROPN") or not speaking(tree, holder, acts):
            break
        first, head, named, speaks = _start(tree, holder, floor, acts), holder, False, True
        if first == holder and first > floor and tree.tokens[first - 1].entity == "PERSON":
            first = head = _start(tree, first - 1, floor, acts)
    if tree.tokens[first - 1].pos == "ADP":
        return None
    if named and tree.tokens[head].entity in ("GPE", "LOC", "FAC", "DATE", "TIME", "CARDINAL"):
        return None
    if first - 2 > floor and tree.low(first - 1) == "and" and speaking(tree, first - 2, acts):
        first = _start(tree, first - 2, floor, acts)
    return Phrase(first=first, last=last, head=head) if speaks and last - first < LONGEST else None


def phrase_behind(tree: Tree, first: int, end: int, acts: ActWords) -> Phrase | None:
    """The phrase that can speak and begins at a token, with what describes it."""
    i = first
    while i < end and (tree.tokens[i].pos in ("DET", "ADJ") or tree.tokens[i].tag == "VBN"):
        i += 1
    if i >= end or tree.tokens[i].pos not in ("NOUN", "PROPN", "ADJ"):
        return None
    while i + 1 < end and (
        tree.tokens[i + 1].pos in ("NOUN", "PROPN")
        or (tree.tokens[i + 1].text == "-" and i + 2 < end and tree.tokens[i + 2].pos in ("NOUN", "PROPN"))
    ):
        i += 1
    head = i
    named = tree.tokens[head].text[:1].isupper() and tree.tokens[head].entity not in ("DATE", "TIME")
    if not (named or speaking(tree, head, acts)):
        return None
    last = head
    while last + 1 < end and tree.tokens[last + 1].tag not in ("VBG", "VBD", "VBZ", "VBP", "MD", "WDT", "WP"):
        token = tree.tokens[last + 1]
        if (token.pos == "PUNCT" and token.text != "-") or tree.low(last + 1) in (
            "on",
            "after",
            "during",
            "as",
        ):
            break
        last += 1
        if last - first > LONGEST:
            return None
    return Phrase(first=first, last=last, head=head)


def speaking(tree: Tree, i: int, acts: ActWords) -> bool:
    """Whether a noun, by its word alone, is a person, a body of people or an outlet."""
    words = {tree.lemma(i), tree.low(i)}
    return bool(words & acts.people or words & acts.outlet_nouns or words & acts.collectives) or (
        tree.low(i) in acts.outlets and tree.tokens[i].text[:1].isupper()
    )


def _start(tree: Tree, head: int, floor: int, acts: ActWords) -> int:
    """The first token of the phrase of a noun."""
    reads = _name_start if tree.tokens[head].text[:1].isupper() else _noun_start
    return reads(tree, head, floor, acts)


def _name_start(tree: Tree, head: int, floor: int, acts: ActWords) -> int:
    """Where a name begins: at its article, else where its entity begins, else with itself."""
    first = head
    while first > floor and _of_a_name(tree, first - 1):
        first -= 1
    if first > floor and tree.tokens[first - 1].pos == "DET":
        return first - 1
    entity = tree.tokens[head].entity
    begins = head
    while (
        begins > first
        and entity
        and tree.tokens[begins].entity == entity
        and not tree.tokens[begins].entity_begins
    ):
        begins -= 1
    if begins > floor and entity == "PERSON" and tree.tokens[begins - 1].tag == "NN":
        title = tree.tokens[begins - 1]
        if not title.text[:1].isupper() and speaking(tree, begins - 1, acts):
            begins = _noun_start(tree, begins - 1, floor, acts)
            if begins > floor and tree.tokens[begins - 1].entity == "ORG":
                begins -= 1
    return begins


def _of_a_name(tree: Tree, i: int) -> bool:
    token = tree.tokens[i]
    if token.text in NAMING_MARKS:
        return True
    return token.text[:1].isupper() and token.pos in ("PROPN", "ADJ", "NOUN")


def _noun_start(tree: Tree, head: int, floor: int, acts: ActWords) -> int:
    """Where a common noun's phrase begins: at its article, number, demonym or owner, else its modifiers."""
    first = head
    while first > floor:
        token = tree.tokens[first - 1]
        if token.text == "-" and first - 2 > floor:
            first -= 2
            continue
        if token.pos in ("DET", "NUM") or token.tag == "PRP$":
            return first - 1
        if token.text[:1].isupper() and token.text[:1].isalpha():
            demonym = token.entity == "NORP" and token.pos == "ADJ"
            owner = token.text[-1:] == "s" and tree.tokens[max(first - 2, floor)].tag not in (
                "IN",
                "JJ",
                "NNP",
            )
            return first - 1 if demonym or (owner and first < head) else first
        if tree.low(first - 1) in ("'s", "’s"):
            return _name_start(tree, first - 2, floor, acts) if first - 2 >= floor else first
        modifies = token.pos in ("NOUN", "ADJ") or token.text == "-" or token.tag in ("VBN", "NN")
        if not modifies or (token.tag == "NNS" and token.dep not in ("compound", "nmod")):
            return first
        first -= 1
    return first
