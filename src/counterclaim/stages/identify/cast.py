"""Actors out of joined units: what each is called, of what kind, where it is mentioned."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from counterclaim.records import ActorKind, Extent, KnownActor, Mention, Span, fingerprint
from counterclaim.stages.identify.clusters import Clusters
from counterclaim.stages.identify.keys import Known, described, head_text, kind_of
from counterclaim.stages.identify.owners import POSSESSIVE
from counterclaim.stages.identify.units import Unit
from counterclaim.values.names import NameWords, plain, singular

UnitKey = tuple[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An actor before it has a side."""

    id: str
    name: str
    kind: ActorKind
    known: tuple[Known, ...]
    mentions: tuple[Mention, ...]
    why: tuple[str, ...]
    given: KnownActor | None = None


def draft_actors(
    units: Sequence[Unit],
    clusters: Clusters,
    keys: Mapping[UnitKey, Sequence[Known]],
    pointed: frozenset[UnitKey],
    placed: frozenset[tuple[str, Extent]],
    speakers: frozenset[UnitKey],
    *,
    words: NameWords,
    known: Sequence[KnownActor],
) -> tuple[list[Draft], dict[UnitKey, str]]:
    """Make an actor of each cluster that is named, described or pointed to; map units to actor ids.

    `placed` holds the extents that were read as places on the map: a name that stands for nothing else is
    no actor's. `speakers` are the units that speak: they are actors, however bare their description.
    """
    by_key = {u.key: u for u in units}
    drafts: list[Draft] = []
    actor_of: dict[UnitKey, str] = {}
    groups = clusters.groups()
    lords = _possessed(units, clusters, groups, by_key, keys, words=words, known=known)
    for group in groups:
        mentions = tuple(m for key in group for m in by_key[key].mentions)
        if all(m.kind == "pronoun" for m in mentions) and not any(k in pointed for k in group):
            continue
        if not any(k in pointed for k in group) and all(_bland(m) for m in mentions):
            continue
        knowns = _known_of(group, keys)
        speaks = any(k in speakers for k in group)
        if not knowns and not speaks and all(_faceless(m, words) for m in mentions):
            continue
        given = _given(mentions, known)
        if not given and _only_place(mentions, knowns, placed):
            continue
        kind = given.kind if given else kind_of(mentions, knowns, words=words)
        name = given.name if given else name_of(mentions, knowns, kind, words=words)
        if not given and group[0] in lords:
            name = _of_lord(mentions, *lords[group[0]])
        actor = fingerprint("ac", name, kind, *sorted(f"{m.article}:{m.start}:{m.end}" for m in mentions))
        for key in group:
            actor_of[key] = actor
        drafts.append(
            Draft(
                id=actor,
                name=name,
                kind=kind,
                known=knowns,
                mentions=tuple(sorted(mentions, key=lambda m: (m.article, m.start, m.end))),
                why=tuple(sorted(clusters.why.get(clusters.find(group[0]), ()))),
                given=given,
            )
        )
    return sorted(drafts, key=lambda d: d.id), actor_of


def _known_of(group: Sequence[UnitKey], keys: Mapping[UnitKey, Sequence[Known]]) -> tuple[Known, ...]:
    said = {k.key: k for key in group for k in keys[key]}
    return tuple(said[k] for k in sorted(said))


def _possessed(
    units: Sequence[Unit],
    clusters: Clusters,
    groups: Sequence[Sequence[UnitKey]],
    by_key: Mapping[UnitKey, Unit],
    keys: Mapping[UnitKey, Sequence[Known]],
    *,
    words: NameWords,
    known: Sequence[KnownActor],
) -> dict[UnitKey, tuple[str, Mention]]:
    """Return for each cluster that is only ever "its allies" whose they are, and a mention that says it."""
    holder = {
        (m.article, m.start): clusters.find(u.key)
        for u in units
        for m in u.mentions
        if m.text.lower() in POSSESSIVE
    }
    named: dict[UnitKey, str] = {}
    members = {clusters.find(group[0]): group for group in groups}
    found: dict[UnitKey, tuple[str, Mention]] = {}
    for group in groups:
        mentions = [m for key in group for m in by_key[key].mentions if m.kind != "pronoun"]
        if not all(m.text.split()[0].lower() in POSSESSIVE for m in mentions) or _known_of(group, keys):
            continue
        for m in mentions:
            lord = holder.get((m.article, m.start))
            if lord is None or lord == clusters.find(group[0]):
                continue
            if singular(head_text(m)) not in words.allied | words.owned or not m.plural:
                continue
            if lord not in named:
                whole = [x for key in members[lord] for x in by_key[key].mentions]
                knowns = _known_of(members[lord], keys)
                given = _given(whole, known)
                kind = given.kind if given else kind_of(whole, knowns, words=words)
                telling = any(x.kind != "pronoun" for x in whole)
                name = given.name if given else name_of(whole, knowns, kind, words=words)
                named[lord] = _with_article(name, whole) if telling else ""
            if named[lord]:
                found[group[0]] = (named[lord], m)
            break
    return found


def _of_lord(mentions: Sequence[Mention], lord: str, mention: Mention) -> str:
    """Return "allies of the rebels" for "their allies"."""
    rest = " ".join(mention.text.split()[1:])
    return f"{rest} of {lord[:1].lower() + lord[1:] if lord.startswith(('The ', 'A ', 'An ')) else lord}"


def _with_article(name: str, mentions: Sequence[Mention]) -> str:
    """Return a name as it stands within a sentence: "the rebels", "the Syrian government", "Russia"."""
    if not name or name.lower().startswith(("the ", "a ", "an ")):
        return name
    common = name[:1].islower() or name.endswith((" government", " forces", "coalition"))
    told = any(f"{' '.join(m.text.lower().split())} ".startswith(f"the {name.lower()} ") for m in mentions)
    return f"the {name}" if common or told else name


def _only_place(
    mentions: Sequence[Mention], known: Sequence[Known], placed: frozenset[tuple[str, Extent]]
) -> bool:
    """Tell whether all that names an actor was read as a place that governs nothing."""
    if any(k.key[0] not in ("name",) for k in known):
        return False
    named = [m for m in mentions if m.kind != "pronoun"]
    return bool(named) and all(m.kind == "name" and (m.article, m.head) in placed for m in named)


def _faceless(mention: Mention, words: NameWords) -> bool:
    """Tell whether a mention says of nobody in particular that they fight: "forces", "6 a.m. warplanes"."""
    if mention.kind == "pronoun":
        return True
    said = described(mention, words)
    if mention.kind == "name" or said.head not in words.faceless | words.machines:
        return False
    known = said.country or said.family or said.side or said.possessor
    tail = said.tail and not said.tail.startswith(("in ", "on ", "at ", "near "))
    return not known and not tail and (said.head in words.machines or not said.modifiers)


def _bland(mention: Mention) -> bool:
    """Tell whether a mention stands for no actor by itself: a pronoun, "the country"."""
    return mention.kind == "pronoun" or head_text(mention).lower() in ("country", "nation")


def _given(mentions: Sequence[Mention], known: Sequence[KnownActor]) -> KnownActor | None:
    texts = {plain(t) for m in mentions if m.kind != "pronoun" for t in (m.text, head_text(m))}
    for actor in sorted(known, key=lambda k: k.name):
        if any(plain(n) in texts for n in (actor.name, *actor.aliases)):
            return actor
    return None


def name_of(mentions: Sequence[Mention], known: Sequence[Known], kind: ActorKind, *, words: NameWords) -> str:
    """Return what an actor is listed as: its known or fullest proper name, else its commonest label."""
    for k in sorted(known, key=lambda k: k.key):
        if k.key[0] == "family":
            return k.key[1]
    for k in sorted(known, key=lambda k: k.key):
        if k.key[0] == "state":
            return k.key[1]
        if k.key[0] == "government" and k.key[1] in words.countries_known:
            return f"{demonym(k.key[1], words)} government"
        if k.key[0] == "force" and k.key[1] in words.countries_known and _serving(mentions, words):
            return f"{demonym(k.key[1], words)} government forces"
        if k.key[0] == "coalition" and k.key[1]:
            led = k.key[1].removesuffix("-led")
            return f"{led.upper() if len(led) <= 3 else led.title()}-led coalition"
    mentions = [m for m in mentions if not _loaded(m, words)] or mentions
    owned = any(k.key[0] == "body" for k in known)
    counted = Counter(
        re.sub(r"^(?:[Tt]he|[Aa]n?)\s+", "", tidy(m.text)) if owned else tidy(head_text(m))
        for m in mentions
        if m.kind == "name"
    )
    if counted:
        return min(
            counted, key=lambda n: (n.isupper() and " " not in n, -min(len(n.split()), 4), -counted[n], n)
        )
    every = [m for m in mentions if m.kind == "nominal"]
    own = [m for m in every if singular(head_text(m)) not in words.machines] or every
    own = [m for m in own if m.text.split()[0].lower() not in POSSESSIVE] or own
    labels = Counter(tidy(m.text) for m in own)
    if labels:
        folded = Counter(bare(t) for t in labels.elements())
        told = {bare(t) for t in labels if not t.lower().startswith(("a ", "an "))}
        full = kind in ("outlet", "organisation", "unnamed")  # "the source" tells less than "a source at …"
        best = min(
            folded,
            key=lambda n: (
                -full * min(len(n.split()), 3), bool(told) and n not in told, -folded[n], len(n), n
            ),
        )  # fmt: skip
        shown = min(
            (t for t in labels if bare(t) == best),
            key=lambda t: (t.lower().startswith(("a ", "an ")), t[:1].isupper(), len(t), t),
        )
        return _shortened(shown)
    return min((m.text for m in mentions), key=lambda t: (len(t), t))


def _loaded(mention: Mention, words: NameWords) -> bool:
    """Tell whether a mention is a pronoun, or calls somebody by an enemy's word: "the terrorists"."""
    return mention.kind == "pronoun" or singular(head_text(mention).rpartition(" ")[2]) in words.loaded


LONGEST_NAME = 60
"""Characters of a description that is a readable name; what follows where or with whom is left out."""


def _shortened(text: str) -> str:
    """Return a long description without its last details: where they are, with whom, what they do."""
    while len(text) > LONGEST_NAME:
        ends = [m.start() for m in re.finditer(r"\s(?:in|at|on|near|from|with|who|that|which)\s", text)]
        if not ends or len(text[: ends[-1]].split()) < 2:
            break
        text = text[: ends[-1]]
    return text


def _serving(mentions: Sequence[Mention], words: NameWords) -> bool:
    """Tell whether forces are once called a government's or a country's army."""
    said = [described(m, words) for m in mentions if m.kind == "nominal"]
    return any(s.side == "government" or s.head in ("army", "military") for s in said)


def demonym(country: str, words: NameWords) -> str:
    """Return the adjective of a country, or its name where the list has none."""
    for c in words.countries:
        if c.name == country and c.demonyms:
            return c.demonyms[0]
    return country


def tidy(text: str) -> str:
    """Return a text on one line, without quotation marks around it and without a possessive."""
    text = " ".join(text.split()).strip("\"“”‘’'.,;: ")
    return re.sub(r"['’]s$", "", text)


def bare(text: str) -> str:
    """Return a label without its article, lower case, to tell whether two labels are one."""
    return re.sub(r"^(?:the|a|an)\s+", "", text.lower())


def spans_of(mentions: Sequence[Mention]) -> tuple[Span, ...]:
    """Return the mentions as spans, sorted."""
    found: dict[tuple[str, Extent], Span] = {}
    for m in mentions:
        found[(m.article, (m.start, m.end))] = Span(article=m.article, start=m.start, end=m.end, text=m.text)
    return tuple(found[k] for k in sorted(found))
