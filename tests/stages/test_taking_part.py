"""Who did it, where words of blame stand between them and the event."""

import pytest
from grounding import grounded

from counterclaim.pipeline import Models

pytestmark = pytest.mark.models

DOERS: list[tuple[str, str, str | None]] = [
    ("The Harbour League was responsible for the massacre.", "massacre", "The Harbour League"),
    ("The Harbour League was behind the bombing.", "bombing", "The Harbour League"),
    ("The bombing was attributed to the Harbour League.", "bombing", "the Harbour League"),
    ("The mayor blamed the bombing on the Harbour League.", "bombing", "the Harbour League"),
    ("Soldiers participated in the massacre.", "massacre", "Soldiers"),
    ("Soldiers involved in the massacre fled.", "massacre", "Soldiers"),
    ("The Harbour League spoke of the massacre.", "massacre", None),
    ("The Harbour League met before the bombing.", "bombing", None),
    ("The mayor stood behind the bombing theory.", "theory", None),
    ("Farmers died in the massacre.", "massacre", None),
]


@pytest.mark.parametrize(("text", "trigger", "doer"), DOERS)
def test_who_had_a_part(models: Models, text: str, trigger: str, doer: str | None) -> None:
    events = [e for e in grounded(models, text).events if e.trigger == trigger]
    doers = [text[p.start : p.end] for e in events for p in e.participants if p.role == "agent"]
    assert doers == ([doer] if doer else [])
