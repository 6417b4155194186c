"""How far an attribution can be relied on: the model's chances and the rules' reading, weighed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log
from typing import Any, Self

import numpy as np

from counterclaim.errors import ModelError
from counterclaim.models.tagger.decode import CONTENT, CUE, Floats, Run, Scores, log_shares, mass, shares_of
from counterclaim.models.tagger.hints import NONE_AT
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
    """What the model says of a window: chances that words are cue or content, and of links; [words] first.

    `to_source` holds scores as they are: few of its rows are looked at.
    """

    place: Place
    cue: Floats
    content: Floats
    to_cue: Floats
    to_source: Floats

    @classmethod
    def of(cls, place: Place, scores: Scores) -> Self:
        """Chances out of scores."""
        tags = np.exp(log_shares(scores.tags))
        cue, content = (tags[:, first] + tags[:, first + 1] for first in (CUE, CONTENT))
        return cls(place, cue, content, shares_of(scores.to_cue), scores.to_source)


@dataclass(frozen=True, slots=True)
class Page:
    """What of an article weighs on all its attributions."""

    text: str
    headlines: tuple[Extent, ...]
    opinion: bool
    unmarked: bool

    @classmethod
    def of(cls, article: Article) -> Self:
        """Look at an article."""
        text = article.text
        return cls(
            text=text,
            headlines=tuple((p.start, p.end) for p in article.parts[:3] if p.kind == "headline"),
            opinion=article.genre == "opinion",
            unmarked=text.count(",") < FEWEST_COMMAS * text.count(" "),
        )


def evidence(
    one: Attribution,
    seen: Seen,
    page: Page,
    ruled: Sequence[Attribution],
    *,
    found: bool,
    inside: bool,
    asserts: bool,
    across: float,
    adposition: bool,
    standing: Sequence[Attribution] = (),
) -> tuple[float, ...]:
    """The values of `NAMES` for an attribution with words in a window.

    `ruled`: the rules' attributions that reach into it; `found`: the content is the model's, not a rule's;
    `inside`: it stands in the content of another; `across`: the share of it that stands unquoted in other
    sentences than the cue; `adposition`: the cue is one ("according to"); `standing`: the rules' attributions
    of the window that are quotations by themselves.
    """
    cue, content, source = (seen.place.runs(e) for e in (one.cue, one.content, one.source))
    at_cue, at_content = words(cue), words(content)
    sure_cue = _mean(seen.cue[at_cue]) if cue else 0.5
    sure_content = _mean(seen.content[at_content]) if content else 0.5
    link = mass(seen.to_cue, cue or NONE_AT).sum(axis=1)
    sure_link = _mean(link[at_content]) if content else 0.5
    sure_source = 0.5
    if cue:
        pointing = mass(shares_of(seen.to_source[at_cue]), source or NONE_AT).max(axis=1)
        sure_source = float(np.exp(_mean(np.log(pointing))))
    belongs = seen.content * link
    kept = float(np.add.reduce(belongs[at_content])) if content else 0.0
    either = sum(end - start for start, end in content) + float(np.add.reduce(belongs[1:])) - kept
    for quotation in standing:
        # it was taken out of the content, which is no less sure for that
        gone = seen.place.runs(quotation.content)
        if gone and not touch(quotation.content, one.content):
            either -= float(np.add.reduce(belongs[words(gone)]))
    same = [rule for rule in ruled if (touch(rule.cue, one.cue) if one.cue else rule.content == one.content)]
    alike = max((_alike(rule.content, one.content) for rule in same), default=0.0)
    first = one.content[0][0]
    quoted = page.text[first] in QUOTATION
    title = any(start <= first < end for start, end in page.headlines)
    length = sum(end - start for start, end in one.content)
    unmarked = float(page.unmarked)
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
        float(quoted),
        float(page.opinion),
        float(title),
        log(1 + length) - 4,
        float(not one.cue),
        unmarked,
        unmarked * (not found),
        unmarked * bool(same),
        float(not found and quoted),
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


def words(runs: Sequence[Run]) -> slice | list[int]:
    """The words of runs, as what picks them."""
    if len(runs) == 1:
        return slice(*runs[0])
    return [i for start, end in runs for i in range(start, end)]


def _mean(values: Floats) -> float:
    # what `mean` does, without its checks: most are over a few words
    return float(np.add.reduce(values) / np.float32(len(values)))


def _odds(chance: float) -> float:
    chance = min(1 - EDGE, max(EDGE, chance))
    return log(chance / (1 - chance))


def _alike(left: Sequence[Extent], right: Sequence[Extent]) -> float:
    """Characters that two sets of extents share, as a part of all that either has."""
    shared = sum(max(0, min(b, d) - max(a, c)) for a, b in left for c, d in right)
    both = sum(b - a for a, b in left) + sum(d - c for c, d in right) - shared
    return shared / both if both else 0.0
