"""A gazetteer of a user's own, made of a small invented dump in GeoNames' layout."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from counterclaim.cli import main
from counterclaim.errors import OutputError, PathNotFound, SettingsError
from counterclaim.models.gazetteer import SqliteGazetteer, load_gazetteer
from counterclaim.models.gazetteer_dump import build
from counterclaim.models.gazetteer_file import Row, write_rows


def line(
    id: int, name: str, others: str, lat: float, lon: float, sort: str, code: str, country: str,
    admin1: str = "01", people: int = 0,
) -> str:  # fmt: skip
    fields = [
        str(id), name, name, others, str(lat), str(lon), sort, code, country, "", admin1, "", "", "",
        str(people), "", "120", "Etc/Nowhere", "2031-01-01",
    ]  # fmt: skip
    return "\t".join(fields)


DUMP = [
    line(1, "Karsavia", "Republic of Karsavia,KV", 10.0, 20.0, "A", "PCLI", "KV", "00", 900_000),
    line(2, "Vessen", "Wessen,Весен", 10.5, 20.5, "P", "PPLC", "KV", people=120_000),
    line(3, "Vessen", "", 11.9, 21.9, "P", "PPL", "KV", "02", people=900),
    line(4, "Old Mill", "", 10.51, 20.51, "P", "PPLX", "KV"),
    line(5, "Tarn River", "Tarn", 10.2, 20.2, "H", "STM", "KV"),
    line(6, "Vessen Air Base", "", 10.6, 20.6, "S", "AIRB", "KV"),
    line(7, "Corner Shop", "", 10.5, 20.5, "S", "RET", "KV"),
    line(8, "Northmark", "", 11.5, 20.5, "A", "ADM1", "KV", "02"),
    line(9, "Mill Lane", "", 10.5, 20.5, "R", "RD", "KV"),
]


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    file = tmp_path / "KV.txt"
    file.write_text("\n".join(DUMP) + "\n\n", encoding="utf-8")
    return file


def made(dump: Path, tmp_path: Path, **more: object) -> SqliteGazetteer:
    target = tmp_path / "own.sqlite"
    build(dump, target, **more)  # type: ignore[arg-type]
    return SqliteGazetteer(target)


def test_a_dump_becomes_a_gazetteer(dump: Path, tmp_path: Path) -> None:
    own = made(dump, tmp_path)
    assert [(e.id, e.kind, e.population) for e in own("Vessen")] == [
        ("2", "P.PPLC", 120_000),
        ("3", "P.PPL", 900),
    ]
    assert [e.id for e in own("wessen")] == ["2"]
    assert [e.id for e in own("Весен")] == ["2"]
    assert own("Vessen")[0].point == (10.5, 20.5)
    assert own("Vessen")[1].admin1 == "02"


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("Karsavia", {"A.PCLI"}),
        ("iso:kv", {"A.PCLI"}),
        ("Tarn", {"H.STM"}),
        ("Vessen Air Base", {"S.AIRB"}),
        ("Northmark", {"A.ADM1"}),
        ("Old Mill", {"P.PPLX"}),
        ("Corner Shop", set()),
        ("Mill Lane", set()),
    ],
)
def test_what_is_kept_of_a_dump(dump: Path, tmp_path: Path, name: str, kinds: set[str]) -> None:
    assert {e.kind for e in made(dump, tmp_path)(name)} == kinds


def test_names_beside_the_dump_are_added(dump: Path, tmp_path: Path) -> None:
    names = tmp_path / "alternateNamesV2.txt"
    names.write_text(
        "1\t2\ten\tPort Vessen\t1\t\t\t\t\t\n2\t2\tlink\tsome page\t\t\t\t\t\t\n3\t99\ten\tNobody\n"
    )
    codes = tmp_path / "admin1CodesASCII.txt"
    codes.write_text("KV.02\tThe North March\tNorth March\t8\n")
    own = made(dump, tmp_path, alternate_names=names, admin_codes=[codes])
    assert [e.id for e in own("Port Vessen")] == ["2"]
    assert [e.id for e in own("North March")] == ["8"]
    assert own("some page") == own("Nobody") == ()


def test_the_same_dump_gives_the_same_bytes(dump: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one.sqlite", tmp_path / "two.sqlite"
    build(dump, one)
    build(dump, two)
    assert one.read_bytes() == two.read_bytes()


def test_a_users_gazetteer_comes_before_the_embedded_one(dump: Path, tmp_path: Path) -> None:
    made(dump, tmp_path)
    both = load_gazetteer(tmp_path / "own.sqlite")
    assert both("Vessen")[0].country == "KV"
    assert both("Aleppo")[0].country == "SY"
    assert [e.population for e in both("Vessen")] == sorted(
        (e.population for e in both("Vessen")), reverse=True
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [("a\tb\tc\n", "line 1: not the 19 columns"), ("", "no place"), ("x\n" * 3, "line 1"), (line(7, "S", "", 1, 1, "S", "RET", "KV"), "no place"), (line(8, "P", "", 999, 1, "P", "PPL", "KV"), "line 1: no latitude and longitude: 999")],
)  # fmt: skip
def test_a_file_in_another_layout_is_one_line(tmp_path: Path, text: str, says: str) -> None:
    file, target = tmp_path / "odd.txt", tmp_path / "own.sqlite"
    file.write_text(text)
    with pytest.raises(SettingsError, match=says):
        build(file, target)
    assert [p.name for p in tmp_path.iterdir()] == ["odd.txt"]


def test_a_missing_file_and_an_unwritable_place_are_told(dump: Path, tmp_path: Path) -> None:
    with pytest.raises(PathNotFound):
        build(tmp_path / "none.txt", tmp_path / "own.sqlite")
    with pytest.raises(OutputError):
        build(dump, tmp_path / "no" / "folder" / "own.sqlite")
    with pytest.raises(PathNotFound):
        load_gazetteer(tmp_path / "none.sqlite")
    with pytest.raises(SettingsError, match="gazetteer build"):
        load_gazetteer(dump)


def test_ctrl_c_leaves_nothing(dump: Path, tmp_path: Path) -> None:
    def interrupt(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(dump, tmp_path / "own.sqlite", report=interrupt)
    assert [p.name for p in tmp_path.iterdir()] == ["KV.txt"]


def test_an_older_gazetteer_stays_when_the_new_one_fails(dump: Path, tmp_path: Path) -> None:
    target = tmp_path / "own.sqlite"
    build(dump, target)
    before = target.read_bytes()
    dump.write_text("broken\n")
    with pytest.raises(SettingsError):
        build(dump, target)
    assert target.read_bytes() == before


def test_the_command_builds_and_tells(dump: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "own.sqlite"
    assert main(["gazetteer", "build", str(dump), "--out", str(target)]) == 0
    assert "7 places" in capsys.readouterr().out
    assert main(["gazetteer", "build", str(tmp_path / "none.txt"), "--out", str(target)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_only_the_most_populous_of_a_name_are_kept(tmp_path: Path) -> None:
    def rows() -> Iterator[Row]:
        for n in range(60):
            yield Row(str(n), "Santa Vera", 1.0, float(n), "P.PPL", "KV", "", n, "", ("Santa Vera",))

    target = tmp_path / "many.sqlite"
    assert write_rows(target, rows()) == 60
    found = SqliteGazetteer(target)("santa vera")
    assert [e.population for e in found] == list(range(59, 19, -1))
    with sqlite3.connect(target) as base:
        assert base.execute("SELECT count(*) FROM places").fetchone() == (60,)
