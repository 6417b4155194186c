"""The commands: `read`, `demo`, `evaluate`, `gazetteer`, `schema`, `version`."""

import json
import sys
import webbrowser
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from counterclaim import __version__
from counterclaim.cli.gazetteer import gazetteer_app
from counterclaim.cli.guard import FAILED, guarded, tell

app = typer.Typer(
    name="counterclaim",
    help="Who claims what, in whose words, where: accounts of one contested event, side by side.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

DEMO = Path("counterclaim-demo")


class Vague(StrEnum):
    """Rules by which words such as "dozens" become numbers."""

    none = "none"
    acled = "acled"
    airwars = "airwars"


class Measured(StrEnum):
    """Kinds of findings that can be measured."""

    statements = "statements"
    figures = "figures"
    dates = "dates"
    places = "places"
    events = "events"


def a_path(text: str | Path) -> Path:
    """A path as typed; an empty one, as of an unset variable, would mean the folder one stands in."""
    if not str(text).strip():
        raise typer.BadParameter("the path is empty")
    return Path(text)


Out = Annotated[Path, typer.Option("--out", "-o", metavar="DIR", parser=a_path, help="Folder to write to.")]
OneStory = Annotated[bool, typer.Option("--one-story", help="All articles are about one story.")]
Open = Annotated[bool, typer.Option("--open", help="Open the page in a browser.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")]
VagueRule = Annotated[Vague, typer.Option("--vague", help='Rule for "dozens" and the like.')]
Conflict = Annotated[
    Path | None,
    typer.Option("--conflict", metavar="FILE", parser=a_path, help="TOML file of actors, aliases and sides."),
]


OwnGazetteer = Annotated[
    Path | None,
    typer.Option("--gazetteer", metavar="FILE", parser=a_path, help="One made by `gazetteer build`."),
]

app.add_typer(gazetteer_app)


@app.command("read")
def read_command(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH...", parser=a_path, help="Files or folders: .txt .md .html .jsonl"),
    ],
    out: Out,
    one_story: OneStory = False,
    open_page: Open = False,
    quiet: Quiet = False,
    as_json_: AsJson = False,
    vague: VagueRule = Vague.none,
    conflict: Conflict = None,
    gazetteer: OwnGazetteer = None,
) -> None:
    """Read accounts and write one dossier a story: JSON, a page, and tables."""
    _read(
        paths, out, one_story=one_story, open_page=open_page, quiet=quiet, summary_json=as_json_, vague=vague,
        conflict=conflict, gazetteer=gazetteer,
    )  # fmt: skip


@app.command("demo")
def demo_command(
    out: Out = DEMO,
    open_page: Open = False,
    quiet: Quiet = False,
    as_json_: AsJson = False,
) -> None:
    """Read the two invented events that come with the package."""
    from counterclaim.cli.examples import examples

    with guarded(), examples() as folders:
        _read(
            folders, out, one_story=False, open_page=open_page, quiet=quiet, summary_json=as_json_,
            vague=Vague.none, conflict=None, gazetteer=None,
        )  # fmt: skip


@app.command("evaluate")
def evaluate_command(
    kind: Annotated[Measured, typer.Argument(metavar="KIND", help="What to measure: " + ", ".join(Measured))],
    data: Annotated[
        Path,
        typer.Argument(metavar="DATA", parser=a_path, help="File or folder of rows: .jsonl .jsonl.gz .json"),
    ],
    texts: Annotated[
        list[Path] | None,
        typer.Option(
            "--texts",
            metavar="PATH",
            parser=a_path,
            help="Where the texts stand, if not in DATA.",
        ),
    ] = None,
    limit: Annotated[
        int | None, typer.Option("--limit", metavar="N", min=1, help="Only the first N rows of each file.")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Show no progress.")] = False,
    as_json_: Annotated[bool, typer.Option("--json", help="Print the scores as JSON.")] = False,
) -> None:
    """Measure what is read against data that people marked."""
    with guarded():
        from counterclaim.cli.progress import shown
        from counterclaim.cli.scores import as_json, as_lines
        from counterclaim.evaluate import evaluate

        with shown(quiet=quiet) as progress:
            report = evaluate(kind.value, data, texts=texts or (), limit=limit, progress=progress)
        if as_json_:
            typer.echo(json.dumps(as_json(report), ensure_ascii=False, indent=2))
        else:
            for line in as_lines(report):
                typer.echo(line)


@app.command("schema")
def schema_command() -> None:
    """Print the JSON Schema of dossier.json."""
    from counterclaim.render.json import schema

    sys.stdout.write(schema().rstrip("\n") + "\n")


@app.command("version")
def version_command() -> None:
    """Print the version."""
    typer.echo(__version__)


def _read(
    paths: list[Path],
    out: Path,
    *,
    one_story: bool,
    open_page: bool,
    quiet: bool,
    summary_json: bool,
    vague: Vague,
    conflict: Path | None,
    gazetteer: Path | None,
) -> None:
    """Read, write, tell. Exits with 1 where not one article could be read."""
    with guarded():
        _read_unguarded(
            paths, out, one_story=one_story, open_page=open_page, quiet=quiet, summary_json=summary_json,
            vague=vague, conflict=conflict, gazetteer=gazetteer,
        )  # fmt: skip


def _read_unguarded(
    paths: list[Path],
    out: Path,
    *,
    one_story: bool,
    open_page: bool,
    quiet: bool,
    summary_json: bool,
    vague: Vague,
    conflict: Path | None,
    gazetteer: Path | None,
) -> None:
    from counterclaim import api  # with it come the models' libraries, which `--help` can do without
    from counterclaim.cli.output import check_out, write_dossiers
    from counterclaim.cli.plain import plain
    from counterclaim.cli.progress import shown
    from counterclaim.cli.summary import as_json, as_lines
    from counterclaim.intake.conflict import read_conflict

    check_out(out)
    known = read_conflict(conflict) if conflict is not None else ()
    with shown(quiet=quiet or summary_json) as progress:
        outcome = api.read_stories(
            paths,
            one_story=one_story,
            vague=vague.value,
            known=known,
            gazetteer=gazetteer,
            progress=progress,
        )
        written = write_dossiers(outcome, out, progress=progress) if outcome.dossiers else ()
    if summary_json:
        typer.echo(json.dumps(as_json(outcome, written, out), ensure_ascii=False, indent=2))
    elif not quiet:
        for line in as_lines(outcome, written, out):
            typer.echo(line)
    if not outcome.dossiers:
        if quiet:
            tell("no article could be read")
            for rejection in outcome.rejections:
                tell(f"{plain(rejection.file)}: {plain(rejection.reason)}")
        raise typer.Exit(FAILED)
    if open_page:
        webbrowser.open(
            written[0].page.resolve().as_uri()
            if len(written) == 1
            else (out / "index.html").resolve().as_uri()
        )
