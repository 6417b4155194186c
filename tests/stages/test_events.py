"""Which words tell of which event, and who did what to whom. All sentences are invented."""

from collections.abc import Set

import pytest
from grounding import grounded
from test_claims import article_of, said

from counterclaim.pipeline import Models
from counterclaim.records import Article, Attributed, Event, Parse, Status
from counterclaim.stages.ground import ground


def events_of(models: Models, text: str) -> tuple[Article, tuple[Event, ...]]:
    reading = grounded(models, text, published="2031-05-08")
    return reading.article, reading.events


def parsed(models: Models, article: Article) -> Parse:
    parse = next(models.parser([article]))
    assert not isinstance(parse, Exception)
    return parse


TOLD = [
    ("Government jets bombed the market.", "Air/drone strike", ("agent", "jets"), ("target", "market")),
    ("The market was bombed by government jets.", "Air/drone strike", ("agent", "jets"), ("target", "market")),
    ("Russian air strikes on the town went on.", "Air/drone strike", ("agent", "Russian"), ("target", "town")),
    ("The army carried out the air raid.", "Air/drone strike", ("agent", "army"), None),
    ("The rebels captured the bridge.", "Non-state actor overtakes territory", ("holder", "rebels"), ("target", "bridge")),
    ("The army retook the port.", "Government regains territory", ("holder", "army"), ("target", "port")),
    ("The rebels lost the port.", "Non-violent transfer of territory", ("loser", "rebels"), ("target", "port")),
    ("The militia executed nine prisoners.", "Attack", ("agent", "militia"), ("target", "prisoners")),
    ("A suicide bomber struck the queue.", "Suicide bomb", None, None),
    ("Both sides signed a ceasefire.", "Agreement", None, None),
    ("Police arrested the editor.", "Arrests", ("agent", "Police"), ("target", "editor")),
    ("The gunmen kidnapped two nurses.", "Abduction/forced disappearance", ("agent", "gunmen"), ("target", "nurses")),
    ("Dockers protested outside the ministry.", "Peaceful protest", ("agent", "Dockers"), None),
    ("The minister accused the militia of shelling the clinic.", "Shelling/artillery/missile attack", ("agent", "militia"), ("target", "clinic")),
]  # fmt: skip


@pytest.mark.models
@pytest.mark.parametrize(("text", "sub_type", "doer", "done_to"), TOLD)
def test_told(
    models: Models, text: str, sub_type: str, doer: tuple[str, str] | None, done_to: tuple[str, str] | None
) -> None:
    article, events = events_of(models, text)
    event = next((e for e in events if e.sub_event_type == sub_type), None)
    assert event is not None, [(e.trigger, e.sub_event_type) for e in events]
    for expected in (doer, done_to):
        if expected is not None:
            role, words = expected
            named = [article.text[p.start : p.end] for p in event.participants if p.role == role]
            assert any(words in name for name in named), (role, named)


NOT_TOLD = [
    "The harvest was good this year.",
    "The Victory Party won two seats.",
    "She held a cup of tea.",
    "The committee published its minutes.",
]


NO_LAND = [
    ("Bodies had been recovered from the mill.", False),
    ("Rescuers recovered nine bodies.", False),
    ("Police seized the weapons.", False),
    ("The patients recovered.", False),
    ("The army recovered the town.", True),
    ("The town was recovered on Tuesday.", True),
    ("The league seized the port and the weapons.", True),
]


@pytest.mark.models
@pytest.mark.parametrize(("text", "land"), NO_LAND)
def test_only_land_changes_its_holder(models: Models, text: str, land: bool) -> None:
    _, events = events_of(models, text)
    assert [e.trigger for e in events if "territory" in e.sub_event_type] == [
        e.trigger for e in events if land
    ]
    assert bool(events) is land


@pytest.mark.models
def test_a_day_is_nobody_whom_an_event_befell(models: Models) -> None:
    article, events = events_of(models, "The town was recovered on Tuesday.")
    assert [article.text[p.start : p.end] for e in events for p in e.participants] == ["The town"]


@pytest.mark.models
@pytest.mark.parametrize("text", NOT_TOLD)
def test_no_violent_event(models: Models, text: str) -> None:
    _, events = events_of(models, text)
    violent = {"Explosions/Remote violence", "Violence against civilians", "Battles"}
    assert not [e.trigger for e in events if e.event_type in violent]


@pytest.mark.models
def test_own_words_of_doubt_make_it_alleged(models: Models) -> None:
    _, events = events_of(models, "The alleged execution of nine prisoners shocked the town.")
    assert [e.status for e in events if e.trigger == "execution"] == ["alleged"]


STATUSES: list[tuple[str, str, Status]] = [
    ("The mayor condemned the raid on the clinic.", "raid", "condemned"),
    ("The mayor condemned the shelling of the clinic.", "shelling", "condemned"),
    ("The mayor described the raid on the clinic.", "raid", "asserted"),
    ("The commander threatened to bomb the bridge.", "bomb", "threatened"),
    ("The commander ordered his men to bomb the bridge.", "bomb", "asserted"),
    ("The alleged raid on the clinic was filmed.", "raid", "alleged"),
    ("The army will shell the bridge.", "shell", "planned"),
    ("The army did not shell the bridge.", "shell", "denied"),
    ("The army will answer the shelling of the bridge.", "shelling", "asserted"),
    ("The raid on the clinic was attributed to the league.", "raid", "alleged"),
    ("Two nurses were kidnapped by alleged league gunmen.", "kidnap", "alleged"),
    ("Suspected gunmen kidnapped two nurses.", "kidnap", "alleged"),
    ("Armed gunmen kidnapped two nurses.", "kidnap", "asserted"),
    ("The mayor said it was a lie that rebels shelled the school.", "shell", "denied"),
]


@pytest.mark.models
def test_an_event_stays_as_its_speaker_tells_it_whatever_another_says_of_it(models: Models) -> None:
    of = article_of("The mayor said the army's report that rebels shelled the school was false.")
    report = said(of.text, "the army's", "report", "that rebels shelled the school")
    attributed = Attributed(statements=(report,), mentions=())
    reading = ground(
        of, parsed(models, of), attributed, gazetteer=models.gazetteer, words=models.ground_words
    )
    assert [e.status for e in reading.events] == ["asserted"]


@pytest.mark.models
@pytest.mark.parametrize(("text", "trigger", "status"), STATUSES)
def test_status(models: Models, text: str, trigger: str, status: Status) -> None:
    _, events = events_of(models, text)
    assert status in {e.status for e in events if e.trigger == trigger}, [
        (e.trigger, e.status) for e in events
    ]


MIXED = {
    "Attack": "Gunmen came on foot; the attack left two farmers dead.",
    "Air/drone strike": "Warplanes came at dawn; the attack left two farmers dead.",
    "Shelling/artillery/missile attack": "Mortar rounds hit the mill; the attack left two farmers dead.",
}


@pytest.mark.models
@pytest.mark.parametrize(("sub_type", "text"), MIXED.items())
def test_a_word_of_several_kinds_is_told_apart_by_its_sentence(
    models: Models, sub_type: str, text: str
) -> None:
    of = grounded(models, text)
    told = ground(
        of.article, parsed(models, of.article), Attributed(statements=(), mentions=()),
        gazetteer=models.gazetteer, words=models.ground_words,
        typing=lambda sentence, usual, among: sub_type,
    )  # fmt: skip
    assert sub_type in {e.sub_event_type for e in told.events if e.trigger == "attack"}


@pytest.mark.models
def test_who_types_events_is_told_the_sentence_and_what_the_word_may_mean(models: Models) -> None:
    asked: list[tuple[str, str, Set[str]]] = []

    def typing(text: str, *, usual: str, among: Set[str]) -> str:
        asked.append((text, usual, among))
        return usual

    of = grounded(models, "Rain fell. The attack left two farmers dead. The army shelled the mill.")
    ground(
        of.article, parsed(models, of.article), Attributed(statements=(), mentions=()),
        gazetteer=models.gazetteer, words=models.ground_words, typing=typing,
    )  # fmt: skip
    assert [(text, usual) for text, usual, _ in asked] == [("The attack left two farmers dead.", "Attack")]
    assert {"Attack", "Air/drone strike"} <= asked[0][2]
