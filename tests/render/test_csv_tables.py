import csv
import dataclasses
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.render.codebook import COLUMNS
from counterclaim.render.tables import LONE_SURROGATE, cell, to_csvs
from invented import DOSSIER


def read(text: str) -> list[list[str]]:
    return list(csv.reader(text.splitlines(keepends=True), strict=True))


def test_every_table_has_its_columns_and_the_codebook_names_them() -> None:
    tables = to_csvs(DOSSIER)
    assert set(tables) == {f"{name}.csv" for name in COLUMNS} | {"codebook.csv"}
    told = {(row[0], row[1]) for row in read(tables["codebook.csv"])[1:]}
    for name, columns in COLUMNS.items():
        head, *rows = read(tables[f"{name}.csv"])
        assert head == [column for column, _, _ in columns]
        assert {(name, column) for column in head} <= told
        assert all(len(row) == len(head) for row in rows), name


def test_lines_end_as_rfc_4180_has_it() -> None:
    assert all(text.endswith("\r\n") for text in to_csvs(DOSSIER).values())


def test_a_statement_has_its_words_its_speaker_and_its_way() -> None:
    head, *rows = read(to_csvs(DOSSIER)["statements.csv"])
    drones = next(
        dict(zip(head, row, strict=True)) for row in rows if "drones" in row[head.index("content_text")]
    )
    assert drones["speaker"] == "residents"
    assert drones["chain"] == "residents > Harbour Radio > the article"
    assert drones["content_text"] == "two drones had circled above the pier"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("\n=x", "'\n=x"),
        ("a=1", "a=1"),
        ("", ""),
        (None, ""),
        (-12.5, "-12.5"),
        (-3, "-3"),
        (12.0, "12"),
        (True, "true"),
        ("\ud800", "\ufffd"),
    ],
)
def test_cells(value: str | float | None, written: str) -> None:
    assert cell(value) == written


@given(st.text(st.characters(codec=None), min_size=1, max_size=40))
def test_no_text_begins_a_formula_and_all_of_it_survives(text: str) -> None:
    story = dataclasses.replace(DOSSIER.rejections[0], reason=text)
    table = to_csvs(dataclasses.replace(DOSSIER, rejections=(story,)))["rejections.csv"]
    table.encode("utf-8")
    written = list(csv.reader(io.StringIO(table, newline="")))[1][2]
    assert written.removeprefix("'") == LONE_SURROGATE.sub("\ufffd", text).removeprefix("'")
    assert not written.startswith(("=", "+", "-", "@", "\t", "\r"))
