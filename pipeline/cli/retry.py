"""``prose-events retry``: the quarantine once more."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.run import batch, options

__all__ = ["retry"]


def retry(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Output folder of an earlier run.")],
    *,
    workers: Annotated[str | None, typer.Option(metavar="N|auto", help="Processes.")] = None,
    max_quarantine: Annotated[str | None, typer.Option(metavar="1%")] = None,
    max_characters: Annotated[int | None, typer.Option(help="A longer document is quarantined.")] = None,
    timeout: Annotated[float | None, typer.Option(help="Seconds that one document may take.")] = None,
    encoding: Annotated[str | None, typer.Option(help="Of text files without a byte order mark.")] = None,
    config: Annotated[Path | None, typer.Option(help="Settings file instead of ./prose-events.toml.")] = None,
) -> None:
    """Run the quarantined documents of DIR again, with the inputs of the last run; the others are taken over as they are."""
    from pipeline.batch.store import Store

    asked = Store.remembered(folder)
    flags = {
        "format": asked["formats"],
        "workers": workers,
        "max_quarantine": max_quarantine,
        "encoding": encoding or asked["encoding"],
        "max_characters": max_characters or asked["limits"][0],
        "timeout": timeout or asked["limits"][1],
    }
    batch(options(flags, config, inputs=tuple(asked["inputs"]), out=folder, retry=True))
