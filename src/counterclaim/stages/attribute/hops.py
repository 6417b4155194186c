"""Chains of attribution: through whom a statement came, outermost first."""

from collections.abc import Sequence

from counterclaim.records import Attribution, Extent, Hop, Statement


def within(inner: Sequence[Extent], outer: Sequence[Extent]) -> bool:
    """Whether every inner extent lies in one of the outer, or between two of them."""
    return (
        bool(inner)
        and bool(outer)
        and all(any(s <= start and end <= e for s, e in outer) for start, end in inner)
    )


def nesting(attributions: Sequence[Attribution]) -> list[list[int]]:
    """For each attribution the numbers of those in whose content it stands, outermost first."""
    order = sorted(
        range(len(attributions)),
        key=lambda i: (attributions[i].content[0][0], -attributions[i].content[-1][1]),
    )
    open_: list[int] = []
    found: list[list[int]] = [[] for _ in attributions]
    for i in order:
        one = attributions[i]
        start = one.content[0][0]
        open_ = [j for j in open_ if attributions[j].content[-1][1] > start]
        for j in open_:
            other = attributions[j]
            if (
                one.content != other.content
                and within(one.content, other.content)
                and within(one.cue or one.content, other.content)
            ):
                found[i].append(j)
        open_.append(i)
    for chain in found:
        chain.sort(key=lambda j: -sum(e - s for s, e in attributions[j].content))
    return found


def as_hop(statement: Statement) -> Hop:
    """A statement as a step on the way of another."""
    return Hop(
        source=statement.source,
        cue=statement.cue,
        speaker_name=statement.speaker_name,
        speaker_at=statement.speaker_at,
    )
