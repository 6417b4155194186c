"""Copies, edits, passages, wire credits, citations and roots, in invented articles."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from storymade import article, cast, claim, reading, statement

from counterclaim.records import Actor, ActorKind, Article, Cast, Lineage, Relation, Span, Statement
from counterclaim.stages.trace import trace
from counterclaim.stages.trace.lineage import folded, keys_of
from counterclaim.stages.trace.shared import Words, overlaps
from counterclaim.stages.trace.speakers import broadcasters

WIRE = (
    "The Torrin dam was hit before dawn on Monday by two rockets that tore through the control room, "
    "engineers at the site told reporters. Water rose in the lower valley within the hour, and some six "
    "hundred families left their homes on foot. The governor of the province ordered the bridges closed "
    "and asked the capital for boats. By noon the turbines had been stopped and the flow had fallen, "
    "but the spillway stayed jammed. A pump crew from Velmora worked through the night to clear the "
    "debris that had gathered against the northern gate."
)
CUT = (
    "Torrin: rockets hit dam. The Torrin dam was hit before dawn on Monday by two rockets that tore "
    "through the control room. Water rose in the lower valley within the hour and some 600 families "
    "left their homes on foot. By noon the turbines had been stopped and the flow had fallen but the "
    "spillway stayed jammed."
)
STRIPPED = WIRE.replace(",", "").replace(".", " .").replace("'", "")
OTHER = (
    "Shepherds on the high pastures above Lake Ilm say that wolves have come back after forty winters. "
    "Three lambs were lost in a week, and the council of the upland villages wants to pay for dogs "
    "rather than for guns."
)
PASSAGE = (
    "Water rose in the lower valley within the hour, and some six hundred families left their homes on foot."
)
QUOTING = (
    "Ministers met in the capital late on Monday to talk about relief for the flooded villages. "
    f"{PASSAGE} The opposition called the response slow and asked why no warning had been given by the "
    "dam's own crew, who had seen the first rocket land a full ten minutes earlier. The cabinet meets "
    "again on Thursday with the engineers."
)


def actor(name: str, kind: ActorKind, *, side: str | None = None, labels: Sequence[str] = ()) -> Actor:
    return Actor(
        id=f"actor-{folded(name)}", name=name, kind=kind, side=side, labels=tuple(labels), mentions=()
    )


def lineage_of(*articles: Article) -> tuple[Lineage, ...]:
    return trace(cast([reading(a) for a in articles])).lineage


@pytest.mark.parametrize(
    ("one", "other", "kinds"),
    [
        pytest.param(WIRE, WIRE + " ", ["copy"], id="word for word"),
        pytest.param(WIRE, STRIPPED, ["copy"], id="punctuation stripped"),
        pytest.param(WIRE, WIRE.upper(), ["copy"], id="in capitals"),
        pytest.param(WIRE, CUT, ["copy"], id="cut, under another lead"),
        pytest.param(WIRE, f"{OTHER} {WIRE} {OTHER}", ["copy"], id="inside a longer article"),
        pytest.param(
            WIRE, WIRE.replace("Monday", "Sunday").replace("boats", "rafts"), ["copy"], id="words changed"
        ),
        pytest.param(WIRE, QUOTING, ["passage"], id="one sentence taken over"),
        pytest.param(WIRE, OTHER, [], id="nothing shared"),
        pytest.param(WIRE, " ".join(reversed(WIRE.split())), [], id="the same words in another order"),
        pytest.param(WIRE, "", [], id="empty"),
        pytest.param(WIRE, "🌊 " * 50, [], id="no words"),
        pytest.param("Rockets hit the dam.", "Rockets hit the dam.", [], id="too short to tell"),
    ],
)
def test_what_two_articles_share(one: str, other: str, kinds: list[str]) -> None:
    found = lineage_of(article("a", one, outlet="Ferry"), article("b", other, outlet="Post"))
    assert [entry.kind for entry in found] == kinds
    for entry in found:
        assert entry.articles == ("a", "b")
        assert any(ch.isdigit() for ch in entry.why), "the reason tells how many words"
        for span in entry.spans:
            text = one if span.article == "a" else other
            assert text[span.start : span.end] == span.text != ""


def test_standing_background_of_one_outlet_is_no_copy() -> None:
    background = " ".join(WIRE.split()[:45])
    one = f"{OTHER} {OTHER.upper()[:120]} {background}"
    two = f"{background} {QUOTING.replace(PASSAGE, '')}"
    assert [
        x.kind for x in lineage_of(article("a", one, outlet="Ferry"), article("b", two, outlet="Post"))
    ] == ["copy"]
    assert [
        x.kind for x in lineage_of(article("a", one, outlet="Ferry"), article("b", two, outlet="Ferry"))
    ] == ["passage"]


WORDS = "They counted nine dead."


def own(of: Article, words: str = WORDS) -> str:
    return claim(of, words).id


def roots(of: Cast) -> dict[str, str]:
    """The name of each claim's root."""
    tracing = trace(of)
    names = {root.id: root.name for root in tracing.roots}
    assert all(root.articles for root in tracing.roots)
    return {c: names[r] for c, r in tracing.root_of.items()}


def test_own_voice_is_the_outlets() -> None:
    one, two = article("a", WORDS, outlet="Ferry"), article("b", WORDS)
    found = roots(cast([reading(a, claims=[claim(a, WORDS)]) for a in (one, two)]))
    assert found == {own(one): "Ferry", own(two): "b.txt"}


def test_copies_have_one_root_the_first_published() -> None:
    one = article("a", f"{WIRE} {WORDS}", outlet="Ferry", published="2031-05-09")
    two = article("b", f"{CUT} {WORDS}", outlet="Post", published="2031-05-08")
    found = roots(cast([reading(a, claims=[claim(a, WORDS)]) for a in (one, two)]))
    assert set(found.values()) == {"Post"}


def test_copies_that_credit_an_agency_have_the_agency_as_root() -> None:
    one = article("a", f"{WIRE} {WORDS}", outlet="Ferry", published="2031-05-08")
    two = article("b", f"{CUT} {WORDS} North Wire", outlet="Post", credits=["North Wire"])
    tracing = trace(cast([reading(a, claims=[claim(a, WORDS)]) for a in (one, two)]))
    assert {r.kind for r in tracing.roots} == {"agency"}
    assert [x.kind for x in tracing.lineage] == ["copy", "wire"]
    assert {x.root for x in tracing.lineage} == {tracing.roots[0].id}


def test_a_credit_alone_makes_no_common_root() -> None:
    one = article("a", f"{WIRE} {WORDS} (North Wire)", outlet="Ferry", credits=["North Wire"])
    two = article("b", f"{OTHER} {WORDS} (North Wire)", outlet="Post", credits=["North Wire"])
    found = roots(cast([reading(a, claims=[claim(a, WORDS)]) for a in (one, two)]))
    assert sorted(found.values()) == ["Ferry", "Post"]


def test_an_agencys_own_article_is_the_agencys() -> None:
    one = article("a", WORDS, outlet="Ferry", credits=["North Wire"], byline="North Wire")
    assert set(roots(cast([reading(one, claims=[claim(one, WORDS)])])).values()) == {"North Wire"}


def test_a_claim_in_a_passage_is_its_first_carriers() -> None:
    one = article("a", WIRE, outlet="Ferry", published="2031-05-08")
    two = article("b", QUOTING, outlet="Post", published="2031-05-09")
    elsewhere = "The cabinet meets again on Thursday with the engineers."
    found = roots(
        cast([reading(one), reading(two, claims=[claim(two, PASSAGE[:-1]), claim(two, elsewhere)])])
    )
    assert found == {own(two, PASSAGE[:-1]): "Ferry", own(two, elsewhere): "Post"}


Told = tuple[Article, Statement]
MONITOR = actor("Lake Monitor", "organisation")
HEAD = actor("Ria Solen", "person")
RESIDENTS = actor("residents", "population")
SOURCE = actor("a source", "unnamed")
KORR = actor("KORR", "unnamed")
AGENCY = actor("Agence Nord-Presse", "outlet")
ARMY = actor("Velmoran army", "armed_group", side="government")


def told(name: str, text: str, source: str, speaker: Actor | None, outlet: str, *hops: Actor) -> Told:
    made = article(name, text, outlet=outlet)
    return made, statement(made, source, "said", "nine died", speaker=speaker, hops=hops)


def roots_of_statements(*made: Told, relations: Sequence[Relation] = ()) -> list[str]:
    readings = [reading(a, statements=[s], claims=[claim(a, "nine died", statement=s)]) for a, s in made]
    everyone = [MONITOR, HEAD, RESIDENTS, SOURCE, KORR, AGENCY, ARMY]
    of = cast(readings, everyone)
    of = Cast(readings=of.readings, actors=of.actors, sides=(), labels=(), relations=tuple(relations))
    return [trace(of).root_of[f"c-{a.id}-{a.text.index('nine died')}"] for a, _ in made]


Voice = tuple[str, Actor | None]
SPEAKERS = [
    pytest.param(("Lake Monitor", MONITOR), ("Lake Monitor", MONITOR), True, id="one monitor in two outlets"),
    pytest.param(("Lake Monitor", MONITOR), ("Velmoran army", ARMY), False, id="two speakers"),
    pytest.param(("residents", RESIDENTS), ("residents", RESIDENTS), False, id="residents of two outlets"),
    pytest.param(("a source", SOURCE), ("a source", SOURCE), False, id="unnamed sources of two outlets"),
    pytest.param(("KORR", KORR), ("KORR", KORR), True, id="a name of which no kind is known"),
    pytest.param(
        ("Old Quay Committee", None), ("Old Quay Committee", None), True, id="a name without an actor"
    ),
    pytest.param(("", None), ("", None), False, id="reportedly, in two outlets"),
]


@pytest.mark.parametrize(("one", "other", "same"), SPEAKERS)
def test_speakers_are_roots(
    one: tuple[str, Actor | None], other: tuple[str, Actor | None], same: bool
) -> None:
    a = told("a", f"{one[0]} said nine died.", *one, "Ferry")
    b = told("b", f"{other[0]} said on Monday that nine died.", *other, "Post")
    first, second = roots_of_statements(a, b)
    assert (first == second) == same


def test_all_unnamed_of_one_article_are_one_root() -> None:
    text = "A source said nine died. An official warned that more would follow."
    made = article("a", text, outlet="Ferry")
    one = statement(made, "A source", "said", "nine died", speaker=SOURCE)
    two = statement(made, "An official", "warned", "more would follow", speaker=None, anonymous=True)
    claims = [claim(made, "nine died", statement=one), claim(made, "more would follow", statement=two)]
    tracing = trace(cast([reading(made, statements=[one, two], claims=claims)], [SOURCE]))
    assert len(set(tracing.root_of.values())) == 1


def test_an_unnamed_source_of_an_agency_is_one_root_wherever_it_is_quoted() -> None:
    a = told(
        "a", "Agence Nord-Presse quoted a source who said nine died.", "a source", SOURCE, "Ferry", AGENCY
    )
    b = told("b", "a source said nine died.", "a source", SOURCE, "Agence Nord-Presse")
    first, second = roots_of_statements(a, b)
    assert first == second


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content", "owners"),
    [
        ("State radio repeated the army's toll of nine.", "State radio", "repeated", "the army's toll of nine", True),
        ("The army's toll of nine was repeated by State radio.", "State radio", "was repeated", "The army's toll of nine", True),
        ("State radio doubted the army's toll of nine.", "State radio", "doubted", "the army's toll of nine", False),
        ("State radio repeated that the army's toll was nine.", "State radio", "repeated", "that the army's toll was nine", False),
        ("Lake Monitor repeated the army's toll of nine.", "Lake Monitor", "repeated", "the army's toll of nine", False),
    ],
)  # fmt: skip
def test_what_an_outlet_repeats_is_its_first_speakers(
    text: str, speaker: str, cue: str, content: str, owners: bool
) -> None:
    made = article("a", text, outlet="Ferry")
    at = text.lower().index("the army")
    army = replace(ARMY, mentions=(Span(article="a", start=at, end=at + 8, text=text[at : at + 8]),))
    radio = MONITOR if speaker == MONITOR.name else actor(speaker, "outlet")
    told = statement(made, speaker, cue, content, speaker=radio)
    of = cast(
        [reading(made, statements=[told], claims=[claim(made, content, statement=told)])], [army, radio]
    )
    (name,) = roots(of).values()
    assert (name == ARMY.name) is owners


def test_who_speaks_for_a_body_has_its_root() -> None:
    part = Relation(
        predicate="part_of", claim=None, article="a", start=0, end=1, subject_at=(0, 1), object_at=(0, 1),
        subject=HEAD.id, object=MONITOR.id,
    )  # fmt: skip
    a = told("a", "Ria Solen said nine died.", "Ria Solen", HEAD, "Ferry")
    b = told("b", "Lake Monitor said nine died.", "Lake Monitor", MONITOR, "Post")
    assert len(set(roots_of_statements(a, b, relations=[part]))) == 1
    assert len(set(roots_of_statements(a, b))) == 2


def test_a_speakers_side_is_the_roots() -> None:
    made, said = told("a", "Velmoran army said nine died.", "Velmoran army", ARMY, "Ferry")
    tracing = trace(
        cast([reading(made, statements=[said], claims=[claim(made, "nine died", statement=said)])], [ARMY])
    )
    assert [(r.name, r.side, r.actor) for r in tracing.roots if r.kind == "speaker"] == [
        ("Velmoran army", "government", ARMY.id)
    ]


def test_citations_name_the_outlet_quoted() -> None:
    a = told("a", "Agence Nord-Presse said nine died.", "Agence Nord-Presse", AGENCY, "Ferry")
    b = article("b", OTHER, outlet="ANP")
    tracing = trace(cast([reading(a[0], statements=[a[1]]), reading(b)], [AGENCY]))
    (found,) = [x for x in tracing.lineage if x.kind == "citation"]
    assert found.articles == ("a", "b"), "ANP are the initials"
    assert found.spans[0].text == "Agence Nord-Presse"


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("The Lake Monitor", {"lakemonitor", "lm"}),
        ("Agence Nord-Presse", {"agencenordpresse", "anp"}),
        ("Ferry", {"ferry"}),
        ("the radio", {"radio"}),
        ("…", set()),
    ],
)
def test_keys_of_a_name(name: str, keys: set[str]) -> None:
    assert keys_of([name]) == keys


def test_every_root_that_lineage_names_is_there() -> None:
    made = article("a", "Ria Solen told Agence Nord-Presse that nine died.", outlet="Ferry", credits=["NW"])
    said = statement(made, "Ria Solen", "told", "nine died", speaker=HEAD)
    at = made.text.index("Agence")
    named = Span(article="a", start=at, end=at + len(AGENCY.name), text=AGENCY.name)
    heard = replace(AGENCY, mentions=(named,))
    tracing = trace(cast([reading(made, statements=[said])], [HEAD, heard]))
    assert [x.kind for x in tracing.lineage] == ["wire", "citation"]
    assert {x.root for x in tracing.lineage} <= {r.id for r in tracing.roots}
    assert "words said to Agence Nord-Presse" in tracing.lineage[1].why


@pytest.mark.parametrize(
    ("names", "groups"),
    [
        (["Torrin state TV", "Torrin's state television", "State television"], [3]),
        (["Torrin state TV", "Velmoran state TV"], [1, 1]),
        (["Torrin state TV", "Velmoran state TV", "state television"], [1, 1, 1]),
        (["the official Torrin broadcaster", "Torrin state TV"], [2]),
        (["Torrin television", "Torrin state news agency"], []),
    ],
)
def test_a_states_broadcaster_is_one(names: list[str], groups: list[int]) -> None:
    found = broadcasters(actor(name, "outlet") for name in names)
    counts: dict[str, int] = {}
    for first in found.values():
        counts[first] = counts.get(first, 0) + 1
    assert sorted(counts.values()) == groups


VOCABULARY = ["dam", "rocket", "water", "valley", "bridge", "crew", "night", "gate", "boat", "mayor"]


@given(
    rows=st.lists(st.lists(st.sampled_from(VOCABULARY), max_size=80), min_size=2, max_size=5),
    random=st.randoms(use_true_random=False),
)
def test_runs_are_equal_words_and_order_changes_nothing(rows: list[list[str]], random: Random) -> None:
    articles = [article(f"a{n}", " ".join(row)) for n, row in enumerate(rows)]
    words = {a.id: Words.of(a) for a in articles}
    for overlap in overlaps(words):
        one, other = words[overlap.one].folded, words[overlap.other].folded
        for run in overlap.runs:
            assert run.equal <= min(run.here_length, run.there_length)
            assert run.here + run.here_length <= len(one)
            assert run.there + run.there_length <= len(other)
            assert one[run.here] == other[run.there]
    of = [reading(a, claims=[claim(a, a.text)] if a.text else []) for a in articles]
    first = trace(cast(of))
    random.shuffle(of)
    assert trace(cast(of)) == first


@given(text=st.text(max_size=200))
def test_any_text_has_true_spans(text: str) -> None:
    one, other = article("a", f"{text} {WIRE}"), article("b", f"{WIRE} {text}")
    for entry in lineage_of(one, other):
        for span in entry.spans:
            whole = one.text if span.article == "a" else other.text
            assert whole[span.start : span.end] == span.text
