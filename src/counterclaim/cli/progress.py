"""Progress on a terminal, and nothing anywhere else."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from counterclaim.pipeline import Progress, silent


@contextmanager
def shown(*, quiet: bool) -> Iterator[Progress]:
    """A place to report progress to: a bar on stderr if that is a terminal, else nothing."""
    if quiet or not sys.stderr.isatty():
        yield silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    bars = Bars(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(),
        console=Console(stderr=True), transient=True,
    )  # fmt: skip
    with bars:
        loading = bars.add_task("loading models", total=None)
        tasks = {}

        def report(step: str, done: int, total: int) -> None:
            bars.update(loading, visible=False)
            if step not in tasks:
                tasks[step] = bars.add_task(step, total=total)
            bars.update(tasks[step], completed=done, total=total)

        yield report
