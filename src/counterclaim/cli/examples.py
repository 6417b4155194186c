"""Where the example accounts are: in the installed package, or in a clone beside it."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib import resources
from pathlib import Path

from counterclaim.errors import NothingToRead


@contextmanager
def examples() -> Iterator[list[Path]]:
    """The folders of articles of the example events, in order of names."""
    with ExitStack() as held:
        package = resources.files("counterclaim")
        inside = package.joinpath("examples")
        if inside.is_dir():
            root = held.enter_context(resources.as_file(inside))
        else:
            root = held.enter_context(resources.as_file(package)).parents[1] / "examples"
        folders = sorted(path for path in root.glob("*/articles") if path.is_dir()) if root.is_dir() else []
        if not folders:
            raise NothingToRead(
                "the example accounts are not installed; they are in the folder `examples` of the source"
            )
        yield folders
