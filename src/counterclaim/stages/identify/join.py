"""Which units are one actor. Every join has a rule for its reason; likeness of spelling is none."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from counterclaim.records import KnownActor, Reading
from counterclaim.stages.identify.clusters import Clusters, UnitKey
from counterclaim.stages.identify.context import (
    by_context,
    by_naming,
    by_passage,
    by_possessor,
    by_principal,
)
from counterclaim.stages.identify.keys import Key, Known, body_of, head_text, keys_of, persons
from counterclaim.stages.identify.owned_bodies import MINISTRIES, owned_body, settle_owned
from counterclaim.stages.identify.owners import office_at, settle_loyal, settle_owners
from counterclaim.stages.identify.short_names import settle_short
from counterclaim.stages.identify.sole import by_sole
from counterclaim.stages.identify.units import Unit
from counterclaim.values.names import (
    NameWords,
    initials,
    person_tokens,
    plain,
    same_person,
)

PRINCIPAL = 3
"""How many times more often than the next one the bearer of a shared surname must be mentioned for a bare
surname elsewhere to be taken for it; set by reading development articles."""


def join_units(
    units: Sequence[Unit],
    readings: Sequence[Reading],
    where: Mapping[tuple[str, tuple[int, int]], UnitKey],
    *,
    words: NameWords,
    known: Sequence[KnownActor],
) -> tuple[Clusters, dict[UnitKey, list[Known]]]:
    """Join units that the rules hold for one actor; return them with what each unit is known by."""
    clusters = Clusters(units)
    keys = {u.key: keys_of(u, words=words) for u in units}
    settle_short(units, keys, readings, words)
    settle_loyal(units, keys, readings, where, words)
    settle_owners(units, keys, words)
    settle_owned(units, keys, words)
    _by_user(clusters, units, known)
    _by_key(clusters, units, keys)
    _by_relation(clusters, readings, where)
    _by_acronym(clusters, units, keys)
    _by_person(clusters, units, words)
    _by_office(clusters, units, words)
    _by_body(clusters, units, words)
    by_sole(clusters, units, words)
    _by_owner(clusters, units, keys, words)
    by_naming(clusters, units, readings, words)
    by_context(clusters, units, keys, readings, where)
    by_passage(clusters, units, readings)
    by_possessor(clusters, units, keys, readings, where, words)
    by_principal(clusters, units, keys, readings)
    return clusters, keys


def _by_key(clusters: Clusters, units: Sequence[Unit], keys: Mapping[UnitKey, Sequence[Known]]) -> None:
    first: dict[Key, tuple[UnitKey, str]] = {}
    for u in units:
        for k in keys[u.key]:
            if k.key[0] == "jihadists" or k.key == ("coalition", ""):
                continue
            if k.key in first:
                other, said = first[k.key]
                clusters.join(other, u.key, _sentence(k.key, said, k.because))
            else:
                first[k.key] = (u.key, k.because)


def _sentence(key: Key, one: str, other: str) -> str:
    one, other = sorted((one, other))
    pair = f"“{one}” and “{other}”" if one != other else f"“{one}”"
    if key[0] == "family":
        return f"{pair}: names of {key[1]} in the list of names"
    if key[0] == "body":
        return f"{pair}: the {key[1]} of {key[2]}"
    if key[0] == "name":
        return f"{pair}: the same name"
    if key[0] == "state":
        return f"{pair}: {key[1]}, by its name, its seat or its government"
    if key[0] == "government":
        return f"{pair}: the government of {key[1] or 'the country'}"
    if key[0] == "force":
        return f"{pair}: the forces of the government of {key[1] or 'the country'}"
    if key[0] == "coalition":
        return f"{pair}: the {key[1]} coalition, the one that the story names"
    if key[0] == "rebels":
        return f"{pair}: words for the armed opposition of one story"
    return f"{pair}: the same description"


def _by_user(clusters: Clusters, units: Sequence[Unit], known: Sequence[KnownActor]) -> None:
    for actor in sorted(known, key=lambda k: k.name):
        names = {plain(n): n for n in (actor.name, *actor.aliases)}
        first: UnitKey | None = None
        for u in units:
            said = next(
                (
                    m.text
                    for m in u.mentions
                    if plain(m.text) in names or (plain(head_text(m)) in names and m.kind == "name")
                ),
                None,
            )
            if said is None:
                continue
            if first is None:
                first = u.key
            else:
                clusters.join(first, u.key, f"“{said}”: a name that the user gave for {actor.name}")


def _by_relation(
    clusters: Clusters,
    readings: Sequence[Reading],
    where: Mapping[tuple[str, tuple[int, int]], UnitKey],
) -> None:
    for reading in readings:
        named = {(m.start, m.end) for m in reading.mentions if m.kind == "name"}
        for r in reading.relations:
            if r.predicate not in ("formerly", "also_known_as"):
                continue
            one = where.get((r.article, r.subject_at))
            other = where.get((r.article, r.object_at))
            if r.predicate == "formerly" and r.object_at not in named:
                continue
            if one is not None and other is not None:
                words = reading.article.text[r.start : r.end]
                clusters.join(one, other, f"the text says “{' '.join(words.split())}”")


def _by_acronym(clusters: Clusters, units: Sequence[Unit], keys: Mapping[UnitKey, Sequence[Known]]) -> None:
    short: dict[str, set[UnitKey]] = defaultdict(set)
    full: dict[str, dict[str, set[UnitKey]]] = defaultdict(lambda: defaultdict(set))
    for u in units:
        if not any(k.key[0] == "name" for k in keys[u.key]):
            continue
        for m in u.mentions:
            head = head_text(m) if m.kind == "name" else ""
            if head.replace(".", "").isupper() and " " not in head:
                short[head].add(u.key)
            else:
                for letters in initials(head):
                    full[letters][head].add(u.key)
    for acronym in sorted(short):
        fits = full.get(acronym.replace(".", ""), {})
        if len({plain(name) for name in fits}) == 1:
            for name in sorted(fits):
                for one in sorted(short[acronym]):
                    for other in sorted(fits[name])[:1]:
                        clusters.join(one, other, f"“{acronym}” are the initials of “{name}”")


def _by_person(clusters: Clusters, units: Sequence[Unit], words: NameWords) -> None:
    named: dict[Key, set[UnitKey]] = defaultdict(set)
    for u in units:
        for parts in persons(u, words=words):
            named[parts].add(u.key)
    full = {parts: sorted(found) for parts, found in sorted(named.items()) if len(parts) > 1}
    by_part: dict[str, list[Key]] = defaultdict(list)
    for parts, found in full.items():
        for part in sorted(set(parts)):
            by_part[part].append(parts)
        for other in found[1:]:
            clusters.join(found[0], other, f"“{_name(parts)}”: the same name")
    for part in sorted(by_part):
        for n, one in enumerate(by_part[part]):
            for two in by_part[part][n + 1 :]:
                if same_person(one, two):
                    why = f"“{_name(one)}” and “{_name(two)}”: one personal name"
                    clusters.join(full[one][0], full[two][0], why)
    size: Counter[UnitKey] = Counter()
    for u in units:
        size[clusters.find(u.key)] += len(u.mentions)
    for parts, bearers in sorted(named.items()):
        if len(parts) > 1:
            continue
        roots = {clusters.find(full[f][0]): f for f in by_part.get(parts[0], ()) if same_person(parts, f)}
        ranked = sorted(roots, key=lambda r: (-size[r], r))
        if not ranked:
            continue
        for key in sorted(bearers):
            if clusters.find(key) in roots:
                continue
            if len(ranked) == 1:
                why = f"“{_name(parts)}”: in the story only “{_name(roots[ranked[0]])}” is so called"
            elif size[ranked[0]] >= PRINCIPAL * size[ranked[1]]:
                why = f"“{_name(parts)}”: of those so called the story has mostly “{_name(roots[ranked[0]])}”"
            else:
                continue
            clusters.join(key, ranked[0], why)
    for parts, bearers in sorted(named.items()):
        if len(parts) == 1 and not any(same_person(parts, f) for f in by_part.get(parts[0], ())):
            for other in sorted(bearers)[1:]:
                clusters.join(min(bearers), other, f"“{_name(parts)}”: the same name")


def _name(parts: tuple[str, ...]) -> str:
    return " ".join(p.lstrip("+") for p in parts).title()


def _by_office(clusters: Clusters, units: Sequence[Unit], words: NameWords) -> None:
    """Join "the North Korean leader" to the one person whom the story gives that office."""
    holders: dict[str, set[UnitKey]] = defaultdict(set)
    bearers: list[tuple[str, UnitKey, str]] = []
    for u in units:
        named = any(m.kind == "name" and m.entity == "PERSON" for m in u.mentions)
        for m in u.mentions:
            office = office_at(m, words)
            if " " not in office:
                continue
            if named:
                holders[office].add(u.key)
            elif (
                m.kind == "nominal" and m.entity == "PERSON" and not m.text.lower().startswith(("a ", "an "))
            ):
                bearers.append((office, u.key, m.text))
    for office, key, text in sorted(bearers):
        roots = {clusters.find(k) for k in holders.get(office, ())}
        if len(roots) == 1:
            clusters.join(key, roots.pop(), f"“{text}”: one person alone is called so in the story")


def _by_body(clusters: Clusters, units: Sequence[Unit], words: NameWords) -> None:
    """Join "Varga's health ministry", "the country's health ministry" and "the health ministry".

    They are one where the story names one owner at the most. A bare "the ministry" may be any, and is the
    one ministry of a story that tells of no two.
    """
    owners: dict[str, dict[str, set[UnitKey]]] = defaultdict(lambda: defaultdict(set))
    for u in units:
        for m in u.mentions:
            owned = owned_body(m, words)
            if owned is not None and owned[0].split()[-1] not in MINISTRIES:
                owned = None
            body = owned or body_of(m, words)
            if body is not None:
                owners[body[0]][body[1]].add(u.key)
    for office in sorted(owners):
        named = [owner for owner in owners[office] if owner]
        if len(named) > 1:
            continue
        keys = sorted({key for found in owners[office].values() for key in found})
        for other in keys[1:]:
            clusters.join(keys[0], other, f"“the {office}”: the story tells of one")
    for bare in ("department", "directorate", "ministry"):
        _by_bare_body(clusters, units, bare)


def _by_bare_body(clusters: Clusters, units: Sequence[Unit], body: str) -> None:
    """Join "the ministry" over the articles, and to the one ministry that the story tells more of."""
    bare: set[UnitKey] = set()
    telling: set[UnitKey] = set()
    for u in units:
        of_body = [m for m in u.mentions if m.kind != "pronoun" and body in plain(head_text(m)).split()]
        if any(plain(m.text) != body for m in of_body):
            telling.add(clusters.find(u.key))
        elif of_body:
            bare.add(u.key)
    if bare and len(telling) < 2:
        first, *others = sorted(telling | bare)
        for other in others:
            clusters.join(first, other, f"“the {body}”: the story tells of one")


def _by_owner(
    clusters: Clusters, units: Sequence[Unit], keys: dict[UnitKey, list[Known]], words: NameWords
) -> None:
    """Take "the X administration" for the government of the country that X is said to lead."""
    leads: dict[str, set[str]] = defaultdict(set)
    ruled = {c.lower(): c for c in words.countries_known}
    for u in units:
        for m in u.mentions:
            office = office_at(m, words) if m.kind == "name" else ""
            if not office or office.split()[-1] not in words.rulers:
                continue
            country = ruled.get(office.rsplit(" ", 1)[0].removesuffix(" prime"))
            if country is not None:
                leads[person_tokens(head_text(m), words)[-1]].add(country)
    first: dict[str, UnitKey] = {}
    for u in units:
        for k in keys[u.key]:
            if k.key[0] in ("state", "government"):
                first.setdefault(k.key[1], u.key)
    for u in units:
        for k in keys[u.key]:
            if k.key[0] == "government" and len(leads.get(k.key[1], ())) == 1:
                country = next(iter(leads[k.key[1]]))
                if country in first:
                    head = k.key[1].title()
                    why = f"“{k.because}”: the government of {country}, which the story says {head} heads"
                    clusters.join(u.key, first[country], why)
