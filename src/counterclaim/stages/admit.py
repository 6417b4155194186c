"""1. Raw text becomes an Article, or a Rejection that says why not."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol, Self

from counterclaim.records import Article, Part, RawText, Rejection, fingerprint


class LanguageGuesser(Protocol):
    """Tells the language of a text as an ISO 639-1 code."""

    def __call__(self, text: str) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class AdmitWords:
    """The reviewed words of `models/lexicon/admit.toml`."""

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> Self:
        """Make the words of a parsed TOML table."""
        return cls()


def admit(raw: RawText, *, language: LanguageGuesser, words: AdmitWords) -> Article | Rejection:
    """Find an article's parts, outlet, byline, genre, credits, language and published date."""
    parts = []
    at = 0
    for line in raw.text.split("\n"):
        if line.strip():
            parts.append(Part(kind="body", start=at, end=at + len(line)))
        at += len(line) + 1
    return Article(
        id=fingerprint("a", raw.sha256), file=raw.file, sha256=raw.sha256, title=None, outlet=None, byline=None,
        published=None, published_basis=None, url=None, genre="report", language="en", text=raw.text, credits=(),
        parts=tuple(parts), metadata=raw.metadata,
    )
