"""Dates that claims name, worked out against the published date."""

from bisect import bisect_right
from collections.abc import Sequence

from counterclaim.records import Article, Claim, DateMention, Parse, Token
from counterclaim.stages.ground.claims import claim_at
from counterclaim.values.dates import DateWords, find_dates
from counterclaim.values.dates.words import year_named

FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
"""Auxiliaries that put a clause into the future."""

DATED_PARTS = frozenset({"headline", "dateline", "caption", "body"})
"""Parts whose dates are read; a credit's or source line's date is about a picture or a page."""


def read_dates(
    article: Article, parse: Parse, claims: Sequence[Claim], *, words: DateWords
) -> tuple[DateMention, ...]:
    """Read the dates of an article, in the order of the text.

    Relative dates are reckoned from the published date, into the past unless the verb that governs them is
    in the future. Without one, a day that states no year takes that of the nearest date before it that does.
    """
    starts = [token.start for token in parse.tokens]
    mentions = []
    year: int | None = None
    for part in sorted(article.parts, key=lambda p: p.start):
        if part.kind not in DATED_PARTS:
            continue

        def ahead(at: int, base: int = part.start) -> bool:
            index = bisect_right(starts, base + at) - 1
            return index >= 0 and in_future(parse.tokens, index)

        for found in find_dates(
            article.text[part.start : part.end], words=words, anchor=article.published, ahead=ahead, year=year
        ):
            start, end = part.start + found.start, part.start + found.end
            claim = claim_at(claims, start, end)
            mentions.append(
                DateMention(
                    claim=claim.id if claim else None,
                    article=article.id,
                    start=start,
                    end=end,
                    text=article.text[start:end],
                    value=found.value,
                    precision=found.precision,
                    basis=found.basis,
                )
            )
            year = year_named(article.text[start:end]) or year
    return tuple(mentions)


def in_future(tokens: Sequence[Token], index: int) -> bool:
    """Whether the verb that governs a token is told as to come ("will meet Friday", "is to meet Friday")."""
    at = index
    for _ in range(8):
        token = tokens[at]
        if token.pos in ("VERB", "AUX"):
            break
        if token.head == at:
            return False
        at = token.head
    else:
        return False
    if tokens[at].tag in ("VBD", "VBN") and not _auxiliaries(tokens, at) & FUTURE:
        return False
    return bool(_auxiliaries(tokens, at) & FUTURE) or _is_to(tokens, at)


def _auxiliaries(tokens: Sequence[Token], verb: int) -> set[str]:
    """The auxiliaries just before a verb, lower-case."""
    near = range(max(0, verb - 6), verb)
    return {
        tokens[i].text.lower() for i in near if tokens[i].head == verb and tokens[i].dep in ("aux", "auxpass")
    }


def _is_to(tokens: Sequence[Token], verb: int) -> bool:
    """Whether it is one of "is to meet", "is scheduled to meet", "plans to meet"."""
    head = tokens[verb].head
    if head == verb or tokens[verb].dep != "xcomp" or "to" not in _auxiliaries(tokens, verb):
        return False
    return (
        tokens[head].lemma.lower() in {"be", "schedule", "expect", "plan", "set", "intend", "due"}
        and head < verb
    )
