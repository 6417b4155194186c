"""How a gazetteer lies on disk: two tables of one SQLite file, written in one go."""

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from counterclaim.values.places import STATE, country_key, folded, without_article

MOST_ENTRIES = 40
"""Entries kept for one name, the most populous: nobody means the forty-first San José."""

SHORT_NAMES = frozenset({"us", "uk", "eu", "la", "dc"})
"""Names of two letters that the press uses; all others are codes."""

_TABLES = """
PRAGMA page_size=4096; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;
CREATE TABLE places(n INTEGER PRIMARY KEY, id, name, lat, lon, kind, country, admin1, population, within);
CREATE TABLE names(name TEXT PRIMARY KEY, ids TEXT) WITHOUT ROWID;
CREATE TEMP TABLE pairs(name TEXT, population INTEGER, n INTEGER);
"""
_JOIN = f"""
INSERT INTO names SELECT name, group_concat(n, ' ') FROM (
  SELECT name, n, row_number() OVER (PARTITION BY name ORDER BY population DESC, n) AS place
  FROM (SELECT DISTINCT name, population, n FROM pairs)
) WHERE place <= {MOST_ENTRIES} GROUP BY name ORDER BY name
"""


class Row(NamedTuple):
    """A place as it is written: degrees, a GeoNames feature class and code, and all its names.

    `within` names the place that holds a neighbourhood, else "".
    """

    id: str
    name: str
    latitude: float | None
    longitude: float | None
    kind: str
    country: str
    admin1: str
    population: int
    within: str
    names: Sequence[str]


def keys_of(names: Iterable[str]) -> frozenset[str]:
    """The keys under which a place is found: its names folded, with and without their articles."""
    keys = {folded(name) for name in names}
    keys |= {without_article(key) for key in keys}
    return frozenset(k for k in keys if (len(k) > 2 or k in SHORT_NAMES) and not k.isdigit())


def write_rows(target: Path, rows: Iterable[Row], *, on_row: int = 20_000) -> int:
    """Write a gazetteer and return how many places it holds; the same rows give the same bytes.

    `target` must not exist. Rows are streamed: memory does not grow with them. The file is usable only
    after the return: on any exception it must be removed.
    """
    base = sqlite3.connect(target)
    try:
        base.executescript(_TABLES)
        written = 0
        places: list[tuple[object, ...]] = []
        pairs: list[tuple[str, int, int]] = []

        def flush() -> None:
            base.executemany("INSERT INTO places VALUES(?,?,?,?,?,?,?,?,?,?)", places)
            base.executemany("INSERT INTO pairs VALUES(?,?,?)", pairs)
            places.clear()
            pairs.clear()

        for row in rows:
            places.append((
                written, row.id, row.name, _small(row.latitude), _small(row.longitude), row.kind,
                row.country, row.admin1, row.population, row.within,
            ))  # fmt: skip
            keys = keys_of(row.names) | ({country_key(row.country)} if row.kind == STATE else frozenset())
            pairs.extend((key, row.population, written) for key in sorted(keys))
            written += 1
            if written % on_row == 0:
                flush()
        flush()
        base.execute(_JOIN)
        base.execute("DROP TABLE pairs")
        base.commit()
        base.execute("VACUUM")
        return written
    finally:
        base.close()


def _small(degrees: float | None) -> int | None:
    """Ten-thousandths of a degree, 11 m: an integer of four bytes where a float takes eight."""
    return None if degrees is None else round(degrees * 10_000)
