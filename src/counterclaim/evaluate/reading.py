"""Documents of data sets, read as `counterclaim read` reads them: the same lines, the same stages."""

import json
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO

from counterclaim.intake.lines import read_lines
from counterclaim.pipeline import Models, Progress, Settings, admit_all, read_articles
from counterclaim.records import RawText, Reading, Rejection

Load = Callable[[], Models]
"""Gives the models when they are first needed: an error in the data need not wait for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text of a data set with what is known about it, as a line of articles would give it."""

    name: str
    text: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None

    def raw(self, name: str) -> RawText | Rejection:
        """The document as intake gives it, under a name that no other document has."""
        given = {"title": self.title, "outlet": self.outlet, "published": self.published, "url": self.url}
        line = {"id": name, "text": self.text, **{key: value for key, value in given.items() if value}}
        raw = next(read_lines(BytesIO(json.dumps(line).encode("ascii")), file=name))
        return replace(raw, file=name)

    @property
    def read(self) -> str:
        """The text as it is read."""
        return self.text.removeprefix("\ufeff").replace("\r\n", "\n")

    @property
    def moved(self) -> Callable[[int], int]:
        """Where an offset of the text given stands in the text read, which has bare line feeds alone."""
        before = self.text.startswith("\ufeff")
        returns = [found.start() for found in re.finditer("\r\n", self.text)]
        if not before and not returns:
            return _unmoved
        return lambda at: max(0, at - before - bisect_left(returns, at))


def _unmoved(at: int) -> int:
    return at


def readings(
    documents: Sequence[Document], models: Load, *, progress: Progress
) -> Iterator[tuple[int, Reading | Rejection]]:
    """Read documents: the number of each with its reading, or with the reason why there is none.

    Runs admit, attribute and ground, the stages that see one article; all later ones only add to them.
    """
    numbers = {name: i for i, name in enumerate(names(documents))}
    raws = [document.raw(name) for name, document in zip(numbers, documents, strict=True)]
    loaded = models()
    articles, rejected = admit_all(raws, loaded)
    for rejection in rejected:
        yield numbers[rejection.file], rejection
    for outcome in read_articles(articles, loaded, settings=Settings(), progress=progress):
        file = outcome.file if isinstance(outcome, Rejection) else outcome.article.file
        yield numbers[file], outcome


def names(documents: Iterable[Document]) -> list[str]:
    """A name for each document: its own, with a number where another before it has the same."""
    taken: set[str] = set()
    found = []
    for document in documents:
        name = " ".join(document.name.split()) or "unnamed"
        number = 1
        while (unique := name if number == 1 else f"{name} ({number})") in taken:
            number += 1
        taken.add(unique)
        found.append(unique)
    return found
