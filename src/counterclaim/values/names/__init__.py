"""Names and descriptions of actors: reading, coreference within an article, comparison."""

from counterclaim.values.names.mentions import read_mentions
from counterclaim.values.names.words import Country, Family, NameWords

__all__ = ["Country", "Family", "NameWords", "read_mentions"]
