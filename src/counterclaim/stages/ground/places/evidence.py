"""How much speaks for words being a place where they stand: a city that speaks is its government."""

import re
from collections.abc import Iterator, Mapping, Sequence

from counterclaim.records import Token
from counterclaim.stages.ground.places.candidate import Candidate, Known, kind_of_it, word_after
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
LEADING = frozenset({"in", "near", "outside", "inside", "into"})
SPEAKING = frozenset({"say", "tell", "add", "insist", "argue", "claim", "reply", "write", "explain"})
"""Verbs whose subject speaks: small towns do not."""

_NAME_AFTER = re.compile(r"\s[A-Z]")
_CAPITAL_BEFORE = re.compile(r"[A-Z][\w’'.-]*\s$")
_CAPITAL_AFTER = re.compile(r"\s[A-Z][\w’'-]+")
_DATELINE = re.compile(r"\s\([A-Z][\w ]{1,16}\)|\s?[—–:]\s|\s--?\s|,\s[A-Z][\w. ]{1,20}\s(?:\(|[—–-]{1,2}\s)")
_IN_PLACE = re.compile(r"(?:,?\s(?:in|near)\s(?:the\s)?|,\s)((?:[A-Z][\w’'-]*\s?){1,3})")


def evidence(c: Candidate, text: str, tokens: Sequence[Token], words: PlaceWords, known: Known) -> float:
    """How much speaks for the words being a place here; `ENOUGH` is enough."""
    if _never(c, text, tokens, words):
        return NEVER
    return sum(WEIGHTS[clue] for clue in clues(c, text, tokens, words, known))


def speaks(c: Candidate, tokens: Sequence[Token], words: PlaceWords) -> bool:
    """Whether the name stands for a government here: "Moscow said", "Riyadh accused"."""
    if c.before in words.directions or c.before in words.inside:
        return False
    if not is_state(c) and not any(e.kind == "P.PPLC" for e in c.entries):
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


def is_state(c: Candidate) -> bool:
    """Whether a state or continent bears the name."""
    return any(e.kind in (STATE, "L.CONT") for e in c.entries)


def _never(c: Candidate, text: str, tokens: Sequence[Token], words: PlaceWords) -> bool:
    """Whether the words are none, whatever else speaks for it: a government, a people, a person."""
    if speaks(c, tokens, words) or (is_state(c) and c.before in words.acting_leads):
        return True
    after = word_after(text, c.end)
    if c.name.lower() in words.demonyms or (folded(c.name) in words.directions and after not in words.kinds):
        return True
    compound = text[c.end : c.end + 1] == "-" and (
        text[c.end + 1 : c.end + 2].isupper() or after in words.actor_tails
    )
    return compound or c.before.rstrip(".") in words.person_titles


def clues(c: Candidate, text: str, tokens: Sequence[Token], words: PlaceWords, known: Known) -> Iterator[str]:
    """What speaks for or against: the clues of `WEIGHTS` that hold."""
    key, after = folded(c.name), word_after(text, c.end)
    entities = {t.entity for t in tokens[c.first : c.last + 1]}
    state = is_state(c)
    held = {e.country for e in c.entries}
    own = len(held) == 1 and known.countries[min(held)] >= MANY
    placed, other = bool(entities & PLACE_ENTITIES), bool(entities & NOT_PLACES)
    other = other and not placed
    if placed:
        yield "place's tag"
    elif other:
        yield "other tag"
        if own and c.name.lower() not in words.demonyms:
            yield "other tag, own state"
    if c.before in words.directions or c.before in LEADING:
        yield "led to"
        if other:
            yield "led to, other tag"
    elif c.before in words.inside or c.before in words.kinds:
        if kind_of_it(c, text, words):
            yield "said to be one"
        else:
            yield "of" if c.before == "of" else "inside"
    elif c.before in ("on", "for", "by", "s"):
        yield "lead"
    if text[max(0, c.start - 6) : c.start].endswith((" and ", ", ")) and known.last_end >= c.start - 6:
        yield "listed"
    if after in words.kinds or (after in words.spots and not _NAME_AFTER.match(text, c.end)):
        yield "kind after"
    if state:
        yield "state"
    elif any(e.population >= WELL_KNOWN or e.kind in NOTABLE for e in c.entries):
        yield "well known"
    named = any(known.countries[e.country] for e in c.entries)
    if own:
        yield "own state"
    elif named:
        yield "state named"
    if _DATELINE.match(text, c.end) and c.start == c.part.start:
        yield "dateline"
    if any(e.id.startswith("cc-") for e in c.entries):
        yield "supplement"
        if named:
            yield "supplement, state named"
    if (held_by := _IN_PLACE.match(text, c.end)) and _known_beside(held_by.group(1), known):
        yield "beside a place"
    if " " in key:
        yield "several words"
    elif len(key) <= SHORT and all(e.kind == "A.ADM1" for e in c.entries):
        yield "short for a unit"
    if key in known.names:
        yield "named elsewhere"
    if c.name.isupper() and len(key) > SHORT:
        yield "capitals"
    if key in words.common and not (state and (c.name.isupper() or placed)):
        yield "common"
    if after in words.organisation_tails:
        yield "body after"
    if _NAME_AFTER.match(text, c.end):
        if after in words.streets:
            yield "street after"
        elif after in words.facilities:
            yield "building after"
    if _wider(c, tokens) in WIDER:
        yield "within a name"
    if c.start == c.part.start or text[max(0, c.start - 2) : c.start].strip() in (".", "“", '"', "?", "!"):
        yield "sentence start"
    run_on = key not in known.names and " " not in key and _runs_on(c, text)
    if run_on and not state and not placed:
        yield "runs on"
    if not state and _is_somebody(c, run_on, tokens):
        yield "somebody"
    if not state and key in known.people:
        yield "a person's name"


def _is_somebody(c: Candidate, run_on: bool, tokens: Sequence[Token]) -> bool:
    """Whether a name that small places bear stands where a person does: "Rask said"."""
    if any(e.population >= WELL_KNOWN or e.kind in NOTABLE for e in c.entries):
        return False
    token = tokens[c.last]
    speaker = token.dep == "nsubj" and tokens[token.head].lemma.lower() in SPEAKING
    return speaker or (run_on and token.dep == "appos")


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
