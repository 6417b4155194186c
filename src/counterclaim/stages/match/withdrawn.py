"""What its own speaker has taken back: it answers no question any more."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Self

from counterclaim.records import Cast, Reading, Statement
from counterclaim.stages.match.words import QuestionWords


@dataclass(frozen=True, slots=True)
class _Signs:
    """Patterns of taking back.

    Before a cue ("retracted her claim that"), around the end of a content ("a claim she later retracted",
    "was withdrawn"), as a cue ("retracted") and as what it is about ("the claim").
    """

    before: re.Pattern[str]
    aside: re.Pattern[str]
    behind: re.Pattern[str]
    cue: re.Pattern[str]
    saying: re.Pattern[str]
    noun: re.Pattern[str]

    @classmethod
    def of(cls, words: QuestionWords) -> Self:
        taking = "|".join(re.escape(w) for w in words.withdrawing)
        saying = "|".join(re.escape(w) for w in words.sayings)
        whose = r"(?:the|that|this|his|her|their|its|an?|earlier|previous|initial|original|former)"
        late = r"(?:later|since|then|subsequently|now|soon)"
        return cls(
            before=re.compile(rf"\b(?:{taking})\s+(?:{whose}\s+)+$", re.IGNORECASE),
            aside=re.compile(
                rf",\s+an?\s+(?:{saying})\s+(?:(?:that|which)\s+)?(?:she|he|they|it)\s+"
                rf"(?:(?:has|have|had|{late})\s+)*(?:{taking})\b",
                re.IGNORECASE,
            ),
            behind=re.compile(
                rf"\W?\s*(?:was|were|has\s+been|had\s+been|have\s+been)\s+(?:{late}\s+)?(?:{taking})\b",
                re.IGNORECASE,
            ),
            cue=re.compile(rf"\b(?:{taking})\b", re.IGNORECASE),
            noun=re.compile(rf"(?:{saying})", re.IGNORECASE),
            saying=re.compile(rf"(?:it|(?:{whose}\s+)+(?:{saying}))\W*", re.IGNORECASE),
        )


def without_withdrawn(cast: Cast, words: QuestionWords) -> Cast:
    """Return a cast without the claims, and their values, that an article tells were taken back."""
    if not words.withdrawing or not words.sayings:
        return cast
    signs = _Signs.of(words)
    return replace(cast, readings=tuple(_kept(reading, signs) for reading in cast.readings))


def _kept(reading: Reading, signs: _Signs) -> Reading:
    if signs.cue.search(reading.article.text) is None:
        return reading
    taken = set(_taken_back(reading, signs))
    gone = {c.id for c in reading.claims if c.statement in taken}
    if not gone:
        return reading
    return replace(
        reading,
        claims=tuple(c for c in reading.claims if c.id not in gone),
        figures=tuple(f for f in reading.figures if f.claim not in gone),
        events=tuple(e for e in reading.events if e.claim not in gone),
        reasons=tuple(r for r in reading.reasons if r.claim not in gone),
        dates=tuple(d for d in reading.dates if d.claim not in gone),
        places=tuple(p for p in reading.places if p.claim not in gone),
    )


def _taken_back(reading: Reading, signs: _Signs) -> Iterator[str]:
    """The ids of the statements that are taken back."""
    text = reading.article.text
    said: list[Statement] = sorted(
        (s for s in reading.statements if s.content), key=lambda s: (s.content[0], s.id)
    )
    for at, statement in enumerate(said):
        opens = min((start for start, _ in statement.cue), default=0)
        ends = max(end for _, end in statement.content)
        cue = " ".join(text[start:end] for start, end in statement.cue)
        a_saying = signs.noun.fullmatch(cue) is not None
        asides = signs.aside.finditer(text, max(0, ends - REACH), ends + REACH)
        if (
            signs.before.search(text[max(0, opens - REACH) : opens])
            or any(m.start() <= ends + 1 for m in asides)
            or (a_saying and signs.behind.match(text, ends))
        ):
            yield statement.id
        content = " ".join(text[start:end] for start, end in statement.content)
        if statement.speaker and signs.cue.search(cue) and signs.saying.fullmatch(content):
            before = [s for s in said[:at] if s.speaker == statement.speaker]
            yield from (s.id for s in before[-1:])


REACH = 60
"""Characters before a cue, and around the end of a content, in which the words of taking back stand."""
