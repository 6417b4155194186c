"""Sources that are named only later: "a monitor said" in a lead, "the Orvane Observatory" below it."""

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.records import Mention
from counterclaim.stages.attribute.speaker import Speaker
from counterclaim.stages.attribute.tree import Tree
from counterclaim.values.acts import ActWords

ARTICLES = frozenset({"a", "an", "the"})


def named_ahead(tree: Tree, mentions: Sequence[Mention], speaker: Speaker, acts: ActWords) -> Speaker:
    """A speaker given as "a monitor" by the one name of a monitor that the article has, else unchanged.

    The name must hold a word of such bodies itself ("observatory"). Of several bodies the one that is named
    more than once is meant: the other may be a headline's "Monitor". With two of those nobody can be told.
    """
    head = speaker.head
    if head is None or speaker.at is None:
        return speaker
    alone = tree.low(head) == "monitor" and tree.tokens[head].text[:1].isupper()
    if not (alone or _described(tree, head, acts)):
        return speaker
    bodies: dict[str, list[Mention]] = {}
    for mention in mentions:
        text = tree.text[mention.head[0] : mention.head[1]]
        if (
            mention.kind == "name"
            and any(w in acts.monitors for w in text.lower().split())
            and text[0].isupper()
            and not (mention.start < speaker.at[1] and speaker.at[0] < mention.end)
        ):
            bodies.setdefault(_key(text, acts), []).append(mention)
    if len(bodies) > 1:
        bodies = {key: found for key, found in bodies.items() if len(found) > 1}
    if len(bodies) != 1:
        return speaker
    (found,) = bodies.values()
    best = max(found, key=lambda m: (m.head[1] - m.head[0], -m.head[0]))
    start, end = best.head
    while tree.text[start : start + 4].lower() == "the ":
        start += 4
    return replace(speaker, name=tree.text[start:end], at=(start, end), anonymous=False, person=False)


def _described(tree: Tree, head: int, acts: ActWords) -> bool:
    """Whether a noun says that a body watches: "a monitor", "a group tracking it", "Nine die: monitor"."""
    if tree.tokens[head].pos == "PROPN" or tree.tokens[head].tag not in ("NN", "VBG"):
        return False
    nouns = tree.kids(head, "compound", "amod", "nmod")
    if not any(tree.low(k) in ARTICLES for k in tree.kids(head, "det")) and (
        nouns or tree.kids(head, "det", "poss") or tree.lemma(head) not in acts.monitors
    ):
        return False
    body = tree.lemma(head) in acts.monitors or tree.lemma(head) in acts.collectives
    watches = any(tree.lemma(k) in acts.watching for k in tree.kids(head, "acl"))
    return body and (watches or any(tree.lemma(k) in acts.monitors for k in (*nouns, head)))


def _key(name: str, acts: ActWords) -> str:
    """The word of a monitor's name that says what it is."""
    return next(w for w in name.lower().split() if w in acts.monitors)
