"""Mentions before coreference: the noun phrases of an article that can stand for an actor."""

from dataclasses import dataclass, field

from counterclaim.records import Article, Extent, MentionKind, Parse
from counterclaim.values.names.phrases import Named, children, find_names, left_edge, right_edge
from counterclaim.values.names.words import HeadClass, NameWords, plain, singular

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_NESTED = frozenset({"compound", "amod", "nmod", "npadvmod", "nummod", "quantmod"})


@dataclass(slots=True, kw_only=True)
class Draft:
    """A noun phrase that may stand for an actor, with what coreference looks at.

    Token indices; `name` is the name it goes by, `within` names that stand inside it as modifiers.
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
    within: list[Named] = field(default_factory=list)
    lemma: str = ""
    classes: tuple[HeadClass, ...] = ()
    pronoun: str = ""
    appositive_of: int | None = None
    head_extent: Extent = (0, 0)
    text: str = ""
    owner: int | None = None


def find_drafts(article: Article, parse: Parse, *, words: NameWords) -> list[Draft]:
    """Find the noun phrases that can stand for an actor, sorted by their place in the text."""
    below = children(parse)
    drafts: list[Draft] = []
    for number, sentence in enumerate(parse.sentences):
        drafts.extend(_of_sentence(article, parse, below, number, sentence, words))
    drafts.sort(key=lambda d: (d.start, d.end))
    return drafts


def _of_sentence(
    article: Article,
    parse: Parse,
    below: list[list[int]],
    number: int,
    sentence: tuple[int, int],
    words: NameWords,
) -> list[Draft]:
    tokens = parse.tokens
    low, high = sentence
    names = find_names(article, parse, sentence, words=words)
    at = {i: n for n in names for i in range(n.start, n.end)}
    drafts: list[Draft] = []
    consumed: set[int] = set()
    for name in names:
        draft = _name(article, parse, below, number, name, at, sentence, words, consumed)
        if draft is not None:
            drafts.append(draft)
    for i in range(low, high):
        if i in consumed:
            continue
        token = tokens[i]
        low_text = token.text.lower()
        if token.pos in ("PRON", "DET") and low_text in words.pronouns and token.tag != "DT":
            drafts.append(_pronoun(parse, number, i, words))
        elif i not in at and token.pos in ("NOUN", "PROPN", "ADJ"):
            draft = _nominal(article, parse, below, number, i, at, sentence, words)
            if draft is not None:
                drafts.append(draft)
    seen: dict[tuple[int, int], Draft] = {}
    for draft in drafts:
        seen.setdefault((draft.start, draft.end), draft)
    kept = list(seen.values())
    for draft in kept:
        _finish(article, parse, draft)
    return kept


def _root(parse: Parse, start: int, end: int) -> int:
    for i in range(start, end):
        if not start <= parse.tokens[i].head < end:
            return i
    return end - 1


def _name(
    article: Article, parse: Parse, below: list[list[int]], number: int, name: Named, at: dict[int, Named],
    sentence: tuple[int, int], words: NameWords, consumed: set[int],
) -> Draft | None:  # fmt: skip
    tokens = parse.tokens
    low, high = sentence
    head = _root(parse, name.start, name.end)
    token = tokens[head]
    after = tokens[name.end] if name.end < high else None
    possessed = after is not None and after.text in ("'s", "’s", "'", "’") and after.tag == "POS"
    if after is not None and after.text in ("-", "–") and after.start == tokens[name.end - 1].end:
        return None
    if not possessed and token.dep in _NESTED and token.head >= name.end and token.head < high:
        return None
    if name.entity == "NORP" or token.tag == "JJ":
        if token.tag not in ("NNPS", "NNS", "NNP", "NN") or (
            token.tag in ("NNP", "NN") and not token.text.endswith("s")
        ):
            if token.dep not in ("nsubj", "nsubjpass", "pobj", "dobj", "conj"):
                return None
            if name.family is None and token.dep != "nsubj":
                return None
    if name.entity == "GPE" and name.family is None and not _acts(parse, head, name, low, words):
        return None
    start = left_edge(tokens, head, low, at)
    start = min(start, name.start)
    owner = token.head
    if token.dep == "appos" and owner < name.start and owner not in at:
        joined = all(
            tokens[k].dep in ("compound", "amod", "det") or k in at for k in range(owner + 1, name.start)
        )
        if joined and singular(tokens[owner].text) in words.titles:
            start = min(start, left_edge(tokens, owner, low, at))
            consumed.update(range(start, name.start))
    end = max(
        name.end, right_edge(tokens, below, head, high, name=True) if head == name.end - 1 else name.end
    )
    if name.entity == "GPE":
        end = name.end
    consumed.update(k for k in range(start, name.start) if tokens[k].dep in ("compound", "appos"))
    while start < name.start and tokens[start].pos in ("PUNCT", "ADV", "CCONJ"):
        start += 1
    entity = name.entity or ("ORG" if words.classes(tokens[name.end - 1].text) else "PERSON")
    plural = token.tag in ("NNPS", "NNS")
    return Draft(
        start=start,
        end=end,
        head=head,
        sentence=number,
        kind="name",
        entity=entity,
        plural=plural,
        definite=True,
        subject=token.dep in _SUBJECTS,
        name=name,
        within=[n for n in dict.fromkeys(at[k] for k in range(start, name.start) if k in at)],
        lemma=singular(tokens[name.end - 1].text),
        classes=words.classes(tokens[name.end - 1].text) if entity == "ORG" else (),
        appositive_of=_appositive(parse, head),
    )


def _acts(parse: Parse, head: int, name: Named, low: int, words: NameWords) -> bool:
    """Tell whether a place's name stands for those who act for it: a country nearly always, a seat by its verb."""
    tokens = parse.tokens
    token = tokens[head]
    if token.dep == "pobj":
        before = tokens[token.head].text.lower()
        if before in words.locative:
            return False
        return name.country is not None and not name.capital
    if token.dep in ("nsubj", "nsubjpass", "agent"):
        verb = tokens[token.head].lemma.lower()
        if name.country is not None:
            return not name.capital or verb in words.acting
        return verb in ("say", "accuse", "deny", "insist", "vow", "condemn")
    if token.dep in ("appos", "npadvmod", "nmod") and not (name.country and not name.capital):
        return False
    if token.dep == "conj":
        return _acts(parse, token.head, name, low, words) if token.head != head else False
    return name.country is not None and not (name.capital and token.dep not in ("poss", "dobj"))


def _pronoun(parse: Parse, number: int, i: int, words: NameWords) -> Draft:
    token = parse.tokens[i]
    pronoun = words.pronouns[token.text.lower()]
    return Draft(
        start=i,
        end=i + 1,
        head=i,
        sentence=number,
        kind="pronoun",
        entity="PERSON" if pronoun in ("he", "she", "who") else "",
        plural=pronoun == "they",
        definite=True,
        subject=token.dep in _SUBJECTS,
        pronoun=pronoun,
    )


def _nominal(
    article: Article, parse: Parse, below: list[list[int]], number: int, i: int, at: dict[int, Named],
    sentence: tuple[int, int], words: NameWords,
) -> Draft | None:  # fmt: skip
    tokens = parse.tokens
    token = tokens[i]
    classes = words.classes(token.text)
    if not classes and plain(token.text) in words.demonym_of and token.tag in ("NNS", "NNPS"):
        classes = ("population",)
    if not classes or (token.dep in _NESTED and i + 1 < sentence[1]):
        return None
    if token.pos == "ADJ" and not (token.dep in _SUBJECTS or token.dep == "pobj"):
        return None
    low, high = sentence
    start = left_edge(tokens, i, low, at)
    end = right_edge(tokens, below, i, high, name=False)
    while start < i and tokens[start].pos in ("PUNCT", "ADV", "CCONJ"):
        start += 1
    plural = token.tag in ("NNS", "NNPS") or singular(token.text) == "people"
    first = tokens[start].text.lower()
    definite = first in ("the", "this", "that", "these", "those", "its", "his", "her", "their") or (
        token.pos == "PROPN" or any(tokens[k].tag == "POS" for k in range(start, i))
    )
    owner = next((c for c in below[i] if tokens[c].dep == "poss"), None)
    entity = (
        "PERSON" if classes[0] in ("person", "population") or ("person" in classes and not plural) else "ORG"
    )
    if plain(token.text) in words.demonym_of:
        entity = "NORP"
    return Draft(
        start=start,
        end=end,
        head=i,
        sentence=number,
        kind="nominal",
        entity=entity,
        plural=plural,
        definite=definite,
        subject=token.dep in _SUBJECTS,
        within=list(dict.fromkeys(at[k] for k in range(start, end) if k in at)),
        lemma=singular(token.text),
        classes=classes,
        appositive_of=_appositive(parse, i),
        owner=owner,
    )


def _appositive(parse: Parse, head: int) -> int | None:
    token = parse.tokens[head]
    return token.head if token.dep == "appos" else None


def _finish(article: Article, parse: Parse, draft: Draft) -> None:
    tokens = parse.tokens
    begin, end = tokens[draft.start].start, tokens[draft.end - 1].end
    draft.text = article.text[begin:end]
    if draft.name is not None:
        draft.head_extent = (tokens[draft.name.start].start, tokens[draft.name.end - 1].end)
    else:
        draft.head_extent = (tokens[draft.head].start, tokens[draft.head].end)
