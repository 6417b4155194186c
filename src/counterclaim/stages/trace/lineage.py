"""How articles hang together: copies, shared passages, wire credits, citations."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.records import Article, Cast, Extent, Lineage, Span, Statement
from counterclaim.stages.trace.shared import Overlap, Run, Words, extents, overlaps

COPY = 0.5
"""Share of the shorter article's words found in the longer from which the one is a copy of the other.
Set on the development part of FA-KES: copies named by readers have 0.74 to 1.00."""

REWORKED = 0.2
"""The same for two outlets, where an agency's copy was cut and rewritten (a named one has 0.25)."""

REWORKED_WORDS = 30
"""Equal words that a reworked copy needs: in a short text a few set phrases give a high share."""

SAME_OUTLET = 0.6
"""The same for two articles of one outlet, whose standing paragraphs of background reach 0.54."""

PASSAGE = 12
"""Equal words of a shared run from which it is a passage taken over, and no turn of phrase."""

RECIPIENT_GAP = 8
"""Characters between the cue of a statement and the outlet it was made to ("told the", "told")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """A stretch of one article that stands in another too."""

    start: int
    end: int
    other: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """What holds the articles of a story together, before roots are named.

    `copies` are pairs of articles; `shared` holds for each article its stretches that stand elsewhere.
    """

    copies: tuple[Overlap, ...]
    passages: tuple[Overlap, ...]
    shared: Mapping[str, tuple[Shared, ...]]
    words: Mapping[str, Words]


def find_ties(articles: Sequence[Article]) -> Ties:
    """Find copies and shared passages among articles."""
    by_id = {a.id: a for a in articles}
    words = {a.id: Words.of(a) for a in articles}
    copies, passages = [], []
    shared: dict[str, list[Shared]] = defaultdict(list)
    for overlap in overlaps(words):
        copy = is_copy(overlap, by_id[overlap.one].outlet, by_id[overlap.other].outlet)
        runs = overlap.runs if copy else tuple(r for r in overlap.runs if r.equal >= PASSAGE)
        if copy:
            copies.append(overlap)
        elif runs:
            passages.append(overlap)
        for run in runs:
            here, there = places(run, overlap, words)
            shared[overlap.one].append(Shared(start=here[0], end=here[1], other=overlap.other))
            shared[overlap.other].append(Shared(start=there[0], end=there[1], other=overlap.one))
    return Ties(
        copies=tuple(copies),
        passages=tuple(passages),
        shared={a: tuple(sorted(s, key=lambda x: (x.start, x.end, x.other))) for a, s in shared.items()},
        words=words,
    )


def is_copy(overlap: Overlap, one: str | None, other: str | None) -> bool:
    """Is one article a copy of the other, word for word or reworked? The outlets are `one` and `other`."""
    if one is not None and one == other:
        return overlap.containment >= SAME_OUTLET
    reworked = overlap.containment >= REWORKED and overlap.equal >= REWORKED_WORDS
    return overlap.containment >= COPY or reworked


def places(run: Run, overlap: Overlap, words: Mapping[str, Words]) -> tuple[Extent, Extent]:
    """Where a run stands in the one and in the other article."""
    return (
        extents(words[overlap.one], run.here, run.here_length),
        extents(words[overlap.other], run.there, run.there_length),
    )


def textual(ties: Ties, articles: Mapping[str, Article], root_of: Mapping[str, str]) -> list[Lineage]:
    """The copies and passages as lineage; `root_of` gives each article's root."""
    found = [
        Lineage(
            kind="copy",
            articles=(overlap.one, overlap.other),
            spans=_spans(overlap, overlap.runs, articles, ties.words),
            root=root_of.get(overlap.one),
            why=f"{overlap.equal} of the {min(overlap.words_one, overlap.words_other)} words of the "
            f"shorter article stand in the longer one, up to {overlap.longest} in a row.",
        )
        for overlap in ties.copies
    ]
    for overlap in ties.passages:
        runs = tuple(r for r in overlap.runs if r.equal >= PASSAGE)
        count = sum(r.equal for r in runs)
        found.append(
            Lineage(
                kind="passage",
                articles=(overlap.one, overlap.other),
                spans=_spans(overlap, runs, articles, ties.words),
                root=None,
                why=f"Both articles carry {_stretches(len(runs))} of the same words, {count} in all, "
                f"of {overlap.words_one} and {overlap.words_other} words.",
            )
        )
    return found


def wired(articles: Iterable[Article], ids: Mapping[str, str]) -> list[Lineage]:
    """The agencies that articles credit, as printed; `ids` gives the root of an agency's folded name."""
    found = []
    for article in articles:
        for credit in dict.fromkeys(article.credits):
            at = _credit_at(article, credit)
            where = "at its head or foot" if at else "beside its text"
            found.append(
                Lineage(
                    kind="wire",
                    articles=(article.id,),
                    spans=(_span(article, at),) if at else (),
                    root=ids.get(folded(credit)),
                    why=f"{article.outlet or article.file} credits {credit} {where}.",
                )
            )
    return found


def cited(cast: Cast, outlets: Mapping[str, str]) -> list[Lineage]:
    """Whom articles quote that is itself an outlet or an agency; `outlets` maps such actors to roots."""
    at: dict[tuple[str, str], set[tuple[int, int, str]]] = defaultdict(set)
    names = {a.id: a.name for a in cast.actors}
    keys = {a.id: keys_of((a.name, *a.labels)) for a in cast.actors if a.id in outlets}
    heard = _mentions_of(cast, outlets)
    by_id = {r.article.id: r.article for r in cast.readings}
    of_outlet: dict[str, list[str]] = defaultdict(list)
    for owned in by_id.values():
        of_outlet[folded(owned.outlet or "")].append(owned.id)
    for reading in cast.readings:
        starts = heard.get(reading.article.id, {})
        for statement in reading.statements:
            for actor, place in _outlets_of(statement, outlets):
                at[reading.article.id, actor].add((*place, "quotes"))
            for _, end in statement.cue:
                for start in range(end, end + RECIPIENT_GAP):
                    if start in starts:
                        actor, stop = starts[start]
                        at[reading.article.id, actor].add((start, stop, "carries words said to"))
                        break
    found = []
    for (article, actor), marks in sorted(at.items()):
        owners = [o for key in sorted(keys[actor]) for o in of_outlet.get(key, ())]
        verbs = " and ".join(sorted({verb for *_, verb in marks}, reverse=True))
        found.append(
            Lineage(
                kind="citation",
                articles=(article, *sorted(o for o in owners if o != article)),
                spans=tuple(_span(by_id[article], (s, e)) for s, e, _ in sorted(marks)),
                root=outlets[actor],
                why=f"{by_id[article].outlet or by_id[article].file} {verbs} {names[actor]} ({len(marks)}×).",
            )
        )
    return found


def folded(name: str) -> str:
    """A name's letters and digits, without "the": "The Associated Press" is "associatedpress"."""
    return "".join(c for c in re.sub(r"^the\s+", "", name.casefold()) if c.isalnum())


def keys_of(names: Iterable[str]) -> set[str]:
    """Folded names, and the initials of names of several words: "AFP" of "Agence France-Presse"."""
    found = set()
    for name in names:
        found.add(folded(name))
        initials = [w[0] for w in re.split(r"[\s\-]+", re.sub(r"^[Tt]he\s+", "", name)) if w]
        if len(initials) > 1 and all(c.isupper() for c in initials):
            found.add("".join(initials).casefold())
    return found - {""}


def _outlets_of(statement: Statement, outlets: Mapping[str, str]) -> list[tuple[str, Extent]]:
    """The outlets through which a statement came, and the one that made it, with their words."""
    found = [
        (hop.speaker, place)
        for hop in statement.hops
        if hop.speaker in outlets and (place := _whole(hop.source, hop.speaker_at))
    ]
    place = _whole(statement.source, statement.speaker_at)
    if statement.speaker in outlets and place:
        found.append((statement.speaker, place))
    return [(actor, place) for actor, place in found if actor is not None]


def _whole(source: Sequence[Extent], other: Extent | None) -> Extent | None:
    return (source[0][0], source[-1][1]) if source else other


def _mentions_of(cast: Cast, actors: Mapping[str, str]) -> dict[str, dict[int, tuple[str, int]]]:
    """For each article, where a mention of one of the actors begins: the actor, and where it ends."""
    found: dict[str, dict[int, tuple[str, int]]] = defaultdict(dict)
    for actor in cast.actors:
        if actor.id in actors:
            for mention in actor.mentions:
                found[mention.article][mention.start] = (actor.id, mention.end)
    return found


def _credit_at(article: Article, credit: str) -> Extent | None:
    """Where a credit is printed: in a credit line, source line or dateline if it can be found there."""
    for part in article.parts:
        if part.kind in ("credit", "source_line", "dateline", "caption"):
            at = article.text.find(credit, part.start, part.end)
            if at >= 0:
                return at, at + len(credit)
    at = article.text.find(credit)
    return (at, at + len(credit)) if at >= 0 else None


def _spans(
    overlap: Overlap, runs: Iterable[Run], articles: Mapping[str, Article], words: Mapping[str, Words]
) -> tuple[Span, ...]:
    pairs = [places(run, overlap, words) for run in runs]
    mine = [_span(articles[overlap.one], here) for here, _ in pairs]
    theirs = [_span(articles[overlap.other], there) for _, there in pairs]
    return tuple(span for pair in zip(mine, theirs, strict=True) for span in pair)


def _span(article: Article, at: Extent) -> Span:
    return Span(article=article.id, start=at[0], end=at[1], text=article.text[at[0] : at[1]])


def _stretches(count: int) -> str:
    return "one stretch" if count == 1 else f"{count} stretches"
