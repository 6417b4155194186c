"""Texts that stand beside the data: rows that name documents and offsets alone are joined with them."""

import os
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

from counterclaim import intake
from counterclaim.errors import InputError, PathNotFound
from counterclaim.evaluate.rows import SUFFIXES, Row, sources
from counterclaim.records import RawText

NAMES = ("doc", "id", "file", "incident")
"""Keys by which a row of data names its document, the first that is there."""


def name_of(row: dict[str, Any]) -> str | None:
    """By what a row names its document."""
    for key in NAMES:
        if isinstance(row.get(key), str | int) and str(row[key]).strip():
            return str(row[key])
    return None


class Texts:
    """The rows that hold texts, by the name of the document."""

    def __init__(self, paths: Iterable[str | os.PathLike[str]] = ()) -> None:
        self._rows: dict[str, dict[str, Any]] = {}
        self.given = tuple(Path(p) for p in paths)
        for path in self.given:
            if not path.exists():
                raise PathNotFound(f"{path}: no such file or folder")
            if _holds_data(path):
                for source in sources(path):
                    for row in source.rows:
                        self._add(row.value)
            else:
                for raw in intake.gather([path]):
                    if isinstance(raw, RawText):
                        found = {"doc": raw.file, "text": raw.text, **dict(raw.metadata)}
                        self._rows.setdefault(Path(raw.file).stem, found)
                        self._rows.setdefault(raw.file, found)

    def _add(self, row: dict[str, Any]) -> None:
        name = name_of(row)
        if name is not None and isinstance(row.get("text"), str):
            self._rows.setdefault(name, row)

    def get(self, name: str) -> dict[str, Any] | None:
        """The row of a document, by its name, or by the name without a file's suffix."""
        return self._rows.get(name) or self._rows.get(Path(name).stem)

    def joined(self, row: Row) -> Row:
        """A row with its text, and with what else stands beside the text.

        Raises InputError where there is no text, or one with another SHA-256 than the row's `text_sha256`.
        """
        value = row.value
        if not isinstance(value.get("text"), str):
            name = name_of(value)
            beside = self.get(name) if name is not None else None
            if beside is None:
                hint = "is not in --texts" if self.given else "has no `text`; name its file with --texts"
                raise InputError(f"{row.where}: {name or 'a document without a name'} {hint}")
            value = beside | value | {"text": beside["text"]}
        wanted = value.get("text_sha256")
        if isinstance(wanted, str):
            digest = sha256(value["text"].encode("utf-8", "surrogatepass")).hexdigest()
            if digest != wanted.lower():
                raise InputError(f"{row.where}: the text is not the one annotated: its SHA-256 differs")
        return Row(where=row.where, value=value)


def _holds_data(path: Path) -> bool:
    """Whether a path holds rows of data, rather than files of articles."""
    if path.is_dir():
        return any(p.name.lower().endswith(SUFFIXES) for p in path.iterdir())
    return path.name.lower().endswith(SUFFIXES)
