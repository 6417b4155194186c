"""Bodies and offices of which a place has one: "the police", "the mayor of Lomar", "Lomar's coast guard".

Said bare in two accounts of one story they are one, unless the story tells two of them apart by a name or a
place. People in the plural ("residents", "officials") and whoever has many like them ("a spokesman", "the
source") are not read here: nothing shows that two outlets mean the same ones.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.records import Mention
from counterclaim.stages.identify.clusters import Clusters, UnitKey
from counterclaim.stages.identify.units import Unit
from counterclaim.values.names import NameWords, plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Sole:
    """What of its place a mention names, whose it is ("" if it does not say), and whether by a name."""

    office: str
    owner: str
    named: bool


HOME = frozenset(
    {"city", "town", "village", "district", "region", "province", "area", "country", "capital", "state"}
)
"""Owners that say no more than that the place is the one the account is about."""

LOCAL = frozenset(
    {"local", "city", "town", "municipal", "village", "regional", "provincial", "district", "national"}
)
"""Words before an office or a body that tell it from no other of its kind in most stories."""

TAIL = re.compile(r"\s+(?:in|of|for|at|from)\s+(?:the\s+)?((?:[^\W\d_a-zß-ÿ][\w'’-]*\s?)+)")
"""The place or the people that a mention ends on."""

INDEFINITE = re.compile(
    r"(?:an?|any|another|some|each|every|no|one|both|other|its|his|her|their|our|my|your|more|most)\b",
    re.IGNORECASE,
)
"""Words after which nobody in particular is meant, or whose owner a pronoun tells."""


def sole_of(mention: Mention, words: NameWords) -> Sole | None:
    """Read a mention as a body or an office of which there is one; None if it is not said as such."""
    if mention.kind == "pronoun":
        return None
    text = " ".join(mention.text.split())
    if mention.kind == "name" and mention.entity == "PERSON":
        before = " ".join(mention.text[: mention.head[0] - mention.start].split())
        found = _pattern(frozenset(words.sole_offices)).search(before)
        if found is not None and found.end() == len(before):
            return _sole(before, found, words, tail="", named=True)
    head = " ".join(mention.text[mention.head[0] - mention.start : mention.head[1] - mention.start].split())
    if mention.kind == "name" and mention.entity != "PERSON":
        of = _pattern(frozenset(words.sole_bodies)).search(head)
        if of is not None and re.match(r"\s(?:of|for)\s", head[of.end() :]):
            return Sole(office=words.sole_bodies[of.group().lower()], owner=plain(head), named=True)
    found = _pattern(frozenset((*words.sole_offices, *words.sole_bodies))).search(text)
    if (
        found is None
        or words.is_family(head)
        or not (found.group().lower().endswith(head.lower()) or head.endswith(found.group()))
    ):
        return None
    named = mention.kind == "name" and plain(head) != found.group().lower() and not _place_of(head, found)
    return _sole(text, found, words, tail=text[found.end() :], named=named)


def is_office(mention: Mention, words: NameWords) -> bool:
    """Tell whether a mention is of the holder of an office, without a name: "the mayor of Lomar"."""
    found = sole_of(mention, words)
    return found is not None and mention.kind == "nominal" and found.office in words.sole_offices.values()


def is_body(mention: Mention, words: NameWords) -> bool:
    """Tell whether a mention is of a body of which a place has one: "the fire service"."""
    found = sole_of(mention, words)
    return found is not None and found.office in words.sole_bodies.values()


def _place_of(head: str, found: re.Match[str]) -> bool:
    """Tell whether a name is a body's with one word before it, as "Lomar Police": its place."""
    return head.endswith(found.group()) and len(head.removesuffix(found.group()).split()) == 1


@lru_cache(maxsize=8)
def _pattern(offices: frozenset[str]) -> re.Pattern[str]:
    every = "|".join(re.escape(o) for o in sorted(offices, key=lambda o: (-len(o), o)))
    return re.compile(rf"\b(?:{every})\b" if every else r"(?!)", re.IGNORECASE)


def _sole(text: str, found: re.Match[str], words: NameWords, *, tail: str, named: bool) -> Sole | None:
    before = text[: found.start()].strip()
    if INDEFINITE.match(before):
        return None
    owner = _owner(re.sub(r"(?i)^the\b\s*", "", before), words)
    if owner is None:
        return None
    after = TAIL.match(tail)
    if not owner and after is not None:
        owner = _land(after.group(1).strip(), words)
    name = found.group().lower()
    office = words.sole_offices.get(name) or words.sole_bodies[name]
    return Sole(office=office, owner=owner, named=named)


def _owner(before: str, words: NameWords) -> str | None:
    """Whose a body is by the words before it: "" if they do not say, None if they make it another body."""
    possessed = re.match(r"(.+?)(?:['’]s|s['’])(?:\s+(.*))?$", before)
    if possessed is not None:
        if any(part.lower() not in LOCAL for part in (possessed.group(2) or "").split()):
            return None
        who = possessed.group(1)
        return "" if who.lower() in HOME else _land(who, words)
    parts = [part for part in before.split() if part.lower() not in LOCAL]
    if any(part in words.tiers for part in parts) and len(parts) == 1:
        return parts[0]
    if not all(part[:1].isupper() and part.lower() not in words.other_than for part in parts):
        return None
    return _land(" ".join(parts), words)


def _land(text: str, words: NameWords) -> str:
    low = plain(text)
    return words.demonym_of.get(low) or words.country_of.get(low) or low


def by_sole(clusters: Clusters, units: Sequence[Unit], words: NameWords) -> None:
    """Join those of one office and owner, and the bare ones where the story tells no two apart."""
    told: dict[str, dict[str, set[UnitKey]]] = defaultdict(lambda: defaultdict(set))
    named: dict[str, set[UnitKey]] = defaultdict(set)
    for u in units:
        for m in u.mentions:
            found = sole_of(m, words)
            if found is not None:
                told[found.office][found.owner].add(u.key)
                if found.named:
                    named[found.office].add(u.key)
    for office in sorted(told):
        _join_office(clusters, office, told[office], named[office])


def _join_office(
    clusters: Clusters, office: str, owners: Mapping[str, Iterable[UnitKey]], named: Iterable[UnitKey]
) -> None:
    because = f"“the {office}”: the story tells of one"
    for owner in sorted(o for o in owners if o):
        _join_all(clusters, owners[owner], named, f"“the {office}” and whose it is: {owner.title()}")
    told = {clusters.find(key) for owner in owners if owner for key in owners[owner]}
    told |= {clusters.find(key) for key in named}
    if len(told) > 1:
        return
    _join_all(clusters, {*owners.get("", ()), *told}, named, because)


def _join_all(clusters: Clusters, keys: Iterable[UnitKey], named: Iterable[UnitKey], why: str) -> None:
    """Join units unless two of them bear names of their own, which then stay apart with all the rest."""
    first, *others = sorted(keys) or [("", 0)]
    bearers = {clusters.find(key) for key in named}
    if len(bearers & {clusters.find(key) for key in (first, *others)}) > 1:
        return
    for other in others:
        clusters.join(first, other, why)
