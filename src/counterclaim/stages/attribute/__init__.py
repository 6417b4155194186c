"""2. An Article becomes Statements: who says what, through whom, in what manner."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Protocol

from counterclaim.records import (
    Article,
    Attributed,
    Attribution,
    Hop,
    Mention,
    Parse,
    Statement,
    fingerprint,
)
from counterclaim.stages.attribute.ahead import named_ahead
from counterclaim.stages.attribute.apart import clear_of_sources, is_credit, of_the_inner
from counterclaim.stages.attribute.chains import Coreference, no_chains
from counterclaim.stages.attribute.hops import as_hop, carried_by, nesting, passed_on, quoted_by, told_outlet
from counterclaim.stages.attribute.manner import Said, hedged, kind_of, target_of
from counterclaim.stages.attribute.passive import accused_in_passing
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
    tagged = (a for a in tagger(article, parse) if a.content and not is_credit(article.text, a))
    attributions = [of_the_inner(tree, accused_in_passing(tree, a)) for a in tagged]
    found = clear_of_sources(read_mentions(article, parse, words=names), attributions)
    same = partial(coreference, article, parse)
    room = Room(tree=tree, acts=acts, mentions=found, same=same, gendered=names.genders)
    speakers = [named_ahead(tree, found, s, acts) for s in _speakers(tree, room, attributions)]
    cues = [parse.within(a.cue) for a in attributions]
    passed = passed_on(tree, attributions, cues, acts)
    statements = []
    for attribution, named, cue, chain in zip(
        attributions, speakers, cues, nesting(attributions, passed), strict=True
    ):
        said = Said(tree, cue, parse.within(attribution.content), acts)
        source = parse.within(attribution.source)
        speaker = described(tree, named, source, said.content, words=speaker_words, names=names)
        hops: list[Hop] = []
        for outer in chain:
            if speakers[outer].name != speaker.name:
                hops += quoted_by(tree, parse.within(attributions[outer].source), acts)
                hops.append(as_hop(attributions[outer], speakers[outer]))
        hops += quoted_by(tree, source, acts)
        hops += [hop for hop in (told_outlet(tree, cue, acts), carried_by(tree, cue, acts)) if hop]
        statements.append(
            Statement(
                id=fingerprint("st", article.id, attribution.source, attribution.cue, attribution.content),
                article=article.id,
                source=attribution.source,
                cue=attribution.cue,
                content=attribution.content,
                kind=kind_of(article.text, attribution, quotes),
                act=said.act,
                hedged=hedged(said),
                speaker_name=speaker.name,
                speaker_at=speaker.at,
                target_at=target_of(said),
                anonymous=speaker.anonymous,
                role=speaker.role,
                affiliation=speaker.affiliation,
                eyewitness=speaker.eyewitness,
                confidence=attribution.confidence,
                hops=tuple(hops),
            )
        )
    return Attributed(statements=tuple(statements), mentions=owned(found, statements))


def _speakers(tree: Tree, room: Room, attributions: Sequence[Attribution]) -> list[Speaker]:
    """The speakers of attributions, resolved in the order in which the sources stand in the text."""

    def place(i: int) -> tuple[int, int]:
        one = attributions[i]
        return min(start for start, _ in one.source or (*one.cue, *one.content[:1])), i

    found: dict[int, Speaker] = {}
    for i in sorted(range(len(attributions)), key=place):
        one = attributions[i]
        if one.source:
            found[i] = room.resolve(tree.parse.within(one.source))
        else:
            found[i] = room.heard.last if not one.cue else Speaker(name=None, at=None)
    return [found[i] for i in range(len(attributions))]


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
