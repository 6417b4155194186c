"""Who did what a noun tells, where words of blame or of having a part in it stand between them."""

from collections.abc import Set

from counterclaim.stages.ground.phrases import Tree

COPULAS = frozenset({"attr", "acomp", "dobj", "prep", "oprd", "ccomp"})
HOLDING = frozenset({"hold", "consider", "deem", "believe", "find", "declare", "call", "think"})
WORK = frozenset({"work", "doing", "handiwork", "responsibility"})
SUBJECTS = ("nsubj", "nsubjpass")


def responsible(tree: Tree, event: int, wordings: Set[str]) -> list[int]:
    """Those who are said to be responsible for an event or to have a part in it: "was behind the raid".

    `wordings` are lemmas: a word and its preposition, or a preposition that says it alone.
    """
    link = tree.tokens[event].head
    if tree.tokens[event].dep != "pobj":
        return []
    preposition = tree.tokens[link].lemma.lower()
    word = tree.tokens[link].head
    if f"{tree.tokens[word].lemma.lower()} {preposition}" not in wordings and (
        preposition not in wordings or tree.tokens[word].lemma.lower() != "be"
    ):
        return []
    token = tree.tokens[word]
    if token.tag in {"VBN", "VBG"} and token.dep == "acl":
        return [token.head]
    if token.pos not in {"VERB", "AUX"} and token.dep not in COPULAS:
        return [token.head] if token.dep == "amod" and word > token.head else []
    if token.dep in {"oprd", "ccomp"} and tree.children(token.head, "dobj"):
        return tree.children(token.head, "dobj")  # "held the league responsible for the raid"
    if token.pos == "VERB" and not tree.children(word, "nsubjpass", "auxpass"):
        named = tree.children(word, "dobj")
        if named:  # "blamed the league for the raid"
            return named
    for here in (word, token.head):
        subjects = tree.children(here, *SUBJECTS)
        if subjects:
            relative = tree.tokens[here].dep == "relcl" and tree.tokens[subjects[0]].tag in {"WDT", "WP"}
            return [tree.tokens[here].head] if relative else subjects
    return []


def held_to_be(tree: Tree, event: int) -> bool:
    """Whether somebody holds another responsible for an event, rather than his being so."""
    word = tree.tokens[tree.tokens[tree.tokens[event].head].head]
    holding = tree.tokens[word.head]
    return word.dep in {"oprd", "ccomp"} and holding.pos == "VERB" and holding.lemma.lower() in HOLDING


def laid_to(tree: Tree, event: int, wordings: Set[str]) -> list[int]:
    """Those to whom an event is laid: "the raid was attributed to the league", "blamed the raid on it"."""
    verb = tree.tokens[event].head
    if tree.tokens[event].dep not in {"nsubj", "nsubjpass", "dobj"}:
        return []
    work = [a for a in tree.children(verb, "attr") if tree.tokens[a].lemma.lower() in WORK]
    if tree.tokens[event].dep == "nsubj" and work:  # "the raid was the work of the league"
        return [who for a in work for of in tree.children(a, "prep") for who in tree.children(of, "pobj")]
    return [
        who
        for preposition in (*tree.children(verb, "prep", "dative"), *_of_object(tree, event))
        if f"{tree.tokens[verb].lemma.lower()} {tree.tokens[preposition].lemma.lower()}" in wordings
        if not any(tree.tokens[c].dep == "neg" for c in tree.children(preposition))
        for who in tree.children(preposition, "pobj")
    ]


def _of_object(tree: Tree, event: int) -> list[int]:
    """Prepositions that a parser hangs on an object rather than on its verb: "blamed the raid on them"."""
    return tree.children(event, "prep") if tree.tokens[event].dep == "dobj" else []
