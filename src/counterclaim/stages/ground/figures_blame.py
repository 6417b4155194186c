"""Whom a figure is blamed on, in the words of its sentence."""

from collections.abc import Sequence

from counterclaim.records import Extent, Mention, Statement
from counterclaim.stages.ground.figures_counting import Counted
from counterclaim.stages.ground.figures_sentence import Sentence
from counterclaim.values.figures import FigureWords, FoundNumber

LONGEST_CHAIN = 6
HANGING = frozenset({"conj", "xcomp", "advcl", "acl", "relcl", "oprd", "ccomp"})
AGENTS = frozenset({"ORG", "NORP", "GPE", "PERSON"})


def blamed_at(
    sentence: Sentence,
    number: FoundNumber,
    counted: Counted,
    statement: Statement | None,
    mentions: Sequence[Mention],
    *,
    words: FigureWords,
) -> Extent | None:
    """Those blamed: the agent of the verb or of the attack, else the target of an accusation."""
    if counted.name not in words.harms:
        return None
    near = [m for m in mentions if sentence.start <= m.start < sentence.end]
    found = _agent(sentence, number, counted, near, words)
    if found is not None:
        return found
    for i in sentence.inside(sentence.start, number.start):
        if sentence.lemma(i) in words.blaming:
            for c in sentence.has(i, "dobj", "nsubjpass"):
                return _actor(sentence, c, near, number, words)
    return statement.target_at if statement is not None and statement.act == "accuse" else None


def _agent(
    sentence: Sentence, number: FoundNumber, counted: Counted, near: Sequence[Mention], words: FigureWords
) -> Extent | None:
    """Who did it: "killed by rebels", "rebels killed", "killed in rebel fire"."""
    if counted.trigger is None:
        return None
    trigger = counted.trigger
    for verb in _chain(sentence, trigger, words):
        for by in sentence.has(verb, "agent", "prep"):
            for c in _objects(sentence, by):
                if sentence.lower(by) == "by":
                    return _actor(sentence, c, near, number, words) or _attacker(
                        sentence, c, near, number, words
                    )
                found = _attacker(sentence, c, near, number, words)
                if found is not None:
                    return found
        if sentence.tokens[verb].pos in {"NOUN", "PROPN"} and verb != trigger:
            found = _attacker(sentence, verb, near, number, words)
            if found is not None:
                return found
        if _active(sentence, verb, trigger, words):
            for c in sentence.has(verb, "nsubj"):
                found = _attacker(sentence, c, near, number, words) or _actor(
                    sentence, c, near, number, words
                )
                if found is not None:
                    return found
    return None


def _chain(sentence: Sentence, trigger: int, words: FigureWords) -> list[int]:
    """The trigger, the verbs joined to it, and what it hangs on as far as the same agent may be meant."""
    chain = [trigger, *(c for c in sentence.has(trigger, "conj") if sentence.tokens[c].pos == "VERB")]
    at = trigger
    while len(chain) < LONGEST_CHAIN and sentence.tokens[at].dep in HANGING:
        dep = sentence.tokens[at].dep
        if dep != "relcl" and sentence.has(at, "nsubj", "nsubjpass"):
            break
        at = sentence.head(at)
        if dep in {"ccomp", "acl"} and sentence.lemma(at) not in words.leaving | words.attacks:
            break
        chain.append(at)
    return chain


def _active(sentence: Sentence, verb: int, trigger: int, words: FigureWords) -> bool:
    """Whether the subject of a verb is its agent: of the trigger, of "left", or of what did it in passing."""
    token = sentence.tokens[verb]
    if token.pos != "VERB" or sentence.has(verb, "auxpass", "nsubjpass"):
        return False
    name = words.verb_class.get(sentence.lemma(verb))
    if name is not None and name in words.harms:
        return sentence.lemma(verb) not in words.intransitives
    return sentence.lemma(verb) == "leave" or _in_passing(sentence, trigger)


def _in_passing(sentence: Sentence, trigger: int) -> bool:
    """Whether the trigger shares the subject of the verb before it: "fired, killing ten"."""
    if sentence.has(trigger, "nsubj", "nsubjpass") or not sentence.has(trigger, "dobj"):
        return False
    return sentence.tokens[trigger].tag == "VBG" or sentence.tokens[trigger].dep == "conj"


def _objects(sentence: Sentence, prep: int) -> list[int]:
    """The nouns that a preposition governs, through a second one ("due to", "because of")."""
    through = [c for p in sentence.has(prep, "prep", "pcomp") for c in sentence.has(p, "pobj")]
    return sentence.has(prep, "pobj") + through


def _attacker(
    sentence: Sentence, noun: int, near: Sequence[Mention], number: FoundNumber, words: FigureWords
) -> Extent | None:
    """Whose attack it is: "rebel fire", "the army's raids", "a strike by the coalition"."""
    if sentence.lemma(noun) not in words.attacks:
        return None
    for c in sentence.has(noun, "poss", "compound", "amod", "nmod"):
        token = sentence.tokens[c]
        if sentence.lower(c) in words.doubting:
            continue
        named = sentence.lower(c) in words.people | words.attackers and token.pos in {"NOUN", "PROPN", "ADJ"}
        noun_of_people = named and sentence.lower(c) not in words.adjective_class
        mentioned = any(m.head[0] <= token.start < m.head[1] and m.end <= token.end for m in near)
        if noun_of_people or mentioned or token.entity in AGENTS or token.dep == "poss":
            return _actor(sentence, c, near, number, words)
    for by in sentence.has(noun, "prep", "agent"):
        for c in sentence.has(by, "pobj"):
            if sentence.lower(by) == "by":
                return _actor(sentence, c, near, number, words)
            found = _attacker(sentence, c, near, number, words)
            if found is not None:
                return found
    return None


def _actor(
    sentence: Sentence, i: int, near: Sequence[Mention], number: FoundNumber, words: FigureWords
) -> Extent | None:
    """The mention that token `i` heads or stands in; None where it is the counted themselves or a thing."""
    token = sentence.tokens[i]
    if token.pos == "PRON" and token.text.lower() in {"it", "which", "that", "this", "what", "who", "there"}:
        return None
    holding = [m for m in near if m.head[0] <= token.start < m.head[1]]
    holding = holding or [m for m in near if m.start <= token.start < m.end]
    if holding:
        best = min(holding, key=lambda m: (m.end - m.start, m.start))
        extent = (best.start, best.end)
    elif token.entity in AGENTS or token.dep in {"poss", "compound", "amod"}:
        left = min([i, *(c for c in sentence.has(i, "det", "amod", "compound", "nmod") if c < i)])
        extent = (sentence.tokens[left].start, token.end)
    else:
        return None
    counted = any(
        sentence.tokens[k].pos == "NUM" or sentence.lower(k) in words.vague for k in sentence.inside(*extent)
    )
    return None if counted or (extent[0] < number.end and number.start < extent[1]) else extent
