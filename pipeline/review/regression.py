"""What a failing comparison of two runs says: the diff of the articles concerned, as plain text, and the one command that opens the review."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from pipeline.review.changes import compare
from pipeline.review.readings import read_sides
from pipeline.review.selection import Selection
from pipeline.review.terminal import render, summary

__all__ = ["explain"]


def explain(old: Path, new: Path, documents: Sequence[str] = (), *, most: int = 12) -> str:
    """The first changes from ``old`` to ``new`` in some documents, what all of them amount to, and the command to review them.

    Either side is a run or a folder of labels. Empty where no event differs.
    """
    # The one part of this package that needs a terminal's library outside the command line.
    from rich.console import Console

    before, after = read_sides(old, new)
    wanted = Selection(documents=documents)
    changes = wanted.of(compare(before, after), before, after)
    if not changes:
        return ""
    stream = io.StringIO()
    console = Console(file=stream, width=120, highlight=False, color_system=None)
    for part in render(changes[:most], before, after):
        console.print(part)
    if len(changes) > most:
        console.print(f"… and {len(changes) - most} more\n")
    console.print(summary(changes, rules=8))
    only = "".join(f" --document {document}" for document in documents)
    return f"{stream.getvalue().rstrip()}\n\nreview them: prose-events review {new} --against {old}{only}\n"
