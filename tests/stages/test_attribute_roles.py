"""What an article says of its speakers: role, whose, withheld or not, seen or not; and pronouns by chains."""

import re

import pytest

from counterclaim.pipeline import Models
from counterclaim.records import Article, Attributed, Extent, Parse, Part, Statement, fingerprint
from counterclaim.stages.attribute import attribute
from counterclaim.stages.attribute.chains import Given, before, no_chains
from counterclaim.stages.attribute.roles import SpeakerWords
from counterclaim.stages.attribute.rules import RuleTagger
from counterclaim.stages.attribute.tree import Tree

pytestmark = pytest.mark.models


def article_of(text: str) -> Article:
    return Article(
        id=fingerprint("ar", text), file="a.txt", sha256="0", title=None, outlet=None, byline=None,
        published=None, published_basis=None, url=None, genre="report", language="en", text=text,
        credits=(), parts=(Part(kind="body", start=0, end=len(text)),),
    )  # fmt: skip


def read(models: Models, text: str, chains: tuple[tuple[Extent, ...], ...] = ()) -> Attributed:
    article = article_of(text)
    (parse,) = models.parser([article])
    assert isinstance(parse, Parse)
    return attribute(
        article,
        parse,
        tagger=RuleTagger(acts=models.act_words),
        acts=models.act_words,
        names=models.ground_words.names,
        coreference=lambda a, p: Given(Tree(a.text, p), chains),
        speaker_words=models.speaker_words,
    )


def only(models: Models, text: str) -> Statement:
    statements = read(models, text).statements
    assert statements, text
    return statements[-1]


@pytest.mark.parametrize(
    ("text", "role", "affiliation"),
    [
        ("Oskar Lind, a spokesman for the harbour ministry, said the port was closed.", "spokesman", "harbour ministry"),
        ("The ministry's spokesman said the port was closed.", "spokesman", "ministry"),
        ("A senior army officer said the bridge had been lost.", "senior army officer", None),
        ("The bridge had been lost, residents said.", "residents", None),
        ("The Lenn Observatory said the bridge had been lost.", None, None),
    ],
)  # fmt: skip
def test_role(models: Models, text: str, role: str | None, affiliation: str | None) -> None:
    said = only(models, text)
    if role is not None and affiliation is None and said.affiliation is not None:
        assert f"{said.affiliation} " in text
        return
    assert (said.role, said.affiliation) == (role, affiliation)


@pytest.mark.parametrize(
    ("text", "anonymous"),
    [
        ("An officer said on condition of anonymity that the bridge had been lost.", True),
        ("A farmer, who asked not to be named, said the bridge had been lost.", True),
        ("A source said the bridge had been lost.", True),
        ("Oskar Lind said the bridge had been lost.", False),
        ("The harbour ministry said the bridge had been lost.", False),
        ("A farmer named Oskar Lind, not his real name, said the bridge had been lost.", True),
    ],
)
def test_withheld(models: Models, text: str, anonymous: bool) -> None:
    assert only(models, text).anonymous is anonymous


@pytest.mark.parametrize(
    ("text", "eyewitness"),
    [
        ("A witness said the mill burned for hours.", True),
        ("A farmer who saw the fire said the mill burned for hours.", True),
        ("“I saw the mill burn,” Oskar Lind said.", True),
        ("“I never saw the mill burn,” Oskar Lind said.", False),
        ("Oskar Lind said the mill burned for hours.", False),
        ("The ministry said witnesses had fled.", False),
    ],
)
def test_seen(models: Models, text: str, eyewitness: bool) -> None:
    assert only(models, text).eyewitness is eyewitness


def extents(text: str, *words: str) -> tuple[Extent, ...]:
    return tuple(next((m.start(), m.end()) for m in re.finditer(rf"\b{w}\b", text)) for w in words)


def test_a_chain_names_whom_a_pronoun_stands_for(models: Models) -> None:
    text = "Oskar Lind met Ilse Brand at the mill. The miller, Jonas Feld, was away. He said the talks went well."
    chain = extents(text, "Oskar Lind", "He")
    assert read(models, text, (chain,)).statements[-1].speaker_name == "Oskar Lind"


def test_links_look_back_first(models: Models) -> None:
    text = "Oskar Lind met the miller. Jonas Feld waved. The miller left, and Feld stayed with the miller."
    article = article_of(text)
    (parse,) = models.parser([article])
    assert isinstance(parse, Parse)
    tree = Tree(text, parse)
    word = {token.start: i for i, token in enumerate(tree.tokens)}
    millers = tuple((m.start(), m.end()) for m in re.finditer("[Tt]he miller", text))
    heads = [word[start + 4] for start, _ in millers]
    linked = Given(tree, (millers,))
    assert before(tree, linked, heads[2]) == (heads[1], heads[0])
    assert before(tree, linked, heads[0]) == (heads[1], heads[2])
    assert before(tree, linked, word[text.index("Jonas")]) == ()
    assert before(tree, no_chains(article, parse), heads[0]) == ()


def test_words_from_a_table() -> None:
    table = {
        "withheld": ["not to be * named"],
        "unnamed": [],
        "witnesses": [],
        "seeing": [],
        "present": [],
        "belonging": [],
        "grades": [],
    }
    assert SpeakerWords.from_table(table).withheld == (("not", "to", "be", "*", "named"),)
    with pytest.raises(KeyError):
        SpeakerWords.from_table({})
