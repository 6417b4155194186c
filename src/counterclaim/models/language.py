"""The language of a text, by py3langid's naive Bayes over byte sequences (model and code: BSD)."""

from typing import Any

from counterclaim.stages.admit import LanguageGuesser

SEEN = 4_000
"""Characters that are looked at; more change nothing in news text and cost time."""


def load_language() -> LanguageGuesser:
    """A guesser of ISO 639-1 codes."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier: Any = LanguageIdentifier.from_model_file(MODEL_FILE)

    def guess(text: str) -> str:
        return str(identifier.classify(text[:SEEN])[0])

    return guess
