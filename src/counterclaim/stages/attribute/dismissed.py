"""Claims waved away: "laughed off reports that", "poured cold water on the allegation that"."""

from counterclaim.stages.attribute.tree import Tree
from counterclaim.values.acts import ActWords


def dismissed_by(tree: Tree, noun: int, acts: ActWords) -> int | None:
    """The verb that waves away what a noun of saying tells; None where none does."""
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
    return verb if any(tree.words[verb + 1 : verb + 1 + len(way)] == way for way in ways) else None
