"""Reads the number itself, in digits or words, without what stands around it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from counterclaim.values.figures.lexing import Word, digits, phrase
from counterclaim.values.figures.words import FigureWords

LONGEST_VAGUE = 3
PARTITIVE = frozenset({"a couple", "a handful", "a number"})
"""Vague words that count only before "of" or "more"."""

HALVED = frozenset(
    {"an hour", "a mile", "a kilometre", "a kilometer", "a ton", "a tonne", "a year", "a century"}
)
"""Units with their articles of which a half is told: "half an hour"."""

SMALLEST_ROUND = 100
"""Behind a number from here on "and a half" is a half of its scale: "a million and a half"."""

LARGEST_WHOLE = 1000
"""Of so many at the most one speaks in a ratio: "one in a thousand"."""

MOST_OF_A_RATIO = 9
"""So many at the most stand before "in": "two in five", not "twelve in forty villages"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Core:
    """A number without its modifiers: words `first` to `last` (exclusive); of a share, the percentage."""

    first: int
    last: int
    value: float
    vague: str | None = None
    share: bool = False
    digits: bool = False


def core_at(lexed: Sequence[Word], i: int, words: FigureWords) -> Core | None:
    """The number that begins at word `i`, if one does."""
    if not lexed[i].lower[0].isdigit() and (core := _vague(lexed, i, words) or _share(lexed, i, words)):
        return core
    exact = exact_at(lexed, i, words)
    return exact and (_ratio(lexed, exact, words) or exact)


def _vague(lexed: Sequence[Word], i: int, words: FigureWords) -> Core | None:
    for length in range(LONGEST_VAGUE, 0, -1):
        words_here = phrase(lexed, i, length)
        if words_here in words.vague and len(lexed) >= i + length:
            if words_here == "scores" and not _counts_scores(lexed, i + 1, words):
                return None
            following = phrase(lexed, i + length, 1)
            if words_here in PARTITIVE and following not in {"of", "more"}:
                return None
            return Core(first=i, last=i + length, value=words.vague[words_here].low, vague=words_here)
    return None


def _counts_scores(lexed: Sequence[Word], at: int, words: FigureWords) -> bool:
    """Whether "scores" counts: what follows is "of" or says what befell them."""
    after = [w.lower for w in lexed[at : at + 4]]
    return after[:1] in (["of"], ["more"]) or any(w in words.adjective_class for w in after)


def _share(lexed: Sequence[Word], i: int, words: FigureWords) -> Core | None:
    for length in (3, 2, 1):
        words_here = " ".join(w.lower for w in lexed[i : i + length] if w.lower != "-")
        if (
            words_here in words.shares
            and i + length < len(lexed)
            and phrase(lexed, i + length, 1) in {"of", "the"}
        ):
            if phrase(lexed, i + length, 3) in {"of a million", "of a billion"}:
                break
            return Core(first=i, last=i + length, value=100 * words.shares[words_here], share=True)
    return None


def _ratio(lexed: Sequence[Word], some: Core, words: FigureWords) -> Core | None:
    """A share as so many of so many: "one in five", "three out of four"."""
    at = some.last
    out = phrase(lexed, at, 2) == "out of"
    if not out and phrase(lexed, at, 1) != "in":
        return None
    at += 2 if out else 1
    every = exact_at(lexed, at, words) if at < len(lexed) else None
    if every is None or not 0 < some.value < every.value <= LARGEST_WHOLE:
        return None
    noun = phrase(lexed, every.last, 1)
    plain = out or (some.value <= MOST_OF_A_RATIO and not every.digits)
    if not plain or not noun.isalpha() or noun in words.measures or noun in words.months:
        return None
    return Core(first=some.first, last=every.last, value=100 * some.value / every.value, share=True)


def exact_at(lexed: Sequence[Word], i: int, words: FigureWords) -> Core | None:
    """A number in digits or words, with its scales: "1.2 million", "a hundred and five", "thirty-two"."""
    word = lexed[i]
    value = digits(word.lower)
    if value is not None:
        last = i + 1
        if _suffixed(lexed, last, words):
            return Core(first=i, last=last + 1, value=value * words.suffixes[lexed[last].lower], digits=True)
        while last < len(lexed) and not lexed[last].glued and lexed[last].lower in words.scales:
            value, last = value * words.scales[lexed[last].lower], last + 1
        return _and_a_half(lexed, Core(first=i, last=last, value=value, digits=True))
    found = _fraction_of_scale(lexed, i, words) or _spelled(lexed, i, words)
    return _and_a_half(lexed, found) if found is not None else None


def _suffixed(lexed: Sequence[Word], at: int, words: FigureWords) -> bool:
    """Whether a scale is written onto digits: "30k", "1.2m people"; of "200m away" it is a unit."""
    if at >= len(lexed) or not lexed[at].glued or lexed[at].lower not in words.suffixes:
        return False
    return not is_metric(lexed, at, words)


def is_metric(lexed: Sequence[Word], at: int, words: FigureWords) -> bool:
    """Whether an "m" written onto digits means metres: "200m away", "a 30m-deep shaft"."""
    return lexed[at].lower == "m" and lexed[at].glued and phrase(lexed, at + 1, 1) in words.metric


def _and_a_half(lexed: Sequence[Word], core: Core) -> Core:
    """The number with the half behind it: "two and a half years"."""
    for words_here in ("and a half", "- and - a - half"):
        length = len(words_here.split())
        if core.value < SMALLEST_ROUND and phrase(lexed, core.last, length) == words_here:
            return replace(core, last=core.last + length, value=core.value + 0.5)
    return core


def _fraction_of_scale(lexed: Sequence[Word], i: int, words: FigureWords) -> Core | None:
    """A share of a scale: "half a million", "a quarter of a million", "half a dozen"."""
    for fraction, value in (
        ("half", 0.5),
        ("a quarter of", 0.25),
        ("quarter of", 0.25),
        ("three quarters of", 0.75),
    ):
        length = len(fraction.split())
        if phrase(lexed, i, length) == fraction and phrase(lexed, i + length, 1) in {"a", "1"}:
            scale = words.scales.get(phrase(lexed, i + length + 1, 1))
            if scale:
                return Core(first=i, last=i + length + 2, value=value * scale)
        if phrase(lexed, i, length) == fraction and phrase(lexed, i + length, 2) in HALVED:
            return Core(first=i, last=i + length + 1, value=value)
    return None


def _spelled(lexed: Sequence[Word], i: int, words: FigureWords) -> Core | None:
    total, current, at, seen = 0.0, 0.0, i, False
    smallest = 0
    if lexed[i].lower in {"a", "an"}:
        if phrase(lexed, i + 1, 1) not in words.scales or phrase(lexed, i + 1, 1) == "score":
            return None
        current, at = 1.0, i + 1
    last = at
    while at < len(lexed):
        word = lexed[at].lower
        if word in words.units and (not seen or _joins(current, words.units[word])):
            current += words.units[word]
        elif word in words.scales and (seen or current):
            scale = words.scales[word]
            if scale >= 1000 and total and scale >= smallest:
                break
            if scale >= 1000:
                smallest = scale
                total, current = total + (current or 1) * scale, 0.0
            else:
                current = (current or 1) * scale
        elif word in {"and", "-"} and seen and _continues(lexed, at, word, current, total, words):
            at += 1
            continue
        else:
            break
        seen, at = True, at + 1
        last = at
    return Core(first=i, last=last, value=total + current) if seen else None


def _joins(current: float, unit: int) -> bool:
    """Whether a unit may follow: "thirty two", "hundred five", not "two three"."""
    if unit >= 20:
        return current % 100 == 0
    if unit >= 10:
        return current % 100 == 0
    return current % 10 == 0 and unit > 0 and (current == 0 or current % 100 == 0 or current % 100 >= 20)


def _continues(
    lexed: Sequence[Word], at: int, word: str, current: float, total: float, words: FigureWords
) -> bool:
    """Whether "and" or a hyphen stands within one number: "a hundred and five", "thirty-two"."""
    if at + 1 >= len(lexed):
        return False
    after = lexed[at + 1].lower
    if word == "-":
        joined = lexed[at].glued and lexed[at + 1].glued
        return joined and after in words.units and words.units[after] < 10 and current % 100 >= 20
    whole = (current >= 100 and current % 100 == 0) or (current == 0 and total >= 1000)
    return whole and after in words.units
