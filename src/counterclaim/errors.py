"""The exception tree.

CounterclaimError            anything this package raises on purpose; its text is one line for the user
├── InputError               what was asked for cannot be read at all
│   ├── NothingToRead        the paths hold no article
│   └── PathNotFound         a path that is not there
├── OutputError              the dossier cannot be written where it should go
├── SettingsError            a setting or a user's file does not hold what it must
└── ModelError               a model or word list is missing or differs from its checksum
    └── MissingExtra         an optional part is not installed; the text has the install command

One bad article is no exception: it becomes a `records.Rejection`, counted and shown.
"""


class CounterclaimError(Exception):
    """Anything raised on purpose. The text is one line: what happened and the next step."""


class InputError(CounterclaimError):
    """What was asked for cannot be read at all."""


class NothingToRead(InputError):
    """The paths hold no article that can be read."""


class PathNotFound(InputError):
    """A path that is not there."""


class OutputError(CounterclaimError):
    """The dossier cannot be written where it should go."""


class SettingsError(CounterclaimError):
    """A setting, or a file of settings, does not hold what it must."""


class ModelError(CounterclaimError):
    """A model or a word list is missing, or is not the one named in the catalogue."""


class MissingExtra(ModelError):
    """An optional part is not installed; the text has the install command."""
