"""Numbers that are no figures: years, days, hours, ages, addresses, parts of names."""

from collections.abc import Sequence

from counterclaim.values.figures.cores import Core, is_metric
from counterclaim.values.figures.lexing import HYPHENS, Word, digits
from counterclaim.values.figures.lexing import phrase as phrase_at
from counterclaim.values.figures.words import FigureWords

YEARS = (1800, 2099)
"""A bare number of four digits in this range is a year, unless a modifier or a noun stands beside it."""

LARGEST_NAME = 10_000
"""A number from here on counts, even after "Camp" or "District"."""

LONGEST_STREET = 6
"""Words of a street's name, as in "16 North Mill Pond Road", its full stops counted."""

BEFORE_A_YEAR = frozenset({
    "in", "since", "of", "until", "till", "from", "by", "during", "early", "late", "mid", "before", "after",
    "year", "spring", "summer", "autumn", "winter", "fall", "-", "and", "to", ",", "the", "(",
})  # fmt: skip
AFTER_A_YEAR = frozenset({
    "and", "the", "in", "by", "that", "when", "after", "to", "as", "was", "is", "on", "at", "a", "it", "but",
    "which", "with", "for", "he", "they", "she", "said",
})  # fmt: skip
YOUNGER = frozenset({"or younger", "or older", "and younger", "and older", "and under"})
AGED = frozenset({"aged", "age", "ages"})


def is_time(text: str, lexed: Sequence[Word], core: Core, last: int, words: FigureWords) -> bool:
    """Whether the number is a year, a day of a month, an hour or an age."""
    back = core.first - 2 if core.first > 1 and lexed[core.first - 1].lower == "." else core.first - 1
    before = lexed[back].lower.rstrip(".") if back >= 0 else ""
    earlier = lexed[back - 1].lower if back > 0 else ""
    after = phrase_at(lexed, last, 1).rstrip(".")
    if after in words.clock or (before == "of" and earlier in {"age", "ages"}):
        return True
    one_word = core.last - core.first == 1 and core.digits
    if not one_word:
        return before in AGED
    if _day_of_month(lexed, core, last, before, after, words):
        return True
    if len(lexed[core.first].lower) == 4 and YEARS[0] <= core.value <= YEARS[1]:
        if before in BEFORE_A_YEAR | words.months or (digits(before) is not None and earlier in words.months):
            return True
        return not after.isalpha() or after in AFTER_A_YEAR
    return is_age(text, lexed, core, last)


def _day_of_month(
    lexed: Sequence[Word], core: Core, last: int, before: str, after: str, words: FigureWords
) -> bool:
    """Whether a month stands beside a number that may be its day: "4 April", "May 12"."""
    if core.value > 31:
        return False
    if before in words.months or (before == "may" and after not in {"people", "civilians"}):
        return True
    may = after == "may" and phrase_at(lexed, last + 1, 1)[:2] in {"20", "19"}
    return after in words.months or may


def is_age(text: str, lexed: Sequence[Word], core: Core, last: int) -> bool:
    """Whether a number is somebody's age: "Ada Lund, 36,", "aged 12", "the brothers, both 17."."""
    back = core.first - 1
    before = lexed[back].lower if back >= 0 else ""
    earlier = lexed[back - 1].lower if back > 0 else ""
    after = phrase_at(lexed, last, 1).rstrip(".")
    if before in AGED or phrase_at(lexed, last, 2) in YOUNGER:
        return True
    if not 0 < core.value < 100:
        return False
    if before == "both":
        return not after.isalpha()
    named = back > 0 and earlier.isalpha() and text[lexed[back - 1].start].isupper()
    closed = after in {",", ")", ";"} or (
        named and after in {"", ".", "and", "of", "from", "was", "were", "is"}
    )
    return before in {",", "("} and closed and earlier[:1].isalpha()


def joins_ages(lexed: Sequence[Word], after: int, core: Core) -> bool:
    """Whether only a comma or "and" stands between an age and a number: "ages 17, 18 and 22"."""
    between = {w.lower for w in lexed[after : core.first]}
    following = phrase_at(lexed, core.last, 1)
    closed = not following.isalpha() or following in {
        "and",
        "or",
        "were",
        "was",
        "are",
        "who",
        "respectively",
    }
    joined = bool(between) and between <= {",", "and", "or", "to", "-"}
    return joined and closed and core.digits and 0 < core.value < 100


def is_name(text: str, lexed: Sequence[Word], core: Core, last: int, words: FigureWords) -> bool:
    """Whether the number is part of a name, an ordinal or an address ("T-72", "Resolution 2254")."""
    word = lexed[core.first]
    before = lexed[core.first - 1] if core.first else None
    joined = before is not None and word.glued
    if not core.digits:
        return (
            joined and before is not None and before.lower in {"-", "–"} and core.first > 1 and before.glued
        )
    if _is_address(text, lexed, core, last, words):
        return True
    if before is not None and word.glued:
        if before.lower[-1:].isalnum() or before.lower in {"_", "#", "@", "/", ":"}:
            return True
        if before.lower in {"-", "–"} and before.glued and core.first > 1:
            return True
    if last < len(lexed) and lexed[last].glued:
        behind = lexed[last].lower
        if behind[:1].isalpha() or behind in {"/", ":", "_"}:
            unit = behind in words.measures or behind in words.currencies or is_metric(lexed, last, words)
            return not unit
    if (
        before
        and before.lower == "."
        and core.first > 1
        and lexed[core.first - 2].lower in {"no", "nos", "pct"}
    ):
        return True
    if before and before.lower in words.designators:
        name = text[before.start].isupper() or before.lower in {"age", "aged", "page", "resolution"}
        return name and core.value < LARGEST_NAME
    return len(word.lower) > 1 and word.lower.startswith("0") and "." not in word.lower


def _is_address(text: str, lexed: Sequence[Word], core: Core, last: int, words: FigureWords) -> bool:
    """Whether the number is of a house or a call: "4224 Marsh Road", "the 300 block of", "called 112"."""
    if lexed[core.first].lower in words.called and core.first:
        return lexed[core.first - 1].lower.startswith(("call", "dial", "ring", "phon"))
    if phrase_at(lexed, last, 2) in {"block of", "block on"}:
        return True
    for i in range(last, min(last + LONGEST_STREET, len(lexed))):
        word = lexed[i]
        if i > last and word.lower in words.streets:
            return True
        part = word.glued and i > last  # of "E." and "9th"
        if not (part or text[word.start].isupper() or text[word.start].isdigit()):
            return False
    return False


def is_hyphened(lexed: Sequence[Word], last: int) -> bool:
    """Whether a hyphen ties the number to a word: "five-storey", "12-year-old"."""
    return (
        last + 1 < len(lexed)
        and lexed[last].lower in HYPHENS
        and lexed[last].glued
        and lexed[last + 1].glued
        and lexed[last + 1].lower[0].isalpha()
    )
