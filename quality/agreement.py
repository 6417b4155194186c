"""How far two readings of the conflict gold agree, and how far the package's manner agrees with the gold.

    python quality/agreement.py              the two readings on the articles that both have
    python quality/agreement.py --manner     acts and hedging by the package, on the gold's own spans
    python quality/agreement.py --gold DIR   write the gold as JSON lines with texts, for the scorer

The texts stand in ../shared, and so does the scorer whose pairing and measures are used here.
"""

import argparse
import importlib.util
import json
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType

from corpora import ROOT, SHARED, lines, raw
from counterclaim.models.load import load
from counterclaim.pipeline import admit_all
from counterclaim.stages.attribute import attribute
from counterclaim.stages.attribute.manner import Said, hedged
from counterclaim.stages.attribute.tree import Tree
from words import LITTLE, TOKEN, Record

GOLD = ROOT / "quality" / "gold" / "conflict"
LABELS = ("act", "hedged", "anonymous", "eyewitness")
NO_ASSERTION = frozenset({"deny", "demand", "ask", "order", "promise", "support", "oppose", "other"})


def readings(name: str) -> dict[str, list[Record]]:
    """Attributions of each article, by its document number, in one annotator's reading."""
    return {row["doc"]: row["attributions"] for row in lines(GOLD / f"{name}.jsonl")}


def the_gold() -> dict[str, list[Record]]:
    """The adjudicated reading where there is one, else the one reading that the article has."""
    return readings("b") | readings("a") | readings("adjudicated")


def texts() -> dict[str, Record]:
    """The articles of the corpus, by document number."""
    return {str(d["doc"]): d for d in lines(SHARED / "data" / "fa_kes" / "articles.jsonl.gz")}


def scorer() -> ModuleType:
    """The scorer of attributions that stands beside the data."""
    spec = importlib.util.spec_from_file_location("official", SHARED / "score" / "score_attribution.py")
    if spec is None or spec.loader is None:
        raise SystemExit("no scorer of attributions beside the data")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def kappa(pairs: Sequence[tuple[object, object]]) -> float:
    """Cohen's kappa: agreement beyond what the two spread of labels would give by chance."""
    if not pairs:
        return 1.0
    one, two = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    seen = sum(a == b for a, b in pairs) / len(pairs)
    chance = sum(one[label] * two[label] for label in one) / len(pairs) ** 2
    return 1.0 if chance == 1 else (seen - chance) / (1 - chance)


def same_name(one: str, two: str) -> bool:
    """Whether two names share a telling word, or both are empty."""
    told = [{w.group().casefold() for w in TOKEN.finditer(name)} - LITTLE for name in (one, two)]
    return bool(told[0] & told[1]) or not (one or two)


def agreement(one: dict[str, list[Record]], two: dict[str, list[Record]]) -> dict[str, float]:
    """The scorer's measures of one reading against the other, and the labels of paired statements."""
    measure, articles = scorer(), texts()
    both = sorted(set(one) & set(two))
    spans = {d: (articles[d]["text"], [_roles(a) for a in one[d]]) for d in both}
    scores = measure.score(spans, {d: [_roles(a) for a in two[d]] for d in both})
    found: dict[str, float] = {
        "articles": len(both),
        "statements, first": scores["counts"]["gold_attributions"],
        "statements, second": scores["counts"]["predicted_attributions"],
        "who said what F1": scores["who_said_what"]["f1"],
        "content, half or more F1": scores["content_partial"]["f1"],
        "content, exact F1": scores["content_exact"]["f1"],
        **{f"tokens of {role} F1": scores["tokens"][role]["f1"] for role in measure.ROLES},
    }
    pairs = [pair for d in both for pair in paired(measure, articles[d]["text"], one[d], two[d])]
    for label in LABELS:
        told = [(a[label], b[label]) for a, b in pairs]
        found[f"{label}: the same"] = sum(a == b for a, b in told) / len(told)
        found[f"{label}: kappa"] = kappa(told)
    found["speaker: the same"] = sum(same_name(a["speaker"], b["speaker"]) for a, b in pairs) / len(pairs)
    found["hops: the same"] = sum(a["hops"] == b["hops"] for a, b in pairs) / len(pairs)
    return found


def paired(
    measure: ModuleType, text: str, one: Sequence[Record], two: Sequence[Record]
) -> list[tuple[Record, Record]]:
    """Statements of two readings whose contents share half their tokens or more, one to one."""
    doc = measure.Doc(text)
    items = [[measure.Item(doc, _roles(a)) for a in reading] for reading in (one, two)]
    return [(one[i], two[j]) for i, j in measure.pair_up(*items)]


def _roles(attribution: Record) -> dict[str, list[tuple[int, int]]]:
    return {role: [(s, e) for s, e in attribution[role]] for role in ("source", "cue", "content")}


def manner(gold: dict[str, list[Record]]) -> tuple[list[Record], list[Record]]:
    """What the package reads: in the gold's own cues and contents, and in statements that it finds.

    A row for each gold statement, and one for each that it finds with half the content or more.
    """
    measure, models, articles = scorer(), load(), texts()
    given: list[Record] = []
    found: list[Record] = []
    for doc in sorted(gold):
        admitted, rejected = admit_all([raw(articles[doc], outlet=None)], models)
        for rejection in rejected:
            print(f"  rejected {doc}: {rejection.reason}", file=sys.stderr)
        for article, parse in zip(admitted, models.parser(admitted), strict=True):
            if isinstance(parse, Exception):
                raise parse
            tree, acts = Tree(article.text, parse), models.act_words
            names = models.ground_words.names
            own = attribute(article, parse, tagger=models.tagger, acts=acts, names=names).statements
            got: list[Record] = [
                {"source": s.source, "cue": s.cue, "content": s.content, "act": s.act, "hedged": s.hedged}
                for s in own
            ]
            for one in gold[doc]:
                cue, content = (parse.within(one[role]) for role in ("cue", "content"))
                said = Said(tree, cue, content, acts)
                read = {"act": said.act, "hedged": hedged(said)}
                given.append(_row(doc, article.text, one, read))
            found += [
                _row(doc, article.text, *pair) for pair in paired(measure, article.text, gold[doc], got)
            ]
    return given, found


def _row(doc: str, text: str, one: Record, read: Record) -> Record:
    words = ["/".join(text[s:e] for s, e in one[role]) for role in ("cue", "content")]
    return {"doc": doc, "gold": one, "read": read, "words": f"[{words[0]}] {words[1][:80]}"}


def tuned_on(doc: str) -> bool:
    """Whether an article is in the half that words and rules were set on: those of even number."""
    return int(doc) % 2 == 0


def report(rows: Sequence[Record], *, title: str) -> None:
    """Shares of acts and hedging right in both halves, then each mistake of the half tuned on."""
    halves: tuple[tuple[str, Callable[[str], bool]], ...] = (
        ("tuned on", tuned_on),
        ("not tuned on", lambda doc: not tuned_on(doc)),
        ("all", lambda doc: True),
    )
    print(f"{title:<30} {'n':>4} {'act':>6} {'kappa':>6} {'hedged':>6} {'asserts':>7}")
    for name, chosen in halves:
        some = [r for r in rows if chosen(r["doc"])]
        told = [(r["gold"]["act"], r["read"]["act"]) for r in some]
        shares = (
            sum(a == b for a, b in told) / len(told),
            kappa(told),
            sum(r["gold"]["hedged"] == r["read"]["hedged"] for r in some) / len(some),
            sum((a in NO_ASSERTION) == (b in NO_ASSERTION) for a, b in told) / len(told),
        )
        print(f"  {name:<28} {len(some):>4} " + " ".join(f"{share:>6.3f}" for share in shares))
    for r in rows:
        for label in ("act", "hedged"):
            if tuned_on(r["doc"]) and r["gold"][label] != r["read"][label]:
                told_as = f"{label} {r['gold'][label]} read {r['read'][label]}"
                print(f"    {r['doc']} {told_as}: {r['words']}")


def write(folder: Path) -> None:
    """The gold with its texts, as the scorer reads it."""
    articles = texts()
    folder.mkdir(parents=True, exist_ok=True)
    rows = [
        {"doc": doc, "text": articles[doc]["text"], "attributions": found}
        for doc, found in sorted(the_gold().items())
    ]
    (folder / "conflict.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


def main() -> None:
    """Print agreement, the package's acts, or write the gold with texts."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--manner", action="store_true", help="acts and hedging on the gold's own spans")
    parser.add_argument("--gold", type=Path, metavar="DIR", help="write the gold with its texts there")
    given = parser.parse_args()
    if given.gold:
        write(given.gold)
    elif given.manner:
        given_spans, found = manner(the_gold())
        report(given_spans, title="on the gold's own spans")
        report(found, title="on statements found")
    else:
        for name, value in agreement(readings("a"), readings("b")).items():
            print(f"{name:<28} {value:g}" if value > 1 else f"{name:<28} {value:.3f}")


if __name__ == "__main__":
    main()
