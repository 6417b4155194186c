import pytest
import typer

from counterclaim.cli.guard import guarded
from counterclaim.errors import ModelError, NothingToRead, OutputError, PathNotFound, SettingsError


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (PathNotFound("x: no such file"), 2, "counterclaim: x: no such file\n"),
        (OutputError("two\nlines"), 2, "counterclaim: two lines\n"),
        (PathNotFound("a\x1b[31mb\u202e: no"), 2, "counterclaim: a [31mb : no\n"),
        (SettingsError("bad"), 2, "counterclaim: bad\n"),
        (NothingToRead("nothing"), 1, "counterclaim: nothing\n"),
        (ModelError("no model"), 1, "counterclaim: no model\n"),
        (KeyboardInterrupt(), 130, "counterclaim: interrupted; no partial files are left\n"),
        (
            ZeroDivisionError("by zero"),
            1,
            "counterclaim: failed (ZeroDivisionError: by zero); please report it",
        ),
    ],
)
def test_every_end_is_one_line_and_a_code(
    capsys: pytest.CaptureFixture[str], error: BaseException, code: int, line: str
) -> None:
    with pytest.raises(typer.Exit) as exited, guarded():
        raise error
    assert exited.value.exit_code == code
    assert capsys.readouterr().err.startswith(line)


def test_an_exit_of_the_command_itself_passes() -> None:
    with pytest.raises(typer.Exit) as exited, guarded():
        raise typer.Exit(7)
    assert exited.value.exit_code == 7
