"""Which pairs are worth comparing, and which groups the likely ones make: cost linear in the items.

Blocking and the sorted neighbourhood of large blocks follow Christen, Data Matching (2012), chapter 4; the
grouping is agglomerative with a bound on the share of linked pairs (average linkage over a sparse graph).
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

LARGEST_BLOCK = 40
"""Items under one key that are all compared with each other."""

NEIGHBOURHOOD = 8
"""In a larger block each item is compared with so many that follow it in the order of what it says."""

KEEPING_TOGETHER = 0.5
"""Share of the pairs between two groups that must be linked for the groups to become one."""

OPPOSED_TOGETHER = 0.25
"""The same where links run only between two camps, which can link half of all pairs at most."""


def candidates(
    keys_of: Mapping[str, Iterable[Hashable]], order: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, str]]:
    """Pairs of ids that share a key, each once and in order of id.

    `order` gives what an item says, by which the items of a large block are put side by side.
    """
    blocks: dict[Hashable, list[str]] = defaultdict(list)
    for item in sorted(keys_of):
        for key in set(keys_of[item]):
            blocks[key].append(item)
    found: set[tuple[str, str]] = set()
    for block in blocks.values():
        if len(block) <= LARGEST_BLOCK:
            found.update((a, b) for i, a in enumerate(block) for b in block[i + 1 :])
            continue
        near = sorted(block, key=lambda item: (order[item], item))
        for i, one in enumerate(near):
            found.update((min(one, two), max(one, two)) for two in near[i + 1 : i + 1 + NEIGHBOURHOOD])
    return iter(sorted(found))


def gathered(
    links: Mapping[tuple[str, str], float], *, keeping_together: float = KEEPING_TOGETHER
) -> list[list[str]]:
    """Groups of linked items, the strongest links first; groups join if enough of their pairs are linked.

    Keeps a chain of likenesses from drawing together what is no longer alike.
    """
    members: dict[str, list[str]] = {item: [item] for pair in links for item in pair}
    group_of = {item: item for item in members}
    between: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for first, second in links:
        between[first][second] += 1
        between[second][first] += 1
    for first, second in sorted(links, key=lambda pair: (-links[pair], pair)):
        one, two = group_of[first], group_of[second]
        if one == two or between[one][two] < keeping_together * len(members[one]) * len(members[two]):
            continue
        if len(members[one]) < len(members[two]):
            one, two = two, one
        for item in members[two]:
            group_of[item] = one
        members[one] += members.pop(two)
        for other, count in between.pop(two).items():
            if other != one:
                between[one][other] += count
                between[other][one] += count
            between[other].pop(two, None)
    return sorted(sorted(group) for group in members.values() if len(group) > 1)


def clusters(items: Iterable[str], links: Iterable[tuple[str, str]]) -> list[list[str]]:
    """The connected components of a graph, each sorted, in order of their first item."""
    parent = {item: item for item in items}

    def root(item: str) -> str:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for first, second in links:
        one, two = sorted((root(first), root(second)))
        parent[two] = one
    found: dict[str, list[str]] = defaultdict(list)
    for item in sorted(parent):
        found[root(item)].append(item)
    return [found[key] for key in sorted(found)]
