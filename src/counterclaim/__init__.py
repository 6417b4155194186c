"""Who claims what, in whose words, where: accounts of one contested event, side by side.

import counterclaim
dossier = counterclaim.read("accounts/")
for question in dossier.questions:
    print(question.standing, question.text)
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from counterclaim.api import read, read_stories
    from counterclaim.errors import CounterclaimError
    from counterclaim.records import Dossier, KnownActor, Rejection

__all__ = ["CounterclaimError", "Dossier", "KnownActor", "Rejection", "__version__", "read", "read_stories"]

__version__ = "0.1.0"

_HOMES = {
    "CounterclaimError": "counterclaim.errors",
    "Dossier": "counterclaim.records",
    "KnownActor": "counterclaim.records",
    "Rejection": "counterclaim.records",
    "read": "counterclaim.api",
    "read_stories": "counterclaim.api",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for, so that `import counterclaim` is quick."""
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
