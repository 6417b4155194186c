"""How the stages that see a whole story grow with its articles.

    python bench/growth.py                    10, 100 and 1,000 articles made of the first example
    python bench/growth.py FOLDER --sizes 10 100 --seed 3

Articles are made by drawing sentences from the articles of the folder and changing numbers and words in
them; every tenth is a near copy of an earlier one. They are read once; then grouping, identifying,
matching, tracing and weighing are timed apart. "growth" is the exponent by which a stage's time rises
from one size to the next: 1 is in step with the articles, 2 with their pairs.
"""

import argparse
import math
import random
import re
import sys
import time
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from counterclaim.intake import gather
from counterclaim.models.load import load
from counterclaim.pipeline import Models, Settings, admit_all, read_articles
from counterclaim.records import RawText, Reading, Rejection
from counterclaim.stages.group import group
from counterclaim.stages.identify import identify
from counterclaim.stages.match import match
from counterclaim.stages.trace import trace
from counterclaim.stages.weigh import weigh_all

ROOT = Path(__file__).resolve().parents[1]
SENTENCES = 8
"""Sentences of a made article."""

COPY_EACH = 10
"""Every so many articles one is a near copy of an earlier one."""

OUTLETS = ("Ferry", "Hill Post", "North Wire", "Quay Gazette", "Lowland Herald", "Evening Lantern")
Result = TypeVar("Result")


def made(folder: Path, count: int, seed: int) -> list[RawText]:
    """Make `count` articles of the sentences of a folder's articles."""
    chance = random.Random(seed)
    texts = [raw.text for raw in gather([folder]) if isinstance(raw, RawText)]
    pool = sorted(
        {s for text in texts for s in re.split(r"(?<=[.!?])\s+|\n+", text) if 5 < len(s.split()) < 60}
    )
    if not pool:
        sys.exit(f"{folder} holds no sentences to draw from")
    articles: list[str] = []
    for number in range(count):
        if number % COPY_EACH == COPY_EACH - 1:
            old = chance.choice(articles)
            articles.append(f"{old}\n\n{changed(chance.choice(pool), chance)}")
        else:
            drawn = [changed(chance.choice(pool), chance) for _ in range(SENTENCES)]
            articles.append("\n\n".join(drawn))
    return [
        RawText(
            file=f"made-{number:05}.txt",
            text=text,
            sha256=sha256(f"{number} {text}".encode()).hexdigest(),
            metadata=(("outlet", chance.choice(OUTLETS)), ("published", f"2031-05-{1 + number % 3:02}")),
        )
        for number, text in enumerate(articles)
    ]


def changed(sentence: str, chance: random.Random) -> str:
    """Change each number of a sentence by up to a third, and drop one word in twenty."""
    sentence = re.sub(
        r"\b\d{1,4}\b", lambda m: str(max(1, round(int(m.group()) * chance.uniform(0.7, 1.3)))), sentence
    )
    return " ".join(word for word in sentence.split() if chance.random() > 0.05)


def timed(work: Callable[[], Result]) -> tuple[Result, float]:
    """What some work gives, and its seconds."""
    started = time.perf_counter()
    result = work()
    return result, time.perf_counter() - started


def stages(readings: Sequence[Reading], models: Models) -> dict[str, float]:
    """The seconds of each stage over one story."""
    seconds: dict[str, float] = {}
    _, seconds["group"] = timed(lambda: group(readings, encoder=models.encoder))
    cast, seconds["identify"] = timed(lambda: identify(readings, words=models.ground_words.names))
    questions, seconds["match"] = timed(
        lambda: match(cast, encoder=models.encoder, words=models.question_words)
    )
    tracing, seconds["trace"] = timed(lambda: trace(cast))
    _, seconds["weigh"] = timed(lambda: weigh_all(questions, tracing=tracing, cast=cast))
    return seconds


def main() -> None:
    """Parse, make, read, time, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, help="articles to draw sentences from")
    parser.add_argument("--sizes", nargs="+", type=int, default=[10, 100, 1000])
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    folder = given.folder or next(p for p in sorted((ROOT / "examples").iterdir()) if p.is_dir())
    models = load()
    models.encoder(["Loaded before the clock starts."])
    articles, _ = admit_all(made(folder, max(given.sizes), given.seed), models)
    outcome = list(read_articles(articles, models, settings=Settings()))
    readings = [r for r in outcome if not isinstance(r, Rejection)]
    names = ("group", "identify", "match", "trace", "weigh")
    print(f"{'articles':>9}{'claims':>9}" + "".join(f"{name + ', s':>13}{'growth':>8}" for name in names))
    before: tuple[int, dict[str, float]] | None = None
    for size in sorted(given.sizes):
        chosen = readings[:size]
        seconds = stages(chosen, models)
        row = f"{len(chosen):>9}{sum(len(r.claims) for r in chosen):>9}"
        for name in names:
            growth = ""
            if before and size > before[0]:
                growth = f"{math.log(seconds[name] / before[1][name]) / math.log(size / before[0]):.2f}"
            row += f"{seconds[name]:>13.3f}{growth:>8}"
        print(row, flush=True)
        before = (size, seconds)


if __name__ == "__main__":
    main()
