import subprocess
import sys
from pathlib import Path

import pytest

import counterclaim
from counterclaim.records import Dossier

TEXT = "A blast on the bridge over the Merl killed 12 people in Osten on Friday, the interior ministry said."


def test_public_names() -> None:
    assert counterclaim.__all__ == sorted(counterclaim.__all__)
    for name in counterclaim.__all__:
        assert getattr(counterclaim, name) is not None
    assert dir(counterclaim) == counterclaim.__all__
    with pytest.raises(AttributeError, match="no attribute 'write'"):
        counterclaim.write  # noqa: B018


def test_import_is_quick() -> None:
    code = "import sys, counterclaim; print('spacy' in sys.modules, 'counterclaim.api' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False False\n"


@pytest.mark.models
def test_read_gives_one_dossier(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text("")
    for paths in (tmp_path, str(tmp_path), [tmp_path / "a.txt", tmp_path / "b.txt"]):
        dossier = counterclaim.read(paths)
        assert isinstance(dossier, Dossier)
        assert [article.file for article in dossier.articles] == ["a.txt"]
        assert [rejection.reason for rejection in dossier.rejections] == ["empty"]
        assert dossier.run.version == counterclaim.__version__


@pytest.mark.models
def test_read_stories_gives_rejections_beside_dossiers(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("")
    outcome = counterclaim.read_stories(tmp_path)
    assert outcome.dossiers == ()
    assert [rejection.file for rejection in outcome.rejections] == ["b.txt"]


@pytest.mark.models
def test_read_of_nothing_readable_says_why(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("")
    with pytest.raises(counterclaim.CounterclaimError, match=r"nothing to read: b\.txt: empty"):
        counterclaim.read(tmp_path)
