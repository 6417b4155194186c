"""A JSON Lines file: one article a line."""

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import BinaryIO

from counterclaim.intake.decode import MOST_BYTES, Undecodable, decode, too_long
from counterclaim.intake.header import understood
from counterclaim.records import RawText, Rejection

LONGEST_LINE = 2 * MOST_BYTES
"""Bytes of one line: a text escaped in JSON may take more bytes than the text."""


def read_lines(stream: BinaryIO, *, file: str) -> Iterator[RawText | Rejection]:
    """An article, or a Rejection that names the line, for each line that is not blank.

    `text` is required. `id` stands as the article's file; `title`, `outlet`, `published`, `url` and
    `byline` are understood, other keys are kept. The SHA-256 is of the line's bytes without its end.
    """
    number = 0
    while line := stream.readline(LONGEST_LINE + 1):
        number += 1
        where = f"{file}, line {number}"
        if len(line) > LONGEST_LINE:
            size = len(line)
            while line and not line.endswith(b"\n"):
                line = stream.readline(LONGEST_LINE)
                size += len(line)
            yield Rejection(file=where, stage="intake", reason=too_long(size, "bytes in one line"))
            continue
        data = line.rstrip(b"\r\n")
        if number == 1:
            data = data.removeprefix(b"\xef\xbb\xbf")
        if data.strip():
            yield _article(data, file=f"{file}:{number}", where=where)


def _article(data: bytes, *, file: str, where: str) -> RawText | Rejection:
    try:
        decoded = decode(data)
        row = json.loads(decoded.text)
    except Undecodable as reason:
        return Rejection(file=where, stage="intake", reason=str(reason))
    except (json.JSONDecodeError, RecursionError) as error:
        what = (
            f"{error.msg} at column {error.colno}"
            if isinstance(error, json.JSONDecodeError)
            else "nested too deep"
        )
        return Rejection(file=where, stage="intake", reason=f"not valid JSON: {what}")
    if not isinstance(row, dict):
        return Rejection(file=where, stage="intake", reason="not a JSON object: one article a line is needed")
    text = row.pop("text", None)
    if not isinstance(text, str):
        return Rejection(file=where, stage="intake", reason="`text` is missing or is no string")
    if not text.strip():
        return Rejection(file=where, stage="intake", reason="empty")
    name = row.pop("id", None)
    fields = [(str(key).strip().lower(), _value(value)) for key, value in row.items() if value is not None]
    return RawText(
        file=str(name) if isinstance(name, str | int) and str(name).strip() else file,
        text=_sound(text).removeprefix("\ufeff").replace("\r\n", "\n"),
        sha256=sha256(data).hexdigest(),
        metadata=understood(fields),
    )


def _value(value: object) -> str:
    plain = value.strip() if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)
    return _sound(plain)


def _sound(text: str) -> str:
    """Text without lone surrogates, which JSON may escape but no file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")
