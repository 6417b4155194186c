"""Is it English? A guess over bytes, held against the common words that are seen."""

import re
from typing import Protocol

from counterclaim.stages.admit.words import AdmitWords

ENGLISH_SHARE = 0.1
"""Share of common English words from which a text is English whatever the guess says. English news has
0.15 to 0.3 of those in the lexicon; other languages in Latin letters, which share none, 0.02 at most."""

SHORT = 30
"""Words below which a guess over bytes is not trusted by itself: headlines are full of foreign names."""

NEAR = frozenset({"en", "sco", "pcm", "enm"})
"""Codes that a guess gives to terse English as well."""

UNKNOWN = frozenset({"zxx", "und", "mis"})
"""Codes that a guess gives to what is no language, or none that it knows."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


class LanguageGuesser(Protocol):
    """Tells the language of a text as an ISO 639-1 code."""

    def __call__(self, text: str) -> str:
        """Guess."""
        ...


def not_english(text: str, *, language: LanguageGuesser, words: AdmitWords) -> str | None:
    """Why a text is not read for its language, or None. It must be confidently not English.

    Common English words outweigh the guess. Of a few words in Latin letters the guess alone says
    little: there common words of another language must stand too. Capitals are guessed as small letters.
    """
    seen = _WORD.findall(text[:4_000].casefold())
    if not seen:
        return "holds no words"
    share = sum(word in words.english for word in seen) / len(seen)
    if share >= ENGLISH_SHARE:
        return None
    code = language(text.lower() if text.isupper() else text)
    if code in NEAR:
        return None
    if len(seen) < SHORT and 2 * sum(word.isascii() for word in seen) > len(seen):
        foreign = sum(word in words.foreign for word in seen)
        if share > 0 or foreign < 2:
            return None
    if code in UNKNOWN:
        return "holds no words of a language that is known"
    name = f"{words.languages[code]} ({code})" if code in words.languages else f"not English but {code!r}"
    return f"language is {name}: only English is read for now"
