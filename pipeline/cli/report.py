"""``prose-events report``: a run as one page to send, or its timeline or map as a picture."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pipeline.errors import UsageError

__all__ = ["report"]

Format = StrEnum("Format", ["html", "png", "svg"])
Picture = StrEnum("Picture", ["timeline", "map"])


def report(
    folder: Annotated[Path, typer.Argument(help="Folder of a run.", metavar="DIR")],
    *,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="File to write; default DIR/report.html, DIR/timeline.png …")
    ] = None,
    format: Annotated[Format, typer.Option("--format", "-f", help="The page, or a picture alone.")] = Format.html,  # noqa: A002
    picture: Annotated[Picture, typer.Option(help="Which picture, with png or svg.")] = Picture.timeline,
) -> None:
    """Write one self-contained HTML page of a run.

    It holds numbers, timeline, map, casualties, and the texts with their events.
    """
    from pipeline.report import draw, map_chart, read_for_report, report_page, run_timeline
    from pipeline.tables.files import atomic

    run = read_for_report(folder)
    if format is Format.html:
        content, name = report_page(run).encode(), "report.html"
    else:
        chart = map_chart(run.located()) if picture is Picture.map else run_timeline(run)
        if chart is None:
            raise UsageError(
                f"{folder}: no event has {'coordinates' if picture is Picture.map else 'a date'}, so there is no {picture} to draw"
            )
        drawn = draw(chart, format)
        content, name = drawn if isinstance(drawn, bytes) else drawn.encode(), f"{picture}.{format}"
    path = out or folder / name
    with atomic(path) as stream:
        stream.write(content)
    size = f"{len(content) / 1e6:.1f} MB" if len(content) >= 1e6 else f"{len(content) / 1e3:.0f} kB"
    typer.echo(f"{path}  {size}")
