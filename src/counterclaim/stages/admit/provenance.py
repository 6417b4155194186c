"""Whose account it is: outlet, byline, and the agencies whose copy or pictures it carries."""

import re
from collections.abc import Sequence

from counterclaim.records import Part
from counterclaim.stages.admit.heads import byline_name
from counterclaim.stages.admit.words import AdmitWords

_SOURCE_LINE = re.compile(r"^\W*(?:sources?|via)\s*:?\s+(?P<named>.+?)\W*$", re.IGNORECASE | re.DOTALL)
_TOLD = re.compile(r"(?<!\w)(?:told|tells|telling)\s+(?:the\s+)?(?P<who>[^\s,.;:]+(?:\s+[A-Z][\w-]*){0,2})")
_PLACED = re.compile(r"\((?P<named>[^()]{2,40})\)")
_CONTRIBUTED = re.compile(r"^(?:The\s+)?(?P<named>[A-Z][A-Za-z]{1,5})\s+contributed\b")
_OF_AN_AGENCY = re.compile(
    r"^the\s+|(?:\s+(?:news|agency|english|arabic|world|online)|\.com|\.org)+$", re.IGNORECASE
)
_ACRONYM = re.compile(r"^[A-Z]{2,6}$")


def find_outlet(text: str, parts: Sequence[Part], *, given: str | None, words: AdmitWords) -> str | None:
    """The outlet: from metadata, else from the source line, else the agency in brackets in the dateline.

    A source line "Source: Title – Outlet" names the outlet after its last dash; one that names an
    agency alone ("Source: Reuters") tells of copy carried, not of the outlet.
    """
    if given is not None and given.strip():
        return given.strip()
    for part in parts:
        if part.kind != "source_line":
            continue
        line = _SOURCE_LINE.match(text[part.start : part.end])
        if line is None:
            continue
        pieces = re.split(r"\s+[–—|-]\s+", line["named"].split(")")[0])
        named = re.sub(r"\s+(?:and|\+)\s+agencies$", "", pieces[-1].strip(" .)("), flags=re.IGNORECASE)
        if (
            0 < len(named.split()) <= 6
            and named.casefold() != "agencies"
            and words.agency.fullmatch(named) is None
        ):
            return named
    for part in parts:
        bracketed = _PLACED.search(text, part.start, part.end) if part.kind == "dateline" else None
        if bracketed is not None and words.agency.fullmatch(bracketed["named"].strip()) is not None:
            return words.agency_name(bracketed["named"].strip())
    return None


def find_byline(text: str, parts: Sequence[Part], *, given: str | None) -> str | None:
    """The author: from metadata, else from a line "By Somebody"."""
    if given is not None and given.strip():
        return re.sub(r"^by\s+", "", given.strip(), flags=re.IGNORECASE) or None
    for part in parts:
        if part.kind == "credit" and (name := byline_name(text[part.start : part.end])) is not None:
            return re.split(r"\s*[,|/]\s*", name)[0]
    return None


def find_credits(
    text: str, parts: Sequence[Part], *, outlet: str | None, byline: str | None, words: AdmitWords
) -> tuple[str, ...]:
    """The agencies whose copy or pictures are carried, in order of the text, each once and by one name.

    Named in datelines, credits, source lines and the byline; and, where "told AFP" stands in the body
    of an article of another outlet, AFP, for only its copy says so. "Reuters reported" is no credit.
    An agency that the lexicon does not know is taken by its name ("… News Agency"), from the brackets
    of a dateline, or as an acronym in a byline; an acronym and the name it stands for are one.
    """
    own = agency_of(outlet, words=words)
    printed: list[str] = []
    told: list[str] = []
    for part in parts:
        if part.kind in ("dateline", "credit", "source_line"):
            printed += _named(text[part.start : part.end], part.kind, words)
        if part.kind in ("body", "caption"):
            hits = (words.agency.match(said["who"]) for said in _TOLD.finditer(text, part.start, part.end))
            told += [words.agency_name(hit[0]) for hit in hits if hit is not None]
    if byline is not None:
        printed += _named(byline, "credit", words)
        printed += [
            piece for piece in re.split(r"\s*(?:[,;/|&]|\band\b)\s*", byline) if _ACRONYM.match(piece)
        ]
    names = printed + [name for name in told if name != own]
    return tuple(dict.fromkeys(_one_name(name, names) for name in names))


def agency_of(outlet: str | None, *, words: AdmitWords) -> str | None:
    """The agency that an outlet is, or None."""
    if outlet is None:
        return None
    forms = (outlet, outlet.upper(), outlet.title())
    bare = (_OF_AN_AGENCY.sub("", form).strip() for form in forms)
    found = next(filter(None, map(words.agency.fullmatch, (*forms, *bare))), None)
    return words.agency_name(found[0]) if found is not None else None


def _named(words_of_part: str, kind: str, words: AdmitWords) -> list[str]:
    """The agencies named in a part or a byline."""
    named = [words.agency_name(hit[0]) for hit in words.agency.finditer(words_of_part)]
    if kind == "dateline":
        inside = (found["named"].strip() for found in _PLACED.finditer(words_of_part))
        named += [name for name in inside if name[0].isupper() and words.agency.search(name) is None]
    elif (helped := _CONTRIBUTED.match(words_of_part)) is not None and helped["named"].isupper():
        named.append(words.agency_name(helped["named"]))
    return named


def _one_name(name: str, names: Sequence[str]) -> str:
    """The acronym among the names that stands for this name, or the name itself."""
    initials = "".join(word[0] for word in name.split() if word[0].isupper())
    return initials if len(initials) > 1 and initials in names else name
