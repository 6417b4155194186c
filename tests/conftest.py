"""Shared fixtures: the real models, loaded once."""

import pytest

from counterclaim.models.load import load
from counterclaim.pipeline import Models


@pytest.fixture(scope="session")
def models() -> Models:
    """Every real model and word list."""
    return load()
