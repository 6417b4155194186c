"""The trained tagger behind `attribute`'s Protocol: an encoder with tags and links, in ONNX, int8."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from counterclaim.models.tagger.decode import Linked, Run, Scores, linked
from counterclaim.models.tagger.hints import asserts, bare, has_cue_of, hinted, in_another, nested, settled
from counterclaim.models.tagger.windows import Window, fed, windows
from counterclaim.models.tagger.words import Word, WordReader
from counterclaim.models.wordpiece import WordPiece
from counterclaim.records import Article, Attribution, Extent, Parse
from counterclaim.stages.attribute import Tagger

LEAST_ALONE = 0.4
"""Chance below which an attribution that no rule bears out is dropped. Set on PolNeAR dev."""

LEAST_IN_OPINION = 0.8
"""The same in an opinion piece, where authors' own words are easily taken for reported attitudes."""

READ = frozenset({"headline", "body", "caption"})
"""Kinds of parts in which somebody may say something."""


class OnnxTagger:
    """Finds attributions with a model trained on PolNeAR (Newell et al. 2018), window by window.

    Where `rules` are given, what they find weighs on the model's scores, and what they find nested in the
    content of another is added: the model knows no nesting. Each window is run by itself: padding and the
    shared scale of int8 activations would make it depend on its neighbours. The model is loaded at the
    first call; calls after that hold no state but the pieces of words met.

    `attitudes`: keep also what no rule bears out and what asserts nothing ("rejected the plan", "wanted
    peace"), which PolNeAR counts as attributions. Without rules they are always kept.
    """

    def __init__(
        self, *, weights: Path, tokenizer: Path, rules: Tagger | None = None, attitudes: bool = False
    ) -> None:
        self._weights = weights
        self._tokenizer = tokenizer
        self._rules = rules
        self._attitudes = attitudes or rules is None
        self._session: Any = None
        self._reader: WordReader | None = None

    def __call__(self, article: Article, parse: Parse) -> tuple[Attribution, ...]:
        """Find the attributions of an article, in the order of their content."""
        ruled = self._rules(article, parse) if self._rules else ()
        inner = [one for one in ruled if in_another(one, ruled)]
        outer = [one for one in ruled if one not in inner]
        least = LEAST_IN_OPINION if article.genre == "opinion" else LEAST_ALONE
        tagged = []
        for window in self.windows(article):
            found = linked(hinted(self.scores(window), window, outer))
            for one, chance in zip(attributions(window, found), (f.chance for f in found), strict=True):
                if has_cue_of(one, ruled) or (
                    chance >= least and (self._attitudes or asserts(one, article.text, parse))
                ):
                    tagged.append(settled(one, ruled, article.text))
        more = [*nested(tagged, inner), *bare(tagged, ruled)]
        return tuple(sorted([*tagged, *more], key=lambda a: (a.content, a.cue, a.source)))

    def windows(self, article: Article) -> list[Window]:
        """The windows in which an article is read."""
        reader = self._load()
        paragraphs = [reader(article.text, p.start, p.end) for p in article.parts if p.kind in READ]
        return list(windows(paragraphs, article.text))

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_session": None, "_reader": None}

    def scores(self, window: Window) -> Scores:
        """What the model says of a window."""
        self._load()
        numbers = fed(window)
        feed = {
            "ids": np.array([numbers.ids], dtype=np.int64),
            "looks": np.array([numbers.looks], dtype=np.int64),
            "first": np.array([numbers.first], dtype=np.int64),
        }
        tags, to_cue, to_source = self._session.run(None, feed)
        return Scores(tags[0], to_cue[0], to_source[0])

    def _load(self) -> WordReader:
        if self._reader is None:
            # imported here: it costs a quarter of a second, which other uses of this room need not pay
            import onnxruntime

            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = 1
            options.inter_op_num_threads = 1
            options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
            options.log_severity_level = 3
            self._session = onnxruntime.InferenceSession(
                str(self._weights), options, providers=["CPUExecutionProvider"]
            )
            self._reader = WordReader(WordPiece.from_file(self._tokenizer))
        return self._reader


def attributions(window: Window, found: Sequence[Linked]) -> list[Attribution]:
    """Words of a window as extents of the article's text; no extent crosses a paragraph."""
    words = [(word, number) for number, paragraph in enumerate(window) for word in paragraph]
    return [
        Attribution(
            source=extents(words, one.source),
            cue=extents(words, one.cue),
            content=extents(words, one.content),
        )
        for one in found
    ]


def extents(words: Sequence[tuple[Word, int]], runs: Sequence[Run]) -> tuple[Extent, ...]:
    """Runs of words, numbered from 1, as extents."""
    found: list[Extent] = []
    for start, end in runs:
        previous = None
        for word, paragraph in words[start - 1 : end - 1]:
            if paragraph == previous:
                found[-1] = (found[-1][0], word.end)
            else:
                found.append((word.start, word.end))
            previous = paragraph
    return tuple(found)
