"""The invented reports that the classifier of events learns from, beside the data that it is trained on."""

import tomllib
from importlib import resources
from typing import NamedTuple

WEIGHT = 0.7
"""What an invented report counts beside a real one, set in folds of CASE 2021's development part."""


class Report(NamedTuple):
    """One invented report and the sub-type that it tells of."""

    text: str
    label: str


def invented_reports() -> tuple[Report, ...]:
    """The reports of `reports.toml`, in its order."""
    file = resources.files(__package__).joinpath("reports.toml")
    table = tomllib.loads(file.read_text("utf-8"))
    return tuple(Report(text=text, label=label) for label, texts in table.items() for text in texts)
