"""Who says what: single sentences, whole articles, and any text at all."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from saidcases import SAID, UNSAID, Row

from counterclaim.pipeline import Models
from counterclaim.records import (
    Article,
    Attributed,
    Attribution,
    Extent,
    Parse,
    Part,
    Statement,
    fingerprint,
)
from counterclaim.stages.attribute import attribute
from counterclaim.stages.attribute.rules import RuleTagger

pytestmark = pytest.mark.models


def article_of(text: str) -> Article:
    """An article whose paragraphs are its lines."""
    parts = tuple(
        Part(kind="body", start=m.start(), end=m.end()) for m in re.finditer(r"[^\n]*\S[^\n]*", text)
    )
    return Article(
        id=fingerprint("ar", text), file="a.txt", sha256="0", title=None, outlet=None, byline=None,
        published=None, published_basis=None, url=None, genre="report", language="en", text=text,
        credits=(), parts=parts,
    )  # fmt: skip


def read(models: Models, text: str) -> Attributed:
    article = article_of(text)
    (parse,) = models.parser([article])
    if isinstance(parse, Exception):
        raise parse
    return attribute(
        article,
        parse,
        tagger=RuleTagger(acts=models.act_words),
        acts=models.act_words,
        names=models.ground_words.names,
    )


def words(text: str, extents: tuple[Extent, ...]) -> str:
    return " … ".join(text[s:e] for s, e in extents)


def row(text: str, statement: Statement) -> Row:
    return (
        words(text, statement.source),
        words(text, statement.cue),
        words(text, statement.content),
        statement.speaker_name,
        statement.act,
        statement.hedged,
    )


@pytest.mark.parametrize(("text", "rows"), SAID, ids=[text for text, _ in SAID])
def test_said(models: Models, text: str, rows: tuple[Row, ...]) -> None:
    assert tuple(row(text, s) for s in read(models, text).statements) == rows


@pytest.mark.parametrize("text", UNSAID)
def test_unsaid(models: Models, text: str) -> None:
    assert read(models, text).statements == ()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("“The well is dry,” the mayor said.", ["direct"]),
        ("The mayor said the well was dry.", ["indirect"]),
        ("The mayor said the well was “as dry as bone”.", ["mixed"]),
        ('The mayor said: "The well is dry."', ["direct"]),
    ],
)
def test_kind(models: Models, text: str, kinds: list[str]) -> None:
    assert [s.kind for s in read(models, text).statements] == kinds


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("“We waited,” said Mira Osten, a nurse.\n“Nobody came,” Osten said.", ["Mira Osten", "Mira Osten"]),
        ("“We waited,” said Mira Osten, a nurse.\nShe said nobody came.", ["Mira Osten", "Mira Osten"]),
        ("“We waited for days,” said Mira Osten.\n“Nobody ever came to us.”", ["Mira Osten", "Mira Osten"]),
        (
            "A resident who uses the pseudonym Karl Moss said the mill burned. Moss said two men died.",
            ["Karl Moss", "Karl Moss"],
        ),
        (
            "The Korvan Human Rights Monitor said ten people died. The group said a child was among them.",
            ["Korvan Human Rights Monitor", "Korvan Human Rights Monitor"],
        ),
        (
            "State news agency TASS said ten people died. The Korvan Human Rights Monitor said the toll would"
            " rise. The agency said the road was open.",
            ["TASS", "Korvan Human Rights Monitor", "TASS"],
        ),
        (
            "The Korvan Human Rights Monitor a Bremel-based monitoring group said ten people died. TASS said"
            " nobody died. The group said a child was among them.",
            ["Korvan Human Rights Monitor", "TASS", "Korvan Human Rights Monitor"],
        ),
        (
            "France said the port was open. The state news agency said the army had fled.",
            ["France", "The state news agency"],
        ),
        (
            "The coalition's spokesman Colonel Ryan Moss said the port was safe. The coalition admitted that"
            " it had hit the mill.",
            ["Ryan Moss", "The coalition"],
        ),
        ("Rebels said they held the port. They said the army had fled.", ["Rebels", "Rebels"]),
        ("The army said the port was safe. It said no ship had sunk.", ["The army", "The army"]),
    ],
)
def test_speakers_run_through_an_article(models: Models, text: str, names: list[str]) -> None:
    assert [s.speaker_name for s in read(models, text).statements] == names


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The organisation known as the Blue Caps said ten people died.", "Blue Caps"),
        ("A militant group called Harakat Velm said it held the port.", "Harakat Velm"),
        ("Lenn militant group Hezbollah said it held the port.", "Hezbollah"),
        ("The news website El-Dorin Al-Velm said the mill had burned.", "El-Dorin Al-Velm"),
        (
            "The organisation near the White House said ten people died.",
            "The organisation near the White House",
        ),
    ],
)
def test_a_body_is_called_by_the_name_in_its_description(models: Models, text: str, speaker: str) -> None:
    assert read(models, text).statements[-1].speaker_name == speaker


@pytest.mark.parametrize(
    ("text", "speaker", "hops"),
    [
        ("Reuters reported that residents said the market was empty.", "residents", ["Reuters"]),
        ("The market was empty, residents said, Reuters reported.", "residents", ["Reuters"]),
        ("State TV, quoting an officer, said the village had fallen.", "an officer", ["State TV"]),
        (
            "According to the state agency, citing a military source, the village had fallen.",
            "a military source",
            ["the state agency"],
        ),
        ("State TV, quoted by Reuters, said the village had fallen.", "State TV", ["Reuters"]),
        (
            "State radio, quoted by the Korvan News Agency, said the road was open.",
            "State radio",
            ["the Korvan News Agency"],
        ),
        (
            "State radio, quoted by Reuters, reported that an officer said the road was open.",
            "an officer",
            ["Reuters", "State radio"],
        ),
        ("The mayor said the police believe that the fire was set.", "the police", ["The mayor"]),
        ("The mayor said he believes that the fire was set.", "The mayor", []),
        ("The envoy said the militia had vowed to free the men.", "the militia", ["The envoy"]),
        ("The envoy said investigators have verified that the men are free.", "investigators", ["The envoy"]),
        ("A resident told Reuters that the market was empty.", "A resident", ["Reuters"]),
        ("A resident told reporters that the market was empty.", "A resident", []),
        (
            "The militia claimed the blast via its Harran news agency.",
            "The militia",
            ["its Harran news agency"],
        ),
        ("The army said through state radio that the road was open.", "The army", ["state radio"]),
        ("The army said through tears that the road was open.", "The army", []),
        ("The militia said the lorries came via the valley.", "The militia", []),
        (
            "The monitor, which follows the war through a radio network, said nine people died.",
            "The monitor",
            [],
        ),
    ],
)
def test_hops_in_order(models: Models, text: str, speaker: str, hops: list[str]) -> None:
    found = [s for s in read(models, text).statements if s.speaker_name == speaker]
    assert [[h.speaker_name for h in s.hops] for s in found] == [hops]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Rebels accused the army of burning the mill.", "the army"),
        ("The union blamed the fire on the owners.", "the owners"),
        ("Officials blamed smugglers for the fire.", "smugglers"),
        ("The army was accused of burning the mill.", "The army"),
        ("The envoy called on the militia to free the hostages.", "the militia"),
        ("The army denied that it had burned the mill.", None),
    ],
)
def test_target(models: Models, text: str, target: str | None) -> None:
    (statement,) = read(models, text).statements
    at = statement.target_at
    assert (text[at[0] : at[1]] if at else None) == target


def test_mentions_know_whose_words_they_are(models: Models) -> None:
    text = "The mayor said the militants burned the mill. The rebels left the valley."
    found = read(models, text)
    (statement,) = found.statements
    whose = {m.text: m.statement for m in found.mentions}
    assert whose["the militants"] == statement.id
    assert whose["The mayor"] is None
    assert whose["The rebels"] is None


def test_an_opinion_piece_without_reported_speech_has_no_statement(models: Models) -> None:
    text = (
        "This truce was born weak. Behind every banner stands a patron with its own plans; no side can win.\n"
        "What started as a strike turned into a war. The valley has become a board on which others play.\n"
        "Perhaps the saddest sight has been the empty school, its walls mourning the children."
    )
    assert read(models, text).statements == ()


PIECES = (
    'said|The mayor|“|”|"|, |accused|of|according to|\n|. |He|told|Reuters|that|the mill burned|denied|:|🙂|'
    "قال|-|X|\u202e|for|claim|citing|1,200"
)
SNIPPETS = st.sampled_from(PIECES.split("|"))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(SNIPPETS | st.text(max_size=12), max_size=30))
def test_any_text_gives_extents_within_it(models: Models, pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = read(models, text)
    for statement in found.statements:
        assert statement.content
        extents = (*statement.source, *statement.cue, *statement.content)
        for start, end in extents:
            assert 0 <= start < end <= len(text)
            assert text[start:end].strip() == text[start:end]
        if statement.speaker_at is not None:
            assert text[statement.speaker_at[0] : statement.speaker_at[1]] == statement.speaker_name
    assert len({s.id for s in found.statements}) == len(found.statements)
    assert read(models, text) == found


WHO = [
    (
        "“The port is ours,” said Jeremy Holt, a dock hand. Ilse Brandt, a teacher, called for calm. "
        "“We have lost enough,” she said.",
        "Ilse Brandt",
    ),
    (
        "“The port is ours,” said the spokeswoman Marin Holt. Oscar Venn, a teacher, came to the quay. "
        "“We have lost enough,” she said.",
        "Marin Holt",
    ),
    (
        "The Orvane General Staff said the front was quiet. “We hold the line,” said Col. Gen. Oscar Venn. "
        "The general denied any retreat.",
        "Oscar Venn",
    ),
    (
        "“We hold the line,” said Oscar Venn. Many people felt lost, said Ingrid Brandt. Villagers said they "
        "would stay. He said the road was open.",
        "Oscar Venn",
    ),
    (
        "The health ministry of Korvan said 31 people were killed. The interior ministry said a bomb had "
        "gone off.",
        "The interior ministry",
    ),
    (
        "The health ministry of Korvan said 31 people were killed. The ministry said it had no more beds.",
        "The health ministry of Korvan",
    ),
    (
        "Korvan's foreign minister, Oscar Venn, said the road was open. The interior minister said it was shut.",
        "The interior minister",
    ),
    (
        "Korvan's foreign minister, Oscar Venn, said the road was open. The foreign minister said it was safe.",
        "Oscar Venn",
    ),
    ("The Turkish army said the road was open. The Syrian army said it was shut.", "The Syrian army"),
    (
        "Varn's official Orvane Agency put the toll at 85. The league-linked Mirel news agency claimed 160 "
        "villagers were killed.",
        "The league-linked Mirel news agency",
    ),
    (
        "Ingrid Brandt, president of the Orvane League, warns that Oscar Venn's army will come; many seem "
        "convinced that Julia Marn is the one to gain. She calls for a truce.",
        "Ingrid Brandt",
    ),
    (
        "“The road is shut,” military sources said. “The farms saw heavy fighting that cost the lives of many "
        "militants,” they added.",
        "military sources",
    ),
    (
        "The Lenn-based organisation said most of them were killed. The Orvane gunmen also released images of "
        "the town. It added that more than 35 gunmen were killed too.",
        "The Lenn-based organisation",
    ),
    (
        "Military sources said the road was shut. In the meantime, other sources said it was open.",
        "other sources",
    ),
    (
        "The Brandt Foundation gave money to the town. Robert Brandt came on Monday. Brandt said the road was open.",
        "Robert Brandt",
    ),
    ("Robert Brandt came to Varn on Monday. Brandt aides said the road was open.", "Brandt aides"),
    ("Robert Brandt came to Varn on Monday. Brandt's aides said it was open.", "Brandt's aides"),
    (
        "The Orvane League said the road was shut. The statement said it was mined. The junta said it was open. "
        "The statement said nobody should use it.",
        "Orvane League",
    ),
    ("Rosa Pini's brother said that she had lit the fire.", "Rosa Pini's brother"),
    ("The lawyer of Anna Kessel told the court that she was ill.", "The lawyer of Anna Kessel"),
    ("Opponents of President Oscar Venn said he had left Varn.", "Opponents of President Oscar Venn"),
    ("Mayor Rosa Pini said 12 had died. The colonel smiled. He said none had died.", "The colonel"),
    (
        "“They burned us,” said Rosa Pini. The governor stood beside her. “Nobody was burned,” he said.",
        "The governor",
    ),
    ("Salas accused his wife, Clara Brandt, of theft. She said he had beaten her.", "Clara Brandt"),
    ("Rosa Pini said 12 had died. He said none had died.", None),
    (
        "The Ministry of Defence and the Ministry of Health gave tolls. The latter said 86 had died.",
        "Ministry of Health",
    ),
    (
        "The Ministry of Defence and the Ministry of Health gave tolls. The former said 42 had died.",
        "The Ministry of Defence",
    ),
    ("The prosecutor said it was shut. By then the Post said it stood by its story.", "Post"),
    ("Mirel Dell said that Jo Kost had beaten her. Jo Kost hung up. He later said she was lying.", "Jo Kost"),
    (
        "Moro's sister said the captain lied. The Varn Herald reported on it. She said 12 had died.",
        "Moro's sister",
    ),
    (
        "The Orvane Observatory said 18 had died. Russia began its raids in May. It said it had flown fifty of them.",
        "Russia",
    ),
    (
        "The Orvane Observatory said 18 had died. The raids began in May. It said fifty had been flown.",
        "Orvane Observatory",
    ),
    ("“There is no water here,” Ahmed 24 said. “We are sad,” he said.", "Ahmed"),
    (
        "The Korvan ministry said on Friday that it was calm. The Orvane Observatory for Human Rights a "
        "Lenn-based monitor said at least 15 villagers including a woman had been killed in the shelling of "
        "western Varn. The monitor reported fierce clashes.",
        "Orvane Observatory for Human Rights",
    ),
]


@pytest.mark.parametrize(("text", "speaker"), WHO)
def test_who_a_later_source_is(models: Models, text: str, speaker: str | None) -> None:
    assert read(models, text).statements[-1].speaker_name == speaker


def test_a_quote_behind_a_full_stop_is_another_s(models: Models) -> None:
    text = "The Front claimed the bombing. “This was a cowardly act,” the president said."
    found = {s.speaker_name: words(text, s.content) for s in read(models, text).statements}
    assert found == {"Front": "the bombing", "the president": "“This was a cowardly act,”"}


def test_who_was_quoted_by_an_outlet_comes_through_it(models: Models) -> None:
    text = "General Oscar Venn was quoted by state television as saying that the rebels had fled."

    def at(words: str) -> tuple[Extent, ...]:
        start = text.index(words)
        return ((start, start + len(words)),)

    content = at("that the rebels had fled")
    given = (
        Attribution(source=at("state television"), cue=at("quoted by"), content=content),
        Attribution(source=at("General Oscar Venn"), cue=at("saying"), content=content),
    )
    article = article_of(text)
    (parse,) = models.parser([article])
    assert isinstance(parse, Parse)
    read_of = attribute(
        article, parse, tagger=lambda *_: given, acts=models.act_words, names=models.ground_words.names
    )
    through = {s.speaker_name: [hop.speaker_name for hop in s.hops] for s in read_of.statements}
    assert through == {"state television": [], "Oscar Venn": ["state television"]}


def test_a_mention_does_not_run_from_what_is_said_into_who_says_it(models: Models) -> None:
    text = "A blast struck the crowd in Varn on Monday killing 44 people and wounding dozens more state radio said."
    article = article_of(text)
    (parse,) = models.parser([article])
    assert isinstance(parse, Parse)
    said, source = text.index(" state radio"), text.index("state radio")
    statement = Attribution(
        source=((source, source + 11),), cue=((source + 12, source + 16),), content=((0, said),)
    )
    read_of = attribute(
        article,
        parse,
        tagger=lambda *_: (statement,),
        acts=models.act_words,
        names=models.ground_words.names,
    )
    assert "state radio" in {m.text for m in read_of.mentions}
    assert all(m.text == text[m.start : m.end] for m in read_of.mentions)
    assert not any(m.start < source < m.end for m in read_of.mentions)
