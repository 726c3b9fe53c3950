"""``prose-events plan``: what a run would do."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.run import (
    Category,
    Config,
    Encoding,
    InputFormat,
    Inputs,
    Limit,
    MaxCharacters,
    Sample,
    Title,
    chosen,
    options,
)
from pipeline.errors import UsageError

__all__ = ["plan"]


def plan(
    inputs: Inputs,
    *,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Folder of an earlier run to take up.")] = None,
    workers: Annotated[str | None, typer.Option(metavar="N|auto", help="Processes.")] = None,
    limit: Limit = None,
    sample: Sample = None,
    input_format: InputFormat = None,
    title: Title = None,
    category: Category = None,
    encoding: Encoding = None,
    max_characters: MaxCharacters = None,
    config: Config = None,
) -> None:
    """Print what a run would read, skip and take.

    No document is processed.
    """
    from rich.table import Table

    from pipeline.batch.plan import plan_batch
    from pipeline.cli.console import Console
    from pipeline.cli.summary import endings

    flags = {"workers": workers, "encoding": encoding, "max_characters": max_characters}
    asked = chosen(input_format, title, category)
    if out is not None and out.exists() and not out.is_dir():
        raise UsageError(f"{out}: not a folder: the output folder must be one that can be written")
    told = options(flags, config, inputs=tuple(inputs), out=out or Path(), limit=limit, sample=sample, **asked)
    found = plan_batch(told)
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(justify="right", style="bold")
    table.add_column()
    table.add_row(f"{found.files:,}", "files")
    if found.left:
        table.add_row(f"{found.left.total():,}", f"files left, of other endings: {endings(found.left)}")
    table.add_row(f"{found.documents:,}", "documents")
    table.add_row(f"{found.known:,}", "known from an earlier run in DIR, and unchanged")
    for why, number in found.skips.items() or [("", 0)]:
        table.add_row(f"{number:,}", f"{why}: skipped" if why else "skipped")
    table.add_row(f"{found.faults:,}", "cannot be read: quarantined")
    table.add_row(f"{found.new:,}", f"to be processed: {found.characters:,} characters, mark-up included")
    table.add_row(f"{found.workers}", "workers")
    table.add_row(_duration(found.seconds), "estimated, at the speed of the last run in DIR, or a usual one")
    Console(highlight=False).print(table)


def _duration(seconds: float) -> str:
    if seconds < 60:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"
