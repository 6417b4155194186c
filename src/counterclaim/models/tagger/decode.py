"""From scores to attributions: the best tags, then the best links between what they mark."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Run = tuple[int, int]
"""Numbers of a window's words, end exclusive; word 0 stands for "none"."""

NONE, SOURCE, CUE, CONTENT = 0, 1, 3, 5
"""Tags: none, and the first of each role; the second is "goes on"."""

NEVER = -1e4

LINK_WEIGHT = 0.5
"""What a link weighs beside a tag. Set on PolNeAR dev."""

CHANGE = 1.0
"""What it costs to pass from one cue's content to another's where the tags run on. Set on PolNeAR dev."""

SOURCE_GAIN = 0.0
"""What is added to the logarithm of a source's share beside that of "no source". Set on PolNeAR dev."""

LEAST_CHANCE = 0.0
"""Chance below which an attribution is dropped. Set on PolNeAR dev."""

LEAST_SPARE = 0.1
"""Chance that a piece of content belongs to a cue that has none, from which it takes it. PolNeAR dev."""


@dataclass(frozen=True, slots=True)
class Scores:
    """What the model gives of a window of n - 1 words: tags [n, 7], links [n, n]; logits."""

    tags: Floats
    to_cue: Floats
    to_source: Floats


@dataclass(frozen=True, slots=True)
class Linked:
    """One attribution in words of a window; `chance` is how sure its cue, its content and their link are."""

    source: tuple[Run, ...]
    cue: tuple[Run, ...]
    content: tuple[Run, ...]
    chance: float


def linked(scores: Scores) -> list[Linked]:
    """The attributions of a window, in the order of their content."""
    tags = log_shares(scores.tags)
    to_cue = log_shares(scores.to_cue)
    to_source = log_shares(scores.to_source)
    best = best_tags(tags)
    cues = runs(best, CUE)
    if not cues:
        return []
    sources = runs(best, SOURCE)
    links = np.stack([_mass(to_cue, cue) for cue in cues], axis=1)
    owner = owners(tags, links, best)
    pieces = _pieces(owner)
    give_spare(pieces, links, len(cues))
    found = []
    for k, cue in enumerate(cues):
        content = tuple(run for run, of in pieces if of == k)
        if not content:
            continue
        chance = _chance(tags, [cue], CUE) * _chance(tags, content, CONTENT) * _linked(links[:, k], content)
        if chance >= LEAST_CHANCE:
            source = _sources(k, cue, sources, links, to_source)
            found.append(Linked(source=source, cue=(cue,), content=content, chance=chance))
    return sorted(found, key=lambda a: (a.content[0], a.cue))


def log_shares(logits: Floats) -> Floats:
    """Logarithms of a softmax over the last axis."""
    top = logits - logits.max(axis=-1, keepdims=True)
    shares: Floats = top - np.log(np.exp(top).sum(axis=-1, keepdims=True))
    return shares


def _allowed() -> Floats:
    """0 where one tag may follow another, else `NEVER`: what goes on must have begun."""
    moves = np.zeros((7, 7), dtype=np.float32)
    for role in (SOURCE, CUE, CONTENT):
        moves[:, role + 1] = NEVER
        moves[[role, role + 1], role + 1] = 0
    return moves


MOVES = _allowed()


def best_tags(tags: Floats) -> list[int]:
    """The likeliest tags that make whole spans (Viterbi 1967). Word 0 has the tag 0."""
    score = np.full(7, NEVER, dtype=np.float32)
    score[NONE] = 0
    back = np.zeros(tags.shape, dtype=np.int64)
    columns = np.arange(7)
    for i in range(1, len(tags)):
        ways = score[:, None] + MOVES
        back[i] = ways.argmax(axis=0)
        score = ways[back[i], columns] + tags[i]
    return _walk_back(back, int(score.argmax()))


def _walk_back(back: NDArray[np.int64], last: int) -> list[int]:
    path = [last]
    for i in range(len(back) - 1, 0, -1):
        path.append(int(back[i, path[-1]]))
    return path[::-1]


def runs(tags: Sequence[int], role: int) -> list[Run]:
    """Stretches of words with the tags of one role."""
    found: list[Run] = []
    for i, tag in enumerate(tags):
        if tag == role or (tag == role + 1 and not (found and found[-1][1] == i)):
            found.append((i, i + 1))
        elif tag == role + 1:
            found[-1] = (found[-1][0], i + 1)
    return found


def _chance(tags: Floats, of: Sequence[Run], role: int) -> float:
    words = [i for run in of for i in range(*run)]
    return float(np.exp(tags[words, role : role + 2]).sum(axis=1).mean())


def _linked(link: Floats, content: Sequence[Run]) -> float:
    return float(np.exp(link[[i for run in content for i in range(*run)]]).mean())


def _mass(links: Floats, run: Run) -> Floats:
    """Logarithm of what every word's link gives to a run."""
    mass: Floats = np.log(np.exp(links[:, run[0] : run[1]]).sum(axis=1).clip(1e-6))
    return mass


def owners(tags: Floats, links: Floats, best: Sequence[int]) -> list[int]:
    """For each word the number of the cue whose content it is in, or -1: the likeliest of all ways.

    States are "no content" and "content of cue k"; a word that is tagged source or cue keeps its role.
    """
    count = links.shape[1]
    weighed = LINK_WEIGHT * links
    begins = tags[:, CONTENT, None] + weighed
    inside = np.maximum(tags[:, CONTENT + 1], tags[:, CONTENT])[:, None] + weighed
    outside = tags[:, :CONTENT].max(axis=1)
    taken = np.array([NONE < tag < CONTENT for tag in best])
    begins[taken], inside[taken] = NEVER, NEVER
    score = np.full(count + 1, NEVER, dtype=np.float32)
    score[count] = 0
    back = np.zeros((len(tags), count + 1), dtype=np.int64)
    own = np.arange(count)
    for i in range(1, len(tags)):
        top, other = int(score.argmax()), int(score[:count].argmax())
        fresh, going = score[top] + begins[i], score[:count] + inside[i]
        change = score[other] + inside[i] - CHANGE
        back[i, :count] = np.where(
            going >= np.maximum(fresh, change), own, np.where(fresh >= change, top, other)
        )
        back[i, count] = top
        score = np.append(np.maximum(np.maximum(fresh, change), going), score[top] + outside[i])
    path = _walk_back(back, int(score.argmax()))
    return [-1 if state == count else state for state in path]


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
            (float(np.exp(links[run[0] : run[1], k]).mean()), n)
            for n, (run, of) in enumerate(pieces)
            if held.count(of) > 1
        ]
        if spare and max(spare)[0] >= LEAST_SPARE:
            n = max(spare)[1]
            pieces[n] = (pieces[n][0], k)


def _sources(k: int, cue: Run, sources: Sequence[Run], links: Floats, to_source: Floats) -> tuple[Run, ...]:
    """The source that the cue points to, and others that point to the cue."""
    if not sources:
        return ()
    at = to_source[cue[0] : cue[1]]
    none = float(at[:, 0].mean())
    fit = [float(_mass(at, s).mean()) for s in sources]
    top = int(np.argmax(fit))
    back = [links[s[0] : s[1]].mean(axis=0) for s in sources]
    chosen = {top} if fit[top] + SOURCE_GAIN > none else set()
    for n, own in enumerate(back):
        if int(own.argmax()) == k and own[k] > np.log(0.5) and fit[n] > np.log(0.05):
            chosen.add(n)
    return tuple(sources[n] for n in sorted(chosen))
