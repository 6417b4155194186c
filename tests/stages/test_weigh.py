"""The rules of standing, on records made by hand."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from storymade import article

from counterclaim.records import (
    Act,
    Actor,
    ActorKind,
    Cast,
    Claim,
    Figure,
    Hop,
    OpenAnswer,
    OpenQuestion,
    Question,
    QuestionKind,
    Reading,
    Review,
    Root,
    Side,
    Span,
    Standing,
    Statement,
    Tracing,
)
from counterclaim.stages.weigh import weigh, weigh_all


@dataclass(frozen=True, kw_only=True)
class Voice:
    """Who says it: a root with its actor's kind, None for an article's own voice."""

    name: str
    kind: ActorKind | None
    side: str | None = None


MONITOR = Voice(name="Lake Monitor", kind="organisation")
PAPER = Voice(name="Daily Ferry", kind=None)
OTHER_PAPER = Voice(name="Hill Post", kind=None)
CITIZEN = Voice(name="Mara Ilves", kind="person")
ARMY = Voice(name="Velmoran army", kind="armed_group", side="government")
MINISTRY = Voice(name="Velmoran ministry", kind="government", side="government")
SPOKESMAN = Voice(name="Colonel Orso", kind="person", side="government")
STATE_TV = Voice(name="Velmora TV", kind="outlet", side="government")
REBELS = Voice(name="River Front", kind="armed_group", side="rebels")
STATE = Voice(name="Torrin", kind="state")
AGENCY = Voice(name="North Wire", kind="outlet")


@dataclass(frozen=True, kw_only=True)
class Said:
    """A claim of an answer: whose, in which article, with what act, whom it blames."""

    voice: Voice
    article: str = ""
    act: Act = "say"
    blamed: Voice | None = None
    target: Voice | None = None
    negated: bool = False
    hop: Voice | None = None
    told: Voice | None = None


def said(voice: Voice, article: str = "", act: Act = "say") -> Said:
    return Said(voice=voice, article=article or f"a-{voice.name}", act=act)


def _hops(by: Voice | None) -> tuple[Hop, ...]:
    if by is None:
        return ()
    return (Hop(source=(), cue=(), speaker_name=by.name, speaker_at=None, speaker=f"actor-{by.name}"),)


@dataclass(kw_only=True)
class Case:
    """A question to weigh: for each answer the claims that give it."""

    answers: Sequence[Sequence[Said]]
    rival: bool = False
    kind: QuestionKind = "figure"
    why: tuple[str, ...] = ("compared before",)
    reviews: list[Review] = field(default_factory=list)

    def weigh(self) -> Question:
        question, tracing, cast = self.built()
        return weigh(question, tracing=tracing, cast=cast, reviews=self.reviews)

    def built(self) -> tuple[OpenQuestion, Tracing, Cast]:
        claims: list[Claim] = []
        statements: list[Statement] = []
        figures: list[Figure] = []
        root_of: dict[str, str] = {}
        answers = []
        everyone = {
            v.name: v
            for row in self.answers
            for s in row
            for v in (s.voice, s.blamed, s.target, s.hop, s.told)
            if v
        }
        for a, row in enumerate(self.answers):
            ids = []
            for c, one in enumerate(row):
                claim, statement = f"c-{a}-{c}", f"s-{a}-{c}"
                own = one.voice.kind is None
                claims.append(
                    Claim(
                        id=claim,
                        article=one.article,
                        spans=((0, 4),),
                        statement=None if own else statement,
                        text=f"answer {a}",
                        negated=one.negated,
                        status="denied" if one.act == "deny" else "asserted",
                        sentence=(0, 4),
                    )
                )
                if not own:
                    statements.append(
                        Statement(
                            id=statement,
                            article=one.article,
                            source=((0, 1),),
                            cue=((0, 4),),
                            content=((4 + len(f" {one.told.name} ") if one.told else 0, 80),),
                            hops=_hops(one.hop),
                            kind="indirect",
                            act=one.act,
                            hedged=False,
                            speaker_name=one.voice.name,
                            speaker_at=None,
                            speaker=f"actor-{one.voice.name}",
                            target=f"actor-{one.target.name}" if one.target else None,
                        )
                    )
                if one.blamed:
                    figures.append(
                        Figure(
                            id=f"f-{a}-{c}",
                            claim=claim,
                            article=one.article,
                            start=0,
                            end=1,
                            text="5",
                            low=5,
                            high=5,
                            best=5,
                            counted="killed",
                            population=None,
                            place=None,
                            period=None,
                            scope="incident",
                            blamed=f"actor-{one.blamed.name}",
                        )
                    )
                root_of[claim] = f"root-{one.voice.name}"
                ids.append(claim)
            answers.append(OpenAnswer(text=f"answer {a}", claims=tuple(ids), evidence=()))
        roots = tuple(
            Root(
                id=f"root-{v.name}",
                kind="speaker" if v.kind else "outlet",
                name=v.name,
                actor=f"actor-{v.name}" if v.kind else None,
                side=v.side,
                articles=(),
                why="",
            )
            for v in everyone.values()
        )
        actors = tuple(
            Actor(
                id=f"actor-{v.name}",
                name=v.name,
                kind=v.kind,
                side=v.side,
                labels=(),
                mentions=tuple(
                    Span(article=s.article, start=5, end=5 + len(v.name), text=v.name)
                    for row in self.answers
                    for s in row
                    if s.told == v
                ),
            )
            for v in everyone.values()
            if v.kind
        )
        texts = {
            s.article: f"told {s.told.name} that five people died"
            for row in self.answers
            for s in row
            if s.told
        }
        readings = [
            Reading(
                article=article(name, texts.get(name, "Five people died.")),
                statements=tuple(s for s in statements if s.article == name),
                mentions=(),
                claims=tuple(c for c in claims if c.article == name),
                figures=tuple(f for f in figures if f.article == name),
                dates=(),
                places=(),
                events=(),
                reasons=(),
                relations=(),
            )
            for name in sorted({c.article for c in claims})
        ]
        sides = tuple(
            Side(id=s, name=f"the {s} side", actors=(), basis=())
            for s in sorted({v.side for v in everyone.values() if v.side})
        )
        question = OpenQuestion(
            id="q-1", kind=self.kind, text="How many?", answers=tuple(answers), rival=self.rival, why=self.why
        )
        cast = Cast(readings=tuple(readings), actors=actors, sides=sides, labels=(), relations=())
        return question, Tracing(lineage=(), roots=roots, root_of=root_of), cast


CASES: list[tuple[str, Case, Standing]] = [
    ("one outlet", Case(answers=[[said(PAPER)]]), "single_source"),
    ("one monitor", Case(answers=[[said(MONITOR)]]), "single_source"),
    ("one agency", Case(answers=[[said(AGENCY)]]), "single_source"),
    ("one person of no side", Case(answers=[[said(CITIZEN)]]), "single_source"),
    (
        "a monitor quoted by three outlets",
        Case(answers=[[said(MONITOR, "x"), said(MONITOR, "y"), said(MONITOR, "z")]]),
        "single_source",
    ),
    ("two outlets", Case(answers=[[said(PAPER), said(OTHER_PAPER)]]), "corroborated"),
    ("monitor and outlet", Case(answers=[[said(MONITOR), said(PAPER)]]), "corroborated"),
    ("monitor and person", Case(answers=[[said(MONITOR), said(CITIZEN)]]), "corroborated"),
    ("a party and a monitor", Case(answers=[[said(ARMY), said(MONITOR)]]), "corroborated"),
    ("two parties against each other", Case(answers=[[said(ARMY), said(REBELS)]]), "corroborated"),
    ("two of one side", Case(answers=[[said(ARMY), said(MINISTRY)]]), "one_sided"),
    ("three of one side", Case(answers=[[said(ARMY), said(MINISTRY), said(STATE_TV)]]), "one_sided"),
    (
        "two of one side and an outlet",
        Case(answers=[[said(ARMY), said(MINISTRY), said(PAPER)]]),
        "corroborated",
    ),
    ("an army alone on its enemies' dead", Case(answers=[[said(ARMY)]]), "one_sided"),
    (
        "an army alone, an accusation",
        Case(answers=[[said(ARMY, act="accuse")]], kind="responsibility"),
        "one_sided",
    ),
    (
        "rebels claim an attack",
        Case(answers=[[said(REBELS, act="claim_responsibility")]], kind="responsibility"),
        "one_sided",
    ),
    ("a state explains itself", Case(answers=[[said(STATE)]], kind="motive"), "one_sided"),
    ("a ministry denies", Case(answers=[[said(MINISTRY, act="deny")]], kind="occurrence"), "one_sided"),
    ("a side's spokesman", Case(answers=[[said(SPOKESMAN)]], kind="responsibility"), "one_sided"),
    ("an army says where", Case(answers=[[said(ARMY)]], kind="place"), "single_source"),
    (
        "an army accuses while it says when",
        Case(answers=[[said(ARMY, act="accuse")]], kind="time"),
        "one_sided",
    ),
    ("state television reports a count", Case(answers=[[said(STATE_TV)]]), "single_source"),
    ("state television lays blame", Case(answers=[[said(STATE_TV)]], kind="responsibility"), "one_sided"),
    (
        "an outlet of no side lays blame",
        Case(answers=[[said(AGENCY)]], kind="responsibility"),
        "single_source",
    ),
    ("rivals from two roots", Case(answers=[[said(MONITOR)], [said(PAPER)]], rival=True), "disputed"),
    (
        "rivals from two roots of one side",
        Case(answers=[[said(ARMY)], [said(MINISTRY)]], rival=True),
        "disputed",
    ),
    (
        "accusation and denial",
        Case(
            answers=[[said(REBELS, act="accuse")], [said(ARMY, act="deny")]],
            rival=True,
            kind="responsibility",
        ),
        "disputed",
    ),
    (
        "a toll revised by its source",
        Case(answers=[[said(MONITOR, "x")], [said(MONITOR, "y")]], rival=True),
        "single_source",
    ),
    (
        "a party contradicts itself",
        Case(answers=[[said(ARMY, "x")], [said(ARMY, "y")]], rival=True),
        "one_sided",
    ),
    (
        "a revised toll, the later one taken up by an outlet",
        Case(answers=[[said(MONITOR, "x")], [said(MONITOR, "y"), said(PAPER)]], rival=True),
        "corroborated",
    ),
    (
        "a revised toll and another count",
        Case(answers=[[said(MONITOR, "x")], [said(MONITOR, "y")], [said(PAPER)]], rival=True),
        "disputed",
    ),
    ("answers that can all hold", Case(answers=[[said(MONITOR)], [said(PAPER)]]), "single_source"),
    (
        "one of two compatible answers is shared",
        Case(answers=[[said(MONITOR)], [said(PAPER), said(OTHER_PAPER)]]),
        "corroborated",
    ),
    (
        "own voice beside the speaker it quotes",
        Case(answers=[[said(MONITOR, "x"), said(PAPER, "x")]]),
        "single_source",
    ),
    (
        "own voice of one article, speaker of another",
        Case(answers=[[said(MONITOR, "x"), said(PAPER, "y")]]),
        "corroborated",
    ),
    (
        "an agency beside a speaker whose words it carried",
        Case(answers=[[Said(voice=CITIZEN, article="x", hop=AGENCY), said(AGENCY, "y")]]),
        "single_source",
    ),
    (
        "an agency beside a speaker who told it",
        Case(answers=[[Said(voice=CITIZEN, article="x", told=AGENCY), said(AGENCY, "y")]]),
        "single_source",
    ),
    (
        "an agency beside a speaker who told another",
        Case(answers=[[Said(voice=CITIZEN, article="x", told=MONITOR), said(AGENCY, "y")]]),
        "corroborated",
    ),
    (
        "a party beside a speaker who told it",
        Case(answers=[[Said(voice=CITIZEN, article="x", told=STATE), said(STATE, "y")]]),
        "corroborated",
    ),
    (
        "two who told each other",
        Case(
            answers=[
                [
                    Said(voice=CITIZEN, article="x", told=MONITOR),
                    Said(voice=MONITOR, article="y", told=CITIZEN),
                ]
            ]
        ),
        "single_source",
    ),
    (
        "an agency told one number that gives another",
        Case(answers=[[Said(voice=CITIZEN, article="x", told=AGENCY)], [said(AGENCY, "y")]], rival=True),
        "disputed",
    ),
    ("own voice beside a party it quotes", Case(answers=[[said(ARMY, "x"), said(PAPER, "x")]]), "one_sided"),
    ("no claim at all", Case(answers=[[]]), "single_source"),
    ("no answer at all", Case(answers=[]), "single_source"),
    ("rivals without roots", Case(answers=[[], []], rival=True), "single_source"),
]


@pytest.mark.parametrize(("case", "standing"), [pytest.param(c, s, id=name) for name, c, s in CASES])
def test_standing(case: Case, standing: Standing) -> None:
    question = case.weigh()
    assert question.standing == standing
    assert question.why[: len(case.why)] == case.why, "the comparisons are carried on"
    assert len(question.why) > len(case.why), "a standing has its reason"


def test_reasons_name_roots_sides_and_values() -> None:
    why = " ".join(Case(answers=[[said(ARMY), said(MINISTRY)]]).weigh().why)
    for word in ("Velmoran army", "Velmoran ministry", "the government side", "answer 0"):
        assert word in why
    why = " ".join(Case(answers=[[said(MONITOR)], [said(PAPER)]], rival=True).weigh().why)
    for word in ("Lake Monitor", "Daily Ferry", "answer 0", "answer 1"):
        assert word in why


def test_no_reason_speaks_of_truth() -> None:
    for _, case, _ in CASES:
        words = " ".join(case.weigh().why).casefold()
        assert not any(word in words for word in (" true", " false", " lie", "wrong", "proven", "confirmed"))


def test_who_was_told_is_named_and_does_not_count() -> None:
    question = Case(answers=[[Said(voice=CITIZEN, article="x", told=AGENCY), said(AGENCY, "y")]]).weigh()
    assert question.answers[0].roots == ("root-Mara Ilves", "root-North Wire")
    assert any("North Wire also gives" in why and "had it from Mara Ilves" in why for why in question.why)


def test_answer_carries_roots_and_sides() -> None:
    answer = Case(answers=[[said(ARMY), said(PAPER)]]).weigh().answers[0]
    assert answer.roots == ("root-Daily Ferry", "root-Velmoran army")
    assert answer.sides == ("government",)


@pytest.mark.parametrize(
    ("one", "against"),
    [
        (Said(voice=ARMY, article="x", act="admit"), True),
        (Said(voice=ARMY, article="x", blamed=ARMY), True),
        (Said(voice=ARMY, article="x", blamed=MINISTRY), True),
        (Said(voice=SPOKESMAN, article="x", act="accuse", target=ARMY), True),
        (Said(voice=ARMY, article="x", act="admit", negated=True), True),
        (Said(voice=ARMY, article="x", blamed=ARMY, negated=True), False),
        (Said(voice=ARMY, article="x", blamed=MINISTRY, act="deny"), False),
        (Said(voice=ARMY, article="x", blamed=REBELS), False),
        (Said(voice=ARMY, article="x", act="accuse", target=REBELS), False),
        (Said(voice=MONITOR, article="x", blamed=ARMY), False),
        (Said(voice=PAPER, article="x", blamed=ARMY), False),
        (Said(voice=REBELS, article="x", act="claim_responsibility"), False),
    ],
)
def test_admission_against_interest(one: Said, against: bool) -> None:
    question = Case(answers=[[one]]).weigh()
    assert question.answers[0].against_interest == (("c-0-0",) if against else ())
    assert any("against its own interest" in why for why in question.why) == against


REVIEW = Review(finding="q-1", decision="standing:disputed", by="Ana", at="2026-01-02", why="seen both")


def test_a_person_decides() -> None:
    question = Case(answers=[[said(MONITOR)]], reviews=[REVIEW]).weigh()
    assert question.standing == "disputed"
    assert (
        question.why[-1] == "Ana decided on 2026-01-02 that this is disputed, not single-source: seen both."
    )


@pytest.mark.parametrize(
    "review",
    [replace(REVIEW, finding="q-2"), replace(REVIEW, decision="standing:true"), replace(REVIEW, decision="")],
)
def test_other_reviews_change_nothing(review: Review) -> None:
    assert Case(answers=[[said(MONITOR)]], reviews=[review]).weigh().standing == "single_source"


def test_the_latest_review_counts() -> None:
    later = replace(REVIEW, decision="standing:one_sided", at="2026-02-01")
    assert Case(answers=[[said(MONITOR)]], reviews=[later, REVIEW]).weigh().standing == "one_sided"


VOICES = [MONITOR, PAPER, OTHER_PAPER, CITIZEN, ARMY, MINISTRY, SPOKESMAN, STATE_TV, REBELS, STATE, AGENCY]


@given(
    rows=st.lists(st.lists(st.sampled_from(VOICES), max_size=4), max_size=4),
    rival=st.booleans(),
    seed=st.randoms(use_true_random=False),
)
def test_order_of_readings_and_claims_changes_no_standing(
    rows: list[list[Voice]], rival: bool, seed: Random
) -> None:
    question, tracing, cast = Case(answers=[[said(v) for v in row] for row in rows], rival=rival).built()
    readings, actors, roots = list(cast.readings), list(cast.actors), list(tracing.roots)
    for one in (readings, actors, roots):
        seed.shuffle(one)
    shuffled = replace(cast, readings=tuple(readings), actors=tuple(actors))
    other = weigh_all([question], tracing=replace(tracing, roots=tuple(roots)), cast=shuffled)[0]
    assert other == weigh(question, tracing=tracing, cast=cast)
