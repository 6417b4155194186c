import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.models.tagger.windows import PIECES, cut, fed, windows
from counterclaim.models.tagger.words import LOOKS, MOST_PIECES, WordReader, case_of
from counterclaim.models.wordpiece import WordPiece

VOCABULARY = {
    mark: n
    for n, mark in enumerate(["[UNK]", "[CLS]", "[SEP]", "the", "mayor", "said", "##s", ".", '"', "“", "”"])
}


def reader() -> WordReader:
    return WordReader(WordPiece(VOCABULARY))


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("1,2", 0),
        ("—", 0),
        ("mayor", 1),
        ("Mayor", 2),
        ("I", 2),
        ("UN", 3),
        ("McLeod", 4),
        ("iPhone", 4),
        ("G20", 2),
    ],
)
def test_case(word: str, case: int) -> None:
    assert case_of(word) == case


def test_words_have_true_offsets_and_looks() -> None:
    text = "x\nThe mayor said: “The mayors.” The"
    words = reader()(text, 2, len(text))
    assert [text[w.start : w.end] for w in words] == [
        "The", "mayor", "said", ":", "“", "The", "mayors", ".", "”", "The",
    ]  # fmt: skip
    assert [w.look & 1 for w in words] == [0, 0, 0, 0, 1, 1, 1, 1, 1, 0]
    assert [w.look >> 1 & 1 for w in words] == [1, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    assert words[6].pieces == (VOCABULARY["mayor"], VOCABULARY["##s"])


def test_straight_quotation_marks_open_and_close() -> None:
    text = 'the "mayor" said "the'
    assert [w.look & 1 for w in reader()(text, 0, len(text))] == [0, 1, 1, 1, 0, 1, 1]


@given(st.text(max_size=400), st.integers(0, 50))
def test_any_text_is_read_within_its_bounds(text: str, start: int) -> None:
    last = start
    for word in reader()(text, start, len(text)):
        assert last <= word.start < word.end <= len(text)
        assert 0 < len(word.pieces) <= MOST_PIECES
        assert 0 <= word.look < LOOKS
        last = word.end


@given(st.lists(st.text(alphabet='theMayorsaid ."“”', max_size=900), max_size=8))
def test_windows_hold_every_word_once_and_fit(paragraphs: list[str]) -> None:
    text = "\n".join(paragraphs)
    read, at = [], 0
    one = reader()
    for paragraph in paragraphs:
        read.append(one(text, at, at + len(paragraph)))
        at += len(paragraph) + 1
    made = list(windows(read, text))
    assert [w for window in made for part in window for w in part] == [w for p in read for w in p]
    for window in made:
        numbers = fed(window)
        assert len(numbers.ids) == len(numbers.looks) <= PIECES
        assert len(numbers.first) == 1 + sum(map(len, window))


def test_a_long_paragraph_is_cut_where_a_sentence_ends() -> None:
    text = "the mayor said. " * 80
    parts = list(cut(reader()(text, 0, len(text)), text))
    assert len(parts) == 2
    assert all(text[part[-1].start] == "." for part in parts)
