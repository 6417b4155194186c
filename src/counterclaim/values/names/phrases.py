"""Noun phrases over a parse: where they begin and end, and which known names stand in them."""

from dataclasses import dataclass

from counterclaim.records import Article, Parse, Token
from counterclaim.values.names.words import Family, NameWords, plain

LONGEST_NAME = 8
"""Tokens of the longest known name that is looked up; the longest in the word list has seven."""

LONGEST_PHRASE = 24
"""Tokens of a noun phrase; beyond it the parse has usually run two phrases together."""

_LEFT = frozenset({"det", "amod", "compound", "nummod", "poss", "case", "nmod", "quantmod", "predet", "advmod", "npadvmod", "punct", "conj", "cc"})  # fmt: skip
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_OF_GROUPS = frozenset({"of", "in", "from", "at", "for", "inside", "near", "within", "with", "to", "on"})


@dataclass(frozen=True, slots=True)
class Named:
    """A name found: token range, OntoNotes type, and the family or country that it is known to be of."""

    start: int
    end: int
    entity: str
    family: Family | None = None
    country: str | None = None
    capital: bool = False


def children(parse: Parse) -> list[list[int]]:
    """Return the dependents of each token, in the order of the text."""
    below: list[list[int]] = [[] for _ in parse.tokens]
    for i, token in enumerate(parse.tokens):
        if token.head != i:
            below[token.head].append(i)
    return below


def find_names(article: Article, parse: Parse, sentence: tuple[int, int], *, words: NameWords) -> list[Named]:
    """Find the names of a sentence: known ones, then the parser's entities, then capitalised runs."""
    tokens = parse.tokens
    low, high = sentence
    found: list[Named] = []
    taken: set[int] = set()

    def take(name: Named) -> None:
        found.append(name)
        taken.update(range(name.start, name.end))

    i = low
    while i < high:
        known = _known(article, tokens, i, high, words)
        if known is not None:
            take(known)
            i = known.end
        else:
            i += 1
    i = low
    while i < high:
        entity = tokens[i].entity
        j = i + 1
        if entity:
            while j < high and tokens[j].entity == entity and not tokens[j].entity_begins:
                j += 1
            if entity in _NAMED:
                _take_entity(tokens, i, j, entity, taken, take, words)
        i = j
    i = low
    while i < high:
        j = i
        while j < high and j not in taken and _runs_on(tokens, i, j, words):
            j += 1
        while j > i and not _capital(tokens[j - 1]):
            j -= 1
        if j > i and _is_run(tokens, low, i, j, words):
            take(Named(i, j, _guess(tokens, i, j, words)))
        i = max(j, i + 1)
    return sorted(found, key=lambda n: n.start)


def _known(article: Article, tokens: tuple[Token, ...], i: int, high: int, words: NameWords) -> Named | None:
    first = tokens[i].text
    if not (first[:1].isupper() or first.lower() in ("al", "so")):
        return None
    if i and tokens[i - 1].text == "-" and tokens[i - 1].end == tokens[i].start:
        return None
    for j in range(min(high, i + LONGEST_NAME), i, -1):
        last = tokens[j - 1]
        if not last.text[0].isalnum() or (j < high and tokens[j].text == "-" and tokens[j].start == last.end):
            continue
        text = article.text[tokens[i].start : last.end]
        family = words.family_of.get(plain(text))
        if family is not None and words.is_family(text) and not _longer_name(tokens, i, j, high, words):
            entity = {"person": "PERSON", "state": "GPE"}.get(family.kind, "ORG")
            return Named(i, j, entity, family=family)
        key = plain(text)
        country = words.country_of.get(key)
        if text.isupper() and len(text) < 3 and text != "US" and text != "UK":
            country = None
        if key == "us" and text not in ("US", "U.S.", "U.S"):
            country = None
        if key in ("north", "south") and not _the(tokens, i):
            country = None
        if country is not None:
            return Named(i, j, "GPE", country=country)
        if key in words.capital_of:
            return Named(i, j, "GPE", country=words.capital_of[key], capital=True)
    return None


def _longer_name(tokens: tuple[Token, ...], i: int, j: int, high: int, words: NameWords) -> bool:
    """Tell whether a short known name is part of a longer person's name, as in "Asma Assad"."""
    if j - i > 1 or tokens[i].entity != "PERSON":
        return False
    before = i - 1
    return (
        not tokens[i].entity_begins
        and before >= 0
        and tokens[before].entity == "PERSON"
        and tokens[before].text.lower() not in words.titles
    )


def _the(tokens: tuple[Token, ...], i: int) -> bool:
    return i > 0 and tokens[i - 1].text.lower() == "the"


def _take_entity(tokens, i, j, entity, taken, take, words):  # type: ignore[no-untyped-def]
    while i < j and (
        i in taken or tokens[i].text.lower() in ("the", "a", "an") or not tokens[i].text[0].isalnum()
    ):
        i += 1
    while j > i and (
        j - 1 in taken or tokens[j - 1].text in ("'s", "’s", "'", "’") or not tokens[j - 1].text[0].isalnum()
    ):
        j -= 1
    if any(k in taken for k in range(i, j)):
        return
    if entity == "PERSON":
        while j - i > 1 and tokens[i].text.lower() in words.titles:
            i += 1
    if (
        i < j
        and not all(tokens[k].text.lower() in words.not_names for k in range(i, j))
        and any(tokens[k].text[0].isupper() for k in range(i, j))
    ):
        take(Named(i, j, entity))


def _capital(token: Token) -> bool:
    return token.text[:1].isupper() and token.text[0].isalpha()


def _runs_on(tokens: tuple[Token, ...], i: int, j: int, words: NameWords) -> bool:
    token = tokens[j]
    low = token.text.lower()
    if j == i:
        return (
            token.pos == "PROPN"
            and _capital(token)
            and low not in words.not_names
            and low not in words.titles
        )
    if low in words.not_names:
        return False
    if token.text == "-":
        return tokens[j - 1].end == token.start
    if low in words.particles:
        return token.pos == "PROPN" or tokens[j - 1].text == "-"
    return token.pos == "PROPN" and _capital(token)


def _is_run(tokens: tuple[Token, ...], low: int, i: int, j: int, words: NameWords) -> bool:
    """Tell whether a capitalised run that the parser takes for no entity is likely a name."""
    if any(tokens[k].entity for k in range(i, j)):
        return False
    if all(tokens[k].text.isupper() and len(tokens[k].text) > 1 for k in range(i, j)) and j - i > 2:
        return False
    real = [k for k in range(i, j) if tokens[k].text[0].isalpha()]
    if len(real) >= 2:
        return True
    token = tokens[j - 1]
    return (
        i > low
        and len(token.text) > 2
        and token.dep in ("nsubj", "nsubjpass", "appos")
        and (not words.classes(token.text))
    )


def _guess(tokens: tuple[Token, ...], i: int, j: int, words: NameWords) -> str:
    classes = words.classes(tokens[j - 1].text)
    if classes and classes[0] != "person" and classes[0] != "population":
        return "ORG"
    if i and tokens[i - 1].text.lower() in words.titles:
        return "PERSON"
    return "PERSON" if any(tokens[k].text.lower() in words.particles for k in range(i, j)) else ""


def left_edge(tokens: tuple[Token, ...], head: int, low: int, names: dict[int, Named]) -> int:
    """Return the first token of the noun phrase of `head`: its determiner, modifiers and compounds."""
    start = head
    i = head - 1
    while i >= low and head - i < LONGEST_PHRASE:
        if not _belongs(tokens, i, head):
            break
        if i in names:
            i = names[i].start
        if tokens[i].dep not in ("punct", "cc"):
            start = i
        i -= 1
    return start


def _belongs(tokens: tuple[Token, ...], i: int, head: int) -> bool:
    if tokens[i].dep == "punct" and tokens[i].text not in ("-", "–", '"', "'", "“", "”", "‘", "’"):
        return False
    for _ in range(8):
        if tokens[i].dep not in _LEFT:
            return False
        if tokens[i].dep in ("conj", "cc") and tokens[i].head == head:
            return False
        i = tokens[i].head
        if i == head:
            return True
        if i > head:
            return False
    return False


def right_edge(tokens: tuple[Token, ...], below: list[list[int]], head: int, high: int, *, name: bool) -> int:
    """Return the end of the noun phrase of `head`, with the prepositional phrases that belong to it."""
    end = head + 1
    while True:
        following = next((c for c in below[head] if c >= end and tokens[c].dep == "prep"), None)
        if following is None or following != end:
            break
        preposition = tokens[following].text.lower()
        if preposition not in (("of",) if name else _OF_GROUPS):
            break
        stop = _object_end(tokens, below, following, high)
        if stop is None or stop - head > LONGEST_PHRASE:
            break
        end = stop
    return end


def _object_end(tokens: tuple[Token, ...], below: list[list[int]], preposition: int, high: int) -> int | None:
    objects = [c for c in below[preposition] if tokens[c].dep == "pobj" and c > preposition]
    if not objects:
        return None
    end = right_edge(tokens, below, objects[0], high, name=False)
    last = objects[0]
    for _ in range(6):
        joined = [c for c in below[last] if tokens[c].dep == "conj" and c >= end]
        if not joined or any(tokens[k].pos in ("VERB", "AUX") for k in range(end, joined[0])):
            break
        last = joined[0]
        end = right_edge(tokens, below, last, high, name=False)
    return end
