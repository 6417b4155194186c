"""The model's attributions and the rules', put together: each knows what the other does not."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from counterclaim.models.tagger.nearby import Nearby
from counterclaim.records import Article, Attribution, Extent, Parse

DASHES = "–—-"
QUOTATION = frozenset('“”"')
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
VERBS = FINITE | {"VB", "VBN"}


def in_another(one: Attribution, ruled: Sequence[Attribution]) -> bool:
    """Whether an attribution stands, cue and all, in the content of another."""
    return any(
        other is not one
        and other.content != one.content
        and spans(other.content, one.cue)
        and (not one.content or spans(other.content, one.content))
        for other in ruled
    )


def shares(one: Attribution, ruled: Sequence[Attribution]) -> bool:
    """Whether an attribution has its content with another: one passes on what the other said ("citing …")."""
    return any(other.cue != one.cue and other.content == one.content for other in ruled if one.content)


def set_beside(one: Attribution, ruled: Sequence[Attribution]) -> bool:
    """Whether the content is another's or a part of it, its cue apart from it: "a claim that he denies"."""
    return bool(one.cue) and any(
        other.cue != one.cue
        and holds(other.content, one.content)
        and not any(holds(other.content, (extent,)) for extent in one.cue)
        for other in ruled
    )


def holds(outer: Sequence[Extent], inner: Sequence[Extent]) -> bool:
    """Whether each extent lies within one of others."""
    return all(any(start <= a and b <= end for start, end in outer) for a, b in inner)


def sums_up(one: Attribution, ruled: Sequence[Attribution]) -> bool:
    """Whether a noun that nobody says only leads to who denies what is said: "charges that he denies"."""
    return not one.source and any(
        rule.source
        and spans(one.content, rule.cue)
        and one.cue
        and rule.content[-1][1] <= one.cue[0][0]
        and spans(one.content, rule.source)
        for rule in ruled
        if rule.content
    )


def alone(tagged: Nearby, ruled: Iterable[Attribution]) -> list[Attribution]:
    """What the rules alone found: by a cue that nothing tagged has, or in quotation marks without a cue.

    Among it are those that stand in the content of another: the model marks no nesting, as PolNeAR, on
    which it was trained, does not.
    """
    return [
        one
        for one in ruled
        if one.content
        and not any(
            touch(one.cue, other.cue) if one.cue else touch(one.content, other.content)
            for other in tagged.to(one)
        )
    ]


def asserts(one: Attribution, text: str, parse: Parse) -> bool:
    """Whether the content holds a finite verb or quoted words: a thing said, no mere object of a feeling."""
    quoted = any(quotes(text, start, end) for start, end in one.content)
    return quoted or not FINITE.isdisjoint(tags_in(one.content, parse))


def quotes(text: str, start: int, end: int) -> bool:
    """Whether a part of a text has a quotation mark."""
    return not QUOTATION.isdisjoint(text[start:end])


def settled(one: Attribution, ruled: Nearby, text: str, parse: Parse) -> Attribution:
    """A tagged attribution, or the rules' own with its cue where they know what the model does not.

    That is whose a report is that a verb waves away, nesting, a quotation that stands by itself in a later
    paragraph, that what follows a dash behind reported words may be the article's own, and that "for her, the
    war is lost" gives her the clause.
    """
    near = ruled.to(one)
    standing = [rule.content for rule in near if rule.content and not rule.cue]
    own = tuple(e for e in one.content if not any(touch((e,), content) for content in standing))
    if own and own != one.content:
        one = replace(one, content=own)
    same = [rule for rule in near if rule.content and touch(rule.cue, one.cue)]
    if len(same) != 1:
        return one
    (rule,) = same
    if rule.source and not one.source and rule.cue != one.cue and spans(rule.cue, one.cue):
        return rule
    clause = asserts(rule, text, parse) and not asserts(one, text, parse)
    if clause and adpositional(rule, parse) and spans(rule.content, one.content):
        return replace(one, content=rule.content)
    around = ruled.to(rule)
    if shares(rule, around) or any(in_another(other, [rule]) for other in around if other is not rule):
        return rule
    end = rule.content[-1][1]
    if spans(one.content, ((end, end),)) and text[end : end + 3].strip()[:1] in tuple(DASHES):
        return replace(one, content=rule.content)
    return one


def readings(
    one: Attribution, ruled: Nearby, article: Article, parse: Parse
) -> list[tuple[Attribution, bool]]:
    """The ways to read a tagged attribution, and for each whether its content is the model's.

    As tagged; with the rule's source; without what stands unquoted in other sentences; and as the rule
    with its cue has it.
    """
    first = settled(filled(one, article.text, parse), ruled, article.text, parse)
    near = ruled.to(first)
    if first in near:
        return [(first, True)]
    ways = [(first, True)]
    own = in_own_sentence(first, article.text, parse)
    if own != first.content:
        ways.append((replace(first, content=own), True))
    for rule in near:
        if rule.content and touch(rule.cue, one.cue):
            if rule.source != first.source:
                ways.append((replace(first, source=rule.source), True))
            if rule.content != first.content:
                ways.append((rule, False))
    return ways


def filled(one: Attribution, text: str, parse: Parse) -> Attribution:
    """An attribution whose content has no holes in a sentence but where its own source or cue stands.

    What the model takes for the source and cue of words inside is left out of them, since it gives each word
    one role: "the rebels, who *they call* looters".
    """
    if len(one.content) < 2 or not parse.sentences:
        return one
    found = [one.content[0]]
    for start, end in one.content[1:]:
        hole = (found[-1][1], start)
        one_sentence = parse.sentence_at(hole[0] - 1) == parse.sentence_at(start)
        if one_sentence and "\n" not in text[slice(*hole)] and not touch((hole,), (*one.source, *one.cue)):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return replace(one, content=tuple(found))


def in_own_sentence(one: Attribution, text: str, parse: Parse) -> tuple[Extent, ...]:
    """The content without unquoted pieces in other sentences than the cue's, if any piece is left there."""
    if not one.cue or not parse.sentences:
        return one.content
    first, last = parse.sentences[parse.sentence_at(one.cue[0][0])]
    low, end = parse.tokens[first].start, parse.tokens[last - 1].end
    inside: list[Extent] = []
    kept: list[Extent] = []
    for start, stop in one.content:
        quoted = quotes(text, start, stop)
        if start < end and low < stop:
            inside.append((start, stop) if quoted else (max(start, low), min(stop, end)))
            kept.append(inside[-1])
        elif quoted:
            kept.append((start, stop))
    return tuple(kept) if inside else one.content


def across(one: Attribution, text: str, parse: Parse) -> float:
    """The share of the content's characters that `in_own_sentence` leaves out."""
    own = in_own_sentence(one, text, parse)
    whole = sum(end - start for start, end in one.content)
    return 1 - sum(end - start for start, end in own) / whole if whole else 0.0


def adpositional(one: Attribution, parse: Parse) -> bool:
    """Whether a cue is an adposition, alone or of several words: "according to", "from the view of"."""
    found = tags_in(one.cue, parse)
    return bool(found) and found[-1] in ("IN", "TO") and not any(tag in VERBS for tag in found)


def counts(one: Attribution, parse: Parse) -> bool:
    """Whether the content has a number: "put the toll at 40", "raised its count to 52"."""
    return "CD" in tags_in(one.content, parse)


def tags_in(extents: Sequence[Extent], parse: Parse) -> list[str]:
    """The tags of the tokens that begin in extents."""
    return [parse.tokens[i].tag for i in parse.within(extents)]


def rivals(left: Attribution, right: Attribution) -> bool:
    """Whether two attributions are ways to read one: by one cue, or without cue about the same words."""
    if left.cue and right.cue:
        return touch(left.cue, right.cue)
    return not (left.cue or right.cue) and touch(left.content, right.content)


def repeats(one: Attribution, other: Attribution) -> bool:
    """Whether half of an attribution's content is another's as well."""
    shared = sum(max(0, min(b, d) - max(a, c)) for a, b in one.content for c, d in other.content)
    return shared * 2 > sum(end - start for start, end in one.content)


def spans(outer: Sequence[Extent], inner: Sequence[Extent]) -> bool:
    """Whether extents lie between the first and the last character of others."""
    return bool(outer and inner) and outer[0][0] <= inner[0][0] and inner[-1][1] <= outer[-1][1]


def touch(left: Sequence[Extent], right: Sequence[Extent]) -> bool:
    """Whether two sets of extents share a character."""
    for a, b in left:  # told many times a word: a generator would cost more than what it gives
        for start, end in right:
            if a < end and start < b:
                return True
    return False
