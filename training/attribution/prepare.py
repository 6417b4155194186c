"""Cuts texts into windows and packs the encoders: all that training needs, in one folder.

Gold windows twice: as they are, and without commas and quotation marks, as scraped news often has them.
Of the raw texts none is taken that shares wording with what is measured on.
"""

import argparse
import gzip
import json
import random
import re
import sys
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from counterclaim.models.tagger.windows import Window, fed, windows
from counterclaim.models.tagger.words import WordReader
from counterclaim.models.wordpiece import WordPiece

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from encoder import TARGET  # noqa: E402
from encoders import NAMES, pack  # noqa: E402
from examples import NO_OUTLET, Example, save  # noqa: E402

ROLES = ("source", "cue", "content")
"""In the order of their tags: 0 none, then begin and inside of each."""

STRIPPED = frozenset(',"“”„')

RAW_STRIPPED = 0.1
"""Share of raw windows that lose their commas and quotation marks."""

SHINGLE = 12
MOST_SHARED = 2
"""Runs of so many words that a raw text may share with a measured one."""

MOST_RAW = 450_000
"""Words of one raw file: none drowns the others."""

Row = dict[str, Any]


def word_reader() -> WordReader:
    """Reads words as the shipped tokenizer cuts them."""
    return WordReader(WordPiece.from_file(TARGET / "encoder-tokenizer.json"))


def rows(path: Path) -> list[Row]:
    """The records of a JSON Lines file."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8", newline="\n") as lines:
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


def example(window: Window, attributions: list[Row], outlet: str) -> Example:
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
    read = [{role: numbers(a.get(role)) for role in ROLES} for a in attributions]
    for role in ("content", "source", "cue"):
        tag = 1 + 2 * ROLES.index(role)
        for a in read:
            for span in a[role]:
                tags[span[0]] = tag
                for i in span[1:]:
                    tags[i] = tag + 1
    kind = [(t + 1) // 2 for t in tags]
    to_cue: set[tuple[int, int]] = set()
    to_source: set[tuple[int, int]] = set()
    for a in read:
        cue = [i for s in a["cue"] for i in s]
        source = [i for s in a["source"] for i in s]
        for role in ("content", "source"):
            for i in (i for s in a[role] for i in s):
                if kind[i] == 1 + ROLES.index(role):
                    to_cue.update((i, j) for j in cue or [0])
        to_source.update((i, j) for i in cue for j in source or [0])
    given = fed(window)
    flat = (np.array(sorted(pairs), dtype=np.int64).reshape(-1) for pairs in (to_cue, to_source))
    return Example(*(np.array(x) for x in (given.ids, given.looks, given.first, tags)), *flat, outlet)


def gold_examples(documents: Iterable[Row], reader: WordReader) -> Iterator[Example]:
    """Windows of marked articles, each followed by itself without marks."""
    for row in documents:
        for window in article_windows(row["text"], reader):
            yield example(window, row["attributions"], row["publisher"])
            bare = without_marks(window, row["text"])
            if bare:
                yield example(bare, row["attributions"], row["publisher"])


def raw_examples(texts: Iterable[str], reader: WordReader) -> Iterator[Example]:
    """Windows of texts that nobody has marked."""
    draw = random.Random(1)
    for text in texts:
        for window in article_windows(text, reader):
            bare = without_marks(window, text) if draw.random() < RAW_STRIPPED else []
            yield example(bare or window, [], NO_OUTLET)


def raw_texts(file: Path, *, taken: set[int]) -> Iterator[str]:
    """Texts of a file, of which each is taken once and none that shares wording with `taken`."""
    words = 0
    for row in rows(file):
        for text in [row["text"]] if "text" in row else [a["text"] for a in row.get("articles", [])[:1]]:
            marks = shingles(text)
            if not marks or len(marks & taken) > MOST_SHARED:
                continue
            taken |= marks
            words += len(text.split())
            if words > MOST_RAW:
                return
            yield text


def shingles(text: str) -> set[int]:
    """Hashes of the runs of words of a text, of which copies share many."""
    words = re.findall(r"\w+", text.lower())
    return {hash(tuple(words[i : i + SHINGLE])) for i in range(len(words) - SHINGLE + 1)}


def main() -> None:
    """Cut, pack."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder with train.jsonl.gz and dev.jsonl")
    parser.add_argument("out", type=Path)
    parser.add_argument("--raw", type=Path, nargs="*", default=[], help="JSON Lines with `text`")
    parser.add_argument("--spare", type=Path, nargs="*", default=[], help="JSON Lines to measure on")
    parser.add_argument("--wheels", type=Path, help="folder with the five packages of the base encoder")
    parser.add_argument("--documents", type=int, default=None, help="of each file, to try a recipe")
    args = parser.parse_args()
    reader = word_reader()
    train = rows(args.data / "train.jsonl.gz")[: args.documents]
    gold = list(gold_examples(train, reader))
    save(gold, args.out / "gold.npz")
    print(len(gold), "gold windows", flush=True)
    taken = set()
    for row in (*rows(args.data / "dev.jsonl"), *(r for file in args.spare for r in rows(file))):
        taken |= shingles(row["text"])
    raw = []
    for file in args.raw:
        texts = list(raw_texts(file, taken=taken))[: args.documents]
        raw += list(raw_examples(texts, reader))
        print(file.parent.name, len(texts), "texts,", len(raw), "windows in all", flush=True)
    save(raw, args.out / "raw.npz")
    for name in NAMES:
        print(pack(name, args.out, wheels=args.wheels), flush=True)


if __name__ == "__main__":
    main()
