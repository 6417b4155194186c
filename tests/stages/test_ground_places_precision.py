"""How exactly a place is known: UCDP's and ACLED's codes, what holds it, and names that no gazetteer lists."""

import pytest

from counterclaim.models.gazetteer import load_gazetteer
from counterclaim.models.load import lexicon
from counterclaim.pipeline import Models
from counterclaim.records import Article, Parse, Part, PlaceMention
from counterclaim.stages.ground.places import read_places
from counterclaim.values.places import PlaceWords, acled_geo_precision, ucdp_where_precision

WORDS = PlaceWords.from_table(lexicon("places"))
GAZETTEER = load_gazetteer()


def places(models: Models, text: str) -> dict[str, PlaceMention]:
    """The places read of a text, by their words."""
    article = Article(
        id="a", file="a.txt", sha256="", title=None, outlet=None, byline=None, published=None,
        published_basis=None, url=None, genre="report", language="en", text=text, credits=(),
        parts=(Part(kind="body", start=0, end=len(text)),),
    )  # fmt: skip
    parse = next(iter(models.parser([article])))
    assert isinstance(parse, Parse)
    return {m.text: m for m in read_places(article, parse, (), gazetteer=GAZETTEER, words=WORDS)}


CODES = [
    # text, words, precision, UCDP where_prec, ACLED geo_precision
    ("Shells hit Jayrud town northeast of Damascus in Syria.", "Jayrud", "exact", 1, 1),
    ("Shells hit Jayrud town northeast of Damascus in Syria.", "Damascus", "near", 2, 2),
    ("A convoy was stopped 40 km from Homs in Syria.", "Homs", "near", 2, 2),
    ("A convoy was stopped 40 kilometres east of Homs, Syria.", "Homs", "near", 2, 2),
    ("They fled the outskirts of Bakhmut in Ukraine.", "Bakhmut", "near", 2, 2),
    ("Soldiers were shot near the town of Djenne in central Mali.", "Djenne", "near", 2, 2),
    ("Thousands marched in downtown Khartoum in Sudan.", "downtown Khartoum", "exact", 1, 1),
    ("Fighting reached Damascus International Airport in Syria.", "Damascus International Airport", "exact", 1, 1),
    ("Aid workers were held in Sinjar district in Nineveh, Iraq.", "Sinjar", "district", 3, 2),
    ("Bombs fell on Kharkiv oblast in Ukraine overnight.", "Kharkiv", "region", 4, 3),
    ("Bombs fell on Kharkiv in Ukraine overnight.", "Kharkiv", "exact", 1, 1),
    ("Soldiers were shot in Mopti Region in Mali.", "Mopti Region", "region", 4, 3),
    ("Bombs fell on eastern Ukraine overnight.", "eastern Ukraine", "region", 4, 2),
    ("Fighting spread across Darfur in Sudan.", "Darfur", "region", 5, 3),
    ("The army entered the Sinai in Egypt.", "Sinai", "region", 5, 3),
    ("The war in Syria drags on.", "Syria", "country", 6, 3),
    ("A ship was seized in the Red Sea.", "Red Sea", "vague", 7, 3),
    ("Boats sank in the Mediterranean on Friday.", "Mediterranean", "vague", 7, 3),
    ("Unrest spread across the Middle East.", "Middle East", "vague", 7, 3),
]  # fmt: skip


@pytest.mark.models
@pytest.mark.parametrize(("text", "words", "precision", "where", "geo"), CODES)
def test_codes_tell_how_exactly_a_place_is_known(
    models: Models, text: str, words: str, precision: str, where: int, geo: int
) -> None:
    found = places(models, text)
    mention = found.get(words) or found[f"the {words}"]
    assert mention.latitude is not None
    assert (mention.precision, ucdp_where_precision(mention), acled_geo_precision(mention)) == (
        precision, where, geo,
    )  # fmt: skip


UNLISTED = [
    # text, name, what holds it, its country, UCDP where_prec, ACLED geo_precision
    ("A mine killed two in Kafr Zurbash, Syria.", "Kafr Zurbash", "Syria", "SY", 6, 3),
    ("A mine killed two in Kafr Zurbash in Idlib province in Syria.", "Kafr Zurbash", "Idlib province", "SY", 4, 3),
    ("Clashes broke out in Zurbash district of Aleppo, Syria.", "Zurbash", "Aleppo", "SY", 2, 2),
    ("Gunmen raided Harbu Tepe village, north of Manbij in Syria.", "Harbu Tepe", "Syria", "SY", 6, 3),
    ("A patrol was ambushed near Umm Zurba village in North Darfur, Sudan.", "Umm Zurba", "North Darfur", "SD", 4, 3),
    ("The village of Umm Zurba, 12 miles south of El Fasher in Sudan, was burnt.", "Umm Zurba", "Sudan", "SD", 6, 3),
]  # fmt: skip


@pytest.mark.models
@pytest.mark.parametrize(("text", "name", "within", "country", "where", "geo"), UNLISTED)
def test_a_name_that_no_gazetteer_lists_keeps_what_holds_it(
    models: Models, text: str, name: str, within: str, country: str, where: int, geo: int
) -> None:
    mention = places(models, text)[name]
    assert (mention.latitude, mention.longitude, mention.gazetteer_id) == (None, None, None)
    assert (mention.within, mention.country) == (within, country)
    assert (ucdp_where_precision(mention), acled_geo_precision(mention)) == (where, geo)
    assert "no place of that name" in mention.basis


HELD = [
    # text, words, point, what tells which one is meant
    ("Clashes broke out in the Marjeh district of Aleppo, Syria.", "Marjeh", (36.18, 37.18), "Aleppo"),
    ("Rockets struck Shayrat airbase near Homs, Syria.", "Shayrat", (34.49, 36.91), "Homs"),
    ("He was held in Tripoli in Lebanon.", "Tripoli", (34.43, 35.84), None),
    ("He was held in Tripoli in Libya.", "Tripoli", (32.89, 13.19), None),
    ("They met in Perth, WA, on Monday.", "Perth", (-31.95, 115.86), None),
    ("A storm hit Paris, Ky., on Monday.", "Paris", (38.21, -84.25), None),
]


@pytest.mark.models
@pytest.mark.parametrize(("text", "words", "point", "within"), HELD)
def test_what_the_text_says_of_where_a_place_lies_decides(
    models: Models, text: str, words: str, point: tuple[float, float], within: str | None
) -> None:
    mention = places(models, text)[words]
    assert (mention.latitude, mention.longitude) == pytest.approx(point, abs=0.1)
    assert mention.within == within


TAKEN = [
    ("SAN ANTONIO (AP) - Rain fell.", "SAN ANTONIO"),
    ("The convoy left St. Petersburg in Russia.", "St. Petersburg"),
    ("Floods cut roads in Cote d'Ivoire.", "Cote d'Ivoire"),
    ("Floods cut roads in B.C. on Monday.", "B.C."),
    ("The governor of Kentucky spoke in Frankfort, Ky., on Monday.", "Ky"),
]

LEFT = [
    ("A car burnt on Damascus Street in Beirut, Lebanon.", "Damascus"),
    ("The witness, Brooke Henderson, spoke. Police thanked Henderson for the tape.", "Henderson"),
    ("Envoys met at the United Nations on Monday.", "United Nations"),
    ("Lena Orrin, M.D., joined the clinic.", "M.D."),
    ("Leaders flew to the Summit of the Americas.", "America"),
]


@pytest.mark.models
@pytest.mark.parametrize(("text", "words"), TAKEN)
def test_such_words_are_places(models: Models, text: str, words: str) -> None:
    assert places(models, text)[words].latitude is not None


@pytest.mark.models
@pytest.mark.parametrize(("text", "words"), LEFT)
def test_such_words_are_none(models: Models, text: str, words: str) -> None:
    assert words not in places(models, text)


@pytest.mark.models
def test_a_state_is_not_in_the_state_after_its_comma(models: Models) -> None:
    found = places(models, "He had worked in Russia, U.S. officials said on Monday.")
    assert (found["Russia"].country, found["Russia"].precision) == ("RU", "country")
