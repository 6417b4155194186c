"""Denials put beside what they deny: "The army says it was a base, a claim that residents reject"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from counterclaim.records import Attribution, Extent
from counterclaim.stages.attribute.content import less, tidy
from counterclaim.stages.attribute.cues import runs
from counterclaim.stages.attribute.tree import Tree
from counterclaim.values.acts import ActWords, puts_forward

SLACK = 3
"""Characters between what is denied and the words that sum it up: a comma, a dash, white space."""

FARTHEST = 14
"""Tokens between those words and the verb that denies: the name of who does."""

MARKS = frozenset({",", "–", "—", "-", "--", "("})
BEFORE = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "ADV", "NUM"})
"""What may end what is summed up, where a text has lost its commas."""

ARTICLES = frozenset({"a", "an"})
RELATIVE = frozenset({"that", "which"})
NEGATING = frozenset({
    "not", "n't", "n’t", "never", "nobody", "none", "no", "neither", "nor", "few", "little", "hardly",
    "scarcely", "barely", "rarely", "seldom",
})  # fmt: skip
SUMS = frozenset({"version", "account"})
"""Nouns that sum up what is said besides those of saying. Not "figure": who disputes it denies a number."""

OUTRIGHT = frozenset({"deny", "refute", "rebut"})
"""Verbs that deny what "which" sums up; a border, a bill or a truce is disputed or rejected by itself."""

BEFORE_NOUN = frozenset({"ADJ", "ADV", "VERB"})
HELPING = frozenset({"AUX", "ADV"})
SPEAKERS = frozenset({"NOUN", "PROPN", "PRON"})
BEHIND = frozenset({"ADV", "ADP", "DET", "NUM", "PROPN", "NOUN"})
"""What may follow a denial to the end of its sentence: "on Monday"."""

MOST_BEHIND = 4


@dataclass(frozen=True, slots=True)
class Denial:
    """Tokens of a denial: the first of the words that sum up what is denied, who denies, the cue."""

    sums_up: int
    source: range
    cue: range

    @property
    def last(self) -> int:
        """The last of its tokens."""
        return max(self.source[-1], self.cue[-1])


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
        stop = tree.tokens[denial.last].end  # what follows a denial put in between is the first speaker's
        behind = (tree.tokens[denial.sums_up].start, last if _ends(tree, denial.last + 1, end) else stop)
        kept = [one for one in kept if not _begins_in(one, behind)]
        for n, one in enumerate(kept):
            if one.cue and first <= one.cue[-1][1] < behind[0] <= one.content[0][0] < last:
                # misled by the noun, the parser gave it to the first speaker instead of the clause
                clause = tidy(tree.text, ((one.cue[-1][1], behind[0]),))
                kept[n] = replace(one, content=clause or one.content)
        theirs = [n for n, one in enumerate(kept) if _runs_to(one, behind[0], first)]
        for n in theirs:
            kept[n] = replace(kept[n], content=tidy(tree.text, less(kept[n].content, (behind,))))
        whole = kept[theirs[-1]].content if theirs else ((first, behind[0]),)
        content = tidy(tree.text, less(whole, ((behind[0], last),)))
        if content:
            kept.append(Attribution(source=(source,), cue=runs(tree, set(denial.cue)), content=content))
    return [one for one in kept if one.content]


def _denial(tree: Tree, mark: int, acts: ActWords) -> Denial | None:
    """The denial behind a mark: "a claim (that) X denies", "a claim denied by X", "which X denies"."""
    at, end = mark + 1, tree.sentence(mark)[1]
    if tree.low(at) == "which" and not _tells(tree, mark, acts):  # not: "charges which he denies"
        denial = _by_subject(tree, at, at + 1, end, acts)
        whole = denial and tree.lemma(denial.cue[-1]) in OUTRIGHT and _ends(tree, denial.last + 1, end)
        return denial if whole else None
    noun = _noun(tree, at, end, acts, marked=tree.tokens[mark].text in MARKS)
    if noun is None:
        return None
    after = noun + 1
    if after < end and tree.low(after) in RELATIVE:
        after += 1
    return _by_agent(tree, at, after, end, acts) or _by_subject(tree, at, after, end, acts)


def _noun(tree: Tree, at: int, end: int, acts: ActWords, *, marked: bool) -> int | None:
    """The noun that sums up what is said: "a claim", "an angrily made allegation", "charges", "something"."""
    plural = _tells(tree, at, acts) and tree.low(at) == f"{tree.lemma(at)}s"
    if marked and (plural or tree.low(at) == "something"):
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
    """Whether a noun stands for what somebody puts forward: no denial, no request, no proposal."""
    cue = acts.nouns.get(tree.lemma(i))
    told = cue is not None and puts_forward(cue.act) and tree.lemma(i) not in acts.proposals
    return told or tree.lemma(i) in SUMS


def _by_subject(tree: Tree, sums_up: int, first: int, end: int, acts: ActWords) -> Denial | None:
    for verb in range(first + 1, min(first + FARTHEST, end)):
        if tree.tokens[verb].pos == "PUNCT":
            return None
        if not _denies(tree, verb, acts) or not _closes(tree, verb + 1, end):
            continue
        cue = verb
        while cue > first + 1 and tree.tokens[cue - 1].pos in HELPING:
            cue -= 1
        if not _is_so(tree, first, verb) or not _names(tree, first, cue):
            return None
        return Denial(sums_up, range(first, cue), range(cue, verb + 1))
    return None


def _by_agent(tree: Tree, sums_up: int, first: int, end: int, acts: ActWords) -> Denial | None:
    verb = first
    while verb < end and tree.tokens[verb].pos in HELPING:
        verb += 1
    if verb + 2 >= end or not _denies(tree, verb, acts) or tree.low(verb + 1) != "by":
        return None
    last = next((i for i in range(verb + 2, end) if tree.tokens[i].pos == "PUNCT"), end)
    if not _is_so(tree, first, verb) or not _names(tree, verb + 2, last) or not _closes(tree, last, end):
        return None
    return Denial(sums_up, range(verb + 2, last), range(first, verb + 1))


def _denies(tree: Tree, i: int, acts: ActWords) -> bool:
    denying = any(cue.act == "deny" for cue in acts.verbs.get(tree.lemma(i), {}).values())
    return denying and tree.tokens[i].tag != "VBG"


def _is_so(tree: Tree, first: int, verb: int) -> bool:
    """Whether a denial is made: nothing before its verb says that it is not, or that it may be."""
    return not any(tree.low(i) in NEGATING or tree.tokens[i].tag in ("MD", "TO") for i in range(first, verb))


def _names(tree: Tree, first: int, end: int) -> bool:
    """Whether words name somebody and do nothing else.

    To a misled parser "the military" is no noun, nor "engineers".
    """
    plural = tree.low(first).endswith("s") and tree.tokens[first].pos == "VERB"
    if (
        not plural
        and tree.low(first) != "both"
        and tree.tokens[first].pos in ("VERB", "AUX", "ADP", "CCONJ", "SCONJ")
    ):
        return False
    if any(tree.tokens[i].pos in ("VERB", "AUX") for i in range(first + 1, end)):
        return False
    named = plural or tree.low(first) == "the"
    return first < end and (named or any(tree.tokens[i].pos in SPEAKERS for i in range(first, end)))


def _closes(tree: Tree, at: int, end: int) -> bool:
    """Whether a denial ends here: with its sentence, or at a mark behind which another goes on."""
    return _ends(tree, at, end) or tree.tokens[at].text in MARKS - {"("} | {")"}


def _ends(tree: Tree, first: int, end: int) -> bool:
    """Whether a sentence ends here, but for a few words such as a day."""
    rest = [i for i in range(first, end) if tree.tokens[i].text not in ".!\"”’'"]
    return len(rest) <= MOST_BEHIND and all(tree.tokens[i].pos in BEHIND for i in rest)


def _begins_in(one: Attribution, behind: Extent) -> bool:
    """Whether a cue stands in the words that sum up and deny."""
    return any(behind[0] <= start < behind[1] for start, _ in one.cue)


def _runs_to(one: Attribution, at: int, start: int) -> bool:
    """Whether an attribution, of which words begin in a sentence, runs to or over a position in it."""
    first = one.content[0][0]
    last = max(end for _, end in (*one.source, *one.cue, *one.content))
    return start <= first < at and at - last <= SLACK
