"""The sentence encoder behind the `Encoder` of grouping and matching: MiniLM in ONNX, int8."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from counterclaim.models.wordpiece import WordPiece

PIECES = 128
"""Word pieces of a text that are read; what lies behind them does not count."""

WIDTH = 384
"""Numbers in a vector."""


class OnnxEncoder:
    """Turns texts into unit vectors, each text by itself, so that a vector never depends on its neighbours.

    In a batch, padding and the shared scale of int8 activations would make it depend on them. The model
    is loaded at the first call; calls after that hold no state.
    """

    def __init__(self, *, weights: Path, tokenizer: Path) -> None:
        self._weights = weights
        self._tokenizer_file = tokenizer
        self._session: Any = None
        self._tokenizer: WordPiece | None = None

    def __call__(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Encode texts: float32, one row of length 1 a text; an empty text gives a row of zeros."""
        rows = np.zeros((len(texts), WIDTH), dtype=np.float32)
        seen: dict[str, int] = {}
        for number, text in enumerate(texts):
            if not text.strip():
                continue
            if text in seen:
                rows[number] = rows[seen[text]]
                continue
            seen[text] = number
            rows[number] = self._encode(text)
        return rows

    def pieces(self, text: str) -> list[int]:
        """The numbers of the word pieces of a text that are read, without the marks for its start and end."""
        return self._numbers(text)[1:-1]

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_session": None, "_tokenizer": None}

    def _encode(self, text: str) -> NDArray[np.float32]:
        if self._session is None:
            self._load()
        ids = np.array([self._numbers(text)], dtype=np.int64)
        feed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        states = self._session.run(None, feed)[0][0]
        mean: NDArray[np.float32] = states.mean(axis=0, dtype=np.float64).astype(np.float32)
        length = float(np.linalg.norm(mean))
        return mean / np.float32(length) if length else mean

    def _numbers(self, text: str) -> list[int]:
        if self._tokenizer is None:
            self._tokenizer = WordPiece.from_file(self._tokenizer_file)
        return self._tokenizer.encode(text[: PIECES * 40], most=PIECES)

    def _load(self) -> None:
        # imported here: it costs a quarter of a second, which a run without grouping need not pay
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            str(self._weights), options, providers=["CPUExecutionProvider"]
        )
