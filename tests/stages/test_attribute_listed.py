"""Lists of tolls, each behind who gives it. All invented."""

import pytest
from test_attribute import read, words

from counterclaim.pipeline import Models

pytestmark = pytest.mark.models

LISTS = [
    (
        "What is known in Varn so far.\n* Opposition: 14 dead\n* Justice Ministry: 52 dead, 17 wounded\n",
        {"Opposition": "14 dead", "Justice Ministry": "52 dead, 17 wounded"},
    ),
    (
        "All times are local.\n09:05 — Justice Ministry: 52 dead\n09:40 — The police: nine held\n",
        {"Justice Ministry": "52 dead", "The police": "nine held"},
    ),
    ("The tolls by town.\n* Varn: 14 dead\n* Lomar: 52 dead\n", {}),
    ("What is known.\n* Opposition: 14 dead\n* Roads: all shut\n", {}),
    ("What is known.\n* Opposition: many dead\n* Justice Ministry: nobody knows\n", {}),
]


@pytest.mark.parametrize(("text", "said"), LISTS)
def test_lists(models: Models, text: str, said: dict[str, str]) -> None:
    found = {words(text, s.source): words(text, s.content) for s in read(models, text).statements}
    assert found == said
