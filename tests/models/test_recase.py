"""Text in capitals gets the case of running text, letter for letter, and parses as that."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.models.recase import Recaser, in_capitals
from counterclaim.pipeline import Models
from counterclaim.records import Article, Parse, Part

COMMON = frozenset(
    [
        "the",
        "of",
        "a",
        "in",
        "and",
        "said",
        "that",
        "was",
        "by",
        "has",
        "army",
        "harbour",
        "league",
        "burned",
        "mill",
        "near",
        "farmers",
        "kidnapped",
        "front",
        "liberation",
        "command",
        "police",
        "have",
        "reported",
        "on",
    ]
)
RECASE = Recaser(
    common=COMMON.__contains__,
    place=frozenset({"port varn", "velm"}).__contains__,
    names={"velmian", "monday"},
)

CASED = [
    ("THE FARMERS BURNED THE MILL. THE POLICE SAID THAT.", "The farmers burned the mill. The police said that."),
    ("THE MILL NEAR PORT VARN BURNED ON MONDAY.", "The mill near Port Varn burned on Monday."),
    ("THE VELMIAN POLICE KIDNAPPED ORTEL.", "The Velmian police kidnapped Ortel."),
    ("FARMERS OF THE HARBOUR LIBERATION FRONT [HLF] BURNED THE MILL.",
     "Farmers of the Harbour Liberation Front [HLF] burned the mill."),
    ("THE ARMY OF THE LIBERATION FRONT [FLX] BURNED THE MILL.",
     "The army of the Liberation Front [FLX] burned the mill."),
    ("THE ORTEL ARMY BURNED THE MILL.", "The Ortel Army burned the mill."),
    ("THE MILL NEAR THE\nFARMERS BURNED.\n\nTHE POLICE SAID THAT.",
     "The mill near the farmers burned.\n\nThe police said that."),
    ("THE U.S. ARMY BURNED THE MILL.", "The U.S. Army burned the mill."),
]  # fmt: skip

LEFT = ["The army said that HLF men burned the mill.", "", "12 31", "NO", "the army", "مرحبا", "A B"]


@pytest.mark.parametrize(("text", "cased"), CASED)
def test_capitals_get_their_usual_case(text: str, cased: str) -> None:
    assert RECASE(text) == cased


@pytest.mark.parametrize("text", LEFT)
def test_what_is_not_set_in_capitals_stays(text: str) -> None:
    assert not in_capitals(text)
    assert RECASE(text) == text


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80))
def test_the_length_stays_whatever_the_text(text: str) -> None:
    for given_text in (text, text.upper(), f"{text.upper()} THE HARBOUR LEAGUE (HL) BURNED İT"):
        cased = RECASE(given_text)
        assert len(cased) == len(given_text)
        assert cased.lower().replace("\n", " ") == given_text.lower().replace("\n", " ")


def parse_of(models: Models, text: str) -> Parse:
    article = Article(
        id="a-1", file="a.txt", sha256="", title=None, outlet=None, byline=None, published=None,
        published_basis=None, url=None, genre="report", language="en", text=text, credits=(),
        parts=(Part(kind="body", start=0, end=len(text)),),
    )  # fmt: skip
    (parse,) = models.parser([article])
    assert isinstance(parse, Parse)
    return parse


@pytest.mark.models
def test_a_text_in_capitals_parses_as_the_same_in_small(models: Models) -> None:
    text = "Rebels of the Harbour Liberation Front kidnapped nine farmers near the mill on Monday."
    usual, capitals = parse_of(models, text), parse_of(models, text.upper())
    assert [t.text for t in capitals.tokens] == [t.text.upper() for t in usual.tokens]
    assert [(t.start, t.end) for t in capitals.tokens] == [(t.start, t.end) for t in usual.tokens]
    (verb,) = [t for t in capitals.tokens if t.text == "KIDNAPPED"]
    assert (verb.lemma, verb.pos, verb.dep) == ("kidnap", "VERB", "ROOT")
