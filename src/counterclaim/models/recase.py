"""Text in capitals in the case that a parser of running text expects, letter for letter as long as it was."""

import re
import tomllib
from collections.abc import Callable, Collection, Iterator, Sequence
from importlib import resources
from typing import Any

FEWEST_LETTERS = 12
"""Letters below which a stretch is too short to tell whether it is set in capitals."""

MOSTLY = 0.85
"""Share of capitals among the letters of a stretch from which it is set in capitals."""

LONGEST_NAME = 4
"""Words of a place's name that are looked up together."""

LARGE = 100_000
"""People from which a place of one word is taken for itself rather than for a word of the language."""

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
SENTENCE_END = re.compile(r"(?:[.!?:][\"'”’)\]]*\s+|\n\s*\n\s*|\A\s*|(?:--|—|–)\s*|\s[\"“])[\"“]?\Z")
INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}|\b[^\W\d_]\.(?=\s[^\W\d_])")
ORGANISED = frozenset(
    {
        "front", "army", "movement", "party", "battalion", "brigade", "guard", "league", "union",
        "cartel", "alliance", "command", "commandos", "brigades", "forces", "committee",
        "organization", "organisation",
    }
)  # fmt: skip
"""What groups are: the last word of their names."""

BEFORE_NAMES = frozenset(
    {
        "by", "that", "with", "from", "at", "as", "a", "an", "this", "its", "their", "his", "against", "or",
        "has", "have", "had", "was", "were", "is", "are", "when", "because", "called", "said", "between",
    }
)  # fmt: skip
LINE_END = re.compile(r"(?<!\n)\n(?!\s*\n)")
"""The end of a line within a paragraph, which is no end of a sentence."""

ABBREVIATION = re.compile(r"[(\[]\s*([^\W\d_]{2,8})\s*[)\]]")
SMALL = frozenset(
    {"of", "the", "and", "for", "in", "on", "to", "de", "la", "las", "los", "del", "y", "e", "da", "do"}
)

Known = Callable[[str], bool]


class Recaser:
    """Gives words in capitals their usual case.

    `common` says of a word in lower case that it is one of the language, `place` of one or more words that a
    place bears this name; `names` are words that are always capitalised.
    """

    def __init__(self, *, common: Known, place: Known, names: Collection[str]) -> None:
        self._common, self._place, self._names = common, place, frozenset(names)

    def __call__(self, text: str) -> str:
        """The text in its usual case where it is set in capitals, else as it is; never longer or shorter.

        Ends of lines within a paragraph become spaces: they would be read as ends of sentences.
        """
        if not in_capitals(text):
            return text
        words = list(WORD.finditer(text))
        lowered = [small(found[0]) for found in words]
        out = list(small(text))
        for i in sorted({*self._places(lowered), *spelled_out(text, words)}):
            out[words[i].start()] = text[words[i].start()]
        for i, found in enumerate(words):
            word = lowered[i]
            begins = SENTENCE_END.search(text[max(0, found.start() - 6) : found.start()]) is not None
            if word == "i" or begins or word in self._names:
                out[found.start()] = text[found.start()]
            elif word not in SMALL and len(word) > 1 and not self._common(word.removesuffix("'s")):
                acronym = len(word) <= 5 and not re.search(r"[aeiouy]", word[1:])
                out[found.start() : found.end() if acronym else found.start() + 1] = (
                    found[0] if acronym else found[0][0]
                )
        kept = [found.span(1) for found in ABBREVIATION.finditer(text) if not self._common(small(found[1]))]
        for start, end in (*kept, *(found.span() for found in INITIALS.finditer(text))):
            out[start:end] = text[start:end]
        for i in organisations(words, lowered, out, {start for start, _ in kept}):
            out[words[i].start()] = text[words[i].start()]
        return LINE_END.sub(" ", "".join(out))

    def _places(self, words: list[str]) -> Iterator[int]:
        """Numbers of the words that are part of a place's name, the longest names first."""
        i = 0
        while i < len(words):
            for length in range(min(LONGEST_NAME, len(words) - i), 0, -1):
                name = words[i : i + length]
                if name[0] in SMALL - {"la", "las", "los"} or name[-1] in SMALL:
                    continue
                if self._place(" ".join(name)):
                    yield from (i + k for k in range(length) if k == 0 or name[k] not in SMALL)
                    i += length - 1
                    break
            i += 1


def organisations(
    words: Sequence[re.Match[str]], lowered: Sequence[str], cased: Sequence[str], short: Collection[int]
) -> Iterator[int]:
    """Numbers of the words of an organisation's name that are words of the language.

    The words up to "front", "army" or their like belong to its name where one of them is a name already, or
    where a short form, whose offsets are in `short`, stands behind it.
    """
    for last, word in enumerate(lowered):
        if word not in ORGANISED:
            continue
        first = last
        while first and last - first < LONGEST_NAME and lowered[first - 1] not in SMALL | BEFORE_NAMES:
            if words[first].start() - words[first - 1].end() != 1:
                break
            first -= 1
        named = [i for i in range(first, last) if cased[words[i].start()].isupper()]
        if any(words[last].end() < at <= words[last].end() + 3 for at in short):
            yield from range(first, last + 1)
        elif named:
            yield from range(named[0], last + 1)


def in_capitals(text: str) -> bool:
    """Whether nearly all letters of a stretch are capitals."""
    upper, lower = sum(map(str.isupper, text)), sum(map(str.islower, text))
    return upper + lower >= FEWEST_LETTERS and upper >= MOSTLY * (upper + lower)


def small(text: str) -> str:
    """The text in lower case, letter for letter: letters that have no single small one stay."""
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def spelled_out(text: str, words: list[re.Match[str]]) -> Iterator[int]:
    """Numbers of the words that a short form in brackets behind them stands for, wherever they stand.

    "Harbour Liberation Army [HLA]": as many words as letters, of the same initials in any order.
    """
    names: set[tuple[str, ...]] = set()
    for short in ABBREVIATION.finditer(text):
        before = [found[0] for found in words if found.end() <= short.start()][-2 * len(short[1]) :]
        telling = [(i, word) for i, word in enumerate(before) if small(word) not in SMALL]
        last = telling[-len(short[1]) :]
        if len(last) == len(short[1]) and sorted(word[0] for _, word in last) == sorted(short[1]):
            names.add(tuple(before[last[0][0] :]))
    spoken = [found[0] for found in words]
    for name in sorted(names):
        for i in range(len(spoken) - len(name) + 1):
            if tuple(spoken[i : i + len(name)]) == name:
                yield from (i + k for k, word in enumerate(name) if small(word) not in SMALL)


def recaser(nlp: Any, place: Callable[[str], Any]) -> Recaser:
    """A recaser over the words of spaCy's lemmatizer and a gazetteer."""
    lookups = nlp.get_pipe("lemmatizer").lookups
    index, irregular = (lookups.get_table(name, {}) for name in ("lemma_index", "lemma_exc"))
    listed = {
        part: frozenset((*index.get(part, ()), *irregular.get(part, ())))
        for part in ("noun", "verb", "adj", "adv")
    }
    actions = listed["verb"] | listed["adj"] | listed["adv"]
    closed = frozenset(word for word in nlp.Defaults.stop_words)

    def common(word: str) -> bool:
        return any(form in closed or any(form in words for words in listed.values()) for form in stems(word))

    def bears(name: str) -> bool:
        if len(name) < 4:
            return False
        found = place(name)
        if not found:
            return False
        if " " in name:
            return any(form not in closed for form in name.split()) and not all(map(common, name.split()))
        return not any(form in actions for form in stems(name)) and (
            not common(name) or found[0].population >= LARGE
        )

    return Recaser(common=common, place=bears, names=_names())


def stems(word: str) -> Iterator[str]:
    """A word and what is left of it without the endings of English nouns and verbs."""
    yield word
    for ending, put in (
        ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ied", "y"), ("ing", ""),
        ("ing", "e"), ("er", ""), ("ly", ""), ("'s", ""), ("n't", ""),
    ):  # fmt: skip
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word.removesuffix(ending) + put
            yield stem
            if len(stem) > 3 and stem[-1] == stem[-2]:
                yield stem[:-1]


def _names() -> frozenset[str]:
    """Words that are always capitalised: of countries, their capitals and peoples, of days and months."""
    folder = resources.files("counterclaim.models").joinpath("lexicon")
    places, names = (
        tomllib.loads(folder.joinpath(f"{n}.toml").read_text("utf-8")) for n in ("places", "names")
    )
    words = {word for listed in places.get("demonyms", {}).values() for word in listed}
    for country in names.get("countries", ()):
        words |= {country["name"].lower(), *(name.lower() for name in country["capitals"])}
    return frozenset(word for word in words if " " not in word) | CALENDAR


CALENDAR = frozenset(
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february",
        "april", "june", "july", "august", "september", "october", "november", "december",
    }
)  # fmt: skip
"""Days and months; March and May are left to the parser, which knows them by what stands around them."""
