"""One place has one name in a story, also in the figures and events that took it."""

from dataclasses import replace

from counterclaim.records import Article, Figure, PlaceMention, Reading
from counterclaim.stages.identify.places import name_places


def reading(article: str, *places: tuple[str, str | None, float | None]) -> Reading:
    text = " ".join(name for name, _, _ in places)
    at = 0
    found = []
    for name, entry, latitude in places:
        found.append(
            PlaceMention(
                claim=None, article=article, start=at, end=at + len(name), text=name, name=name,
                latitude=latitude, longitude=None if latitude is None else 30.0,
                gazetteer_id=entry, precision="exact",
            )
        )  # fmt: skip
        at += len(name) + 1
    figures = tuple(
        Figure(
            id=f"f{n}", claim="c", article=article, start=0, end=1, text=text[:1], low=1.0, high=1.0, best=1.0,
            counted="killed", population=None, place=p.name, period=None, scope="incident",
        )
        for n, p in enumerate(found)
    )  # fmt: skip
    made = Article(
        id=article, file=article, sha256="", title=None, outlet=None, byline=None, published=None,
        published_basis=None, url=None, genre="report", language="en", text=text, credits=(), parts=(),
    )  # fmt: skip
    return Reading(
        article=made, statements=(), mentions=(), claims=(), figures=figures, dates=(), places=tuple(found),
        events=(), reasons=(), relations=(),
    )  # fmt: skip


def names(*readings: Reading) -> list[list[str | None]]:
    named = name_places(readings)
    return [[f.place for f in named[r.article.id].figures] for r in readings]


def test_the_commonest_name_over_the_articles_is_everybodys() -> None:
    one = reading("a", ("Karsava", "1", 10.0), ("Karsava", "1", 10.0))
    two = reading("b", ("Karzawa", "1", 10.0))
    assert names(one, two) == [["Karsava", "Karsava"], ["Karsava"]]
    assert names(two, one) == [["Karsava"], ["Karsava", "Karsava"]]


def test_the_words_of_the_text_stay() -> None:
    one, two = (
        reading("a", ("Karsava", "1", 10.0), ("Karsava", "1", 10.0)),
        reading("b", ("Karzawa", "1", 10.0)),
    )
    assert name_places([one, two])["b"].places[0] == replace(two.places[0], name="Karsava")


def test_entries_named_alike_side_by_side_are_one_place() -> None:
    one = reading("a", ("Karsava", "1", 10.0), ("Karsava", "1", 10.0))
    two = reading("b", ("Karzawa", "1", 10.0), ("Karzawa", "2", 10.01))
    assert names(one, two)[1] == ["Karsava", "Karsava"]


def test_two_places_never_come_to_one_name() -> None:
    one = reading("a", ("Old Dal", "1", 10.0), ("Dal", "2", 20.0), ("Dal", "2", 20.0))
    two = reading("b", ("Dal", "1", 10.0), ("Dal", "1", 10.0))
    assert names(one, two)[0] == ["Old Dal", "Dal", "Dal"]


def test_what_the_gazetteer_lacks_keeps_its_name() -> None:
    assert names(reading("a", ("Nowhere", None, None))) == [["Nowhere"]]
