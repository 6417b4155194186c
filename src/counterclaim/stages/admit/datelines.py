"""Datelines: printed dates, places and agencies before an account begins."""

import re

from counterclaim.stages.admit.printed import printed_dates
from counterclaim.stages.admit.words import AdmitWords

INLINE_REACH = 500


"""Characters of a first paragraph within which a dateline may have run in."""


_TIME = (
    r"(?:\s*(?:at|[,|·•–—-])?\s*(?:[A-Z]{3}\s+)?\d{1,2}(?:[:.]\d\d|(?=\s*[ap]\.?m)|\d\d(?!\d))"
    r"(?:[:.]\d\d)?(?:\s*[ap]\.?m\.?)?"
    r"(?:\s*\(?(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|PT|KSA|EET|MSK|local time)"
    r"(?:\s*[+-]?\d{1,2}(?::\d\d)?)?\)?)?"
    r"(?:\s*-\s*GMT\s*\d{1,2}:\d\d)?)?"
)


_PLACE = re.compile(r"^[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2}(?:,\s[A-Z][\w'’-]+)?,\s+")


_TIME_AFTER = re.compile(_TIME, re.IGNORECASE)


_DASH = re.compile(r"\s*(?:[—–]|--|-(?=\s))\s*")


_AGENCY_ABBREVIATION = re.compile(r"^[A-Z]{2,6}$")


SMALL = frozenset(
    (
        "of",
        "the",
        "al",
        "el",
        "de",
        "la",
        "le",
        "in",
        "and",
        "on",
        "for",
        "a",
        "an",
        "to",
        "at",
        "by",
        "with",
        "as",
        "or",
        "vs",
        "from",
        "&",
        "is",
        "are",
    )
)


_NOT_PLACES = frozenset(
    [
        "update",
        "updated",
        "breaking",
        "opinion",
        "watch",
        "exclusive",
        "video",
        "analysis",
        "live",
        "read",
        "photos",
        "explainer",
    ]
)


def is_date_line(line: str, *, words: AdmitWords) -> bool:
    """Whether a line is a printed date with time and lead ("Published 3 May 2014 10:12 GMT") and no more."""
    placed = _PLACE.match(line)
    start = placed.end() if placed is not None else 0
    end = leading_date(line, start, len(line), words=words)
    return end is not None and len(line[end:].strip(" .,|-–—·•()")) <= 3


def leading_date(text: str, start: int, end: int, *, words: AdmitWords) -> int | None:
    """Where a printed date that begins at `start` ends, with lead, agency, time of day and site furniture."""
    at = start
    bracketed = re.compile(r"\(").match(text, at, end) is not None
    at += bracketed
    for pattern in (words.date_lead, words.agency, words.agency):
        if (found := pattern.match(text, at, end)) is not None:
            at = re.compile(r"[\s:,/|–—-]*(?:and\s+)?").match(text, found.end(), end).end()  # type: ignore[union-attr]
    if bracketed and (clock := re.compile(r"\d\d:?\d\d\s+").match(text, at, end)) is not None:
        at = clock.end()
    date = next(printed_dates(text, at, min(end, at + 60)), None)
    if date is None or date.start != at:
        return None
    time = _TIME_AFTER.match(text, date.end, end)
    at = time.end() if time is not None else date.end
    if bracketed:
        closed = text.find(")", at, min(end, at + 12))
        at = closed + 1 if closed >= 0 else at
    return _furniture_end(text, at, end, words=words)


def _furniture_end(text: str, at: int, end: int, *, words: AdmitWords) -> int:
    """Where the site's furniture that follows ends: its words, and the counts and addresses behind them."""
    while True:
        gap = at + len(text[at:end]) - len(text[at:end].lstrip())
        found = words.head_furniture.match(text, gap, end)
        if found is None:
            return at
        at = re.compile(r"\S*(?:\s+\d+(?=\s))*").match(text, found.end(), end).end()  # type: ignore[union-attr]


def bare_agency(text: str, start: int, end: int, *, words: AdmitWords) -> int | None:
    """Where an agency's acronym ends that stands alone before the first sentence: "SANA Residents of …"."""
    found = words.agency.match(text, start, end)
    alone = (
        found is not None and found[0].isupper() and re.match(r"\s+[A-Z][a-z]+\s", text[found.end() : end])
    )
    return found.end() if found is not None and alone else None


def inline_dateline(text: str, start: int, end: int, *, words: AdmitWords) -> tuple[int, int] | None:
    """Where agency and full date ran in between deck and body: "… in Ost AFP Monday 6 Jun 2016 Ten"."""
    for date in printed_dates(text, start, min(end, start + INLINE_REACH)):
        before = list(words.agency.finditer(text, max(start, date.start - 40), date.start))
        if not date.with_weekday or not before or text[before[-1].end() : date.start].strip(" ,|–—-"):
            continue
        at = before[-1].start()
        for earlier in reversed(before[:-1]):
            if text[earlier.end() : at].strip(" ,/&") in ("", "and"):
                at = earlier.start()
        goes_on = text[date.end : end].lstrip()
        if at > start and goes_on and not goes_on[0].islower():
            return at, date.end
    return None


def dateline_end(line: str, *, words: AdmitWords) -> int | None:
    """Where the dateline at the start of a line ends, its dash with it; None without one."""
    dash = _DASH.search(line, 0, 120)
    if dash is not None and dash.start() > 0 and line[dash.end() :].strip():
        head = line[: dash.start()]
        if _is_dateline(head, words=words):
            return dash.end()
    bracket = re.match(
        r"(?P<place>[A-Z][^()\n]{1,50}?)\s*\((?P<agency>[^()]{2,30})\)\s*[:—–-]*\s*(?=[\"“A-Z\d])", line
    )
    if bracket is not None and _is_dateline(f"{bracket['place']} ({bracket['agency']})", words=words):
        known = words.agency.search(bracket["agency"]) is not None
        if known or "," in bracket["place"] or bracket["place"].isupper():
            return bracket.end()
    colon = re.match(r"(?P<place>[A-Z][A-Z'’ -]{2,30}(?:,\s+[A-Z][\w ]{1,20})?):\s+(?=[\"“A-Z])", line)
    if colon is not None and colon["place"].casefold() not in _NOT_PLACES and len(line) > colon.end() + 40:
        return colon.end()
    bare = re.match(
        r"(?P<place>[A-Z]{5,}(?:\s+[A-Z]{3,})?)(?:\s+[A-Z][a-z]+)?\s+(?P<next>[A-Z][\w.]*)\s+[a-z]", line
    )
    if bare is not None and not words.agency.fullmatch(bare["place"]):
        begins = bare["next"].casefold()
        if begins in words.determiners or begins.endswith(("ian", "ish", "ese", "eli")):
            return bare.start("next")
    return None


def _is_dateline(head: str, *, words: AdmitWords) -> bool:
    """Whether words before a dash are place, date or agency, as "ALEPPO, Syria, Dec. 14 (Reuters)"."""
    tokens = re.findall(r"[\w.'’-]+", head)
    if not tokens or len(tokens) > 12:
        return False
    if any(token[0].islower() and token not in SMALL for token in tokens):
        return False
    capitals = len(tokens[0]) > 2 and tokens[0].isupper() and tokens[0].casefold() not in _NOT_PLACES
    agency = words.agency.search(head) is not None
    bracketed = re.search(r"\(([^()]+)\)\s*$", head)
    inside = bracketed is not None and _AGENCY_ABBREVIATION.match(bracketed[1].strip()) is not None
    dated = re.search(
        r",?\s(?:Jan|Feb|March|Mar|April|Apr|May|June|July|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}\b", head
    )
    return capitals or agency or inside or dated is not None
