"""Progress of a batch on standard error: a bar on a terminal, one JSON line every few seconds elsewhere. No document text."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pipeline.batch import Progress

__all__ = ["compile_gazetteer", "shown"]

_EVERY = 5.0
"""Seconds between two JSON lines."""


@contextmanager
def shown() -> Iterator[Callable[[Progress], None]]:
    """What `run_batch` tells its progress to."""
    if sys.stderr.isatty():
        with _bar() as observe:
            yield observe
    else:
        yield _Lines().observe


def compile_gazetteer() -> None:
    """Make the gazetteer where it is not there yet, and show how far that is; a batch does so by itself."""
    from pipeline.batch import Progress
    from pipeline.gazetteer import cache_path, ensure_cache

    if cache_path().exists():
        return
    began = perf_counter()
    with shown() as observe:
        ensure_cache(
            lambda share: observe(
                Progress(phase="compiling the gazetteer", share=share, seconds=perf_counter() - began)
            )
        )


class _Lines:
    def __init__(self) -> None:
        self.next = _EVERY

    def observe(self, progress: Progress) -> None:
        if progress.seconds >= self.next:
            self.next = progress.seconds + _EVERY
            line = {
                "event": "progress",
                "phase": progress.phase,
                "share": progress.share,
                "documents": progress.documents,
                "characters": progress.characters,
                "events": progress.events,
                "quarantined": progress.quarantined,
                "reused": progress.reused,
                "bytes_read": progress.bytes_read,
                "bytes_total": progress.bytes_total,
                "seconds": round(progress.seconds, 1),
            }
            print(json.dumps(line), file=sys.stderr, flush=True)  # noqa: T201


@contextmanager
def _bar() -> Iterator[Callable[[Progress], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar
    from rich.text import Text

    console = Console(stderr=True)
    width = 28 if console.width >= 120 else 10
    columns = (
        TextColumn("[bold]{task.description}"),
        BarColumn(bar_width=width),
        TextColumn("{task.percentage:>3.0f}%"),
        TimeRemainingColumn(compact=True),
        TextColumn("{task.fields[found]}", style="dim"),
    )

    def fitting(progress: Progress) -> str:
        """What was found, cut at its end where the window is narrow: else bar and time would give way to it."""
        found = Text.from_markup(_found(progress))
        found.truncate(max(0, console.width - len(progress.phase) - width - 14), overflow="ellipsis")
        return found.markup

    with Bar(*columns, console=console, transient=True) as bar:
        task = bar.add_task("reading", total=None, found="")

        def observe(progress: Progress) -> None:
            bar.update(
                task,
                description=progress.phase,
                total=(progress.bytes_total or None) if progress.share is None else 1.0,
                completed=min(progress.bytes_read, progress.bytes_total) if progress.share is None else progress.share,
                found=fitting(progress),
            )

        yield observe


def _found(progress: Progress) -> str:
    if not progress.documents:
        return ""
    parts = [f"[red]{progress.quarantined:,} quarantined[/red]"] if progress.quarantined else []
    parts += [f"{progress.events:,} events", f"{progress.documents:,} documents"]
    parts += [f"{progress.reused:,} known before"] if progress.reused else []
    large = progress.characters >= 1e6
    parts += [f"{progress.characters / 1e6:.1f} M chars" if large else f"{progress.characters / 1e3:.0f} k chars"]
    parts += [f"{progress.characters / progress.seconds / 1000:,.0f} kchar/s"] if progress.seconds > 0 else []
    return " · ".join(parts)
