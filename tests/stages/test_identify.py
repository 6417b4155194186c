"""Actors, labels and sides over the articles of a story, over the real parser."""

import random
from dataclasses import replace

import pytest
from storymade import article

from counterclaim.models.load import lexicon
from counterclaim.pipeline import Models
from counterclaim.records import (
    Actor,
    Cast,
    Claim,
    Extent,
    Figure,
    KnownActor,
    Parse,
    Reading,
    Statement,
)
from counterclaim.stages.ground.relations import RelationWords, read_relations
from counterclaim.stages.identify import identify
from counterclaim.values.names import read_mentions

RELATIONS = RelationWords.from_table(lexicon("relations"))


def reading(name: str, text: str, models: Models) -> Reading:
    of = article(f"ar-{name}", text)
    parse = next(iter(models.parser([of])))
    assert isinstance(parse, Parse)
    mentions = read_mentions(of, parse, words=models.ground_words.names)
    return Reading(
        article=of,
        statements=(),
        mentions=mentions,
        claims=(),
        figures=(),
        dates=(),
        places=(),
        events=(),
        reasons=(),
        relations=read_relations(of, parse, (), mentions, words=RELATIONS),
    )


def cast_of(models: Models, *texts: str, known: tuple[KnownActor, ...] = ()) -> Cast:
    readings = [reading(str(n), t, models) for n, t in enumerate(texts)]
    return identify(readings, words=models.ground_words.names, known=known)


def actor(cast: Cast, label: str) -> Actor:
    low = label.lower()
    found = [a for a in cast.actors if low in {m.text.lower() for m in a.mentions}]
    assert len(found) == 1, (label, [(a.name, a.labels) for a in cast.actors])
    return found[0]


@pytest.mark.models
@pytest.mark.parametrize(
    ("one", "other", "a", "b", "same"),
    [
        ("Omar Haddad spoke.", "Mr. Haddad denied it.", "Omar Haddad", "Mr. Haddad", True),
        ("Omar Haddad met Samir Haddad.", "Omar Haddad left.", "Samir Haddad", "Omar Haddad", False),
        ("Vladimir Putin spoke.", "Maxim Lutin spoke.", "Vladimir Putin", "Maxim Lutin", False),
        ("Islamic State denied it.", "Daesh denied it.", "Islamic State", "Daesh", True),
        (
            "Islamic State denied it.",
            "The State Department denied it.",
            "Islamic State",
            "The State Department",
            False,
        ),
        (
            "The Syrian Observatory for Human Rights said so.",
            "The Observatory denied it.",
            "The Syrian Observatory for Human Rights",
            "The Observatory",
            True,
        ),
        (
            "The Northern Centre for Health said so.",
            "The NCH denied it.",
            "The Northern Centre for Health",
            "The NCH",
            True,
        ),
        (
            "The Syrian regime denied it.",
            "The Syrian government said so.",
            "The Syrian regime",
            "The Syrian government",
            True,
        ),
        (
            "The Syrian government and the rebels met.",
            "Damascus accused the rebels of lying.",
            "The Syrian government",
            "Damascus",
            True,
        ),
        (
            "The Syrian government denied it.",
            "The Syrian opposition denied it.",
            "The Syrian government",
            "The Syrian opposition",
            False,
        ),
        (
            "The rebels left the town.",
            "Opposition forces left the town.",
            "The rebels",
            "Opposition forces",
            True,
        ),
        ("Residents fled.", "Residents stayed in the town.", "Residents fled", "Residents", None),
        ("Russia bombed the town.", "Moscow denied that it bombed the town.", "Russia", "Moscow", True),
        ("The Kurds held the hill.", "The rebels held the hill.", "The Kurds", "The rebels", False),
        (
            "The Justice Ministry said so. The ministry left.",
            "The Interior Ministry said so. The ministry came.",
            "The Justice Ministry",
            "The Interior Ministry",
            False,
        ),
        (
            "The Fire Department said so. Its department left.",
            "The Police Department said so. Their department came.",
            "The Fire Department",
            "The Police Department",
            False,
        ),
        ("The ministry said so.", "The ministry denied it.", "The ministry", "The ministry", True),
        (
            "The Health Ministry said so.",
            "The ministry denied it.",
            "The Health Ministry",
            "The ministry",
            True,
        ),
        (
            "The health ministry said so.",
            "The country's health ministry left.",
            "The health ministry",
            "The country's health ministry",
            True,
        ),
    ],
)
def test_who_is_who(models: Models, one: str, other: str, a: str, b: str, same: bool | None) -> None:
    cast = cast_of(models, one, other)
    if same is None:
        residents = [x for x in cast.actors if any(m.text == b for m in x.mentions)]
        assert len(residents) == 2
        return
    assert (actor(cast, a).id == actor(cast, b).id) is same
    if same:
        assert actor(cast, a).why


TEXTS = (
    "Rebel groups, backed by Qatar, shelled the army. Omar Haddad said the regime had lied.",
    "Iran, an ally of the Syrian government, denied it. Mr. Haddad, a teacher, left. The terrorists shelled a school.",
    "Pro-government forces took the hill, the Observatory said. Islamic State, also known as Daesh, fled.",
    "",
)


@pytest.mark.models
@pytest.mark.parametrize(
    ("texts", "label", "name", "kind"),
    [
        (("The Observatory said so.", "The Observatory for Human Rights in Lomar denied it."), "The Observatory", "The Observatory for Human Rights", "organisation"),
        (("Tavronia denied it. The Tavronian Civil Defence said so.",), "The Tavronian Civil Defence", "Tavronian Civil Defence", "organisation"),
        (("Syria denied it. The Tavronian Red Crescent said so.",), "The Tavronian Red Crescent", "Tavronian Red Crescent", "organisation"),
        (("The Red Cross said so.",), "The Red Cross", "The Red Cross", "organisation"),
        (("The Times said so.",), "The Times", "The Times", "outlet"),
        (("The Lomar Times said so.", "The New York Times denied it."), "The Lomar Times", "Lomar Times", "outlet"),
        (("The Cairo Times said so.", "Egypt denied it."), "The Cairo Times", "Cairo Times", "outlet"),
        (("The Jerusalem Post said so.", "The Baghdad Post denied it."), "The Jerusalem Post", "Jerusalem Post", "outlet"),
        (("Radio Cairo said so.", "Egypt denied it."), "Radio Cairo", "Radio Cairo", "outlet"),
        (("The Times said so.", "The New York Times denied it."), "The Times", "New York Times", "outlet"),
        (("The Observatory said so.", "Syrian rebels denied it."), "The Observatory", "Syrian Observatory for Human Rights", "organisation"),
        (("The Red Cross said so.", "The ICRC denied it."), "The Red Cross", "International Committee of the Red Cross", "organisation"),
        (("Cairo denied it.", "Egypt said so."), "Cairo", "Egypt", "state"),
    ],
)  # fmt: skip
def test_a_name_that_others_bear_too(
    models: Models, texts: tuple[str, ...], label: str, name: str, kind: str
) -> None:
    found = actor(cast_of(models, *texts), label)
    assert (found.name, found.kind) == (name, kind)


@pytest.mark.models
def test_a_bare_ministry_is_none_of_two(models: Models) -> None:
    found = cast_of(models, "The Health Ministry met the Ministry of Defence.", "The ministry denied it.")
    assert {m.text for m in actor(found, "the ministry").mentions} == {"The ministry", "it"}


@pytest.mark.models
@pytest.mark.parametrize(
    ("one", "other", "a", "b", "same"),
    [
        ("The police said so.", "Police denied it.", "The police", "Police", True),
        ("Police in Varn said so.", "Varn's police denied it.", "Police in Varn", "Varn's police", True),
        ("The Varn police said so.", "The police denied it.", "The Varn police", "The police", True),
        ("Police in Varn said so.", "Police in Orvan denied it.", "Police in Varn", "Police in Orvan", False),
        ("Police in Varn left. Police in Orvan came.", "The police denied it.", "Police in Varn", "The police", False),
        ("Riot police left.", "The police denied it.", "Riot police", "The police", False),
        ("The police denied it.", "A police spokesman said so.", "The police", "A police spokesman", False),
        ("The police denied it.", "The police chief said so.", "The police", "The police chief", False),
        ("The mayor said so.", "The town's mayor denied it.", "The mayor", "The town's mayor", True),
        ("The mayor of Varn said so.", "Orvan's mayor denied it.", "The mayor of Varn", "Orvan's mayor", False),
        ("Mayor Ana Ruiz said so.", "The mayor denied it.", "Mayor Ana Ruiz", "The mayor", True),
        ("Mayor Ana Ruiz met Mayor Omar Haddad.", "The mayor denied it.", "Mayor Ana Ruiz", "The mayor", False),
        ("The mayor said so.", "The former mayor denied it.", "The mayor", "The former mayor", False),
        ("The mayor said so.", "A mayor denied it.", "The mayor", "A mayor", False),
        ("The governor said so.", "The regional governor denied it.", "The governor", "The regional governor", True),
        ("The coast guard said so.", "Varn's coast guard denied it.", "The coast guard", "Varn's coast guard", True),
        ("Italy's coast guard met the Greek coast guard.", "The coast guard left.", "Italy's coast guard", "The coast guard", False),
        ("The union said so.", "The union's lawyer met the union.", "The union", "the union", True),
        ("The Dockers' Union said so.", "The Teachers' Union denied it.", "The Dockers' Union", "The Teachers' Union", False),
        ("The National Union of Miners said so.", "The union denied it.", "The National Union of Miners", "The union", True),
        ("The National Union of Miners met the Union of Dockers.", "The union left.", "The National Union of Miners", "The union", False),
        ("The European Union said so.", "The union denied it.", "The European Union", "The union", False),
        ("The prosecutor said so.", "The public prosecutor denied it.", "The prosecutor", "The public prosecutor", True),
        ("The source said so.", "That source denied it.", "The source", "That source", False),
    ],
)  # fmt: skip
def test_a_body_or_an_office_of_which_there_is_one(
    models: Models, one: str, other: str, a: str, b: str, same: bool
) -> None:
    cast = cast_of(models, one, other)
    assert (actor(cast, a).id == actor(cast, b).id) is same


@pytest.mark.models
@pytest.mark.parametrize("text", ["Officials said so.", "Witnesses said so.", "The spokesman said so."])
def test_people_of_whom_there_are_many_stay_apart(models: Models, text: str) -> None:
    cast = cast_of(models, text, text)
    assert len({a.id for a in cast.actors}) == 2


@pytest.mark.models
def test_a_holder_of_an_office_is_a_person_and_a_service_a_body(models: Models) -> None:
    cast = cast_of(models, "The mayor met the coast guard. The police left.")
    assert actor(cast, "The mayor").kind == "person"
    assert actor(cast, "the coast guard").kind == "organisation"
    assert actor(cast, "The police").kind == "armed_group"


MINISTRIES = (
    ("Russia's Defence Ministry said so.", "Ukraine's Defence Ministry left.", "Russia's Defence Ministry", "Ukraine's Defence Ministry", False),
    ("India's Foreign Ministry said so.", "Pakistan's foreign ministry left.", "India's Foreign Ministry", "Pakistan's foreign ministry", False),
    ("Gaza's Health Ministry said so.", "The Israeli Health Ministry left.", "Gaza's Health Ministry", "The Israeli Health Ministry", False),
    ("The Chadian Ministry of Justice said so.", "Sudan's Justice Ministry left.", "The Chadian Ministry of Justice", "Sudan's Justice Ministry", False),
    ("India's Supreme Court said so.", "Nepal's Supreme Court left.", "India's Supreme Court", "Nepal's Supreme Court", False),
    ("The Ukrainian Defence Ministry said so.", "Ukraine's Ministry of Defense left.", "The Ukrainian Defence Ministry", "Ukraine's Ministry of Defense", True),
    ("Kyiv's Defence Ministry said so.", "Ukraine's Defence Ministry left.", "Kyiv's Defence Ministry", "Ukraine's Defence Ministry", True),
    ("Varn's Foreign Affairs Ministry said so.", "The Ministry of Foreign Affairs left.", "Varn's Foreign Affairs Ministry", "The Ministry of Foreign Affairs", True),
    ("The Health Ministry in Varn said so.", "Varn's Health Ministry left.", "The Health Ministry in Varn", "Varn's Health Ministry", True),
    ("Russia's Defence Ministry said so.", "Russia's Health Ministry left.", "Russia's Defence Ministry", "Russia's Health Ministry", False),
)  # fmt: skip


@pytest.mark.models
@pytest.mark.parametrize("together", [True, False])
@pytest.mark.parametrize(("one", "other", "a", "b", "same"), MINISTRIES)
def test_a_ministry_is_its_countrys(
    models: Models, one: str, other: str, a: str, b: str, same: bool, together: bool
) -> None:
    cast = cast_of(models, f"{one} {other}") if together else cast_of(models, one, other)
    assert (actor(cast, a).id == actor(cast, b).id) is same
    assert same or actor(cast, a).name != actor(cast, b).name


@pytest.mark.models
def test_what_names_no_owner_goes_with_the_ministry_before_it(models: Models) -> None:
    text = "Sudan's Defence Ministry said so. It left. Chad's Defence Ministry denied it. The Defence Ministry met the rebels."
    cast = cast_of(models, text)
    assert {m.text for m in actor(cast, "The Defence Ministry").mentions} >= {"Chad's Defence Ministry"}
    assert "It" in {m.text for m in actor(cast, "Sudan's Defence Ministry").mentions}


@pytest.mark.models
def test_a_ministrys_spokesman_is_not_the_ministry(models: Models) -> None:
    found = cast_of(models, "A ministry spokesman denied it.", "The ministry said so.")
    assert actor(found, "A ministry spokesman").id != actor(found, "The ministry").id


@pytest.mark.models
def test_order_changes_nothing(models: Models) -> None:
    readings = [reading(str(n), t, models) for n, t in enumerate(TEXTS)]
    words = models.ground_words.names
    first = identify(readings, words=words)
    shuffler = random.Random(7)
    for _ in range(12):
        shuffler.shuffle(readings)
        again = identify(readings, words=words)
        assert replace(again, readings=()) == replace(first, readings=())
        assert {r.article.id: r for r in again.readings} == {r.article.id: r for r in first.readings}


@pytest.mark.models
def test_spans_are_true(models: Models) -> None:
    cast = cast_of(models, *TEXTS)
    text = {r.article.id: r.article.text for r in cast.readings}
    for span in [m for a in cast.actors for m in a.mentions] + [b for s in cast.sides for b in s.basis]:
        assert text[span.article][span.start : span.end] == span.text
    for label in cast.labels:
        assert label.text in " ".join(text[label.article][label.start : label.end].split())


@pytest.mark.models
def test_sides_rest_on_the_words(models: Models) -> None:
    cast = cast_of(models, *TEXTS)
    government, rebels = actor(cast, "the Syrian government"), actor(cast, "Rebel groups")
    assert actor(cast, "Iran").side == government.side is not None
    assert actor(cast, "Qatar").side == rebels.side is not None
    assert government.side != rebels.side
    assert actor(cast, "the Observatory").side is None
    assert all(s.basis for s in cast.sides)


@pytest.mark.models
def test_no_side_is_invented(models: Models) -> None:
    cast = cast_of(
        models, "Many powers compete here, from Russia and Iran to Turkey and Qatar. Russia met Iran."
    )
    assert cast.sides == ()


@pytest.mark.models
def test_a_naming_clause_gives_a_label(models: Models) -> None:
    cast = cast_of(models, "The army accused the rebels, who it often refers to as terrorists, of lying.")
    assert actor(cast, "terrorists").id == actor(cast, "the rebels").id


@pytest.mark.models
def test_a_user_names_an_actor_and_its_side(models: Models) -> None:
    known = (
        KnownActor(name="Hill Brigade", kind="armed_group", aliases=("Northern Lions",), side="Hill people"),
    )
    cast = cast_of(models, "The Hill Brigade left.", "The Northern Lions denied it.", known=known)
    found = actor(cast, "The Northern Lions")
    assert found.name == "Hill Brigade"
    assert actor(cast, "The Hill Brigade").id == found.id
    side = next(s for s in cast.sides if s.id == found.side)
    assert (side.name, side.given_by) == ("Hill people", "user")


@pytest.mark.models
def test_ids_are_filled_in(models: Models) -> None:
    text = "The rebels said the army had killed ten people."
    plainly = reading("0", text, models)

    def at(words: str) -> Extent:
        return (text.index(words), text.index(words) + len(words))

    statement = Statement(
        id="st-1",
        article="ar-0",
        source=(at("The rebels"),),
        cue=(at("said"),),
        content=(at("the army had killed ten people"),),
        kind="indirect",
        act="accuse",
        hedged=False,
        speaker_name="The rebels",
        speaker_at=at("The rebels"),
        target_at=at("the army"),
    )
    claim = Claim(
        id="cl-1",
        article="ar-0",
        spans=statement.content,
        statement="st-1",
        text="x",
        negated=False,
        status="alleged",
        sentence=(0, len(text)),
    )
    figure = Figure(
        id="fg-1",
        claim="cl-1",
        article="ar-0",
        start=at("ten")[0],
        end=at("ten")[1],
        text="ten",
        low=10,
        high=10,
        best=10,
        counted="killed",
        population="people",
        place=None,
        period=None,
        scope="incident",
        blamed_at=at("the army"),
    )
    filled = replace(plainly, statements=(statement,), claims=(claim,), figures=(figure,))
    cast = identify([filled], words=models.ground_words.names)
    rebels, army = actor(cast, "The rebels"), actor(cast, "the army")
    (read,) = cast.readings
    assert (read.statements[0].speaker, read.statements[0].target) == (rebels.id, army.id)
    assert (read.figures[0].claimant, read.figures[0].blamed) == (rebels.id, army.id)
    judged = replace(filled, statements=(replace(statement, act="condemn"),))
    (read,) = identify([judged], words=models.ground_words.names).readings
    assert (read.figures[0].claimant, read.figures[0].blamed) == (None, army.id)
    by_text = {label.text: label.statement for label in cast.labels}
    assert by_text["The rebels"] is None
    assert by_text["the army"] == "st-1"


@pytest.mark.models
def test_a_speaker_without_a_mention_becomes_an_actor(models: Models) -> None:
    text = "Some say the talks failed."
    statement = Statement(
        id="st-1",
        article="ar-0",
        source=((0, 4),),
        cue=((5, 8),),
        content=((9, 25),),
        kind="indirect",
        act="say",
        hedged=False,
        speaker_name="Some",
        speaker_at=(0, 4),
    )
    cast = identify(
        [replace(reading("0", text, models), statements=(statement,))], words=models.ground_words.names
    )
    (read,) = cast.readings
    assert read.statements[0].speaker == actor(cast, "Some").id
    assert actor(cast, "Some").kind in ("unnamed", "person")


@pytest.mark.models
@pytest.mark.parametrize(
    ("text", "content", "joined"),
    [
        ("Iran, an ally of the Syrian government, left. The rebels left.", "", True),
        ("Turkey accused Iran of backing the Syrian government. The rebels left.", "Iran of backing", False),
        (
            "Rebels rejected a plan made by Iran, an ally of the Syrian government.",
            "a plan made by Iran",
            True,
        ),
    ],
)
def test_a_charge_makes_no_side(models: Models, text: str, content: str, joined: bool) -> None:
    plainly = reading("0", text, models)
    if content:
        start = text.index(content)
        statement = Statement(
            id="st-1",
            article="ar-0",
            source=(),
            cue=(),
            content=((start, text.index(".")),),
            kind="indirect",
            act="accuse",
            hedged=False,
            speaker_name=None,
            speaker_at=None,
        )
        relations = tuple(replace(r, statement="st-1") for r in plainly.relations)
        plainly = replace(plainly, statements=(statement,), relations=relations)
    cast = identify([plainly], words=models.ground_words.names)
    iran, government = actor(cast, "Iran"), actor(cast, "the Syrian government")
    assert (iran.side is not None and iran.side == government.side) is joined


def test_a_state_broadcaster_is_one_by_whatever_name(models: Models) -> None:
    cast = cast_of(
        models,
        "Syrian state television said on Monday that the bridge was open.",
        "Syria's state TV said that the bridge was shut. The TV showed the bridge.",
        "State-run TV said that it was open.",
    )
    one = actor(cast, "Syrian state television")
    assert {"Syria's state TV", "State-run TV"} <= {m.text for m in one.mentions}
    assert one.name == "Syria's state TV"


def test_two_state_broadcasters_stay_two(models: Models) -> None:
    cast = cast_of(
        models, "Syrian state TV said that it was open.", "Iranian state TV said that it was shut."
    )
    assert actor(cast, "Syrian state TV").id != actor(cast, "Iranian state TV").id
