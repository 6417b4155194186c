"""Score statements: who said what, against gold attributions of the same texts.

A statement is paired with the gold one whose content it shares most (Jaccard of token sets, 0.5 or more),
each used once, best first. *Who said what* counts pairs whose sources share a telling word as well, as
PolNeAR's measure does; `speaker` asks the same of the speaker resolved.
"""

from collections import Counter

from words import Articles, Record, Tokens, f1, shares

ENOUGH = 0.5


def score(gold: Record, dossier: Record) -> dict[str, float]:
    """F1 of content (exact; half or more) and of who said what; shares of speakers and hops right."""
    articles = Articles(dossier)
    counts: Counter[str] = Counter()
    for article in sorted(
        {articles.id_of(a["article"]) or "" for a in gold["attributions"]} | set(articles.by_id)
    ):
        if article in articles.by_id:
            wanted = [a for a in gold["attributions"] if articles.id_of(a["article"]) == article]
            got = [s for s in dossier["statements"] if s["article"] == article]
            counts.update(compare(articles.by_id[article]["text"], wanted, got))
    return {
        "content_exact_f1": f1(counts["exact"], counts["got"], counts["wanted"]),
        "content_half_f1": f1(counts["half"], counts["got"], counts["wanted"]),
        "who_said_what_f1": f1(counts["who"], counts["got"], counts["wanted"]),
        **shares(
            speaker_right=(counts["speaker"], counts["named"]), hops_found=(counts["hops"], counts["hopped"])
        ),
    }


def compare(text: str, wanted: list[Record], got: list[Record]) -> Counter[str]:
    """What is right in one article."""
    tokens = Tokens(text)
    contents = [tokens.within(g["content"]) for g in wanted]
    found = [tokens.within(s["content"]) for s in got]
    pairs = sorted(
        ((-len(a & b) / len(a | b), not same_source(tokens, wanted[i], got[j]), i, j))
        for i, a in enumerate(contents)
        for j, b in enumerate(found)
        if a and b and len(a & b) >= ENOUGH * len(a | b)
    )
    counts: Counter[str] = Counter(got=len(got), wanted=len(wanted))
    used: set[tuple[str, int]] = set()
    for _, wrong, i, j in pairs:
        if ("gold", i) in used or ("got", j) in used:
            continue
        used |= {("gold", i), ("got", j)}
        counts["half"] += 1
        counts["exact"] += worded(tokens, contents[i]) == worded(tokens, found[j])
        counts["who"] += not wrong
        if wanted[i].get("speaker"):
            counts["named"] += 1
            counts["speaker"] += bool(names(wanted[i]["speaker"]) & names(got[j]["speaker_name"] or ""))
        for hop in wanted[i].get("hops", []):
            counts["hopped"] += 1
            spans = [h["source"] for h in got[j]["hops"]]
            counts["hops"] += any(tokens.within(hop["source"]) & tokens.within(s) for s in spans)
    return counts


def worded(tokens: Tokens, numbers: frozenset[int]) -> frozenset[int]:
    """Token numbers without punctuation, and without a leading "that", on which conventions differ."""
    kept = sorted(n for n in numbers if tokens.words[n][0].isalnum())
    return frozenset(kept[1:] if kept and tokens.words[kept[0]] == "that" else kept)


def same_source(tokens: Tokens, wanted: Record, got: Record) -> bool:
    """Whether two sources share a telling word, or are both without words."""
    if not wanted["source"] or not got["source"]:
        return not wanted["source"] and not got["source"]
    return bool(tokens.telling(wanted["source"]) & tokens.telling(got["source"]))


def names(text: str) -> frozenset[str]:
    """The telling words of a name."""
    return Tokens(text).telling([(0, len(text))])
