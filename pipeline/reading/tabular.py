"""Readers of records: JSON lines, plain or packed, and Parquet, with columns text, doc_id or id, title, url, date."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from pipeline.errors import DocumentError
from pipeline.reading.packed import DAMAGES, unpacked
from pipeline.reading.record import Record, without_surrogates
from pipeline.reading.structured import is_structured, structured_record
from pipeline.records import Document

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["COLUMNS", "read_row", "record_of_row", "split_jsonl", "split_parquet"]

COLUMNS = ("text", "doc_id", "id", "title", "url", "date", "license")
"""What is read of a row; other columns are ignored."""
_MAX_LINE = 1 << 28
_UNSTORABLE = re.compile(r"\\u(?:d[89a-f]|0000)", re.IGNORECASE)
"""Escapes that may stand for a lone surrogate or NUL."""


def split_jsonl(path: str, encoding: str) -> Iterator[Record | DocumentError]:
    r"""One record a line; a line that is no JSON object with a text gives a `DocumentError` with its number.

    >>> import tempfile
    >>> from pathlib import Path
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = Path(folder, "articles.jsonl")
    ...     _ = path.write_text('{"id": "kut", "text": "Kut fell."}\n[]\n')
    ...     print([getattr(record, "doc_id", "") or str(record) for record in split_jsonl(str(path), "utf-8")])
    ['kut', 'the line is no JSON object']
    """
    with Path(path).open("rb") as raw:
        before = 0
        for number, line in enumerate(_lines(path, raw), start=1):
            at = raw.tell()
            weight, before = at - before, at
            if line.strip():
                yield _row_of_line(path, number, line, encoding, weight)


def _lines(path: str, raw: BinaryIO) -> Iterator[bytes]:
    try:
        stream = unpacked(raw)
        # A bound on the line keeps a decompression bomb without line ends from filling the memory.
        while line := stream.readline(_MAX_LINE):
            yield line
    except DAMAGES as error:
        raise DocumentError(f"the file is damaged: {error}", source=path) from error


def _row_of_line(path: str, number: int, line: bytes, encoding: str, weight: int) -> Record | DocumentError:
    source = f"{path}:{number}"
    try:
        text = line.decode(encoding).removeprefix("\ufeff")
        fields = _storable(json.loads(text)) if _UNSTORABLE.search(text) else json.loads(text)
    except UnicodeDecodeError as error:
        return DocumentError(f"byte {error.start} is not {error.encoding}", source=source, error="WrongEncoding")
    except json.JSONDecodeError as error:
        return DocumentError(f"no JSON: {error.msg} at character {error.pos}", source=source, error="Malformed")
    except (ValueError, RecursionError) as error:
        return DocumentError(f"no JSON: {error}", source=source, error="Malformed")
    if not isinstance(fields, dict):
        return DocumentError("the line is no JSON object", source=source, error="Malformed")
    if is_structured(fields):
        return structured_record(fields, source, weight)
    return record_of_row(fields, source, "jsonl", weight)


def _storable(value: Any) -> Any:
    """A JSON value without characters that no output format can hold, however deep they stand."""
    if isinstance(value, str):
        return without_surrogates(value)
    if isinstance(value, list):
        return [_storable(one) for one in value]
    if isinstance(value, dict):
        return {without_surrogates(name): _storable(one) for name, one in value.items()}
    return value


def split_parquet(path: str, encoding: str) -> Iterator[Record | DocumentError]:
    """One record a row, read by row groups; raises `DocumentError` for a file that is no Parquet or has no column ``text``."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(path) as file:
            columns = [name for name in COLUMNS if name in file.schema_arrow.names]
            if "text" not in columns:
                found = ", ".join(file.schema_arrow.names)
                raise DocumentError(f"there is no column text; the columns are {found}", source=path)
            weight = Path(path).stat().st_size // max(1, file.metadata.num_rows)
            number = 0
            for batch in file.iter_batches(batch_size=256, columns=columns):
                for fields in batch.to_pylist():
                    number += 1
                    yield record_of_row(fields, f"{path}:{number}", "parquet", weight)
    except (pa.ArrowException, UnicodeDecodeError) as error:
        raise DocumentError(f"no Parquet, or damaged: {error}", source=path) from error


def record_of_row(fields: Mapping[str, Any], source: str, name: str, weight: int = 0) -> Record | DocumentError:
    """The record of a row; one without text keeps its id, so that it is found again.

    >>> record = record_of_row({"id": 7, "text": "Kut fell."}, "kut.jsonl:1", "jsonl")
    >>> record.doc_id, record.payload
    ('7', 'Kut fell.')
    >>> str(record_of_row({"id": 7, "body": "Kut fell."}, "kut.jsonl:1", "jsonl"))
    'the record has no text; its keys are id, body'
    """
    text = fields.get("text")
    given = fields.get("doc_id")
    if given is None or given == "":
        given = fields.get("id")
    if not isinstance(text, str):
        doc_id = "" if given is None else without_surrogates(str(given))
        return DocumentError(_no_text(fields), source=source, doc_id=doc_id, error="NoText")
    if given is None or given == "":
        # Without an id the content is the id: the same whatever stands around it.
        given = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    doc_id = without_surrogates(str(given))
    title, url, date, terms = (fields.get(name) for name in ("title", "url", "date", "license"))
    return Record(
        doc_id=doc_id,
        source=without_surrogates(url) if isinstance(url, str) and url else source,
        format=name,
        payload=text,
        title=without_surrogates(title) if isinstance(title, str) and title.strip() else "",
        reference_date=without_surrogates(str(date)) if date not in (None, "") else None,
        license=without_surrogates(terms) if isinstance(terms, str) and terms else None,
        weight=weight,
    )


def _no_text(fields: Mapping[str, Any]) -> str:
    if fields.get("text") is not None:
        return f"the record has no text: text is of type {type(fields['text']).__name__}"
    keys = ", ".join(without_surrogates(key)[:40] for key in list(fields)[:10])
    return "the record has no text" if "text" in fields else f"the record has no text; its keys are {keys or 'none'}"


def read_row(record: Record) -> Document:
    """The document of a row: its text as it is."""
    return record.document(record.text())
