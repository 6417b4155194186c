"""Chains of attribution: through whom a statement came, outermost first."""

from collections.abc import Sequence

from counterclaim.records import Attribution, Extent, Hop
from counterclaim.stages.attribute.manner import without_clauses
from counterclaim.stages.attribute.speaker import Speaker
from counterclaim.stages.attribute.tree import Tree
from counterclaim.values.acts import ActWords

NEAR = 6
"""Words from a cue at which the outlet may be named that carried the words: parsers tie it to any of them."""

CLAUSES_BY_THE_WAY = frozenset({"relcl", "acl", "advcl", "conj"})


def within(inner: Sequence[Extent], outer: Sequence[Extent]) -> bool:
    """Whether every inner extent lies in one of the outer, or between two of them."""
    return (
        bool(inner)
        and bool(outer)
        and all(any(s <= start and end <= e for s, e in outer) for start, end in inner)
    )


def nesting(attributions: Sequence[Attribution], passed: frozenset[int] = frozenset()) -> list[list[int]]:
    """For each attribution the numbers of those in whose content it stands, outermost first.

    `passed`: those by "citing" or "quoting"; they share their content with the one who cites.
    """
    order = sorted(
        range(len(attributions)),
        key=lambda i: (attributions[i].content[0][0], -attributions[i].content[-1][1], i in passed),
    )
    open_: list[int] = []
    found: list[list[int]] = [[] for _ in attributions]
    for i in order:
        one = attributions[i]
        start = one.content[0][0]
        open_ = [j for j in open_ if attributions[j].content[-1][1] > start]
        for j in open_:
            other = attributions[j]
            if (i in passed and j not in passed and one.content == other.content and other.source) or (
                one.content != other.content
                and within(one.content, other.content)
                and within(one.cue or one.content, other.content)
            ):
                found[i].append(j)
        open_.append(i)
    for chain in found:
        chain.sort(key=lambda j: -sum(e - s for s, e in attributions[j].content))
    return found


def passed_on(
    tree: Tree, attributions: Sequence[Attribution], cues: Sequence[Sequence[int]], acts: ActWords
) -> frozenset[int]:
    """The attributions whose content another passed on: "citing him", "he was quoted by it as saying"."""
    quoting = [i for i, cue in enumerate(cues) if any(tree.lemmas[t] in acts.passing_on for t in cue)]
    outer = [i for i in quoting if any(tree.words[t] == "by" for t in cues[i])]
    shared = {attributions[i].content for i in outer}
    inner = {i for i, one in enumerate(attributions) if one.content in shared}
    return frozenset({*quoting, *inner} - set(outer))


def as_hop(attribution: Attribution, speaker: Speaker) -> Hop:
    """An attribution as a step on the way of another."""
    return Hop(
        source=attribution.source, cue=attribution.cue, speaker_name=speaker.name, speaker_at=speaker.at
    )


def told_outlet(tree: Tree, cue: Sequence[int], acts: ActWords) -> Hop | None:
    """The outlet in "told the agency", through which the words came. "told reporters" names none."""
    for verb in cue:
        if tree.tokens[verb].pos != "VERB" or tree.lemma(verb) not in ("tell", "speak", "say"):
            continue
        heard = tree.kids(verb, "dobj", "dative", "nsubj")
        for to in tree.kids(verb, "prep", "dative"):
            if tree.low(to) in ("to", "with"):
                heard.extend(tree.kids(to, "pobj"))
        for named in heard:
            if named > verb and is_outlet(tree, named, acts):
                extent = tree.trimmed(tree.left[named], min(without_clauses(tree, named), tree.right[named]))
                if extent:
                    name = tree.text[extent[0] : extent[1]]
                    return Hop(source=(extent,), cue=(), speaker_name=name, speaker_at=extent)
    return None


def carried_by(tree: Tree, cue: Sequence[int], acts: ActWords) -> Hop | None:
    """The outlet in "claimed the attack via its agency", through which the speaker put the words out."""
    for verb in cue:
        near = range(max(0, verb - NEAR), min(len(tree.tokens), verb + NEAR + 1))
        for by in (i for i in near if tree.low(i) in acts.carrying and _hangs_on(tree, i, verb)):
            for named in tree.kids(by, "pobj"):
                extent = tree.trimmed(tree.left[named], min(without_clauses(tree, named), tree.right[named]))
                if extent and is_outlet(tree, named, acts):
                    on = (tree.tokens[by].start, tree.tokens[by].end)
                    name = tree.text[extent[0] : extent[1]]
                    return Hop(source=(extent,), cue=(on,), speaker_name=name, speaker_at=extent)
    return None


def _hangs_on(tree: Tree, word: int, verb: int) -> bool:
    """Whether a word depends on a verb, and not by way of a clause about something else."""
    while word != verb:
        if tree.tokens[word].dep in CLAUSES_BY_THE_WAY or tree.tokens[word].head == word:
            return False
        word = tree.tokens[word].head
    return True


def quoted_by(tree: Tree, source: Sequence[int], acts: ActWords) -> tuple[Hop, ...]:
    """The outlet in "state television, quoted by the agency, said": it passed on what the source said."""
    for verb in source:
        if tree.tokens[verb].tag != "VBN" or tree.lemma(verb) not in acts.passing_on:
            continue
        for by in tree.kids(verb, "agent", "prep"):
            for noun in tree.kids(by, "pobj"):
                named = next((k for k in tree.kids(noun, "appos") if tree.tokens[k].pos == "PROPN"), noun)
                extent = tree.trimmed(tree.left[named], min(without_clauses(tree, named), tree.right[named]))
                if tree.low(by) == "by" and extent:
                    name = tree.text[extent[0] : extent[1]]
                    cue = ((tree.tokens[verb].start, tree.tokens[by].end),)
                    return (Hop(source=(extent,), cue=cue, speaker_name=name, speaker_at=extent),)
    return ()


def is_outlet(tree: Tree, named: int, acts: ActWords) -> bool:
    """Whether a noun phrase names an agency, a broadcaster or a paper."""
    words = range(tree.left[named], min(tree.right[named], named + 2) + 1)
    if any(tree.low(i) in acts.outlets and tree.tokens[i].text[0].isupper() for i in words):
        return True
    return tree.lemma(named) in acts.outlet_nouns and tree.tokens[named].tag in ("NN", "NNP")
