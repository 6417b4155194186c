"""What is set against what, and what is not. All accounts are invented."""

from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest
from casts import People, Told, bag_of_words, cast_of

from counterclaim.models.load import lexicon
from counterclaim.records import Act, OpenQuestion
from counterclaim.stages.match import QuestionWords, match
from counterclaim.stages.match.blocking import candidates, gathered
from counterclaim.stages.match.denials import is_form
from counterclaim.stages.match.tolls import plural

WORDS = QuestionWords.from_table(lexicon("questions"))
PEOPLE = People(
    kinds={"the junta": "government", "the league": "armed_group", "the monitor": "organisation"},
    sides={"the junta": "government side", "the league": "league side"},
)


def questions(*accounts: list[Told], kind: str | None = None) -> list[OpenQuestion]:
    found = match(cast_of(PEOPLE, *accounts), encoder=bag_of_words, words=WORDS)
    return [q for q in found if kind in (None, q.kind)]


def toll(number: int, *, hedge: str = "", when: str | None = "2031-05-08", place: str = "Varn") -> Told:
    bounds = {"low": number} if hedge else {"low": number, "high": number, "best": number}
    words = f"{hedge} {number}".strip()
    return Told(
        f"The blast at the fish market killed {words} people.",
        figure=(words, "killed", "people"),
        when=when,
        place=place,
        **bounds,  # type: ignore[arg-type]
    )


def test_rival_tolls_of_one_blast() -> None:
    (question,) = questions([toll(58)], [toll(72)], kind="figure")
    assert question.rival
    assert [a.text for a in question.answers] == ["58", "72"]
    assert "58" in question.why[0]
    assert "72" in question.why[0]


def test_the_same_toll_is_one_answer() -> None:
    (question,) = questions([toll(58)], [toll(58, hedge="at least")], kind="figure")
    assert not question.rival
    assert len(question.answers) == 1
    assert len(question.answers[0].claims) == 2


def counting(
    words: str, *, told: str, negated: bool = False, doer: str | None = None, act: Act = "say"
) -> Told:
    """86 killed, in words of one's own."""
    return Told(
        told.replace("86", words),
        by="the junta",
        act=act,
        negated=negated or act == "deny",
        status="denied" if act == "deny" else "asserted",
        figure=(words, "killed", "people"),
        low=86,
        high=86,
        best=86,
        when="2031-05-08",
        place="Varn",
        event=("kill", "Attack") if doer else None,
        doer=doer,
    )


@pytest.mark.parametrize(
    ("denial", "answered"),
    [
        (counting("86", told="86 people died at the fish market", act="deny"), True),
        (counting("86", told="the hospital's toll of 86 at the fish market", act="deny"), True),
        (counting("86", told="it is not true that 86 people died at the fish market", negated=True), True),
        (counting("86", told="Not 86 but fewer died at the fish market"), True),
        (counting("86", told="the blast didn't kill 86 at the fish market", negated=True), True),
        (counting("86", told="killing 86 at the fish market", act="deny", doer="the junta"), False),
        (counting("86", told="its jets had not killed 86 at the fish market", negated=True, doer="the junta"), False),
        (counting("86", told="responsibility for the deaths of 86 at the fish market", act="deny"), False),
        (counting("86", told="the attack in which 86 died at the fish market", act="deny"), False),
        (counting("86", told="it cannot confirm that 86 died at the fish market", negated=True), False),
    ],
)  # fmt: skip
def test_a_number_denied_supports_nothing(denial: Told, answered: bool) -> None:
    (question,) = questions([toll(86)], [denial], kind="figure")
    assert question.rival == answered
    assert [a.text for a in question.answers] == ["86", "denied: 86"][: 1 + answered]
    assert all(len(a.claims) == 1 for a in question.answers)


@pytest.mark.parametrize(
    "told",
    [
        "The 86 people who died at the fish market were not soldiers",
        "the police did not flee after 86 people died at the fish market",
        "the junta did not see the 86 people dead at the fish market",
    ],
)
def test_what_is_denied_of_those_counted_leaves_their_number(told: str) -> None:
    (question,) = questions([toll(86)], [counting("86", told=told, negated=True)], kind="figure")
    assert [(a.text, len(a.claims)) for a in question.answers] == [("86", 2)]


@pytest.mark.parametrize(
    ("told", "negated"),
    [
        ("reports that 86 people had died at the fish market were false", True),
        ("reports that 86 people had died at the fish market were entirely untrue", False),
        ("the hospital's toll of 86 at the fish market was wrong", False),
        ("the figure of 86 dead at the fish market was grossly exaggerated", False),
        ("claims of 86 deaths at the fish market were a lie", False),
        ("the 86 figure for the fish market was much too high", False),
        ("nowhere near 86 people died at the fish market", True),
        ("it was a lie that 86 people died at the fish market", True),
    ],
)
def test_a_number_that_is_called_untrue_is_denied(told: str, negated: bool) -> None:
    (question,) = questions([toll(86)], [counting("86", told=told, negated=negated)], kind="figure")
    assert [a.text for a in question.answers] == ["86", "denied: 86"]
    assert all(len(a.claims) == 1 for a in question.answers)


@pytest.mark.parametrize(
    ("told", "negated"),
    [
        ("the toll of 86 at the fish market was not exaggerated", True),
        ("nobody said the toll of 86 at the fish market was wrong", False),
        ("the toll of 86 at the fish market was the highest in years", False),
        ("86 people died at the fish market and the report of the monitor was false", False),
        ("86 people died at the fish market, and the claim was a lie", False),
        ("a report that 86 people died at the fish market said the police were wrong", False),
        ("it was a lie that the police fled after 86 people died at the fish market", True),
        ("it was wrong that 86 people died at the fish market", False),
    ],
)
def test_a_number_beside_something_untrue_stands(told: str, negated: bool) -> None:
    (question,) = questions([toll(86)], [counting("86", told=told, negated=negated)], kind="figure")
    assert [(a.text, len(a.claims)) for a in question.answers] == [("86", 2)]


def test_a_number_that_is_said_to_be_no_mere_one_is_neither_given_nor_denied() -> None:
    told = counting("86", told="it was false that only 86 people died at the fish market", negated=True)
    (question,) = questions([toll(86)], [told], kind="figure")
    assert [(a.text, len(a.claims)) for a in question.answers] == [("86", 1)]


def test_a_refuted_report_that_nobody_died_gives_no_none() -> None:
    told = Told(
        "reports that nobody died at the fish market were false",
        by="the junta",
        figure=("nobody", "killed", "people"),
        low=0,
        high=0,
        best=0,
        when="2031-05-08",
        place="Varn",
    )
    (question,) = questions([toll(18)], [told], kind="figure")
    assert "nobody" not in {a.text for a in question.answers}


@pytest.mark.parametrize(
    ("told", "stands"),
    [
        ("cast doubt on reports that 86 people died at the fish market", False),
        ("questioned the toll of 86 at the fish market", False),
        ("questioned 86 people who were hurt at the fish market", True),
    ],
)
def test_a_number_that_is_doubted_supports_nothing(told: str, stands: bool) -> None:
    (question,) = questions([toll(86)], [counting("86", told=told)], kind="figure")
    assert [(a.text, len(a.claims)) for a in question.answers] == [("86", 1 + stands)]


@pytest.mark.parametrize(("words", "number"), [("no people", 0), ("one", 1)])
def test_none_killed_is_a_number_given(words: str, number: int) -> None:
    told = (
        "The blast at the fish market killed no people."
        if number == 0
        else "Not one died at the fish market."
    )
    none = Told(
        told,
        by="the junta",
        negated=True,
        figure=(words, "killed", "people"),
        low=number,
        high=number,
        best=number,
        when="2031-05-08",
        place="Varn",
    )
    (question,) = questions([toll(18)], [none], kind="figure")
    assert question.rival
    assert [a.text for a in question.answers] == [words, "18"]


def test_who_denies_one_number_may_give_another() -> None:
    denial = counting("86", told="it is not true that 86 people died at the fish market", negated=True)
    (question,) = questions([toll(86)], [denial, replace(toll(20), by="the junta")], kind="figure")
    assert question.rival
    assert [a.text for a in question.answers] == ["86", "denied: 86", "20"]


def test_a_number_that_is_only_denied_is_asked_by_nobody() -> None:
    denial = counting("86", told="86 people died at the fish market", act="deny")
    assert questions([denial], kind="figure") == []


def test_a_round_floor_that_both_can_hold_is_no_rival() -> None:
    (question,) = questions([toll(58)], [toll(50, hedge="more than")], kind="figure")
    assert not question.rival


def counted(number: int, people: str) -> Told:
    return Told(
        f"The blast at the fish market killed {number} {people}.",
        figure=(str(number), "killed", people),
        low=number,
        high=number,
        best=number,
        when="2031-05-08",
        place="Varn",
    )


@pytest.mark.parametrize(
    ("people", "fewer", "rivals"),
    [("soldiers", 2, 0), ("armed men", 2, 0), ("Tavronians", 2, 0), ("soldiers", 20, 1), ("villagers", 2, 1)],
)
def test_some_of_a_party_are_no_rival_of_all(people: str, fewer: int, rivals: int) -> None:
    found = questions([toll(12)], [counted(fewer, people)], kind="figure")
    assert sum(q.rival for q in found) == rivals


def test_a_vague_word_goes_with_the_number_of_its_own_voice() -> None:
    dozens = Told(
        "The blast at the fish market killed dozens of people.",
        by="the monitor",
        figure=("dozens", "killed", "people"),
        low=24,
        vague="dozens",
        when="2031-05-08",
        place="Varn",
    )
    theirs = replace(toll(170), by="the monitor")
    (question,) = questions([toll(140)], [dozens], [theirs], kind="figure")
    assert [a.text for a in question.answers] == ["140", "170 / dozens"]


def test_tolls_of_different_days_are_not_set_against_each_other() -> None:
    found = questions([toll(58)], [toll(16, when="2031-04-02")], kind="figure")
    assert len(found) == 2
    assert not any(q.rival for q in found)


def test_killed_and_injured_are_two_questions() -> None:
    injured = Told(
        "The blast at the fish market injured 140 people.",
        figure=("140", "injured", "people"),
        low=140,
        high=140,
        best=140,
        when="2031-05-08",
        place="Varn",
    )
    assert len(questions([toll(58)], [injured], kind="figure")) == 2


def test_each_side_blames_the_other() -> None:
    found = questions(
        [
            Told("The league said junta jets bombed the clinic.", by="the league", act="accuse", target="the junta"),
            Told("The junta blamed the league for the clinic bombing.", by="the junta", act="accuse", target="the league"),
        ],
        kind="responsibility",
    )  # fmt: skip
    question = next(q for q in found if len(q.answers) > 1)
    assert question.rival
    assert {a.text for a in question.answers} == {"government side", "league side"}


def test_a_denial_is_an_answer_of_its_own() -> None:
    found = questions(
        [
            Told(
                "Junta jets bombed the clinic in Varn.",
                event=("bomb", "Air/drone strike"),
                doer="the junta",
                when="2031-05-08",
            )
        ],
        [
            Told(
                "Junta jets bombed the clinic in Varn.",
                by="the junta",
                act="deny",
                negated=True,
                status="denied",
                event=("bomb", "Air/drone strike"),
                doer="the junta",
                when="2031-05-08",
            )
        ],
        kind="responsibility",
    )
    (question,) = found
    assert question.rival
    assert {a.text for a in question.answers} == {"government side", "not government side"}


def harm(by: str, **more: Any) -> Told:
    told = "The traders were killed in Varn."
    deed = {"event": ("kill", "Attack"), "doer": "the league", "role": "target", "target": "the league"}
    return Told(told, by=by, act="deny", negated=True, status="denied", when="2031-05-08", **(deed | more))


def test_who_denies_that_somebody_came_to_harm_clears_nobody() -> None:
    assert questions([harm("the junta")], kind="responsibility") == []
    (question,) = questions([harm("the junta", role="agent")], kind="responsibility")
    assert [a.text for a in question.answers] == ["not league side"]


@pytest.mark.parametrize("accusing", [True, False])
def test_who_is_blamed_answers_with_a_denial_of_the_harm(accusing: bool) -> None:
    blaming = Told(
        "The junta killed the traders in Varn.", by="the league", event=("kill", "Attack"), when="2031-05-08"
    )
    charge = (
        replace(blaming, act="accuse", target="the junta") if accusing else replace(blaming, doer="the junta")
    )
    (question,) = questions([charge], [harm("the junta")], kind="responsibility")
    assert {a.text for a in question.answers} == {"government side", "not government side"}


def test_explanations_of_one_failure() -> None:
    found = questions(
        [
            Told(
                "The talks stalled when the league left.",
                reason=("cause", "The talks stalled", "the league left"),
            )
        ],
        [Told("The talks stalled over unpaid wages.", reason=("cause", "The talks stalled", "unpaid wages"))],
        kind="cause",
    )
    (question,) = found
    assert question.rival
    assert {a.text for a in question.answers} == {"the league left", "unpaid wages"}


def test_who_holds_the_port() -> None:
    held = ("capture", "Non-state actor overtakes territory")
    found = questions(
        [Told("The league captured the port.", event=held, doer="the league", role="holder", place="Varn")],
        [
            Told(
                "The junta holds the port.",
                event=("hold", "Other"),
                doer="the junta",
                role="holder",
                place="Varn",
            )
        ],
        kind="control",
    )
    (question,) = found
    assert question.rival
    assert {a.text for a in question.answers} == {"government side", "league side"}


def test_what_is_denied_word_for_word() -> None:
    found = questions(
        [Told("Soldiers burned the granary at Varn.")],
        [
            Told(
                "Soldiers burned the granary at Varn.",
                by="the junta",
                act="deny",
                negated=True,
                status="denied",
            )
        ],
        kind="occurrence",
    )
    assert any(q.rival for q in found)


def test_a_denial_of_something_else_answers_nothing() -> None:
    found = questions(
        [Told("Soldiers burned the granary at Varn.")],
        [
            Told(
                "The minister never met the fishermen.",
                by="the junta",
                act="deny",
                negated=True,
                status="denied",
            )
        ],
        kind="occurrence",
    )
    assert not any(q.rival for q in found)


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("mayor", "mayors"), ("policeman", "policemen"), ("child", "children"), ("guards", "guards"),
        ("member of the crew", "members of the crew"), ("police", "police"), ("deputy", "deputies"),
        ("crew", "crew"), ("coach", "coaches"), ("boy", "boys"), ("person", "people"), ("human", "humans"),
    ],
)  # fmt: skip
def test_what_is_asked_of_many(one: str, many: str) -> None:
    assert plural(one, WORDS) == many


@pytest.mark.parametrize(
    ("number", "of", "asked"), [(1, "mayor", "mayors"), (52, "crew", "crew"), (2, "mayors", "mayors")]
)
def test_a_question_asks_of_many(number: int, of: str, asked: str) -> None:
    told = replace(toll(number), figure=(str(number), "killed", of))
    (question,) = questions([told], kind="figure")
    assert question.text.startswith(f"How many {asked} were killed")


@pytest.mark.parametrize(
    ("said", "unsaid", "rival"),
    [
        ("Pena did threaten Ruiz at the mill gate", "Pena did not threaten Ruiz at the mill gate", True),
        ("Pena did threaten Ruiz at the mill gate", "Pena didn't threaten Ruiz at the mill gate", True),
        ("Pena did threaten Ruiz at the mill gate", "Pena did not answer Ruiz at the mill gate", False),
        ("Fenn did lie about the mill fire", "Fenn did not claim of the minister to lie about the mill fire", False),
        ("Guards did lock the door of the old stone hall at noon", "Nobody did lock the door of the old stone hall at noon", True),
        ("Guards did lock the door of the old stone hall at noon", "Nobody did open the door of the old stone hall at noon", False),
        ("The guards did unlock the old stone hall at noon", "The guards never lock the old stone hall at noon", False),
    ],
)  # fmt: skip
def test_a_denial_is_of_the_deed_that_is_told(said: str, unsaid: str, rival: bool) -> None:
    found = questions(
        [Told(said, by="the league")], [Told(unsaid, by="the junta", negated=True)], kind="occurrence"
    )
    assert any(q.rival for q in found) is rival


@pytest.mark.parametrize(
    ("word", "term", "same"),
    [
        ("opened", "open", True), ("denied", "deny", True), ("fires", "fire", True), ("shot", "shoot", False),
        ("stopped", "stop", True), ("warden", "ward", True), ("party", "part", False), ("locking", "lock", True),
    ],
)  # fmt: skip
def test_forms_of_a_lemma(word: str, term: str, same: bool) -> None:
    assert is_form(word, term) is same


def test_one_voice_does_not_rival_itself() -> None:
    found = questions(
        [Told("The convoy reached Varn.", by="the monitor"), Told("The convoy never reached Varn.", by="the monitor", negated=True)],
        kind="occurrence",
    )  # fmt: skip
    assert not any(q.rival for q in found)


def test_a_story_without_claims_has_no_questions() -> None:
    assert questions([]) == []


def test_the_order_of_accounts_changes_nothing() -> None:
    cast = cast_of(PEOPLE, [toll(58)], [toll(72)], [toll(50, hedge="more than")])
    expected = match(cast, encoder=bag_of_words, words=WORDS)
    for readings in permutations(cast.readings):
        shuffled = type(cast)(
            readings=readings, actors=cast.actors, sides=cast.sides, labels=(), relations=()
        )
        assert match(shuffled, encoder=bag_of_words, words=WORDS) == expected


@pytest.mark.parametrize("size", [10, 100, 1000])
def test_candidates_grow_with_the_items_not_their_square(size: int) -> None:
    keys = {f"i{n:04}": ("everyone shares this", n // 2) for n in range(size)}
    order = {item: (item,) for item in keys}
    assert len(list(candidates(keys, order))) <= 45 * size


def test_groups_do_not_chain() -> None:
    chain = {("a", "b"): 0.9, ("b", "c"): 0.8, ("c", "d"): 0.7, ("d", "e"): 0.6}
    assert max(len(group) for group in gathered(chain)) < 5


def test_when_the_happening_was() -> None:
    blast = ("blast", "Remote explosive/landmine/IED")
    found = questions(
        [Told("A blast hit the fish market in Varn.", event=blast, when="2031-05-08", place="Varn")],
        [Told("The blast at the Varn market came at noon.", event=blast, when="2031-05-09", place="Varn")],
        kind="time",
    )
    (question,) = found
    assert question.rival
    assert [a.text for a in question.answers] == ["2031-05-08", "2031-05-09"]


def test_two_days_in_one_account_are_two_things_told() -> None:
    blast = ("blast", "Remote explosive/landmine/IED")
    found = questions(
        [
            Told("A blast hit the market.", event=blast, when="2031-05-08"),
            Told("A blast hit the port.", event=blast, when="2031-05-09"),
        ],
        [Told("The blast hit the market.", event=blast, when="2031-05-08")],
        kind="time",
    )
    assert not any(q.rival for q in found)


def test_one_deal_judged_both_ways() -> None:
    found = questions(
        [Told("The deal is good news for the valley.", by="the junta")],
        [Told("The deal is a sham.", by="the league")],
        kind="judgement",
    )
    assert found
    assert found[0].rival


def test_a_negation_turns_a_judgement_round() -> None:
    found = questions(
        [Told("The deal is good news for the valley.", by="the junta")],
        [Told("The deal is no success.", by="the league", negated=True)],
        kind="judgement",
    )
    assert found


def test_one_voice_may_judge_both_ways() -> None:
    found = questions(
        [Told("The deal is good news.", by="the junta"), Told("The deal is a sham.", by="the junta")],
        kind="judgement",
    )
    assert not found


OPPOSED = [
    ("The villagers were freed from the fort.", "The villagers were massacred in the fort."),
    ("The group served as a justification for the raid.", "The group was a pretext for the raid."),
    ("The militia foiled the attack on the hill.", "The attack on the hill continued."),
]


@pytest.mark.parametrize(("first", "second"), OPPOSED)
def test_senses_that_exclude_each_other(first: str, second: str) -> None:
    lemmas = {
        "villagers": "villager",
        "freed": "free",
        "massacred": "massacre",
        "foiled": "foil",
        "continued": "continue",
    }
    cast = cast_of(PEOPLE, [Told(first)], [Told(second)])
    readings = tuple(
        replace(r, claims=tuple(replace(c, terms=tuple(lemmas.get(t, t) for t in c.terms)) for c in r.claims))
        for r in cast.readings
    )
    found = match(replace(cast, readings=readings), encoder=bag_of_words, words=WORDS)
    assert any(q.rival and q.kind == "occurrence" for q in found)


def test_planes_without_an_owner_are_charged_with_nothing() -> None:
    people = People(kinds={"warplanes": "armed_group", "the junta": "government"})
    raid = ("raid", "Air/drone strike")
    cast = cast_of(
        people,
        [Told("Warplanes raided Varn.", event=raid, doer="warplanes", by="the junta")],
        [Told("Warplanes raided Varn.", event=raid, doer="warplanes")],
    )
    found = match(cast, encoder=bag_of_words, words=WORDS)
    assert not [q for q in found if q.kind == "responsibility"]


def test_a_count_s_own_day_does_not_part_two_tolls() -> None:
    counted = Told(
        "The monitor raised its count of the dead of the fish market blast to 72 on Thursday.",
        figure=("72", "killed", "people"),
        low=72,
        high=72,
        best=72,
        when="2031-05-10",
    )
    found = questions([toll(58)], [counted], kind="figure")
    assert len(found) == 1
    assert found[0].rival


def test_a_speaker_who_says_we_holds_the_bridge() -> None:
    hold = ("hold", "Other")
    cast = cast_of(
        PEOPLE,
        [
            Told(
                "The league holds the bridge.",
                event=hold,
                doer="the league",
                role="holder",
                place="Varn bridge",
            )
        ],
        [Told("We", by="the junta", event=hold, doer="nobody", role="holder", place="Varn bridge")],
    )
    (question,) = [q for q in match(cast, encoder=bag_of_words, words=WORDS) if q.kind == "control"]
    assert {a.text for a in question.answers} == {"government side", "league side"}


def test_a_different_story_size_changes_no_group() -> None:
    pairs = {("a", "b"): 0.9, ("c", "d"): 0.8}
    assert gathered(pairs) == [["a", "b"], ["c", "d"]]


def test_an_agreed_denial_reads_as_a_denial() -> None:
    said = "The junta used banned shells at the port of Varn."
    other = "The junta used banned shells at the Varn port in spring."
    found = questions(
        [Told(said, by="the junta", act="deny", negated=True, status="denied")],
        [Told(other, by="the monitor", act="deny", negated=True, status="denied")],
        kind="occurrence",
    )
    assert found
    assert all(a.text.startswith("denied: ") for q in found for a in q.answers)


def test_rival_holders_do_not_agree() -> None:
    hold = ("hold", "Other")
    found = questions(
        [
            Told(
                "The league holds the long bridge at Varn.",
                event=hold,
                doer="the league",
                role="holder",
                place="Varn",
            )
        ],
        [
            Told(
                "The junta holds the long bridge at Varn.",
                event=hold,
                doer="the junta",
                role="holder",
                place="Varn",
            )
        ],
        kind="occurrence",
    )
    assert not found


def test_tolls_are_no_agreement() -> None:
    assert not questions([toll(58)], [toll(72)], kind="occurrence")


def measure(number: float, unit: str, *, of: str = "truce", told: str = "", what: str | None = None) -> Told:
    words = f"{number:g} {unit}"
    return Told(
        told or f"The truce on the river bridge at Varn lasted {words}.",
        figure=(words, what or of, of),
        low=number,
        high=number,
        best=number,
        unit=unit,
        when="2031-05-08",
        place="Varn",
    )


def test_a_measure_in_two_units_is_one_answer() -> None:
    (question,) = questions([measure(48, "hours")], [measure(2, "days")], kind="figure")
    assert question.text.startswith("How long: truce")
    assert [a.text for a in question.answers] == ["2 days / 48 hours"]


def test_measures_of_one_thing_that_differ_are_rivals_and_no_agreement() -> None:
    found = questions([measure(48, "hours")], [measure(5, "days")])
    figures = [q for q in found if q.kind == "figure"]
    assert [q.rival for q in figures] == [True]
    assert [a.text for a in figures[0].answers] == ["48 hours", "5 days"]
    assert not [q for q in found if q.kind == "occurrence"]


def test_measures_of_two_things_or_on_two_scales_are_never_set_against_each_other() -> None:
    length = measure(40, "kilometres", what="distance from Lund", of="camp")
    other = measure(60, "kilometres", what="distance from Lund", of="depot")
    assert not any(q.rival for q in questions([length], [other]))
    assert not any(q.rival for q in questions([measure(48, "hours")], [measure(40, "kilometres")]))


def test_a_rate_is_no_toll() -> None:
    rate = replace(toll(12), unit="per day")
    assert not any(q.rival for q in questions([toll(58)], [rate], kind="figure"))
    assert not questions([rate], kind="figure")
