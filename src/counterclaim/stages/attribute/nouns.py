"""Nouns that attribute: "X's claim that …", "reports of …", "expressed concern that …"."""

from collections.abc import Iterator, Sequence

from counterclaim.records import Attribution, Extent
from counterclaim.stages.attribute.cues import can_speak, runs, subject_of
from counterclaim.stages.attribute.dismissed import dismissed_by
from counterclaim.stages.attribute.tree import Tree
from counterclaim.stages.attribute.untangle import Hit
from counterclaim.values.acts import ActWords


def merged_nouns(tree: Tree, hits: Sequence[Hit], acts: ActWords) -> list[Hit]:
    """Verb hits with those of nouns; "expressed concern that X" is one cue, not two statements."""
    nouns = list(noun_cues(tree, acts))
    taken = {tree.tokens[h.at].head for h in nouns if tree.tokens[h.at].dep == "dobj"}
    whole = {h.at for h in nouns}
    waving = {dismissed_by(tree, h.at, acts) for h in nouns}
    kept = []
    for hit in hits:
        if hit.at in waving:
            continue
        objects = [o for o in tree.kids(hit.at, "dobj") if o in whole]
        if hit.at in taken and objects and hit.frame == "object" and tree.lemma(hit.at) in acts.light:
            if hit.act == "deny":
                nouns = [n for n in nouns if n.at not in objects]
                kept.append(hit)
            continue
        kept.append(hit)
    return kept + nouns


def noun_cues(tree: Tree, acts: ActWords) -> Iterator[Hit]:
    """Attributions by nouns with a that-clause, or with "of" and somebody whose saying it is."""
    for i, lemma in enumerate(tree.lemmas):
        token = tree.tokens[i]
        if lemma not in acts.nouns or token.pos != "NOUN":
            continue
        clause = next((c for c in tree.kids(i, "acl", "relcl", "ccomp") if _that(tree, c)), None)
        owner = next(iter(tree.kids(i, "poss")), None)
        if clause is not None:
            content = tree.trimmed(max(tree.left[clause], i + 1), tree.right[clause])
        else:
            content = _of(tree, i, owner, acts)
        if content is None:
            continue
        waved = dismissed_by(tree, i, acts)
        if waved is not None:
            by, verb = _who_waves(tree, waved, i if owner is None else tree.left[owner] - 1, acts)
            yield Hit(
                attribution=Attribution(source=by, cue=verb, content=(content,)),
                act="deny", frame="clause", at=waved if owner is not None else i,
            )  # fmt: skip
            if owner is None:
                continue
        source, cue = _whose(tree, i, owner, acts)
        loose = tree.lemma(i) in acts.noun_of and (clause is not None or token.tag == "NNS")
        if not source and not loose:
            continue
        yield Hit(
            attribution=Attribution(source=source, cue=cue, content=(content,)),
            act=acts.nouns[tree.lemma(i)].act,
            frame="clause",
            at=i,
        )


def _of(tree: Tree, noun: int, owner: int | None, acts: ActWords) -> Extent | None:
    holder = next((p for p in tree.kids(noun, "prep") if tree.low(p) == "of"), None)
    if holder is None or tree.lemma(noun) not in acts.noun_of:
        return None
    return tree.trimmed(holder + 1, tree.right[holder])


def _whose(
    tree: Tree, noun: int, owner: int | None, acts: ActWords
) -> tuple[tuple[Extent, ...], tuple[Extent, ...]]:
    """The source and cue of a noun: its owner, "by X", or the subject of the verb that it stands with."""
    alone = (tree.extent(noun, noun),)
    if owner is not None:
        if can_speak(tree, owner, acts) or tree.tokens[owner].tag == "PRP$":
            extent = tree.trimmed(tree.left[owner], tree.right[owner])
            return ((extent,) if extent else ()), alone
        return (), alone
    for by in tree.kids(noun, "prep"):
        if tree.low(by) in ("by", "from") and by > noun:
            for named in tree.kids(by, "pobj"):
                extent = tree.trimmed(tree.left[named], tree.right[named])
                if extent and can_speak(tree, named, acts):
                    return (extent,), alone
    token = tree.tokens[noun]
    if token.dep == "dobj" and tree.lemma(token.head) in acts.light:
        verb = token.head
        subject = subject_of(tree, verb, acts)
        if subject is not None and subject.head is not None and not subject.passive:
            extent = tree.trimmed(subject.first, subject.last)
            between = set(range(verb, noun + 1)) | set(tree.kids(verb, "aux"))
            if extent and noun - verb <= 5 and can_speak(tree, subject.head, acts):
                return (extent,), runs(tree, between)
    return (), alone


def _who_waves(
    tree: Tree, verb: int, last: int, acts: ActWords
) -> tuple[tuple[Extent, ...], tuple[Extent, ...]]:
    """The source and cue, up to a last token, of a verb that waves a claim away."""
    cue = runs(tree, {*range(verb, last + 1), *tree.kids(verb, "aux", "neg")})
    subject = subject_of(tree, verb, acts)
    if subject is None or subject.head is None or not can_speak(tree, subject.head, acts):
        return (), cue
    extent = tree.trimmed(subject.first, subject.last)
    return ((extent,) if extent else ()), cue


def _that(tree: Tree, clause: int) -> bool:
    return any(tree.low(k) == "that" and tree.tokens[k].dep == "mark" for k in tree.children[clause])
