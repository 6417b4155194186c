"""The command line: parse, call, print."""

from collections.abc import Sequence

from counterclaim.cli.commands import app

__all__ = ["app", "main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and give its exit code.

    0 done · 1 nothing could be read, or no model · 2 wrong usage, path or setting · 130 interrupted.
    Anything raised on purpose is one line on stderr.
    """
    try:
        app(list(arguments) if arguments is not None else None)
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else int(done.code is not None)
    return 0
