"""Places: names made comparable, distance, containment, comparison, the field's precision codes."""

from counterclaim.values.places.codes import acled_geo_precision, ucdp_where_precision
from counterclaim.values.places.compare import NEAR_KM, SAME_KM, compare_places
from counterclaim.values.places.names import STATE, country_key, folded, kilometres, without_article
from counterclaim.values.places.words import PlaceWords

__all__ = [
    "NEAR_KM",
    "SAME_KM",
    "STATE",
    "PlaceWords",
    "acled_geo_precision",
    "compare_places",
    "country_key",
    "folded",
    "kilometres",
    "ucdp_where_precision",
    "without_article",
]
