"""``prose-events``: the commands."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.diff import diff

__all__ = ["main"]

app = typer.Typer(add_completion=False, no_args_is_help=True)


@app.callback()
def _commands() -> None:
    """Encyclopedic prose on conflicts → normalized event tables."""


@app.command()
def run(
    inputs: list[Path],
    out: Annotated[Path, typer.Option()],
    format: Annotated[list[str] | None, typer.Option()] = None,  # noqa: A002
    workers: int = 1,
) -> None:
    """Read articles and write the event tables."""
    # Reading and extracting import spaCy, which the commands that only read tables need not wait for.
    from pipeline import Document, extract, read_documents
    from pipeline.tables.columns import TABLES
    from pipeline.tables.rows import rows_of

    out.mkdir(parents=True, exist_ok=True)
    streams = {name: (out / f"{name}.csv").open("w", encoding="utf-8", newline="") for name in TABLES}
    writers = {name: csv.writer(stream, lineterminator="\n") for name, stream in streams.items()}
    for name, table in TABLES.items():
        writers[name].writerow([column.name for column in table.columns])
    with (out / "events.jsonl").open("w", encoding="utf-8") as nested:
        for path in inputs:
            for document in read_documents(path):
                if not isinstance(document, Document):
                    continue
                rows, events = rows_of(extract(document))
                for name, some in rows.items():
                    writers[name].writerows(some)
                nested.writelines(json.dumps(event, ensure_ascii=False) + "\n" for event in events)
    for stream in streams.values():
        stream.close()


app.command()(diff)


def main() -> None:
    """Run the command line."""
    app()
