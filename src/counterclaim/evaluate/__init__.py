"""Measures what is read against data that people marked: anybody's, in the forms of known data sets.

Every document goes through the stages of `counterclaim read`, and nothing else does the reading. The keys of
the rows decide which form of a kind they are in; data in no known form is one line of error.
"""

import os
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Protocol

from counterclaim.errors import InputError
from counterclaim.evaluate import dates, events, figures, places, statements
from counterclaim.evaluate.reading import Load
from counterclaim.evaluate.report import Kind, Report, Score, Sheet, Table
from counterclaim.evaluate.rows import Source, sources
from counterclaim.evaluate.texts import Texts
from counterclaim.pipeline import Models, Progress, silent

__all__ = ["KINDS", "Kind", "Report", "Score", "Sheet", "Table", "evaluate"]


class Measure(Protocol):
    """Measures one kind of finding on the rows of one file."""

    def __call__(self, source: Source, models: Load, *, texts: Texts, progress: Progress) -> Sheet:
        """Measure. Raises InputError for a row in no form that is known for the kind."""
        ...


KINDS: Mapping[Kind, Measure] = {
    "statements": statements.measure,
    "figures": figures.measure,
    "dates": dates.measure,
    "places": places.measure,
    "events": events.measure,
}


def evaluate(
    kind: Kind,
    data: str | os.PathLike[str],
    *,
    texts: Iterable[str | os.PathLike[str]] = (),
    limit: int | None = None,
    models: Models | None = None,
    progress: Progress = silent,
) -> Report:
    """Measure one kind of finding on a file, or on each file of a folder.

    `texts`: where the texts stand of data that holds offsets alone; `limit`: no more than so many rows of
    each file. Raises PathNotFound for a path that is not there, and InputError for data in an unknown form.
    """
    if limit is not None and limit < 1:
        raise InputError(f"a limit of {limit} rows leaves nothing to measure")
    given, beside = sources(data, limit=limit), Texts(texts)

    @cache
    def load() -> Models:
        if models is not None:
            return models
        from counterclaim.models.load import load as load_models  # takes seconds, which an import must not

        return load_models()

    sheets = tuple(KINDS[kind](source, load, texts=beside, progress=progress) for source in given)
    return Report(kind=kind, sheets=sheets)
