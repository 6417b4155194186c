"""Number expressions, their bounds, and how two figures compare."""

import tomllib
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.records import Figure
from counterclaim.values.figures import FigureWords, FoundNumber, compare_figures, find_numbers
from counterclaim.values.figures.cores import core_at
from counterclaim.values.figures.lexing import lex

WORDS = FigureWords.from_table(
    tomllib.loads(
        resources.files("counterclaim.models").joinpath("lexicon", "figures.toml").read_text("utf-8")
    )
)
NONE = None


def only(text: str, rule: str = "none") -> FoundNumber:
    found = find_numbers(text, words=WORDS, rule=rule)
    assert len(found) == 1, [text[n.start : n.end] for n in found]
    return found[0]


FIGURES = [
    # text, the words of the figure, low, high, best
    ("Police counted 17 shells.", "17", 17, 17, 17),
    ("The quake felled 30,250 homes.", "30,250", 30250, 30250, 30250),
    ("The quake felled 30250 homes.", "30250", 30250, 30250, 30250),
    ("The quake felled 30 250 homes.", "30 250", 30250, 30250, 30250),
    ("Aid reached 1.2 million people.", "1.2 million", 1200000, 1200000, 1200000),
    ("Aid reached 1.2m people.", "1.2m", 1200000, 1200000, 1200000),
    ("Aid reached 30k people.", "30k", 30000, 30000, 30000),
    ("Aid reached 5 thousand people.", "5 thousand", 5000, 5000, 5000),
    ("Nine men drowned.", "Nine", 9, 9, 9),
    ("Thirty-two men drowned.", "Thirty-two", 32, 32, 32),
    ("thirty two men drowned", "thirty two", 32, 32, 32),
    ("Two dozen men drowned.", "Two dozen", 24, 24, 24),
    ("Half a dozen men drowned.", "Half a dozen", 6, 6, 6),
    ("A dozen men drowned.", "A dozen", 12, 12, 12),
    ("A hundred and five men drowned.", "A hundred and five", 105, 105, 105),
    ("One hundred men drowned.", "One hundred", 100, 100, 100),
    ("Two hundred thousand men left.", "Two hundred thousand", 200000, 200000, 200000),
    ("Twelve thousand three hundred men left.", "Twelve thousand three hundred", 12300, 12300, 12300),
    ("A million men left.", "A million", 1000000, 1000000, 1000000),
    ("Half a million men left.", "Half a million", 500000, 500000, 500000),
    ("A quarter of a million men left.", "A quarter of a million", 250000, 250000, 250000),
    ("At least 61 men drowned.", "At least 61", 61, NONE, NONE),
    ("more than 50 men drowned", "more than 50", 50, NONE, NONE),
    ("the more then 200000 men", "more then 200000", 200000, NONE, NONE),
    ("Over 70 men drowned.", "Over 70", 70, NONE, NONE),
    ("No fewer than 70 men drowned.", "No fewer than 70", 70, NONE, NONE),
    ("No less than 70 men drowned.", "No less than 70", 70, NONE, NONE),
    ("Upwards of 70 men drowned.", "Upwards of 70", 70, NONE, NONE),
    ("Well over 70 men drowned.", "Well over 70", 70, NONE, NONE),
    ("In excess of 70 men drowned.", "In excess of 70", 70, NONE, NONE),
    ("It put the toll at least at 85.", "at least at 85", 85, NONE, NONE),
    ("At least twenty men drowned.", "At least twenty", 20, NONE, NONE),
    ("70 or more men drowned.", "70 or more", 70, NONE, NONE),
    ("Up to 400,000 men left.", "Up to 400,000", NONE, 400000, NONE),
    ("As many as 40 men left.", "As many as 40", NONE, 40, NONE),
    ("At most 40 men left.", "At most 40", NONE, 40, NONE),
    ("Fewer than 40 men left.", "Fewer than 40", NONE, 40, NONE),
    ("Less than 40 men left.", "Less than 40", NONE, 40, NONE),
    ("No more than 40 men left.", "No more than 40", NONE, 40, NONE),
    ("Their number fell below 90,000 soon.", "below 90,000", NONE, 90000, NONE),
    ("Under 400 men left.", "Under 400", NONE, 400, NONE),
    ("Nearly 300 men left.", "Nearly 300", NONE, 300, NONE),
    ("Almost 300 men left.", "Almost 300", NONE, 300, NONE),
    ("Just under 300 men left.", "Just under 300", NONE, 300, NONE),
    ("Some 300 men left.", "Some 300", NONE, NONE, 300),
    ("About 300 men left.", "About 300", NONE, NONE, 300),
    ("Around 300 men left.", "Around 300", NONE, NONE, 300),
    ("Roughly 300 men left.", "Roughly 300", NONE, NONE, 300),
    ("Approximately 300 men left.", "Approximately 300", NONE, NONE, 300),
    ("An estimated 300 men left.", "An estimated 300", NONE, NONE, 300),
    ("Some five thousand men left.", "Some five thousand", NONE, NONE, 5000),
    ("50 or so men left.", "50 or so", NONE, NONE, 50),
    ("Between 80 and 100 men left.", "Between 80 and 100", 80, 100, NONE),
    ("80 to 100 men left", "80 to 100", 80, 100, NONE),
    ("80-100 men left", "80-100", 80, 100, NONE),
    ("80–100 men left", "80–100", 80, 100, NONE),
    ("Two or three men left.", "Two or three", 2, 3, NONE),
    ("5 to 10 million men left", "5 to 10 million", 5000000, 10000000, NONE),
    ("Between ten and twenty men left.", "Between ten and twenty", 10, 20, NONE),
    ("Between two to three men left.", "Between two to three", 2, 3, NONE),
    ("At least 15 and up to 25 men left.", "At least 15 and up to 25", 15, 25, NONE),
    ("More than 40 but fewer than 60 men left.", "More than 40 but fewer than 60", 40, 60, NONE),
    (
        "At least nine, and possibly as many as 12, men left.",
        "At least nine, and possibly as many as 12",
        9,
        12,
        NONE,
    ),
    ("Zero deaths were recorded.", "Zero", 0, 0, 0),
    ("Some 2000 men left.", "Some 2000", NONE, NONE, 2000),
    ("The army freed 2000 men.", "2000", 2000, 2000, 2000),
    ("3000 residents left.", "3000", 3000, 3000, 3000),
    ("In 2014 eleven men left.", "eleven", 11, 11, 11),
    ("On July 27 140 men left.", "140", 140, 140, 140),
    ("The toll is as high as 40.", "as high as 40", NONE, 40, NONE),
    ("The toll is as low as 40.", "as low as 40", 40, NONE, NONE),
    ("They saw 50+ men.", "50+", 50, NONE, NONE),
    ("At least some 40 men left.", "At least some 40", 40, NONE, NONE),
    ("The bomb killed twenty-one.", "twenty-one", 21, 21, 21),
    ("As many as two dozen men left.", "As many as two dozen", NONE, 24, NONE),
]


@pytest.mark.parametrize(("text", "words", "low", "high", "best"), FIGURES)
def test_a_number_has_the_bounds_its_words_leave(
    text: str, words: str, low: float | None, high: float | None, best: float | None
) -> None:
    number = only(text)
    assert text[number.start : number.end] == words
    assert (number.low, number.high, number.best) == (low, high, best)


NOT_FIGURES = [
    "The T-72 tanks rolled in.",
    "Flight KL204 was late.",
    "They invoked Resolution 4417 again.",
    "It is the 21st century.",
    "It began in the 1990s.",
    "A boy aged 12 spoke.",
    "A 12-year-old boy spoke.",
    "He was 12 years old.",
    "At 10:30 the bells rang.",
    "At 3 p.m. the bells rang.",
    "At 3 pm the bells rang.",
    "At 1400 GMT the bells rang.",
    "At 1400 hrs the bells rang.",
    "The boys, ages 12, 14 and 16, spoke.",
    "The boys, all 16 or younger, spoke.",
    "The brothers, both 17, spoke.",
    "They live at 302 E. Pond St. in Lund.",
    "They live at 4410 39th Street in Lund.",
    "On April 4, 2031 the bells rang.",
    "On 4 April the bells rang.",
    "On Dec. 12 the bells rang.",
    "In 2031 the bells rang.",
    "Since 2031, the bells rang.",
    "In 2031 and 2032 the bells rang.",
    "The battle of spring 2031 was long.",
    "She came first and he came third.",
    "The second convoy left.",
    "They met on 04/05/2031.",
    "The score was 3:2.",
    "Article 51 forbids it.",
    "Brigade 46 withdrew.",
    "Highway 4 was cut.",
    "The AK47 rifle jammed.",
    "The F-16 turned back.",
    "The Su-24 turned back.",
    "A five-storey house fell.",
    "Anna Berg, 23, spoke.",
    "Children under the age of eight spoke.",
    "It was 35 degrees.",
    "Somebody spoke.",
    "Ada Moe (36) spoke.",
    "They met Ada Moe, 17.",
    "A 2\u2011year\u2011old boy spoke.",
    "They met at 4224 Marsh Road.",
    "They met on the 300 block of Pond Street.",
    "A neighbour called 112 at once.",
    "",
    "No. 5 was closed.",
    "Windows 10 crashed.",
    "He rang 004915112345678901234.",
    "The scores were settled with a song.",
    "A number was drawn.",
]


@pytest.mark.parametrize("text", NOT_FIGURES)
def test_dates_ages_and_names_are_no_figures(text: str) -> None:
    assert [text[n.start : n.end] for n in find_numbers(text, words=WORDS)] == []


VAGUE = [
    ("Dozens of men left.", "Dozens", 12),
    ("Scores of men left.", "Scores", 20),
    ("Hundreds left.", "Hundreds", 100),
    ("Several hundred men left.", "Several hundred", 200),
    ("Several dozen men left.", "Several dozen", 24),
    ("Thousands left.", "Thousands", 1000),
    ("Tens of thousands left.", "Tens of thousands", 10000),
    ("Hundreds of thousands left.", "Hundreds of thousands", 100000),
    ("Millions left.", "Millions", 1000000),
    ("A handful of men left.", "A handful", 3),
    ("A number of men left.", "A number", 2),
    ("A few dozen men left.", "A few dozen", 24),
]


@pytest.mark.parametrize(("text", "words", "low"), VAGUE)
def test_a_vague_word_has_its_floor_and_no_best_number_without_a_rule(
    text: str, words: str, low: float
) -> None:
    number = only(text)
    assert text[number.start : number.end] == words
    assert (number.low, number.high, number.best, number.rule) == (low, None, None, None)
    assert number.vague == words.lower()


@pytest.mark.parametrize(
    ("text", "rule", "best"),
    [("Dozens left.", "acled", 12), ("Hundreds left.", "acled", 100), ("Dozens left.", "airwars", 24)],
)
def test_a_named_rule_gives_a_vague_word_a_number_and_is_kept(text: str, rule: str, best: float) -> None:
    number = only(text, rule)
    assert (number.best, number.rule) == (best, rule)


def test_an_exact_number_knows_no_rule() -> None:
    assert only("31 men left.", "acled").rule is None


SEVERAL = [
    ("The toll rose from 58 to 100.", ["58", "100"]),
    ("At least 58 men, including 11 boys, left.", ["At least 58", "11"]),
    ("Four men were killed and 28 were hurt.", ["Four", "28"]),
    ("About 45 buses carried 3000 men.", ["About 45", "3000"]),
    ("At least 15 and then up to 25 men left.", ["At least 15", "up to 25"]),
    ("Nine died in Lund, 17 in Malmo.", ["Nine", "17"]),
    ("Two million, three million men came.", ["Two million", "three million"]),
    ("Six men and dozens of boys left in 2031.", ["Six", "dozens"]),
    ("They found Ada Moe, 18, and four others.", ["four"]),
]


@pytest.mark.parametrize(("text", "words"), SEVERAL)
def test_numbers_beside_each_other_stay_apart(text: str, words: list[str]) -> None:
    assert [text[n.start : n.end] for n in find_numbers(text, words=WORDS)] == words


@given(st.text(max_size=200))
def test_any_text_gives_extents_that_lie_in_it_and_do_not_overlap(text: str) -> None:
    end = 0
    for number in find_numbers(text, words=WORDS):
        assert end <= number.start <= number.core[0] < number.core[1] <= number.end <= len(text)
        assert text[number.start : number.end].strip()
        end = number.end


ROW = (
    "at least 58 30,000 dozens of people between and 100 to - million % $ , . one two hundred in 2017 a half"
)
PIECES = st.lists(st.sampled_from(ROW.split()), max_size=14).map(" ".join)


@given(PIECES)
def test_any_row_of_number_words_is_read_without_failing(text: str) -> None:
    for number in find_numbers(text, words=WORDS, rule="acled"):
        bounds = [b for b in (number.low, number.high) if b is not None]
        assert bounds == sorted(bounds)
        assert bounds or number.best is not None


def figure(text: str, counted: str = "killed", **more: object) -> Figure:
    """A figure as its words give it."""
    number = only(text)
    values: dict[str, object] = {
        "id": f"f-{text}", "claim": "c", "article": "a", "start": 0, "end": len(text), "text": text,
        "low": number.low, "high": number.high, "best": number.best, "vague": number.vague,
        "counted": counted, "population": "people", "place": None, "period": None, "scope": "incident",
    }  # fmt: skip
    return Figure(**(values | more))  # type: ignore[arg-type]


PAIRS = [
    ("58", "58", "same"),
    ("58", "at least 58", "same"),
    ("58", "some 58", "same"),
    ("58", "up to 58", "same"),
    ("58", "fifty-eight", "same"),
    ("at least 58", "at least 58", "same"),
    ("at least 58", "more than 58", "same"),
    ("about 300", "some 300", "same"),
    ("two dozen", "24", "same"),
    ("1,400", "1400", "same"),
    ("1.2 million", "1,200,000", "same"),
    ("dozens", "dozens", "same"),
    ("hundreds", "hundreds", "same"),
    ("between 80 and 100", "80 to 100", "same"),
    ("at least 58", "up to 58", "compatible"),
    ("at least 58", "at least 100", "different"),
    ("at least 58", "at least 72", "different"),
    ("58", "72", "different"),
    ("58", "59", "different"),
    ("at least 58", "72", "different"),
    ("at least 31", "44", "different"),
    ("48", "31", "different"),
    ("six", "seven", "different"),
    ("at least 85", "at least 56", "different"),
    ("160", "at least 56", "different"),
    ("more than 50", "at least 58", "compatible"),
    ("more than 50", "58", "compatible"),
    ("more than 50", "72", "compatible"),
    ("more than 50", "more than 60", "compatible"),
    ("more than 50", "100", "different"),
    ("more than 120", "126", "compatible"),
    ("more than 120", "at least 126", "compatible"),
    ("more than 120", "100", "different"),
    ("more than 120", "at least 100", "compatible"),
    ("over 400", "430", "compatible"),
    ("over 400", "at least 300", "compatible"),
    ("over 400", "900", "different"),
    ("more than 30", "32", "compatible"),
    ("30", "32", "different"),
    ("more than 30", "30", "same"),
    ("some 300", "310", "compatible"),
    ("some 300", "290", "compatible"),
    ("some 300", "400", "different"),
    ("around 50", "52", "compatible"),
    ("around 50", "70", "different"),
    ("some 300", "about 320", "compatible"),
    ("some 300", "about 600", "different"),
    ("between 80 and 100", "90", "compatible"),
    ("between 80 and 100", "between 90 and 120", "compatible"),
    ("between 80 and 100", "120", "different"),
    ("between 80 and 100", "between 200 and 300", "different"),
    ("up to 400", "300", "compatible"),
    ("up to 400", "500", "different"),
    ("up to 400", "up to 500", "compatible"),
    ("up to 400", "at least 300", "compatible"),
    ("fewer than 400", "at least 500", "different"),
    ("nearly 300", "290", "compatible"),
    ("nearly 300", "some 300", "same"),
    ("dozens", "48", "compatible"),
    ("dozens", "at least 58", "compatible"),
    ("dozens", "6", "different"),
    ("dozens", "400", "different"),
    ("hundreds", "450", "compatible"),
    ("hundreds", "40", "different"),
    ("scores of", "dozens", "compatible"),
    ("dozens", "thousands", "different"),
    ("thousands", "5,000", "compatible"),
    ("several", "4", "compatible"),
    ("zero", "12", "different"),
]


@pytest.mark.parametrize(("one", "two", "outcome"), PAIRS)
def test_tolls_of_one_thing_compare_as_counts(one: str, two: str, outcome: str) -> None:
    compared = compare_figures(figure(one), figure(two))
    assert compared.outcome == outcome
    assert one in compared.why and two in compared.why


APART = [
    ({"counted": "injured"}, {}),
    ({"scope": "total"}, {}),
    ({"scope": "stock"}, {"scope": "incident"}),
    ({"part_of": "f-1", "population": "children"}, {}),
    ({"when": "2031-04-04"}, {"when": "2031-04-05"}),
    ({"unit": "percent"}, {}),
    ({"counted": "villages"}, {"counted": "buses"}),
]


@pytest.mark.parametrize(("one", "two"), APART)
def test_another_thing_scope_part_time_or_unit_is_not_compared(
    one: dict[str, str], two: dict[str, str]
) -> None:
    first, second = figure("58", **one), figure("72", **two)
    assert compare_figures(first, second).outcome == "not_comparable"
    assert compare_figures(second, first).outcome == "not_comparable"


def test_an_unclear_scope_and_a_time_within_the_other_do_not_hinder() -> None:
    first = figure("58", scope="unclear", when="2031-04")
    assert compare_figures(first, figure("72", when="2031-04-04")).outcome == "different"


def test_executed_and_killed_compare_in_one_incident_alone() -> None:
    families = WORDS.families
    executed = figure("82", counted="executed")
    assert compare_figures(executed, figure("60"), families=families).outcome == "different"
    assert compare_figures(executed, figure("60")).outcome == "not_comparable"
    total = figure("30,000", scope="total")
    assert compare_figures(executed, total, families=families).outcome == "not_comparable"


EXPRESSIONS = st.sampled_from(sorted({t for pair in PAIRS for t in pair[:2]}))


@given(EXPRESSIONS, EXPRESSIONS)
def test_comparing_is_symmetric(one: str, two: str) -> None:
    forth, back = compare_figures(figure(one), figure(two)), compare_figures(figure(two), figure(one))
    assert forth == back


@given(EXPRESSIONS)
def test_a_figure_of_one_number_is_the_same_as_itself(one: str) -> None:
    outcome = compare_figures(figure(one), figure(one)).outcome
    assert outcome == "same"


NUMBER_WORDS = sorted(
    {*WORDS.openings, *WORDS.numerals, "of", "-", "the", "and", "in", "out", "hour", "3", "4,000"}
)


@given(st.lists(st.sampled_from(NUMBER_WORDS)))
def test_every_number_holds_a_digit_or_a_numeral(pieces: list[str]) -> None:
    text = " ".join(pieces)
    lexed = lex(text, 0, len(text))
    for i in range(len(lexed)):
        core = core_at(lexed, i, WORDS)
        if core is not None:
            held = {word.lower for word in lexed[core.first : core.last]}
            assert held & WORDS.numerals or any(word[0].isdigit() for word in held)
