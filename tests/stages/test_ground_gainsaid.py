"""What one says and another denies in the same words is a claim of either. All invented."""

from hashlib import sha256

import pytest

from counterclaim.pipeline import Models, Settings, read
from counterclaim.records import Dossier, RawText
from counterclaim.render.html import to_html

pytestmark = pytest.mark.models


def told(models: Models, text: str) -> Dossier:
    raw = RawText(file="a.txt", text=text, sha256=sha256(text.encode()).hexdigest())
    (dossier,) = read([raw], models, settings=Settings(one_story=True), version="test").dossiers
    return dossier


def claims(dossier: Dossier) -> set[tuple[str | None, str, str]]:
    whose = {s.id: s.speaker_name for s in dossier.statements}
    return {(whose.get(c.statement or ""), c.text, c.status) for c in dossier.claims}


GAINSAID = [
    (
        "Villagers said that troops burned the mill, a charge the army denies.",
        {
            ("Villagers", "troops burned the mill", "asserted"),
            ("the army", "troops burned the mill", "denied"),
        },
    ),
    (
        "Aid groups say government planes bombed the hospital. The army denied the claim.",
        {
            ("Aid groups", "government planes bombed the hospital", "asserted"),
            ("The army", "government planes bombed the hospital", "denied"),
        },
    ),
    (
        "The rebels said they had taken the town. The army denied this.",
        {
            ("The rebels", "they had taken the town", "asserted"),
            ("The army", "they had taken the town", "denied"),
        },
    ),
]


@pytest.mark.parametrize(("text", "expected"), GAINSAID)
def test_a_claim_of_either(models: Models, text: str, expected: set[tuple[str, str, str]]) -> None:
    dossier = told(models, text)
    assert claims(dossier) == expected
    assert "disputed" in {q.standing for q in dossier.questions}


def test_who_denies_an_accusation_denies_it_of_whom_it_accuses(models: Models) -> None:
    dossier = told(
        models, "Rebels accused the government of killing 40 people. The ministry denied the charge."
    )
    (blame,) = (q for q in dossier.questions if q.text.startswith("Who is responsible"))
    assert {a.text for a in blame.answers} == {"the government", "not the government"}
    assert blame.standing == "disputed"


def test_who_denies_what_another_has_done_is_not_cleared_by_it(models: Models) -> None:
    for text in (
        "The army said it had killed 30 rebels. The rebels denied it.",
        "The Harn Front claimed responsibility for the blast in Kesto. Police denied the claim.",
    ):
        (blame,) = (q for q in told(models, text).questions if q.text.startswith("Who is responsible"))
        first, second = sorted((a.text for a in blame.answers), key=len)
        assert second == f"not {first}"


@pytest.mark.parametrize(
    "text",
    [
        "The prison said no inmate had died, a claim Mara Dell disputes.",
        "The monitor said the army had not killed the villagers, a claim survivors reject.",
        "The militia said it had not attacked the convoy. The council rejected this claim.",
    ],
)
def test_who_denies_a_no_does_not_bear_it_out(models: Models, text: str) -> None:
    assert "corroborated" not in {q.standing for q in told(models, text).questions}


def test_who_denies_a_denial_leaves_it_to_him_who_made_it(models: Models) -> None:
    dossier = told(models, "The council denied that its trucks carried arms, a claim the army disputes.")
    (claim,) = (c for c in claims(dossier) if "trucks" in c[1])
    assert claim == ("The council", "its trucks carried arms", "denied")


REFUTED = [
    "Mora said the army's claim that rebels blew up the bridge was a lie.",
    "Mora said there was no truth in the army's claim that rebels blew up the bridge.",
    "Mora said the army falsely claimed that rebels blew up the bridge.",
]


@pytest.mark.parametrize("text", REFUTED)
def test_who_calls_a_claim_untrue_denies_it(models: Models, text: str) -> None:
    found = {(who, status) for who, said, status in claims(told(models, text)) if "rebels blew" in said}
    assert ("Mora", "denied") in found
    assert {who for who, status in found if status != "denied"} <= {"the army", "the army's"}
    assert len(found) == 2


def test_who_calls_a_claim_true_denies_nothing(models: Models) -> None:
    dossier = told(models, "Mora said the army's claim that rebels blew up the bridge was true.")
    assert not {status for _, _, status in claims(dossier)} & {"denied"}


def test_the_page_tells_in_which_words_a_denial_points_back(models: Models) -> None:
    page = to_html(told(models, GAINSAID[1][0]))
    assert "in the words “The army denied the claim”" in page


def test_values_stand_with_both_claims_under_names_of_their_own(models: Models) -> None:
    dossier = told(
        models, "Villagers said that troops killed nine guards in Norwick, a charge the army denies."
    )
    for values in (dossier.figures, dossier.events):
        assert len(values) == 2
        assert len({v.id for v in values}) == len({v.claim for v in values}) == 2
    held = {c.id for c in dossier.claims}
    assert len(held) == len(dossier.claims)
    assert all(p.claim in held for p in dossier.places)


@pytest.mark.parametrize(
    "text",
    [
        "The council said 12 people had died. A monitor said troops burned the mill. The army denied both claims.",
        "The council said 12 people had died and the monitor said troops burned it. The army denied it.",
        "The mayor said the dam was safe. The mayor denied the charge.",
        "The mayor said guards had beaten students. The bishop said the church was shut. Police denied the charge.",
        "The army says the market was a base, something few officers dispute.",
        "The minister said the border with Talmere, which both countries dispute, was calm.",
        "The bishop said the town charges fees residents dispute.",
        "Dell said Tarn had taken bribes. Does Tarn deny the claim?",
        "Dell said Tarn had taken bribes. Friends expect Tarn to deny the charge.",
        "Dell said Tarn had taken bribes. The party may deny it.",
        "Dell said Tarn had taken bribes. Few deny it.",
        "Mara Dell said she had asked for shelter. The border police denied it.",
        "Dell said a guard had killed a man. The judge dismissed the charge.",
        "The council said 12 people had died. It rained for a week. The market was closed. The army denied it.",
    ],
)
def test_where_it_is_open_what_is_denied_nobody_is_set_against_another(models: Models, text: str) -> None:
    assert "denied" not in {status for _, said, status in claims(told(models, text)) if len(said.split()) > 2}
