"""Turns a checkpoint into ONNX: the encoder's products in eight bits, the heads in full precision."""

import argparse
import sys
from hashlib import sha256
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from encoder import TARGET  # noqa: E402
from graph import MICROSOFT, Graph  # noqa: E402
from net import loaded  # noqa: E402

POINTERS = ("to_cue", "to_source")


def pointer(graph: Graph, states: str, name: str) -> str:
    """Scores of `net.Pointer`, [1, words, words]."""
    of = graph.node("Gelu", [graph.linear(states, f"{name}.pointing.0")], domain=MICROSOFT)
    to = graph.node("Gelu", [graph.linear(states, f"{name}.pointed.0")], domain=MICROSOFT)
    turned = graph.node("Transpose", [to], perm=[0, 2, 1])
    score = graph.node("MatMul", [graph.linear(of, f"{name}.between"), turned])
    bias = graph.node("Transpose", [graph.linear(to, f"{name}.bias")], perm=[0, 2, 1])
    return graph.node("Add", [score, bias])


def main() -> None:
    """Build, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--work", type=Path, required=True, help="where the packs are")
    parser.add_argument("--out", type=Path, default=TARGET / "tagger.onnx")
    args = parser.parse_args()
    net, recipe = loaded(args.checkpoint, args.work)
    config = net.encoder.config
    graph = Graph({k: v.numpy() for k, v in net.state_dict().items()})
    pieces = graph.rows("ids", "encoder.embeddings.word_embeddings")
    embedded = graph.node("Add", [pieces, graph.rows("looks", "looks")])
    states = graph.encoder(
        embedded, "ids", prefix="encoder.",
        layers=config.num_hidden_layers, heads=config.num_attention_heads,
    )  # fmt: skip
    first = graph.node("Squeeze", ["first", graph.held("rows", np.array([0]))])
    words = graph.node("Gather", [states, first], axis=1)
    outputs = {"tags": (graph.linear(words, "tags"), [1, "words", 7])}
    for name in POINTERS:
        outputs[name] = (pointer(graph, words, name), [1, "words", "words"])
    graph.write(
        args.out,
        inputs={"ids": [1, "pieces"], "looks": [1, "pieces"], "first": [1, "words"]},
        outputs=outputs,
    )
    data = args.out.read_bytes()
    print(f"{args.out.name} ({recipe}): {len(data)} bytes, sha256 {sha256(data).hexdigest()}")


if __name__ == "__main__":
    main()
