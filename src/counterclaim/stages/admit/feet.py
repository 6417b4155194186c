"""What stands at an article's foot, or behind a caption: credits, source line, notes of the site."""

import re

from counterclaim.records import PartKind
from counterclaim.stages.admit.datelines import is_date_line, leading_date
from counterclaim.stages.admit.words import AdmitWords

FOOT_REACH = 500
"""Characters at the end of the last paragraph within which its credits and notes are looked for."""

LONGEST_NOTE = 40
"""Words of the longest paragraph that is a note on author, source or site."""

MOST_NAMES = 6
"""Words of the longest list of names that stands behind the last sentence."""

MOST_FEET = 6
"""Feet that one paragraph may have."""

_SOURCE = re.compile(
    r"^(?:originally published|this (?:article|piece|story) (?:was )?(?:first|originally) "
    r"|(?:via|sources?)\s*:)",
    re.I,
)
_SOURCE_RUN_ON = re.compile(
    r"(?:(?<=[.!?\"”’)])\s+|^)\(?Sources?:?\s+(?=[A-Z])[^.!?]{2,100}$"
    r"|\s+Source:?\s+(?:[A-Z][\w-]*\s*){1,4}(?:and agencies)?$"
)
_BRACKETED = re.compile(r"\s*[-–—]*\s*[\[(](?P<words>[^\[\]()]{2,80})[\])]\.?\s*(?:Twitter)?$")
_REPORTERS = re.compile(
    r"(?:(?<=[.!?\"”’)])\s+|^)[(\[]?(?:additional |with )?"
    r"(?:reporting|writing|editing|compiled|translated) (?:by|from) [A-Z].{2,400}$",
    re.IGNORECASE | re.DOTALL,
)
_CONTRIBUTED = re.compile(
    r"^[A-Z][^.!?]{2,200}\bcontributed (?:reporting|to this (?:report|story|article))\b.{0,120}$", re.S
)
_JOINED = r"(?:\s*(?:,|/|and|&|\+|via)\s*)"
_AFTER_SENTENCE = re.compile(r"(?<=[.!?…\"”’»)\]])\s*(?:[-–—]{1,2}\s*)?(?=\S)")


def credit_at_end(paragraph: str, *, words: AdmitWords) -> int | None:
    """Where the agency or picture credit at the end of a paragraph begins, or None.

    Credits stand behind the last sentence, alone, dashed or in brackets: ". Reuters", "--Reuters", "(AFP)",
    "[Anadolu]", "(With AFP and Reuters)", "(AP Photo/A Name)", "Photo: A Name / Reuters".
    """
    text = paragraph.rstrip()
    bracketed = _BRACKETED.search(text, max(0, len(text) - 120))
    if bracketed is not None and _is_credit(bracketed["words"], words, bracketed=True):
        return bracketed.start() + len(bracketed[0]) - len(bracketed[0].lstrip())
    dashed = re.compile(r"\s*(?:--+|[–—]|(?<=[.\s])-)\s*(?P<words>[A-Z][\w/ ,&+]{1,40})\.?$").search(
        text, max(0, len(text) - 60)
    )
    if dashed is not None and _is_credit(dashed["words"], words, bracketed=False):
        return dashed.start() + len(dashed[0]) - len(dashed[0].lstrip())
    for gap in reversed(list(_AFTER_SENTENCE.finditer(text, max(0, len(text) - 120)))):
        rest = text[gap.end() :]
        if rest and gap.start() > 0 and _is_credit(rest.rstrip("."), words, bracketed=False):
            return gap.end()
    return None


def _is_credit(rest: str, words: AdmitWords, *, bracketed: bool) -> bool:
    """Whether some words are nothing but agencies, and what comes with them in a credit."""
    rest = rest.strip()
    if not rest or len(rest.split()) > 12:
        return False
    left = words.agency.sub(" ", rest)
    named = left != rest or re.search(r"\bagenc(?:y|ies)\b|\bwires?\b", rest, re.I) is not None
    marked = words.photo_mark.search(rest) is not None
    if bracketed and re.match(r"(?:with|sources?\b)", rest, re.IGNORECASE):
        return named or re.match(r"sources?\s*:", rest, re.IGNORECASE) is not None
    if not named and not (
        marked and re.match(r"\W*(?:\w+\s+)?(?:photo|picture|image|handout|courtesy|file)", rest, re.I)
    ):
        return False
    left = words.photo_mark.sub(" ", left)
    spare = [
        w
        for w in re.findall(r"[\w'’.-]+", left)
        if w.casefold() not in {"and", "with", "via", "by", "agencies", "the"}
    ]
    most = 6 if marked or "/" in rest else 2 if bracketed else 0
    return len(spare) <= most and all(word[0].isupper() or word[0].isdigit() for word in spare)


def is_foot(line: str, *, byline: str | None, words: AdmitWords) -> PartKind | None:
    """The kind of a paragraph that is all foot, or None for one that is not."""
    count = len(line.split())
    if count <= LONGEST_NOTE and (_SOURCE.match(line) or _SOURCE_RUN_ON.match(line)):
        return "source_line"
    if _REPORTERS.match(line) or (count <= LONGEST_NOTE and _CONTRIBUTED.match(line)):
        return "credit"
    if _is_credit(line.strip("()[]-–— ."), words, bracketed=line.startswith(("(", "["))):
        return "credit"
    if count <= LONGEST_NOTE and words.opinion_note.search(line) is not None:
        return "credit"
    if byline is not None and count <= LONGEST_NOTE and line.startswith(f"{byline} "):
        return "credit"
    if count <= LONGEST_NOTE and words.boilerplate.match(line) is not None:
        return "source_line"
    return None if re.search(r"[.!?…\"”’:]$", line) else _loose_end(line, words)


def split_foot(
    text: str, start: int, end: int, *, kind: PartKind, words: AdmitWords
) -> list[tuple[PartKind, int, int]]:
    """A paragraph of some kind and, apart from it, the credits, source line and notes that it ends with."""
    feet: list[tuple[PartKind, int, int]] = []
    for _ in range(MOST_FEET):
        cut = _last_foot(text, start, end, words=words)
        if cut is None or cut[1] <= start or not text[start : cut[1]].strip():
            break
        feet.append((cut[0], cut[1], end))
        end = start + len(text[start : cut[1]].rstrip())
    return [(kind, start, end), *reversed(feet)]


def _loose_end(rest: str, words: AdmitWords) -> PartKind | None:
    """What stands behind the last sentence without an end mark: names of editors, or the site's furniture."""
    seen = re.findall(r"[\w'’-]+", rest)
    capitalised = sum(
        word[0].isupper() or word[0].isdigit() or word.startswith(("al-", "el-")) for word in seen
    )
    if 2 * capitalised >= len(seen) and words.boilerplate.search(rest) is not None:
        return "source_line"
    shouted = rest.isupper() and len(seen) > 1
    return "credit" if 0 < len(seen) <= MOST_NAMES and capitalised == len(seen) and not shouted else None


def _last_foot(text: str, start: int, end: int, *, words: AdmitWords) -> tuple[PartKind, int] | None:
    reach = max(start, end - FOOT_REACH)
    paragraph = text[reach:end]
    if (source := _SOURCE_RUN_ON.search(paragraph)) is not None:
        return "source_line", reach + source.start() + len(source[0]) - len(source[0].lstrip())
    if (reporters := _REPORTERS.search(paragraph)) is not None:
        return "credit", reach + reporters.start() + len(reporters[0]) - len(reporters[0].lstrip())
    if (credit := credit_at_end(paragraph, words=words)) is not None:
        return "credit", reach + credit
    for gap in re.finditer(r"(?<=[.!?\"”’)])\s+(?=[A-Z\d])", paragraph):
        at = reach + gap.end()
        rest = text[at:end]
        date = leading_date(text, at, end, words=words)
        if (
            words.date_lead.match(rest)
            and date is not None
            and (len(rest) < 80 or is_date_line(rest, words=words))
        ):
            return "dateline", at
        if words.boilerplate.match(rest) is not None:
            return "source_line", at
        if not re.search(r"[.!?…\"”’]", rest) and (kind := _loose_end(rest, words)) is not None:
            return kind, at
    return None
