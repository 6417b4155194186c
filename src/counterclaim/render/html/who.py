"""Who speaks, as far as the article says, and how sure the program is that it read that rightly."""

import math
from collections.abc import Iterable

from markupsafe import Markup

from counterclaim.records import Statement
from counterclaim.render.html.tags import Child, el

SURE: tuple[tuple[float, str], ...] = (
    (0.95, "very sure"),
    (0.8, "fairly sure"),
    (0.6, "not very sure"),
    (0.0, "unsure"),
)
"""Confidence from which a word holds. Words for a reader, set on no data: the number stands beside them."""

KEY = "how-sure"
"""Id of the key to those words."""


def confidence(said: Statement) -> float | None:
    """How sure the reading is, from 0 to 1, None where it is not known."""
    value = said.confidence
    return None if value is None or math.isnan(value) else min(max(value, 0.0), 1.0)


def sureness(said: Statement) -> str | None:
    """How sure the reading is, in words and number: `reading: fairly sure (0.87)`."""
    value = confidence(said)
    if value is None:
        return None
    shown = math.floor(value * 100 + 1e-9) / 100
    return f"reading: {next(word for least, word in SURE if shown >= least)} ({shown:.2f})"


def sure_hint(statements: Iterable[Statement]) -> Child:
    """What a reading's number is not, and where its key is; nothing where no statement has such a number."""
    if all(confidence(said) is None for said in statements):
        return None
    key = el("a", "How sure is a reading?", href=f"#{KEY}")
    return [" “Reading” tells how sure the program is of whose words these are, not how true they are. ", key]


def sure_key(statements: Iterable[Statement]) -> Markup | None:
    """What the words for how sure a reading is mean; nothing where no statement has such a number."""
    if all(confidence(said) is None for said in statements):
        return None
    words = ", ".join(f"“{word}” from {least:.2f}" if least else f"else “{word}”" for least, word in SURE)
    return el(
        "p",
        el("b", "How sure is a reading? "),
        "Beside who says something stands how sure the program is that it read this attribution rightly, "
        f"that is, that these words are somebody’s and whose: from 0 to 1, {words}. It says nothing of how "
        "true the words are.",
        class_="sure",
        id=KEY,
    )


def standing_of(said: Statement, name: str) -> str | None:
    """Role and affiliation of whoever speaks, as the article gives them, that `name` does not say already."""
    told = [
        words for words in (said.role, said.affiliation) if words and words.casefold() not in name.casefold()
    ]
    return ", ".join(dict.fromkeys(told)) or None


def withheld_or_seen(said: Statement) -> list[str]:
    """What a reader should know of a voice: that it is not named, that it saw what it tells."""
    notes = []
    if said.anonymous:
        notes.append("the account withholds who it is")
    if said.eyewitness:
        notes.append("an eyewitness, by the account")
    return notes
