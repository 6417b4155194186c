"""Articles admitted from invented texts with a guesser that always says English."""

from functools import cache

from counterclaim.models.load import lexicon
from counterclaim.records import Article, RawText
from counterclaim.stages.admit import AdmitWords, admit


@cache
def admit_words() -> AdmitWords:
    return AdmitWords.from_table(lexicon("admit"))


def article(text: str, **metadata: str) -> Article:
    raw = RawText(file="a.txt", text=text, sha256="0" * 64, metadata=tuple(sorted(metadata.items())))
    admitted = admit(raw, language=lambda _: "en", words=admit_words())
    assert isinstance(admitted, Article)
    return admitted


def parts(text: str, **metadata: str) -> list[tuple[str, str]]:
    admitted = article(text, **metadata)
    return [(part.kind, text[part.start : part.end]) for part in admitted.parts]
