"""Causes and motives that claims state: what is explained, and what explains it.

Reads the explicit ways of English only (marks, prepositions, causing verbs, purpose phrases); which words
they are is `lexicon/reasons.toml`. Loose marks ("when", "by", "after") count only with a verb of failing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Self

from counterclaim.records import Article, Claim, Extent, Parse, Reason
from counterclaim.stages.ground.claims import claim_at
from counterclaim.stages.ground.phrases import Tree
from counterclaim.stages.ground.told import negative_verb


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonWords:
    """The reviewed words of `models/lexicon/reasons.toml`; lemmas, several words joined by a space."""

    cause_marks: frozenset[str] = frozenset()
    sure_cause_marks: frozenset[str] = frozenset()
    cause_prepositions: frozenset[str] = frozenset()
    sure_cause_prepositions: frozenset[str] = frozenset()
    causing: frozenset[str] = frozenset()
    caused: frozenset[str] = frozenset()
    blaming: frozenset[str] = frozenset()
    not_explained: frozenset[str] = frozenset()
    failing: frozenset[str] = frozenset()
    spoiling: frozenset[str] = frozenset()
    purpose_phrases: frozenset[str] = frozenset()
    response_phrases: frozenset[str] = frozenset()
    response_nouns: frozenset[str] = frozenset()
    moved_by: frozenset[str] = frozenset()

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> Self:
        """Make the words of a parsed TOML table."""
        return cls(**{name: frozenset(words) for name, words in table.items()})


@dataclass(frozen=True, slots=True)
class Found:
    """An explanation found at a token: whether cause or motive, both extents, negated or not."""

    kind: Literal["cause", "motive"]
    effect: Extent
    reason: Extent
    negated: bool = False


VERBAL = frozenset({"VERB", "AUX"})
EXPLAINED = VERBAL | {"NOUN", "ADJ"}
BESIDE_PREPOSITIONS = frozenset({"prep", "agent", "advcl", "ccomp", "conj", "relcl"})


def read_reasons(
    article: Article, parse: Parse, claims: Sequence[Claim], *, words: ReasonWords
) -> tuple[Reason, ...]:
    """Read the explanations that claims state, in the order of the text."""
    tree = Tree(parse)
    reasons: dict[tuple[Extent, Extent], Reason] = {}
    for index, token in enumerate(parse.tokens):
        if token.pos not in EXPLAINED or not parse.children[index]:  # what explains hangs from it
            continue
        for found in _at(tree, index, words):
            claim = claim_at(claims, *found.reason) or claim_at(claims, *found.effect)
            if claim is None or found.effect == found.reason:
                continue
            reasons.setdefault(
                (found.effect, found.reason),
                Reason(
                    claim=claim.id,
                    article=article.id,
                    kind=found.kind,
                    effect=found.effect,
                    reason=found.reason,
                    negated=found.negated,
                ),
            )
    return tuple(sorted(reasons.values(), key=lambda r: (r.effect, r.reason)))


def _at(tree: Tree, index: int, words: ReasonWords) -> Iterator[Found]:
    pos = tree.tokens[index].pos
    if tree.lemmas[index] in words.not_explained:
        return
    if pos in VERBAL:
        yield from _clauses(tree, index, words)
        yield from _causing(tree, index, words)
        yield from _spoiling(tree, index, words)
        yield from _moved(tree, index, words)
    yield from _prepositions(tree, index, words)
    if pos == "NOUN":
        yield from _response_nouns(tree, index, words)


def _is_failing(tree: Tree, index: int, words: ReasonWords) -> bool:
    return wording(tree, index) in words.failing or tree.lemmas[index] in words.failing


def wording(tree: Tree, index: int) -> str:
    """A verb's lemma with its particle: "break down"."""
    particle = tree.first(index, "prt")
    return tree.lemmas[index] if particle is None else f"{tree.lemmas[index]} {tree.lemmas[particle]}"


def _clauses(tree: Tree, index: int, words: ReasonWords) -> Iterator[Found]:
    """Read "A stalled when B", "A because B": the adverbial clauses below a verb; "A to do B"."""
    clauses = tree.children(index, "advcl")
    for clause in clauses:
        marks = {tree.lemmas[m] for m in tree.children(clause, "mark", "advmod")}
        if marks & words.sure_cause_marks or (marks & words.cause_marks and _is_failing(tree, index, words)):
            effect = tree.extent(index, without=frozenset({"advcl", "ccomp", "conj"}))
            yield Found("cause", effect, _unmarked(tree, clause), negative_verb(tree, index))
    for clause in clauses:
        has_to = any(tree.tokens[t].tag == "TO" for t in tree.children(clause, "aux"))
        if has_to and tree.tokens[clause].tag == "VB" and clause > index:
            effect = tree.extent(index, without=frozenset({"advcl", "ccomp", "conj"}))
            yield Found(
                "motive", effect, tree.extent(clause, without=frozenset({"conj"})), negative_verb(tree, index)
            )


def _unmarked(tree: Tree, clause: int) -> Extent:
    """A clause's words without the mark that opens it."""
    start, end = tree.extent(clause)
    marks = [m for m in tree.children(clause, "mark", "advmod") if tree.tokens[m].start == start]
    after = [i for i in tree.below(clause) if marks and i > marks[0]]
    return (tree.tokens[min(after)].start, end) if after else (start, end)


def _prepositions(tree: Tree, index: int, words: ReasonWords) -> Iterator[Found]:
    """Read "stalled by violence", "failed because of rain", "in response to the raids"."""
    for preposition in tree.children(index, "prep", "agent"):
        phrase, explained_by = _phrase(tree, preposition)
        if explained_by is None:
            continue
        cause = phrase in words.sure_cause_prepositions or (
            phrase in words.cause_prepositions and _is_failing(tree, index, words)
        )
        if cause or phrase in words.response_phrases or phrase in words.purpose_phrases:
            effect = tree.extent(index, without=BESIDE_PREPOSITIONS)
            yield Found(
                "cause" if cause else "motive", effect, tree.extent(explained_by), negative_verb(tree, index)
            )


def _phrase(tree: Tree, preposition: int) -> tuple[str, int | None]:
    """A preposition with what belongs to it, and its noun: "because of", "in response to", "by"."""
    before = [tree.lemmas[c] for c in tree.children(preposition) if c < preposition]
    whole = " ".join([*before, tree.lemmas[preposition]])
    inner = tree.first(preposition, "pcomp", "prep")
    if inner is not None and tree.tokens[inner].pos in {"ADP", "SCONJ", "PART"}:
        pobj = tree.first(preposition, "pobj")
        pobj = pobj if pobj is not None else tree.first(inner, "pobj")
        return f"{whole} {tree.lemmas[inner]}", pobj
    pobj = tree.first(preposition, "pobj", "pcomp")
    if pobj is None:
        return whole, None
    further = tree.first(pobj, "prep")
    noun = tree.first(further, "pobj", "pcomp") if further is not None else None
    if further is not None and noun is not None and len(tree.children(pobj)) == 1:
        return f"{whole} {tree.lemmas[pobj]} {tree.lemmas[further]}", noun
    return whole, pobj


def _causing(tree: Tree, index: int, words: ReasonWords) -> Iterator[Found]:
    """Read "B led to A", "B allowed A to be done", "A resulted from B"."""
    lemma = tree.lemmas[index]
    yield from _caused(tree, index, words)
    subject = tree.first(index, "nsubj")
    if subject is None:
        return
    for preposition in (None, *tree.children(index, "prep")):
        whole = lemma if preposition is None else f"{lemma} {tree.lemmas[preposition]}"
        if whole not in words.causing and whole not in words.caused:
            continue
        other = (
            tree.first(index, "dobj", "ccomp", "xcomp")
            if preposition is None
            else tree.first(preposition, "pobj", "pcomp")
        )
        if other is None:
            continue
        first, second = tree.extent(subject), tree.extent(other)
        effect, reason = (second, first) if whole in words.causing else (first, second)
        yield Found("cause", effect, reason, negative_verb(tree, index))


def _caused(tree: Tree, index: int, words: ReasonWords) -> Iterator[Found]:
    """Read "A was caused by B" and "they blame A on B"."""
    lemma = tree.lemmas[index]
    effect = tree.first(index, "nsubjpass") if lemma in words.causing else None
    by = ("by",)
    if lemma in words.blaming:
        effect, by = tree.first(index, "dobj", "nsubjpass"), ("on",)
    if effect is None:
        return
    for preposition in tree.children(index, "agent", "prep"):
        reason = tree.first(preposition, "pobj", "pcomp")
        if tree.lemmas[preposition] in by and reason is not None:
            yield Found("cause", tree.extent(effect), tree.extent(reason), negative_verb(tree, index))


def _spoiling(tree: Tree, index: int, words: ReasonWords) -> Iterator[Found]:
    """Read "accused A of sabotaging B", "A sabotaged B": what failed is B, and A's doing is why."""
    spoiled = tree.first(index, "dobj", "nsubjpass")
    if tree.lemmas[index] not in words.spoiling or spoiled is None:
        return
    token = tree.tokens[index]
    doer = tree.first(index, "nsubj")
    above = tree.tokens[tree.tokens[token.head].head]
    if token.dep == "pcomp" and above.pos == "VERB":
        doer = tree.first(tree.tokens[token.head].head, "dobj", "nsubjpass")
    if doer is None:
        return
    reason = tree.extent(doer)[0], tree.extent(index)[1]
    if reason[0] < reason[1]:
        yield Found("cause", tree.extent(spoiled), reason, negative_verb(tree, index))


def _moved(tree: Tree, index: int, words: ReasonWords) -> Iterator[Found]:
    """Read "celebrating the end of the war": the object is what moves those who do it."""
    moving = tree.first(index, "dobj", "ccomp")
    if tree.lemmas[index] in words.moved_by and moving is not None:
        effect = tree.tokens[index].start, tree.tokens[index].end
        yield Found(
            "motive", effect, tree.extent(moving, without=frozenset({"advcl"})), negative_verb(tree, index)
        )


def _response_nouns(tree: Tree, index: int, words: ReasonWords) -> Iterator[Found]:
    """Read "It was a response to the raids", "used as a pretext for the siege"."""
    if tree.lemmas[index] not in words.response_nouns:
        return
    head = tree.tokens[index].head
    verb = head if tree.tokens[head].pos in {"VERB", "AUX"} else tree.tokens[head].head
    subject = tree.first(verb, "nsubj", "nsubjpass")
    about = tree.first(index, "prep", "acl")
    if subject is None or about is None or subject == index:
        return
    effect = tree.extent(about)
    yield Found("motive", effect, tree.extent(subject), negative_verb(tree, verb))
