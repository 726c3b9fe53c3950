"""Rows ↔ text: CSV and JSON lines, always the same bytes for the same rows.

A table's CSV is its header and the fragments of its documents, one after the other: what a worker encodes is never decoded again on the way
to the file.
"""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from pipeline.tables.columns import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pipeline.tables.rows import Cell, Row

__all__ = ["csv_fragment", "csv_header", "json_lines", "rows_of_fragment"]


def csv_header(table: str) -> str:
    r"""The first line of a table's CSV.

    >>> csv_header("event_counts")
    'event_id,mention_id\n'
    """
    return ",".join(column.name for column in TABLES[table].columns) + "\n"


def csv_fragment(rows: Iterable[Row]) -> str:
    r"""Rows as CSV lines: ``\n`` between rows, quotes where needed, an empty cell for null.

    >>> print(csv_fragment([("a-1", 'the "race to the sea", as it is called', 3, None)]), end="")
    a-1,"the ""race to the sea"", as it is called",3,
    """
    # The csv module looks at every character of every cell in turn; most columns need no quotes, which a look at the whole column tells.
    columns = [_texts(cells) for cells in zip(*rows, strict=True)]
    if not columns:
        return ""
    fragment = "\n".join(map(",".join, zip(*map(_quoted, columns), strict=True)))
    if "\r" in fragment:
        # Readers take a bare carriage return for the end of a row.
        fragment = "\n".join([",".join(map(_in_quotes, cells)) for cells in zip(*columns, strict=True)])
    return fragment + "\n"


def _texts(cells: tuple[Cell, ...]) -> Sequence[str]:
    """The cells of a column as they are written, without quotes."""
    kinds = set(map(type, cells))
    if kinds == {str}:
        return cells  # type: ignore[return-value]
    if kinds == {str, type(None)}:
        return [cell or "" for cell in cells]  # type: ignore[misc]
    if type(None) in kinds:
        return ["" if cell is None else str(cell) for cell in cells]
    return list(map(str, cells))


def _quoted(texts: Sequence[str]) -> Sequence[str]:
    """The cells of a column, in quotes where needed."""
    whole = "".join(texts)
    if "," not in whole and '"' not in whole and "\n" not in whole:
        return texts
    return [_in_quotes(text) if "," in text or '"' in text or "\n" in text else text for text in texts]


def _in_quotes(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"'


def rows_of_fragment(table: str, fragment: str) -> list[Row]:
    r"""The rows that `csv_fragment` encoded, cells in their declared types; the empty cell is null where the column may be null.

    >>> rows_of_fragment("event_counts", "kut/1/event-1,kut/1/count-1\n")
    [('kut/1/event-1', 'kut/1/count-1')]
    """
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
    r"""One JSON object a line.

    >>> json_lines([{"place": "Kut"}, {"place": "Aleppo"}])
    '{"place": "Kut"}\n{"place": "Aleppo"}\n'
    """
    encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
    return "".join([encode(value) + "\n" for value in values])
