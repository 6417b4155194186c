"""The trained tagger behind `attribute`'s Protocol: an encoder with tags and links, in ONNX, int8."""

import itertools
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from counterclaim.models.tagger.choose import Candidate, Weighed, chosen
from counterclaim.models.tagger.decode import Linked, Scores, linked
from counterclaim.models.tagger.edges import View, edge, together, unsure
from counterclaim.models.tagger.evidence import Confidence, Page, Seen, evidence
from counterclaim.models.tagger.hints import hinted
from counterclaim.models.tagger.merge import (
    across,
    adpositional,
    alone,
    asserts,
    counts,
    in_another,
    readings,
    set_beside,
    sums_up,
    touch,
)
from counterclaim.models.tagger.nearby import Nearby
from counterclaim.models.tagger.place import Place
from counterclaim.models.tagger.session import Opened, Session, opened
from counterclaim.models.tagger.windows import Window, fed, windows
from counterclaim.models.tagger.words import WordReader
from counterclaim.models.wordpiece import WordPiece
from counterclaim.records import Article, Attribution, Parse
from counterclaim.stages.attribute import Tagger

READ = frozenset({"headline", "body", "caption"})
"""Kinds of parts in which somebody may say something."""


class OnnxTagger:
    """Finds attributions with a model trained on PolNeAR (Newell et al. 2018), window by window.

    What `rules` find weighs on the model's scores, and what they alone find is a candidate as well: the
    model knows no nesting. `confidence` decides which candidates stay, and stays with them. Each window is
    run by itself, and so is each edge where two meet: padding and the shared scale of int8 activations would
    make a window depend on others that are run with it. The model is loaded at the first call; calls after
    that hold no state but the pieces of words met.
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
        weighed = (Weighed(c, self._confidence(c.evidence)) for c in self.candidates(article, parse))
        kept = chosen(weighed, parse, opinion=article.genre == "opinion")
        return tuple(sorted(kept, key=lambda a: (a.content, a.cue, a.source)))

    def candidates(self, article: Article, parse: Parse) -> list[Candidate]:
        """Whatever the model or the rules take for an attribution, with what speaks for it.

        Those with one cue are ways to read one attribution; the model's own comes first.
        """
        ruled = Nearby(rules := self._rules(article, parse))
        outer = Nearby(one for one in rules if not in_another(one, ruled.to(one)))
        read: list[Seen] = []
        tagged: list[tuple[Attribution, Seen]] = []
        for window, scores in self.scored(self.windows(article), article.text):
            place = Place(window)
            read.append(Seen.of(place, scores))
            hints = hinted(scores, place, outer.within(place.first, place.end))
            found_here = (attribution(place, one) for one in linked(hints))
            tagged.extend((one, read[-1]) for one in found_here if not sums_up(one, ruled.to(one)))
        ways = [(readings(one, ruled, article, parse), seen) for one, seen in tagged]
        every = [(way, seen, by) for read_as, seen in ways for way, by in read_as]
        for one in alone(Nearby(read_as[0][0] for read_as, _ in ways), rules):
            near = window_of(one, read)
            if near is not None:
                every.append((one, near, False))
        whole, page = Nearby(one for one, _, _ in every), Page.of(article)
        found = []
        for one, seen, by in every:
            rules_near = ruled.to(one)
            adposition, claims = adpositional(one, parse), asserts(one, article.text, parse)
            inside = in_another(one, whole.to(one))
            values = evidence(
                one, seen, page, rules_near, found=by, inside=inside, asserts=claims,
                across=across(one, article.text, parse), adposition=adposition,
                standing=[r for r in outer.within(seen.place.first, seen.place.end) if not r.cue],
            )  # fmt: skip
            perspective = adposition and claims and any(touch(rule.cue, one.cue) for rule in rules_near)
            figure = counts(one, parse) and not inside
            stands = perspective or (one in rules_near and (figure or set_beside(one, rules_near)))
            found.append(Candidate(one, values, stands))
        return found

    def windows(self, article: Article) -> list[Window]:
        """The windows in which an article is read."""
        if self._reader is None:
            self._reader = WordReader(WordPiece.from_file(self._tokenizer))
        paragraphs = [self._reader(article.text, p.start, p.end) for p in article.parts if p.kind in READ]
        return list(windows(paragraphs, article.text))

    def scored(self, windows: Sequence[Window], text: str) -> Iterator[tuple[Window, Scores]]:
        """Each window with what the model says of it, read once more where it leaves its edges open."""
        seen_before: list[View] = []
        following: Scores | None = None
        for number, window in enumerate(windows):
            own = self.scores(window) if following is None else following
            others, seen_before, following = seen_before, [], None
            if number + 1 < len(windows):
                following = self.scores(windows[number + 1])
                if unsure(own, following):
                    meeting = edge(window, windows[number + 1], text)
                    last, first = meeting.views(self.scores(meeting.window))
                    others, seen_before = [*others, last], [first]
            yield window, together(own, others)

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
    words = one.cue or one.content
    first = bisect_right(read, words[0][0], key=lambda seen: seen.place.end) if words else len(read)
    near = itertools.takewhile(lambda seen: seen.place.first < words[-1][1], read[first:])
    return next((seen for seen in near if seen.place.runs(words)), None)
