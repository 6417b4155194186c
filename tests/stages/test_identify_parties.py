"""Who is a party, under what name and on which side, over the real parser."""

from dataclasses import replace

import pytest

from counterclaim.models.load import lexicon
from counterclaim.pipeline import Models
from counterclaim.records import Article, Cast, Event, Parse, Part, Participant, Reading
from counterclaim.stages.ground.relations import RelationWords, read_relations
from counterclaim.stages.identify import identify
from counterclaim.values.names import read_mentions

RELATIONS = RelationWords.from_table(lexicon("relations"))


def reading(name: str, text: str, models: Models, *agents: str) -> Reading:
    """Read a text; `agents` are words of it that an event of its own takes for its agent."""
    article = Article(
        id=f"ar-{name}", file=f"{name}.txt", sha256="", title=None, outlet=None, byline=None, published=None,
        published_basis=None, url=None, genre="report", language="en", text=text, credits=(),
        parts=(Part(kind="body", start=0, end=len(text)),),
    )  # fmt: skip
    parse = next(iter(models.parser([article])))
    assert isinstance(parse, Parse)
    mentions = read_mentions(article, parse, words=models.ground_words.names)
    events = tuple(
        Event(
            id=f"ev-{name}-{n}", claim="c", article=article.id, start=0, end=len(text), trigger="hit",
            event_type="Explosions/Remote violence", sub_event_type="Air/drone strike", place=None, date=None,
            status="asserted",
            participants=(Participant(role="agent", start=text.index(a), end=text.index(a) + len(a)),),
        )
        for n, a in enumerate(agents)
    )  # fmt: skip
    return Reading(
        article=article, statements=(), mentions=mentions, claims=(), figures=(), dates=(), places=(),
        events=events, reasons=(), relations=read_relations(article, parse, (), mentions, words=RELATIONS),
    )  # fmt: skip


def cast(models: Models, *readings: Reading) -> Cast:
    return identify(readings, words=models.ground_words.names)


def agent(found: Cast) -> str | None:
    names = {a.id: a.name for a in found.actors}
    actor = found.readings[0].events[0].participants[0].actor
    return names[actor] if actor else None


WAR = " The Syrian government fought the rebels. The Syrian regime shelled the rebels."


@pytest.mark.models
@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Russian warplanes hit the town.", "Russian warplanes", "Russia"),
        ("Two Russian jets hit the town.", "Two Russian jets", "Russia"),
        ("Syrian government jets hit the town.", "Syrian government jets", "Syrian government"),
        ("Regime planes hit the town.", "Regime planes", "Syrian government"),
        ("Rebel rockets hit the town.", "Rebel rockets", "the rebels"),
        ("The US-led coalition met. US-led coalition air strikes hit it.", "US-led coalition air strikes", "US-led coalition"),
        ("Warplanes hit the town.", "Warplanes", None),
        ("At 6:30 a.m. warplanes hit the town.", "warplanes", None),
        ("Several air strikes hit the town.", "Several air strikes", None),
        ("Forces hit the town.", "Forces", None),
        ("The city hit back.", "The city", None),
    ],
)  # fmt: skip
def test_what_flies_and_shells_is_its_owners(models: Models, text: str, words: str, name: str | None) -> None:
    assert agent(cast(models, reading("a", text + WAR, models, words))) == name


@pytest.mark.models
def test_what_is_owned_is_no_label_of_its_owner(models: Models) -> None:
    text = "Russia denied it. Russian warplanes hit the town."
    found = cast(models, reading("a", text, models, "Russian warplanes"))
    assert [label.text for label in found.labels] == ["Russia"]


@pytest.mark.models
@pytest.mark.parametrize(
    ("text", "one", "other", "same"),
    [
        ("The Syrian army left. Forces loyal to the Syrian regime came.", "The Syrian army", "Forces", True),
        ("The US-led coalition met. Later the coalition denied it.", "The US-led coalition", "the coalition", True),
        ("The U.S.-led coalition met. A US-led coalition shelled the town.", "The U.S.-led coalition", "A US-led coalition", True),
        ("The US-led coalition met. The Saudi-led coalition left.", "The US-led coalition", "The Saudi-led coalition", False),
        ("The rebels left. An alliance of rebels came.", "The rebels", "An alliance of rebels", True),
        ("The Syrian army left. The liberation army came.", "The Syrian army", "The liberation army", False),
        ("The SDF alliance came. The Syrian Democratic Forces left.", "SDF", "The Syrian Democratic Forces", True),
    ],
)  # fmt: skip
def test_one_party_under_two_names(models: Models, text: str, one: str, other: str, same: bool) -> None:
    found = cast(models, reading("a", text + WAR, models))

    def of(words: str) -> str:
        return next(
            a.id
            for a in found.actors
            if any(m.text.startswith(words) or words in m.text.split() for m in a.mentions)
        )

    assert (of(one) == of(other)) is same


@pytest.mark.models
@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The Syrian government and its allies took the hill. They fought the rebels.",
            "allies of the Syrian government",
        ),
        ("Rebels, backed by Qatar and its allies, took the hill.", "allies of Qatar"),
        ("The rebels and their backers took the hill.", "backers of the rebels"),
    ],
)
def test_possessed_groups_are_named_after_their_holder(models: Models, text: str, name: str) -> None:
    assert name in {a.name for a in cast(models, reading("a", text, models)).actors}


@pytest.mark.models
@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Iran, an ally of the Syrian government, denied it.", {"Syrian government and its allies"}),
        ("Rebel groups, backed by Qatar, left.", {"Rebel groups and their allies"}),
        ("The rebels fought the Syrian army. The Syrian government denied it.", {"Syrian government"}),
        ("The rebels met Islamic State.", set()),
        ("Islamic State took the hill. Kurdish militias left.", set()),
        ("Six people back the rebels.", set()),
        ("Allies of the Syrian government and opposition forces met.", {"Syrian government"}),
    ],
)
def test_a_side_is_two_or_more_who_act_together(models: Models, text: str, sides: set[str]) -> None:
    found = cast(models, reading("a", text, models))
    kinds = {a.id: a.kind for a in found.actors}
    for side in found.sides:
        assert len(side.actors) >= 2
        assert not all(kinds[a] == "person" for a in side.actors)
    assert {s.name for s in found.sides} <= sides


@pytest.mark.models
def test_a_copied_passage_has_one_cast(models: Models) -> None:
    text = "The storm passed over the hills in the night. A frightened shepherd told the crew what he had seen there at dawn."
    first, second = reading("a", "Morning. " + text, models), reading("b", text + " More later.", models)
    found = cast(models, first, second)
    shepherd = [a for a in found.actors if any("shepherd" in m.text for m in a.mentions)]
    assert len(shepherd) <= 1
    other = cast(models, first, replace(reading("b", "A frightened shepherd sang.", models)))
    assert len([a for a in other.actors if a.name == "A frightened shepherd"]) in (0, 2)


@pytest.mark.models
@pytest.mark.parametrize(
    ("other", "joined"),
    [
        ("The terrorists shelled a school.", True),
        ("Islamic State came. The terrorists shelled a school.", False),
    ],
)
def test_terrorists_of_an_account_that_names_no_other(models: Models, other: str, joined: bool) -> None:
    rebels = "The rebels left. The rebels came. The rebels sang. Rebels slept."
    found = cast(models, reading("a", rebels, models), reading("b", other, models))
    held = next(a for a in found.actors if any("ebels" in m.text for m in a.mentions))
    assert any(m.text == "The terrorists" for m in held.mentions) is joined


@pytest.mark.models
@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("Print Tweet Views 2494 said a man.", "Print"),
        ("Fighters blocked the Karsa Road near the river.", "Karsa Road"),
        ("The army fought on multiple fronts.", "multiple fronts"),
        ("They agreed to suspend all Nuclear Tests at once.", "Nuclear Tests"),
        ("Bodies lay in the street.", "Bodies"),
    ],
)
def test_furniture_roads_and_things_are_nobody(models: Models, text: str, none: str) -> None:
    found = cast(models, reading("a", text, models))
    assert not [a.name for a in found.actors if none in a.name]


@pytest.mark.models
def test_who_backs_a_ruler_stands_with_his_government(models: Models) -> None:
    text = "Assad has been backed by Hezbollah. The Syrian government denied it. The rebels left."
    found = cast(models, reading("a", text, models))
    assert {a.name for a in found.actors if a.side} == {"Bashar al-Assad", "Hezbollah", "Syrian government"}


@pytest.mark.models
def test_supporters_at_large_are_no_members(models: Models) -> None:
    text = "Supporters of Assad cheered. The Syrian government thanked Iran, its ally. The rebels left."
    found = cast(models, reading("a", text, models))
    assert not [a.name for a in found.actors if a.side and a.kind == "population"]


@pytest.mark.models
def test_a_long_description_is_cut_to_a_readable_name(models: Models) -> None:
    text = "Fighters from the eastern hills and the northern valleys in the long war between two old provinces sang."
    found = cast(models, reading("a", text, models, "Fighters"))
    assert all(len(a.name) <= 60 for a in found.actors)


@pytest.mark.models
@pytest.mark.parametrize(
    ("text", "label", "name"),
    [
        ("The rebels left. The terrorists came. The terrorists shelled a school.", "The terrorists", "The rebels"),
        ("The regime lied. The regime fled. The government denied it.", "The regime", "The government"),
        ("The terrorists shelled a school. The terrorists left.", "The terrorists", "The terrorists"),
    ],
)  # fmt: skip
def test_an_enemys_word_is_no_name_where_another_is_there(
    models: Models, text: str, label: str, name: str
) -> None:
    found = cast(models, reading("a", text, models))
    held = next(a for a in found.actors if any(m.text == label for m in a.mentions))
    assert held.name == name
    assert label in held.labels
