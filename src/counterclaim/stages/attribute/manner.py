"""In what manner a thing is said: kind of quotation, act, hedging, and at whom it is aimed."""

from collections.abc import Sequence

from counterclaim.records import Act, Attribution, Extent, StatementKind
from counterclaim.stages.attribute.cues import can_speak
from counterclaim.stages.attribute.hedging import hedged
from counterclaim.stages.attribute.meaning import Said
from counterclaim.stages.attribute.quotes import quotes_in
from counterclaim.stages.attribute.signed import is_turn
from counterclaim.stages.attribute.tree import Tree

AIMED: frozenset[Act] = frozenset(
    {"accuse", "deny", "demand", "condemn", "warn", "order", "praise", "oppose", "support"}
)


def kind_of(text: str, one: Attribution, quotes: Sequence[Extent]) -> StatementKind:
    """Direct if all words stand in quotation marks or in a transcript, indirect if none does, else mixed."""
    if is_turn(text, one):
        return "direct"
    inside = outside = False
    for start, end in one.content:
        at = start
        for a, b in quotes_in(quotes, start, end):
            outside = outside or _tells(text[at:a])
            inside = inside or _tells(text[max(at, a) : min(b, end)])
            at = max(at, b)
        outside = outside or _tells(text[at:end])
    if not inside:
        return "indirect"
    return "mixed" if outside else "direct"


LAID_TO = {"blame": "on", "pin": "on", "attribute": "to", "ascribe": "to"}
"""Verbs whose object is the deed, and the word before whom it is laid to: "attributed the raid to them"."""


def _tells(text: str) -> bool:
    """Whether there is a letter or a digit."""
    return any(map(str.isalnum, text))


def target_of(said: Said) -> Extent | None:
    """Whom an accusation, denial, demand or condemnation is about."""
    tree, cue, acts, act, head = said.tree, said.cue, said.acts, said.act, said.head
    if act not in AIMED or head is None:
        return None
    candidates: list[int] = []
    laid = LAID_TO.get(tree.lemma(head))
    for link in tree.kids(head, "prep", "dative"):
        if tree.low(link) == laid:
            candidates.extend(tree.kids(link, "pobj"))
    for i in cue:
        if i > head and tree.tokens[i].dep == "prep":
            candidates.extend(tree.kids(i, "pobj"))
        for blamed in tree.kids(head, "dobj"):
            for on in tree.kids(blamed, "prep"):
                if tree.low(on) == (laid or "on"):
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


__all__ = ["Said", "hedged", "kind_of", "target_of", "without_clauses"]
