"""A dossier made by hand against the files checked in beside this; `--update-golden` writes them anew."""

from pathlib import Path

import pytest

from counterclaim.render import index
from counterclaim.render.html import to_html
from counterclaim.render.json import to_json
from counterclaim.render.tables import to_csvs
from invented import DOSSIER

HERE = Path(__file__).parent
WRITTEN = {
    "ferry/dossier.json": to_json(DOSSIER),
    "ferry/dossier.html": to_html(DOSSIER),
    **{f"ferry/{name}": text for name, text in to_csvs(DOSSIER).items()},
    "ferry/index.html": index.to_html([("ferry/dossier.html", DOSSIER)], DOSSIER.rejections),
}


@pytest.mark.parametrize("name", WRITTEN)
def test_as_checked_in(name: str, request: pytest.FixtureRequest) -> None:
    file = HERE / name
    written = WRITTEN[name].encode("utf-8")
    if request.config.getoption("--update-golden"):
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(written)
    assert file.read_bytes() == written, (
        "read the difference; if it is meant, run pytest with --update-golden"
    )
