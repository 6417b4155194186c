"""The units that are joined over articles: all mentions of one actor within one article."""

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.records import Extent, Mention, Reading
from counterclaim.values.names import NameWords


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """The mentions of one chain of one article, in the order of the text."""

    article: str
    chain: int
    mentions: tuple[Mention, ...]

    @property
    def key(self) -> tuple[str, int]:
        """What tells the unit from all others of the story."""
        return (self.article, self.chain)


def referenced(reading: Reading) -> list[Extent]:
    """Return the extents to which statements, figures, events and relations of an article point."""
    found: list[Extent] = []
    for s in reading.statements:
        found += [e for e in (s.speaker_at, s.target_at, *(h.speaker_at for h in s.hops)) if e]
    found += [f.blamed_at for f in reading.figures if f.blamed_at]
    found += [(p.start, p.end) for e in reading.events for p in e.participants]
    for r in reading.relations:
        found += [r.subject_at, r.object_at]
    return sorted({e for e in found if 0 <= e[0] < e[1] <= len(reading.article.text)})


def match(extent: Extent, mentions: Sequence[Mention]) -> Mention | None:
    """Find the mention that an extent is about.

    The equal one, else the one that holds its last word as head, else the smallest that contains it,
    else the one whose head it contains and that covers the most of it.
    """
    start, end = extent
    near = [m for m in mentions if m.start < end and start < m.end]
    equal = [m for m in near if (m.start, m.end) == extent]
    if equal:
        return equal[0]
    within = [m for m in near if start <= m.head[0] and m.head[1] <= end]
    if within:
        first = [m for m in within if m.start == start]
        best = first or [m for m in within if m.start - start <= NEAR]
        if best:
            return max(best, key=lambda m: (min(m.end, end) - max(m.start, start), -m.start))
    holding = [m for m in near if m.start <= start and end <= m.end and m.head[0] < end and start < m.head[1]]
    return min(holding, key=lambda m: (m.end - m.start, m.start)) if holding else None


NEAR = 5
"""Characters before a mention that an extent may cover beside it, as an article or a quotation mark."""


def complete(reading: Reading, *, words: NameWords) -> tuple[list[Unit], dict[Extent, tuple[str, int]]]:
    """Return the units of an article and, for each extent that anything points to, its unit's key.

    An extent that no mention covers becomes a mention of its own, so that nobody who speaks is lost.
    """
    mentions = list(reading.mentions)
    top = max((m.chain for m in mentions), default=-1)
    where: dict[Extent, int] = {}
    for extent in referenced(reading):
        found = match(extent, mentions)
        if found is None:
            top += 1
            found = made(reading, extent, top, words)
            mentions.append(found)
        where[extent] = found.chain
    by_chain: dict[int, list[Mention]] = {}
    for m in sorted(mentions, key=lambda m: (m.start, m.end)):
        by_chain.setdefault(m.chain, []).append(m)
    article = reading.article.id
    units = [Unit(article=article, chain=c, mentions=tuple(ms)) for c, ms in sorted(by_chain.items())]
    return units, {e: (article, c) for e, c in where.items()}


def made(reading: Reading, extent: Extent, chain: int, words: NameWords) -> Mention:
    """Make a mention of words that no reader of mentions took for an actor."""
    text = reading.article.text[extent[0] : extent[1]]
    last = text.split()[-1] if text.split() else text
    at = extent[0] + text.rfind(last)
    known = words.is_family(text) or words.country_name(text) is not None
    return Mention(
        article=reading.article.id,
        start=extent[0],
        end=extent[1],
        head=(extent if known else (at, at + len(last))),
        text=text,
        kind="name"
        if known or (text[:1].isupper() and text == last and not words.classes(last))
        else "nominal",
        entity="",
        plural=False,
        chain=chain,
    )
