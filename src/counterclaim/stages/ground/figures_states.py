"""What befell those who are told to be in a state: "are in critical condition", "under the rubble"."""

from counterclaim.stages.ground.figures_sentence import Sentence
from counterclaim.values.figures import FigureWords


def class_of_state(sentence: Sentence, verb: int, dep: str, words: FigureWords) -> tuple[str, int] | None:
    """The class of those who bear `dep` to a verb of being or of having, and the token that says so."""
    lemma = sentence.lemma(verb)
    if lemma in words.having and dep == "nsubj" and not sentence.has(verb, "neg"):
        for had in sentence.has(verb, "dobj"):
            if words.noun_class.get(sentence.lemma(had)) == "injured" and not sentence.has(had, "det", "neg"):
                return "injured", had
    if lemma in words.driving and dep in {"nsubjpass", "dobj"}:
        for link in sentence.has(verb, "prep", "prt"):
            if sentence.lower(link) in {"from", "out"}:
                return "displaced", link
    if lemma not in words.staying or (dep == "nsubj" and sentence.has(verb, "dobj")):
        return None
    return state_beside(sentence, verb, words)


def state_beside(sentence: Sentence, above: int, words: FigureWords) -> tuple[str, int] | None:
    """The class of the state that hangs from a verb or from those in it: "nine on life support"."""
    for link in sentence.has(above, "prep"):
        for place in sentence.has(link, "pobj"):
            name = _state(sentence, link, place, words)
            if name is not None:
                return name, place
    return None


def _state(sentence: Sentence, link: int, place: int, words: FigureWords) -> str | None:
    """The class of the state that a preposition and its noun name."""
    told = {sentence.lower(c) for c in sentence.has(place, "amod", "compound")}
    for state in words.states:
        named = sentence.lower(place) in state.nouns and sentence.lower(link) in state.prepositions
        if named and (not state.modifiers or told & state.modifiers):
            return state.name
    return None
