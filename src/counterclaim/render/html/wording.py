"""The words of the page: standings, acts, dates, numbers. They speak of accounts, never of truth."""

import re
from collections.abc import Iterable

from counterclaim.records import Act, Answer, Question

STANDINGS: dict[str, tuple[str, str, str]] = {
    "disputed": ("≠", "disputed", "answers that cannot both hold"),
    "corroborated": ("=", "corroborated", "the same answer from two roots or more that are not of one side"),
    "one_sided": ("◐", "one side only", "only one side says it, however often"),
    "single_source": ("·", "one source", "it rests on one root; no other account read here says this"),
}
"""Standing → its sign, its word, what it means."""

KINDS: dict[str, str] = {
    "figure": "How many",
    "responsibility": "Who is blamed",
    "occurrence": "Did it happen",
    "control": "Who holds it",
    "cause": "Why",
    "motive": "What for",
    "time": "When",
    "place": "Where",
    "judgement": "How it is judged",
}

ACTS: dict[str, str] = {
    "say": "Said by",
    "report": "Reported by",
    "accuse": "Accusation by",
    "deny": "Denied by",
    "admit": "Admitted by",
    "demand": "Demanded by",
    "warn": "Warning by",
    "condemn": "Condemned by",
    "believe": "View of",
    "order": "Ordered by",
    "promise": "Promised by",
    "announce": "Announced by",
    "ask": "Asked by",
    "claim_responsibility": "Responsibility taken by",
    "praise": "Praise by",
    "support": "Support by",
    "oppose": "Opposition by",
    "other": "Attributed to",
}

UNSAID = re.compile(
    r"\b(?:not|never|cannot|no|nothing|none|without|refus\w+|declin\w+|fail\w+|unable|unwilling|silent|silence|mum"
    r"|withh[eo]ld\w*|ignor\w+|avoid\w*|refrain\w*|abstain\w*)\b|n['’]t\b",
    re.IGNORECASE,
)
"""Words by which an act of no other kind leaves something unsaid: "did not say", "gave no toll"."""


def act_words(act: Act, words: str) -> str:
    """How the page names an act; of "other" the `words` of its cue tell whether a thing was left unsaid."""
    return "Not said by" if act == "other" and UNSAID.search(words) else ACTS[act]


STATUSES: dict[str, str] = {
    "alleged": "given as alleged, not as fact",
    "denied": "given as denied",
    "planned": "planned, not done",
    "threatened": "threatened, not done",
    "hypothetical": "supposed, not asserted",
    "condemned": "spoken of in condemning it",
}
"""How a claim is put forward, where it is not simply asserted."""

PREDICATES: dict[str, str] = {
    "backs": "backs",
    "opposes": "opposes",
    "part_of": "is part of",
    "formerly": "was formerly",
    "also_known_as": "is also called",
}

ACTOR_KINDS: dict[str, str] = {"armed_group": "armed group", "organisation": "organisation"}
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


def count(number: int, one: str, many: str | None = None) -> str:
    """`3 articles`, `1 article`, `no articles`."""
    words = one if number == 1 else many or f"{one}s"
    return f"{number:,} {words}" if number else f"no {words}"


def listing(items: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    names = list(items)
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def shortened(text: str, limit: int) -> str:
    """`text` cut at a word before `limit` characters, with an ellipsis."""
    flat = " ".join(text.split())
    if len(flat) <= limit:
        return flat
    head = flat[: limit - 1]
    return (head.rsplit(" ", 1)[0] if " " in head[limit // 2 :] else head).rstrip(" ,;:") + "…"


def number(value: float) -> str:
    """A number with its thousands set apart."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,g}"


_TOLD_APART = re.compile(r"\s+\((?P<place>[^()]*,\s)?(?P<day>\d{4}(?:-\d\d){0,2})\)\Z")
_BRACKETED = re.compile(r"\(([^()]*)\)\s*\??\Z")
_DAY = re.compile(r"(?<![\w-])\d{4}-(?:0[1-9]|1[0-2])(?:-[0-3]\d)?(?![\w-])")


def parted(title: str) -> tuple[str, str | None]:
    """A story's title without the day in brackets that tells it from others of its name, and that day."""
    found = _TOLD_APART.search(title)
    if found is None:
        return title, None
    place = (found["place"] or "").rstrip(", ")
    return f"{title[: found.start()]}{f' ({place})' if place else ''}", found["day"]


def question_text(question: Question) -> str:
    """A question's text with the dates of its scope, which it has in brackets at its end, in words."""
    found = _BRACKETED.search(question.text)
    if found is None:
        return question.text
    scope = _DAY.sub(lambda day: date(day[0]), found[1])
    return f"{question.text[: found.start(1)]}{scope}{question.text[found.end(1) :]}"


def answer_text(question: Question, answer: Answer) -> str:
    """An answer's text: dates of a question of time in words, each wording of a number once."""
    if question.kind == "time":
        return _DAY.sub(lambda day: date(day[0]), answer.text)
    if question.kind == "figure":
        once: dict[str, str] = {}
        for words in answer.text.split(" / "):
            once.setdefault(words.casefold(), words)
        return " / ".join(once.values())
    return answer.text


def date(value: str | None) -> str:
    """An EDTF date in words: `14 December 2016`, `December 2016`, `5 to 7 May 2017`."""
    if not value:
        return "no date"
    if "/" in value:
        start, _, end = value.partition("/")
        opened = "open" if start in ("", "..") else date(start)
        return f"{opened} to {'open' if end in ('', '..') else date(end)}"
    about = "about " if value[-1:] in "~?%" else ""
    day, _, clock = value.rstrip("~?%").partition("T")
    year, *rest = day.lstrip("-").split("-")
    if year.upper().endswith("X"):
        year = f"{year[:-1]}0s" if year[:-1].isdigit() else year
    words = year
    if rest and rest[0].isdigit():
        month = int(rest[0])
        seasons = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
        name = MONTHS[month - 1] if 1 <= month <= 12 else seasons.get(month, rest[0])
        words = f"{name} {year}"
        if len(rest) > 1 and rest[1].isdigit():
            words = f"{int(rest[1])} {words}"
    return f"{about}{words}{f', {clock[:5]}' if clock else ''}"
