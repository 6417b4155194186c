"""The class that a sentence gives to a number: killed, injured, evacuated and so on."""

from collections.abc import Sequence

from counterclaim.stages.ground.figures_sentence import OBJECTS, Sentence
from counterclaim.stages.ground.figures_states import class_of_state, state_beside
from counterclaim.values.figures import FigureWords, FoundNumber

STATES = frozenset({
    "oprd", "acomp", "attr", "amod", "acl", "advcl", "xcomp", "ccomp", "relcl", "appos", "dep",
})  # fmt: skip
FARTHEST = 16
"""Tokens after a number within which words alone may say what befell those counted."""

OWN = frozenset({"his", "her", "their", "its"})
GRAVEST = frozenset({"killed", "injured", "killed or injured", "executed"})
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
AROUND = frozenset({"below", "under", "over", "above", "about", "around"})
NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "ADJ"})


def class_by_syntax(
    sentence: Sentence, at: int, noun: int | None, words: FigureWords
) -> tuple[str, int] | None:
    """Class and the token that says so, by the syntax around a number and the noun that it counts."""
    start = at if noun is None else noun
    own = _own_class(sentence, start, words)
    if own is not None and own[0] in GRAVEST:
        return own
    for origin in dict.fromkeys((start, at)):
        if sentence.tokens[origin].dep in OBJECTS:
            direct = _governed(sentence, origin, words)
            if direct is not None and direct[0] in GRAVEST:
                return direct
    if own is not None:
        return own
    beside = state_beside(sentence, start, words)
    if beside is not None:
        return beside
    for origin in dict.fromkeys((start, at)):
        found = _climb(sentence, origin, words)
        if found is not None:
            return found
    called = words.noun_class.get(sentence.lemma(start))
    return (called, start) if called is not None else None


def killed_since(sentence: Sentence, at: int, noun: int, words: FigureWords) -> int | None:
    """The verb by which some of the hurt died: "three of the injured died". They are a part of the toll."""
    if noun <= at or sentence.tokens[at].dep not in {"nsubj", "nsubjpass"}:
        return None
    hurt = words.adjective_class.get(sentence.lower(noun)) or words.noun_class.get(sentence.lemma(noun))
    verb = sentence.head(at)
    if hurt != "injured" or sentence.has(verb, "neg"):
        return None
    return verb if _verb_on(sentence, verb, sentence.tokens[at].dep, words) == "killed" else None


def deed_class(sentence: Sentence, noun: int, words: FigureWords) -> str | None:
    """What a deed named by a noun does to whom it befalls: a murder kills, a shooting does either."""
    lemma = sentence.lemma(noun)
    if lemma in words.hits:
        fatal = any(sentence.lower(c) in {"fatal", "deadly"} for c in sentence.has(noun, "amod"))
        return "killed" if fatal else "killed or injured"
    name = words.noun_class.get(lemma)
    return name if name in GRAVEST and lemma not in words.people else None


def _climb(sentence: Sentence, origin: int, words: FigureWords) -> tuple[str, int] | None:
    """The class that a governor gives to a noun or number, looked for through coordination and apposition."""
    i = origin
    for _ in range(6):
        found = _governed(sentence, i, words)
        if found is not None:
            return found
        dep = sentence.tokens[i].dep
        above = sentence.head(i)
        ages = dep == "compound" and sentence.lemma(above) == "age"  # "three boys ages 8, 9 and 12"
        joined = dep in {"conj", "appos", "nummod", "dep"} or ages
        others = dep == "conj" and sentence.tokens[above].pos == "PRON"  # "he and four others"
        if others or (joined and sentence.tokens[above].pos in NOMINAL):
            i = sentence.head(i)
            continue
        break
    return None


def _own_class(sentence: Sentence, noun: int, words: FigureWords) -> tuple[str, int] | None:
    """The class that a noun or its modifiers say: "deaths", "injured people", "civilians killed"."""
    lemma = sentence.lemma(noun)
    if lemma == "life":
        above = noun
        for _ in range(4):
            above = sentence.head(above)
            if sentence.lemma(above) in words.life_taking:
                return "killed", noun
        return None
    modifiers = sorted(sentence.has(noun, "amod", "acl", "relcl", "appos", "compound", "acomp"))
    for c in modifiers:
        word, dep = sentence.lower(c), sentence.tokens[c].dep
        if sentence.tokens[c].pos == "VERB" or dep in {"acl", "relcl"}:
            found = _verb_on(sentence, c, "nsubj" if dep == "relcl" else "", words)
            if found is not None and not (dep == "relcl" and found == "living there"):
                return found, c
            for state in sentence.has(c, "oprd", "acomp"):  # "two people found dead"
                if dep == "acl" and sentence.lower(state) in words.adjective_class:
                    return words.adjective_class[sentence.lower(state)], state
        if word in words.adjective_class and dep not in {"compound"}:
            return words.adjective_class[word], c
    for key in (lemma, sentence.lower(noun)):
        if key in words.noun_class and (key not in words.people or words.noun_class[key] in GRAVEST):
            return words.noun_class[key], noun
    if sentence.lower(noun) in words.adjective_class:
        return words.adjective_class[sentence.lower(noun)], noun
    if lemma in words.people:
        wounds = _with_wounds(sentence, noun, words)
        if wounds is not None:
            return "injured", wounds
    return None


def _verb_on(sentence: Sentence, verb: int, dep: str, words: FigureWords) -> str | None:
    """The class that a verb gives to the noun it modifies or governs by `dep`; None in an agent's role."""
    lemma = sentence.lemma(verb)
    if dep == "nsubj" and {sentence.lower(c) for c in sentence.has(verb, "dobj")} & REFLEXIVE:
        dep = "dobj"
    if lemma in words.hitting:
        return harm_of_hit(sentence, verb, words) if _is_hit(sentence, verb, dep) else None
    name = words.verb_class.get(lemma)
    if name is None:
        to_care = lemma in words.bringing and _to_care(sentence, verb, words)
        return "injured" if to_care and (dep in OBJECTS or dep == "") else None
    if name not in GRAVEST and lemma in words.bringing and _to_care(sentence, verb, words):
        name = "injured"
    intransitive = lemma in words.intransitives
    if dep in OBJECTS or (dep == "" and sentence.tokens[verb].tag in {"VBN", "VBD"}):
        return None if intransitive and dep == "dobj" else _together(sentence, verb, name, words)
    if intransitive:
        return name if dep in {"", "nsubj"} else None
    if dep == "nsubj" and sentence.passive(verb):
        return _together(sentence, verb, name, words)
    return None


def _is_hit(sentence: Sentence, verb: int, dep: str) -> bool:
    """Whether a verb of hitting befalls what bears `dep` to it: "two were shot", "two men shot in Lund"."""
    if dep in OBJECTS:
        return True
    token = sentence.tokens[verb]
    if dep == "":
        return token.tag in {"VBN", "VBD"} and not sentence.has(verb, "dobj", "nsubj")
    if dep != "nsubj" or sentence.has(verb, "dobj", "obj", "ccomp", "prt", "xcomp"):
        return False
    if any(sentence.has(c, "dobj") and not sentence.has(c, "nsubj") for c in sentence.has(verb, "conj")):
        return False  # "shot and killed two men": who did both is not whom it befell
    at = {sentence.lower(c) for c in sentence.has(verb, "prep", "advmod")}
    return bool(sentence.has(verb, "auxpass")) or (
        token.tag in {"VBN", "VBD"} and not at & {"at", "back", "into", "on", "down", "out"}
    )


def harm_of_hit(sentence: Sentence, verb: int, words: FigureWords) -> str:
    """What a hit did: "shot dead" and "fatally shot" killed, "shot and wounded" injured; else either."""
    for c in sentence.has(verb, "conj"):
        name = words.verb_class.get(sentence.lemma(c))
        if name in {"killed", "injured"}:
            return name
    hanging = sentence.has(verb, "advmod", "oprd", "acomp", "xcomp", "prep", "advcl", "amod", "dep")
    for c in hanging:
        counted = sentence.has(c, "nummod", "nsubj", "det")
        said = words.adjective_class.get(sentence.lower(c)) == "killed" or sentence.lower(c) in words.deadly
        if said and not counted:
            return "killed"
        if any(words.noun_class.get(sentence.lemma(o)) == "killed" for o in sentence.has(c, "pobj")):
            return "killed"
    return "killed or injured"


def _to_care(sentence: Sentence, verb: int, words: FigureWords) -> bool:
    """Whether someone is brought to a hospital: then they are hurt, unless more is said."""
    for to in sentence.has(verb, "prep"):
        if sentence.lower(to) in {"to", "in", "into"}:
            for c in sentence.has(to, "pobj"):
                if sentence.lemma(c) in words.care or any(
                    sentence.lower(k) in words.care for k in sentence.has(c, "compound")
                ):
                    return True
    return False


def _with_wounds(sentence: Sentence, noun: int, words: FigureWords) -> int | None:
    """The wounds that someone is said to have: "two men with burns", "treated for injuries"."""
    for c in sentence.has(noun, "prep"):
        if sentence.lower(c) in {"with", "for", "from", "of"}:
            for o in sentence.has(c, "pobj"):
                if words.noun_class.get(sentence.lemma(o)) == "injured":
                    return o
    return None


def _together(sentence: Sentence, verb: int, name: str, words: FigureWords) -> str:
    """Both classes as one where the verbs are joined: "killed and wounded dozens"."""
    joined = [c for c in sentence.has(verb, "conj") if abs(c - verb) == 2]
    if sentence.tokens[verb].dep == "conj" and verb - sentence.head(verb) == 2:
        joined.append(sentence.head(verb))
    names = {words.verb_class.get(sentence.lemma(c)) for c in joined} | {name}
    return "killed or injured" if {"killed", "injured"} <= names else name


def _governed(sentence: Sentence, i: int, words: FigureWords) -> tuple[str, int] | None:
    """The class that what governs a noun or a bare number gives to it."""
    dep, head = sentence.tokens[i].dep, sentence.head(i)
    if head == i:
        return None
    if dep == "pobj" and sentence.lower(head) in AROUND and i - head <= 2 and sentence.head(head) != head:
        i, dep, head = head, "attr", sentence.head(head)
    if dep == "pobj":
        return _through_preposition(sentence, head, words)
    if (
        dep == "nsubj"
        and sentence.lower(head) in words.adjective_class
        and (sentence.tokens[head].pos != "VERB" or _missing(sentence, head))
    ):
        return words.adjective_class[sentence.lower(head)], head
    if sentence.tokens[head].pos not in {"VERB", "AUX"} and dep not in OBJECTS | {"nsubj"}:
        if sentence.lemma(head) in words.noun_class and dep in {"appos", "nummod", "npadvmod"}:
            return words.noun_class[sentence.lemma(head)], head
        return None
    if "shield" in {sentence.lemma(c) for c in sentence.below(head)} and sentence.lemma(head) in {
        "keep",
        "hold",
        "use",
        "take",
    }:
        return "held as human shields", head
    if dep == "nsubj" and _loses_life(sentence, head, words):
        return "killed", head
    found = _verb_on(sentence, head, dep, words)
    if found == "treated":
        wounds = _with_wounds(sentence, head, words)
        # those treated may be some of the wounded; those treated for gunshot wounds are those who were hit
        if wounds is not None and any(
            sentence.lower(c) in words.weapons for c in sentence.has(wounds, "compound")
        ):
            found = "injured"
    if found is not None:
        return found, head
    state = class_of_state(sentence, head, dep, words)
    if state is not None:
        return state
    if sentence.lemma(head) in words.reaching:
        for c in sentence.has(head, "nsubj", "nsubjpass", "dobj", "attr"):
            if c != i:
                toll = toll_class(sentence, c, words)
                if toll is not None:
                    return toll, c
    if sentence.lemma(head) == "be" and dep == "nsubj":
        for c in (o for among in sentence.has(head, "prep") for o in sentence.has(among, "pobj")):
            name = words.noun_class.get(sentence.lemma(c)) or words.adjective_class.get(sentence.lower(c))
            if name is not None and sentence.lower(sentence.head(c)) in {"among", "amongst"}:
                return name, c
    for c in sentence.has(head, *STATES):
        if dep == "nsubj" and sentence.tokens[c].dep == "ccomp" and sentence.has(c, "nsubj", "nsubjpass"):
            continue  # "an officer said two men were shot"
        if c != i and sentence.lower(c) in words.adjective_class:
            return words.adjective_class[sentence.lower(c)], c
        if (
            c > i
            and sentence.tokens[c].tag in {"VBN", "VBG"}
            and sentence.tokens[c].dep in {"oprd", "xcomp", "ccomp", "acl"}
        ):
            name = words.verb_class.get(sentence.lemma(c))
            if name is not None:
                return name, c
    return None


def _loses_life(sentence: Sentence, verb: int, words: FigureWords) -> bool:
    """Whether the subject of a verb dies by it: "lost their lives"."""
    lost = sentence.lemma(verb) in words.life_losing
    own = (c for c in sentence.has(verb, "dobj") if sentence.lemma(c) == "life") if lost else ()
    return any(sentence.lower(p) in OWN for c in own for p in sentence.has(c, "poss"))


def _missing(sentence: Sentence, verb: int) -> bool:
    """Whether a verb is the state of its subject: "nine are still missing", where no object is missed."""
    return sentence.tokens[verb].tag == "VBG" and not sentence.has(verb, "dobj", "ccomp", "xcomp")


def toll_class(sentence: Sentence, noun: int, words: FigureWords) -> str | None:
    """The class of a toll or count: "the death toll", "the number of Christians", "of wounded"."""
    lemma = sentence.lemma(noun)
    if lemma in {"toll", "count", "tally"}:
        near = {sentence.lemma(c) for c in sentence.below(noun)}
        if near & {"injury", "wounded", "injured"}:
            return "injured"
        return "casualties" if "casualty" in near else "killed"
    if lemma in {"number", "total"}:
        for c in sentence.below(noun):
            name = words.adjective_class.get(sentence.lower(c)) or words.noun_class.get(sentence.lemma(c))
            if c != noun and name is not None:
                return name
            name = words.verb_class.get(sentence.lemma(c))
            if name is not None and sentence.tokens[c].pos == "VERB":
                return name
            if sentence.lemma(c) in {"victim", "casualty"}:
                return "killed" if sentence.lemma(c) == "victim" else "casualties"
        return "population"
    return words.noun_class.get(lemma)


def _through_preposition(sentence: Sentence, prep: int, words: FigureWords) -> tuple[str, int] | None:
    """The class across a preposition: "the execution of 82", "a toll of 58", "risen to 126"."""
    word, above = sentence.lower(prep), sentence.head(prep)
    if sentence.tokens[above].pos in {"NOUN", "PROPN"}:
        if word in {"of", "at", "to", "for", "on"}:
            if sentence.lemma(above) == "life" and sentence.lemma(sentence.head(above)) in words.life_taking:
                return "killed", above
            if word in {"of", "on"} and sentence.lemma(above) in words.hits:
                deadly = any(sentence.lower(c) in {"fatal", "deadly"} for c in sentence.has(above, "amod"))
                return ("killed" if deadly else "killed or injured"), above
            if word == "of" and sentence.lemma(above) in words.collectives and above != sentence.head(above):
                return _governed(sentence, above, words)
            name = toll_class(sentence, above, words)
            return (name, above) if name is not None else None
        return None
    if word in {"on", "to", "among", "upon"}:
        for c in sentence.has(above, "dobj"):
            name = words.noun_class.get(sentence.lemma(c))
            if name in GRAVEST:
                return name, c
    if word in {"at", "to", "by", "from"} and sentence.lemma(above) in words.reaching:
        for c in sentence.has(above, "nsubj", "nsubjpass", "dobj"):
            name = toll_class(sentence, c, words)
            if name is not None:
                return name, c
    return None


def class_by_words(
    sentence: Sentence, number: FoundNumber, numbers: Sequence[FoundNumber], words: FigureWords
) -> tuple[str, int] | None:
    """Class by the words directly after or before a number, for text whose syntax went wrong."""
    inside = sentence.inside(number.start, number.end)
    starts = {i for n in numbers if n is not number for i in sentence.inside(n.start, n.end)}
    listing = False
    for i in range(inside[-1] + 1, min(inside[-1] + FARTHEST, sentence.last)):
        word = sentence.lower(i)
        listing = listing or word in words.including - {"of", "with"}
        if i in starts and listing:
            continue
        if i in starts or (i > inside[-1] + 8 and not listing):
            break
        acting = (
            sentence.tokens[i].pos == "VERB" and sentence.has(i, "dobj") and not sentence.has(i, "auxpass")
        )
        if acting and i > inside[-1] + 1:
            break
        if word in words.adjective_class:
            return words.adjective_class[word], i
        if (
            word not in words.passable
            and not (listing and sentence.tokens[i].pos in {"PUNCT", "NUM", "CCONJ", "NOUN"})
            and sentence.lemma(i) not in words.people
            and sentence.tokens[i].pos != "ADJ"
        ):
            break
    for i in range(inside[0] - 1, max(inside[0] - 4, sentence.first - 1), -1):
        name = words.verb_class.get(sentence.lemma(i))
        if name in {"killed", "injured"} and sentence.tokens[i].pos == "VERB":
            return name, i
        if sentence.lower(i) not in {"the", "a", "another", "of", "as", "many"}:
            break
    return None
