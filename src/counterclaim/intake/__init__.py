"""Files, folders, pages and lines of JSON become raw text: the only reader of foreign bytes."""

import os
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from counterclaim.errors import NothingToRead, PathNotFound
from counterclaim.intake.decode import MOST_BYTES, MOST_CHARACTERS, Undecodable, decode, too_long
from counterclaim.intake.header import split_header
from counterclaim.intake.lines import read_lines
from counterclaim.intake.own import LIST, own_files
from counterclaim.intake.page import MOST_PAGE_BYTES, declared_charset, read_page
from counterclaim.records import RawText, Rejection

__all__ = ["gather"]

TEXTS = frozenset({".txt", ".text", ".md", ".markdown"})
PAGES = frozenset({".html", ".htm", ".xhtml"})
LINES = frozenset({".jsonl", ".ndjson"})
DOCUMENTS = frozenset(
    {".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub", ".eml", ".msg", ".mht", ".mhtml", ".warc", ".gz"}
)
"""Kinds of files that may well hold an article but are not read: in a folder they are named as rejected."""


def gather(paths: Iterable[str | os.PathLike[str]]) -> Iterator[RawText | Rejection]:
    """Read files and folders, each file once, folders recursively and in order of names.

    In a folder only the known suffixes are read (`TEXTS`, `PAGES`, `LINES`), hidden files and what an
    earlier run wrote are passed over and other documents are rejected; a file named by itself is tried as
    text whatever its suffix.
    What cannot be read is a Rejection. Raises PathNotFound at once for a path that is not there, and
    NothingToRead where the paths hold no file to read.
    """
    named = _named(list(paths))
    if not named:
        raise NothingToRead("nothing to read: the folders hold no .txt, .md, .html or .jsonl file")
    return (raw for path, name in named for raw in _read(path, name))


def _named(paths: list[str | os.PathLike[str]]) -> list[tuple[Path, str]]:
    """Each file once, with the name it goes by: below its folder, or alone; the path where two are alike."""
    found: dict[Path, tuple[Path, str]] = {}
    for stated in paths:
        given = Path(stated)
        if not os.fspath(stated) or not _is_there(given):
            raise PathNotFound(f"{os.fspath(stated) or 'an empty path'}: no such file or folder")
        for path, name in _below(given) if given.is_dir() else [(given, given.name)]:
            found.setdefault(path.resolve(), (path, name))
    names = [name for _, name in found.values()]
    alike = {name for name in names if names.count(name) > 1} if len(set(names)) < len(names) else set()
    return sorted(
        ((path, path.as_posix() if name in alike else name) for path, name in found.values()),
        key=lambda pair: (pair[1], pair[0].as_posix()),
    )


def _is_there(path: Path) -> bool:
    """Whether a path leads to something; one that no system could hold, or may not be looked at, does not."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _below(folder: Path) -> list[tuple[Path, str]]:
    found = []
    own: set[Path] = set()
    for where, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        if LIST in files:
            own |= {Path(where, name) for name in own_files(Path(where))}
        for name in sorted(files):
            path = Path(where, name)
            known = path.suffix.lower() in TEXTS | PAGES | LINES | DOCUMENTS
            if known and not name.startswith(".") and path not in own:
                found.append((path, path.relative_to(folder).as_posix()))
    return found


def _read(path: Path, name: str) -> Iterator[RawText | Rejection]:
    suffix = path.suffix.lower()
    try:
        if not path.is_file():
            raise Undecodable("not a regular file")
        if suffix in LINES:
            with path.open("rb") as stream:
                yield from read_lines(stream, file=name)
        else:
            yield _article(path, name, page=suffix in PAGES)
    except Undecodable as reason:
        hint = " (only .txt, .md, .html and .jsonl are read for now)" if suffix in DOCUMENTS else ""
        yield Rejection(file=name, stage="intake", reason=f"{reason}{hint}")
    except OSError as error:
        yield Rejection(file=name, stage="intake", reason=f"cannot be opened: {error.strerror or error}")
    except Exception as error:  # one file must never take the rest along
        said = f"could not be read ({type(error).__name__}: {error}); please report it with the file"
        yield Rejection(file=name, stage="intake", reason=said)


def _article(path: Path, name: str, *, page: bool) -> RawText:
    size = path.stat().st_size
    if size > (MOST_PAGE_BYTES if page else MOST_BYTES):
        raise Undecodable(too_long(size, "bytes"))
    data = path.read_bytes()
    if page:
        decoded = decode(data, declared=declared_charset(data), most=MOST_PAGE_BYTES)
        metadata, text = read_page(decoded.text)
    else:
        decoded = decode(data)
        metadata, text = split_header(decoded.text)
    if len(text) > MOST_CHARACTERS:
        raise Undecodable(too_long(len(text), "characters"))
    if not text.strip():
        raise Undecodable("empty below its header")
    if decoded.note:
        metadata = (*metadata, ("encoding", decoded.note))
    return RawText(file=name, text=text, sha256=sha256(data).hexdigest(), metadata=tuple(sorted(metadata)))
