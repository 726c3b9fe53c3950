"""Changes as flat rows for a spreadsheet or a table reader: one row a cell."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from pipeline.review.changes import CellChange, Change, every_cell
from pipeline.review.context import window
from pipeline.review.readings import Side
from pipeline.tables.spreadsheet import guarded

__all__ = ["COLUMNS", "to_csv"]

COLUMNS = (
    "change_id", "kind", "severity", "doc_id", "start", "end", "trigger", "type", "cell", "old", "new", "cell_severity",
    "old_rule", "new_rule", "ambiguous", "sentence",
)  # fmt: skip


def to_csv(changes: Iterable[Change], old: Side, new: Side, *, spreadsheet: bool = False) -> str:
    """The rows of changes as CSV with a header.

    With ``spreadsheet`` a text that a spreadsheet would run as a formula gets an apostrophe before it; that alters values (BC dates begin
    with a minus), so it is for eyes and not for reading back.
    """
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    for change in changes:
        for cell in every_cell(change):
            row = list(_row(change, cell, old, new))
            writer.writerow([guarded(value) for value in row] if spreadsheet else row)
    return stream.getvalue()


def _row(change: Change, cell: CellChange, old: Side, new: Side) -> Iterator[str | int]:
    reading = change.reading
    text = (new if change.new is not None else old).texts.get(change.doc_id, "")
    start, end = window(reading.sentence, text)
    yield from (change.change_id, change.kind, change.severity, change.doc_id, reading.start, reading.end)
    yield from (reading.trigger, reading.cells["type"], cell.cell, cell.old, cell.new, cell.severity)
    for side in (change.old, change.new):
        yield side.detail.get("rule", "") if side is not None else ""
    yield "yes" if change.ambiguous else ""
    yield text[start:end]
