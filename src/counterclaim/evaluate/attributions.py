"""How near the attributions read of one text come to those that stand in the data.

The definitions are those usual for PolNeAR. Attributions are paired one to one, best content overlap first
(Jaccard of token sets, half or more); of equals one whose source matches, then the earliest. *Who said what*
counts the pairs whose sources match too: they share a word that tells something, or neither has such a word
and they read the same, or neither has any.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.evaluate.words import Words
from counterclaim.records import Extent

HALF = 0.5
"""Content overlap from which two attributions are a pair."""

LITTLE = frozenset(
    re.findall(
        "[a-z]+",
        """
        i you he she it we they me him her us them this that these those who whom whose which what his its
        their our my your himself herself itself themselves myself yourself ourselves
        one ones others some many most everyone anyone someone nobody everybody anybody somebody all any both
        each few more other another own same such
        a an the of in on at by to from for with and or but nor as about into over after before during
        between against through out up down off again just very than then there here when where while if so
        is are was were be been being am has have had do does did no not can will would could should may might
        must also s t re ve ll d m
        mr mrs ms miss dr sen rep gov
        """,
    )
)
"""Words that do not tell one source from another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One attribution as extents of a text."""

    source: tuple[Extent, ...]
    cue: tuple[Extent, ...]
    content: tuple[Extent, ...]


class _Side:
    """One attribution as sets of tokens."""

    def __init__(self, said: Said, words: Words) -> None:
        self.roles = {
            "source": words.within(said.source),
            "cue": words.within(said.cue),
            "content": words.within(said.content),
        }
        self.content = self.roles["content"]
        self.content_words = frozenset(n for n in self.content if words.worded(n))
        self.source = [words.words[n] for n in sorted(self.roles["source"]) if words.worded(n)]
        self.telling = frozenset(self.source) - LITTLE


def compare(
    words: Words, wanted: Sequence[Said], found: Sequence[Said]
) -> tuple[Counter[str], list[Extent], frozenset[int]]:
    """Count what is right in one text; with the pairs (number wanted, number found).

    The last are the numbers of those found that count for *who said what*.

    Counts: wanted, found, half, exact, exact_words, who, sourced and same_source (of the pairs whose gold
    has a source), and for each role `<role>_right`, `_found`, `_wanted` in tokens of all of them together.
    """
    left, right = [_Side(one, words) for one in wanted], [_Side(one, words) for one in found]
    pairs = _paired(left, right)
    counts: Counter[str] = Counter(wanted=len(left), found=len(right), half=len(pairs))
    for role in ("source", "cue", "content"):
        gold = frozenset[int]().union(*(side.roles[role] for side in left))
        got = frozenset[int]().union(*(side.roles[role] for side in right))
        counts.update(
            {f"{role}_right": len(gold & got), f"{role}_found": len(got), f"{role}_wanted": len(gold)}
        )
    right_ones = set()
    for i, j in pairs:
        same = _same_source(left[i], right[j])
        counts["exact"] += left[i].content == right[j].content
        counts["exact_words"] += left[i].content_words == right[j].content_words
        counts["who"] += same
        if same:
            right_ones.add(j)
        if left[i].source:
            counts["sourced"] += 1
            counts["same_source"] += same
    return counts, pairs, frozenset(right_ones)


def _paired(left: Sequence[_Side], right: Sequence[_Side]) -> list[Extent]:
    candidates = []
    for i, one in enumerate(left):
        for j, other in enumerate(right):
            both = len(one.content & other.content)
            overlap = both / (len(one.content) + len(other.content) - both) if both else 0.0
            if overlap >= HALF:
                candidates.append((-overlap, not _same_source(one, other), min(one.content), i, j))
    used: set[tuple[str, int]] = set()
    pairs = []
    for *_, i, j in sorted(candidates):
        if not used & {("left", i), ("right", j)}:
            used |= {("left", i), ("right", j)}
            pairs.append((i, j))
    return pairs


def _same_source(one: _Side, other: _Side) -> bool:
    if not one.source or not other.source:
        return not one.source and not other.source
    if one.telling or other.telling:
        return bool(one.telling & other.telling)
    return one.source == other.source
