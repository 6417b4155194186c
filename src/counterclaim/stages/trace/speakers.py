"""The root of what is said in a statement."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from counterclaim.records import Actor, Cast, Root, Statement, fingerprint
from counterclaim.stages.trace.lineage import folded


@dataclass(frozen=True, slots=True, kw_only=True)
class Speakers:
    """Who may speak in a story.

    `speaks_for` maps a person to the body it is part of, `outlets` an actor that is an outlet to its root,
    `agencies` the folded name of an agency to its root.
    """

    actors: Mapping[str, Actor]
    speaks_for: Mapping[str, str]
    outlets: Mapping[str, str]
    agencies: Mapping[str, str]


STATE_BROADCASTER: tuple[frozenset[str], ...] = (
    frozenset({"state", "official", "staterun", "stateowned"}),
    frozenset({"tv", "television", "broadcaster"}),
)
"""Words that together name the broadcaster of a state, whatever else stands in the name."""

RULERS = frozenset({"regime", "regimes", "government", "governments"})
"""Words by which a broadcaster is called after who rules, not after the country."""


def broadcasters(outlets: Iterable[Actor]) -> dict[str, str]:
    """Actors that are one state's broadcaster under several names, each mapped to the first of them.

    "Syrian state TV" and "Syria's state television" go together by how the country's word begins; a name
    without a country goes with the one country there is.
    """
    by_country: dict[str, list[str]] = defaultdict(list)
    for actor in sorted(outlets, key=lambda a: a.id):
        spelled = actor.name.split()
        words = [folded(word) for word in spelled]
        if all(group & set(words) for group in STATE_BROADCASTER):
            first = next(i for i, word in enumerate(words) if word in STATE_BROADCASTER[0])
            before = spelled[first - 1] if first > 0 else ""
            country = folded(before) if before[:1].isupper() and not RULERS & set(words) else ""
            by_country["" if country == "the" else country[:4]].append(actor.id)
    countries = [c for c in by_country if c]
    if len(countries) == 1:
        by_country[countries[0]] += by_country.pop("", [])
    return {actor: min(same) for same in by_country.values() for actor in same}


REPEATING = frozenset({
    "repeat", "repeats", "repeated", "repeating", "echo", "echoes", "echoed", "relay", "relays", "relayed",
    "carry", "carries", "carried", "cite", "cites", "cited", "quote", "quotes", "quoted", "air", "airs",
    "aired", "republished", "rebroadcast",
})  # fmt: skip
"""Cues with which an outlet gives again what somebody else said: "the government's toll was repeated by"."""


def repeated(statement: Statement, actors: Mapping[str, Actor], text: str, owner: Actor | None) -> Statement:
    """A statement as its first speaker's: whose toll or claim it is that an outlet repeats, if it is one.

    `owner` is who is named at the head of the content, if somebody is, with a possessive.
    """
    outlet = actors.get(statement.speaker or "")
    cue = {word for b, e in statement.cue for word in text[b:e].lower().split()}
    if owner is None or owner is outlet or outlet is None or outlet.kind != "outlet" or not cue & REPEATING:
        return statement
    return replace(statement, speaker=owner.id, speaker_name=owner.name, anonymous=False)


def owners(cast: Cast, actors: Mapping[str, Actor]) -> dict[tuple[str, int], Actor]:
    """Who stands with a possessive at a place: for an article and a character, the actor named from there."""
    texts = {r.article.id: r.article.text for r in cast.readings}
    return {
        (m.article, m.start): actor
        for actor in actors.values()
        for m in actor.mentions
        if m.article in texts and POSSESSIVE.match(texts[m.article], max(m.start, m.end - 2))
    }


POSSESSIVE = re.compile(r".{0,2}['’]s?\b|.{0,2}s['’]")
"""The end of a name that owns what follows, within its mention or right behind."""


def _nameless(actor: Actor) -> bool:
    """Whether an actor is a people or somebody merely described; a name of no known kind is a name."""
    if actor.kind != "unnamed":
        return actor.kind == "population"
    return not all(word[:1].isupper() for word in actor.name.split())


def speaker_root(statement: Statement, speakers: Speakers, own: Root) -> Root:
    """The root of what is said in a statement: its speaker, the innermost of a chain.

    Where no speaker is given at all ("reportedly") it is the article's own root, `own`. All sources that an
    article leaves unnamed are one root: nothing shows that "a source" and "an official" are two.
    """
    if statement.speaker is None and not statement.speaker_name and not statement.hops:
        return own
    actors = speakers.actors
    spoke = actors.get(statement.speaker or "")
    actor = actors.get(speakers.speaks_for.get(statement.speaker or "", "")) or spoke
    name = actor.name if actor else statement.speaker_name
    if actor is not None and not _nameless(actor) and not statement.anonymous:
        return Root(
            id=speakers.outlets.get(actor.id, _speaker_id(actor)),
            kind="outlet" if actor.kind == "outlet" else "speaker",
            name=actor.name,
            actor=actor.id,
            side=actor.side,
            articles=(),
            why=f"{actor.name} is the speaker wherever it is quoted, or someone who speaks for it."
            if actor is not spoke
            else f"{actor.name} is the speaker, wherever quoted.",
        )
    if actor is None and name and not statement.anonymous and name[:1].isupper():
        return Root(
            id=speakers.agencies.get(folded(name), fingerprint("root", "speaker", folded(name))),
            kind="speaker",
            name=name,
            actor=None,
            side=None,
            articles=(),
            why=f"{name} is the speaker, under that name.",
        )
    through = next((h.speaker for h in reversed(statement.hops) if h.speaker in speakers.outlets), None)
    carrier = speakers.outlets[through] if through else own.id
    by = actors[through].name if through and through in actors else own.name
    people = actor is not None and actor.kind == "population" and not statement.anonymous
    called = actor.name if actor is not None and people else "unnamed sources"
    return Root(
        id=fingerprint("root", "unnamed", carrier, folded(called)),
        kind="speaker",
        name=f"{called} ({by})",
        actor=actor.id if actor is not None and people else None,
        side=actor.side if actor is not None and people else None,
        articles=(),
        why=f"{by} does not name who said it, so they are told apart from the unnamed of other outlets.",
    )


def _speaker_id(actor: Actor) -> str:
    """One id for all actors of one full name; a bare first name may be two people's."""
    proper = actor.name[:1].isupper() and (actor.kind != "person" or len(actor.name.split()) > 1)
    return fingerprint("root", "speaker", folded(actor.name) if proper else actor.id)


def speaks_for(cast: Cast, actors: Mapping[str, Actor]) -> dict[str, str]:
    """The organisation, group or outlet of which the texts say that a person is part."""
    bodies = ("organisation", "armed_group", "government", "outlet")
    found: dict[str, str] = {}
    for relation in cast.relations:
        subject, body = actors.get(relation.subject or ""), actors.get(relation.object or "")
        if (
            relation.predicate == "part_of"
            and subject
            and body
            and subject.kind == "person"
            and body.kind in bodies
        ):
            found[subject.id] = min(found.get(subject.id, body.id), body.id)
    return found
