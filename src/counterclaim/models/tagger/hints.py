"""What the rules found, as weight on the model's scores: two readers that know different things."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

import numpy as np

from counterclaim.models.tagger.decode import CONTENT, CUE, SOURCE, Scores
from counterclaim.models.tagger.windows import Window
from counterclaim.records import Attribution, Extent, Parse

TAG_HINT = 4.0
"""Added to the tag that a rule gives a word. PolNeAR dev is flat from 2 to 4; 4 keeps more of the rules."""

LINK_HINT = 4.0
"""Added to the links that a rule gives a word. Set as `TAG_HINT`."""

DASHES = "–—-"
QUOTATION = '“”"'
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def hinted(
    scores: Scores,
    window: Window,
    ruled: Sequence[Attribution],
    *,
    tag: float = TAG_HINT,
    link: float = LINK_HINT,
) -> Scores:
    """Scores with weight added where the rules' attributions of the article touch the window."""
    words = [w for paragraph in window for w in paragraph]
    if not words or not ruled:
        return scores
    starts = [w.start for w in words]
    first, last = starts[0], words[-1].end

    def numbers(extents: Iterable[Extent]) -> list[list[int]]:
        found = []
        for start, end in extents:
            if start < last and first < end:
                a, b = bisect_left(starts, start), bisect_left(starts, end)
                if a < b:
                    found.append(list(range(a + 1, b + 1)))
        return found

    tags, to_cue, to_source = scores.tags.copy(), scores.to_cue.copy(), scores.to_source.copy()
    for one in ruled:
        read = {
            SOURCE: numbers(one.source), CUE: numbers(one.cue), CONTENT: numbers(one.content)
        }  # fmt: skip
        for role, spans in read.items():
            for span in spans:
                tags[span[0], role] += tag
                tags[span[1:], role + 1] += tag
        cue = [i for span in read[CUE] for i in span]
        if not cue:
            bare_words = [i for span in read[CONTENT] for i in span]
            to_cue[bare_words, 0] += link
            continue
        for role in (SOURCE, CONTENT):
            at = [i for span in read[role] for i in span]
            if at:
                to_cue[np.ix_(at, cue)] += link
        to = [i for span in read[SOURCE] for i in span] or [0]
        to_source[np.ix_(cue, to)] += link
    return Scores(tags, to_cue, to_source)


def in_another(one: Attribution, ruled: Sequence[Attribution]) -> bool:
    """Whether an attribution stands, cue and all, in the content of another."""
    return any(
        other is not one
        and other.content != one.content
        and _spans(other.content, one.cue)
        and (not one.content or _spans(other.content, one.content))
        for other in ruled
    )


def nested(tagged: Sequence[Attribution], ruled: Sequence[Attribution]) -> list[Attribution]:
    """Attributions of the rules that stand in the content of a tagged one, by a cue of their own.

    The model knows none such: PolNeAR, on which it was trained, marks the outermost alone.
    """
    return [
        one
        for one in ruled
        if one.content
        and not any(_touch(one.cue, other.cue) for other in tagged)
        and any(_spans(other.content, one.cue) and _spans(other.content, one.content) for other in tagged)
    ]


def has_cue_of(one: Attribution, ruled: Sequence[Attribution]) -> bool:
    """Whether an attribution shares words of its cue with one of the rules."""
    return any(_touch(one.cue, rule.cue) for rule in ruled)


def asserts(one: Attribution, text: str, parse: Parse) -> bool:
    """Whether the content holds a finite verb or quoted words: a thing said, no mere object of a feeling."""
    for start, end in one.content:
        if any(mark in QUOTATION for mark in text[start:end]):
            return True
        i = bisect_left(parse.tokens, (start,))
        while i < len(parse.tokens) and parse.tokens[i].start < end:
            if parse.tokens[i].tag in FINITE:
                return True
            i += 1
    return False


def settled(one: Attribution, ruled: Sequence[Attribution], text: str) -> Attribution:
    """A tagged attribution, or the rules' own with its cue where they know what the model does not.

    That is nesting, a quotation that stands by itself in a later paragraph, and that what follows a dash
    behind reported words may be the article's own.
    """
    standing = [rule.content for rule in ruled if rule.content and not rule.cue]
    own = tuple(e for e in one.content if not any(_touch((e,), content) for content in standing))
    if own and own != one.content:
        one = Attribution(source=one.source, cue=one.cue, content=own)
    same = [rule for rule in ruled if rule.content and _touch(rule.cue, one.cue)]
    if len(same) != 1:
        return one
    (rule,) = same
    if any(in_another(other, [rule]) for other in ruled if other is not rule):
        return rule
    end = rule.content[-1][1]
    if _spans(one.content, ((end, end),)) and text[end : end + 3].strip()[:1] in tuple(DASHES):
        return Attribution(source=one.source, cue=one.cue, content=rule.content)
    return one


def bare(tagged: Sequence[Attribution], ruled: Sequence[Attribution]) -> list[Attribution]:
    """Quotations that the rules found without any cue, where nothing tagged touches them."""
    return [
        one
        for one in ruled
        if not one.cue and one.content and not any(_touch(one.content, other.content) for other in tagged)
    ]


def _spans(outer: Sequence[Extent], inner: Sequence[Extent]) -> bool:
    return bool(outer and inner) and outer[0][0] <= inner[0][0] and inner[-1][1] <= outer[-1][1]


def _touch(left: Sequence[Extent], right: Sequence[Extent]) -> bool:
    return any(a < end and start < b for a, b in left for start, end in right)
