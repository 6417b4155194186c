"""A name that may be a place's, and what the article has shown when it is weighed."""

import re
from collections import Counter
from dataclasses import dataclass

from counterclaim.records import Part
from counterclaim.stages.ground.places.entries import GazetteerEntry
from counterclaim.values.places import PlaceWords

_BEFORE = re.compile(r"([\w’'-]+)\.?\s{1,3}(?:the\s|The\s)?[“\"(]?$")
_AFTER = re.compile(r"(?:['’]s?)?[\s-]([\w-]+)")
_KIND_OF = re.compile(r"\b([a-z]+)\sof\s(?:the\s)?$")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that may be a place's: `entries` bear it, tokens `first` to `last` hold it.

    `beyond`: the words for what the text puts it in, where the gazetteer has nothing of that name.
    """

    start: int
    end: int
    name: str
    entries: tuple[GazetteerEntry, ...]
    part: Part
    first: int
    last: int
    beyond: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What the article has shown: countries implied, names taken for places, where the last one ended.

    `people`: the words of names of people, folded.
    """

    countries: Counter[str]
    names: frozenset[str] = frozenset()
    last_end: int = -99
    people: frozenset[str] = frozenset()


def word_before(text: str, start: int, floor: int) -> str:
    """The word before a place in the text, lower-case, an article aside; "" where there is none."""
    found = _BEFORE.search(text[max(floor, start - 32) : start])
    return found.group(1).lower() if found else ""


def word_after(text: str, end: int) -> str:
    """The word after a place in the text, lower-case, a possessive aside; "" where there is none."""
    found = _AFTER.match(text[end : end + 28])
    return found.group(1).lower() if found else ""


def kind_of_it(c: Candidate, text: str, words: PlaceWords) -> bool:
    """Whether a word says what it is: "the town of X", "district of X"."""
    lead = text[max(c.part.start, c.start - 24) : c.start]
    found = _KIND_OF.search(lead) if "of" in lead else None
    return found is not None and found.group(1) in words.kinds
