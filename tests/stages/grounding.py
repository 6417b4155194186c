"""One sentence, parsed and grounded with the real models, without statements."""

from counterclaim.pipeline import Models
from counterclaim.records import Article, Attributed, Part, Reading
from counterclaim.stages.ground import ground


def grounded(models: Models, text: str, *, published: str | None = None) -> Reading:
    """The reading of an article that is one paragraph."""
    article = Article(
        id="a-1",
        file="a.txt",
        sha256="",
        title=None,
        outlet=None,
        byline=None,
        published=published,
        published_basis=None,
        url=None,
        genre="report",
        language="en",
        text=text,
        credits=(),
        parts=(Part(kind="body", start=0, end=len(text)),),
    )
    parse = next(models.parser([article]))
    assert not isinstance(parse, Exception)
    attributed = Attributed(statements=(), mentions=())
    return ground(article, parse, attributed, gazetteer=models.gazetteer, words=models.ground_words)
