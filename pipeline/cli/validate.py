"""``prose-events validate``: the tables of a folder against the contract."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["validate"]


def validate(folder: Annotated[Path, typer.Argument(metavar="DIR", help="Output folder of a run.")]) -> None:
    """Hold the tables of DIR to their contract.

    Checked are columns, types, nulls, allowed values, offsets, ids and links, and that events.jsonl holds the events of the table. Exit code 4
    where the contract is broken.
    """
    from rich.markup import escape
    from rich.table import Table

    from pipeline.cli.console import Console
    from pipeline.errors import ContractError
    from pipeline.tables.validation import validate_folder

    console = Console(highlight=False, soft_wrap=True)
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column()
    table.add_column(style="bold")
    table.add_column(justify="right")
    said = []
    for name, rows, broken in validate_folder(folder):
        mark = "[red]✗[/red]" if broken else "[green]✓[/green]"
        table.add_row(mark, name, f"{rows:,} {'row' if rows == 1 else 'rows'}")
        said += broken
    console.print(table)
    for violation in said[:50]:
        console.print(f"[red]{escape(str(violation))}[/red]")
    if said:
        raise ContractError(f"{folder}: {len(said)} violations of the contract")
