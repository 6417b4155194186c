"""From scores to attributions: the best tags, then the best links between what they mark."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

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
    """One attribution in words of a window."""

    source: tuple[Run, ...]
    cue: tuple[Run, ...]
    content: tuple[Run, ...]


def linked(scores: Scores) -> list[Linked]:
    """The attributions of a window, in the order of their content."""
    tags = log_shares(scores.tags) + LEAN
    best = best_tags(tags.tolist())
    cues = runs(best, CUE)
    if not cues:
        return []
    links = mass(shares_of(scores.to_cue), cues)
    likely = np.log(links)
    pieces = _pieces(owners(tags, likely, best))
    give_spare(pieces, links, len(cues))
    sources = _sources(cues, runs(best, SOURCE), scores.to_source, likely)
    found = []
    for k, (cue, source) in enumerate(zip(cues, sources, strict=True)):
        content = tuple(run for run, of in pieces if of == k)
        if content:
            found.append(Linked(source=source, cue=(cue,), content=content))
    return sorted(found, key=lambda a: (a.content[0], a.cue))


def log_shares(logits: Floats) -> Floats:
    """Logarithms of a softmax over the last axis."""
    top = logits - logits.max(axis=-1, keepdims=True)
    shares: Floats = top - np.log(np.exp(top).sum(axis=-1, keepdims=True))
    return shares


def shares_of(logits: Floats) -> Floats:
    """A softmax over the last axis."""
    shares: Floats = np.exp(logits - logits.max(axis=-1, keepdims=True))
    shares /= shares.sum(axis=-1, keepdims=True)
    return shares


def mass(shares: Floats, spans: Sequence[Run]) -> Floats:
    """For each row of shares what falls on each span of columns, at least a millionth: [rows, spans]."""
    found = np.empty((len(spans), len(shares)), dtype=np.float32)
    for falls, (start, end) in zip(found, spans, strict=True):
        shares[:, start:end].sum(axis=1, out=falls)
    return found.T.clip(1e-6)


def best_tags(rows: Sequence[Sequence[float]]) -> list[int]:
    """The likeliest tags that make whole spans (Viterbi 1967): what goes on must have begun.

    `rows` holds the logarithms of chances. Word 0 has the tag 0.
    """
    none, source, source_on, cue, cue_on, content, content_on = 0.0, *[NEVER] * 6
    back: list[tuple[int, int, int, int]] = [(0, 0, 0, 0)]
    for row in rows[1:]:
        in_source, a = (source, SOURCE) if source >= source_on else (source_on, SOURCE + 1)
        in_cue, b = (cue, CUE) if cue >= cue_on else (cue_on, CUE + 1)
        in_content, c = (content, CONTENT) if content >= content_on else (content_on, CONTENT + 1)
        top, tag = none, NONE
        if in_source > top:
            top, tag = in_source, a
        if in_cue > top:
            top, tag = in_cue, b
        if in_content > top:
            top, tag = in_content, c
        back.append((tag, a, b, c))
        none, source, source_on, cue, cue_on, content, content_on = row
        none, source, cue, content = top + none, top + source, top + cue, top + content
        source_on, cue_on, content_on = in_source + source_on, in_cue + cue_on, in_content + content_on
    score = [none, source, source_on, cue, cue_on, content, content_on]
    tag = score.index(max(score))
    path = [tag] * len(rows)
    for i in range(len(rows) - 1, 0, -1):
        path[i] = tag
        tag = back[i][0 if tag == NONE or tag % 2 else tag // 2]
    if rows:
        path[0] = NONE
    return path


def runs(tags: Sequence[int], role: int) -> list[Run]:
    """Stretches of words with the tags of one role.

    A cue that begins right behind another goes on with it: of 36,500 cues and sources that PolNeAR's training
    part has, fewer than ten are cues that stand so, and the network's two beginnings ("is expected") are one.
    """
    found: list[Run] = []
    for i, tag in enumerate(tags):
        goes_on = tag == role + 1 or (tag == role == CUE)
        if goes_on and found and found[-1][1] == i:
            found[-1] = (found[-1][0], i + 1)
        elif tag in (role, role + 1):
            found.append((i, i + 1))
    return found


def owners(tags: Floats, links: Floats, best: Sequence[int]) -> list[int]:
    """For each word the number of the cue whose content it is in, or -1: the likeliest of all ways.

    States are "no content" and "content of cue k"; a word that is tagged source or cue keeps its role.
    `tags` and `links` hold logarithms of chances: [words, 7] and [words, cues].
    """
    none = links.shape[1]
    nowhere = [NEVER] * none
    free, begins = tags[:, :CONTENT].max(axis=1).tolist(), tags[:, CONTENT].tolist()
    going_on = tags[:, CONTENT:].max(axis=1).tolist()
    pull = (LINK_WEIGHT * links).tolist()
    score, outside = nowhere, 0.0
    # for each word what its states have if they go on, what a new one has, whence that and "none" come
    back: list[tuple[list[float], float, int, int]] = [([], 0.0, none, none)]
    for i in range(1, len(best)):
        inner = max(score)
        other = score.index(inner) if inner > NEVER else none
        top, state = (outside, none) if outside >= inner else (inner, other)
        outside = top + free[i]
        going = going_on[i]
        if NONE < best[i] < CONTENT or going < UNLIKELY:
            back.append(([], 0.0, state, state))
            score = nowhere
            continue
        fresh, change = top + begins[i], inner + going - CHANGE
        come, origin = (fresh, state) if fresh >= change else (change, other)
        stay = [held + going for held in score]
        back.append((stay, come, origin, state))
        score = [(held if held > come else come) + pulled for held, pulled in zip(stay, pull[i], strict=True)]
    inner = max(score)
    state = none if outside >= inner else score.index(inner)
    path = [-1] * len(best)
    for i in range(len(best) - 1, 0, -1):
        stay, come, origin, outer = back[i]
        if state == none or not stay:
            path[i], state = (-1 if state == none else state), outer
        else:
            path[i] = state
            state = state if stay[state] >= come else origin
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


def _sources(
    cues: Sequence[Run], sources: Sequence[Run], pointing: Floats, likely: Floats
) -> list[tuple[Run, ...]]:
    """For each cue the source that its words point to, and others that point to the cue.

    `pointing` are the scores of links to sources, `likely` the logarithms of the shares of links to cues.
    """
    if not sources:
        return [()] * len(cues)
    pointed_at = [likely[start:end].mean(axis=0) for start, end in sources]
    whose = [(int(chances.argmax()), float(chances.max())) for chances in pointed_at]
    words = [i for start, end in cues for i in range(start, end)]
    fits_of = np.log(mass(shares_of(pointing[words]), [(0, 1), *sources]))
    found = []
    at = 0
    for k, (start, end) in enumerate(cues):
        none, *fit = fits_of[at : at + end - start].mean(axis=0).tolist()
        at += end - start
        top = max(range(len(fit)), key=fit.__getitem__)
        found.append(
            tuple(
                run
                for run, fits, (cue, chance) in zip(sources, fit, whose, strict=True)
                if (fits > none and run == sources[top])
                or (fits > log(0.05) and cue == k and chance > log(0.5))
            )
        )
    return found
