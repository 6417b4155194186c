from pathlib import Path

import pytest

from counterclaim.errors import PathNotFound, SettingsError
from counterclaim.intake.conflict import read_conflict
from counterclaim.records import KnownActor

GOOD = """
[[actor]]
name = "Highland Army"
kind = "armed_group"
aliases = ["HA", "the highlanders"]
side = "Highland"

[[actor]]
name = "Water Board"
"""


def test_actors_are_read(tmp_path: Path) -> None:
    path = tmp_path / "c.toml"
    path.write_text(GOOD)
    assert read_conflict(path) == (
        KnownActor(
            name="Highland Army", kind="armed_group", aliases=("HA", "the highlanders"), side="Highland"
        ),
        KnownActor(name="Water Board", kind="organisation"),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[actor", "not valid TOML"),
        ("", "no .*actor.* table"),
        ("[[actors]]\nname = 'x'", "unknown key 'actors'"),
        ("actor = [1]", "no table"),
        ("[[actor]]\nnick = 'x'", "actor 1 has an unknown key 'nick'"),
        ("[[actor]]\nkind = 'state'", "has no name"),
        ("[[actor]]\nname = 'x'\nkind = 'tribe'", "kind must be one of"),
        ("[[actor]]\nname = 'x'\naliases = 'y'", "aliases must be a list"),
        ("[[actor]]\nname = 'x'\nside = 3", "side must be a name"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "c.toml"
    path.write_text(text)
    with pytest.raises(SettingsError, match=message):
        read_conflict(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PathNotFound):
        read_conflict(tmp_path / "no.toml")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be opened"):
        read_conflict(tmp_path)
