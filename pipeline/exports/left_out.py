"""What an export could not take along, and why: the sidecar that stands beside every export."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import IO

from pipeline.exports.delimited import line_of
from pipeline.tables.files import atomic
from pipeline.tables.spreadsheet import guarded

__all__ = ["LeftOut", "Sidecar", "sidecar"]


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


class Sidecar:
    """Takes what is left out, line by line, and counts the whole events among it."""

    def __init__(self, stream: IO[bytes], *, spreadsheet: bool) -> None:
        self.events = 0
        self._stream = stream
        self._spreadsheet = spreadsheet

    def append(self, row: LeftOut) -> None:
        """Write one line."""
        self.events += not row.column
        cells = astuple(row)
        self._stream.write(line_of([guarded(cell) for cell in cells] if self._spreadsheet else cells))

    def extend(self, rows: Iterable[LeftOut]) -> None:
        """Write several lines."""
        for row in rows:
            self.append(row)


@contextmanager
def sidecar(path: Path, *, spreadsheet: bool = False) -> Iterator[Sidecar]:
    """The sidecar at ``path``, open for writing; whole when the block ends well, and not there otherwise.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with sidecar(Path(folder, "left-out.csv")) as left_out:
    ...         left_out.append(LeftOut("kut/1/event-1", "kut", "", "fell", "without coordinates"))
    ...     print(left_out.events, Path(folder, "left-out.csv").read_text().splitlines()[1])
    1 kut/1/event-1,kut,,fell,without coordinates
    """
    with atomic(path) as stream:
        stream.write(line_of([field.name for field in fields(LeftOut)]))
        yield Sidecar(stream, spreadsheet=spreadsheet)
