"""Windows: paragraphs packed until the encoder's room is used."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from counterclaim.models.tagger.words import Word

PIECES = 224
"""Word pieces of a window, the marks for its start and the paragraphs' ends included."""

START, END = 101, 102
"""The vocabulary's [CLS] and [SEP]."""

SENTENCE_ENDS = frozenset(".!?")

Window = list[list[Word]]
"""Paragraphs, or pieces of one that is longer than a window."""


@dataclass(frozen=True, slots=True)
class Fed:
    """A window as the model takes it.

    `ids` and `looks`: one number a piece; `looks` is 0 for the marks, else 1 + the word's look.
    `first`: 0, which stands for "none", then the place of each word's first piece.
    """

    ids: list[int]
    looks: list[int]
    first: list[int]


def windows(paragraphs: Iterable[Sequence[Word]], text: str) -> Iterator[Window]:
    """Pack paragraphs in their order. One that fills more than a window is cut where a sentence ends."""
    window: Window = []
    room = PIECES - 1
    for paragraph in paragraphs:
        for part in cut(paragraph, text):
            size = 1 + sum(len(w.pieces) for w in part)
            if size > room and window:
                yield window
                window, room = [], PIECES - 1
            window.append(part)
            room -= size
    if window:
        yield window


def cut(paragraph: Sequence[Word], text: str) -> Iterator[list[Word]]:
    """Parts of a paragraph that each fit into a window."""
    part: list[Word] = []
    size, last = 0, 0
    for word in paragraph:
        start, _, pieces, _ = word
        while size + len(pieces) > PIECES - 2:
            at = last or len(part)
            yield part[:at]
            part = part[at:]
            size, last = sum(len(w.pieces) for w in part), 0
        part.append(word)
        size += len(pieces)
        if text[start] in SENTENCE_ENDS:
            last = len(part)
    if part:
        yield part


def fed(window: Window) -> Fed:
    """The numbers of a window."""
    ids, looks, first = [START], [0], [0]
    for paragraph in window:
        for _, _, pieces, look in paragraph:
            first.append(len(ids))
            ids += pieces
            looks += [1 + look] * len(pieces)
        ids.append(END)
        looks.append(0)
    return Fed(ids=ids, looks=looks, first=first)
