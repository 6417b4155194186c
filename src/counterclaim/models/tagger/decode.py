"""From scores to attributions: the best tags, then the best links between what they mark."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Run = tuple[int, int]
"""Numbers of a window's words, end exclusive; word 0 stands for "none"."""

NONE, SOURCE, CUE, CONTENT = 0, 1, 3, 5
"""Tags: none, and the first of each role; the second is "goes on"."""

NEVER = -1e4

LEAN = np.array([0.0, 0.5, 0.5, 0.7, 0.7, 0.2, 0.2], dtype=np.float32)
"""Added to the tags before the best are chosen: left alone, the model marks too little (of cues' words it
finds 0.63, at a precision of 0.84). Set on PolNeAR dev, which is flat from half to one and a half of it."""

LINK_WEIGHT = 0.5
"""What a link weighs beside a tag. Set on PolNeAR dev."""

CHANGE = 3.0
"""What it costs to pass from one cue's content to another's where the tags run on. Set on PolNeAR dev,
which is flat from 2 to 4."""

UNLIKELY = -12.0
"""Logarithm of the chance of content below which a word is not asked whose content it is."""

LEAST_SPARE = 0.1
"""Chance that a piece of content belongs to a cue that has none, from which it takes it. PolNeAR dev."""


@dataclass(frozen=True, slots=True)
class Scores:
    """What the model gives of a window of n - 1 words: tags [n, 7], links [n, n]; logits."""

    tags: Floats
    to_cue: Floats
    to_source: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """One attribution in words of a window, and how sure the model is of it.

    Each is a mean chance over words, 0 to 1: `sure_cue` and `sure_content` that they are tagged so,
    `sure_link` that the content is this cue's, `sure_source` that the source is the cue's or, where none
    is given, that it has none.
    """

    source: tuple[Run, ...]
    cue: tuple[Run, ...]
    content: tuple[Run, ...]
    sure_cue: float
    sure_content: float
    sure_link: float
    sure_source: float


def linked(scores: Scores) -> list[Linked]:
    """The attributions of a window, in the order of their content."""
    tags = log_shares(scores.tags)
    rows = (tags + LEAN).tolist()
    best = best_tags(rows)
    cues = runs(best, CUE)
    if not cues:
        return []
    sources = runs(best, SOURCE)
    links = mass(scores.to_cue, cues)
    owner = owners(rows, np.log(links).tolist(), best)
    pieces = _pieces(owner)
    give_spare(pieces, links, len(cues))
    chances = np.exp(tags)
    found = []
    for k, cue in enumerate(cues):
        content = tuple(run for run, of in pieces if of == k)
        if not content:
            continue
        words = [i for run in content for i in range(*run)]
        source, sure = _source(k, scores.to_source[cue[0] : cue[1]], sources, links)
        found.append(
            Linked(
                source=source,
                cue=(cue,),
                content=content,
                sure_cue=float(chances[cue[0] : cue[1], CUE : CUE + 2].sum(axis=1).mean()),
                sure_content=float(chances[words, CONTENT : CONTENT + 2].sum(axis=1).mean()),
                sure_link=float(links[words, k].mean()),
                sure_source=sure,
            )
        )
    return sorted(found, key=lambda a: (a.content[0], a.cue))


def log_shares(logits: Floats) -> Floats:
    """Logarithms of a softmax over the last axis."""
    top = logits - logits.max(axis=-1, keepdims=True)
    shares: Floats = top - np.log(np.exp(top).sum(axis=-1, keepdims=True))
    return shares


def mass(logits: Floats, spans: Sequence[Run]) -> Floats:
    """For each row of links the share that falls on each span of columns, at least a millionth."""
    shares = np.exp(logits - logits.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    found: Floats = np.stack([shares[:, start:end].sum(axis=1) for start, end in spans], axis=1)
    return found.clip(1e-6)


def best_tags(rows: Sequence[Sequence[float]]) -> list[int]:
    """The likeliest tags that make whole spans (Viterbi 1967): what goes on must have begun.

    `rows` holds the logarithms of chances. Word 0 has the tag 0.
    """
    score = [0.0, *[NEVER] * 6]
    back: list[tuple[int, int, int, int]] = [(0, 0, 0, 0)]
    for row in rows[1:]:
        top = max(score)
        ways = (
            score.index(top),
            SOURCE if score[1] >= score[2] else SOURCE + 1,
            CUE if score[3] >= score[4] else CUE + 1,
            CONTENT if score[5] >= score[6] else CONTENT + 1,
        )
        back.append(ways)
        none, b1, i1, b2, i2, b3, i3 = row
        score = [
            top + none, top + b1, score[ways[1]] + i1, top + b2, score[ways[2]] + i2,
            top + b3, score[ways[3]] + i3,
        ]  # fmt: skip
    tag = score.index(max(score))
    path = [tag] * len(rows)
    for i in range(len(rows) - 1, 0, -1):
        path[i] = tag
        tag = back[i][0 if tag == NONE or tag % 2 else tag // 2]
    if rows:
        path[0] = NONE
    return path


def runs(tags: Sequence[int], role: int) -> list[Run]:
    """Stretches of words with the tags of one role."""
    found: list[Run] = []
    for i, tag in enumerate(tags):
        if tag == role or (tag == role + 1 and not (found and found[-1][1] == i)):
            found.append((i, i + 1))
        elif tag == role + 1:
            found[-1] = (found[-1][0], i + 1)
    return found


def owners(
    rows: Sequence[Sequence[float]], links: Sequence[Sequence[float]], best: Sequence[int]
) -> list[int]:
    """For each word the number of the cue whose content it is in, or -1: the likeliest of all ways.

    States are "no content" and "content of cue k"; a word that is tagged source or cue keeps its role.
    `rows` and `links` hold logarithms of chances: [words, 7] and [words, cues].
    """
    count = len(links[0])
    out = [NEVER] * count
    score, outside = list(out), 0.0
    back: list[list[int]] = [[]]
    none = count
    for i in range(1, len(rows)):
        row = rows[i]
        inner = max(score)
        other = score.index(inner) if inner > NEVER else none
        top, state = (outside, none) if outside >= inner else (inner, other)
        free = max(row[:CONTENT])
        begin, going = row[CONTENT], max(row[CONTENT], row[CONTENT + 1])
        if NONE < best[i] < CONTENT or going < UNLIKELY:
            back.append([state])
            score, outside = list(out), top + free
            continue
        ways: list[int] = []
        new: list[float] = []
        for k, link in enumerate(links[i]):
            fresh, stay, change = top + begin, score[k] + going, inner + going - CHANGE
            if stay >= fresh and stay >= change:
                ways.append(k)
                new.append(stay + LINK_WEIGHT * link)
            elif fresh >= change:
                ways.append(state)
                new.append(fresh + LINK_WEIGHT * link)
            else:
                ways.append(other)
                new.append(change + LINK_WEIGHT * link)
        ways.append(state)
        back.append(ways)
        score, outside = new, top + free
    inner = max(score)
    state = none if outside >= inner else score.index(inner)
    path = [-1] * len(rows)
    for i in range(len(rows) - 1, 0, -1):
        path[i] = -1 if state == none else state
        ways = back[i]
        state = ways[state] if len(ways) > 1 else ways[0]
    return path


def _pieces(owner: Sequence[int]) -> list[tuple[Run, int]]:
    found: list[tuple[Run, int]] = []
    for i, of in enumerate(owner):
        if of < 0:
            continue
        if found and found[-1][1] == of and found[-1][0][1] == i:
            found[-1] = ((found[-1][0][0], i + 1), of)
        else:
            found.append(((i, i + 1), of))
    return found


def give_spare(pieces: list[tuple[Run, int]], links: Floats, count: int) -> None:
    """Give a cue without content the piece of another's that fits it best, if that keeps one."""
    for k in range(count):
        held = [of for _, of in pieces]
        if k in held:
            continue
        spare = [
            (float(links[run[0] : run[1], k].mean()), n)
            for n, (run, of) in enumerate(pieces)
            if held.count(of) > 1
        ]
        if spare and max(spare)[0] >= LEAST_SPARE:
            n = max(spare)[1]
            pieces[n] = (pieces[n][0], k)


def _source(k: int, pointing: Floats, sources: Sequence[Run], links: Floats) -> tuple[tuple[Run, ...], float]:
    """The source that the words of a cue point to, others that point to the cue, and how sure it is."""
    shares = mass(pointing, [(0, 1), *sources])
    none = float(np.log(shares[:, 0]).mean())
    if not sources:
        return (), exp(none)
    fit = np.log(shares[:, 1:]).mean(axis=0).tolist()
    top = max(range(len(fit)), key=fit.__getitem__)
    chosen = {top} if fit[top] > none else set()
    sure = exp(max(fit[top], none))
    for n, run in enumerate(sources):
        own = np.log(links[run[0] : run[1]]).mean(axis=0)
        if fit[n] > log(0.05) and own[k] > log(0.5) and int(own.argmax()) == k:
            chosen.add(n)
    return tuple(sources[n] for n in sorted(chosen)), sure
