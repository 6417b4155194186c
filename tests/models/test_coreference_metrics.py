"""MUC, B³ and CEAF-e: cases worked out by hand, and laws that hold of any chains."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreference_metrics import Tally, assigned

Chains = list[list[int]]


def scores(gold: Chains, got: Chains) -> dict[str, float]:
    tally = Tally()
    tally.add(gold, got)
    return tally.scores()


@pytest.mark.parametrize(
    ("gold", "got", "muc", "b_cubed", "ceaf_e"),
    [
        ([[1, 2, 3], [4, 5]], [[1, 2, 3], [4, 5]], 1.0, 1.0, 1.0),
        ([[1, 2, 3, 4]], [[1, 2], [3, 4]], 2 * 1 * (2 / 3) / (1 + 2 / 3), 2 / 3, 4 / 9),
        ([[1, 2]], [[3, 4]], 0.0, 0.0, 0.0),
        ([[1, 2]], [], 0.0, 0.0, 0.0),
        # half of the links found and all of those right; the best match gives two thirds and all of a chain
        ([[1, 2, 3, 4], [5, 6]], [[1, 2], [5, 6]], 2 / 3, 2 / 3, 5 / 6),
    ],
)
def test_by_hand(gold: Chains, got: Chains, muc: float, b_cubed: float, ceaf_e: float) -> None:
    found = scores(gold, got)
    assert found["muc"] == pytest.approx(muc)
    assert found["b_cubed"] == pytest.approx(b_cubed)
    assert found["ceaf_e"] == pytest.approx(ceaf_e)
    assert found["conll"] == pytest.approx((muc + b_cubed + ceaf_e) / 3)


def chains_of(labels: list[int]) -> Chains:
    held: dict[int, list[int]] = {}
    for mention, label in enumerate(labels):
        held.setdefault(label, []).append(mention)
    return [c for c in held.values() if len(c) > 1]


LABELS = st.lists(st.integers(0, 5), min_size=0, max_size=14)


@given(LABELS, LABELS)
def test_in_bounds_and_even_handed(one: list[int], other: list[int]) -> None:
    a, b = scores(chains_of(one), chains_of(other)), scores(chains_of(other), chains_of(one))
    assert all(0.0 <= v <= 1.0 + 1e-9 for v in a.values())
    assert a == pytest.approx(b)


@given(LABELS)
def test_same_is_all_right(labels: list[int]) -> None:
    chains = chains_of(labels)
    if chains:
        assert all(v == pytest.approx(1.0) for v in scores(chains, chains).values())


@given(st.integers(1, 4), st.integers(1, 5), st.data())
def test_best_assignment(rows: int, columns: int, data: st.DataObject) -> None:
    gain = np.array(
        [[data.draw(st.integers(0, 9)) for _ in range(columns)] for _ in range(rows)], dtype=float
    )
    got = assigned(gain)
    short, long = min(rows, columns), max(rows, columns)
    best = max(
        sum(gain[i, j] if rows <= columns else gain[j, i] for i, j in enumerate(chosen))
        for chosen in itertools.permutations(range(long), short)
    )
    assert sum(gain[i, j] for i, j in got) == pytest.approx(best)
    assert len({i for i, _ in got}) == len({j for _, j in got}) == short
