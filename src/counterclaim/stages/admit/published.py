"""When an account was published: what it says, else what follows from it, else nothing."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from counterclaim.records import Part
from counterclaim.stages.admit.printed import PrintedDate, make_date, printed_dates, read_date
from counterclaim.stages.admit.words import AdmitWords

LEDE_PARAGRAPHS = 3
"""Body paragraphs in which the weekday of publication is looked for; news names its own day early."""

FRESH = timedelta(days=3)
"""How far a weekday may lie behind a full date in the body to be the one meant. Bodies date older things
than captions do: of 11 dates so worked out on the articles at hand, those further off were all wrong."""

LEDE_CHARACTERS = 600
"""Characters of each of them in which it is looked for: an account of one paragraph is no lede to its end."""

Dated = tuple[str | None, str | None]
"""An EDTF date and, in words, where it comes from."""

_URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:/|-|\b)")
_OTHER_WEEK = re.compile(
    r"(?:last|next|every|each|previous|following|coming|on a|black|good|bloody)\s+$", re.IGNORECASE
)


def find_published(
    text: str, parts: Sequence[Part], *, given: str | None, url: str | None, words: AdmitWords
) -> Dated:
    """The published date and its basis.

    In turn: metadata; a date printed in the head or foot; the address; a weekday in the first body
    paragraphs beside full dates. A caption's own date is never the published one: it is older, or the same.
    """
    if given is not None and (read := read_date(given)) is not None:
        value, remark = read
        return value, f"given in the metadata as {given!r}; {remark}" if remark else "given in the metadata"
    if (printed := _printed(text, parts, words)) is not None:
        return printed
    if url is not None and (found := _URL_DATE.search(url)) is not None:
        value_in_url = make_date(int(found[1]), int(found[2]), int(found[3]))
        if value_in_url is not None:
            return value_in_url.isoformat(), f"from the address: {found[0].strip('/-')}"
    return _worked_out(text, parts, words)


def _printed(text: str, parts: Sequence[Part], words: AdmitWords) -> Dated | None:
    """The date of the first dateline with one. At the foot it must say what it is: corrections have dates."""
    body = next((part.start for part in parts if part.kind == "body"), 0)
    for part in parts:
        if part.kind != "dateline":
            continue
        for found in printed_dates(text, part.start, part.end):
            in_foot = part.start > body and any(p.kind == "body" and p.start < part.start for p in parts)
            last = not any(p.kind == "body" and p.start > part.start for p in parts)
            if in_foot and last and words.date_lead.match(text, part.start, part.end) is None:
                continue
            where = "foot" if last and in_foot else "head"
            return (
                found.value.isoformat(),
                f"printed at the {where} of the text: {text[found.start : found.end]!r}",
            )
    return None


def _worked_out(text: str, parts: Sequence[Part], words: AdmitWords) -> Dated:
    named = _weekday(text, parts, words)
    if named is None:
        return None, None
    number, weekday = named
    captions = [
        (found, text[found.start : found.end])
        for part in parts
        if part.kind == "caption"
        and not re.search(r"\b(?:file|archive)\b", text[part.start : part.end], re.I)
        for found in printed_dates(text, part.start, part.end)
    ]
    if captions:
        latest = max(found.value for found, _ in captions)
        value = _on_or_after(latest, number)
        seen = dict.fromkeys(wording for _, wording in sorted(captions, key=lambda pair: pair[0].value))
        return value.isoformat(), (
            f"worked out: {weekday!r} in the text beside captions dated {' and '.join(seen)}; "
            f"the first {weekday} on or after the latest of them"
        )
    beside = [found for part in parts if part.kind == "body" for found in _with_weekday(text, part)]
    last = max(beside, key=lambda found: found.value, default=None)
    if last is not None and (value := _on_or_after(last.value, number)) - last.value <= FRESH:
        return value.isoformat(), (
            f"worked out: {weekday!r} in the text beside {text[last.start : last.end]!r}; "
            f"the first {weekday} on or after it"
        )
    return None, None


def _with_weekday(text: str, part: Part) -> list[PrintedDate]:
    return [found for found in printed_dates(text, part.start, part.end) if found.with_weekday]


def _weekday(text: str, parts: Sequence[Part], words: AdmitWords) -> tuple[int, str] | None:
    """The first bare weekday of the first body paragraphs, Monday being 0, and its name."""
    pattern = re.compile(rf"\b({'|'.join(words.weekdays)})\b(?!\s+(?:prayers?|prayer|night's))")
    bodies = [part for part in parts if part.kind == "body"][:LEDE_PARAGRAPHS]
    for part in bodies:
        full = [(found.start, found.end) for found in printed_dates(text, part.start, part.end)]
        for found in pattern.finditer(text, part.start, min(part.end, part.start + LEDE_CHARACTERS)):
            within = any(start <= found.start() < end for start, end in full)
            other = _OTHER_WEEK.search(text[max(part.start, found.start() - 12) : found.start()])
            if not within and other is None:
                return words.weekdays.index(found[1]), found[1]
    return None


def _on_or_after(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % 7)
