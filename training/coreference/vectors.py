"""Makes the word vectors that coreference looks words up in: MiniLM's reading of each word alone, made small.

    . .venv-training/bin/activate    # as for training/encoder.py
    python training/coreference/vectors.py OUT.npz

The words are the whole alphabetic words of MiniLM's vocabulary. Each is read by itself, the vectors are
centred, brought to `WIDTH` dimensions by their principal components and stored as int8 with one scale.
"""

import argparse
import sys
from pathlib import Path

import numpy as np
import torch
from transformers import AutoModel, AutoTokenizer

sys.path.insert(0, str(Path(__file__).parents[1]))
from encoder import source_folder

WIDTH = 64
BATCH = 256


def main() -> None:
    """Read each word, reduce, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    out: Path = parser.parse_args().out
    torch.set_num_threads(1)
    folder = source_folder()
    tokenizer = AutoTokenizer.from_pretrained(folder)
    model = AutoModel.from_pretrained(folder, attn_implementation="eager").eval()
    words = sorted(w for w in tokenizer.get_vocab() if w.isascii() and w.isalpha())
    rows = []
    with torch.inference_mode():
        for at in range(0, len(words), BATCH):
            given = tokenizer(words[at : at + BATCH], padding=True, return_tensors="pt")
            states = model(**given).last_hidden_state
            mask = given["attention_mask"][..., None]
            rows.append(torch.nn.functional.normalize((states * mask).sum(1) / mask.sum(1), dim=1).numpy())
    table = np.concatenate(rows)
    table -= table.mean(axis=0)
    values, axes = np.linalg.eigh(table.T @ table)
    small = table @ axes[:, ::-1][:, :WIDTH]
    small /= np.linalg.norm(small, axis=1, keepdims=True)
    scale = float(np.abs(small).max()) / 127
    kept = np.round(small / scale).astype(np.int8)
    share = values[::-1][:WIDTH].sum() / values.sum()
    np.savez(out, words=np.array("\n".join(words)), vectors=kept, scale=np.float32(scale))
    print(f"{len(words)} words, {share:.3f} of the variance kept")


if __name__ == "__main__":
    main()
