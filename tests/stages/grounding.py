"""One sentence, parsed and grounded with the real models, without statements."""

from storymade import article

from counterclaim.pipeline import Models
from counterclaim.records import Attributed, Reading
from counterclaim.stages.ground import ground


def grounded(models: Models, text: str, *, published: str | None = None) -> Reading:
    """The reading of an article that is one paragraph."""
    of = article("a-1", text, published=published)
    parse = next(models.parser([of]))
    assert not isinstance(parse, Exception)
    attributed = Attributed(statements=(), mentions=())
    return ground(of, parse, attributed, gazetteer=models.gazetteer, words=models.ground_words)
