"""What the rules found, as weight on the model's scores: two readers that know different things."""

from collections.abc import Sequence

import numpy as np

from counterclaim.models.tagger.decode import CONTENT, CUE, SOURCE, Scores
from counterclaim.models.tagger.place import Place
from counterclaim.records import Attribution

TAG_HINT = 1.0
"""Added to the tag that a rule gives a word. Set on PolNeAR dev, which is flat from 1 to 2."""

LINK_HINT = 2.0
"""Added to the links that a rule gives a word. Set as `TAG_HINT`."""


def hinted(
    scores: Scores,
    place: Place,
    ruled: Sequence[Attribution],
    *,
    tag: float = TAG_HINT,
    link: float = LINK_HINT,
) -> Scores:
    """Scores with weight added where the rules' attributions of the article touch the window."""
    near = [one for one in ruled if place.holds_some_of((*one.content, *one.cue, *one.source))]
    if not near:
        return scores
    tags, to_cue, to_source = scores.tags.copy(), scores.to_cue.copy(), scores.to_source.copy()
    for one in near:
        read = {
            SOURCE: place.runs(one.source), CUE: place.runs(one.cue), CONTENT: place.runs(one.content)
        }  # fmt: skip
        for role, spans in read.items():
            for start, end in spans:
                tags[start, role] += tag
                tags[start + 1 : end, role + 1] += tag
        cue = numbers(read[CUE])
        if not cue:
            to_cue[numbers(read[CONTENT]), 0] += link
            continue
        for role in (SOURCE, CONTENT):
            at = numbers(read[role])
            if at:
                to_cue[np.ix_(at, cue)] += link
        to_source[np.ix_(cue, numbers(read[SOURCE]) or [0])] += link
    return Scores(tags, to_cue, to_source)


def numbers(spans: Sequence[tuple[int, int]]) -> list[int]:
    """The words of runs."""
    return [i for start, end in spans for i in range(start, end)]
