"""Writes an ONNX graph of a BERT encoder node by node, its products in eight bits.

An exporter's graph of the same network takes a sixth longer: it keeps three products where one does, hides
attention from the runtime's own operator for it, and gets a fused sum-and-norm that is slower than its parts.

Weights are integers of seven bits and a sign at most ±63, one scale a column; what enters a product is made
eight bits when it comes, with one scale. Processors without VNNI add pairs of products in sixteen bits, where
eight-bit weights can overflow: with seven no processor's sum differs from another's.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

MICROSOFT = "com.microsoft"
OPSET = 17
LARGEST = 63
LARGEST_ROW = 127
"""Of the rows of embeddings, which enter no product."""

Weights = Mapping[str, NDArray[np.float32]]


class Graph:
    """A graph in the making: each method adds nodes and gives the name of what they put out."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self._nodes: list[onnx.NodeProto] = []
        self._held: dict[str, onnx.TensorProto] = {}

    def node(
        self, kind: str, inputs: Sequence[str], *, domain: str = "", outputs: int = 1, **given: object
    ) -> str:
        """Any operator; of several outputs the names differ in their last figure."""
        name = f"{kind}_{len(self._nodes)}"
        names = [name] if outputs == 1 else [f"{name}_{k}" for k in range(outputs)]
        self._nodes.append(helper.make_node(kind, list(inputs), names, domain=domain, **given))
        return name

    def held(self, name: str, array: NDArray[np.generic]) -> str:
        """A constant."""
        self._held[name] = numpy_helper.from_array(array, name)
        return name

    def product(self, x: str, *names: str) -> str:
        """The linear layers `names` of one input side by side, in eight bits."""
        table = np.concatenate([self.weights[f"{n}.weight"].T for n in names], axis=1)
        bias = np.concatenate([self.weights[f"{n}.bias"] for n in names])
        scale = (np.abs(table).max(axis=0) / LARGEST).astype(np.float32)
        whole = np.round(table / scale).astype(np.int8)
        key = names[0]
        return self.node(
            "DynamicQuantizeMatMul",
            [
                x,
                self.held(f"{key}:int8", whole),
                self.held(f"{key}:scale", scale),
                self.held(f"{key}:zero", np.zeros_like(scale, dtype=np.int8)),
                self.held(f"{key}:bias", bias),
            ],
            domain=MICROSOFT,
        )

    def linear(self, x: str, name: str) -> str:
        """A linear layer in full precision; its bias may be missing."""
        found = self.node("MatMul", [x, self.held(f"{name}:table", self.weights[f"{name}.weight"].T.copy())])
        bias = self.weights.get(f"{name}.bias")
        return found if bias is None else self.node("Add", [found, self.held(f"{name}:bias", bias)])

    def rows(self, ids: str, name: str) -> str:
        """Rows of an embedding, kept as integers with a scale a row."""
        table = self.weights[f"{name}.weight"]
        scale = (np.abs(table).max(axis=1, keepdims=True).clip(1e-9) / LARGEST_ROW).astype(np.float32)
        whole = self.held(f"{name}:int8", np.round(table / scale).astype(np.int8))
        rows = self.node("Cast", [self.node("Gather", [whole, ids])], to=TensorProto.FLOAT)
        return self.node("Mul", [rows, self.node("Gather", [self.held(f"{name}:scale", scale), ids])])

    def norm(self, x: str, name: str) -> str:
        """Layer normalisation (Ba, Kiros and Hinton 2016)."""
        parts = [self.held(f"{name}:{part}", self.weights[f"{name}.{part}"]) for part in ("weight", "bias")]
        return self.node("LayerNormalization", [x, *parts], axis=-1, epsilon=1e-12)

    def encoder(self, embedded: str, ids: str, *, prefix: str, layers: int, heads: int) -> str:
        """The last states of an encoder for one text without padding, given the embeddings of its pieces."""
        here = f"{prefix}embeddings."
        at = (
            self.weights[f"{here}position_embeddings.weight"]
            + self.weights[f"{here}token_type_embeddings.weight"][:1]
        )
        count = self.node("Shape", [ids], start=1, end=2)
        places = self.node(
            "Slice",
            [
                self.held("places", at),
                self.held("from", np.array([0])),
                count,
                self.held("axis", np.array([0])),
            ],
        )
        x = self.norm(self.node("Add", [embedded, places]), f"{here}LayerNorm")
        for number in range(layers):
            x = self._layer(x, f"{prefix}encoder.layer.{number}.", heads=heads)
        return x

    def _layer(self, x: str, layer: str, *, heads: int) -> str:
        own, width = f"{layer}attention.self.", self.weights[f"{layer}attention.self.query.weight"].shape[0]
        all_three = self.product(x, f"{own}query", f"{own}key", f"{own}value")
        parts = self.held("parts", np.array([width] * 3))
        split = self.node("Split", [all_three, parts], outputs=3, axis=-1)
        seen = self.node(
            "MultiHeadAttention", [f"{split}_{k}" for k in range(3)], domain=MICROSOFT, num_heads=heads
        )
        out = self.product(seen, f"{layer}attention.output.dense")
        x = self.norm(self.node("Add", [out, x]), f"{layer}attention.output.LayerNorm")
        inner = self.node("Gelu", [self.product(x, f"{layer}intermediate.dense")], domain=MICROSOFT)
        out = self.product(inner, f"{layer}output.dense")
        return self.norm(self.node("Add", [out, x]), f"{layer}output.LayerNorm")

    def write(
        self,
        file: Path,
        *,
        inputs: Mapping[str, Sequence[str | int]],
        outputs: Mapping[str, tuple[str, Sequence[str | int]]],
    ) -> None:
        """Write the graph. Inputs are whole numbers, by name their shapes; outputs by name what and shape."""
        last = [helper.make_node("Identity", [of], [name]) for name, (of, _) in outputs.items()]
        graph = helper.make_graph(
            [*self._nodes, *last],
            file.stem,
            [helper.make_tensor_value_info(n, TensorProto.INT64, s) for n, s in inputs.items()],
            [helper.make_tensor_value_info(n, TensorProto.FLOAT, s) for n, (_, s) in outputs.items()],
            list(self._held.values()),
        )
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(MICROSOFT, 1)]
        model = helper.make_model(graph, opset_imports=opsets)
        model.ir_version = 8
        file.write_bytes(model.SerializeToString())
