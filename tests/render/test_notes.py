import dataclasses
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.records import Dossier, Extent
from counterclaim.render.html import to_html
from counterclaim.render.html.notes import held_within, notes_of, read_list
from counterclaim.render.html.tags import safe
from counterclaim.render.html.view import look
from invented import C_TOLL, DOSSIER, GULL, S_TOLL, TIDEWIRE

EXTENT = st.tuples(st.integers(0, len(TIDEWIRE.text)), st.integers(0, len(TIDEWIRE.text))).map(
    lambda ends: (min(ends), max(ends))
)


class Links(HTMLParser):
    """Links that hold a link, and the goals of links that have no element."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.inside = 0
        self.nested = 0
        self.goals: set[str] = set()
        self.ids: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if found.get("id"):
            self.ids.append(found["id"] or "")
        if tag == "a":
            self.nested += self.inside
            self.inside += 1
            self.goals.add((found.get("href") or "")[1:])

    def handle_endtag(self, tag: str) -> None:
        self.inside -= tag == "a"


def with_values(figures: list[Extent], dates: list[Extent], claims: list[Extent]) -> Dossier:
    """The invented dossier with values and claims at any extents of its first article."""
    text = TIDEWIRE.text
    first, date = DOSSIER.figures[0], DOSSIER.dates[0]
    claims = [(start, end) for start, end in claims if text[start:end].strip()]
    return dataclasses.replace(
        DOSSIER,
        figures=tuple(
            dataclasses.replace(first, id=f"f{n}", start=start, end=end, text=text[start:end])
            for n, (start, end) in enumerate(figures)
        ),
        dates=tuple(
            dataclasses.replace(date, start=start, end=end, text=text[start:end]) for start, end in dates
        ),
        claims=tuple(
            dataclasses.replace(c, spans=(claims[n],)) if n < len(claims) and c.article == TIDEWIRE.id else c
            for n, c in enumerate(DOSSIER.claims)
        ),
    )


@settings(max_examples=25, deadline=None)
@given(*[st.lists(EXTENT, max_size=5)] * 3)
def test_no_link_holds_a_link_and_each_leads_somewhere(
    figures: list[Extent], dates: list[Extent], claims: list[Extent]
) -> None:
    links = Links(to_html(with_values(figures, dates, claims)))
    assert links.nested == 0
    assert len(links.ids) == len(set(links.ids))
    assert {goal for goal in links.goals if goal.startswith("r-")} <= set(links.ids)


@pytest.mark.parametrize(
    ("extent", "edges", "held"),
    [
        ((3, 9), [], (3, 9)),
        ((3, 9), [0, 3, 9, 12], (3, 9)),
        ((3, 9), [5], (5, 9)),
        ((3, 9), [7], (3, 7)),
        ((3, 9), [6], (3, 6)),
        ((3, 9), [4, 8], (4, 8)),
    ],
)
def test_a_value_keeps_to_the_bounds_of_statements_and_claims(
    extent: Extent, edges: list[int], held: Extent
) -> None:
    assert held_within(extent, edges) == held


def test_from_the_words_of_a_value_to_its_note_and_back() -> None:
    page = to_html(DOSSIER)
    words = re.search(r'<a href="#(r-\w+)" id="(v-\w+)">At least 12</a>', page)
    assert words is not None
    note, back = words.groups()
    assert f'<li id="{note}"><a href="#{back}">“At least 12”</a>: 12 or more (from: “At least”)' in page


def test_from_the_sign_of_a_statement_to_its_note_and_back() -> None:
    page = to_html(DOSSIER)
    sign = re.search(rf'id="{S_TOLL.id}"><a href="#(r-\w+)" class="sign" aria-label="([^"]*)"', page)
    assert sign is not None
    assert sign[2] == "Said by the port hospital: "
    assert f'<li id="{sign[1]}"><a href="#{S_TOLL.id}">Said by the port hospital</a>' in page


def test_values_read_alike_have_one_note_within_an_article() -> None:
    place = DOSSIER.places[0]
    start = TIDEWIRE.text.index("Karsava", place.end)
    twice = dataclasses.replace(
        DOSSIER, places=(place, dataclasses.replace(place, start=start, end=start + len("Karsava")))
    )
    notes = notes_of(TIDEWIRE, look(twice))
    told = [note for (first, end), note in notes.spots.items() if TIDEWIRE.text[first:end] == "Karsava"]
    assert len(told) == 2
    assert len(set(told)) == 1
    assert str(safe(read_list(notes))).count("“Karsava”") == 1


def test_two_values_on_the_same_words_share_a_note() -> None:
    date = dataclasses.replace(
        DOSSIER.dates[0], start=DOSSIER.figures[0].start, end=DOSSIER.figures[0].end, text="At least 12"
    )
    notes = notes_of(TIDEWIRE, look(dataclasses.replace(DOSSIER, dates=(date,))))
    note = notes.spots[date.start, date.end]
    assert len(note.says) == 2
    assert "<br>" in str(safe(read_list(notes)))


def test_an_article_without_values_or_statements_has_no_list() -> None:
    bare = dataclasses.replace(DOSSIER, figures=(), dates=(), places=(), events=(), statements=())
    assert read_list(notes_of(GULL, look(bare))) is None


def test_now_is_no_value() -> None:
    now = dataclasses.replace(DOSSIER.dates[0], kind="reference", value=None)
    notes = notes_of(TIDEWIRE, look(dataclasses.replace(DOSSIER, dates=(now,))))
    assert (now.start, now.end) not in notes.spots


def test_a_value_beyond_the_text_is_left_out() -> None:
    far = dataclasses.replace(DOSSIER.dates[0], start=10_000, end=10_010)
    notes = notes_of(TIDEWIRE, look(dataclasses.replace(DOSSIER, dates=(far,))))
    assert all(end <= len(TIDEWIRE.text) for _, end in notes.spots)


def test_hostile_words_of_a_value_stay_text() -> None:
    bad = "<img src=x onerror=y()>\u202e"
    text = f"{TIDEWIRE.text}{bad}"
    date = dataclasses.replace(
        DOSSIER.dates[0], start=len(TIDEWIRE.text), end=len(text), text=bad, basis=bad, value=bad
    )
    place = dataclasses.replace(DOSSIER.places[0], name=bad, within=bad, basis=bad, country=bad)
    said = dataclasses.replace(S_TOLL, role=bad, affiliation=bad)
    page = to_html(
        dataclasses.replace(
            DOSSIER,
            articles=(dataclasses.replace(TIDEWIRE, text=text), *DOSSIER.articles[1:]),
            dates=(date,),
            places=(place, *DOSSIER.places[1:]),
            statements=(said, *DOSSIER.statements[1:]),
        )
    )
    assert "<img" not in page
    assert "\u202e" not in page
    assert "&lt;img src=x onerror=y()&gt;⟨U+202E⟩" in page


def test_a_card_tells_how_its_number_was_read_and_how_sure_its_attribution_is() -> None:
    said = dataclasses.replace(S_TOLL, confidence=0.97, role="matron")
    page = to_html(dataclasses.replace(DOSSIER, statements=(said, *DOSSIER.statements[1:])))
    item = page[page.index("Said by <b>") :]
    item = re.sub(r"<[^>]*>", "", item[: item.index("</li>")])
    assert item.startswith(
        "Said by ○the port hospital, matron → Tidewire, 4 March 2031 · reading: very sure (0.97)"
    )
    assert "“At least 12” read as 12 or more (from: “At least”)" in item
    assert "How sure is a reading?" in page
    assert "How sure is a reading?" not in to_html(DOSSIER)
    assert C_TOLL.id in page
