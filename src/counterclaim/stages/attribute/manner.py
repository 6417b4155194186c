"""In what manner a thing is said: kind of quotation, act, hedging, and at whom it is aimed."""

from collections.abc import Sequence

from counterclaim.records import Act, Attribution, Extent, StatementKind
from counterclaim.stages.attribute.cues import can_speak
from counterclaim.stages.attribute.quotes import quotes_in
from counterclaim.stages.attribute.tree import Tree
from counterclaim.values.acts import ActWords, Cue

AIMED: frozenset[Act] = frozenset(
    {"accuse", "deny", "demand", "condemn", "warn", "order", "praise", "oppose", "support"}
)
NEGATED: dict[Act, Act] = {
    "support": "oppose",
    "oppose": "support",
    "believe": "deny",
    "deny": "other",
    "praise": "other",
    "promise": "other",
    "admit": "other",
    "demand": "other",
}
"""What an act becomes when its cue is negated: "does not believe", "did not deny"."""


def kind_of(text: str, content: Sequence[Extent], quotes: Sequence[Extent]) -> StatementKind:
    """Direct if all words stand in quotation marks, indirect if none does, else mixed."""
    inside = outside = 0
    for start, end in content:
        within = [False] * (end - start)
        for a, b in quotes_in(quotes, start, end):
            for at in range(max(a, start), min(b, end)):
                within[at - start] = True
        for at in range(start, end):
            if text[at].isalnum():
                inside, outside = (inside + 1, outside) if within[at - start] else (inside, outside + 1)
    if not inside:
        return "indirect"
    return "mixed" if outside else "direct"


def cue_head(tree: Tree, cue: Sequence[int], acts: ActWords) -> int | None:
    """The word of a cue that the lexicon knows: of several, the last verb, else the last noun."""
    nouns = [i for i in cue if tree.lemma(i) in acts.nouns and tree.tokens[i].pos == "NOUN"]
    verbs = [i for i in cue if tree.lemma(i) in acts.verbs and not (nouns and tree.lemma(i) in acts.light)]
    return verbs[-1] if verbs else nouns[-1] if nouns else cue[-1] if cue else None


def meaning(tree: Tree, cue: Sequence[int], acts: ActWords) -> Cue:
    """What a cue means in the frame in which it stands."""
    head = cue_head(tree, cue, acts)
    say = Cue(act="say", stance="neutral", asserts=True)
    if head is None:
        return say
    if tree.tokens[cue[0]].pos in ("ADP", "SCONJ") and tree.tokens[cue[-1]].pos in ("ADP", "SCONJ"):
        words = " ".join(tree.low(i) for i in cue)
        return (
            say if words in acts.source_prepositions else Cue(act="believe", stance="neutral", asserts=True)
        )
    lemma = tree.lemma(head)
    if lemma in acts.nouns and tree.tokens[head].pos == "NOUN":
        return acts.nouns[lemma]
    frames = acts.verbs.get(lemma, {})
    if not frames:
        return say
    preposition = next((tree.low(i) for i in cue if i > head and tree.low(i) in frames), None)
    if preposition:
        return frames[preposition]
    kids = {tree.tokens[k].dep for k in tree.children[head] if k > head}
    if "xcomp" in kids and not any(
        tree.low(t) == "to" for x in tree.kids(head, "xcomp") for t in tree.kids(x, "aux")
    ):
        kids.discard("xcomp")
    for dep, frame in (("oprd", "label"), ("ccomp", "clause"), ("xcomp", "infinitive"), ("dobj", "object")):
        if dep in kids and frame in frames:
            return frames[frame]
    return frames.get("clause") or next(iter(frames.values()))


def act_of(tree: Tree, cue: Sequence[int], content: Sequence[int], acts: ActWords) -> Act:
    """What the source does in saying it, a negated cue counted."""
    meant = meaning(tree, cue, acts)
    head = cue_head(tree, cue, acts)
    if head is None:
        return meant.act
    if "responsibility" in [tree.low(i) for i in content[:3]]:
        if tree.lemma(head) in ("claim", "admit", "accept", "assume"):
            return "claim_responsibility"
        if meant.act == "deny":
            return "deny"
    if tree.lemma(head) == "claim" and tree.kids(head, "dobj", "nsubjpass"):
        deeds = tree.kids(head, "dobj", "nsubjpass")
        if any(tree.lemma(i) in acts.deeds for i in deeds) and not tree.kids(head, "ccomp"):
            return "claim_responsibility"
    if tree.kids(head, "neg"):
        return NEGATED.get(meant.act, meant.act)
    return meant.act


def hedged(tree: Tree, cue: Sequence[int], content: Sequence[int], acts: ActWords) -> bool:
    """Whether the cue keeps its distance, or "alleged" and its like stand beside it or in the content."""
    head = cue_head(tree, cue, acts)
    if (
        act_of(tree, cue, content, acts) != "claim_responsibility"
        and meaning(tree, cue, acts).stance == "hedging"
    ):
        return True
    around = list(content) + ([] if head is None else tree.kids(head, "advmod"))
    return any(tree.low(i) in acts.hedges and tree.tokens[i].dep in ("amod", "advmod") for i in around)


def target_of(
    tree: Tree, attribution: Attribution, cue: Sequence[int], act: Act, acts: ActWords
) -> Extent | None:
    """Whom an accusation, denial, demand or condemnation is about."""
    head = cue_head(tree, cue, acts)
    if act not in AIMED or head is None:
        return None
    candidates: list[int] = []
    if tree.lemma(head) == "blame":
        for on in tree.kids(head, "prep"):
            if tree.low(on) == "on":
                candidates.extend(tree.kids(on, "pobj"))
    for i in cue:
        if i > head and tree.tokens[i].dep == "prep":
            candidates.extend(tree.kids(i, "pobj"))
        for blamed in tree.kids(head, "dobj"):
            for on in tree.kids(blamed, "prep"):
                if tree.low(on) == "on":
                    candidates.extend(tree.kids(on, "pobj"))
    candidates.extend(tree.kids(head, "nsubjpass"))
    candidates.extend(tree.kids(head, "dobj", "dative"))
    for clause in tree.kids(head, "ccomp", "xcomp"):
        candidates.extend(tree.kids(clause, "nsubj", "nsubjpass"))
    for named in candidates:
        speaks = can_speak(tree, named, acts) and tree.lemma(named) not in acts.documents
        if speaks or act == "accuse":
            last = without_clauses(tree, named)
            if act == "accuse":
                last = _before_the_charge(tree, named, last)
            return tree.trimmed(tree.left[named], last)
    return None


def _before_the_charge(tree: Tree, named: int, last: int) -> int:
    """The last token of the accused, where "of doing so" was taken for a part of the noun phrase."""
    charges = [p for p in tree.kids(named, "prep") if p > named and tree.low(p) in ("of", "for", "over")]
    held = [
        p
        for p in charges
        if tree.tokens[p + 1 : p + 2] and any(tree.tokens[k].dep == "pcomp" for k in tree.children[p])
    ]
    chosen = held[0] if held else charges[-1] if charges else None
    return last if chosen is None else min(last, chosen - 1)


def without_clauses(tree: Tree, noun: int) -> int:
    """The last token of a noun phrase before its relative clause or a participle behind a comma."""
    last = tree.right[noun]
    for child in sorted(tree.children[noun]):
        if child > noun and tree.tokens[child].dep in ("relcl", "acl", "appos"):
            last = min(last, tree.left[child] - 1)
    return max(last, noun)
