"""The contract: what the fast check of rows and the pandera models say of the same rows, and what a batch does with a breach."""

from __future__ import annotations

import pandas as pd
import pytest

from pipeline import extract
from pipeline.batch.options import Limits
from pipeline.batch.work import process
from pipeline.reading import Record
from pipeline.records import Marker
from pipeline.tables import rows, to_frames
from pipeline.tables.arrow import arrow_schema
from pipeline.tables.columns import TABLES
from pipeline.tables.contract import failures, violations
from pipeline.tables.rows import rows_of
from pipeline.tables.schema import json_schema

TEXT = "On 6 November 2016 the rebels captured Aleppo, killing 20 soldiers.[1] They left the next day."
DTYPES = {"string": "string", "int64": "Int64", "float64": "Float64"}


def test_good_rows_break_nothing():
    found = extract(TEXT)
    assert list(violations(rows_of(found)[0], TEXT)) == []
    for name, frame in to_frames([found]).items():
        assert failures(name, frame) == []


@pytest.mark.parametrize(
    ("table", "column", "value", "said"),
    [
        ("dates", "timex_type", "DAY", "must be one of DATE"),
        ("events", "status", None, "must not be null"),
        ("events", "lat", "36.2", "must be float64"),
        ("events", "killed_low", 20.0, "must be int64"),
        ("citations", "label", None, "must not be null"),
        ("events", "attribution", "", "must be null where there is nothing"),
        ("dates", "text", "6 November 1916", "must be documents.text[start:end]"),
        ("sentences", "end", 3, "must be documents.text[start:end]"),
    ],
)
def test_a_wrong_cell_is_told_with_table_column_and_value(table, column, value, said):
    found = rows_of(extract(TEXT))[0]
    at = [c.name for c in TABLES[table].columns].index(column)
    first = list(found[table][0])
    first[at] = value
    found[table][0] = tuple(first)
    [violation] = list(violations(found, TEXT))
    assert violation.table == table
    assert said in violation.check
    frame = pd.DataFrame(found[table], columns=[c.name for c in TABLES[table].columns])
    if "documents.text" not in said and "where there is nothing" not in said and "float64" not in said:
        converted = frame.astype({c.name: DTYPES[c.type] for c in TABLES[table].columns})
        # pandas turns 20.0 into the number 20; that the cell was no integer only the check of rows can see.
        assert column == "killed_low" or [v.column for v in failures(table, converted)] == [column]


def test_a_row_too_short_is_told():
    [violation] = violations({"event_counts": [("e1",)]}, "")
    assert violation.check == "must have 2 cells"


def test_a_breach_is_a_row_of_the_quarantine():
    """A reader that gives a kind of marker the contract does not know breaks it, and the document alone pays."""
    from pipeline.reading.formats import FORMATS, Format
    from pipeline.records import Document

    def read(record: Record) -> Document:
        marker = Marker(9, 12, "1", "footnote")
        return Document(record.doc_id, record.text(), markers=(marker,), markers_complete=True)

    FORMATS["broken"] = Format((), read)
    try:
        outcome = process(b"k", Record("kut", "kut.x", "broken", "Kut fell.[1] More."), Limits())
    finally:
        del FORMATS["broken"]
    assert outcome.quarantined is not None
    assert (outcome.quarantined.stage, outcome.quarantined.error) == ("contract", "ContractViolation")
    assert "citations.kind: must be one of reference, note, inline, got 'footnote'" in outcome.quarantined.message


def test_all_forms_of_the_contract_name_the_same_columns():
    for name, table in TABLES.items():
        names = [column.name for column in table.columns]
        assert arrow_schema(name).names == names
        assert list(json_schema(name)["properties"]) == names
        assert [field.nullable for field in arrow_schema(name)] == [column.nullable for column in table.columns]
    assert rows.rows_of(extract(""))[0]["documents"]
