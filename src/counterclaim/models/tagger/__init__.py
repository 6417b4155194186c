"""The trained tagger behind `attribute`'s Protocol: an encoder with tags and links, in ONNX, int8."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from counterclaim.models.tagger.decode import Linked, Scores, linked
from counterclaim.models.tagger.evidence import Confidence, Seen, by_rule, evidence
from counterclaim.models.tagger.hints import hinted
from counterclaim.models.tagger.merge import (
    across,
    adpositional,
    alone,
    asserts,
    in_another,
    readings,
    repeats,
    rivals,
)
from counterclaim.models.tagger.place import Place
from counterclaim.models.tagger.session import Opened, Session, opened
from counterclaim.models.tagger.windows import Window, fed, windows
from counterclaim.models.tagger.words import WordReader
from counterclaim.models.wordpiece import WordPiece
from counterclaim.records import Article, Attribution, Parse
from counterclaim.stages.attribute import Tagger

LEAST = 0.4
"""Confidence below which an attribution is dropped. The best F1 of who said what on PolNeAR dev and on our
gold of conflict reporting; both are flat from 0.3 to 0.4."""

LEAST_IN_OPINION = 0.6
"""The same in an opinion piece, where authors' own words are easily taken for reported attitudes."""

READ = frozenset({"headline", "body", "caption"})
"""Kinds of parts in which somebody may say something."""


class Candidate(NamedTuple):
    """An attribution that may be one, with the values of `evidence.NAMES`."""

    attribution: Attribution
    evidence: tuple[float, ...]


class OnnxTagger:
    """Finds attributions with a model trained on PolNeAR (Newell et al. 2018), window by window.

    What `rules` find weighs on the model's scores, and what they alone find is a candidate as well: the
    model knows no nesting. `confidence` decides which candidates stay, and stays with them. Each window is
    run by itself: padding and the shared scale of int8 activations would make it depend on its
    neighbours. The model is loaded at the first call; calls after that hold no state but the pieces of
    words met.
    """

    def __init__(
        self,
        *,
        weights: Path,
        tokenizer: Path,
        rules: Tagger,
        confidence: Confidence,
        opens: Opened = opened,
    ) -> None:
        self._weights = weights
        self._tokenizer = tokenizer
        self._rules = rules
        self._confidence = confidence
        self._opens = opens
        self._session: Session | None = None
        self._reader: WordReader | None = None

    def __call__(self, article: Article, parse: Parse) -> tuple[Attribution, ...]:
        """Find the attributions of an article, in the order of their content."""
        least = LEAST_IN_OPINION if article.genre == "opinion" else LEAST
        sure = [(one, self._confidence(values), values) for one, values in self.candidates(article, parse)]
        sure.sort(key=lambda c: -c[1])
        kept: list[Attribution] = []
        for one, chance, _ in sure:
            if chance >= least and not any(rivals(one, other) for other in kept):
                kept.append(replace(one, confidence=chance))
        for one, chance, values in sure:
            if chance >= least or not by_rule(values):
                continue
            if not any(rivals(one, other) or repeats(one, other) for other in kept):
                kept.append(replace(one, confidence=chance))
        return tuple(sorted(kept, key=lambda a: (a.content, a.cue, a.source)))

    def candidates(self, article: Article, parse: Parse) -> list[Candidate]:
        """Whatever the model or the rules take for an attribution, with what speaks for it.

        Those with one cue are ways to read one attribution; the model's own comes first.
        """
        ruled = self._rules(article, parse)
        outer = [one for one in ruled if not in_another(one, ruled)]
        read: list[Seen] = []
        tagged: list[tuple[Attribution, Seen]] = []
        for window in self.windows(article):
            seen = Seen.of(Place(window), self.scores(window))
            read.append(seen)
            found = linked(hinted(seen.scores, seen.place, outer))
            tagged.extend((attribution(seen.place, one), seen) for one in found)
        ways = [(readings(one, ruled, article, parse), seen) for one, seen in tagged]
        every = [(way, seen, by) for read_as, seen in ways for way, by in read_as]
        for one in alone([read_as[0][0] for read_as, _ in ways], ruled):
            near = window_of(one, read)
            if near is not None:
                every.append((one, near, False))
        whole = [one for one, _, _ in every]
        return [
            Candidate(
                one,
                evidence(
                    one, seen, article, ruled, found=by, inside=in_another(one, whole),
                    asserts=asserts(one, article.text, parse), across=across(one, article.text, parse),
                    adposition=adpositional(one, parse),
                ),
            )
            for one, seen, by in every
        ]  # fmt: skip

    def windows(self, article: Article) -> list[Window]:
        """The windows in which an article is read."""
        if self._reader is None:
            self._reader = WordReader(WordPiece.from_file(self._tokenizer))
        paragraphs = [self._reader(article.text, p.start, p.end) for p in article.parts if p.kind in READ]
        return list(windows(paragraphs, article.text))

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_session": None, "_reader": None}

    def scores(self, window: Window) -> Scores:
        """What the model says of a window."""
        if self._session is None:
            self._session = self._opens(self._weights)
        numbers = fed(window)
        feed = {
            "ids": np.array([numbers.ids], dtype=np.int64),
            "looks": np.array([numbers.looks], dtype=np.int64),
            "first": np.array([numbers.first], dtype=np.int64),
        }
        tags, to_cue, to_source = self._session.run(None, feed)
        return Scores(tags[0], to_cue[0], to_source[0])


def attribution(place: Place, one: Linked) -> Attribution:
    """Words of a window as extents of the article's text."""
    return Attribution(
        source=place.extents(one.source), cue=place.extents(one.cue), content=place.extents(one.content)
    )


def window_of(one: Attribution, read: Sequence[Seen]) -> Seen | None:
    """The window in which an attribution's cue stands, or its content where it has none."""
    return next((seen for seen in read if seen.place.runs(one.cue or one.content)), None)
