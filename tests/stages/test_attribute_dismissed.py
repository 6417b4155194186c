"""Claims that a verb waves away: a denial of whoever waves, and nobody's claim. All invented."""

import pytest
from test_attribute import read, words

from counterclaim.pipeline import Models

pytestmark = pytest.mark.models

WAVED = [
    (
        "The minister laughed off claims that troops had looted the market.",
        ("The minister", "laughed off claims", "that troops had looted the market"),
    ),
    (
        "The governor brushed aside reports that 40 people were killed in the raid.",
        ("The governor", "brushed aside reports", "that 40 people were killed in the raid"),
    ),
    (
        "Colonel Anders shrugged off the allegation that his men burned the village.",
        ("Colonel Anders", "shrugged off the allegation", "that his men burned the village"),
    ),
    (
        "The mayor poured cold water on reports that the dam had been mined.",
        ("The mayor", "poured cold water on reports", "that the dam had been mined"),
    ),
    (
        "The ministry scoffed at suggestions that its jets had hit the school.",
        ("The ministry", "scoffed at suggestions", "that its jets had hit the school"),
    ),
    (
        "The chief has waved away accusations that his officers shot the students.",
        ("The chief", "has waved away accusations", "that his officers shot the students"),
    ),
]


@pytest.mark.parametrize(("text", "said"), WAVED)
def test_what_is_waved_away_is_denied(models: Models, text: str, said: tuple[str, str, str]) -> None:
    (found,) = read(models, text).statements
    assert (words(text, found.source), words(text, found.cue), words(text, found.content)) == said
    assert found.act == "deny"


@pytest.mark.parametrize(
    "text",
    [
        "The minister made claims that troops had looted the market.",
        "The envoy pushed claims that troops had looted the market.",
        "The governor waved the report that 40 people were killed.",
        "The governor did not laugh off claims that troops had looted the market.",
        "Nobody laughed off claims that troops had looted the market.",
        "The governor may shrug off claims that troops had looted the market.",
    ],
)
def test_what_is_not_waved_away_is_not_denied(models: Models, text: str) -> None:
    assert not any(s.act == "deny" for s in read(models, text).statements)


def test_whose_claim_is_waved_away_has_it_still(models: Models) -> None:
    text = "The director brushed aside Mara Dell's claim that guards had died."
    found = {(words(text, s.source), s.act, words(text, s.content)) for s in read(models, text).statements}
    assert found == {
        ("The director", "deny", "that guards had died"),
        ("Mara Dell's", "say", "that guards had died"),
    }
