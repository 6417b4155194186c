"""Chains: which candidates there are, what joins them, what must not, and any text at all."""

import re
from dataclasses import replace
from typing import NamedTuple, cast

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counterclaim.models.coreference.candidates import find
from counterclaim.models.coreference.clusters import cluster
from counterclaim.models.coreference.features import Floats, Vectors
from counterclaim.models.coreference.mentions import FEMALE, MALE, PERSON, UNKNOWN, Known, know
from counterclaim.models.coreference.network import HOPELESS, Networks, Scorer
from counterclaim.models.coreference.pair_features import PairReader, binned, last_same, numbered
from counterclaim.models.coreference.pairs import Bags, Ints, Touching, pairs_of
from counterclaim.models.coreference.sieve import LEAST, Sieve, kept, standing
from counterclaim.models.coreference.words import CoreferenceWords
from counterclaim.pipeline import Models
from counterclaim.records import Article, Parse, Part, fingerprint
from counterclaim.stages.attribute.chains import head_of
from counterclaim.stages.attribute.tree import Tree
from counterclaim.values.names import Genders

WORDS = CoreferenceWords.from_table(
    {
        "groups": ["council"],
        "times": ["day"],
        "saying": ["say"],
    },
    genders=Genders.from_table(
        {"male": ["man"], "female": ["woman"], "male_names": ["oskar"], "female_names": ["ilse"]}
    ),
    people=["miller"],
)


def article_of(text: str) -> Article:
    """An article whose paragraphs are its lines."""
    parts = tuple(
        Part(kind="body", start=m.start(), end=m.end()) for m in re.finditer(r"[^\n]*\S[^\n]*", text)
    )
    return Article(
        id=fingerprint("ar", text), file="a.txt", sha256="0", title=None, outlet=None, byline=None,
        published=None, published_basis=None, url=None, genre="report", language="en", text=text,
        credits=(), parts=parts,
    )  # fmt: skip


def parsed(models: Models, text: str) -> tuple[Article, Parse]:
    article = article_of(text)
    (parse,) = models.parser([article])
    assert isinstance(parse, Parse)
    return article, parse


def known_of(models: Models, text: str) -> list[Known]:
    article, parse = parsed(models, text)
    tree = Tree(text, parse)
    return know(article, tree, find(tree), words=WORDS, quotes=())


@pytest.mark.models
@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The old mill on the river burned.", {"The old mill on the river", "the river"}),
        ("Oskar Lind lost his boat.", {"Oskar Lind", "his", "his boat"}),
        ("Oskar Lind and Ilse Brand met.", {"Oskar Lind and Ilse Brand", "Oskar Lind", "Ilse Brand"}),
        ("The miller's dog barked at them.", {"The miller's", "The miller's dog", "them"}),
        ("They left because it rained.", {"They", "it"}),
        ("The mill by the old bridge burned.", {"The mill by the old bridge", "The mill"}),
        ("The miller, who owed them money, fled.", {"The miller, who owed them money", "The miller"}),
        ("Everyone saw all of the boats there.", {"Everyone", "all of the boats", "there"}),
        ("The Harbour Council (HC) met.", {"The Harbour Council (HC)", "HC"}),
    ],
)
def test_candidates(models: Models, text: str, wanted: set[str]) -> None:
    _, parse = parsed(models, text)
    tree = Tree(text, parse)
    spans = {tree.extent(one.first, one.last) for one in find(tree)}
    assert wanted <= {text[start:end] for start, end in spans}


@pytest.mark.models
@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("Oskar Lind lost his boat. He blamed the storm.", ("Oskar Lind", "his", "He")),
        ("Ilse Brand chairs the council. She said it would meet.", ("Ilse Brand", "She")),
        ("Oskar Lind waited. Lind left at dawn.", ("Oskar Lind", "Lind")),
        ("The harbour council met. The council said its vote was final.", ("The council", "its")),
    ],
)
def test_together(models: Models, text: str, together: tuple[str, ...]) -> None:
    article, parse = parsed(models, text)
    chains = [
        [text[start:end] for start, end in chain] for chain in models.coreference(article, parse).every()
    ]
    assert any(set(together) <= set(chain) for chain in chains), chains


@pytest.mark.models
@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Robert Lind met Helen Brand. She left.", "Robert Lind", "She"),
        ("Oskar Lind met Ilse Brand.", "Oskar Lind", "Ilse Brand"),
        ("The mayor praised his aide.", "his", "his aide"),
    ],
)
def test_apart(models: Models, text: str, one: str, other: str) -> None:
    article, parse = parsed(models, text)
    chains = [
        [text[start:end] for start, end in chain] for chain in models.coreference(article, parse).every()
    ]
    assert not any({one, other} <= set(chain) for chain in chains), chains


@pytest.mark.models
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.sampled_from(
            [
                "Oskar",
                "he",
                "said",
                "the council",
                "its",
                ",",
                ".",
                "“",
                "”",
                "LIND",
                "🙂",
                "שלום",
                "x" * 400,
                "\n",
                "I",
            ]
        ),
        max_size=30,
    )
)
def test_any_text(models: Models, pieces: list[str]) -> None:
    text = " ".join(pieces)
    article = article_of(text)
    (parse,) = models.parser([article])
    assert isinstance(parse, Parse)
    chains = models.coreference(article, parse).every()
    flat = [extent for chain in chains for extent in chain]
    assert len(flat) == len(set(flat))
    assert all(len(chain) > 1 and list(chain) == sorted(chain) for chain in chains)
    assert all(0 <= start < end <= len(text) for start, end in flat)
    assert chains == tuple(sorted(chains)) == models.coreference(article, parse).every()


@pytest.mark.models
def test_pairs_go_back_and_never_hold_each_other(models: Models) -> None:
    known = known_of(models, "The head of the harbour council saw its boats. They burned, the council said.")
    earlier, later = pairs_of(known)
    assert (earlier < later).all()
    for a, b in zip(earlier.tolist(), later.tolist(), strict=True):
        one, other = known[a].at, known[b].at
        assert one.last < other.first or other.last < one.first


@pytest.mark.models
def test_clashing_genders_stay_apart_even_at_a_high_score(models: Models) -> None:
    known = known_of(models, "The man came. The woman came. The miller came.")
    three = [replace_gender(k, g) for k, g in zip(known[:3], (MALE, FEMALE, 0), strict=True)]
    earlier, later = np.array([0, 0, 1]), np.array([1, 2, 2])
    scores = np.array([9.0, 1.0, 2.0], dtype=np.float32)
    assert cluster(three, earlier, later, scores, threshold=0.0) == [[1, 2]]
    assert cluster(three, earlier, later, scores, threshold=5.0) == []


@pytest.mark.models
def test_a_chain_has_the_sum_of_what_its_members_have(models: Models) -> None:
    known = known_of(models, "The mill burned. The barn fell. The roof shook. The gate broke.")
    earlier, later = np.array([0, 0, 1, 2]), np.array([1, 3, 3, 3])
    scores = np.array([2.0, 1.0, 1.0, 1.5], dtype=np.float32)
    assert cluster(known[:4], earlier, later, scores, threshold=0.0) == [[0, 1, 3]]
    assert cluster(known[:4], earlier, later, scores, threshold=1.2) == [[0, 1], [2, 3]]


def test_the_nearest_of_the_same_number() -> None:
    assert last_same(np.array([3, -1, 3, 5, -1, 3])).tolist() == [-1, -1, 0, -1, -1, 2]


class Read(NamedTuple):
    """Features of pairs, as given."""

    rows: Floats

    def features(self, earlier: Ints, later: Ints) -> Floats:
        return self.rows[earlier]


def test_the_other_networks_are_asked_only_where_the_first_sees_hope() -> None:
    def weights(*values: float) -> Floats:
        return np.array(values, dtype=np.float32)

    one, zero = weights(1, 1).reshape(2, 1, 1), weights(0, 0).reshape(2, 1, 1)
    ones, zeros = one[:, 0], zero[:, 0]
    networks = Networks(
        later=zero, later_bias=zeros, earlier=zero, pair=weights(1, 2).reshape(2, 1, 1), deep=one,
        deep_bias=zeros, top=ones, top_bias=weights(-3, -3), alone=zero, alone_bias=zeros,
        alone_top=zeros, alone_top_bias=weights(0, 0),
    )  # fmt: skip
    mentions = np.ones((4, 1), dtype=np.float32)
    pairs = cast("PairReader", Read(weights(4, 0, 2).reshape(3, 1)))
    numbers = np.arange(3)
    assert Scorer(networks, mentions, pairs)(numbers, numbers + 1).tolist() == [3.0, -3.0, 0.0]
    assert HOPELESS > -3


@pytest.mark.models
def test_a_chain_alone_is_the_one_among_all(models: Models) -> None:
    text = (
        "Oskar Lind met the harbour council. He told the council that his boats were safe.\n"
        "The council, which Ilse Brand chairs, thanked Lind. She said it would meet him again.\n"
        "Lind and his brother left. Brand stayed with the council, and she closed its doors."
    )
    article, parse = parsed(models, text)
    every, tree = models.coreference(article, parse).every(), Tree(text, parse)
    linker = models.coreference(article, parse)
    assert len(every) > 2
    for head in reversed(range(len(tree.tokens))):
        with_it = [chain for chain in every if head in {head_of(tree, extent) for extent in chain}]
        assert linker.of(head) == next(iter(with_it), ())


@settings(deadline=None)
@given(
    st.sets(st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda p: p[0] < p[1])),
    st.sets(st.integers(0, 9)),
)
def test_pairs_that_touch_mentions(pairs: set[tuple[int, int]], asked: set[int]) -> None:
    ordered = sorted(pairs, key=lambda p: (p[1], p[0]))
    earlier, later = np.array(ordered, dtype=np.int64).reshape(-1, 2).T
    found = Touching(earlier, later, 10)(asked).tolist()
    assert found == [n for n, pair in enumerate(ordered) if not asked.isdisjoint(pair)]


@given(st.lists(st.frozensets(st.sampled_from("abcdefgh")), min_size=2, max_size=6), st.data())
def test_words_in_common(words: list[frozenset[str]], data: st.DataObject) -> None:
    before = [
        frozenset(data.draw(st.sets(st.sampled_from(sorted(w))) if w else st.just(set()))) for w in words
    ]
    earlier, later = np.triu_indices(len(words), 1)
    held, kept, given = Bags(words, before).shared(earlier, later)
    for n, (a, b) in enumerate(zip(earlier.tolist(), later.tolist(), strict=True)):
        assert held[n] == len(words[a] & words[b])
        assert kept[n] == len(words[a] & before[b])
        assert given[n] == len(before[a] & words[b])


def replace_gender(known: Known, gender: int) -> Known:
    return replace(known, gender=gender)


@pytest.mark.models
@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Oskar Lind came. Lind left.", MALE),
        ("Oskar Lind came. Ilse Lind came. Lind left.", 0),
        ("Woman Lind came. Lind left.", FEMALE),
    ],
)
def test_a_name_has_the_gender_of_its_namesakes(models: Models, text: str, gender: int) -> None:
    last = [one for one in known_of(models, text) if one.lemma == "lind"][-1]
    assert last.gender in ((gender,) if gender else (UNKNOWN, PERSON))


@pytest.mark.models
def test_how_a_candidate_stands_beside_others_of_its_head(models: Models) -> None:
    known = known_of(models, "The mill by the bridge burned.")
    whole, mill, bridge = known
    assert (whole.at.head, bridge.at.head) == (mill.at.head, whole.at.last)
    numbers = standing(known, np.array([2.0, -2.0, 0.0], dtype=np.float32))
    assert numbers[:, 1].tolist() == [0.5, -0.5, 0.0]
    assert numbers[:, 2].tolist() == [-0.5, 0.5, -1.25]
    assert numbers[:, 3].tolist() == [0, 1, 0]


def test_what_the_sieve_leaves() -> None:
    assert kept(np.array([LEAST - 1, LEAST + 1], dtype=np.float32)).tolist() == [1]
    assert kept(np.array([LEAST - 2, LEAST - 1], dtype=np.float32)).tolist() == [1]


def test_the_sieve_is_the_mean_of_its_networks() -> None:
    def weights(*values: float) -> Floats:
        return np.array(values, dtype=np.float32)

    sieve = Sieve(
        sieve=weights(1, 2).reshape(2, 1, 1), sieve_bias=weights(0, 1).reshape(2, 1),
        sieve_top=weights(1, 1).reshape(2, 1), sieve_top_bias=weights(0, 3),
    )  # fmt: skip
    assert sieve.scores(weights(1, -4).reshape(2, 1)).tolist() == [3.5, 1.5]


def test_numbers() -> None:
    assert numbered(["a", "", "b", "a"]).tolist() == [1, -1, 2, 1]
    assert binned(np.array([-1, 0, 4, 99]), (0, 2, 5)).tolist() == [0, 0, 1, 2]


def test_an_unknown_word_has_zeros() -> None:
    vectors = Vectors(["mill"], np.ones((1, 3), dtype=np.float32))
    assert vectors.of(vectors.rows(["mill", "zzz"])).tolist() == [[1, 1, 1], [0, 0, 0]]
