"""Words a second of one process from files to dossiers, its peak of memory, and plain spaCy beside it.

    python bench/speed.py                 the FA-KES articles of ../shared/data if there, else the examples
    python bench/speed.py FOLDER          any folder or files that `counterclaim read` takes
    python bench/speed.py --articles 100  no more than so many articles

Models are loaded before the clock starts. Plain spaCy runs afterwards over the same texts in the same
process, with the same model and batch size; the ratio compares the two, so that a slower or busier
machine changes both. Words are runs of characters between white space.
"""

import argparse
import gzip
import json
import platform
import resource
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from counterclaim.intake import gather
from counterclaim.models.load import PARSER, load
from counterclaim.models.parser import BATCH
from counterclaim.pipeline import Settings, read
from counterclaim.records import RawText, Rejection

ROOT = Path(__file__).resolve().parents[1]
FA_KES = ROOT.parent / "shared" / "data" / "fa_kes" / "articles.jsonl.gz"
EXAMPLES = ROOT / "examples"


def unpacked(source: Path, folder: Path, limit: int | None) -> Path:
    """Write the articles of a packed JSON Lines file as one plain one, with the keys that intake knows."""
    target = folder / "articles.jsonl"
    with gzip.open(source, "rt", encoding="utf-8") as packed, target.open("w", encoding="utf-8") as plain:
        for number, line in enumerate(packed):
            if number == limit:
                break
            row = json.loads(line)
            known = {"id": row.get("doc"), "title": row.get("title"), "text": row["text"]}
            known |= {"outlet": row.get("source"), "published": row.get("date")}
            plain.write(json.dumps(known, ensure_ascii=False) + "\n")
    return target


def measured(paths: Sequence[Path], limit: int | None) -> dict[str, float | int | str]:
    """Read the paths once and give what the table shows."""
    started = time.perf_counter()
    models = load()
    models.encoder(["Loaded before the clock starts."])
    loading = time.perf_counter() - started
    started = time.perf_counter()
    raws: list[RawText | Rejection] = list(gather(paths))[:limit]
    outcome = read(raws, models, settings=Settings(), version="bench")
    ours = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 if sys.platform == "darwin" else 1024)
    texts = [raw.text for raw in raws if isinstance(raw, RawText)]
    words = sum(len(text.split()) for text in texts)
    nlp = __import__(PARSER).load()
    started = time.perf_counter()
    for _ in nlp.pipe(texts, batch_size=BATCH):
        pass
    spacy = time.perf_counter() - started
    return {
        "articles": len(texts),
        "words": words,
        "stories": len(outcome.dossiers),
        "rejections": len(outcome.rejections),
        "loading, seconds": round(loading, 1),
        "counterclaim, seconds": round(ours, 1),
        "counterclaim, words a second": round(words / ours),
        "plain spaCy, words a second": round(words / spacy),
        "ratio to plain spaCy": round(spacy / ours, 3),
        "peak, MB": round(peak),
        "machine": f"{platform.machine()}, Python {platform.python_version()}",
    }


def main() -> None:
    """Parse, measure, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="*", type=Path, help="files or folders of articles")
    parser.add_argument("--articles", type=int, default=None, help="read no more than so many")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of a table")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        paths: list[Path] = given.paths or [FA_KES if FA_KES.is_file() else EXAMPLES]
        plain = [
            unpacked(p, Path(scratch), given.articles) if p.suffixes[-2:] == [".jsonl", ".gz"] else p
            for p in paths
        ]
        row = measured(plain, given.articles)
    if given.json:
        print(json.dumps(row))
        return
    for name, value in row.items():
        print(f"{name:32}{value:>16}" if not isinstance(value, str) else f"{name:32}{value}")


if __name__ == "__main__":
    main()
