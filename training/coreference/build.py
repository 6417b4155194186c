"""Reads GUM into what the network learns from: features of mentions and pairs, and which pairs are right.

    python training/coreference/build.py ../shared/data/gum VECTORS.npz OUT.pkl

Runs where the package is installed, without torch. A pair is right if both mentions have exactly the words
of mentions of one chain.
"""

import argparse
import gzip
import json
import pickle
from hashlib import sha256
from pathlib import Path

import numpy as np

from counterclaim.models.coreference.candidates import find
from counterclaim.models.coreference.features import MentionReader, Vectors
from counterclaim.models.coreference.mentions import know
from counterclaim.models.coreference.pair_features import PairReader
from counterclaim.models.coreference.pairs import pairs_of
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
    """One document: what is known of its mentions, their features, its pairs, which are right."""
    known = know(article, tree, find(tree), words=words, quotes=find_quotes(article))
    earlier, later = pairs_of(known)
    at = row["tokens"]
    chains = [[(at[first][0], at[end - 1][1]) for first, end in chain] for chain in row["chains"]]
    chain_of = {span: number for number, chain in enumerate(chains) for span in chain}
    spans = [tree.extent(k.at.first, k.at.last) for k in known]
    gold = np.array([chain_of.get(span, -1) for span in spans])
    return {
        "doc": row["doc"], "split": row["split"], "genre": row["genre"], "known": known, "spans": spans,
        "chains": chains, "earlier": earlier, "later": later,
        "mentions": MentionReader(known, tree, vectors).features(np.arange(len(known))),
        "pairs": PairReader(known, tree, vectors).features(earlier, later).astype(np.float16),
        "right": (gold[earlier] == gold[later]) & (gold[earlier] >= 0),
    }  # fmt: skip


if __name__ == "__main__":
    main()
