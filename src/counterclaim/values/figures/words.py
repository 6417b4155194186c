"""The word lists of numbers and of what they count."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from counterclaim.values.figures.classes import CountClass

COUNTED_SINGLY = frozenset({"killed", "injured", "detained", "abducted", "killed or injured", "casualties"})
"""Families of what may befall a single person so that the one counts: "a nurse was killed"."""

JOINING = frozenset({"a", "an", "of"})
"""Words of numbers that are none by themselves: "a few", "tens of thousands"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vague:
    """A vague word: the least that it means in the language, and the number each named rule gives it."""

    low: float
    rules: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state that people may be told to be in: words of it, and the class that it makes of them."""

    name: str
    prepositions: frozenset[str]
    nouns: frozenset[str]
    modifiers: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureWords:
    """The reviewed words of `models/lexicon/figures.toml`.

    `units` and `scales` are number words with their values. `modifiers` gives each phrase before a number the
    bound that it leaves: "low" ("at least"), "high" ("up to") or "best" ("some"), as a tuple of its words.
    `classes` are what may be counted, by name; `openings` are the words with which a number that
    is not in digits may begin, one of `numerals` is in each; `telling` are lemmas without which
    no single person counts. All words are in lower case; of verbs and nouns, lemmas.
    """

    units: Mapping[str, int]
    scales: Mapping[str, int]
    suffixes: Mapping[str, int]
    modifiers: Mapping[tuple[str, ...], str]
    vague: Mapping[str, Vague]
    shares: Mapping[str, float]
    multiples: Mapping[str, int]
    currencies: Mapping[str, str]
    measures: Mapping[str, str]
    rates: Mapping[str, str]
    unread: frozenset[str]
    aging: frozenset[str]
    dating: frozenset[str]
    filling: frozenset[str]
    metric: frozenset[str]
    months: frozenset[str]
    designators: frozenset[str]
    clock: frozenset[str]
    people: frozenset[str]
    classes: Mapping[str, CountClass]
    verb_class: Mapping[str, str]
    intransitives: frozenset[str]
    noun_class: Mapping[str, str]
    adjective_class: Mapping[str, str]
    families: Mapping[str, str]
    openings: frozenset[str]
    numerals: frozenset[str]
    telling: frozenset[str]
    reaching: frozenset[str]
    leaving: frozenset[str]
    updating: frozenset[str]
    former: frozenset[str]
    latest: frozenset[str]
    tellings: frozenset[str]
    corrections: frozenset[str]
    retracting: frozenset[str]
    counting: frozenset[str]
    including: frozenset[str]
    totals: frozenset[str]
    stocks: frozenset[str]
    blaming: frozenset[str]
    uncounted: frozenset[str]
    life_taking: frozenset[str]
    life_losing: frozenset[str]
    number_nouns: frozenset[str]
    harm_nouns: frozenset[str]
    harms: frozenset[str]
    of_things: frozenset[str]
    collectives: frozenset[str]
    kin: frozenset[str]
    ambiguous: frozenset[str]
    attacks: frozenset[str]
    attackers: frozenset[str]
    idle: frozenset[str]
    doubting: frozenset[str]
    passable: frozenset[str]
    hitting: frozenset[str]
    hits: frozenset[str]
    deadly: frozenset[str]
    weapons: frozenset[str]
    streets: frozenset[str]
    called: frozenset[str]
    bringing: frozenset[str]
    having: frozenset[str]
    staying: frozenset[str]
    driving: frozenset[str]
    states: tuple[State, ...]
    care: frozenset[str]

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> Self:
        """Make the words of a parsed TOML table; a missing key is a `KeyError`."""
        spelled = [
            phrase.split()
            for phrases in (table["units"], table["scales"], table["vague"], table["shares"])
            for phrase in phrases
        ]
        classes = {name: CountClass.from_table(name, c) for name, c in table["classes"].items()}
        return cls(
            units=table["units"],
            scales=table["scales"],
            suffixes=table["suffixes"],
            modifiers={
                tuple(phrase.split()): bound
                for bound, phrases in table["modifiers"].items()
                for phrase in phrases
            },
            vague={
                word: Vague(low=v["low"], rules={k: n for k, n in v.items() if k != "low"})
                for word, v in table["vague"].items()
            },
            shares=table["shares"],
            multiples=table["multiples"],
            currencies=table["currencies"],
            measures=table["measures"],
            rates=table["rates"],
            states=tuple(
                State(
                    name=row["name"],
                    prepositions=frozenset(row["prepositions"]),
                    nouns=frozenset(row["nouns"]),
                    modifiers=frozenset(row.get("modifiers", ())),
                )
                for row in table["states"]
            ),
            classes=classes,
            verb_class={w: c.name for c in classes.values() for w in c.verbs},
            intransitives=frozenset(w for c in classes.values() for w in c.intransitive),
            noun_class={w: c.name for c in classes.values() for w in c.nouns},
            adjective_class={w: c.name for c in classes.values() for w in c.adjectives},
            openings=frozenset(phrase[0] for phrase in spelled) | {"a", "an", "half", "quarter", "three"},
            numerals=frozenset(word for phrase in spelled for word in phrase if word not in JOINING)
            | {"half", "quarter", "three"},
            telling=frozenset(
                w
                for c in classes.values()
                if c.family in COUNTED_SINGLY
                for w in (*c.verbs, *c.nouns, *c.adjectives)
            )
            | frozenset(table["words"]["hitting"])
            | frozenset(table["words"]["hits"])
            | frozenset(noun for state in table["states"] for noun in state["nouns"])
            | frozenset(table["words"]["bringing"]),
            families={c.name: c.family for c in classes.values()},
            **{name: frozenset(words) for name, words in table["words"].items()},
        )
