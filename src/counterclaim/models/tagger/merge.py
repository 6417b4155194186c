"""The model's attributions and the rules', put together: each knows what the other does not."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from counterclaim.records import Attribution, Extent, Parse

DASHES = "–—-"
QUOTATION = '“”"'
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def in_another(one: Attribution, ruled: Sequence[Attribution]) -> bool:
    """Whether an attribution stands, cue and all, in the content of another."""
    return any(
        other is not one
        and other.content != one.content
        and spans(other.content, one.cue)
        and (not one.content or spans(other.content, one.content))
        for other in ruled
    )


def alone(tagged: Sequence[Attribution], ruled: Sequence[Attribution]) -> list[Attribution]:
    """What the rules alone found: by a cue that nothing tagged has, or in quotation marks without a cue.

    Among it are those that stand in the content of another: the model marks no nesting, as PolNeAR, on
    which it was trained, does not.
    """
    return [
        one
        for one in ruled
        if one.content
        and not any(
            touch(one.cue, other.cue) if one.cue else touch(one.content, other.content) for other in tagged
        )
    ]


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
    own = tuple(e for e in one.content if not any(touch((e,), content) for content in standing))
    if own and own != one.content:
        one = replace(one, content=own)
    same = [rule for rule in ruled if rule.content and touch(rule.cue, one.cue)]
    if len(same) != 1:
        return one
    (rule,) = same
    if any(in_another(other, [rule]) for other in ruled if other is not rule):
        return rule
    end = rule.content[-1][1]
    if spans(one.content, ((end, end),)) and text[end : end + 3].strip()[:1] in tuple(DASHES):
        return replace(one, content=rule.content)
    return one


def spans(outer: Sequence[Extent], inner: Sequence[Extent]) -> bool:
    """Whether extents lie between the first and the last character of others."""
    return bool(outer and inner) and outer[0][0] <= inner[0][0] and inner[-1][1] <= outer[-1][1]


def touch(left: Sequence[Extent], right: Sequence[Extent]) -> bool:
    """Whether two sets of extents share a character."""
    return any(a < end and start < b for a, b in left for start, end in right)
