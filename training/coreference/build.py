"""Reads GUM into what the networks learn from: candidates, their features, the chains.

    python training/coreference/build.py ../shared/data/gum VECTORS.npz CANDIDATES.pkl

Runs where the package is installed, without torch.
"""

import argparse
import gzip
import json
import pickle
from hashlib import sha256
from pathlib import Path

import numpy as np

from counterclaim.models.coreference.candidates import find
from counterclaim.models.coreference.features import Vectors, features_of
from counterclaim.models.coreference.mentions import know
from counterclaim.models.coreference.words import CoreferenceWords
from counterclaim.models.language import load_language
from counterclaim.models.load import lexicon, load_genders, load_parser
from counterclaim.records import Article, Parse, RawText
from counterclaim.stages.admit import AdmitWords, admit
from counterclaim.stages.attribute.quotes import find_quotes
from counterclaim.stages.attribute.tree import Tree


def main() -> None:
    """Parse, read, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gum", type=Path)
    parser.add_argument("vectors", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    with np.load(args.vectors) as held:
        table = held["vectors"].astype(np.float32) * held["scale"]
        vectors = Vectors(str(held["words"]).split("\n"), table)
    people = lexicon("names")["heads"]["person"]
    words = CoreferenceWords.from_table(lexicon("coreference"), genders=load_genders(), people=people)
    parse, language = load_parser(), load_language()
    admit_words = AdmitWords.from_table(lexicon("admit"))
    found = []
    lines = gzip.decompress((args.gum / "docs.jsonl.gz").read_bytes()).decode("utf-8").splitlines()
    for row in map(json.loads, lines):
        raw = RawText(file=row["doc"], text=row["text"], sha256=sha256(row["text"].encode()).hexdigest())
        article = admit(raw, language=language, words=admit_words)
        if not isinstance(article, Article):
            raise SystemExit(f"{row['doc']}: {article.reason}")
        parsed = next(parse([article]))
        if not isinstance(parsed, Parse):
            raise parsed
        found.append(example(row, article, Tree(article.text, parsed), words, vectors))
    args.out.write_bytes(pickle.dumps(found))


def example(row: dict, article: Article, tree: Tree, words: CoreferenceWords, vectors: Vectors) -> dict:
    """One document: its tree, its candidates, what is known of them, its chains in characters."""
    known = know(article, tree, find(tree), words=words, quotes=find_quotes(article))
    at = row["tokens"]
    return {
        "doc": row["doc"], "split": row["split"], "genre": row["genre"], "tree": tree, "known": known,
        "spans": [tree.extent(k.at.first, k.at.last) for k in known],
        "chains": [[(at[first][0], at[end - 1][1]) for first, end in chain] for chain in row["chains"]],
        "mentions": features_of(known, tree, vectors),
    }  # fmt: skip


if __name__ == "__main__":
    main()
