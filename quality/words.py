"""Words of a text with their places: how a gold file's words are found again in an article."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

Record = dict[str, Any]
Place = tuple[str, int, int]

TOKEN = re.compile(r"\w+|[^\w\s]")

LITTLE = frozenset(
    re.findall(
        r"\w+",
        "a an and are as at be by for from had has have he her him his i in is it its of on one or our she "
        "some that the their them they this those to was we were who with you",
    )
)
"""Words that do not tell one source from another."""


class Tokens:
    """The tokens of a text, so that extents can be compared as sets of token numbers."""

    def __init__(self, text: str) -> None:
        self.words: list[str] = []
        self.at: dict[int, int] = {}
        for number, found in enumerate(TOKEN.finditer(text)):
            self.words.append(found.group().casefold())
            self.at.update(dict.fromkeys(range(found.start(), found.end()), number))

    def within(self, extents: Iterable[Sequence[int]]) -> frozenset[int]:
        """The numbers of the tokens that the extents touch."""
        return frozenset(
            self.at[place] for start, end in extents for place in range(start, end) if place in self.at
        )

    def telling(self, extents: Iterable[Sequence[int]]) -> frozenset[str]:
        """The words within the extents, without little ones where others are left."""
        said = frozenset(self.words[n] for n in self.within(extents) if self.words[n][0].isalnum())
        return said - LITTLE or said


def folded(text: str) -> tuple[str, list[int]]:
    """The letters and digits of a text in lower case, and where each stands in it."""
    kept = [(character.lower()[0], at) for at, character in enumerate(text) if character.isalnum()]
    return "".join(character for character, _ in kept), [at for _, at in kept]


class Articles:
    """The articles of a dossier by id, file name and stem, and words found in them."""

    def __init__(self, dossier: Record) -> None:
        self.by_id = {a["id"]: a for a in dossier["articles"]}
        self.named = {
            name: a["id"]
            for a in dossier["articles"]
            for name in (a["id"], a["file"], Path(a["file"]).name, Path(a["file"]).stem)
        }
        self.folded = {key: folded(a["text"]) for key, a in self.by_id.items()}

    def id_of(self, name: str) -> str | None:
        """The id of the article with this file name or stem."""
        return self.named.get(name) or self.named.get(Path(name).stem)

    def find(self, name: str, words: str) -> Place | None:
        """Where words stand in an article, whatever their spacing, case and punctuation."""
        article = self.id_of(name)
        if article is None:
            return None
        text, places = self.folded[article]
        wanted = folded(words)[0]
        at = text.find(wanted)
        if at < 0 or not wanted:
            return None
        return article, places[at], places[at + len(wanted) - 1] + 1


def overlap(place: Place, pieces: Iterable[Record]) -> bool:
    """Whether a place shares a character with one of some {article, start, end}."""
    article, start, end = place
    return any(p["article"] == article and p["start"] < end and start < p["end"] for p in pieces)


def shares(**parts: tuple[float, float]) -> dict[str, float]:
    """Part of whole, by name; of nothing there is no share."""
    return {name: part / whole for name, (part, whole) in parts.items() if whole}


def f1(right: int, got: int, wanted: int) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * right / (got + wanted) if got + wanted else 1.0
