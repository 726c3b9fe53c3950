"""``prose-events export``: a run in the layout of a conflict dataset, of an annotation tool, or as a data package."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.run import named_folder
from pipeline.exports import Choices, Target, export

__all__ = ["export_command"]


def export_command(
    folder: Annotated[Path, typer.Argument(help="Folder of a run.", metavar="DIR")],
    *,
    to: Annotated[Target, typer.Option(help="The layout.")],
    out: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Folder to write; default DIR/export-LAYOUT.", parser=named_folder),
    ] = None,
    each_day: Annotated[bool, typer.Option("--each-day", help="acled: a row a day for what went on for days.")] = False,
    names: Annotated[bool, typer.Option("--names", help="acled: names of actor kinds, not their codes.")] = False,
    spreadsheet: Annotated[
        bool, typer.Option("--spreadsheet", help="CSV: an apostrophe before text that looks like a formula (lossy).")
    ] = False,
    utf16: Annotated[bool, typer.Option("--utf16", help="label-studio: offsets for versions before 2021.")] = False,
) -> None:
    """Write a run in the layout of another tool.

    A sidecar lists what could not be taken along, and why.
    """
    where = out or folder / f"export-{to}"
    written = export(folder, where, to, Choices(spreadsheet, each_day, names, utf16))
    rest = f", {written.left_out:,} events left out" if written.left_out else ""
    what = written.what.removesuffix("s") if written.number == 1 else written.what
    typer.echo(f"{where}  {written.number:,} {what}{rest}")
