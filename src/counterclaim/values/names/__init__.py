"""Names and descriptions of actors: reading, coreference within an article, comparison."""

from counterclaim.values.names.compare import acronym_of, initials, office_of, person_tokens, same_person
from counterclaim.values.names.describe import Description, describe, named_by
from counterclaim.values.names.genders import Genders
from counterclaim.values.names.mentions import read_mentions
from counterclaim.values.names.words import Country, Family, NameWords, plain, singular

__all__ = [
    "Country",
    "Description",
    "Family",
    "Genders",
    "NameWords",
    "acronym_of",
    "describe",
    "initials",
    "named_by",
    "office_of",
    "person_tokens",
    "plain",
    "read_mentions",
    "same_person",
    "singular",
]
