"""What is printed at the end: how much was found, what was not read, where to look."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from counterclaim.cli.output import Written
from counterclaim.cli.plain import plain
from counterclaim.pipeline import Read
from counterclaim.records import Dossier, Standing

STANDINGS: tuple[Standing, ...] = ("disputed", "corroborated", "one_sided", "single_source")


def as_lines(outcome: Read, written: Sequence[Written], out: Path) -> list[str]:
    """The summary for people."""
    dossiers = outcome.dossiers
    lines = []
    if dossiers:
        articles = sum(len(d.articles) for d in dossiers)
        statements = sum(len(d.statements) for d in dossiers)
        counts = (
            _count(len(dossiers), "story", "stories"),
            _count(articles, "article"),
            _count(statements, "statement"),
        )
        lines.append(", ".join(counts))
    for dossier, place in zip(dossiers, written, strict=True):
        head = f"{plain(place.title)}: " if len(dossiers) > 1 else ""
        lines.append(f"  {head}{_questions(dossier)}")
        if len(dossiers) > 1:
            lines.append(f"    {plain(str(place.page))}")
    if outcome.rejections:
        lines.append(f"{_count(len(outcome.rejections), 'file')} not read:")
        lines += [f"  {plain(r.file)}: {plain(r.reason)}" for r in outcome.rejections]
    if not dossiers:
        lines.append("no article could be read; nothing was written")
    else:
        page = written[0].page if len(written) == 1 else out / "index.html"
        lines.append(f"look at {plain(str(page))}")
    return lines


def as_json(outcome: Read, written: Sequence[Written], out: Path) -> dict[str, Any]:
    """The summary for programs."""
    return {
        "out": str(out),
        "page": str(written[0].page if len(written) == 1 else out / "index.html") if written else None,
        "stories": [
            {
                "title": place.title,
                "folder": str(place.page.parent),
                "articles": len(dossier.articles),
                "statements": len(dossier.statements),
                "claims": len(dossier.claims),
                "questions": _standings(dossier),
            }
            for dossier, place in zip(outcome.dossiers, written, strict=True)
        ],
        "rejections": [{"file": r.file, "stage": r.stage, "reason": r.reason} for r in outcome.rejections],
    }


def _standings(dossier: Dossier) -> dict[str, int]:
    counted = Counter(question.standing for question in dossier.questions)
    return {standing: counted[standing] for standing in STANDINGS}


def _questions(dossier: Dossier) -> str:
    total = _count(len(dossier.questions), "question")
    kinds = ", ".join(f"{n} {standing.replace('_', '-')}" for standing, n in _standings(dossier).items() if n)
    return f"{total}: {kinds}" if kinds else total


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"
