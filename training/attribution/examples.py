"""Windows as numbers: what networks are trained on, in a file that needs neither texts nor the package."""

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
import torch

NO_OUTLET = ""
PADDED = -100
"""Tag of a word that does not count, as `cross_entropy` has it."""


@dataclass(frozen=True)
class Example:
    """A window and, where there is any, its gold.

    `ids` and `looks` a word piece; `first` the place of each word's first piece, of which number 0 stands for
    "none"; `tags` a word. `to_cue` and `to_source`, [pairs, 2]: word i may point to word j. `outlet` is
    empty for raw texts, whose `tags` mean nothing.
    """

    ids: np.ndarray
    looks: np.ndarray
    first: np.ndarray
    tags: np.ndarray
    to_cue: np.ndarray
    to_source: np.ndarray
    outlet: str

    @property
    def known(self) -> bool:
        """Whether there is gold."""
        return self.outlet != NO_OUTLET


FLAT = ("ids", "looks", "first", "tags", "to_cue", "to_source")


def save(examples: Sequence[Example], file: Path) -> None:
    """Write windows end to end, with how long each is."""
    arrays: dict[str, np.ndarray] = {"outlet": np.array([e.outlet for e in examples])}
    for name in FLAT:
        held = [getattr(e, name) for e in examples]
        arrays[name] = np.concatenate(held).astype(np.uint16)
        arrays[f"{name}:size"] = np.array([len(h) for h in held], dtype=np.uint16)
    file.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(file, **arrays)


def load(file: Path) -> list[Example]:
    """Read them."""
    with np.load(file) as arrays:
        outlets = arrays["outlet"].tolist()
        parts = []
        for name in FLAT:
            ends = np.cumsum(arrays[f"{name}:size"].astype(np.int64))[:-1]
            parts.append(np.split(arrays[name].astype(np.int64), ends))
    return [Example(*row) for row in zip(*parts, outlets, strict=True)]


def batch(examples: Sequence[Example], device: torch.device) -> dict[str, torch.Tensor]:
    """Windows padded to one size. `mask` tells pieces, `words` the words, "none" among them."""
    count = len(examples)
    pieces, words = max(len(e.ids) for e in examples), max(len(e.first) for e in examples)
    out = {
        "ids": np.zeros((count, pieces), dtype=np.int64),
        "looks": np.zeros((count, pieces), dtype=np.int64),
        "mask": np.zeros((count, pieces), dtype=np.int64),
        "first": np.zeros((count, words), dtype=np.int64),
        "words": np.zeros((count, words), dtype=bool),
        "tags": np.full((count, words), PADDED, dtype=np.int64),
        "to_cue": np.zeros((count, words, words), dtype=bool),
        "to_source": np.zeros((count, words, words), dtype=bool),
    }
    for b, e in enumerate(examples):
        out["ids"][b, : len(e.ids)] = e.ids
        out["looks"][b, : len(e.ids)] = e.looks
        out["mask"][b, : len(e.ids)] = 1
        out["first"][b, : len(e.first)] = e.first
        out["words"][b, : len(e.first)] = True
        if e.known:
            out["tags"][b, 1 : len(e.first)] = e.tags[1:]
            for name in ("to_cue", "to_source"):
                i, j = getattr(e, name).reshape(-1, 2).T
                out[name][b, i, j] = True
    return {name: torch.from_numpy(array).to(device, non_blocking=True) for name, array in out.items()}


T = TypeVar("T")

POOL = 20
"""Batches whose windows are sorted by length together: less padding, still near random."""


def batches(items: Iterable[T], *, size: int, seed: int, length: Callable[[T], int]) -> list[list[T]]:
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


def device() -> torch.device:
    """A GPU where there is one."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")
