"""Numbers bound to what they count, of whom, and whom they are blamed on."""

from collections.abc import Callable
from typing import NamedTuple

import pytest

from counterclaim.pipeline import Models
from counterclaim.records import Article, Attributed, Claim, Figure, Part, PlaceMention
from counterclaim.stages.attribute import attribute
from counterclaim.stages.attribute.rules import RuleTagger
from counterclaim.stages.ground.claims import read_claims
from counterclaim.stages.ground.figures import read_figures

pytestmark = pytest.mark.models


class Read(NamedTuple):
    """What was read of one paragraph."""

    article: Article
    claims: tuple[Claim, ...]
    figures: tuple[Figure, ...]


Reader = Callable[[str], Read]


def article_of(text: str) -> Article:
    """An article of one paragraph."""
    return Article(
        id="a-1", file="one.txt", sha256="", title=None, outlet=None, byline=None, published="2031-05-07",
        published_basis=None, url=None, genre="report", language="en", text=text, credits=(),
        parts=(Part(kind="body", start=0, end=len(text)),),
    )  # fmt: skip


@pytest.fixture
def read(models: Models) -> Reader:
    """Read one paragraph with the real models."""

    def of(text: str) -> Read:
        article = article_of(text)
        parse = next(iter(models.parser([article])))
        assert not isinstance(parse, Exception)
        words = models.ground_words
        attributed = attribute(
            article, parse, tagger=RuleTagger(acts=models.act_words), acts=models.act_words, names=words.names
        )
        claims = read_claims(article, parse, attributed.statements, acts=models.act_words)
        figures = read_figures(article, parse, claims, attributed, (), (), words=words.figures, vague="none")
        return Read(article=article, claims=claims, figures=figures)

    return of


def words_of(figures: tuple[Figure, ...]) -> list[tuple[str, str | None, str | None]]:
    return [(f.text, f.counted, f.population) for f in figures]


BOUND = [
    ("Three of the injured died on the way.", [("Three", "killed", "people")]),
    ("Two of the wounded have died overnight.", [("Two", "killed", "people")]),
    ("Three of the injured did not die.", [("Three", "injured", "people")]),
    ("Forty people lost their lives in the fire.", [("Forty", "killed", "people")]),
    ("At least 12 lost their lives.", [("At least 12", "killed", "people")]),
    ("Forty people lost their homes in the fire.", [("Forty", "people", "people")]),
    ("No Israeli was killed.", [("No Israeli", "killed", "Israeli")]),
    ("No Russian was hurt in the blast.", [("No Russian", "injured", "Russian")]),
    ("Five to seven bombs fell on the port.", [("Five to seven", "bombs", "bombs")]),
    ("12 to 15 people were shot dead.", [("12 to 15", "killed", "people")]),
    (
        "In all, 52 were dead, 17 in critical condition.",
        [("52", "killed", "people"), ("17", "injured", "people")],
    ),
    (
        "Nine died and four were in intensive care.",
        [("Nine", "killed", "people"), ("four", "injured", "people")],
    ),
    (
        "Nine were killed and four on life support.",
        [("Nine", "killed", "people"), ("four", "injured", "people")],
    ),
    ("Nine people are still missing.", [("Nine", "missing", "people")]),
    ("Nine people are missing the point.", [("Nine", "people", "people")]),
    ("Nobody died in the fire.", [("Nobody", "killed", "people")]),
    ("No one was killed in the fire.", [("No one", "killed", "people")]),
    ("None died in the fire.", [("None", "killed", "people")]),
    ("A rocket killed nine civilians in the port.", [("nine", "killed", "civilians")]),
    ("Nine civilians were killed by army shells.", [("Nine", "killed", "civilians")]),
    (
        "The army killed nine farmers and wounded 30.",
        [("nine", "killed", "farmers"), ("30", "injured", "people")],
    ),
    (
        "At least 12 people died and dozens were injured when the bridge fell.",
        [("At least 12", "killed", "people"), ("dozens", "injured", "people")],
    ),
    (
        "The blast left at least 100 people dead and over 400 wounded.",
        [("at least 100", "killed", "people"), ("over 400", "injured", "people")],
    ),
    ("The death toll reached 126 on Sunday.", [("126", "killed", "people")]),
    ("Rescuers recovered the bodies of 44 victims.", [("44", "killed", "victims")]),
    ("The group reported the killing of 12 farmers by militiamen.", [("12", "killed", "farmers")]),
    (
        "Officials said 86 people died, 30 of them children.",
        [("86", "killed", "people"), ("30", "killed", "children")],
    ),
    (
        "The raid killed 58 people including 11 children.",
        [("58", "killed", "people"), ("11", "killed", "children")],
    ),
    ("The clashes cost the lives of two nurses.", [("two", "killed", "nurses")]),
    ("The strike claimed the lives of some 80 people.", [("some 80", "killed", "people")]),
    ("Police arrested more than 60 protesters on Monday.", [("more than 60", "detained", "protesters")]),
    ("About 5,000 people were evacuated from the camp.", [("About 5,000", "evacuated", "people")]),
    ("Buses carrying 3,000 people left the enclave.", [("3,000", "evacuated", "people")]),
    ("Up to 40,000 people have been displaced since June.", [("Up to 40,000", "displaced", "people")]),
    ("Hundreds of thousands have fled the country.", [("Hundreds of thousands", "displaced", "people")]),
    (
        "The militia kept over 1,000 people as human shields.",
        [("over 1,000", "held as human shields", "people")],
    ),
    ("The rebels released 22 soldiers.", [("22", "freed", "soldiers")]),
    ("Between 60 and 70 hostages were freed by the marines.", [("Between 60 and 70", "freed", "hostages")]),
    ("The army fired 23 missiles during the night.", [("23", "fired", "missiles")]),
    ("The bombing destroyed six houses.", [("six", "destroyed", "houses")]),
    ("Three missiles hit the depot.", [("Three", "missiles", "missiles")]),
    ("Two gunmen killed 14 worshippers.", [("Two", "gunmen", "gunmen"), ("14", "killed", "worshippers")]),
    ("A child was killed by a sniper.", [("A child", "killed", "child")]),
    ("No civilians were killed in the strike.", [("No civilians", "killed", "civilians")]),
    ("There were no casualties.", [("no casualties", "casualties", "people")]),
    (
        "The number of shepherds in the valley was below 9,000 before the war.",
        [("below 9,000", "population", "shepherds")],
    ),
    ("Medics treated 40 wounded fighters.", [("40", "injured", "wounded fighters")]),
    ("The governor denied that 70 people had been killed.", [("70", "killed", "people")]),
    ("The shelling, which wounded 15 people, went on all night.", [("15", "injured", "people")]),
    ("Seven killed in coalition air strikes on the port.", [("Seven", "killed", "people")]),
    (
        "Thirty-one dead, 170 injured, state radio said.",
        [("Thirty-one", "killed", "people"), ("170", "injured", "people")],
    ),
    ("The convoy of 45 buses reached the crossing.", [("45", "buses", "buses")]),
    ("Insurgents executed 82 prisoners, the monitor said.", [("82", "executed", "prisoners")]),
    ("Some 300 people were killed or wounded.", [("Some 300", "killed or injured", "people")]),
    ("The bomb killed and wounded dozens of shoppers.", [("dozens", "killed or injured", "shoppers")]),
    ("The attack in which 19 miners died went unclaimed.", [("19", "killed", "miners")]),
    (
        "Villagers spoke of some 400 civilian deaths throughout the siege.",
        [("some 400", "killed", "civilians")],
    ),
    (
        "Six women, four children and two men were among the dead.",
        [
            ("Six women, four children and two men", "killed", "people"),
            ("Six", "killed", "women"),
            ("four", "killed", "children"),
            ("two", "killed", "men"),
        ],
    ),
    (
        "A bomb killed six people and injured 32 in the harbour state radio said",
        [("six", "killed", "people"), ("32", "injured", "people")],
    ),
    ("Troops recaptured two hill villages.", [("two", "villages", "hill villages")]),
    ("The town has a population of 45,000.", [("45,000", "population", None)]),
    ("Four nuns were kidnapped on the coast road.", [("Four", "abducted", "nuns")]),
    ("Three teenagers were shot near the mill.", [("Three", "killed or injured", "teenagers")]),
    ("Three teenagers were shot dead near the mill.", [("Three", "killed", "teenagers")]),
    ("Two guards were fatally shot on Monday.", [("Two", "killed", "guards")]),
    ("A gunman shot and wounded four shoppers.", [("four", "injured", "shoppers")]),
    ("Five men were taken to hospital after the brawl.", [("Five", "injured", "men")]),
    ("Two drivers were treated for gunshot wounds.", [("Two", "injured", "drivers")]),
    ("Two men with stab wounds walked into the clinic.", [("Two", "injured", "men")]),
    ("The court heard of the shooting of three students.", [("three", "killed or injured", "students")]),
    ("A 19-year-old woman was shot dead in her car.", [("A 19-year-old woman", "killed", "woman")]),
    ("It has been confirmed that one is dead.", [("one", "killed", "people")]),
    (
        "On Wednesday, 18 October, between 13 and 15 members of the family were killed.",
        [("between 13 and 15", "killed", "members")],
    ),
    (
        "On the night of Thursday, 26 October, 12 civilians, all of them women, were killed.",
        [("12", "killed", "civilians")],
    ),
    (
        "At noon at least 35 identified civilians of the Berg and Lund families were killed.",
        [("at least 35", "killed", "people")],
    ),
    ("The shooting leaves one boy in critical condition.", [("one", "injured", "boy")]),
    ("Two men are in the hospital after a shooting.", [("Two", "injured", "men")]),
    ("Two women were listed in stable condition.", [("Two", "injured", "women")]),
    ("The other four people have life-threatening injuries.", [("four", "injured", "people")]),
    ("Two men have no injuries.", [("Two", "men", "men"), ("no injuries", "injured", "people")]),
    ("Two officers found the house in good condition.", [("Two", "officers", "officers")]),
    ("Up to 15 people are under the rubble.", [("Up to 15", "trapped", "people")]),
    ("Some 600 people are now without shelter.", [("Some 600", "displaced", "people")]),
    ("About 900 people have been driven from their homes.", [("About 900", "displaced", "people")]),
    ("Two guards were driven to the gate.", [("Two", "guards", "guards")]),
    (
        "Nine people died on Monday. The mayor put the figure at 12.",
        [("Nine", "killed", "people"), ("12", "killed", "people")],
    ),
    (
        "Some 900 people fled. The port took in 200 of them.",
        [("Some 900", "displaced", "people"), ("200", "displaced", "people")],
    ),
    ("Two doctors met at the hospital.", [("Two", "doctors", "doctors")]),
    ("They named two people found dead in the mill.", [("two", "killed", "people")]),
    ("Nobody spoke after he and four others were shot.", [("four", "killed or injured", "people")]),
    ("Police called it a triple homicide.", [("triple homicide", "killed", "people")]),
    ("The double shooting shocked the town.", [("double shooting", "killed or injured", "people")]),
    ("A fatal double shooting shocked the town.", [("double shooting", "killed", "people")]),
    ("Seven people total were shot near the mill.", [("Seven", "killed or injured", "people")]),
    ("At noon, three males ages 17, 18 and 22, were shot.", [("three", "killed or injured", "males")]),
    (
        "Relatives of 12 villagers were told that nobody was killed.",
        [("12", "villagers", "villagers"), ("nobody", "killed", "people")],
    ),
    (
        "At least nine farmers, including two brothers from the hill, were killed in the raid.",
        [("At least nine", "killed", "farmers"), ("two", "killed", "brothers")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), BOUND)
def test_a_number_counts_what_its_sentence_ties_it_to(
    read: Reader, text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    assert words_of(read(text).figures) == expected


TOGETHER = [
    # text, the words that are counted as one, how many, and how many parts stand in them
    ("A man and two girls were shot dead on Monday.", "A man and two girls", 3, 2),
    ("A woman and her brother were killed.", "A woman and her brother", 2, 1),
    ("The gunman killed his wife, two sons and a guard.", "two sons and a guard", 3, 2),
    ("A nurse along with her two children was killed.", "A nurse along with her two children", 3, 2),
    ("The strike killed a nurse alongside her grandson.", "a nurse alongside her grandson", 2, 1),
    ("A man shot a boy and then himself.", "a boy and then himself", 2, 1),
    ("The army killed at least two soldiers and five rebels.", "at least two soldiers and five rebels", 7, 2),
    ("The raid killed two brothers, Olaf Berg and Jan Berg, and a nurse.", "two brothers, Olaf Berg and Jan Berg, and a nurse", 3, 2),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "low", "parts"), TOGETHER)
def test_those_whom_one_phrase_joins_are_also_counted_together(
    read: Reader, text: str, words: str, low: float, parts: int
) -> None:
    figures = {f.text: f for f in read(text).figures}
    whole = figures[words]
    assert (whole.low, whole.population, whole.scope) == (low, "people", "incident")
    assert sum(f.part_of == whole.id and f.scope == "part" for f in figures.values()) == parts


APART = [
    "The army killed nine farmers and wounded 30.",
    "Dozens of men and two girls were killed.",
    "A teacher and poet was killed.",
    "A man and children were killed.",
    "At least 58 people, including 11 children and 17 women, were killed.",
    "The strike killed three civilians, two women and a child.",
    "A man was shot and three people in the mill were killed.",
]


@pytest.mark.parametrize("text", APART)
def test_what_no_phrase_joins_or_nobody_counted_is_not_summed(read: Reader, text: str) -> None:
    figures = read(text).figures
    assert not [f.text for f in figures if " and " in f.text]


LISTED = [
    # text, and the words of the parts of its first figure
    ("At least 58 people, including 11 children and 17 women, were killed.", ["11", "17"]),
    ("The strike killed three civilians, two women and a child.", ["two", "a child"]),
    ("Nine people, among them a nurse and two boys, were killed.", ["a nurse", "two"]),
    ("At least 12 people, including three women, and up to 30 civilians were killed.", ["three"]),
]


@pytest.mark.parametrize(("text", "parts"), LISTED)
def test_all_of_a_list_are_parts_and_none_is_more_than_its_whole(
    read: Reader, text: str, parts: list[str]
) -> None:
    whole, *others = read(text).figures
    assert [f.text for f in others if f.part_of == whole.id] == parts


COUNTS_NOTHING = [
    "One of the drivers said nobody came.",
    "No one believed the two sides.",
    "He was 12 years old.",
    "They met on 4 April 2031.",
    "Several areas were quiet.",
    "The two countries talked.",
    "It was one thing after another.",
    "She was the first of her kind.",
    "A driver was not hurt.",
    "The crew shot a film.",
    "There was no immediate toll.",
    "An officer said nobody was shot.",
    "They slept in a double bed.",
    "A double agent was at the shooting.",
    "None of the nurses died.",
    "No Israeli was at the school.",
    "No Russian said that he was hurt.",
    "Neither the army nor the league shot the priest.",
    "Nobody believed the two sides.",
    "One of them, a baker, was at home.",
    "The mayor told Agency One that people had fled.",
]


@pytest.mark.parametrize("text", COUNTS_NOTHING)
def test_a_number_that_counts_nothing_is_no_figure(read: Reader, text: str) -> None:
    assert words_of(read(text).figures) == []


BLAMED = [
    ("A rocket killed nine civilians in the port.", None),
    ("Nine civilians were killed by army shells.", "army"),
    ("The army killed nine farmers.", "The army"),
    ("The group reported the killing of 12 farmers by militiamen.", "militiamen"),
    ("A child was killed by a sniper.", "a sniper"),
    ("Seven killed in coalition air strikes on the port.", "coalition"),
    ("The rebels fired on the market, killing seven people.", "The rebels"),
    ("Insurgents executed 82 prisoners, the monitor said.", "Insurgents"),
    ("Seven people died when the bridge fell.", None),
    ("The ministry accused the rebels of killing 17 shepherds.", "the rebels"),
    ("Six people were killed and dozens others wounded in a blast.", None),
]


@pytest.mark.parametrize(("text", "blamed"), BLAMED)
def test_those_who_did_it_are_blamed(read: Reader, text: str, blamed: str | None) -> None:
    reading = read(text)
    at = reading.figures[0].blamed_at
    assert (text[at[0] : at[1]] if at else None) == blamed


SCOPES = [
    ("Three of the injured died on the way.", "part"),
    ("Eleven of the 14 dead were soldiers.", "part"),
    ("The blast killed 58 people.", "incident"),
    ("The war has killed more than 300,000 people since 2021.", "total"),
    ("The militia kept over 1,000 people as human shields.", "stock"),
    ("Some 400 people died throughout the siege and the war.", "total"),
    ("Another seven people died overnight.", "part"),
    ("Rescuers found seven more bodies.", "part"),
    ("More than seven people died overnight.", "incident"),
]


@pytest.mark.parametrize(("text", "scope"), SCOPES)
def test_scope_tells_an_incident_from_a_total_and_a_stock(read: Reader, text: str, scope: str) -> None:
    assert read(text).figures[0].scope == scope


def test_some_of_those_killed_are_a_part_where_they_are_told_to_be_killed_again(read: Reader) -> None:
    text = "Nine people were killed in the raid. One of them, a baker, was killed at home."
    assert [f.scope for f in read(text).figures] == ["incident", "part"]
    text = "There were 20 people aboard. Nine of them were killed."
    assert read(text).figures[-1].scope == "incident"


def test_a_part_points_to_its_whole(read: Reader) -> None:
    whole, part = read("The raid killed 58 people including 11 children.").figures
    assert (part.part_of, part.scope, whole.part_of) == (whole.id, "part", None)


NEW, OLD, PLAIN = "new", "old", "plain"
AGES = [
    # text, and each toll with what it is called
    ("The death toll has risen to 126.", [("126", NEW)]),
    ("The death toll was 126.", [("126", PLAIN)]),
    ("The ministry put the toll at 126, updating a previous toll of 112.", [("126", NEW), ("112", OLD)]),
    ("The toll rose from 58 to 100.", [("58", OLD), ("100", NEW)]),
    ("The monitor raised its count of the dead to 63.", [("63", NEW)]),
    ("The ministry revised the toll down to 31.", [("31", NEW)]),
    ("At least 72 people were killed, up from 58.", [("At least 72", NEW), ("58", OLD)]),
    ("Doctors said 46 had died, more than the 31 reported earlier.", [("46", NEW), ("31", OLD)]),
    ("An earlier toll put the dead at 22.", [("22", OLD)]),
    ("The ministry had earlier said 31 people died.", [("31", OLD)]),
    ("Previously, the mayor spoke of nine dead.", [("nine", OLD)]),
    ("The latest toll stood at 34.", [("34", NEW)]),
    ("The number of dead climbed by 12 to 70.", [("70", NEW)]),
    ("Officials initially reported 17 killed but the toll rose to 26.", [("17", OLD), ("26", NEW)]),
    ("Rescuers found the bodies, bringing the toll to 68.", [("68", NEW)]),
    ("An earlier version of this article said 58 people died.", [("58", OLD)]),
    ("Correction: we reported that 58 people had died.", [("58", OLD)]),
    ("The 94 deaths first reported by the mayor were in doubt.", [("94", OLD)]),
    ("The mayor took back his claim that 94 people died.", [("94", OLD)]),
    ("The mayor repeated his claim that 94 people died.", [("94", PLAIN)]),
    ("The mayor did not withdraw his claim that 94 people died.", [("94", PLAIN)]),
    ("In an earlier report, the agency said 40 people had died.", [("40", OLD)]),
    ("In a report, the agency said 40 people had died.", [("40", PLAIN)]),
    ("We reported that 58 people had died.", [("58", PLAIN)]),
    ("The mayor withdrew after 94 people died.", [("94", PLAIN)]),
    ("Nine people were killed earlier on Monday.", [("Nine", PLAIN)]),
    ("Prices rose as 12 people were killed.", [("12", PLAIN)]),
    ("A former mayor said nine people were killed.", [("nine", PLAIN)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), AGES)
def test_a_toll_is_told_as_new_as_old_or_plainly(
    read: Reader, text: str, expected: list[tuple[str, str]]
) -> None:
    figures = read(text).figures
    assert [(f.text, NEW if f.updates else OLD if f.earlier else PLAIN) for f in figures] == expected
    assert not any(f.updates and f.earlier for f in figures)


KNOWN = [
    ("Ada Lund was killed on the bridge.", [("Ada Lund", 1)]),
    ("Ada Lund and Olaf Berg were killed on the bridge.", [("Ada Lund and Olaf Berg", 2)]),
    ("His sister was killed on the bridge.", [("His sister", 1)]),
    (
        "Ada Moe, 45, Eva Berg, 27, and Vera Lund, 24, were killed.",
        [("Ada Moe, 45, Eva Berg, 27, and Vera Lund", 3)],
    ),
    ("His wife, son and daughter were killed.", [("His wife, son and daughter", 3)]),
    ("Ada Lund was killed on the bridge. Nine people were killed in all.", [("Nine", 9)]),
    ("Ada Lund was not killed on the bridge.", []),
    ("Ada Lund killed a guard on the bridge.", [("a guard", 1)]),
]


@pytest.mark.parametrize(("text", "expected"), KNOWN)
def test_persons_told_by_name_count_where_nobody_else_does(
    read: Reader, text: str, expected: list[tuple[str, float]]
) -> None:
    assert [(f.text, f.best) for f in read(text).figures if f.counted == "killed"] == expected


def test_one_person_told_where_more_are_counted_is_one_of_them(read: Reader) -> None:
    many, one = read("Nine people were killed in the port. A nurse was killed at the gate.").figures
    assert (many.scope, one.scope) == ("incident", "part")


def test_raising_a_concern_updates_nothing(read: Reader) -> None:
    (figure,) = read("The agency raised concern for the 4,000 people who fled.").figures
    assert not figure.updates


def test_a_period_stays_in_the_words_of_the_text(read: Reader) -> None:
    (figure,) = read("Some 400 people died throughout the siege.").figures
    assert figure.period == "throughout the siege"


def test_every_figure_stands_in_a_claim_of_its_article(read: Reader) -> None:
    reading = read(
        "The mayor said nine people died. The blast, which hurt 30, shook the port. Buses took 200 people."
    )
    claims = {c.id: c for c in reading.claims}
    assert len(reading.figures) == 3
    for figure in reading.figures:
        claim = claims[figure.claim]
        assert figure.text == reading.article.text[figure.start : figure.end]
        assert claim.sentence[0] <= figure.start < figure.end <= claim.sentence[1]


def test_a_vague_number_follows_the_rule_that_was_chosen(models: Models) -> None:
    article = article_of("Dozens of people were killed in Lower Marsh.")
    parse = next(iter(models.parser([article])))
    assert not isinstance(parse, Exception)
    claims = read_claims(article, parse, (), acts=models.act_words)
    place = PlaceMention(
        claim=claims[0].id, article=article.id, start=32, end=43, text="Lower Marsh", name="Lower Marsh",
        latitude=None, longitude=None, gazetteer_id=None, precision="exact",
    )  # fmt: skip
    none = Attributed(statements=(), mentions=())
    for rule, best in (("none", None), ("acled", 12.0)):
        (figure,) = read_figures(
            article, parse, claims, none, (), (place,), words=models.ground_words.figures, vague=rule
        )
        assert (figure.low, figure.best, figure.vague, figure.place) == (12, best, "dozens", "Lower Marsh")
        assert figure.rule == (rule if best else None)


ODD = [
    "",
    " ",
    "58",
    "at least",
    "KILLED 58 KILLED 9",
    "٥٨ قتيلا",
    "58 🔥 9",
    "9" * 400,
    "dozens " * 40,
    "of of 3 of",
]


@pytest.mark.parametrize("text", ODD)
def test_odd_text_does_not_fail(read: Reader, text: str) -> None:
    for figure in read(text).figures:
        assert text[figure.start : figure.end] == figure.text
