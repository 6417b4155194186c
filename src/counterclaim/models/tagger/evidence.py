"""How far an attribution can be relied on: the model's chances and the rules' reading, weighed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log
from typing import Any, Self

import numpy as np

from counterclaim.errors import ModelError
from counterclaim.models.tagger.decode import CONTENT, CUE, Floats, Scores, log_shares, mass
from counterclaim.models.tagger.hints import numbers
from counterclaim.models.tagger.merge import QUOTATION, touch
from counterclaim.models.tagger.place import Place
from counterclaim.records import Article, Attribution, Extent

NAMES = (
    "cue", "content", "link", "source", "whole", "found", "ruled", "alike", "same_source", "inside",
    "asserts", "across", "sourced", "quoted", "opinion", "headline", "length", "bare",
    "unmarked", "unmarked_rule", "unmarked_ruled", "rule_quoted", "rule_adposition",
)  # fmt: skip
"""What is weighed, in the order of `evidence`; `lexicon/confidence.toml` says what each is."""

AT = {name: number for number, name in enumerate(NAMES)}

EDGE = 0.02
"""Chances are taken for no nearer to 0 or 1 than this: the model is surer than it is right."""

FEWEST_COMMAS = 0.01
"""Commas a word below which a text has lost them. All of PolNeAR dev has more, all of FA-KES fewer."""


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
    across: float,
    adposition: bool,
) -> tuple[float, ...]:
    """The values of `NAMES` for an attribution with words in a window.

    `found`: the content is the model's, not a rule's; `inside`: it stands in the content of another;
    `across`: the share of it that stands unquoted in other sentences than the cue; `adposition`: the cue
    is one ("according to").
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
    belongs = held * link
    kept = float(belongs[at_content].sum()) if at_content else 0.0
    either = len(at_content) + float(belongs[1:].sum()) - kept
    same = [rule for rule in ruled if (touch(rule.cue, one.cue) if one.cue else rule.content == one.content)]
    alike = max((_alike(rule.content, one.content) for rule in same), default=0.0)
    text = article.text
    first = one.content[0][0]
    title = any(p.kind == "headline" and p.start <= first < p.end for p in article.parts[:3])
    length = sum(end - start for start, end in one.content)
    unmarked = float(text.count(",") < FEWEST_COMMAS * text.count(" "))
    return (
        _odds(sure_cue),
        _odds(sure_content),
        _odds(sure_link),
        _odds(sure_source),
        _odds(kept / either if either > 0 else 0.0),
        float(found),
        float(bool(same)),
        alike,
        float(any(touch(rule.source, one.source) or not (rule.source or one.source) for rule in same)),
        float(inside),
        float(asserts),
        across,
        float(bool(one.source)),
        float(text[first] in QUOTATION),
        float(article.genre == "opinion"),
        float(title),
        log(1 + length) - 4,
        float(not one.cue),
        unmarked,
        unmarked * (not found),
        unmarked * bool(same),
        float(not found and text[first] in QUOTATION),
        float(not found and adposition),
    )


def by_rule(values: Sequence[float]) -> bool:
    """Whether a rule alone found what the model is blind to: quoted words, or a cue that is an adposition.

    "From the view of …" is a perspective clause, which PolNeAR, on which the model was trained, marks seldom;
    words in quotation marks are somebody's.
    """
    return value(values, "rule_quoted") > 0 or value(values, "rule_adposition") > 0


def value(values: Sequence[float], name: str) -> float:
    """One of the values of `NAMES`."""
    return values[AT[name]]


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
