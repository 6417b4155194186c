"""What can be used is documented: commands, options, every key of the JSON, every column of the tables."""

import json
import re
from pathlib import Path

import click
import pytest
import typer.main

import counterclaim
from counterclaim.cli import app
from counterclaim.render.json import schema

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = (ROOT / "docs" / "reference.md").read_text("utf-8")
SCHEMA = json.loads(schema())

COMMANDS: dict[str, click.Command] = dict(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
OPTIONS = [
    (name, option)
    for name, command in COMMANDS.items()
    for parameter in command.params
    if parameter.param_type_name == "option"
    for option in parameter.opts
    if option != "--help"
]


def section(heading: str) -> str:
    """What stands below a heading that begins so, up to the next one."""
    found = re.search(rf"^#+ `?{re.escape(heading)}\b.*?$(.*?)(?=^#+ |\Z)", REFERENCE, re.M | re.S)
    assert found, f"docs/reference.md has no heading {heading!r}"
    return found[1]


@pytest.mark.parametrize(("command", "option"), OPTIONS)
def test_option_is_documented(command: str, option: str) -> None:
    assert f"`{option}`" in section(f"counterclaim {command}")


@pytest.mark.parametrize("command", COMMANDS)
def test_command_is_documented(command: str) -> None:
    assert section(f"counterclaim {command}").strip()


@pytest.mark.parametrize("key", SCHEMA["properties"])
def test_key_of_the_dossier_is_documented(key: str) -> None:
    assert f"| `{key}` |" in section("dossier.json")


@pytest.mark.parametrize(
    ("record", "key"), [(name, key) for name, shape in SCHEMA["$defs"].items() for key in shape["properties"]]
)
def test_key_of_a_record_is_documented(record: str, key: str) -> None:
    assert f"| `{key}` |" in section(record)


def test_nothing_is_documented_that_is_not_there() -> None:
    for name, shape in SCHEMA["$defs"].items():
        keys = set(re.findall(r"^\| `(\w+)` \|", section(name), re.M))
        assert keys == set(shape["properties"]), name


def test_the_schema_in_the_docs_is_that_of_the_records() -> None:
    assert json.loads((ROOT / "docs" / "dossier.schema.json").read_text("utf-8")) == SCHEMA


def test_the_changelog_has_the_version() -> None:
    assert f"## [{counterclaim.__version__}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")


@pytest.mark.parametrize(
    "file", ["README.md", *sorted(p.relative_to(ROOT).as_posix() for p in ROOT.glob("docs/**/*.md"))]
)
def test_links_lead_somewhere(file: str) -> None:
    text = (ROOT / file).read_text("utf-8")
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text):
        if not target.startswith(("http:", "https:")):
            assert ((ROOT / file).parent / target).exists(), target
