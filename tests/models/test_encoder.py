"""The sentence encoder: unit vectors, near for near texts, the same whatever stands beside them."""

import pickle

import numpy as np
import pytest

from counterclaim.models.encoder import PIECES, OnnxEncoder
from counterclaim.models.load import load_encoder

pytestmark = pytest.mark.models

TEXTS = [
    "Two rockets struck the dam at dawn, engineers said.",
    "The dam was hit by rockets early in the morning.",
    "The council will pay shepherds for their dogs.",
    "",
    "🌊",
    "هطلت الأمطار",
    "word " * 2000,
]


@pytest.fixture(scope="module")
def encoder() -> OnnxEncoder:
    return load_encoder()


def test_rows_have_length_one_and_empty_texts_are_zero(encoder: OnnxEncoder) -> None:
    rows = encoder(TEXTS)
    assert rows.shape == (len(TEXTS), 384)
    assert rows.dtype == np.float32
    lengths = np.linalg.norm(rows, axis=1)
    assert lengths == pytest.approx([1, 1, 1, 0, 1, 1, 1], abs=1e-5)


def test_near_texts_are_near(encoder: OnnxEncoder) -> None:
    rows = encoder(TEXTS[:3])
    assert rows[0] @ rows[1] > 0.7 > 0.3 > rows[0] @ rows[2]


def test_a_vector_depends_on_its_text_alone(encoder: OnnxEncoder) -> None:
    together = encoder(TEXTS)
    assert (encoder(TEXTS[::-1])[::-1] == together).all()
    for text, row in zip(TEXTS, together, strict=True):
        assert (encoder([text])[0] == row).all()


def test_no_texts_give_no_rows(encoder: OnnxEncoder) -> None:
    assert encoder([]).shape == (0, 384)


def test_only_the_first_pieces_count(encoder: OnnxEncoder) -> None:
    one, other = encoder(["word " * PIECES * 2, "word " * PIECES * 2 + "rocket"])
    assert (one == other).all()


def test_it_can_be_sent_to_another_process(encoder: OnnxEncoder) -> None:
    encoder(["loaded"])
    again = pickle.loads(pickle.dumps(encoder))
    assert (again(TEXTS[:1]) == encoder(TEXTS[:1])).all()


def test_pieces_are_those_that_are_read_and_need_no_weights(encoder: OnnxEncoder) -> None:
    fresh = pickle.loads(pickle.dumps(encoder))
    assert fresh.pieces("") == []
    assert len(fresh.pieces("Two rockets struck.")) == 4
    assert len(fresh.pieces("word " * 2000)) == PIECES - 2
    assert fresh.pieces("Rockets") == fresh.pieces("rockets")
