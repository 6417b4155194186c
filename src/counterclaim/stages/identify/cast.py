"""Actors out of joined units: what each is called, of what kind, where it is mentioned."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from counterclaim.records import ActorKind, Extent, KnownActor, Mention, Span, fingerprint
from counterclaim.stages.identify.join import Clusters
from counterclaim.stages.identify.keys import Known, head_text, kind_of
from counterclaim.stages.identify.units import Unit
from counterclaim.values.names import NameWords, plain

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
    *,
    words: NameWords,
    known: Sequence[KnownActor],
) -> tuple[list[Draft], dict[UnitKey, str]]:
    """Make an actor of each cluster that is named, described or pointed to; map units to actor ids."""
    by_key = {u.key: u for u in units}
    drafts: list[Draft] = []
    actor_of: dict[UnitKey, str] = {}
    for group in clusters.groups():
        mentions = tuple(m for key in group for m in by_key[key].mentions)
        if all(m.kind == "pronoun" for m in mentions) and not any(k in pointed for k in group):
            continue
        if not any(k in pointed for k in group) and all(_bland(m) for m in mentions):
            continue
        said = {k.key: k for key in group for k in keys[key]}
        knowns = tuple(said[k] for k in sorted(said))
        given = _given(mentions, known)
        kind = given.kind if given else kind_of(mentions, knowns, words=words)
        name = given.name if given else name_of(mentions, knowns, kind, words=words)
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
    counted = Counter(tidy(head_text(m)) for m in mentions if m.kind == "name")
    if counted:
        return min(
            counted, key=lambda n: (n.isupper() and " " not in n, -min(len(n.split()), 4), -counted[n], n)
        )
    labels = Counter(tidy(m.text) for m in mentions if m.kind == "nominal")
    if labels:
        folded = Counter(bare(t) for t in labels.elements())
        best = min(folded, key=lambda n: (-folded[n], len(n), n))
        return min((t for t in labels if bare(t) == best), key=lambda t: (t[:1].isupper(), len(t), t))
    return min((m.text for m in mentions), key=lambda t: (len(t), t))


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
