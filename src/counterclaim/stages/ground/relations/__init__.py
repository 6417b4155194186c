"""Who backs, opposes, belongs to, was, is also called whom, as the text says it."""

from counterclaim.stages.ground.relations.reader import read_relations
from counterclaim.stages.ground.relations.words import RelationPattern, RelationWords

__all__ = ["RelationPattern", "RelationWords", "read_relations"]
