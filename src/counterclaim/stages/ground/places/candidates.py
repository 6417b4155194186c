"""Words of an article that may name a place."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.records import Article, Extent, Parse, Part, Token
from counterclaim.stages.ground.places.candidate import Candidate, Known, kind_of_it, word_after, word_before
from counterclaim.stages.ground.places.entries import Gazetteer, GazetteerEntry
from counterclaim.stages.ground.places.evidence import ENOUGH, NOTABLE, WELL_KNOWN, Sight, evidence, sight_of
from counterclaim.stages.ground.places.names import bears, units_in_short
from counterclaim.values.places import PlaceWords, folded

LONGEST_NAME = 5
"""Words of the longest name that is looked up."""

LEADS = frozenset({"the", "at", "as", "an"})
"""Words with a capital at the start of a sentence that are no part of the name after them."""

LONGEST_UNKNOWN = 40
BEFORE_UNKNOWN = frozenset({"in", "near", "at", "of", "from", "to", "into", "outside"})

SMALL_KINDS = frozenset({"town", "district"})
"""What the word after a name of several words says, from which an unlisted one is a place."""

LEAST_FUSED = 5
"""Letters from which a last "s" may be a possessive without its apostrophe, in text stripped of marks."""

BODY = "S.ADMF"
"""The seat of a body: what the text says of the body is no place."""

PLACE_PARTS = frozenset({"headline", "dateline", "caption", "body"})
LINKING = frozenset({
    "al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ed", "es", "et", "ez", "er",
    "of", "de", "la", "del", "the", "du", "le",
})  # fmt: skip
"""Words without a capital that join those of a name."""

_LINKS = rf"(?:{'|'.join(sorted(LINKING))})"
_CAPITAL = (
    r"(?:(?:St|Ste|Mt|Ft)\.(?=\s[A-Z])|"
    r"(?:[AE][ldnrstz][sh]?-|[ae](?:l|d|n|r|s|sh|t|z)-|d['’])?"  # an Arabic article, "d'Ivoire"
    r"(?=[^\W\d_])(?-i:[A-ZÀ-ÞĀ-ſḀ-ỿʿ‘])[\w’'ʿʾ‘]*\w"  # a word with a capital
    r"|(?:[A-Z]\.){2,})"  # U.S.
)
_RUN = re.compile(rf"(?<![\w@#]){_CAPITAL}(?:(?:[ \t]\n?|\n|-){{1,2}}(?:{_LINKS}[ -])?{_CAPITAL})*")
_UNIT_LEAD = re.compile(r"(?:[a-z.]{2},|\b(?:in|of|from|across|throughout|northern|southern|the))\s$")
"""Before a short form of a unit: the place in it ("Fargo, N.D."), or a word that leads to a place."""
_BESIDE = re.compile(
    r",\s(?:in\s)?([A-Z][^\W\d_]{3,}(?:\s[A-Z][^\W\d_]{2,})?)(?=[.,;:)—–]|\s?$|['’]s\s(?:north|south|east|west))"
)
"""What stands behind a place as that in which it lies, closed by a mark."""

LANDS = frozenset({"A.PCLI", "P.PPLC", "L.CONT"})
"""Kinds that nothing unknown holds: states, capitals and continents."""

_PIECE = re.compile(r"(?:[A-Z]\.){2,}|(?:St|Ste|Mt|Ft)\.(?=\s[A-Z])|[\w’'ʿʾ‘]+")


def candidates(
    article: Article, parse: Parse, *, gazetteer: Gazetteer, words: PlaceWords, peoples: Counter[str]
) -> tuple[Candidate, ...]:
    """The names of an article that stand for places, in order, none overlapping.

    Read twice: what is a place for certain in one sentence lends weight to the same name in another.
    `peoples`: how often the people of each country are named.
    """
    implied = peoples.copy()
    tokens, starts = parse.tokens, parse.starts
    named = [
        list(_named(article.text, run, part, starts, gazetteer, words))
        for part in sorted(article.parts, key=lambda p: p.start)
        if part.kind in PLACE_PARTS
        for run in _RUN.finditer(article.text, part.start, part.end)
    ]
    known = Known(implied, people=_people(tokens))
    taken: list[Candidate] = []
    unlisted: dict[Extent, bool] = {}
    sights: dict[Extent, Sight] = {}
    for _ in range(2):
        taken, known = [], replace(known, last_end=-99)
        for options in named:
            done = -1
            for c in options:
                at = c.start, c.end
                if c.start < done:
                    continue
                if not c.entries:
                    if at not in unlisted:
                        unlisted[at] = _unknown(c, article.text, tokens, words)
                    is_place = unlisted[at]
                else:
                    if at not in sights:
                        sights[at] = sight_of(c, article.text, tokens, words)
                    if " " in c.name and sights[at].speaks:
                        done = c.end  # a part of a name that is none here is none either
                        continue
                    is_place = evidence(sights[at], known) >= ENOUGH
                if is_place:
                    taken.append(c)
                    done = c.end
                    known = replace(known, last_end=c.end)
        for c in taken:
            if len({e.country for e in c.entries}) == 1 or (c.entries and c.entries[0].kind == "A.PCLI"):
                implied[c.entries[0].country] += 1
        known = replace(known, names=frozenset(folded(c.name) for c in taken if c.entries))
    return tuple(_within_unknown(c, article.text, gazetteer, words) for c in taken)


def _within_unknown(c: Candidate, text: str, gazetteer: Gazetteer, words: PlaceWords) -> Candidate:
    """A lesser place with the land, unknown to the gazetteer, that it is put in: "Lomar, Tavronia,"."""
    behind = _BESIDE.match(text, c.end, c.part.end) if text[c.end : c.end + 1] == "," else None
    if (
        behind is None
        or not c.entries
        or any(e.kind in LANDS or e.population >= WELL_KNOWN for e in c.entries)
    ):
        return c
    name = behind.group(1)
    low = name.lower()
    if folded(name) in words.common or low in words.demonyms or low in words.adjectives:
        return c
    if any(gazetteer(piece) for piece in (name, *name.split())) or low in words.abbreviations:
        return c
    return replace(c, beyond=name)


def _people(tokens: Sequence[Token]) -> frozenset[str]:
    """The words of names of people that have several, folded: one of them alone is the person again."""
    found: set[str] = set()
    name: list[str] = []
    for token in (*tokens, None):
        if token is not None and token.entity == "PERSON" and not token.entity_begins:
            name.append(token.text)
            continue
        if len(name) > 1:
            found.update(folded(word) for word in name)
        name = [token.text] if token is not None and token.entity == "PERSON" else []
    return frozenset(found)


def _named(
    text: str, run: re.Match[str], part: Part, starts: Sequence[int], gazetteer: Gazetteer, words: PlaceWords
) -> Iterator[Candidate]:
    """The names within a run of capitalised words, the longest at each place first."""
    pieces = [m.span() for m in _PIECE.finditer(text, *run.span())]
    for at in range(len(pieces)):
        start = pieces[at][0]
        if not text[start].isalpha():
            continue
        for size in range(min(LONGEST_NAME, len(pieces) - at), 0, -1):
            whole_end = end = _bare_end(text, start, pieces[at + size - 1][1])
            name = " ".join(text[start:end].split())
            key = folded(name)
            if len(key) < 2 or key.rpartition(" ")[2] in LINKING:
                continue
            if size == 1 and name[0].islower():
                continue
            lead, _, rest = name.partition(" ")
            if rest and lead.lower() in LEADS and gazetteer(rest):
                continue
            entries = _entries(name, text, start, end, gazetteer, words)
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
            first = bisect_right(starts, start) - 1
            if first >= 0 and (entries or size > 1 or len(pieces) == 1):
                last = bisect_right(starts, whole_end - 1, first + 1) - 1
                yield Candidate(start, end, name, entries, part, first, last)


def _entries(
    name: str, text: str, start: int, end: int, gazetteer: Gazetteer, words: PlaceWords
) -> tuple[GazetteerEntry, ...]:
    """The entries that bear a name; of the name with its first word written out ("St. Marc"); of its unit."""
    found = tuple(e for e in gazetteer(name) if bears(name, e) and e.kind != BODY)
    first, _, rest = name.partition(" ")
    if found or rest:
        full = words.variants.get(folded(first)) if rest else None
        return found or (tuple(gazetteer(f"{full} {rest}")) if full else ())
    if name.lower() in words.degrees:
        return ()
    stop = text[end : end + 1] == "." or name.isupper()
    lead = text[max(0, start - 12) : start].lower()
    if stop and _UNIT_LEAD.search(lead):
        return units_in_short(name + ".", gazetteer=gazetteer, words=words)
    return ()


def _well_known(word: str, gazetteer: Gazetteer) -> bool:
    """Whether a word, or it without a fused possessive, names a state or a large town."""
    names = (word, word[:-1]) if len(word) > LEAST_FUSED and word.endswith("s") else (word,)
    return any(
        e.kind == "A.PCLI" or e.population >= WELL_KNOWN for n in names if len(n) > 3 for e in gazetteer(n)
    )


def _bare_end(text: str, start: int, end: int) -> int:
    """The end without a possessive."""
    for tail in ("'s", "’s", "'", "’"):
        if text.endswith(tail, start, end):
            return end - len(tail)
    return end


def _unknown(c: Candidate, text: str, tokens: Sequence[Token], words: PlaceWords) -> bool:
    """A name that no entry bears is a place if a word says so ("X village"), or the parser and a word do."""
    inner = tokens[c.first : c.last + 1]
    if kind_of_it(c, text, words) and c.name[-1].isalpha() and len(c.name) < LONGEST_UNKNOWN:
        return True
    if " " in c.name and words.kinds.get(word_after(text, c.end)) in SMALL_KINDS:
        last = folded(c.name).rpartition(" ")[2]
        return last not in words.organisation_tails | words.facilities | words.kinds.keys()
    if {t.entity for t in inner} not in ({"GPE"}, {"LOC"}) or not inner[0].entity_begins:
        return False
    if c.last + 1 < len(tokens) and tokens[c.last + 1].entity and not tokens[c.last + 1].entity_begins:
        return False
    before = word_before(text, c.start, c.part.start)
    return folded(c.name) not in words.common and (before in BEFORE_UNKNOWN or before in words.kinds)
