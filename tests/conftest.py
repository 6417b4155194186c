"""Shared fixtures: the real models, loaded once."""

import pytest

from counterclaim.models.load import load
from counterclaim.pipeline import Models


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` writes the golden files anew, for a person to read the difference."""
    parser.addoption("--update-golden", action="store_true", help="write the golden dossiers anew")


@pytest.fixture(scope="session")
def models() -> Models:
    """Every real model and word list."""
    return load()
