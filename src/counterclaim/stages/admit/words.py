"""The reviewed words of `models/lexicon/admit.toml`, and the patterns made of them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self


@dataclass(frozen=True, slots=True, kw_only=True)
class AdmitWords:
    """Words by which the parts, genre, credits and language of an article are known.

    `agencies` maps each printed form of an agency's name to the name used in `Article.credits`.
    """

    agencies: Mapping[str, str]
    languages: Mapping[str, str]
    foreign: frozenset[str]
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    english: frozenset[str]
    judging: frozenset[str]
    first_person: frozenset[str]
    determiners: frozenset[str]
    opinion_sections: frozenset[str]
    interview_sections: frozenset[str]
    statement_sections: frozenset[str]
    agency: re.Pattern[str]
    date_lead: re.Pattern[str]
    caption_verb: re.Pattern[str]
    photo_mark: re.Pattern[str]
    reporting: re.Pattern[str]
    opinion_note: re.Pattern[str]
    statement_note: re.Pattern[str]
    boilerplate: re.Pattern[str]
    head_furniture: re.Pattern[str]

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> Self:
        """Make the words of a parsed TOML table with the tables `agencies`, `words` and `languages`."""
        words = table["words"]
        agencies = {printed: name for name, forms in table["agencies"].items() for printed in forms}
        return cls(
            agencies=agencies,
            languages=dict(table["languages"]),
            foreign=frozenset(table["foreign"]["words"]),
            months=tuple(words["months"]),
            weekdays=tuple(words["weekdays"]),
            english=frozenset(words["english"]),
            judging=frozenset(words["judging"]),
            first_person=frozenset(words["first_person"]),
            determiners=frozenset(words["determiners"]),
            opinion_sections=frozenset(words["opinion_sections"]),
            interview_sections=frozenset(words["interview_sections"]),
            statement_sections=frozenset(words["statement_sections"]),
            agency=_any_of(agencies, flags=re.NOFLAG, also=_NAMED_AGENCY),
            date_lead=_any_of(words["date_leads"]),
            caption_verb=_any_of(words["caption_verbs"]),
            photo_mark=_any_of(words["photo_marks"]),
            reporting=_any_of(words["reporting"]),
            opinion_note=_any_of(words["opinion_notes"]),
            statement_note=_any_of(words["statement_notes"]),
            boilerplate=_any_of(words["boilerplate"]),
            head_furniture=_any_of(words["head_furniture"]),
        )

    def agency_name(self, printed: str) -> str:
        """The name for an agency printed so; its own words for one that is not in the lexicon."""
        spaced = " ".join(printed.split())
        return self.agencies.get(spaced, spaced)


_NAMED_AGENCY = r"(?:[A-Z][\w'’&-]+\s+){1,3}(?:News Agency|Press Agency|Newswire|News Wire|Wire Service|Wire)"
"""Agencies that say in their name what they are."""


def _any_of(
    phrases: Iterable[str], *, flags: re.RegexFlag = re.IGNORECASE, also: str | None = None
) -> re.Pattern[str]:
    """A pattern that finds any of the phrases as whole words, the longest first."""
    ordered = sorted((phrase.strip() for phrase in phrases), key=lambda phrase: (-len(phrase), phrase))
    joined = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in ordered)
    if not joined:
        raise ValueError("a group of words is empty; it would match everywhere")
    return re.compile(rf"(?<!\w)(?:{joined if also is None else f'{also}|{joined}'})(?!\w)", flags)
