"""Numbers that the network sees of each mention."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from counterclaim.models.coreference.mentions import DEPS, ENTITIES, KINDS, Known
from counterclaim.stages.attribute.tree import Tree

Floats = NDArray[np.float32]

DETERMINERS = (
    "the", "a", "an", "this", "that", "these", "those", "some", "any", "no", "another", "other", "all",
    "both", "each", "every", "such", "many", "more", "most", "one", "what", "which",
)  # fmt: skip
GENDERS, NUMBERS, PRONOUNS = 5, 3, 11
DETERMINER_NUMBERS = {word: number for number, word in enumerate(DETERMINERS)}
PLACES = (
    "", "START", "END", "DET", "ADP", "VERB", "AUX", "PUNCT", "CCONJ", "SCONJ", "NOUN", "PROPN", "ADJ",
    "PRON", "PART", "ADV", "NUM",
)  # fmt: skip
"""Parts of speech beside a mention."""

PLACE_NUMBERS = {place: number for number, place in enumerate(PLACES)}
PLAIN = 50
"""Numbers of a mention that are of no class."""

CLASSES = (
    len(PLACES), len(PLACES), len(PLACES), len(KINDS), PRONOUNS, NUMBERS, GENDERS, len(ENTITIES), len(DEPS),
    len(DETERMINERS) + 1,
)  # fmt: skip
"""How many kinds there are of each thing that a mention is one kind of; a column each."""

FIRST_OF_CLASS = np.cumsum((0, *CLASSES[:-1]))


class Vectors:
    """Vectors of words, [words, width]; a word that is not known has zeros."""

    def __init__(self, words: Sequence[str], table: Floats) -> None:
        self._row = {word: number for number, word in enumerate(words)}
        self._table = np.concatenate([table, np.zeros((1, table.shape[1]), dtype=np.float32)])

    @property
    def width(self) -> int:
        """Numbers in a vector."""
        return int(self._table.shape[1])

    def rows(self, words: Sequence[str]) -> NDArray[np.int64]:
        """The rows of words; the last row for the unknown."""
        last = len(self._table) - 1
        return np.array([self._row.get(w, last) for w in words], dtype=np.int64)

    def of(self, rows: NDArray[np.int64]) -> Floats:
        """The vectors of rows."""
        return self._table[rows]


def features_of(known: Sequence[Known], tree: Tree, vectors: Vectors) -> Floats:
    """The features of an article's mentions, float32 [mentions, width]."""
    return MentionReader(known, tree, vectors).features()


class MentionReader:
    """Gives the features of an article's mentions."""

    def __init__(self, known: Sequence[Known], tree: Tree, vectors: Vectors) -> None:
        self._known, self._tree, self._vectors = known, tree, vectors
        self._manner = _manner(known, tree)
        self._lemmas, self._strings = _repeated(known)
        self._depths = _depths(known)
        self._entities = _entity_edges(tree)

    def features(self) -> Floats:
        """Give the features, float32 [mentions, width]."""
        tree, vectors, known, size = self._tree, self._vectors, self._known, len(self._known)
        plain = [(*self._alone(number, k), *self._around(number, k)) for number, k in enumerate(known)]
        which = np.zeros((size, sum(CLASSES)), dtype=np.float32)
        which[np.arange(size)[:, None], np.array([self._classes(k) for k in known]) + FIRST_OF_CLASS] = 1
        pieces = [
            np.array(plain, dtype=np.float32),
            which,
            np.tile(self._manner, (size, 1)),
            vectors.of(vectors.rows([k.lemma for k in known])),
            vectors.of(vectors.rows([tree.lemmas[_governor(tree, k.governor)] for k in known])),
        ]
        return np.concatenate(pieces, axis=1)

    def _classes(self, k: Known) -> tuple[int, ...]:
        """In which of `CLASSES` a mention is, what stands before, behind and above it first."""
        tokens, words = self._tree.tokens, self._tree.words
        first, last, head = k.at
        start, end = self._tree.sentences[k.sentence]
        return (
            PLACE_NUMBERS.get(tokens[first - 1].pos if first > start else "START", 0),
            PLACE_NUMBERS.get(tokens[last + 1].pos if last + 1 < end else "END", 0),
            PLACE_NUMBERS.get(tokens[k.governor].pos if k.governor != head else "START", 0),
            k.kind, k.pronoun, k.number, k.gender, k.entity, k.dep,
            DETERMINER_NUMBERS.get(words[first], len(DETERMINERS)),
        )  # fmt: skip

    def _alone(self, number: int, k: Known) -> tuple[float, ...]:
        """What a mention is by itself, and how often its head and its words come before it and after."""
        tokens = self._tree.tokens
        first, last, head = k.at
        token, above = tokens[head], tokens[k.governor]
        before, after = self._lemmas[number]
        alike, later = self._strings[number]
        twins = [m.length for m in self._known[max(0, number - 3) : number + 4] if m.at.head == head]
        return (
            min(before, 4) / 4, before > 0, min(after, 4) / 4, after > 0,
            min(alike, 4) / 4, alike > 0, min(later, 4) / 4, later > 0,
            min(k.length, 20) / 10, k.length == 1, k.length > 8, k.subject, k.speaks, k.nested, k.relative,
            k.quote > 0, k.possessive, k.reflexive, k.owner >= 0, k.proper, k.sentence == 0,
            min(k.sentence, 40) / 40, self._tree.words[first] in ("the", "a"),
            max(twins) > k.length, min(twins) < k.length,
            tokens[last].tag == "POS", last > head, token.tag == "CD", token.pos == "ADJ",
            above.pos == "VERB", above.lemma == "be", 1.0,
        )  # fmt: skip

    def _around(self, number: int, k: Known) -> tuple[float, ...]:
        """How a mention lies in names, in other mentions and in its sentence."""
        tokens = self._tree.tokens
        first, last, head = k.at
        start, end = self._tree.sentences[k.sentence]
        depth, edges, above = self._depths[number], self._entities[head], tokens[k.governor]
        following = tokens[last + 1].text if last + 1 < end else ""
        return (
            min(depth, 3) / 3, depth > 0, edges == (first, last), edges[0] < first or edges[1] > last,
            edges[0] >= first and edges[1] == last and edges != (first, last), edges == (-1, -1),
            end - start < 6, end - start > 40, first == start, last + 1 >= end,
            above.dep == "ROOT", above.dep in ("relcl", "acl", "advcl"), above.dep in ("ccomp", "xcomp"),
            following in (",", ";"), following in ("(", "[", "-", "–", "—"),
            tokens[first].text[:1].isupper(), tokens[head].text.isupper(),
            any(map(str.isdigit, tokens[head].text)),
        )  # fmt: skip


def _repeated(known: Sequence[Known]) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """For each mention how often its head, and how often its words, come before it and after it."""
    found = []
    for each in ([k.lemma for k in known], [k.string for k in known]):
        every = Counter([text for text, k in zip(each, known, strict=True) if not k.pronoun])
        seen: Counter[str] = Counter()
        times = []
        for text, k in zip(each, known, strict=True):
            times.append((0, 0) if k.pronoun else (seen[text], every[text] - seen[text] - 1))
            seen[text] += 1
        found.append(times)
    return found[0], found[1]


def _depths(known: Sequence[Known]) -> list[int]:
    """In how many other mentions each lies."""
    found = []
    open_: list[int] = []
    for k in known:
        open_ = [last for last in open_ if last >= k.at.first]
        found.append(len([last for last in open_ if last >= k.at.last]))
        open_.append(k.at.last)
    return found


def _manner(known: Sequence[Known], tree: Tree) -> Floats:
    """How the whole article is written: length of paragraphs and sentences, shares of the pronouns."""
    classes = Counter(k.pronoun for k in known)
    parts = known[-1].part + 1 if known else 1
    sentences = max(len(tree.sentences), 1)
    shares = [
        classes[1], classes[2], classes[3], classes[4] + classes[5], classes[6], classes[7], classes[0]
    ]  # fmt: skip
    return np.array(
        [
            parts / sentences, len(tree.tokens) / sentences / 20, min(len(known), 1000) / 500,
            *(4 * x / max(len(known), 1) for x in shares[:-1]), shares[-1] / max(len(known), 1),
        ],
        dtype=np.float32,
    )  # fmt: skip


def _governor(tree: Tree, governor: int) -> int:
    """The word that governs a mention: of a preposition the one above it."""
    return tree.tokens[governor].head if tree.tokens[governor].pos == "ADP" else governor


def _entity_edges(tree: Tree) -> list[tuple[int, int]]:
    """First and last token of the named entity that holds each token; (-1, -1) where none does."""
    edges = [(-1, -1)] * len(tree.tokens)
    i = 0
    while i < len(tree.tokens):
        token = tree.tokens[i]
        j = i + 1
        if token.entity:
            while j < len(tree.tokens) and tree.tokens[j].entity == token.entity:
                if tree.tokens[j].entity_begins:
                    break
                j += 1
            for k in range(i, j):
                edges[k] = (i, j - 1)
        i = j
    return edges
