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
    "infinitive", "label", or a preposition) and what the verb means in each. `more_verbs` (frames "any"
    or a preposition), `more_nouns` and `adjectives` are no cues by themselves: they say what a cue means
    that a trained tagger marked. `dismissing` maps a verb's lemma to the words that may follow it.
    """

    verbs: Mapping[str, Mapping[str, Cue]]
    nouns: Mapping[str, Cue]
    more_verbs: Mapping[str, Mapping[str, Cue]]
    more_nouns: Mapping[str, Cue]
    adjectives: Mapping[str, Cue]
    source_prepositions: tuple[str, ...]
    perspective: tuple[str, ...]
    continuing: frozenset[str]
    hedges: frozenset[str]
    possibly: frozenset[str]
    possibility: frozenset[str]
    could_do: frozenset[str]
    seeming: frozenset[str]
    distancing: frozenset[str]
    distancing_infinitive: frozenset[str]
    failing: frozenset[str]
    enabling: frozenset[str]
    commenting: frozenset[str]
    retracting: frozenset[str]
    imagining: frozenset[str]
    hearing: frozenset[str]
    withheld: frozenset[str]
    giving: frozenset[str]
    repeating: frozenset[str]
    aspectual: frozenset[str]
    mute: frozenset[str]
    document_verbs: frozenset[str]
    passive_infinitive: frozenset[str]
    light: frozenset[str]
    dismissing: Mapping[str, tuple[tuple[str, ...], ...]]
    noun_of: frozenset[str]
    generic: frozenset[str]
    short_titles: Mapping[str, str]
    counting: frozenset[str]
    tolls: frozenset[str]
    deeds: frozenset[str]
    not_said: frozenset[str]
    issued: frozenset[str]
    naming: frozenset[str]
    passing_on: frozenset[str]
    carrying: frozenset[str]
    parenthetic: frozenset[str]
    monitors: frozenset[str]
    watching: frozenset[str]
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
        patterns, sources = table["patterns"], table["sources"]
        return cls(
            verbs=_by_frame(table["verbs"]),
            nouns=_by_lemma(table["nouns"]),
            more_verbs=_by_frame(table["more_verbs"]),
            more_nouns=_by_lemma(table["more_nouns"]),
            adjectives=_by_lemma(table["adjectives"]),
            source_prepositions=tuple(patterns["source_prepositions"]),
            perspective=tuple(patterns["perspective"]),
            continuing=_words(patterns["continuing"]),
            hedges=_words(patterns["hedges"]),
            possibly=_words(patterns["possibly"]),
            possibility=_words(patterns["possibility"]),
            could_do=_words(patterns["could_do"]),
            seeming=_words(patterns["seeming"]),
            distancing=_words(patterns["distancing"]),
            distancing_infinitive=_words(patterns["distancing_infinitive"]),
            failing=_words(patterns["failing"]),
            enabling=_words(patterns["enabling"]),
            commenting=_words(patterns["commenting"]),
            retracting=_words(patterns["retracting"]),
            imagining=_words(patterns["imagining"]),
            hearing=_words(patterns["hearing"]),
            withheld=_words(patterns["withheld"]),
            giving=_words(patterns["giving"]),
            repeating=_words(patterns["repeating"]),
            aspectual=_words(patterns["aspectual"]),
            mute=_words(patterns["mute"]),
            document_verbs=_words(patterns["document_verbs"]),
            passive_infinitive=_words(patterns["passive_infinitive"]),
            light=_words(patterns["light"]),
            dismissing=_by_first(patterns["dismissing"]),
            generic=_words(table["speakers"]["generic"]),
            short_titles=dict(table["speakers"]["short_titles"]),
            noun_of=_words(patterns["noun_of"]),
            not_said=_words(patterns["not_said"]),
            counting=_words(patterns["counting"]),
            tolls=_words(patterns["tolls"]),
            deeds=_words(patterns["deeds"]),
            issued=_words(table["speakers"]["issued"]),
            naming=_words(table["speakers"]["naming"]),
            passing_on=_words(table["speakers"]["passing_on"]),
            carrying=_words(table["speakers"]["carrying"]),
            parenthetic=_words(patterns["parenthetic"]),
            resulting=_words(patterns["resulting"]),
            watching=_words(table["speakers"]["watching"]),
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


def _by_frame(groups: Sequence[Mapping[str, Any]]) -> dict[str, dict[str, Cue]]:
    verbs: dict[str, dict[str, Cue]] = {}
    for group in groups:
        for lemma in group["lemmas"]:
            for frame in group["frames"]:
                verbs.setdefault(lemma, {}).setdefault(frame, _cue(group))
    return verbs


def _by_lemma(groups: Sequence[Mapping[str, Any]]) -> dict[str, Cue]:
    found: dict[str, Cue] = {}
    for group in groups:
        for lemma in group["lemmas"]:
            found.setdefault(lemma, _cue(group))
    return found


def _by_first(phrases: Sequence[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for first, *others in (phrase.split() for phrase in phrases):
        found[first] = (*found.get(first, ()), tuple(others))
    return found


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
"""Acts that put their content forward as so."""

ATTITUDES: frozenset[Act] = frozenset({"support", "oppose", "praise", "condemn"})
"""Acts that take a stand for or against their content, and take it for granted or leave it open."""


def puts_forward(act: Act) -> bool:
    """Whether the speaker puts the content forward as so, as firmly as a belief at least.

    A denial, a demand, an order, a question and a promise do not, nor does an attitude (`ATTITUDES`); nor
    "other", which stands for what was not said ("gave no toll") and for intentions ("seeks to").
    """
    return act in ASSERTING or act == "believe"


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
