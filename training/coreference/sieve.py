"""Trains the networks that set unlikely candidates aside, and makes pairs of what they leave.

    . .venv-training/bin/activate    # torch; the package's folders are found by path
    python training/coreference/sieve.py CANDIDATES.pkl VECTORS.npz EXAMPLES.pkl SIEVE.npz

Each of the networks sees two thirds of the texts and judges the rest, so that those that rank antecedents
learn from candidates as unsure as they will be; what is not trained on is judged by the mean of all, as in
use. A pair is right if both mentions have exactly the words of mentions of one chain.
"""

import argparse
import pickle
import sys
from pathlib import Path

import numpy as np
import torch
from torch import nn

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parents[1] / "src")]

from counterclaim.models.coreference.features import Vectors  # noqa: E402
from counterclaim.models.coreference.pair_features import PairReader  # noqa: E402
from counterclaim.models.coreference.pairs import pairs_of  # noqa: E402
from counterclaim.models.coreference.sieve import Sieve, kept, standing  # noqa: E402

FOLDS = 3
WIDTH = 96
DROP = 0.3
RATE = 2e-3
DECAY = 1e-2
EPOCHS = 12
BATCH = 128


def main() -> None:
    """Train, sift, make pairs, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("candidates", type=Path)
    parser.add_argument("vectors", type=Path)
    parser.add_argument("examples", type=Path)
    parser.add_argument("sieve", type=Path)
    args = parser.parse_args()
    torch.set_num_threads(1)
    with np.load(args.vectors) as held:
        table = held["vectors"].astype(np.float32) * held["scale"]
        vectors = Vectors(str(held["words"]).split("\n"), table)
    docs = pickle.loads(args.candidates.read_bytes())
    learnt = sorted((d for d in docs if d["split"] == "train"), key=lambda d: (d["genre"], d["doc"]))
    nets = [trained([d for n, d in enumerate(learnt) if n % FOLDS != fold], fold) for fold in range(FOLDS)]
    arrays = {name: np.stack([arrays_of(net)[name] for net in nets]) for name in arrays_of(nets[0])}
    np.savez(args.sieve, **arrays)
    whole = Sieve(*arrays.values())
    single = [Sieve(*(array[fold : fold + 1] for array in arrays.values())) for fold in range(FOLDS)]
    fold_of = {d["doc"]: n % FOLDS for n, d in enumerate(learnt)}
    for doc in docs:
        judge = single[fold_of[doc["doc"]]] if doc["doc"] in fold_of else whole
        sift(doc, judge.scores(doc["mentions"]), vectors)
    args.examples.write_bytes(pickle.dumps(docs))


def trained(docs: list[dict], seed: int) -> nn.Sequential:
    """A network that tells candidates that are in a chain from others."""
    torch.manual_seed(seed)
    rows = torch.from_numpy(np.concatenate([doc["mentions"] for doc in docs]))
    gold = [{span for chain in doc["chains"] for span in chain} for doc in docs]
    wanted = torch.tensor(
        [float(span in spans) for doc, spans in zip(docs, gold, strict=True) for span in doc["spans"]]
    )
    layers = nn.Linear(rows.shape[1], WIDTH), nn.Linear(WIDTH, 1)
    net = nn.Sequential(nn.Dropout(DROP / 2), layers[0], nn.ReLU(), nn.Dropout(DROP), layers[1])
    steps = EPOCHS * (len(rows) // BATCH)
    optimiser = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    rate = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min(1, s / 100) * max(0.02, 1 - s / steps))
    for _ in range(EPOCHS):
        order = torch.randperm(len(rows))
        for at in range(0, len(rows) - BATCH + 1, BATCH):
            chosen = order[at : at + BATCH]
            optimiser.zero_grad()
            odds = net(rows[chosen]).squeeze(1)
            nn.functional.binary_cross_entropy_with_logits(odds, wanted[chosen]).backward()
            optimiser.step()
            rate.step()
    return net.eval()


def arrays_of(net: nn.Sequential) -> dict[str, np.ndarray]:
    """The weights of a network as the package names and turns them, as exact as the package has them."""
    hidden, top = net[1], net[4]
    arrays = {
        "sieve": hidden.weight.detach().numpy().T,
        "sieve_bias": hidden.bias.detach().numpy(),
        "sieve_top": top.weight.detach().numpy().reshape(-1),
        "sieve_top_bias": top.bias.detach().numpy().reshape(()),
    }
    return {name: array.astype(np.float16).astype(np.float32) for name, array in arrays.items()}


def sift(doc: dict, scores: np.ndarray, vectors: Vectors) -> None:
    """Leave the likely candidates of a document, and add their pairs."""
    left = kept(scores)
    known = [doc["known"][number] for number in left]
    spans = [doc["spans"][number] for number in left]
    earlier, later = pairs_of(known)
    chain_of = {span: number for number, chain in enumerate(doc["chains"]) for span in chain}
    gold = np.array([chain_of.get(span, -1) for span in spans])
    mentions = np.concatenate([doc["mentions"][left], standing(known, scores[left])], axis=1)
    pairs = PairReader(known, doc.pop("tree"), vectors).features(earlier, later)
    doc.update(
        known=known, spans=spans, earlier=earlier, later=later, mentions=mentions,
        pairs=pairs.astype(np.float16), right=(gold[earlier] == gold[later]) & (gold[earlier] >= 0),
    )  # fmt: skip


if __name__ == "__main__":
    main()
