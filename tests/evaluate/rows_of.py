"""Writes rows of data for the tests."""

import gzip
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Record = dict[str, Any]


def at(text: str, words: str, *, start: int = 0) -> list[int]:
    """The extent of words in a text."""
    found = text.index(words, start)
    return [found, found + len(words)]


def written(file: Path, rows: Iterable[Record]) -> Path:
    """Rows as JSON Lines, gzipped where the name says so."""
    data = "".join(json.dumps(row) + "\n" for row in rows).encode()
    file.write_bytes(gzip.compress(data) if file.suffix == ".gz" else data)
    return file
