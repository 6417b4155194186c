"""Places of an article: which words name one, and which one is meant."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.models.gazetteer import load_gazetteer
from counterclaim.models.load import lexicon
from counterclaim.pipeline import Models
from counterclaim.records import Article, Parse, Part, PlaceMention, Token
from counterclaim.stages.ground.places import GazetteerEntry, place_given, read_places
from counterclaim.values.places import PlaceWords

WORDS = PlaceWords.from_table(lexicon("places"))
GAZETTEER = load_gazetteer()


def article(text: str) -> Article:
    return Article(
        id="a", file="a.txt", sha256="", title=None, outlet=None, byline=None, published=None,
        published_basis=None, url=None, genre="report", language="en", text=text, credits=(),
        parts=(Part(kind="body", start=0, end=len(text)),),
    )  # fmt: skip


def read(models: Models, text: str) -> tuple[PlaceMention, ...]:
    made = article(text)
    parse = next(iter(models.parser([made])))
    assert isinstance(parse, Parse)
    found = read_places(made, parse, (), gazetteer=GAZETTEER, words=WORDS)
    for mention in found:
        assert made.text[mention.start : mention.end] == mention.text
        assert mention.basis
    return found


FOUND = [
    (
        "Shells fell on the Fardous district of Aleppo, Syria, the council said.",
        "Fardous",
        (36.18, 37.16),
        "exact",
    ),
    ("Syrian rebels left Bustan al-Qasr and Fardous, in Aleppo.", "Bustan al-Qasr", (36.19, 37.14), "exact"),
    ("Syrian troops entered east Aleppo.", "east Aleppo", (36.20, 37.16), "exact"),
    ("People in western Aleppo, in Syria, queued for bread.", "western Aleppo", (36.20, 37.16), "exact"),
    ("Gas killed dozens in the town of Khan Sheikhoun in Syria.", "Khan Sheikhoun", (35.44, 36.65), "exact"),
    ("A convoy left Madaya for Damascus, in Syria.", "Damascus", (33.51, 36.29), "exact"),
    (
        "Aid reached Madaya, northwest of Damascus, the Syrian relief agency said.",
        "Madaya",
        (33.69, 36.10),
        "exact",
    ),
    ("Syrian jets struck near Jayrud, northeast of Damascus.", "Jayrud", (33.81, 36.74), "near"),
    ("A drone crashed 14 km north of Homs, Syrian officials said.", "Homs", (34.73, 36.72), "near"),
    ("They camped on the outskirts of Raqqa in Syria.", "Raqqa", (35.95, 39.01), "near"),
    ("Fighting went on in Idlib province in Syria.", "Idlib", (35.86, 36.61), "region"),
    ("Rebels still hold northern Syria.", "northern Syria", (35.0, 38.0), "region"),
    ("The war in Syria drags on.", "Syria", (35.0, 38.0), "country"),
    ("Refugees fled to Turkey and Lebanon.", "Lebanon", (33.9, 35.9), "country"),
    ("A Turkey-based official spoke.", "Turkey", (39.0, 35.0), "country"),
    ("Libyan militias clashed in Tripoli, and Libyan oil fell.", "Tripoli", (32.89, 13.19), "exact"),
    (
        "Lebanese troops patrolled Tripoli, and Lebanese shops shut in Beirut.",
        "Tripoli",
        (34.43, 35.84),
        "exact",
    ),
    ("He was held in Tripoli, Lebanon, for a year.", "Tripoli", (34.43, 35.84), "exact"),
    ("The fire in Paris, Texas, burnt a barn.", "Paris", (33.66, -95.55), "exact"),
    ("The talks in Paris, France, failed.", "Paris", (48.85, 2.35), "exact"),
    ("Talks in Geneva failed; Swiss hosts sighed in Bern.", "Geneva", (46.2, 6.15), "exact"),
    ("Iraqi troops took the Old City of Mosul, in Iraq.", "Old City of Mosul", (36.34, 43.13), "exact"),
    (
        "Israeli jets struck Shujaiya, in Gaza, and Palestinian medics came.",
        "Shujaiya",
        (31.5, 34.48),
        "exact",
    ),
    ("Ukrainian troops reached Robotyne, in Ukraine.", "Robotyne", (47.45, 35.84), "exact"),
    ("Sudanese gunmen burnt Zamzam camp, near El Fasher.", "Zamzam", (13.49, 25.31), "exact"),
    ("Yemeni fighters seized Durayhimi, near Hodeidah.", "Durayhimi", (14.64, 43.0), "exact"),
    ("Unrest spread across the Middle East.", "Middle East", (33.0, 36.0), "vague"),
    ("Ships left the Red Sea for Europe.", "Europe", (48.7, 9.1), "vague"),
    ("BEIRUT (AP) — Shells fell overnight.", "BEIRUT", (33.89, 35.5), "exact"),
    ("They drove from Deir al-Zor to Palmyra in Syria.", "Deir al-Zor", (35.34, 40.14), "exact"),
    ("They drove from Deir al-Zor to Palmyra in Syria.", "Palmyra", (34.56, 38.28), "exact"),
    ("Kurdish fighters in Syria left Manbij and Kobani.", "Kobani", (36.89, 38.35), "exact"),
    ("Prices rose in the United States and the UK.", "UK", (54.8, -2.7), "country"),
    ("Prices rose in the U.S. this year.", "U.S.", (39.8, -98.5), "country"),
    ("Flooding hit New York on Monday.", "New York", (40.71, -74.0), "exact"),
    ("Residents of Kyiv slept in cellars in Ukraine.", "Kyiv", (50.45, 30.52), "exact"),
    ("The envoy said in Geneva that talks had begun.", "Geneva", (46.2, 6.15), "exact"),
    ("The disease was first seen in Mexico in April.", "Mexico", (23.0, -102.0), "country"),
    ("GENEVA (Island Herald) - The envoy said that talks had begun.", "GENEVA", (46.2, 6.15), "exact"),
    ("Buses waited in Odessa.", "Odessa", (46.48, 30.73), "exact"),
    ("The mayor of Geneva, New York, said that the pier had burnt.", "Geneva", (42.87, -76.98), "exact"),
    ("Buses waited in Bethlehem.", "Bethlehem", (31.7, 35.2), "region"),
    ("Prices rose in Abu Dhabi.", "Abu Dhabi", (24.45, 54.4), "exact"),
    ("Residents of Kiev slept in cellars in Ukraine.", "Kiev", (50.45, 30.52), "exact"),
    ("The bodies were found in Bucha, in Ukraine.", "Bucha", (50.55, 30.21), "exact"),
    ("Buses waited in Foua and Kafraya, two Syrian villages in Idlib.", "Foua", (36.0, 36.69), "exact"),
    ("Armenian families left Nagorno-Karabakh.", "Nagorno-Karabakh", (39.9, 46.6), "region"),
]

NOT_FOUND = [
    ("The Island Herald reported that the pier had burnt.", "Herald"),
    ("Moro's sister, Paola, said the captain had lied.", "Paola"),
    ("Paola, his younger sister, said the captain had lied.", "Paola"),
    ("Survivors named Florence and Chad said help was late.", "Florence"),
    ("The Sabir Brigades shelled the school.", "Sabir"),
    ("A spokesman for the Sabir Brigades, Abu Karim, said that nine men had died.", "Abu"),
    ("The council met Prince Rask, Umm Rask and Abu Rask.", "Abu"),
    ("Moscow said on Monday that the raid had failed.", "Moscow"),
    ("Washington accused Tehran of arming the rebels.", "Washington"),
    ("Washington accused Tehran of arming the rebels.", "Tehran"),
    ("Ankara denied the claim and Damascus insisted on it.", "Damascus"),
    ("Russia launched a new raid.", "Russia"),
    ("Syrian, Iraqi and Turkish officers met.", "Syrian"),
    ("Michael Jordan said he was tired.", "Jordan"),
    ("President Lincoln wrote a letter.", "Lincoln"),
    ("Paris Hilton opened a shop.", "Paris"),
    ("The University of Damascus Press printed it.", "Press"),
    ("The Washington Post reported it.", "Washington"),
    ("Ali and Hassan went home.", "Ali"),
    ("On Monday the Council met.", "Council"),
    ("He may march in March.", "March"),
    ("The White House declined to comment.", "White House"),
    ("The Battle lasted a week.", "Battle"),
    ("Human Rights Watch called it a crime.", "Human"),
    ("Kerry told Ford that the Mission was over.", "Ford"),
    ("the rebels were nice and the reading was good", "nice"),
    ("We gave US officials the map; they told us so.", "us"),
]


@pytest.mark.models
@pytest.mark.parametrize(("text", "name", "point", "precision"), FOUND)
def test_a_place_is_found_and_placed(
    models: Models, text: str, name: str, point: tuple[float, float] | None, precision: str
) -> None:
    found = {m.text.removeprefix("the ").removeprefix("The "): m for m in read(models, text)}
    assert name in found
    mention = found[name]
    assert mention.precision == precision
    if point is None:
        assert mention.latitude is None
    else:
        assert mention.latitude == pytest.approx(point[0], abs=0.3)
        assert mention.longitude == pytest.approx(point[1], abs=0.3)


@pytest.mark.models
@pytest.mark.parametrize(("text", "name"), NOT_FOUND)
def test_other_uses_of_a_name_are_no_places(models: Models, text: str, name: str) -> None:
    assert name not in {m.text for m in read(models, text)}


@pytest.mark.models
def test_a_part_of_a_city_is_told_in_the_basis(models: Models) -> None:
    (mention,) = read(models, "Thousands fled east Aleppo on foot, Syrian medics and Syrian police said.")
    assert (mention.name, mention.country) == ("Aleppo", "SY")
    assert mention.basis.startswith("the east part of Aleppo")


@pytest.mark.models
@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("The raid on Lomar, Tavronia, killed nine people. They fled Lomar.", "Tavronia"),
        ("A raid near Lomar, in Tavronia's north, killed nine people.", "Tavronia"),
    ],
)
def test_a_namesake_in_an_unknown_land_has_no_position(models: Models, text: str, within: str) -> None:
    found = [m for m in read(models, text) if m.name == "Lomar"]
    assert found
    assert {m.latitude for m in found} == {None}
    assert found[0].within == within


@pytest.mark.models
@pytest.mark.parametrize(
    "text",
    [
        "The raid hit Lohmar, Germany, on Monday.",
        "German police closed the road to Lohmar, Tavronia, and German soldiers came.",
    ],
)
def test_a_place_in_a_known_land_keeps_its_position(models: Models, text: str) -> None:
    assert [m.country for m in read(models, text) if m.name == "Lohmar"] == ["DE"]


@pytest.mark.models
def test_a_name_that_no_entry_bears_stays_with_what_holds_it(models: Models) -> None:
    found = {m.name: m for m in read(models, "A mine killed two in Kafr Zurbash, Syria.")}
    mention = found["Kafr Zurbash"]
    assert (mention.latitude, mention.gazetteer_id, mention.within) == (None, None, "Syria")


@pytest.mark.models
@pytest.mark.parametrize(
    "text", ["", "🏚 🏚", "ALEPPO SYRIA WAR ENDS", "حلب", "A" * 5000, "-- ’s , ,", "In In In In"]
)
def test_any_text_is_read(models: Models, text: str) -> None:
    read(models, text)


WORD = st.sampled_from(
    ["Aleppo", "in", "of", "the", "al-Bab", "Paris,", "Texas", "said", "U.S.", "near", "’s", "Old", "-"]
)


@settings(max_examples=60)
@given(
    st.lists(st.one_of(WORD, st.text(max_size=8)), max_size=12).map(" ".join),
    st.randoms(use_true_random=False),
)
def test_extents_are_true_whatever_the_parse(text: str, random: object) -> None:
    pieces = [p for p in text.split(" ") if p.strip()]
    tokens, at = [], 0
    for piece in pieces:
        at = text.index(piece, at)
        tokens.append(Token(at, at + len(piece), piece, piece.lower(), "PROPN", "NNP", "dep", 0, "GPE", True))
        at += len(piece)
    made = article(text)
    last = -1
    for mention in read_places(
        made, Parse(tokens=tuple(tokens), sentences=()), (), gazetteer=GAZETTEER, words=WORDS
    ):
        assert made.text[mention.start : mention.end] == mention.text
        assert last <= mention.start < mention.end
        last = mention.end


def test_a_small_gazetteer_serves_as_well() -> None:
    entry = GazetteerEntry(
        id="1",
        name="Karsava",
        latitude=1.0,
        longitude=2.0,
        kind="P.PPL",
        country="KV",
        admin1="",
        population=9,
    )
    text = "in Karsava"
    tokens = (
        Token(0, 2, "in", "in", "ADP", "IN", "prep", 0, "", False),
        Token(3, 10, "Karsava", "Karsava", "PROPN", "NNP", "pobj", 0, "", False),
    )
    (found,) = read_places(
        article(text),
        Parse(tokens=tokens, sentences=((0, 2),)),
        (),
        gazetteer=lambda name: (entry,) if name == "Karsava" else (),
        words=WORDS,
    )
    assert (found.name, found.latitude, found.gazetteer_id) == ("Karsava", 1.0, "1")


GIVEN = [
    ("Karim, a Syrian baker, left.", "Syrian", "Syria"),
    ("A European envoy came.", "European", "Europe"),
    ("He was born in Austin, Tex., long ago.", "Tex", "Texas"),
    ("Crews from Calgary, Alta., helped.", "Alta.", "Alberta"),
    ("They met in Albany, New York, in May.", "New York", "New York"),
    ("They met in St. Petersburg, Russia.", "St. Petersburg", "Saint Petersburg"),
    ("The town of Tadmor fell in Syria.", "town of Tadmor", "Palmyra"),
    (
        "Smoke rose over Damascus International Airport in Syria.",
        "Damascus International Airport",
        "Damascus International Airport",
    ),
    ("Smoke rose over Homs Flour Mill in Syria.", "Homs Flour Mill", "Homs"),
    ("A judge sat in Karak district in Jordan.", "Karak district", "Karak"),
]


@pytest.mark.parametrize(("text", "name", "entry"), GIVEN)
def test_a_name_known_to_be_a_place_is_placed(text: str, name: str, entry: str) -> None:
    start = text.index(name)
    spans = [(start, start + len(name))]
    (mention,) = place_given(article(text), spans, gazetteer=GAZETTEER, words=WORDS)
    wanted = [e.point for e in GAZETTEER(entry)]
    assert (mention.latitude, mention.longitude) in wanted
    assert mention.basis
    assert mention.where_prec in range(1, 8)
    assert mention.geo_precision in range(1, 4)


def test_given_names_keep_their_order_and_help_one_another() -> None:
    text = "From Paris they drove to Dallas and Houston; all of Texas was dry."
    names = ["Texas", "Paris", "Dallas", "Houston"]
    spans = [(text.index(n), text.index(n) + len(n)) for n in names]
    found = place_given(article(text), spans, gazetteer=GAZETTEER, words=WORDS)
    assert [text[m.start : m.end] for m in found] == names
    assert {m.country for m in found} == {"US"}


def test_the_address_of_an_outlet_tells_its_country() -> None:
    from dataclasses import replace

    text = "The mayor of London opened a bridge."
    made = replace(article(text), url="http://www.courier.example.ca/a")
    span = [(text.index("London"), text.index("London") + 6)]
    (near,) = place_given(made, span, gazetteer=lambda n: GAZETTEER(n)[1:], words=WORDS)
    assert near.country == "CA"


def test_an_unlisted_name_lies_where_the_nearest_town_named_does() -> None:
    text = "A blast shook the Zurbash Depot near Homs in Syria."
    spans = [(text.index(n), text.index(n) + len(n)) for n in ("Zurbash Depot", "Homs", "Syria")]
    depot, homs, _ = place_given(article(text), spans, gazetteer=GAZETTEER, words=WORDS)
    assert (depot.latitude, depot.longitude) == (homs.latitude, homs.longitude)
    assert (depot.precision, depot.within) == ("vague", homs.name)
    assert "no gazetteer lists it" in depot.basis


@pytest.mark.parametrize("text", ["compound", "", "🏚", "A" * 3000, "حلب", "-- ,"])
def test_any_given_words_are_read(text: str) -> None:
    (mention,) = place_given(article(text), [(0, len(text))], gazetteer=GAZETTEER, words=WORDS)
    assert mention.latitude is None


SHOWN = [
    ("Envoys met in Geneva, Switzerland, on Monday.", "Geneva", "Geneva"),
    ("Syrian shells hit the town of Tal Abyad in Syria.", "Tal Abyad", "Tal Abyad"),
    ("Syrian families fled Idlib province in Syria.", "Idlib", "Idlib province"),
    ("Troops massed in Britain, said the United Kingdom.", "Britain", "United Kingdom"),
    ("Syrian crowds gathered in Qardaha in Syria.", "Qardaha", "Qardaha"),
]


@pytest.mark.models
@pytest.mark.parametrize(("text", "words", "name"), SHOWN)
def test_a_place_is_shown_by_a_name_its_readers_know(
    models: Models, text: str, words: str, name: str
) -> None:
    assert {m.name for m in read(models, text) if m.text == words} == {name}


NO_PLACE_HERE = [
    (
        "Talks brokered by regime ally Iran and opposition backer Qatar freed prisoners in Syria.",
        {"Iran", "Qatar"},
    ),
    ("The West has long armed the Syrian rebels in Syria.", {"West"}),
    ("North Korea accused Japan of piracy.", {"Korea", "North Korea"}),
    ("Syrian fighters of the Youth City brigade left Syria. Syrian state media and Syria denied it.", {"Youth City"}),
]  # fmt: skip


@pytest.mark.models
@pytest.mark.parametrize(("text", "none"), NO_PLACE_HERE)
def test_who_acts_and_far_namesakes_have_no_position(models: Models, text: str, none: set[str]) -> None:
    assert not {m.text for m in read(models, text) if m.latitude is not None} & none
