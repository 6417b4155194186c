"""Mentions and coreference within an article, over the real parser."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counterclaim.pipeline import Models
from counterclaim.records import Article, Mention, Parse, Part, Token
from counterclaim.values.names import NameWords, read_mentions


def article(text: str) -> Article:
    return Article(
        id="ar-1", file="a.txt", sha256="", title=None, outlet=None, byline=None, published=None,
        published_basis=None, url=None, genre="report", language="en", text=text, credits=(),
        parts=(Part(kind="body", start=0, end=len(text)),) if text else (),
    )  # fmt: skip


def mentions(text: str, models: Models) -> tuple[Mention, ...]:
    read = article(text)
    parse = next(iter(models.parser([read])))
    assert isinstance(parse, Parse)
    return read_mentions(read, parse, words=models.ground_words.names)


def chain(found: tuple[Mention, ...], text: str) -> int:
    """The chain of the last mention with this text, an article before it aside."""
    fitting = [m for m in found if m.text.lower().removeprefix("the ") == text.lower().removeprefix("the ")]
    assert fitting, (text, [m.text for m in found])
    return fitting[-1].chain


@pytest.mark.models
@pytest.mark.parametrize(
    ("text", "one", "other", "same"),
    [
        ("Omar Haddad spoke on Monday. Haddad said the road was closed.", "Omar Haddad", "Haddad", True),
        ("Omar Haddad met Samir Nasser. Nasser said little.", "Omar Haddad", "Nasser", False),
        (
            "President Lena Brook arrived. The president said talks would go on.",
            "President Lena Brook",
            "The president",
            True,
        ),
        ("Omar Haddad left the town. He said he would return.", "Omar Haddad", "He", True),
        ("Mrs. Brook met Mr. Haddad. She said the talks were useful.", "Mrs. Brook", "She", True),
        ("The rebels took the hill. They said the army had fled.", "The rebels", "They", True),
        (
            "The rebels took the hill and the residents left. The residents said it was quiet.",
            "The rebels",
            "The residents",
            False,
        ),
        (
            "The Syrian government denied it. The regime said the convoy was safe.",
            "The Syrian government",
            "The regime",
            True,
        ),
        (
            "The Syrian government denied it. The Syrian opposition did not.",
            "The Syrian government",
            "The Syrian opposition",
            False,
        ),
        ("Islamic State took the village. Daesh said so on Monday.", "Islamic State", "Daesh", True),
        (
            "Islamic State took the village. The State Department condemned it.",
            "Islamic State",
            "The State Department",
            False,
        ),
        (
            "The Northern Centre for Health reported it. The NCH said ten were hurt.",
            "The Northern Centre for Health",
            "The NCH",
            True,
        ),
        (
            "Armed groups, backed by Qatar and its allies, left.",
            "Qatar",
            "its",
            True,
        ),
        ("The rebels met. The Syrian government and its allies left.", "The Syrian government", "its", True),
        ("Omar Haddad spoke. A religious minority fled. He was ill.", "A religious minority", "He", False),
        ("Rami Sabbagh, head of the Observatory, said so.", "Rami Sabbagh", "the Observatory", False),
        ("Opposition forces shelled the road. Rebels denied it.", "Opposition forces", "Rebels", True),
        (
            "A teacher who uses the pseudonym Nour Safi spoke. Safi said it was calm.",
            "A teacher",
            "Safi",
            True,
        ),
        ("Russia bombed the town. Moscow said the raids were precise.", "Russia", "Moscow", False),
        (
            "The Syrian Observatory for Human Rights counted ten dead. SOHR said more were hurt.",
            "The Syrian Observatory for Human Rights",
            "SOHR",
            True,
        ),
    ],
)
def test_coreference(models: Models, text: str, one: str, other: str, same: bool) -> None:
    found = mentions(text, models)
    assert (chain(found, one) == chain(found, other)) is same


@pytest.mark.models
@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        ("The minister spoke in Aleppo.", {"The minister"}, {"Aleppo"}),
        ("Syrian President Bashar Assad spoke.", {"Syrian President Bashar Assad"}, set()),
        ("Iran accused the rebels.", {"Iran", "the rebels"}, set()),
        ("The bridge fell in Syria.", set(), {"Syria", "The bridge"}),
        (
            "The residents, who had fled, came back.",
            {"The residents", "who"},
            {"The residents, who had fled"},
        ),
        ("Assads forces took the hill", {"Assads forces"}, set()),
        (
            "Allies of the government and opposition forces met.",
            {"Allies of the government"},
            {"Allies of the government and opposition forces"},
        ),
        ("Shells hit the Karsa Road and Moon Jae-in left.", {"Moon Jae-in"}, {"the Karsa Road"}),
    ],
)
def test_which_words_are_mentions(models: Models, text: str, wanted: set[str], unwanted: set[str]) -> None:
    texts = {m.text for m in mentions(text, models)}
    assert wanted <= texts
    assert not unwanted & texts


@pytest.mark.models
@pytest.mark.parametrize(
    "text", ["", "x" * 3000, "😀 ☃ ‏مرحبا العالم", "ASSAD SAYS HE WILL STAY", "of of of", "\t\n", "'s 's"]
)
def test_any_text(models: Models, text: str) -> None:
    if text:
        check(text, mentions(text, models))


def check(text: str, found: tuple[Mention, ...]) -> None:
    assert list(found) == sorted(found, key=lambda m: (m.start, m.end))
    for m in found:
        assert text[m.start : m.end] == m.text
        assert m.start <= m.head[0] < m.head[1] <= m.end


def crude_parse(text: str) -> Parse:
    """A flat parse: every word a token, tags by its letters, all under the first."""
    tokens = []
    for start, word in words_of(text):
        pos = "PROPN" if word[0].isupper() else "PRON" if word in ("he", "they", "its") else "NOUN"
        tokens.append(
            Token(start, start + len(word), word, word.lower(), pos, "NNP" if pos == "PROPN" else "NN",
                  "nsubj", 0, "PERSON" if pos == "PROPN" else "", True)
        )  # fmt: skip
    return Parse(tokens=tuple(tokens), sentences=((0, len(tokens)),) if tokens else ())


def words_of(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for word in text.split():
        at = text.index(word, at)
        yield at, word
        at += len(word)


VOCABULARY = [
    "Omar",
    "Haddad",
    "al-Sham",
    "the",
    "rebels",
    "government",
    "he",
    "they",
    "of",
    "Syrian",
    "IS",
    "-",
    "’s",
    "U.S.",
]


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.one_of(st.sampled_from(VOCABULARY), st.text(min_size=1, max_size=5)), max_size=25))
def test_offsets_are_true(names: NameWords, words: list[str]) -> None:
    text = " ".join(words)
    check(text, read_mentions(article(text), crude_parse(text), words=names))


@pytest.fixture(scope="module")
def names() -> NameWords:
    from counterclaim.models.load import lexicon, load_genders

    return NameWords.from_table(lexicon("names"), genders=load_genders())
