"""Mentions before coreference: the noun phrases of an article that can stand for an actor."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from counterclaim.records import Article, Extent, MentionKind, Parse
from counterclaim.values.names.find import Named, find_names
from counterclaim.values.names.phrases import left_edge, right_edge
from counterclaim.values.names.words import HeadClass, NameWords, plain, singular

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_NESTED = frozenset({"compound", "amod", "nmod", "npadvmod", "nummod", "quantmod"})
_DEFINITE = frozenset(
    ["the", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my", "your", "both"]
)
_SPEAKING = frozenset(
    ["say", "accuse", "deny", "insist", "vow", "condemn", "announce", "warn", "claim", "reject"]
)
_PLACES = frozenset({"in", "near", "outside", "inside", "into"})
_UNITS = frozenset(
    ["majority", "minority", "crowd", "community", "number", "group", "crowd", "lot", "handful"]
)


@dataclass(slots=True, kw_only=True)
class Draft:
    """A noun phrase that may stand for an actor, with what coreference looks at.

    Positions are token indices. `name` is the name it goes by; `owner` the token that possesses it
    ("its allies"); `title_of` the head of the name before which it stands as a title.
    """

    start: int
    end: int
    head: int
    sentence: int
    kind: MentionKind
    entity: str
    plural: bool
    definite: bool
    subject: bool
    name: Named | None = None
    lemma: str = ""
    classes: tuple[HeadClass, ...] = ()
    pronoun: str = ""
    appositive_of: int | None = None
    title_of: int | None = None
    owner: int | None = None
    head_extent: Extent = (0, 0)
    text: str = ""
    within: list[Named] = field(default_factory=list)


def find_drafts(article: Article, parse: Parse, *, words: NameWords) -> list[Draft]:
    """Find the noun phrases that can stand for an actor, sorted by their place in the text."""
    skipped = [(p.start, p.end) for p in article.parts if p.kind == "source_line"]
    drafts: list[Draft] = []
    for number, (sentence, names) in enumerate(
        zip(parse.sentences, find_names(article, parse, words=words), strict=True)
    ):
        at = parse.tokens[sentence[0]].start
        if not any(b <= at < e for b, e in skipped):
            drafts.extend(_Sentence(article, parse, number, sentence, names, words).read())
    drafts.sort(key=lambda d: (d.start, d.end))
    return drafts


class _Sentence:
    """Reads one sentence."""

    def __init__(
        self,
        article: Article,
        parse: Parse,
        number: int,
        sentence: tuple[int, int],
        names: list[Named],
        words: NameWords,
    ) -> None:
        self.text = article.text
        self.tokens = parse.tokens
        self.low_words = parse.words
        self.below = parse.children
        self.number = number
        self.low, self.high = sentence
        self.names = names
        self.words = words
        self.at: Mapping[int, Named] = {i: n for n in names for i in range(n.start, n.end)}
        self.consumed: set[int] = set()

    def read(self) -> list[Draft]:
        drafts: list[Draft] = []
        for name in self.names:
            draft = self._name(name)
            if draft is not None:
                drafts.append(draft)
                drafts.extend(self._title(draft))
        for i in range(self.low, self.high):
            pos = self.tokens[i].pos
            if i in self.consumed:
                continue
            if pos in ("PRON", "DET") and self.low_words[i] in self.words.pronouns:
                drafts.append(self._pronoun(i))
            elif pos in ("NOUN", "PROPN", "ADJ") and i not in self.at:
                nominal = self._nominal(i)
                if nominal is not None:
                    drafts.append(nominal)
        unique: dict[tuple[int, int], Draft] = {}
        for draft in drafts:
            unique.setdefault((draft.start, draft.end), draft)
        for draft in unique.values():
            self._finish(draft)
        return list(unique.values())

    def _finish(self, draft: Draft) -> None:
        tokens = self.tokens
        draft.text = self.text[tokens[draft.start].start : tokens[draft.end - 1].end]
        if draft.name is not None:
            draft.head_extent = (tokens[draft.name.start].start, tokens[draft.name.end - 1].end)
        else:
            draft.head_extent = (tokens[draft.head].start, tokens[draft.head].end)

    def _root(self, start: int, end: int) -> int:
        for i in range(start, end):
            if not start <= self.tokens[i].head < end:
                return i
        return end - 1

    def _name(self, name: Named) -> Draft | None:
        tokens = self.tokens
        head = self._root(name.start, name.end)
        token = tokens[head]
        after = tokens[name.end] if name.end < self.high else None
        if after is not None and after.text in ("-", "–") and after.start == tokens[name.end - 1].end:
            return None
        possessed = after is not None and after.tag == "POS"
        nested = not possessed and token.dep in _NESTED and name.end <= token.head < self.high
        if nested and (name.entity not in ("PERSON", "ORG") or self._in_name(token.head)):
            return None
        if not self._can_act(name, head):
            return None
        start, end = name.start, name.end
        if not nested:
            start = min(start, left_edge(tokens, head, self.low, self.at))
            start = self._trimmed(self._with_title(name, head, start), name.start)
            if head == name.end - 1 and name.entity != "GPE":
                end = max(end, right_edge(tokens, self.below, head, self.high, name=True))
            while start < name.start and tokens[start].pos in ("PUNCT", "ADV", "CCONJ"):
                start += 1
            self.consumed.update(
                k for k in range(start, name.start) if tokens[k].dep in ("compound", "appos")
            )
        last = tokens[name.end - 1]
        entity = name.entity or ("ORG" if self.words.classes(last.text) else "PERSON")
        return Draft(
            start=start,
            end=end,
            head=head,
            sentence=self.number,
            kind="name",
            entity=entity,
            plural=token.tag in ("NNPS", "NNS"),
            definite=True,
            subject=token.dep in _SUBJECTS,
            name=name,
            lemma=singular(last.text),
            classes=self.words.classes(last.text) if entity == "ORG" else (),
            appositive_of=token.head if token.dep == "appos" else None,
        )

    def _trimmed(self, start: int, head: int) -> int:
        """Move the start behind a date or a tag that ran into the phrase for want of a stop."""
        for k in range(start, head):
            text = self.tokens[k].text
            year = text.isdigit() and len(text) == 4 and text[:2] in ("19", "20")
            if year or (text[:1].isupper() and text.lower() in self.words.not_names):
                start = k + 1
        return start

    def _in_name(self, head: int) -> bool:
        return head in self.at and self.at[head].entity == "PERSON"

    def _with_title(self, name: Named, head: int, start: int) -> int:
        """Move the start before a title that the parser made the head of an apposition without a comma."""
        tokens = self.tokens
        owner = tokens[head].head
        if tokens[head].dep == "appos" and self.low <= owner < name.start and owner not in self.at:
            between = range(owner + 1, name.start)
            joined = all(tokens[k].dep in ("compound", "amod", "det") or k in self.at for k in between)
            if joined and singular(tokens[owner].text) in self.words.titles:
                start = min(start, left_edge(tokens, owner, self.low, self.at))
                self.consumed.update(range(start, name.start))
        return start

    def _title(self, draft: Draft) -> list[Draft]:
        """Make a mention of a title that says whose it is ("Syrian President" before a name)."""
        assert draft.name is not None
        if draft.entity != "PERSON" or draft.name.start - draft.start < 2:
            return []
        last = draft.name.start - 1
        if singular(self.tokens[last].text) not in self.words.titles:
            return []
        return [
            Draft(
                start=draft.start,
                end=draft.name.start,
                head=last,
                sentence=self.number,
                kind="nominal",
                entity="PERSON",
                plural=False,
                definite=True,
                subject=False,
                lemma=singular(self.tokens[last].text),
                classes=self.words.classes(self.tokens[last].text) or ("person",),
                title_of=draft.head,
            )
        ]

    def _can_act(self, name: Named, head: int) -> bool:
        token = self.tokens[head]
        if name.entity == "NORP" or token.tag == "JJ":
            plural = token.tag in ("NNPS", "NNS") or (
                token.pos in ("PROPN", "NOUN") and token.text.endswith("s")
            )
            if not plural and name.family is None:
                joined = any(self.tokens[c].dep == "conj" for c in self.below[head])
                return token.dep == "nsubj" and token.tag != "JJ" and not joined
        if name.entity == "GPE" and name.family is None:
            return self._acts(head, name)
        if name.family is None and name.country is None and self._no_ones(name):
            return False
        if name.entity == "PERSON" and name.family is None:
            if self._placed(head):
                return self._is_known_person(name)
            if name.end - name.start == 1 and self.tokens[name.start - 1].text.lower() == "the":
                return not any(self.tokens[c].dep == "conj" for c in self.below[head])
        return True

    def _no_ones(self, name: Named) -> bool:
        """Tell whether a name is a page's furniture, a road's or a square's, or but things in capitals."""
        parts = [self.tokens[k].text.lower() for k in range(name.start, name.end)]
        last = self.tokens[name.end - 1]
        if any(p in self.words.furniture for p in parts) or (
            parts[-1] in self.words.place_heads and parts[1:]
        ):
            return True
        if name.entity != "PERSON" or last.tag not in ("NNS", "NNPS") or singular(parts[-1]) == parts[-1]:
            return False
        before = self.tokens[name.start - 1] if name.start > self.low else None
        counted = before is not None and before.tag in ("DT", "PDT", "CD", "PRP$")
        return last.tag == "NNS" or counted or singular(last.text) in self.words.machines

    def _placed(self, head: int) -> bool:
        token = self.tokens[head]
        for _ in range(4):
            if token.dep == "pobj":
                return self.tokens[token.head].text.lower() in _PLACES
            if token.dep != "conj":
                return False
            token = self.tokens[token.head]
        return False

    def _is_known_person(self, name: Named) -> bool:
        before = self.tokens[name.start - 1].text.lower() if name.start > self.low else ""
        return before in self.words.titles

    def _acts(self, head: int, name: Named) -> bool:
        """Tell whether a place's name stands for who acts for it: a seat's only by its verb."""
        token = self.tokens[head]
        state = name.country is not None and not name.capital
        if token.dep == "conj":
            return token.head != head and self._acts(token.head, name)
        if token.dep == "pobj":
            return state and self.tokens[token.head].text.lower() not in self.words.locative
        if token.dep in ("nsubj", "nsubjpass", "agent"):
            verb = self.tokens[token.head].lemma.lower()
            return state or verb in (self.words.acting if name.country is not None else _SPEAKING)
        if name.capital:
            return token.dep in ("poss", "dobj")
        return state

    def _pronoun(self, i: int) -> Draft:
        token = self.tokens[i]
        pronoun = self.words.pronouns[token.text.lower()]
        return Draft(
            start=i,
            end=i + 1,
            head=i,
            sentence=self.number,
            kind="pronoun",
            entity="PERSON" if pronoun in ("he", "she", "who") else "",
            plural=pronoun == "they",
            definite=True,
            subject=token.dep in _SUBJECTS,
            pronoun=pronoun,
        )

    def _nominal(self, i: int) -> Draft | None:
        tokens = self.tokens
        token = tokens[i]
        low = self.low_words[i]
        people = token.tag in ("NNS", "NNPS") and plain(token.text) in self.words.demonym_of
        classes = ("population",) if people else self.words.classes(token.text)
        if not classes or low in self.words.seats or not self._heads_phrase(i):
            return None
        if token.pos == "ADJ" and not (token.dep in _SUBJECTS or token.dep in ("pobj", "dobj")):
            return None
        start = self._trimmed(left_edge(tokens, i, self.low, self.at), i)
        end = self._one_side(i, right_edge(tokens, self.below, i, self.high, name=False))
        while start < i and tokens[start].pos in ("PUNCT", "ADV", "CCONJ"):
            start += 1
        lemma = singular(token.text)
        plural = token.tag in ("NNS", "NNPS") or lemma == "people" or (low.endswith("s") and lemma != low)
        if not self._stands_for_someone(i, start, end, lemma, plural):
            return None
        definite = tokens[start].text.lower() in _DEFINITE or any(
            tokens[k].tag == "POS" for k in range(start, i)
        )
        person = classes[0] in ("person", "population") or ("person" in classes and not plural)
        return Draft(
            start=start,
            end=end,
            head=i,
            sentence=self.number,
            kind="nominal",
            entity="NORP" if people else "PERSON" if person else "ORG",
            plural=plural,
            definite=definite or (token.pos == "PROPN" and i > self.low),
            subject=token.dep in _SUBJECTS,
            lemma=lemma,
            classes=classes,
            appositive_of=token.head if token.dep == "appos" else None,
            owner=next((c for c in self.below[i] if tokens[c].dep == "poss"), None),
            within=list(dict.fromkeys(self.at[k] for k in range(start, end) if k in self.at)),
        )

    def _one_side(self, i: int, end: int) -> int:
        """End "allies of the government" before "and the rebels": nobody is the ally of both at once."""
        words, tokens = self.words, self.tokens
        if singular(tokens[i].text) not in words.allied:
            return end
        seen = ""
        for k in range(i + 1, end):
            low = tokens[k].text.lower()
            side = "government" if low in words.government_side else ""
            side = "rebel" if singular(low) in words.rebel_side - words.bland else side
            if side and seen and side != seen:
                joint = [j for j in range(i + 1, k) if tokens[j].text.lower() in ("and", "or")]
                return joint[-1] if joint else end
            seen = side or seen
        return end

    def _heads_phrase(self, i: int) -> bool:
        token = self.tokens[i]
        if token.dep not in _NESTED or i + 1 >= self.high:
            return True
        joined = [c for c in self.below[i] if self.tokens[c].dep == "conj" and c > i]
        return (
            token.dep != "amod"
            and bool(joined)
            and any(self.tokens[c].pos in ("NOUN", "PROPN") for c in joined)
        )

    def _stands_for_someone(self, i: int, start: int, end: int, lemma: str, plural: bool) -> bool:
        tokens = self.tokens
        if lemma in ("country", "nation"):
            return not plural and tokens[start].text.lower() in _DEFINITE and i - start <= 1
        if lemma == "side":
            return plural and end == i + 1
        if lemma in self.words.named_only and tokens[i].pos != "PROPN":
            return False
        if lemma == "source" and i + 1 < self.high and tokens[i + 1].text == ":":
            return False
        if lemma == "hostage" and not plural:
            return i > start and tokens[i - 1].pos in ("DET", "ADJ")
        if lemma in _UNITS and i + 1 < self.high and tokens[i + 1].text.lower() == "of" and end > i + 2:
            inner = next((c for c in self.below[i + 1] if tokens[c].dep == "pobj"), None)
            return inner is not None and (bool(self.words.classes(tokens[inner].text)) or inner in self.at)
        return True
