"""Whose account it is: outlet, byline, and the agencies whose copy or pictures it carries."""

import re
from collections.abc import Sequence

from counterclaim.records import Part
from counterclaim.stages.admit.heads import byline_name
from counterclaim.stages.admit.words import AdmitWords

_SOURCE_LINE = re.compile(r"^\W*(?:sources?|via)\s*:?\s+(?P<named>.+?)\W*$", re.IGNORECASE | re.DOTALL)
_TOLD = re.compile(r"(?<!\w)(?:told|tells|telling)\s+(?:the\s+)?(?P<who>[^\s,.;:]+(?:\s+[A-Z][\w-]*){0,2})")


def find_outlet(text: str, parts: Sequence[Part], *, given: str | None, words: AdmitWords) -> str | None:
    """The outlet: from metadata, else from the source line, else the agency of the dateline.

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
        pieces = re.split(r"\s+[–—|-]\s+", line["named"])
        named = re.sub(r"\s+(?:and|\+)\s+agencies$", "", pieces[-1].strip(" .)("), flags=re.IGNORECASE)
        if (
            0 < len(named.split()) <= 6
            and named.casefold() != "agencies"
            and words.agency.fullmatch(named) is None
        ):
            return named
    for part in parts:
        if (
            part.kind == "dateline"
            and (agency := words.agency.search(text, part.start, part.end)) is not None
        ):
            return words.agencies[_spaced(agency[0])]
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
    """The agencies whose copy or pictures are carried, in order of the text, each once.

    Named in datelines, credits, source lines and the byline; and, where "told AFP" stands in the body
    of an article of another outlet, AFP, for only its copy says so. "Reuters reported" is no credit.
    """
    found: list[str] = []
    for part in parts:
        if part.kind in ("dateline", "credit", "source_line"):
            found += [_spaced(hit[0]) for hit in words.agency.finditer(text, part.start, part.end)]
        elif part.kind in ("body", "caption"):
            for told in _TOLD.finditer(text, part.start, part.end):
                agency = words.agency.match(told["who"])
                if agency is not None:
                    found.append(_spaced(agency[0]))
    if byline is not None:
        found += [_spaced(hit[0]) for hit in words.agency.finditer(byline)]
    names = dict.fromkeys(words.agencies[printed] for printed in found if printed in words.agencies)
    own = _own(outlet, words)
    told_only = {name for name in names if name == own and not _credited(text, parts, name, words)}
    return tuple(name for name in names if name not in told_only)


def agency_of(outlet: str | None, *, words: AdmitWords) -> str | None:
    """The agency that an outlet is, or None."""
    return _own(outlet, words)


def _own(outlet: str | None, words: AdmitWords) -> str | None:
    if outlet is None:
        return None
    found = (
        words.agency.search(outlet)
        or words.agency.fullmatch(outlet.upper())
        or words.agency.fullmatch(outlet.title())
    )
    return words.agencies.get(_spaced(found[0])) if found is not None else None


def _credited(text: str, parts: Sequence[Part], name: str, words: AdmitWords) -> bool:
    return any(
        words.agencies.get(_spaced(hit[0])) == name
        for part in parts
        if part.kind in ("dateline", "credit", "source_line")
        for hit in words.agency.finditer(text, part.start, part.end)
    )


def _spaced(name: str) -> str:
    return " ".join(name.split())
