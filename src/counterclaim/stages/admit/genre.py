"""What kind of account it is, by weighted cues."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from counterclaim.records import Genre, Part
from counterclaim.stages.admit.words import AdmitWords

FLASH = 50
"""Words of the longest body that is a flash."""

OPINION = 4
"""Sum of the weights below from which an account is an opinion piece.

On the articles at hand none of 559 war reports reaches it, and 36 of 840 campaign articles do, most of them
columns by their titles.
"""

OPINION_WEIGHTS = {
    "filed under opinion": 10,
    "a note says that the views are the author's": 4,
    "long and without reported speech": 3,
    "long and with little reported speech": 1,
    "words of judgement": 2,
    "the author says I or we": 2,
    "asks its readers": 1,
    "names no day, neither weekday nor date": 1,
    "counts dead or wounded": -2,
    "much reported speech": -3,
    "has a dateline": -3,
    "carries an agency's copy": -1,
}
"""What speaks for an opinion piece, and what against."""

LONG = 150
"""Words from which the lack of reported speech tells something; short notices have none either."""

_QUOTED = re.compile(r"[\"“][^\"“”]{1,1500}[\"”]|(?<!\w)[‘'][^‘’']{3,500}[’'](?!\w)")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ASKED = re.compile(
    r"^\s*(?:Q|Question|Interviewer)\s*[:.]|^\s*[A-Z][\w .'’-]{1,30}:\s.*\?\s*$", re.MULTILINE
)
_ANSWERED = re.compile(r"^\s*(?:A|Answer)\s*[:.]|^\s*[A-Z][\w .'’-]{1,30}:\s", re.MULTILINE)
_DAY = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:yesterday|today|overnight)\b", re.IGNORECASE
)
_COUNTED = re.compile(
    r"\b(?:kill(?:ed|s|ing)|wound(?:ed|ing)|injur(?:ed|ing))\s+(?:\w+\s+){0,3}?\d+\b"
    r"|\b\d+\s+(?:\w+\s+){0,4}?(?:were\s+|was\s+)?(?:killed|wounded|injured|dead|deaths|martyr(?:ed|s))\b",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}\b"
    r"|\b\d{1,2}(?:st|nd|rd|th)?\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What is seen of an account: its own words outside quotation marks, and rates per hundred of them."""

    words: int
    reporting: float
    judging: float
    first_person: int
    questions: int
    timed: bool
    counted: bool


def find_genre(
    text: str,
    parts: Sequence[Part],
    *,
    metadata: Mapping[str, str],
    agency: str | None,
    credits: Sequence[str],
    words: AdmitWords,
) -> Genre:
    """The genre: what it is filed as, else flash, interview, statement, opinion, wire or report."""
    filed = {
        piece.strip().casefold()
        for key in ("section", "genre", "type", "category", "tags")
        for piece in re.split(r"[,;/|>\[\]\"]", metadata.get(key, ""))
    }
    head = [text[p.start : p.end].strip(" :.").casefold() for p in parts if p.kind == "headline"]
    filed |= {
        line
        for line in head
        if line in words.opinion_sections | words.interview_sections | words.statement_sections
    }
    look = look_at(text, parts, words=words)
    score = sum(
        OPINION_WEIGHTS[cue]
        for cue in opinion_cues(text, parts, look, filed=filed, credits=credits, words=words)
    )
    if filed & words.interview_sections or _is_interview(text, parts):
        return "interview"
    if filed & words.statement_sections or _is_statement(text, parts, words):
        return "statement"
    if score >= OPINION:
        return "opinion"
    if look.words <= FLASH:
        return "flash"
    return "wire" if agency is not None or _is_wire(text, parts, credits, words) else "report"


def opinion_cues(
    text: str,
    parts: Sequence[Part],
    look: Look,
    *,
    filed: set[str],
    credits: Sequence[str],
    words: AdmitWords,
) -> tuple[str, ...]:
    """The cues of `OPINION_WEIGHTS` that hold."""
    noted = any(
        words.opinion_note.search(text, p.start, p.end) for p in parts if p.kind in ("body", "credit")
    )
    placed = any(p.kind == "dateline" and re.search(r"[A-Z]{3}", text[p.start : p.end]) for p in parts)
    holds = {
        "filed under opinion": bool(filed & words.opinion_sections),
        "a note says that the views are the author's": noted,
        "long and without reported speech": look.words >= LONG and look.reporting < 0.1,
        "long and with little reported speech": look.words >= LONG and 0.1 <= look.reporting < 0.4,
        "words of judgement": look.words >= LONG and look.judging >= 0.8,
        "the author says I or we": look.first_person >= 3 and look.words >= LONG,
        "asks its readers": look.questions >= 2,
        "names no day, neither weekday nor date": look.words >= LONG and not look.timed,
        "counts dead or wounded": look.counted,
        "much reported speech": look.reporting >= 1.0,
        "has a dateline": placed,
        "carries an agency's copy": bool(credits),
    }
    return tuple(cue for cue in OPINION_WEIGHTS if holds[cue])


def look_at(text: str, parts: Sequence[Part], *, words: AdmitWords) -> Look:
    """Look at the body's own words, those in quotation marks left out."""
    body = "\n".join(text[p.start : p.end] for p in parts if p.kind == "body")
    own = _QUOTED.sub(" ", body)
    seen = [word.casefold().replace("’", "'") for word in _WORD.findall(own)]
    hundred = max(1, len(seen)) / 100
    return Look(
        words=len(_WORD.findall(body)),
        reporting=len(words.reporting.findall(own)) / hundred,
        judging=sum(word in words.judging for word in seen) / hundred,
        first_person=sum(word in words.first_person for word in seen) - own.count("US") - own.count("U.S"),
        questions=own.count("?"),
        counted=_COUNTED.search(own) is not None,
        timed=_DAY.search(own) is not None or _MONTH_DAY.search(own) is not None,
    )


def _is_interview(text: str, parts: Sequence[Part]) -> bool:
    body = "\n".join(text[p.start : p.end] for p in parts if p.kind in ("body", "headline"))
    return len(_ASKED.findall(body)) >= 3 and len(_ANSWERED.findall(body)) >= 3


def _is_statement(text: str, parts: Sequence[Part], words: AdmitWords) -> bool:
    head = [p for p in parts if p.kind != "caption"][:3]
    lines = (text[p.start : p.end] for p in head)
    return any(len(line.split()) <= 8 and words.statement_note.search(line) is not None for line in lines)


def _is_wire(text: str, parts: Sequence[Part], credits: Sequence[str], words: AdmitWords) -> bool:
    """Whether the copy itself, not only a picture, is an agency's: by dateline, or a credit at the foot."""
    bodies = [p for p in parts if p.kind == "body"]
    for number, part in enumerate(parts):
        line = text[part.start : part.end]
        named = words.agency.search(line) is not None or any(f"({name})" in line for name in credits)
        if part.kind not in ("dateline", "credit", "source_line") or not named:
            continue
        behind_caption = part.kind == "credit" and number > 0 and parts[number - 1].kind == "caption"
        if part.kind == "dateline" or (not behind_caption and bodies and part.start > bodies[-1].start):
            return True
    return False
