"""Claims waved away: "laughed off reports that", "poured cold water on the allegation that"."""

from counterclaim.stages.attribute.tree import Tree
from counterclaim.values.acts import ActWords

NOBODY = frozenset({"nobody", "none", "neither", "few", "no-one"})


def dismissed_by(tree: Tree, noun: int, acts: ActWords) -> int | None:
    """The verb that waves away what a noun of saying tells; None where none does, or only may."""
    if tree.lemma(noun) not in acts.nouns:
        return None
    verb = tree.tokens[noun].head
    if tree.tokens[noun].dep == "pobj":
        verb = tree.tokens[verb].head
        if tree.tokens[verb].pos == "NOUN":  # "poured cold water on claims"
            verb = tree.tokens[verb].head
    elif tree.tokens[noun].dep not in ("dobj", "nsubjpass"):
        return None
    ways = acts.dismissing.get(tree.lemma(verb), ())
    if not any(tree.words[verb + 1 : verb + 1 + len(way)] == way for way in ways):
        return None
    return verb if _done(tree, verb) else None


def dismisses(tree: Tree, verb: int, acts: ActWords) -> bool:
    """Whether a verb waves away what a noun of saying tells, whoever says that."""
    if tree.lemma(verb) not in acts.dismissing:
        return False
    objects = [*tree.kids(verb, "dobj"), *(o for p in tree.kids(verb, "prep") for o in tree.kids(p, "pobj"))]
    return any(dismissed_by(tree, noun, acts) == verb for noun in objects)


def _done(tree: Tree, verb: int) -> bool:
    """Whether a verb says what was done: not "did not laugh off", "may", "nobody", "an attempt to"."""
    if any(tree.tokens[k].tag in ("MD", "TO") for k in tree.kids(verb, "aux")) or tree.kids(verb, "neg"):
        return False
    last = tree.sentence(verb)[1] - 1
    asked = any(tree.tokens[i].text == "?" for i in range(max(verb, last - 1), last + 1))
    return not asked and not any(tree.low(k) in NOBODY for k in tree.kids(verb, "nsubj"))
