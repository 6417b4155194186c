import numpy as np
import pytest

from counterclaim.evaluate.folds import Always, fitted, predicted


def rows(count: int, *, apart: float) -> tuple[np.ndarray, list[str]]:
    chance = np.random.default_rng(7)
    labels = [("clash", "strike", "protest")[i % 3] for i in range(count)]
    centres = {"clash": (apart, 0.0), "strike": (0.0, apart), "protest": (-apart, -apart)}
    return np.array([centres[label] for label in labels]) + chance.normal(size=(count, 2)), labels


@pytest.mark.parametrize(("apart", "least", "most"), [(9.0, 1.0, 1.0), (0.0, 0.1, 0.6)])
def test_what_can_be_told_apart_is(apart: float, least: float, most: float) -> None:
    inputs, labels = rows(90, apart=apart)
    found = predicted(inputs, labels)
    share = sum(a == b for a, b in zip(found, labels, strict=True)) / len(labels)
    assert least <= share <= most
    assert predicted(inputs, labels) == found


def test_no_row_is_fitted_to_itself() -> None:
    inputs = np.eye(30)  # each row its own column: only having seen it tells its label
    labels = ["clash", "strike"] * 15
    found = predicted(inputs, labels)
    assert sum(a == b for a, b in zip(found, labels, strict=True)) <= 20


def test_a_rare_label_is_not_drowned() -> None:
    inputs = np.array([[1.0, 0.0]] * 40 + [[0.0, 1.0]] * 2)
    names, weights = fitted(inputs, ["common"] * 40 + ["rare"] * 2)
    assert names == ["common", "rare"]
    assert (np.array([0.0, 1.0, 1.0]) @ weights).argmax() == 1


def test_one_row_has_nothing_to_be_fitted_to() -> None:
    assert predicted(np.ones((1, 2)), ["clash"]) == [""]


def test_rows_that_are_always_there_teach_and_are_not_asked() -> None:
    inputs, labels = rows(30, apart=0.0)
    taught = Always(inputs=np.array([[9.0, 9.0]] * 20), labels=["riot"] * 20, weight=1.0)
    found = predicted(np.vstack([inputs, [[9.0, 9.0]]]), [*labels, "clash"], always=taught)
    assert len(found) == 31
    assert found[-1] == "riot"


def test_rows_that_count_for_nothing_teach_nothing() -> None:
    inputs, labels = rows(90, apart=9.0)
    wrong = ["protest" if label == "clash" else "clash" for label in labels]
    found = predicted(inputs, labels, always=Always(inputs=inputs, labels=wrong, weight=0.0))
    assert found == labels
