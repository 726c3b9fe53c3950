"""A run as a Frictionless data package: every table as CSV, and ``datapackage.json`` with its schema, keys and sources."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pipeline.exports.delimited import write_rows
from pipeline.tables.columns import MENTION_TABLES, SCHEMA_VERSION, TABLES, Column, Table
from pipeline.tables.files import output_folder, write_json
from pipeline.tables.reading import stream_table
from pipeline.tables.rows import Cell

__all__ = ["descriptor", "export_dataset"]

_TYPES = {"string": "string", "int64": "integer", "float64": "number"}
_KEYS = {
    "documents": ["doc_id"],
    "sentences": ["sent_id"],
    "events": ["event_id"],
    **{name: ["mention_id"] for name in MENTION_TABLES},
    "event_places": ["event_id", "mention_id", "role"],
    "event_actors": ["event_id", "mention_id", "role"],
    "event_counts": ["event_id", "mention_id"],
    "event_citations": ["event_id", "mention_id"],
}
_OWNERS = {"doc_id": "documents", "sent_id": "sentences", "event_id": "events"}
_MENTIONS = {
    "event_places": "places",
    "event_actors": "actors",
    "event_counts": "counts",
    "event_citations": "citations",
}
_GEONAMES = {
    "title": "GeoNames, CC BY 4.0 (names and coordinates of places)",
    "path": "https://www.geonames.org/",
}


def export_dataset(run: Path, out: Path, *, spreadsheet: bool = False) -> tuple[int, int]:
    """Write ``data/<table>.csv`` and ``datapackage.json``, and say how many rows there are and that none is left out."""
    output_folder(out / "data")
    numbers = {}
    for name, table in TABLES.items():
        columns = [column.name for column in table.columns]
        path = out / "data" / f"{name}.csv"
        numbers[name] = write_rows(path, columns, _cells(stream_table(run, name), columns), spreadsheet=spreadsheet)
    write_json(out / "datapackage.json", descriptor(out, _licenses(run), spreadsheet=spreadsheet))
    return sum(numbers.values()), 0


def _cells(rows: Iterable[dict[str, Any]], columns: list[str]) -> Iterator[list[Cell]]:
    for row in rows:
        yield [row[column] for column in columns]


def descriptor(out: Path, licenses: list[str], *, spreadsheet: bool = False) -> dict[str, Any]:
    """The data package's description, with size and hash of the files that lie in ``out/data``."""
    about = "Events of encyclopedic articles, each cell led back to characters of its text; offsets count code points."
    if spreadsheet:
        about += " Text cells that begin with =, +, -, @, a tab or a carriage return have an apostrophe before them."
    if licenses:
        about += f" Licences of the articles: {'; '.join(licenses)}."
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "prose-events",
        "title": "Events from encyclopedic prose",
        "description": about,
        "version": f"{SCHEMA_VERSION}.0.0",
        "sources": [_GEONAMES],
        "resources": [_resource(out, table) for table in TABLES.values()],
    }


def _licenses(run: Path) -> list[str]:
    return sorted({row["license"] for row in stream_table(run, "documents") if row["license"]})


def _resource(out: Path, table: Table) -> dict[str, Any]:
    path = out / "data" / f"{table.name}.csv"
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(1 << 20):
            digest.update(block)
    return {
        "name": table.name.replace("_", "-"),
        "type": "table",
        "title": table.name,
        "description": table.description,
        "path": f"data/{table.name}.csv",
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": path.stat().st_size,
        "hash": f"sha256:{digest.hexdigest()}",
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(table.name, column) for column in table.columns], "missingValues": [""]}
    if table.name in _KEYS:
        schema["primaryKey"] = _KEYS[table.name]
    foreign = [_foreign(table.name, column.name) for column in table.columns]
    keys = [key for key in foreign if key]
    if keys:
        schema["foreignKeys"] = keys
    return schema


def _foreign(table: str, column: str) -> dict[str, Any] | None:
    """Where a key leads: to the row of another table, or of the same one."""
    if table == "quarantine" or _KEYS.get(table) == [column]:
        return None
    if column == "mention_id":
        owner, target = _MENTIONS[table], "mention_id"
    elif column in _OWNERS:
        owner, target = _OWNERS[column], column
    elif (table, column) in (("events", "duplicate_of"), ("dates", "anchor_id")):
        owner, target = "", _KEYS[table][0]
    elif (table, column) == ("events", "date_id"):
        owner, target = "dates", "mention_id"
    else:
        return None
    return {"fields": [column], "reference": {"resource": owner, "fields": [target]}}


def _field(table: str, column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": _TYPES[column.type], "description": column.description}
    constraints: dict[str, Any] = {}
    # An empty text is no null, but CSV cannot tell them apart: only what can never be empty is required.
    if not column.nullable and (column.type != "string" or column.allowed or column.name in _KEYS.get(table, ())):
        constraints["required"] = True
    if column.allowed:
        constraints["enum"] = list(column.allowed)
    return {**field, "constraints": constraints} if constraints else field
