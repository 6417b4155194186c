import codecs
import json
from hashlib import sha256
from pathlib import Path

import pytest

from counterclaim.errors import NothingToRead, PathNotFound
from counterclaim.intake import gather
from counterclaim.records import RawText, Rejection

FIRST = "The bridge over the Merl was closed on Friday after a blast that hurt four people, the council said."
CAPTION = "Police stand by the bridge in Osten, April 9, 2021. Photo: Ada Brenn"
LAST = "Nobody has claimed the attack. A spokesman for the council said that repairs would take two months."
DATE = '<meta property="article:published_time" content="2021-04-09T08:00:00Z">'
PAGE = f"""<!doctype html><html><head><title>Bridge closed after blast</title>{DATE}
<meta property="og:site_name" content="Lowland Post"><meta name="author" content="Ada Brenn">
</head><body><nav><a href="/">Home</a></nav>
<article><h1>Bridge closed after blast</h1><p>{FIRST}</p>
<figure><img src="a.jpg"><figcaption>{CAPTION}</figcaption></figure>
<p>{LAST}</p></article></body></html>"""


def one(path: Path) -> RawText | Rejection:
    (raw,) = gather([path])
    return raw


def write(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\n", "empty"),
        ("mark.txt", codecs.BOM_UTF8, "empty"),
        ("program.txt", bytes(range(256)) * 40, "binary"),
        ("zeros.txt", b"\x00" * 5000, "binary"),
        ("control.txt", b"\x01\x02\x03ab" * 500, "binary"),
        ("report.pdf", b"%PDF-1.7 \xe2\xe3", "a PDF file"),
        ("report.docx", b"PK\x03\x04rest", "a ZIP or Office file"),
        ("long.txt", b"word " * 900_000, "too long: 4,500,000 bytes"),
        ("longish.txt", b"word " * 300_000, "too long: 1,500,000 characters"),
        ("header.txt", "title: Nothing below\noutlet: Post\n\n", "empty below its header"),
        ("links.html", "<html><body><nav><a href='/'>Home</a></nav></body></html>", "no article"),
        (
            "menu.html",
            "<html><body>" + "".join(f"<a href='/{n}'>Part number {n}</a>" for n in range(30)),
            "no article",
        ),
        (
            "lost.html",
            "<html><body><p>Page not found: it has moved or never was at this place.</p>",
            "no article",
        ),
        ("no-markup.html", "", "empty"),
    ],
)
def test_what_cannot_be_read_is_rejected_with_its_reason(
    tmp_path: Path, name: str, data: bytes | str, reason: str
) -> None:
    rejection = one(write(tmp_path, name, data))
    assert isinstance(rejection, Rejection)
    assert (rejection.file, rejection.stage) == (name, "intake")
    assert reason in rejection.reason


def test_fifty_megabytes_in_one_line_are_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    rejection = one(path)
    assert isinstance(rejection, Rejection)
    assert rejection.reason.startswith("too long: 50,000,000 bytes")


@pytest.mark.parametrize(
    ("data", "text", "note"),
    [
        ("Café Öst\r\nline".encode(), "Café Öst\nline", None),
        (codecs.BOM_UTF8 + b"Marked", "Marked", None),
        (codecs.BOM_UTF16_LE + "Zwei „Worte“".encode("utf-16-le"), "Zwei „Worte“", None),
        ("No mark at all here".encode("utf-16-be"), "No mark at all here", "detected utf-16-be"),
        (
            b"The mayor\x92s \x93plan\x94 failed, he said on Monday evening.",
            "The mayor’s “plan” failed",
            "detected cp1252",
        ),
        ("“Sound” quotes — mostly, and many “of” them".encode() + b"\xe2\x80", "“Sound” quotes", "1 broken"),
    ],
)
def test_encodings(tmp_path: Path, data: bytes, text: str, note: str | None) -> None:
    raw = one(write(tmp_path, "a.txt", data))
    assert isinstance(raw, RawText)
    assert raw.text.startswith(text)
    assert raw.sha256 == sha256(data).hexdigest()
    found = dict(raw.metadata).get("encoding")
    assert found is None if note is None else found is not None and found.startswith(note)


def test_other_encodings_are_detected(tmp_path: Path) -> None:
    text = "Губернатор заявил, что переговоры прошли успешно и завершатся на следующей неделе. " * 5
    raw = one(write(tmp_path, "a.txt", text.encode("koi8-r")))
    assert isinstance(raw, RawText)
    assert raw.text == text


def test_page_gives_text_captions_and_metadata(tmp_path: Path) -> None:
    raw = one(write(tmp_path, "page.html", PAGE))
    assert isinstance(raw, RawText)
    metadata = dict(raw.metadata)
    assert (metadata["title"], metadata["outlet"], metadata["byline"], metadata["published"]) == (
        "Bridge closed after blast",
        "Lowland Post",
        "Ada Brenn",
        "2021-04-09",
    )
    assert metadata["captions"] == CAPTION
    assert metadata["captions"] in raw.text.split("\n\n")
    assert "Home" not in raw.text


def test_a_date_in_a_page_s_text_is_not_its_date(tmp_path: Path) -> None:
    page = PAGE.replace(DATE, "")
    raw = one(write(tmp_path, "page.html", page))
    assert isinstance(raw, RawText)
    assert "published" not in dict(raw.metadata)


def test_markup_that_breaks_the_extraction_takes_no_other_file_along(tmp_path: Path) -> None:
    broken = (
        "<svg onload=x>\n<![CDATA[ one &#xD800;<meta property='og:title' content='x'> two <figure> three "
    )
    (tmp_path / "a.html").write_text(broken, "utf-8")
    (tmp_path / "b.txt").write_text("The bridge at Osten was closed on Friday.", "utf-8")
    first, second = gather([tmp_path])
    assert isinstance(first, Rejection)
    assert isinstance(second, RawText)


def test_page_in_the_encoding_it_declares(tmp_path: Path) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="iso-8859-2">').replace("Osten", "Ostrów")
    raw = one(write(tmp_path, "page.html", page.encode("iso-8859-2")))
    assert isinstance(raw, RawText)
    assert "Ostrów" in raw.text


def test_lines_of_json(tmp_path: Path) -> None:
    first = {
        "text": "Ten people died.\r\nMore later.",
        "id": "a1",
        "title": "T",
        "site": "Post",
        "tags": ["x"],
    }
    lines = [
        json.dumps(first),
        "",
        "{broken",
        '["no object"]',
        '{"title": "no text"}',
        '{"text": "  "}',
        '{"text": "Good."}',
    ]
    outcomes = list(gather([write(tmp_path, "in.jsonl", "\n".join(lines))]))
    by_file = {outcome.file: outcome for outcome in outcomes}
    good = by_file["a1"]
    assert isinstance(good, RawText)
    assert good.text == "Ten people died.\nMore later."
    assert good.sha256 == sha256(lines[0].encode()).hexdigest()
    assert good.metadata == (("outlet", "Post"), ("tags", '["x"]'), ("title", "T"))
    assert isinstance(by_file["in.jsonl:7"], RawText)
    reasons = {o.file: o.reason for o in outcomes if isinstance(o, Rejection)}
    assert reasons == {
        "in.jsonl, line 3": "not valid JSON: Expecting property name enclosed in double quotes at column 2",
        "in.jsonl, line 4": "not a JSON object: one article a line is needed",
        "in.jsonl, line 5": "`text` is missing or is no string",
        "in.jsonl, line 6": "empty",
    }


def test_a_line_too_long_does_not_take_the_next_along(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(b'{"text": "' + b"x" * 9_000_000 + b'"}\n{"text": "Short one.", "id": "short"}\n')
    long, short = gather([path])
    assert isinstance(long, Rejection)
    assert "bytes in one line" in long.reason
    assert isinstance(short, RawText)


def test_folders_are_read_in_order_without_hidden_and_unknown_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", ".hidden.txt", ".git/x.txt", "photo.jpg", "notes.xyz"):
        write(tmp_path, name, "Some words.")
    write(tmp_path, "old.pdf", b"%PDF-1.4")
    outcomes = list(gather([tmp_path]))
    assert [outcome.file for outcome in outcomes] == ["a/z.md", "b.txt", "old.pdf"]
    assert isinstance(outcomes[2], Rejection)
    assert "only .txt, .md, .html and .jsonl" in outcomes[2].reason


def test_a_file_named_by_itself_is_tried_whatever_its_suffix(tmp_path: Path) -> None:
    assert isinstance(one(write(tmp_path, "notes.xyz", "Some words.")), RawText)


def test_a_file_named_twice_is_read_once_and_like_names_are_told_apart(tmp_path: Path) -> None:
    one_file, other = write(tmp_path, "x/a.txt", "One."), write(tmp_path, "y/a.txt", "Two.")
    outcomes = list(gather([one_file, tmp_path / "x", other]))
    assert [outcome.file for outcome in outcomes] == [one_file.as_posix(), other.as_posix()]


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PathNotFound, match="no such file or folder"):
        gather([tmp_path / "nowhere"])


@pytest.mark.parametrize("path", ["", "a\x00b", "x" * 5000])
def test_a_path_that_no_system_could_hold(path: str) -> None:
    with pytest.raises(PathNotFound, match="no such file or folder"):
        gather([path])


def test_a_folder_with_nothing(tmp_path: Path) -> None:
    write(tmp_path, "photo.jpg", b"\xff\xd8\xff")
    with pytest.raises(NothingToRead, match="nothing to read"):
        gather([tmp_path])
