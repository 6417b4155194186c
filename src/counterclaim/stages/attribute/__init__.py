"""2. An Article becomes Statements: who says what, through whom, in what manner."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Protocol

from counterclaim.records import (
    Article,
    Attributed,
    Attribution,
    Extent,
    Hop,
    Mention,
    Parse,
    Statement,
    fingerprint,
)
from counterclaim.stages.attribute.ahead import named_ahead
from counterclaim.stages.attribute.chains import Coreference, no_chains
from counterclaim.stages.attribute.hops import as_hop, nesting, quoted_by, told_outlet
from counterclaim.stages.attribute.manner import act_of, hedged, kind_of, target_of
from counterclaim.stages.attribute.quotes import find_quotes
from counterclaim.stages.attribute.roles import NO_WORDS, SpeakerWords, described
from counterclaim.stages.attribute.speaker import Speaker
from counterclaim.stages.attribute.speakers import Room
from counterclaim.stages.attribute.tree import Tree
from counterclaim.values.acts import ActWords
from counterclaim.values.names import NameWords, read_mentions


class Tagger(Protocol):
    """Finds attributions: source, cue and content extents, in order of the content's start."""

    def __call__(self, article: Article, parse: Parse) -> tuple[Attribution, ...]:
        """Find the attributions of an article."""
        ...


def attribute(
    article: Article,
    parse: Parse,
    *,
    tagger: Tagger,
    acts: ActWords,
    names: NameWords,
    coreference: Coreference = no_chains,
    speaker_words: SpeakerWords = NO_WORDS,
) -> Attributed:
    """Read the statements of an article, with speakers resolved and hops in order.

    Statements come in the order of their content; a statement that holds others comes before them.
    """
    tree = Tree(article.text, parse)
    quotes = find_quotes(article)
    attributions = [a for a in tagger(article, parse) if a.content]
    found = read_mentions(article, parse, words=names)
    room = Room(tree=tree, acts=acts, mentions=found, same=partial(coreference, article, parse))
    speakers = [named_ahead(tree, found, s, acts) for s in _speakers(tree, room, attributions)]
    statements = []
    for attribution, named in zip(attributions, speakers, strict=True):
        cue = tokens_in(tree, attribution.cue)
        content = tokens_in(tree, attribution.content)
        source = tokens_in(tree, attribution.source)
        speaker = described(tree, named, source, content, words=speaker_words, names=names)
        act = act_of(tree, cue, content, acts)
        statements.append(
            Statement(
                id=fingerprint("st", article.id, attribution.source, attribution.cue, attribution.content),
                article=article.id,
                source=attribution.source,
                cue=attribution.cue,
                content=attribution.content,
                kind=kind_of(article.text, attribution.content, quotes),
                act=act,
                hedged=hedged(tree, cue, content, acts),
                speaker_name=speaker.name,
                speaker_at=speaker.at,
                target_at=target_of(tree, attribution, cue, act, acts),
                anonymous=speaker.anonymous,
                role=speaker.role,
                affiliation=speaker.affiliation,
                eyewitness=speaker.eyewitness,
                confidence=attribution.confidence,
            )
        )
    cues = [tokens_in(tree, a.cue) for a in attributions]
    passed = frozenset(i for i, cue in enumerate(cues) if any(tree.lemma(t) in acts.passing_on for t in cue))
    with_hops = []
    for statement, cue, chain in zip(statements, cues, nesting(attributions, passed), strict=True):
        hops: list[Hop] = []
        for outer in (statements[j] for j in chain):
            if outer.speaker_name != statement.speaker_name:
                hops += [*quoted_by(tree, tokens_in(tree, outer.source), acts), as_hop(outer)]
        hops += quoted_by(tree, tokens_in(tree, statement.source), acts)
        outlet = told_outlet(tree, cue, acts)
        if outlet is not None:
            hops.append(outlet)
        with_hops.append(replace(statement, hops=tuple(hops)))
    mentions = owned(found, with_hops)
    return Attributed(statements=tuple(with_hops), mentions=mentions)


def _speakers(tree: Tree, room: Room, attributions: Sequence[Attribution]) -> list[Speaker]:
    """The speakers of attributions, resolved in the order in which the sources stand in the text."""

    def place(i: int) -> tuple[int, int]:
        one = attributions[i]
        return min(e[0] for e in (*one.source, *one.cue, *one.content[:1])) if not one.source else one.source[
            0
        ][0], i

    found: dict[int, Speaker] = {}
    for i in sorted(range(len(attributions)), key=place):
        one = attributions[i]
        if one.source:
            found[i] = room.resolve(tokens_in(tree, one.source))
        else:
            found[i] = room.last() if not one.cue else Speaker(name=None, at=None)
    return [found[i] for i in range(len(attributions))]


def tokens_in(tree: Tree, extents: Sequence[Extent]) -> list[int]:
    """The numbers of the tokens that lie in some extents."""
    found: list[int] = []
    for start, end in extents:
        i = bisect_left(tree.tokens, (start,))
        while i < len(tree.tokens) and tree.tokens[i].start < end:
            found.append(i)
            i += 1
    return found


def owned(mentions: Sequence[Mention], statements: Sequence[Statement]) -> tuple[Mention, ...]:
    """Mentions with the innermost statement whose content holds them."""
    pieces = sorted(
        (start, end, sum(e - a for a, e in s.content), -len(s.hops), s.id)
        for s in statements
        for start, end in s.content
    )
    open_: list[tuple[int, int, int, int, str]] = []
    found: dict[int, str | None] = {}
    following = 0
    for i in sorted(range(len(mentions)), key=lambda n: mentions[n].start):
        mention = mentions[i]
        while following < len(pieces) and pieces[following][0] <= mention.start:
            open_.append(pieces[following])
            following += 1
        open_ = [p for p in open_ if p[1] > mention.start]
        holding = [p for p in open_ if mention.end <= p[1]]
        found[i] = min(holding, key=lambda p: p[2:])[4] if holding else None
    return tuple(replace(m, statement=found[i]) for i, m in enumerate(mentions))
