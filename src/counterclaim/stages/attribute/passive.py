"""Those who are spoken of and do not speak: "the mayor accused of theft", with its "is" left out."""

from dataclasses import replace

from counterclaim.records import Attribution
from counterclaim.stages.attribute.content import tidy
from counterclaim.stages.attribute.tree import Tree

ACCUSING = frozenset({"accuse", "suspect"})
"""Verbs that name whom they accuse before what he is accused of."""


def accused_in_passing(tree: Tree, one: Attribution) -> Attribution:
    """An attribution whose source is the accused, as one without a source about them.

    "Of" right behind a verb that has no object tells it from "they accused the mayor of theft".
    """
    cue = tree.parse.within(one.cue)
    verb = next((i for i in cue if tree.lemma(i) in ACCUSING), None)
    if verb is None or not one.source or one.source[0] > one.cue[0]:
        return one
    following = tree.low(verb + 1) if verb + 1 < len(tree.tokens) else ""
    if tree.tokens[verb].tag not in ("VBN", "VBD") or following != "of" or tree.kids(verb, "dobj"):
        return one
    content = tidy(tree.text, (*one.source, *one.content))
    return replace(one, source=(), content=content) if content else one
