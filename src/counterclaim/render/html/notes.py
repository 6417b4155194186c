"""The notes of an article: what its words were read as, each a step from the words and back.

A value's words, and the sign before a statement, are links to a note below the article. The script shows
the note beside the words that the pointer or the focus is on, or a finger touches; without the script the
link leads there.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from counterclaim.records import Article, Extent
from counterclaim.render.html.marks import Mark, Wrap
from counterclaim.render.html.readings import Said, of_date, of_event, of_figure, of_place, of_statement
from counterclaim.render.html.tags import Child, el, folded, joined
from counterclaim.render.html.view import View
from counterclaim.render.html.wording import count, listing

INNERMOST = 4
"""Rank of a value's mark: within claims, statements and anchors on the same words."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note: its number within the article, what it says, the id of the words it is first about."""

    number: int
    says: tuple[Said, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of an article: `spots` maps words to their note, `of` a statement's id to its note."""

    letter: str
    spots: dict[Extent, Note]
    of: dict[str, Note]
    values: int

    def address(self, note: Note) -> str:
        """The id of a note."""
        return f"r-{self.letter}{note.number}"


def notes_of(article: Article, view: View) -> Notes:
    """The notes of an article, on words that keep to the bounds of statements and claims."""
    letter = view.spot(article.id, 0).removesuffix("-0")
    told: dict[tuple[Said, ...], Note] = {}

    def note(*says: Said, words: str | None = None) -> Note:
        number = len(told)
        return told.setdefault(says, Note(number, says, words or f"v-{letter}{number}"))

    found = list(values(article, view))
    together: list[tuple[Extent, list[Said]]] = []
    edges = edges_in(article, view)
    for extent, says in found:
        start, end = held_within(extent, edges)
        if together and start < together[-1][0][1]:
            if says not in together[-1][1]:
                together[-1][1].append(says)
        else:
            together.append(((start, end), [says]))
    spots = {extent: note(*lines) for extent, lines in together}
    said = sorted((s for s in view.dossier.statements if s.article == article.id), key=lambda s: s.content)
    of = {s.id: note(of_statement(s, view), words=s.id) for s in said}
    return Notes(letter, spots, of, len(found))


def values(article: Article, view: View) -> Iterator[tuple[Extent, Said]]:
    """The values of an article in the order of their words, each with what it was read as."""
    d = view.dossier
    read = [
        *(((x.start, x.end), of_figure(x, view)) for x in d.figures if x.article == article.id),
        *(
            ((x.start, x.end), of_date(x))
            for x in d.dates
            if x.article == article.id and x.kind != "reference"
        ),
        *(((x.start, x.end), of_place(x)) for x in d.places if x.article == article.id),
        *(((x.start, x.end), of_event(x, view)) for x in d.events if x.article == article.id),
    ]
    inside = [one for one in read if 0 <= one[0][0] < one[0][1] <= len(article.text)]
    return iter(sorted(inside, key=lambda one: (one[0][0], -one[0][1], one[1].rest)))


def edges_in(article: Article, view: View) -> list[int]:
    """Where a statement or a claim begins or ends, with and without the white space it begins with."""
    extents = [e for s in view.dossier.statements if s.article == article.id for e in s.content]
    extents += [e for c in view.dossier.claims if c.article == article.id for e in c.spans]
    words = [end - len(article.text[start:end].lstrip()) for start, end in extents]
    return sorted({*words, *(edge for extent in extents for edge in extent)})


def held_within(extent: Extent, edges: Sequence[int]) -> Extent:
    """The longest stretch of an extent that no statement or claim begins or ends in.

    Links to questions stand at the ends of claims, and a link may not hold another.
    """
    start, end = extent
    inside = edges[bisect_right(edges, start) : bisect_left(edges, end)]
    return max(pairwise([start, *inside, end]), key=lambda piece: (piece[1] - piece[0], -piece[0]))


def value_marks(notes: Notes) -> Iterator[Mark]:
    """Values: each a link to its note, the first of a note an anchor for the way back."""
    anchored: set[int] = set()
    for (start, end), note in notes.spots.items():
        yield Mark(start, end, INNERMOST, linking(notes, note, anchor=note.number not in anchored))
        anchored.add(note.number)


def linking(notes: Notes, note: Note, *, anchor: bool) -> Wrap:
    """Wrap words in a link to their note."""
    return lambda inner, first, last: el(
        "a",
        inner,
        href=f"#{notes.address(note)}",
        id=note.words if anchor and first else None,
    )


def read_list(notes: Notes) -> Child:
    """The notes as a list that opens, each leading back to its words."""
    every = dict.fromkeys([*notes.spots.values(), *notes.of.values()])
    if not every:
        return None
    items = [
        el("li", joined([says.put(note.words) for says in note.says], el("br")), id=notes.address(note))
        for note in every
    ]
    read = [count(n, what) for n, what in ((notes.values, "value"), (len(notes.of), "statement")) if n]
    was = "was" if notes.values + len(notes.of) == 1 else "were"
    return folded(f"How {listing(read)} {was} read", el("ul", items), class_="readings")
