"""What a name may stand for: as it is written, written out, as a people's name, or by what it holds."""

import re
from collections.abc import Iterator

from counterclaim.stages.ground.places.entries import Gazetteer, GazetteerEntry
from counterclaim.values.places import STATE, PlaceWords, country_key, folded

Entries = tuple[GazetteerEntry, ...]

CODE = 3
"""Letters up to which capitals are a code."""

METROPOLIS = 1_000_000
TOWN = 10_000
AREAS = frozenset({STATE, "A.ADM1", "L.CONT"})

OF_KIND = re.compile(
    r"^(?:the )?(?:city|town|village|township|borough|county|state|province|district|port|isle|republic|"
    r"kingdom|commonwealth|gulf|lake|mount|river|region|island|municipality|governorate) of (?:the )?(?=\w)"
)
"""A word for what it is before a name, in its folded form."""

KIND_LAST = re.compile(
    r" (?:city|town|township|village|borough|county|parish|state|province|district|region|governorate|oblast|"
    r"raion|municipality|prefecture|area|river|creek|lake|island|islands|valley|hills?|beach|heights|camp|"
    r"peninsula|coast|metro|metropolitan area)$"
)
"""A word for what it is after a name, in its folded form."""

_WORD = re.compile(r"[^\W\d_][\w’'.]*")


def borne(name: str, after: str, *, gazetteer: Gazetteer, words: PlaceWords) -> Entries:
    """The entries that a name given as a place may stand for, most populous first; () when none does.

    `after` is the text right behind it: a stop may belong to a short form ("Calif."). Tried in order: a
    metropolis ("L.A."), a short form of a unit, a people's name ("Syrian"), the name itself, the name with
    its short words written out ("St."), and without a word for what it is ("town of", "County"). What has no
    capital is a common noun, unless it names a people.
    """
    short = name + "." if after.startswith(".") and not name.endswith(".") else name
    if name.islower():
        return people_of(name, gazetteer=gazetteer, words=words)
    key = folded(name)
    if key in words.facilities or key in words.kinds or key in words.directions:
        return people_of(name, gazetteer=gazetteer, words=words)
    plain = tuple(e for e in gazetteer(name) if bears(name, e))
    units = units_in_short(short, gazetteer=gazetteer, words=words)
    if short.count(".") != 1 and any(e.population >= METROPOLIS for e in plain):
        return plain + tuple(u for u in units if u not in plain)
    return (
        units
        or people_of(name, gazetteer=gazetteer, words=words)
        or plain
        or next(filter(None, (tuple(gazetteer(v)) for v in _written_out(name, words))), ())
    )


def bears(name: str, entry: GazetteerEntry) -> bool:
    """Codes in capitals name states and capitals alone ("US", "UK"), never a village called Us."""
    code = name.isupper() and len(name.replace(".", "")) <= CODE
    return not code or entry.kind in (STATE, "L.CONT") or entry.id.startswith("cc-")


def units_in_short(name: str, *, gazetteer: Gazetteer, words: PlaceWords) -> Entries:
    """The units that a short form may name: with a stop ("Tex."), or in two or three capitals ("WA")."""
    bare = re.sub(r"[\s.]", "", name)
    if not (
        2 <= len(bare) <= 5 and bare[0].isupper() and ("." in name or (bare.isupper() and len(bare) < 4))
    ):
        return ()
    return tuple(
        next(e for e in gazetteer(unit) if e.kind in ("A.ADM1", STATE) and e.country == country)
        for unit, country in words.abbreviations.get(bare.lower(), ())
        if any(e.kind in ("A.ADM1", STATE) and e.country == country for e in gazetteer(unit))
    )


def people_of(name: str, *, gazetteer: Gazetteer, words: PlaceWords) -> Entries:
    """The place of a people: of a state ("Syrian"), or of a region or continent ("Kurdish", "European")."""
    key = " ".join(name.lower().split())
    if key in words.adjectives:
        return tuple(gazetteer(words.adjectives[key]))
    code = words.demonyms.get(key)
    return tuple(e for e in gazetteer(country_key(code)) if e.kind == STATE) if code else ()


def held_in(name: str, *, gazetteer: Gazetteer, words: PlaceWords) -> tuple[str, Entries]:
    """The longest run of words of a name that itself names a place, the most populous of equals.

    For what no gazetteer lists: "Homs Military Airport" lies where "Homs" does. A single word counts only for
    a state, a unit or a larger town, since many small ones bear common words. An embassy does not lie in
    its state. ("", ()) if there is none.
    """
    pieces = [] if name.islower() else [m.span() for m in _WORD.finditer(name)]
    no_name = words.directions | words.organisation_tails | words.facilities | words.kinds.keys()
    abroad = any(name[a:b].lower() in words.missions for a, b in pieces)
    for size in range(len(pieces) - 1, 0, -1):
        held: list[tuple[int, str, Entries]] = []
        for at in range(len(pieces) - size + 1):
            part = name[pieces[at][0] : pieces[at + size - 1][1]].removesuffix("'s").removesuffix("’s")
            low = part.lower()
            if no_name.issuperset(low.split()):
                continue
            if part[:1].islower() or (size == 1 and low in words.common):
                continue
            entries = people_of(part, gazetteer=gazetteer, words=words) or tuple(gazetteer(part))
            if size == 1:
                entries = tuple(e for e in entries if e.population >= TOWN or e.kind in AREAS)
            if abroad:
                entries = tuple(e for e in entries if e.kind not in AREAS)
            if entries:
                held.append((max(e.population for e in entries), part, entries))
        if held:
            _, part, entries = max(held, key=lambda h: (h[0], h[1]))
            return part, entries
    return "", ()


def _written_out(name: str, words: PlaceWords) -> Iterator[str]:
    key = folded(name)
    pieces = key.split()
    full = " ".join(words.variants.get(p, p) for p in pieces)
    if full != key:
        yield full
    for form in dict.fromkeys((full, key)):
        for bare in (
            OF_KIND.sub("", form),
            KIND_LAST.sub("", form),
            KIND_LAST.sub("", OF_KIND.sub("", form)),
        ):
            if bare != form and len(bare) > 2:
                yield bare
    if key.endswith("s") and len(key) > 4:
        yield key[:-1]
