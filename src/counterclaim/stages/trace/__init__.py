"""7. Claims are followed back to their roots, through copies, wire credits and hops."""

from collections.abc import Iterable

from counterclaim.records import Cast, Lineage, Root, Tracing
from counterclaim.stages.trace.lineage import cited, find_ties, textual, wired
from counterclaim.stages.trace.roots import Rooted, find_roots

__all__ = ["trace"]


def trace(cast: Cast) -> Tracing:
    """Find copies, shared passages, wire credits and citations; give each claim its root.

    Every root named by a claim or by lineage is in `Tracing.roots`. The order of the readings does not
    matter. The time grows with the articles, not with their pairs.
    """
    articles = {r.article.id: r.article for r in sorted(cast.readings, key=lambda r: r.article.id)}
    ties = find_ties(tuple(articles.values()))
    rooted = find_roots(cast, ties)
    lineage = [
        *textual(ties, articles, rooted.of_article),
        *wired(articles.values(), rooted.of_agency),
        *cited(cast, rooted.of_outlet_actor),
    ]
    order = {"copy": 0, "passage": 1, "wire": 2, "citation": 3}
    roots = (*rooted.roots, *_only_cited(cast, rooted, lineage))
    return Tracing(
        lineage=tuple(sorted(lineage, key=lambda x: (order[x.kind], x.articles, x.why))),
        roots=tuple(sorted(roots, key=lambda r: (r.kind, r.name, r.id))),
        root_of=rooted.of_claim,
    )


def _only_cited(cast: Cast, rooted: Rooted, lineage: Iterable[Lineage]) -> list[Root]:
    """Outlets that articles cite and that no claim comes from: words were said to them, or passed on."""
    known = {root.id for root in rooted.roots}
    found: dict[str, Root] = {}
    for actor in sorted(cast.actors, key=lambda a: a.id):
        root = rooted.of_outlet_actor.get(actor.id)
        if root is None or root in known or root in found:
            continue
        citing = sorted({entry.articles[0] for entry in lineage if entry.root == root})
        if citing:
            found[root] = Root(
                id=root,
                kind="outlet",
                name=actor.name,
                actor=actor.id,
                side=actor.side,
                articles=tuple(citing),
                why=f"{actor.name} is cited.",
            )
    return list(found.values())
