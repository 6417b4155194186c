"""Whether a statement keeps its distance: by its cue, by "alleged" and its like, by what is only possible."""

from collections.abc import Sequence

from counterclaim.stages.attribute.meaning import Said
from counterclaim.stages.attribute.tree import Tree
from counterclaim.values.acts import ActWords

MAIN = frozenset({"ccomp", "attr", "oprd", "dobj", "relcl", "nsubj", "nsubjpass", "acomp", "parataxis"})
"""Edges by which a word still belongs to what is mainly said. A purpose, a condition, a second clause joined
by "and" or a second sentence does not: it would put distance into what is told firmly beside it."""

OWN_CLAIMS = frozenset({"claim", "fear"})
"""Verbs whose past before "to be" may be active: "he claimed to be a doctor". Of the others ("the men thought
to be spies") it is a participle, whatever a parser makes of it."""


def hedged(said: Said) -> bool:
    """Whether the cue or the content keeps its distance from something that is told."""
    if _distant_cue(said):
        return True
    tree, content, acts, head = said.tree, said.content, said.acts, said.head
    around = [*content, *said.cue, *([] if head is None else tree.kids(head, "advmod"))]
    if any(tree.tokens[i].dep in ("amod", "advmod") for i in around if tree.words[i] in acts.hedges):
        return True
    if any(_nobodys(tree, i, acts) for i in content):
        return True
    first = tree.sentence(content[0])[1] if content else 0
    within = {i for i in content if i < first}
    tops = [i for i in said.tops if i < first]
    return any(_only_possible(tree, i, acts) and _mainly_said(tree, i, tops, within) for i in sorted(within))


def _distant_cue(said: Said) -> bool:
    """Whether a cue does not vouch for what it brings: "claimed", "allegedly", "is believed to"."""
    if said.head is None:
        return False
    if said.act != "claim_responsibility" and said.meaning.stance == "hedging":
        return said.act != "other"
    return _nobodys(said.tree, said.head, said.acts)


def _nobodys(tree: Tree, verb: int, acts: ActWords) -> bool:
    """Whether a passive or a participle says what is believed or said by nobody in particular.

    In a content such a word passes a thing on: "planes thought to be theirs".
    """
    token, lemma = tree.tokens[verb], tree.lemmas[verb]
    if lemma not in acts.distancing and lemma not in acts.distancing_infinitive:
        return False
    if token.tag not in ("VBN", "VBD") or tree.kids(verb, "agent", "dobj"):
        return False
    infinitive = any(
        tree.low(to) == "to" for x in tree.kids(verb, "xcomp", "ccomp") for to in tree.kids(x, "aux")
    )
    being = [x for x in tree.kids(verb, "xcomp") if tree.lemma(x) in ("be", "have")]
    if infinitive and being and lemma not in OWN_CLAIMS and not tree.kids(verb, "aux", "auxpass"):
        return True
    if not tree.kids(verb, "auxpass"):
        return token.tag == "VBN" and token.dep in ("acl", "relcl") and infinitive
    return lemma in acts.distancing or infinitive


def _only_possible(tree: Tree, i: int, acts: ActWords) -> bool:
    """Whether a word makes what it stands with no more than possible."""
    token, low = tree.tokens[i], tree.low(i)
    if token.dep == "aux" and low in acts.possibility:
        doing = token.head
        refused = bool(tree.kids(doing, "neg")) or tree.lemma(doing) in acts.could_do
        return not (low == "could" and refused)
    if tree.lemma(i) in acts.seeming:
        return bool(tree.kids(i, "xcomp", "oprd", "ccomp", "acomp"))
    return low in acts.possibly and token.dep in ("amod", "advmod", "acomp", "attr", "oprd")


def _mainly_said(tree: Tree, i: int, tops: Sequence[int], within: set[int]) -> bool:
    """Whether a word belongs to the main clause of a content, or to what hangs on it as its object."""
    i = tree.tokens[i].head if tree.tokens[i].dep in ("aux", "amod", "advmod") else i
    while i not in tops:
        token = tree.tokens[i]
        if token.head not in within or token.head == i:
            return True
        if token.dep == "pobj" and tree.tokens[token.head].head in tops:
            return tree.tokens[tree.tokens[token.head].head].pos in ("VERB", "AUX")
        if token.dep == "pobj":
            return False
        if token.dep in MAIN:
            i = token.head
        else:
            return False
    return True
