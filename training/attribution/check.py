"""Scores checkpoints or the exported model on marked texts, without the pipeline."""

import argparse
import importlib.util
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import torch

from counterclaim.models.tagger import attribution
from counterclaim.models.tagger.decode import Scores, linked, log_shares
from counterclaim.models.tagger.place import Place
from counterclaim.models.tagger.windows import Fed, fed

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from examples import device  # noqa: E402
from net import loaded  # noqa: E402
from prepare import Row, article_windows, rows, word_reader  # noqa: E402

ROLES = ("source", "cue", "content")

Reader = Callable[[Fed], Scores]
"""A network: a window's numbers in, scores out."""


def reader_of(file: Path, packs: Path) -> Reader:
    """The network of a checkpoint or of an exported model."""
    if file.suffix == ".onnx":
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        session = onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])

        def exported(numbers: Fed) -> Scores:
            feed = {n: np.array([getattr(numbers, n)], dtype=np.int64) for n in ("ids", "looks", "first")}
            return Scores(*(a[0] for a in session.run(["tags", "to_cue", "to_source"], feed)))

        return exported
    net = loaded(file, packs)[0].to(device()).eval()

    def trained(numbers: Fed) -> Scores:
        ids, looks, first = (
            torch.tensor([getattr(numbers, n)], device=device()) for n in ("ids", "looks", "first")
        )
        with torch.no_grad():
            return Scores(*(a[0].cpu().numpy() for a in net(ids, looks, torch.ones_like(ids), first)))

    return trained


def mean_of(readers: Sequence[Reader]) -> Reader:
    """Several networks as one: their mean chances."""

    def mean(numbers: Fed) -> Scores:
        said = [read(numbers) for read in readers]
        return Scores(
            *(np.log(np.mean([np.exp(log_shares(getattr(s, n))) for s in said], axis=0).clip(1e-9))
              for n in ("tags", "to_cue", "to_source"))
        )  # fmt: skip

    return mean


def figures(read: Reader, documents: Sequence[Row], scorer: ModuleType) -> dict[str, Any]:
    """What the scorer says of a network's attributions."""
    words = word_reader()
    gold, found = {}, {}
    for row in documents:
        text, marked = row["text"], row["attributions"]
        gold[row["doc"]] = (text, [{r: [tuple(s) for s in a.get(r) or []] for r in ROLES} for a in marked])
        found[row["doc"]] = [
            {r: list(getattr(attribution(Place(window), one), r)) for r in ROLES}
            for window in article_windows(text, words)
            for one in linked(read(fed(window)))
        ]
    return scorer.score(gold, found)


def line(result: dict[str, Any]) -> str:
    """The figures that count."""
    names = ("who_said_what", "content_partial", "content_exact")
    parts = [f"{n} {result[n]['f1']:.3f} (p {result[n]['p']:.3f} r {result[n]['r']:.3f})" for n in names]
    parts += [f"{r} {result['tokens'][r]['f1']:.3f}" for r in ROLES]
    return " | ".join(parts)


def module(file: Path) -> ModuleType:
    """A module out of a file."""
    spec = importlib.util.spec_from_file_location(file.stem, file)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{file} is no module")
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


def main() -> None:
    """Score, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("models", type=Path, nargs="+", help="checkpoints, or .onnx")
    parser.add_argument("--gold", type=Path, nargs="+", required=True, help="JSON Lines, with attributions")
    parser.add_argument("--scorer", type=Path, required=True, help="a module with `score`")
    parser.add_argument("--work", type=Path, default=Path(), help="where the packs are")
    parser.add_argument("--mean", action="store_true", help="of the models together")
    parser.add_argument("--outlet", default="", help="articles of one outlet alone")
    parser.add_argument("--documents", type=int, default=None)
    args = parser.parse_args()
    torch.set_num_threads(1)
    scorer = module(args.scorer)
    readers = {file.stem: reader_of(file, args.work) for file in args.models}
    if args.mean:
        readers = {"mean": mean_of(list(readers.values()))}
    for file in args.gold:
        documents = [r for r in rows(file) if args.outlet in ("", r.get("publisher"))][: args.documents]
        for name, read in readers.items():
            print(name, args.outlet, file.stem, line(figures(read, documents, scorer)), flush=True)


if __name__ == "__main__":
    main()
