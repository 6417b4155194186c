"""Writes the trained weights and the vectors of words as the one file that the package reads.

    python training/coreference/export.py VECTORS.npz SIEVE.npz NET.pt [NET.pt ...]

The networks are asked together, the first of them first.
Prints size and SHA-256 for `catalogue.toml`. Weights are kept as float16: the scores of pairs move by less
than a thousandth.
"""

import argparse
from hashlib import sha256
from pathlib import Path

import numpy as np
import torch

TARGET = Path(__file__).parents[2] / "src" / "counterclaim" / "models" / "weights" / "coreference.npz"


def main() -> None:
    """Read, transpose, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("vectors", type=Path)
    parser.add_argument("sieve", type=Path)
    parser.add_argument("nets", type=Path, nargs="+")
    parser.add_argument("--target", type=Path, default=TARGET)
    args = parser.parse_args()
    every = [arrays_of(net) for net in args.nets]
    arrays = {name: np.stack([one[name] for one in every]) for name in every[0]}
    with np.load(args.sieve) as held:
        arrays |= {name: held[name].astype(np.float16) for name in held}
    with np.load(args.vectors) as held:
        np.savez_compressed(args.target, **arrays, **{k: held[k] for k in ("words", "vectors", "scale")})
    data = args.target.read_bytes()
    print(f'bytes = {len(data)}, sha256 = "{sha256(data).hexdigest()}"')


def arrays_of(net: Path) -> dict[str, np.ndarray]:
    """The weights of one network as the package names and turns them."""
    arrays = {}
    for name, tensor in torch.load(net, weights_only=True).items():
        layer, kind = name.split(".")
        given = tensor.numpy()
        if kind == "weight":
            given = given.T
        if layer in ("top", "alone_top"):
            given = given.reshape(-1) if kind == "weight" else given.reshape(())
        arrays[layer if kind == "weight" else f"{layer}_bias"] = given.astype(np.float16)
    return arrays


if __name__ == "__main__":
    main()
