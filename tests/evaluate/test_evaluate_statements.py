import dataclasses
import json
import os
import signal
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

import pytest
from rows_of import Record, at, written

from counterclaim.cli import main
from counterclaim.evaluate import Report, evaluate
from counterclaim.pipeline import Models
from counterclaim.records import Article, Attribution, Parse

TEXT = (
    "OSTEN — The interior ministry said on Friday that twelve people had died on the bridge.\n\n"
    '"We lost two nurses," said Vera Holm, a surgeon at the hospital.\n\n'
    "She said the wounded were still in the wards."
)


def row(**more: object) -> Record:
    found = [
        {
            "source": [at(TEXT, "The interior ministry")],
            "cue": [at(TEXT, "said on Friday")],
            "content": [at(TEXT, "that twelve people had died on the bridge")],
            "speaker": "the interior ministry",
            "act": "say",
            "hedged": False,
            "anonymous": False,
            "hops": [],
        },
        {
            "source": [at(TEXT, "Vera Holm, a surgeon at the hospital")],
            "cue": [at(TEXT, "said", start=TEXT.index("nurses"))],
            "content": [at(TEXT, '"We lost two nurses,"')],
            "speaker": at(TEXT, "Vera Holm"),
        },
        {
            "source": [at(TEXT, "She")],
            "cue": [at(TEXT, "said", start=TEXT.index("She"))],
            "content": [at(TEXT, "the wounded were still in the wards")],
            "speaker": [at(TEXT, "Vera Holm")],
        },
    ]
    return {"doc": "one", "text": TEXT, "attributions": found, "publisher": "Lowland Post", **more}


def scores(report: Report, table: str = "statements") -> dict[str, float | None]:
    found = [t for sheet in report.sheets for t in sheet.tables if t.title == table]
    return {score.name: score.value for score in found[0].scores}


@pytest.mark.models
def test_rows_are_read_and_measured(models: Models, tmp_path: Path) -> None:
    data = written(tmp_path / "gold.jsonl.gz", [row(), row(doc="two", publisher="Merl Times")])
    report = evaluate("statements", data, models=models)
    assert report.sheets[0].documents == 2
    got = scores(report)
    assert got["content, half or more"] == 1.0
    assert got["who said what"] == 1.0
    details = scores(report, "of those found")
    assert details["speaker right"] == 1.0
    assert details["act right"] == 1.0
    assert "hops found" not in details
    by_outlet = scores(report, "who said what, by outlet (documents)")
    assert by_outlet == {"Lowland Post (1)": 1.0, "Merl Times (1)": 1.0}


@pytest.mark.models
def test_line_ends_and_marks_move_no_extent(models: Models, tmp_path: Path) -> None:
    text = "\ufeff" + TEXT.replace("\n", "\r\n")

    def moved(extent: list[int]) -> list[int]:
        return at(text, TEXT[slice(*extent)].replace("\n", "\r\n"), start=extent[0])

    given = row()
    for one in given["attributions"]:
        for role in ("source", "cue", "content"):
            one[role] = [moved(extent) for extent in one[role]]
        one.pop("speaker")
    report = evaluate("statements", written(tmp_path / "d.jsonl", [given | {"text": text}]), models=models)
    assert scores(report)["content tokens"] == 1.0


@pytest.mark.models
def test_a_document_that_is_not_read_counts_as_nothing_found(models: Models, tmp_path: Path) -> None:
    arabic = "وقالت الشرطة إن رجلين احتجزا بعد الهجوم الذي وقع يوم الجمعة"
    data = written(tmp_path / "gold.jsonl", [row(), row(doc="ar", text=arabic * 8)])
    report = evaluate("statements", data, models=models)
    (rejection,) = report.sheets[0].rejections
    assert rejection.file == "ar"
    assert scores(report)["who said what"] == pytest.approx(2 * 3 / (3 + 6))


@pytest.mark.models
def test_texts_may_stand_elsewhere(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bare = row(text_sha256=sha256(TEXT.encode()).hexdigest())
    del bare["text"]
    data = written(tmp_path / "gold.jsonl", [bare])
    (tmp_path / "texts").mkdir()
    written(tmp_path / "texts" / "rows.jsonl", [{"doc": "one", "text": TEXT, "title": "The bridge"}])
    (tmp_path / "plain").mkdir()
    (tmp_path / "plain" / "one.txt").write_text(TEXT)
    for folder in ("texts", "plain"):
        assert main(["evaluate", "statements", str(data), "--texts", str(tmp_path / folder), "--json"]) == 0
        printed = json.loads(capsys.readouterr().out)
        table = printed["sheets"][0]["tables"][0]
        assert table["scores"][-1]["name"] == "who said what"
        assert table["scores"][-1]["value"] == 1.0
    assert (
        main(["evaluate", "statements", str(data), "--texts", str(tmp_path / "texts"), "--limit", "1"]) == 0
    )
    printed = capsys.readouterr().out
    assert "gold.jsonl: 1 document\n" in printed
    assert "who said what" in printed


class Fixed:
    """Finds the first attribution for certain, and hardly the second, with a source that is not its own."""

    def __call__(self, article: Article, parse: Parse) -> tuple[Attribution, ...]:
        def pieces(*words: str) -> tuple[tuple[int, int], ...]:
            return tuple((start, end) for start, end in (at(article.text, w) for w in words))

        return (
            Attribution(
                source=pieces("The interior ministry"),
                cue=pieces("said on Friday"),
                content=pieces("that twelve people had died on the bridge"),
                confidence=0.95,
            ),
            Attribution(
                source=pieces("OSTEN"), cue=(), content=pieces('"We lost two nurses,"'), confidence=0.3
            ),
        )


@pytest.mark.models
def test_the_stage_that_is_borrowed_is_the_one_that_is_measured(models: Models, tmp_path: Path) -> None:
    data = written(tmp_path / "gold.jsonl", [row()])
    report = evaluate("statements", data, models=dataclasses.replace(models, tagger=Fixed()))
    (table,) = [t for t in report.sheets[0].tables if t.title == "who said what right, by confidence"]
    assert [(s.name, s.right, s.wanted) for s in table.scores] == [("0.0 to 0.5", 0, 1), ("0.9 to 1.0", 1, 1)]
    assert scores(report)["content, exact"] == pytest.approx(2 * 2 / 5)


@pytest.mark.models
def test_ctrl_c_is_one_line(tmp_path: Path) -> None:
    data = written(tmp_path / "gold.jsonl", [row(doc=str(number)) for number in range(3000)])
    command = [sys.executable, "-m", "counterclaim", "evaluate", "statements", str(data)]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=heeds_ctrl_c
    )
    time.sleep(6)
    os.kill(process.pid, signal.SIGINT)
    printed, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert printed == ""
    assert told == "counterclaim: interrupted; no partial files are left\n"


def heeds_ctrl_c() -> None:
    """A shell's background job, in which tests may run, is started deaf to it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def broken(**change: object) -> Record:
    given = row()
    given["attributions"][0] |= change
    return given


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([{"text": "a"}], "line 1: has no `attributions`; expected are statements: doc, text"),
        ([{"text": "a", "attributions": []}], "has no `doc`"),
        ([{"doc": "a", "attributions": "none"}], "holds no usable `attributions`"),
        ([{"doc": "a", "attributions": []}], "a has no `text`; name its file with --texts"),
        ([{"doc": "a", "text": TEXT, "attributions": [3]}], "without source, cue and content"),
        ([broken(content=[[3, 9000]])], "an extent [3, 9000] outside its text"),
        ([broken(content=[[9, 3]])], "an extent [9, 3] outside its text"),
        ([broken(content=[["a", 3]])], "no [start, end] where an extent stands"),
        ([broken(content="said")], "no list of [start, end]"),
        ([broken(act="mutter")], "names an act 'mutter'; acts are accuse"),
        ([broken(hedged="no")], "holds no true or false as `hedged`"),
        ([row(), row(text_sha256="00")], "line 2: the text is not the one annotated"),
    ],
)
def test_another_form_is_one_line(
    rows: list[Record], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["evaluate", "statements", str(written(tmp_path / "d.jsonl", rows))]) == 2
    printed = capsys.readouterr()
    assert told in printed.err
    assert printed.err.count("\n") == 1
    assert printed.out == ""


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("d.jsonl", b"", "holds no rows"),
        ("d.jsonl", b"[1]\n", "d.jsonl, line 1: is no JSON object"),
        ("d.jsonl", b"{\n", "d.jsonl, line 1: is not JSON"),
        ("d.jsonl", b"\xff\xfe\n", "is not JSON in UTF-8"),
        ("d.jsonl.gz", b"plain", "cannot be read"),
        ("d.json", b"{", "is not JSON"),
    ],
)
def test_what_is_no_data_is_one_line(
    name: str, content: bytes, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_bytes(content)
    assert main(["evaluate", "statements", str(tmp_path / name)]) == 2
    assert told in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["statements", "{tmp}/nowhere"], "no such file or folder"),
        (["statements", "{tmp}"], "holds no data"),
        (["statements", "{tmp}/a.jsonl", "--limit", "0"], "--limit"),
        (["statements", "{tmp}/a.jsonl", "--texts", "{tmp}/none"], "no such file or folder"),
        (["opinions", "{tmp}"], "opinions"),
        (["statements"], "DATA"),
    ],
)
def test_misuse_is_told(
    arguments: list[str], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if "a.jsonl" in "".join(arguments):
        written(tmp_path / "a.jsonl", [row()])
    assert main(["evaluate", *(a.format(tmp=tmp_path) for a in arguments)]) == 2
    assert told in capsys.readouterr().err
