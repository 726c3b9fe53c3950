"""``prose-events schema``: the output contract."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from pipeline.errors import UsageError

__all__ = ["schema"]


def schema(
    table: Annotated[str | None, typer.Argument(metavar="TABLE", help="One table; all when left out.")] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="JSON Schema instead of a listing.")] = False,
) -> None:
    """Print the tables and columns that `run` writes."""
    from rich.table import Table

    from pipeline.cli.console import Console
    from pipeline.tables.columns import SCHEMA_VERSION, TABLES
    from pipeline.tables.schema import json_schema

    if table is not None and table not in TABLES:
        raise UsageError(f"there is no table {table!r}; there are {', '.join(TABLES)}")
    names = [table] if table else list(TABLES)
    if as_json:
        found = {name: json_schema(name) for name in names}
        print(json.dumps(found[table] if table else found, indent=2, ensure_ascii=False))  # noqa: T201
        return
    console = Console(highlight=False)
    console.print(f"[dim]schema version {SCHEMA_VERSION}[/dim]")
    for name in names:
        declared = TABLES[name]
        listing = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
        for heading in ("column", "type", "null", "what it says"):
            listing.add_column(heading)
        for c in declared.columns:
            said = c.description + (f": [dim]{', '.join(c.allowed)}[/dim]" if c.allowed else "")
            listing.add_row(f"[bold]{c.name}[/bold]", c.type, "yes" if c.nullable else "", said)
        console.print(f"\n[bold cyan]{name}[/bold cyan]  {declared.description}")
        console.print(listing)
