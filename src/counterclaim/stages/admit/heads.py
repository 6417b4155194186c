"""What stands at an article's head: title, deck, byline, printed date, dateline."""

import re

from counterclaim.records import PartKind
from counterclaim.stages.admit.printed import printed_dates
from counterclaim.stages.admit.words import AdmitWords

LONGEST_HEADLINE = 22
"""Words of the longest line that is taken for a headline; of 559 news titles at hand all but one are shorter."""

LONGEST_DECK = 30
"""Words of the longest line below a headline that is taken for its deck."""

LONGEST_SUBHEADING = 10
"""Words of the longest line amid the body that is taken for a subheading."""

INLINE_REACH = 500
"""Characters of a first paragraph within which a dateline may have run in."""

REPEATED = 0.5
"""Share of a first sentence's words that come again in the next ones from which it is a headline run on."""

TITLE_CASE = 0.7
"""Share of capitalised words from which a line is in title case. Sentences in news stay below 0.5."""

_WORD = re.compile(r"\w+(?:[-'’.]\w+)*")
_BYLINE = re.compile(
    r"^(?:by|written by|story by|words by)\s+(?P<name>[A-Z][\w.'’-]*(?:\s+(?:and|&|in|for|of|al|el|de|bin|van|von|[A-Z][\w.'’,-]*)){0,11})"
    r"(?:\s*[|,/–—-].{0,60})?$",
    re.IGNORECASE,
)
_TIME = (
    r"(?:\s*(?:at|[,|·•–—-])?\s*(?:[A-Z]{3}\s+)?\d{1,2}(?:[:.]\d\d|(?=\s*[ap]\.?m)|\d\d(?!\d))(?:[:.]\d\d)?(?:\s*[ap]\.?m\.?)?"
    r"(?:\s*\(?(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|PT|KSA|EET|MSK|local time)(?:\s*[+-]?\d{1,2}(?::\d\d)?)?\)?)?"
    r"(?:\s*-\s*GMT\s*\d{1,2}:\d\d)?)?"
)
_PLACE = re.compile(r"^[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2}(?:,\s[A-Z][\w'’-]+)?,\s+")
_TIME_AFTER = re.compile(_TIME, re.IGNORECASE)
_DASH = re.compile(r"\s*(?:[—–]|--|-(?=\s))\s*")
_AGENCY_ABBREVIATION = re.compile(r"^[A-Z]{2,6}$")
_SMALL = frozenset("of the al el de la le in and on for a an to at by with as or vs from & is are".split())
_NOT_PLACES = frozenset(
    "update updated breaking opinion watch exclusive video analysis live read photos explainer".split()
)


def same_words(line: str, title: str) -> bool:
    """Whether a line is the title, letter case and punctuation aside."""
    return bool(words_of(line)) and words_of(line) == words_of(bare_title(title))


def words_of(text: str) -> list[str]:
    """The words of a text for comparing: letters and digits, in small letters."""
    return [re.sub(r"[^\w]", "", word).casefold() for word in _WORD.findall(text)]


def bare_title(title: str) -> str:
    """A title without the site's name behind a bar."""
    return re.split(r"\s+[|]\s+", title)[0].strip()


def is_byline(line: str) -> bool:
    """Whether a line is "By Somebody", perhaps with an outlet or an agency."""
    return byline_name(line) is not None


def byline_name(line: str) -> str | None:
    """The name in a byline, or None."""
    found = _BYLINE.match(line.strip())
    if found is None or len(line.split()) > 14 or line.rstrip().endswith((".", "!", "?")):
        return None
    name = found["name"].strip(" ,")
    return name if name[:1].isupper() and not name.isdigit() else None


def is_date_line(line: str, *, words: AdmitWords) -> bool:
    """Whether a line holds a printed date with its time and lead ("Published 3 May 2014 10:12 GMT") and no more."""
    placed = _PLACE.match(line)
    start = placed.end() if placed is not None else 0
    end = leading_date(line, start, len(line), words=words)
    return end is not None and len(line[end:].strip(" .,|-–—·•()")) <= 3


def leading_date(text: str, start: int, end: int, *, words: AdmitWords) -> int | None:
    """Where a printed date that begins at `start` ends, with lead words, agency, time of day and site furniture."""
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
    """Where the furniture of the site that follows ends: its words, and the counts and addresses behind them."""
    while True:
        gap = at + len(text[at:end]) - len(text[at:end].lstrip())
        found = words.head_furniture.match(text, gap, end)
        if found is None:
            return at
        at = re.compile(r"\S*(?:\s+\d+(?=\s))*").match(text, found.end(), end).end()  # type: ignore[union-attr]


def is_headline(line: str, *, after_headline: bool, words: AdmitWords) -> bool:
    """Whether a line at the head is a title, or a deck below one: short, and no sentence."""
    count = len(line.split())
    if count > (LONGEST_DECK if after_headline else LONGEST_HEADLINE) or _dateline_end(line, words=words):
        return False
    if not re.search(r"[.!?…:;\"”’»)]$", line):
        return True
    return not after_headline and count > 3 and in_title_case(line)


def is_subheading(line: str) -> bool:
    """Whether a line amid the body is a subheading: short, without an end mark, begun with a capital."""
    short = 0 < len(line.split()) <= LONGEST_SUBHEADING
    return short and not re.search(r"[.!?…:;,\"”’»)—–-]$", line) and (line[0].isupper() or line[0].isdigit())


def in_title_case(line: str) -> bool:
    """Whether most words of a line, small ones aside, begin with a capital."""
    counted = [
        word for word in _WORD.findall(line) if word.casefold() not in _SMALL and not word[0].isdigit()
    ]
    return len(counted) > 3 and sum(word[0].isupper() for word in counted) >= TITLE_CASE * len(counted)


def split_head(
    text: str, start: int, end: int, *, title: str | None, words: AdmitWords
) -> tuple[list[tuple[PartKind, int, int]], int]:
    """What the first body paragraph begins with, and where the body proper begins.

    Saved articles often run date, title and dateline into the first paragraph. In turn: a printed
    date; the title, if it is known or if the next sentences repeat its words; a date again; a dateline.
    """
    pieces: list[tuple[PartKind, int, int]] = []
    dated = False
    for step in ("date", "date", "title", "date", "dateline"):
        if step == "date":
            cut = leading_date(text, start, end, words=words)
            kind: PartKind = "dateline"
            if cut is not None and text[cut:end].strip():
                dated = True
                cut = _byline_run_on(text, cut, end, title=title)
        elif step == "title":
            cut, kind = _title_end(text, start, end, title=title, dated=dated), "headline"
        else:
            length = _dateline_end(text[start : min(end, start + 200)], words=words)
            cut, kind = (start + length if length else None), "dateline"
        if cut is None or not text[cut:end].strip():
            continue
        pieces.append((kind, start, start + len(text[start:cut].rstrip())))
        start = cut + len(text[cut:end]) - len(text[cut:end].lstrip(" \t\n\r\xa0.|"))
    return pieces, start


def inline_dateline(text: str, start: int, end: int, *, words: AdmitWords) -> tuple[int, int] | None:
    """Where agency and full date stand run in between deck and body: "… in Harran AFP Monday 6 Jun 2016 Ten …"."""
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


def _byline_run_on(text: str, at: int, end: int, *, title: str | None) -> int:
    """Where a byline right behind a printed date ends: before the title if it is known, else after two words."""
    by = re.compile(r"\s+by\s+(?=[A-Z])").match(text, at, end)
    if by is None:
        return at
    if title is not None:
        first = re.escape(_WORD.findall(bare_title(title))[0]) if _WORD.search(title) else r"\Z"
        for found in re.compile(rf"\b{first}\b").finditer(text, by.end(), min(end, by.end() + 80)):
            if _prefix_end(text, found.start(), end, title) is not None:
                return found.start()
    name = re.compile(r"[A-Z][\w.'’-]*\s+[A-Z][\w.'’-]*").match(text, by.end(), end)
    return name.end() if name is not None else at


def _title_end(text: str, start: int, end: int, *, title: str | None, dated: bool) -> int | None:
    if title is not None and (known := _prefix_end(text, start, end, title)) is not None:
        return known
    if dated:
        return _marked_title_end(text, start, end, known=title is not None)
    early = next(printed_dates(text, start, min(end, start + 200)), None)
    if early is None or title is not None or early.start <= start:
        return None
    line = text[start : early.start]
    unfit = (
        re.search(r"[.!?,]|\b(?:on|of|in|since)\s*$", line) or not 4 <= len(line.split()) <= LONGEST_HEADLINE
    )
    return early.start if not unfit and _is_repeated(line, text[early.end : end]) else None


def _marked_title_end(text: str, start: int, end: int, *, known: bool) -> int | None:
    """Where the sentence behind a printed date ends, if it is a title: in title case, with a loose full
    stop, or, where no title is known, repeated by what follows."""
    stop = re.compile(r"\s?[.!?](?=\s)").search(text, start, end)
    if stop is None:
        return None
    sentence = text[start : stop.start()]
    marked = stop[0].startswith(" ") or in_title_case(sentence)
    repeated = not known and _is_repeated(sentence, text[stop.end() : end])
    return stop.end() if len(sentence.split()) <= LONGEST_HEADLINE and (marked or repeated) else None


def _prefix_end(text: str, start: int, end: int, title: str) -> int | None:
    """Where the title ends if the text begins with it and goes on with something new."""
    wanted = words_of(bare_title(title))
    found = list(_WORD.finditer(text, start, min(end, start + 4 * len(title) + 40)))[: len(wanted)]
    if len(wanted) < 3 or [w for match in found for w in words_of(match[0])] != wanted:
        return None
    after = re.compile(r"\s*(?P<stop>[.!?:]?)[\"'”’]?(?:\s+|\Z)").match(text, found[-1].end(), end)
    if after is None:
        return None
    goes_on = text[after.end() : after.end() + 1]
    return None if goes_on.islower() and not after["stop"] else after.end()


def _is_repeated(line: str, following: str) -> bool:
    """Whether the long words of a line come again soon, as they do when a headline's story begins."""
    long = {word[:5] for word in words_of(line) if len(word) > 3}
    again = {word[:5] for word in words_of(" ".join(following.split(None, 60)[:60]))}
    return len(long) > 2 and len(long & again) >= REPEATED * len(long)


def _dateline_end(line: str, *, words: AdmitWords) -> int | None:
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
    if any(token[0].islower() and token not in _SMALL for token in tokens):
        return False
    capitals = len(tokens[0]) > 2 and tokens[0].isupper() and tokens[0].casefold() not in _NOT_PLACES
    agency = words.agency.search(head) is not None
    bracketed = re.search(r"\(([^()]+)\)\s*$", head)
    inside = bracketed is not None and _AGENCY_ABBREVIATION.match(bracketed[1].strip()) is not None
    dated = re.search(
        r",?\s(?:Jan|Feb|March|Mar|April|Apr|May|June|July|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}\b", head
    )
    return capitals or agency or inside or dated is not None
