"""``prose-events score``: extracted events against labels."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from pipeline.score import Breakdown, Tally

__all__ = ["score"]

Grouping = StrEnum("Grouping", ["type", "rule"])


def score(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD", help="Folder of label files (*.toml), one of them, or *.jsonl.")
    ],
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Output folder of a run.")],
    *,
    by_doc: Annotated[bool, typer.Option("--by-doc", help="FRAME of each document as well.")] = False,
    errors: Annotated[
        int, typer.Option(metavar="N", min=0, help="List so many missed, spurious and different events.")
    ] = 0,
    by: Annotated[
        Grouping | None, typer.Option(help="Right, wrong, missed and spurious events of each type or rule.")
    ] = None,
    corpus: Annotated[
        Path, typer.Option(metavar="DIR", help="Texts, when DIR holds another annotator's labels.")
    ] = Path("corpus"),
    as_json: Annotated[bool, typer.Option("--json", help="Figures as JSON.")] = False,
) -> None:
    """Print precision, recall and F1 of each slot.

    Of the labels of two annotators they tell how far these agree.
    """
    from pipeline.review.readings import holds_labels

    if holds_labels(folder):
        _agreement(gold, folder, corpus, as_json=as_json)
        return
    from pipeline.cli.console import Console
    from pipeline.labels.reading import read_labels
    from pipeline.score import breakdown, differences
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
    frames = {doc_id: tally({doc_id: some}, events)["FRAME"] for doc_id, some in labels.items()} if by_doc else {}
    console.print(_slots(tallies, frames))
    if by is not None:
        console.print(_broken_down(breakdown(labels, events, by), by))
    if errors:
        _list(differences(labels, events), errors, console)


def _slots(tallies: dict[str, Tally], frames: dict[str, Tally]) -> Table:
    """The figures of each slot, below them FRAME of single documents."""
    from rich.markup import escape

    from pipeline.score import SLOTS

    table = _table("slot", "P", "R", "F1", "right", "labelled", "extracted")

    def add(name: str, t: Tally, style: str = "") -> None:
        shares = (f"{100 * t.precision:.1f}", f"{100 * t.recall:.1f}", f"[bold]{100 * t.f1:.1f}[/bold]")
        table.add_row(name, *shares, str(t.right), str(t.labelled), str(t.extracted), style=style)

    for slot in SLOTS:
        add(slot, tallies[slot], "cyan" if slot == "FRAME" else "")
    table.add_section()
    for doc_id, frame in frames.items():
        add(escape(doc_id), frame, "dim")
    return table


def _list(lines: list[tuple[str, str]], most: int, console: Console) -> None:
    """Print the first missed, spurious and different events."""
    from rich.markup import escape

    for kind in ("missed", "spurious", "different"):
        told = [line for k, line in lines if k == kind]
        if told:
            console.print(f"\n[bold]{kind}[/bold] ({len(told)})")
        for line in told[:most]:
            console.print(f"  {escape(line)}")


def _table(first: str, *numbers: str) -> Table:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    table.add_column(first)
    for heading in numbers:
        table.add_column(heading, justify="right")
    return table


def _broken_down(counted: dict[str, Breakdown], by: str) -> Table:
    from rich.markup import escape

    table = _table(by, "right", "wrong", "missed", "spurious")
    for name, n in counted.items():
        numbers = (n.right, n.wrong, n.missed, n.spurious)
        table.add_row(escape(name) or "(none)", *(str(number or "") for number in numbers))
    return table


def _agreement(first: Path, second: Path, corpus: Path, *, as_json: bool) -> None:
    from pipeline.cli.console import Console
    from pipeline.review.annotators import slot_agreement
    from pipeline.review.readings import read_sides

    slots = slot_agreement(*read_sides(first, second, corpus=corpus))
    if as_json:
        figures = {s.slot: {"agree": _percent(s.share), "kappa": s.kappa and round(s.kappa, 3)} for s in slots}
        print(json.dumps(figures))  # noqa: T201
        return
    table = _table("slot", "agree", "same", "of", "Cohen's kappa")
    for s in slots:
        table.add_row(
            s.slot, f"{100 * s.share:.1f}", str(s.same), str(s.of), "" if s.kappa is None else f"{s.kappa:.2f}"
        )
    Console(highlight=False).print(table)


def _percent(share: float) -> float:
    return round(100 * share, 1)
