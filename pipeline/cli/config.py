"""``prose-events config``: the settings in force and where each comes from."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

__all__ = ["config"]


def config(
    file: Annotated[
        Path | None, typer.Option("--config", metavar="FILE", help="Settings file instead of ./prose-events.toml.")
    ] = None,
) -> None:
    """Print the settings in force, and where each was set.

    A flag counts before the environment, that before prose-events.toml, that before the default.
    """
    from rich.table import Table

    from pipeline.batch import Allowance
    from pipeline.cli.console import Console
    from pipeline.settings import Settings, resolve

    resolved = resolve({}, os.environ, Path.cwd(), file=file)
    Allowance.parse(resolved.settings.max_quarantine, resolved.origin["max_quarantine"])
    listing = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    for heading in ("setting", "value", "from", "what it does"):
        listing.add_column(heading)
    for name, field in Settings.model_fields.items():
        value = getattr(resolved.settings, name)
        text = ", ".join(value) if isinstance(value, tuple) else str(value)
        origin = resolved.origin[name]
        where = f"[dim]{origin}[/dim]" if origin == "default" else f"[green]{origin}[/green]"
        listing.add_row(f"[bold]{name}[/bold]", text.replace("[", "\\["), where, field.description or "")
    Console(highlight=False).print(listing)
