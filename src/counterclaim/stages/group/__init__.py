"""4. Articles become Stories."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from counterclaim.records import Reading, Story, fingerprint
from counterclaim.stages.group.likeness import Likeness, Profile, likeness, profiles, proposed
from counterclaim.stages.group.link import clusters
from counterclaim.stages.group.title import title_of

__all__ = ["Encoder", "group"]

NAMED_LINKS = 12
"""Links of a story that its reasons spell out; a story of more articles says how many there are."""


class Encoder(Protocol):
    """Turns texts into unit vectors: float32, one row a text."""

    def __call__(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Encode texts; the vector of a text does not depend on the others."""
        ...


def group(
    readings: Sequence[Reading], *, encoder: Encoder, known: Sequence[Story] = (), one_story: bool = False
) -> tuple[Story, ...]:
    """Group articles into stories; `known` stories take new articles in and keep their ids.

    Articles of known stories stay where they are, and two known stories are never joined. The order of
    readings does not matter. Pairs are compared only where they share rare words, so that the time
    grows with the articles, not with their pairs.
    """
    ordered = sorted(readings, key=lambda r: r.article.id)
    if not ordered:
        return ()
    own = profiles(ordered, encoder)
    pairs: dict[tuple[str, str], Likeness] = {}
    if one_story:
        found = [tuple(own)]
    else:
        pairs = {pair: likeness(own[pair[0]], own[pair[1]]) for pair in proposed(own)}
        fixed = [tuple(a for a in story.articles if a in own) for story in known]
        found = clusters(
            tuple(own), {p: like.score for p, like in pairs.items()}, fixed=[f for f in fixed if f]
        )
    names = {article: story for story in known for article in story.articles}
    stories = [_story(cluster, own, pairs, names, one_story=one_story) for cluster in found]
    return tuple(sorted(stories, key=lambda s: (own[min(s.articles)].day or "9999", s.id)))


def _story(
    cluster: Sequence[str],
    own: Mapping[str, Profile],
    pairs: Mapping[tuple[str, str], Likeness],
    names: Mapping[str, Story],
    *,
    one_story: bool,
) -> Story:
    articles = tuple(sorted(cluster))
    before = next((names[a] for a in articles if a in names), None)
    members = [own[a] for a in articles]
    return Story(
        id=before.id if before else fingerprint("s", *articles),
        title=before.title if before and before.title else title_of(members),
        articles=articles,
        why=("The user said that all articles belong to one story.",) if one_story else _why(members, pairs),
    )


def _why(members: Sequence[Profile], pairs: Mapping[tuple[str, str], Likeness]) -> tuple[str, ...]:
    """What holds each article to another of its story: its likest pair."""
    if len(members) == 1:
        return ("No other article is close enough to it.",)
    inside = {m.article for m in members}
    files = {m.article: m.file for m in members}
    best: dict[str, tuple[str, str]] = {}
    of: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for pair in pairs:
        if pair[0] in inside and pair[1] in inside:
            of[pair[0]].append(pair)
            of[pair[1]].append(pair)
    for article, held in sorted(of.items()):
        best[article] = max(held, key=lambda p: (pairs[p].score, p))
    links = sorted(set(best.values()), key=lambda p: (files[p[0]], files[p[1]]))
    said = [f"{files[a]} and {files[b]}: {pairs[a, b].why}" for a, b in links[:NAMED_LINKS]]
    if len(links) > NAMED_LINKS:
        said.append(f"{len(links) - NAMED_LINKS} more links hold the {len(members)} articles together.")
    return tuple(said)
