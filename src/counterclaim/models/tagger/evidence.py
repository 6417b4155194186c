"""How far an attribution can be relied on: the model's chances and the rules' reading, weighed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log
from typing import Any, Self

import numpy as np

from counterclaim.errors import ModelError
from counterclaim.models.tagger.decode import CONTENT, CUE, Floats, Run, Scores, log_shares, mass
from counterclaim.models.tagger.hints import numbers
from counterclaim.models.tagger.merge import QUOTATION, touch
from counterclaim.models.tagger.place import Place
from counterclaim.records import Article, Attribution, Extent

NAMES = (
    "cue", "content", "link", "source", "apart", "found", "ruled", "alike", "same_source", "inside",
    "asserts", "sourced", "quoted", "opinion", "headline", "length", "bare",
)  # fmt: skip
"""What is weighed, in the order of `Evidence.values`; `lexicon/confidence.toml` says what each is."""

EDGE = 0.02
"""Chances are taken for no nearer to 0 or 1 than this: the model is surer than it is right."""


@dataclass(frozen=True, slots=True)
class Confidence:
    """A logistic model: the chance that source and content are right, from evidence."""

    bias: float
    weights: tuple[float, ...]

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> Self:
        """Make it of a parsed TOML table. Raises ModelError if a weight is missing or unknown."""
        given = table["weights"]
        if set(given) != set(NAMES):
            raise ModelError(f"confidence.toml: weights {sorted(set(given) ^ set(NAMES))} missing or unknown")
        return cls(bias=float(table["bias"]), weights=tuple(float(given[name]) for name in NAMES))

    def __call__(self, values: Sequence[float]) -> float:
        """A chance with two digits, so that processors which round differently give the same."""
        total = self.bias + sum(w * v for w, v in zip(self.weights, values, strict=True))
        return round(1 / (1 + exp(-max(-30.0, min(30.0, total)))), 2)


@dataclass(frozen=True, slots=True)
class Seen:
    """What the model says of a window, as chances where they are needed."""

    place: Place
    tags: Floats
    scores: Scores

    @classmethod
    def of(cls, place: Place, scores: Scores) -> Self:
        """Chances of tags."""
        return cls(place, np.exp(log_shares(scores.tags)), scores)


def evidence(
    one: Attribution,
    seen: Seen,
    article: Article,
    ruled: Sequence[Attribution],
    *,
    found: bool,
    inside: bool,
    asserts: bool,
) -> tuple[float, ...]:
    """The values of `NAMES` for an attribution with words in a window.

    `found`: the model has it, not a rule alone; `inside`: it stands in the content of another.
    """
    cue, content, source = (seen.place.runs(e) for e in (one.cue, one.content, one.source))
    at_cue, at_content = numbers(cue), numbers(content)
    tags = seen.tags
    sure_cue = _mean(tags[at_cue, CUE : CUE + 2].sum(axis=1)) if at_cue else 0.5
    held = tags[:, CONTENT] + tags[:, CONTENT + 1]
    sure_content = _mean(held[at_content]) if at_content else 0.5
    to = cue or [(0, 1)]
    link = mass(seen.scores.to_cue, to).sum(axis=1)
    sure_link = _mean(link[at_content]) if at_content else 0.5
    sure_source = 0.5
    if at_cue:
        pointing = mass(seen.scores.to_source[at_cue], source or [(0, 1)]).max(axis=1)
        sure_source = float(np.exp(np.log(pointing).mean()))
    beside = [i for a, b in content for i in (a - 1, b) if 0 < i < len(held) and i not in at_content]
    runs_on = max((float(held[i] * link[i]) for i in beside), default=0.0)
    same = [rule for rule in ruled if (touch(rule.cue, one.cue) if one.cue else rule.content == one.content)]
    alike = max((_alike(rule.content, one.content) for rule in same), default=0.0)
    text = article.text
    first = one.content[0][0]
    title = any(p.kind == "headline" and p.start <= first < p.end for p in article.parts[:3])
    length = sum(end - start for start, end in one.content)
    return (
        _odds(sure_cue),
        _odds(sure_content),
        _odds(sure_link),
        _odds(sure_source),
        _odds(1 - runs_on),
        float(found),
        float(bool(same)),
        alike,
        float(any(touch(rule.source, one.source) or not (rule.source or one.source) for rule in same)),
        float(inside),
        float(asserts),
        float(bool(one.source)),
        float(text[first] in QUOTATION),
        float(article.genre == "opinion"),
        float(title),
        log(1 + length) - 4,
        float(not one.cue),
    )


def _mean(values: Floats) -> float:
    return float(values.mean())


def _odds(chance: float) -> float:
    chance = min(1 - EDGE, max(EDGE, chance))
    return log(chance / (1 - chance))


def _alike(left: Sequence[Extent], right: Sequence[Extent]) -> float:
    """Characters that two sets of extents share, as a part of all that either has."""
    shared = sum(max(0, min(b, d) - max(a, c)) for a, b in left for c, d in right)
    both = sum(b - a for a, b in left) + sum(d - c for c, d in right) - shared
    return shared / both if both else 0.0


__all__ = ["NAMES", "Confidence", "Run", "Seen", "evidence"]
