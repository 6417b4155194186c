"""Clauses of which the words over them say that they are not so: "it is false that", "no evidence that".

English hangs a clause from a predicate of falsity in few ways: as what the predicate is said of ("it is a
lie that …", "that … is a lie"), under a noun of which it is said ("reports that … were false"), or under a
verb of doubting. All are climbed from the clause upwards; which words refute is `lexicon/refuting.toml`.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from typing import Any, Self

from counterclaim.records import Parse
from counterclaim.stages.ground.negation import NEGATIVE, NOT, negates

CLAUSES = frozenset({"ccomp", "csubj", "csubjpass", "acl", "relcl", "xcomp"})
PREDICATES = frozenset({"acomp", "attr", "oprd"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
VERBS = frozenset({"VERB", "AUX"})
FIRST = frozenset({"i", "we"})
ASKING = frozenset({"whether", "if"})
"""Marks of a clause that is left open ("no evidence whether"), unless it is doubted."""

MARKS = ASKING | {"that"}
NAMING = frozenset({"between", "counts", "reports"})
"""The lists whose words refute nothing by themselves."""

DEEPEST = 4
FARTHEST = 5
"""Words climbed from a clause to the one that refutes it: "no truth in reports that" takes three."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RefutingWords:
    """The reviewed words of `models/lexicon/refuting.toml`, whose comments say what each list is."""

    false: frozenset[str] = frozenset()
    false_words: frozenset[str] = frozenset()
    falsehoods: frozenset[str] = frozenset()
    falsely: frozenset[str] = frozenset()
    doubting: frozenset[str] = frozenset()
    unaware: frozenset[str] = frozenset()
    aware: frozenset[str] = frozenset()
    holding: frozenset[str] = frozenset()
    grounds: frozenset[str] = frozenset()
    little: frozenset[str] = frozenset()
    nothing: frozenset[str] = frozenset()
    denying: frozenset[str] = frozenset()
    granting: frozenset[str] = frozenset()
    dismissing: frozenset[str] = frozenset()
    counts: frozenset[str] = frozenset()
    reports: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()
    all: frozenset[str] = field(default=frozenset())

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> Self:
        """Make the words of a parsed TOML table."""
        lists: dict[str, frozenset[str]] = {name: frozenset(words) for name, words in table.items()}
        speaking = [words for name, words in lists.items() if name not in NAMING]
        return cls(**lists, all=frozenset[str]().union(*speaking))


NO_REFUTING = RefutingWords()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the words over a clause say of it: refuted or held to be so; `at` is the word that says it."""

    refuted: bool
    at: int


def verdict(parse: Parse, clause: int, words: RefutingWords) -> Verdict | None:
    """What is said of the clause that a verb heads, by the words over it; None where nothing is."""
    tokens = parse.tokens
    for _ in range(FARTHEST):  # of "it is false that A came and B left" both are refuted
        if tokens[clause].dep != "conj" or tokens[clause].head == clause:
            break
        clause = tokens[clause].head
    if tokens[clause].dep == "pcomp":
        return _accused(parse, clause, words)
    if tokens[clause].dep not in CLAUSES or not _tells(parse, clause):
        return None
    at = tokens[clause].head
    false = words.false
    for _ in range(FARTHEST):
        if at != tokens[clause].head or parse.lemmas[at] != "be":
            false = words.false | words.false_words
        found = _said_by(parse, at, words, false)
        if found is not None:
            asked = any(parse.words[c] in ASKING for c in parse.children[clause])
            return None if asked and parse.lemmas[found.at] not in words.doubting else found
        higher = _over(parse, at, words)
        if higher is None:
            return None
        at = higher
    return None


def _accused(parse: Parse, deed: int, words: RefutingWords) -> Verdict | None:
    """What is said of a deed of which somebody is accused: "falsely accused of burning the mill"."""
    accusing = parse.tokens[parse.tokens[deed].head].head
    if parse.tokens[accusing].pos not in VERBS:
        return None
    falsely = (c for c in parse.children[accusing] if parse.words[c] in words.falsely)
    return next((Verdict(refuted=True, at=c) for c in falsely if parse.tokens[c].dep == "advmod"), None)


def _tells(parse: Parse, clause: int) -> bool:
    """Whether a clause is what is told, not one that tells which: not "the lie that he told"."""
    tokens, below = parse.tokens, parse.children[clause]
    if any(tokens[c].dep == "mark" and parse.words[c] in MARKS for c in below):
        return True
    subjects = [c for c in below if tokens[c].dep in {"nsubj", "nsubjpass", "expl"}]
    if tokens[clause].dep in {"ccomp", "csubj", "csubjpass"}:
        return bool(subjects)
    if tokens[clause].dep not in {"relcl", "acl"}:
        return False
    objects = [c for c in below if tokens[c].dep == "dobj"]
    return any(len(slot) > 1 and any(parse.words[c] == "that" for c in slot) for slot in (subjects, objects))


def _said_by(parse: Parse, at: int, words: RefutingWords, false: Set[str]) -> Verdict | None:
    """What one word says of the clause below it."""
    tokens = parse.tokens
    token = tokens[at]
    if parse.lemmas[at] == "be" or token.dep in SUBJECTS or token.tag == "VBN":
        carrier = token.head if token.dep in SUBJECTS else at
        carried = [c for c in parse.children[carrier] if tokens[c].dep == "xcomp" and parse.lemmas[c] == "be"]
        said_of = [p for verb in (carrier, *carried) for p in _predicates(parse, verb)]
        for said in (*said_of, carrier):  # "the report that … was, turned out to be, false"
            found = _by_itself(parse, said, words, false)
            if found is not None:
                return found
    if parse.lemmas[at] in words.reports and token.dep in {"dobj", "pobj"}:
        by = token.head if token.dep == "dobj" else tokens[token.head].head
        if parse.lemmas[by] in words.dismissing:
            return Verdict(not _negative(parse, by, through=frozenset()), by)
    for child in parse.children[at]:
        if tokens[child].dep == "advmod" and token.pos in VERBS and parse.words[child] in words.falsely:
            return Verdict(refuted=True, at=child)
        if tokens[child].dep == "amod" and {parse.lemmas[child], parse.words[child]} & false:
            return Verdict(not _negative(parse, at, through=PREDICATES), child)
    if token.dep in {"dobj", "oprd"}:  # "called the report that … a lie"
        for said in _predicates(parse, token.head):
            found = _by_itself(parse, said, words, false) if said != at else None
            if found is not None:
                return found
    return _by_itself(parse, at, words, false)


def _predicates(parse: Parse, verb: int) -> list[int]:
    return [c for c in parse.children[verb] if parse.tokens[c].dep in PREDICATES]


def _by_itself(parse: Parse, at: int, words: RefutingWords, false: Set[str]) -> Verdict | None:
    forms = {parse.lemmas[at], parse.words[at]}
    if forms & words.nothing:
        return Verdict(refuted=True, at=at)
    if forms & (false | words.falsehoods | words.doubting):
        return Verdict(not _negative(parse, at, through=PREDICATES), at)
    if forms & words.denying and _negative(parse, at, through=frozenset()):
        return Verdict(refuted=False, at=at)  # "nobody denies that", "the army no longer denies that"
    if forms & words.granting and parse.tokens[at].dep in PREDICATES | {"ROOT", "ccomp"}:
        return Verdict(refuted=False, at=at)
    if forms & (words.unaware | words.aware):
        negative = _negative(parse, at, through=PREDICATES)
        return Verdict(negative != bool(forms & words.unaware), at) if _of_himself(parse, at) else None
    if forms & words.holding and parse.tokens[at].dep in PREDICATES:
        return Verdict(_negative(parse, at, through=PREDICATES), at)
    if forms & words.grounds:
        if any(parse.words[c] in words.little for c in parse.children[at]):
            return Verdict(refuted=True, at=at)
        negative = _negative(parse, at, through=PREDICATES | {"dobj"})
        above = parse.tokens[parse.tokens[at].head].head
        if not negative and parse.tokens[at].dep == "pobj" and parse.lemmas[above] in words.grounds:
            return None  # "not a shred of evidence": the "not" is the shred's
        return Verdict(negative, at)
    return None


def _negative(parse: Parse, at: int, *, through: Set[str]) -> bool:
    """Whether a word has a "no" or a "not", or the verb to which it bears one of some labels has one."""
    tokens = parse.tokens
    for i in (at, tokens[at].head) if tokens[at].dep in through else (at,):
        for child in parse.children[i]:
            if tokens[child].dep in SUBJECTS and _nobody(parse, child):
                return True
            if tokens[child].dep not in {"neg", "det", "preconj", "amod", "advmod"}:
                continue
            no = parse.words[child] in NOT or parse.words[child] == "neither"
            no = no or (parse.words[child] == "longer" and parse.words[child - 1] in NOT)
            if no and (child + 1 == at or negates(parse.words, child)):  # "no doubt that"
                return True
    if at > 1 and parse.words[at - 1] == "one" and parse.words[at - 2] == "no":
        return True  # "no one disputes that", where the verb was taken for a noun
    return tokens[at].dep == "pobj" and parse.words[tokens[at].head] == "without"


def _of_himself(parse: Parse, at: int) -> bool:
    """Whether a word is said of him who speaks: "I am unaware", "he said he was unaware"."""
    verb = parse.tokens[at].head
    told = parse.tokens[verb].dep == "ccomp"
    subjects = [c for c in parse.children[verb] if parse.tokens[c].dep in SUBJECTS]
    return any(parse.tokens[c].tag == "PRP" and (told or parse.words[c] in FIRST) for c in subjects)


def _nobody(parse: Parse, subject: int) -> bool:
    """Whether a subject is nobody: "no one doubts that"."""
    if parse.words[subject] in NEGATIVE:
        return negates(parse.words, subject)
    return any(
        parse.words[c] in {"no", "neither"} and negates(parse.words, c) for c in parse.children[subject]
    )


def _over(parse: Parse, at: int, words: RefutingWords) -> int | None:
    """The next word up that may speak of the clause; None where the clause is another's by now."""
    tokens = parse.tokens
    token = tokens[at]
    if token.head == at:
        return None
    if token.pos in VERBS and token.dep not in SUBJECTS:
        passes = parse.lemmas[at] in words.between and token.dep in CLAUSES | {"advcl"}
        return token.head if passes else None
    if token.dep == "pobj":  # "no truth in reports that"
        above = tokens[token.head].head
        if tokens[above].pos in VERBS:  # "cast doubt on reports that"
            cast = (c for c in parse.children[above] if tokens[c].dep == "dobj" and c < at)
            return next((c for c in cast if parse.lemmas[c] in words.falsehoods), None)
        return above if above != token.head else None
    return token.head if token.dep in {"appos", "compound"} else None


def refuted_within(
    parse: Parse, members: Set[int], head: int, words: RefutingWords
) -> tuple[int, Verdict] | None:
    """The clause of which a claim speaks and what is said of it; None where nothing is said of any.

    It is the claim's own, or one below it within the claim: of "it is false that the army came", the latter.
    """
    own = verdict(parse, head, words)
    if own is not None:
        return head, own
    tokens = parse.tokens
    for i in sorted(members):
        if i == head or tokens[i].dep not in CLAUSES | {"pcomp"} or tokens[i].pos not in VERBS:
            continue
        found = verdict(parse, i, words)
        if found is not None and (found.at not in members or _hangs(parse, found.at, head)):
            return i, found
    return None


def refuted_number(parse: Parse, members: Set[int], head: int, words: RefutingWords) -> bool | None:
    """Whether a claim says of a number or of a report that it is not so; None where it says nothing.

    "The toll of nine was wrong", "reports of nine deaths are a lie", "there is no truth in the claim of nine
    deaths". Its own "not" is counted already.
    """
    tokens = parse.tokens
    for i in sorted(members):
        lemma = parse.lemmas[i]
        counts = lemma in words.counts
        if not counts and lemma not in words.reports:
            continue
        numbered = _of_a_number(parse, i)
        if numbered is None or (counts and not numbered):
            continue
        said = None
        if tokens[i].dep in SUBJECTS | {"dobj"}:
            said = _said_by(parse, i, words, words.false | words.false_words if numbered else words.false)
        elif tokens[i].dep == "pobj":
            above = tokens[tokens[i].head].head
            said = None if tokens[above].pos in VERBS else _by_itself(parse, above, words, words.false)
        if said is not None and tokens[said.at].dep != "amod" and _hangs(parse, said.at, head):
            return said.refuted
    return None


def _of_a_number(parse: Parse, noun: int) -> bool | None:
    """Whether the "of" behind a noun holds a number; None where it has none."""
    links = [c for c in parse.children[noun] if parse.words[c] == "of"]
    if not links:
        return None
    held = [c for link in links for c in parse.children[link]]
    held += [c for i in tuple(held) for c in parse.children[i]]
    return any(parse.tokens[i].pos == "NUM" for i in held)


def _hangs(parse: Parse, word: int, head: int) -> bool:
    """Whether a word is a clause's head or hangs on its verbs, as "false" in "turned out to be false"."""
    for _ in range(DEEPEST):
        if word == head:
            return True
        word = parse.tokens[word].head
    return False
