"""Score coreference end to end against GUM: text in, chains out, mentions counted right by their exact words.

    python quality/score_coreference.py                 the development part, all genres
    python quality/score_coreference.py --by-genre

The chains of ../shared/data/gum are in the OntoNotes style and hold no mention that stands alone, so
singletons are on neither side: a mention that the ranker leaves alone is no mention. Scoring with singletons
is not possible with this form of the data.
"""

import argparse
import time
from collections import defaultdict
from hashlib import sha256

from coreference_metrics import Tally
from corpora import SHARED, lines
from counterclaim.models.language import load_language
from counterclaim.models.load import lexicon, load_coreference, load_parser
from counterclaim.records import RawText, Rejection
from counterclaim.stages.admit import AdmitWords, admit


def main() -> None:
    """Parse, link, score, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--split", default="dev", choices=("dev", "train"))
    parser.add_argument("--by-genre", action="store_true")
    args = parser.parse_args()
    parse, language, link = load_parser(), load_language(), load_coreference()
    admit_words = AdmitWords.from_table(lexicon("admit"))
    every, genres, words, seconds = Tally(), defaultdict[str, Tally](Tally), 0, 0.0
    for row in lines(SHARED / "data" / "gum" / "docs.jsonl.gz"):
        if row["split"] != args.split:
            continue
        raw = RawText(file=row["doc"], text=row["text"], sha256=sha256(row["text"].encode()).hexdigest())
        article = admit(raw, language=language, words=admit_words)
        if isinstance(article, Rejection):
            raise SystemExit(f"{row['doc']}: {article.reason}")
        parsed = next(parse([article]))
        if isinstance(parsed, Exception):
            raise parsed
        before = time.process_time()
        got = link(article, parsed).every()
        seconds += time.process_time() - before
        words += len(parsed.tokens)
        at = row["tokens"]
        gold = [[(at[first][0], at[end - 1][1]) for first, end in chain] for chain in row["chains"]]
        every.add(gold, got)
        genres[row["genre"]].add(gold, got)
    rows = [("all", every), *(sorted(genres.items()) if args.by_genre else ())]
    print(f"{'':<14} {'muc':>6} {'b3':>6} {'ceaf-e':>6} {'conll':>6} {'mentions':>8}")
    for name, tally in rows:
        s = tally.scores()
        print(
            f"{name:<14} {s['muc']:6.3f} {s['b_cubed']:6.3f} {s['ceaf_e']:6.3f} {s['conll']:6.3f} "
            f"{s['mentions']:8.3f}"
        )
    print(f"{words} words, {words / seconds:,.0f} a second of processor time, without the parse")


if __name__ == "__main__":
    main()
