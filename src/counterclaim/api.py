"""The way in from Python: paths in, dossiers out."""

import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from counterclaim import __version__
from counterclaim.errors import NothingToRead
from counterclaim.intake import gather
from counterclaim.pipeline import Models, Progress, Read, Settings, silent
from counterclaim.pipeline import read as read_raws
from counterclaim.records import Dossier, KnownActor
from counterclaim.stages.ground import VagueRule

__all__ = ["read", "read_stories"]

PathLike = str | os.PathLike[str]


def read(
    paths: PathLike | Iterable[PathLike],
    *,
    vague: VagueRule = "none",
    known: Iterable[KnownActor] = (),
    gazetteer: PathLike | None = None,
    progress: Progress = silent,
) -> Dossier:
    """Read all paths as accounts of one story.

    `paths` is a file or folder, or several: .txt, .md, .html or .jsonl. `vague` is the rule by which
    words such as "dozens" become numbers; `known` are actors given beforehand; `gazetteer` is a file made by
    `counterclaim gazetteer build`, looked into before the embedded one.

    Raises PathNotFound for a path that is not there, and NothingToRead where no article could be
    read, with the reasons. An article that cannot be read while others can is in `dossier.rejections`.
    """
    outcome = read_stories(
        paths, one_story=True, vague=vague, known=known, gazetteer=gazetteer, progress=progress
    )
    if not outcome.dossiers:
        reasons = "; ".join(f"{r.file}: {r.reason}" for r in outcome.rejections[:5])
        raise NothingToRead(f"nothing to read: {reasons}" if reasons else "nothing to read")
    return outcome.dossiers[0]


def read_stories(
    paths: PathLike | Iterable[PathLike],
    *,
    one_story: bool = False,
    vague: VagueRule = "none",
    known: Iterable[KnownActor] = (),
    gazetteer: PathLike | None = None,
    progress: Progress = silent,
) -> Read:
    """Read all paths, group the articles into stories, and give one dossier a story with all rejections.

    Raises PathNotFound for a path that is not there, NothingToRead for folders without any file to read.
    """
    given = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    raws = gather(given)
    settings = Settings(one_story=one_story, vague=vague, known=tuple(known))
    return read_raws(raws, _models(gazetteer), settings=settings, version=__version__, progress=progress)


def _models(gazetteer: PathLike | None = None) -> Models:
    return _loaded(None if gazetteer is None else Path(os.fspath(gazetteer)))


@cache
def _loaded(gazetteer: Path | None) -> Models:
    """The models, loaded at first use and kept."""
    from counterclaim.models.load import load  # takes seconds, which an import must not

    return load(gazetteer=gazetteer)
