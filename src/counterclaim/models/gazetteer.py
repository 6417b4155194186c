"""The embedded gazetteer: GeoNames' settlements, units and countries, and our own supplement, in SQLite."""

import sqlite3
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources
from pathlib import Path

from counterclaim.errors import ModelError, PathNotFound, SettingsError
from counterclaim.stages.ground.places import GazetteerEntry
from counterclaim.values.places import folded, without_article

REMEMBERED = 8192
"""Names kept after a look-up: the names of a few hundred articles, about 4 MB."""


class SqliteGazetteer:
    """Looks names up in a file made by `gazetteer_file.write_rows`, opened read-only and never locked."""

    def __init__(self, file: Path) -> None:
        if not file.is_file():
            raise ModelError(f"the gazetteer is missing: {file}; reinstall counterclaim")
        self._base = sqlite3.connect(
            f"{file.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        self._lookup = lru_cache(maxsize=REMEMBERED)(self._read)

    def __call__(self, name: str) -> Sequence[GazetteerEntry]:
        """All entries that bear the name, most populous first; without its article when none does."""
        return self._lookup(
            folded(name if name.isascii() else name.encode("utf-8", "ignore").decode("utf-8"))
        )

    def _read(self, key: str) -> tuple[GazetteerEntry, ...]:
        return self._bearing(key) or (self._bearing(bare) if (bare := without_article(key)) != key else ())

    def _bearing(self, key: str) -> tuple[GazetteerEntry, ...]:
        row = self._base.execute("SELECT ids FROM names WHERE name = ?", (key,)).fetchone()
        found = (self._entry(int(n)) for n in str(row[0]).split()) if row else ()
        return tuple(sorted(found, key=lambda entry: -entry.population))

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


class BothGazetteers:
    """A user's gazetteer before the embedded one, which adds what the user's has not."""

    def __init__(self, own: SqliteGazetteer, embedded: SqliteGazetteer) -> None:
        self._own, self._embedded = own, embedded

    def __call__(self, name: str) -> Sequence[GazetteerEntry]:
        """All entries of both that bear the name, most populous first; one id once, as the user has it."""
        own = self._own(name)
        if not own:
            return self._embedded(name)
        known = {entry.id for entry in own}
        added = [entry for entry in self._embedded(name) if entry.id not in known]
        return tuple(sorted((*own, *added), key=lambda e: -e.population))


def load_gazetteer(own: Path | None = None) -> SqliteGazetteer | BothGazetteers:
    """The gazetteer that comes with the package, and before it one made by `counterclaim gazetteer build`.

    Raises PathNotFound for a file that is not there, SettingsError for one that is no gazetteer.
    """
    embedded = SqliteGazetteer(
        Path(str(resources.files("counterclaim.models").joinpath("data", "gazetteer.sqlite")))
    )
    if own is None:
        return embedded
    if not own.is_file():
        raise PathNotFound(f"no such gazetteer: {own}")
    made = SqliteGazetteer(own)
    try:
        made("counterclaim")
    except sqlite3.DatabaseError:
        raise SettingsError(
            f"{own} is no gazetteer; make one with: counterclaim gazetteer build DUMP"
        ) from None
    return BothGazetteers(made, embedded)
