"""Who did what a noun tells, where a participle carries it: "the raid, carried out by the league"."""

from collections.abc import Set

from counterclaim.stages.ground.phrases import Tree

DEEPEST = 3
"""Steps down from an event's noun to the participle: past whom it befell, and when."""

DOWN = frozenset({"prep", "pobj", "appos", "conj", "acl", "relcl", "poss", "compound"})
PRONOUNS = frozenset({"PRP", "PRP$"})
TIMES = frozenset({"DATE", "TIME"})


def carried_out_by(tree: Tree, event: int, light: Set[str]) -> list[int]:
    """The agents of a `light` verb that hangs as a participle or relative clause from an event's noun."""
    above = tree.tokens[event].head
    if tree.tokens[event].dep in {"dobj", "nsubjpass"}:
        for verb in tree.children(above, "advcl"):
            if verb > event and _carries(tree, verb, light) and tree.children(verb, "agent"):
                return _agents(tree, verb)
    level = [event]
    for _ in range(DEEPEST):
        below = [c for here in level for c in tree.children(here) if tree.tokens[c].dep in DOWN and c > event]
        for verb in below:
            if tree.tokens[verb].dep in {"acl", "relcl", "conj"} and _carries(tree, verb, light):
                return _agents(tree, verb)
        level = below
    return []


def _carries(tree: Tree, verb: int, light: Set[str]) -> bool:
    return tree.tokens[verb].tag == "VBN" and tree.tokens[verb].lemma.lower() in light


def _agents(tree: Tree, verb: int) -> list[int]:
    return [
        who
        for by in tree.children(verb, "agent", "prep")
        if tree.tokens[by].lemma.lower() == "by"
        for who in tree.children(by, "pobj")
    ]


def between(tree: Tree, event: int) -> list[int]:
    """The parties of a clash: "fighting between the army and the league", "clashed with the league"."""
    return [
        who
        for preposition in tree.children(event, "prep")
        if tree.tokens[preposition].lemma.lower() in {"between", "with"}
        for who in tree.children(preposition, "pobj")
        if tree.tokens[who].entity not in TIMES
    ]


def names_somebody(tree: Tree, doer: int) -> bool:
    """Whether a word before an event may be a doer: not "Monday's raid"."""
    return tree.tokens[doer].entity not in TIMES


def is_pronoun(tree: Tree, doer: int) -> bool:
    """Whether a doer is told by a pronoun alone: "resumed its attacks"."""
    return tree.tokens[doer].tag in PRONOUNS
