"""Spark: a DataFrame of articles → the tables of the contract as DataFrames, by the function that every engine runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pipeline.batch.options import Limits
from pipeline.batch.work import Quarantined, process, unpack
from pipeline.errors import DocumentError, UsageError
from pipeline.reading.tabular import COLUMNS, record_of_row
from pipeline.tables.columns import TABLES
from pipeline.tables.text import rows_of_fragment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import pandas as pd
    from pyspark.sql import DataFrame

__all__ = ["extract"]

_TYPES = {"string": "string", "int64": "bigint", "float64": "double"}


def extract(df: DataFrame, *, limits: Limits | None = None, persist: bool = True) -> dict[str, DataFrame]:
    """Every table of the contract by name, from a DataFrame with the columns ``text``, ``doc_id`` or ``id``, ``title``, ``url``, ``date``.

    Lazy, as all of Spark. The documents are processed once where ``persist`` is true: unpersist the DataFrame behind it with
    ``df.sparkSession.catalog.clearCache()`` when the tables are written. A document that cannot be processed is a row of ``quarantine``, never a
    failed job. Ids must be unique: Spark has no place to tell two documents of one name apart.

    Raises `UsageError` for a DataFrame without a column ``text``.
    """
    if "text" not in df.columns:
        raise UsageError(f"there is no column text; the columns are {', '.join(df.columns)}")
    told = limits or Limits()
    schema = ", ".join(f"{name} array<struct<{_struct(name)}>>" for name in TABLES)
    wanted = [name for name in COLUMNS if name in df.columns]

    def work(frames: Iterable[pd.DataFrame]) -> Iterator[pd.DataFrame]:
        import pandas as pd

        for frame in frames:
            rows = frame.astype(object).where(frame.notna(), None).to_dict("records")
            yield pd.DataFrame(
                [tables_of({str(k): v for k, v in row.items()}, told) for row in rows], columns=list(TABLES)
            )

    found = df.select(*wanted).mapInPandas(work, schema)
    if persist:
        found = found.persist()
    return {name: found.selectExpr(f"inline({name})") for name in TABLES}


def tables_of(row: Mapping[str, Any], limits: Limits) -> dict[str, list[dict[str, Any]]]:
    """The rows of every table that one input row gives."""
    record = record_of_row(row, str(row.get("url") or row.get("doc_id") or row.get("id") or ""), "spark")
    if isinstance(record, DocumentError):
        return {name: _dicts(name, [_cells(Quarantined.of(record))] if name == "quarantine" else []) for name in TABLES}
    outcome = process(b"", record, limits)
    if outcome.quarantined:
        return {name: _dicts(name, [_cells(outcome.quarantined)] if name == "quarantine" else []) for name in TABLES}
    fragments = unpack(outcome.payload).tables
    return {name: _dicts(name, rows_of_fragment(name, fragments.get(name, b"").decode())) for name in TABLES}


def _struct(table: str) -> str:
    return ", ".join(f"`{column.name}`: {_TYPES[column.type]}" for column in TABLES[table].columns)


def _dicts(table: str, rows: Iterable[tuple[Any, ...]]) -> list[dict[str, Any]]:
    names = [column.name for column in TABLES[table].columns]
    return [dict(zip(names, row, strict=True)) for row in rows]


def _cells(row: Quarantined) -> tuple[str, ...]:
    return row.doc_id, row.source, row.stage, row.error, row.message
