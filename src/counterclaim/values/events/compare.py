"""How two events stand to each other, and the sentence that says why."""

from counterclaim.records import Comparison, Event, Outcome
from counterclaim.values.dates import compare_dates
from counterclaim.values.events.types import DEMONSTRATING, TAKING, VIOLENT

TOLD = frozenset({"asserted", "alleged", "condemned"})
"""Statuses by which an event is told as having happened."""

AHEAD = frozenset({"planned", "threatened", "hypothetical"})


def compare_events(a: Event, b: Event, *, same_place: bool | None = None) -> Comparison:
    """How two events stand to each other: same, compatible, different or not comparable, in either order.

    Events of kinds that do not mix, of dates that do not overlap, or of two places are two events: not
    comparable. `same_place` says what the caller knows of their places; None: nothing, and then names that
    differ keep them apart only if neither holds the other's words. Of one event, one account that it happened
    and one that it did not, or peaceful beside violent, or taken by force beside handed over, are different;
    a strike beside a killing is compatible; what is planned is not comparable with what was done.
    """
    first, second = sorted(
        (a, b), key=lambda e: (e.sub_event_type, e.status, e.date or "", e.place or "", e.id)
    )
    both = f"{_told(first)} and {_told(second)}"
    apart = _apart(first, second, same_place)
    if apart:
        return _is("not_comparable", f"{both}: {apart}")
    statuses = {first.status, second.status}
    if statuses & AHEAD and statuses - AHEAD:
        return _is(
            "not_comparable", f"{both}: one lies ahead or is only thought of, the other is told as done"
        )
    if "denied" in statuses and statuses & TOLD:
        return _is("different", f"{both}: one account tells of it, the other denies it")
    if first.sub_event_type == second.sub_event_type:
        exact = first.date == second.date and (same_place or first.place == second.place)
        known = first.date is not None and first.place is not None
        if exact and known and first.status == second.status:
            return _is("same", f"{both}: one kind, day and place")
        return _is("compatible", f"{both}: one kind, and nothing that is said of them keeps them apart")
    kinds = {first.sub_event_type, second.sub_event_type}
    if kinds <= TAKING:
        return _is("different", f"{both}: accounts differ on who came to hold it, or how")
    types = {first.event_type, second.event_type}
    if types <= DEMONSTRATING:
        return _is("different", f"{both}: accounts differ on how a crowd behaved or was treated")
    if len(types) == 1 and types == {"Explosions/Remote violence"}:
        return _is("different", f"{both}: accounts differ on the weapon")
    return _is("compatible", f"{both}: ways to tell of one violent incident")


def _apart(a: Event, b: Event, same_place: bool | None) -> str | None:
    """Why two events are not one, or None."""
    types = {a.event_type, b.event_type}
    alike = a.sub_event_type == b.sub_event_type or types <= VIOLENT or types <= DEMONSTRATING
    if not alike and not {a.sub_event_type, b.sub_event_type} <= TAKING:
        return "events of kinds that are not set against each other"
    if compare_dates(a.date, b.date).outcome == "different":
        return "their dates do not overlap"
    if same_place is False:
        return "their places differ"
    if same_place is None and a.place and b.place:
        one, two = a.place.casefold(), b.place.casefold()
        if one not in two and two not in one:
            return "their places differ"
    return None


def _told(event: Event) -> str:
    """An event in words: what, when, where, how it is told."""
    when = f" on {event.date}" if event.date else ""
    where = f" in {event.place}" if event.place else ""
    return f"“{event.trigger}” ({event.sub_event_type}, {event.status}{when}{where})"


def _is(outcome: Outcome, why: str) -> Comparison:
    return Comparison(outcome=outcome, why=why)
