from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.errors import ModelError
from counterclaim.models.load import lexicon
from counterclaim.models.tagger.decode import Scores
from counterclaim.models.tagger.evidence import NAMES, Confidence, Page, Seen, evidence
from counterclaim.models.tagger.place import Place
from counterclaim.models.tagger.words import WordReader
from counterclaim.models.wordpiece import WordPiece
from counterclaim.records import Article, Attribution, Part

TEXT = "Ann said rain fell all night."
ARTICLE = Article(
    id="art-1", file="a.txt", sha256="0", title=None, outlet=None, byline=None, published=None,
    published_basis=None, url=None, genre="report", language="en", text=TEXT, credits=(),
    parts=(Part(kind="body", start=0, end=len(TEXT)),),
)  # fmt: skip
SAID = Attribution(source=((0, 3),), cue=((4, 8),), content=((9, 28),))
SURE = 9.0


def seen(*, sure: float) -> Seen:
    """A window in which tags and links speak for `SAID` by so much."""
    window = [WordReader(WordPiece({"[UNK]": 0, "[CLS]": 1, "[SEP]": 2}))(TEXT, 0, len(TEXT))]
    n = len(window[0]) + 1
    tags, to_cue, to_source = (np.zeros(shape, dtype=np.float32) for shape in ((n, 7), (n, n), (n, n)))
    for i, tag in enumerate((1, 3, 5, 6, 6, 6, 0), 1):
        tags[i, tag] = sure
    to_cue[:, 2] = sure
    to_source[2, 1] = sure
    return Seen.of(Place(window), Scores(tags, to_cue, to_source))


def values(
    one: Attribution, rules: list[Attribution], *, sure: float = SURE, standing: Sequence[Attribution] = ()
) -> dict[str, float]:
    found = evidence(
        one, seen(sure=sure), Page.of(ARTICLE), rules, found=True, inside=False, asserts=True, across=0.0,
        adposition=False, standing=standing,
    )  # fmt: skip
    return dict(zip(NAMES, found, strict=True))


def test_a_sure_model_speaks_for_what_it_found() -> None:
    sure, unsure = values(SAID, []), values(SAID, [], sure=0.5)
    for name in ("cue", "content", "link", "source"):
        assert sure[name] > unsure[name]
    assert sure["ruled"] == sure["alike"] == sure["same_source"] == 0


def test_what_was_taken_out_of_a_content_makes_it_no_less_sure() -> None:
    kept = Attribution(source=((0, 3),), cue=((4, 8),), content=((9, 18),))
    quotation = Attribution(source=(), cue=(), content=((19, 28),))
    cut, alone = (values(kept, [], standing=standing)["whole"] for standing in ([], [quotation]))
    assert cut < 1 < alone


def test_a_rule_bears_it_out_with_the_same_cue() -> None:
    rule = Attribution(source=((0, 3),), cue=((4, 8),), content=((9, 18),))
    other = Attribution(source=((0, 3),), cue=((14, 18),), content=((19, 28),))
    agreed = values(SAID, [rule, other])
    assert agreed["ruled"] == agreed["same_source"] == 1
    assert agreed["alike"] == pytest.approx(9 / 19)
    assert values(SAID, [other])["ruled"] == 0
    assert values(SAID, [Attribution(source=(), cue=((4, 8),), content=((9, 18),))])["same_source"] == 0


def test_content_that_leaves_out_what_the_model_gives_the_cue_is_less_sure() -> None:
    short = Attribution(source=((0, 3),), cue=((4, 8),), content=((9, 18),))
    long = Attribution(source=((0, 3),), cue=((4, 8),), content=((0, 3), (9, 29)))
    assert values(short, [])["whole"] < values(SAID, [])["whole"] > values(long, [])["whole"]


def table() -> dict[str, object]:
    return {"bias": 0.0, "weights": dict.fromkeys(NAMES, 0.0) | {"cue": 1.0}}


def test_confidence_is_a_chance_of_two_digits() -> None:
    sure = Confidence.from_table(table())
    assert sure([0.0] * len(NAMES)) == 0.5
    assert sure([2.0, *[0.0] * (len(NAMES) - 1)]) == 0.88


@given(st.lists(st.floats(-1e6, 1e6), min_size=len(NAMES), max_size=len(NAMES)))
def test_confidence_lies_between_nought_and_one(given_: list[float]) -> None:
    assert 0 <= Confidence.from_table(lexicon("confidence"))(given_) <= 1


def test_a_weight_that_is_missing_or_unknown_is_an_error() -> None:
    for weights in ({}, dict.fromkeys((*NAMES, "luck"), 0.0)):
        with pytest.raises(ModelError, match=r"confidence\.toml"):
            Confidence.from_table({"bias": 0.0, "weights": weights})
