"""What an article says of a speaker: the role, of whom, whether the name is withheld, whether they saw it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from counterclaim.stages.attribute.naming import head_of
from counterclaim.stages.attribute.speaker import Speaker
from counterclaim.stages.attribute.tree import Tree
from counterclaim.values.names import NameWords, singular

GAP = 3
"""Words that an asterisk in a phrase stands for, at most."""

FIRST_PERSON = frozenset({"i", "we"})
BODIES = frozenset({"organisation", "government", "force", "armed", "outlet", "opposition"})


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerWords:
    """The reviewed words of `models/lexicon/speakers.toml`; phrases as tuples of words."""

    withheld: tuple[tuple[str, ...], ...] = ()
    unnamed: frozenset[str] = frozenset()
    witnesses: frozenset[str] = frozenset()
    seeing: frozenset[str] = frozenset()
    present: tuple[tuple[str, ...], ...] = ()
    belonging: frozenset[str] = frozenset()
    grades: frozenset[str] = frozenset()

    @classmethod
    def from_table(cls, table: Mapping[str, Sequence[str]]) -> "SpeakerWords":
        """Make the words of a parsed table. Raises KeyError for a list that is missing."""
        return cls(
            withheld=tuple(tuple(p.split()) for p in table["withheld"]),
            unnamed=frozenset(table["unnamed"]),
            witnesses=frozenset(table["witnesses"]),
            seeing=frozenset(table["seeing"]),
            present=tuple(tuple(p.split()) for p in table["present"]),
            belonging=frozenset(table["belonging"]),
            grades=frozenset(table["grades"]),
        )


NO_WORDS = SpeakerWords()


def described(
    tree: Tree,
    speaker: Speaker,
    source: Sequence[int],
    content: Sequence[int],
    *,
    words: SpeakerWords,
    names: NameWords,
) -> Speaker:
    """Give a speaker with role, affiliation, anonymity and whether they saw it, as far as the text says so.

    `source` and `content` are token numbers. The role is looked for in the source, then at the speaker's
    best mention ("he" for "Ana Brel, a medic in Lenn").
    """
    if not source:
        return speaker
    role, affiliation = _role(tree, source, words, names)
    if role is None and affiliation is None and speaker.head is not None and speaker.head not in source:
        around = range(tree.left[speaker.head], tree.right[speaker.head] + 1)
        role, affiliation = _role(tree, around, words, names)
    head = head_of(tree, source)
    hidden = _withheld(tree, source, words) or (
        head is not None
        and tree.lemma(head) in words.unnamed
        and not any(tree.tokens[i].entity == "PERSON" for i in source)
    )
    return replace(
        speaker,
        role=role,
        affiliation=affiliation,
        anonymous=speaker.anonymous or hidden,
        eyewitness=_saw(tree, source, content, words),
    )


# ---------------------------------------------------------------- role and affiliation


def _role(
    tree: Tree, source: Sequence[int], words: SpeakerWords, names: NameWords
) -> tuple[str | None, str | None]:
    """The first role in a noun phrase and whose it is; of a bare name the body it is "of"."""
    inside = set(source)
    head = head_of(tree, source)
    if head is None:
        return None, None
    clauses = {
        i
        for k in source
        if tree.tokens[k].dep in ("relcl", "acl", "advcl") and k != head
        for i in range(tree.left[k], tree.right[k] + 1)
    }
    owned = {
        i
        for k in source
        if tree.tokens[k].dep in ("prep", "poss") and k != head
        for i in range(tree.left[k], tree.right[k] + 1)
    }
    for i in sorted(inside - clauses - owned, key=lambda k: (k != head, k)):
        beside = i == head or tree.tokens[head].entity == "PERSON" or tree.tokens[i].dep == "appos"
        if beside and _is_role(tree, i, names):
            return _worded(tree, i, inside, words, names)
    if tree.tokens[head].pos == "PROPN" and tree.tokens[head].entity == "PERSON":
        return None, _owner(tree, head, inside, words, names)
    return None, None


def _is_role(tree: Tree, i: int, names: NameWords) -> bool:
    token = tree.tokens[i]
    if token.pos not in ("NOUN", "PROPN") or (token.entity == "PERSON" and token.dep != "compound"):
        return False
    if token.tag in ("NNPS",) or (token.pos == "PROPN" and token.text.lower() not in names.titles):
        return False
    word = singular(token.text)
    classes = names.classes(token.text)
    return word in names.titles or (bool(classes) and classes[0] in ("person", "population"))


def _worded(
    tree: Tree, role: int, inside: set[int], words: SpeakerWords, names: NameWords
) -> tuple[str, str | None]:
    """A role with its grades, as the text has it, and whose it is."""
    first = role
    while first - 1 in inside and _graded(tree, first - 1, words, names):
        first -= 1
    start, end = tree.extent(first, role)
    return tree.text[start:end], _owner(tree, role, inside, words, names, first=first)


def _graded(tree: Tree, i: int, words: SpeakerWords, names: NameWords) -> bool:
    token = tree.tokens[i]
    if token.entity in ("PERSON", "NORP", "GPE") and token.text.lower() not in names.titles:
        return False
    low = token.text.lower()
    return token.dep in ("compound", "amod", "nmod") and (low in words.grades or low in names.titles)


def _owner(
    tree: Tree,
    role: int,
    inside: set[int],
    words: SpeakerWords,
    names: NameWords,
    *,
    first: int | None = None,
) -> str | None:
    """Whose a role is: "the ministry's", "for the ministry", "army" before it."""
    for owner in tree.kids(role, "poss"):
        if owner in inside and tree.tokens[owner].pos != "PRON":
            return _phrase(tree, tree.left[owner], owner)
    for prep in tree.kids(role, "prep"):
        if prep in inside and tree.low(prep) in words.belonging:
            for named in tree.kids(prep, "pobj"):
                if _body(tree, named, names):
                    return _phrase(tree, tree.left[named], _core_end(tree, named))
    start = role if first is None else first
    begin = start
    while begin - 1 in inside and (
        tree.tokens[begin - 1].dep in ("compound", "amod", "nmod")
        and tree.tokens[begin - 1].pos in ("NOUN", "PROPN", "ADJ")
        and tree.tokens[begin - 1].entity != "DATE"
        and tree.low(begin - 1) not in words.grades
    ):
        begin -= 1
    if begin < start and any(_body(tree, i, names, alone=True) for i in range(begin, start)):
        return _phrase(tree, begin, start - 1)
    above = tree.tokens[role].head
    if first is None and tree.tokens[role].dep == "appos" and above in inside:
        return _owner(tree, above, inside, words, names, first=above)
    return None


def _body(tree: Tree, i: int, names: NameWords, *, alone: bool = False) -> bool:
    """Whether a noun can be whom somebody speaks or works for."""
    token = tree.tokens[i]
    if token.entity in ("ORG", "GPE", "NORP", "FAC", "LOC"):
        return True
    if not alone and token.pos == "PROPN" and token.entity != "PERSON" and token.text[:1].isupper():
        return True
    return bool(BODIES & set(names.classes(token.text)))


def _core_end(tree: Tree, head: int) -> int:
    """The last token of a name or noun phrase without clauses: "the Union of Medics", not "which runs"."""
    last = head
    for k in tree.kids(head, "prep"):
        below = tree.kids(k, "pobj")
        if tree.low(k) in ("of", "for") and below:
            last = max(last, _core_end(tree, below[0]))
    return last


def _phrase(tree: Tree, first: int, last: int) -> str | None:
    while first < last and tree.low(first) in ("the", "a", "an", "its", "his", "her", "their"):
        first += 1
    extent = tree.trimmed(first, last)
    return tree.text[extent[0] : extent[1]] if extent else None


# ---------------------------------------------------------------- withheld, seen


def _withheld(tree: Tree, source: Sequence[int], words: SpeakerWords) -> bool:
    """Whether the sentence of a source, or a next one that goes on about the speaker, withholds the name."""
    number = tree.sentence_of[source[0]]
    start, end = tree.sentences[number]
    if number + 1 < len(tree.sentences):
        following = tree.sentences[number + 1]
        if tree.low(following[0]) in ("he", "she", "they", "both"):
            end = following[1]
    return _holds(tree, start, end, words.withheld)


def _saw(tree: Tree, source: Sequence[int], content: Sequence[int], words: SpeakerWords) -> bool:
    head = head_of(tree, source)
    if head is not None and tree.lemma(head) in words.witnesses:
        return True
    if any(tree.lemma(i) in words.witnesses and tree.tokens[i].dep in ("compound", "appos") for i in source):
        return True
    inside = set(source)
    for i in source:
        clause = tree.tokens[i].dep == "relcl" and tree.lemma(i) in words.seeing
        if clause and any(tree.low(k) == "who" and k in inside for k in tree.kids(i, "nsubj")):
            return not tree.kids(i, "neg")
    if _holds(tree, min(source), max(source) + 1, words.present):
        return True
    for i in content:
        saw = tree.lemmas[i] in words.seeing and tree.tokens[i].tag == "VBD" and not tree.kids(i, "neg")
        if saw and any(tree.low(k) in FIRST_PERSON for k in tree.kids(i, "nsubj")):
            return True
    return False


def _holds(tree: Tree, start: int, end: int, phrases: Sequence[tuple[str, ...]]) -> bool:
    """Whether one of some phrases stands in a range of tokens."""
    low = tree.words[start:end]
    held = set(low)
    return any(
        _fits(low, at, phrase)
        for phrase in phrases
        if phrase[0] in held
        for at, word in enumerate(low)
        if word == phrase[0]
    )


def _fits(low: Sequence[str], at: int, phrase: tuple[str, ...]) -> bool:
    for number, word in enumerate(phrase):
        if word == "*":
            rest = phrase[number + 1 :]
            return any(_fits(low, k, rest) for k in range(at, at + GAP + 1))
        if at >= len(low) or low[at] != word:
            return False
        at += 1
    return True
