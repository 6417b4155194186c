"""A header at the top of a text file: metadata, and no part of the text."""

import re

UNDERSTOOD = {
    "title": "title",
    "headline": "title",
    "outlet": "outlet",
    "publication": "outlet",
    "publisher": "outlet",
    "newspaper": "outlet",
    "sitename": "outlet",
    "site": "outlet",
    "source": "outlet",
    "published": "published",
    "date": "published",
    "pubdate": "published",
    "byline": "byline",
    "author": "byline",
    "authors": "byline",
    "url": "url",
    "link": "url",
}
"""Keys as people write them, and the key that is understood further on. Where two of them mean the same,
the one named first here is taken, and the other kept under its own name."""

OTHERS = frozenset(
    {
        "agency", "category", "country", "copyright", "description", "edition", "encoding", "genre", "id",
        "keywords", "language", "lang", "layout", "licence", "license", "location", "page", "place",
        "retrieved",
        "section", "slug", "subject", "subtitle", "summary", "tags", "time", "type", "updated", "words",
    }
)  # fmt: skip
"""Further keys by which a header is known; they are kept as metadata."""

MOST_LINES = 40
"""Lines that a header may have."""

_LINE = re.compile(r"^(?P<key>[A-Za-z][A-Za-z_ -]{0,24}?)[ \t]*:(?:[ \t]+(?P<value>\S.*))?$")
_FENCE = re.compile(r"\A\s*---[ \t]*\n(?P<block>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)

Metadata = tuple[tuple[str, str], ...]


def split_header(text: str) -> tuple[Metadata, str]:
    """Metadata and text. Without a header the metadata is empty and the text unchanged.

    A header stands at the very top: either between lines of `---`, or `key: value` lines closed by a
    blank line, the first of which has a known key and none of which is anything else.
    """
    if (fence := _FENCE.match(text)) is not None:
        fields = _fields(fence["block"])
        if fields and _known(fields[0][0]):
            return understood(fields), text[fence.end() :].lstrip("\n")
    block, blank, rest = text.lstrip("\n").partition("\n\n")
    if re.match(r"\A[^\n]*\n[ \t]+\n", text):
        return (), text
    fields = _fields(block)
    if not fields or not _known(fields[0][0]) or 2 * sum(_known(k) for k, _ in fields) < len(fields):
        return (), text
    return understood(fields), rest.lstrip("\n") if blank else ""


def understood(fields: list[tuple[str, str]]) -> Metadata:
    """The fields under the keys that are understood, sorted; a second one of a kind keeps its own name."""
    kept: dict[str, str] = {}
    rank = {key: number for number, key in enumerate(UNDERSTOOD)}
    for key, value in sorted(fields, key=lambda field: rank.get(field[0], len(rank))):
        meant = UNDERSTOOD.get(key, key)
        name = meant if meant not in kept else key
        if value and name not in kept:
            kept[name] = value
    return tuple(sorted(kept.items()))


def _known(key: str) -> bool:
    return key in UNDERSTOOD or key in OTHERS


def _fields(block: str) -> list[tuple[str, str]]:
    """The `key: value` fields of a block, keys in lower case, or none where a line is anything else."""
    fields: list[tuple[str, str]] = []
    lines = [line for line in block.split("\n") if line.strip()]
    if len(lines) > MOST_LINES:
        return []
    for line in lines:
        if line[0] in " \t-" and fields:
            key, value = fields[-1]
            fields[-1] = (key, f"{value}, {line.strip(' -')}" if value else line.strip(" \t-"))
            continue
        found = _LINE.match(line.rstrip())
        if found is None:
            return []
        value = (found["value"] or "").strip()
        if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
            value = value[1:-1]
        fields.append((found["key"].strip().lower(), value))
    return fields
