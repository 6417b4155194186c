"""Candidate mentions: the noun phrases of a parse with all that hangs on them, pronouns, names, dates."""

from collections.abc import Iterator
from typing import NamedTuple

from counterclaim.records import Token
from counterclaim.stages.attribute.tree import Tree

PRONOUNS = frozenset(
    [
        "i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves", "you", "your", "yours",
        "yourself", "yourselves", "he", "him", "his", "himself", "she", "her", "hers", "herself", "it", "its",
        "itself", "they", "them", "their", "theirs", "themselves", "this", "that", "these", "those", "one",
        "'s", "’s", "'em", "ya", "y'all", "themself", "this", "her's",
    ]
)  # fmt: skip
ENTITIES = frozenset(
    {
        "PERSON",
        "ORG",
        "GPE",
        "NORP",
        "FAC",
        "LOC",
        "PRODUCT",
        "EVENT",
        "WORK_OF_ART",
        "DATE",
        "LAW",
        "LANGUAGE",
    }
)
STANDING = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "npadvmod"})
"""Places in which a number or adjective stands for a thing: "the injured"."""

LONGEST = 60
"""Tokens of the longest candidate: beyond it a phrase is mostly a list or a parser's mistake."""

INDEFINITES = frozenset(
    [
        "someone", "somebody", "something", "everyone", "everybody", "everything", "anyone", "anybody",
        "anything", "nothing", "nobody", "none", "both", "some", "all", "others", "another", "here", "there",
    ]
)  # fmt: skip
"""Words that stand for somebody, for a thing or a place where nothing hangs on them."""

DEMONSTRATIVES = frozenset({"this", "that", "these", "those", "one", "'s", "’s"})
"""Pronouns that are often no mention but a conjunction, a number or an ending."""

LOOSE = frozenset({"appos", "relcl", "acl", "advcl", "advmod"})
"""What hangs on a noun behind it and is often not its own: candidates are a phrase with it and without."""

INNER = frozenset({"ADJ", "NUM", "NOUN", "PROPN", "PART"})


class Candidate(NamedTuple):
    """Tokens of a candidate mention, `last` included, and its head."""

    first: int
    last: int
    head: int


def find(tree: Tree) -> list[Candidate]:
    """Find the candidates of an article, sorted by (first, -last)."""
    tokens = tree.tokens
    found: dict[tuple[int, int], int] = {}
    for i, token in enumerate(tokens):
        for first, last in _spans(tree, i, token):
            if last - first < LONGEST:
                found.setdefault((first, last), i)
                for end in _shorter(tree, i, last):
                    found.setdefault((first, end), i)
    for first, last in (*_entities(tree), *_runs(tree)):
        found.setdefault((first, last), _top(tree, first, last))
    return [Candidate(a, b, h) for (a, b), h in sorted(found.items(), key=lambda x: (x[0][0], -x[0][1]))]


def _spans(tree: Tree, i: int, token: Token) -> Iterator[tuple[int, int]]:
    low = tree.words[i]
    if low in PRONOUNS and (token.pos in ("PRON", "DET") or low not in DEMONSTRATIVES):
        if token.dep not in ("det", "mark", "expl"):
            yield i, i
        return
    if low in INDEFINITES:
        if token.dep not in ("det", "expl"):
            yield i, i
        if tree.right[i] > i:
            yield _edges(tree, i)
        return
    if token.pos in ("PRON", "DET"):
        if tree.right[i] > i:
            yield _edges(tree, i)
        return
    if token.pos not in ("NOUN", "PROPN") and not (token.pos in ("NUM", "ADJ") and token.dep in STANDING):
        if token.pos in ("NUM", "ADJ") and tree.right[i] > i and token.dep not in ("amod", "nummod"):
            yield _edges(tree, i)
        return
    if token.dep in ("compound", "amod", "nmod"):
        yield i, i
        if token.pos != "PROPN":
            return
    first, last = _edges(tree, i)
    yield first, last
    coordinated = tree.kids(i, "conj")
    if coordinated:
        whole = tree.right[i]
        while _stop(tree, whole):
            whole -= 1
        if whole > last:
            yield first, whole


def _shorter(tree: Tree, head: int, last: int) -> Iterator[int]:
    """Where else a phrase may end: before what may hang elsewhere, behind the bracket it opens."""
    tokens = tree.tokens
    for child in tree.children[head]:
        token = tokens[child]
        if not head < child <= last:
            continue
        if token.dep in LOOSE or (token.dep == "prep" and tree.words[child] != "of"):
            end = tree.left[child] - 1
            while end > head and (_stop(tree, end) or tokens[end].text in "(["):
                end -= 1
            if head <= end < last:
                yield end
    if last + 1 < len(tokens) and tokens[last + 1].text in (")", "]"):
        opening = "(["[")]".index(tokens[last + 1].text)]
        if any(token.text == opening for token in tokens[head : last + 1]):
            yield last + 1


def _runs(tree: Tree) -> Iterator[tuple[int, int]]:
    """Runs of proper nouns, and of words that make a phrase by their parts of speech, whatever the parse."""
    tokens = tree.tokens
    for start, end in tree.sentences:
        i = start
        while i < end:
            j = i
            while j < end and tokens[j].pos == "PROPN":
                j += 1
            if j > i:
                yield i, j - 1
            i = max(j, i + 1)
        i = start
        while i < end:
            if tokens[i].pos not in INNER and tokens[i].pos != "DET" and tokens[i].tag != "PRP$":
                i += 1
                continue
            j = i + 1
            while j < end and (tokens[j].pos in INNER or tokens[j].text == "-"):
                j += 1
            while j > i and tokens[j - 1].pos not in ("NOUN", "PROPN"):
                j -= 1
            if j > i:
                yield i, j - 1
            i = max(j, i + 1)


def _stop(tree: Tree, i: int) -> bool:
    """Whether a token is a mark that ends no phrase."""
    token = tree.tokens[i]
    return token.dep == "punct" and token.text in ".,;:!?-–—"


def _edges(tree: Tree, i: int) -> tuple[int, int]:
    """First and last token of the phrase of a head: without what it is joined to."""
    tokens = tree.tokens
    first, last = i, i
    for child in sorted(tree.children[i]):
        dep = tokens[child].dep
        if child < i:
            if dep not in ("cc", "preconj", "punct") or first < i:
                first = min(first, tree.left[child])
        else:
            if dep in ("cc", "conj"):
                break
            if dep == "punct" and tokens[child].text not in ("-", "'", "%"):
                continue
            last = max(last, tree.right[child])
    while last > i and _stop(tree, last):
        last -= 1
    return first, last


def _entities(tree: Tree) -> Iterator[tuple[int, int]]:
    tokens = tree.tokens
    i = 0
    while i < len(tokens):
        kind = tokens[i].entity
        j = i + 1
        while kind and j < len(tokens) and tokens[j].entity == kind and not tokens[j].entity_begins:
            j += 1
        if kind in ENTITIES:
            last = j - 1
            if j < len(tokens) and tokens[j].tag == "POS":
                last = j
            yield i, last
        i = j


def _top(tree: Tree, first: int, last: int) -> int:
    for i in range(first, last + 1):
        head = tree.tokens[i].head
        if not first <= head <= last or head == i:
            return i
    return last
