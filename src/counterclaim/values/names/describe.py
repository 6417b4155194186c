"""What a description says of whom it describes: class, country, side, known name, other modifiers."""

import re
from dataclasses import dataclass

from counterclaim.values.names.words import Family, HeadClass, NameWords, plain, singular

_WORD = re.compile(r"[^\W_]+(?:\.?[.'’&-][^\W_]+)*\.?")
_JOINED = re.compile(
    r".+-(?:led|backed|supported|allied|linked|affiliated|dominated|run|based|funded|armed)$"
)
_AL_NAME = re.compile(r"al[-\s][A-Z]")
_DETERMINERS = frozenset(
    [
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "its",
        "his",
        "her",
        "their",
        "our",
        "my",
        "your",
        "some",
        "any",
        "no",
        "each",
        "every",
        "both",
        "all",
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What the words before a head noun, and the head noun, say.

    `side`: rebel, government or jihadist, by the words of the list `modifiers`; `family` a known name,
    `possessor` a name with a possessive or as a compound that no list knows ("the Trump administration").
    """

    head: str
    cls: HeadClass | None
    country: str | None
    family: str | None
    side: str | None
    possessor: str | None
    modifiers: tuple[str, ...]
    tail: str


def describe(text: str, head: str, *, words: NameWords, at: int | None = None) -> Description:
    """Describe a nominal by its text and the text of its head noun, which stands at `at`."""
    at = _head_at(text, head) if at is None else at
    before, tail = text[:at], text[at + len(head) :]
    lemma = singular(head)
    classes = words.classes(head)
    if not classes and plain(head) in words.demonym_of:
        classes = ("population",)
    parts = [m.group() for m in _WORD.finditer(before)]
    country = family = side = possessor = None
    modifiers: list[str] = []
    i = 0
    while i < len(parts):
        step, known_family, known_country = _known(parts, i, words)
        if step:
            family = known_family or family
            country = known_country or country
            i += step
            continue
        low = parts[i].lower().rstrip(".")
        bare = plain(parts[i])
        if low in _DETERMINERS:
            pass
        elif _JOINED.match(low):
            modifiers.append(low.replace(".", ""))
        elif low in words.rebel_side or bare in words.rebel_side:
            side = side or ("rebel" if low not in words.bland else None)
            modifiers.append(low)
        elif low in words.government_side or low.replace("pro-", "") in words.government_side:
            side = side or "government"
            modifiers.append(low)
        elif low in words.jihadist:
            side = side or "jihadist"
            modifiers.append(low)
        elif (parts[i][0].isupper() and i) or (
            parts[i][0].isupper()
            and (parts[i].endswith(("'s", "’s")) or len(parts) == 1)
            and low not in words.bland
        ):
            possessor = bare
        elif low not in words.bland:
            modifiers.append(low)
        i += 1
    owner = words.family_of.get(plain(family)) if family else None
    if side is None and owner is not None and owner.kind == "person" and "force" in classes:
        side = "government"
    if side is None:
        if lemma in words.rebel_side or "opposition" in classes:
            side = "rebel"
        elif lemma in words.jihadist:
            side = "jihadist"
        elif lemma in words.government_side and "government" in classes:
            side = "government"
    if country is None and plain(head) in words.demonym_of:
        country = words.demonym_of[plain(head)]
    if country is None:
        country = _tail_country(tail, words)
    return Description(
        head=lemma,
        cls=classes[0] if classes else None,
        country=country,
        family=family,
        side=side,
        possessor=possessor,
        modifiers=tuple(dict.fromkeys(modifiers)),
        tail=tail.strip(),
    )


def named_by(text: str, head: str, family: Family) -> bool:
    """Tell whether a joint head follows the very name of a group: "the X Forces alliance" is X Forces."""
    before = text[: _head_at(text, head)].split()
    names = {plain(n) for n in (family.name, *family.aliases)}
    return head.lower() in ("alliance", "group") and any(
        plain(" ".join(before[i:])) in names for i in range(len(before))
    )


def _head_at(text: str, head: str) -> int:
    at = text.find(head)
    return at if at >= 0 else max(0, len(text) - len(head))


def _known(parts: list[str], i: int, words: NameWords) -> tuple[int, str | None, str | None]:
    for j in range(min(len(parts), i + 6), i, -1):
        text = " ".join(parts[i:j])
        if not (text[:1].isupper() or _AL_NAME.match(text)):
            break
        stripped = re.sub(r"['’]s$", "", text)
        key = plain(stripped)
        if words.is_family(stripped):
            found = words.family_of[key]
            return j - i, found.name, found.country
        if key in words.country_of and (len(key) > 2 or stripped.isupper()):
            return j - i, None, words.country_of[key]
        if key in words.demonym_of:
            return j - i, None, words.demonym_of[key]
        if key.endswith("s") and key[:-1] in words.family_of and words.family_of[key[:-1]].kind == "person":
            found = words.family_of[key[:-1]]
            return j - i, found.name, found.country
    return 0, None, None


def _tail_country(tail: str, words: NameWords) -> str | None:
    match = re.match(r"\s+(?:of|in|for)\s+(?:the\s+)?(.+)$", tail)
    if match is None:
        return None
    key = plain(match.group(1))
    return words.country_of.get(key)
