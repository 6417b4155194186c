"""Denials put beside what they deny: "The army says it was a base, a claim that residents reject"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from counterclaim.records import Attribution, Extent
from counterclaim.stages.attribute.content import less, tidy
from counterclaim.stages.attribute.cues import runs
from counterclaim.stages.attribute.tree import Tree
from counterclaim.values.acts import ActWords

SLACK = 3
"""Characters between what is denied and the words that sum it up: a comma, a dash, white space."""

FARTHEST = 14
"""Tokens between those words and the verb that denies: the name of who does."""

MARKS = frozenset({",", "–", "—", "-", "--", "("})
BEFORE = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "ADV", "NUM"})
"""What may end what is summed up, where a text has lost its commas."""

ARTICLES = frozenset({"a", "an"})
RELATIVE = frozenset({"that", "which"})
NEGATING = frozenset({"not", "n't", "n’t", "never", "nobody", "none", "no"})
SUMS = frozenset({"version", "account"})
"""Nouns that sum up what is said besides those of saying. Not "figure": who disputes it denies a number."""

BEFORE_NOUN = frozenset({"ADJ", "ADV", "VERB"})
HELPING = frozenset({"AUX", "ADV"})
SPEAKERS = frozenset({"NOUN", "PROPN", "PRON"})


@dataclass(frozen=True, slots=True)
class Denial:
    """Tokens of a denial: the first of the words that sum up what is denied, who denies, the cue."""

    sums_up: int
    source: range
    cue: range


def with_denials_beside(tree: Tree, found: Sequence[Attribution], acts: ActWords) -> list[Attribution]:
    """Add attributions to whoever rejects the words of another, summed up behind them.

    The words of the other end before those that sum them up: "a claim that", "which". Where nobody else has
    them, what stands before in its sentence is what is rejected. Read from the words in their order: the
    parser, misled by the noun, often takes "rejects" for one as well.
    """
    kept = list(found)
    for mark in range(len(tree.tokens) - 1):
        ends = tree.tokens[mark].text in MARKS or tree.tokens[mark].pos in BEFORE
        denial = _denial(tree, mark, acts) if ends else None
        source = tree.trimmed(denial.source[0], denial.source[-1]) if denial else None
        if denial is None or source is None:
            continue
        start, end = tree.sentence(denial.sums_up)
        first, last = tree.extent(start, end - 1)
        behind = (tree.tokens[denial.sums_up].start, last)
        kept = [one for one in kept if not _begins_in(one, behind)]
        theirs = [n for n, one in enumerate(kept) if _runs_to(one, behind[0], first)]
        for n in theirs:
            kept[n] = replace(kept[n], content=tidy(tree.text, less(kept[n].content, (behind,))))
        content = kept[theirs[-1]].content if theirs else tidy(tree.text, ((first, behind[0]),))
        if content:
            kept.append(Attribution(source=(source,), cue=runs(tree, set(denial.cue)), content=content))
    return [one for one in kept if one.content]


def _denial(tree: Tree, mark: int, acts: ActWords) -> Denial | None:
    """The denial behind a mark: "a claim (that) X denies", "a claim denied by X", "which X denies"."""
    at, end = mark + 1, tree.sentence(mark)[1]
    if tree.low(at) == "which" and not _tells(tree, mark, acts):  # not: "charges which he denies"
        denial = _by_subject(tree, at, at + 1, end, acts)
        plain = denial and tree.lemma(denial.cue[-1]) not in acts.turning_down  # "a deal, which he rejected"
        return denial if plain else None
    noun = _noun(tree, at, end, acts)
    if noun is None:
        return None
    after = noun + 1
    if after < end and tree.low(after) in RELATIVE:
        after += 1
    return _by_agent(tree, at, after, end, acts) or _by_subject(tree, at, after, end, acts)


def _noun(tree: Tree, at: int, end: int, acts: ActWords) -> int | None:
    """The noun that sums up what is said: "a claim", "an angrily made allegation", "charges", "something"."""
    if tree.low(at) == "something" or (_tells(tree, at, acts) and tree.low(at) == f"{tree.lemma(at)}s"):
        return at
    if tree.low(at) not in ARTICLES:
        return None
    for i in range(at + 1, min(at + 4, end)):
        if _tells(tree, i, acts) and tree.tokens[i].pos in ("NOUN", "VERB"):
            return i
        if tree.tokens[i].pos not in BEFORE_NOUN:
            return None
    return None


def _tells(tree: Tree, i: int, acts: ActWords) -> bool:
    return tree.lemma(i) in acts.nouns or tree.lemma(i) in SUMS


def _by_subject(tree: Tree, sums_up: int, first: int, end: int, acts: ActWords) -> Denial | None:
    for verb in range(first + 1, min(first + FARTHEST, end)):
        if tree.tokens[verb].pos == "PUNCT":
            return None
        if not _denies(tree, verb, acts) or not _done(tree, verb, end):
            continue
        cue = verb
        while cue > first + 1 and tree.tokens[cue - 1].pos in HELPING:
            cue -= 1
        negated = any(tree.low(i) in NEGATING for i in range(first, verb))
        if negated or tree.low(cue - 1) == "to" or not _names(tree, first, cue):
            return None
        return Denial(sums_up, range(first, cue), range(cue, verb + 1))
    return None


def _names(tree: Tree, first: int, end: int) -> bool:
    """Whether words name somebody, though to a misled parser "the military" is no noun, nor "engineers"."""
    plural = tree.low(first).endswith("s") and tree.tokens[first].pos == "VERB"
    return (
        plural or tree.low(first) == "the" or any(tree.tokens[i].pos in SPEAKERS for i in range(first, end))
    )


def _by_agent(tree: Tree, sums_up: int, first: int, end: int, acts: ActWords) -> Denial | None:
    verb = first
    while verb < end and tree.tokens[verb].pos in HELPING:
        verb += 1
    if verb + 2 >= end or not _denies(tree, verb, acts) or tree.low(verb + 1) != "by":
        return None
    if any(tree.low(i) in NEGATING for i in range(first, verb)):
        return None
    last = next((i for i in range(verb + 2, end) if tree.tokens[i].pos == "PUNCT"), end)
    return Denial(sums_up, range(verb + 2, last), range(first, verb + 1)) if last > verb + 2 else None


def _denies(tree: Tree, i: int, acts: ActWords) -> bool:
    return any(cue.act == "deny" for cue in acts.verbs.get(tree.lemma(i), {}).values())


def _done(tree: Tree, verb: int, end: int) -> bool:
    """Whether nothing follows that a verb could deny instead."""
    return verb + 1 == end or tree.tokens[verb + 1].pos in ("PUNCT", "ADV", "ADP", "CCONJ", "SCONJ", "SPACE")


def _begins_in(one: Attribution, behind: Extent) -> bool:
    """Whether a cue stands in the words that sum up and deny."""
    return any(behind[0] <= start < behind[1] for start, _ in one.cue)


def _runs_to(one: Attribution, at: int, start: int) -> bool:
    """Whether an attribution, of which words begin in a sentence, runs to or over a position in it."""
    first = one.content[0][0]
    last = max(end for _, end in (*one.source, *one.cue, *one.content))
    return start <= first < at and at - last <= SLACK
