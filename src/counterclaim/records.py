"""The nouns, frozen, in the order in which they come to be.

    RawText → Article | Rejection → Parse → Statement, Mention → Claim with its values → Reading
    → Story → Cast (Actor, Side, Label, Relation) → OpenQuestion → Lineage, Root → Question → Dossier

Every offset is a position in `Article.text`, counted in Python characters, end exclusive. Records are
small and picklable, hold no library's objects, and point to each other by id. An id is a hash of what
makes the record what it is, so that the same input gives the same ids whatever the order of reading.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Literal, NamedTuple

Extent = tuple[int, int]
"""Start and end of some words in one article's text, end exclusive."""


def fingerprint(kind: str, *what: object) -> str:
    """An id: `kind`, a hyphen, and twelve hexadecimal digits of a SHA-256 over `what`."""
    digest = sha256("\x1f".join(map(str, what)).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{kind}-{digest[:12]}"


# ---------------------------------------------------------------- 1 admit


@dataclass(frozen=True, slots=True, kw_only=True)
class RawText:
    """What intake makes of foreign bytes: text, and what stood beside it.

    `sha256` is of the bytes as they came (the evidential copy); `text` is decoded, without a
    byte-order mark, with bare line feeds as line ends. `metadata` holds what a header, a page or a JSON line
    said: keys in lower case; `title`, `outlet`, `published`, `url`, `byline` are understood.
    """

    file: str
    text: str
    sha256: str
    metadata: tuple[tuple[str, str], ...] = ()


PartKind = Literal["headline", "dateline", "caption", "credit", "source_line", "body"]
Genre = Literal["report", "wire", "opinion", "interview", "statement", "flash"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of an article's text: one paragraph, caption, credit, line. Parts do not overlap."""

    kind: PartKind
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One account: its text, kept unchanged, and what is known about it.

    `published` is an EDTF date or None; `published_basis` says in words where it comes from.
    `title` is metadata and may or may not stand in `text` (then a headline part covers it).
    `credits` names the agencies whose copy or pictures the article carries, as printed.
    """

    id: str
    file: str
    sha256: str
    title: str | None
    outlet: str | None
    byline: str | None
    published: str | None
    published_basis: str | None
    url: str | None
    genre: Genre
    language: str
    text: str
    credits: tuple[str, ...]
    parts: tuple[Part, ...]
    metadata: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """Input that could not be read: which, at what stage, and why, in words for the user."""

    file: str
    stage: str
    reason: str


class Token(NamedTuple):
    """One token. `head` is the index in `Parse.tokens` of its syntactic head (its own for a root).

    `pos` and `dep` are in the Universal-POS and ClearNLP label sets of spaCy's English models, `tag`
    in the Penn Treebank's. `entity` is an OntoNotes type or "", `entity_begins` marks a first token.
    """

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str
    entity_begins: bool


@dataclass(frozen=True, kw_only=True)
class Parse:
    """The tokens of an article with their syntax, and its sentences as ranges of token indices.

    No sentence crosses a part. White space is no token. What all readers look up is worked out once, when
    first asked for, and lists something for each token by its index.
    """

    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words in lower case."""
        return tuple([token.text.lower() for token in self.tokens])

    @cached_property
    def lemmas(self) -> tuple[str, ...]:
        """The lemmas in lower case."""
        return tuple([token.lemma.lower() for token in self.tokens])

    @cached_property
    def sentence_of(self) -> tuple[int, ...]:
        """The numbers of the sentences."""
        numbers = [0] * len(self.tokens)
        for number, (start, end) in enumerate(self.sentences):
            numbers[start:end] = [number] * (end - start)
        return tuple(numbers)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The first characters."""
        return tuple([token.start for token in self.tokens])

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """The tokens that hang on each, in the order of the text."""
        found: dict[int, list[int]] = {}
        for i, token in enumerate(self.tokens):
            if token.head != i:
                found.setdefault(token.head, []).append(i)
        return tuple([tuple(found.get(i, ())) for i in range(len(self.tokens))])

    @cached_property
    def edges(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The first and the last token of what hangs on each, itself included."""
        order = [i for i, token in enumerate(self.tokens) if token.head == i]
        for i in order:
            order.extend(self.children[i])
        first, last = list(range(len(self.tokens))), list(range(len(self.tokens)))
        for i in reversed(order):
            head = self.tokens[i].head
            first[head] = min(first[head], first[i])
            last[head] = max(last[head], last[i])
        return tuple(first), tuple(last)

    def within(self, extents: Iterable[Extent]) -> list[int]:
        """The tokens that begin in some extents."""
        starts = self.starts
        found: list[int] = []
        for start, end in extents:
            found += range(bisect_left(starts, start), bisect_left(starts, end))
        return found

    def sentence_at(self, at: int) -> int:
        """The number of the sentence of the last token that begins at a character or before it; else 0."""
        return self.sentence_of[max(0, bisect_right(self.starts, at) - 1)]


# ---------------------------------------------------------------- 2 attribute

Act = Literal[
    "say", "report", "accuse", "deny", "admit", "demand", "warn", "condemn", "believe", "order",
    "promise", "announce", "ask", "claim_responsibility", "praise", "support", "oppose", "other",
]  # fmt: skip
StatementKind = Literal["direct", "indirect", "mixed"]
MentionKind = Literal["name", "nominal", "pronoun"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that name, describe or stand for a person, group, state, outlet or people.

    `head` is the extent of the head word (for a name, of the name). Mentions with one `chain`
    number are the same within the article. `statement` is the innermost statement whose content
    holds it: then the words are the speaker's, not the outlet's; None is the article's own voice.
    """

    article: str
    start: int
    end: int
    head: Extent
    text: str
    kind: MentionKind
    entity: str
    plural: bool
    chain: int
    statement: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One step of a chain of attribution, outermost first: through whom the words came."""

    source: tuple[Extent, ...]
    cue: tuple[Extent, ...]
    speaker_name: str | None
    speaker_at: Extent | None
    speaker: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """What a tagger finds: who (source), by which words (cue), says what (content). Any may be ().

    `confidence` is the chance, from 0 to 1, that source and content are right; None where nobody can say.
    """

    source: tuple[Extent, ...]
    cue: tuple[Extent, ...]
    content: tuple[Extent, ...]
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One attribution, read: kind, act, hedging, speaker, hops.

    `speaker_at` is the best mention of the speaker within the article (what "he" stands for),
    `speaker_name` its words; `speaker` and `target` are actor ids, None until `identify`.
    `target_at` is whom an accusation, denial or demand is about. `hedged`: "alleged", "reportedly",
    or a cue that keeps its distance. `anonymous`: the article withholds who it is. `role` is what the
    speaker is said to be ("spokesman"), `affiliation` of whom ("the health ministry"), in the article's
    words; `eyewitness`: the speaker is said to have seen it or to have been there. `confidence`: as in
    `Attribution`.
    """

    id: str
    article: str
    source: tuple[Extent, ...]
    cue: tuple[Extent, ...]
    content: tuple[Extent, ...]
    kind: StatementKind
    act: Act
    hedged: bool
    speaker_name: str | None
    speaker_at: Extent | None
    target_at: Extent | None = None
    anonymous: bool = False
    role: str | None = None
    affiliation: str | None = None
    eyewitness: bool = False
    confidence: float | None = None
    hops: tuple[Hop, ...] = ()
    speaker: str | None = None
    target: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributed:
    """What `attribute` gives of one article."""

    statements: tuple[Statement, ...]
    mentions: tuple[Mention, ...]


# ---------------------------------------------------------------- 3 ground

Status = Literal["asserted", "alleged", "denied", "planned", "threatened", "hypothetical", "condemned"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One thing asserted: the words that assert it, and the statement it stands in.

    `statement` None: the article's own voice. `negated`: the clause itself is negative or denied. What one
    puts forward and another denies, in the same words or by pointing back at them, is a claim of either.
    `sentence` is the whole sentence, for context. `terms` are the lemmas of its content words.
    """

    id: str
    article: str
    spans: tuple[Extent, ...]
    statement: str | None
    text: str
    negated: bool
    status: Status
    sentence: Extent
    terms: tuple[str, ...] = ()


Scope = Literal["incident", "total", "stock", "part", "unclear"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number claimed of something. Bounds are None where the words leave them open.

    "up to 400" has a high alone, "at least 58" a low alone, "some 300" a best alone, "58" all three.
    `counted`: killed, injured, executed, detained, displaced, held …; `population`: of whom, in the
    text's words. `part_of` is the figure of which this is a part ("86, 30 of them children").
    `updates`: it is told as replacing an earlier one; `earlier`: as one given before ("up from 58").
    `unit` is what a measure is in ("kilometres", "percent", "USD", "per day"), None for a count; then
    `counted` tells what is measured. `vague` is the word ("dozens") that a named `rule` made a number of, or
    None. `when` is EDTF.
    `claimant` and `blamed` are actor ids, None until `identify`; a claimant of None is own voice.
    """

    id: str
    claim: str
    article: str
    start: int
    end: int
    text: str
    low: float | None
    high: float | None
    best: float | None
    counted: str | None
    population: str | None
    place: str | None
    period: str | None
    scope: Scope
    unit: str | None = None
    when: str | None = None
    event: str | None = None
    part_of: str | None = None
    updates: bool = False
    earlier: bool = False
    vague: str | None = None
    rule: str | None = None
    blamed_at: Extent | None = None
    claimant: str | None = None
    blamed: str | None = None


DatePrecision = Literal["time", "day", "week", "month", "season", "year", "decade", "range"]
DateKind = Literal["date", "time", "duration", "set", "reference"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A date as the text gives it, and its EDTF value worked out against the published date.

    `kind`: a date; a time or part of a day (the value is its day); a duration ("three days"), a set ("every
    Friday") or a reference ("now"), which have no EDTF value and date no claim. `timeml` is the value as
    TimeML has it: `2031-03-11TNI`, `P3D`, `XXXX-WXX-5`, `2031-Q3`, `PRESENT_REF`; None where it has none.
    `date_prec` is UCDP GED's code of precision, 1 (a day) to 5 (more than a month), `time_precision` ACLED's,
    1 to 3; None without a value.
    """

    claim: str | None
    article: str
    start: int
    end: int
    text: str
    value: str | None
    precision: DatePrecision | None
    basis: str
    kind: DateKind = "date"
    timeml: str | None = None
    date_prec: int | None = None
    time_precision: int | None = None


PlacePrecision = Literal["exact", "near", "district", "region", "country", "vague"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """A place named. Without coordinates: no gazetteer entry fits, and the name stays all the same.

    `part` is the part of it that is meant ("east" of "east Aleppo"), or None. `where_prec` is UCDP GED's code
    of precision, 1 (exact) to 7 (international waters, or unknown), `geo_precision` ACLED's, 1 to 3.
    """

    claim: str | None
    article: str
    start: int
    end: int
    text: str
    name: str
    latitude: float | None
    longitude: float | None
    gazetteer_id: str | None
    precision: PlacePrecision
    country: str | None = None
    within: str | None = None
    basis: str = ""
    part: str | None = None
    where_prec: int | None = None
    geo_precision: int | None = None


Role = Literal["agent", "target", "instrument", "holder", "loser", "participant"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Who has a part in an event: the mention's extent; `actor` is None until `identify`."""

    role: Role
    start: int
    end: int
    actor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What is said to have happened. Types are ACLED's; `start`, `end` hold the words that tell it.

    `trigger` is the lemma of those words. `place` is the name of a PlaceMention, `date` an EDTF value.
    """

    id: str
    claim: str
    article: str
    start: int
    end: int
    trigger: str
    event_type: str
    sub_event_type: str
    participants: tuple[Participant, ...]
    place: str | None
    date: str | None
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """An explanation stated in a claim: `effect` is what is explained, `reason` what explains it.

    kind cause: "the talks stalled when …"; motive: "in response to …", "celebrating the end of war".
    """

    claim: str
    article: str
    kind: Literal["cause", "motive"]
    effect: Extent
    reason: Extent
    negated: bool = False


Predicate = Literal["backs", "opposes", "part_of", "formerly", "also_known_as"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """Who backs, opposes, is part of, was, is also called whom: itself a claim, with its words.

    `subject_at` and `object_at` are the mentions; `subject`, `object` actor ids, None until `identify`.
    """

    predicate: Predicate
    claim: str | None
    article: str
    start: int
    end: int
    subject_at: Extent
    object_at: Extent
    statement: str | None = None
    subject: str | None = None
    object: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that was read out of one article. The stages up to here see one article alone."""

    article: Article
    statements: tuple[Statement, ...]
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    figures: tuple[Figure, ...]
    dates: tuple[DateMention, ...]
    places: tuple[PlaceMention, ...]
    events: tuple[Event, ...]
    reasons: tuple[Reason, ...]
    relations: tuple[Relation, ...]


# ---------------------------------------------------------------- 4 group


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The articles about one event or one chain of events, and why they are held together."""

    id: str
    title: str
    articles: tuple[str, ...]
    why: tuple[str, ...] = ()


# ---------------------------------------------------------------- 5 identify

ActorKind = Literal[
    "person", "armed_group", "state", "government", "organisation", "outlet", "population", "unnamed"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Some words of one article; `text` is what stands there."""

    article: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who it is over all articles of a story. `why` says what joined its mentions."""

    id: str
    name: str
    kind: ActorKind
    side: str | None
    labels: tuple[str, ...]
    mentions: tuple[Span, ...]
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """Actors that act together in one conflict, with the words on which that rests."""

    id: str
    name: str
    actors: tuple[str, ...]
    basis: tuple[Span, ...]
    given_by: Literal["text", "user"] = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What an actor is called, where. `statement`: whose words; None: the outlet's own."""

    actor: str
    text: str
    article: str
    start: int
    end: int
    statement: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownActor:
    """An actor that a user names for a conflict: other names it goes by, and its side, if given."""

    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    side: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """What `identify` gives: the actors of a story, and its readings with actor ids filled in."""

    readings: tuple[Reading, ...]
    actors: tuple[Actor, ...]
    sides: tuple[Side, ...]
    labels: tuple[Label, ...]
    relations: tuple[Relation, ...]


# ---------------------------------------------------------------- 6 match

Outcome = Literal["same", "compatible", "different", "not_comparable"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How two values stand to each other, and the sentence that says why, naming both."""

    outcome: Outcome
    why: str


QuestionKind = Literal[
    "figure", "responsibility", "occurrence", "control", "cause", "motive", "time", "place", "judgement"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAnswer:
    """An answer before it is weighed: wording taken from the sources, its claims and their words."""

    text: str
    claims: tuple[str, ...]
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """Something that claims of a story answer, before it is weighed.

    `rival`: the answers cannot all hold; `why`: the comparisons that say so, or that join the claims.
    """

    id: str
    kind: QuestionKind
    text: str
    answers: tuple[OpenAnswer, ...]
    rival: bool
    why: tuple[str, ...]


# ---------------------------------------------------------------- 7 trace

LineageKind = Literal["copy", "passage", "wire", "citation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """How articles hang together: a copy, a shared passage, a wire credit, a citation."""

    kind: LineageKind
    articles: tuple[str, ...]
    spans: tuple[Span, ...]
    root: str | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """Where claims first come from. `actor`: who, where it is a speaker; `interest`: a side or None."""

    id: str
    kind: Literal["speaker", "agency", "outlet", "article"]
    name: str
    actor: str | None
    side: str | None
    articles: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tracing:
    """What `trace` gives. `root_of` maps each claim's id to its root's id."""

    lineage: tuple[Lineage, ...]
    roots: tuple[Root, ...]
    root_of: Mapping[str, str]


# ---------------------------------------------------------------- 8 weigh

Standing = Literal["corroborated", "disputed", "one_sided", "single_source"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer with the roots it rests on and the sides they belong to.

    `against_interest`: claims in which a side says what speaks against itself.
    """

    text: str
    claims: tuple[str, ...]
    roots: tuple[str, ...]
    sides: tuple[str, ...]
    evidence: tuple[Span, ...]
    against_interest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question with its answers side by side, its standing, and each reason that led there."""

    id: str
    kind: QuestionKind
    text: str
    standing: Standing
    why: tuple[str, ...]
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What a person decided about a machine's finding; it outlives a re-run."""

    finding: str
    decision: str
    by: str
    at: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelUse:
    """A model or word list that had a part in a run."""

    name: str
    revision: str
    sha256: str
    licence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What made a dossier: version, models, settings. It holds no clock and no path."""

    version: str
    models: tuple[ModelUse, ...]
    settings: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """All of it, for one story."""

    story: Story
    articles: tuple[Article, ...]
    actors: tuple[Actor, ...]
    sides: tuple[Side, ...]
    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]
    figures: tuple[Figure, ...]
    dates: tuple[DateMention, ...]
    places: tuple[PlaceMention, ...]
    events: tuple[Event, ...]
    reasons: tuple[Reason, ...]
    labels: tuple[Label, ...]
    relations: tuple[Relation, ...]
    lineage: tuple[Lineage, ...]
    roots: tuple[Root, ...]
    root_of: Mapping[str, str]
    questions: tuple[Question, ...]
    rejections: tuple[Rejection, ...]
    run: Run
