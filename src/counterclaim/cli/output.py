"""Writes dossiers: aside first, then into place, so that no half-written file is ever left."""

import json
import os
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from counterclaim.errors import OutputError
from counterclaim.intake.own import LIST, own_files
from counterclaim.pipeline import Progress, Read, silent
from counterclaim.records import Dossier

LONGEST_SLUG = 60
"""Characters of a story's folder name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """Where a dossier was written."""

    title: str
    page: Path


def check_out(out: Path) -> None:
    """Raise OutputError early where `out` cannot be a folder that is written to."""
    if out.exists() and not out.is_dir():
        raise OutputError(f"{out} is a file; name a folder to write to")
    holder = next(path for path in [out, *out.absolute().parents] if path.exists())
    if not holder.is_dir():
        raise OutputError(f"{holder} is a file; name a folder to write to")
    if not os.access(holder, os.W_OK | os.X_OK):
        raise OutputError(f"{holder} cannot be written to; name another folder")


def write_dossiers(outcome: Read, out: Path, *, progress: Progress = silent) -> tuple[Written, ...]:
    """Write each dossier (`dossier.json`, `dossier.html`, tables), and for several an index page.

    One story goes into `out` itself, several into a folder each. Files that an earlier run wrote and
    this one does not are taken away; others are left alone. Raises OutputError where writing fails.
    """
    check_out(out)
    slugs = _slugs(outcome.dossiers)
    aside: Path | None = None
    try:
        out.mkdir(parents=True, exist_ok=True)
        aside = _aside(out)
        names: list[str] = []
        for number, (dossier, slug) in enumerate(zip(outcome.dossiers, slugs, strict=True)):
            progress("writing", number, len(slugs))
            names += _render(dossier, aside, slug)
        if len(slugs) > 1:
            names.append(_index(outcome, aside, slugs))
        progress("writing", len(slugs), len(slugs))
        _put(aside, LIST, json.dumps(sorted(names), ensure_ascii=False, indent=1) + "\n")
        before = own_files(out)
        for name in [*names, LIST]:
            target = out / name
            target.parent.mkdir(parents=True, exist_ok=True)
            (aside / name).replace(target)
        _take_away(out, before - set(names))
    except OSError as error:
        raise OutputError(f"cannot write to {out}: {error.strerror or error}") from error
    finally:
        if aside is not None:
            shutil.rmtree(aside, ignore_errors=True)
    return tuple(
        Written(title=dossier.story.title or slug or "story", page=out / slug / "dossier.html")
        for dossier, slug in zip(outcome.dossiers, slugs, strict=True)
    )


def _render(dossier: Dossier, folder: Path, slug: str) -> list[str]:
    from counterclaim.render import html, json, tables

    files = {
        "dossier.json": json.to_json(dossier),
        "dossier.html": html.to_html(dossier),
        **tables.to_csvs(dossier),
    }
    return [_put(folder, f"{slug}/{name}" if slug else name, text) for name, text in files.items()]


def _index(outcome: Read, folder: Path, slugs: Sequence[str]) -> str:
    from counterclaim.render import index

    pages = [(f"{slug}/dossier.html", dossier) for slug, dossier in zip(slugs, outcome.dossiers, strict=True)]
    return _put(folder, "index.html", index.to_html(pages, outcome.rejections))


def _put(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", errors="replace", newline="")
    return name


def _aside(out: Path) -> Path:
    """A folder to write to before moving: next to `out`, or within it where that is another file system."""
    parent = out.absolute().parent
    beside = os.access(parent, os.W_OK | os.X_OK) and parent.stat().st_dev == out.stat().st_dev
    return Path(tempfile.mkdtemp(prefix=".counterclaim-", dir=parent if beside else out))


def _take_away(out: Path, names: Iterable[str]) -> None:
    for name in sorted(names):
        path = out / name
        if ".." in Path(name).parts or Path(name).is_absolute() or path.is_symlink() or not path.is_file():
            continue
        path.unlink()
        if path.parent != out and not any(path.parent.iterdir()):
            path.parent.rmdir()


def _slugs(dossiers: Sequence[Dossier]) -> list[str]:
    """A folder name for each story, "" for a single one."""
    if len(dossiers) == 1:
        return [""]
    slugs: list[str] = []
    for dossier in dossiers:
        ascii_title = (
            unicodedata.normalize("NFKD", dossier.story.title).encode("ascii", "ignore").decode("ascii")
        )
        words = re.findall(r"[a-z0-9]+", ascii_title.lower())
        slug = ""
        for word in words:
            if len(slug) + len(word) + 1 > LONGEST_SLUG:
                break
            slug = f"{slug}-{word}" if slug else word
        slug = slug or dossier.story.id
        taken = sum(
            other == slug or (other.startswith(f"{slug}-") and other[len(slug) + 1 :].isdigit())
            for other in slugs
        )
        slugs.append(f"{slug}-{taken + 1}" if taken else slug)
    return slugs
