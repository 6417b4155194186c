"""1. Raw text becomes an Article, or a Rejection that says why not."""

from collections.abc import Sequence

from counterclaim.records import Article, Part, RawText, Rejection, fingerprint
from counterclaim.stages.admit.genre import find_genre
from counterclaim.stages.admit.language import LanguageGuesser, not_english
from counterclaim.stages.admit.parts import find_parts
from counterclaim.stages.admit.provenance import agency_of, find_byline, find_credits, find_outlet
from counterclaim.stages.admit.published import find_published
from counterclaim.stages.admit.words import AdmitWords

__all__ = ["AdmitWords", "LanguageGuesser", "admit"]


def admit(raw: RawText, *, language: LanguageGuesser, words: AdmitWords) -> Article | Rejection:
    """Find an article's parts, outlet, byline, genre, credits, language and published date.

    The text is kept unchanged. What the metadata says goes before what the text says.
    """
    if not raw.text.strip():
        return Rejection(file=raw.file, stage="admit", reason="empty")
    if (refused := not_english(raw.text, language=language, words=words)) is not None:
        return Rejection(file=raw.file, stage="admit", reason=refused)
    given = dict(raw.metadata)
    parts = find_parts(
        raw.text,
        title=given.get("title"),
        byline=given.get("byline"),
        captions=frozenset(given.get("captions", "").split("\n")) - {""},
        words=words,
    )
    outlet = find_outlet(raw.text, parts, given=given.get("outlet"), words=words)
    byline = find_byline(raw.text, parts, given=given.get("byline"))
    credits = find_credits(raw.text, parts, outlet=outlet, byline=byline, words=words)
    published, basis = find_published(
        raw.text, parts, given=given.get("published"), url=given.get("url"), words=words
    )
    return Article(
        id=fingerprint("a", raw.sha256),
        file=raw.file,
        sha256=raw.sha256,
        title=given.get("title") or _headline(raw.text, parts, words),
        outlet=outlet,
        byline=byline,
        published=published,
        published_basis=basis,
        url=given.get("url"),
        genre=find_genre(
            raw.text,
            parts,
            metadata=given,
            agency=agency_of(outlet, words=words),
            credits=credits,
            words=words,
        ),
        language="en",
        text=raw.text,
        credits=credits,
        parts=parts,
        metadata=raw.metadata,
    )


def _headline(text: str, parts: Sequence[Part], words: AdmitWords) -> str | None:
    """The first headline above the body that is no section's name; one amid the body is a subheading."""
    for part in parts:
        line = text[part.start : part.end]
        if part.kind == "body":
            return None
        if part.kind == "headline" and line.strip(" :.").casefold() not in words.opinion_sections:
            return line
    return None
