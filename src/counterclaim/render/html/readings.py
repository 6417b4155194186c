"""What was read out of some words, in words: a number, a date, a place, an event, whose words they are.

Each reading begins with the words themselves, then what they were taken for, then what that rests on.
"""

import re
from dataclasses import dataclass

from markupsafe import Markup

from counterclaim.records import DateMention, Event, Figure, Participant, PlaceMention, Statement
from counterclaim.render.html.tags import Child, bdi, el, joined, safe
from counterclaim.render.html.view import View
from counterclaim.render.html.who import standing_of, sureness, withheld_or_seen
from counterclaim.render.html.wording import ACTS, STATUSES, date, number, shortened
from counterclaim.values.places import acled_geo_precision, ucdp_where_precision

LONGEST = 60
"""Characters of the words that name who has a part in an event."""

SCOPES: dict[str, str] = {
    "incident": "of one incident",
    "total": "a total so far",
    "stock": "there at that time",
    "part": "part of a larger number",
}

ROLES: dict[str, str] = {
    "agent": "by",
    "target": "to",
    "instrument": "with",
    "holder": "held by",
    "loser": "lost by",
    "participant": "with a part in it:",
}

PLACE_PRECISIONS: dict[str, str] = {
    "exact": "the place itself",
    "near": "near it",
    "district": "a district",
    "region": "a region",
    "country": "a country",
    "vague": "not to be put on a map",
}

UNDATED: dict[str, str] = {
    "duration": "a length of time",
    "set": "a day or time that comes again",
    "reference": "the time of speaking, or near it",
}

_NUMERAL = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Said:
    """A reading: the words or the name that it begins with, which become the way back, and the rest."""

    head: Markup
    rest: Markup

    def put(self, target: str) -> Markup:
        """The reading, its head a link."""
        return safe([el("a", self.head, href=f"#{target}"), self.rest])


def stated(words: str, reading: Child, facts: list[Child]) -> Said:
    """Words, what they were read as, and what is known of it, one after another."""
    rest = joined([reading, *(f for f in facts if f)], " · ")
    return Said(safe(["“", bdi(words), "”"]), safe([": ", rest]))


def as_read(figure: Figure) -> str:
    """A figure with its bounds and the words that gave them: `58 or more (from: “at least”)`."""
    low, high, best = figure.low, figure.high, figure.best
    unit, from_ = f" {figure.unit}" if figure.unit else "", given_by(figure)
    if low is not None and low == high:
        return f"{number(low)}{unit}{from_ if figure.rule else ''}"
    if low is not None and high is not None:
        read = f"{number(low)} to {number(high)}{unit}"
    elif low is not None:
        read = f"{number(low)}{unit} or more"
    elif high is not None:
        read = f"{number(high)}{unit} or {'less' if unit else 'fewer'}"
    elif best is not None:
        return f"about {number(best)}{unit}{from_}"
    else:
        return "no number"
    likely = f", most likely {number(best)}" if best is not None and best not in (low, high) else ""
    return f"{read}{likely}{from_}"


def given_by(figure: Figure) -> str:
    """The words that gave the bounds: those before the numeral, else all, with the rule that was used."""
    numeral = _NUMERAL.search(figure.text)
    before = figure.text[: numeral.start()].strip(" \n([“\"'$€£") if numeral else ""
    rule = f", by the rule “{figure.rule}”" if figure.rule else ""
    return f" (from: “{before or figure.text}”{rule})"


def of_figure(figure: Figure, view: View) -> Said:
    """What a number was read as: bounds, of what, where and when, of which whole, blamed on whom."""
    about = ", ".join(dict.fromkeys(w for w in (figure.population, figure.counted) if w))
    wholes = view.dossier.figures if figure.part_of else ()
    whole = next((f.text for f in wholes if f.id == figure.part_of), None)
    blamed = view.actor(figure.blamed)
    facts: list[Child] = [
        bdi(about) if about else None,
        f"within “{whole}”" if whole else SCOPES.get(figure.scope),
        "updates an earlier number" if figure.updates else None,
        "told as an earlier number" if figure.earlier else None,
        bdi(figure.place) if figure.place else None,
        bdi(figure.period) if figure.period else None,
        date(figure.when) if figure.when else None,
        ["blamed on ", bdi(blamed)] if blamed else None,
    ]
    return stated(figure.text, as_read(figure), facts)


def of_date(found: DateMention) -> Said:
    """What a date was read as: the day in words, its EDTF value, its precision, what it was reckoned from."""
    timeml = f"TimeML {found.timeml}" if found.timeml and found.kind != "date" else None
    if found.value is None:
        return stated(found.text, UNDATED.get(found.kind, "no date"), [timeml, found.basis])
    precision = {"range": "a range", "time": "to the time of day"}.get(
        found.precision or "", f"to the {found.precision}" if found.precision else None
    )
    return stated(found.text, date(found.value), [f"EDTF {found.value}", timeml, precision, found.basis])


def of_place(place: PlaceMention) -> Said:
    """What a place was read as: coordinates, precision with UCDP's code, what contains it, why this one."""
    if place.latitude is not None and place.longitude is not None:
        north, east = "N" if place.latitude >= 0 else "S", "E" if place.longitude >= 0 else "W"
        where: Child = [
            [bdi(place.name), ", "] if place.name != place.text else None,
            f"{degrees(place.latitude)}° {north}, {degrees(place.longitude)}° {east}",
        ]
    else:
        where = "no coordinates"
    codes = f"UCDP where_prec {ucdp_where_precision(place)}, ACLED geo_precision {acled_geo_precision(place)}"
    return stated(
        place.text,
        where,
        [
            f"{PLACE_PRECISIONS[place.precision]} ({codes})",
            ["the ", bdi(place.part), " part of it"] if place.part else None,
            ["in ", bdi(place.within)] if place.within else None,
            f"country {place.country}" if place.country else None,
            place.basis or None,
        ],
    )


def degrees(value: float) -> str:
    """An angle without its sign, to four decimals: some eleven metres."""
    return f"{abs(value):.4f}".rstrip("0").rstrip(".")


def of_event(event: Event, view: View) -> Said:
    """What an event was read as: ACLED's type, how it is put, who did it to whom, where and when."""
    kind = event.sub_event_type or event.event_type
    facts: list[Child] = [
        f"ACLED: {event.event_type}" if event.event_type != kind else "ACLED",
        STATUSES.get(event.status, event.status),
        *(part(p, event, view) for p in event.participants),
        ["at ", bdi(event.place)] if event.place else None,
        date(event.date) if event.date else None,
    ]
    return stated(view.words(event.article, (event.start, event.end)), kind, facts)


def part(participant: Participant, event: Event, view: View) -> Child:
    """Somebody's part in an event, in the text's words, with who that is."""
    words = shortened(view.words(event.article, (participant.start, participant.end)), LONGEST)
    known = view.actor(participant.actor)
    who = [" (", bdi(known), ")"] if known else None
    if known and known.casefold() == words.casefold():
        who = None
    return [f"{ROLES[participant.role]} “", bdi(words), "”", who]


def of_statement(said: Statement, view: View) -> Said:
    """Whose words: who with role and side, how it came, how it was put, how sure the reading is."""
    looked = view.look_of_actor(said.speaker)
    through = view.chain(said)[1:-1]
    facts: list[Child] = [
        looked.name,
        standing_of(said, view.speaker(said)),
        *withheld_or_seen(said),
        {"direct": "in quotation marks", "mixed": "partly quoted"}.get(said.kind),
        "the account keeps its distance from it" if said.hedged else None,
        ["through ", joined([bdi(step) for step in through], ", then ")] if through else None,
        sureness(said),
    ]
    head = safe([ACTS[said.act], " ", bdi(view.speaker(said))])
    return Said(head, safe([[" · ", fact] for fact in facts if fact]))
