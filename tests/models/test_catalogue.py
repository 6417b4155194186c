"""The catalogue names each file of each model, and loading refuses another."""

from hashlib import sha256
from pathlib import Path

import pytest

from counterclaim.errors import ModelError
from counterclaim.models.catalogue import (
    Entry,
    ModelFile,
    check,
    checked,
    entries,
    entry_of,
    hash_of,
    word_lists_use,
)
from counterclaim.models.load import uses

ENTRY = Entry(
    name="toy", revision="1", part="toy", licence="CC0-1.0", source="made here", trained_on="nothing",
    weakness="all of it", files=(),
)  # fmt: skip


def test_every_model_is_described() -> None:
    for entry in entries():
        for words in (
            entry.name,
            entry.revision,
            entry.licence,
            entry.source,
            entry.trained_on,
            entry.weakness,
        ):
            assert words.strip(), f"{entry.name} leaves something out"
        for file in entry.files:
            assert len(file.sha256) == 64
            assert file.bytes > 0


def test_no_two_models_do_one_part() -> None:
    parts = [entry.part for entry in entries()]
    assert len(parts) == len(set(parts))


@pytest.mark.models
@pytest.mark.parametrize("part", [e.part for e in entries() if e.files])
def test_files_at_hand_are_those_named(part: str) -> None:
    folder = checked(part)
    for file in entry_of(part).files:
        assert (folder / file.path).stat().st_size == file.bytes


def test_another_file_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "weights.bin"
    path.write_bytes(b"other")
    named = ModelFile(path="weights.bin", bytes=5, sha256=sha256(b"right").hexdigest())
    with pytest.raises(ModelError, match=r"weights\.bin is not the file of toy 1 that the catalogue names"):
        check(path, named, ENTRY)
    path.write_bytes(b"right")
    check(path, named, ENTRY)
    path.unlink()
    with pytest.raises(ModelError, match=r"weights\.bin of the model toy 1 is missing; reinstall it"):
        check(path, named, ENTRY)


def test_an_unknown_part_is_said() -> None:
    with pytest.raises(ModelError, match="names no model for 'oracle'"):
        entry_of("oracle")


def test_hash_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"x" * 3_000_000)
    assert hash_of(path) == sha256(b"x" * 3_000_000).hexdigest()


@pytest.mark.models
def test_a_run_names_all_that_it_used() -> None:
    used = uses()
    assert {u.name for u in used} >= {"en_core_web_sm", "all-MiniLM-L6-v2", "word lists"}
    assert all(u.revision and u.licence for u in used)
    assert word_lists_use() in used
