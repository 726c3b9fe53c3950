"""The contract for others: JSON Schema of each table's rows."""

from __future__ import annotations

from typing import Any

from pipeline.tables.columns import SCHEMA_VERSION, TABLES, Column

__all__ = ["json_schema"]

_TYPES = {"string": "string", "int64": "integer", "float64": "number"}


def json_schema(table: str) -> dict[str, Any]:
    """JSON Schema (2020-12) of one row of a table.

    >>> json_schema("events")["properties"]["status"]
    {'type': 'string', 'description': 'is it told as a fact', 'enum': ['asserted', 'reported', 'planned', 'attempted', 'negated']}
    """
    declared = TABLES[table]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": table,
        "description": declared.description,
        "x-schema-version": SCHEMA_VERSION,
        "type": "object",
        "properties": {column.name: _property(column) for column in declared.columns},
        "required": [column.name for column in declared.columns],
        "additionalProperties": False,
    }


def _property(column: Column) -> dict[str, Any]:
    kind = _TYPES[column.type]
    found: dict[str, Any] = {"type": [kind, "null"] if column.nullable else kind, "description": column.description}
    if column.allowed:
        found["enum"] = [*column.allowed, None] if column.nullable else list(column.allowed)
    return found
