"""Trains a network on gold attributions."""

import argparse
import math
import random
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import torch

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from examples import Example, batch, batches, device, load  # noqa: E402
from fit import fit  # noqa: E402
from net import Net, build, loss, save  # noqa: E402

BATCH = 32
RATES = {"six": (3e-4, 1e-3), "twelve": (2e-4, 1e-3), "base": (6e-5, 6e-4)}
"""Peaks for the encoder and for the heads."""

STRIP = 0.12
"""Share of windows that lose commas and quotation marks, as scraped news often has."""


def step(net: Net, items: Sequence[Example]) -> torch.Tensor:
    """The loss of a batch."""
    return loss(net, batch(items, device()))


def main() -> None:
    """Read, train, save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", type=Path, help="what `prepare.py` made")
    parser.add_argument("out", type=Path, help="the checkpoint")
    parser.add_argument("--encoder", default="six", help="six, twelve or base, and layers: six:0,2,3,5")
    parser.add_argument("--without", default="", help="an outlet whose articles are left out")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=math.inf, help="end by the clock, if sooner")
    parser.add_argument("--steps", type=int, default=0, help="stop after so many, to try a recipe")
    args = parser.parse_args()
    gold = load(args.work / "gold.npz")
    pairs = [p for p in zip(gold[::2], gold[1::2], strict=True) if p[0].outlet != args.without]
    print(len(pairs), "windows", flush=True)
    net = build(args.encoder, args.work, seed=args.seed)

    def steps(epoch: int) -> list[partial[torch.Tensor]]:
        seed = args.seed * 100 + epoch
        draw = random.Random(seed)
        drawn = [stripped if draw.random() < STRIP else plain for plain, stripped in pairs]
        return [
            partial(step, net, part)
            for part in batches(drawn, size=BATCH, seed=seed, length=lambda e: len(e.ids))
        ]

    rates = RATES[args.encoder.partition(":")[0]]
    fit(net, steps, epochs=args.epochs, rates=rates, minutes=args.minutes, at_most=args.steps)
    save(net, args.encoder, args.out)


if __name__ == "__main__":
    main()
