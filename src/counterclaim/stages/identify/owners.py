"""Whose government and whose forces: the owners of "the regime", "the army", "his forces"."""

from collections import Counter
from collections.abc import Mapping, Sequence

from counterclaim.records import Mention, Reading, Relation
from counterclaim.stages.identify.clusters import UnitKey
from counterclaim.stages.identify.keys import Key, Known, head_text
from counterclaim.stages.identify.units import Unit
from counterclaim.values.names import NameWords, office_of, plain

RULES = 3
"""How much more "the Syrian regime" says of whose government a story is about than "Syrian forces"."""


def settle_loyal(
    units: Sequence[Unit],
    keys: dict[UnitKey, list[Known]],
    readings: Sequence[Reading],
    where: Mapping[tuple[str, tuple[int, int]], UnitKey],
    words: NameWords,
) -> None:
    """Take "forces loyal to the president" and "his forces" for the forces of the government."""
    holder = {(m.article, m.start): u.key for u in units for m in u.mentions if m.text.lower() in POSSESSIVE}
    lords: dict[UnitKey, UnitKey] = {}
    for reading in readings:
        for r in reading.relations:
            one, other = where.get((r.article, r.subject_at)), where.get((r.article, r.object_at))
            if r.predicate == "backs" and one is not None and other is not None and _loyal(reading, r):
                lords.setdefault(one, other)
    for u in units:
        for m in u.mentions:
            lord = holder.get((m.article, m.start))
            if m.kind == "nominal" and lord is not None and lord != u.key:
                lords.setdefault(u.key, lord)
    for u in units:
        lord = lords.get(u.key)
        if lord is None or keys[u.key] or not any(_fighting(m, words) for m in u.mentions):
            continue
        country = _ruled(keys[lord], words)
        text = next(m.text for m in u.mentions if _fighting(m, words))
        if country is not None:
            keys[u.key] = [Known(key=("force", country), kind="government", because=text)]


POSSESSIVE = frozenset({"its", "their", "his", "her"})


def _fighting(mention: Mention, words: NameWords) -> bool:
    return mention.kind == "nominal" and mention.plural and "force" in words.classes(head_text(mention))


def _loyal(reading: Reading, relation: Relation) -> bool:
    said = reading.article.text[relation.subject_at[1] : relation.object_at[0]]
    return " ".join(said.split()).startswith(("loyal to", "fighting for"))


def _ruled(known: Sequence[Known], words: NameWords) -> str | None:
    """Return the country that a unit governs, "" if it governs one that is not named, None if none."""
    for k in known:
        if k.key[0] in ("government", "force"):
            return k.key[1]
        family = words.family_of.get(plain(k.key[1])) if k.key[0] == "family" else None
        if family is not None and family.kind == "person" and family.country is not None:
            return family.country
    return None


def own_country(keys: Mapping[UnitKey, Sequence[Known]], main: str) -> str | None:
    """Return the country whose government fights rebels in this story, if there is one."""
    armed = Counter(k.key[0] for known in keys.values() for k in known)
    return main or None if armed["rebels"] else None


def _said_to_rule(known: Known, words: NameWords) -> bool:
    """Tell whether a key was read of a description ("the Syrian regime") and not of a seat ("Moscow")."""
    if known.key[0] not in ("government", "force") or known.key[1] not in words.countries_known:
        return False
    return plain(known.because) not in words.capital_of and words.country_name(known.because) is None


def settle_owners(units: Sequence[Unit], keys: dict[UnitKey, list[Known]], words: NameWords) -> None:
    """Give "the government" and "the army" the country whose government the story is about."""
    counted: Counter[str] = Counter()
    ruled = {c.lower(): c for c in words.countries_known}
    for u in units:
        for k in keys[u.key]:
            if _said_to_rule(k, words):
                counted[k.key[1]] += len(u.mentions) * (RULES if k.key[0] == "government" else 1)
        for m in u.mentions:
            office = office_at(m, words) if m.kind == "nominal" and m.entity == "PERSON" else ""
            country = ruled.get(office.removesuffix(" president")) if office.endswith(" president") else None
            if country is not None:
                counted[country] += RULES - 1
    main = min(counted, key=lambda c: (-counted[c], c)) if counted else ""
    own = own_country(keys, main)
    led = sorted({k.key[1] for known in keys.values() for k in known if k.key[0] == "coalition" and k.key[1]})
    for unit_key, known in keys.items():
        settled = []
        for k in known:
            key: Key = k.key
            if key[0] in ("government", "force") and not key[1] and main:
                key = (key[0], main)
            if key == ("coalition", "") and len(led) == 1:
                key = ("coalition", led[0])
            kind = k.kind
            if key[0] == "arms":
                key = ("government", key[1])
            elif key[0] == "state" and key[1] == own and plain(k.because) in words.demonym_of:
                key, kind = ("government", key[1]), "government"
            if key[0] == "government" and key[1] != own and key[1] in words.countries_known:
                key, kind = ("state", key[1]), "state"
            settled.append(Known(key=key, kind=kind, because=k.because))
        keys[unit_key] = settled


def office_at(mention: Mention, words: NameWords) -> str:
    """Return the office that a mention names, "" if none: the title before a name, or the description."""
    if mention.plural or mention.kind == "pronoun":
        return ""
    if mention.kind == "name":
        if mention.entity != "PERSON":
            return ""
        return office_of(mention.text[: mention.head[0] - mention.start], words)
    return office_of(mention.text, words)
