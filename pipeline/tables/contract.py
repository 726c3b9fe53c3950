"""The data contract: what rows must be, derived from the declared columns; as a fast check of rows, and as pandera models of frames."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from pipeline.tables.columns import MENTION_TABLES, TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import ModuleType

    import pandas as pd
    import pandera.pandas as pa

    from pipeline.tables.columns import Column
    from pipeline.tables.rows import Rows

__all__ = ["Violation", "failures", "model", "violations"]

_TYPES: dict[str, tuple[type, ...]] = {"string": (str,), "int64": (int,), "float64": (float, int)}


@dataclass(frozen=True, slots=True)
class Violation:
    """A cell that breaks the contract; without a column, a file."""

    table: str
    column: str
    check: str
    value: str

    def __str__(self) -> str:
        cell = f"{self.table}.{self.column}: {self.check}, got {self.value}"
        return cell if self.column else f"{self.table}: {self.check}"


def violations(rows: Rows, text: str) -> Iterator[Violation]:
    """What breaks the contract in the rows of one document whose source text is ``text``; nothing for good rows.

    >>> list(violations({"event_counts": [("e1", None)]}, ""))
    [Violation(table='event_counts', column='mention_id', check='must not be null', value='None')]
    """
    for name, some in rows.items():
        if not some:
            continue
        columns = TABLES[name].columns
        wrong = set(map(len, some)) - {len(columns)}
        if wrong:
            yield Violation(name, "(row)", f"must have {len(columns)} cells", str(min(wrong)))
            continue
        for column, cells in zip(columns, zip(*some, strict=True), strict=True):
            yield from _of_column(name, column, cells)
        if name in MENTION_TABLES or name == "sentences":
            yield from _of_spans(name, some, text)


def _of_column(table: str, column: Column, cells: tuple[Any, ...]) -> Iterator[Violation]:
    allowed = _TYPES[column.type]
    for kind in set(map(type, cells)) - set(allowed):
        if kind is type(None) and column.nullable:
            continue
        check = "must not be null" if kind is type(None) else f"must be {column.type}"
        yield Violation(table, column.name, check, repr(next(c for c in cells if type(c) is kind)))
    if column.allowed:
        wrong = [c for c in dict.fromkeys(cells) if c is not None and c not in column.allowed]
        if wrong:
            yield Violation(table, column.name, f"must be one of {', '.join(column.allowed)}", repr(wrong[0]))
    elif column.nullable and column.type == "string" and "" in cells:
        yield Violation(table, column.name, "must be null where there is nothing", "''")


def _of_spans(table: str, rows: Sequence[Sequence[Any]], text: str) -> Iterator[Violation]:
    names = [column.name for column in TABLES[table].columns]
    start, end, words = names.index("start"), names.index("end"), names.index("text")
    for row in rows:
        if text[row[start] : row[end]] != row[words]:
            yield Violation(table, "text", "must be documents.text[start:end]", repr(row[words]))
            return


def failures(table: str, frame: pd.DataFrame) -> list[Violation]:
    """What the pandera model of a table finds wrong in a frame.

    >>> import pandas as pd
    >>> frame = pd.DataFrame({"event_id": ["kut/1/event-1"], "mention_id": [None]}).astype("string")
    >>> [violation.check for violation in failures("event_citations", frame)]
    ['not_nullable']
    """
    import warnings

    declared = model(table)
    from pandera.errors import SchemaErrors

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # where pyspark is installed pandera loads it, and it warns of pandas 3
            declared.validate(frame, lazy=True)
    except SchemaErrors as error:
        cases = error.failure_cases.to_dict("records")
        return [Violation(table, str(c["column"]), str(c["check"]), repr(c["failure_case"])) for c in cases]
    return []


def _pandera() -> ModuleType:
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # pandera looks for pyspark, which warns of pandas 3
        import pandera.pandas as pa
    module: ModuleType = pa
    return module


@cache
def model(table: str) -> pa.DataFrameSchema:
    """The pandera model of a table: columns in order, nothing more, nullable dtypes (``string``, ``Int64``, ``Float64``).

    >>> list(model("event_places").columns)
    ['event_id', 'mention_id', 'role']
    """
    pa = _pandera()
    dtypes = {"string": "string", "int64": "Int64", "float64": "Float64"}
    columns = {
        column.name: pa.Column(
            dtypes[column.type],
            nullable=column.nullable,
            checks=[pa.Check.isin(list(column.allowed))] if column.allowed else [],
            description=column.description,
        )
        for column in TABLES[table].columns
    }
    return pa.DataFrameSchema(columns, strict=True, ordered=True, name=table, description=TABLES[table].description)
