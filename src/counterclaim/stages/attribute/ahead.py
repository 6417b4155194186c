"""Sources that are named only later: "a monitor said" in a lead, "the Orvane Observatory" below it."""

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.records import Mention
from counterclaim.stages.attribute.speakers import Speaker
from counterclaim.stages.attribute.tree import Tree
from counterclaim.values.acts import ActWords

ARTICLES = frozenset({"a", "an", "the"})


def named_ahead(tree: Tree, mentions: Sequence[Mention], speaker: Speaker, acts: ActWords) -> Speaker:
    """A speaker given as "a monitor" by the one name of a monitor that the article has, else unchanged.

    The name must hold a word of such bodies itself ("observatory"); with two of them nobody can be told.
    """
    head = speaker.head
    if head is None or speaker.at is None:
        return speaker
    alone = tree.low(head) == "monitor" and tree.tokens[head].text[:1].isupper()
    if not (alone or _described(tree, head, acts)):
        return speaker
    named: dict[int, list[Mention]] = {}
    for mention in mentions:
        text = tree.text[mention.head[0] : mention.head[1]]
        if (
            mention.kind == "name"
            and any(w in acts.monitors for w in text.lower().split())
            and text[0].isupper()
            and not (mention.start < speaker.at[1] and speaker.at[0] < mention.end)
        ):
            named.setdefault(mention.chain, []).append(mention)
    if len({_key(tree.text[m.head[0] : m.head[1]], acts) for found in named.values() for m in found}) != 1:
        return speaker
    best = max(
        (m for found in named.values() for m in found), key=lambda m: (m.head[1] - m.head[0], -m.head[0])
    )
    start, end = best.head
    while tree.text[start : start + 4].lower() == "the ":
        start += 4
    return replace(speaker, name=tree.text[start:end], at=(start, end), anonymous=False, person=False)


def _described(tree: Tree, head: int, acts: ActWords) -> bool:
    """Whether a noun with an article says that a body watches: "a monitor", "a monitoring group"."""
    if tree.tokens[head].pos == "PROPN" or tree.tokens[head].tag not in ("NN", "VBG"):
        return False
    if not any(tree.low(k) in ARTICLES for k in tree.kids(head, "det")):
        return False
    words = {tree.lemma(i) for i in (*tree.kids(head, "compound", "amod", "nmod"), head)}
    body = tree.lemma(head) in acts.monitors or tree.lemma(head) in acts.collectives
    return body and bool(words & acts.monitors)


def _key(name: str, acts: ActWords) -> str:
    """The word of a monitor's name that says what it is."""
    return next(w for w in name.lower().split() if w in acts.monitors)
