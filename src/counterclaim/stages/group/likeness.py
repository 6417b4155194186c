"""How like two articles are: topic, names, words and days, each with its weight."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from counterclaim.records import Article, Extent, Reading

WEIGHTS: dict[str, float] = {"topic": 7.0, "names": 10.0, "words": 4.5, "threshold": -6.3}
"""Weights of a logistic model of "the same story", fitted to pairs of articles of the development parts
of FA-KES (same day and place, against more than a day apart), NewsWCL50 and ECB+ (same event or not),
each set and each class weighing the same. "threshold" is its constant: above 0 is likelier than not."""

DAYS: tuple[tuple[int, float], ...] = ((1, 0.8), (3, 0.3), (7, -0.5), (14, -1.5), (31, -3.0))
"""What days between two articles add: up to so many days apart, so much. Unknown days add nothing."""

APART = -5.0
"""What more days than that add."""

LEAD = 5
"""Sentences from the start that stand for an article, besides its title. They are encoded as one text: as
good as the mean of their vectors on NewsWCL50 and FA-KES, better on ECB+, at half the time."""

LONGEST_LEAD = 900
"""Characters that are encoded; the encoder reads about six hundred of them."""

RARE = 30
"""Heaviest words of an article by which it is proposed to others."""

ALL_PAIRS = 120
"""Up to so many articles every pair is compared."""

NEAREST = 6
"""With how many neighbours by day an article is proposed for each rare word."""

NAMED = 4
"""Shared names that a reason tells."""

_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’']?\s+(?=[A-Z“\"‘])|\n+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What grouping sees of an article. `names` and `words` are TF-IDF vectors of length 1 or empty.

    `day` is the first day of `Article.published`, None if unknown. `opening` is a headline or the first
    sentence; `places` are the names of places by how often they are named, countries left out.
    """

    article: str
    file: str
    day: str | None
    opening: str
    places: tuple[str, ...]
    vector: NDArray[np.float32]
    names: Mapping[str, float]
    words: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How like two articles are, above 0 likelier one story than not, and why, in words."""

    score: float
    why: str


def profiles(
    readings: Sequence[Reading], encoder: Callable[[Sequence[str]], NDArray[np.float32]]
) -> dict[str, Profile]:
    """Make the profile of each article; words are weighed against all the articles given."""
    leads = [_lead(r) for r in readings]
    vectors = encoder([_joined(lead) for lead in leads])
    words = [_counted(r.article, names=False) for r in readings]
    names = [_counted(r.article, names=True) for r in readings]
    word_vectors, name_vectors = _weighed(words), _weighed(names)
    found = {}
    for number, reading in enumerate(readings):
        found[reading.article.id] = Profile(
            article=reading.article.id,
            file=reading.article.file,
            day=day_of(reading.article.published),
            opening=leads[number][0] if leads[number] else "",
            places=_places(reading),
            vector=vectors[number],
            names=name_vectors[number],
            words=word_vectors[number],
        )
    return found


def likeness(one: Profile, other: Profile) -> Likeness:
    """Compare two articles."""
    topic = float(one.vector @ other.vector)
    names, words = _dot(one.names, other.names), _dot(one.words, other.words)
    days = days_between(one.day, other.day)
    score = (
        WEIGHTS["topic"] * topic
        + WEIGHTS["names"] * names
        + WEIGHTS["words"] * words
        + WEIGHTS["threshold"]
        + _for_days(days)
    )
    shared = sorted(one.names.keys() & other.names.keys(), key=lambda n: (-one.names[n] * other.names[n], n))
    told = ", ".join(shared[:NAMED]) or "none"
    apart = "days unknown" if days is None else "the same day" if days == 0 else f"{days} days apart"
    return Likeness(
        score=score,
        why=f"topic {topic:.2f}, names {names:.2f} (shared: {told}), words {words:.2f}, {apart}; "
        f"weighed together {score:+.1f}.",
    )


def proposed(own: Mapping[str, Profile]) -> list[tuple[str, str]]:
    """Pairs of articles worth comparing: all of a small set, else those that share rare words."""
    ordered = sorted(own.values(), key=lambda p: (p.day or "9999", p.article))
    if len(ordered) <= ALL_PAIRS:
        ids = sorted(own)
        return [(a, b) for i, a in enumerate(ids) for b in ids[i + 1 :]]
    holders: dict[str, list[str]] = defaultdict(list)
    for profile in ordered:
        rare = sorted(profile.words, key=lambda w: (-profile.words[w], w))[:RARE]
        for word in rare:
            holders[word].append(profile.article)
    pairs = {
        (min(a, b), max(a, b))
        for held in holders.values()
        for i, a in enumerate(held)
        for b in held[i + 1 : i + 1 + NEAREST]
    }
    return sorted(pairs)


def day_of(published: str | None) -> str | None:
    """The first day of an EDTF date as an ISO date; None for what has no year, month and day."""
    match = re.match(r"\d{4}-\d{2}-\d{2}", published or "")
    try:
        return date.fromisoformat(match.group()).isoformat() if match else None
    except ValueError:
        return None


def days_between(one: str | None, other: str | None) -> int | None:
    """Days between two ISO dates, None if one is unknown."""
    if one is None or other is None:
        return None
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)


def _for_days(days: int | None) -> float:
    if days is None:
        return 0.0
    return next((weight for limit, weight in DAYS if days <= limit), APART)


def _lead(reading: Reading) -> list[str]:
    """The title and the first sentences of an article's headline and body."""
    article = reading.article
    lead = [article.title] if article.title else []
    limit = LEAD + len(lead)
    parts: list[Extent] = [(p.start, p.end) for p in article.parts if p.kind in ("headline", "body")]
    for start, end in parts or [(0, len(article.text))]:
        for sentence in _SENTENCE.split(article.text[start:end]):
            if len(lead) == limit:
                return lead
            if sentence.strip():
                lead.append(sentence.strip()[:LONGEST_LEAD])
    return lead


def _counted(article: Article, *, names: bool) -> Counter[str]:
    """The words of an article in lower case, or only its names: those mostly written with a capital."""
    counts: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for match in _WORD.finditer(f"{article.title or ''}\n{article.text}"):
        word = re.sub(r"['’]s$", "", match.group().casefold())
        if len(word) > 2:
            counts[word] += 1
            capital[word] += match.group()[0].isupper()
    if not names:
        return counts
    return Counter({word: n for word, n in capital.items() if 2 * n > counts[word]})


def _weighed(rows: Sequence[Counter[str]]) -> list[dict[str, float]]:
    """TF-IDF vectors of length 1: (1 + log count) · log(1 + articles / articles with the word)."""
    held = Counter(word for row in rows for word in row)
    found = []
    for row in rows:
        weights = {w: (1 + math.log(n)) * math.log(1 + len(rows) / held[w]) for w, n in sorted(row.items())}
        length = math.sqrt(sum(x * x for x in weights.values())) or 1.0
        found.append({w: x / length for w, x in weights.items()})
    return found


def _dot(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    if len(one) > len(other):
        one, other = other, one
    return math.fsum(weight * other[word] for word, weight in one.items() if word in other)


def _joined(lead: Sequence[str]) -> str:
    return " ".join(text if text[-1] in ".!?" else f"{text}." for text in lead)[:LONGEST_LEAD]


def _places(reading: Reading) -> tuple[str, ...]:
    counts = Counter(p.name for p in reading.places if p.precision != "country")
    return tuple(sorted(counts, key=lambda name: (-counts[name], name)))
