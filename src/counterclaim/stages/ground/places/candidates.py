"""Words of an article that may name a place."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.records import Article, Parse, Part, Token
from counterclaim.stages.ground.places.entries import Gazetteer, GazetteerEntry
from counterclaim.values.places import PlaceWords, folded

LONGEST_NAME = 5
"""Words of the longest name that is looked up."""

WELL_KNOWN = 100_000
"""People from which a town's name alone is taken for it, where the parser saw no name of any kind."""

PLACE_PARTS = frozenset({"headline", "dateline", "caption", "body"})
PLACE_ENTITIES = frozenset({"GPE", "LOC", "FAC"})
LINKS = r"(?:al|el|ad|an|ar|as|ash|at|az|ed|es|et|ez|er|of|de|la|del|the|du|le)"
_WORD = r"[^\W\d_](?:[\w’'ʿʾ‘]*\w)?"
_CAPITAL = r"(?:(?:[AE][ldnrstz][sh]?-|[ae](?:l|d|n|r|s|sh|t|z)-)?(?=[^\W\d_])(?-i:[A-ZÀ-ÞĀ-ſḀ-ỿʿ‘])[\w’'ʿʾ‘]*\w|(?:[A-Z]\.){2,})"
_RUN = re.compile(rf"(?<![\w@#]){_CAPITAL}(?:(?:[ \t]\n?|\n|-){{1,2}}(?:{LINKS}[ -])?{_CAPITAL})*")
_PIECE = re.compile(r"(?:[A-Z]\.){2,}|[\w’'ʿʾ‘]+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that may be a place's: `entries` bear it, `before` is the word before it, lower-case."""

    start: int
    end: int
    name: str
    entries: tuple[GazetteerEntry, ...]
    part: Part
    first: int
    last: int
    before: str


def candidates(
    article: Article, parse: Parse, *, gazetteer: Gazetteer, words: PlaceWords
) -> Iterator[Candidate]:
    """The names of an article that may be places, in order, none overlapping."""
    starts = [token.start for token in parse.tokens]
    for part in sorted(article.parts, key=lambda p: p.start):
        if part.kind not in PLACE_PARTS:
            continue
        for run in _RUN.finditer(article.text, part.start, part.end):
            pieces = [m.span() for m in _PIECE.finditer(article.text, *run.span())]
            at = 0
            while at < len(pieces):
                found = None
                for size in range(min(LONGEST_NAME, len(pieces) - at), 0, -1):
                    start, end = pieces[at][0], pieces[at + size - 1][1]
                    found = _candidate(article.text, start, end, part, parse.tokens, starts, gazetteer, words)
                    if found:
                        yield found
                        at += size
                        break
                if not found:
                    at += 1


def _candidate(
    text: str,
    start: int,
    end: int,
    part: Part,
    tokens: Sequence[Token],
    starts: Sequence[int],
    gazetteer: Gazetteer,
    words: PlaceWords,
) -> Candidate | None:
    end = _bare_end(text, start, end)
    name = " ".join(text[start:end].split())
    key = folded(name)
    if len(key) < 2 or key.rsplit(" ", 1)[-1] in ("al", "el", "the", "of"):
        return None
    first, last = bisect_right(starts, start) - 1, bisect_right(starts, end - 1) - 1
    if first < 0 or not text[start].isalpha():
        return None
    entries = tuple(e for e in gazetteer(name) if _bears(name, e))
    before = _word_before(text, start, part.start)
    made = Candidate(start, end, name, entries, part, first, last, before)
    return (
        made
        if (_is_place(made, key, text, tokens, words) if entries else _unknown(made, tokens, words))
        else None
    )


def _bears(name: str, entry: GazetteerEntry) -> bool:
    """Codes in capitals name states and capitals alone ("US", "UK"), never a village called Us."""
    return (
        not (len(name.replace(".", "")) <= 3 and name.isupper())
        or entry.kind == "A.PCLI"
        or entry.kind == "L.CONT"
    )


def _bare_end(text: str, start: int, end: int) -> int:
    """The end without a possessive."""
    for tail in ("'s", "’s", "'", "’"):
        if text[start:end].endswith(tail):
            return end - len(tail)
    return end


def _is_place(c: Candidate, key: str, text: str, tokens: Sequence[Token], words: PlaceWords) -> bool:
    """Whether the words stand for a place here."""
    inner = tokens[c.first : c.last + 1]
    entities = {t.entity for t in inner}
    country = any(e.kind in ("A.PCLI", "L.CONT") for e in c.entries)
    led = c.before in words.inside or c.before in words.directions or c.before in words.kinds
    if (
        key in words.common
        and not (c.name.isupper() and country)
        and not (country and entities & PLACE_ENTITIES)
    ):
        return False
    if c.before.rstrip(".") in words.person_titles and not entities & PLACE_ENTITIES:
        return False
    after = _word_after(text, c.end)
    if after in words.organisation_tails and not (
        entities & PLACE_ENTITIES and text[c.end : c.end + 1] == ","
    ):
        return False
    if text[c.end : c.end + 1] == "-" and text[c.end + 1 : c.end + 2].isupper() and c.last + 2 < len(tokens):
        return False
    if _metonym(c, country, tokens, words):
        return False
    if "NORP" in entities or "LANGUAGE" in entities:
        return False
    wider = _wider(c, tokens)
    if wider in ("PERSON", "ORG", "WORK_OF_ART", "LAW", "PRODUCT", "EVENT"):
        return country and c.before in ("in", "from", "to", "into", "inside") and _touches_start(c, tokens)
    if entities & PLACE_ENTITIES:
        return True
    notable = country or any(e.population >= WELL_KNOWN or e.kind in ("P.PPLC", "P.PPLA") for e in c.entries)
    if entities & {"PERSON", "ORG", "DATE", "TIME", "CARDINAL", "WORK_OF_ART", "EVENT", "PRODUCT", "LAW"}:
        return c.before in ("in", "near", "outside", "into", "inside") and (
            notable or len(inner) > 1 or "PERSON" not in entities
        )
    if c.before in ("in", "near", "outside", "inside", "into") or (
        led and (notable or c.entries[0].id.startswith("cc-"))
    ):
        return True
    initial = c.start == c.part.start or text[max(0, c.start - 2) : c.start].strip() in (
        ".",
        "“",
        '"',
        "?",
        "!",
    )
    known_part = any(e.within or e.id.startswith("cc-") for e in c.entries) and len(key) > 5
    return (notable or known_part) and (not initial or country or " " in key or (notable and len(key) > 5))


def _unknown(c: Candidate, tokens: Sequence[Token], words: PlaceWords) -> bool:
    """A name that no entry bears is a place if the parser says so, whole, and the word before leads to one."""
    inner = tokens[c.first : c.last + 1]
    if {t.entity for t in inner} not in ({"GPE"}, {"LOC"}) or not inner[0].entity_begins:
        return False
    if c.last + 1 < len(tokens) and tokens[c.last + 1].entity and not tokens[c.last + 1].entity_begins:
        return False
    key = folded(c.name)
    return (
        key not in words.common
        and c.before in ("in", "near", "at", "of", "from", "to", "into", "outside") | words.kinds.keys()
    )


def _metonym(c: Candidate, country: bool, tokens: Sequence[Token], words: PlaceWords) -> bool:
    """ "Moscow said", "Washington and Riyadh accused": a state or capital that speaks or acts is its government."""
    if not country and not any(e.kind == "P.PPLC" for e in c.entries):
        return False
    token = tokens[c.last]
    for _ in range(3):
        if token.dep != "conj" or tokens[token.head] is token:
            break
        token = tokens[token.head]
    verb = tokens[token.head]
    if token.dep == "nsubj":
        return verb.lemma.lower() in words.speaking
    if token.dep == "pobj" and verb.dep == "agent":
        return True
    return token.dep == "pobj" and verb.text.lower() == "by" and tokens[verb.head].tag == "VBN"


def _wider(c: Candidate, tokens: Sequence[Token]) -> str:
    """The type of an entity that begins before the name or ends after it, or ""."""
    head, tail = tokens[c.first], tokens[c.last]
    if head.entity and not head.entity_begins and c.first > 0:
        return head.entity
    following = tokens[c.last + 1] if c.last + 1 < len(tokens) else None
    if tail.entity and following and following.entity == tail.entity and not following.entity_begins:
        return tail.entity if following.text not in ("'s", "’s", ",") else ""
    return ""


def _touches_start(c: Candidate, tokens: Sequence[Token]) -> bool:
    return tokens[c.first].entity_begins


def _word_before(text: str, start: int, floor: int) -> str:
    found = re.search(r"([\w’'-]+)\.?\s{1,3}(?:the\s|The\s)?[“\"(]?$", text[max(floor, start - 32) : start])
    return found.group(1).lower() if found else ""


def _word_after(text: str, end: int) -> str:
    found = re.match(r"(?:['’]s?)?\s([\w-]+)", text[end : end + 28])
    return found.group(1).lower() if found else ""
