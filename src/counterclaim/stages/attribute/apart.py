"""What is said and who says it kept apart, where a text without commas runs them into one name."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from counterclaim.records import Attribution, Extent, Mention
from counterclaim.stages.attribute.tree import Tree

Source = tuple[int, int, tuple[Extent, ...]]
"""The first and the last character of a source, and its content."""


def clear_of_sources(mentions: Sequence[Mention], attributions: Sequence[Attribution]) -> list[Mention]:
    """Mentions of which none runs from the words said into who says them.

    One that does keeps the latter: "wounding six more state radio said", "is in Varn Ilse Brandt said".
    """
    sources = sorted((start, end, a.content) for a in attributions for start, end in a.source)
    starts = [start for start, _, _ in sources]
    return [_cut(mention, sources[bisect_right(starts, mention.start) :][:1]) for mention in mentions]


def of_the_inner(tree: Tree, one: Attribution) -> Attribution:
    """An attribution whose source is not whom a clause beside the speaker is about.

    In "said Lind, whose deputy Venn said last year …" the later words are Venn's.
    """
    source, verbs = tree.parse.within(one.source), tree.parse.within(one.cue)
    for verb in verbs:
        subject = next((k for k in tree.kids(verb, "nsubj") if k in source), None)
        if subject is None or tree.tokens[verb].dep != "relcl" or tree.tokens[verb].head not in source:
            continue
        extent = tree.trimmed(tree.left[subject], tree.right[subject])
        if tree.tokens[subject].pos in ("NOUN", "PROPN") and extent is not None:
            return replace(one, source=(extent,))
    return one


def is_credit(text: str, one: Attribution) -> bool:
    """Whether an attribution is the credit of a photographer whose name is Said: "REUTERS Omar Said"."""
    if not one.source or not one.cue:
        return False
    words = text[one.source[0][0] : one.source[-1][1]].split()
    agency = len(words) > 1 and len(words[0]) > 1 and words[0].isupper()
    return agency and text[one.cue[0][0] : one.cue[-1][1]] == "Said"


def _cut(mention: Mention, behind: Sequence[Source]) -> Mention:
    """A mention without the words of a content that it begins in, if it ends in the source behind."""
    for first, last, content in behind:
        named = first < mention.head[1] if mention.kind == "name" else first <= mention.head[0]
        begins = any(start <= mention.start < end <= first for start, end in content)
        if named and begins and first < mention.end <= last:
            head = (max(first, mention.head[0]), mention.head[1])
            return replace(mention, start=first, head=head, text=mention.text[first - mention.start :])
    return mention
