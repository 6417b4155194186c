"""Turns a checkpoint into ONNX and quantises the encoder to int8; the heads stay in fp32."""

import argparse
import sys
import tempfile
from hashlib import sha256
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import nn

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from encoder import TARGET, with_small_embeddings  # noqa: E402
from net import Net, loaded  # noqa: E402

HEADS = ("/tags/", "/to_cue/", "/to_source/")
INPUTS = ["ids", "looks", "first"]
OUTPUTS = ["tags", "to_cue", "to_source"]


class One(nn.Module):
    """The network for one window without padding."""

    def __init__(self, net: Net) -> None:
        super().__init__()
        self.net = net

    def forward(
        self, ids: torch.Tensor, looks: torch.Tensor, first: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """As `Net`, each piece seen."""
        states = self.net.states(ids, looks, torch.ones_like(ids))[:, first[0]]
        return self.net.tags(states), self.net.to_cue(states), self.net.to_source(states)


def main() -> None:
    """Export, quantise, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--out", type=Path, default=TARGET / "tagger.onnx")
    args = parser.parse_args()
    net = loaded(args.checkpoint, attention="eager").eval()
    example = (
        torch.tensor([[101, 2002, 2056, 102]]),
        torch.tensor([[0, 7, 5, 0]]),
        torch.tensor([[0, 1, 2]]),
    )
    with tempfile.TemporaryDirectory() as scratch:
        plain, ready, half = (Path(scratch) / f"{n}.onnx" for n in ("plain", "ready", "half"))
        torch.onnx.export(
            One(net).eval(), example, str(plain), input_names=INPUTS, output_names=OUTPUTS, opset_version=17,
            dynamic_axes={
                "ids": {1: "pieces"}, "looks": {1: "pieces"}, "first": {1: "words"},
                **{name: {1: "words"} for name in OUTPUTS},
            },
            dynamo=False,
        )  # fmt: skip
        quant_pre_process(str(plain), str(ready), skip_symbolic_shape=True)
        model = onnx.load(str(ready))
        spared = [
            n.name for n in model.graph.node if n.op_type == "MatMul" and any(h in n.name for h in HEADS)
        ]
        quantised = [n.name for n in model.graph.node if n.op_type == "MatMul" and n.name not in spared]
        print(len(quantised), "products in int8,", len(spared), "in fp32")
        quantize_dynamic(
            str(ready), str(half), weight_type=QuantType.QInt8, per_channel=True,
            op_types_to_quantize=["MatMul"], nodes_to_exclude=spared,
        )  # fmt: skip
        onnx.save(with_small_embeddings(onnx.load(str(half))), str(args.out))
    data = args.out.read_bytes()
    print(f"{args.out.name}: {len(data)} bytes, sha256 {sha256(data).hexdigest()}")


if __name__ == "__main__":
    main()
