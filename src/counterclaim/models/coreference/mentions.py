"""What is known of each candidate mention by itself: its kind, number, gender, role, words, surroundings."""

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
UNKNOWN, SINGULAR, PLURAL = 0, 1, 2
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
    found = []
    part = 0
    for one in candidates:
        token = tree.tokens[one.head]
        while part + 1 < len(starts) and starts[part + 1] <= token.start:
            part += 1
        held = quote_at(quotes, token.start)
        found.append(_known(tree, one, words, numbers[held] if held else 0, part))
    return found


def _known(tree: Tree, one: Candidate, words: CoreferenceWords, quote: int, part: int) -> Known:
    tokens = tree.tokens
    token = tokens[one.head]
    low = token.text.lower()
    pronoun = PRONOUN_CLASS.get(low, 0) if one.first == one.last and token.pos in ("PRON", "DET") else 0
    inside = tokens[one.first : one.last + 1]
    texts = [t.text.lower() for t in inside]
    bare = [w for w in texts if w not in SMALL] or texts
    core = tokens[one.first : one.head + 1]
    proper = token.pos == "PROPN"
    governor = one.head if token.head == one.head else token.head
    verb = tokens[governor]
    subject = token.dep in ("nsubj", "nsubjpass")
    capitals = [t.text for t in inside if t.text[:1].isupper()]
    owner = next((k for k in tree.kids(one.head, "poss")), -1) if not pronoun else -1
    return Known(
        at=one,
        sentence=tree.sentence_of[one.head],
        kind=_kind(core, token, pronoun),
        pronoun=pronoun,
        possessive=token.tag == "PRP$",
        reflexive=low.endswith(("self", "selves")),
        number=_number(tree, one, token, pronoun, words),
        gender=_gender(tokens, one, token, pronoun, words),
        entity=ENTITIES.index(token.entity) if token.entity in ENTITIES else 0,
        dep=DEPS.index(token.dep) if token.dep in DEPS else len(DEPS) - 1,
        subject=subject,
        owner=owner,
        quote=quote,
        part=part,
        lemma=(low if proper or pronoun else token.lemma.lower()),
        string=" ".join(bare),
        words=frozenset(
            (t.text if t.pos == "PROPN" else t.lemma).lower() for t in inside if t.pos in CONTENT
        ),
        before=frozenset(
            (t.text if t.pos == "PROPN" else t.lemma).lower() for t in core[:-1] if t.pos in CONTENT
        ),
        governor=governor,
        speaks=subject and verb.lemma.lower() in words.saying,
        nested=token.dep in ("compound", "nmod", "amod"),
        relative=any(tokens[k].dep in ("relcl", "acl") for k in tree.children[one.head] if k <= one.last),
        length=one.last - one.first + 1,
        proper=proper,
        acronym=token.text.replace(".", "") if token.text.isupper() and len(token.text) > 1 else "",
        initials="".join(c[0] for c in capitals if c.lower() not in SMALL) if len(capitals) > 1 else "",
    )


def _kind(core: tuple[Token, ...], token: Token, pronoun: int) -> int:
    if pronoun or token.pos == "PRON":
        return KINDS.index("pronoun")
    first = core[0].text.lower()
    if any(t.tag in ("PRP$", "POS") for t in core):
        return KINDS.index("name" if token.entity and token.pos == "PROPN" else "owned")
    if first in ("this", "that", "these", "those", "such"):
        return KINDS.index("demonstrative")
    if token.pos == "PROPN":
        return KINDS.index("name")
    if first == "the" or first in ("both",):
        return KINDS.index("definite")
    if first in (
        "a",
        "an",
        "some",
        "any",
        "every",
        "each",
        "no",
        "another",
        "several",
        "many",
        "few",
    ):
        return KINDS.index("indefinite")
    if any(t.tag == "CD" for t in core):
        return KINDS.index("counted")
    return KINDS.index("bare")


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
    if any(tree.tokens[k].dep == "conj" and k <= one.last for k in tree.children[one.head]):
        return PLURAL
    if token.tag in ("NNS", "NNPS"):
        return PLURAL
    if token.lemma.lower() in words.groups or token.entity in ("ORG", "NORP"):
        return UNKNOWN
    return SINGULAR if token.tag in ("NN", "NNP") else UNKNOWN


def _gender(
    tokens: tuple[Token, ...],
    one: Candidate,
    token: Token,
    pronoun: int,
    words: CoreferenceWords,
) -> int:
    if pronoun:
        return (0, PERSON, PERSON, PERSON, MALE, FEMALE, THING, 0, THING, 0, 0)[pronoun]
    lemma = token.lemma.lower()
    core = [t.text.lower() for t in tokens[one.first : one.head + 1]]
    if lemma in words.male or core[0] in ("mr", "mr.", "sir", "king", "prince"):
        return MALE
    if lemma in words.female or core[0] in (
        "mrs",
        "mrs.",
        "ms",
        "ms.",
        "miss",
        "queen",
        "princess",
    ):
        return FEMALE
    if token.entity == "PERSON" or (token.pos == "PROPN" and len(core) > 1):
        for word in core:
            if word in words.male_names:
                return MALE
            if word in words.female_names:
                return FEMALE
        if token.entity == "PERSON":
            return PERSON
    if lemma in words.people:
        return PERSON
    if token.entity in THINGS:
        return THING
    return THING if token.pos == "NOUN" and lemma in words.times else UNKNOWN
