"""Dates that claims name, worked out against the published date."""

from bisect import bisect_right
from collections.abc import Sequence

from counterclaim.records import Article, Claim, DateMention, Parse, Token
from counterclaim.stages.ground.claims import claim_at
from counterclaim.values.dates import (
    DateWords,
    acled_precision,
    find_dates,
    quarter_named,
    ucdp_precision,
)
from counterclaim.values.dates.words import year_named

FUTURE = frozenset(
    {"will", "shall", "'ll", "’ll", "wo", "would", "may", "might", "could", "should", "must", "can"}
)
"""Auxiliaries that put a clause into the future, or leave it open: what may be is not yet."""

PAST = frozenset({"was", "were", "had", "did", "been", "has", "have", "'ve", "’ve"})
PRESENT = frozenset({"is", "are", "'s", "’s", "'re", "’re", "am", "be", "being"})

PLANNED = frozenset({"schedule", "expect", "plan", "due", "slate", "set", "intend", "anticipate"})
"""Participles of what is to come: "talks scheduled for Friday"."""

PLANS = PLANNED | frozenset(
    {"be", "plan", "intend", "hope", "want", "prepare", "agree", "vow", "pledge", "promise", "decide", "aim"}
    | {"suppose", "propose", "threaten", "deadline", "likely", "ready", "go", "decision", "proposal", "order"}
)
"""Words whose "to …" tells of what is to come."""

TELLING = frozenset(
    {
        "say",
        "tell",
        "report",
        "write",
        "quote",
        "show",
        "cite",
        "have",
        "do",
        "be",
        "recall",
        "describe",
        "claim",
    }
)
"""Verbs whose present tense, beside a day, tells of the past ("the paper reports Friday")."""

NAMING = frozenset({"dobj", "pobj", "nsubj", "nsubjpass", "attr", "compound", "appos", "dative"})
"""Edges on which a noun stands: a verb in the present on one is a noun that the parser took for a verb."""

DATED_PARTS = frozenset({"headline", "dateline", "caption", "body"})
"""Parts whose dates are read; a credit's or source line's date is about a picture or a page."""

DATING = frozenset({"date", "time"})
"""Kinds of mention that date a claim; a length of time or "now" dates none."""

DIRECTLY = 2
"""Steps from a day over a preposition to its verb. Farther down it may belong to a noun of its own."""


def read_dates(
    article: Article, parse: Parse, claims: Sequence[Claim], *, words: DateWords
) -> tuple[DateMention, ...]:
    """Read the dates of an article, in the order of the text.

    Relative dates are reckoned from the published date, into the past unless the verb that governs them is
    in the future. Without one, a day that states no year takes that of the nearest date before it that does.
    """
    starts = parse.starts
    mentions = []
    year: int | None = None
    quarter: tuple[int, int] | None = None
    named: str | None = None
    for part in sorted(article.parts, key=lambda p: p.start):
        if part.kind not in DATED_PARTS:
            continue

        def ahead(at: int, base: int = part.start, present: bool = part.kind == "body") -> bool:
            index = bisect_right(starts, base + at) - 1
            return index >= 0 and in_future(parse.tokens, index, present=present)

        for found in find_dates(
            article.text[part.start : part.end],
            words=words,
            anchor=article.published,
            ahead=ahead,
            year=year,
            quarter=quarter,
            named=named,
        ):
            start, end = part.start + found.start, part.start + found.end
            claim = claim_at(claims, start, end)
            mentions.append(
                DateMention(
                    claim=claim.id if claim and found.kind in DATING else None,
                    article=article.id,
                    start=start,
                    end=end,
                    text=article.text[start:end],
                    value=found.value,
                    precision=found.precision,
                    basis=found.basis,
                    kind=found.kind,
                    timeml=found.timeml,
                    date_prec=ucdp_precision(found.value) if found.value else None,
                    time_precision=acled_precision(found.value) if found.value else None,
                )
            )
            year = year_named(article.text[start:end]) or year
            named = found.value.split("/")[0] if found.value else named
            quarter = quarter_named(article.text[start:end], found.timeml) or quarter
    return tuple(mentions)


def in_future(tokens: Sequence[Token], index: int, *, present: bool = False) -> bool:
    """Whether the verb that governs a token is told as to come.

    So are "will meet Friday", "is to meet Friday", "scheduled for Friday"; with `present` also "the court
    meets Friday", but not "he says Friday".
    """
    at, steps = index, -1
    for steps in range(8):  # noqa: B007
        token = tokens[at]
        if token.pos in ("VERB", "AUX") and not (token.dep in NAMING and token.tag in ("VBZ", "VBP")):
            break
        if token.head == at:
            return False
        at = token.head
    else:
        return False
    verb, helped = tokens[at], _auxiliaries(tokens, at)
    if helped & FUTURE:
        return True
    if verb.lemma.lower() in PLANNED and verb.tag == "VBN" and not helped & PAST:
        return True
    if "to" in helped:
        return _is_to(tokens, at)
    if verb.tag in ("VBD", "VBN") and not (helped & PRESENT and not helped & PAST):
        return False
    present = present and steps <= DIRECTLY
    if verb.tag == "VBG":
        return present and bool(helped & PRESENT) and "been" not in helped
    return present and verb.tag in ("VBZ", "VBP", "VBN") and verb.lemma.lower() not in TELLING


def _auxiliaries(tokens: Sequence[Token], verb: int) -> set[str]:
    """The auxiliaries just before a verb, lower-case."""
    near = range(max(0, verb - 6), verb)
    return {
        tokens[i].text.lower() for i in near if tokens[i].head == verb and tokens[i].dep in ("aux", "auxpass")
    }


def _is_to(tokens: Sequence[Token], verb: int) -> bool:
    """Whether it is one of "is to meet", "is scheduled to meet", "plans to meet", "a plan to meet"."""
    head = tokens[verb].head
    if head >= verb:
        return False
    if tokens[verb].dep in ("acl", "relcl"):
        return True
    planned = tokens[verb].dep in ("xcomp", "ccomp") and tokens[head].lemma.lower() in PLANS
    return planned and not _auxiliaries(tokens, head) & {"had"}
