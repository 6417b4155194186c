"""What its speaker takes back answers no question. All accounts are invented."""

import pytest
from storymade import article, cast, claim, reading, statement

from counterclaim.models.load import lexicon
from counterclaim.records import Actor, Cast
from counterclaim.stages.match import QuestionWords
from counterclaim.stages.match.withdrawn import without_withdrawn

WORDS = QuestionWords.from_table(lexicon("questions"))
ROTT = Actor(id="rott", name="Rott", kind="person", side=None, labels=("Rott",), mentions=())
VARO = Actor(id="varo", name="Varo", kind="person", side=None, labels=("Varo",), mentions=())
SHELLED = "rebels shelled the school"


def left(of: Cast) -> list[str]:
    return [c.text for r in without_withdrawn(of, WORDS).readings for c in r.claims]


@pytest.mark.parametrize(
    ("text", "cue", "kept"),
    [
        ("Rott withdrew her claim that rebels shelled the school.", "claim", False),
        ("Rott took back her earlier statement that rebels shelled the school.", "statement", False),
        ("Rott apologised for the allegation that rebels shelled the school.", "allegation", False),
        ("Rott said rebels shelled the school, a claim she later retracted.", "said", False),
        ("Rott's claim that rebels shelled the school was later withdrawn.", "claim", False),
        ("Rott repeated her claim that rebels shelled the school.", "claim", True),
        ("Varo withdrew. Rott's claim that rebels shelled the school stands.", "claim", True),
        ("Rott said rebels shelled the school. The army was withdrawn.", "said", True),
        ("Rott said rebels shelled the school. Varo ate, a claim he later retracted.", "said", True),
        ("Rott said rebels shelled the school, a claim Varo rejected.", "said", True),
    ],
)
def test_taken_back_in_the_same_breath(text: str, cue: str, kept: bool) -> None:
    made = article("a", text, outlet="Ferry")
    said = statement(made, "Rott", cue, SHELLED, speaker=ROTT)
    of = cast([reading(made, statements=[said], claims=[claim(made, SHELLED, statement=said)])], [ROTT])
    assert left(of) == ([SHELLED] if kept else [])


@pytest.mark.parametrize(
    ("who", "cue", "what", "kept"),
    [
        ("She", "later retracted", "the claim", False),
        ("She", "withdrew", "it", False),
        ("She", "repeated", "the claim", True),
        ("She", "withdrew", "the troops", True),
        ("He", "later retracted", "the claim", True),
    ],
)
def test_taken_back_later(who: str, cue: str, what: str, kept: bool) -> None:
    made = article("a", f"Rott said {SHELLED}. {who} {cue} {what}.", outlet="Ferry")
    said = statement(made, "Rott", "said", SHELLED, speaker=ROTT)
    then = statement(made, who, cue, what, speaker=ROTT if who == "She" else VARO)
    claims = [claim(made, SHELLED, statement=said)]
    of = cast([reading(made, statements=[said, then], claims=claims)], [ROTT, VARO])
    assert left(of) == ([SHELLED] if kept else [])
