"""Turns what may befall a command into one line and an exit code."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from counterclaim.cli.plain import plain
from counterclaim.errors import CounterclaimError, InputError, NothingToRead, OutputError, SettingsError

FAILED = 1
MISUSED = 2
INTERRUPTED = 130


@contextmanager
def guarded() -> Iterator[None]:
    """Exit with one line on stderr for what is raised on purpose, for Ctrl-C, and for a defect."""
    try:
        yield
    except CounterclaimError as error:
        misused = isinstance(error, InputError | OutputError | SettingsError) and not isinstance(
            error, NothingToRead
        )
        tell(str(error))
        raise typer.Exit(MISUSED if misused else FAILED) from None
    except KeyboardInterrupt:
        tell("interrupted; no partial files are left")
        raise typer.Exit(INTERRUPTED) from None
    except typer.Exit:
        raise
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains when it flushes
        raise typer.Exit(FAILED) from None
    except Exception as error:  # a defect of ours: one line for the user, the traceback for `python -X dev`
        if sys.flags.dev_mode:
            raise
        tell(f"failed ({type(error).__name__}: {error}); please report it with what you ran")
        raise typer.Exit(FAILED) from None


def tell(line: str) -> None:
    """One line on stderr."""
    sys.stderr.write(f"counterclaim: {' '.join(plain(line).split())}\n")
