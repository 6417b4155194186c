"""Denials put beside what they deny: "The army says it was a base, a claim that residents reject"."""

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.records import Attribution
from counterclaim.stages.attribute.content import less, tidy
from counterclaim.stages.attribute.cues import cue_extents
from counterclaim.stages.attribute.tree import Tree
from counterclaim.values.acts import ActWords

SLACK = 3
"""Characters between what is denied and the noun that sums it up: a comma, a dash, white space."""

ARTICLES = frozenset({"a", "an"})

NAMING = frozenset({"appos", "dobj", "npadvmod", "conj", "attr", "dep"})
"""How a noun hangs that sums up the words before it; the parser is seldom sure."""


def with_denials_beside(tree: Tree, found: Sequence[Attribution], acts: ActWords) -> list[Attribution]:
    """Add attributions to whoever rejects the words of another that a noun of saying sums up behind them.

    The words of the other end before that noun. Where nobody else has them, what stands before it in its
    sentence is what is rejected.
    """
    kept = list(found)
    for verb, token in enumerate(tree.tokens):
        noun = token.head
        if token.dep not in ("relcl", "acl") or not _sums_up(tree, noun, verb, acts):
            continue
        subject = next(iter(tree.kids(verb, "nsubj")), None)
        source = tree.trimmed(tree.left[subject], tree.right[subject]) if subject is not None else None
        if subject is None or source is None or subject < noun:
            continue
        start, end = tree.sentence(noun)
        first, last = tree.extent(start, end - 1)
        behind = ((tree.tokens[tree.left[noun]].start, last),)
        cue = cue_extents(tree, verb)
        kept = [one for one in kept if one.cue not in (cue, (tree.extent(noun, noun),))]
        theirs = [n for n, one in enumerate(kept) if _runs_to(one, behind[0][0], first)]
        for n in theirs:
            kept[n] = replace(kept[n], content=tidy(tree.text, less(kept[n].content, behind)))
        content = kept[theirs[-1]].content if theirs else tidy(tree.text, ((first, behind[0][0]),))
        if content:
            kept.append(Attribution(source=(source,), cue=cue, content=content))
    return kept


def _sums_up(tree: Tree, noun: int, verb: int, acts: ActWords) -> bool:
    """Whether a noun with "a" sums up what is said before it and is denied behind it: "a claim he denies"."""
    denies = any(cue.act == "deny" for cue in acts.verbs.get(tree.lemma(verb), {}).values())
    told = tree.lemma(noun) in acts.nouns and tree.tokens[noun].dep in NAMING and noun < verb
    one = any(tree.low(k) in ARTICLES for k in tree.kids(noun, "det"))
    return denies and told and one and not tree.kids(verb, "neg")


def _runs_to(one: Attribution, at: int, start: int) -> bool:
    """Whether an attribution's words in a sentence run to or over a position in it."""
    first, last = one.content[0][0], one.content[-1][1]
    return start <= first < at and at - last <= SLACK
