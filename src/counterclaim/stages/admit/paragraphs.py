"""Paragraphs: stretches between blank lines, or lines, whichever the text is written in."""

import re
from itertools import pairwise

from counterclaim.records import Extent

WIDEST_WRAP = 100
"""Characters of the widest line that a program wraps text at; mail and wire copy wrap at 60 to 80."""

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_SENTENCE_END = tuple('.!?…:;"”’»)]')


def paragraphs(text: str) -> list[Extent]:
    """The paragraphs of a text, without white space at their ends; all of its visible text is in one.

    A line is a paragraph, unless the text is hard-wrapped: then lines run on until a blank line, or
    until a line ends although the next word would have fitted.
    """
    lines = [_trimmed(line) for line in _LINE.finditer(text) if line[0].strip()]
    runs = _runs(text, lines)
    width = max((end - start for run in runs for start, end in run), default=0)
    wrapped = _is_wrapped(text, runs, width)
    found: list[Extent] = []
    for run in runs:
        for number, (start, end) in enumerate(run):
            before = run[number - 1] if number else None
            if before is not None and _runs_on(text, before, (start, end), width, wrapped):
                found[-1] = (found[-1][0], end)
            else:
                found.append((start, end))
    return found


def _trimmed(line: re.Match[str]) -> Extent:
    words = line[0].strip()
    start = line.start() + len(line[0]) - len(line[0].lstrip())
    return start, start + len(words)


def _runs(text: str, lines: list[Extent]) -> list[list[Extent]]:
    """Lines with no blank line between them."""
    runs: list[list[Extent]] = []
    for line in lines:
        between = text[runs[-1][-1][1] : line[0]] if runs else "\n\n"
        if len(_LINE.sub("", between)) > 1:
            runs.append([line])
        else:
            runs[-1].append(line)
    return runs


def _is_wrapped(text: str, runs: list[list[Extent]], width: int) -> bool:
    """Whether most line breaks stand where the next word would not have fitted, some within a sentence."""
    pairs = [pair for run in runs for pair in pairwise(run)]
    if width > WIDEST_WRAP or len(pairs) < 3:
        return False
    forced = [pair for pair in pairs if _forced(text, *pair, width)]
    inside = [pair for pair in forced if not text[: pair[0][1]].endswith(_SENTENCE_END)]
    return 2 * len(forced) > len(pairs) and 3 * len(inside) > len(forced)


def _runs_on(text: str, line: Extent, following: Extent, width: int, wrapped: bool) -> bool:
    if width > WIDEST_WRAP:
        return False
    if wrapped:
        return _forced(text, line, following, width)
    cut = not text[line[0] : line[1]].endswith(_SENTENCE_END) and text[following[0]].islower()
    return cut and 2 * (line[1] - line[0]) > width


def _forced(text: str, line: Extent, following: Extent, width: int) -> bool:
    first = len(text[following[0] : following[1]].split(None, 1)[0])
    return line[1] - line[0] + 1 + first > width - 2
