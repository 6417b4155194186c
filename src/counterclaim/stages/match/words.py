"""The words that make claims rivals."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self


@dataclass(frozen=True, slots=True, kw_only=True)
class Opposed:
    """Two senses that exclude each other when said of the same thing, and what they are said of."""

    about: str
    question: str
    names: tuple[str, str]
    words: tuple[frozenset[str], frozenset[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionWords:
    """The reviewed words of `models/lexicon/questions.toml`; lemmas."""

    dismissals: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    telling: frozenset[str] = frozenset()
    refuting: tuple[str, ...] = ()
    doubting: tuple[str, ...] = ()
    far_from: tuple[str, ...] = ()
    breaking: frozenset[str] = frozenset()
    unsure: frozenset[str] = frozenset()
    denying: frozenset[str] = frozenset()
    withdrawing: tuple[str, ...] = ()
    sayings: tuple[str, ...] = ()
    untold: frozenset[str] = frozenset()
    antonyms: tuple[tuple[frozenset[str], frozenset[str]], ...] = ()
    deeds: Mapping[str, str] = field(default_factory=dict)
    tolls: Mapping[str, str] = field(default_factory=dict)
    plurals: Mapping[str, str] = field(default_factory=dict)
    measures: Mapping[str, str] = field(default_factory=dict)
    of_blame: frozenset[str] = frozenset()
    faceless: frozenset[str] = frozenset()
    strongholds: frozenset[str] = frozenset()
    of_saying: frozenset[str] = frozenset()
    counting: frozenset[str] = frozenset()
    anyone: frozenset[str] = frozenset()
    of_a_party: frozenset[str] = frozenset()
    holding: frozenset[str] = frozenset()
    yielding: frozenset[str] = frozenset()
    states_of_holding: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    opposed: tuple[Opposed, ...] = ()
    topics: Mapping[str, frozenset[str]] = field(default_factory=dict)
    matters: Mapping[str, frozenset[str]] = field(default_factory=dict)
    good: frozenset[str] = frozenset()
    bad: frozenset[str] = frozenset()

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> Self:
        """Make the words of a parsed TOML table."""
        judgement = table.get("judgement", {})
        return cls(
            dismissals=frozenset(table.get("dismissals", ())),
            negations=frozenset(table.get("negations", ())),
            telling=frozenset(table.get("telling", ())),
            refuting=tuple(table.get("refuting", ())),
            doubting=tuple(table.get("doubting", ())),
            far_from=tuple(table.get("far_from", ())),
            breaking=frozenset(table.get("breaking", ())),
            unsure=frozenset(table.get("unsure", ())),
            denying=frozenset(table.get("denying", ())),
            withdrawing=tuple(table.get("withdrawing", ())),
            sayings=tuple(table.get("sayings", ())),
            untold=frozenset(table.get("untold", ())),
            antonyms=tuple(
                (frozenset(row["one"]), frozenset(row["other"])) for row in table.get("antonyms", ())
            ),
            deeds=table.get("deeds", {}),
            tolls=table.get("tolls", {}),
            plurals=table.get("plurals", {}),
            measures=table.get("measures", {}),
            of_blame=frozenset(table.get("of_blame", ())),
            faceless=frozenset(table.get("faceless", ())),
            strongholds=frozenset(table.get("strongholds", ())),
            of_saying=frozenset(table.get("of_saying", ())),
            counting=frozenset(table.get("counting", ())),
            anyone=frozenset(table.get("anyone", ())),
            of_a_party=frozenset(table.get("of_a_party", ())),
            holding=frozenset(table.get("holding", ())),
            yielding=frozenset(table.get("yielding", ())),
            states_of_holding=frozenset(table.get("states_of_holding", ())),
            people=frozenset(table.get("people", ())),
            opposed=tuple(
                Opposed(
                    about=row["about"],
                    question=row["question"],
                    names=(row["first"]["name"], row["second"]["name"]),
                    words=(frozenset(row["first"]["words"]), frozenset(row["second"]["words"])),
                )
                for row in table.get("opposed", ())
            ),
            topics={name: frozenset(words) for name, words in table.get("topics", {}).items()},
            matters={name: frozenset(words) for name, words in table.get("matters", {}).items()},
            good=frozenset(judgement.get("good", ())),
            bad=frozenset(judgement.get("bad", ())),
        )
