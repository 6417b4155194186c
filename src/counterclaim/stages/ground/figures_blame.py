"""Whom a figure is blamed on, in the words of its sentence."""

from collections.abc import Sequence

from counterclaim.records import Extent, Mention, Statement
from counterclaim.stages.ground.figures_counting import Counted, Sentence
from counterclaim.values.figures import FigureWords, FoundNumber

HARMS = frozenset({
    "killed", "executed", "injured", "killed or injured", "casualties", "detained", "abducted", "displaced", "besieged",
    "held", "held as human shields", "tortured", "destroyed",
})  # fmt: skip


def blamed_at(
    sentence: Sentence,
    number: FoundNumber,
    counted: Counted,
    statement: Statement | None,
    mentions: Sequence[Mention],
    *,
    words: FigureWords,
) -> Extent | None:
    """The extent of those blamed: the verb's agent, the object of "blamed", the target of an accusation."""
    if counted.name not in HARMS:
        return None
    near = [m for m in mentions if sentence.start <= m.start < sentence.end]
    found = _agent(sentence, counted, near)
    if found is not None:
        return found
    for i in sentence.indices:
        if sentence.lemma(i) in {"blame", "accuse"} and i < sentence.inside(number.start, number.end)[0]:
            for c in sentence.has(i, "dobj", "nsubjpass"):
                return _mention(sentence, c, near)
    return statement.target_at if statement is not None and statement.act == "accuse" else None


def _agent(sentence: Sentence, counted: Counted, near: Sequence[Mention]) -> Extent | None:
    """ "killed by rebels", "rebels killed", "the execution … by rebels"."""
    trigger = counted.trigger
    if trigger is None:
        return None
    chain = [trigger]
    for _ in range(3):
        above = sentence.head(chain[-1])
        if sentence.tokens[chain[-1]].dep in {"conj", "xcomp", "advcl", "acl"} and above != chain[-1]:
            chain.append(above)
    for verb in chain:
        for by in sentence.has(verb, "agent", "prep"):
            if sentence.lower(by) == "by":
                for c in sentence.has(by, "pobj"):
                    return _mention(sentence, c, near)
        if sentence.tokens[verb].pos == "VERB" and not sentence.has(verb, "auxpass", "nsubjpass"):
            for c in sentence.has(verb, "nsubj"):
                found = _mention(sentence, c, near, strict=True)
                if found is not None and not _overlaps(found, sentence, counted):
                    return found
    return None


def _overlaps(extent: Extent, sentence: Sentence, counted: Counted) -> bool:
    return counted.trigger is not None and extent[0] <= sentence.tokens[counted.trigger].start < extent[1]


def _mention(sentence: Sentence, i: int, near: Sequence[Mention], *, strict: bool = False) -> Extent | None:
    """The mention whose head is token `i`; else, unless `strict`, the words that the token governs on its left."""
    token = sentence.tokens[i]
    holding = [m for m in near if m.head[0] <= token.start < m.head[1]] or [
        m for m in near if m.start <= token.start < m.end
    ]
    if holding:
        best = min(holding, key=lambda m: (m.end - m.start, m.start))
        return (best.start, best.end)
    if strict and token.entity not in {"ORG", "NORP", "GPE", "PERSON"}:
        return None
    left = min([i, *sentence.has(i, "det", "amod", "compound", "nmod", "poss")])
    return (sentence.tokens[left].start, token.end)
