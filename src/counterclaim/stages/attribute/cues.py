"""Verbs that attribute: which they are, what is their subject, which words make up the cue."""

from collections.abc import Mapping
from dataclasses import dataclass

from counterclaim.records import Extent
from counterclaim.stages.attribute.tree import Tree
from counterclaim.values.acts import ActWords, Cue

HUMAN_ENTITIES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_PRONOUNS = """he she they who we i you some many others another one several most both those few everyone
someone nobody none neither all"""
SPEAKING_PRONOUNS = frozenset(_PRONOUNS.split())
OWN_PERSONS = frozenset({"i", "we", "you", "me", "us"})
AUXILIARIES = frozenset({"aux", "auxpass", "neg", "prt"})
RELATIVE = frozenset({"who", "which", "that", "what", "whom"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Who speaks: the head token of the source, and the first and last token of its words.

    `head` None: nobody is named. `passive`: what is grammatically the subject is spoken about,
    and is kept in `patient`.
    """

    head: int | None
    first: int = 0
    last: int = -1
    passive: bool = False
    patient: int | None = None
    inherited: bool = False


NOBODY = Subject(head=None)


Frames = Mapping[str, Cue]
"""What a verb means, by what holds its content: "clause", "object", a preposition …"""

NO_FRAMES: Frames = {}


def frames_of(tree: Tree, i: int, acts: ActWords) -> Frames:
    """The frames of a token as an attributing verb; empty if it is none."""
    frames = acts.verbs.get(tree.lemmas[i])
    if not frames:
        return NO_FRAMES
    token = tree.tokens[i]
    verbal = token.pos in ("VERB", "AUX") or token.tag.startswith("VB")
    return frames if verbal and token.dep not in ("amod", "aux", "auxpass", "compound") else NO_FRAMES


def subject_of(tree: Tree, verb: int, acts: ActWords) -> Subject | None:
    """Who is the subject of a verb, by itself or by way of the verb it hangs on; None if nobody can be."""
    inherited = False
    for _ in range(6):
        token = tree.tokens[verb]
        subjects = [c for c in tree.children[verb] if tree.tokens[c].dep in ("nsubj", "csubj", "nsubjpass")]
        expletive = tree.kids(verb, "expl")
        passive = bool(tree.kids(verb, "auxpass", "nsubjpass"))
        if passive and not inherited:
            return _agent(tree, verb, subjects[0] if subjects else None)
        if expletive:
            return None
        if subjects:
            named = subjects[-1] if tree.tokens[subjects[-1]].dep == "nsubj" else subjects[0]
            return _span(tree, named, inherited=inherited, verb=verb)
        if token.dep in ("acl", "relcl"):
            if token.tag == "VBG" and not _speaking_noun(tree, token.head, acts):
                verb, inherited = _governor(tree, token.head, acts), True
                if tree.tokens[verb].pos in ("VERB", "AUX"):
                    continue
                return None
            return _headed(tree, token.head, verb)
        reduced = _reduced_relative(tree, verb)
        if reduced is not None:
            return Subject(head=reduced, first=tree.left[reduced], last=verb - 1)
        if (
            token.dep in ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "dep", "parataxis")
            and token.head != verb
        ):
            if token.dep == "ccomp" and not inherited and token.tag in ("VBD", "VBZ", "VBP"):
                return NOBODY
            if token.dep == "pcomp" and tree.lemma(tree.tokens[token.head].head) in acts.passing_on:
                quoted = tree.kids(tree.tokens[token.head].head, "dobj", "nsubjpass")
                if quoted:
                    return _span(tree, quoted[0], inherited=True, verb=verb)
            verb = _speaking_governor(tree, verb, acts) if token.tag == "VBG" else token.head
            inherited = True
            if tree.tokens[verb].dep == "pobj" or tree.tokens[verb].pos in ("NOUN", "PROPN", "PRON"):
                return (
                    None if tree.tokens[verb].dep != "nsubj" else _span(tree, verb, inherited=True, verb=verb)
                )
            continue
        return NOBODY
    return NOBODY


def _speaking_noun(tree: Tree, noun: int, acts: ActWords) -> bool:
    """Whether a participle on a noun is the noun's own doing: "a statement saying", "the man warning"."""
    if not can_speak(tree, noun, acts):
        return False
    if tree.tokens[noun].dep in ("dobj", "pobj", "appos", "conj", "npadvmod"):
        return tree.lemma(noun) in acts.documents
    return True


def _governor(tree: Tree, i: int, acts: ActWords) -> int:
    """The nearest verb above a token that attributes, else the nearest that has a subject of its own."""
    nearest: int | None = None
    for _ in range(8):
        token = tree.tokens[i]
        if token.pos in ("VERB", "AUX") and tree.kids(i, "nsubj", "nsubjpass"):
            if tree.lemma(i) in acts.verbs:
                return i
            nearest = i if nearest is None else nearest
        if token.head == i:
            break
        i = token.head
    return i if nearest is None else nearest


def _speaking_governor(tree: Tree, verb: int, acts: ActWords) -> int:
    """The verb whose subject goes on speaking in a participle: the one it hangs on, or the cue above that."""
    head = tree.tokens[verb].head
    if tree.tokens[verb].dep != "advcl" or tree.lemma(verb) not in acts.continuing:
        return head
    if tree.lemma(head) in acts.verbs:
        return head
    top = head
    for _ in range(6):
        token = tree.tokens[top]
        if token.dep not in ("ccomp", "acl", "relcl", "xcomp", "conj", "dobj", "advcl") or token.head == top:
            return head
        top = token.head
        if tree.tokens[top].pos == "VERB" and tree.lemma(top) in acts.verbs and tree.kids(top, "nsubj"):
            return top
    return head


def _reduced_relative(tree: Tree, verb: int) -> int | None:
    """The subject in "another living there said", where the participle was taken for a clause of its own."""
    token = tree.tokens[verb]
    if token.dep != "conj" or token.head == verb:
        return None
    for clause in tree.kids(token.head, "advcl", "ccomp", "conj", "dep"):
        if tree.tokens[clause].tag == "VBG" and clause < verb and tree.right[clause] == verb - 1:
            subjects = tree.kids(clause, "nsubj")
            if subjects and not tree.kids(clause, "aux"):
                return subjects[0]
    return None


def _agent(tree: Tree, verb: int, patient: int | None) -> Subject:
    for by in tree.kids(verb, "agent"):
        for named in tree.kids(by, "pobj"):
            charges = [p for p in tree.kids(named, "prep") if tree.kids(p, "pcomp")]
            last = min([tree.right[named], *(c - 1 for c in charges)])
            return Subject(head=named, first=tree.left[named], last=last, passive=True, patient=patient)
    return Subject(head=None, passive=True, patient=patient)


def _headed(tree: Tree, noun: int, verb: int) -> Subject:
    """The noun that a participle or a relative clause belongs to, without that clause."""
    last = noun
    for child in sorted(tree.children[noun]):
        if (
            child > noun
            and tree.right[child] < verb
            and tree.tokens[child].dep in ("prep", "appos", "punct", "acl", "relcl")
        ):
            last = tree.right[child]
        elif child > noun and tree.left[child] <= verb <= tree.right[child]:
            break
    return Subject(head=noun, first=min(tree.left[noun], noun), last=last)


def _span(tree: Tree, named: int, *, inherited: bool, verb: int) -> Subject:
    first, last = tree.left[named], tree.right[named]
    if tree.tokens[first].text == "(":
        first = next((i + 1 for i in range(first, named) if tree.tokens[i].text == ")"), first)
    if first <= verb <= last:
        first, last = (first, verb - 1) if named < verb else (verb + 1, last)
    if any(tree.tokens[i].tag == "VBD" and tree.tokens[i].dep != "relcl" for i in range(first, named)):
        own = [tree.left[k] for k in tree.children[named] if k < named and tree.left[k] == k]
        first = min([named, *(k for k in own if all(tree.tokens[i].tag != "VBD" for i in range(k, named)))])
    return Subject(head=named, first=first, last=_undated(tree, named, last), inherited=inherited)


def _undated(tree: Tree, named: int, last: int) -> int:
    """The last token of a source without the day that the parser hung on it: "the source on Tuesday"."""
    end = last
    while end > named and tree.tokens[end].entity in ("DATE", "TIME"):
        end -= 1
    if end == last or end <= named or tree.low(end) not in ("on", "in", "at"):
        return last
    return end - 1


def can_speak(tree: Tree, head: int | None, acts: ActWords) -> bool:
    """Whether a source's head is a person, a body of people, a document, or stands for one."""
    if head is None:
        return False
    token = tree.tokens[head]
    if token.pos == "PRON" or token.tag in ("DT", "PRP", "WP"):
        return tree.low(head) in SPEAKING_PRONOUNS
    if token.entity in HUMAN_ENTITIES or token.pos == "PROPN":
        return True
    lemma = tree.lemma(head)
    return lemma in acts.people or lemma in acts.documents or lemma in acts.anonymous


def cue_extents(tree: Tree, verb: int, *, preposition: int | None = None) -> tuple[Extent, ...]:
    """The words of the cue: the verb with its auxiliaries, particle, adverbs beside it, and preposition."""
    chosen = {verb}
    chosen.update(tree.kids(verb, *AUXILIARIES))
    for adverb in tree.kids(verb, "advmod"):
        if (
            tree.left[adverb] == tree.right[adverb] == adverb
            and abs(adverb - verb) <= 2
            and tree.tokens[adverb].tag == "RB"
        ):
            chosen.add(adverb)
    if preposition is not None:
        chosen.add(preposition)
    return runs(tree, chosen)


def runs(tree: Tree, chosen: set[int]) -> tuple[Extent, ...]:
    """Token numbers as extents, neighbours joined."""
    found: list[Extent] = []
    previous: int | None = None
    for i in sorted(chosen):
        if previous is not None and i == previous + 1:
            found[-1] = (found[-1][0], tree.tokens[i].end)
        else:
            found.append((tree.tokens[i].start, tree.tokens[i].end))
        previous = i
    return tuple(found)
