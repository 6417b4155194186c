"""Attributions whose commas are lost, sources named only later, deeds that are no words. All invented."""

from dataclasses import replace

import pytest
from test_attribute import article_of, read, words

from counterclaim.pipeline import Models
from counterclaim.stages.attribute import attribute
from counterclaim.stages.attribute.rules import RuleTagger
from counterclaim.stages.ground.claims import read_claims

pytestmark = pytest.mark.models

LOST = [
    (
        "A car bomb killed nine people and wounded 14 in the Velm district of Orvane Turkish state television"
        " reported on Monday without giving further details.",
        "Turkish state television",
        "A car bomb killed nine people and wounded 14 in the Velm district of Orvane",
    ),
    (
        "Shells fell on the market in Korvan killing six traders a monitor said.",
        "a monitor",
        "Shells fell on the market in Korvan killing six traders",
    ),
    (
        "The raid also wounded more than 40 people said the Tarn Observatory a Bremel-based war monitoring group.",
        "Tarn Observatory",
        "The raid also wounded more than 40 people",
    ),
    (
        "The bridge was closed to traffic said the Ministry of Works.",
        "Ministry of Works",
        "The bridge was closed to traffic",
    ),
    (
        "The fort fell on Sunday a monitor and medical workers in the rebel-held area said.",
        "a monitor and medical workers in the rebel-held area",
        "The fort fell on Sunday",
    ),
    (
        "The monitor counted nine dead.\nThe dead were mostly traders it said and included at least five children.",
        "The monitor",
        "The dead were mostly traders … included at least five children",
    ),
    (
        '"The road is open again" harbour spokesman Ilya Marn said.',
        "Ilya Marn",
        '"The road is open again"',
    ),
    (
        "The exchange has resumed with 900 people leaving Hama and Homs at dawn and nearly 90 leaving Raqqa and two"
        " other towns the head of the Britain-based monitoring group Omar Saleh told AFP.",
        "Omar Saleh",
        "The exchange has resumed with 900 people leaving Hama and Homs at dawn and nearly 90 leaving Raqqa and two"
        " other towns",
    ),
    (
        "The swap went on with 300 people leaving Homs and Hama at dawn and nearly 30 leaving Raqqa and two other"
        " rebel-held areas the head of the monitoring group Omar Saleh told AFP.",
        "Omar Saleh",
        "The swap went on with 300 people leaving Homs and Hama at dawn and nearly 30 leaving Raqqa and two other"
        " rebel-held areas",
    ),
    (
        "Gas was used in the attack which left at least 90 people killed and over 400 wounded mostly women"
        " according to the directorate of health in Orvane province.",
        "the directorate of health in Orvane province",
        "Gas was used in the attack which left at least 90 people killed and over 400 wounded mostly women",
    ),
    (
        "Two villages were flooded a state-run news agency and Turkish media reported.",
        "a state-run news agency",
        "Two villages were flooded",
    ),
    (
        "A mine killed six people in Orvane on Monday the Lenn government's official television channel reported.",
        "the Lenn government's official television channel",
        "A mine killed six people in Orvane on Monday",
    ),
    (
        "British-based monitor the Tarn Observatory counted 24 dead and dozens more wounded.",
        "Tarn Observatory",
        "24 dead and dozens more wounded",
    ),
    ("(Velm News and Agencies) Union leaders have condemned the arrests.", "Union leaders", "the arrests"),
]


@pytest.mark.parametrize(("text", "speaker", "content"), LOST, ids=[text for text, _, _ in LOST])
def test_lost_commas(models: Models, text: str, speaker: str, content: str) -> None:
    said = read(models, text).statements[-1]
    assert (said.speaker_name, words(text, said.content).replace("and included", "included")) == (
        speaker,
        content,
    )


@pytest.mark.parametrize(
    "text",
    [
        "The rebels rejected a condition set by the mediator.",
        "The council rejected the offer.",
        "The ministry echoed these claims.",
        "The governor dismissed a proposal to reopen the port.",
        "The flood destroyed nine houses and the roads the army had built.",
    ],
)
def test_deeds_are_no_statements(models: Models, text: str) -> None:
    assert read(models, text).statements == ()


def test_a_rejected_accusation_is_denied(models: Models) -> None:
    (said,) = read(models, "The mayor rejected the accusation that he had fled.").statements
    assert said.act == "deny"


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (
            "Nine people were killed, a monitor said.\nThe Observatory for Human Rights said the dead were"
            " miners.",
            "Observatory for Human Rights",
        ),
        (
            "Nine people were killed, a monitoring group said.\n“It was a massacre,” said Ilya Marn, head of the"
            " Observatory for Human Rights.",
            "Observatory for Human Rights",
        ),
        (
            "Nine people were killed, a monitor said.\nThe Ministry of Works said the road was open.",
            "a monitor",
        ),
        (
            "Nine people were killed, a group tracking the war said.\nThe Tarn Observatory said the dead were"
            " miners.",
            "Tarn Observatory",
        ),
        (
            "Nine people were killed, a group from the valley said.\nThe Tarn Observatory denied it.",
            "a group from the valley",
        ),
        (
            "Nine miners die in Korvan: monitor\nThe Tarn Observatory said the dead were miners.",
            "Tarn Observatory",
        ),
        (
            "Blast Kills Nine in Korvan: Monitor\nNine people were killed, a monitor said.\nThe Tarn Observatory"
            " said the dead were miners.\nThe Observatory blamed a gas leak.",
            "Tarn Observatory",
        ),
        (
            "Nine people were killed, a monitor said.\nThe Tarn Observatory denied it.\nThe Observatory left.\n"
            "The Korvan Rights Monitor said the road was open.\nThe Korvan Rights Monitor left.",
            "a monitor",
        ),
        (
            "The road was open, a witness said.\nThe Observatory for Human Rights denied it.",
            "a witness",
        ),
    ],
)
def test_named_ahead(models: Models, text: str, first: str) -> None:
    assert read(models, text).statements[0].speaker_name == first


def test_words_of_another_source_are_not_condemned(models: Models) -> None:
    text = (
        "The envoy condemned a raid on a school in Orvane that killed six children according to state media."
    )
    envoy, media = read(models, text).statements
    assert words(text, envoy.content) == "a raid on a school in Orvane"
    assert (media.speaker_name, media.hops) == ("state media", ())


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Leaders condemned the strike which killed nine people.", ["which killed nine people"]),
        ("The army denied carrying out the raid which killed nine people.", ["which killed nine people"]),
        ("The army denied reports that its planes killed nine people.", []),
        (
            "The envoy said the army bears responsibility for a raid that killed nine people.",
            ["that killed nine people"],
        ),
        ("The monitor said the strike which killed nine people was illegal.", []),
    ],
)
def test_what_is_condemned_or_denied_happened(models: Models, text: str, own: list[str]) -> None:
    article = article_of(text)
    (parse,) = models.parser([article])
    assert not isinstance(parse, Exception)
    claims = read_claims(article, parse, read(models, text).statements, acts=models.act_words)
    assert [c.text for c in claims if c.statement is None] == own
    assert all(c.status == "asserted" for c in claims if c.statement is None)


@pytest.mark.parametrize(
    ("headline", "said"),
    [
        ("Blast kills six in Orvane: state TV", ("state TV", ":", "Blast kills six in Orvane")),
        ("Army retakes fort - ministry", ("ministry", "-", "Army retakes fort")),
        ("Bomb kills six Syrian state TV.", ("Syrian state TV", "", "Bomb kills six")),
        (
            "Strike kills 56 civilians in Korvan Monitor",
            ("Observatory for Human Rights", "", "Strike kills 56 civilians in Korvan"),
        ),
        ("Rebels attack state TV", None),
        ("Korvan: a city divided", None),
        ("Death toll in Orvane rises to 70", None),
    ],
)
def test_headlines_end_with_their_source(
    models: Models, headline: str, said: tuple[str, str, str] | None
) -> None:
    text = f"{headline}\nThe Observatory for Human Rights said nine people died."
    body = article_of(text)
    parts = tuple(replace(p, kind="headline") if not p.start else p for p in body.parts)
    article = replace(body, parts=parts)
    (parse,) = models.parser([article])
    assert not isinstance(parse, Exception)
    names = models.ground_words.names
    found = attribute(
        article, parse, tagger=RuleTagger(acts=models.act_words), acts=models.act_words, names=names
    ).statements
    rows = [
        (s.speaker_name, words(text, s.cue), words(text, s.content))
        for s in found
        if s.content[0][0] < len(headline)
    ]
    assert rows == ([said] if said else [])


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A military source on Tuesday denied the report.", "A military source"),
        ("The monitor in Orvane denied the report.", "The monitor in Orvane"),
    ],
)
def test_a_day_is_no_part_of_a_source(models: Models, text: str, source: str) -> None:
    assert words(text, read(models, text).statements[0].source) == source


def test_a_manner_is_no_source(models: Models) -> None:
    text = "The monitor determines whose planes flew according to their type and height."
    assert all("their type" not in words(text, s.source) for s in read(models, text).statements)
