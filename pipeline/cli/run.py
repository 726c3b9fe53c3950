"""``prose-events run``: articles → tables."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.cli.messages import say

if TYPE_CHECKING:
    from types import FrameType

    from pipeline.batch import Options
    from pipeline.settings import Resolved

__all__ = ["batch", "chosen", "in_force", "named_folder", "options", "run"]

Inputs = Annotated[list[str], typer.Argument(metavar="INPUT", help="Files, folders, globs, or - for standard input.")]
Config = Annotated[Path | None, typer.Option(metavar="FILE", help="Settings file instead of ./prose-events.toml.")]
Limit = Annotated[int | None, typer.Option(metavar="N", min=1, help="Only the first so many documents.")]
Sample = Annotated[str | None, typer.Option(metavar="1%", help="Only so large a part, always the same one.")]
InputFormat = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="Format of all inputs, whatever their names: text, markdown, html, wikitext, dump, jsonl, structured, parquet.",
    ),
]
Title = Annotated[
    list[str] | None,
    typer.Option(metavar="GLOB", help="Only documents with such a title, or file name; may be repeated."),
]
Category = Annotated[
    list[str] | None,
    typer.Option(metavar="GLOB", help="Only pages of a dump, or wikitexts, of such a category; may be repeated."),
]
Encoding = Annotated[str | None, typer.Option(metavar="NAME", help="Of text files without a byte order mark.")]
MaxCharacters = Annotated[int | None, typer.Option(metavar="N", help="A longer document is quarantined.")]


def named_folder(given: str) -> Path:
    """The folder that is named; no empty name, such as a shell makes of a variable that is not set."""
    if not given.strip():
        raise typer.BadParameter("no folder is named")
    return Path(given)


def run(
    inputs: Inputs,
    *,
    out: Annotated[Path, typer.Option(metavar="DIR", help="Folder for the tables.", parser=named_folder)],
    format: Annotated[  # noqa: A002
        list[str] | None, typer.Option(metavar="csv|jsonl|parquet", help="May be given several times.")
    ] = None,
    workers: Annotated[str | None, typer.Option(metavar="N|auto", help="Processes.")] = None,
    resume: Annotated[
        bool, typer.Option("--resume/--fresh", help="Take up an earlier run in DIR, or start over.")
    ] = True,
    max_quarantine: Annotated[
        str | None, typer.Option(metavar="1%", help="Documents that may fail before the exit code is 3.")
    ] = None,
    limit: Limit = None,
    sample: Sample = None,
    input_format: InputFormat = None,
    title: Title = None,
    category: Category = None,
    encoding: Encoding = None,
    max_characters: MaxCharacters = None,
    timeout: Annotated[
        float | None, typer.Option(metavar="SECONDS", help="Seconds that one document may take.")
    ] = None,
    engine: Annotated[str | None, typer.Option(metavar="local|spark", help="Who does the work.")] = None,
    master: Annotated[str | None, typer.Option(metavar="URL", help="Spark's master, for --engine spark.")] = None,
    config: Config = None,
) -> None:
    """Read articles and write the event tables.

    Documents that an earlier run in DIR has done, and that did not change, are not done again. A document that cannot be processed is a row of
    the table quarantine.
    """
    flags = {
        "format": format,
        "workers": workers,
        "max_quarantine": max_quarantine,
        "encoding": encoding,
        "max_characters": max_characters,
        "timeout": timeout,
        "engine": engine,
        "master": master,
    }
    told = {"inputs": tuple(inputs), "out": out, "fresh": not resume, "limit": limit}
    batch(options(flags, config, sample=sample, **told, **chosen(input_format, title, category)))


def chosen(input_format: str | None, title: list[str] | None, category: list[str] | None) -> dict[str, Any]:
    """What of the inputs is asked for, as options of a batch."""
    return {"input_format": input_format, "titles": tuple(title or ()), "categories": tuple(category or ())}


def options(flags: dict[str, Any], config: Path | None, *, sample: str | None = None, **told: Any) -> Options:
    """The options of a batch, from flags, environment and settings file."""
    from pipeline.batch import Allowance, Options
    from pipeline.batch.options import Limits

    resolved = in_force(flags, config)
    settings = resolved.settings
    return Options(
        formats=settings.format,
        workers=0 if settings.workers == "auto" else settings.workers,
        max_quarantine=Allowance.parse(settings.max_quarantine, resolved.origin["max_quarantine"]),
        encoding=settings.encoding,
        limits=Limits(settings.max_characters, settings.timeout),
        engine=settings.engine,
        master=settings.master,
        sample=Allowance.parse(sample, "--sample", share=True) if sample else None,
        **told,
    )


def in_force(flags: dict[str, Any], config: Path | None = None) -> Resolved:
    """The settings in force; the gazetteer is looked for where they say from now on."""
    from pipeline.settings import resolve

    resolved = resolve(flags, os.environ, Path.cwd(), file=config)
    if resolved.settings.cache:
        os.environ["PROSE_EVENTS_CACHE"] = resolved.settings.cache  # the workers look there too
    return resolved


def batch(options: Options) -> None:
    """Run a batch with progress, print its summary, and raise what there is to raise."""
    from pipeline.batch import run_batch
    from pipeline.cli.progress import shown
    from pipeline.cli.summary import print_summary

    signal.signal(signal.SIGTERM, _interrupt)
    try:
        with shown() as observe:
            summary = run_batch(options, observe)
    except KeyboardInterrupt:
        say("interrupted; what was done is kept, run the same command to go on")
        raise typer.Exit(130) from None
    error = summary.error(options.max_quarantine)
    try:
        print_summary(summary)
    finally:
        if error:  # though nobody may be reading the summary any more
            raise error


def _interrupt(signum: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
