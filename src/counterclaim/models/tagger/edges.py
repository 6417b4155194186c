"""Where two windows meet: what stands there is read once more, with both sides in sight."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from counterclaim.models.tagger.decode import Floats, Scores, shares_of
from counterclaim.models.tagger.windows import SENTENCE_ENDS, Window
from counterclaim.models.tagger.words import Word

SIDE = 80
"""Word pieces that an edge takes from either side. Set on PolNeAR dev, where 56 and 100 do a
little worse."""

SIGHT = 60
"""Words beyond which to see further adds nothing to what a reading weighs. Set on PolNeAR dev and our gold of
conflict reporting, a little above 30 and above equal weights."""

NEAREST = 5
"""What the reading of a word at the very edge weighs."""

NEAR = 20
SURE = 0.6
"""An edge is not read where of so many words on either side each has a tag of such a chance. On PolNeAR dev
that is three edges of ten, at no loss."""

LEAST = 1e-9
"""Chance of what neither reading holds possible: logarithms need one."""


@dataclass(frozen=True, slots=True)
class View:
    """Another reading of `count` words in a row, which begin at word `at` here and at word `there` in it."""

    scores: Scores
    at: int
    there: int
    count: int


@dataclass(frozen=True, slots=True)
class Edge:
    """The last paragraphs of a window and the first of the next, as a window of their own.

    `before`: how many of the first window's `words` stand in it.
    """

    window: Window
    words: int
    before: int

    def views(self, scores: Scores) -> tuple[View, View]:
        """What is said of it, as the first window and as the next has its words."""
        after = len(scores.tags) - 1 - self.before
        return (
            View(scores, at=1 + self.words - self.before, there=1, count=self.before),
            View(scores, at=1, there=1 + self.before, count=after),
        )


def edge(left: Window, right: Window, text: str) -> Edge:
    """The edge of two windows of a text."""
    before = [p[::-1] for p in _near([p[::-1] for p in reversed(left)], text, behind_stop=True)][::-1]
    after = _near(right, text, behind_stop=False)
    return Edge([*before, *after], words=_words(left), before=_words(before))


def unsure(left: Scores, right: Scores) -> bool:
    """Whether the readings of two windows leave open what a word near their edge is."""
    near = np.concatenate([left.tags[1:][-NEAR:], right.tags[1:][:NEAR]])
    return bool((shares_of(near).max(axis=-1) < SURE).any())


def together(own: Scores, others: Sequence[View]) -> Scores:
    """The mean chances of a window's own reading and of others, of each word by how far each sees."""
    if not others:
        return own
    words = len(own.tags) - 1
    before, after = any(view.there > 1 for view in others), any(view.there == 1 for view in others)
    weights = np.concatenate([[[1.0]], _sight(words, before=before, after=after)], dtype=np.float32)
    tags, to_cue, to_source = (
        shares_of(scores) * weights for scores in (own.tags, own.to_cue, own.to_source)
    )
    whole = weights.copy()
    for view in others:
        here, there = (slice(at, at + view.count) for at in (view.at, view.there))
        weights = _sight(len(view.scores.tags) - 1)[there.start - 1 : there.stop - 1]
        whole[here] += weights
        tags[here] += shares_of(view.scores.tags[there]) * weights
        for table, scores in ((to_cue, view.scores.to_cue), (to_source, view.scores.to_source)):
            shares = shares_of(scores[there]) * weights
            table[here, 0] += shares[:, 0]
            table[here, here] += shares[:, there]
    return Scores(*(_logarithms(table / whole) for table in (tags, to_cue, to_source)))


def _sight(words: int, *, before: bool = True, after: bool = True) -> Floats:
    """How many words are in sight of each on its narrower side, [words, 1].

    `before`, `after`: whether the text goes on there.
    """
    numbers = np.arange(words, dtype=np.float32)[:, None]
    sides = [side for side, goes_on in ((numbers, before), (numbers[::-1], after)) if goes_on]
    found: Floats = np.float32(NEAREST) + np.minimum.reduce([np.full_like(numbers, SIGHT), *sides])
    return found


def _logarithms(chances: Floats) -> Floats:
    found: Floats = np.log(chances.clip(LEAST))
    return found


def _near(paragraphs: Sequence[list[Word]], text: str, *, behind_stop: bool) -> Window:
    """The first paragraphs that fit into a side, of one that alone does not as many sentences as do."""
    found: Window = []
    room = SIDE
    for paragraph in paragraphs:
        room -= 1 + sum(len(word.pieces) for word in paragraph)
        if room < 0:
            break
        found.append(paragraph)
    return found or [_sentences(paragraphs[0], text, behind_stop=behind_stop)]


def _sentences(words: list[Word], text: str, *, behind_stop: bool) -> list[Word]:
    """The first words that fit into a side, up to a sentence's end if one is among them.

    `behind_stop`: the words are read backwards, so that a sentence is whole where a stop follows.
    """
    room, whole, fitting = SIDE - 1, 0, 0
    for number, word in enumerate(words):
        stop = text[word.start] in SENTENCE_ENDS
        if stop and behind_stop:
            whole = number
        room -= len(word.pieces)
        if room < 0:
            break
        fitting = number + 1
        if stop and not behind_stop:
            whole = fitting
    return words[: whole or fitting]


def _words(window: Window) -> int:
    return sum(map(len, window))
