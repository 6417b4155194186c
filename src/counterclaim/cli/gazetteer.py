"""The commands of `counterclaim gazetteer`."""

from pathlib import Path
from typing import Annotated

import typer

from counterclaim.cli.guard import guarded

gazetteer_app = typer.Typer(name="gazetteer", help="Gazetteers of your own.", no_args_is_help=True)


@gazetteer_app.callback()
def gazetteer() -> None:
    """Gazetteers of your own, made of GeoNames' files."""


@gazetteer_app.command("build")
def build_command(
    dump: Annotated[Path, typer.Argument(metavar="DUMP", help="GeoNames' allCountries.txt, or XX.txt.")],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="The gazetteer to write.")] = Path(
        "gazetteer.sqlite"
    ),
    alternate_names: Annotated[
        Path | None, typer.Option("--alternate-names", metavar="FILE", help="GeoNames' alternateNamesV2.txt.")
    ] = None,
    admin_codes: Annotated[
        list[Path] | None,
        typer.Option(
            "--admin-codes", metavar="FILE", help="admin1CodesASCII.txt, admin2Codes.txt; repeatable."
        ),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
) -> None:
    """Make a gazetteer of a GeoNames dump, for `counterclaim read --gazetteer FILE`."""
    from counterclaim.cli.progress import shown
    from counterclaim.models.gazetteer_dump import build

    with guarded():
        with shown(quiet=quiet) as progress:
            many = build(
                dump,
                out,
                alternate_names=alternate_names,
                admin_codes=admin_codes or (),
                report=lambda done, total: progress("reading the dump", done >> 20, max(1, total >> 20)),
            )
        if not quiet:
            typer.echo(f"{out}: {many} places, {out.stat().st_size / 1e6:.1f} MB")
