"""Events in ACLED's terms, with who did what to whom.

Types and sub-types are those of the ACLED codebook; which words tell of which is `lexicon/events.toml`.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from typing import Any, Protocol, Self

from counterclaim.records import (
    Article,
    Claim,
    DateMention,
    Event,
    Extent,
    Mention,
    Parse,
    Participant,
    PlaceMention,
    Role,
    Status,
    fingerprint,
)
from counterclaim.stages.ground.carried_out import TIMES, between, carried_out_by, is_pronoun, names_somebody
from counterclaim.stages.ground.claims import claim_at
from counterclaim.stages.ground.contrast import cleft, set_aside
from counterclaim.stages.ground.phrases import Tree
from counterclaim.stages.ground.refuted import NO_REFUTING, RefutingWords
from counterclaim.stages.ground.taking_part import held_to_be, laid_to, responsible
from counterclaim.stages.ground.told import OPEN, Told, open_within, told
from counterclaim.values.events import SUB_TYPES

NAMES = frozenset({"PERSON", "ORG", "WORK_OF_ART", "FAC", "GPE", "NORP", "PRODUCT", "LAW"})
"""Entity types whose words are a name, not an event: a party called "Victory" is no victory."""

SLOTS: Mapping[str, tuple[Role, Role]] = {
    "act": ("agent", "target"),
    "hold": ("holder", "target"),
    "yield": ("loser", "target"),
    "accord": ("participant", "participant"),
}
"""For each frame of the lexicon, the role of who does it and of whom or what it is done to."""


LAND = frozenset({"Government regains territory", "Non-state actor overtakes territory"})
"""Sub-types of which the object is land."""

ABOVE = frozenset({"pobj", "prep", "dobj", "nsubjpass", "compound", "conj", "xcomp", "pcomp", "agent"})
"""Ways down from a verb of condemning or threatening to what is condemned or threatened."""


class EventTyping(Protocol):
    """Chooses by the sentence, for a word that may tell of several sub-types."""

    def __call__(self, text: str, *, usual: str, among: Set[str]) -> str:
        """One of the sub-types `among`, to which `usual` belongs: what the word mostly tells of."""
        ...


def by_words(text: str, *, usual: str, among: Set[str]) -> str:
    """No opinion: the words of the lexicon alone decide."""
    return usual


@dataclass(frozen=True, slots=True, kw_only=True)
class EventKind:
    """An ACLED type and sub-type, and the frame in which its words name those who take part."""

    event_type: str
    sub_event_type: str
    frame: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventWords:
    """The reviewed words of `models/lexicon/events.toml`: lemma or lemmas → kind.

    An event's word is the first of its verb's or the last of its noun's.
    """

    verbs: Mapping[str, EventKind] = field(default_factory=dict)
    nouns: Mapping[str, EventKind] = field(default_factory=dict)
    first_of_verbs: frozenset[str] = frozenset()
    last_of_nouns: frozenset[str] = frozenset()
    light_verbs: frozenset[str] = frozenset()
    actor_modifiers: frozenset[str] = frozenset()
    doubt: frozenset[str] = frozenset()
    condemning: frozenset[str] = frozenset()
    threatening: frozenset[str] = frozenset()
    mixed: Mapping[str, frozenset[str]] = field(default_factory=dict)
    flown_or_fired: frozenset[str] = frozenset()
    taking_part: frozenset[str] = frozenset()
    laid_to: frozenset[str] = frozenset()
    blaming: frozenset[str] = frozenset()
    no_land: frozenset[str] = frozenset()
    told_of: frozenset[str] = frozenset()

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> Self:
        """Make the words of a parsed TOML table."""
        verbs: dict[str, EventKind] = {}
        nouns: dict[str, EventKind] = {}
        for row in table.get("event", ()):
            kind = EventKind(event_type=row["type"], sub_event_type=row["sub_type"], frame=row["frame"])
            verbs.update((verb, kind) for verb in row["verbs"])
            nouns.update((noun, kind) for noun in row["nouns"])
        return cls(
            verbs=verbs,
            nouns=nouns,
            first_of_verbs=frozenset(verb.split()[0] for verb in verbs),
            last_of_nouns=frozenset(noun.split()[-1] for noun in nouns),
            light_verbs=frozenset(table.get("light_verbs", ())),
            actor_modifiers=frozenset(table.get("actor_modifiers", ())),
            doubt=frozenset(table.get("doubt", ())),
            condemning=frozenset(table.get("condemning", ())),
            threatening=frozenset(table.get("threatening", ())),
            mixed={w: frozenset(row["among"]) for row in table.get("mixed", ()) for w in row["words"]},
            flown_or_fired=frozenset(table.get("flown_or_fired", ())),
            taking_part=frozenset(table.get("taking_part", ())),
            laid_to=frozenset(table.get("laid_to", ())),
            blaming=frozenset(table.get("blaming", ())),
            no_land=frozenset(table.get("no_land", ())),
            told_of=frozenset(table.get("told_of", ())),
        )


def read_events(
    article: Article,
    parse: Parse,
    claims: Sequence[Claim],
    mentions: Sequence[Mention],
    dates: Sequence[DateMention],
    places: Sequence[PlaceMention],
    *,
    words: EventWords,
    typing: EventTyping = by_words,
    refuting: RefutingWords = NO_REFUTING,
) -> tuple[Event, ...]:
    """Read the events that claims tell of, in the order of the text.

    The lexicon's words say of which sub-type an event is; for words that may tell of several ("attack"),
    `typing` chooses by the sentence. An event takes the place and the date that stand in its claim, else
    those of its sentence. Its status is its claim's, unless its own words say more: "the alleged execution",
    "condemned the raid", "threatened to storm the camp".
    """
    tree = Tree(parse)
    by_head = {mention.head[0]: mention for mention in mentions}
    telling = [p for p in places if article.text[p.end : p.end + 1] != "-"]  # "Varn-based" tells of somebody
    named = [(p.start, p.end, p.name) for p in telling]
    narrow = [(p.start, p.end, p.name) for p in telling if p.precision != "country"]
    dated = [(d.start, d.end, d.value) for d in dates if d.value]
    found = []
    for index, (token, lemma) in enumerate(zip(parse.tokens, parse.lemmas, strict=True)):
        if lemma not in (words.first_of_verbs if token.pos in {"VERB", "AUX"} else words.last_of_nouns):
            continue
        told = _told(tree, index, words)
        if told is None:
            continue
        trigger, kind = told
        claim = claim_at(claims, token.start, token.end)
        if claim is None:
            continue
        participants = _participants(tree, index, kind, by_head, words)
        sentence = article.text[slice(*claim.sentence)]
        event_type, sub_event_type = _typed(trigger, kind, sentence, words, typing)
        found.append(
            Event(
                id=fingerprint("e", article.id, token.start, token.end, sub_event_type),
                claim=claim.id,
                article=article.id,
                start=token.start,
                end=token.end,
                trigger=trigger,
                event_type=event_type,
                sub_event_type=sub_event_type,
                participants=participants,
                place=_within(claim, narrow, token.start) or _within(claim, named, token.start),
                date=_within(claim, dated, token.start),
                status=told_in(tree, index, claim, words=words, refuting=refuting).status,
            )
        )
    return tuple(found)


def _typed(
    trigger: str, kind: EventKind, sentence: str, words: EventWords, typing: EventTyping
) -> tuple[str, str]:
    """The type and sub-type of an event by its words and, where these may tell of several, its sentence."""
    among = words.mixed.get(trigger, frozenset())
    if kind.sub_event_type not in among:
        return kind.event_type, kind.sub_event_type
    chosen = typing(sentence, usual=kind.sub_event_type, among=among)
    return SUB_TYPES[chosen], chosen


def _told(tree: Tree, index: int, words: EventWords) -> tuple[str, EventKind] | None:
    """The lexicon's words at a token and their kind; the longest wording wins."""
    token = tree.tokens[index]
    lemma = token.lemma.lower()
    if token.pos in {"VERB", "AUX"}:
        particle = tree.first(index, "prt")
        hostage = tree.first(index, "dobj", "oprd", "acomp")
        for other in (particle, hostage):
            if other is not None and (longer := f"{lemma} {tree.tokens[other].lemma.lower()}") in words.verbs:
                return longer, words.verbs[longer]
        if lemma not in words.verbs or _of_no_land(tree, index, words.verbs[lemma], words):
            return None
        return lemma, words.verbs[lemma]
    if token.pos not in {"NOUN", "PROPN"} or token.entity in NAMES or token.dep == "compound":
        return None
    phrase = tree.phrase_lemmas(index).split()
    for length in range(len(phrase), 0, -1):
        wording = " ".join(phrase[-length:])
        if wording in words.nouns:
            return wording, words.nouns[wording]
    return None


def _of_no_land(tree: Tree, verb: int, kind: EventKind, words: EventWords) -> bool:
    """Whether a verb of taking or losing land is said of something else: "bodies were recovered"."""
    if kind.sub_event_type not in LAND:
        return False
    things = tree.children(verb, "dobj", "nsubjpass")
    if not things and tree.tokens[verb].dep in {"acl", "relcl"}:
        things = [tree.tokens[verb].head]
    if not things:
        return tree.lemmas[verb] in words.told_of
    return all(tree.lemmas[i] in words.no_land for i in things)


def _participants(
    tree: Tree, index: int, kind: EventKind, mentions: Mapping[int, Mention], words: EventWords
) -> tuple[Participant, ...]:
    """Who has which part, from the slots around the trigger."""
    doer, done_to = SLOTS[kind.frame]
    blamed: list[int] = []
    slots: list[tuple[Role, int]] = []
    if tree.tokens[index].pos in {"VERB", "AUX"}:
        slots += [(doer, i) for i in _subjects(tree, index)]
        objects = tree.children(index, "dobj", "nsubjpass", "dative")
        objects = [i for i in objects if len(objects) == 1 or tree.words[i] != "that"]
        slots += [(done_to, _antecedent(tree, i, index)) for i in objects]
        participle = tree.tokens[index].dep in {"acl", "relcl"} and tree.tokens[index].tag == "VBN"
        if participle and tree.first(index, "nsubj") is None:
            slots.append((done_to, tree.tokens[index].head))
    else:
        slots += [(doer, i) for i in tree.children(index, "poss", "nmod") if names_somebody(tree, i)]
        slots += [
            (doer, i) for i in tree.children(index, "amod", "compound") if _names_actor(tree, i, kind, words)
        ]
        head = tree.tokens[index].head
        if tree.tokens[head].lemma in words.light_verbs and tree.tokens[index].dep in {
            "dobj",
            "nsubjpass",
            "pobj",
        }:
            carriers = _subjects(tree, head)
            if carriers:
                slots = [(role, i) for role, i in slots if role != doer or not is_pronoun(tree, i)]
            slots += [(doer, i) for i in carriers]
        blamed = laid_to(tree, index, words.laid_to)
        slots += [
            (doer, i)
            for i in (
                *responsible(tree, index, words.taking_part),
                *blamed,
                *carried_out_by(tree, index, words.light_verbs),
            )
        ]
    if kind.event_type == "Battles" and kind.frame == "act":
        slots += [(doer, i) for i in between(tree, index)]
    linked = tree.children(index, "prep", "agent")
    linked += [c for i in linked for c in tree.children(i, "conj") if tree.words[c] == tree.words[i]]
    for preposition in linked:  # "by the league and by the guild", "not by the league but by the guild"
        lemma = tree.tokens[preposition].lemma.lower()
        role: Role | None = doer if lemma == "by" or (lemma == "for" and kind.frame == "hold") else None
        if lemma in OF_WHOM:
            role = done_to
        if lemma == "to" and kind.frame == "yield":
            role = "holder"
        if role is not None:
            named = (i for i in tree.children(preposition, "pobj") if tree.tokens[i].entity not in TIMES)
            slots += [(role, i) for i in named if i not in blamed]
    joined = ((role, i) for role, first in slots for i in tree.conjuncts(first))
    slots = [(role, i) for role, i in joined if not set_aside(tree.parse, i)]
    seen: dict[tuple[Role, Extent], Participant] = {}
    for role, i in slots:
        start, end = _mention_extent(tree, i, mentions)
        seen.setdefault((role, (start, end)), Participant(role=role, start=start, end=end))
    return tuple(sorted(seen.values(), key=lambda p: (p.start, p.end, p.role)))


SUBJECTS = ("nsubj",)
OF_WHOM = frozenset({"on", "against", "of", "over"})
"""Prepositions before whom or what an event befell: "strikes on the town"."""

RAISING = frozenset({"xcomp", "conj", "advcl"})


def _subjects(tree: Tree, index: int) -> list[int]:
    """Who does what the verb says: its subject, else that of the verb it hangs from; agents of a passive."""
    agents = [pobj for agent in tree.children(index, "agent") for pobj in tree.children(agent, "pobj")]
    if agents or tree.first(index, "nsubjpass", "auxpass") is not None:
        return agents
    here = index
    for _ in range(3):
        subjects = tree.children(here, *SUBJECTS)
        if subjects:
            named = [s for s in subjects if tree.words[s] != "that"] or subjects
            return [_antecedent(tree, subject, here) for subject in named]
        if (
            tree.tokens[here].dep not in RAISING
            or tree.first(tree.tokens[here].head, "nsubjpass") is not None
        ):
            break
        here = tree.tokens[here].head
    if tree.tokens[index].dep == "acl" and tree.tokens[index].tag == "VBG":
        return [tree.tokens[index].head]
    if tree.tokens[index].dep == "pcomp":
        return _accused(tree, index)
    return []


def _antecedent(tree: Tree, subject: int, verb: int) -> int:
    """What a relative pronoun stands for: the noun that the clause hangs from."""
    if tree.tokens[subject].tag in {"WDT", "WP"}:
        half = cleft(tree.parse, verb)
        if half is not None:
            return half[1]
        if tree.tokens[verb].dep == "relcl":
            return tree.tokens[verb].head
    return subject


def _accused(tree: Tree, index: int) -> list[int]:
    """In "accused A of doing B", who does B is the object of the verb above, or its passive subject."""
    above = tree.tokens[tree.tokens[index].head].head
    return tree.children(above, "dobj", "nsubjpass")


def _names_actor(tree: Tree, index: int, kind: EventKind, words: EventWords) -> bool:
    """Whether a word before an event names who did it: of "Russian air strikes", not of a "Syrian blast"."""
    token = tree.tokens[index]
    if token.entity == "NORP":
        return kind.sub_event_type in words.flown_or_fired
    return token.entity in {"ORG", "PERSON"} or token.lemma.lower() in words.actor_modifiers


def _mention_extent(tree: Tree, index: int, mentions: Mapping[int, Mention]) -> Extent:
    """The mention whose head begins with this token, else the noun phrase around it."""
    mention = mentions.get(tree.tokens[index].start)
    return (mention.start, mention.end) if mention is not None else tree.noun_phrase(index)


def _within(claim: Claim, values: Sequence[tuple[int, int, str | None]], at: int) -> str | None:
    """The value nearest to a position among those inside the claim's words, else inside its sentence."""
    spans = (*claim.spans, claim.sentence)
    first, last = (bisect_left(values, (at,)) for at in claim.sentence)
    near = values[first:last]
    for group in (claim.spans, spans):
        inside = [v for v in near if any(s <= v[0] and v[1] <= e for s, e in group)]
        if inside:
            return min(inside, key=lambda v: (abs(v[0] - at), v[0]))[2]
    return None


def told_in(
    tree: Tree, index: int, claim: Claim, *, words: EventWords, refuting: RefutingWords = NO_REFUTING
) -> Told:
    """How the event at a token is told within its claim: whether it is negative, and its status.

    By its own verb group and governors, by the words over it ("condemned the raid", "the alleged raid"), and
    by what its claim's statement does. A claim that is planned or possible by the words of another verb than
    its own leaves an event as it is told.
    """
    own = told(tree, index, light=words.light_verbs, refuting=refuting)
    if own.negative and own.refuted_at is not None and claim.statement is not None and not claim.negated:
        at = tree.tokens[own.refuted_at].start
        if not any(start <= at < end for start, end in claim.spans):
            own = replace(own, negative=False)  # another's word on the claim: "his report that … was a lie"
    if claim.status == "denied":
        return Told(negative=True, status="denied")
    status = _by_words_above(tree, index, own.status, claim, words)
    if own.negative and status == "asserted":
        status = "denied"
    return Told(negative=own.negative, status=status)


def _by_words_above(tree: Tree, index: int, own: Status, claim: Claim, words: EventWords) -> Status:
    claimed = claim.status
    above = _lemma_above(tree, index, words)
    if claimed in {"threatened", "condemned"}:
        return claimed
    if above in words.threatening:
        return "threatened"
    if own in OPEN:
        return own
    if claimed in OPEN and not open_within(tree, _members(tree, claim)):
        return claimed
    if claimed == "alleged":
        return claimed
    if above in words.condemning:
        return "condemned"
    blamed = laid_to(tree, index, words.laid_to)
    if claim.statement is not None or held_to_be(tree, index):
        blamed = [*blamed, *responsible(tree, index, words.blaming)]
    agents = [o for by in tree.children(index, "agent") for o in tree.children(by, "pobj")]
    doubted = [index, *agents, *(tree.children(index, "nsubj") if not agents else ())]
    modifiers = [tree.tokens[m] for i in doubted for m in tree.children(i, "amod")]
    doubtful = any(words.doubt & {m.lemma.lower(), m.text.lower()} for m in modifiers)
    return "alleged" if blamed or doubtful else "asserted"


def _members(tree: Tree, claim: Claim) -> frozenset[int]:
    """The tokens of a claim's words."""
    found: set[int] = set()
    for extent in claim.spans:
        first, last = (bisect_left(tree.tokens, at, key=lambda token: token.start) for at in extent)
        found.update(range(first, last))
    return frozenset(found)


def _lemma_above(tree: Tree, index: int, words: EventWords) -> str | None:
    """The verb or noun of condemning or threatening whose object an event is."""
    here = index
    for _ in range(5):
        if tree.tokens[here].dep not in ABOVE:
            return None
        here = tree.tokens[here].head
        lemma = tree.tokens[here].lemma.lower()
        if lemma in words.condemning or lemma in words.threatening:
            return lemma
    return None
