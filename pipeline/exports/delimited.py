"""CSV for other people's tools: UTF-8, a header, one line feed between rows; and a variant that spreadsheets cannot take for formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from pipeline.tables.files import atomic
from pipeline.tables.rows import Cell
from pipeline.tables.spreadsheet import guarded

__all__ = ["line_of", "write_rows"]


def write_rows(path: Path, columns: Sequence[str], rows: Iterable[Sequence[Cell]], *, spreadsheet: bool = False) -> int:
    """Write rows under a header and say how many; the file is whole or not there. An empty cell stands for null.

    With ``spreadsheet`` every text cell goes through `guarded`.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = Path(folder, "places.csv")
    ...     number = write_rows(path, ["name", "lat"], [["Kut", 32.5], ["Aleppo", None]])
    ...     print(number, path.read_text().split())
    2 ['name,lat', 'Kut,32.5', 'Aleppo,']
    """
    number = 0
    with atomic(path) as stream:
        stream.write(line_of(columns))
        for row in rows:
            stream.write(line_of([guarded(cell) for cell in row] if spreadsheet else row))
            number += 1
    return number


def line_of(row: Sequence[Cell]) -> bytes:
    r"""A row as a line of CSV, quoted where needed.

    >>> line_of(["Kut", 36.2, "fell, again", None])
    b'Kut,36.2,"fell, again",\n'
    """
    stream = io.StringIO()
    # A bare carriage return ends a row for most readers, and Python before 3.13 leaves it unquoted.
    returns = any(isinstance(cell, str) and "\r" in cell for cell in row)
    csv.writer(stream, lineterminator="\n", quoting=csv.QUOTE_ALL if returns else csv.QUOTE_MINIMAL).writerow(row)
    return stream.getvalue().encode("utf-8", "surrogatepass")
