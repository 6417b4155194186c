"""Who a source is, within its article: "he", "the spokesman", "the group", "another", or nobody named."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from counterclaim.records import Mention
from counterclaim.stages.attribute.chains import Chains, before
from counterclaim.stages.attribute.cues import can_speak
from counterclaim.stages.attribute.heard import Heard, tells_an_outlet
from counterclaim.stages.attribute.manner import without_clauses
from counterclaim.stages.attribute.named import Names
from counterclaim.stages.attribute.naming import contains, coordinated, head_of, is_acronym
from counterclaim.stages.attribute.persons import Persons
from counterclaim.stages.attribute.speaker import UNKNOWN, Speaker
from counterclaim.stages.attribute.tree import Tree
from counterclaim.values.acts import ActWords
from counterclaim.values.names.genders import NO_GENDERS, Genders

SINGULAR = frozenset({"he", "she", "him", "her", "his", "hers"})
PLURAL = frozenset({"they", "them", "their", "theirs", "both", "all"})
NEUTER = frozenset({"it", "its"})
RELATIVE = frozenset({"who", "which", "that", "whose", "whom"})
BARE = frozenset(
    {"some", "one", "another", "those", "others", "many", "man", "woman", "people", "person", "boy", "girl"}
)
"""Heads that say nothing of who it is without the participle behind them: "one man living there"."""

OFFICES = frozenset({"foreign", "interior", "prime", "deputy", "vice", "first"})
"""Adjectives that are part of an office."""

LOOSE = frozenset({"some", "many", "several", "most", "other", "few", "all", "two", "three", "both"})
"""Words by which a source is others than those named, or not all of them."""

PICTURES = frozenset({"photo", "photograph", "picture", "image", "footage", "video", "map"})
"""What shows something, and is not "it" that said so."""

LONGEST_NAME = 200
"""Characters back in which the start of the name that holds a token is looked for."""


def _by_head(mention: Mention) -> tuple[int, int]:
    return mention.head


def _by_start(mention: Mention) -> int:
    return mention.start


@dataclass(slots=True)
class Room:
    """Who has been heard of so far, while an article is read from start to end."""

    tree: Tree
    acts: ActWords
    mentions: Sequence[Mention]
    same: Callable[[], Chains]
    gendered: Genders = NO_GENDERS
    chains: dict[int, list[Mention]] = field(default_factory=dict)
    starts: list[int] = field(default_factory=list)
    names: Names = field(init=False)
    names_of: dict[int, list[Mention]] = field(default_factory=dict)
    issuers: dict[str, Speaker] = field(default_factory=dict)
    heard: Heard = field(init=False)
    persons: Persons = field(init=False)
    _linked: Chains | None = None

    def __post_init__(self) -> None:
        """List the names of the article, and its mentions by their places."""
        self.names = Names(self.tree, self.acts, self.gendered)
        self.heard = Heard(self.gendered)
        self.persons = Persons(self.tree, self.acts, self.names, self.heard, self.describe)
        for mention in self.mentions:
            self.chains.setdefault(mention.chain, []).append(mention)
        self.mentions = sorted(self.mentions, key=_by_head)
        self.starts = [m.head[0] for m in self.mentions]

    def resolve(self, source: Sequence[int]) -> Speaker:
        """Who the tokens of a source stand for; what is found is remembered."""
        speaker = self._resolve(source)
        if not self._one_of_several(source, LOOSE | {"another"}):
            speaker = self._fuller(speaker)
        if speaker.name is not None:
            self.heard.add(speaker, self.tree.sentence_of[source[0]])
            self._hear_of_kin(speaker)
        return speaker

    def _hear_of_kin(self, speaker: Speaker) -> None:
        """Take it from "his wife" or "her son" behind the verb that who does it is a man or a woman."""
        if speaker.head is None or speaker.plural:
            return
        verb = self.tree.tokens[speaker.head].head
        for owned in self.tree.kids(verb, "dobj", "dative"):
            for owner in self.tree.kids(owned, "poss"):
                if self.tree.low(owner) in SINGULAR:
                    self.heard.called(speaker, self.tree.low(owner))

    def _one_of_several(self, source: Sequence[int], words: frozenset[str] = LOOSE) -> bool:
        """Whether a source is told apart from those named, or only some of them: "other officials"."""
        head = head_of(self.tree, source)
        told = self.tree.kids(head, "det", "amod", "nummod", "quantmod") if head is not None else []
        return any(self.tree.low(k) in words for k in told)

    def _mention(self, head: int) -> Mention | None:
        """The mention whose head holds a token."""
        token = self.tree.tokens[head]
        number = bisect_right(self.starts, token.start) - 1
        while number >= 0 and token.start - self.starts[number] < LONGEST_NAME:
            mention = self.mentions[number]
            if mention.head[0] <= token.start < mention.head[1]:
                return mention
            number -= 1
        return None

    def _fuller(self, speaker: Speaker) -> Speaker:
        """A speaker by the fullest name in the chain of its mention, if that holds the words at hand."""
        if speaker.head is None or speaker.name is None or speaker.at is None:
            return speaker
        mention = self._mention(speaker.head)
        if mention is None:
            return speaker
        named = self._names_of(mention.chain)
        text = self.tree.text
        wanted = text[mention.head[0] : mention.head[1]].lower().split()
        best = mention if mention.kind == "name" else None
        for other in named:
            words = text[other.head[0] : other.head[1]].lower().split()
            person = mention.entity == "PERSON" or speaker.person
            fits = contains(words, wanted, person=person) or (not person and is_acronym(wanted, words))
            if mention.kind == "nominal":
                fits = wanted[-1:] == words[-1:] or wanted[-1] in words
            if fits and (best is None or len(words) > len(text[best.head[0] : best.head[1]].split())):
                best = other
        if best is None or best.head[1] - best.head[0] <= len(speaker.name):
            return speaker
        at = best.head
        for article in ("the ", "a ", "an "):
            if text[at[0] : at[1]].lower().startswith(article):
                at = (at[0] + len(article), at[1])
        if '"' in text[at[0] : at[1]] or "\n" in text[at[0] : at[1]]:
            return speaker
        person = speaker.person or mention.entity == "PERSON"
        return replace(speaker, name=text[at[0] : at[1]], at=at, anonymous=False, person=person)

    def _names_of(self, chain: int) -> list[Mention]:
        """The different names in a chain, each by its first mention."""
        if chain not in self.names_of:
            first: dict[str, Mention] = {}
            for mention in self.chains[chain]:
                if mention.kind == "name":
                    first.setdefault(self.tree.text[mention.head[0] : mention.head[1]], mention)
            self.names_of[chain] = list(first.values())
        return self.names_of[chain]

    def _chained(self, pronoun: int) -> Speaker | None:
        """Whom a pronoun stands for by its chain: the nearest name before it, or else description."""
        mention = self._mention(pronoun)
        if mention is None:
            return None
        chain = self.chains[mention.chain]
        earlier = chain[: bisect_left(chain, mention.start, key=_by_start)]
        found = [m for kind in ("nominal", "name") for m in earlier if m.kind == kind]
        if not found:
            return None
        at = bisect_left(self.tree.tokens, (found[-1].head[1],)) - 1
        return self._fuller(self.describe(at)) if at >= 0 else None

    @property
    def linked(self) -> Chains:
        """The chains of coreference, made ready when first asked for: most speakers need none."""
        if self._linked is None:
            self._linked = self.same()
        return self._linked

    def _same(self, head: int, *, person: bool | None = None) -> Speaker | None:
        """The nearest name that coreference holds a word to stand for; None without one.

        `person`: whether it must be a person; None: either. Mere descriptions are left to the rules, which
        know who has spoken; so is one word alone for a person, which may be a place taken for one.
        """
        tree = self.tree
        for other in before(tree, self.linked, head):
            token = tree.tokens[other]
            named = token.pos == "PROPN" and token.text[:1].isupper()
            if named and (person is None or (token.entity == "PERSON") == person):
                found = self._fuller(self.describe(other))
                if not person:
                    return found
                if found.name is not None and " " in found.name:
                    return replace(found, person=True)
        return None

    def _resolve(self, source: Sequence[int]) -> Speaker:
        tree = self.tree
        head = head_of(tree, source)
        if head is None:
            return UNKNOWN
        low, sentence = tree.low(head), tree.sentence_of[head]
        if low in RELATIVE and tree.tokens[head].tag in ("WP", "WDT", "WP$", "IN", "DT"):
            owner = self._owner(head)
            return self.describe(owner) if owner is not None else self.heard.last
        if tree.tokens[head].dep == "relcl" and tree.low(source[0]) in RELATIVE:
            return self.resolve_head(tree.tokens[head].head)
        if low in ("former", "latter"):
            return self._of_two(head, low) or self.describe(head, source)
        if low in SINGULAR:
            spoke = self.heard.spoke_shortly_before(sentence, low)
            same = None if spoke else self._same(head, person=True)
            same = same if same is not None and self.heard.agrees(same, low) else None
            return self.heard.called(same or self.persons.of(source[0], low), low)
        if low in PLURAL and len(source) == 1:
            near = self.heard.back(lambda s: s.plural)
            found = (near if self.heard.just(near, sentence) else None) or self._chained(head) or near
            return found or self.heard.back(lambda s: not s.person) or self.heard.last
        if low in NEUTER:
            near = self.heard.back(lambda s: not s.person and not s.plural and s.words.isdisjoint(PICTURES))
            at_once = self.heard.just(near, sentence) and not self._body_named_since(near, sentence)
            found = (near if at_once else None) or self._chained(head) or near
            return found or self._same(head, person=False) or self.heard.last
        issuer = self._issuer(head)
        if issuer is not None:
            return issuer
        if not self._one_of_several(source):
            named = self.names.inside(source, head)
            if named is not None:
                return named
        definite = any(k in source and tree.low(k) in ("the", "this", "that") for k in tree.kids(head, "det"))
        if definite:
            known = self._definite(head, source)
            if known is not None:
                return known
        own_name = any(map(self._names_a_body, source))
        if definite and not own_name and tree.lemma(head) in self.acts.people:
            same = self._same(head, person=tree.lemma(head) not in self.acts.collectives)
            if same is not None:
                return same
        return self.describe(head, source)

    def _body_named_since(self, speaker: Speaker | None, sentence: int) -> bool:
        """Whether the sentence before one is about a body or state by name, and not the speaker's own."""
        if sentence == 0 or self.heard.sentence_of(speaker) >= sentence - 1:
            return False
        tree = self.tree
        first, last = tree.sentences[sentence - 1]
        return any(
            tree.tokens[i].dep == "nsubj"
            and tree.tokens[i].pos == "PROPN"
            and tree.tokens[i].entity in ("ORG", "GPE")
            and tree.tokens[tree.tokens[i].head].dep == "ROOT"
            for i in range(first, last)
        )

    def _of_two(self, at: int, low: str) -> Speaker | None:
        """Who "the former" or "the latter" is: of the last two that "and" joined and that can speak."""
        tree = self.tree
        for second in range(at - 1, -1, -1):
            first = tree.tokens[second].head
            if tree.tokens[second].dep == "conj" and first < second and can_speak(tree, second, self.acts):
                joined = any(tree.low(k) == "and" for k in tree.kids(first, "cc"))
                if joined and can_speak(tree, first, self.acts):
                    return self._alone(first, second - 1) if low == "former" else self.resolve_head(second)
        return None

    def _alone(self, head: int, last: int) -> Speaker:
        """Who a noun stands for without what "and" joins to it, which begins behind a token."""
        end = min(k for k in self.tree.kids(head, "cc", "punct") if k > head) - 1
        return self.describe(head, range(self.tree.left[head], min(end, last) + 1))

    def _owner(self, pronoun: int) -> int | None:
        i = pronoun
        for _ in range(6):
            token = self.tree.tokens[i]
            if token.dep in ("relcl", "acl"):
                return token.head
            if token.head == i:
                return None
            i = token.head
        return None

    def _issuer(self, head: int) -> Speaker | None:
        """Whose a statement or letter is: "a statement by X", "X's statement"; "the statement" alone."""
        lemma = self.tree.lemma(head)
        if lemma not in self.acts.issued or self._is_a_paper(head):
            return None
        told = self._issuer_told(head)
        if told is None and any(self.tree.low(k) in ("the", "this") for k in self.tree.kids(head, "det")):
            told = self.issuers.get(lemma) or self.heard.back(lambda s: True)
        if told is not None:
            self.issuers[lemma] = told
        return told

    def _is_a_paper(self, head: int) -> bool:
        """Whether a word within a sentence is a newspaper's name: "the Post said"."""
        token = self.tree.tokens[head]
        opens = head == self.tree.sentences[self.tree.sentence_of[head]][0]
        return token.pos == "PROPN" and token.text[:1].isupper() and not opens

    def _issuer_told(self, head: int) -> Speaker | None:
        """Whose a statement is by the words beside it."""
        tree = self.tree
        for by in tree.kids(head, "prep", "agent", "acl"):
            for named in tree.kids(by, "pobj"):
                if tree.low(by) in ("by", "from", "of") and can_speak(tree, named, self.acts):
                    return self.resolve_head(named)
        for owner in tree.kids(head, "poss", "compound"):
            if (
                tree.tokens[owner].entity in ("PERSON", "ORG", "NORP", "GPE")
                or tree.tokens[owner].pos == "PRON"
            ):
                return self.resolve_head(owner)
        return None

    def resolve_head(self, head: int) -> Speaker:
        """Who the noun phrase of a token stands for."""
        tree = self.tree
        return self._resolve(range(tree.left[head], tree.right[head] + 1))

    def _definite(self, head: int, source: Sequence[int]) -> Speaker | None:
        """Resolve "the spokesman", "the group": who has been called so."""
        tree, lemma = self.tree, self.tree.lemma(head)
        words = [i for i in source if tree.tokens[i].pos in ("NOUN", "PROPN", "ADJ")]
        generic = lemma in self.acts.generic and not any(map(self._names_a_body, words))
        if len(words) > (4 if generic else 2):
            return None
        collective = lemma in self.acts.collectives
        if generic:
            outlet = lemma in self.acts.outlet_nouns
            named = self.heard.back(lambda s: self._named_body(s) and tells_an_outlet(s, self.acts) == outlet)
            if named is None and outlet:
                named = self.heard.back(self._named_body)
            if named is not None:
                return named
        told = {tree.lemma(i) for i in words if i != head and (collective or self._tells_office(i))}
        called = self.heard.back(
            lambda s: lemma in s.words and told <= self._told_of(s) and not (collective and s.person)
        )
        if called is None or called.person or collective or lemma not in self.acts.people:
            return called
        # "the general" is rather a general who has spoken than the General Staff
        return self.heard.back(lambda s: lemma in s.words and told <= self._told_of(s) and s.person) or called

    def _tells_office(self, i: int) -> bool:
        """Whether a word before a title tells two who bear it apart: "the interior minister"."""
        token = self.tree.tokens[i]
        return token.pos in ("NOUN", "PROPN") or token.entity == "NORP" or self.tree.lemma(i) in OFFICES

    def _told_of(self, speaker: Speaker) -> set[str]:
        """The words by which a speaker has been called."""
        return {*speaker.words, *(speaker.name or "").lower().split()}

    def _names_a_body(self, i: int) -> bool:
        """Whether a word of a description is a name: not where a body sits or whose it is ("Lenn-based")."""
        token = self.tree.tokens[i]
        noun = token.pos in ("NOUN", "PROPN", "ADJ") and token.entity not in ("GPE", "NORP")
        joined = self.tree.tokens[i + 1 : i + 2] and self.tree.tokens[i + 1].text == "-"
        return noun and token.text[:1].isupper() and not joined

    def _named_body(self, speaker: Speaker) -> bool:
        """Whether a speaker may be "the group", "the agency": a name, of no person and no place."""
        if speaker.head is None or speaker.person or speaker.plural:
            return False
        token = self.tree.tokens[speaker.head]
        return token.pos == "PROPN" and token.entity not in ("GPE", "LOC")

    def _aged(self, head: int) -> bool:
        """Whether a token is an age behind a first name."""
        token = self.tree.tokens[head]
        first = self.tree.tokens[head - 1].text if head else ""
        return token.text.isdigit() and self.gendered.by_name([first]) is not None

    def _tells_a_person(self, lemma: str) -> bool:
        """Whether a noun is for one person: a doctor, a sister."""
        return lemma in self.acts.anonymous - {"source"} or self.gendered.by_nouns({lemma}) is not None

    def describe(self, head: int, source: Sequence[int] = ()) -> Speaker:
        """A noun phrase as its own name, without relative clauses."""
        tree = self.tree
        if not source:
            named = next(
                (p for p in self.names.between(max(0, head - 8), head + 8) if p[0] <= head <= p[1]), None
            )
            if named is not None and tree.tokens[head].pos == "PROPN":
                return self.names.named(*named)
        first = min(tree.left[head], head) if not source else min(source)
        last = min(without_clauses(tree, head), max(source) if source else tree.right[head])
        if tree.low(head) in BARE or tree.lemma(head) in BARE:
            last = max(source) if source else last
            last = min([last, *(tree.left[k] - 1 for k in tree.kids(head, "relcl"))])
        extent = tree.trimmed(first, max(last, head))
        if extent is None:
            return UNKNOWN
        token = tree.tokens[head]
        if self._aged(head):  # "Ahmed 24", whose commas were stripped
            at = (extent[0], tree.tokens[head - 1].end)
            return Speaker(name=tree.text[at[0] : at[1]], at=at, head=head - 1, person=True)
        return Speaker(
            name=tree.text[extent[0] : extent[1]], at=extent, head=head,
            plural=token.tag in ("NNS", "NNPS") or bool(coordinated(tree, head)) or tree.low(head) in PLURAL,
            person=token.tag == "NN" and self._tells_a_person(tree.lemma(head)),
            anonymous=tree.lemma(head) in self.acts.anonymous and token.pos != "PROPN",
            words=frozenset({tree.lemma(head)}),
        )  # fmt: skip
