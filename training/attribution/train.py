"""Trains the network on gold attributions."""

import argparse
import math
import random
import sys
from functools import partial
from pathlib import Path

import torch

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from data import Item, article_windows, batch, batches, example, rows, without_marks, word_reader  # noqa: E402
from fit import fit  # noqa: E402
from net import Net, build, loss  # noqa: E402

BATCH = 16
RATES = {"six": (2e-4, 1e-3), "twelve": (1.5e-4, 1e-3)}
"""Peaks for the encoder and for the heads."""

STRIP = 0.12
"""Share of windows that lose commas and quotation marks, as scraped news often has."""


def step(net: Net, items: list[Item], stripped: list[bool]) -> torch.Tensor:
    """The loss of a batch."""
    read = [
        (without_marks(window, text) if strip else window, gold)
        for (window, text, gold), strip in zip(items, stripped, strict=True)
    ]
    return loss(net, batch([example(window, gold) for window, gold in read if window]))


def main() -> None:
    """Read, train, save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--encoder", choices=sorted(RATES), default="six", help="layers")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=math.inf, help="end by the clock, if sooner")
    parser.add_argument("--bf16", action="store_true")
    parser.add_argument("--steps", type=int, default=0, help="stop after so many, to try a recipe")
    args = parser.parse_args()
    reader = word_reader()
    items = [
        (window, row["text"], row["attributions"])
        for row in rows(args.data / "train.jsonl.gz")
        for window in article_windows(row["text"], reader)
    ]
    print(len(items), "windows", flush=True)
    net = build(args.encoder, seed=args.seed)

    def steps(epoch: int) -> list[partial[torch.Tensor]]:
        seed = args.seed * 100 + epoch
        draw = random.Random(seed)
        return [
            partial(step, net, drawn, [draw.random() < STRIP for _ in drawn])
            for drawn in batches(items, size=BATCH, seed=seed, length=lambda i: sum(len(p) for p in i[0]))
        ]

    fit(
        net, steps, epochs=args.epochs, rates=RATES[args.encoder], out=args.out, minutes=args.minutes,
        bf16=args.bf16, at_most=args.steps,
    )  # fmt: skip


if __name__ == "__main__":
    main()
