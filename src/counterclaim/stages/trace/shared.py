"""Words that articles share, found without comparing every article with every other.

Each article becomes a row of folded words; five words in a row are a shingle (Broder 1997, "On the
resemblance and containment of documents"). An inverted index from shingles to articles proposes pairs;
a pair is then aligned word by word. Where many articles hold the same shingle, each is proposed with a
few of them only: copies are joined over chains, so that the cost grows with the articles, not the pairs.
"""

import heapq
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from counterclaim.records import Article, Extent

SHINGLE = 5
"""Words of a shingle: fewer meet by chance ("the Syrian Observatory for Human Rights said")."""

NEIGHBOURS = 4
"""With how many earlier and later holders of a shingle an article is proposed."""

PARTNERS = 16
"""With how many others an article is aligned at most: those with which it shares most."""

SHARED_SHINGLES = 4
"""Shingles that two articles must share to be aligned at all."""

SHORTEST_RUN = 8
"""Words in a row below which a shared stretch is a turn of phrase; such runs count towards no copy."""

LONGEST_GAP = 3
"""Words changed between two shared runs that an editor's hand explains; the runs are joined over it."""

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """An article's words, folded to letters and digits, and where each stands."""

    folded: tuple[str, ...]
    extents: tuple[Extent, ...]

    @classmethod
    def of(cls, article: Article) -> "Words":
        """Fold the words of an article: "Syria's" and "Syrias" are one; dashes and bullets are none."""
        folded, extents = [], []
        for match in _WORD.finditer(article.text):
            word = "".join(c for c in match.group().casefold() if c.isalnum())
            if word:
                folded.append(word)
                extents.append(match.span())
        return cls(folded=tuple(folded), extents=tuple(extents))


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """The same words in two articles: first word and number of words in each, and how many are equal."""

    here: int
    there: int
    here_length: int
    there_length: int
    equal: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """What two articles share: the runs, in the order of the first article."""

    one: str
    other: str
    runs: tuple[Run, ...]
    words_one: int
    words_other: int

    @property
    def equal(self) -> int:
        """Words that are equal in both."""
        return sum(run.equal for run in self.runs)

    @property
    def containment(self) -> float:
        """The share of the shorter article's words that the longer holds, between 0 and 1."""
        return self.equal / max(1, min(self.words_one, self.words_other))

    @property
    def longest(self) -> int:
        """Equal words of the longest run."""
        return max((run.equal for run in self.runs), default=0)


def overlaps(words: Mapping[str, Words]) -> Iterator[Overlap]:
    """Find the pairs of articles that share stretches of `SHORTEST_RUN` words or more, in order of ids."""
    shingles = {article: _shingles(words[article].folded) for article in sorted(words)}
    for one, other in _proposed(shingles):
        runs = _aligned(words[one].folded, words[other].folded, shingles[one], shingles[other])
        if runs:
            yield Overlap(
                one=one,
                other=other,
                runs=runs,
                words_one=len(words[one].folded),
                words_other=len(words[other].folded),
            )


def extents(words: Words, start: int, length: int) -> Extent:
    """From the first to the last character of some words in a row."""
    return words.extents[start][0], words.extents[start + length - 1][1]


def _shingles(folded: Sequence[str]) -> tuple[int, ...]:
    """A number for each five words in a row, the same in every process."""
    return tuple(
        int.from_bytes(blake2b(" ".join(folded[i : i + SHINGLE]).encode(), digest_size=8).digest(), "big")
        for i in range(len(folded) - SHINGLE + 1)
    )


def _proposed(shingles: Mapping[str, Sequence[int]]) -> list[tuple[str, str]]:
    """Pairs of articles with enough shingles in common."""
    holders: dict[int, list[str]] = defaultdict(list)
    for article, row in shingles.items():
        for shingle in dict.fromkeys(row):
            holders[shingle].append(article)
    met: Counter[tuple[str, str]] = Counter()
    for held in holders.values():
        for i, one in enumerate(held):
            met.update((one, other) for other in held[i + 1 : i + 1 + NEIGHBOURS])
    partners: dict[str, list[tuple[int, tuple[str, str]]]] = defaultdict(list)
    for pair, count in met.items():
        if count >= SHARED_SHINGLES:
            for article in pair:
                partners[article].append((-count, pair))
    return sorted({pair for row in partners.values() for _, pair in heapq.nsmallest(PARTNERS, row)})


def _aligned(
    here: Sequence[str], there: Sequence[str], mine: Sequence[int], theirs: Sequence[int]
) -> tuple[Run, ...]:
    """The runs of equal words, greedy from the start, joined over small changes."""
    places: dict[int, list[int]] = defaultdict(list)
    for j, shingle in enumerate(theirs):
        places[shingle].append(j)
    found: list[Run] = []
    i = 0
    while i < len(mine):
        best, length = -1, 0
        for j in places.get(mine[i], ())[:NEIGHBOURS]:
            n = _equal_from(here, there, i, j)
            if n > length:
                best, length = j, n
        if length:
            found.append(Run(here=i, there=best, here_length=length, there_length=length, equal=length))
            i += length
        else:
            i += 1
    return tuple(run for run in _joined(found) if run.equal >= SHORTEST_RUN)


def _equal_from(here: Sequence[str], there: Sequence[str], i: int, j: int) -> int:
    n = 0
    while i + n < len(here) and j + n < len(there) and here[i + n] == there[j + n]:
        n += 1
    return n


def _joined(runs: Sequence[Run]) -> list[Run]:
    """Join neighbouring runs when a few words lie between them in both articles."""
    joined: list[Run] = []
    for run in runs:
        last = joined[-1] if joined else None
        if (
            last
            and run.here - last.here - last.here_length <= LONGEST_GAP
            and 0 <= run.there - last.there - last.there_length <= LONGEST_GAP
        ):
            joined[-1] = Run(
                here=last.here,
                there=last.there,
                here_length=run.here + run.here_length - last.here,
                there_length=run.there + run.there_length - last.there,
                equal=last.equal + run.equal,
            )
        else:
            joined.append(run)
    return joined
