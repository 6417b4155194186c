"""Words of an article that may name a place."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.records import Article, Parse, Part, Token
from counterclaim.stages.ground.places.entries import Gazetteer, GazetteerEntry
from counterclaim.stages.ground.places.names import bears
from counterclaim.values.places import PlaceWords, folded

LONGEST_NAME = 5
"""Words of the longest name that is looked up."""

WELL_KNOWN = 100_000
"""People from which a town's name alone is taken for it, where the parser saw no name of any kind."""

ENOUGH = 2.0
"""Evidence from which a name is taken for a place. Set on the development parts of four corpora."""

NEVER = -99.0

LEADS = frozenset({"the", "at", "as", "an"})
"""Words with a capital at the start of a sentence that are no part of the name after them."""

LONGEST_UNKNOWN = 40

LEAST_FUSED = 5
"""Letters from which a last "s" may be a possessive without its apostrophe, in text stripped of marks."""

MANY = 3
"""Mentions from which an article is about a country."""

BODY = "S.ADMF"
"""The seat of a body: what the text says of the body is no place."""

NOTABLE = frozenset({"P.PPLC", "P.PPLA", "L.RGN", "H.WTR"})

NOT_PLACES = frozenset({"PERSON", "ORG", "WORK_OF_ART", "LAW", "PRODUCT", "EVENT", "NORP", "LANGUAGE"})

PLACE_PARTS = frozenset({"headline", "dateline", "caption", "body"})
PLACE_ENTITIES = frozenset({"GPE", "LOC", "FAC"})
LINKS = r"(?:al|el|ad|an|ar|as|ash|at|az|ed|es|et|ez|er|of|de|la|del|the|du|le)"
_CAPITAL = (
    r"(?:(?:[AE][ldnrstz][sh]?-|[ae](?:l|d|n|r|s|sh|t|z)-)?"  # an Arabic article
    r"(?=[^\W\d_])(?-i:[A-ZÀ-ÞĀ-ſḀ-ỿʿ‘])[\w’'ʿʾ‘]*\w"  # a word with a capital
    r"|(?:[A-Z]\.){2,})"  # U.S.
)
_RUN = re.compile(rf"(?<![\w@#]){_CAPITAL}(?:(?:[ \t]\n?|\n|-){{1,2}}(?:{LINKS}[ -])?{_CAPITAL})*")
_DATELINE = re.compile(r"\s\([A-Z][\w ]{1,16}\)|\s?[—–:]\s|\s--?\s|,\s[A-Z][\w. ]{1,20}\s(?:\(|[—–-]{1,2}\s)")
_IN_PLACE = re.compile(r"(?:,?\s(?:in|near)\s(?:the\s)?|,\s)((?:[A-Z][\w’'-]*\s?){1,3})")
_LINK_LAST = re.compile(rf"(?:^|\s){LINKS}$")
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


@dataclass(frozen=True, slots=True)
class Known:
    """What the article has shown: countries implied, names taken for places, where the last one ended."""

    countries: Counter[str]
    names: frozenset[str] = frozenset()
    last_end: int = -99


def candidates(
    article: Article, parse: Parse, *, gazetteer: Gazetteer, words: PlaceWords
) -> tuple[Candidate, ...]:
    """The names of an article that stand for places, in order, none overlapping.

    Read twice: what is a place for certain in one sentence lends weight to the same name in another.
    """
    implied: Counter[str] = Counter()
    for word, many in Counter(re.findall(r"[A-Z][a-z]+", article.text)).items():
        if code := words.demonyms.get(word.lower()):
            implied[code] += many
    tokens, starts = parse.tokens, [token.start for token in parse.tokens]
    named = [
        list(_named(article.text, run, part, starts, gazetteer))
        for part in sorted(article.parts, key=lambda p: p.start)
        if part.kind in PLACE_PARTS
        for run in _RUN.finditer(article.text, part.start, part.end)
    ]
    known = Known(implied)
    taken: list[Candidate] = []
    for _ in range(2):
        taken, at = [], -99
        for options in named:
            done = -1
            for c in options:
                if c.start < done:
                    continue
                if " " in c.name and _speaks(c, tokens, words):
                    done = c.end  # a part of a name that is none here is none either
                    continue
                seen = Known(known.countries, known.names, at)
                if (
                    evidence(c, article.text, tokens, words, seen) >= ENOUGH
                    if c.entries
                    else _unknown(c, article.text, tokens, words)
                ):
                    taken.append(c)
                    done = at = c.end
        for c in taken:
            if len({e.country for e in c.entries}) == 1 or (c.entries and c.entries[0].kind == "A.PCLI"):
                implied[c.entries[0].country] += 1
        known = Known(implied, frozenset(folded(c.name) for c in taken if c.entries))
    return tuple(taken)


def _named(
    text: str, run: re.Match[str], part: Part, starts: Sequence[int], gazetteer: Gazetteer
) -> Iterator[Candidate]:
    """The names within a run of capitalised words, the longest at each place first."""
    pieces = [m.span() for m in _PIECE.finditer(text, *run.span())]
    for at in range(len(pieces)):
        for size in range(min(LONGEST_NAME, len(pieces) - at), 0, -1):
            start, end = pieces[at][0], _bare_end(text, pieces[at][0], pieces[at + size - 1][1])
            name = " ".join(text[start:end].split())
            key = folded(name)
            first, last = bisect_right(starts, start) - 1, bisect_right(starts, end - 1) - 1
            if len(key) < 2 or first < 0 or not text[start].isalpha() or _LINK_LAST.search(key):
                continue
            if name[0].islower() and size == 1:
                continue
            lead, _, rest = name.partition(" ")
            if lead.lower() in LEADS and rest and gazetteer(rest):
                continue
            entries = tuple(e for e in gazetteer(name) if bears(name, e) and e.kind != BODY)
            if not entries and name.endswith("s") and len(name) > LEAST_FUSED:
                entries = tuple(
                    e for e in gazetteer(name[:-1]) if e.population >= WELL_KNOWN or e.kind in NOTABLE
                )
                name, end = (name[:-1], end - 1) if entries else (name, end)
            if (
                not entries
                and size > 1
                and any(_well_known(text[a:b], gazetteer) for a, b in pieces[at : at + size])
            ):
                continue
            if entries or (size == len(pieces) - at and at == 0) or size > 1 or len(pieces) == 1:
                yield Candidate(
                    start, end, name, entries, part, first, last, _word_before(text, start, part.start)
                )


def _well_known(word: str, gazetteer: Gazetteer) -> bool:
    """Whether a word, or it without a fused possessive, names a state or a large town."""
    names = (word, word[:-1]) if len(word) > LEAST_FUSED and word.endswith("s") else (word,)
    return any(
        e.kind == "A.PCLI" or e.population >= WELL_KNOWN for n in names if len(n) > 3 for e in gazetteer(n)
    )


def _bare_end(text: str, start: int, end: int) -> int:
    """The end without a possessive."""
    for tail in ("'s", "’s", "'", "’"):
        if text[start:end].endswith(tail):
            return end - len(tail)
    return end


def evidence(c: Candidate, text: str, tokens: Sequence[Token], words: PlaceWords, known: Known) -> float:
    """How much speaks for the words being a place here; `ENOUGH` is enough."""
    key = folded(c.name)
    inner = tokens[c.first : c.last + 1]
    entities = {t.entity for t in inner}
    country = _is_country(c)
    after = _word_after(text, c.end)
    if _speaks(c, tokens, words) or (country and c.before in words.acting_leads):
        return NEVER
    if c.name.lower() in words.demonyms or (key in words.directions and after not in words.kinds):
        return NEVER
    compound = text[c.end : c.end + 1] == "-" and (
        text[c.end + 1 : c.end + 2].isupper() or _word_after(text, c.end) in words.actor_tails
    )
    if c.before.rstrip(".") in words.person_titles or compound:
        return NEVER
    score = 0.0
    run_on = key not in known.names and " " not in key and _runs_on(c, text)
    held = {e.country for e in c.entries}
    own = len(held) == 1 and known.countries[min(held)] >= MANY
    if entities & PLACE_ENTITIES:
        score += 2.0
    elif entities & NOT_PLACES:
        score -= 0.5 if own and c.name.lower() not in words.demonyms else 1.5
    if c.before in words.directions or c.before in ("in", "near", "outside", "inside", "into"):
        score += 2.0
    elif c.before in words.inside or c.before in words.kinds:
        score += 2.0 if _kind_of(c, text, words) else 1.0 if c.before == "of" else 1.5
    elif c.before in ("on", "for", "by", "s"):
        score += 0.5
    if text[max(0, c.start - 6) : c.start].endswith((" and ", ", ")) and known.last_end >= c.start - 6:
        score += 1.5
    if after in words.kinds:
        score += 1.5
    if country:
        score += 2.5
    elif any(e.population >= WELL_KNOWN or e.kind in NOTABLE for e in c.entries):
        score += 1.5
    if own:
        score += 2.0
    elif any(known.countries[e.country] for e in c.entries):
        score += 1.0
    if _DATELINE.match(text, c.end) and c.start == c.part.start:
        score += 2.0
    if any(e.id.startswith("cc-") for e in c.entries):
        score += 1.5 if any(known.countries[e.country] for e in c.entries) else 0.5
    if (held_by := _IN_PLACE.match(text, c.end)) and _known_beside(held_by.group(1), known):
        score += 1.5
    if " " in key:
        score += 1.0
    if key in known.names:
        score += 1.0
    if key in words.common and not (country and (c.name.isupper() or entities & PLACE_ENTITIES)):
        score -= 3.0
    if after in words.organisation_tails:
        score -= 3.0
    if _wider(c, tokens) in ("PERSON", "ORG", "WORK_OF_ART", "LAW", "PRODUCT", "EVENT"):
        score -= 2.0
    if c.start == c.part.start or text[max(0, c.start - 2) : c.start].strip() in (".", "“", '"', "?", "!"):
        score -= 0.5
    if run_on and not country and not entities & PLACE_ENTITIES:
        score -= 1.5
    if not country and _is_somebody(c, run_on, tokens):
        score -= 3.0
    return score


SPEAKING = frozenset({"say", "tell", "add", "insist", "argue", "claim", "reply", "write", "explain"})
"""Verbs whose subject speaks: small towns do not."""


def _is_somebody(c: Candidate, run_on: bool, tokens: Sequence[Token]) -> bool:
    """Whether a name that small places bear stands where a person does: "Rask said"."""
    if any(e.population >= WELL_KNOWN or e.kind in NOTABLE for e in c.entries):
        return False
    token = tokens[c.last]
    speaks = token.dep == "nsubj" and tokens[token.head].lemma.lower() in SPEAKING
    return speaks or (run_on and token.dep == "appos")


def _is_country(c: Candidate) -> bool:
    return any(e.kind in ("A.PCLI", "L.CONT") for e in c.entries)


def _speaks(c: Candidate, tokens: Sequence[Token], words: PlaceWords) -> bool:
    """Whether the name stands for a government here."""
    return _metonym(c, _is_country(c), tokens, words)


def _known_beside(words_after: str, known: Known) -> bool:
    """Whether a run of capitalised words begins with a name taken for a place."""
    pieces = words_after.split()
    return any(folded(" ".join(pieces[:n])) in known.names for n in range(len(pieces), 0, -1))


def _runs_on(c: Candidate, text: str) -> bool:
    """A single word between other capitals ("County Fire Marshal") is seldom a place by itself."""
    before = re.search(r"[A-Z][\w’'.-]*\s$", text[max(c.part.start, c.start - 20) : c.start])
    after = re.match(r"\s[A-Z][\w’'-]+", text[c.end : c.end + 20])
    return bool(before or after)


def _kind_of(c: Candidate, text: str, words: PlaceWords) -> bool:
    """Whether a word says what it is: "the town of X", "district of X"."""
    found = re.search(r"\b([a-z]+)\sof\s(?:the\s)?$", text[max(c.part.start, c.start - 24) : c.start])
    return bool(found and found.group(1) in words.kinds)


def _unknown(c: Candidate, text: str, tokens: Sequence[Token], words: PlaceWords) -> bool:
    """A name that no entry bears is a place if the parser says so and the word before leads to one."""
    inner = tokens[c.first : c.last + 1]
    if _kind_of(c, text, words) and c.name[-1].isalpha() and len(c.name) < LONGEST_UNKNOWN:
        return True
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
    """A state or capital that speaks or acts is its government: "Moscow said", "Riyadh accused"."""
    if c.before in words.directions or c.before in words.inside:
        return False
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
    if token.dep in ("dobj", "nsubjpass"):
        return verb.lemma.lower() in words.addressing
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
    found = re.match(r"(?:['’]s?)?[\s-]([\w-]+)", text[end : end + 28])
    return found.group(1).lower() if found else ""
