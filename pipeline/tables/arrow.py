"""Rows → Arrow and Parquet, with the declared schema and its version in the metadata."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.tables.columns import SCHEMA_VERSION, TABLES
from pipeline.tables.files import atomic

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import pyarrow as pa

    from pipeline.tables.rows import Row

__all__ = ["arrow_schema", "arrow_table", "write_parquet"]


def arrow_schema(table: str, metadata: Mapping[str, str] | None = None) -> pa.Schema:
    """The Arrow schema of a table; the metadata says which contract it follows, and each field what it means.

    >>> arrow_schema("event_counts").names
    ['event_id', 'mention_id']
    """
    import pyarrow as pa

    types = {"string": pa.string(), "int64": pa.int64(), "float64": pa.float64()}
    fields = [
        pa.field(c.name, types[c.type], nullable=c.nullable, metadata={"description": c.description})
        for c in TABLES[table].columns
    ]
    return pa.schema(fields, metadata={"table": table, "schema_version": str(SCHEMA_VERSION), **(metadata or {})})


def arrow_table(table: str, rows: Sequence[Row], metadata: Mapping[str, str] | None = None) -> pa.Table:
    """Rows of a table as Arrow, in their order.

    >>> arrow_table("event_citations", [("kut/1/event-1", "kut/1/citation-1")]).to_pylist()
    [{'event_id': 'kut/1/event-1', 'mention_id': 'kut/1/citation-1'}]
    """
    import pyarrow as pa

    schema = arrow_schema(table, metadata)
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    arrays = [pa.array(cells, type=field.type) for cells, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


def write_parquet(path: Path, table: pa.Table) -> None:
    """One Parquet part, whole or not there."""
    import pyarrow.parquet as pq

    with atomic(path) as stream:
        pq.write_table(table, stream, compression="zstd")
