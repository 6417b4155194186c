"""Numbers that the network sees: of each mention, and of each pair of mentions."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from counterclaim.models.coreference.mentions import DEPS, ENTITIES, KINDS, Known
from counterclaim.models.coreference.pairs import Ints, shared
from counterclaim.stages.attribute.tree import Tree

Floats = NDArray[np.float32]

SENTENCES = (0, 1, 2, 3, 5, 8, 14, 25)
BETWEEN = (1, 2, 3, 4, 6, 9, 14, 22, 35, 60)
"""Lower bounds of the bins of a distance, in sentences and in mentions."""

DETERMINERS = (
    "the", "a", "an", "this", "that", "these", "those", "some", "any", "no", "another", "other", "all",
    "both", "each", "every", "such", "many", "more", "most", "one", "what", "which",
)  # fmt: skip
GENDERS, NUMBERS, PRONOUNS = 5, 3, 11
TURNS = (0, 1, 2, 3, 4, 6, 10)
"""Lower bounds of the bins of a distance in paragraphs, which in a talk are turns."""

PLACES = (
    "", "START", "END", "DET", "ADP", "VERB", "AUX", "PUNCT", "CCONJ", "SCONJ", "NOUN", "PROPN", "ADJ",
    "PRON", "PART", "ADV", "NUM",
)  # fmt: skip
"""Parts of speech beside a mention."""


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


def mention_features(known: Sequence[Known], tree: Tree, vectors: Vectors) -> Floats:
    """Give the features of mentions, float32 [mentions, width]."""
    size = len(known)
    heads: Counter[str] = Counter(k.lemma for k in known if not k.pronoun)
    strings: Counter[str] = Counter(k.string for k in known if not k.pronoun)
    seen_head: Counter[str] = Counter()
    seen_string: Counter[str] = Counter()
    tokens = tree.tokens
    plain = []
    for number, k in enumerate(known):
        first = tokens[k.at.first].text.lower()
        before = 0 if k.pronoun else seen_head[k.lemma]
        alike = 0 if k.pronoun else seen_string[k.string]
        after = 0 if k.pronoun else heads[k.lemma] - before - 1
        later = 0 if k.pronoun else strings[k.string] - alike - 1
        seen_head[k.lemma] += 1
        seen_string[k.string] += 1
        twin = [m for m in known[max(0, number - 3) : number + 4] if m is not k and m.at.head == k.at.head]
        plain.append(
            (
                min(before, 4) / 4, before > 0, min(after, 4) / 4, after > 0,
                min(alike, 4) / 4, alike > 0, min(later, 4) / 4, later > 0,
                min(k.length, 20) / 10, k.length == 1, k.length > 8, k.subject, k.speaks, k.nested,
                k.relative,
                k.quote > 0, k.possessive, k.reflexive, k.owner >= 0, k.proper, k.sentence == 0,
                min(k.sentence, 40) / 40, first in DETERMINERS and DETERMINERS.index(first) < 2,
                any(m.length > k.length for m in twin), any(m.length < k.length for m in twin),
                tokens[k.at.last].tag == "POS", k.at.last > k.at.head, tokens[k.at.head].tag == "CD",
                tokens[k.at.head].pos == "ADJ", tokens[k.governor].pos == "VERB",
                tokens[k.governor].lemma == "be", 1.0,
            )
        )  # fmt: skip
    words = vectors.of(
        vectors.rows(
            [word for k in known for word in (k.lemma, tokens[_governor(tree, k.governor)].lemma.lower())]
        )
    ).reshape(size, -1)
    around = _around(known, tree)
    pieces = [
        np.array(plain, dtype=np.float32).reshape(size, -1),
        np.array([a[3:] for a in around], dtype=np.float32).reshape(size, -1),
        one_hot([a[0] for a in around], len(PLACES)),
        one_hot([a[1] for a in around], len(PLACES)),
        one_hot([a[2] for a in around], len(PLACES)),
        one_hot([k.kind for k in known], len(KINDS)),
        one_hot([k.pronoun for k in known], PRONOUNS),
        one_hot([k.number for k in known], NUMBERS),
        one_hot([k.gender for k in known], GENDERS),
        one_hot([k.entity for k in known], len(ENTITIES)),
        one_hot([k.dep for k in known], len(DEPS)),
        one_hot(
            [_determiner(tokens[k.at.first].text.lower()) for k in known],
            len(DETERMINERS) + 1,
        ),
        np.tile(_manner(known, tree), (size, 1)),
        words,
    ]
    return np.concatenate(pieces, axis=1)


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


def _around(known: Sequence[Known], tree: Tree) -> list[tuple[Any, ...]]:
    """What stands before, behind and above each mention, and how it lies in names and other mentions."""
    tokens = tree.tokens
    entity = _entity_edges(tree)
    found = []
    open_: list[int] = []
    for k in known:
        first, last = k.at.first, k.at.last
        start, end = tree.sentences[k.sentence]
        open_ = [x for x in open_ if x >= first]
        depth = sum(x >= last for x in open_)
        open_.append(last)
        edges = entity[k.at.head]
        above = tokens[k.governor]
        found.append(
            (
                _place(tokens[first - 1].pos if first > start else "START"),
                _place(tokens[last + 1].pos if last + 1 < end else "END"),
                _place(above.pos if k.governor != k.at.head else "START"),
                min(depth, 3) / 3, depth > 0, edges == (first, last), edges[0] < first or edges[1] > last,
                edges[0] >= first and edges[1] == last and edges != (first, last), edges == (-1, -1),
                end - start < 6, end - start > 40, first == start, last + 1 >= end,
                above.dep == "ROOT", above.dep in ("relcl", "acl", "advcl"), above.dep in ("ccomp", "xcomp"),
                tokens[last + 1].text in (",", ";") if last + 1 < end else False,
                tokens[last + 1].text in ("(", "[", "-", "–", "—") if last + 1 < end else False,
                tokens[first].text[:1].isupper(), tokens[k.at.head].text.isupper(),
                any(ch.isdigit() for ch in tokens[k.at.head].text),
            )
        )  # fmt: skip
    return found


def _place(pos: str) -> int:
    return PLACES.index(pos) if pos in PLACES else 0


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


def _determiner(word: str) -> int:
    return DETERMINERS.index(word) if word in DETERMINERS else len(DETERMINERS)


def one_hot(values: Sequence[int] | Ints, width: int) -> Floats:
    """Rows of zeros with a one at each value."""
    return np.eye(width, dtype=np.float32)[np.asarray(values, dtype=np.int64)]


def binned(values: Ints, bounds: Sequence[int]) -> Floats:
    """Rows of zeros with a one at the bin that holds each value."""
    return one_hot(
        np.maximum(np.searchsorted(np.asarray(bounds), values, side="right") - 1, 0),
        len(bounds),
    )


def numbered(strings: Sequence[str]) -> Ints:
    """A number for each string, the same for the same; -1 for an empty one."""
    numbers: dict[str, int] = {"": -1}
    return np.array([numbers.setdefault(s, len(numbers)) for s in strings], dtype=np.int64)


def last_same(numbers: Ints) -> Ints:
    """For each number, where the same stood last before it; -1 where it did not or is negative."""
    seen: dict[int, int] = {}
    found = []
    for at, number in enumerate(numbers.tolist()):
        found.append(seen.get(number, -1) if number >= 0 else -1)
        seen[number] = at
    return np.array(found, dtype=np.int64)


def _asks(tree: Tree, k: Known) -> bool:
    """Whether a mention stands in a question."""
    start, end = tree.sentences[k.sentence]
    return any(t.text == "?" for t in tree.tokens[max(start, end - 2) : end])


class PairReader:
    """Gives the features of pairs of one article's mentions."""

    def __init__(self, known: Sequence[Known], tree: Tree, vectors: Vectors) -> None:
        self._words = [frozenset() if k.pronoun else k.words for k in known]
        self._befores = [frozenset() if k.pronoun else k.before for k in known]
        self._head = numbered(["" if k.pronoun else k.lemma for k in known])
        self._string = numbered(["" if k.pronoun else k.string for k in known])
        self._shape = numbered([k.string if k.pronoun else "" for k in known])
        names = numbered([*(k.acronym for k in known), *(k.initials for k in known)])
        self._acronym, self._initials = names[: len(known)], names[len(known) :]
        self._row = vectors.rows([k.lemma for k in known])
        self._near = vectors.of(self._row)
        self._governing = vectors.of(vectors.rows([tree.tokens[k.governor].lemma.lower() for k in known]))
        self._nearest = np.stack([last_same(x) for x in (self._string, self._head, self._shape)])
        self._asked = np.array([_asks(tree, k) for k in known], dtype=np.bool_)
        self._unknown = int(vectors.rows([""])[0])
        self._numbers = np.array(
            [
                (
                    k.pronoun, k.number, k.gender, k.entity, k.kind, k.quote, k.sentence, k.part, k.subject,
                    k.proper, k.speaks, k.governor, k.at.head, k.owner, k.dep, len(w), len(b),
                )
                for k, w, b in zip(known, self._words, self._befores, strict=True)
            ],
            dtype=np.int64,
        ).reshape(len(known), -1)  # fmt: skip

    def features(self, earlier: Ints, later: Ints) -> Floats:
        """Give the features of pairs, float32 [pairs, width]."""
        a, b = earlier, later
        (
            pa,
            na,
            ga,
            ea,
            ka,
            qa,
            sa,
            ra,
            subject_a,
            proper_a,
            speaks_a,
            gov_a,
            at_a,
            own_a,
            dep_a,
            len_a,
            new_a,
        ) = self._numbers[a].T
        (
            pb,
            nb,
            gb,
            eb,
            kb,
            qb,
            sb,
            rb,
            subject_b,
            proper_b,
            speaks_b,
            gov_b,
            at_b,
            own_b,
            dep_b,
            len_b,
            new_b,
        ) = self._numbers[b].T
        same_head = (self._head[a] == self._head[b]) & (self._head[b] >= 0)
        same_string = (self._string[a] == self._string[b]) & (self._string[b] >= 0)
        same_shape = (self._shape[a] == self._shape[b]) & (self._shape[b] >= 0)
        held = shared(a, b, self._words, self._words)
        kept = shared(a, b, self._words, self._befores)
        given = shared(a, b, self._befores, self._words)
        acronym = ((self._acronym[a] == self._initials[b]) & (self._acronym[a] >= 0)) | (
            (self._initials[a] == self._acronym[b]) & (self._acronym[b] >= 0)
        )
        alike = np.einsum("ij,ij->i", self._near[a], self._near[b])
        together = np.einsum("ij,ij->i", self._governing[a], self._governing[b])
        apart = ((ga == 1) & (gb == 2)) | ((ga == 2) & (gb == 1))
        things = ((ga == 3) & np.isin(gb, (1, 2, 4))) | ((gb == 3) & np.isin(ga, (1, 2, 4)))
        counts = ((na == 1) & (nb == 2)) | ((na == 2) & (nb == 1))
        first_a, first_b = np.isin(pa, (1, 2)), np.isin(pb, (1, 2))
        nominal_a, nominal_b = pa == 0, pb == 0
        third_b = np.isin(pb, (4, 5, 6, 7))
        strange_a, strange_b = (
            self._row[a] == self._unknown,
            self._row[b] == self._unknown,
        )
        columns = [
            same_string, same_head, same_shape, acronym, held > 0,
            same_head & (kept >= new_b), same_head & (kept < new_b), same_head & (given >= new_a),
            proper_a & proper_b & (held > 0), proper_a & proper_b & (held >= len_b) & (held > 0),
            proper_a & proper_b & (held >= len_a) & (held > 0), proper_a & proper_b & (held == 0),
            same_string & (proper_b > 0), same_string & (proper_b == 0), same_head & (proper_b == 0),
            held / np.maximum(len_b, 1), held / np.maximum(len_a, 1),
            apart, things, counts, (ga == gb) & (ga > 0) & (ga < 3), (na == nb) & (na > 0),
            (ga > 0) & (gb > 0) & ~apart & ~things, (ea == eb) & (ea > 0), (ea != eb) & (ea > 0) & (eb > 0),
            ra == rb, (qa == qb) & (qa > 0), (qa != qb) & (qa > 0) & (qb > 0), (qa > 0) & (qb == 0),
            (qa == 0) & (qb > 0), subject_a & subject_b, subject_a & third_b, dep_a == dep_b,
            gov_a == gov_b, at_a == gov_b, at_b == gov_a,
            (at_a == gov_b) & (dep_b == DEPS.index("appos")), own_b == at_a, own_a == at_b,
            (gov_a == gov_b) & (dep_b == DEPS.index("attr")),
            (gov_a == gov_b) & (pb > 0) & (dep_b != DEPS.index("poss")),
            first_a & first_b & (pa == pb), first_a & first_b & (pa == pb) & (qa == qb),
            first_a & first_b & (pa == pb) & (qa != qb), first_a & first_b & (pa != pb),
            (pa == 3) & (pb == 3),
            (pa == 3) & (pb == 3) & (qa == qb), speaks_a & first_b & (qb > 0) & (qa == 0),
            speaks_b & first_a & (qa > 0) & (qb == 0), speaks_a & np.isin(pb, (1,)),
            speaks_a & (pb == 3), speaks_a & np.isin(pb, (4, 5)), (pa == pb) & third_b,
            third_b & (pa != pb) & np.isin(pa, (4, 5, 6, 7)), first_a != first_b,
            nominal_a & nominal_b, nominal_a & third_b, ~nominal_a & nominal_b, nominal_a & first_b,
            nominal_a & (pb == 8), nominal_a & (pb == 6), nominal_a & (pb == 7),
            nominal_a & (pb == 7) & (na == 1), nominal_a & (pb == 7) & (na == 2),
            nominal_a & np.isin(pb, (4, 5)) & (ga == 4), nominal_a & np.isin(pb, (4, 5)) & (ga == 0),
            nominal_a & np.isin(pb, (4, 5)) & (ea == 1), nominal_a & (pb == 6) & (ea == 1),
            nominal_a & (pb == 6) & np.isin(ea, (2, 3)), nominal_a & nominal_b & (sa == sb),
            nominal_a & nominal_b & ~same_head & (held == 0), alike * (nominal_a & nominal_b),
            np.maximum(alike, 0) ** 2 * (nominal_a & nominal_b & ~same_head), together, together * (pb > 0),
            strange_a | strange_b, strange_a & strange_b & ~same_head,
            (ka == 0) & (kb == 1) & ~same_head, (ka == 1) & (kb == 1) & same_head, (kb == 2) & same_head,
            (kb == 3) & same_head, (kb == 4) & same_head, (kb == 5) & same_head, (kb == 4) & ~same_head,
            sa == sb,
            np.einsum("ij,ij->i", self._near[a], self._governing[b]),
            np.einsum("ij,ij->i", self._near[a], self._governing[b]) * (pb > 0),
            self._nearest[0][b] == a, self._nearest[1][b] == a, self._nearest[2][b] == a,
            first_a & first_b & ((rb - ra) % 2 == 0), first_a & first_b & ((rb - ra) % 2 == 1),
            (pa == 3) & (pb == 3) & ((rb - ra) % 2 == 0), first_a & (pb == 3) & ((rb - ra) % 2 == 1),
            (pa == 3) & first_b & ((rb - ra) % 2 == 1), (pa == 2) & (pb == 2), (pa == 1) & (pb == 1),
            (pa == 2) & (pb == 1), (pa == 1) & (pb == 2), (pa == 2) & (pb == 3), (pa == 3) & (pb == 2),
            (pa == 1) & (pb == 3), (pa == 3) & (pb == 1), self._asked[a] & ~self._asked[b] & (ra != rb),
            self._asked[b], (pa == 3) & (pb == 1) & self._asked[a] & (rb - ra == 1),
        ]  # fmt: skip
        turns = binned(rb - ra, TURNS)
        talk = np.isin(pa, (1, 2, 3)) & np.isin(pb, (1, 2, 3))
        turns = np.concatenate([turns, turns * talk[:, None], turns * (talk & (pa == pb))[:, None]], axis=1)
        gap = binned(sb - sa, SENTENCES)
        steps = binned(b - a, BETWEEN)
        pronominal = (pb > 0)[:, None].astype(np.float32)
        wide = 2 * (len(SENTENCES) + len(BETWEEN)) + turns.shape[1]
        found = np.empty((len(columns) + wide, len(a)), dtype=np.float32)
        for number, column in enumerate(columns):
            found[number] = column
        found[len(columns) :] = np.concatenate(
            [gap, steps, gap * pronominal, steps * pronominal, turns], axis=1
        ).T
        return found.T
