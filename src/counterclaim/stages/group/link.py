"""Articles are linked into clusters by the average likeness of their pairs."""

import heapq
from collections import defaultdict
from collections.abc import Mapping, Sequence

LINK = 0.0
"""Average score of the compared pairs of two clusters from which they are joined."""


def clusters(
    articles: Sequence[str],
    scores: Mapping[tuple[str, str], float],
    *,
    fixed: Sequence[Sequence[str]] = (),
    link: float = LINK,
) -> list[tuple[str, ...]]:
    """Join articles from the likest pair on, as long as clusters are alike on average.

    `fixed` are clusters that stand; none of them is joined to another. Ties go by the lowest ids.
    """
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
        if -negative < link:
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
