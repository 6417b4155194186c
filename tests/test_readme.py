"""What the README promises: its Python runs, its files are there, its commands are those of CI."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from counterclaim.intake.conflict import read_conflict

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def blocks(language: str, file: str = "README.md") -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", (ROOT / file).read_text("utf-8"), re.M | re.S)


@pytest.mark.models
def test_the_python_example_runs_and_prints_questions() -> None:
    (code,) = blocks("python")
    assert len(code.strip().splitlines()) <= 12
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "DISPUTED" in done.stdout
    assert "— from " in done.stdout


@pytest.mark.parametrize("file", ["README.md", "docs/reference.md"])
def test_the_conflict_file_can_be_read(file: str, tmp_path: Path) -> None:
    (toml,) = blocks("toml", file)
    given = tmp_path / "conflict.toml"
    given.write_text(toml, "utf-8")
    assert read_conflict(given)[0].name == tomllib.loads(toml)["actor"][0]["name"]


def test_two_commands_do_the_set_up() -> None:
    first, second = blocks("sh")[:2]
    assert first.count("\n") == second.count("\n") == 1
    assert "counterclaim demo" in first
    assert "pytest" in second


def test_ci_runs_what_the_readme_says() -> None:
    ci = (ROOT / ".ci" / "run").read_text("utf-8")
    for promised in (
        "install -q --no-compile -c constraints.txt .",
        'counterclaim" demo -o',
        '-c constraints.txt -e ".[dev]"',
    ):
        assert promised in ci


def test_the_screenshot_is_small_enough() -> None:
    picture = ROOT / "docs" / "screenshot.png"
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert picture.stat().st_size < 400_000


def test_constraints_pin_every_dependency_and_name_no_address() -> None:
    pins = (ROOT / "constraints.txt").read_text("utf-8").lower().replace("_", "-")
    assert "://" not in pins
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    for wanted in [*project["dependencies"], *project["optional-dependencies"]["dev"]]:
        name = re.match(r"[\w-]+", wanted.lower().replace("_", "-"))
        assert name is not None
        assert re.search(rf"^{name[0]}==", pins, re.M), wanted
