"""The words by which texts state relations."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, Self, get_args

from counterclaim.records import Predicate

ALLIED = frozenset({"ally", "backer", "supporter"})
"""What stands behind "its" for those who back somebody."""

Place = Literal["after", "before-verb", "before-noun", "before-comma", "modified", "clause"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationPattern:
    """Words that state a relation, and where its subject and object stand."""

    predicate: Predicate
    subject: Place
    object: Place
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationWords:
    """The reviewed words of `models/lexicon/relations.toml`.

    `by_first` maps the first word of a pattern to the patterns it may begin, longest first; `opening` are
    all words at which a relation may be read, but for marks and what has a hyphen.
    """

    by_first: Mapping[str, tuple[tuple[tuple[str, ...], RelationPattern], ...]]
    doubt: frozenset[str]
    hypothetical: frozenset[str]
    adverbs: frozenset[str]
    counted: frozenset[str]
    allies: frozenset[str]
    affiliates: frozenset[str]
    person_leads: frozenset[str]
    causes: frozenset[str]
    including: tuple[tuple[str, ...], ...]
    suffixes: Mapping[str, Predicate]
    prefixes: Mapping[str, Predicate]
    opening: frozenset[str]

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> Self:
        """Make the words of a parsed TOML table."""
        by_first: dict[str, list[tuple[tuple[str, ...], RelationPattern]]] = {}
        for row in table.get("patterns", ()):
            if row["predicate"] not in get_args(Predicate):
                raise ValueError(f"no such predicate: {row['predicate']}")
            pattern = RelationPattern(
                predicate=row["predicate"],
                subject=row["subject"],
                object=row["object"],
                words=tuple(row["words"]),
            )
            for text in pattern.words:
                parts = tuple(text.lower().split())
                by_first.setdefault(parts[0], []).append((parts, pattern))
        suffixes = table.get("suffixes", {})
        including = tuple(tuple(t.split()) for t in table.get("including", ()))
        prefixes: dict[str, Predicate] = {
            **dict.fromkeys(suffixes.get("pro", ()), "backs"),
            **dict.fromkeys(suffixes.get("anti", ()), "opposes"),
        }
        allies, affiliates = frozenset(table.get("allies", ())), frozenset(table.get("affiliates", ()))
        return cls(
            by_first={k: tuple(sorted(v, key=lambda p: (-len(p[0]), p[0]))) for k, v in by_first.items()},
            doubt=frozenset(table.get("doubt", ())),
            hypothetical=frozenset(table.get("hypothetical", ())),
            adverbs=frozenset(table.get("adverbs", ())),
            counted=frozenset(table.get("counted", ())),
            allies=allies,
            affiliates=affiliates,
            person_leads=frozenset(table.get("person_leads", ())),
            causes=frozenset(table.get("causes", ())),
            including=including,
            suffixes={w: p for p in ("backs", "part_of") for w in suffixes.get(p, ())},
            prefixes=prefixes,
            opening=allies | affiliates | ALLIED | {*by_first, *prefixes, *(parts[0] for parts in including)},
        )
