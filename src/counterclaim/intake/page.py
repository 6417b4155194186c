"""A saved web page: its article as text, and the metadata it carries."""

import re
from typing import Any

from counterclaim.intake.decode import Undecodable
from counterclaim.intake.header import Metadata, understood

MOST_PAGE_BYTES = 20_000_000
"""Bytes of the longest page that is looked at; markup outweighs the text it holds."""

FEWEST_WORDS = 8
"""Words below which what was extracted is no article."""

LONGEST_NOTICE = 80
"""Words of the longest page that may be a notice; an article that quotes one of its phrases is longer."""

_NOTICE = re.compile(
    r"page not found|404 not found|page you (?:are|were) looking for|enable javascript|access denied"
    r"|forgot your password|checking your browser|are you a robot|verify (?:that )?you are (?:a )?human"
    r"|subscribe to (?:continue|read)|accept (?:all )?cookies",
    re.IGNORECASE,
)

CAPTIONS = "captions"
"""Metadata key under which a page's captions stand, a line each, as they stand in the text."""

_CHARSET = re.compile(
    rb"<meta[^>]+charset=[\"']?\s*([A-Za-z0-9_:.-]{2,40})|encoding=[\"']([A-Za-z0-9_.-]{2,40})", re.I
)
_SECTION = re.compile(
    r"<meta[^>]+(?:property|name)=[\"'](?:article:section|section|parsely-section)[\"'][^>]+content=[\"']([^\"']{1,80})",
    re.I,
)


def declared_charset(data: bytes) -> str | None:
    """The encoding that a page names in its head, if it names one."""
    found = _CHARSET.search(data[:4096])
    return (found[1] or found[2]).decode("ascii") if found is not None else None


def read_page(markup: str) -> tuple[Metadata, str]:
    """Metadata and text of a page, paragraphs parted by blank lines. Raises Undecodable without an article.

    The date comes from what the page says of itself, never from a search through its text: a
    caption's date is not the date of publication.
    """
    try:
        document, captions, links = _extracted(markup, metadata=True)
    except Exception:  # markup that breaks the search for metadata may hold an article all the same
        try:
            document, captions, links = _extracted(markup, metadata=False)
        except Exception as error:  # the libraries raise whatever comes up, and a page may hold anything
            raise Undecodable(f"the page could not be taken apart ({type(error).__name__})") from error
    text = (getattr(document, "text", None) or "").strip()
    if document is None or len(text.split()) < FEWEST_WORDS or _is_no_article(text, links):
        raise Undecodable("no article found in the page")
    paragraphs = [line.strip() for line in text.split("\n") if line.strip()]
    section = _SECTION.search(markup)
    fields = [
        ("title", document.title),
        ("byline", document.author),
        ("outlet", document.sitename),
        ("published", document.date),
        ("url", document.url),
        ("section", section[1] if section is not None else None),
        (CAPTIONS, "\n".join(line for line in paragraphs if line in captions)),
    ]
    return understood([(key, str(value).strip()) for key, value in fields if value]), "\n\n".join(paragraphs)


def _extracted(markup: str, *, metadata: bool) -> tuple[Any, list[str], list[str]]:
    """What a page holds of an article, its captions, and the texts of its links."""
    from trafilatura import (
        bare_extraction,
        load_html,
    )  # takes half a second to import, and is needed for pages alone

    tree = load_html(markup)
    captions = _captions_as_paragraphs(tree) if tree is not None else []
    links = [" ".join(a.text_content().split()) for a in tree.iter("a")] if tree is not None else []
    document = bare_extraction(
        tree,
        with_metadata=metadata,
        include_comments=False,
        include_tables=False,
        favor_precision=False,
        date_extraction_params={"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"},
    )
    return document, captions, links


def _is_no_article(text: str, links: list[str]) -> bool:
    """Whether the text is but links, or a notice that there is nothing to read."""
    linked = sum(len(link) for link in links if link and link in text)
    notice = len(text.split()) <= LONGEST_NOTICE and _NOTICE.search(text) is not None
    return notice or 2 * linked > len(text)


def _captions_as_paragraphs(tree: Any) -> list[str]:
    """Make a paragraph of each figure's caption, which extraction would drop, and give their texts."""
    captions = []
    for figure in list(tree.iter("figure")):
        words = " ".join(" ".join(c.text_content() for c in figure.iter("figcaption")).split())
        if words:
            tail = figure.tail
            figure.clear()
            figure.tag, figure.text, figure.tail = "p", words, tail
            captions.append(words)
    return captions
