"""The reviewed words about names, and the look-ups that the readers of names make in them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal, Self

from counterclaim.records import ActorKind
from counterclaim.values.names.genders import NO_GENDERS, Genders

HeadClass = Literal[
    "person", "armed", "force", "government", "opposition", "organisation", "outlet", "population"
]
HEAD_CLASSES: tuple[HeadClass, ...] = (
    "government", "opposition", "force", "armed", "outlet", "organisation", "person", "population",
)  # fmt: skip

_IRREGULAR = {
    "people": "people", "children": "child", "jihadis": "jihadi", "media": "media", "corps": "corps",
    "police": "police", "press": "press", "times": "times", "congress": "congress",
}  # fmt: skip


@lru_cache(maxsize=1 << 14)
def singular(word: str) -> str:
    """Return a head noun in the singular, lower case, by spelling alone: "Gunmen" gives "gunman"."""
    low = word.lower()
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    if low.endswith("men") and len(low) > 3:
        return low[:-3] + "man"
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "ches", "shes", "xes")):
        return low[:-2]
    if low.endswith("s") and not low.endswith(("ss", "us", "is")):
        return low[:-1]
    return low


_DROPPED = re.compile(r"['’‘`]s$|s['’]$")
_DOTS = re.compile(r"(?<=\w)\.")
_MARKS = re.compile(r"[\"“”«»()\[\],;:]|['’‘`]")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+")
_AL = re.compile(r"\b(?:al|el|ad|as|ar|ash|an|at)[-\s](?=\w)", re.IGNORECASE)


@lru_cache(maxsize=1 << 15)
def plain(text: str) -> str:
    """Return a name for comparison: lower case, no article, no quotes, no possessive, single spaces.

    The Arabic article is set off with a hyphen ("Al Nusra", "al-Nusra" and "Nusra" differ only by it,
    and it is dropped), dots within an acronym fall away ("U.N.").
    """
    low = " ".join(text.split()).strip().lower()
    low = _DROPPED.sub(lambda m: "s" if m.group().startswith("s") else "", low)
    low = _MARKS.sub("", _DOTS.sub("", low))
    low = _ARTICLE.sub("", low)
    low = _AL.sub("", low) or low
    return " ".join(low.replace("-", " ").split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Names that stand for one actor as a matter of general knowledge.

    `short` holds those of its names, plain, that others bear too: they mean it only in a story that also
    has its full name or its country, and never after another's name ("the Tavronian Red Crescent").
    """

    name: str
    kind: ActorKind
    aliases: tuple[str, ...]
    country: str | None = None
    short: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country, the words for what is its own, and the seats that stand for its government."""

    name: str
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameWords:
    """The reviewed words of `models/lexicon/names.toml`, lower case where case says nothing.

    `family_of` maps a plain name (see `plain`) to the family it is of; `country_of` a country's names and
    seats, `demonym_of` its adjectives and its people in singular and plural, to the country's name.
    `sole_offices` and `sole_bodies` map the names of what a place has one of to one of these: "coastguard"
    to "coast guard".
    """

    titles: frozenset[str]
    former: frozenset[str]
    male_titles: frozenset[str]
    female_titles: frozenset[str]
    genders: Genders
    particles: frozenset[str]
    organisation_particles: frozenset[str]
    suffixes: frozenset[str]
    surname_first: frozenset[str]
    introducing: frozenset[str]
    naming: tuple[str, ...]
    not_names: frozenset[str]
    places: frozenset[str]
    pronouns: Mapping[str, str]
    locative: frozenset[str]
    acting: frozenset[str]
    heads: Mapping[str, tuple[HeadClass, ...]]
    rebel_side: frozenset[str]
    government_side: frozenset[str]
    jihadist: frozenset[str]
    bland: frozenset[str]
    machines: frozenset[str]
    faceless: frozenset[str]
    seats: frozenset[str]
    regular: frozenset[str]
    allied: frozenset[str]
    backers: frozenset[str]
    named_only: frozenset[str]
    place_heads: frozenset[str]
    furniture: frozenset[str]
    joint: frozenset[str]
    collective: frozenset[str]
    governments: frozenset[str]
    rulers: frozenset[str]
    owned: frozenset[str]
    officials: frozenset[str]
    generic: frozenset[str]
    loaded: frozenset[str]
    crowds: frozenset[str]
    mastheads: frozenset[str]
    sole_offices: Mapping[str, str]
    sole_bodies: Mapping[str, str]
    tiers: frozenset[str]
    other_than: frozenset[str]
    families: tuple[Family, ...]
    countries: tuple[Country, ...]
    family_of: Mapping[str, Family]
    country_of: Mapping[str, str]
    capital_of: Mapping[str, str]
    demonym_of: Mapping[str, str]
    countries_known: frozenset[str]
    first_words: frozenset[str]
    last_words: frozenset[str]

    @classmethod
    def from_table(cls, table: Mapping[str, Any], *, genders: Genders = NO_GENDERS) -> Self:
        """Make the words of a parsed TOML table; what says a person's gender comes beside it."""
        families = tuple(
            Family(
                name=f["name"],
                kind=f["kind"],
                aliases=(*f["aliases"], *f.get("short", ())),
                country=f.get("country"),
                short=frozenset(plain(n) for n in f.get("short", ())),
            )
            for f in table.get("families", ())
        )
        countries = tuple(
            Country(
                name=c["name"],
                demonyms=tuple(c["demonyms"]),
                capitals=tuple(c["capitals"]),
                aliases=tuple(c["aliases"]),
            )
            for c in table.get("countries", ())
        )
        modifiers = table.get("modifiers", {})
        roles = table.get("roles", {})
        pronouns = {
            word: kind
            for kind in ("he", "she", "they", "it", "who", "speaker")
            for word in table.get(f"pronouns_{kind}", ())
        }
        family_of = {plain(n): f for f in families for n in (f.name, *f.aliases)}
        country_of = {plain(n): c.name for c in countries for n in (c.name, *c.aliases)}
        capital_of = {plain(n): c.name for c in countries for n in c.capitals}
        known = [name.split() for name in (*family_of, *country_of, *capital_of) if name]
        return cls(
            titles=frozenset(table.get("titles", ())),
            former=frozenset(table.get("former", ())),
            male_titles=frozenset(table.get("male_titles", ())),
            female_titles=frozenset(table.get("female_titles", ())),
            genders=genders,
            particles=frozenset(table.get("particles", ())),
            organisation_particles=frozenset(table.get("organisation_particles", ())),
            suffixes=frozenset(table.get("suffixes", ())),
            naming=tuple(sorted(table.get("naming", ()), key=lambda t: (-len(t), t))),
            introducing=frozenset(table.get("introducing", ())),
            surname_first=frozenset(table.get("surname_first", ())),
            not_names=frozenset(table.get("not_names", ())),
            places=frozenset(plain(t) for t in table.get("places", ())),
            pronouns=pronouns,
            locative=frozenset(table.get("locative", ())),
            acting=frozenset(table.get("acting", ())),
            heads=_classes(table.get("heads", {})),
            rebel_side=frozenset(modifiers.get("rebel_side", ())),
            government_side=frozenset(modifiers.get("government_side", ())),
            jihadist=frozenset(modifiers.get("jihadist", ())),
            bland=frozenset(modifiers.get("bland", ())),
            machines=frozenset(roles.get("machines", ())),
            faceless=frozenset(roles.get("faceless", ())),
            seats=frozenset(roles.get("seats", ())),
            regular=frozenset(roles.get("regular", ())),
            backers=frozenset(roles.get("backers", ())),
            allied=frozenset(roles.get("allied", ())),
            named_only=frozenset(roles.get("named_only", ())),
            place_heads=frozenset(roles.get("place_heads", ())),
            furniture=frozenset(roles.get("furniture", ())),
            joint=frozenset(roles.get("joint", ())),
            collective=frozenset(roles.get("collective", ())),
            governments=frozenset(roles.get("governments", ())),
            rulers=frozenset(roles.get("rulers", ())),
            owned=frozenset(roles.get("owned", ())),
            officials=frozenset(roles.get("officials", ())),
            generic=frozenset(roles.get("generic", ())),
            loaded=frozenset(roles.get("loaded", ())),
            mastheads=frozenset(roles.get("mastheads", ())),
            sole_offices=_names_of(table.get("sole_offices", {})),
            sole_bodies=_names_of(table.get("sole_bodies", {})),
            tiers=frozenset(roles.get("tiers", ())),
            other_than=frozenset(roles.get("other_than", ())),
            crowds=frozenset(roles.get("crowds", ())),
            families=families,
            countries=countries,
            family_of=family_of,
            countries_known=frozenset(c.name for c in countries),
            country_of=country_of,
            capital_of=capital_of,
            demonym_of={
                form: c.name for c in countries for d in c.demonyms for form in (plain(d), plain(d) + "s")
            },
            first_words=frozenset(name[0] for name in known),
            last_words=frozenset(name[-1] for name in known),
        )

    def classes(self, head: str) -> tuple[HeadClass, ...]:
        """Return the classes of actor that a head noun can name, in any number; () if it names none."""
        return self.heads.get(singular(head), ())

    def family(self, text: str) -> Family | None:
        """Return the family of a known name, written as a name; None if it is of none."""
        return self.family_of.get(plain(text)) if self.is_family(text) else None

    def group_family(self, name: str | None) -> Family | None:
        """Return the family of a known group by its name; a person's family is none."""
        family = self.family_of.get(plain(name)) if name else None
        return family if family is not None and family.kind in ("armed_group", "organisation") else None

    def country_name(self, text: str) -> str | None:
        """Return the country that a text names; "us" and "north" alone name none."""
        key = plain(text)
        bare = text.removeprefix("the ").removeprefix("The ")
        if key in self.country_of and bare[:1].isupper() and (len(key) > 2 or bare.isupper() or "." in bare):
            return self.country_of[key]
        return None

    def is_family(self, text: str) -> bool:
        """Tell whether a text is a known name, written as a name: short ones keep their case."""
        key = plain(text)
        family = self.family_of.get(key)
        if family is None:
            return False
        bare = text.removeprefix("the ").removeprefix("The ")
        return (bare[:1].isupper() and (len(key) > 3 or bare.isupper() or "." in bare or len(bare) > 3)) or (
            bare.lower().startswith("al") and any(c.isupper() for c in bare)
        )


def _names_of(table: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """What each name of a table of names by thing is a name of."""
    return {name: thing for thing, names in table.items() for name in names}


def _classes(table: Mapping[str, Any]) -> dict[str, tuple[HeadClass, ...]]:
    found: dict[str, tuple[HeadClass, ...]] = {}
    for name in HEAD_CLASSES:
        for head in table.get(name, ()):
            key = singular(head)
            found[key] = (*found.get(key, ()), name)
    return found
