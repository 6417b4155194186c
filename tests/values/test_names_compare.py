"""Names and descriptions compared by rule, without a parser."""

import pytest

from counterclaim.models.load import lexicon
from counterclaim.values.names import (
    NameWords,
    acronym_of,
    describe,
    office_of,
    person_tokens,
    plain,
    same_person,
    singular,
)

WORDS = NameWords.from_table(lexicon("names"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Al Nusra Front", "nusra front"),
        ("al-Nusra Front", "nusra front"),
        ("U.N.", "un"),
        ("Assad's", "assad"),
        ("  Red \n Crescent ", "red crescent"),
        ("“Islamic State”", "islamic state"),
        ("", ""),
    ],
)
def test_plain(text: str, expected: str) -> None:
    assert plain(text) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Gunmen", "gunman"),
        ("authorities", "authority"),
        ("jihadis", "jihadi"),
        ("people", "people"),
        ("forces", "force"),
        ("corps", "corps"),
        ("police", "police"),
        ("children", "child"),
    ],
)
def test_singular(word: str, expected: str) -> None:
    assert singular(word) == expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Omar Haddad", "Haddad", True),
        ("Omar Haddad", "Omar al-Haddad", True),
        ("O. Haddad", "Omar Haddad", True),
        ("Omar Haddad", "Samir Haddad", False),
        ("Omar Haddad", "Omar Nasser", False),
        ("Omar Haddad", "Omar", False),
        ("Lena Brook Jr.", "Lena Brook", False),
        ("Putin", "Lutin", False),
        ("Kim Jong Un", "Kim", True),
        ("Kim Jong-un", "Kim Jong Un", True),
        ("Moon Jae-in", "Moon", True),
        ("Samir Abdel Karim", "Abdel Karim", True),
        ("President Samir Karim", "Samir Karim", True),
    ],
)
def test_one_person(one: str, other: str, same: bool) -> None:
    first, second = person_tokens(one, WORDS), person_tokens(other, WORDS)
    assert same_person(first, second) is same
    assert same_person(second, first) is same


@pytest.mark.parametrize(
    ("short", "full", "fits"),
    [
        ("NCH", "Northern Centre for Health", True),
        ("N.C.H.", "Northern Centre for Health", True),
        ("NCFH", "Northern Centre for Health", True),
        ("nch", "Northern Centre for Health", False),
        ("NCX", "Northern Centre for Health", False),
        ("N", "Northern", False),
    ],
)
def test_acronym(short: str, full: str, fits: bool) -> None:
    assert acronym_of(short, full) is fits


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("North Korean leader", "North Korea's leader", True),
        ("the former FBI director", "former F.B.I. director", True),
        ("Syrian President", "Turkish President", False),
        ("the foreign minister", "the interior minister", False),
    ],
)
def test_office(one: str, other: str, same: bool) -> None:
    assert (office_of(one, WORDS) == office_of(other, WORDS)) is same


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Daesh", "Islamic State"),
        ("ISIL", "Islamic State"),
        ("IS", "Islamic State"),
        ("is", None),
        ("State Department", None),
        ("SOHR", "Syrian Observatory for Human Rights"),
        ("the Observatory", "Syrian Observatory for Human Rights"),
        ("Al Nusra Front", "Jabhat Fatah al-Sham"),
        ("Assad", "Bashar al-Assad"),
        ("who", None),
        ("WHO", "World Health Organization"),
        ("west", None),
    ],
)
def test_family(text: str, family: str | None) -> None:
    found = WORDS.family(text)
    assert (found.name if found else None) == family


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("U.S.", "United States"),
        ("US", "United States"),
        ("us", None),
        ("Syria", "Syria"),
        ("Atlantis", None),
    ],
)
def test_country(text: str, country: str | None) -> None:
    assert WORDS.country_name(text) == country


@pytest.mark.parametrize(
    ("text", "head", "cls", "country", "side"),
    [
        ("the Syrian government", "government", "government", "Syria", "government"),
        ("the Syrian opposition", "opposition", "opposition", "Syria", "rebel"),
        ("opposition forces", "forces", "force", None, "rebel"),
        ("pro-government forces", "forces", "force", None, "government"),
        ("Assads forces", "forces", "force", "Syria", "government"),
        ("armed rebel groups", "groups", "organisation", None, "rebel"),
        ("the Assad regime", "regime", "government", "Syria", "government"),
        ("jihadist groups", "groups", "organisation", None, "jihadist"),
        ("residents", "residents", "person", None, None),
    ],
)
def test_describe(text: str, head: str, cls: str, country: str | None, side: str | None) -> None:
    said = describe(text, head, words=WORDS)
    assert (said.cls, said.country, said.side) == (cls, country, side)
