"""How an event is told at its own words: negative or not, done, planned or possible."""

import pytest
from test_claims import article_of, parsed

from counterclaim.pipeline import Models
from counterclaim.records import Status
from counterclaim.stages.ground.phrases import Tree
from counterclaim.stages.ground.told import Told, told

pytestmark = pytest.mark.models

LIGHT = frozenset({"launch", "carry"})


def told_of(models: Models, text: str, word: str) -> Told:
    tree = Tree(parsed(models, article_of(text)))
    (index,) = [i for i, token in enumerate(tree.tokens) if token.text == word]
    return told(tree, index, light=LIGHT, refuting=models.ground_words.refuting)


NEGATIVE: list[tuple[str, str, bool]] = [
    ("The army did not attack the mill.", "attack", True),
    ("The army never attacked the mill.", "attacked", True),
    ("Nobody attacked the mill.", "attacked", True),
    ("No soldiers attacked the mill.", "attacked", True),
    ("The army no longer holds the mill.", "holds", True),
    ("The army left without burning the mill.", "burning", True),
    ("There was no attack on the mill.", "attack", True),
    ("It was not an attack.", "attack", True),
    ("The army is not going to attack the mill.", "attack", True),
    ("At no time had the army attacked the mill.", "attacked", True),
    ("There was not a shred of evidence that the army attacked the mill.", "attacked", True),
    ("The army was falsely accused of attacking the mill.", "attacking", True),
    ("The army was accused of attacking the mill.", "attacking", False),
    ("Nobody denies that the army attacked the mill.", "attacked", False),
    ("It was no accident that the army attacked the mill.", "attacked", False),
    ("The army attacked the mill.", "attacked", False),
    ("The army not only attacked the mill.", "attacked", False),
    ("No fewer than nine men attacked the mill.", "attacked", False),
    ("The army did not say that rebels attacked the mill.", "attacked", False),
    ("The army did not answer the attack.", "attack", False),
    ("It is a lie that the army attacked the mill.", "attacked", True),
    ("It is a lie that the army came and that it attacked the mill.", "attacked", True),
    ("Reports that the army attacked the mill were false.", "attacked", True),
    ("It was not the army that attacked the mill.", "attacked", True),
    ("Far from attacking the mill, the army guarded it.", "attacking", True),
    ("The mayor falsely said that the army attacked the mill.", "attacked", True),
    ("It was neither the army nor the league that attacked the mill.", "attacked", True),
    ("It was no soldier who attacked the mill.", "attacked", True),
    ("It was nobody but the army that attacked the mill.", "attacked", False),
    ("It is not a lie that the army attacked the mill.", "attacked", False),
    ("The lie that the army spread attacked the mayor.", "attacked", False),
    ("It was the army that attacked the mill.", "attacked", False),
    ("The league, not the army, attacked the mill.", "attacked", False),
]


@pytest.mark.parametrize(("text", "word", "negative"), NEGATIVE)
def test_an_event_is_negative_by_its_own_no(models: Models, text: str, word: str, negative: bool) -> None:
    assert told_of(models, text, word).negative is negative


STATUS: list[tuple[str, str, Status]] = [
    ("The army will attack the mill.", "attack", "planned"),
    ("The army plans to attack the mill.", "attack", "planned"),
    ("The army is expected to attack the mill.", "attack", "planned"),
    ("The army is going to attack the mill.", "attack", "planned"),
    ("The army has a plan to attack the mill.", "attack", "planned"),
    ("The army will launch an attack.", "attack", "planned"),
    ("The army may attack the mill.", "attack", "hypothetical"),
    ("The army could be forced to attack the mill.", "attack", "hypothetical"),
    ("If the army burns the mill, the farmers will flee.", "burns", "hypothetical"),
    ("Had the army attacked the mill, the farmers would have fled.", "attacked", "hypothetical"),
    ("The army had attacked the mill, farmers said.", "attacked", "asserted"),
    ("The army attacked the mill.", "attacked", "asserted"),
    ("The army managed to attack the mill.", "attack", "asserted"),
    ("The army will answer the attack.", "attack", "asserted"),
    ("The attack could hurt the talks.", "attack", "asserted"),
    ("The army plans to leave, farmers said.", "said", "asserted"),
    ("If the army burns the mill, the farmers will flee.", "flee", "planned"),
]


@pytest.mark.parametrize(("text", "word", "status"), STATUS)
def test_an_event_is_done_planned_or_possible_by_its_own_verb(
    models: Models, text: str, word: str, status: Status
) -> None:
    assert told_of(models, text, word).status == status
