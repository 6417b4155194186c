"""What a source does in saying something: the cue's act and hedging; how two acts stand to each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Self, cast, get_args

from counterclaim.errors import ModelError
from counterclaim.records import Act, Comparison

Stance = Literal["factive", "neutral", "hedging"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """What a cue means.

    `stance`: "factive" vouches for the content, "hedging" keeps its distance. `asserts`: the source
    puts the content forward as so; a denial, a demand or a question does not.
    """

    act: Act
    stance: Stance
    asserts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ActWords:
    """The reviewed words of `models/lexicon/acts.toml`, whose comments say what each list is.

    `verbs` maps a verb's lemma to its frames (what may hold its content: "clause", "object",
    "infinitive", "label", or a preposition) and what the verb means in each.
    """

    verbs: Mapping[str, Mapping[str, Cue]]
    nouns: Mapping[str, Cue]
    source_prepositions: tuple[str, ...]
    perspective: tuple[str, ...]
    continuing: frozenset[str]
    hedges: frozenset[str]
    mute: frozenset[str]
    document_verbs: frozenset[str]
    passive_infinitive: frozenset[str]
    light: frozenset[str]
    noun_of: frozenset[str]
    generic: frozenset[str]
    counting: frozenset[str]
    tolls: frozenset[str]
    deeds: frozenset[str]
    not_said: frozenset[str]
    issued: frozenset[str]
    naming: frozenset[str]
    passing_on: frozenset[str]
    parenthetic: frozenset[str]
    monitors: frozenset[str]
    resulting: frozenset[str]
    proposals: frozenset[str]
    turning_down: frozenset[str]
    documents: frozenset[str]
    people: frozenset[str]
    anonymous: frozenset[str]
    collectives: frozenset[str]
    outlets: frozenset[str]
    outlet_nouns: frozenset[str]

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> Self:
        """Make the words of a parsed TOML table. Raises ModelError for an unknown act or stance."""
        verbs: dict[str, dict[str, Cue]] = {}
        for group in table["verbs"]:
            for lemma in group["lemmas"]:
                for frame in group["frames"]:
                    verbs.setdefault(lemma, {}).setdefault(frame, _cue(group))
        nouns: dict[str, Cue] = {}
        for group in table["nouns"]:
            for lemma in group["lemmas"]:
                nouns.setdefault(lemma, _cue(group))
        patterns, sources = table["patterns"], table["sources"]
        return cls(
            verbs=verbs,
            nouns=nouns,
            source_prepositions=tuple(patterns["source_prepositions"]),
            perspective=tuple(patterns["perspective"]),
            continuing=_words(patterns["continuing"]),
            hedges=_words(patterns["hedges"]),
            mute=_words(patterns["mute"]),
            document_verbs=_words(patterns["document_verbs"]),
            passive_infinitive=_words(patterns["passive_infinitive"]),
            light=_words(patterns["light"]),
            generic=_words(table["speakers"]["generic"]),
            noun_of=_words(patterns["noun_of"]),
            not_said=_words(patterns["not_said"]),
            counting=_words(patterns["counting"]),
            tolls=_words(patterns["tolls"]),
            deeds=_words(patterns["deeds"]),
            issued=_words(table["speakers"]["issued"]),
            naming=_words(table["speakers"]["naming"]),
            passing_on=_words(table["speakers"]["passing_on"]),
            parenthetic=_words(patterns["parenthetic"]),
            resulting=_words(patterns["resulting"]),
            monitors=_words(table["speakers"]["monitors"]),
            proposals=_words(patterns["proposals"]),
            turning_down=_words(patterns["turning_down"]),
            documents=_words(sources["documents"]),
            people=_words(sources["people"]),
            anonymous=_words(sources["anonymous"]),
            collectives=_words(sources["collectives"]),
            outlets=_words(sources["outlets"]),
            outlet_nouns=_words(sources["outlet_nouns"]),
        )

    def means(self, lemma: str, frame: str = "clause") -> Cue | None:
        """What a verb or noun means in a frame; in another frame of its own where it lacks this one."""
        frames = self.verbs.get(lemma)
        if frames:
            return frames.get(frame) or next(iter(frames.values()))
        return self.nouns.get(lemma)


def _words(listed: Sequence[str]) -> frozenset[str]:
    return frozenset(word.lower() for word in listed)


def _cue(group: Mapping[str, Any]) -> Cue:
    if group["act"] not in get_args(Act) or group["stance"] not in get_args(Stance):
        raise ModelError(f"acts.toml: unknown act {group['act']!r} or stance {group['stance']!r}")
    return Cue(act=cast(Act, group["act"]), stance=cast(Stance, group["stance"]), asserts=group["asserts"])


OPPOSED: tuple[frozenset[Act], ...] = (
    frozenset({"deny", "say"}),
    frozenset({"deny", "report"}),
    frozenset({"deny", "accuse"}),
    frozenset({"deny", "admit"}),
    frozenset({"deny", "announce"}),
    frozenset({"deny", "claim_responsibility"}),
    frozenset({"deny", "warn"}),
    frozenset({"support", "oppose"}),
    frozenset({"praise", "condemn"}),
    frozenset({"support", "condemn"}),
    frozenset({"praise", "oppose"}),
    frozenset({"accuse", "praise"}),
)
"""Pairs of acts that, about one and the same thing, cannot come from one mind at one time."""

ASSERTING: frozenset[Act] = frozenset(
    {"say", "report", "accuse", "admit", "announce", "claim_responsibility", "warn"}
)


def compare_acts(a: Act, b: Act) -> Comparison:
    """How two acts about one and the same thing stand to each other.

    To deny what another says is different; to say and to report are the same; a demand beside a
    statement is not comparable.
    """
    if a == b:
        return Comparison(outcome="same", why=f"both {spoken(a)}")
    if frozenset({a, b}) in OPPOSED:
        return Comparison(outcome="different", why=f"one is to {spoken(a)}, the other to {spoken(b)}")
    if {a, b} <= ASSERTING:
        return Comparison(outcome="same", why=f"to {spoken(a)} and to {spoken(b)} both put it forward as so")
    if "believe" in (a, b) and {a, b} & ASSERTING:
        return Comparison(outcome="compatible", why=f"to {spoken(a)} and to {spoken(b)} point the same way")
    return Comparison(
        outcome="not_comparable", why=f"to {spoken(a)} and to {spoken(b)} are answers to different questions"
    )


def spoken(act: Act) -> str:
    """An act as a verb for people."""
    return act.replace("_", " ")
