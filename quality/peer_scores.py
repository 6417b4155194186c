"""The scorers that stand beside the development data, run as programs where they are there.

Ours beside this file measure the same things in our own reading of them; theirs are what others will run.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from words import Record

QUESTIONS = ("disputes_found", "standing_right", "answers_found", "single_found")
FIGURES = ("found", "bounds_right", "counted_right", "claimant_right")


def official(kind: str, gold: Record, dossier: Record, *, scorers: Path) -> dict[str, float]:
    """What the scorers say of a dossier, each measure under its own name with a mark, or nothing."""
    if not scorers.is_dir() or kind == "examples":
        return {}
    with tempfile.TemporaryDirectory() as folder:
        if kind == "statements":
            return attributions(gold, dossier, scorers / "score_attribution.py", Path(folder))
        wanted, got = Path(folder, "gold.json"), Path(folder, "dossier.json")
        wanted.write_text(json.dumps(gold), "utf-8")
        got.write_text(json.dumps(dossier), "utf-8")
        questions = run(scorers / "score_questions.py", str(wanted), str(got))
        figures = run(scorers / "score_figures.py", str(wanted), str(got))
    marked = {f"*{name}": questions[name] for name in QUESTIONS}
    marked |= {f"*figures_{name}": figures[name] for name in FIGURES}
    return {name: value for name, value in marked.items() if value is not None}


def attributions(gold: Record, dossier: Record, scorer: Path, folder: Path) -> dict[str, float]:
    """PolNeAR's measures: documents and gold as JSON lines."""
    text = {Path(a["file"]).stem: a["text"] for a in dossier["articles"]}
    stem = {a["id"]: Path(a["file"]).stem for a in dossier["articles"]}
    wanted = {doc: [a for a in gold["attributions"] if a["article"] == doc] for doc in text}
    got = {doc: [s for s in dossier["statements"] if stem[s["article"]] == doc] for doc in text}
    lines = [{"doc": d, "text": text[d], "attributions": wanted[d]} for d in sorted(text)]
    (folder / "gold.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    lines = [{"doc": d, "attributions": got[d]} for d in sorted(text)]
    (folder / "pred.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    result = run(scorer, "--gold", str(folder / "gold.jsonl"), "--pred", str(folder / "pred.jsonl"))
    return {
        "*who_said_what": result["who_said_what"]["f1"],
        "*content_half": result["content_partial"]["f1"],
        "*content_exact": result["content_exact"]["f1"],
        "*source_tokens": result["tokens"]["source"]["f1"],
        "*cue_tokens": result["tokens"]["cue"]["f1"],
        "*content_tokens": result["tokens"]["content"]["f1"],
    }


def run(*command: str | Path) -> dict[str, Any]:
    """The JSON that a scorer prints."""
    done = subprocess.run([sys.executable, *command], capture_output=True, text=True, check=True)
    result: dict[str, Any] = json.loads(done.stdout)
    return result
