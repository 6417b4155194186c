"""Reads the places of an article."""

from collections.abc import Sequence

from counterclaim.records import Article, Claim, Parse, PlaceMention
from counterclaim.stages.ground.places.candidates import candidates
from counterclaim.stages.ground.places.context import context_of, peoples_of
from counterclaim.stages.ground.places.entries import Gazetteer
from counterclaim.stages.ground.places.mentions import mentions
from counterclaim.stages.ground.places.resolve import resolve
from counterclaim.values.places import PlaceWords


def read_places(
    article: Article, parse: Parse, claims: Sequence[Claim], *, gazetteer: Gazetteer, words: PlaceWords
) -> tuple[PlaceMention, ...]:
    """Read the places of an article, in the order of the text.

    A name is the same place throughout an article, unless the text says otherwise beside it. Of several
    places that bear it, what the text states, the countries it names, nearness to its other places, and
    importance decide, in that order of weight. A name without an entry stays, without coordinates. A place
    where somebody is merely based ("Oslo-based") belongs to no claim. `name` is the same for one entry
    throughout an article, and one that the article's readers know (see `shown_names`).
    """
    peoples = peoples_of(article, words)
    found = candidates(article, parse, gazetteer=gazetteer, words=words, peoples=peoples)
    context = context_of(article, found, peoples=peoples)
    chosen = resolve(article, found, words=words, context=context, gazetteer=gazetteer)
    return mentions(article, claims, found, chosen, words)
