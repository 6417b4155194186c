"""Is it English? A guess over bytes, held against the common words that are seen."""

import re
from typing import Protocol

from counterclaim.stages.admit.words import AdmitWords

ENGLISH_SHARE = 0.1
"""Share of common English words from which a text is English whatever the guess says. English news has
0.15 to 0.3 of those in the lexicon; other languages in Latin letters, which share none of them, 0.02 at most."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


class LanguageGuesser(Protocol):
    """Tells the language of a text as an ISO 639-1 code."""

    def __call__(self, text: str) -> str: ...


def not_english(text: str, *, language: LanguageGuesser, words: AdmitWords) -> str | None:
    """Why a text is not read for its language, or None. It must be confidently not English.

    A flash of a few words misleads a guess over bytes; common words decide there, and a text in capitals is
    guessed in small letters.
    """
    seen = _WORD.findall(text[:4_000].casefold())
    if not seen:
        return "holds no words"
    share = sum(word in words.english for word in seen) / len(seen)
    if share >= ENGLISH_SHARE:
        return None
    code = language(text.lower() if text.isupper() else text)
    if code == "en" or (len(seen) < SHORT and share > 0) or _mostly_latin_names(text, seen):
        return None
    name = f"{words.languages[code]} ({code})" if code in words.languages else f"not English but {code!r}"
    return f"language is {name}: only English is read for now"


SHORT = 25
"""Words below which one common English word outweighs the guess."""

FEWEST_WORDS = 6
"""Words below which a guess over Latin letters says nothing."""


def _mostly_latin_names(text: str, seen: list[str]) -> bool:
    return len(seen) < FEWEST_WORDS and all(word.isascii() for word in seen)
