"""Places that claims name, found in a gazetteer."""

from counterclaim.stages.ground.places.entries import Gazetteer, GazetteerEntry
from counterclaim.stages.ground.places.given import place_given
from counterclaim.stages.ground.places.read import read_places

__all__ = ["Gazetteer", "GazetteerEntry", "place_given", "read_places"]
