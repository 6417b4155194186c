"""7. Claims are followed back to their roots, through copies, wire credits and hops."""

from counterclaim.records import Cast, Tracing
from counterclaim.stages.trace.lineage import cited, find_ties, textual, wired
from counterclaim.stages.trace.roots import find_roots

__all__ = ["trace"]


def trace(cast: Cast) -> Tracing:
    """Find copies, shared passages, wire credits and citations; give each claim its root.

    The order of the readings does not matter. The time grows with the articles, not with their pairs.
    """
    articles = {r.article.id: r.article for r in sorted(cast.readings, key=lambda r: r.article.id)}
    ties = find_ties(tuple(articles.values()))
    rooted = find_roots(cast, ties)
    agencies = rooted.of_agency
    lineage = [
        *textual(ties, articles, rooted.of_article),
        *wired(articles.values(), agencies),
        *cited(cast, rooted.of_outlet_actor),
    ]
    order = {"copy": 0, "passage": 1, "wire": 2, "citation": 3}
    return Tracing(
        lineage=tuple(sorted(lineage, key=lambda x: (order[x.kind], x.articles, x.why))),
        roots=rooted.roots,
        root_of=rooted.of_claim,
    )
