"""PolNeAR as windows with tags and links."""

import gzip
import json
import random
import sys
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import torch

from counterclaim.models.tagger.windows import Window, fed, windows
from counterclaim.models.tagger.words import WordReader
from counterclaim.models.wordpiece import WordPiece

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from encoder import TARGET  # noqa: E402

ROLES = ("source", "cue", "content")
"""In the order of their tags: 0 none, then begin and inside of each."""

NO_LINK = -1
STRIPPED = frozenset(',"“”„')


@dataclass
class Example:
    """A window and its gold: a tag a word, and for the two pointers the words that each may point to."""

    ids: list[int]
    looks: list[int]
    first: list[int]
    tags: list[int]
    to_cue: dict[int, list[int]]
    to_source: dict[int, list[int]]


def word_reader() -> WordReader:
    """Reads words as the shipped tokenizer cuts them."""
    return WordReader(WordPiece.from_file(TARGET / "encoder-tokenizer.json"))


def rows(path: Path) -> list[dict]:
    """The articles of a JSON Lines file."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Lines of a text that are not blank."""
    found, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append((at, at + len(line)))
        at += len(line) + 1
    return found


def article_windows(text: str, reader: WordReader) -> list[Window]:
    """The windows of an article."""
    return list(windows([reader(text, *p) for p in paragraphs(text)], text))


def without_marks(window: Window, text: str) -> Window:
    """A window whose commas and quotation marks were lost, and with them the quotation looks."""
    found = []
    for paragraph in window:
        kept = [w for w in paragraph if text[w.start] not in STRIPPED]
        kept = [type(w)(w.start, w.end, w.pieces, w.look & ~1) for w in kept]
        if kept:
            found.append(kept)
    return found


def example(window: Window, attributions: list[dict]) -> Example:
    """Tags and links of a window. Words are numbered from 1; 0 is "none"."""
    words = [w for p in window for w in p]
    starts = [w.start for w in words]

    def numbers(spans: list[list[int]]) -> list[list[int]]:
        found = []
        for start, end in spans or []:
            i = bisect_left(starts, start)
            if i and words[i - 1].end > start:
                i -= 1
            span = []
            while i < len(words) and words[i].start < end:
                span.append(i + 1)
                i += 1
            if span:
                found.append(span)
        return found

    tags = [0] * (len(words) + 1)
    to_cue: dict[int, list[int]] = {}
    to_source: dict[int, list[int]] = {}
    read = [{role: numbers(a.get(role)) for role in ROLES} for a in attributions]
    for role in ("content", "source", "cue"):
        tag = 1 + 2 * ROLES.index(role)
        for a in read:
            for span in a[role]:
                tags[span[0]] = tag
                for i in span[1:]:
                    tags[i] = tag + 1
    kind = [(t + 1) // 2 for t in tags]
    for a in read:
        cue = [i for s in a["cue"] for i in s]
        source = [i for s in a["source"] for i in s]
        for role in ("content", "source"):
            for i in (i for s in a[role] for i in s):
                if kind[i] == 1 + ROLES.index(role):
                    to_cue.setdefault(i, []).extend(cue)
        for i in cue:
            to_source.setdefault(i, []).extend(source)
    numbersfed = fed(window)
    return Example(numbersfed.ids, numbersfed.looks, numbersfed.first, tags, to_cue, to_source)


def batch(examples: list[Example]) -> dict[str, torch.Tensor]:
    """Pad examples to one size."""
    pieces, words = max(len(e.ids) for e in examples), max(len(e.first) for e in examples)
    count = len(examples)
    out = {
        "ids": torch.zeros(count, pieces, dtype=torch.long),
        "looks": torch.zeros(count, pieces, dtype=torch.long),
        "mask": torch.zeros(count, pieces, dtype=torch.long),
        "first": torch.zeros(count, words, dtype=torch.long),
        "words": torch.zeros(count, words, dtype=torch.bool),
        "tags": torch.full((count, words), -100, dtype=torch.long),
        "to_cue": torch.zeros(count, words, words, dtype=torch.bool),
        "to_source": torch.zeros(count, words, words, dtype=torch.bool),
    }
    for b, e in enumerate(examples):
        out["ids"][b, : len(e.ids)] = torch.tensor(e.ids)
        out["looks"][b, : len(e.ids)] = torch.tensor(e.looks)
        out["mask"][b, : len(e.ids)] = 1
        out["first"][b, : len(e.first)] = torch.tensor(e.first)
        out["words"][b, : len(e.first)] = True
        out["tags"][b, 1 : len(e.first)] = torch.tensor(e.tags[1:])
        for name, links in (("to_cue", e.to_cue), ("to_source", e.to_source)):
            for i, targets in links.items():
                out[name][b, i, targets or [0]] = True
    return out


T = TypeVar("T")

Item = tuple[Window, str, list[dict]]
"""A window, the text it is cut from, and the gold of that text."""

POOL = 20
"""Batches whose windows are sorted by length together: less padding, still near random."""


def batches(items: list[T], *, size: int, seed: int, length: Callable[[T], int]) -> list[list[T]]:
    """The items once each, those of like length together, in an order that the seed gives."""
    draw = random.Random(seed)
    order = list(items)
    draw.shuffle(order)
    found = []
    for at in range(0, len(order), size * POOL):
        pool = sorted(order[at : at + size * POOL], key=length)
        found += [pool[i : i + size] for i in range(0, len(pool), size)]
    draw.shuffle(found)
    return found
