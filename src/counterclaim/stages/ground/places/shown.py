"""By which of its names a place is shown: the one its readers know, not the gazetteer's transliteration."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from counterclaim.stages.ground.places.entries import GazetteerEntry
from counterclaim.values.places import PlaceWords, folded, without_article

AREAS = ("A.PCLI", "L.", "H.")
"""Kinds of areas whose main name is an English one in the gazetteer."""


def shown_names(named: Iterable[tuple[str, GazetteerEntry]], *, words: PlaceWords) -> Mapping[str, str]:
    """Return for the id of each entry the name that an article's wordings of it give it.

    States, areas, entries of the supplement ("cc-") and those that say what they are ("Idlib province") keep
    their main name, and so does an entry that the article calls by it, accents aside. Any other is called as
    the article mostly calls it ("Geneva", not "Genève"), so that a reader finds the name in the text.
    """
    wordings: dict[str, Counter[str]] = defaultdict(Counter)
    entries: dict[str, GazetteerEntry] = {}
    for wording, entry in named:
        wordings[entry.id][wording] += 1
        entries[entry.id] = entry
    return {i: _shown(entries[i], wordings[i], words) for i in sorted(entries)}


def _shown(entry: GazetteerEntry, wordings: Counter[str], words: PlaceWords) -> str:
    kept = entry.kind.startswith(AREAS) or entry.id.startswith("cc-")
    last = entry.name.split()[-1].lower() if entry.name.split() else ""
    if kept or not wordings or (last in words.kinds and " " in entry.name):
        return entry.name
    main = without_article(folded(entry.name))
    called = sorted(wordings, key=lambda w: (w.isupper(), -wordings[w], w))
    same = [w for w in called if without_article(folded(w)) == main]
    if same and entry.name.isascii():
        return entry.name
    return (same or called)[0]
