"""Names within an article: where they stand, and which is a fuller form of which."""

from collections.abc import Sequence

from counterclaim.stages.attribute.tree import CLOSING, OPENING, Tree

NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT", "EVENT"})


def is_acronym(wanted: Sequence[str], words: Sequence[str]) -> bool:
    """Whether one word is made of the initials of others."""
    initials = "".join(w[0] for w in words if w not in ("of", "for", "the", "and", "in"))
    return len(wanted) == 1 and len(initials) > 1 and wanted[0].strip("()") == initials


def contains(longer: Sequence[str], shorter: Sequence[str], *, person: bool) -> bool:
    """Whether a longer name is a fuller form of a shorter: for a person the family name must end it."""
    bare = [w for w in shorter if w not in ("the", "'s", "’s")]
    if not bare or not {"&", "and"}.isdisjoint(set(longer) - set(shorter)):
        return False  # "the league and the junta" is no fuller name of either
    if person:
        return list(longer[-len(bare) :]) == bare
    return any(list(longer[i : i + len(bare)]) == bare for i in range(len(longer)))


def entities(tree: Tree) -> list[tuple[int, int]]:
    """First and last token of each named entity that may be an actor."""
    found: list[tuple[int, int]] = []
    for i, token in enumerate(tree.tokens):
        if token.entity not in NAMED or token.pos == "PUNCT" or token.text in OPENING + CLOSING:
            continue
        hyphened = i > 1 and tree.tokens[i - 1].text == "-" and tree.tokens[i - 1].entity == token.entity
        if (
            found
            and not token.entity_begins
            and found[-1][1] == (i - 2 if hyphened else i - 1)
            and tree.tokens[i - 1].entity == token.entity
        ):
            found[-1] = (found[-1][0], i)
        else:
            found.append((i, i))
    return [(first, _unowned(tree, first, last)) for first, last in found]


def _unowned(tree: Tree, first: int, last: int) -> int:
    """The last token of a name without its "'s": whose lawyer it is, is no part of a name."""
    while last > first and tree.low(last) in ("'s", "’s", "'", "’"):
        last -= 1
    return last


def coordinated(tree: Tree, head: int) -> list[int]:
    """What is joined to a noun by "and" or in a list.

    A second noun phrase with "a" and nothing between, which the parser takes for one of a list where commas
    were stripped, only tells who the first is: "Lenn Watch a rights group said".
    """
    return [
        k
        for k in tree.kids(head, "conj")
        if any(tree.tokens[i].dep == "cc" or tree.tokens[i].text in ",;" for i in range(head + 1, k))
        or not any(tree.low(i) in ("a", "an") for i in tree.kids(k, "det"))
    ]


def head_of(tree: Tree, source: Sequence[int]) -> int | None:
    """The token of a source that the others hang on."""
    inside = set(source)
    tops = [i for i in source if tree.tokens[i].head not in inside or tree.tokens[i].head == i]
    for idle in (("PUNCT", "SPACE", "CCONJ", "ADP"), ("DET",)):
        tops = [i for i in tops if tree.tokens[i].pos not in idle] or tops
    return tops[0] if tops else None
