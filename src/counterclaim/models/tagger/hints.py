"""What the rules found, as weight on the model's scores: two readers that know different things."""

from collections.abc import Sequence

from counterclaim.models.tagger.decode import CONTENT, CUE, SOURCE, Floats, Run, Scores
from counterclaim.models.tagger.place import Place
from counterclaim.records import Attribution

NONE_AT = ((0, 1),)
"""Where a word points that points to none."""

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
        cue = read[CUE]
        if not cue:
            _weigh(to_cue, read[CONTENT], NONE_AT, link)
            continue
        _weigh(to_cue, read[SOURCE], cue, link)
        _weigh(to_cue, read[CONTENT], cue, link)
        _weigh(to_source, cue, read[SOURCE] or NONE_AT, link)
    return Scores(tags, to_cue, to_source)


def _weigh(links: Floats, rows: Sequence[Run], columns: Sequence[Run], weight: float) -> None:
    for start, end in rows:
        for first, stop in columns:
            links[start:end, first:stop] += weight
