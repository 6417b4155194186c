"""How an event is told at its own words: negative or not, as done, planned or possible.

A clause's status is that of its main verb. An event inside it follows its own verb group and what governs it:
of "the army will answer the raid" the answer is to come, the raid is not.
"""

from collections.abc import Set
from dataclasses import dataclass

from counterclaim.records import Status
from counterclaim.stages.ground.contrast import cleft, contrasting
from counterclaim.stages.ground.negation import NEGATIVE, NEGATORS, at_no_time, negates
from counterclaim.stages.ground.phrases import Tree
from counterclaim.stages.ground.refuted import NO_REFUTING, RefutingWords, verdict
from counterclaim.stages.ground.status import (
    CONDITIONS,
    MODALS_OF_PLANS,
    MODALS_OF_POSSIBILITY,
    PLANNING_PARTICIPLES,
    PLANNING_VERBS,
    PROPOSALS,
    inverted,
)

MODALS = MODALS_OF_POSSIBILITY | {"can", "ca", "must", "ought", "wo"}
OPEN: frozenset[Status] = frozenset({"planned", "hypothetical"})
SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
VERBS = frozenset({"VERB", "AUX"})
DEPENDENT = frozenset({"xcomp", "pcomp", "acl", "advcl", "ccomp"})
FARTHEST = 4
"""Governors up to which an infinitive, or a verb without a subject, is followed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Whether an event is told as not having happened, and its status by its own words and governors.

    `refuted_at` is the token that says of its clause that it is not so.
    """

    negative: bool
    status: Status
    refuted_at: int | None = None


def told(
    tree: Tree, index: int, *, light: Set[str] = frozenset(), refuting: RefutingWords = NO_REFUTING
) -> Told:
    """How the event at a token is told. A noun under one of the `light` verbs follows its verb."""
    verb = index
    if tree.tokens[index].pos not in VERBS:
        carrier = _carrier(tree, index, light)
        if carrier is None:
            return Told(negative=_negative_name(tree, index), status="asserted")
        verb = carrier
    negative = negative_verb(tree, verb) or (verb != index and _negative_name(tree, index))
    half = cleft(tree.parse, verb)
    if half is not None and (
        negative_verb(tree, half[0]) or _nobody(tree, half[1])
    ):  # "it was not the league that burned the mill"
        negative = not negative
    over = verdict(tree.parse, verb, refuting) if refuting.all else None
    if over is not None and over.refuted:
        return Told(negative=not negative, status=_status(tree, verb), refuted_at=over.at)
    return Told(negative=negative, status=_status(tree, verb))


def open_within(tree: Tree, tokens: Set[int]) -> bool:
    """Whether one of some tokens is a verb told by its own words as planned or possible."""
    return any(_status(tree, i) in OPEN for i in tokens if tree.tokens[i].pos in VERBS)


def _carrier(tree: Tree, index: int, light: Set[str]) -> int | None:
    """The verb that carries a noun or an adjective: "be" before what is said of it, or a light verb."""
    token = tree.tokens[index]
    above = tree.tokens[token.head]
    if above.pos not in VERBS or token.head == index:
        return None
    copular = token.dep in {"attr", "acomp", "oprd"} and above.lemma.lower() in {"be", "become", "remain"}
    carried = token.dep in {"dobj", "nsubjpass"} and above.lemma.lower() in light
    return token.head if copular or carried else None


def negative_verb(tree: Tree, verb: int) -> bool:
    """Whether a verb is negative: by "not", by "no longer", by nobody as its subject."""
    for child in tree.children(verb):
        token = tree.tokens[child]
        if (token.dep == "neg" or token.text.lower() in NEGATORS) and negates(tree.words, child):
            return not contrasting(tree.parse, child)
        if token.dep == "prep" and at_no_time(tree.words, child + 1):
            return True
        if token.dep == "advmod" and any(tree.tokens[c].text.lower() == "no" for c in tree.children(child)):
            return True
        if token.dep in SUBJECTS and _nobody(tree, child):
            return True
        if token.dep in {"cc", "preconj"} and token.text.lower() in {"nor", "neither"} and child < verb:
            return True
    here = tree.tokens[verb]
    above = tree.tokens[here.head]
    if here.dep == "pcomp" and (
        above.text.lower() == "without" or (above.text.lower() == "from" and tree.words[above.head] == "far")
    ):
        return True
    if here.dep == "xcomp" and above.lemma.lower() == "go" and above.tag == "VBG":
        return negative_verb(tree, here.head)
    joined = here.dep == "conj" and here.head != verb and not tree.children(verb, *SUBJECTS)
    return (
        joined
        and any(tree.tokens[c].text.lower() in {"or", "nor"} for c in tree.children(here.head, "cc"))
        and negative_verb(tree, here.head)
    )


def _negative_name(tree: Tree, index: int) -> bool:
    """Whether a noun or an adjective is negative: "no raid", "not a raid", "without a raid"."""
    for child in tree.children(index):
        word = tree.tokens[child].text.lower()
        if (word in NEGATORS or word in {"no", "neither"}) and negates(tree.words, child):
            return True
    link = tree.tokens[index].head
    return tree.tokens[index].dep == "pobj" and tree.tokens[link].text.lower() == "without"


def _nobody(tree: Tree, subject: int) -> bool:
    if tree.words[subject] in NEGATIVE:
        return negates(tree.words, subject)
    return any(
        tree.tokens[c].text.lower() in {"no", "neither"} and negates(tree.words, c)
        for c in tree.children(subject, "det", "neg", "preconj", "cc")
    )


def _status(tree: Tree, verb: int) -> Status:
    """Planned, possible or neither: by a verb's auxiliaries, its "if", and what it hangs on."""
    here = verb
    for _ in range(FARTHEST):
        own = _own_status(tree, here)
        if own is not None:
            return own
        token = tree.tokens[here]
        above = tree.tokens[token.head]
        if token.head == here:
            return "asserted"
        bare = not tree.children(here, *SUBJECTS, "aux", "mark")
        if token.dep == "conj" and above.pos in VERBS and bare and token.tag in {above.tag, "VB"}:
            here = token.head
            continue
        infinitive = any(tree.tokens[c].tag == "TO" for c in tree.children(here, "aux"))
        if token.dep not in DEPENDENT or not (infinitive or (token.tag in {"VB", "VBG"} and bare)):
            return "asserted"
        if token.dep == "advcl":
            return "asserted"
        governing = _planned_by(tree, token.head) if infinitive else None
        if governing is not None:
            return governing
        if above.pos not in VERBS:
            return "asserted"
        here = token.head
    return "asserted"


def _own_status(tree: Tree, verb: int) -> Status | None:
    """What a verb's own auxiliaries and conjunction say; None where they say nothing."""
    words = {tree.tokens[c].text.lower() for c in tree.children(verb, "aux", "auxpass")}
    marks = {tree.tokens[c].text.lower() for c in tree.children(verb, "mark")}
    if words & MODALS_OF_PLANS or "wo" in words:
        return "planned"
    if words & MODALS or marks & CONDITIONS or inverted(tree.parse, verb):
        return "hypothetical"
    return None


def _planned_by(tree: Tree, governor: int) -> Status | None:
    """What the word before a "to" makes of it: a plan to do a thing, being expected or about to do it."""
    token = tree.tokens[governor]
    lemma = token.lemma.lower()
    if lemma in PLANNING_VERBS or lemma in PROPOSALS or (lemma == "go" and token.tag == "VBG"):
        return "planned"
    passive = bool(tree.children(governor, "auxpass")) or token.pos == "ADJ"
    return "planned" if passive and lemma in PLANNING_PARTICIPLES else None
