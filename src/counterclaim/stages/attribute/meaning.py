"""What a source does in saying something: the act of a cue, in its frame and with what negates it."""

from collections.abc import Sequence
from functools import cached_property

from counterclaim.records import Act
from counterclaim.stages.attribute.dismissed import dismissed_by, dismisses
from counterclaim.stages.attribute.tree import Tree
from counterclaim.values.acts import ActWords, Cue

NEGATED: dict[Act, Act] = {"support": "oppose", "oppose": "support", "believe": "deny"}
"""What an act becomes when its cue is negated ("does not believe"); all else is "other" ("did not say")."""

SAY = Cue(act="say", stance="neutral", asserts=True)
TOLL = Cue(act="report", stance="neutral", asserts=True)
DISTANT = Cue(act="report", stance="hedging", asserts=True)
DISMISSAL = Cue(act="deny", stance="neutral", asserts=False)
VIEW = Cue(act="believe", stance="neutral", asserts=True)
UNKNOWN = Cue(act="other", stance="neutral", asserts=False)

NEGATORS = frozenset(
    {"not", "n't", "n’t", "never", "without", "nor", "cannot", "hardly", "scarcely", "barely"}
)
NOT_ALONE = frozenset({"only", "just", "merely", "simply"})
NOBODY_WORDS = frozenset({"nobody", "none", "neither", "nothing", "no-one"})
NOTHING = frozenset({"no", "nothing", "neither", "none", "little", "few"})
NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
GOVERNED = frozenset({"xcomp", "pcomp", "acl", "ccomp", "prep"})

UNSAID = frozenset({("yet", "to"), ("short", "of"), ("no", "longer")})
"""Words before a verb of what is not done: "has yet to comment", "no longer denies"."""

FARTHEST = 3
"""How many governors up a cue looks for "able", "declined" and their like."""


class Said:
    """A cue and its content, as numbers of tokens in order, with what is asked of them more than once."""

    def __init__(self, tree: Tree, cue: Sequence[int], content: Sequence[int], acts: ActWords) -> None:
        self.tree, self.cue, self.content, self.acts = tree, cue, content, acts

    @cached_property
    def head(self) -> int | None:
        """The word of the cue that tells what it means."""
        return cue_head(self.tree, self.cue, self.acts)

    @cached_property
    def tops(self) -> list[int]:
        """The words of the content that hang on nothing within it, marks left aside."""
        tokens, within = self.tree.tokens, set(self.content)
        return [
            i
            for i in self.content
            if (tokens[i].head == i or tokens[i].head not in within)
            and tokens[i].pos not in ("PUNCT", "SPACE", "CCONJ")
            and tokens[i].dep not in ("mark", "prep", "advmod", "aux")
        ]

    @cached_property
    def meaning(self) -> Cue:
        """What the cue means in the frame in which it stands, what negates it left aside."""
        return _meaning(self)

    @cached_property
    def act(self) -> Act:
        """What the source does in saying it, a negated cue counted."""
        return _act(self)


def cue_head(tree: Tree, cue: Sequence[int], acts: ActWords) -> int | None:
    """The word of a cue that tells what it means: a known verb, unless it is light and a noun tells more.

    Of several the last. Where no word of the rules' lists stands in the cue, the wider lists decide,
    and where none of these does, the cue's last verb, else its last word.
    """
    nouns = [i for i in cue if tree.tokens[i].pos == "NOUN" and _noun(tree, i, acts)]
    verbs = [i for i in cue if _verb_like(tree, i) and set(acts.verbs.get(tree.lemma(i), ())) - {"toll"}]
    verbs = [i for i in verbs if not _goes_on(tree, i, cue, acts)]
    if nouns:
        plain = [i for i in nouns if tree.lemma(i) in acts.nouns]
        verbs = [i for i in verbs if not _gives_way(tree, i, plain or nouns, acts)]
    if verbs:
        return verbs[-1]
    known = [i for i in nouns if tree.lemma(i) in acts.nouns]
    stands = [i for i in cue if tree.tokens[i].pos == "ADJ" and tree.lemma(i) in acts.adjectives]
    more = [i for i in cue if _verb_like(tree, i) and tree.lemma(i) in acts.more_verbs]
    more = [i for i in more if not any(tree.tokens[k].head == i for k in stands)]
    more = [i for i in more if not _carries(tree, i, nouns)]
    for words in (known, more, nouns, stands, [i for i in cue if _verb_like(tree, i)]):
        if words:
            return words[-1]
    return cue[-1] if cue else None


def _noun(tree: Tree, i: int, acts: ActWords) -> bool:
    return tree.lemma(i) in acts.nouns or tree.lemma(i) in acts.more_nouns


def _verb_like(tree: Tree, i: int) -> bool:
    return tree.tokens[i].pos not in ("ADP", "SCONJ", "DET", "ADJ", "ADV", "NOUN", "PROPN", "PUNCT")


def _goes_on(tree: Tree, verb: int, cue: Sequence[int], acts: ActWords) -> bool:
    """Whether a verb only says that another goes on: "continues to oppose"."""
    return tree.lemma(verb) in acts.aspectual and any(i in cue for i in tree.kids(verb, "xcomp"))


def _carries(tree: Tree, verb: int, nouns: Sequence[int]) -> bool:
    """Whether a noun of the cue is what the verb holds: "enjoyed support"."""
    return any(tree.tokens[n].head == verb and tree.tokens[n].dep in ("dobj", "nsubjpass") for n in nouns)


def _gives_way(tree: Tree, verb: int, nouns: Sequence[int], acts: ActWords) -> bool:
    """Whether a verb only carries a noun of saying ("expressed concern"), rather than denying it."""
    lemma = tree.lemma(verb)
    if any(cue.act in ("deny", "oppose", "condemn") for cue in acts.verbs[lemma].values()):
        return False
    return lemma in acts.light or _carries(tree, verb, nouns)


def _meaning(said: Said) -> Cue:
    tree, cue, acts, head = said.tree, said.cue, said.acts, said.head
    if head is None:
        return SAY
    owned = bool(tree.kids(head, "poss"))  # "brushed aside Ann's claim": hers is a claim
    if dismisses(tree, head, acts) or (
        not owned and any(dismissed_by(tree, i, acts) is not None for i in (*cue, *said.tops))
    ):
        return DISMISSAL
    words = " ".join([tree.words[i] for i in cue])
    if words in acts.source_prepositions:
        return SAY
    if words in acts.perspective or all(tree.tokens[i].pos in ("ADP", "SCONJ") for i in (cue[0], cue[-1])):
        return VIEW
    if all(tree.low(i) in acts.hedges and tree.low(i).endswith("ly") for i in cue):
        return DISTANT
    lemma, token = tree.lemma(head), tree.tokens[head]
    tops = said.tops
    if lemma in acts.counting and any(
        tree.lemma(i) in acts.tolls for i in (*cue, *tops, *tree.kids(head, "dobj")) if i != head
    ):
        return TOLL
    if lemma in acts.repeating and (repeated := _act_in(tree, tops, acts)) is not None:
        return repeated
    if token.pos == "NOUN" and _noun(tree, head, acts):
        return acts.nouns.get(lemma) or acts.more_nouns[lemma]
    if set(acts.verbs.get(lemma, ())) - {"toll"}:
        return _framed(tree, cue, head, acts)
    if lemma in acts.more_verbs and _verb_like(tree, head):
        wider = _by_preposition(tree, cue, head, acts)
        if wider is not None:
            return wider
    if token.pos == "ADJ" and lemma in acts.adjectives:
        return acts.adjectives[lemma]
    return SAY if _spoken(tree, cue, said.content, tops) else UNKNOWN


def _act_in(tree: Tree, tops: Sequence[int], acts: ActWords) -> Cue | None:
    """What a content does that is the noun of an act: to repeat a denial is to deny."""
    if len(tops) == 1 and tree.tokens[tops[0]].pos == "NOUN":
        found = acts.nouns.get(tree.lemma(tops[0]))
        return None if found is None or found.act in ("say", "report", "believe") else found
    return None


def _framed(tree: Tree, cue: Sequence[int], head: int, acts: ActWords) -> Cue:
    """What a verb of the rules' list means by what hangs on it."""
    frames = acts.verbs[tree.lemma(head)]
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


def _by_preposition(tree: Tree, cue: Sequence[int], head: int, acts: ActWords) -> Cue | None:
    """What a verb of the wider list means with the preposition behind it: "voted for", "voted against"."""
    frames = acts.more_verbs[tree.lemma(head)]
    behind = [i for i in cue if i > head] + [k for k in tree.kids(head, "prep", "prt", "agent") if k > head]
    followed = next((tree.low(i) for i in behind if tree.low(i) in frames), None)
    if followed:
        return frames[followed]
    to = any(tree.low(k) == "to" for x in tree.kids(head, "xcomp") for k in tree.kids(x, "aux"))
    if to and "infinitive" in frames:
        return frames["infinitive"]
    return frames.get("any")


def _spoken(tree: Tree, cue: Sequence[int], content: Sequence[int], tops: Sequence[int]) -> bool:
    """Whether a cue nobody knows says its content: nothing but marks, a quotation or a whole clause."""
    if not any(character.isalpha() for i in cue for character in tree.tokens[i].text):
        return True
    if content and tree.tokens[content[0]].text[:1] in "\"“„«‘'":
        return True
    return any(
        tree.tokens[i].pos in ("VERB", "AUX") and tree.kids(i, "nsubj", "nsubjpass", "expl") for i in tops
    )


def _act(said: Said) -> Act:
    tree, content, acts, meant, head = said.tree, said.content, said.acts, said.meaning, said.head
    if head is None:
        return meant.act
    act = _of_responsibility(said, head)
    if act is None:
        act = "oppose" if turned_down(tree, head, said.tops, acts) else meant.act
    if act == "oppose" and tree.lemma(head) in acts.failing and _withheld(tree, content, acts):
        return "other"
    if _unsaid(said, head):
        return "other"
    if act == "say" and _is_a_question(said):
        return "ask"
    if negated(tree, said.cue, head, acts):
        if act == "believe" and not meant.asserts:
            return act
        return NEGATED.get(act, "other")
    return "other" if _gives_nothing(tree, head, content, acts) else act


def _unsaid(said: Said, head: int) -> bool:
    """Whether a cue only speaks of saying: neither confirmed nor denied, not yet, imagined, "should say"."""
    tree, acts = said.tree, said.acts
    told = {tree.lemma(i) for i in (head, *tree.kids(head, "conj"), tree.tokens[head].head)}
    if {"confirm", "deny"} <= told:
        return True
    if any(tree.words[head - n - 2 : head - n] in UNSAID for n in range(3)):
        return True
    if _taken_back(tree, head, acts):
        return True
    if tree.lemma(head) in acts.commenting and all(tree.tokens[i].pos in NOUNS for i in said.tops):
        return True
    if any(tree.low(k) == "should" for k in tree.kids(head, "aux")) or any(
        tree.low(k) == "if" for k in tree.kids(head, "mark")
    ):
        return True
    above = tree.tokens[head].head
    if above == head or tree.tokens[head].dep not in ("ccomp", "xcomp", "acl", "dobj"):
        return False
    heard = tree.lemma(above) in acts.hearing and any(_no_one(tree, s) for s in tree.kids(above, "nsubj"))
    return heard or tree.lemma(above) in acts.imagining


def _is_a_question(said: Said) -> bool:
    """Whether all that is said is a question: "Why would we?" he said."""
    tree = said.tree
    spoken = [i for i in said.content if tree.tokens[i].pos not in ("PUNCT", "SPACE")]
    if not spoken or tree.sentence_of[spoken[0]] != tree.sentence_of[spoken[-1]]:
        return False
    marks = [tree.tokens[i].text for i in range(spoken[-1] + 1, min(spoken[-1] + 3, len(tree.tokens)))]
    return "?" in marks[:2] and not any(m.isalnum() for m in marks[: marks.index("?")])


def _taken_back(tree: Tree, head: int, acts: ActWords) -> bool:
    """Whether a claim is withdrawn: "retracted her statement that", "took back his claim that"."""
    above = tree.tokens[head].head if tree.tokens[head].dep == "dobj" else head
    back = any(tree.low(k) == "back" for k in tree.kids(above, "prt", "advmod"))
    lemma = tree.lemma(above)
    return lemma in acts.retracting or (back and above != head and lemma in ("take", "walk"))


def _of_responsibility(said: Said, head: int) -> Act | None:
    """Whether somebody claims or denies a deed as his own."""
    tree, tops, lemma = said.tree, said.tops, said.tree.lemma(head)
    if "responsibility" in [tree.words[i] for i in (*said.cue, *said.content[:3])]:
        if lemma in ("claim", "admit", "accept", "assume", "take", "acknowledge", "bear", "responsibility"):
            return "claim_responsibility"
        return "deny" if said.meaning.act == "deny" else None
    plain = bool(tops) and all(tree.tokens[i].pos in NOUNS for i in tops)
    if lemma != "claim" or (tree.kids(head, "ccomp") and not plain):
        return None
    deeds = [*tree.kids(head, "dobj", "nsubjpass"), *(i for i in tops if i != head)]
    if tree.tokens[head].dep in ("acl", "relcl"):
        deeds.append(tree.tokens[head].head)
    return "claim_responsibility" if any(_deed(tree, i, said.acts) for i in deeds) else None


def _deed(tree: Tree, i: int, acts: ActWords) -> bool:
    """Whether a noun is a deed, or "those", "one" and their like stand for one: "attacks including those"."""
    for _ in range(FARTHEST):
        if tree.tokens[i].pos not in NOUNS and tree.tokens[i].pos not in ("DET", "NUM"):
            return False
        if tree.lemma(i) in acts.deeds:
            return True
        above = tree.tokens[i].head
        if tree.tokens[i].pos == "NOUN" or tree.tokens[above].pos != "ADP":
            above = tree.tokens[above].head if tree.tokens[i].dep == "pobj" else i
        else:
            above = tree.tokens[above].head
        if above == i:
            return False
        i = above
    return False


def turned_down(tree: Tree, head: int, tops: Sequence[int], acts: ActWords) -> bool:
    """Whether a proposal is rejected, which denies nothing: "rejected the plan"."""
    if tree.lemma(head) not in acts.turning_down:
        return False
    nouns = [i for i in tops if tree.tokens[i].pos in NOUNS] or tree.kids(head, "dobj", "nsubjpass")
    return bool(nouns) and all(tree.lemma(i) in acts.proposals for i in nouns)


def _withheld(tree: Tree, content: Sequence[int], acts: ActWords) -> bool:
    """Whether what is declined is to say something: "to comment", "to confirm the report"."""
    first = next((i for i in content if tree.tokens[i].pos == "VERB"), None)
    return first is not None and tree.lemma(first) in acts.withheld


def _gives_nothing(tree: Tree, head: int, content: Sequence[int], acts: ActWords) -> bool:
    """Whether nothing was given: "gave no details", "no figures have been released by the army"."""
    first = next((i for i in content if tree.tokens[i].text.isalpha()), None)
    return tree.lemma(head) in acts.giving and first is not None and tree.low(first) in NOTHING


def negated(tree: Tree, cue: Sequence[int], head: int, acts: ActWords) -> bool:
    """Whether a cue says that nothing was said: by "not", by its subject, or by what governs it."""
    for at, i in enumerate(cue):
        following = tree.low(cue[at + 1]) if at + 1 < len(cue) else ""
        if tree.low(i) == "without" and i > head and not tree.under(head, i):
            continue  # "reported without giving details"
        if tree.low(i) in NEGATORS and following not in NOT_ALONE:
            if tree.tokens[i].dep == "neg" and not _helps(tree, i, head, acts):
                continue
            return True
        if tree.low(i) == "no" and tree.tokens[i].dep == "det":
            return True
    if _says_no(tree, head):
        return True
    if any(_no_one(tree, s) for s in tree.kids(head, "nsubj", "agent")):
        return True
    i = head
    for _ in range(FARTHEST):
        token = tree.tokens[i]
        if token.dep not in GOVERNED or token.head == i:
            return False
        if token.dep == "pcomp" and tree.low(token.head) == "without":
            return True
        i = token.head
        lemma = tree.lemma(i)
        if lemma in acts.failing:
            return not _says_no(tree, i)
        above = tree.tokens[i].head if tree.tokens[i].dep in ("acomp", "xcomp") else i
        if lemma in acts.enabling and (_says_no(tree, i) or _says_no(tree, above)):
            return True
        if tree.tokens[i].pos not in ("VERB", "AUX", "ADJ", "ADP") or lemma in acts.verbs:
            return False
    return False


def _helps(tree: Tree, negator: int, head: int, acts: ActWords) -> bool:
    """Whether a "not" of the cue negates its head: it stands on it or on what leads to it."""
    above = tree.tokens[negator].head
    if above == head or tree.tokens[above].dep in ("aux", "auxpass"):
        return True
    leads = tree.under(head, above) and above != head
    able = tree.kids(above, "acomp", "xcomp")
    return leads and any(tree.lemma(k) in acts.enabling for k in (above, *able))


def _says_no(tree: Tree, i: int) -> bool:
    return any(tree.low(k) != "no" and not _not_only(tree, k) for k in tree.kids(i, "neg"))


def _not_only(tree: Tree, i: int) -> bool:
    return i + 1 < len(tree.tokens) and tree.low(i + 1) in NOT_ALONE


def _no_one(tree: Tree, subject: int) -> bool:
    named = tree.kids(subject, "pobj") if tree.tokens[subject].dep == "agent" else [subject]
    return any(
        tree.low(n) in NOBODY_WORDS or any(tree.low(k) == "no" for k in tree.kids(n, "det")) for n in named
    )
