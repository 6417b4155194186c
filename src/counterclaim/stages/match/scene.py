"""A story's claims, indexed: who voices what, and how alike two claims are."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from counterclaim.records import (
    Actor,
    Cast,
    Claim,
    DateMention,
    Event,
    Extent,
    Figure,
    OpenAnswer,
    Participant,
    PlaceMention,
    Reading,
    Reason,
    Span,
    Statement,
    Status,
)
from counterclaim.stages.match.blocking import candidates
from counterclaim.values.places import compare_places, kilometres

Item = TypeVar("Item")


class Encoder(Protocol):
    """Turns texts into unit vectors: float32, one row a text."""

    def __call__(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The vectors of texts, in their order."""
        ...


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims that may be about the same thing: shared weight of terms (0..1) and cosine (-1..1)."""

    first: str
    second: str
    terms: float
    cosine: float


FIRST_PERSON = frozenset({"we", "us", "our", "ours", "i", "me", "my"})
"""Words by which speakers mean themselves."""

FAR_KM = 75.0
"""Kilometres beyond which two places are not one place told loosely, a town by its province's capital."""

BLOCKING_TERMS = 16
"""The most telling terms of a claim, by which it is set beside others."""


PUT_FORWARD: frozenset[Status] = frozenset({"asserted", "alleged", "denied", "condemned"})
"""How a claim is told that says of something that it was so, or that it was not: evidence of an answer."""


class Scene:
    """The records of a cast by id, and the likeness of its claims."""

    def __init__(self, cast: Cast, encoder: Encoder) -> None:
        self.cast = cast
        self.readings: Mapping[str, Reading] = {r.article.id: r for r in cast.readings}
        self.claims: Mapping[str, Claim] = {c.id: c for r in cast.readings for c in r.claims}
        self.statements: Mapping[str, Statement] = {s.id: s for r in cast.readings for s in r.statements}
        self.actors: Mapping[str, Actor] = {a.id: a for a in cast.actors}
        self.events: tuple[Event, ...] = tuple(e for r in cast.readings for e in r.events)
        self.figures: tuple[Figure, ...] = tuple(f for r in cast.readings for f in r.figures)
        self.reasons: tuple[Reason, ...] = tuple(x for r in cast.readings for x in r.reasons)
        self.events_of = _grouped((e.claim, e) for e in self.events)
        self.dates_of: Mapping[str, list[DateMention]] = _grouped(
            (d.claim, d) for r in cast.readings for d in r.dates if d.claim is not None
        )
        self.places_of: Mapping[str, list[PlaceMention]] = _grouped(
            (p.claim, p) for r in cast.readings for p in r.places if p.claim is not None
        )
        self._place_named: dict[str, PlaceMention] = {}
        for place in sorted(
            (p for r in cast.readings for p in r.places),
            key=lambda p: (p.latitude is None, p.name, p.article, p.start),
        ):
            self._place_named.setdefault(place.name, place)
        self._sentences: dict[str, dict[Extent, list[Claim]]] = defaultdict(dict)
        for claim in sorted(self.claims.values(), key=lambda c: (c.article, c.sentence, c.spans)):
            self._sentences[claim.article].setdefault(claim.sentence, []).append(claim)
        spoken = {(c.article, c.spans): c for c in self.claims.values() if c.status != "denied"}
        self._in_whose_words = {
            c.id: spoken[c.article, c.spans]
            for c in self.claims.values()
            if c.status == "denied" and (c.article, c.spans) in spoken
        }
        self._order = {claim_id: number for number, claim_id in enumerate(sorted(self.claims))}
        self._frequency: dict[str, int] = defaultdict(int)
        for claim in self.claims.values():
            for term in set(claim.terms):
                self._frequency[term] += 1
        self._encoder = encoder
        self._vectors: dict[str, NDArray[np.float32]] = {}
        self._of_text: dict[str, NDArray[np.float32]] = {}

    def far_apart(self, first: str | None, second: str | None) -> bool:
        """Whether two places, by their names, are known to lie apart: a town and its province do not."""
        one, two = self._place_named.get(first or ""), self._place_named.get(second or "")
        if one is None or two is None or compare_places(one, two).outcome != "different":
            return False
        if None in (one.latitude, one.longitude, two.latitude, two.longitude):
            return True
        ends = ((p.latitude or 0.0, p.longitude or 0.0) for p in (one, two))
        return kilometres(*ends) > FAR_KM

    def tells(self, claim_id: str) -> bool:
        """Whether a claim puts something forward, or denies it: a demand, a plan or a condition does not."""
        return self.claims[claim_id].status in PUT_FORWARD

    def sentences_around(self, article: str, sentence: Extent) -> Iterator[Extent]:
        """A sentence that makes claims, then those before and after it."""
        known = list(self._sentences[article])
        at = known.index(sentence)
        yield sentence
        yield from known[max(0, at - 1) : at]
        yield from known[at + 1 : at + 2]

    def is_country(self, place: str) -> bool:
        """Whether a place, by its name, is a whole country."""
        known = self._place_named.get(place)
        return known is not None and known.precision == "country"

    def lead_sentences(self, article: str, how_many: int) -> frozenset[Extent]:
        """The first sentences of an article that make claims."""
        return frozenset(list(self._sentences[article])[:how_many])

    def claims_in(self, article: str, sentence: Extent) -> Sequence[Claim]:
        """The claims of a sentence."""
        return self._sentences[article].get(sentence, ())

    def sentence_terms(self, article: str, sentence: Extent) -> frozenset[str]:
        """The terms of all claims of a sentence, without numbers."""
        terms = {t for c in self.claims_in(article, sentence) for t in c.terms}
        return frozenset(t for t in terms if not t[:1].isdigit())

    def dates_in(self, claim: Claim) -> list[DateMention]:
        """The dates of a claim, else those of its sentence."""
        return self.dates_of.get(claim.id) or self.dates_in_sentence(claim)

    def dates_in_sentence(self, claim: Claim) -> list[DateMention]:
        """The dates of all claims of a claim's sentence."""
        mates = self.claims_in(claim.article, claim.sentence)
        return [d for mate in mates for d in self.dates_of.get(mate.id, ())]

    def places_in(self, claim: Claim) -> list[PlaceMention]:
        """The places of a claim, else those of its sentence."""
        return self.places_of.get(claim.id) or self.places_in_sentence(claim)

    def places_in_sentence(self, claim: Claim) -> list[PlaceMention]:
        """The places of all claims of a claim's sentence."""
        mates = self.claims_in(claim.article, claim.sentence)
        return [p for mate in mates for p in self.places_of.get(mate.id, ())]

    def text(self, article: str, extent: Extent) -> str:
        """The words of an article at an extent."""
        return self.readings[article].article.text[extent[0] : extent[1]]

    def span(self, article: str, extent: Extent) -> Span:
        """An extent with the words that stand there."""
        return Span(article=article, start=extent[0], end=extent[1], text=self.text(article, extent))

    def evidence(self, claim: Claim) -> tuple[Span, ...]:
        """The words of a claim."""
        return tuple(self.span(claim.article, extent) for extent in claim.spans)

    def statement_of(self, claim: Claim) -> Statement | None:
        """The statement in which a claim stands, or None for the article's own voice."""
        return self.statements.get(claim.statement) if claim.statement else None

    def in_whose_words(self, claim: Claim) -> Claim:
        """The claim in whose very words another is denied, else the claim itself."""
        return self._in_whose_words.get(claim.id, claim)

    def voice(self, claim: Claim) -> str:
        """Who says a claim: an actor's id, or the article's where it speaks itself."""
        statement = self.statement_of(claim)
        return (statement.speaker or statement.id) if statement is not None else claim.article

    def voice_name(self, claim: Claim) -> str:
        """Who says a claim, in words."""
        statement = self.statement_of(claim)
        if statement is None:
            article = self.readings[claim.article].article
            return article.outlet or article.title or article.file
        actor = self.actors.get(statement.speaker or "")
        return (actor.name if actor else statement.speaker_name) or "an unnamed source"

    def who(self, participant: Participant, claim: Claim) -> str | None:
        """The actor that has a part in a claim's event; "we" is who speaks."""
        statement = self.statement_of(self.in_whose_words(claim))
        words = self.text(claim.article, (participant.start, participant.end)).lower()
        if statement is not None and words in FIRST_PERSON:
            return statement.speaker
        return participant.actor if participant.actor in self.actors else None

    def side_of(self, actor: str | None) -> str | None:
        """The side of an actor, or None."""
        known = self.actors.get(actor or "")
        return known.side if known is not None else None

    def party(self, actor: str) -> str:
        """What an actor counts as in an answer: its side, else itself."""
        return self.side_of(actor) or actor

    def party_name(self, party: str) -> str:
        """A side's or an actor's name."""
        for side in self.cast.sides:
            if side.id == party:
                return side.name
        return self.actors[party].name if party in self.actors else party

    def weight(self, term: str) -> float:
        """How telling a term is in this story: its inverse document frequency over claims."""
        return log((2 + len(self.claims)) / (1 + self._frequency.get(term, 0)))

    def telling_terms(self, claim: Claim) -> tuple[str, ...]:
        """The most telling terms of a claim, the most telling first: by them it is set beside others."""
        return tuple(sorted(set(claim.terms), key=lambda t: (-self.weight(t), t))[:BLOCKING_TERMS])

    def shared(self, first: Iterable[str], second: Iterable[str]) -> float:
        """The weight of the terms that two sets share, as a share of the lighter set's weight."""
        one, two = set(first), set(second)
        least = min(self._total(one), self._total(two))
        return self._total(one & two) / least if least > 0 else 0.0

    def _total(self, terms: Iterable[str]) -> float:
        return sum(self.weight(t) for t in sorted(terms))

    def pairs(
        self,
        claims: Sequence[Claim],
        *,
        worth: Callable[[Claim, Claim], bool],
        least_terms: float,
        least_cosine: float,
    ) -> list[Pair]:
        """Pairs of claims that share telling terms and lie close, blocked by the terms that they share.

        Only pairs that are `worth` it are encoded: vectors are what costs most.
        """
        order = {c.id: self.telling_terms(c) for c in claims}
        kept = []
        for first, second in candidates(order, order):
            one, two = self.claims[first], self.claims[second]
            if worth(one, two) and (terms := self.shared(one.terms, two.terms)) >= least_terms:
                kept.append((first, second, terms))
        self.encode(c for first, second, _ in kept for c in (first, second))
        found = [Pair(a, b, terms, self.cosine(a, b)) for a, b, terms in kept]
        return [pair for pair in found if pair.cosine >= least_cosine]

    def encode(self, claim_ids: Iterable[str]) -> None:
        """Make the vectors of claims that have none yet, all at once."""
        new = sorted({c for c in claim_ids if c not in self._vectors})
        if new:
            self._vectors.update(zip(new, self.vectors([self.claims[c].text for c in new]), strict=True))

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The vectors of any texts; the same text is encoded once."""
        new = sorted({t for t in texts if t not in self._of_text})
        if new:
            self._of_text.update(zip(new, self._encoder(new), strict=True))
        return np.array([self._of_text[t] for t in texts], dtype=np.float32)

    def cosine(self, first: str, second: str) -> float:
        """The cosine of two claims' vectors."""
        self.encode((first, second))
        return round(float(self._vectors[first] @ self._vectors[second]), 4)

    def answer(self, text: str, claims: Sequence[Claim], evidence: Sequence[Span] = ()) -> OpenAnswer:
        """An answer with its claims and words in the order of article and text."""
        ordered = sorted({c.id: c for c in claims}.values(), key=lambda c: (c.article, c.spans, c.id))
        spans = evidence or [span for claim in ordered for span in self.evidence(claim)]
        unique = sorted(
            {(s.article, s.start, s.end): s for s in spans}.values(),
            key=lambda s: (s.article, s.start, s.end),
        )
        return OpenAnswer(text=text, claims=tuple(c.id for c in ordered), evidence=tuple(unique))

    def wording(self, claims: Sequence[Claim]) -> str:
        """A short wording for claims, taken from the sources: one that stands by itself, if there is one."""
        texts = sorted({c.text.strip() for c in claims}, key=lambda t: (leans(t), abs(len(t) - 60), t))
        return shortened(readable(texts[0])) if texts else ""


LONGEST_WORDING = 140


def shortened(text: str) -> str:
    """A wording on one line, cut at a word with an ellipsis if it is long."""
    line = " ".join(text.split())
    return (
        line
        if len(line) <= LONGEST_WORDING
        else line[: line.rfind(" ", 0, LONGEST_WORDING)].rstrip(",;:") + " …"
    )


LEANING = frozenset(
    {
        "which",
        "that's",
        "that’s",
        "who",
        "whose",
        "where",
        "and",
        "but",
        "while",
        "because",
        "as",
        "when",
        "after",
        "if",
        "of",
    }
)


def leans(text: str) -> bool:
    """Whether a wording opens with a word that leans on what stood before it."""
    return text.split(maxsplit=1)[0].lower() in LEANING if text.split() else True


FINITE = re.compile(
    r"\b(is|are|was|were|has|have|had|does|did|will|would|can|could|may|might|must|should)\b|\w{2}ed\b",
    re.IGNORECASE,
)
"""Signs that a wording is a clause: an auxiliary, or a verb in the past."""


def whether(wording: str) -> str:
    """The question whether something is so, in the sources' wording."""
    return f"Whether “{wording}”" if FINITE.search(wording) else f"Said or not: “{wording}”"


def readable(wording: str) -> str:
    """A clause's words without the mark before them, and "A of doing" as "A doing"."""
    bare = re.sub(r"^(?:that|when|as|because|after|since|by|over)\s+", "", wording, flags=re.IGNORECASE)
    return re.sub(r"^(.{1,60}?) of (\w+ing)\b", r"\1 \2", bare)


def most_common(values: Iterable[str | None]) -> str | None:
    """The value given most often, the first in order among equals; None where none is given."""
    counts: dict[str, int] = defaultdict(int)
    for value in values:
        if value:
            counts[value] += 1
    return min(counts, key=lambda v: (-counts[v], v)) if counts else None


def _grouped(pairs: Iterable[tuple[str, Item]]) -> dict[str, list[Item]]:
    found: dict[str, list[Item]] = defaultdict(list)
    for key, item in pairs:
        found[key].append(item)
    return dict(found)
