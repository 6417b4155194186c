"""The pieces of a text, against what the reference implementation gives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.models.wordpiece import WordPiece, words

VOCABULARY = {
    piece: number
    for number, piece in enumerate(
        ["[UNK]", "[CLS]", "[SEP]", "the", "dam", "##s", "over", "##flow", "##ed", ".", "e"]
    )
}


def names(text: str, *, most: int = 32) -> list[str]:
    by_number = {number: piece for piece, number in VOCABULARY.items()}
    return [by_number[n] for n in WordPiece(VOCABULARY).encode(text, most=most)]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("The dams overflowed.", ["the", "dam", "##s", "over", "##flow", "##ed", "."]),
        ("THE\tDAM\n", ["the", "dam"]),
        ("é", ["e"]),
        ("damx", ["[UNK]"]),
        ("d\u00ada\u200bm", ["dam"]),
        ("x" * 101, ["[UNK]"]),
        ("", []),
    ],
)
def test_pieces(text: str, pieces: list[str]) -> None:
    assert names(text) == ["[CLS]", *pieces, "[SEP]"]


def test_both_marks_count_among_the_most() -> None:
    assert names("the dam the dam", most=4) == ["[CLS]", "the", "dam", "[SEP]"]


@pytest.mark.parametrize(
    ("text", "split"),
    [
        ("don't", ["don", "'", "t"]),
        ("a\u4e2db", ["a", "\u4e2d", "b"]),
        ("\u03a3\u03a3", ["\u03c3\u03c3"]),
        ("3,000", ["3", ",", "000"]),
    ],
)
def test_words(text: str, split: list[str]) -> None:
    assert list(words(text)) == split


@given(st.text())
def test_any_text_has_its_marks(text: str) -> None:
    ids = WordPiece(VOCABULARY).encode(text, most=16)
    assert ids[0] == VOCABULARY["[CLS]"]
    assert ids[-1] == VOCABULARY["[SEP]"]
    assert len(ids) <= 16
