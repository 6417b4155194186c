"""What a unit is known by beyond its article: keys that two units of one actor share."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from counterclaim.records import ActorKind, Mention
from counterclaim.stages.identify.sole import is_body, is_office
from counterclaim.stages.identify.units import Unit
from counterclaim.values.names import (
    Description,
    Family,
    NameWords,
    describe,
    named_by,
    person_tokens,
    plain,
    singular,
)

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A key of a unit, the kind of actor it speaks for, and the words of which it was read."""

    key: Key
    kind: ActorKind
    because: str


def head_text(mention: Mention) -> str:
    """Return the head words of a mention."""
    return mention.text[mention.head[0] - mention.start : mention.head[1] - mention.start]


def described(mention: Mention, words: NameWords) -> Description:
    """Describe a nominal mention."""
    return describe(mention.text, head_text(mention) or mention.text, words=words)


def keys_of(unit: Unit, *, words: NameWords) -> list[Known]:
    """Return what a unit is known by over all articles; [] if by nothing."""
    found: dict[Key, Known] = {}
    for mention in unit.mentions:
        known = None
        if mention.kind == "name":
            known = _of_name(mention, words)
        elif mention.kind == "nominal":
            known = _of_nominal(mention, words)
        if known is not None:
            found.setdefault(known.key, known)
    if len(found) > 1:
        found.pop(("coalition", ""), None)
    return [found[k] for k in sorted(found)]


def _of_name(mention: Mention, words: NameWords) -> Known | None:
    head = head_text(mention)
    family = words.family(head)
    led = re.fullmatch(r"(?:the\s)?([\w.]+-led)\s+coalition", mention.text.strip(), re.IGNORECASE)
    if led is not None:
        low = led.group(1).lower().replace(".", "")
        return Known(key=("coalition", low), kind="armed_group", because=mention.text)
    if family is not None:
        return Known(key=("family", family.name), kind=family.kind, because=head)
    country = words.country_name(head)
    if country is not None:
        return Known(key=("state", country), kind="state", because=head)
    seat = words.capital_of.get(plain(head))
    if seat is not None and mention.entity != "PERSON":
        return Known(key=("government", seat), kind="government", because=head)
    if mention.entity == "NORP":
        return _people(mention, head, words)
    if mention.entity == "PERSON":
        return None
    return under_own_name(mention, words)


def under_own_name(mention: Mention, words: NameWords) -> Known | None:
    """Return what a name is known by that is in no list: its own words, in any order."""
    head = head_text(mention)
    classes = words.classes(head.split()[-1]) if head.split() else ()
    kind: ActorKind = "organisation"
    if "outlet" in classes or "outlet" in words.classes(head.split()[0] if head else ""):
        kind = "outlet"
    elif (classes and classes[0] == "armed") or (
        classes and classes[0] == "force" and mention.entity != "GPE"
    ):
        kind = "armed_group"
    elif mention.entity == "GPE":
        kind = "state"
    if plain(head) in words.joint:
        return None
    parts = sorted(p for p in plain(head).split() if p not in words.organisation_particles)
    return Known(key=("name", " ".join(parts)), kind=kind, because=head)


def _people(mention: Mention, head: str, words: NameWords) -> Known:
    key = plain(head)
    country = words.demonym_of.get(key)
    if country is not None:
        return Known(key=("people", country), kind="population", because=head)
    return Known(key=("people", key if key.endswith("s") else key + "s"), kind="population", because=head)


def _of_nominal(mention: Mention, words: NameWords) -> Known | None:
    said = described(mention, words)
    head = said.head
    group = (
        mention.plural
        or said.cls in ("organisation", "opposition", "force", "government")
        or head in words.collective
    )
    country = words.demonym_of.get(plain(mention.text)) or words.country_name(mention.text)
    if (
        country is not None
        and plain(mention.text) in words.demonym_of
        and not mention.plural
        and mention.entity == ""
    ):
        return Known(key=("state", country), kind="state", because=mention.text)
    family = words.group_family(said.family)
    if (
        family is not None
        and said.cls in ("armed", "organisation")
        and group
        and _means(mention, head, family, words)
    ):
        return Known(key=("family", family.name), kind=family.kind, because=mention.text)
    if said.cls == "government" and head in words.governments:
        many = mention.plural and mention.entity != ""
        if (many and head != "authority") or (head == "authority" and said.modifiers):
            return None
        owner = said.country or said.possessor or ""
        return Known(key=("government", owner), kind="government", because=mention.text)
    if mention.entity == "NORP" and mention.plural:
        return _people(mention, head_text(mention), words)
    machine = _owner_of_machine(mention, said, words)
    if machine is not None:
        return machine
    if head in words.joint | words.collective | {"group"} and _tail_side(said, words) == "rebel":
        return Known(key=("rebels",), kind="armed_group", because=mention.text)
    if (said.cls in ("armed", "opposition", "force") and (group or mention.plural)) or (
        said.cls == "organisation" and mention.plural and said.side is not None
    ):
        return _fighters(mention, said, words)
    return None


def body_of(mention: Mention, words: NameWords) -> tuple[str, str] | None:
    """The office of a public body ("health ministry", "state television") and whose it is, or ""."""
    text = mention.text.strip().lower().replace("defense", "defence")
    found = BODY.search(text)
    if found is None or singular(head_text(mention).lower()) not in BODIES:
        return None
    office = re.sub(r"^state-run|^state-owned", "state", re.sub(r"\btv$", "television", found.group()))
    owner = re.sub(r"^(?:the|a|an)\s+|['’]s?$", "", text[: found.start()].strip())
    country = words.demonym_of.get(owner) or words.country_of.get(plain(owner.removesuffix("s")))
    return office, "" if owner in OWNED_AT_HOME else country or owner


BODIES = frozenset({"ministry", "directorate", "department", "television", "tv", "radio"})
BODY = re.compile(
    r"\b(?:(?!(?:the|an?|its?|his|her|my|our|your|their|this|that|these|those|same|other|another|each|every|either|"
    r"neither|both|one|of|and)\b)[a-z]+ (?:ministry|directorate|department)"
    r"|state(?:-run|-owned)? (?:television|tv|radio))\b"
)
"""Public bodies of which a government has one for each office; "the ministry" says of no office."""

OWNED_AT_HOME = frozenset({"", "the", "country", "the country", "its", "state", "government", "national"})
"""Owners that say no more than that the body is the country's own."""


def _means(mention: Mention, head: str, family: Family, words: NameWords) -> bool:
    """Tell whether a group's name before a head names who is meant: not in "the X hospital"."""
    return head not in words.joint or named_by(mention.text, head_text(mention), family)


def _owner_of_machine(mention: Mention, said: Description, words: NameWords) -> Known | None:
    """Find whose planes, strikes or shells a mention is about; planes of nobody are no actor."""
    before = re.sub(r"\bair$", "", mention.text[: mention.head[0] - mention.start].rstrip().lower()).rstrip()
    if said.head not in words.machines:
        return None
    led = next((m for m in said.modifiers if m.endswith("-led")), None)
    if led is not None or before.endswith("coalition"):
        return Known(key=("coalition", led or ""), kind="armed_group", because=mention.text)
    if said.side == "rebel":
        return Known(key=("rebels",), kind="armed_group", because=mention.text)
    if said.side == "government":
        return Known(key=("government", said.country or ""), kind="government", because=mention.text)
    if said.country is not None:
        return Known(key=("arms", said.country), kind="state", because=mention.text)
    family = words.group_family(said.family)
    return Known(key=("family", family.name), kind=family.kind, because=mention.text) if family else None


def _tail_side(said: Description, words: NameWords) -> str | None:
    """Return the side of the people that "an alliance of rebels" is made of."""
    found = re.match(r"of\s+(?:[\w-]+\s+){0,2}?([\w-]+?)s?\b(?=$|\s)", said.tail)
    return "rebel" if found and found.group(1).lower() in words.rebel_side - words.bland else None


_LED = re.compile(r"-led$")


def _fighters(mention: Mention, said: Description, words: NameWords) -> Known | None:
    if said.head == "coalition":
        led = next((m for m in said.modifiers if _LED.search(m)), None)
        named = said.country or said.family or said.side or said.possessor or said.modifiers
        return (
            Known(key=("coalition", led or ""), kind="armed_group", because=mention.text)
            if led or not (named or re.match(r"(?i:an?\s)|(?i:the\s)?C", mention.text))
            else None
        )
    if said.possessor is not None and said.side is None:
        if said.possessor.startswith("kurd") and said.head in (
            "force",
            "fighter",
            "militia",
            "militant",
            "troop",
        ):
            return Known(key=("armed", "kurdish"), kind="armed_group", because=mention.text)
        return Known(key=("armed", said.possessor, said.head), kind="armed_group", because=mention.text)
    if said.cls == "force" or said.side == "government":
        if said.side == "rebel":
            return Known(key=("rebels",), kind="armed_group", because=mention.text)
        if said.side is None and set(said.modifiers) - words.regular:
            return None
        kind_of_unit = set(said.modifiers) - words.regular - words.government_side
        if said.head == "unit" and (said.family is not None or kind_of_unit):
            return None
        if said.side == "government" or (
            said.head in ("army", "military", "troop", "soldier", "force") and said.country
        ):
            owner = said.country or ""
            return Known(key=("force", owner), kind="government", because=mention.text)
        if said.head in ("army", "military", "troop"):
            return Known(key=("force", ""), kind="government", because=mention.text)
        return None
    if said.side == "rebel":
        foreign = [m for m in said.modifiers if m.startswith(("kurd", "non-"))]
        if foreign and foreign[0].startswith("kurd"):
            return Known(key=("armed", "kurdish"), kind="armed_group", because=mention.text)
        return Known(key=("rebels",), kind="armed_group", because=mention.text)
    if said.side == "jihadist":
        return Known(key=("jihadists",), kind="armed_group", because=mention.text)
    return None


def kind_of(mentions: Iterable[Mention], known: Sequence[Known], *, words: NameWords) -> ActorKind:
    """Choose the kind of an actor: what its keys say, else its entity types, else its head nouns."""
    mentions = tuple(mentions)
    named = [m.entity for m in mentions if m.kind == "name"]
    only_names = all(k.key[0] == "name" for k in known)
    if known and not (only_names and 2 * named.count("PERSON") >= len(named) > 0):
        counted = Counter(k.kind for k in known)
        return min(counted, key=lambda k: (-counted[k], k))
    votes: Counter[ActorKind] = Counter()
    for m in mentions:
        if m.kind == "name" and m.entity == "PERSON":
            votes["person"] += 3
        elif m.kind == "name":
            votes["organisation"] += 2
        elif m.kind == "nominal":
            votes[_nominal_kind(m, words)] += 1
    return min(votes, key=lambda k: (-votes[k], k)) if votes else "unnamed"


def _nominal_kind(mention: Mention, words: NameWords) -> ActorKind:
    if is_office(mention, words):
        return "person"
    classes = words.classes(head_text(mention))
    if not classes:
        return "organisation" if is_body(mention, words) else "unnamed"
    if mention.plural and "population" in classes:
        return "population"
    if classes[0] in ("armed", "force", "opposition") and mention.plural:
        return "armed_group"
    if "person" in classes:
        return "organisation" if is_body(mention, words) else "unnamed"
    table: dict[str, ActorKind] = {
        "government": "government", "organisation": "organisation", "outlet": "outlet",
        "armed": "armed_group", "force": "armed_group", "opposition": "armed_group",
        "population": "population",
    }  # fmt: skip
    return table.get(classes[0], "unnamed")


def persons(unit: Unit, *, words: NameWords) -> list[tuple[str, ...]]:
    """Return the parts of the personal names in a unit; single words whose type is unsure count too."""
    found = set()
    for m in unit.mentions:
        if m.kind != "name":
            continue
        head = head_text(m)
        if words.family(head) or words.country_name(head) or words.capital_of.get(plain(head)):
            continue
        parts = person_tokens(head, words)
        if m.entity == "PERSON" or (len(parts) == 1 and m.entity != "NORP" and not words.classes(head)):
            found.add(parts)
    return sorted(found)
