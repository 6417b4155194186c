"""Collects the sentences in which a word may tell of several sub-types: what `votes.py` learns from.

    python training/events/sentences.py OUT FILE...

FILE is JSON Lines with `text`, gzipped or not: news, and what `training/events` is given. Writes to OUT one
line a question that the reading asks of its classifier: {text, usual, among}, each once. Some 4,000 words a
second: each text is parsed.
"""

import argparse
import gzip
import json
import re
from collections.abc import Iterator, Set
from hashlib import sha256
from itertools import islice
from pathlib import Path

from counterclaim.models.load import lexicon, load
from counterclaim.pipeline import admit_all
from counterclaim.records import Attributed, RawText
from counterclaim.stages.ground import ground

NOTHING = Attributed(statements=(), mentions=())
BATCH = 100
LONGEST = 30_000
"""Characters above which a text is a collection, and left out."""


def texts_of(file: Path) -> Iterator[str]:
    """The texts of a file that may hold one of the words."""
    mixed = {word for row in lexicon("events")["mixed"] for words in row["words"] for word in words.split()}
    likely = re.compile("|".join(sorted(word[:4] for word in mixed)), re.IGNORECASE)
    data = file.read_bytes()
    for line in (gzip.decompress(data) if file.suffix == ".gz" else data).decode().split("\n"):
        text = json.loads(line).get("text") if line.strip() else None
        if isinstance(text, str) and len(text) < LONGEST and likely.search(text):
            yield text


def main() -> None:
    """Read, ground, write down what is asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path)
    parser.add_argument("files", type=Path, nargs="+")
    args = parser.parse_args()
    models = load()
    asked: dict[str, None] = {}

    def ask(text: str, *, usual: str, among: Set[str]) -> str:
        asked[json.dumps({"text": text, "usual": usual, "among": sorted(among)}, ensure_ascii=False)] = None
        return usual

    every = (text for file in args.files for text in texts_of(file))
    while texts := list(islice(every, BATCH)):
        raws = [
            RawText(file=str(n), text=t, sha256=sha256(t.encode()).hexdigest()) for n, t in enumerate(texts)
        ]
        articles, _ = admit_all(raws, models)
        for article, parse in zip(articles, models.parser(articles), strict=True):
            if not isinstance(parse, Exception):
                ground(
                    article, parse, NOTHING, gazetteer=models.gazetteer, words=models.ground_words, typing=ask
                )
        print(f"{len(asked)} questions", flush=True)
    args.out.write_text("\n".join(asked) + "\n", "utf-8")


if __name__ == "__main__":
    main()
