"""Denials put beside what they deny. All invented."""

import pytest
from test_attribute import read, words

from counterclaim.pipeline import Models

pytestmark = pytest.mark.models

BESIDE = [
    (
        "The army says the market was a base, a claim that residents reject.",
        {("The army", "say", "the market was a base"), ("residents", "deny", "the market was a base")},
    ),
    (
        "The ministry said that 12 had died, an allegation the rebels have dismissed.",
        {("The ministry", "say", "that 12 had died"), ("the rebels", "deny", "that 12 had died")},
    ),
    (
        "Guards shot 12 prisoners on Monday, a charge the minister denies.",
        {("the minister", "deny", "Guards shot 12 prisoners on Monday")},
    ),
]


@pytest.mark.parametrize(("text", "said"), BESIDE)
def test_denials(models: Models, text: str, said: set[tuple[str, str, str]]) -> None:
    found = read(models, text).statements
    assert {(words(text, s.source), s.act, words(text, s.content)) for s in found} == said


@pytest.mark.parametrize(
    "text",
    [
        "The army says the market was a base, a claim that residents repeat.",
        "The army says the market was a base, a claim that residents do not deny.",
        "The army says the market was a base, a town that residents love.",
    ],
)
def test_what_denies_nothing(models: Models, text: str) -> None:
    assert not any(s.act == "deny" for s in read(models, text).statements)
