"""The reviewed words around places."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceWords:
    """The reviewed words of `models/lexicon/places.toml`, lower-case unless said otherwise.

    `offices` after a name make it that of a first-order unit ("governor"); what one of the `missions`
    ("embassy") is of is not where it is; a name before one of the `streets` ("Avenue") is that of one;
    `degrees` look like a unit's letters ("M.D."); after a name, `spots` are what bears its name there
    ("airbase"); `common` are names of places that are mostly something
    else; `directions` stand before a name for a part of it; `kinds` (district, province …) tell what a name
    beside them is; `inside` lead to one; `speaking` are the lemmas of what capitals do when they stand for
    their governments, `addressing` of what is done to these; `demonyms` give the ISO code of the country of a
    people's name, `adjectives` the name of the place of one that is no state; `abbreviations` give the names
    and countries of the units that a short form may mean; `variants` are words of names, shortened, and
    written out; `organisation_tails` after a name, `actor_tails` after its hyphen ("Oslo-led") and
    `person_titles` before it make it something else than a place; after one of the `acting_leads` ("ally",
    "backer") a state is one that acts; `facilities` are words of what a building is.
    """

    common: frozenset[str]
    directions: frozenset[str]
    offices: frozenset[str]
    missions: frozenset[str]
    streets: frozenset[str]
    degrees: frozenset[str]
    spots: frozenset[str]
    kinds: Mapping[str, str]
    inside: frozenset[str]
    speaking: frozenset[str]
    addressing: frozenset[str]
    demonyms: Mapping[str, str]
    adjectives: Mapping[str, str]
    abbreviations: Mapping[str, tuple[tuple[str, str], ...]]
    variants: Mapping[str, str]
    organisation_tails: frozenset[str]
    actor_tails: frozenset[str]
    person_titles: frozenset[str]
    persons: frozenset[str]
    acting_leads: frozenset[str]
    facilities: frozenset[str]

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> Self:
        """Make the words of a parsed TOML table."""
        lists = table.get("lists", {})
        return cls(
            common=frozenset(lists.get("common", ())),
            directions=frozenset(lists.get("directions", ())),
            offices=frozenset(lists.get("offices", ())),
            missions=frozenset(lists.get("missions", ())),
            streets=frozenset(lists.get("streets", ())),
            degrees=frozenset(lists.get("degrees", ())),
            spots=frozenset(lists.get("spots", ())),
            kinds=dict(table.get("kinds", {})),
            inside=frozenset(lists.get("inside", ())),
            addressing=frozenset(lists.get("addressing", ())),
            speaking=frozenset(lists.get("speaking", ())),
            demonyms={word: code for code, forms in table.get("demonyms", {}).items() for word in forms},
            adjectives=dict(table.get("adjectives", {})),
            abbreviations={
                short: tuple(
                    (name, country or "US")
                    for name, _, country in (
                        u.partition(", ") for u in ([units] if isinstance(units, str) else units)
                    )
                )
                for short, units in table.get("abbreviations", {}).items()
            },
            variants=dict(table.get("variants", {})),
            organisation_tails=frozenset(lists.get("organisation_tails", ())),
            actor_tails=frozenset(lists.get("actor_tails", ())),
            person_titles=frozenset(lists.get("person_titles", ())),
            persons=frozenset(lists.get("persons", ())),
            acting_leads=frozenset(lists.get("acting_leads", ())),
            facilities=frozenset(lists.get("facilities", ())),
        )
