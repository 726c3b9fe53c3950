"""What an export could not take along, and why: the sidecar that stands beside every export."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, dataclass
from pathlib import Path

from pipeline.exports.delimited import write_rows

__all__ = ["LeftOut", "write_left_out"]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An event, or a value of one, that the format has no place for."""

    event_id: str
    doc_id: str
    column: str
    """The column or layer that is blank for want of it; empty where the whole event is left out."""
    value: str
    """What the event says."""
    reason: str


def write_left_out(path: Path, rows: Iterable[LeftOut], *, spreadsheet: bool = False) -> int:
    """Write the sidecar, and say how many whole events it holds."""
    found = list(rows)
    columns = ("event_id", "doc_id", "column", "value", "reason")
    write_rows(path, columns, (astuple(row) for row in found), spreadsheet=spreadsheet)
    return sum(1 for row in found if not row.column)
