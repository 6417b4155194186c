"""Words with their speaker set beside them: transcripts ("BROOK: We wait."), quotes signed with a name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.records import Article, Attribution, Extent

CAPITALS = re.compile(r"""["“]?((?:[A-Z][A-Z.'’-]+)(?:[ ][A-Z][A-Z.'’-]+){0,3})(:)\s+(?=\S)""")
"""A name in capitals and a colon, at a paragraph's start."""

SIGNED = re.compile(
    r"""([―—–]|--|-)\s*((?:[A-Z][\w.'’-]*)(?:[ ](?:(?:al|bin|de|van|von)[ -])?[A-Z][\w.'’-]*){0,4})\s*$"""
)
"""A dash and a name, at a paragraph's end."""

OPENS = frozenset('"“«')
CLOSES = frozenset('"”»')
FEWEST = 3
"""Words that are speech and no heading."""


def signed(article: Article, quotes: Sequence[Extent], found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Attributions of paragraphs to the name at their start or end, where nothing else has their words.

    In a transcript, where two speakers or more take turns, a turn is its speaker's whatever stands in it, and
    it goes on through paragraphs that open with a quotation mark and name nobody.
    """
    held = [e for a in found for e in a.content]
    turns = _turns(article)
    transcript = len({article.text[slice(*turn.source[0])] for turn in turns}) > 1
    for one in (*turns, *_undersigned(article, quotes)):
        if (transcript and one in turns) or not any(
            s < e2 and s2 < e for s, e in one.content for s2, e2 in held
        ):
            yield one


def is_turn(text: str, one: Attribution) -> bool:
    """Whether an attribution is a turn of a transcript: a name in capitals, a colon, words as spoken."""
    if len(one.source) != 1 or len(one.cue) != 1:
        return False
    (start, end), (mark, behind) = one.source[0], one.cue[0]
    return end == mark and text[mark:behind] == ":" and text[start:end].isupper()


def _turns(article: Article) -> list[Attribution]:
    """The turns of a transcript."""
    found: list[Attribution] = []
    goes_on = False
    for part in article.parts:
        one = _spoken(article.text, part.start, part.end) if part.kind == "body" else None
        if one is not None:
            found.append(one)
        elif goes_on and part.kind == "body" and article.text[part.start] in OPENS:
            end = part.start + len(article.text[part.start : part.end].rstrip())
            found[-1] = replace(found[-1], content=(*found[-1].content, (part.start, end)))
        goes_on = one is not None or (goes_on and part.kind == "body" and article.text[part.start] in OPENS)
    return found


def _undersigned(article: Article, quotes: Sequence[Extent]) -> Iterator[Attribution]:
    for part in article.parts:
        if part.kind == "body" and not _spoken(article.text, part.start, part.end):
            one = _under(article.text, part.start, part.end, quotes)
            if one is not None:
                yield one


def _spoken(text: str, start: int, end: int) -> Attribution | None:
    """One turn's paragraph."""
    match = CAPITALS.match(text, start, end)
    if match is None or len(text[match.end() : end].split()) < FEWEST:
        return None
    content = (match.end(), match.end() + len(text[match.end() : end].rstrip()))
    return Attribution(source=(match.span(1),), cue=(match.span(2),), content=(content,))


def _under(text: str, start: int, end: int, quotes: Sequence[Extent]) -> Attribution | None:
    """A quote that fills a paragraph up to the dash and the name under it."""
    match = SIGNED.search(text, start, end)
    if match is None:
        return None
    stop = start + len(text[start : match.start()].rstrip())
    begin = start + len(text[start:stop]) - len(text[start:stop].lstrip())
    filled = begin < stop and text[stop - 1] in CLOSES and text[begin] in '"“”«'
    if not filled or len(text[begin:stop].split()) < FEWEST:
        return None
    if not any(s <= begin + 1 and stop - 1 <= e for s, e in quotes) and text[begin] in "“«":
        return None
    return Attribution(source=(match.span(2),), cue=(match.span(1),), content=((begin, stop),))
