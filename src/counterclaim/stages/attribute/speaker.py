"""Who speaks, as the attribution stage hands it on."""

from dataclasses import dataclass

from counterclaim.records import Extent


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """The best mention of a speaker within the article."""

    name: str | None
    at: Extent | None
    head: int | None = None
    plural: bool = False
    person: bool = False
    anonymous: bool = False
    role: str | None = None
    affiliation: str | None = None
    eyewitness: bool = False
    words: frozenset[str] = frozenset()


UNKNOWN = Speaker(name=None, at=None)
