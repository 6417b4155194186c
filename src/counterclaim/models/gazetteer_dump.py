"""Makes a gazetteer of a dump that a user has from GeoNames.

The columns are those of GeoNames' readme: geonameid, name, asciiname, alternatenames, latitude, longitude,
feature class, feature code, country, cc2, admin1 … admin4, population, elevation, dem, timezone, modified.
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from counterclaim.errors import OutputError, PathNotFound, SettingsError
from counterclaim.models.gazetteer_file import Row, write_rows
from counterclaim.values.places import STATE

COLUMNS = 19
STATES = frozenset({"PCL", "PCLD", "PCLF", "PCLI", "PCLIX", "PCLS"})
"""Codes of states and territories, all of them kept as one kind; PCLH is one that is no more."""

KEPT = frozenset("AHLPT")
SPOTS = frozenset(
    {"AIRB", "AIRF", "AIRP", "CMPRF", "CSTL", "DAM", "HSP", "INSM", "MFG", "MILB", "PRN", "PRT", "PS"}
)
"""What is kept of feature class S: bases, airports, camps, hospitals, plants and the like."""

NO_NAMES = frozenset({"link", "wkdt", "post", "iata", "icao", "faac", "unlc", "tcid", "phon", "piny"})
"""Languages of the table of alternate names that are codes and no names."""

REPORT_EVERY = 20_000

Report = Callable[[int, int], None]
"""Told how many bytes are read and how many there are."""


def build(
    dump: Path,
    target: Path,
    *,
    alternate_names: Path | None = None,
    admin_codes: Sequence[Path] = (),
    report: Report = lambda done, total: None,
) -> int:
    """Write a gazetteer of a GeoNames dump and return how many places it holds.

    `dump` is allCountries.txt or XX.txt; `alternate_names` alternateNamesV2.txt; `admin_codes` the tables
    admin1CodesASCII.txt and admin2Codes.txt, for their names of units. `target` appears when it is whole: on
    any failure, or Ctrl-C, nothing is left. Raises PathNotFound for a file that is not there, SettingsError
    for one in another layout, OutputError where `target` cannot be written.
    """
    for file in (dump, *admin_codes, *((alternate_names,) if alternate_names else ())):
        if not file.is_file():
            raise PathNotFound(f"no such file: {file}")
    partial = target.with_name(target.name + ".part")
    stopped = False
    try:
        more = _more_names(alternate_names, admin_codes)
        partial.unlink(missing_ok=True)
        many = write_rows(partial, _rows(dump, more, report))
        if many == 0:
            raise SettingsError(f"{dump}: no place of a GeoNames dump in it")
        partial.replace(target)
        return many
    except KeyboardInterrupt:
        stopped = True
        raise
    except (OSError, sqlite3.Error) as error:
        raise OutputError(f"cannot write {target}: {error}") from error
    finally:
        if stopped or partial.exists():
            partial.unlink(missing_ok=True)


def _rows(dump: Path, more: Mapping[str, tuple[str, ...]], report: Report) -> Iterator[Row]:
    total, done = dump.stat().st_size, 0
    with dump.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            done += len(line)
            if number % REPORT_EVERY == 0:
                report(done, total)
            if not line.strip():
                continue
            row = _row(
                line.decode("utf-8", "replace").rstrip("\r\n").split("\t"), more, f"{dump}, line {number}"
            )
            if row is not None:
                yield row
    report(total, total)


def _row(f: Sequence[str], more: Mapping[str, tuple[str, ...]], where: str) -> Row | None:
    """A line as a place, or None for what is not kept."""
    try:
        id_, name, plain, others, latitude, longitude, sort, code, country = f[:9]
        if len(f) != COLUMNS:
            raise ValueError
        point, people = (float(latitude), float(longitude)), int(f[14] or 0)
    except ValueError:
        raise SettingsError(f"{where}: not the 19 columns of a GeoNames dump, divided by tabs") from None
    if not (abs(point[0]) <= 90 and abs(point[1]) <= 180):  # which holds of no NaN either
        raise SettingsError(f"{where}: no latitude and longitude: {f[4]}, {f[5]}")
    if not (sort in KEPT or (sort == "S" and code in SPOTS)):
        return None
    kind = STATE if sort == "A" and code in STATES else f"{sort}.{code}"
    names = (name, plain, *others.split(","), *more.get(id_, ()))
    return Row(id_, name, *point, kind, country, f[10], people, "", tuple(n for n in names if n))


def _more_names(alternate: Path | None, codes: Sequence[Path]) -> Mapping[str, tuple[str, ...]]:
    """Names by the id of their place, from the tables beside a dump."""
    found: dict[str, tuple[str, ...]] = {}
    for file in codes:
        for number, f in _fields(file):
            if len(f) < 4:
                raise SettingsError(f"{file}, line {number}: not the 4 columns of GeoNames' table of units")
            found[f[3]] = (*found.get(f[3], ()), f[1], f[2])
    if alternate is not None:
        for number, f in _fields(alternate):
            if len(f) < 4:
                raise SettingsError(
                    f"{alternate}, line {number}: not the columns of GeoNames' alternate names"
                )
            if f[2] not in NO_NAMES and any(c.isascii() and c.isalpha() for c in f[3]):
                found[f[1]] = (*found.get(f[1], ()), f[3])
    return found


def _fields(file: Path) -> Iterator[tuple[int, list[str]]]:
    with file.open(encoding="utf-8", errors="replace") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield number, line.rstrip("\r\n").split("\t")
