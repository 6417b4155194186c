"""Relations as texts state them, over the real parser."""

import pytest

from counterclaim.models.load import lexicon
from counterclaim.pipeline import Models
from counterclaim.records import Article, Parse, Part, Relation
from counterclaim.stages.ground.relations import RelationWords, read_relations
from counterclaim.values.names import read_mentions

WORDS = RelationWords.from_table(lexicon("relations"))


def relations(text: str, models: Models) -> tuple[Relation, ...]:
    read = Article(
        id="ar-1", file="a.txt", sha256="", title=None, outlet=None, byline=None, published=None,
        published_basis=None, url=None, genre="report", language="en", text=text, credits=(),
        parts=(Part(kind="body", start=0, end=len(text)),),
    )  # fmt: skip
    parse = next(iter(models.parser([read])))
    assert isinstance(parse, Parse)
    found = read_mentions(read, parse, words=models.ground_words.names)
    return read_relations(read, parse, (), found, words=WORDS)


@pytest.mark.models
@pytest.mark.parametrize(
    ("text", "predicate", "subject", "obj"),
    [
        ("Rebel groups, backed by Qatar, took the hill.", "backs", "Qatar", "Rebel groups"),
        (
            "Iran, an ally of the Syrian government, set a condition.",
            "backs",
            "Iran",
            "the Syrian government",
        ),
        ("Forces loyal to the government shelled the town.", "backs", "Forces", "the government"),
        ("Iran-backed militias entered the town.", "backs", "Iran", "Iran-backed militias"),
        ("U.S.-backed fighters entered the town.", "backs", "U.S.", "U.S.-backed fighters"),
        ("Hezbollah is fighting alongside the army.", "backs", "Hezbollah", "the army"),
        ("Russia supports the Syrian government.", "backs", "Russia", "the Syrian government"),
        ("The minority has rallied around the regime.", "backs", "The minority", "the regime"),
        ("The talks were led by regime ally Iran.", "backs", "Iran", "regime"),
        ("The government and its allies denied it.", "backs", "its allies", "The government"),
        ("Pro-government forces took the hill.", "backs", "Pro-government forces", "government"),
        ("Troops advanced, supported by Russian airstrikes.", "backs", "Russian", "Troops"),
        ("The anti-Assad rebels left the town.", "opposes", "The anti-Assad rebels", "Assad"),
        ("The rebels are fighting against the army.", "opposes", "The rebels", "the army"),
        (
            "Opposition groups including Ahrar al-Sham signed it.",
            "part_of",
            "Ahrar al-Sham",
            "Opposition groups",
        ),
        (
            "Samir Nasser, spokesman for the White Helmets, said so.",
            "part_of",
            "Samir Nasser",
            "the White Helmets",
        ),
        (
            "Fatah al-Sham, formerly the Nusra Front, denied it.",
            "formerly",
            "Fatah al-Sham",
            "the Nusra Front",
        ),
        (
            "In London opposition member of parliament Ann Carver urged people to march",
            "part_of",
            "Ann Carver",
            "parliament",
        ),
        (
            "Assad has been backed by Russia and by fighters from the Hezbollah group.",
            "backs",
            "Russia",
            "Assad",
        ),
        (
            "Assad has been backed by Russia and by fighters from the Hezbollah group.",
            "backs",
            "fighters from the Hezbollah group",
            "Assad",
        ),
        ("Islamic State, also known as Daesh, denied it.", "also_known_as", "Islamic State", "Daesh"),
        (
            "The Northern Centre for Health (NCH) counted ten.",
            "also_known_as",
            "The Northern Centre for Health",
            "NCH",
        ),
    ],
)
def test_stated(models: Models, text: str, predicate: str, subject: str, obj: str) -> None:
    found = relations(text, models)
    said = [(r.predicate, text[slice(*r.subject_at)], text[slice(*r.object_at)]) for r in found]
    assert (predicate, subject, obj) in said
    for r in found:
        assert 0 <= r.start < r.end <= len(text)


@pytest.mark.models
@pytest.mark.parametrize(
    "text",
    [
        "Russia does not support the Syrian government.",
        "Iran denied backing the rebels.",
        "If Russia supports the rebels, talks will fail.",
        "Qatar would support the rebels.",
        "Russians and Iranians compete with Americans and Turks.",
        "The shelling killed 15 people, including two children.",
        "Anti-war groups marched in the capital.",
        "Russia and Turkey met the rebels in the capital.",
        "No state has ever supported the rebels.",
        "The interior ministry stood by its figures.",
        "The aid group counted ten. They also included several rebels.",
        "",
    ],
)
def test_not_stated(models: Models, text: str) -> None:
    if text:
        assert relations(text, models) == ()


def test_an_unknown_predicate_is_refused() -> None:
    table = {"patterns": [{"predicate": "likes", "subject": "after", "object": "after", "words": ["x"]}]}
    with pytest.raises(ValueError, match="no such predicate: likes"):
        RelationWords.from_table(table)
