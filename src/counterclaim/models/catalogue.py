"""The catalogue of models, and the check that the files at hand are those it names."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import metadata, resources, util
from pathlib import Path
from typing import Any

from counterclaim.errors import ModelError
from counterclaim.records import ModelUse

MODELS = "counterclaim.models"
BLOCK = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelFile:
    """A file of a model: its path within the package that holds it, its size in bytes, its SHA-256."""

    path: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A model of `catalogue.toml`.

    `part` is what it does here; `package` the installed package that holds its files, None: this one.
    `unfixed` are files of our own that are built anew from reviewed tables: their hash is kept with a run.
    """

    name: str
    revision: str
    part: str
    licence: str
    source: str
    trained_on: str
    weakness: str
    files: tuple[ModelFile, ...]
    package: str | None = None
    unfixed: tuple[str, ...] = ()

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> "Entry":
        """Make an entry of a parsed TOML table."""
        files = tuple(ModelFile(**file) for file in table["files"])
        return cls(**{**table, "files": files, "unfixed": tuple(table.get("unfixed", ()))})

    @property
    def use(self) -> ModelUse:
        """The entry as it is kept with a run; of several files the hash of their hashes.

        A model that any version of its package may bring has no files here: its revision is that version.
        """
        if self.package and not self.files:
            version = metadata.version(self.package)
            return ModelUse(name=self.name, revision=version, sha256="", licence=self.licence)
        folder = _folder(self.package or MODELS)
        hashes = [file.sha256 for file in self.files]
        hashes += [hash_of(folder / path) for path in self.unfixed] if folder else []
        one = hashes[0] if len(hashes) == 1 else sha256("\n".join(hashes).encode()).hexdigest()
        return ModelUse(name=self.name, revision=self.revision, sha256=one, licence=self.licence)


@cache
def entries() -> tuple[Entry, ...]:
    """Every model of the catalogue, in its order."""
    table = tomllib.loads(resources.files(MODELS).joinpath("catalogue.toml").read_text("utf-8"))
    return tuple(Entry.from_table(row) for row in table["model"])


def entry_of(part: str) -> Entry:
    """The model that does `part`. Raises ModelError if the catalogue has none."""
    for entry in entries():
        if entry.part == part:
            return entry
    raise ModelError(f"models/catalogue.toml names no model for {part!r}; reinstall counterclaim")


@cache
def checked(part: str) -> Path:
    """The folder that holds the files of the model for `part`, after one check of them all.

    Raises ModelError naming the file that is missing or differs.
    """
    entry = entry_of(part)
    folder = _folder(entry.package or MODELS)
    if folder is None:
        raise ModelError(f"the package {entry.package} is not installed: pip install --upgrade counterclaim")
    for file in entry.files:
        check(folder / file.path, file, entry)
    return folder


def check(path: Path, file: ModelFile, entry: Entry) -> None:
    """Raise ModelError unless the file at `path` is the one that the catalogue names."""
    if not path.is_file():
        raise ModelError(f"{path} of the model {entry.name} {entry.revision} is missing; reinstall it")
    found = hash_of(path)
    if found != file.sha256:
        raise ModelError(
            f"{path} is not the file of {entry.name} {entry.revision} that the catalogue names: "
            f"its SHA-256 is {found}, not {file.sha256}; reinstall it"
        )


def hash_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal digits."""
    digest = sha256()
    with path.open("rb") as stream:
        while block := stream.read(BLOCK):
            digest.update(block)
    return digest.hexdigest()


def installed(package: str) -> bool:
    """Tell whether a package can be imported, without importing it."""
    return util.find_spec(package) is not None


def official_parser_use() -> ModelUse:
    """The official `en_core_web_sm`, where a user has it: its version, and the hash of its own record."""
    folder = _folder("en_core_web_sm")
    meta = folder / "meta.json" if folder else None
    found = hash_of(meta) if meta and meta.is_file() else ""
    revision = metadata.version("en_core_web_sm")
    return ModelUse(name="en_core_web_sm (official)", revision=revision, sha256=found, licence="MIT")


@cache
def word_lists_use() -> ModelUse:
    """The word lists of `lexicon/`, with the hash of all of them."""
    folder = _folder(MODELS)
    lists = sorted((folder / "lexicon").glob("*.toml")) if folder else []
    digest = sha256("\n".join(f"{p.name} {hash_of(p)}" for p in lists).encode()).hexdigest()
    return ModelUse(name="word lists", revision=f"{len(lists)} lists", sha256=digest, licence="Apache-2.0")


def _folder(package: str) -> Path | None:
    spec = util.find_spec(package)
    return Path(spec.origin).parent if spec is not None and spec.origin else None
