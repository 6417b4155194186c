"""The list of files that a run wrote into a folder, so that its own output is never read as an account."""

import json
from pathlib import Path

LIST = ".counterclaim.json"
"""Name of the list: a JSON array of file names relative to its folder."""


def own_files(folder: Path) -> frozenset[str]:
    """The files that earlier runs wrote into a folder, or none."""
    try:
        names = json.loads((folder / LIST).read_text("utf-8"))
    except (OSError, ValueError):
        return frozenset()
    return (
        frozenset(name for name in names if isinstance(name, str)) if isinstance(names, list) else frozenset()
    )
