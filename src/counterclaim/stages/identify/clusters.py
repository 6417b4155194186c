"""Units joined so far, with the sentence that says why for each join."""

from collections import defaultdict
from collections.abc import Sequence

from counterclaim.stages.identify.units import Unit

UnitKey = tuple[str, int]


class Clusters:
    """Units joined so far, with the sentence that says why for each join."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.parent = {u.key: u.key for u in units}
        self.why: dict[UnitKey, set[str]] = defaultdict(set)

    def find(self, key: UnitKey) -> UnitKey:
        """Return the least unit of the cluster that holds a unit."""
        while self.parent[key] != key:
            self.parent[key] = self.parent[self.parent[key]]
            key = self.parent[key]
        return key

    def join(self, one: UnitKey, other: UnitKey, why: str) -> None:
        """Make two clusters one, for a reason."""
        a, b = sorted((self.find(one), self.find(other)))
        if a != b:
            self.parent[b] = a
            self.why[a] |= self.why.pop(b, set())
            self.why[a].add(why)

    def groups(self) -> list[list[UnitKey]]:
        """Return the clusters, each sorted, sorted by their least unit."""
        found: dict[UnitKey, list[UnitKey]] = defaultdict(list)
        for key in sorted(self.parent):
            found[self.find(key)].append(key)
        return [found[k] for k in sorted(found)]
