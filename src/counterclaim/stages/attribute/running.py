"""Quotes that run on: the same voice after the cue, over sentences and paragraphs, with no cue of its own."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from counterclaim.records import Article, Attribution, Extent
from counterclaim.stages.attribute.content import joined
from counterclaim.stages.attribute.quotes import quotes_in

FEWEST_WORDS = 3
"""Words from which a quote that begins a sentence is speech and no title or scare quote."""

FEWEST_ALONE = 5
"""The same for a quote that fills a paragraph by itself."""

STOPS = frozenset(".!?:…")
MARKS = frozenset("\"”'’»")


def run_on(article: Article, quotes: Sequence[Extent], found: Sequence[Attribution]) -> list[Attribution]:
    """Give each quote that begins a sentence, and that nobody has, to the speaker of the quote before it.

    Within a paragraph the quote becomes a further piece of the content; a paragraph that is one quote
    becomes a statement without source and cue.
    """
    grown = list(found)
    alone: list[Attribution] = []
    held = sorted({c for a in found for c in a.content})
    starts = sorted((a.content[0][0], i) for i, a in enumerate(grown))
    for part in article.parts:
        inside = quotes_in(quotes, part.start, part.end)
        free = [q for q in inside if not quotes_in(held, q[0] + 1, q[1] - 1)]
        if not free:
            continue
        last: int | None = None
        low, high = bisect_left(starts, (part.start,)), bisect_left(starts, (part.end,))
        whose: dict[tuple[Extent, ...], int] = {}
        for _, i in sorted(starts[low:high], key=lambda at: grown[at[1]].cue):
            whose.setdefault(grown[i].content, i)  # who denies a quote does not go on with it
        spoken = sorted(
            (i for i in whose.values() if _quoted(grown[i], inside)), key=lambda i: grown[i].content[-1][1]
        )
        rest: list[Extent] = []
        for quote in free:
            last = next((i for i in reversed(spoken) if _end(grown[i]) <= quote[0]), None)
            words = len(article.text[quote[0] : quote[1]].split())
            if (
                last is not None
                and words >= FEWEST_WORDS
                and _is_sentence(article.text, quote, part.start, part.end)
            ):
                grown[last] = replace(
                    grown[last], content=joined(article.text, (*grown[last].content, quote))
                )
            else:
                rest.append(quote)
        if rest == inside and _fills(article.text, rest, part.start, part.end):
            alone.append(Attribution(source=(), cue=(), content=joined(article.text, rest)))
    return grown + alone


def _quoted(attribution: Attribution, inside: Sequence[Extent]) -> bool:
    return any(quotes_in(inside, s, e) for s, e in attribution.content)


def _end(attribution: Attribution) -> int:
    return max(e for _, e in (*attribution.content, *attribution.cue, *attribution.source))


def _is_sentence(text: str, quote: Extent, start: int, end: int) -> bool:
    before = text[start : quote[0]].rstrip()
    begins = not before or before[-1] in STOPS or (before[-1] in MARKS and before[-2:-1] in ".!?…")
    after = text[quote[1] : end].lstrip()
    ends = not after or not after[0].islower() or text[quote[1] - 2] in ".!?…,"
    return begins and ends


def _fills(text: str, quotes: Sequence[Extent], start: int, end: int) -> bool:
    words = sum(len(text[s:e].split()) for s, e in quotes)
    return words >= FEWEST_ALONE and sum(e - s for s, e in quotes) * 10 >= (end - start) * 9
