"""How much speaks for words being a place where they stand: a city that speaks is its government."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.records import Token
from counterclaim.stages.ground.places.candidate import (
    Candidate,
    Known,
    kind_of_it,
    word_after,
    word_before,
)
from counterclaim.values.places import STATE, PlaceWords, folded

WEIGHTS: Mapping[str, float] = {
    "place's tag": 2.0, "other tag": -1.5, "other tag, own state": 1.0, "led to": 2.0,
    "led to, other tag": 0.7, "said to be one": 2.0, "of": 1.0, "inside": 1.5, "lead": 0.5, "listed": 1.5,
    "kind after": 1.5, "state": 2.5, "well known": 1.5, "own state": 2.0, "state named": 1.0, "dateline": 2.0,
    "capitals": 1.0, "short for a unit": 1.5, "supplement": 0.5, "supplement, state named": 1.0,
    "beside a place": 1.5, "several words": 1.0, "named elsewhere": 1.0, "common": -3.0, "body after": -3.0,
    "street after": -3.0, "building after": -0.7, "within a name": -2.0, "sentence start": -0.5,
    "runs on": -1.5, "somebody": -3.0, "a person's name": -2.0,
}  # fmt: skip
"""What each clue is worth, set on the development parts of four corpora. Fitted to them, all would find more,
but mostly the city in "Oslo police": what a body bears in its name is no place here."""

ENOUGH = 2.0
"""Evidence from which a name is taken for a place."""

NEVER = -99.0

WELL_KNOWN = 100_000
"""People from which a town's name alone is taken for it, where the parser saw no name of any kind."""

MANY = 3
"""Mentions from which an article is about a country."""

SHORT = 5
"""Letters up to which a unit's name is one in short ("Calif")."""

NOTABLE = frozenset({"P.PPLC", "P.PPLA", "L.RGN", "H.WTR"})
NOT_PLACES = frozenset({"PERSON", "ORG", "WORK_OF_ART", "LAW", "PRODUCT", "EVENT", "NORP", "LANGUAGE"})
PLACE_ENTITIES = frozenset({"GPE", "LOC", "FAC"})
WIDER = frozenset({"PERSON", "ORG", "WORK_OF_ART", "LAW", "PRODUCT", "EVENT"})
NAMING = frozenset({"name", "call"})
APPOSED = 6
"""Tokens behind a name within which a noun that tells who bears it stands: "Paola, his younger sister"."""

LEADING = frozenset({"in", "near", "outside", "inside", "into"})
SPEAKING = frozenset({"say", "tell", "add", "insist", "argue", "claim", "reply", "write", "explain"})
"""Verbs whose subject speaks: small towns do not."""

_NAME_AFTER = re.compile(r"\s[A-Z]")
_CAPITAL_BEFORE = re.compile(r"[A-Z][\w’'.-]*\s$")
_CAPITAL_AFTER = re.compile(r"\s[A-Z][\w’'-]+")
_DATELINE = re.compile(r"\s\([A-Z][\w ]{1,16}\)|\s?[—–:]\s|\s--?\s|,\s[A-Z][\w. ]{1,20}\s(?:\(|[—–-]{1,2}\s)")
_IN_PLACE = re.compile(r"(?:,?\s(?:in|near)\s(?:the\s)?|,\s)((?:[A-Z][\w’'-]*\s?){1,3})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What the text shows around a candidate that has entries, looked at once: it is weighed twice.

    `lead` and `behind` are clues of the words before and behind it; `beside` is the run of capitals that it
    is said to lie in. `never`: the words are no place, whatever else speaks for it; `speaks`: they are a
    government, which speaks or is spoken to.
    """

    key: str
    speaks: bool
    never: bool
    countries: frozenset[str]
    state: bool
    large: bool
    ours: bool
    short: bool
    placed: bool
    other: bool
    lead: tuple[str, ...]
    behind: tuple[str, ...]
    kind_after: bool
    listed_after: int | None
    dateline: bool
    beside: str
    capitals: bool
    common: bool
    within: bool
    opens: bool
    runs_on: bool
    speaker: bool
    apposed: bool


def evidence(sight: Sight, known: Known) -> float:
    """How much speaks for the words being a place here; `ENOUGH` is enough."""
    return NEVER if sight.never else sum(WEIGHTS[clue] for clue in clues(sight, known))


def sight_of(c: Candidate, text: str, tokens: Sequence[Token], words: PlaceWords) -> Sight:
    """Look around a candidate that has entries."""
    key, before, after = folded(c.name), word_before(text, c.start, c.part.start), word_after(text, c.end)
    entities = {t.entity for t in tokens[c.first : c.last + 1]}
    state = any(e.kind in (STATE, "L.CONT") for e in c.entries)
    placed = not entities.isdisjoint(PLACE_ENTITIES)
    other = not placed and not entities.isdisjoint(NOT_PLACES)
    speaks = _speaks(c, before, state, tokens, words)
    name_after = bool(_NAME_AFTER.match(text, c.end))
    held_by = _IN_PLACE.match(text, c.end)
    ahead = text[max(0, c.start - 6) : c.start]
    single = " " not in key
    token = tokens[c.last]
    return Sight(
        key=key,
        speaks=speaks,
        never=speaks
        or _is_none(c, text, key, before, after, state, words)
        or (not state and _ends_a_body(c, text, key, words))
        or (not state and _names_somebody(c, tokens, words)),
        countries=frozenset(e.country for e in c.entries),
        state=state,
        large=any(e.population >= WELL_KNOWN or e.kind in NOTABLE for e in c.entries),
        ours=any(e.id.startswith("cc-") for e in c.entries),
        short=single and len(key) <= SHORT and all(e.kind == "A.ADM1" for e in c.entries),
        placed=placed,
        other=other,
        lead=_lead(c, text, before, other, words),
        behind=_behind(after, name_after, words),
        kind_after=after in words.kinds or (after in words.spots and not name_after),
        listed_after=c.start - 6 if ahead.endswith((" and ", ", ")) else None,
        dateline=c.start == c.part.start and bool(_DATELINE.match(text, c.end)),
        beside=held_by.group(1) if held_by else "",
        capitals=c.name.isupper() and len(key) > SHORT,
        common=key in words.common and not (state and (c.name.isupper() or placed)),
        within=_wider(c, tokens) in WIDER,
        opens=c.start == c.part.start or ahead[-2:].strip() in (".", "“", '"', "?", "!"),
        runs_on=single and _runs_on(c, text),
        speaker=token.dep == "nsubj" and tokens[token.head].lemma.lower() in SPEAKING,
        apposed=token.dep == "appos",
    )


def _speaks(c: Candidate, before: str, state: bool, tokens: Sequence[Token], words: PlaceWords) -> bool:
    """Whether the name stands for a government here: "Moscow said", "Riyadh accused"."""
    if before in words.directions or before in words.inside:
        return False
    if not state and not any(e.kind == "P.PPLC" for e in c.entries):
        return False
    token = tokens[c.last]
    for _ in range(3):
        if token.dep != "conj" or tokens[token.head] is token:
            break
        token = tokens[token.head]
    verb = tokens[token.head]
    if token.dep == "nsubj":
        return verb.lemma.lower() in words.speaking
    if token.dep in ("dobj", "nsubjpass"):
        return verb.lemma.lower() in words.addressing
    if token.dep == "pobj" and verb.dep == "agent":
        return True
    return token.dep == "pobj" and verb.text.lower() == "by" and tokens[verb.head].tag == "VBN"


def _is_none(
    c: Candidate, text: str, key: str, before: str, after: str, state: bool, words: PlaceWords
) -> bool:
    """Whether the words are no place, whatever speaks for it: an ally, a people, a direction, a person."""
    if (state and before in words.acting_leads) or c.name.lower() in words.demonyms:
        return True
    if key in words.directions and after not in words.kinds:
        return True
    if key in words.person_titles and _NAME_AFTER.match(text, c.end):  # "Abu Karim", "Prince Omar"
        return True
    compound = text[c.end : c.end + 1] == "-" and (
        text[c.end + 1 : c.end + 2].isupper() or after in words.actor_tails
    )
    return compound or before.rstrip(".") in words.person_titles


def _ends_a_body(c: Candidate, text: str, key: str, words: PlaceWords) -> bool:
    """Whether a name is the last word of a body's ("the Island Herald"), though a village bears it too."""
    lead = text[max(c.part.start, c.start - 20) : c.start]
    return key in words.organisation_tails and (
        bool(_CAPITAL_BEFORE.search(lead)) or lead.lower().endswith("the ")
    )


def _names_somebody(c: Candidate, tokens: Sequence[Token], words: PlaceWords) -> bool:
    """Whether a person's noun beside a name makes it a person's: "her sister, Paola,", "a man named Chad"."""
    token = tokens[c.last]
    above = tokens[token.head]
    if token.dep == "appos":
        return above.lemma.lower() in words.persons
    if token.dep in ("oprd", "dobj", "attr") and above.lemma.lower() in NAMING and above.tag == "VBN":
        return tokens[above.head].lemma.lower() in words.persons
    if token.dep == "conj" and above.dep == "oprd":  # "survivors named Florence and Chad"
        named = tokens[above.head]
        return named.lemma.lower() in NAMING and tokens[named.head].lemma.lower() in words.persons
    behind = range(c.last + 1, min(c.last + APPOSED, len(tokens)))
    return any(
        tokens[i].dep == "appos" and tokens[i].head == c.last and tokens[i].lemma.lower() in words.persons
        for i in behind
    )


def _lead(c: Candidate, text: str, before: str, other: bool, words: PlaceWords) -> tuple[str, ...]:
    """The clues of the word before it."""
    if before in words.directions or before in LEADING:
        return ("led to", "led to, other tag") if other else ("led to",)
    if before in words.inside or before in words.kinds:
        if kind_of_it(c, text, words):
            return ("said to be one",)
        return ("of",) if before == "of" else ("inside",)
    return ("lead",) if before in ("on", "for", "by", "s") else ()


def _behind(after: str, name_after: bool, words: PlaceWords) -> tuple[str, ...]:
    """The clues of the word behind it that make it a part of another name."""
    found = ("body after",) if after in words.organisation_tails else ()
    if name_after and after in words.streets:
        return (*found, "street after")
    return (*found, "building after") if name_after and after in words.facilities else found


def clues(sight: Sight, known: Known) -> Iterator[str]:
    """What speaks for or against: the clues of `WEIGHTS` that hold."""
    own = len(sight.countries) == 1 and known.countries[min(sight.countries)] >= MANY
    named = any(known.countries[country] for country in sight.countries)
    if sight.placed:
        yield "place's tag"
    elif sight.other:
        yield "other tag"
        if own:
            yield "other tag, own state"
    yield from sight.lead
    if sight.listed_after is not None and known.last_end >= sight.listed_after:
        yield "listed"
    if sight.kind_after:
        yield "kind after"
    if sight.state:
        yield "state"
    elif sight.large:
        yield "well known"
    if own:
        yield "own state"
    elif named:
        yield "state named"
    if sight.dateline:
        yield "dateline"
    if sight.ours:
        yield "supplement"
        if named:
            yield "supplement, state named"
    if sight.beside and _known_beside(sight.beside, known):
        yield "beside a place"
    if " " in sight.key:
        yield "several words"
    elif sight.short:
        yield "short for a unit"
    elsewhere = sight.key in known.names
    if elsewhere:
        yield "named elsewhere"
    if sight.capitals:
        yield "capitals"
    if sight.common:
        yield "common"
    yield from sight.behind
    if sight.within:
        yield "within a name"
    if sight.opens:
        yield "sentence start"
    runs_on = sight.runs_on and not elsewhere
    if runs_on and not sight.state and not sight.placed:
        yield "runs on"
    # a name that small places bear stands where a person does: "Rask said"
    if not sight.state and not sight.large and (sight.speaker or (runs_on and sight.apposed)):
        yield "somebody"
    if not sight.state and sight.key in known.people:
        yield "a person's name"


def _known_beside(words_after: str, known: Known) -> bool:
    """Whether a run of capitalised words begins with a name taken for a place."""
    pieces = words_after.split()
    return any(folded(" ".join(pieces[:n])) in known.names for n in range(len(pieces), 0, -1))


def _runs_on(c: Candidate, text: str) -> bool:
    """A single word between other capitals ("County Fire Marshal") is seldom a place by itself."""
    before = _CAPITAL_BEFORE.search(text[max(c.part.start, c.start - 20) : c.start])
    return bool(before or _CAPITAL_AFTER.match(text[c.end : c.end + 20]))


def _wider(c: Candidate, tokens: Sequence[Token]) -> str:
    """The type of an entity that begins before the name or ends after it, or ""."""
    head, tail = tokens[c.first], tokens[c.last]
    if head.entity and not head.entity_begins and c.first > 0:
        return head.entity
    following = tokens[c.last + 1] if c.last + 1 < len(tokens) else None
    if tail.entity and following and following.entity == tail.entity and not following.entity_begins:
        return tail.entity if following.text not in ("'s", "’s", ",") else ""
    return ""
