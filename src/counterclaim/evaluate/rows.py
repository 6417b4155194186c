"""Anybody's data: JSON Lines files, plain or gzipped, JSON files, and folders of them."""

import gzip
import json
import os
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, cast

from counterclaim.errors import InputError, PathNotFound

SUFFIXES = (".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz", ".json", ".json.gz")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One JSON object of the data, and where it stands ("dev.jsonl, line 3"), for errors."""

    where: str
    value: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The rows of one file."""

    file: str
    rows: tuple[Row, ...]


def sources(path: str | os.PathLike[str], *, limit: int | None = None) -> tuple[Source, ...]:
    """Read a file, or all files of a folder in order of names; of each the first `limit` rows.

    The .json files of a folder hold a row each and are taken together. Raises PathNotFound for a path that
    is not there, and InputError where nothing of this form is there.
    """
    given = Path(path)
    if not given.exists():
        raise PathNotFound(f"{given}: no such file or folder")
    if given.is_dir():
        files = sorted(p for p in given.iterdir() if p.is_file() and p.name.lower().endswith(SUFFIXES))
        if not files:
            raise InputError(f"{given}: holds no data; files that end in {', '.join(SUFFIXES)} are expected")
    else:
        files = [given]
    found: list[Source] = []
    single = [file for file in files if _holds_one(file)]
    groups = [(given.name, single)] if given.is_dir() and single else [(f.name, [f]) for f in single]
    groups += [(file.name, [file]) for file in files if file not in single]
    for name, members in groups:
        rows = tuple(islice((row for file in members for row in _rows(file)), limit))
        if not rows:
            raise InputError(f"{name}: holds no rows; one JSON object a line is expected")
        found.append(Source(file=name, rows=rows))
    return tuple(found)


def _holds_one(file: Path) -> bool:
    """Whether a file is one row, over any number of lines."""
    return file.name.lower().removesuffix(".gz").endswith(".json")


def _rows(file: Path) -> Iterator[Row]:
    try:
        with _opened(file) as stream:
            if _holds_one(file):
                yield _row(stream.read(), file.name)
                return
            for number, line in enumerate(stream, start=1):
                if line.strip():
                    yield _row(line, f"{file.name}, line {number}")
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(f"{file.name}: cannot be read: {error}") from error


def _opened(file: Path) -> BinaryIO:
    packed = file.name.lower().endswith(".gz")
    return cast(BinaryIO, gzip.GzipFile(file)) if packed else file.open("rb")


def _row(data: bytes, where: str) -> Row:
    try:
        value = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise InputError(f"{where}: is not JSON in UTF-8: one JSON object a line is expected") from error
    if not isinstance(value, dict):
        raise InputError(f"{where}: is no JSON object: one JSON object a line is expected")
    return Row(where=where, value=value)


def demand(row: Row, form: str, **keys: type | tuple[type, ...]) -> None:
    """Raise InputError, in one line that says what was expected, where keys are missing or of another type.

    `form` names the form for people, as "statements: doc, text, attributions".
    """
    for key, wanted in keys.items():
        if key not in row.value:
            raise unknown(row, form, f"has no `{key}`")
        if not isinstance(row.value[key], wanted) or isinstance(row.value[key], bool):
            raise unknown(row, form, f"holds no usable `{key}`")


def unknown(row: Row, form: str, what: str) -> InputError:
    """The error for a row that is not in the form expected."""
    keys = ", ".join(sorted(row.value)[:12]) or "nothing"
    return InputError(f"{row.where}: {what}; expected are {form}; found: {keys}")


def extents(value: object, row: Row, form: str, *, most: int | None = None) -> tuple[tuple[int, int], ...]:
    """Pairs [start, end] of characters; a single pair stands for a list of one, null for none.

    Raises InputError where anything else stands there, or where a pair leaves a text of `most` characters.
    """
    if value is None:
        return ()
    pairs: Sequence[object] = value if isinstance(value, list) else ()
    if not isinstance(value, list):
        raise unknown(row, form, "holds no list of [start, end] where extents stand")
    if len(pairs) == 2 and all(type(one) is int for one in pairs):
        pairs = [pairs]
    found = []
    for pair in pairs:
        if not isinstance(pair, list) or len(pair) != 2 or not all(type(one) is int for one in pair):
            raise unknown(row, form, "holds no [start, end] where an extent stands")
        start, end = pair
        if not 0 <= start <= end or (most is not None and end > most):
            raise unknown(row, form, f"has an extent [{start}, {end}] outside its text")
        found.append((start, end))
    return tuple(found)
