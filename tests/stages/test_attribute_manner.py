"""Acts and hedging of given cues and contents: a table of positive and negative cases. All invented.

A row is the sentence with its cue in ⟨ ⟩ and its content in [ ], the act, and whether it is hedged.
"""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_attribute import article_of

from counterclaim.models.load import lexicon
from counterclaim.pipeline import Models
from counterclaim.records import Act, Extent, Parse, Token
from counterclaim.stages.attribute.manner import Said, hedged
from counterclaim.stages.attribute.tree import Tree
from counterclaim.values.acts import ActWords

MARK = re.compile(r"[⟨⟩\[\]]")

ACTS: tuple[tuple[str, Act, bool], ...] = (
    # what is said, and what is not said
    ("The mayor ⟨said⟩ [the bridge had fallen].", "say", False),
    ("The mayor ⟨did not say⟩ [who fired the shells].", "other", False),
    ("[“Why would we shell a school?”] the general ⟨said⟩.", "ask", False),
    ("[“Why would we shell a school? We never did,”] the general ⟨said⟩.", "say", False),
    ("The mayor ⟨retracted⟩ [her statement that soldiers fired].", "other", False),
    ("The witness took back her ⟨claim⟩ [that soldiers fired].", "other", False),
    ("The witness repeated her ⟨claim⟩ [that soldiers fired].", "say", True),
    ("The army neither confirmed nor ⟨denied⟩ [that it had shelled the school].", "other", False),
    ("The army would not confirm or ⟨deny⟩ [that it had shelled the school].", "other", False),
    ("The army ⟨denied⟩ [that it had shelled the school].", "deny", False),
    ("The army ⟨confirmed⟩ [that it had shelled the school].", "report", False),
    ("The army has yet ⟨to comment on⟩ [reports that it shelled the school].", "other", False),
    ("The army stopped short of ⟨denying⟩ [that it had shelled the school].", "other", False),
    ("Imagine the minister ⟨saying⟩ [that they killed them].", "other", False),
    ("If the general ⟨said⟩ [that his men fired], he lied.", "other", False),
    ("The general asked if the mayor ⟨said⟩ [that his men fired].", "other", False),
    ("Nobody heard the general ⟨say⟩ [that his men fired].", "other", False),
    ("Villagers heard the general ⟨say⟩ [that his men fired].", "say", False),
    ("The president ⟨should say⟩ [that his men fired].", "other", False),
    (
        "[The shells killed six people], the radio ⟨reported on Monday without giving further⟩ details.",
        "report",
        False,
    ),
    ("The mayor left ⟨without saying⟩ [who fired the shells].", "other", False),
    ("The mayor ⟨never said⟩ [that the bridge had fallen].", "other", False),
    ("The ministry ⟨would not confirm⟩ [the strike].", "other", False),
    ("The ministry ⟨confirmed⟩ [the strike].", "report", False),
    ("The ministry ⟨has not confirmed⟩ [that the convoy was hit].", "other", False),
    ("The general ⟨declined to comment on⟩ [the raid].", "other", False),
    ("The general ⟨declined⟩ [to comment].", "other", False),
    ("The general ⟨refused⟩ [to say where the troops were].", "other", False),
    ("The general ⟨refused⟩ [to withdraw his troops].", "oppose", False),
    ("The clerk ⟨was unable to say⟩ [when the ferry would sail].", "other", False),
    ("The clerk ⟨was able to say⟩ [when the ferry would sail].", "say", False),
    ("The clerk ⟨could not resist pointing out⟩ [that the ferry was late].", "say", False),
    ("The council ⟨not only said⟩ [that the dam was safe].", "say", False),
    ("The agency ⟨made no mention of⟩ [the attack].", "other", False),
    ("The agency ⟨gave⟩ [no details].", "other", False),
    ("The agency ⟨reported⟩ [no casualties].", "report", False),
    ("The agency reported a fire ⟨without giving⟩ [details].", "other", False),
    ("No group ⟨has claimed responsibility for⟩ [the bombing].", "other", False),
    ("Nobody ⟨said⟩ [that the mill had burnt].", "other", False),
    # tolls
    ("The hospital ⟨gave a toll of⟩ [nine dead].", "report", False),
    ("The hospital ⟨gave⟩ [a lower toll of six dead].", "report", False),
    # responsibility
    ("The Velm Front ⟨claimed responsibility for⟩ [the bombing].", "claim_responsibility", False),
    ("The Velm Front ⟨claimed⟩ [the attack].", "claim_responsibility", False),
    ("Nine died in [an attack] ⟨claimed by⟩ the Velm Front.", "claim_responsibility", False),
    ("There were attacks including [those] ⟨claimed by⟩ the Velm Front.", "claim_responsibility", False),
    ("The Velm Front ⟨claimed⟩ [that the attack had failed].", "say", True),
    ("The Velm Front ⟨denied⟩ [responsibility for the bombing].", "deny", False),
    ("The Velm Front ⟨accepted responsibility for⟩ [the bombing].", "claim_responsibility", False),
    # accusations, denials, demands
    ("The miners ⟨accused⟩ [the owners of locking the gates].", "accuse", False),
    ("The miners ⟨pointed the finger at⟩ [the owners].", "accuse", False),
    ("Lenn ⟨repeated accusations⟩ [that the owners had locked the gates].", "accuse", False),
    ("The owners ⟨denied⟩ [that the gates were locked].", "deny", False),
    ("The owners ⟨did not deny⟩ [that the gates were locked].", "other", False),
    ("The minister ⟨repeated⟩ [the denial].", "deny", False),
    ("The minister ⟨repeated⟩ [the demand].", "demand", False),
    ("The owners ⟨denied allegations⟩ [that the gates were locked].", "deny", False),
    ("The owners ⟨admitted⟩ [that the gates were locked].", "admit", False),
    ("The miners ⟨demanded⟩ [a new gate].", "demand", False),
    ("The miners ⟨put pressure on⟩ [the owners to open the gate].", "demand", False),
    ("The captain ⟨warned⟩ [that the river would rise].", "warn", False),
    ("The captain ⟨ordered⟩ [his men to wait].", "order", False),
    ("The council ⟨promised⟩ [to mend the road].", "promise", False),
    ("The council ⟨condemned⟩ [the shelling].", "condemn", False),
    ("The council ⟨did not condemn⟩ [the shelling].", "other", False),
    # attitudes and intentions
    ("The miners ⟨support⟩ [the strike].", "support", False),
    ("The miners ⟨do not support⟩ [the strike].", "oppose", False),
    ("The miners ⟨voted for⟩ [the new law].", "support", False),
    ("The miners ⟨voted against⟩ [the new law].", "oppose", False),
    ("The mayor ⟨stood by⟩ [his deputy].", "support", False),
    ("The mayor ⟨voiced support for⟩ [the strike].", "support", False),
    ("The mayor ⟨rejected⟩ [the plan].", "oppose", False),
    ("The mayor ⟨rejected⟩ [the allegation].", "deny", False),
    ("The two parties ⟨vied for⟩ [the votes of the miners].", "other", False),
    ("The mayor ⟨was critical of⟩ [the plan].", "condemn", False),
    ("The mayor ⟨hired⟩ [no guards].", "other", False),
    ("The mayor ⟨boomed⟩ [“We are open.”]", "say", False),
    ("The mayor ⟨continues to oppose⟩ [the plan].", "oppose", False),
    ("The mayor ⟨went on to say⟩ [that the plan was dead].", "say", False),
    ("The mayor ⟨would like⟩ [to see the plan].", "believe", False),
    ("The mayor ⟨would like to stress⟩ [that the plan is dead].", "say", False),
    ("The mayor ⟨hardly mentioned⟩ [the plan].", "other", False),
    ("The mayor ⟨enjoyed the support of⟩ [the miners].", "support", False),
    ("The mayor ⟨went after⟩ [his critics].", "condemn", False),
    ("The monitor ⟨put the toll at⟩ [nine].", "report", False),
    ("The monitor ⟨put it⟩ [“plainly”].", "say", False),
    ("The army ⟨is investigating⟩ [reports of a raid].", "ask", False),
    ("[The ferry] ⟨is considered⟩ [a wreck].", "believe", False),
    # by nobody in particular
    ("[Nine people were] ⟨reportedly⟩ [killed in Orvane].", "report", True),
    ("[The shells] ⟨are believed⟩ [to be theirs].", "believe", True),
    ("⟨It is believed⟩ [that the shells were theirs].", "believe", True),
    ("Villagers ⟨believe⟩ [that the shells were theirs].", "believe", False),
    ("⟨It was reported⟩ [that nine people had died].", "report", False),
)

HEDGES: tuple[tuple[str, bool], ...] = (
    ("The mayor ⟨said⟩ [the bridge may have fallen].", True),
    ("The mayor ⟨said⟩ [the bridge fell in May].", False),
    ("The mayor ⟨said⟩ [the toll could rise].", True),
    ("The mayor ⟨said⟩ [the boats could not reach the pier].", False),
    ("The mayor ⟨said⟩ [shells could be heard in the port].", False),
    ("The mayor ⟨said⟩ [planes thought to be from Tarn bombed the port].", True),
    ("The mayor ⟨said⟩ [planes sent from Tarn bombed the port].", False),
    ("The mayor ⟨said⟩ [the blast appeared to be an accident].", True),
    ("The mayor ⟨said⟩ [the captain appeared in court].", False),
    ("The mayor ⟨said⟩ [the river is likely to rise].", True),
    ("The mayor ⟨said⟩ [troops had shot two alleged spies].", True),
    ("The mayor ⟨said⟩ [troops had shot two known spies].", False),
    ("Tests ⟨point to⟩ [possible contact with the gas].", True),
    ("The mayor ⟨said⟩ [the wall was built so that nobody may fall].", False),
    ("The mayor ⟨said⟩ [“The dam broke. Perhaps we were careless.”]", False),
    ("The mayor ⟨said⟩ [six had died and the toll could rise].", False),
    ("The mayor ⟨allegedly said⟩ [the bridge had fallen].", True),
)


def marked(text: str) -> tuple[str, list[Extent], list[Extent]]:
    """The sentence without marks, the extents of its cue, the extents of its content."""
    found: dict[str, list[Extent]] = {"⟨": [], "[": []}
    plain, opened = "", 0
    for piece in re.split(r"([⟨⟩\[\]])", text):
        if not MARK.fullmatch(piece):
            plain += piece
        elif piece in "⟨[":
            opened = len(plain)
        else:
            found["⟨" if piece == "⟩" else "["].append((opened, len(plain)))
    return plain, found["⟨"], found["["]


def manner(models: Models, text: str) -> tuple[Act, bool]:
    plain, cue, content = marked(text)
    article = article_of(plain)
    parse = next(iter(models.parser([article])))
    assert isinstance(parse, Parse)
    tree = Tree(plain, parse)
    said = Said(tree, parse.within(cue), parse.within(content), models.act_words)
    return said.act, hedged(said)


@pytest.mark.models
@pytest.mark.parametrize(("text", "act", "distant"), ACTS)
def test_acts(models: Models, text: str, act: Act, distant: bool) -> None:
    assert manner(models, text) == (act, distant)


@pytest.mark.models
@pytest.mark.parametrize(("text", "distant"), HEDGES)
def test_hedges(models: Models, text: str, distant: bool) -> None:
    assert manner(models, text)[1] is distant


WORDS = ActWords.from_table(lexicon("acts"))
DEPS = (
    "nsubj",
    "dobj",
    "ccomp",
    "xcomp",
    "prep",
    "pobj",
    "acl",
    "neg",
    "conj",
    "amod",
    "aux",
    "pcomp",
    "dep",
)
TOLD = ("said", "not", "claimed", "those", "could", "no", "support", "believed", "according", "toll", "—")


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_any_tree_has_an_act(data: st.DataObject) -> None:
    """Whatever the parse, even one that makes no sense, an act and a flag come back."""
    size = data.draw(st.integers(1, 8))
    tokens, at = [], 0
    for i in range(size):
        word = data.draw(st.sampled_from(TOLD))
        head = data.draw(st.integers(0, i))
        tokens.append(
            Token(
                start=at,
                end=at + len(word),
                text=word,
                lemma=data.draw(st.sampled_from(("say", "claim", "attack", "be", "believe", word))),
                pos=data.draw(st.sampled_from(("VERB", "NOUN", "ADP", "ADJ", "PRON", "PUNCT"))),
                tag=data.draw(st.sampled_from(("VBN", "VBD", "NN", "IN"))),
                dep="ROOT" if head == i else data.draw(st.sampled_from(DEPS)),
                head=head,
                entity="",
                entity_begins=False,
            )
        )
        at += len(word) + 1
    text = " ".join(t.text for t in tokens)
    tree = Tree(text, Parse(tokens=tuple(tokens), sentences=((0, size),)))
    some = st.lists(st.integers(0, size - 1), unique=True).map(sorted)
    cue, content = data.draw(some), data.draw(some)
    said = Said(tree, cue, content, WORDS)
    assert isinstance(said.act, str)
    assert isinstance(hedged(said), bool)
