"""Bodies that each country has: whose ministry, whose court, and which names of them are one body's."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from counterclaim.records import Extent, Mention, Reading, Statement
from counterclaim.stages.identify.clusters import UnitKey
from counterclaim.stages.identify.keys import BODY, OWNED_AT_HOME, Known, head_text
from counterclaim.stages.identify.units import Unit
from counterclaim.values.names import NameWords, plain

OF_OFFICE = re.compile(
    r"\b(ministry|directorate|department) of (?:the )?((?:foreign |public |internal |home )?[a-z]+)\b"
)
"""A ministry with its office behind it: "the Ministry of Foreign Affairs"."""

MINISTRIES = frozenset({"ministry", "directorate", "department"})
"""Heads of the bodies that are told by their office, however it is put."""

LONGER = frozenset(
    {"foreign", "public", "internal", "home", "social", "religious", "economic", "emergency", "higher"}
)
"""Words before a ministry's office that are a part of it: "Foreign Affairs Ministry"."""

TAIL = re.compile(r"\s+(?:of|in)\s+(?:the\s+)?([^\W\d_a-zß-ÿ][\w'’-]*(?:\s[^\W\d_a-zß-ÿ][\w'’-]*)*)")
"""Whose a body is, or where, behind it: "the Health Ministry in Varn"."""


def owned_body(mention: Mention, words: NameWords) -> tuple[str, str] | None:
    """What body a mention names and whose it is, "" if it does not say; None if it names no such body.

    "Russia's Defence Ministry", "the Russian Ministry of Defense" and "the Defence Ministry of Russia" are
    ("defence ministry", "Russia"). A name with an owner before it is a body of that owner, whatever it is.
    """
    if mention.kind == "pronoun" or mention.entity == "PERSON":
        return None
    text = " ".join(mention.text.split())
    low = text.lower().replace("defense", "defence")
    found, named = BODY.search(low), OF_OFFICE.search(low)
    if named is not None:
        office, start, end = f"{named.group(2)} {named.group(1)}", named.start(), named.end()
    elif found is not None and found.group().split()[-1] in MINISTRIES:
        office, start, end = found.group(), found.start(), found.end()
        before = low[:start].split()
        if before and before[-1] in LONGER:
            office, start = f"{before[-1]} {office}", low.rindex(before[-1], 0, start)
    elif mention.kind == "name":
        return _possessed(mention, words)
    else:
        return None
    head = plain(re.split(r"\sin\s", head_text(mention))[0]).split() or [""]
    if MINISTRIES.isdisjoint((head[0], head[-1])):
        return None
    tail = TAIL.match(text, end)
    owner = _owner(text[:start], words) or (_land(tail.group(1), words) if tail else "")
    return office.replace(" affairs", ""), owner


def _possessed(mention: Mention, words: NameWords) -> tuple[str, str] | None:
    before = mention.text[: mention.head[0] - mention.start]
    body = plain(head_text(mention))
    if not re.search(r"['’]s?\s+$", before):
        return (body, "") if " " in body else None
    return body, _owner(before, words)


def _owner(before: str, words: NameWords) -> str:
    """Whose a body is, by the words before its office; a capitalised word or one with a possessive tells."""
    said = re.sub(r"^(?:the|an?)\b\s*", "", before.strip(), flags=re.IGNORECASE)
    possessor = re.match(r"(.+?)(?:['’]s|(?<=s)['’])(?:\s|$)", said)
    if possessor is not None:
        who = possessor.group(1)
        return "" if who.lower() in OWNED_AT_HOME else _land(who, words)
    parts = [p for p in said.split() if p[:1].isupper() and not re.search(r"-(?:run|led|controlled)$", p)]
    return _land(" ".join(parts), words) if parts else ""


def _land(text: str, words: NameWords) -> str:
    low = plain(text)
    return words.demonym_of.get(low) or words.country_of.get(low) or words.capital_of.get(low) or low


def part_owned(mentions: Sequence[Mention], words: NameWords) -> list[Mention]:
    """Part the chains of one article that run together bodies of two owners, in the order of the text.

    What names no owner, a pronoun too, goes with the owner named last before it.
    """
    owners: dict[int, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for m in mentions:
        body = owned_body(m, words)
        if body is not None and body[1]:
            owners[m.chain][body[0]].add(body[1])
    mixed = {chain for chain, bodies in owners.items() if any(len(o) > 1 for o in bodies.values())}
    if not mixed:
        return list(mentions)
    top = max(m.chain for m in mentions)
    chains: dict[tuple[int, str], int] = {}
    last: dict[int, int] = {}
    parted = {}
    for m in sorted(mentions, key=lambda m: (m.start, m.end)):
        if m.chain not in mixed:
            continue
        body = owned_body(m, words)
        if body is not None and body[1]:
            key = (m.chain, body[1])
            if key not in chains:
                top += m.chain in last
                chains[key] = top if m.chain in last else m.chain
            last[m.chain] = chains[key]
        parted[(m.start, m.end)] = last.get(m.chain, m.chain)
    return [replace(m, chain=parted[m.start, m.end]) if m.chain in mixed else m for m in mentions]


def bodies_of(
    units: Sequence[Unit], words: NameWords
) -> Mapping[str, Mapping[str, Sequence[tuple[UnitKey, str]]]]:
    """For each body and owner of a story the units that are it, with the words that say so."""
    found: dict[str, dict[str, list[tuple[UnitKey, str]]]] = defaultdict(lambda: defaultdict(list))
    for u in units:
        bodies = [(body, m.text) for m in u.mentions if (body := owned_body(m, words)) is not None]
        owned = {body[0] for body, _ in bodies if body[1]}
        for (office, owner), text in bodies:
            if owner or office not in owned:
                found[office][owner].append((u.key, text))
    return found


def settle_owned(units: Sequence[Unit], keys: dict[UnitKey, list[Known]], words: NameWords) -> None:
    """Tell bodies of one name apart by their owners, where a story has two of them."""
    for office, owners in sorted(bodies_of(units, words).items()):
        if len([o for o in owners if o]) < 2:
            continue
        for owner in sorted(o for o in owners if o):
            for unit, text in owners[owner]:
                known = Known(key=("body", office, owner), kind="organisation", because=text)
                others = [k for k in keys[unit] if k.key[0] not in ("name", "body")]
                if not others:
                    keys[unit] = [known]


def own_speakers(reading: Reading, words: NameWords) -> Reading:
    """Give back what a body said that was taken for another owner's body of a fuller name.

    "Gaza's Health Ministry" beside "the Israeli Health Ministry" is no short name of it.
    """
    bodies = [(m, body) for m in reading.mentions if (body := owned_body(m, words)) is not None]
    owners: dict[str, set[str]] = defaultdict(set)
    for _, (office, owner) in bodies:
        owners[office].update({owner} - {""})
    if all(len(found) < 2 for found in owners.values()):
        return reading

    def at(extent: Extent) -> tuple[Mention, tuple[str, str]] | None:
        return next((b for b in bodies if b[0].head[0] < extent[1] and extent[0] < b[0].head[1]), None)

    def own(said: Statement) -> Statement:
        here = next((b for extent in said.source if (b := at(extent)) is not None), None)
        taken = at(said.speaker_at) if said.speaker_at is not None else None
        if here is None or taken is None or here[1][0] != taken[1][0] or not here[1][1]:
            return said
        if here[1][1] == taken[1][1]:
            return said
        return replace(said, speaker_at=here[0].head, speaker_name=head_text(here[0]))

    return replace(reading, statements=tuple(map(own, reading.statements)))
