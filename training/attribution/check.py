"""Scores a checkpoint or the exported model on PolNeAR's dev part, without the pipeline."""

import argparse
import importlib.util
import pickle
import sys
from pathlib import Path

import numpy as np
import torch

from counterclaim.models.tagger import attribution
from counterclaim.models.tagger.decode import Scores, linked
from counterclaim.models.tagger.place import Place
from counterclaim.models.tagger.windows import fed
from counterclaim.models.tagger.words import WordReader
from counterclaim.models.wordpiece import WordPiece

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from data import article_windows, rows  # noqa: E402
from encoder import TARGET  # noqa: E402
from net import loaded  # noqa: E402


def scores_of(path: Path, documents: list[dict]) -> list[tuple[dict, list]]:
    """Per document its windows with their scores."""
    reader = WordReader(WordPiece.from_file(TARGET / "encoder-tokenizer.json"))
    if path.suffix == ".onnx":
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

        def run(numbers):
            feed = {n: np.array([getattr(numbers, n)], dtype=np.int64) for n in ("ids", "looks", "first")}
            return [a[0] for a in session.run(None, feed)]
    else:
        net = loaded(path).eval()
        torch.set_num_threads(1)

        def run(numbers):
            ids, looks, first = (torch.tensor([getattr(numbers, n)]) for n in ("ids", "looks", "first"))
            with torch.no_grad():
                return [a[0].numpy() for a in net(ids, looks, torch.ones_like(ids), first)]

    return [
        (row, [(w, Scores(*run(fed(w)))) for w in article_windows(row["text"], reader)]) for row in documents
    ]


def figures(scored: list[tuple[dict, list]], scorer: Path) -> dict:
    """What the scorer says."""
    spec = importlib.util.spec_from_file_location("scorer", scorer)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    roles = ("source", "cue", "content")
    gold, found = {}, {}
    for row, read in scored:
        gold[row["doc"]] = (
            row["text"],
            [{r: [tuple(s) for s in a.get(r) or []] for r in roles} for a in row["attributions"]],
        )
        found[row["doc"]] = [
            {r: list(getattr(attribution(Place(w), one), r)) for r in roles}
            for w, s in read
            for one in linked(s)
        ]
    return module.score(gold, found)


def line(result: dict) -> str:
    """The figures that count."""
    names = ("who_said_what", "content_partial", "content_exact")
    parts = [f"{n} {result[n]['f1']:.3f} (p {result[n]['p']:.3f} r {result[n]['r']:.3f})" for n in names]
    parts += [f"{r} {result['tokens'][r]['f1']:.3f}" for r in ("source", "cue", "content")]
    return " | ".join(parts)


def main() -> None:
    """Score, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--keep", type=Path, help="keep the raw scores here")
    parser.add_argument("--documents", type=int, default=1000)
    args = parser.parse_args()
    scored = scores_of(args.model, rows(args.data / "dev.jsonl")[: args.documents])
    if args.keep:
        args.keep.write_bytes(pickle.dumps(scored))
    print(args.model, line(figures(scored, args.scorer)))


if __name__ == "__main__":
    main()
