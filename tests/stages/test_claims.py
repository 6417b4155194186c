"""Sentences cut into claims, each with its statement, its negation and its status."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counterclaim.pipeline import Models
from counterclaim.records import Act, Article, Claim, Extent, Parse, Part, PartKind, Statement, StatementKind
from counterclaim.stages.ground.claims import claim_at, nearest, read_claims

pytestmark = pytest.mark.models
Cut = Callable[..., tuple[Claim, ...]]


def article_of(text: str, kind: PartKind = "body") -> Article:
    """An article of one part."""
    return Article(
        id="a-1", file="one.txt", sha256="", title=None, outlet=None, byline=None, published=None,
        published_basis=None, url=None, genre="report", language="en", text=text, credits=(),
        parts=(Part(kind=kind, start=0, end=len(text)),) if text else (),
    )  # fmt: skip


def parsed(models: Models, article: Article) -> Parse:
    parse = next(iter(models.parser([article])))
    assert not isinstance(parse, Exception)
    return parse


def said(
    text: str, source: str, cue: str, content: str, *, act: Act = "say", hedged: bool = False,
    kind: StatementKind = "indirect",
) -> Statement:  # fmt: skip
    """A statement of the words given."""

    def at(words: str) -> tuple[Extent, ...]:
        return ((text.index(words), text.index(words) + len(words)),) if words else ()

    return Statement(
        id=f"s-{content}", article="a-1", source=at(source), cue=at(cue), content=at(content), kind=kind,
        act=act, hedged=hedged, speaker_name=source or None, speaker_at=None,
    )  # fmt: skip


@pytest.fixture
def cut(models: Models) -> Cut:
    """Cut one part into claims."""

    def of(text: str, *statements: Statement, kind: PartKind = "body") -> tuple[Claim, ...]:
        article = article_of(text, kind)
        words = models.ground_words
        return read_claims(
            article, parsed(models, article), statements, acts=words.acts, refuting=words.refuting
        )

    return of


OWN_VOICE = [
    (
        "A car bomb hit a market on Monday, killing nine people and wounding 14.",
        ["A car bomb hit a market on Monday", "killing nine people", "wounding 14"],
    ),
    ("The raid left ten people dead.", ["The raid left ten people dead"]),
    ("Three hundred people living in tents were moved.", ["Three hundred people living in tents were moved"]),
    ("The town fell on Monday.", ["The town fell on Monday"]),
    ("The army took the hill and burned the mill.", ["The army took the hill", "burned the mill"]),
    (
        "A mine went off near the market, killing at least 58 people.",
        ["A mine went off near the market", "killing at least 58 people"],
    ),
    (
        "The base, which rebels shelled last week, has closed.",
        ["The base has closed", "which rebels shelled last week"],
    ),
    ("The talks stalled when the envoy left.", ["The talks stalled", "when the envoy left"]),
    ("Three dead in the harbour", ["Three dead in the harbour"]),
    ("Shells hit the mill, but the bridge still stands.", ["Shells hit the mill", "the bridge still stands"]),
    (
        "a mine killed six people and injured 32 in the port",
        ["a mine killed six people", "injured 32 in the port"],
    ),
    ("The crews searched and dug.", ["The crews searched and dug"]),
    ("The villagers are not hungry or supported.", ["The villagers are not hungry or supported"]),
]


@pytest.mark.parametrize(("text", "expected"), OWN_VOICE)
def test_own_voice_is_cut_into_clauses(cut: Cut, text: str, expected: list[str]) -> None:
    claims = cut(text)
    assert [c.text for c in claims] == expected
    assert {c.statement for c in claims} == {None}


@pytest.mark.parametrize("kind", ["credit", "source_line", "dateline"])
def test_credits_source_lines_and_datelines_claim_nothing(cut: Cut, kind: PartKind) -> None:
    assert cut("The army took the hill.", kind=kind) == ()


@pytest.mark.parametrize("kind", ["headline", "caption", "body"])
def test_headlines_and_captions_claim_as_the_body_does(cut: Cut, kind: PartKind) -> None:
    assert [c.text for c in cut("The army took the hill.", kind=kind)] == ["The army took the hill"]


def test_who_speaks_is_no_claim_and_what_is_said_is(cut: Cut) -> None:
    text = "The mayor said on Monday that the bridge had fallen."
    claims = cut(text, said(text, "The mayor", "said", "that the bridge had fallen"))
    assert [(c.text, c.statement) for c in claims] == [
        ("the bridge had fallen", "s-that the bridge had fallen")
    ]


def test_the_innermost_statement_holds_a_claim(cut: Cut) -> None:
    text = "The wire reported that the mayor said the bridge had fallen."
    outer = said(text, "The wire", "reported", "that the mayor said the bridge had fallen", act="report")
    inner = said(text, "the mayor", "said", "the bridge had fallen")
    for order in ((outer, inner), (inner, outer)):
        claims = cut(text, *order)
        assert [(c.text, c.statement) for c in claims] == [("the bridge had fallen", inner.id)]


def test_an_accusation_is_one_claim_and_alleged(cut: Cut) -> None:
    text = "A clerk accused the guild of hiding the grain."
    accused = said(text, "A clerk", "accused", "the guild of hiding the grain", act="accuse")
    (claim,) = cut(text, accused)
    assert (claim.text, claim.status) == ("the guild of hiding the grain", "alleged")


def test_a_fragment_that_is_said_is_a_claim(cut: Cut) -> None:
    text = "He called the raid a massacre."
    (claim,) = cut(text, said(text, "He", "called", "a massacre"))
    assert (claim.text, claim.statement) == ("a massacre", "s-a massacre")


def test_words_around_a_statement_stay_own_voice(cut: Cut) -> None:
    text = "The bridge fell at noon, and the mayor said two barges had sunk."
    claims = cut(text, said(text, "the mayor", "said", "two barges had sunk"))
    assert [(c.text, c.statement) for c in claims] == [
        ("The bridge fell at noon", None),
        ("two barges had sunk", "s-two barges had sunk"),
    ]


def test_a_quote_of_two_sentences_gives_claims_of_each(cut: Cut) -> None:
    text = "“The mill burned. Nobody came,” she said."
    quote = said(text, "she", "said", "“The mill burned. Nobody came,”", kind="direct")
    claims = cut(text, quote)
    assert [(c.text, c.negated) for c in claims] == [("The mill burned", False), ("Nobody came", True)]
    assert {c.statement for c in claims} == {quote.id}


NEGATED = [
    ("The army did not use gas.", True),
    ("The army never used gas.", True),
    ("No one was hurt.", True),
    ("No aid reached the town.", True),
    ("They found no survivors.", True),
    ("None of the boats returned.", True),
    ("The envoy didn't come.", True),
    ("Nobody came.", True),
    ("The army used gas.", False),
    ("Not only farmers were hurt.", False),
    ("No fewer than nine farmers were hurt.", False),
    ("No doubt the army used gas.", False),
    ("The army used gas that nobody had seen.", False),
    ("No boat left without a pilot and no pilot was late.", True),
    ("Neither the army nor the league used gas.", True),
    ("They found neither boats nor pilots.", True),
    ("Neither of the boats returned.", True),
    ("Not a boat returned.", True),
    ("Nobody but the mayor came.", False),
    ("The league, not the army, used gas.", False),
    ("The league, and not the army, used gas.", False),
    ("Not the army but the league used gas.", False),
    ("The mill was burned by the league, not by the army.", False),
    ("The army used gas, not water.", False),
]


@pytest.mark.parametrize(("text", "negated"), NEGATED)
def test_a_negative_clause_is_negated(cut: Cut, text: str, negated: bool) -> None:
    assert cut(text)[0].negated is negated


REFUTED = [
    ("It is untrue that the army burned the mill.", True),
    ("It was nonsense that the army burned the mill.", True),
    ("It was not true that the army burned the mill.", True),
    ("It is not the case that the army burned the mill.", True),
    ("It was false to say that the army burned the mill.", True),
    ("It was wrong to say that the army burned the mill.", True),
    ("The idea that the army burned the mill is absurd.", True),
    ("Stories that the army burned the mill were fabricated.", True),
    ("Stories that the army burned the mill were wrong.", True),
    ("There is no evidence that the army burned the mill.", True),
    ("There was nothing to suggest that the army burned the mill.", True),
    ("The mayor doubted that the army burned the mill.", True),
    ("I was unaware that the army burned the mill.", True),
    ("We are not aware that the army burned the mill.", True),
    ("The mayor was unaware that the army burned the mill.", False),
    ("He was unaware that the army burned the mill.", False),
    ("The mayor doubted whether the army burned the mill.", True),
    ("Who burned the mill is a question that the ruins must answer.", False),
    ("There was proof whether the army burned the mill.", False),
    ("There is little evidence that the army burned the mill.", True),
    ("The idea that the army burned the mill turned out to be false.", True),
    ("No one doubts that the army burned the mill.", False),
    ("There is no question that the army burned the mill.", False),
    ("It is false that the army did not burn the mill.", False),
    ("There is no doubt that the army burned the mill.", False),
    ("The mayor did not doubt that the army burned the mill.", False),
    ("It is true that the army burned the mill.", False),
    ("It was a shame that the army burned the mill.", False),
    ("It was wrong that the army burned the mill.", False),
    ("There is evidence that the army burned the mill.", False),
    ("The fact that the army burned the mill did not matter.", False),
    ("The false alarm that the mayor raised woke the town.", False),
]


@pytest.mark.parametrize(("text", "refuted"), REFUTED)
def test_what_is_called_untrue_is_negated(cut: Cut, text: str, refuted: bool) -> None:
    claims = [c for c in cut(text) if {"mill", "town"} & set(c.terms)]
    assert [c.negated for c in claims] == [refuted]


GRANTED = [
    ("It was no accident that the army burned the mill.", False),
    ("It was no coincidence that the army burned the mill.", False),
    ("It is no secret that the army burned the mill.", False),
    ("It is not surprising that the army burned the mill.", False),
    ("The mayor was not surprised that the army burned the mill.", False),
    ("It is absurd that the army burned the mill.", False),
    ("Nobody denies that the army burned the mill.", False),
    ("No one disputes that the army burned the mill.", False),
    ("The idea that the army burned the mill is absurd.", True),
    ("It is absurd to say that the army burned the mill.", True),
    ("It was no lie that the army burned the mill.", False),
    ("It is not clear that the army burned the mill.", True),
]


@pytest.mark.parametrize(("text", "refuted"), GRANTED)
def test_what_is_taken_for_granted_is_not_negated(cut: Cut, text: str, refuted: bool) -> None:
    assert [c.negated for c in cut(text) if "mill" in c.terms] == [refuted]


WAVED_AWAY = [
    ("The mayor scoffed at claims that the army burned the mill.", "scoffed at", True),
    ("The mayor laughed off claims that the army burned the mill.", "laughed off", True),
    ("The mayor repeated claims that the army burned the mill.", "repeated", False),
]


@pytest.mark.parametrize(("text", "cue", "refuted"), WAVED_AWAY)
def test_what_nobody_named_claims_is_denied_by_him_who_waves_it_away(
    cut: Cut, text: str, cue: str, refuted: bool
) -> None:
    outer = said(text, "The mayor", cue, "claims that the army burned the mill", act="condemn")
    inner = said(text, "", "claims", "that the army burned the mill")
    (claim,) = (c for c in cut(text, outer, inner) if "mill" in c.terms)
    assert (claim.negated, claim.statement == outer.id) == (refuted, refuted)
    (alone,) = (c for c in cut(text, inner) if "mill" in c.terms)
    assert not alone.negated


ACCUSED = [
    ("The army was falsely accused of burning the mill.", True),
    ("The army was accused of burning the mill.", False),
    ("The army had at no point burned the mill.", True),
    ("In no way had the army burned the mill.", True),
    ("There was not a shred of evidence that the army burned the mill.", True),
    ("There was a shred of evidence that the army burned the mill.", False),
]


@pytest.mark.parametrize(("text", "refuted"), ACCUSED)
def test_what_is_wrongly_laid_to_somebody_is_negated(cut: Cut, text: str, refuted: bool) -> None:
    assert [c.negated for c in cut(text) if "mill" in c.terms] == [refuted]


NUMBERS = [
    ("The toll of nine dead was wrong.", True),
    ("The figure of nine deaths was grossly exaggerated.", True),
    ("The guild's toll of nine dead turned out to be wrong.", True),
    ("Claims of nine deaths in the town were a lie.", True),
    ("Reports of nine deaths are not true.", True),
    ("There was no truth in the claim of nine deaths.", True),
    ("Reports of shelling by the army were false.", True),
    ("The mayor cast doubt on reports that nine clerks had died.", True),
    ("The toll of nine dead was not exaggerated.", False),
    ("The toll of nine dead was accurate.", False),
    ("The toll rose to nine after false reports of calm.", False),
    ("False claims of a raid led the army to shell the mill.", False),
    ("The number of lies rose to nine.", False),
]


@pytest.mark.parametrize(("text", "refuted"), NUMBERS)
def test_a_number_that_is_called_wrong_is_negated(cut: Cut, text: str, refuted: bool) -> None:
    assert refuted in [c.negated for c in cut(text)]
    assert all(refuted for c in cut(text) if c.negated)


OF_ANOTHER = [
    ("The mayor said the army's claim that rebels burned the mill was a lie.", "the army's", "claim", False),
    ("The mayor said the army falsely claimed that rebels burned the mill.", "the army", "falsely claimed", False),
    ("The mayor saw no truth in the army's claim that rebels burned the mill.", "the army's", "claim", False),
    ("The mayor said the army doubted that rebels burned the mill.", "the army", "doubted", True),
    ("The mayor said the army found it a lie that rebels burned the mill.", "the army", "found it a lie", True),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "cue", "refuted"), OF_ANOTHER)
def test_what_another_calls_untrue_stays_as_its_speaker_claims_it(
    cut: Cut, text: str, source: str, cue: str, refuted: bool
) -> None:
    inner = said(text, source, cue, "that rebels burned the mill")
    assert [c.negated for c in cut(text, inner) if c.statement == inner.id] == [refuted]


def test_a_denial_given_up_denies_nothing(cut: Cut) -> None:
    for text, denied in (
        ("The army no longer denies that it burned the mill.", False),
        ("The army still denies that it burned the mill.", True),
    ):
        statement = said(text, "The army", "denies", "that it burned the mill", act="deny")
        assert [c.negated for c in cut(text, statement) if c.statement] == [denied]


REFUTED_APART = [
    ("They called it a lie that the army burned the mill.", True),
    ("There was no truth to the story that the army burned the mill.", True),
    ("The allegation that soldiers had burned the mill was baseless.", True),
    ("It is not a lie that the army burned the mill.", False),
]


@pytest.mark.parametrize(("text", "refuted"), REFUTED_APART)
def test_what_a_noun_calls_untrue_is_negated(cut: Cut, text: str, refuted: bool) -> None:
    assert [c.negated for c in cut(text) if "mill" in c.terms] == [refuted]


CLEFT = [
    ("It was the army that burned the mill.", False),
    ("It was not the army that burned the mill.", True),
    ("It was soldiers who did not burn the mill.", True),
    ("It was the army, not the league, which burned the mill.", False),
    ("It was the league and not the army who burned the mill.", False),
    ("It was not the army but the league who burned the mill.", False),
    ("It was not only the army that burned the mill.", False),
    ("It was the army, and not the league, that burned the mill.", False),
    ("It was the army, and never the league, that burned the mill.", False),
    ("It wasn't the army who burned the mill.", True),
]


@pytest.mark.parametrize(("text", "negated"), CLEFT)
def test_the_halves_of_a_cleft_are_one_claim(cut: Cut, text: str, negated: bool) -> None:
    assert [(c.text, c.negated) for c in cut(text)] == [(text.rstrip("."), negated)]


NO_CLEFT = [
    ("It is not the first time that the army has burned the mill.", [True, False]),
    ("It was not the only league that burned the mill.", [True, False]),
    ("It was not the mill that the army burned.", [True, False]),
    ("It was not until Monday that the army burned the mill.", [False]),
]


@pytest.mark.parametrize(("text", "negated"), NO_CLEFT)
def test_what_denies_no_deed_leaves_the_deed_as_it_is_told(cut: Cut, text: str, negated: list[bool]) -> None:
    assert [c.negated for c in cut(text)] == negated


def test_what_only_tells_more_of_somebody_is_no_half_of_a_cleft(cut: Cut) -> None:
    assert len(cut("It was a nurse, who had fled the town.")) == 2


STATUS = [
    ("The army took the hill.", "asserted"),
    ("Had the army taken the hill, the league would have fled.", "hypothetical"),
    ("Were the army to take the hill, the league would flee.", "hypothetical"),
    ("Not only had the army taken the hill, it had burned the mill.", "asserted"),
    ("The army has taken the hill.", "asserted"),
    ("The army reportedly took the hill.", "alleged"),
    ("Talks were allegedly held.", "alleged"),
    ("The alleged raid killed nine farmers.", "alleged"),
    ("Nine farmers are believed to have drowned.", "alleged"),
    ("The army will take the hill.", "planned"),
    ("The army plans to take the hill.", "planned"),
    ("The army is expected to take the hill.", "planned"),
    ("The army is set to take the hill.", "planned"),
    ("The army is going to take the hill.", "planned"),
    ("The army could take the hill.", "hypothetical"),
    ("The army may take the hill.", "hypothetical"),
    ("The army would take the hill.", "hypothetical"),
    ("Did the army take the hill?", "hypothetical"),
    ("Inspectors walked around the alleged depot.", "asserted"),
]


@pytest.mark.parametrize(("text", "status"), STATUS)
def test_a_clause_says_how_it_is_asserted(cut: Cut, text: str, status: str) -> None:
    assert cut(text)[0].status == status


def test_a_condition_is_hypothetical_and_leaves_the_rest_alone(cut: Cut) -> None:
    claims = cut("If the dam breaks, the valley floods.")
    assert [(c.text, c.status) for c in claims] == [
        ("If the dam breaks", "hypothetical"),
        ("the valley floods", "asserted"),
    ]


BY_ACT: list[tuple[Act, bool, str]] = [
    ("deny", False, "denied"),
    ("accuse", False, "alleged"),
    ("say", False, "asserted"),
    ("say", True, "alleged"),
    ("demand", False, "hypothetical"),
    ("ask", False, "hypothetical"),
    ("promise", False, "planned"),
    ("admit", False, "asserted"),
]


@pytest.mark.parametrize(("act", "hedged", "status"), BY_ACT)
def test_the_act_of_a_statement_tells_its_status(cut: Cut, act: Act, hedged: bool, status: str) -> None:
    text = "The guild cued that its men took the grain."
    (claim,) = cut(
        text, said(text, "The guild", "cued", "that its men took the grain", act=act, hedged=hedged)
    )
    assert (claim.status, claim.negated) == (status, status == "denied")


ATTITUDE: list[tuple[str, str, str, str, Act, StatementKind, str]] = [
    ("The guild rejected the plan to raise the toll.", "The guild", "rejected", "the plan to raise the toll",
     "oppose", "indirect", "hypothetical"),
    ("The guild opposed the raid on the mill.", "The guild", "opposed", "the raid on the mill",
     "oppose", "indirect", "hypothetical"),
    ("The guild backed raising the toll.", "The guild", "backed", "raising the toll",
     "support", "indirect", "hypothetical"),
    ("The guild demanded that the troops leave.", "The guild", "demanded", "that the troops leave",
     "demand", "indirect", "hypothetical"),
    ("The guild demanded the release of nine farmers.", "The guild", "demanded", "the release of nine farmers",
     "demand", "indirect", "hypothetical"),
    ("The guild ordered its men to burn the mill.", "The guild", "ordered", "its men to burn the mill",
     "order", "indirect", "planned"),
    ("The guild condemned the burning of the mill.", "The guild", "condemned", "the burning of the mill",
     "condemn", "indirect", "condemned"),
    ("The guild condemned the plan to burn the mill.", "The guild", "condemned", "the plan to burn the mill",
     "condemn", "indirect", "hypothetical"),
    ("The guild praised its men for taking the mill.", "The guild", "praised", "its men for taking the mill",
     "praise", "indirect", "asserted"),
    ("The guild praised the proposal to share the mill.", "The guild", "praised",
     "the proposal to share the mill", "praise", "indirect", "hypothetical"),
    ("The guild gave no toll.", "The guild", "gave", "no toll", "other", "indirect", "hypothetical"),
    ("The guild did not say that the mill burned.", "The guild", "did not say", "that the mill burned",
     "other", "indirect", "hypothetical"),
    ("The guild seeks to take the mill.", "The guild", "seeks", "to take the mill",
     "other", "indirect", "planned"),
    ("“They burned the mill,” the guild protested.", "the guild", "protested", "“They burned the mill,”",
     "condemn", "direct", "asserted"),
    ("“They burned the mill,” the guild demanded.", "the guild", "demanded", "“They burned the mill,”",
     "demand", "direct", "asserted"),
    ("“Leave the mill,” the guild demanded.", "the guild", "demanded", "“Leave the mill,”",
     "demand", "direct", "hypothetical"),
    ("The guild warned that the mill was burning.", "The guild", "warned", "that the mill was burning",
     "warn", "indirect", "asserted"),
    ("The guild believes that the mill burned.", "The guild", "believes", "that the mill burned",
     "believe", "indirect", "asserted"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "cue", "content", "act", "kind", "status"), ATTITUDE)
def test_a_stand_on_something_does_not_assert_it(
    cut: Cut, text: str, source: str, cue: str, content: str, act: Act, kind: StatementKind, status: str
) -> None:
    statement = said(text, source, cue, content, act=act, kind=kind)
    assert {c.status for c in cut(text, statement) if c.statement == statement.id} == {status}


BACKGROUND: list[tuple[str, str, str, Act]] = [
    (
        "The guild demanded an inquiry into the fire that killed nine farmers.",
        "demanded",
        "that killed",
        "demand",
    ),
    ("The guild gave no account of the fire which killed nine farmers.", "gave", "which killed", "other"),
    ("The guild condemned the fire which killed nine farmers.", "condemned", "which killed", "condemn"),
]


@pytest.mark.parametrize(("text", "cue", "opening", "act"), BACKGROUND)
def test_what_only_says_which_thing_is_meant_is_own_voice(
    cut: Cut, text: str, cue: str, opening: str, act: Act
) -> None:
    content = text[text.index(cue) + len(cue) + 1 : -1]
    claims = cut(text, said(text, "The guild", cue, content, act=act))
    (told,) = [c for c in claims if c.text.startswith(opening)]
    assert (told.statement, told.status) == (None, "asserted")


def test_what_will_be_in_reported_speech_is_planned(cut: Cut) -> None:
    text = "The guild said it would open the gate."
    (claim,) = cut(text, said(text, "The guild", "said", "it would open the gate"))
    assert claim.status == "planned"


def test_terms_are_the_content_words_in_order(cut: Cut) -> None:
    (claim,) = cut("The armies have burned nine old mills.")
    assert claim.terms == ("army", "burn", "mill", "nine", "old")


def test_ids_rest_on_the_words_and_not_on_the_order_of_statements(cut: Cut) -> None:
    text = "The mayor said the mill burned. The clerk said the grain was gone."
    one = said(text, "The mayor", "said", "the mill burned")
    two = said(text, "The clerk", "said", "the grain was gone")
    assert cut(text, one, two) == cut(text, two, one)


def test_the_claim_at_some_words_is_the_shortest_that_holds_them(cut: Cut) -> None:
    text = "The mill burned. The army took the hill, killing nine men. Nobody came."
    claims = cut(text)

    def at(words: str) -> str | None:
        found = claim_at(claims, text.index(words), text.index(words) + len(words))
        return found.text if found else None

    assert at("nine men") == "killing nine men"
    assert at("hill") == "The army took the hill"
    assert at("Nobody") == "Nobody came"
    assert at("mill burned") == "The mill burned"
    assert at("hill, killing") == "The army took the hill"
    assert claim_at(claims, len(text) + 5, len(text) + 9) is None
    assert claim_at((), 0, 3) is None


def test_the_nearest_extent_overlaps_first() -> None:
    assert nearest([(0, 4), (10, 14), (20, 24)], 13, 16) == (10, 14)
    assert nearest([], 0, 1) is None


ODD = [
    "",
    "   ",
    "!!!",
    "A" * 3000,
    "🔥 🔥",
    "KILLED KILLED KILLED",
    "لم يحضر أحد",
    "of of of",
    "and",
    "“”",
    "\n\n\n",
]


@pytest.mark.parametrize("text", ODD)
def test_odd_text_does_not_fail(cut: Cut, text: str) -> None:
    for claim in cut(text):
        assert all(text[s:e].strip() == text[s:e] != "" for s, e in claim.spans)


ROW = "the army killed nine men , . and which said that not if “ ” – who killing took it"
WORDS = st.lists(st.sampled_from([*ROW.split(), "\n"]), max_size=25).map(" ".join)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.one_of(WORDS, st.text(max_size=80)), start=st.integers(0, 60), length=st.integers(0, 60))
def test_spans_lie_in_the_text_and_no_word_is_claimed_twice(
    cut: Cut, text: str, start: int, length: int
) -> None:
    content = ((min(start, len(text)), min(start + length, len(text))),)
    statement = Statement(
        id="s-1", article="a-1", source=(), cue=(), content=content, kind="indirect", act="say", hedged=False,
        speaker_name=None, speaker_at=None,
    )  # fmt: skip
    claims = cut(text, statement)
    taken: set[int] = set()
    for claim in claims:
        for s, e in claim.spans:
            assert claim.sentence[0] <= s < e <= claim.sentence[1] <= len(text)
            assert text[s:e].strip() == text[s:e]
            assert not taken & set(range(s, e))
            taken |= set(range(s, e))
    assert list(claims) == sorted(claims, key=lambda c: (c.sentence, c.spans))
