"""What `evaluate` prints: a table a file for people, the same as JSON for programs."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from counterclaim.cli.plain import plain
from counterclaim.evaluate import Report, Score, Sheet

HEADS = ("value", "P", "R", "right", "found", "wanted", "95 %")
MOST_REJECTIONS = 10
"""Documents named that were not read; the rest are counted."""


def as_lines(report: Report) -> list[str]:
    """The tables for people."""
    lines: list[str] = []
    for sheet in report.sheets:
        lines += _sheet(sheet)
    return lines


def _sheet(sheet: Sheet) -> list[str]:
    documents = f"{sheet.documents:,} document{'' if sheet.documents == 1 else 's'}"
    lines = [f"{plain(sheet.file)}: {documents}"]
    for table in sheet.tables:
        rows = [_cells(score) for score in table.scores]
        widths = [max(map(len, column)) for column in zip((table.title, *HEADS), *rows, strict=True)]
        lines += ["", *(_line(row, widths) for row in [(table.title, *HEADS), *rows])]
    lines += [f"  {plain(note)}" for note in sheet.notes]
    if sheet.rejections:
        lines.append(f"  {len(sheet.rejections):,} not read, counted as nothing found:")
        lines += [f"    {plain(r.file)}: {plain(r.reason)}" for r in sheet.rejections[:MOST_REJECTIONS]]
        if len(sheet.rejections) > MOST_REJECTIONS:
            lines.append(f"    and {len(sheet.rejections) - MOST_REJECTIONS:,} more")
    return [*lines, ""]


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *rest = (
        cell.ljust(width) if i == 0 else cell.rjust(width)
        for i, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return "  ".join(["", first, *rest]).rstrip()


def _cells(score: Score) -> tuple[str, ...]:
    interval = f"{_number(score.low)}–{_number(score.high)}" if score.low is not None else ""
    return (
        plain(score.name),
        "–" if score.value is None else _number(score.value),
        _number(score.precision),
        _number(score.recall),
        f"{score.right:,}",
        "" if score.found is None else f"{score.found:,}",
        f"{score.wanted:,}",
        interval,
    )


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.4f}"


def as_json(report: Report) -> dict[str, Any]:
    """The tables for programs: the records as they are."""
    return asdict(report)
