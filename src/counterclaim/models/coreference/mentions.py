"""What is known of each candidate mention by itself: its kind, number, gender, role, words, surroundings."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.models.coreference.candidates import Candidate
from counterclaim.models.coreference.words import CoreferenceWords
from counterclaim.records import Article, Extent, Token
from counterclaim.stages.attribute.quotes import quote_at
from counterclaim.stages.attribute.tree import Tree

PRONOUN_CLASS = {
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), 1),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves", "'s", "’s"), 2),
    **dict.fromkeys(("you", "your", "yours", "yourself", "yourselves", "ya", "y'all"), 3),
    **dict.fromkeys(("he", "him", "his", "himself"), 4),
    **dict.fromkeys(("she", "her", "hers", "herself"), 5),
    **dict.fromkeys(("it", "its", "itself"), 6),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves", "'em", "themself"), 7),
    **dict.fromkeys(("this", "that"), 8),
    **dict.fromkeys(("these", "those"), 9),
    "one": 10,
}
"""Which pronoun: person and number; 0 is none."""

KINDS = (
    "name",
    "definite",
    "indefinite",
    "owned",
    "demonstrative",
    "bare",
    "pronoun",
    "counted",
)
DEPS = (
    "nsubj", "nsubjpass", "dobj", "pobj", "poss", "attr", "appos", "conj", "compound", "nmod", "npadvmod",
    "ROOT", "dative", "amod", "oprd", "dep",
)  # fmt: skip
ENTITIES = (
    "", "PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "DATE", "LAW",
    "LANGUAGE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY",
)  # fmt: skip
DEP_NUMBERS = {dep: number for number, dep in enumerate(DEPS)}
ENTITY_NUMBERS = {entity: number for number, entity in enumerate(ENTITIES)}
UNKNOWN, SINGULAR, PLURAL = 0, 1, 2
PERSONS = ENTITY_NUMBERS["PERSON"]
MALE, FEMALE, THING, PERSON = 1, 2, 3, 4
"""Genders; 0 is unknown, PERSON one whose gender is unknown."""

THINGS = frozenset(
    {
        "ORG",
        "GPE",
        "FAC",
        "LOC",
        "PRODUCT",
        "EVENT",
        "WORK_OF_ART",
        "DATE",
        "LAW",
        "LANGUAGE",
    }
)
SMALL = frozenset(
    {
        "the",
        "a",
        "an",
        "'s",
        "’s",
        "of",
        "this",
        "that",
        "these",
        "those",
        "and",
        "in",
        "for",
    }
)
CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "VERB"})
DEMONSTRATIVES = frozenset({"this", "that", "these", "those", "such"})
DEFINITE = frozenset({"the", "both"})
INDEFINITE = frozenset({"a", "an", "some", "any", "every", "each", "no", "another", "several", "many", "few"})


@dataclass(slots=True, kw_only=True)
class Known:
    """A candidate and what is known of it. Positions are token numbers; strings are in lower case."""

    at: Candidate
    sentence: int
    kind: int
    pronoun: int
    possessive: bool
    reflexive: bool
    number: int
    gender: int
    entity: int
    dep: int
    subject: bool
    owner: int
    quote: int
    part: int
    lemma: str
    string: str
    words: frozenset[str]
    before: frozenset[str]
    governor: int
    speaks: bool
    nested: bool
    relative: bool
    length: int
    proper: bool
    acronym: str
    initials: str


def know(
    article: Article,
    tree: Tree,
    candidates: list[Candidate],
    *,
    words: CoreferenceWords,
    quotes: tuple[Extent, ...],
) -> list[Known]:
    """Read what is known of each candidate."""
    starts = [part.start for part in article.parts]
    numbers = {quote: number for number, quote in enumerate(quotes, 1)}
    telling = [
        (words if token.pos == "PROPN" else lemmas) if token.pos in CONTENT else ""
        for token, words, lemmas in zip(tree.tokens, tree.words, tree.lemmas, strict=True)
    ]
    found = []
    part = 0
    for one in candidates:
        start = tree.tokens[one.head].start
        while part + 1 < len(starts) and starts[part + 1] <= start:
            part += 1
        held = quote_at(quotes, start)
        found.append(_known(tree, one, words, telling, numbers[held] if held else 0, part))
    _share_genders(found)
    return found


def _share_genders(found: Sequence[Known]) -> None:
    """Give a name the gender that the article gives to all others with its last word, where it shows none."""
    genders = defaultdict[str, set[int]](set)
    for one in found:
        if one.entity == PERSONS and one.gender in (MALE, FEMALE):
            genders[one.lemma].add(one.gender)
    for one in found:
        if one.proper and one.gender in (UNKNOWN, PERSON) and len(genders.get(one.lemma, ())) == 1:
            (one.gender,) = genders[one.lemma]


def _known(
    tree: Tree, one: Candidate, words: CoreferenceWords, telling: Sequence[str], quote: int, part: int
) -> Known:
    first, last, head = one
    tokens, token, low = tree.tokens, tree.tokens[head], tree.words[head]
    pronoun = PRONOUN_CLASS.get(low, 0) if first == last and token.pos in ("PRON", "DET") else 0
    texts = tree.words[first : last + 1]
    core = tokens[first : head + 1]
    proper = token.pos == "PROPN"
    governor = token.head
    subject = token.dep in ("nsubj", "nsubjpass")
    capitals = [t.text for t in tokens[first : last + 1] if t.text[:1].isupper()] if first < last else ()
    return Known(
        at=one,
        sentence=tree.sentence_of[head],
        kind=_kind(core, tree.words[first], token, pronoun),
        pronoun=pronoun,
        possessive=token.tag == "PRP$",
        reflexive=low.endswith(("self", "selves")),
        number=_number(tree, one, token, pronoun, words),
        gender=_gender(tree, one, token, pronoun, words),
        entity=ENTITY_NUMBERS.get(token.entity, 0),
        dep=DEP_NUMBERS.get(token.dep, len(DEPS) - 1),
        subject=subject,
        owner=-1 if pronoun else next((k for k in tree.children[head] if tokens[k].dep == "poss"), -1),
        quote=quote,
        part=part,
        lemma=low if proper or pronoun else tree.lemmas[head],
        string=" ".join([w for w in texts if w not in SMALL] or texts),
        words=frozenset(filter(None, telling[first : last + 1])),
        before=frozenset(filter(None, telling[first:head])),
        governor=governor,
        speaks=subject and tree.lemmas[governor] in words.saying,
        nested=token.dep in ("compound", "nmod", "amod"),
        relative=bool([k for k in tree.kids(head, "relcl", "acl") if k <= last]),
        length=last - first + 1,
        proper=proper,
        acronym=token.text.replace(".", "") if token.text.isupper() and len(token.text) > 1 else "",
        initials="".join(c[0] for c in capitals if c.lower() not in SMALL) if len(capitals) > 1 else "",
    )


def _kind(core: Sequence[Token], first: str, token: Token, pronoun: int) -> int:
    if pronoun or token.pos == "PRON":
        return KINDS.index("pronoun")
    tags = [t.tag for t in core]
    if "PRP$" in tags or "POS" in tags:
        return KINDS.index("name" if token.entity and token.pos == "PROPN" else "owned")
    if first in DEMONSTRATIVES:
        return KINDS.index("demonstrative")
    if token.pos == "PROPN":
        return KINDS.index("name")
    if first in DEFINITE:
        return KINDS.index("definite")
    if first in INDEFINITE:
        return KINDS.index("indefinite")
    return KINDS.index("counted" if "CD" in tags else "bare")


def _number(tree: Tree, one: Candidate, token: Token, pronoun: int, words: CoreferenceWords) -> int:
    if pronoun:
        return (
            UNKNOWN,
            SINGULAR,
            PLURAL,
            UNKNOWN,
            SINGULAR,
            SINGULAR,
            SINGULAR,
            PLURAL,
            SINGULAR,
            PLURAL,
            1,
        )[pronoun]
    if token.tag in ("NNS", "NNPS"):
        return PLURAL
    if [k for k in tree.kids(one.head, "conj") if k <= one.last]:
        return PLURAL
    if tree.lemmas[one.head] in words.groups or token.entity in ("ORG", "NORP"):
        return UNKNOWN
    return SINGULAR if token.tag in ("NN", "NNP") else UNKNOWN


def _gender(tree: Tree, one: Candidate, token: Token, pronoun: int, words: CoreferenceWords) -> int:
    if pronoun:
        return (0, PERSON, PERSON, PERSON, MALE, FEMALE, THING, 0, THING, 0, 0)[pronoun]
    lemma, first = tree.lemmas[one.head], tree.words[one.first]
    if lemma in words.genders.male or first in ("mr", "mr.", "sir", "king", "prince"):
        return MALE
    if lemma in words.genders.female or first in ("mrs", "mrs.", "ms", "ms.", "miss", "queen", "princess"):
        return FEMALE
    if token.entity == "PERSON" or (token.pos == "PROPN" and one.first < one.head):
        titles = [tree.words[i] for i in tree.kids(one.head, "compound") if i >= one.first]
        genders = words.genders
        named = genders.by_nouns(titles) or genders.by_name(tree.words[one.first : one.head + 1])
        if named:
            return MALE if named == "he" else FEMALE
        if token.entity == "PERSON":
            return PERSON
    if lemma in words.people:
        return PERSON
    if token.entity in THINGS:
        return THING
    return THING if token.pos == "NOUN" and lemma in words.times else UNKNOWN
