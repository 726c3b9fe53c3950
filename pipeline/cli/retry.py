"""``prose-events retry``: the quarantine once more."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.run import batch, chosen, options
from pipeline.errors import UsageError

__all__ = ["retry"]


def retry(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Output folder of an earlier run.")],
    *,
    workers: Annotated[str | None, typer.Option(metavar="N|auto", help="Processes.")] = None,
    max_quarantine: Annotated[
        str | None, typer.Option(metavar="1%", help="Documents that may fail before the exit code is 3.")
    ] = None,
    max_characters: Annotated[int | None, typer.Option(metavar="N", help="A longer document is quarantined.")] = None,
    timeout: Annotated[
        float | None, typer.Option(metavar="SECONDS", help="Seconds that one document may take.")
    ] = None,
    encoding: Annotated[
        str | None, typer.Option(metavar="NAME", help="Of text files without a byte order mark.")
    ] = None,
    config: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Settings file instead of ./prose-events.toml.")
    ] = None,
) -> None:
    """Run the quarantined documents of DIR again.

    The inputs are those of the last run; its other documents are taken over as they are.
    """
    from pipeline.batch.store import Store

    asked, here = Store.remembered(folder), folder.absolute()
    if "-" in asked["inputs"]:
        raise UsageError(f"{folder}: its run read standard input, which cannot be read again; run it again")
    os.chdir(asked["folder"])  # paths of inputs are meant from there
    flags = {
        "format": asked["formats"],
        "workers": workers,
        "max_quarantine": max_quarantine,
        "encoding": encoding or asked["encoding"],
        "max_characters": max_characters or asked["limits"][0],
        "timeout": timeout or asked["limits"][1],
        "engine": asked["engine"][0],
        "master": asked["engine"][1],
    }
    told = {"inputs": tuple(asked["inputs"]), "out": here, "limit": asked["limit"], **chosen(*asked["chosen"])}
    batch(options(flags, config, sample=asked["sample"], retry=True, **told))
