"""Which explanations claims state. All sentences are invented."""

import pytest
from grounding import grounded

from counterclaim.pipeline import Models

STATED = [
    ("The talks stalled when the militia rejected the terms.", "cause", "talks stalled", "militia rejected the terms"),
    ("The convoy was delayed by heavy shelling.", "cause", "convoy was delayed", "heavy shelling"),
    ("The crossing closed because the guards had fled.", "cause", "crossing closed", "the guards had fled"),
    ("The strike failed because of the rain.", "cause", "strike failed", "the rain"),
    ("The blockade led to a famine.", "cause", "a famine", "The blockade"),
    ("The envoy accused the ministry of sabotaging the truce.", "cause", "the truce", "the ministry"),
    ("Crowds celebrated the end of the siege.", "motive", "celebrated", "the end of the siege"),
    ("The army shelled the port in response to the raid.", "motive", "shelled the port", "the raid"),
]  # fmt: skip

NOT_STATED = [
    "The market opened at nine.",
    "The minister arrived by car.",
    "They met after lunch.",
    "He said so when asked.",
]


def reasons(models: Models, text: str) -> list[tuple[str, str, str]]:
    found = grounded(models, text).reasons
    return [(r.kind, text[slice(*r.effect)], text[slice(*r.reason)]) for r in found]


@pytest.mark.models
@pytest.mark.parametrize(("text", "kind", "effect", "reason"), STATED)
def test_stated(models: Models, text: str, kind: str, effect: str, reason: str) -> None:
    found = reasons(models, text)
    assert any(k == kind and effect in e and reason in r for k, e, r in found), found


@pytest.mark.models
@pytest.mark.parametrize("text", NOT_STATED)
def test_not_stated(models: Models, text: str) -> None:
    assert reasons(models, text) == []
