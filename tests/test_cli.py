import csv
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

import counterclaim
from counterclaim.cli import main

FIRST = (
    "A blast on the bridge over the Merl killed at least 12 people in Osten on Friday, the ministry said. "
    "The ministry accused the Highland Army of the attack. The Highland Army denied it."
)
SECOND = (
    "At least 31 people were killed on Friday when a blast tore through the bridge over the Merl in Osten, "
    "the Red Cross said. The Highland Army said that the ministry's own guards had laid the charge."
)
FLASH = "OSTEN POLICE SAY AT LEAST TWELVE PEOPLE WERE KILLED IN A BLAST ON A BRIDGE OVER THE MERL ON FRIDAY"
ARABIC = "قتل أربعة أشخاص في انفجار على الجسر يوم الجمعة وقالت الشرطة إن رجلين احتجزا بعد الهجوم"


@pytest.fixture
def accounts(tmp_path: Path) -> Path:
    folder = tmp_path / "accounts"
    folder.mkdir()
    (folder / "first.txt").write_text(f"outlet: Lowland Post\npublished: 2021-04-09\n\n{FIRST}")
    (folder / "second.txt").write_text(f"outlet: Merl Times\npublished: 2021-04-10\n\n{SECOND}")
    return folder


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def run(arguments: Sequence[str | Path]) -> int:
    return main([str(argument) for argument in arguments])


@pytest.mark.models
@pytest.mark.parametrize(
    ("chosen", "best", "rule"), [(None, None, None), ("acled", 12, "acled"), ("airwars", 24, "airwars")]
)
def test_a_vague_word_is_a_number_by_the_rule_that_was_chosen_and_the_rule_is_kept(
    tmp_path: Path, chosen: str | None, best: float | None, rule: str | None
) -> None:
    (tmp_path / "account.txt").write_text(
        "Dozens of people were killed on the bridge in Osten, the ministry said."
    )
    choice = ["--vague", chosen] if chosen else []
    assert run(["read", tmp_path / "account.txt", "-o", tmp_path / "out", "-q", *choice]) == 0
    dossier = json.loads((tmp_path / "out" / "dossier.json").read_text("utf-8"))
    (figure,) = dossier["figures"]
    assert (figure["text"], figure["vague"], figure["low"]) == ("Dozens", "dozens", 12)
    assert (figure["best"], figure["rule"]) == (best, rule)
    assert dict(dossier["run"]["settings"])["vague"] == (chosen or "none")
    with (tmp_path / "out" / "figures.csv").open(encoding="utf-8-sig", newline="") as table:
        (row,) = csv.DictReader(table)
    assert row["rule"] == (rule or "")


@pytest.mark.models
def test_one_story(accounts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "deep" / "out"
    assert run(["read", accounts, "-o", out, "--one-story"]) == 0
    printed = capsys.readouterr()
    assert "1 story, 2 articles, " in printed.out
    assert f"look at {out / 'dossier.html'}" in printed.out
    assert printed.err == ""
    assert "\x1b" not in printed.out
    dossier = json.loads((out / "dossier.json").read_text("utf-8"))
    assert dossier["schema"] == "counterclaim/dossier/1"
    assert [article["outlet"] for article in dossier["articles"]] == ["Lowland Post", "Merl Times"]
    assert "<html" in (out / "dossier.html").read_text("utf-8").lower()
    tables = list(out.glob("*.csv"))
    assert tables
    for table in tables:
        with table.open(newline="", encoding="utf-8-sig") as stream:
            assert len({len(row) for row in csv.reader(stream)}) == 1
    assert names(tmp_path / "deep") == ["out", *(f"out/{name}" for name in names(out))]


@pytest.mark.models
def test_again_overwrites_its_own_and_leaves_the_rest(accounts: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "notes.txt").write_text("mine")
    assert run(["read", accounts, "-o", out, "--one-story", "-q"]) == 0
    before = {name: (out / name).read_bytes() for name in names(out)}
    assert run(["read", accounts / "second.txt", accounts, "-o", out, "--one-story", "-q"]) == 0
    assert {name: (out / name).read_bytes() for name in names(out)} == before
    assert (out / "notes.txt").read_text() == "mine"


@pytest.mark.models
def test_bad_input_is_told_and_the_rest_goes_through(
    accounts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (accounts / "arabic.txt").write_text(ARABIC, "utf-8")
    (accounts / "empty.txt").write_bytes(b"")
    (accounts / "binary.txt").write_bytes(b"\x00\x01\x02" * 999)
    (accounts / "copy.txt").write_bytes((accounts / "first.txt").read_bytes())
    (accounts / "flash.txt").write_text(FLASH)
    (accounts / "lines.jsonl").write_text("{nonsense\n")
    (accounts / "evil\x1b[31m.txt").write_bytes(b"")
    assert run(["read", accounts, "-o", tmp_path / "out", "--json", "--one-story"]) == 0
    summary = json.loads(capsys.readouterr().out)
    assert summary["stories"][0]["articles"] == 3
    reasons = {rejection["file"]: rejection["reason"] for rejection in summary["rejections"]}
    assert set(reasons) == {
        "arabic.txt", "empty.txt", "binary.txt", "first.txt", "lines.jsonl, line 1", "evil\x1b[31m.txt",
    }  # fmt: skip
    assert "Arabic" in reasons["arabic.txt"]
    assert reasons["first.txt"] == "same bytes as copy.txt, which is read once"
    assert run(["read", accounts, "-o", tmp_path / "out", "--one-story"]) == 0
    printed = capsys.readouterr().out
    assert "6 files not read:" in printed
    assert "  empty.txt: empty" in printed
    assert "\x1b" not in printed


@pytest.mark.models
def test_nothing_but_bad_input_exits_with_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "arabic.txt").write_text(ARABIC, "utf-8")
    out = tmp_path / "out"
    assert run(["read", tmp_path / "arabic.txt", "-o", out]) == 1
    assert "no article could be read; nothing was written" in capsys.readouterr().out
    assert not out.exists()
    assert run(["read", tmp_path / "arabic.txt", "-o", out, "--quiet"]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "only English is read" in printed.err


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["read", "{tmp}/nowhere", "-o", "{tmp}/out"], 2, "no such file or folder"),
        (["read", "{tmp}/bare", "-o", "{tmp}/out"], 1, "nothing to read"),
        (["read", "{tmp}/a.txt", "-o", "{tmp}/a.txt"], 2, "is a file; name a folder"),
        (["read", "{tmp}/a.txt", "-o", "{tmp}/a.txt/below"], 2, "is a file; name a folder"),
        (["read", "{tmp}/a.txt", "-o", "{tmp}/out", "--conflict", "{tmp}/a.txt"], 2, "not valid TOML"),
        (["read", "{tmp}/a.txt", "-o", "{tmp}/out", "--conflict", "{tmp}/no.toml"], 2, "no such file"),
        (["read", "{tmp}/a.txt"], 2, "--out"),
        (["read", "-o", "{tmp}/out"], 2, "PATH"),
        (["read", "{tmp}/a.txt", "-o", "{tmp}/out", "--vague", "guess"], 2, "guess"),
        (["reed"], 2, "reed"),
    ],
)
def test_misuse_is_one_line_and_an_exit_code(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, message: str
) -> None:
    (tmp_path / "bare").mkdir()
    (tmp_path / "a.txt").write_text(FIRST)
    assert run([argument.format(tmp=tmp_path) for argument in arguments]) == code
    printed = capsys.readouterr()
    assert message in printed.err
    assert "Traceback" not in printed.err
    assert printed.out == ""
    assert not (tmp_path / "out").exists()


@pytest.mark.models
def test_demo_reads_the_examples(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["demo", "-o", tmp_path / "demo"]) == 0
    printed = capsys.readouterr().out
    assert "stories, 12 articles" in printed
    assert "not read" not in printed
    assert (tmp_path / "demo" / "index.html").is_file()


@pytest.mark.models
def test_own_output_is_never_read_as_an_account(accounts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        assert run(["read", accounts, "-o", accounts, "--one-story"]) == 0
        assert "1 story, 2 articles" in capsys.readouterr().out


@pytest.mark.models
def test_fewer_stories_leave_no_stale_folders(accounts: Path, tmp_path: Path) -> None:
    out = tmp_path / "demo"
    assert run(["demo", "-o", out, "-q"]) == 0
    assert run(["read", accounts, "-o", out, "--one-story", "-q"]) == 0
    assert not (out / "index.html").exists()
    assert not [path for path in out.iterdir() if path.is_dir()]
    assert (out / "dossier.html").is_file()


def hears_interrupts() -> None:
    """Undo that a shell without job control starts what runs in the background deaf to Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.models
def test_ctrl_c_is_one_line_and_leaves_nothing(accounts: Path, tmp_path: Path) -> None:
    lines = [json.dumps({"text": f"{FIRST} Report {number}."}) for number in range(4000)]
    (accounts / "many.jsonl").write_text("\n".join(lines))
    before = names(tmp_path)
    command = [sys.executable, "-m", "counterclaim", "read", str(accounts), "-o", str(tmp_path / "out")]
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=hears_interrupts,
    )
    time.sleep(6)
    os.kill(process.pid, signal.SIGINT)
    printed, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert printed == ""
    assert told == "counterclaim: interrupted; no partial files are left\n"
    assert names(tmp_path) == before


def test_version_and_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["version"]) == 0
    assert capsys.readouterr().out == f"{counterclaim.__version__}\n"
    assert run(["schema"]) == 0
    assert json.loads(capsys.readouterr().out)["type"] == "object"


def test_help_is_quick_to_start() -> None:
    heavy = "'spacy', 'trafilatura', 'numpy'"
    code = f"import sys, counterclaim.cli; print([m for m in ({heavy}) if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
