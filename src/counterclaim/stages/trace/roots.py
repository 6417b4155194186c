"""Where each claim first comes from."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from counterclaim.records import Actor, Article, Cast, Claim, Root, fingerprint
from counterclaim.stages.trace.lineage import Shared, Ties, folded, keys_of
from counterclaim.stages.trace.speakers import (
    Speakers,
    broadcasters,
    owners,
    repeated,
    speaker_root,
    speaks_for,
)

WITHIN = 0.8
"""Share of a claim's characters inside a shared stretch from which the claim was taken over with it."""

SAME_WORDS = 25
"""Characters of a claim from which the same words in two copies are the same claim of the same speaker."""

LATE = "9999"
"""Sorts an article without a date behind those with one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rooted:
    """The roots of a story, each article's own root, each claim's root."""

    roots: tuple[Root, ...]
    of_article: Mapping[str, str]
    of_claim: Mapping[str, str]
    of_outlet_actor: Mapping[str, str]
    of_agency: Mapping[str, str]


def find_roots(cast: Cast, ties: Ties) -> Rooted:
    """Give every claim of a cast its root.

    A claim inside a statement has its innermost speaker as root, wherever it is quoted; a speaker whom
    the article withholds or only describes is one root an article, or one a group of copies. The own
    voice of copies is one root: the agency that one of them credits, else the article published first.
    """
    articles = {r.article.id: r.article for r in sorted(cast.readings, key=lambda r: r.article.id)}
    roots: dict[str, Root] = {}
    clusters = _clusters(articles, ties)
    actors = {a.id: a for a in sorted(cast.actors, key=lambda a: a.id)}
    outlets = [(key, a) for a in actors.values() if a.kind == "outlet" for key in sorted(keys_of(_names(a)))]
    sides = {key: a.side for key, a in outlets}
    actor_of = {key: a.id for key, a in outlets}
    of_article: dict[str, str] = {}
    for cluster in clusters:
        root = _own_root(cluster, articles, sides, actor_of)
        _add(roots, root)
        of_article |= dict.fromkeys(cluster, root.id)
    of_agency = _credited(roots, articles, sides, actor_of)
    of_outlet_actor = {}
    broadcaster = broadcasters(a for a in actors.values() if a.kind == "outlet")
    for actor in actors.values():
        if actor.kind == "outlet":
            known = sorted({_outlet_id(n) for n in keys_of(_names(actor))} & roots.keys())
            same = broadcaster.get(actor.id, actor.id)
            of_outlet_actor[actor.id] = known[0] if known else fingerprint("root", "speaker", same)
    speakers = Speakers(
        actors=actors, speaks_for=speaks_for(cast, actors), outlets=of_outlet_actor, agencies=of_agency
    )
    owned = owners(cast, actors)
    of_claim: dict[str, str] = {}
    in_words: dict[tuple[str, str], str] = {}
    copied = {article for cluster in clusters if len(cluster) > 1 for article in cluster}
    for reading in sorted(cast.readings, key=lambda r: _age(r.article)):
        article = reading.article
        own = roots[of_article[article.id]]
        statements = {s.id: s for s in reading.statements}
        for claim in reading.claims:
            statement = statements.get(claim.statement or "")
            if statement is None:
                stretches = ties.shared.get(article.id, ())
                of_claim[claim.id] = _taken_over(claim, stretches, of_article, articles)
                continue
            owner = (
                owned.get((article.id, min(b for b, _ in statement.content))) if statement.content else None
            )
            root = speaker_root(repeated(statement, actors, article.text, owner), speakers, own)
            words = (own.id, folded(claim.text))
            if article.id in copied and len(claim.text) >= SAME_WORDS:
                root = roots[in_words[words]] if words in in_words else root
                in_words.setdefault(words, root.id)
            _add(roots, replace(root, articles=()), article.id)
            of_claim[claim.id] = root.id
    return Rooted(
        roots=tuple(replace(r, articles=tuple(sorted(set(r.articles)))) for _, r in sorted(roots.items())),
        of_article=of_article,
        of_claim=of_claim,
        of_outlet_actor=of_outlet_actor,
        of_agency=of_agency,
    )


def _credited(
    roots: dict[str, Root],
    articles: Mapping[str, Article],
    sides: Mapping[str, str | None],
    actor_of: Mapping[str, str],
) -> dict[str, str]:
    """Add a root for every agency credited, and give the root of each agency's folded name."""
    found = {}
    for article in articles.values():
        for credit in article.credits:
            key = folded(credit)
            if not key:
                continue
            found[key] = _outlet_id(credit)
            root = Root(
                id=found[key],
                kind="agency",
                name=credit,
                actor=actor_of.get(key),
                side=sides.get(key),
                articles=(),
                why=f"{credit} is credited.",
            )
            _add(roots, root, article.id)
    return found


def _clusters(articles: Mapping[str, Article], ties: Ties) -> list[tuple[str, ...]]:
    """Articles joined by copies, each cluster with its first article in front."""
    parent = {a: a for a in articles}

    def top(article: str) -> str:
        while parent[article] != article:
            parent[article] = parent[parent[article]]
            article = parent[article]
        return article

    for overlap in ties.copies:
        a, b = sorted((top(overlap.one), top(overlap.other)))
        parent[b] = a
    members: dict[str, list[str]] = defaultdict(list)
    for article in sorted(articles, key=lambda a: _age(articles[a])):
        members[top(article)].append(article)
    return sorted(tuple(m) for m in members.values())


def _age(article: Article) -> tuple[str, str]:
    return article.published or LATE, article.id


def _own_root(
    cluster: Sequence[str],
    articles: Mapping[str, Article],
    sides: Mapping[str, str | None],
    actor_of: Mapping[str, str],
) -> Root:
    """The root of what the articles of a cluster say in their own voice."""
    first = articles[cluster[0]]
    agency = _agency([articles[a] for a in cluster])
    name = agency or first.outlet
    key = folded(name) if name else ""
    if agency:
        why = (
            f"{len(cluster)} articles share their text and credit {agency}."
            if len(cluster) > 1
            else f"The article is {agency}'s own copy."
        )
    elif len(cluster) > 1:
        why = f"{len(cluster)} articles share their text; {_called(first)} is the first of them."
    else:
        why = f"{_called(first)} says it in its own voice."
    return Root(
        id=_outlet_id(name) if name and key else fingerprint("root", "article", first.id),
        kind="agency" if agency else "outlet" if key else "article",
        name=name if name and key else _called(first),
        actor=actor_of.get(key),
        side=sides.get(key),
        articles=tuple(cluster),
        why=why,
    )


def _agency(cluster: Sequence[Article]) -> str | None:
    """The agency whose copy a cluster carries: credited where text is shared, or the outlet, or the byline.

    A credit alone, in an article that shares its text with no other, may be for a picture.
    """
    credits = {folded(c): c for a in sorted(cluster, key=lambda a: a.id) for c in a.credits}
    outlets = {folded(a.outlet) for a in cluster if a.outlet}
    bylines = {folded(a.byline) for a in cluster if a.byline}
    own = [c for c in sorted(credits) if c in outlets] or [c for c in sorted(credits) if c in bylines]
    if own:
        return credits[own[0]]
    if len(cluster) > 1 and credits:
        return credits[min(credits)]
    return None


def _taken_over(
    claim: Claim,
    shared: Iterable[Shared],
    of_article: Mapping[str, str],
    articles: Mapping[str, Article],
) -> str:
    """The root of an own-voice claim: of the first article that carries the passage it stands in."""
    length = sum(end - start for start, end in claim.spans)
    carriers = [claim.article]
    for stretch in shared:
        inside = sum(max(0, min(e, stretch.end) - max(s, stretch.start)) for s, e in claim.spans)
        if length and inside >= WITHIN * length:
            carriers.append(stretch.other)
    return of_article[min(carriers, key=lambda a: _age(articles[a]))]


def _add(roots: dict[str, Root], root: Root, article: str | None = None) -> None:
    """Add a root, or the articles of one that is there already."""
    there = roots.get(root.id)
    known = () if there is None else there.articles
    more = [a for a in (*root.articles, *((article,) if article else ())) if a not in known[-1:]]
    if there is None or more:
        roots[root.id] = replace(there or root, articles=(*known, *more))


def _outlet_id(name: str) -> str:
    return fingerprint("root", "outlet", folded(name))


def _names(actor: Actor) -> tuple[str, ...]:
    return (actor.name, *actor.labels)


def _called(article: Article) -> str:
    return article.outlet or article.title or article.file
