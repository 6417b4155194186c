"""Names in an article: known ones, the parser's entities, capitalised runs, and names met elsewhere in it."""

from collections import Counter
from dataclasses import dataclass

from counterclaim.records import Article, Parse, Token
from counterclaim.values.names.words import Family, NameWords, plain

LONGEST_NAME = 8
"""Tokens of the longest known name that is looked up; the longest in the word list has seven."""

PLACED = 0.3
"""Share of a name's occurrences after "in" or "near" from which on it is a place's; set by reading
development articles."""

_DASHES = frozenset("-–—")
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_WITHIN = frozenset({"in", "near", "outside", "inside", "into", "around"})
_SETTLEMENTS = frozenset(
    {"city", "town", "village", "district", "neighbourhood", "neighborhood", "province", "suburb", "area"}
)
_NOMINAL = ("NOUN", "PROPN", "ADJ")
_LOOSE = ("of", "the", "for", "in", "and", "to")
_UNCAPPED = ("al", "so")
"""Words with which a known name may begin though they are in small letters."""

_APOSTROPHES = frozenset("'’‘`")
_REMOVED = frozenset('"“”«»()[],;:.')
"""Marks that `plain` removes, so that what they part becomes one word where no space stands beside them."""

_DROPPED = frozenset({"the", "a", "an", "al", "el", "ad", "as", "ar", "ash", "at"})
"""Words that `plain` drops at a name's start."""

_POSSESSIVE = ("'s", "’s", "'", "’")


@dataclass(frozen=True, slots=True)
class Named:
    """A name found: token range, OntoNotes type, and the family or country that it is known to be of."""

    start: int
    end: int
    entity: str
    family: Family | None = None
    country: str | None = None
    capital: bool = False


def find_names(article: Article, parse: Parse, *, words: NameWords) -> list[list[Named]]:
    """Find the names of each sentence, in the order of the text."""
    finders = [_Finder(article, parse, sentence, words) for sentence in parse.sentences]
    for finder in finders:
        finder.first_pass()
    met: dict[str, str] = {}
    for finder in finders:
        for name in finder.found:
            last = parse.tokens[name.end - 1].text
            whole = name.end - name.start == 1
            if len(last) < 3 or not last[:1].isupper() or last.lower() in words.not_names:
                continue
            if (name.entity == "PERSON" or whole) and name.country is None and name.entity != "NORP":
                met.setdefault(last, name.entity)
    for finder in finders:
        finder.second_pass(met)
    surnames = {
        parse.tokens[n.end - 1].text
        for finder in finders
        for n in finder.found
        if n.entity == "PERSON" and n.end - n.start > 1
    }
    for finder in finders:
        finder.found = [_as_person(n, parse.tokens[n.start].text, surnames) for n in finder.found]
    placed = Counter(place for finder in finders for place in finder.placed())
    every = Counter(parse.tokens[n.end - 1].text for finder in finders for n in finder.found)
    places = {p for p, times in placed.items() if times >= PLACED * every[p]}
    return [finder.without(places) for finder in finders]


def _as_person(name: Named, text: str, surnames: set[str]) -> Named:
    """Return a lone surname of someone named in full elsewhere as a person's, whatever the parser says."""
    lone = name.end - name.start == 1 and name.family is None and name.country is None
    return Named(name.start, name.end, "PERSON") if lone and text in surnames else name


class _Finder:
    """Finds the names of one sentence; a token belongs to one name at most."""

    def __init__(self, article: Article, parse: Parse, sentence: tuple[int, int], words: NameWords) -> None:
        self.text = article.text
        self.tokens: tuple[Token, ...] = parse.tokens
        self.low_words = parse.words
        self.low, self.high = sentence
        self.words = words
        self.found: list[Named] = []
        self.taken: set[int] = set()

    def take(self, name: Named) -> None:
        self.found.append(name)
        self.taken.update(range(name.start, name.end))

    def first_pass(self) -> None:
        behind = self.low
        for i in range(self.low, self.high):
            if i >= behind and (self.tokens[i].text[:1].isupper() or self.low_words[i] in _UNCAPPED):
                known = self._known(i)
                if known is not None:
                    self.take(known)
                    behind = known.end
        i = self.low
        while i < self.high:
            entity = self.tokens[i].entity
            j = i + 1
            if entity:
                while j < self.high and self.tokens[j].entity == entity and not self.tokens[j].entity_begins:
                    j += 1
                if entity in _NAMED:
                    self._entity(i, j, entity)
            i = j
        behind = self.low
        for i in range(self.low, self.high):
            if i < behind or self.tokens[i].pos != "PROPN":
                continue
            j = i
            while j < self.high and j not in self.taken and self._runs_on(i, j):
                j += 1
            while j > i and not _capital(self.tokens[j - 1]):
                j -= 1
            if j > i and self._is_run(i, j):
                self.take(Named(i, j, self._guess(i, j)))
            behind = j
        self._merge()

    def second_pass(self, met: dict[str, str]) -> None:
        """Take single words that are the last word of a name, or a whole name, elsewhere in the article."""
        for i in range(self.low, self.high):
            token = self.tokens[i]
            if token.text not in met or i in self.taken or token.pos == "VERB":
                continue
            if not self.words.classes(token.text) and token.text.lower() not in self.words.titles:
                self.take(Named(i, i + 1, met[token.text]))

    def placed(self) -> list[str]:
        """Return the last words of unknown names that stand right after "in", "near", "the city of"."""
        found = []
        for name in self.found:
            if name.family is not None or name.country is not None or name.start == self.low:
                continue
            following = self.tokens[name.end] if name.end < self.high else None
            if self.tokens[name.end - 1].dep not in ("pobj", "conj") or (
                following and following.tag == "POS"
            ):
                continue
            before = self.tokens[name.start - 1].text.lower()
            earlier = self.tokens[name.start - 2].text.lower() if name.start - 2 >= self.low else ""
            if before in _WITHIN or (before == "of" and earlier in _SETTLEMENTS) or before in _SETTLEMENTS:
                found.append(self.tokens[name.end - 1].text)
        return found

    def without(self, places: set[str]) -> list[Named]:
        """Return the names found, sorted, without those that the article uses as a place's."""
        kept = []
        for name in self.found:
            last = self.tokens[name.end - 1].text
            place = last in places or (last.endswith("s") and last[:-1] in places)
            unknown = name.family is None and name.country is None and name.entity not in ("GPE", "NORP")
            titled = name.start > self.low and self.tokens[name.start - 1].text.lower() in self.words.titles
            country = name.entity != "GPE" and self._is_country(last)
            text = self.text[self.tokens[name.start].start : self.tokens[name.end - 1].end]
            listed = plain(last) in self.words.places or plain(text) in self.words.places
            if listed or (
                last.endswith("s") and plain(last[:-1]) in self.words.places and name.family is None
            ):
                continue
            if unknown and ((place and not self.words.classes(last) and not titled) or country):
                continue
            kept.append(name)
        return sorted(kept, key=lambda n: n.start)

    def _is_country(self, last: str) -> bool:
        return last.endswith("s") and self.words.country_name(last[:-1]) is not None

    def _known(self, i: int) -> Named | None:
        tokens, words = self.tokens, self.words
        if i and tokens[i - 1].text == "-" and tokens[i - 1].end == tokens[i].start:
            return None
        begins = self._edge(i, 1)
        if begins not in _DROPPED and not _is_one_of(begins, words.first_words):
            return None
        for j in range(min(self.high, i + LONGEST_NAME), i, -1):
            last = tokens[j - 1]
            if not last.text[0].isalnum() or not _is_one_of(self._edge(j - 1, -1), words.last_words):
                continue
            if j < self.high and tokens[j].text == "-" and tokens[j].start == last.end:
                continue
            text = self.text[tokens[i].start : last.end]
            family = words.family(text) or self._without_apostrophe(text, j)
            if family is not None and not self._longer_name(i) and not self._another_s(i, text, family):
                entity = {"person": "PERSON", "state": "GPE"}.get(family.kind, "ORG")
                return Named(i, j, entity, family=family)
            country = words.country_name(text)
            seat = words.capital_of.get(plain(text))
            if country or seat:
                outlet = self._outlet(i, j)
                if outlet is not None:
                    return outlet
            if country is not None and (plain(text) not in ("north", "south") or self._the(i)):
                return Named(i, j, "GPE", country=country)
            if seat is not None and tokens[i].entity != "PERSON":
                return Named(i, j, "GPE", country=seat, capital=True)
        return None

    def _edge(self, k: int, step: int) -> str:
        """The word, as in `plain`, with which a name begins (step 1) or ends (-1) that does so with a token.

        "" where what touches the token may make another word of it.
        """
        tokens, at = self.tokens, k
        while self.low <= at + step < self.high:
            left, right = (at, at + 1) if step > 0 else (at - 1, at)
            at += step
            if tokens[left].end < tokens[right].start or tokens[at].text == "-":
                break
            if tokens[at].text not in _REMOVED:
                return ""
        parts = plain(tokens[k].text).split() if _APOSTROPHES.isdisjoint(tokens[k].text) else ()
        return parts[0 if step > 0 else -1] if parts else ""

    def _without_apostrophe(self, text: str, j: int) -> Family | None:
        """Find a person in a possessive that lost its apostrophe: "Assads forces"."""
        if len(text) < 6 or not text.endswith("s") or j >= self.high or self.tokens[j].pos not in _NOMINAL:
            return None
        family = self.words.family(text[:-1])
        return family if family is not None and family.kind == "person" else None

    def _longer_name(self, i: int) -> bool:
        """Tell whether a known name only ends a longer one of a person, as in "Asma al-Assad"."""
        tokens = self.tokens
        if i == self.low or tokens[i].entity != "PERSON" or tokens[i].entity_begins:
            return False
        before = tokens[i - 1]
        return (
            before.entity == "PERSON"
            and before.text[:1].isupper()
            and before.text.lower() not in self.words.titles
            and i - 1 not in self.taken
        )

    def _another_s(self, i: int, text: str, family: Family) -> bool:
        """Tell whether a name that others bear too stands behind a name: "the Tavronian Civil Defence"."""
        if i == self.low or plain(text) not in family.short:
            return False
        before, low = self.tokens[i - 1], self.low_words[i - 1]
        return (
            before.pos in ("PROPN", "ADJ")
            and before.text[:1].isupper()
            and before.end < self.tokens[i].start
            and low not in self.words.titles
            and (family.country is None or self.words.demonym_of.get(low) != family.country)
        )

    def _outlet(self, i: int, j: int) -> Named | None:
        """The outlet that a country's or capital's name is part of: "the Cairo Times", "Radio Cairo"."""
        low, end = self.low_words, j
        while end < self.high and _capital(self.tokens[end]) and low[end] in self.words.mastheads:
            end += 1
        before = i > self.low and _capital(self.tokens[i - 1]) and low[i - 1] in _ON_AIR
        if end == j and not before:
            return None
        return Named(i - 1 if before else i + (low[i] == "the"), end, "ORG")

    def _the(self, i: int) -> bool:
        return i > self.low and self.tokens[i - 1].text.lower() == "the"

    def _entity(self, i: int, j: int, entity: str) -> None:
        tokens = self.tokens

        def loose(k: int) -> bool:
            return k in self.taken or not tokens[k].text[0].isalnum()

        opening = next((k for k in range(i + 1, j) if tokens[k].text in ("(", "[")), None)
        if opening is not None:
            self._entity(i, opening, entity)
            self._entity(opening + 1, j, entity)
            return
        if j - i > 2 and tokens[i].text[0].isdigit() and tokens[i + 1].text in _DASHES:
            i += 2  # a time of day before a line of a list
        while i < j and (loose(i) or tokens[i].text.lower() in ("the", "a", "an")):
            i += 1
        while j > i and (loose(j - 1) or tokens[j - 1].text in _POSSESSIVE):
            j -= 1
        while entity != "PERSON" and j > i and tokens[j - 1].text in _LOOSE:
            j -= 1
        aged = j - i > 1 and tokens[j - 1].text.isdigit()
        if aged and (entity == "PERSON" or self.words.genders.by_name([tokens[j - 2].text])):
            entity, j = "PERSON", j - 1  # "Ahmed 24", whose commas were stripped
        if entity == "PERSON" and "organisation" in self.words.classes(tokens[j - 1].text if j > i else ""):
            entity = "ORG"
        if entity == "PERSON" and j - i == 1 and len(tokens[i].text) > 2 and tokens[i].text.isupper():
            entity = "ORG"
        if entity == "PERSON":
            while j - i > 1 and (tokens[i].text.lower() in self.words.titles or self._body(tokens[i].text)):
                i += 1
        if i >= j or any(k in self.taken for k in range(i, j)):
            return
        parts = [tokens[k].text for k in range(i, j)]
        if all(p.lower() in self.words.not_names for p in parts) or not any(p[0].isupper() for p in parts):
            return
        if any(tokens[k].pos in ("VERB", "AUX") and tokens[k].tag != "NNP" for k in range(i + 1, j)):
            stop = next(k for k in range(i + 1, j) if tokens[k].pos in ("VERB", "AUX"))
            j = next((k for k in range(i + 1, stop + 1) if not tokens[k].text[0].isupper()), stop)
        self.take(Named(i, j, entity))

    def _body(self, text: str) -> bool:
        """Whether a word in capitals before a person's name is whose envoy he is: "UN", "EUs", "US"."""
        bare = text.removesuffix("'s").removesuffix("s")
        known = self.words.is_family(bare) or self.words.country_name(bare) is not None
        return bare.isupper() and len(bare) > 1 and known

    def _runs_on(self, i: int, j: int) -> bool:
        token, low = self.tokens[j], self.low_words[j]
        if low in self.words.not_names:
            return False
        if j == i:
            return _capital(token) and low not in self.words.titles
        if token.text == "-":
            return self.tokens[j - 1].end == token.start
        if low in self.words.particles:
            return token.pos == "PROPN" or self.tokens[j - 1].text == "-"
        return token.pos == "PROPN" and _capital(token)

    def _is_run(self, i: int, j: int) -> bool:
        """Tell whether a capitalised run that the parser takes for no entity is likely a name."""
        tokens = self.tokens
        if any(tokens[k].entity for k in range(i, j)):
            return False
        if all(tokens[k].text.isupper() and len(tokens[k].text) > 1 for k in range(i, j)) and j - i > 2:
            return False
        if sum(tokens[k].text[0].isalpha() for k in range(i, j)) >= 2:
            return True
        token = tokens[j - 1]
        return (
            i > self.low
            and len(token.text) > 2
            and token.dep in ("nsubj", "nsubjpass", "appos")
            and not self.words.classes(token.text)
        )

    def _guess(self, i: int, j: int) -> str:
        classes = self.words.classes(self.tokens[j - 1].text)
        if classes and classes[0] not in ("person", "population"):
            return "ORG"
        if i > self.low and self.tokens[i - 1].text.lower() in self.words.titles:
            return "PERSON"
        particle = any(self.tokens[k].text.lower() in self.words.particles for k in range(i, j))
        return "PERSON" if particle else ""

    def _merge(self) -> None:
        """Make one of an institution's name and its "for Human Rights", which the parser often cuts off."""
        by_start = {n.start: n for n in self.found}
        for start in sorted(by_start):
            name = by_start.get(start)
            if name is None or name.country is not None or not self._institution(name):
                continue
            while (longer := self._longer(name, by_start)) is not None:
                name = longer
            by_start[start] = name
        self.found = list(by_start.values())

    def _institution(self, name: Named) -> bool:
        classes = self.words.classes(self.tokens[name.end - 1].text)
        return name.entity != "PERSON" and ("organisation" in classes or "government" in classes)

    def _longer(self, name: Named, by_start: dict[int, Named]) -> Named | None:
        at = name.end
        while at < self.high and self.tokens[at].text.lower() in ("of", "for", "the"):
            at += 1
        if at == name.end or at >= self.high:
            return None
        following = by_start.get(at)
        end = following.end if following is not None else at
        while following is None and end < self.high and end not in self.taken and _capital(self.tokens[end]):
            end += 1
        if end == at or (following is not None and following.country is not None and name.family is None):
            return None
        by_start.pop(at, None)
        self.taken.update(range(name.start, end))
        return Named(name.start, end, "ORG", family=name.family)


def _is_one_of(word: str, words: frozenset[str]) -> bool:
    """Tell whether a word may be one of some: also with a possessive's "s", and if it is unclear."""
    bare = word.removesuffix("s")
    return not bare or word in words or bare in words


_ON_AIR = frozenset({"radio", "television", "tv"})
"""What stands before the name of the country or town that it broadcasts from."""


def _capital(token: Token) -> bool:
    return token.text[:1].isupper() and token.text[0].isalpha()
