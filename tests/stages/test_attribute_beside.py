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
    (
        "Aid groups say government planes bombed the hospital, an allegation that the army rejects.",
        {
            ("Aid groups", "say", "government planes bombed the hospital"),
            ("the army", "deny", "government planes bombed the hospital"),
        },
    ),
    (
        "Activists said that the army fired on the crowd, a charge the military denies.",
        {
            ("Activists", "say", "that the army fired on the crowd"),
            ("the military", "deny", "that the army fired on the crowd"),
        },
    ),
    (
        "Monitors said troops burned the village, an accusation strongly denied by the provincial governor.",
        {
            ("Monitors", "say", "troops burned the village"),
            ("the provincial governor", "deny", "troops burned the village"),
        },
    ),
    (
        "The guards said she attacked them, a charge Mara Dell denies.",
        {("The guards", "say", "she attacked them"), ("Mara Dell", "deny", "she attacked them")},
    ),
    (
        "The group says 300 people were turned back, a claim the ministry dismissed on Monday.",
        {
            ("The group", "say", "300 people were turned back"),
            ("the ministry", "deny", "300 people were turned back"),
        },
    ),
    (
        "Villagers said the guards burned their barns a charge the guards have denied.",
        {
            ("Villagers", "say", "the guards burned their barns"),
            ("the guards", "deny", "the guards burned their barns"),
        },
    ),
    (
        "Villagers say troops looted shops and burned homes — accusations the army denies.",
        {
            ("Villagers", "say", "troops looted shops and burned homes"),
            ("the army", "deny", "troops looted shops and burned homes"),
        },
    ),
    (
        "The bridge is sound, the mayor says, something that engineers dispute.",
        {("the mayor", "say", "The bridge is sound"), ("engineers", "deny", "The bridge is sound")},
    ),
    (
        "Aid groups say government planes bombed the hospital, which the army denies.",
        {
            ("Aid groups", "say", "government planes bombed the hospital"),
            ("the army", "deny", "government planes bombed the hospital"),
        },
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
        "The army says the market was a base, a claim that has not been denied by residents.",
        "The army says the market was a base, a claim that is hard to deny.",
        "The army says the market was a base, a claim the council could deny if asked.",
        "Dell said Tarn had taken bribes, a charge Tarn has neither confirmed nor denied.",
        "The town had asked for water trucks, a request denied by the ministry.",
        "The army says nine guards were killed, a figure the council disputes.",
    ],
)
def test_what_denies_nothing(models: Models, text: str) -> None:
    assert not any(s.act == "deny" for s in read(models, text).statements)


def test_who_denies_a_quote_does_not_go_on_with_it(models: Models) -> None:
    text = "“They burned my mill,” the miller said, a claim the army denies. “Nine geese died.”"
    said = {(words(text, s.source), words(text, s.content)) for s in read(models, text).statements}
    assert ("the miller", "“They burned my mill,” … “Nine geese died.”") in said
