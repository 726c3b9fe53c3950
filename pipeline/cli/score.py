"""``prose-events score``: extracted events against labels."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

__all__ = ["score"]


def score(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD", help="Folder of label files (*.toml), one of them, or *.jsonl.")
    ],
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Output folder of a run.")],
    *,
    by_doc: Annotated[bool, typer.Option("--by-doc", help="FRAME of each document as well.")] = False,
    errors: Annotated[int, typer.Option(min=0, help="List so many missed, spurious and different events.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Figures as JSON.")] = False,
) -> None:
    """Print precision, recall and F1 of each slot."""
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    from pipeline.labels import read_labels
    from pipeline.score import SLOTS, Tally, differences
    from pipeline.score import score as tally
    from pipeline.tables.reading import read_events, stream_table

    texts = {row["doc_id"]: row["text"] for row in stream_table(folder, "documents")}
    labels = read_labels(gold, texts)
    events = list(read_events(folder))
    tallies = tally(labels, events)
    if as_json:
        figures = {
            s: {"P": _percent(t.precision), "R": _percent(t.recall), "F1": _percent(t.f1)} for s, t in tallies.items()
        }
        print(json.dumps(figures))  # noqa: T201
        return
    console = Console(highlight=False, soft_wrap=True)
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    table.add_column("slot")
    for heading in ("P", "R", "F1", "right", "labelled", "extracted"):
        table.add_column(heading, justify="right")

    def add(name: str, t: Tally, style: str = "") -> None:
        shares = (f"{100 * t.precision:.1f}", f"{100 * t.recall:.1f}", f"[bold]{100 * t.f1:.1f}[/bold]")
        table.add_row(name, *shares, str(t.right), str(t.labelled), str(t.extracted), style=style)

    for slot in SLOTS:
        add(slot, tallies[slot], "cyan" if slot == "FRAME" else "")
    if by_doc:
        table.add_section()
        for doc_id, some in labels.items():
            add(escape(doc_id), tally({doc_id: some}, events)["FRAME"], "dim")
    console.print(table)
    lines = differences(labels, events) if errors else []
    for kind in ("missed", "spurious", "different"):
        told = [line for k, line in lines if k == kind]
        if told:
            console.print(f"\n[bold]{kind}[/bold] ({len(told)})")
        for line in told[:errors]:
            console.print(f"  {escape(line)}")


def _percent(share: float) -> float:
    return round(100 * share, 1)
