"""One place, one name in a story, whatever each article spells it like."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from counterclaim.records import Event, Figure, PlaceMention, Reading
from counterclaim.values.places import SAME_KM, kilometres


def name_places(readings: Sequence[Reading]) -> dict[str, Reading]:
    """Give each place of the gazetteer the name that most mentions of the story show it by.

    Returns the readings by article id. Entries that an article names alike and that lie within `SAME_KM`
    are one place. The words of the text stay as they are; a name that another place has is not given twice.
    """
    called: dict[str, Counter[str]] = defaultdict(Counter)
    points: dict[str, tuple[float, float]] = {}
    for reading in readings:
        for p in reading.places:
            if p.gazetteer_id is not None:
                called[p.gazetteer_id][p.name] += 1
                if p.latitude is not None and p.longitude is not None:
                    points[p.gazetteer_id] = (p.latitude, p.longitude)
    groups = _groups(called, points)
    totals = {g: sum((called[i] for i in ids), Counter[str]()) for g, ids in groups.items()}
    chosen: dict[str, str] = {}
    used: set[str] = set()
    for group in sorted(totals, key=lambda g: (len(totals[g]), -totals[g].total(), g)):
        ranked = sorted(totals[group], key=lambda n: (-totals[group][n], n))
        name = next((n for n in ranked if n not in used), ranked[0])
        used.add(name)
        chosen |= dict.fromkeys(groups[group], name)
    return {r.article.id: _renamed(r, chosen) for r in readings}


def _groups(
    called: Mapping[str, Counter[str]], points: Mapping[str, tuple[float, float]]
) -> dict[str, list[str]]:
    """Return the entries that are one place, by the least of their ids."""
    group: dict[str, str] = {}
    found: dict[str, list[str]] = defaultdict(list)
    by_name: dict[str, list[str]] = defaultdict(list)
    for entry in sorted(called):
        near = [
            other
            for name in sorted(called[entry])
            for other in by_name[name]
            if entry in points
            and other in points
            and kilometres(points[entry], points[other]) <= SAME_KM
            and not (_unit(called[entry]) or _unit(called[other]))
        ]
        group[entry] = group[near[0]] if near else entry
        found[group[entry]].append(entry)
        for name in called[entry]:
            by_name[name].append(entry)
    return dict(found)


def _unit(names: Counter[str]) -> bool:
    return any(n.endswith((" province", " Governorate", " District", " County")) for n in names)


def _renamed(reading: Reading, chosen: Mapping[str, str]) -> Reading:
    entries: dict[str, set[str]] = defaultdict(set)
    for p in reading.places:
        entries[p.name].add(p.gazetteer_id or "")
    names = {
        old: chosen[next(iter(ids))]
        for old, ids in entries.items()
        if len({chosen.get(i) for i in ids}) == 1 and "" not in ids
    }
    if all(old == new for old, new in names.items()):
        return reading

    def place(p: PlaceMention) -> PlaceMention:
        return replace(p, name=chosen.get(p.gazetteer_id, p.name)) if p.gazetteer_id else p

    def figure(f: Figure) -> Figure:
        return replace(f, place=names.get(f.place, f.place)) if f.place else f

    def event(e: Event) -> Event:
        return replace(e, place=names.get(e.place, e.place)) if e.place else e

    return replace(
        reading,
        places=tuple(map(place, reading.places)),
        figures=tuple(map(figure, reading.figures)),
        events=tuple(map(event, reading.events)),
    )
