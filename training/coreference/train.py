"""Trains the networks that rank antecedents on GUM's training part, and scores each epoch on the other.

    . .venv-training/bin/activate    # torch; the package's folders src and quality are found by path
    python training/coreference/train.py EXAMPLES.pkl OUT_FOLDER

A step sees half of the mentions of one document: all that have an antecedent, and a share of the rest, which
weighs as much more. The weights that are kept are the mean of those after each epoch of the last third.
Write those of several seeds with export.py.
"""

import argparse
import pickle
import random
import sys
from pathlib import Path

import numpy as np
import torch

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE), str(ROOT / "src"), str(ROOT / "quality")]

from net import Net, loss  # noqa: E402

from coreference_metrics import Tally  # noqa: E402
from counterclaim.models.coreference.clusters import cluster  # noqa: E402

RATE = 2e-3
DECAY = 1e-2
DROP = 0.3
KEPT = 0.35
"""Share of the mentions without an antecedent that a step sees."""

NONE_WEIGHS = 0.6
"""What a mention without an antecedent weighs in the loss, against 1."""


def tensors(doc: dict, chosen: np.ndarray | slice) -> tuple[torch.Tensor, ...]:
    """Features of mentions, and of the chosen pairs with the numbers of their mentions."""
    return (
        torch.from_numpy(doc["mentions"]),
        torch.from_numpy(doc["pairs"][chosen].astype(np.float32)),
        torch.from_numpy(doc["earlier"][chosen].astype(np.int64)),
        torch.from_numpy(doc["later"][chosen].astype(np.int64)),
    )


def score(net: Net, docs: list[dict], threshold: float) -> dict[str, float]:
    """The measures on some documents."""
    net.eval()
    tally = Tally()
    with torch.inference_mode():
        for doc in docs:
            scores = net(*tensors(doc, slice(None))).numpy()
            chains = cluster(doc["known"], doc["earlier"], doc["later"], scores, threshold=threshold)
            tally.add(doc["chains"], [[doc["spans"][n] for n in chain] for chain in chains])
    net.train()
    return tally.scores()


def main() -> None:
    """Read, train, score, save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("examples", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=16)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    draw = np.random.default_rng(args.seed)
    docs = pickle.loads(args.examples.read_bytes())
    learnt, held = ([d for d in docs if d["split"] == s] for s in ("train", "dev"))
    net = Net(docs[0]["mentions"].shape[1], docs[0]["pairs"].shape[1], drop=DROP)
    steps = args.epochs * len(learnt) * 2
    optimiser = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    rate = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min(1, s / 100) * max(0.02, 1 - s / steps))
    weights = torch.tensor([1.0, NONE_WEIGHS / KEPT])
    mean = torch.optim.swa_utils.AveragedModel(net)
    for epoch in range(args.epochs):
        random.shuffle(learnt)
        for doc in learnt:
            size = len(doc["mentions"])
            has = np.zeros(size, dtype=bool)
            has[doc["later"][doc["right"]]] = True
            seen, half = has | (draw.random(size) < KEPT), draw.random(size) < 0.5
            for part in (seen & half, seen & ~half):
                chosen = part[doc["later"]]
                if not chosen.any():
                    continue
                number = torch.from_numpy(np.cumsum(part) - 1)[doc["later"][chosen].astype(np.int64)]
                right = torch.from_numpy(doc["right"][chosen].astype(np.float32))
                optimiser.zero_grad()
                loss(net(*tensors(doc, chosen)), number, right, int(part.sum()), weights).backward()
                torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
                optimiser.step()
                rate.step()
        if epoch >= args.epochs * 2 // 3:
            mean.update_parameters(net)
    torch.save(mean.module.state_dict(), args.out / f"seed{args.seed}.pt")
    for threshold in (-0.9, -0.6, -0.3):
        found = score(mean.module, held, threshold)
        print(threshold, {k: round(v, 3) for k, v in found.items()}, flush=True)


if __name__ == "__main__":
    main()
