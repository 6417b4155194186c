"""How a clause is asserted: negated or not, and asserted, alleged, denied, planned or hypothetical."""

from bisect import bisect_left
from collections.abc import Sequence, Set

from counterclaim.records import Parse, Statement, Status, Token
from counterclaim.stages.ground.contrast import ASIDE, contrasting
from counterclaim.stages.ground.negation import NEGATIVE, NEGATORS, NOT, at_no_time, negates
from counterclaim.values.acts import puts_forward

# Closed classes of English grammar and the few words that mark distance; open classes are in the lexicon.
HEDGING_ADVERBS = frozenset(
    {"allegedly", "reportedly", "purportedly", "supposedly", "apparently", "ostensibly"}
)
HEDGING_ADJECTIVES = frozenset(
    {"alleged", "purported", "suspected", "supposed", "reported", "apparent", "ostensible"}
)
HEDGING_PARTICIPLES = frozenset(
    {"believe", "think", "allege", "report", "rumor", "rumour", "suspect", "fear"}
)
PLANNING_PARTICIPLES = frozenset(
    {"expect", "set", "schedule", "plan", "due", "slate", "bind", "intend", "poise"}
)
PLANNING_VERBS = frozenset({"plan", "intend", "aim", "vow", "pledge", "promise", "prepare", "propose"})
INTENTIONS = frozenset(
    {"plan", "intend", "aim", "intention", "intent", "goal", "decision", "seek", "eager", "keen", "prepare"}
)
PROPOSALS = frozenset(
    {
        "plan",
        "proposal",
        "bid",
        "call",
        "idea",
        "offer",
        "demand",
        "intention",
        "bill",
        "request",
        "appeal",
        "motion",
    }
)
MODALS_OF_PLANS = frozenset({"will", "'ll", "’ll", "shall"})
MODALS_OF_POSSIBILITY = frozenset({"would", "could", "may", "might", "should", "'d", "’d"})
CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
INVERTING = frozenset({"had", "were", "should"})
"""Verbs that make a condition of their clause where they stand before its subject: "had they come"."""

ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "expl", "ROOT", "conj", "oprd"})


def is_negated(parse: Parse, members: Set[int], head: int) -> bool:
    """Whether the clause headed by token `head`, made of the tokens `members`, is negative."""
    tokens, words = parse.tokens, parse.words
    for i in members:
        token, word = tokens[i], words[i]
        if not (token.dep == "neg" or word in NOT or word in NEGATIVE):
            continue
        if not negates(words, i) or (word in ASIDE and contrasting(parse, i)):
            continue
        if (token.dep == "neg" or word in NEGATORS) and _reaches(tokens, token.head, head):
            return True
        if word == "no" and at_no_time(words, i):
            return True
        argument = tokens[token.head].dep in ARGUMENTS and _reaches(tokens, token.head, head)
        if word == "no" and token.dep in {"det", "neg"} and argument:
            return True
        if word == "neither" and token.dep in {"det", "preconj", "cc"} and argument:
            return True
        if word in NEGATIVE and (token.head == head or i == head):
            return True
    return False


def _reaches(tokens: Sequence[Token], i: int, head: int) -> bool:
    """Whether token `i` is the clause's head or belongs to its chain of verbs and arguments."""
    for _ in range(4):
        if i == head:
            return True
        if tokens[i].dep not in {
            "aux",
            "auxpass",
            "xcomp",
            "acomp",
            "nsubj",
            "nsubjpass",
            "dobj",
            "attr",
            "prep",
        }:
            return False
        i = tokens[i].head
    return False


def status_of(parse: Parse, members: Set[int], head: int, statement: Statement | None) -> Status:
    """How the clause is asserted, by its own words first and by its statement's act after them."""
    tokens = parse.tokens
    if statement is not None and statement.act == "deny" and not _no_longer(parse, statement):
        return "denied"
    verbal = tokens[head].pos in {"VERB", "AUX"} and head in members
    own = [i for i in sorted(members) if tokens[i].head == head or i == head]
    words = {parse.words[i] for i in own if tokens[i].dep in {"aux", "mark", "advmod", "ROOT"}}
    indirect = statement is not None and statement.kind != "direct"
    if (words & CONDITIONS and "even" not in words) or (statement is not None and statement.act == "ask"):
        return "hypothetical"
    if inverted(parse, head):
        return "hypothetical"
    if words & MODALS_OF_PLANS or ("would" in words and indirect):
        return "planned"
    if words & MODALS_OF_POSSIBILITY:
        return "hypothetical"
    if verbal:
        lemma = parse.lemmas[head]
        infinitive = any(tokens[i].dep in {"xcomp", "ccomp"} and tokens[i].head == head for i in members)
        passive = any(
            tokens[i].dep in {"auxpass", "aux"} or tokens[i].lemma == "be" for i in own if i != head
        )
        if infinitive and passive and lemma in PLANNING_PARTICIPLES:
            return "planned"
        if infinitive and passive and lemma in HEDGING_PARTICIPLES:
            return "alleged"
        if infinitive and lemma in PLANNING_VERBS:
            return "planned"
        if lemma == "go" and infinitive and tokens[head].tag == "VBG":
            return "planned"
        if lemma == "be" and _followed_by_to(tokens, head, members):
            return "planned"
    if statement is not None and (unasserted := _by_act(tokens, members, head, statement)) is not None:
        return unasserted
    said = {parse.words[i] for i in members}
    if not said.isdisjoint(HEDGING_ADVERBS):
        return "alleged"
    for i in members if not said.isdisjoint(HEDGING_ADJECTIVES) else ():
        noun = tokens[i].head
        what_is_told = not verbal or (
            tokens[noun].dep in {"nsubj", "nsubjpass"} and tokens[noun].head == head
        )
        if parse.words[i] in HEDGING_ADJECTIVES and tokens[i].dep == "amod" and what_is_told:
            return "alleged"
    if statement is not None and (statement.act == "accuse" or statement.hedged):
        return "alleged"
    return "asserted"


def _no_longer(parse: Parse, statement: Statement) -> bool:
    """Whether a statement tells of a denial that is given up: "no longer denies that"."""
    for extent in statement.cue:
        first, last = (bisect_left(parse.starts, at) for at in extent)
        for i in range(first, last):
            if any(parse.words[c] == "longer" and parse.words[c - 1] == "no" for c in parse.children[i]):
                return True
    return False


def inverted(parse: Parse, head: int) -> bool:
    """Whether a clause is a condition by the order of its words alone: "had the army come, it would …"."""
    tokens, below = parse.tokens, parse.children[head]
    if tokens[head].dep not in {"advcl", "ccomp", "csubj", "parataxis"}:
        return False
    verbs = [c for c in below if tokens[c].dep in {"aux", "auxpass"}] or [head]
    subjects = [c for c in below if tokens[c].dep in {"nsubj", "nsubjpass", "expl"}]
    if not subjects or parse.words[verbs[0]] not in INVERTING or verbs[0] > subjects[0]:
        return False
    return verbs[0] == min(*below, head)


def _by_act(tokens: Sequence[Token], members: Set[int], head: int, statement: Statement) -> Status | None:
    """What becomes of a clause of a statement that does not put its content forward; None where it does.

    Quoted speech asserts by its own words whatever is done with it ("“They burned the mill,” she
    protested"). What is condemned or praised is taken for granted, save where it is a proposal; what is
    backed, opposed or asked for is left open, and so is what was not said.
    """
    act = statement.act
    if puts_forward(act) or act == "deny":
        return None
    told = tokens[head].tag in {"VBD", "VBZ", "VBP"} and _has_subject(tokens, members, head)
    if statement.kind == "direct" and told and act != "other":
        return None
    if act in {"promise", "order"} or (act == "other" and _intended(tokens, statement)):
        return "planned"
    if act in {"condemn", "praise"}:
        proposed = tokens[head].lemma.lower() in PROPOSALS or _infinitive(tokens, members, head)
        return "hypothetical" if proposed else "condemned" if act == "condemn" else None
    return "hypothetical"


def _has_subject(tokens: Sequence[Token], members: Set[int], head: int) -> bool:
    return any(tokens[i].head == head and tokens[i].dep in {"nsubj", "nsubjpass", "expl"} for i in members)


def _infinitive(tokens: Sequence[Token], members: Set[int], head: int) -> bool:
    """Whether a clause is headed by a verb with "to"."""
    return tokens[head].pos in {"VERB", "AUX"} and any(
        tokens[i].head == head and tokens[i].tag == "TO" for i in members
    )


def _intended(tokens: Sequence[Token], statement: Statement) -> bool:
    """Whether a cue tells of an intention ("seeks to"), rather than of what was not said."""
    words: set[str] = set()
    for extent in statement.cue:
        first, last = (bisect_left(tokens, at, key=lambda token: token.start) for at in extent)
        words |= {token.lemma.lower() for token in tokens[first:last]}
    return bool(words & INTENTIONS) and not words & NOT


def _followed_by_to(tokens: Sequence[Token], head: int, members: Set[int]) -> bool:
    """Whether "be" is followed by "to" and a verb ("is to leave")."""
    after = [i for i in sorted(members) if i > head][:2]
    return len(after) == 2 and tokens[after[0]].text.lower() == "to" and tokens[after[1]].pos == "VERB"
