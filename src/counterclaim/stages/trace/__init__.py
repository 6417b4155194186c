"""7. Claims are followed back to their roots, through copies, wire credits and hops."""

from counterclaim.records import Cast, Tracing


def trace(cast: Cast) -> Tracing:
    """Find copies, shared passages, wire credits and citations; give each claim its root."""
    return Tracing(lineage=(), roots=(), root_of={})
