"""``prose-events diff``: what changed between two runs, or between labels and a run."""

from __future__ import annotations

import gc
import io
import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.messages import what_failed
from pipeline.errors import PipelineError, UsageError

if TYPE_CHECKING:
    from pipeline.cli.console import Console
    from pipeline.review.changes import Change
    from pipeline.review.readings import Side

__all__ = ["diff"]

Format = StrEnum("Format", ["terminal", "html", "json", "csv"])
Severity = StrEnum("Severity", ["structural", "value", "evidence", "cosmetic"])
Kind = StrEnum("Kind", ["gained", "lost", "changed", "moved"])


def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="Folder of a run, or hand-labelled files.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="Folder of a run, or hand-labelled files.")],
    *,
    format: Annotated[Format, typer.Option("--format", "-f")] = Format.terminal,  # noqa: A002
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="File to write instead of standard output.")] = None,
    document: Annotated[list[str] | None, typer.Option(metavar="ID", help="Only this document; may hold *.")] = None,
    kind: Annotated[list[Kind] | None, typer.Option(help="Only events gained, lost, changed or moved.")] = None,
    type: Annotated[list[str] | None, typer.Option(metavar="TYPE", help="Only TYPE or TYPE.subtype.")] = None,  # noqa: A002
    column: Annotated[list[str] | None, typer.Option(metavar="CELL", help="Only where this cell differs.")] = None,
    rule: Annotated[
        list[str] | None, typer.Option(metavar="RULE", help="Only what this rule made; may hold *.")
    ] = None,
    severity: Annotated[list[Severity] | None, typer.Option(help="Only changes of this weight.")] = None,
    limit: Annotated[int, typer.Option(metavar="N", min=0, help="Changes shown in the terminal; 0 shows all.")] = 200,
    spreadsheet: Annotated[bool, typer.Option(help="CSV in which no cell is run as a formula (alters them).")] = False,
    corpus: Annotated[Path | None, typer.Option(metavar="DIR", help="Texts, when both sides are labels.")] = None,
) -> None:
    """Show what NEW gained, lost and changed against OLD.

    Ends with 0 where no event differs, 1 where one does, 2 where a side cannot be read.
    """
    from pipeline.review.changes import compare
    from pipeline.review.readings import read_sides
    from pipeline.review.selection import Selection

    wanted = Selection(document or (), kind or (), type or (), column or (), rule or (), severity or ())
    # Hundreds of thousands of small objects are built and none is garbage: collecting meanwhile costs a third of the time.
    gc.disable()
    try:
        before, after = read_sides(old, new, corpus=corpus)
        found = list(compare(before, after))
        changes = wanted.of(found, before, after)
        others = len(found) - len(changes)
        _write(changes, before, after, format, out, limit, others=others, spreadsheet=spreadsheet)
    except BrokenPipeError:
        raise
    except (PipelineError, OSError) as error:
        said = what_failed(error) if isinstance(error, OSError) else str(error)
        raise UsageError(said) from error  # 1 would say that something differs
    raise typer.Exit(1 if changes else 0)


def _write(
    changes: list[Change],
    old: Side,
    new: Side,
    format: Format,  # noqa: A002
    out: Path | None,
    limit: int,
    *,
    others: int,
    spreadsheet: bool,
) -> None:
    from pipeline.tables.files import atomic

    if format is Format.terminal:
        from pipeline.cli.console import Console

        if out is None:
            _print(changes, old, new, limit, others, Console(highlight=False))
            return
        stream = io.StringIO()
        _print(changes, old, new, limit, others, Console(file=stream, width=120, highlight=False))
        text = stream.getvalue()
    elif format is Format.html:
        from pipeline.review.page import diff_page

        text = diff_page(changes, old, new)
    elif format is Format.csv:
        from pipeline.review.flat import to_csv

        text = to_csv(changes, old, new, spreadsheet=spreadsheet)
    else:
        from pipeline.review.changes import as_record

        records = [as_record(change, old, new) for change in changes]
        text = json.dumps({"old": old.name, "new": new.name, "changes": records}, ensure_ascii=False, indent=1) + "\n"
    if out is None:
        sys.stdout.write(text)
    else:
        with atomic(out) as file:
            file.write(text.encode())


def _print(changes: list[Change], old: Side, new: Side, limit: int, others: int, console: Console) -> None:
    from pipeline.review.terminal import render, summary

    shown = changes[:limit] if limit else changes
    for part in render(shown, old, new):
        console.print(part)
    if len(shown) < len(changes):
        console.print(f"… and {len(changes) - len(shown)} more (--limit 0 shows all)", style="dim")
    console.print(summary(changes))
    if others:
        console.print(f"{others} {'change was' if others == 1 else 'changes were'} not asked for", style="dim")
    apart = len(old.readings.keys() ^ new.readings.keys()) if old.labels or new.labels else 0
    if apart:
        console.print(
            f"{apart} {'document' if apart == 1 else 'documents'} without labels or without a run left out", style="dim"
        )
