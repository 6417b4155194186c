"""What runs the model: onnxruntime on one thread, the same numbers whatever runs beside it."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Protocol


class Session(Protocol):
    """Runs a model: named arrays in, the arrays of `tags`, `to_cue` and `to_source` out, batch first."""

    def run(self, names: None, feed: Mapping[str, Any]) -> Any:
        """Run."""
        ...


Opened = Callable[[Path], Session]
"""Opens the weights of a file."""

SLOWER = ("SkipLayerNormFusion",)
"""Meant to make a graph faster, and does not: sum and norm in one are slower here than the two apart."""


def opened(weights: Path) -> Session:
    """Open weights with onnxruntime.

    One thread: processes are what a run is spread over, and sums keep their order.
    """
    # imported here: it costs a quarter of a second, which other uses of this room need not pay
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_ALL
    options.log_severity_level = 3
    session: Session = onnxruntime.InferenceSession(
        str(weights), options, providers=["CPUExecutionProvider"], disabled_optimizers=list(SLOWER)
    )
    return session
