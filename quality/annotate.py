"""Make examples/<event>/gold.json out of quality/sources/<event>.toml: words in, offsets out.

    python quality/annotate.py            write the gold of every source
    python quality/annotate.py --check    exit 1 where a written gold differs from its source

A source names words; this finds them in the text that `counterclaim.intake` gives and refuses words that are
not there. Content that occurs twice is an error; a source or cue is the occurrence nearest to its content.
"""

import argparse
import json
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from counterclaim import intake
from counterclaim.records import RawText

HERE = Path(__file__).parent
EXAMPLES = HERE.parent / "examples"

Find = Callable[[str, str], list[int]]


def texts_of(event: str) -> dict[str, str]:
    """The text of each article of an event by file stem, as intake gives it."""
    raws = intake.gather([EXAMPLES / event / "articles"])
    return {Path(raw.file).stem: raw.text for raw in raws if isinstance(raw, RawText)}


def only(text: str, words: str, *, within: tuple[int, int] | None = None) -> list[int]:
    """The extent of words that occur exactly once. Raises LookupError otherwise."""
    start, end = within or (0, len(text))
    at = text.find(words, start, end)
    if at < 0 or text.find(words, at + 1, end) >= 0:
        raise LookupError(f"{'twice' if at >= 0 else 'not'} in the text: {words!r}")
    return [at, at + len(words)]


def nearest(text: str, words: str, beside: list[int]) -> list[int]:
    """The occurrence of words, as whole words, nearest to an extent and outside of it where possible."""
    found = []
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        if not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
            inside = at < beside[1] and beside[0] < end
            distance = min(abs(at - beside[1]), abs(beside[0] - end))
            found.append(((inside, distance), [at, end]))
        at = text.find(words, at + 1)
    if not found:
        raise LookupError(f"not in the text: {words!r}")
    return min(found)[1]


def attribution(row: list[Any], texts: dict[str, str]) -> dict[str, Any]:
    """One attribution with its offsets."""
    article, source, cue, content, speaker, kind, *more = row
    extra: dict[str, Any] = dict(more[0]) if more else {}
    text = texts[article]
    around = only(text, extra.pop("within")) if "within" in extra else None
    pieces = [content] if isinstance(content, str) else content
    parts = extra.pop("only", None)
    if parts:
        whole = only(text, pieces[0])
        spans = [only(text, part, within=(whole[0], whole[1])) for part in parts]
    else:
        spans = [within_or(only, text, piece, around) for piece in pieces]
    beside = around or spans[0]

    def by_it(text: str, words: str) -> list[int]:
        return nearest(text, words, beside)

    made: dict[str, Any] = {
        "article": article,
        "source": [within_or(by_it, text, source, around)],
        "cue": [within_or(by_it, text, cue, around)],
        "content": spans,
        "speaker": speaker,
        "kind": kind,
    }
    if "via" in extra:
        made["via"] = [via for via, _ in extra["via"]]
        made["hops"] = [
            {"source": [nearest(text, via, spans[0])], "cue": [nearest(text, by, spans[0])], "speaker": via}
            for via, by in extra.pop("via")
        ]
    return made | extra


def within_or(find: Find, text: str, words: str, around: list[int] | None) -> list[int]:
    """Words inside the given surroundings, else where `find` finds them."""
    if around is not None and (at := text.find(words, around[0], around[1])) >= 0:
        return [at, at + len(words)]
    return find(text, words)


def inside(row: list[Any], texts: dict[str, str]) -> tuple[str, list[int]]:
    """Article and extent of `words` within `anchor`, from a row that begins with article, anchor, words."""
    article, anchor, words = row[:3]
    start, end = only(texts[article], anchor)
    return article, only(texts[article], words, within=(start, end))


def figure(row: list[Any], texts: dict[str, str]) -> dict[str, Any]:
    """One figure with its offsets."""
    article, span = inside(row, texts)
    low, high, best = (None if bound == "" else bound for bound in row[3:6])
    made = {"doc": article, "anchor": row[1], "text": row[2], "span": span}
    made |= {"low": low, "high": high, "best": best, "counted": row[6]}
    return made | {"population": row[7] or None, "claimant": row[8] or None}


def gold(event: str) -> dict[str, Any]:
    """The gold of an event as it is written to gold.json."""
    source = tomllib.loads((HERE / "sources" / f"{event}.toml").read_text("utf-8"))
    texts = texts_of(event)
    dates = [(inside(row, texts), row) for row in source["dates"]]
    places = [(inside(row, texts), row) for row in source["places"]]
    relations = [r | {"span": only(texts[r["article"]], r["evidence"])} for r in source["relations"]]
    check_evidence(source, texts)
    return {
        "about": source["about"],
        "articles": source["articles"],
        "attributions": [attribution(row, texts) for row in source["attributions"]],
        "figures": [figure(row, texts) for row in source["figures"]],
        "dates": [{"article": a, "text": row[2], "value": row[3], "span": s} for (a, s), row in dates],
        "places": [
            {"article": a, "text": row[2], "span": s, "lat": row[3], "lon": row[4], "within_km": row[5]}
            for (a, s), row in places
        ],
        "sides": source["sides"],
        "relations": relations,
        "labels": source["labels"],
        "questions": source["questions"],
        "corroborated": source["corroborated"],
        "not_disputes": source["not_disputes"],
        "copies": source["copies"],
    }


def check_evidence(source: dict[str, Any], texts: dict[str, str]) -> None:
    """Refuse evidence that does not stand in its article."""
    pieces = [e for q in source["questions"] for a in q["answers"] for e in a["evidence"]]
    pieces += [e for c in source["corroborated"] for e in c["evidence"]]
    pieces += [e for pair in source["not_disputes"] for e in pair[:2]]
    for article, words in pieces:
        if words not in texts[article]:
            raise LookupError(f"not in {article}: {words!r}")


def main() -> int:
    """Write or check the gold of every source."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 where a gold differs")
    check = parser.parse_args().check
    stale = 0
    for source in sorted((HERE / "sources").glob("*.toml")):
        target = EXAMPLES / source.stem / "gold.json"
        made = json.dumps(gold(source.stem), indent=1, ensure_ascii=False) + "\n"
        if not check:
            target.write_text(made, "utf-8")
        elif not target.exists() or target.read_text("utf-8") != made:
            print(f"{target}: differs from {source.name}; run python quality/annotate.py")
            stale = 1
    return stale


if __name__ == "__main__":
    sys.exit(main())
