"""Reads the number itself, in digits or words, without what stands around it."""

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.values.figures.lexing import Word, digits, phrase
from counterclaim.values.figures.words import FigureWords

LONGEST_VAGUE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Core:
    """A number without its modifiers: words `first` to `last` (exclusive)."""

    first: int
    last: int
    value: float
    vague: str | None = None
    share: bool = False
    digits: bool = False


def core_at(lexed: Sequence[Word], i: int, words: FigureWords) -> Core | None:
    """The number that begins at word `i`, if one does."""
    return _vague(lexed, i, words) or _share(lexed, i, words) or exact_at(lexed, i, words)


def _vague(lexed: Sequence[Word], i: int, words: FigureWords) -> Core | None:
    for length in range(LONGEST_VAGUE, 0, -1):
        words_here = phrase(lexed, i, length)
        if words_here in words.vague and len(lexed) >= i + length:
            if words_here == "scores" and not _counts_scores(lexed, i + 1, words):
                return None
            if words_here in {"a couple", "a handful"} and phrase(lexed, i + length, 1) not in {"of", "more"}:
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
            return Core(first=i, last=i + length, value=words.shares[words_here], share=True)
    return None


def exact_at(lexed: Sequence[Word], i: int, words: FigureWords) -> Core | None:
    """A number in digits or words, with its scales: "1.2 million", "a hundred and five", "thirty-two"."""
    word = lexed[i]
    value = digits(word.lower)
    if value is not None:
        last = i + 1
        if last < len(lexed) and lexed[last].glued and lexed[last].lower in words.suffixes:
            return Core(first=i, last=last + 1, value=value * words.suffixes[lexed[last].lower], digits=True)
        while last < len(lexed) and not lexed[last].glued and lexed[last].lower in words.scales:
            value, last = value * words.scales[lexed[last].lower], last + 1
        return Core(first=i, last=last, value=value, digits=True)
    return _fraction_of_scale(lexed, i, words) or _spelled(lexed, i, words)


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
