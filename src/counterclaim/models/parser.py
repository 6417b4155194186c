"""spaCy's small English model behind the pipeline's `Parser`."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from counterclaim.models.gazetteer import load_gazetteer
from counterclaim.models.recase import Recaser, in_capitals, recaser
from counterclaim.records import Article, Parse, Token

BATCH = 32
"""Parts parsed together. Eight to thirty-two keep the peak near 360 MB at no loss of speed."""

LONGEST_PIECE = 6_000
"""Characters of one part that are parsed together: what reads a sentence slows down beyond a page of it."""

MISREAD = {"denie": "deny"}
"""Lemmas that the model makes of a verb where it takes it for a noun."""


class SpacyParser:
    """Parses each part of an article by itself, so that no sentence runs over into a caption.

    A part in capitals is parsed over a copy in its usual case; its tokens keep the letters of the text.
    """

    def __init__(self, nlp: Any, recase: Recaser | None = None) -> None:
        self._nlp = nlp
        self._recase = recase

    def __call__(self, articles: Iterable[Article]) -> Iterator[Parse | Exception]:
        """Parse articles in order; an article that fails gives its exception instead."""
        for article in articles:
            try:
                yield self._parse(article)
            except Exception as error:  # the caller turns it into a rejection of this article
                yield error

    def _parse(self, article: Article) -> Parse:
        pieces = [piece for part in article.parts for piece in cut(article.text, part.start, part.end)]
        tokens: list[Token] = []
        sentences: list[tuple[int, int]] = []
        docs = self._nlp.pipe(
            (self._usual(article.text[start:end]) for start, end in pieces), batch_size=BATCH
        )
        for (start, _), doc in zip(pieces, docs, strict=True):
            _append(doc, start, tokens, sentences, article.text)
        return Parse(tokens=tuple(tokens), sentences=tuple(sentences))

    def _usual(self, text: str) -> str:
        """A text in its usual case; what that takes is read when the first text in capitals comes."""
        if not in_capitals(text):
            return text
        if self._recase is None:
            self._recase = recaser(self._nlp, load_gazetteer())
        return self._recase(text)


def cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a stretch of text into pieces of at most `LONGEST_PIECE` characters.

    Where it can the cut is behind a sentence in the second half of a piece, else at white space.
    """
    pieces = []
    while end - start > LONGEST_PIECE:
        limit, half = start + LONGEST_PIECE, start + LONGEST_PIECE // 2
        at = max(text.rfind(mark, half, limit) + 1 for mark in (". ", "! ", "? "))
        at = at if at > half else text.rfind(" ", start, limit)
        at = at if at > start else limit
        pieces.append((start, at))
        start = at
    if start < end:
        pieces.append((start, end))
    return pieces


def _append(doc: Any, offset: int, tokens: list[Token], sentences: list[tuple[int, int]], text: str) -> None:
    """Append spaCy's document to tokens and sentences; tokens of white space are left out.

    `text` is the article's, whose letters the tokens keep.
    """
    index: dict[int, int] = {}
    for token in doc:
        if not token.is_space:
            index[token.i] = len(tokens) + len(index)
    new = []
    for token in doc:
        if token.i not in index:
            continue
        head = token.head
        while head.i not in index and head.head.i != head.i:
            head = head.head
        at = offset + token.idx
        letters = text[at : at + len(token)]
        new.append(
            Token(
                at, at + len(token), letters, MISREAD.get(token.lemma_, token.lemma_),
                token.pos_, token.tag_, token.dep_,
                index.get(head.i, index[token.i]), token.ent_type_, token.ent_iob_ == "B",
            )
        )  # fmt: skip
    for sentence in doc.sents:
        kept: Sequence[int] = [index[i] for i in range(sentence.start, sentence.end) if i in index]
        if kept:
            sentences.append((kept[0], kept[-1] + 1))
    tokens.extend(new)
