"""Who has spoken so far in an article, the latest last: whom "he", "it" and "they" may stand for."""

from collections.abc import Callable

from counterclaim.stages.attribute.speaker import UNKNOWN, Speaker
from counterclaim.values.acts import ActWords
from counterclaim.values.names.genders import Genders, Pronoun

Fits = Callable[[Speaker], bool]

FEMININE = frozenset({"she", "her", "hers"})

MEMORY = 60
"""Sources back that "the group" or "they" may stand for."""

FRESH = 8
"""Sentences for which who spoke last is rather "he" than what coreference says; set on invented articles."""

AT_ONCE = 2
"""Sentences for which "it" and "they" are whoever of their kind spoke last."""


class Heard:
    """The speakers heard, each with the sentence of its source, and what pronouns said of their genders."""

    def __init__(self, genders: Genders) -> None:
        self._genders = genders
        self._speakers: list[Speaker] = []
        self._sentences: list[int] = []
        self._pronoun_of: dict[str, Pronoun] = {}

    def add(self, speaker: Speaker, sentence: int) -> None:
        """Remember who has spoken."""
        self._speakers.append(speaker)
        self._sentences.append(sentence)

    @property
    def last(self) -> Speaker:
        """Who spoke last."""
        return self._speakers[-1] if self._speakers else UNKNOWN

    @property
    def last_sentence(self) -> int:
        """The sentence in which somebody spoke last; -1 where nobody has."""
        return self._sentences[-1] if self._sentences else -1

    def back(self, fits: Fits) -> Speaker | None:
        """The latest speaker that fits."""
        return next((s for s in reversed(self._speakers[-MEMORY:]) if fits(s)), None)

    def sentence_of(self, speaker: Speaker | None) -> int:
        """The sentence in which a speaker was last heard; -1 if others have spoken for long since."""
        numbers = [n for n, one in enumerate(self._speakers) if one is speaker]
        if not numbers or self._sentences[-1] - self._sentences[numbers[-1]] > FRESH:
            return -1
        return self._sentences[numbers[-1]]

    def just(self, speaker: Speaker | None, sentence: int) -> bool:
        """Whether a speaker was heard so shortly before a sentence that no other need be looked for."""
        heard = self.sentence_of(speaker)
        return heard >= 0 and sentence - heard <= AT_ONCE

    def spoke_shortly_before(self, sentence: int, pronoun: str) -> bool:
        """Whether a person whom a pronoun fits has spoken not long before a sentence."""
        for speaker, heard in zip(reversed(self._speakers), reversed(self._sentences), strict=True):
            if sentence - heard > FRESH:
                return False
            if speaker.person and self.agrees(speaker, pronoun):
                return True
        return False

    def gender_of(self, speaker: Speaker) -> Pronoun | None:
        """What a speaker goes by: by pronouns so far, else by description, else by name."""
        name = speaker.name or ""
        known = self._pronoun_of.get(name) or self._genders.by_nouns(speaker.words)
        return known or self._genders.by_name(name.split())

    def agrees(self, speaker: Speaker, pronoun: str) -> bool:
        """Whether a speaker may be "he", or "she"."""
        return self.gender_of(speaker) in (None, _kind(pronoun))

    def called(self, speaker: Speaker, pronoun: str) -> Speaker:
        """The speaker, of whom it is known from now on by what pronoun they go."""
        if speaker.name is not None:
            self._pronoun_of.setdefault(speaker.name, _kind(pronoun))
        return speaker


def tells_an_outlet(speaker: Speaker, acts: ActWords) -> bool:
    """Whether a speaker is a news outlet, by its name or what it is called."""
    named = set((speaker.name or "").lower().split())
    return bool(named & acts.outlets or speaker.words & acts.outlet_nouns)


def _kind(pronoun: str) -> Pronoun:
    return "she" if pronoun in FEMININE else "he"
