"""Whether two names can be of one actor, by rule: a likeness of spelling alone never is a reason."""

from counterclaim.values.names.words import NameWords, plain

SHORTEST_ACRONYM = 2
"""Letters of the shortest acronym: "UN", "EU"."""

_SMALL = frozenset(["of", "for", "and", "the", "in", "on", "to", "de", "du", "la", "al", "&", "a", "an"])
_POSSESSORS = frozenset({"his", "her", "its", "their", "our", "my", "your"})
_SUFFIX = {"jr.": "jr", "sr.": "sr"}


def person_tokens(name: str, words: NameWords) -> tuple[str, ...]:
    """Return the parts of a person's name that tell people apart: no title and no particle.

    A suffix ("Jr.") stays, as the last part with a plus before it: it tells a son from his father. A
    family name that stands first (Kim Jong Un) is put last, so that the last part always is the surname.
    """
    parts = [_SUFFIX.get(p, p) for p in plain(name.replace("-", " ")).split()]
    suffix = [f"+{p}" for p in parts if p in words.suffixes and p in ("jr", "sr")]
    parts = [p for p in parts if p not in words.suffixes]
    while len(parts) > 1 and parts[0] in words.titles:
        parts = parts[1:]
    if len(parts) > 1 and parts[0] in words.surname_first:
        parts = [*parts[1:], parts[0]]
    kept = [p for p in parts if p not in words.particles or p in ("abu", "umm")]
    return (*(kept or parts), *suffix)


def same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two names, as `person_tokens`, can be of one person.

    A single part must be a later part of the other; two full names must share the last part and agree in
    the first, an initial agreeing with what it begins, or one must end the other. With a suffix in one
    alone, only a surname agrees.
    """
    if not one or not other:
        return False
    if one == other:
        return True
    marks = [n[-1] if n[-1].startswith("+") else "" for n in (one, other)]
    a, b = (n[:-1] if n[-1].startswith("+") else n for n in (one, other))
    short, long = sorted((a, b), key=len)
    if not short or (marks[0] != marks[1] and len(short) > 1):
        return False
    if len(short) == 1:
        return len(short[0]) > 1 and len(long) > 1 and short[0] in long[1:]
    if short[-1] != long[-1]:
        return set(short) < set(long) and short[0] == long[0]
    return _begins(short[0], long[0]) or long[-len(short) :] == short


def _begins(one: str, other: str) -> bool:
    return (
        one == other
        or (len(one) == 1 and other.startswith(one))
        or (len(other) == 1 and one.startswith(other))
    )


def acronym_of(short: str, full: str) -> bool:
    """Tell whether `short` is made of the initials of `full`: "SNHR" of "Syrian Network for Human Rights"."""
    letters = acronym(short)
    return letters != "" and letters in initials(full)


def acronym(name: str) -> str:
    """Return the letters of a name that is written as an acronym; "" for another."""
    letters = name.replace(".", "").strip()
    return letters if len(letters) >= SHORTEST_ACRONYM and letters.isupper() and letters.isalpha() else ""


def initials(full: str) -> tuple[str, ...]:
    """Return the acronyms that a name of two words or more can have, with and without its small words."""
    parts = [p for p in full.replace("-", " ").replace("'", "").split() if p]
    if len(parts) < SHORTEST_ACRONYM:
        return ()
    main = "".join(p[0] for p in parts if p.lower() not in _SMALL).upper()
    every = "".join(p[0] for p in parts).upper()
    return tuple(sorted({a for a in (main, every) if len(a) >= SHORTEST_ACRONYM}))


def office_of(title: str, words: NameWords) -> str:
    """Return a title for comparison: "North Korea's leader" and "the former North Korean leader" are one."""
    parts = [p for p in plain(title).replace("-", " ").split() if p not in words.former and p not in _SMALL]
    parts = [p for p in parts if p not in _POSSESSORS]
    found = []
    i = 0
    while i < len(parts):
        for step in (2, 1):
            text = " ".join(parts[i : i + step])
            country = words.demonym_of.get(text) or words.country_of.get(text)
            if country is None and text.endswith("s"):
                country = words.country_of.get(text[:-1])
            if country is not None and text != "the":
                found.append(country.lower())
                i += step
                break
        else:
            found.append(parts[i])
            i += 1
    return " ".join(found)
