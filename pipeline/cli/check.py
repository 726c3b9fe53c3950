"""``prose-events check``: the rule data, validated."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Callable, Iterator, Sized
from importlib import import_module

import typer

__all__ = ["check", "loaders"]


def check() -> None:
    """Validate every rule and vocabulary.

    What is wrong is printed with file and line.
    """
    from rich.table import Table

    from pipeline.cli.console import Console
    from pipeline.errors import RuleError

    console = Console(highlight=False, soft_wrap=True)
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    broken = []
    for name, load in loaders():
        try:
            loaded = load()
        except RuleError as error:
            broken.append(str(error))
            table.add_row("[red]✗[/red]", name, "")
        else:
            size = f"{len(loaded):,} entries" if isinstance(loaded, Sized) else ""
            table.add_row("[green]✓[/green]", name, f"[dim]{size}[/dim]")
    console.print(table)
    for message in dict.fromkeys(broken):  # of loaders that read the same file
        typer.secho(message, fg="red", err=True)
    if broken:
        raise typer.Exit(RuleError.exit_code)


def loaders() -> Iterator[tuple[str, Callable[[], object]]]:
    """Every loader of rules: the cached functions without arguments that the modules of `pipeline.rules` export, by name."""
    import pipeline.rules

    for module in sorted(info.name for info in pkgutil.iter_modules(pipeline.rules.__path__)):
        found = import_module(f"pipeline.rules.{module}")
        for name in sorted(found.__all__):
            member = getattr(found, name)
            if hasattr(member, "cache_info") and not inspect.signature(member).parameters:
                yield f"{module}.{name}", member
