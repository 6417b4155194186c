"""The embedded gazetteer: GeoNames' settlements, units and countries, and our own supplement, in SQLite."""

import sqlite3
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources
from pathlib import Path

from counterclaim.errors import ModelError
from counterclaim.stages.ground.places import GazetteerEntry
from counterclaim.values.places import folded, without_article

REMEMBERED = 8192
"""Names kept after a look-up: the names of a few hundred articles, about 4 MB."""


class SqliteGazetteer:
    """Looks names up in a file made by `training/gazetteer.py`, opened read-only and never locked."""

    def __init__(self, file: Path) -> None:
        if not file.is_file():
            raise ModelError(f"the gazetteer is missing: {file}; reinstall counterclaim")
        self._base = sqlite3.connect(
            f"{file.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        self._lookup = lru_cache(maxsize=REMEMBERED)(self._read)

    def __call__(self, name: str) -> Sequence[GazetteerEntry]:
        """All entries that bear the name, most populous first; without its article when none does."""
        key = folded(name.encode("utf-8", "ignore").decode("utf-8"))
        return self._lookup(key) or (self._lookup(bare) if (bare := without_article(key)) != key else ())

    def _read(self, key: str) -> tuple[GazetteerEntry, ...]:
        row = self._base.execute("SELECT ids FROM names WHERE name = ?", (key,)).fetchone()
        return tuple(self._entry(int(n)) for n in row[0].split()) if row else ()

    def _entry(self, number: int) -> GazetteerEntry:
        row = self._base.execute("SELECT * FROM places WHERE n = ?", (number,)).fetchone()
        _, id_, name, lat, lon, kind, country, admin1, population, within = row
        return GazetteerEntry(
            id=id_,
            name=name,
            latitude=None if lat is None else lat / 10_000,
            longitude=None if lon is None else lon / 10_000,
            kind=kind,
            country=country,
            admin1=admin1,
            population=population,
            within=within,
        )


def load_gazetteer() -> SqliteGazetteer:
    """The gazetteer that comes with the package."""
    return SqliteGazetteer(
        Path(str(resources.files("counterclaim.models").joinpath("data", "gazetteer.sqlite")))
    )
