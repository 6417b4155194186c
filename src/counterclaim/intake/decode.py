"""Bytes become text, or a reason why not."""

from collections.abc import Callable
from dataclasses import dataclass

import charset_normalizer

MOST_CHARACTERS = 1_000_000
"""Characters of the longest text that is read: some 160,000 words, more than any one account."""

MOST_BYTES = 4 * MOST_CHARACTERS
"""No more bytes can make that many characters in UTF-8 or UTF-16, so longer input is not decoded at all."""

SNIFFED = 65_536
"""Bytes looked at to tell binary from text and to detect an encoding."""

MOST_CONTROLS = 0.01
"""Share of control characters above which bytes are taken for binary. Text has none, programs over 5 %."""

MOST_BROKEN = 0.2
"""Broken sequences for each sound one up to which bytes that are not UTF-8 still are: UTF-8, damaged."""

FEW_HIGH_BYTES = 0.1
"""Share of bytes above 127 up to which text that is not UTF-8 is taken for Windows-1252: English with
typographic quotes. A detector has too little to go by there."""

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP or Office file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x7fELF", "a program"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Text with line feeds at line ends and without a byte-order mark, and the encoding it was in.

    `note` says what was detected or mended; it is empty for sound UTF-8.
    """

    text: str
    encoding: str
    note: str = ""


class Undecodable(Exception):
    """The bytes are no text that can be read; the text of the exception is the reason."""


def decode(data: bytes, *, declared: str | None = None, most: int = MOST_CHARACTERS) -> Decoded:
    """Decode bytes: by byte-order mark, as UTF-8, as `declared` (of a page), else by detection.

    Raises Undecodable for binary data, for nothing at all, and for more than `most` characters.
    """
    decoded = _decode(data, declared)
    text = decoded.text.replace("\r\n", "\n")
    if len(text) > most:
        raise Undecodable(too_long(len(text), "characters"))
    if not text.strip("\ufeff\x00 \t\r\n\x0b\x0c\xa0"):
        raise Undecodable("empty")
    return Decoded(text=text, encoding=decoded.encoding, note=decoded.note)


def too_long(size: int, unit: str) -> str:
    """The reason to give for input that is too long."""
    return f"too long: {size:,} {unit}; at most {MOST_CHARACTERS:,} characters of one article are read"


def _decode(data: bytes, declared: str | None) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, "replace")
            return Decoded(text=text, encoding=encoding, note=_mended(text))
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise Undecodable(f"not text but {what}")
    head = data[:SNIFFED]
    if b"\x00" in head:
        return _without_mark(data, head)
    if _share(head, _is_control) > MOST_CONTROLS:
        raise Undecodable("not text but binary data")
    try:
        return Decoded(text=data.decode("utf-8"), encoding="utf-8")
    except UnicodeDecodeError:
        pass
    if declared is not None and (decoded := _as_declared(data, declared)) is not None:
        return decoded
    return _damaged_utf8(data) or _detected(data, head)


def _without_mark(data: bytes, head: bytes) -> Decoded:
    """UTF-16 without its mark has zeros in every other place; other data with zeros is binary."""
    for encoding, zeros, letters in (
        ("utf-16-le", head[1::2], head[0::2]),
        ("utf-16-be", head[0::2], head[1::2]),
    ):
        if zeros.count(0) > 0.3 * len(zeros) and letters.count(0) < 0.01 * len(letters):
            text = data.decode(encoding, "replace")
            if "\ufffd" not in text[:-1] and _share(letters, _is_control) <= MOST_CONTROLS:
                return Decoded(text=text, encoding=encoding, note=f"detected {encoding}")
    raise Undecodable("not text but binary data")


def _as_declared(data: bytes, declared: str) -> Decoded | None:
    try:
        return Decoded(
            text=data.decode(declared), encoding=declared.lower(), note=f"declared {declared.lower()}"
        )
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def _damaged_utf8(data: bytes) -> Decoded | None:
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd") - data.count("\ufffd".encode())
    sound = sum(character > "\x7f" for character in text) - text.count("\ufffd")
    if sound == 0 or broken > MOST_BROKEN * sound:
        return None
    return Decoded(text=text, encoding="utf-8", note=_mended(text))


def _detected(data: bytes, head: bytes) -> Decoded:
    if _share(head, lambda byte: byte > 127) <= FEW_HIGH_BYTES:
        try:
            return Decoded(text=data.decode("cp1252"), encoding="cp1252", note="detected cp1252")
        except UnicodeDecodeError:
            pass
    best = charset_normalizer.from_bytes(head).best()
    if best is None:
        raise Undecodable("not text in any encoding that could be detected")
    text = data.decode(best.encoding, "replace")
    return Decoded(text=text, encoding=best.encoding, note=f"detected {best.encoding}")


def _mended(text: str) -> str:
    broken = text.count("\ufffd")
    return f"{broken} broken characters stand as \ufffd" if broken else ""


def _is_control(byte: int) -> bool:
    return byte < 32 and byte not in (9, 10, 11, 12, 13, 27)


def _share(data: bytes, test: Callable[[int], bool]) -> float:
    return sum(map(test, data)) / len(data) if data else 0.0
