"""What names, titles and descriptions say of a person's gender."""

import pytest

from counterclaim.models.load import lexicon, load_genders
from counterclaim.values.names import Genders

GENDERS = load_genders()
FEW = Genders.from_table(
    {"male": ["man"], "female": ["nun"], "male_names": ["robin", "oskar"], "female_names": ["robin", "ilse"]}
)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["Oskar", "Venn"], "he"),
        (["Ilse", "Oskar"], "she"),
        (["Venn", "ILSE"], "she"),
        (["Robin", "Venn"], None),
        (["Venn"], None),
        ([], None),
    ],
)
def test_names(words: list[str], said: str | None) -> None:
    assert FEW.by_name(words) == said


@pytest.mark.parametrize(
    ("lemmas", "said"),
    [({"man", "miller"}, "he"), ({"nun"}, "she"), ({"man", "nun"}, None), ({"miller"}, None), (set(), None)],
)
def test_nouns(lemmas: set[str], said: str | None) -> None:
    assert FEW.by_nouns(lemmas) == said


@pytest.mark.parametrize(
    ("noun", "said"),
    [
        ("spokeswoman", "she"),
        ("spokesman", "he"),
        ("chairwoman", "she"),
        ("spokesperson", None),
        ("minister", None),
    ],
)
def test_the_reviewed_nouns(noun: str, said: str | None) -> None:
    assert GENDERS.by_nouns({noun}) == said


def test_the_reviewed_words_are_lower_case_and_stand_once() -> None:
    for words in lexicon("genders").values():
        assert len(words) == len(set(words))
        assert all(word == word.lower() for word in words)
