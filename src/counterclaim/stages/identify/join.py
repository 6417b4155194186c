"""Which units are one actor. Every join has a rule for its reason; likeness of spelling is none."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from counterclaim.records import KnownActor, Mention, Reading, Relation
from counterclaim.stages.identify.keys import Key, Known, head_text, keys_of, persons
from counterclaim.stages.identify.units import Unit
from counterclaim.values.names import (
    NameWords,
    initials,
    office_of,
    person_tokens,
    plain,
    same_person,
    singular,
)

UnitKey = tuple[str, int]

OWN_GOVERNMENT = 2
"""Mentions of a country's "regime" or "government" that make it the story's own, beside rebels."""


RULES = 3
"""How much more "the Syrian regime" says of whose government a story is about than "Syrian forces"."""

PRINCIPAL = 3
"""How many times more often than the next one the bearer of a shared surname must be mentioned for a bare
surname elsewhere to be taken for it; set by reading development articles."""


class Clusters:
    """Units joined so far, with the sentence that says why for each join."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.parent = {u.key: u.key for u in units}
        self.why: dict[UnitKey, set[str]] = defaultdict(set)

    def find(self, key: UnitKey) -> UnitKey:
        """Return the least unit of the cluster that holds a unit."""
        while self.parent[key] != key:
            self.parent[key] = self.parent[self.parent[key]]
            key = self.parent[key]
        return key

    def join(self, one: UnitKey, other: UnitKey, why: str) -> None:
        """Make two clusters one, for a reason."""
        a, b = sorted((self.find(one), self.find(other)))
        if a != b:
            self.parent[b] = a
            self.why[a] |= self.why.pop(b, set())
            self.why[a].add(why)

    def groups(self) -> list[list[UnitKey]]:
        """Return the clusters, each sorted, sorted by their least unit."""
        found: dict[UnitKey, list[UnitKey]] = defaultdict(list)
        for key in sorted(self.parent):
            found[self.find(key)].append(key)
        return [found[k] for k in sorted(found)]


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
    _settle_loyal(units, keys, readings, where, words)
    _settle_owners(units, keys, words)
    _by_user(clusters, units, known)
    _by_key(clusters, units, keys)
    _by_relation(clusters, readings, where)
    _by_acronym(clusters, units, keys)
    _by_person(clusters, units, words)
    _by_office(clusters, units, words)
    _by_owner(clusters, units, keys, words)
    _by_naming(clusters, units, readings, words)
    _by_context(clusters, units, keys, readings, where)
    _by_passage(clusters, units, readings)
    _by_possessor(clusters, units, keys, readings, where, words)
    _by_principal(clusters, units, keys, readings)
    return clusters, keys


def _settle_loyal(
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


def _settle_owners(units: Sequence[Unit], keys: dict[UnitKey, list[Known]], words: NameWords) -> None:
    """Give "the government" and "the army" the country whose government the story is about."""
    counted: Counter[str] = Counter()
    ruled = {c.lower(): c for c in words.countries_known}
    for u in units:
        for k in keys[u.key]:
            if _said_to_rule(k, words):
                counted[k.key[1]] += len(u.mentions) * (RULES if k.key[0] == "government" else 1)
        for m in u.mentions:
            office = _office(m, words) if m.kind == "nominal" and m.entity == "PERSON" else ""
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
            office = _office(m, words)
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


def _office(mention: Mention, words: NameWords) -> str:
    """Return the office that a mention names, "" if none: the title before a name, or the description."""
    if mention.plural or mention.kind == "pronoun":
        return ""
    if mention.kind == "name":
        if mention.entity != "PERSON":
            return ""
        return office_of(mention.text[: mention.head[0] - mention.start], words)
    return office_of(mention.text, words)


def _by_owner(
    clusters: Clusters, units: Sequence[Unit], keys: dict[UnitKey, list[Known]], words: NameWords
) -> None:
    """Take "the X administration" for the government of the country that X is said to lead."""
    leads: dict[str, set[str]] = defaultdict(set)
    ruled = {c.lower(): c for c in words.countries_known}
    for u in units:
        for m in u.mentions:
            office = _office(m, words) if m.kind == "name" else ""
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


def _by_naming(
    clusters: Clusters, units: Sequence[Unit], readings: Sequence[Reading], words: NameWords
) -> None:
    """Join "terrorists" to the rebels in "the rebels, who they often refer to as terrorists"."""
    texts = {r.article.id: r.article.text for r in readings}
    by_article: dict[str, list[tuple[Mention, UnitKey]]] = defaultdict(list)
    for u in units:
        by_article[u.article] += [(m, u.key) for m in u.mentions]
    for article in sorted(by_article):
        for label, key in by_article[article]:
            if label.kind != "nominal" or not label.plural:
                continue
            before = texts[article][max(0, label.start - 60) : label.start].rstrip(" \"“‘'").lower()
            phrase = next((p for p in words.naming if before.endswith(" " + p)), None)
            if phrase is None:
                continue
            at = (
                label.start
                - (len(texts[article][max(0, label.start - 60) : label.start]) - len(before))
                - len(phrase)
            )
            named = _named_before(by_article[article], at, label)
            if named is not None:
                said = " ".join(texts[article][named[0].start : label.end].split())
                clusters.join(key, named[1], f"the text says “{said}”")


def _named_before(
    mentions: Sequence[tuple[Mention, UnitKey]], at: int, label: Mention
) -> tuple[Mention, UnitKey] | None:
    near = [(m, k) for m, k in mentions if m.end <= at and at - m.end <= NAMING_REACH and m.plural]
    relative = [
        (m, k)
        for m, k in mentions
        if m.end <= at and at - m.end <= NAMING_REACH and m.text.lower() in ("who", "whom")
    ]
    if relative:
        return max(relative, key=lambda n: n[0].start)
    objects = [(m, k) for m, k in near if at - m.end <= 2]
    return max(objects, key=lambda n: n[0].start) if objects and objects[-1][0].chain != label.chain else None


NAMING_REACH = 40
"""Characters between those who are called something and the words that call them so."""


def _by_possessor(
    clusters: Clusters,
    units: Sequence[Unit],
    keys: Mapping[UnitKey, Sequence[Known]],
    readings: Sequence[Reading],
    where: Mapping[tuple[str, tuple[int, int]], UnitKey],
    words: NameWords,
) -> None:
    """Join "its allies" to "allies of the government" where "its" is the government's."""
    holder = {(m.article, m.start): u.key for u in units for m in u.mentions if m.text.lower() in POSSESSIVE}
    lord_of: dict[tuple[str, tuple[int, int]], UnitKey] = {}
    for reading in readings:
        for r in reading.relations:
            lord = where.get((r.article, r.object_at))
            if r.predicate == "backs" and lord is not None:
                lord_of.setdefault((r.article, r.subject_at), lord)
    first: dict[tuple[UnitKey, str], tuple[UnitKey, str]] = {}
    for u in units:
        for m in u.mentions:
            head = singular(head_text(m))
            plain_words = len(m.text[: m.head[0] - m.start].split()) <= 1
            if (
                m.kind != "nominal"
                or head not in words.allied
                or not m.plural
                or keys[u.key]
                or not plain_words
            ):
                continue
            owner = holder.get((m.article, m.start)) or lord_of.get((m.article, (m.start, m.end)))
            if owner is None or clusters.find(owner) == clusters.find(u.key):
                continue
            other, text = first.setdefault((clusters.find(owner), head), (u.key, m.text))
            clusters.join(other, u.key, f"“{text}” and “{m.text}”: {head} of one actor")


AROUND = 40
"""Characters on each side of words that make two articles' passage one: a sentence that both carry."""


def _by_passage(clusters: Clusters, units: Sequence[Unit], readings: Sequence[Reading]) -> None:
    """Join whoever stands in the same words of one passage that several articles carry."""
    texts = {r.article.id: r.article.text for r in readings}
    first: dict[str, UnitKey] = {}
    for u in units:
        for m in u.mentions:
            if m.kind == "pronoun":
                continue
            text = texts[m.article]
            around = text[max(0, m.start - AROUND) : m.end + AROUND]
            passage = f"{m.end - m.start} {' '.join(around.split()).lower()}"
            if len(around) < m.end - m.start + AROUND:
                continue
            other = first.setdefault(passage, u.key)
            if other[0] != u.article:
                clusters.join(other, u.key, f"“{m.text}”: in a passage that both articles carry")


def _by_principal(
    clusters: Clusters,
    units: Sequence[Unit],
    keys: Mapping[UnitKey, Sequence[Known]],
    readings: Sequence[Reading],
) -> None:
    """Take the "terrorists" of an account that names no armed group for the story's chief opposition.

    Only where the story tells of the rebels `PRINCIPAL` times as often as of any other armed group.
    """
    size: Counter[UnitKey] = Counter()
    armed: set[UnitKey] = set()
    rebels: set[UnitKey] = set()
    naming: set[str] = set()
    for u in units:
        root = clusters.find(u.key)
        size[root] += len(u.mentions)
        for k in keys[u.key]:
            if k.key[0] == "rebels":
                rebels.add(root)
            elif k.key[0] in ("family", "armed") and k.kind == "armed_group":
                armed.add(root)
                naming.add(u.article)
    if len(rebels) != 1:
        return
    chief = rebels.pop()
    if any(size[chief] < PRINCIPAL * size[other] for other in armed - {chief}):
        return
    for u in units:
        text = next((k.because for k in keys[u.key] if k.key[0] == "jihadists"), None)
        if text is not None and u.article not in naming and clusters.find(u.key) != chief:
            why = f"“{text}”: the account names no armed group, and the story has mostly the rebels"
            clusters.join(u.key, chief, why)


def _by_context(
    clusters: Clusters,
    units: Sequence[Unit],
    keys: Mapping[UnitKey, Sequence[Known]],
    readings: Sequence[Reading],
    where: Mapping[tuple[str, tuple[int, int]], UnitKey],
) -> None:
    """Take "terrorists" for the one armed group that an account names beside them.

    Only where the account names either the rebels or one other such group, never both; a group that it
    calls a part of the rebels does not count beside them.
    """
    parts = {
        where.get((r.article, r.subject_at))
        for reading in readings
        for r in reading.relations
        if r.predicate == "part_of"
    }
    by_article: dict[str, list[Unit]] = defaultdict(list)
    for u in units:
        by_article[u.article].append(u)
    for article in sorted(by_article):
        loaded = [u for u in by_article[article] if any(k.key[0] == "jihadists" for k in keys[u.key])]
        others = [
            u.key
            for u in by_article[article]
            for k in keys[u.key]
            if k.key[0] == "rebels"
            or (k.key[0] in ("family", "armed") and k.kind == "armed_group" and u.key not in parts)
        ]
        for u in loaded:
            roots = {clusters.find(o) for o in others if o != u.key}
            if len(roots) == 1:
                one = min(o for o in others if o != u.key)
                text = next(k.because for k in keys[u.key] if k.key[0] == "jihadists")
                clusters.join(
                    u.key, one, f"“{text}”: the account names one armed group alone that this can be"
                )
