"""How the page names an act of which its kind says too little."""

import pytest

from counterclaim.records import Act
from counterclaim.render.html.wording import act_words

NAMED: list[tuple[Act, str, str]] = [
    ("say", "said that", "Said by"),
    ("say", "said no", "Said by"),
    ("other", "did not say whether", "Not said by"),
    ("other", "didn’t say", "Not said by"),
    ("other", "gave no", "Not said by"),
    ("other", "declined to", "Not said by"),
    ("other", "remained silent on", "Not said by"),
    ("other", "seeks to", "Attributed to"),
    ("other", "noted plans", "Attributed to"),
    ("deny", "denied not", "Denied by"),
]


@pytest.mark.parametrize(("act", "words", "named"), NAMED)
def test_an_act_is_named_by_what_was_said_or_left_unsaid(act: Act, words: str, named: str) -> None:
    assert act_words(act, words) == named
