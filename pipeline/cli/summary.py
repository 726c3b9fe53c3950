"""The summary at the end of a batch."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rich.markup import escape
from rich.table import Table

from pipeline.cli.console import Console
from pipeline.tables.columns import MENTION_TABLES

if TYPE_CHECKING:
    from pipeline.batch import Summary

__all__ = ["endings", "print_summary"]

_BAR = 24
_NAMED = 8
_MEASURABLE = 1_000_000


def print_summary(summary: Summary) -> None:
    """Print what a batch did: documents, what was found, and what failed and why."""
    console = Console(highlight=False, soft_wrap=True)
    done = f"{summary.ok:,} of {summary.documents:,} documents"
    known = f", {summary.reused:,} of them known before" if summary.reused else ""
    speed = summary.characters / summary.seconds / 1000 if summary.seconds else 0
    # Of little text the time goes into the start, and says nothing of the pace.
    pace = "" if summary.reused or summary.characters < _MEASURABLE else f" ({speed:,.0f} kchar/s)"
    console.print(f"[bold]{done}[/bold]{known}, {summary.characters:,} characters in {summary.seconds:.1f} s{pace}")
    if summary.skipped:
        why = " · ".join(f"{number:,} {reason}" for reason, number in summary.skips.items())
        console.print(f"{summary.skipped:,} skipped: {why}")
    if summary.renamed:
        console.print(f"{summary.renamed:,} renamed: another document had their id (now id~digest)")
    if summary.left:
        number = summary.left.total()
        console.print(
            f"{number:,} {'file' if number == 1 else 'files'} left, of other endings: {endings(summary.left)}"
        )
    console.print(_found(summary))
    for kind, number in summary.kinds.items():
        console.print(f"[red]{number:,} quarantined[/red]: {kind}")
    for row in summary.first:
        console.print(f"  [dim]{escape(row.source)}:[/dim] {escape(row.message)}")
    if sum(summary.kinds.values()) > len(summary.first):
        console.print("  [dim]… see the table quarantine[/dim]")
    console.print(f"→ {escape(str(summary.out))}")


def endings(left: Counter[str]) -> str:
    """The endings of files that are not read, the most frequent first.

    >>> endings(Counter({".csv": 2, ".pdf": 7, "": 1}))
    '.pdf, .csv, none'
    """
    named = [escape(ending) or "none" for ending, _ in left.most_common(_NAMED)]
    return ", ".join(named) + (" …" if len(left) > _NAMED else "")


def _found(summary: Summary) -> Table:
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(style="bold", justify="right")
    table.add_column()
    table.add_column(style="cyan")
    types: Counter[str] = Counter()
    for name, number in summary.published.types.items():
        types[name.partition(".")[0]] += number
    rows = summary.published.rows
    table.add_row(f"{rows['events']:,}", "events", "")
    most = max(types.values(), default=1)
    for name, number in types.most_common():
        table.add_row(f"[not bold dim]{number:,}[/]", f"  [dim]{name}[/]", "━" * max(1, number * _BAR // most))
    for name in (*MENTION_TABLES, "sentences"):
        table.add_row(f"{rows[name]:,}", name, "")
    return table
