"""Whether two names can be of one actor, by rule: a likeness of spelling alone never is a reason."""

from counterclaim.values.names.words import NameWords, plain

SHORTEST_ACRONYM = 2
"""Letters of the shortest acronym: "UN", "EU"."""


def person_tokens(name: str, words: NameWords) -> tuple[str, ...]:
    """Return the parts of a person's name that tell people apart: no title, no particle, no suffix."""
    parts = [p for p in plain(name).replace("-", " ").split() if p not in words.suffixes]
    while len(parts) > 1 and parts[0] in words.titles:
        parts = parts[1:]
    kept = [p for p in parts if p not in words.particles or p in ("abu", "umm")]
    return tuple(kept or parts)


def same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two names, as `person_tokens`, can be of one person.

    A single part must be the other's last, or its first if that is no surname's place; two full names
    must share the last part and agree in the first, an initial agreeing with what it begins.
    """
    if not one or not other:
        return False
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        return len(short[0]) > 1 and (short[0] == long[-1] or (len(long) >= 2 and short[0] in long[1:]))
    if short[-1] != long[-1]:
        return set(short) < set(long) and short[0] == long[0]
    return _begins(short[0], long[0])


def _begins(one: str, other: str) -> bool:
    return (
        one == other
        or (len(one) == 1 and other.startswith(one))
        or (len(other) == 1 and one.startswith(other))
    )


_SMALL = frozenset(["of", "for", "and", "the", "in", "on", "to", "de", "du", "la", "al", "&", "a", "an"])


def acronym_of(short: str, full: str) -> bool:
    """Tell whether `short` is made of the initials of `full`: "SNHR" of "Syrian Network for Human Rights"."""
    letters = short.replace(".", "").strip()
    if len(letters) < SHORTEST_ACRONYM or not letters.isupper() or not letters.isalpha():
        return False
    parts = [p for p in full.replace("-", " ").replace("'", "").split() if p]
    if len(parts) < SHORTEST_ACRONYM:
        return False
    main = "".join(p[0] for p in parts if p.lower() not in _SMALL).upper()
    every = "".join(p[0] for p in parts).upper()
    return letters in (main, every)
