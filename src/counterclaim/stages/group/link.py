"""Articles are linked into clusters by the average likeness of their pairs."""

import heapq
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

LINK_SLOPE, LINK_OFFSET = 0.95, -3.2
LINK_RANGE = (-2.0, 3.0)
"""The average score from which clusters are joined: slope × log(articles) + offset, within the range.

The more articles are read together, the less likely any two are of one story: a person who names five
files has mostly chosen them for one event. Set so that the events of FA-KES's gold are whole when read
alone (3 to 7 articles) and B-cubed F1 is near its best on 25 (NewsWCL50), 190 (ECB+) and 559 (FA-KES)."""


def clusters(
    articles: Sequence[str],
    scores: Mapping[tuple[str, str], float],
    *,
    fixed: Sequence[Sequence[str]] = (),
    link: float | None = None,
) -> list[tuple[str, ...]]:
    """Join articles from the likest pair on, as long as clusters are alike on average.

    `fixed` are clusters that stand; none of them is joined to another. `link` is the average score that
    joins, worked out from the number of articles unless given. Ties go by the lowest ids.
    """
    enough = link_for(len(articles)) if link is None else link
    members: dict[str, list[str]] = {a: [a] for a in articles}
    of = {a: a for a in articles}
    frozen: set[str] = set()
    for cluster in fixed:
        first = min(cluster)
        for article in cluster:
            members.pop(article)
            of[article] = first
        members[first] = sorted(cluster)
        frozen.add(first)
    edges: dict[str, dict[str, tuple[float, int]]] = defaultdict(dict)
    for (a, b), score in sorted(scores.items()):
        one, other = of[a], of[b]
        if one != other:
            total, count = edges[one].get(other, (0.0, 0))
            edges[one][other] = edges[other][one] = (total + score, count + 1)
    heap = [
        (-total / count, one, other)
        for one, row in edges.items()
        for other, (total, count) in row.items()
        if one < other
    ]
    heapq.heapify(heap)
    while heap:
        negative, one, other = heapq.heappop(heap)
        if -negative < enough:
            break
        if one not in members or other not in members or (one in frozen and other in frozen):
            continue
        total, count = edges[one].get(other, (0.0, 0))
        if not count or -total / count != negative:
            continue
        _join(one, other, members, edges, heap)
        if other in frozen:
            frozen.add(one)
    return sorted(tuple(sorted(m)) for m in members.values())


def link_for(articles: int) -> float:
    """The average score that joins clusters among so many articles."""
    low, high = LINK_RANGE
    return min(high, max(low, LINK_SLOPE * math.log(max(1, articles)) + LINK_OFFSET))


def _join(
    one: str,
    other: str,
    members: dict[str, list[str]],
    edges: dict[str, dict[str, tuple[float, int]]],
    heap: list[tuple[float, str, str]],
) -> None:
    """Take `other` into `one`, and push the new averages."""
    members[one] += members.pop(other)
    edges[one].pop(other, None)
    for third, (total, count) in edges.pop(other).items():
        if third == one or third not in members:
            continue
        there = edges[one].get(third, (0.0, 0))
        edges[one][third] = edges[third][one] = (there[0] + total, there[1] + count)
        edges[third].pop(other, None)
    for third, (total, count) in edges[one].items():
        if third in members:
            heapq.heappush(heap, (-total / count, min(one, third), max(one, third)))
