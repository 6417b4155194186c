"""Score figures: found, with the right bounds, of the right thing, by the right claimant."""

import re
from collections import Counter

from words import Articles, Place, Record, shares


def score(gold: Record, dossier: Record) -> dict[str, float]:
    """Shares: of the gold figures those found, and of the found those right in each respect."""
    articles = Articles(dossier)
    names = {a["id"]: a["name"] for a in dossier["actors"]}
    counts: Counter[str] = Counter()
    for wanted in gold["figures"]:
        place = where(articles, wanted)
        if place is None:
            continue
        counts["all"] += 1
        here = [
            f
            for f in dossier["figures"]
            if f["article"] == place[0] and f["start"] < place[2] and place[1] < f["end"]
        ]
        if not here:
            continue
        counts["found"] += 1
        if "vague" not in (wanted.get("note") or ""):
            counts["clear"] += 1
            counts["bounds"] += any(bounds(f) == bounds(wanted) for f in here)
        who = wanted.get("claimant") or wanted.get("speaker")
        counted = stems(wanted.get("counted") or wanted.get("count"))
        counts["counted"] += any(stems(f["counted"]) & counted for f in here)
        counts["claimant"] += any(
            not f["claimant"] if not who else bool(stems(names.get(f["claimant"])) & stems(who)) for f in here
        )
    return shares(
        figures_found=(counts["found"], counts["all"]),
        bounds_right=(counts["bounds"], counts["clear"]),
        counted_right=(counts["counted"], counts["found"]),
        claimant_right=(counts["claimant"], counts["found"]),
    )


def where(articles: Articles, wanted: Record) -> Place | None:
    """Where a gold figure stands: its words within its anchor."""
    around = articles.find(wanted["doc"], wanted["anchor"])
    if around is None:
        return None
    text = articles.by_id[around[0]]["text"]
    at = text.lower().find(wanted["text"].lower(), around[1], around[2])
    return (around[0], at, at + len(wanted["text"])) if at >= 0 else around


def stems(text: str | None) -> set[str]:
    """The first four letters of each word that tells something."""
    return {word[:4] for word in re.findall(r"[a-z]{3,}", (text or "").lower())} - {
        "the",
        "and",
        "for",
        "peop",
    }


def bounds(figure: Record) -> tuple[float | None, float | None, float | None]:
    """Low, high and best; a plain number is all three."""
    low, high, best = figure.get("low"), figure.get("high"), figure.get("best")
    if low is not None and low == high:
        best = low if best is None else best
    if best is not None and (low, high) in ((None, None), (best, best)):
        return best, best, best
    return low, high, best
