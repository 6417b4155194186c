"""The units that are joined over articles: all mentions of one actor within one article."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.records import Extent, Mention, Reading
from counterclaim.values.names import NameWords, plain, singular


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


def speaking(reading: Reading) -> list[Extent]:
    """Return the extents of an article that stand for an actor whatever their words: speakers, relations."""
    found: list[Extent] = []
    for s in reading.statements:
        found += [e for e in (s.speaker_at, *(h.speaker_at for h in s.hops)) if e]
    for r in reading.relations:
        found += [r.subject_at, r.object_at]
    return _inside(found, reading)


def concerned(reading: Reading) -> list[Extent]:
    """Return the extents of an article that may stand for an actor: targets, the blamed, participants."""
    found = [s.target_at for s in reading.statements if s.target_at]
    found += [f.blamed_at for f in reading.figures if f.blamed_at]
    found += [(p.start, p.end) for e in reading.events for p in e.participants]
    return _inside(found, reading)


def _inside(extents: Sequence[Extent], reading: Reading) -> list[Extent]:
    return sorted({e for e in extents if 0 <= e[0] < e[1] <= len(reading.article.text)})


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


_TAIL = re.compile(r"\s(?:of|in|from|at|for|with|who|that|which|on|to|by|near|inside)\s|[,;:(]")

NEAR = 5
"""Characters before a mention that an extent may cover beside it, as an article or a quotation mark."""


def complete(reading: Reading, *, words: NameWords) -> tuple[list[Unit], dict[Extent, tuple[str, int]]]:
    """Return the units of an article and, for each extent that anything points to, its unit's key.

    An extent that no mention covers becomes a mention of its own, so that nobody who speaks is lost.
    """
    mentions = list(reading.mentions)
    top = max((m.chain for m in mentions), default=-1)
    where: dict[Extent, int] = {}
    for extent in speaking(reading):
        found = match(extent, mentions)
        if found is None or _is_another(reading, extent, found, words):
            top += 1
            found = made(reading, extent, top, words)
            mentions.append(found)
        where[extent] = found.chain
    for extent in concerned(reading):
        found = match(extent, mentions)
        if found is None and _actor_like(reading, extent, words):
            top += 1
            found = made(reading, extent, top, words)
            mentions.append(found)
        if found is not None:
            where[extent] = found.chain
    by_chain: dict[int, list[Mention]] = {}
    for m in sorted(mentions, key=lambda m: (m.start, m.end)):
        by_chain.setdefault(m.chain, []).append(m)
    article = reading.article.id
    units = [Unit(article=article, chain=c, mentions=tuple(ms)) for c, ms in sorted(by_chain.items())]
    return units, {e: (article, c) for e, c in where.items()}


def _is_another(reading: Reading, extent: Extent, found: Mention, words: NameWords) -> bool:
    """Whether a speaker is somebody else than the mention its words overlap.

    So it is where the mention runs in from words before ("district of Varn Orvan state television said"),
    and where it only stands inside an outlet's name ("the Varga regime's television channel").
    """
    text = reading.article.text[extent[0] : extent[1]]
    begin, end = head_of(text)
    head = (extent[0] + begin, extent[0] + end)
    if "outlet" not in words.classes(singular(text[begin:end])):
        return False
    runs_in = found.start < extent[0] - NEAR and text[:1].isupper()
    return runs_in or not (found.head[0] < head[1] and head[0] < found.head[1])


def made(reading: Reading, extent: Extent, chain: int, words: NameWords) -> Mention:
    """Make a mention of words that no reader of mentions took for an actor."""
    text = reading.article.text[extent[0] : extent[1]]
    begin, end = head_of(text)
    head = text[begin:end]
    whole = words.is_family(text) or words.country_name(text) is not None
    group = plain(head) in words.rebel_side | words.government_side
    before = reading.article.text[: extent[0]].rstrip(" \"“‘'([")
    opens = not before or before[-1] in ".!?:\n" or before[-1:].isspace()
    proper = head[:1].isupper() and not (opens and begin == 0) and head.lower() not in words.pronouns
    named = whole or (proper and not words.classes(head) and plain(text) not in words.demonym_of)
    return Mention(
        article=reading.article.id,
        start=extent[0],
        end=extent[1],
        head=extent if whole else (extent[0] + begin, extent[0] + end),
        text=text,
        kind="name" if named else "nominal",
        entity="",
        plural=group,
        chain=chain,
    )


def head_of(text: str) -> Extent:
    """Return where the head word of a noun phrase stands, told by its words alone."""
    stop = _TAIL.search(text, 1)
    core = text[: stop.start()] if stop and text[: stop.start()].strip() else text
    found = list(re.finditer(r"[^\s\W]+(?:[-'’.][^\s\W]+)*", core))
    return found[-1].span() if found else (0, len(text))


def _actor_like(reading: Reading, extent: Extent, words: NameWords) -> bool:
    text = reading.article.text[extent[0] : extent[1]]
    begin, end = head_of(text)
    head = singular(text[begin:end])
    if words.is_family(text) or words.country_name(text):
        return True
    if plain(text) in words.demonym_of:
        return text[:1].isupper()
    if head in words.machines:
        return text[:begin].strip() != ""
    if head in words.seats:
        return False
    if head in words.faceless and text[:begin].strip().lower() in ("", "the", "a", "an"):
        return False
    return bool(words.classes(head)) and head not in words.named_only
