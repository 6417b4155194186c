"""The house holds: who may import whom, and a core without files, clock, chance or print."""

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "counterclaim"
CORE = ("errors.py", "records.py", "pipeline.py", "values", "stages", "render")

FORBIDDEN_CALLS = frozenset({"print", "open", "input", "eval", "exec", "breakpoint", "__import__"})
FORBIDDEN_METHODS = frozenset({"now", "today", "utcnow"})
FORBIDDEN_MODULES = frozenset(
    {"time", "random", "secrets", "uuid", "logging", "threading", "multiprocessing"}
)


def core_files() -> list[Path]:
    found = [PACKAGE / name for name in CORE]
    return sorted(p for f in found for p in (f.rglob("*.py") if f.is_dir() else [f]))


def offences(source: str) -> list[str]:
    """What a module of the core may not do, by line."""
    seen = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", None)
            method = getattr(node.func, "attr", None)
            if name in FORBIDDEN_CALLS or method in FORBIDDEN_METHODS:
                seen.append(f"line {node.lineno}: {name or method}()")
        if isinstance(node, ast.Import):
            seen += [
                f"line {node.lineno}: {a.name}"
                for a in node.names
                if a.name.split(".")[0] in FORBIDDEN_MODULES
            ]
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in FORBIDDEN_MODULES:
            seen.append(f"line {node.lineno}: {node.module}")
    return seen


@pytest.mark.parametrize("file", core_files(), ids=lambda f: f.relative_to(PACKAGE).as_posix())
def test_core_has_no_files_no_clock_no_chance_no_print(file: Path) -> None:
    assert offences(file.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "print('x')",
        "open('x')",
        "import datetime\ndatetime.datetime.now()",
        "from datetime import date\ndate.today()",
        "import random",
        "from time import time",
    ],
)
def test_an_offence_is_seen(source: str) -> None:
    assert offences(source)


def lint_imports(root: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter over the package below `root`/src with the contracts of `root`/pyproject.toml."""
    program = Path(sys.executable).with_name("lint-imports")
    environment = {**os.environ, "PYTHONPATH": str(root / "src")}
    return subprocess.run(
        [program, "--no-cache"], cwd=root, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package's code and contracts, to be broken."""
    root = tmp_path_factory.mktemp("house")
    ignore = shutil.ignore_patterns("__pycache__", "*.onnx", "*.sqlite", "*.json", "examples")
    shutil.copytree(PACKAGE, root / "src" / "counterclaim", ignore=ignore)
    shutil.copy(ROOT / "pyproject.toml", root / "pyproject.toml")
    return root


def test_contracts_hold(copy: Path) -> None:
    done = lint_imports(copy)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("file", "line", "told"),
    [
        ("stages/group.py", "import counterclaim.stages.weigh", "stages never call one another"),
        ("values/acts.py", "import sqlite3", "the core touches no I/O"),
        ("records.py", "import counterclaim.pipeline", "rooms, top may use what is below"),
        ("api.py", "import counterclaim.evaluate", "rooms, top may use what is below"),
        ("utils.py", "", "rooms, top may use what is below"),
    ],
)
def test_a_break_is_caught(copy: Path, file: str, line: str, told: str) -> None:
    target = copy / "src" / "counterclaim" / file
    before = target.read_text("utf-8") if target.exists() else None
    target.write_text(f"{line}\n{before or ''}", "utf-8")
    try:
        done = lint_imports(copy)
    finally:
        if before is None:
            target.unlink()
        else:
            target.write_text(before, "utf-8")
    assert done.returncode != 0
    broken = [row for row in done.stdout.split("\n") if "BROKEN" in row]
    assert any(told in row for row in broken), done.stdout + done.stderr
