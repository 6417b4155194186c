"""Noun phrases over a parse: where they begin and end."""

from collections.abc import Mapping, Sequence

from counterclaim.records import Token
from counterclaim.values.names.find import Named

LONGEST_LEFT = 10
"""Tokens before a head noun that can belong to it; beyond, lines without stops have run together."""

LONGEST_PHRASE = 24
"""Tokens of a noun phrase; beyond it the parse has usually run two phrases together."""

_LEFT = frozenset(
    [
        "det",
        "amod",
        "compound",
        "nummod",
        "poss",
        "case",
        "nmod",
        "quantmod",
        "predet",
        "advmod",
        "npadvmod",
        "punct",
        "conj",
        "cc",
    ]
)
_JOINING = frozenset(["of", "in", "from", "at", "for", "inside", "near", "within", "with", "to", "on"])
Below = Sequence[Sequence[int]]
"""The dependents of each token, in the order of the text."""

_QUOTES = ("-", "–", '"', "'", "“", "”", "‘", "’")


def left_edge(tokens: tuple[Token, ...], head: int, low: int, names: Mapping[int, Named]) -> int:
    """Return the first token of the noun phrase of `head`: its determiner, modifiers and compounds."""
    start = head
    i = head - 1
    while i >= low and head - i < LONGEST_LEFT:
        if not _belongs(tokens, i, head):
            break
        if i in names:
            i = names[i].start
        if tokens[i].dep not in ("punct", "cc"):
            start = i
        i -= 1
    return start


def _belongs(tokens: tuple[Token, ...], i: int, head: int) -> bool:
    if tokens[i].dep == "punct" and tokens[i].text not in _QUOTES:
        return False
    if tokens[i].dep == "cc" and any(
        tokens[k].dep == "conj" and tokens[k].pos in ("NOUN", "PROPN") for k in range(i + 1, head)
    ):
        return False
    if tokens[i].pos in ("VERB", "AUX") and tokens[i].dep not in ("amod", "compound"):
        return False
    for _ in range(8):
        if tokens[i].dep not in _LEFT:
            return False
        if tokens[i].dep in ("conj", "cc") and tokens[i].head == head:
            return False
        i = tokens[i].head
        if i == head:
            return True
        if i > head:
            return False
    return False


def right_edge(tokens: tuple[Token, ...], below: Below, head: int, high: int, *, name: bool) -> int:
    """Return the end of the noun phrase of `head`, with the prepositional phrases that belong to it."""
    end = head + 1
    while True:
        following = next((c for c in below[head] if c >= end and tokens[c].dep == "prep"), None)
        if following is None or following != end:
            break
        preposition = tokens[following].text.lower()
        if preposition not in (("of",) if name else _JOINING):
            break
        stop = _object_end(tokens, below, following, high)
        if stop is None or stop - head > LONGEST_PHRASE:
            break
        end = stop
    return end


def _object_end(tokens: tuple[Token, ...], below: Below, preposition: int, high: int) -> int | None:
    objects = [c for c in below[preposition] if tokens[c].dep == "pobj" and c > preposition]
    if not objects:
        return None
    end = right_edge(tokens, below, objects[0], high, name=False)
    last = objects[0]
    for _ in range(6):
        joined = [c for c in below[last] if tokens[c].dep == "conj" and c >= end]
        if not joined or any(tokens[k].pos in ("VERB", "AUX") for k in range(end, joined[0])):
            break
        last = joined[0]
        end = right_edge(tokens, below, last, high, name=False)
    return end
