"""What stands at an article's head: title, deck, byline, and what runs into the first paragraph."""

import re

from counterclaim.records import PartKind
from counterclaim.stages.admit.datelines import SMALL, bare_agency, dateline_end, leading_date
from counterclaim.stages.admit.printed import printed_dates
from counterclaim.stages.admit.words import AdmitWords

LONGEST_HEADLINE = 22


"""Words of the longest line that is taken for a headline; of 559 news titles at hand one is longer."""


LONGEST_DECK = 30


"""Words of the longest line below a headline that is taken for its deck."""


LONGEST_SUBHEADING = 10


"""Words of the longest line amid the body that is taken for a subheading."""


REPEATED = 0.5


"""Share of a first sentence's words that come again in the next ones from which it is a headline run on."""


TITLE_CASE = 0.7


"""Share of capitalised words from which a line is in title case. Sentences in news stay below 0.5."""


_WORD = re.compile(r"\w+(?:[-'’.]\w+)*")


_BYLINE = re.compile(
    r"^(?:by|written by|story by|words by)\s+"
    r"(?P<name>[A-Z][\w.'’-]*(?:\s+(?:and|&|in|for|of|al|el|de|bin|van|von|[A-Z][\w.'’,-]*)){0,11})"
    r"(?:\s*[|,/–—-].{0,60})?$",
    re.IGNORECASE,
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


def is_headline(line: str, *, after_headline: bool, words: AdmitWords) -> bool:
    """Whether a line at the head is a title, or a deck below one: short, and no sentence."""
    count = len(line.split())
    if count > (LONGEST_DECK if after_headline else LONGEST_HEADLINE) or dateline_end(line, words=words):
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
    counted = [word for word in _WORD.findall(line) if word.casefold() not in SMALL and not word[0].isdigit()]
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
            cut, kind = _title_end(text, start, end, title=title, dated=dated, words=words), "headline"
        else:
            length = dateline_end(text[start : min(end, start + 200)], words=words)
            if not length and pieces and (agency := bare_agency(text, start, end, words=words)) is not None:
                length = agency - start
            cut, kind = (start + length if length else None), "dateline"
        if cut is None or not text[cut:end].strip():
            continue
        begins = next((n for n in range(cut, end) if not (text[n].isspace() or text[n] in ".|")), end)
        if begins == end:
            continue
        pieces.append((kind, start, start + len(text[start:begins].rstrip())))
        start = begins
    return pieces, start


def _byline_run_on(text: str, at: int, end: int, *, title: str | None) -> int:
    """Where a byline right behind a printed date ends: before the title if known, else after two words."""
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


def _title_end(
    text: str, start: int, end: int, *, title: str | None, dated: bool, words: AdmitWords
) -> int | None:
    if title is not None and (known := _prefix_end(text, start, end, title)) is not None:
        return known
    if dated:
        return _marked_title_end(text, start, end, known=title is not None)
    early = next(printed_dates(text, start, min(end, start + 200)), None)
    if early is None or title is not None or early.start <= start:
        return None
    cut = start + len(re.sub(rf"(?:{words.agency.pattern})[\s,|–—-]*$", "", text[start : early.start]))
    line = text[start:cut]
    unfit = (
        re.search(r"[.!?,]|\b(?:on|of|in|since)\s*$", line) or not 4 <= len(line.split()) <= LONGEST_HEADLINE
    )
    return cut if not unfit and _is_repeated(line, text[early.end : end]) else None


def _marked_title_end(text: str, start: int, end: int, *, known: bool) -> int | None:
    """Where the sentence behind a printed date ends, if it is a title, else None.

    It is one in title case, with a loose full stop, or, where no title is known, if what follows repeats it.
    """
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
