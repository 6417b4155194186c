"""What the rules found each by itself, put in order with each other."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from counterclaim.records import Act, Attribution, Extent
from counterclaim.stages.attribute.content import less, tidy
from counterclaim.stages.attribute.tree import Tree

PASSED_ON: frozenset[Act] = frozenset(
    {"say", "report", "accuse", "deny", "admit", "announce", "warn", "claim_responsibility"}
)
"""Acts worth a statement of their own inside another's words; praise there is just content."""

OF_A_THIRD: frozenset[Act] = frozenset({"believe", "promise", "demand", "order"})
"""Acts worth one if they are those of somebody named: "he said he feared" tells of him alone."""

PRONOUNS = frozenset({"i", "we", "you", "he", "she", "it", "they", "who", "that", "which"})

TAIL = 40
"""Characters that may follow a trailing "…, the agency reported" before its sentence ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An attribution by a verb or noun, with what the cue means and which token it is."""

    attribution: Attribution
    act: Act
    frame: str
    at: int


def untangle(tree: Tree, hits: Sequence[Hit]) -> list[Attribution]:
    """Drop attitudes inside another's words; let a trailing reporter hold the whole sentence."""
    ordered = sorted(hits, key=lambda h: (h.attribution.content[0][0], -h.attribution.content[-1][1], h.at))
    widened = _trailing(tree, ordered)
    kept: list[Attribution] = []
    reach: list[tuple[int, Hit]] = []
    for hit in widened:
        cue = hit.attribution.cue[0]
        reach = [(end, h) for end, h in reach if end > hit.attribution.content[0][0]]
        inside = any(
            h is not hit and any(s <= cue[0] and cue[1] <= e for s, e in h.attribution.content)
            for _, h in reach
        )
        reach.append((hit.attribution.content[-1][1], hit))
        if inside and not _worth_its_own(tree, hit):
            continue
        kept.append(hit.attribution)
    return kept


def _worth_its_own(tree: Tree, hit: Hit) -> bool:
    if hit.act in OF_A_THIRD:
        source = hit.attribution.source
        named = bool(source) and tree.text[source[0][0] : source[-1][1]].lower() not in PRONOUNS
        return named and (hit.act != "believe" or hit.frame == "clause")
    return hit.act in PASSED_ON and hit.frame not in ("infinitive", "label")


def _trailing(tree: Tree, hits: Sequence[Hit]) -> list[Hit]:
    """In "A said X, B reported." B's content is all before it, and A's ends before B."""
    found = list(hits)
    by_sentence: dict[int, list[int]] = {}
    for number, hit in enumerate(found):
        by_sentence.setdefault(tree.sentence_of[hit.at], []).append(number)
    for sentence, numbers in sorted(by_sentence.items()):
        if len(numbers) < 2:
            continue
        start, end = tree.extent(tree.sentences[sentence][0], tree.sentences[sentence][1] - 1)
        last = max(numbers, key=lambda n: found[n].at)
        outer = found[last].attribution
        if not outer.source or not outer.cue or found[last].frame != "clause":
            continue
        first = min(outer.source[0][0], outer.cue[0][0])
        behind = max(outer.source[-1][1], outer.cue[-1][1])
        others = [n for n in numbers if n != last and found[n].at < found[last].at]
        if end - behind > TAIL or outer.content[-1][1] > first or not others:
            continue
        for n in others:
            inner = found[n].attribution
            if any(s < behind and first < e for s, e in inner.content):
                rest = tidy(tree.text, less(inner.content, ((first, end),)))
                if rest:
                    found[n] = replace(found[n], attribution=replace(inner, content=rest))
        own = [n for n in others if _claims(found[n].attribution, outer.content, first)]
        if not own:
            continue
        whole = tidy(tree.text, ((start, first),))
        found[last] = replace(found[last], attribution=replace(outer, content=whole))
        for n in own:
            inner = found[n].attribution
            rest = tidy(tree.text, less(inner.content, ((first, end),)))
            if rest:
                found[n] = replace(found[n], attribution=replace(inner, content=rest))
    return sorted(found, key=lambda h: (h.attribution.content[0][0], -h.attribution.content[-1][1], h.at))


def _claims(inner: Attribution, content: Sequence[Extent], first: int) -> bool:
    """Whether an earlier cue claims the same words, or has swallowed the trailing reporter."""
    shared = any(s < e2 and s2 < e for s, e in inner.content for s2, e2 in content)
    cue_before = bool(inner.cue) and inner.cue[0][0] < first
    inside = any(s <= inner.cue[0][0] and inner.cue[-1][1] <= e for s, e in content) if inner.cue else False
    return shared and cue_before and not inside
