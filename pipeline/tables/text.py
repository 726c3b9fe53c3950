"""Rows ↔ text: CSV and JSON lines, always the same bytes for the same rows.

A table's CSV is its header and the fragments of its documents, one after the other: what a worker encodes is never decoded again on the way
to the file.
"""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING, Any

from pipeline.tables.columns import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pipeline.tables.rows import Row

__all__ = ["csv_fragment", "csv_header", "json_lines", "rows_of_fragment"]


def csv_header(table: str) -> str:
    """The first line of a table's CSV."""
    return ",".join(column.name for column in TABLES[table].columns) + "\n"


_QUOTED = re.compile('[,"\n]')


def csv_fragment(rows: Iterable[Row]) -> str:
    r"""Rows as CSV lines: ``\n`` between rows, quotes where needed, an empty cell for null.

    >>> print(csv_fragment([("a-1", 'the "race to the sea", as it is called', 3, None)]), end="")
    a-1,"the ""race to the sea"", as it is called",3,
    """
    # The csv module looks at every character of every cell in turn; most rows need no quotes, which a look at the whole line tells.
    table = [[cell if type(cell) is str else "" if cell is None else str(cell) for cell in row] for row in rows]
    lines = []
    for cells in table:
        line = ",".join(cells)
        if '"' in line or "\n" in line or line.count(",") >= len(cells):
            line = ",".join([_in_quotes(cell) if _QUOTED.search(cell) else cell for cell in cells])
        lines.append(line + "\n")
    fragment = "".join(lines)
    if "\r" not in fragment:
        return fragment
    # Readers take a bare carriage return for the end of a row.
    return "".join([",".join(map(_in_quotes, cells)) + "\n" for cells in table])


def _in_quotes(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"'


def rows_of_fragment(table: str, fragment: str) -> list[Row]:
    """The rows that `csv_fragment` encoded, cells in their declared types; the empty cell is null where the column may be null."""
    columns = TABLES[table].columns
    if not fragment:
        return []
    csv.field_size_limit(2**31 - 1)  # a cell may hold an article
    cells = zip(*csv.reader(io.StringIO(fragment, newline="")), strict=True)
    typed: list[Sequence[Any]] = []
    for column, values in zip(columns, cells, strict=True):
        if column.type == "string":
            typed.append([value or None for value in values] if column.nullable else values)
        else:
            number = int if column.type == "int64" else float
            typed.append([number(value) if value else None for value in values])
    return list(zip(*typed, strict=True))


def json_lines(values: Iterable[dict[str, Any]]) -> str:
    """One JSON object a line."""
    encode = json.JSONEncoder(ensure_ascii=False).encode
    return "".join(encode(value) + "\n" for value in values)
