"""What the stages that see one article cost, besides the parse: `attribute` a word, `ground` a claim.

    python bench/stages.py                 FA-KES and PolNeAR of ../shared/data if there, else the examples
    python bench/stages.py FILE...         JSON Lines with `text`
    python bench/stages.py --articles 20   no more of each file
    python bench/stages.py --rounds 5      medians of so many rounds

Processor time of one process on one thread, after a round that warms up. Words are runs of characters between
white space. "The network alone" runs the tagger's model over the same windows and their edges, and leaves
what it says.
"""

import argparse
import gzip
import json
import os
import platform
import resource
import sys
import time
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from statistics import median

os.environ.setdefault("OMP_NUM_THREADS", "1")

from counterclaim.models.load import load
from counterclaim.models.tagger import OnnxTagger
from counterclaim.pipeline import Models, admit_all
from counterclaim.records import Article, Attributed, Parse, RawText
from counterclaim.stages.attribute import attribute
from counterclaim.stages.ground import ground

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
KNOWN = (DATA / "fa_kes" / "articles.jsonl.gz", DATA / "polnear" / "dev.jsonl")
EXAMPLES = ROOT / "examples"


def texts_of(file: Path, limit: int) -> list[str]:
    """The first texts of a JSON Lines file, gzipped or not."""
    data = file.read_bytes()
    lines = (gzip.decompress(data) if file.suffix == ".gz" else data).decode().split("\n")
    return [json.loads(line)["text"] for line in lines[:limit] if line.strip()]


def timed(work: Callable[[], None], rounds: int) -> float:
    """The median of the processor seconds of some rounds, after one that is not counted."""
    taken = []
    for number in range(rounds + 1):
        began = time.process_time()
        work()
        if number:
            taken.append(time.process_time() - began)
    return median(taken)


def measured(texts: Sequence[str], rounds: int) -> dict[str, float | int | str]:
    """What the table shows."""
    models = load()
    raws = [
        RawText(file=f"{number}.txt", text=text, sha256=sha256(text.encode()).hexdigest())
        for number, text in enumerate(texts)
    ]
    articles, _ = admit_all(raws, models)
    parsed: list[tuple[Article, Parse]] = []
    for article, parse in zip(articles, models.parser(articles), strict=True):
        if isinstance(parse, Exception):
            raise parse
        parsed.append((article, parse))
    words = sum(len(article.text.split()) for article in articles)
    read: list[Attributed] = []

    def attributing() -> None:
        read[:] = [attributed(*one, models) for one in parsed]

    def grounding() -> None:
        claims[0] = sum(len(grounded(*one, given, models)) for one, given in zip(parsed, read, strict=True))

    claims = [0]
    whole = timed(attributing, rounds)
    ground_all = timed(grounding, rounds)
    network = timed(lambda: networked(parsed, models), rounds)
    return {
        "articles": len(articles),
        "words": words,
        "claims": claims[0],
        "attribute, µs a word": round(whole / words * 1e6, 1),
        "attribute, words a second": round(words / whole),
        "the network alone, µs a word": round(network / words * 1e6, 1),
        "all else in attribute, µs a word": round((whole - network) / words * 1e6, 1),
        "ground, ms a claim": round(ground_all / claims[0] * 1e3, 3),
        "peak, MB": round(
            resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 if sys.platform == "darwin" else 1024)
        ),
        "machine": f"{platform.machine()}, Python {platform.python_version()}",
    }


def attributed(article: Article, parse: Parse, models: Models) -> Attributed:
    """The statements of an article, from a parse that remembers nothing of a former round."""
    return attribute(
        article,
        Parse(tokens=parse.tokens, sentences=parse.sentences),
        tagger=models.tagger,
        acts=models.act_words,
        names=models.ground_words.names,
        coreference=models.coreference,
        speaker_words=models.speaker_words,
    )


def grounded(article: Article, parse: Parse, given: Attributed, models: Models) -> Sequence[object]:
    """The claims of an article."""
    return ground(
        article,
        parse,
        given,
        gazetteer=models.gazetteer,
        words=models.ground_words,
        typing=models.event_types,
    ).claims


def networked(parsed: Sequence[tuple[Article, Parse]], models: Models) -> None:
    """Run the tagger's network over the windows of all articles."""
    if isinstance(models.tagger, OnnxTagger):
        for article, _ in parsed:
            for _ in models.tagger.scored(models.tagger.windows(article), article.text):
                pass


def main() -> None:
    """Parse, measure, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path, help="JSON Lines with `text`")
    parser.add_argument("--articles", type=int, default=20, help="of each file, no more")
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    files: list[Path] = given.files or [file for file in KNOWN if file.is_file()]
    texts = [text for file in files for text in texts_of(file, given.articles)]
    if not texts:
        pages = sorted(EXAMPLES.glob("*/articles/*.txt"))
        texts = [page.read_text("utf-8").partition("\n\n")[2] for page in pages]
    for name, value in measured(texts, given.rounds).items():
        print(f"{name:36}{value}")


if __name__ == "__main__":
    main()
