"""Score questions: disputes of the gold set out and rightly named, and nothing made one that is none.

A gold dispute is found by a question of which two answers overlap evidence of two different gold answers.
"""

from itertools import permutations

from words import Articles, Place, Record, overlap, shares


def score(gold: Record, dossier: Record) -> dict[str, float]:
    """Shares; `false_disputes`, `answers_merged` and `copies_wrong` are counts: the fewer the better."""
    articles = Articles(dossier)
    got = dossier["questions"]
    disputes = [q for q in gold["questions"] if len(q["answers"]) > 1]
    alone = [
        q | {"evidence": q["answers"][0]["evidence"]} for q in gold["questions"] if len(q["answers"]) == 1
    ]
    alone += [{"standing": "corroborated", **c} for c in gold.get("corroborated", [])]
    found, right, answers, merged = 0, 0, 0, 0
    for question in disputes:
        groups = [places(articles, a["evidence"]) for a in question["answers"]]
        best = max((told(groups, q, standings(question)) for q in got), default=(False, False, 0))
        merged += sum(merges(groups, q) for q in got if q["kind"] == question["kind"])
        found += best[0]
        right += best[1]
        answers += best[2]
    singles = sum(any(settled(articles, q, g) for g in got) for q in alone)
    return {
        **shares(
            disputes_found=(found, len(disputes)),
            standing_right=(right, found),
            answers_found=(answers, sum(len(q["answers"]) for q in disputes)),
            single_found=(singles, len(alone)),
        ),
        "answers_merged": float(merged),
        "false_disputes": float(false_disputes(articles, gold, got)),
        **copies(articles, gold, dossier),
    }


def standings(question: Record) -> set[str]:
    """The standings that count as right."""
    also = question.get("also_accepted") or []
    return {question["standing"], *([also] if isinstance(also, str) else also)}


def places(articles: Articles, evidence: list[list[str]] | list[Record]) -> list[Place]:
    """Where pieces of evidence, [article, words] or {article, text}, stand."""
    pairs = [(e["article"], e["text"]) if isinstance(e, dict) else (e[0], e[1]) for e in evidence]
    return [found for article, words in pairs if (found := articles.find(article, words)) is not None]


def told(groups: list[list[Place]], question: Record, accepted: set[str]) -> tuple[bool, bool, int]:
    """Whether a question sets out a gold dispute, with the right standing; how many answers it holds."""
    held = [[any(overlap(p, a["evidence"]) for p in group) for group in groups] for a in question["answers"]]
    found = any(
        held[i][g] and held[j][h]
        for i, j in permutations(range(len(held)), 2)
        for g, h in permutations(range(len(groups)), 2)
    )
    if not found:
        return False, False, 0
    return (
        True,
        question["standing"] in accepted,
        sum(any(row[g] for row in held) for g in range(len(groups))),
    )


def merges(groups: list[list[Place]], question: Record) -> int:
    """Answers of a question that hold evidence of two gold answers: a disagreement lost."""
    return sum(
        sum(any(overlap(p, a["evidence"]) for p in group) for group in groups) > 1
        for a in question["answers"]
    )


def settled(articles: Articles, wanted: Record, question: Record) -> bool:
    """Whether one answer, of a question with the right standing, touches evidence of every article."""
    evidence = places(articles, wanted["evidence"])
    named = {p[0] for p in evidence}
    return question["standing"] in standings(wanted) and any(
        named and named <= {p[0] for p in evidence if overlap(p, a["evidence"])} for a in question["answers"]
    )


def false_disputes(articles: Articles, gold: Record, questions: list[Record]) -> int:
    """Pairs that are no disagreement and that a disputed question sets against each other."""
    wrong = 0
    for first, second, *_ in gold.get("not_disputes", []):
        ends = places(articles, [first]) + places(articles, [second])
        wrong += len(ends) == 2 and any(
            overlap(ends[0], a["evidence"]) and overlap(ends[1], b["evidence"])
            for q in questions
            if q["standing"] == "disputed"
            for a, b in permutations(q["answers"], 2)
        )
    return wrong


def copies(articles: Articles, gold: Record, dossier: Record) -> dict[str, float]:
    """The share of copies found, and how many are named that are none."""

    def pairs(rows: list[list[str]]) -> set[frozenset[str]]:
        return {frozenset(articles.id_of(name) or name for name in row[:2]) for row in rows}

    wanted = pairs(gold.get("copies", []))
    got = {
        frozenset((one, other))
        for entry in dossier["lineage"]
        if entry["kind"] == "copy"
        for one, other in permutations(entry["articles"], 2)
    }
    wrong = got - wanted - pairs(gold.get("passages", []))
    return shares(copies_found=(len(wanted & got), len(wanted))) | {"copies_wrong": float(len(wrong))}
