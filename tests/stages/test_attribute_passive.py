"""The accused, who do not speak, and whose name may not run into the words before. All invented."""

import pytest
from test_attribute import article_of

from counterclaim.pipeline import Models
from counterclaim.records import Attribution, Extent, Parse
from counterclaim.stages.attribute.apart import is_credit, of_the_inner
from counterclaim.stages.attribute.passive import accused_in_passing
from counterclaim.stages.attribute.tree import Tree

pytestmark = pytest.mark.models

ACCUSED = [
    ("The mayor accused of theft left Varn.", True),
    ("The mayor suspected of theft left Varn.", True),
    ("The mayor accused the baker of theft.", False),
    ("The mayor accused them of theft.", False),
    ("The mayor spoke of theft.", False),
]


@pytest.mark.parametrize(("text", "accused"), ACCUSED)
def test_the_accused_does_not_speak(models: Models, text: str, accused: bool) -> None:
    article = article_of(text)
    (parse,) = models.parser([article])
    assert isinstance(parse, Parse)

    def at(words: str) -> tuple[Extent, ...]:
        start = text.index(words)
        return ((start, start + len(words)),)

    verb = next(w for w in ("accused", "suspected", "spoke") if w in text)
    one = Attribution(
        source=at("The mayor"), cue=at(verb), content=at(text[text.index(verb) + len(verb) + 1 : -1])
    )
    read = accused_in_passing(Tree(text, parse), one)
    assert (read.source == ()) is accused
    assert (read.content[0][0] == 0) is accused
    assert accused or read == one


@pytest.mark.parametrize(
    ("source", "cue", "credit"),
    [
        ("REUTERS Omar", "Said", True),
        ("REUTERS Omar", "said", False),
        ("NATO", "Said", False),
        ("Omar Venn", "Said", False),
    ],
)
def test_a_photographer_does_not_speak(source: str, cue: str, credit: bool) -> None:
    text = f"{source} {cue} a road in Varn"
    end = len(source)
    one = Attribution(
        source=((0, end),), cue=((end + 1, end + 1 + len(cue)),), content=((end + 2 + len(cue), len(text)),)
    )
    assert is_credit(text, one) is credit


def test_the_words_of_a_clause_beside_the_speaker_are_its_subject_s(models: Models) -> None:
    text = "It was shut, said Lind, whose deputy Venn said last year that it was open."
    article = article_of(text)
    (parse,) = models.parser([article])
    assert isinstance(parse, Parse)

    def at(words: str, start: int = 0) -> tuple[Extent, ...]:
        start = text.index(words, start)
        return ((start, start + len(words)),)

    tree, both = Tree(text, parse), at("Lind, whose deputy Venn")
    outer = Attribution(source=both, cue=at("said"), content=at("It was shut"))
    inner = Attribution(source=both, cue=at("said", 20), content=at("that it was open"))
    assert of_the_inner(tree, outer) == outer
    assert [text[s:e] for s, e in of_the_inner(tree, inner).source] == ["whose deputy Venn"]
