"""`validate_folder`: an existing output against the whole contract: pandera models, and what no column by itself can show."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from pipeline.errors import ContractError, UsageError
from pipeline.tables.columns import MENTION_TABLES, TABLES
from pipeline.tables.contract import Violation, failures
from pipeline.tables.reading import read_events, stream_table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["validate_folder"]

Rows = list[dict[str, Any]]

_CHUNK = 20_000
_MOST = 20
"""Violations told of one table."""
_SPANS = ("sentences", *MENTION_TABLES)
_IDS = {
    "documents": "doc_id",
    "sentences": "sent_id",
    "events": "event_id",
    **dict.fromkeys(MENTION_TABLES, "mention_id"),
}
_REFERENCES = {
    "doc_id": ("documents",),
    "sent_id": ("sentences",),
    "event_id": ("events",),
    "duplicate_of": ("events",),
    "anchor_id": ("dates",),
    "date_id": ("dates",),
    "mention_id": MENTION_TABLES,
}


def validate_folder(folder: Path) -> Iterator[tuple[str, int, list[Violation]]]:
    """For each table its name, its number of rows and what breaks the contract, at most some twenty a table.

    Checked are columns, types, nulls and allowed values; that offsets give the text; that ids are unique, and point to rows that are there; and
    that rows stand in the order of their documents; then that ``events.jsonl``, where it is there, holds the same events. Raises `UsageError` where a table is missing.

    >>> import tempfile
    >>> from pathlib import Path
    >>> from pipeline.batch import Options, run_batch
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "kut.txt").write_text("Kut fell on 29 April 1916.[1]")
    ...     _ = run_batch(Options((f"{folder}/kut.txt",), Path(folder, "out")), lambda progress: None)
    ...     print({table: rows for table, rows, broken in validate_folder(Path(folder, "out")) if rows and not broken})
    {'documents': 1, 'sentences': 1, 'dates': 1, 'places': 1, 'citations': 1, 'events': 1, 'event_places': 1, 'event_citations': 1, 'events.jsonl': 1}
    """
    ids: dict[str, set[str]] = {}
    for name in TABLES:
        found: list[Violation] = []
        rows = 0
        try:
            rows = _check_table(folder, name, ids, found)
        except ContractError as error:  # what cannot even be read
            found.append(Violation(name, "", str(error), ""))
            del ids[name]  # what points into it is not to blame
        yield name, rows, found[:_MOST]
    if (folder / "events.jsonl").is_file():
        number, found = _check_nested(folder, ids.get("events"))
        yield "events.jsonl", number, found[:_MOST]


def _check_nested(folder: Path, events: set[str] | None) -> tuple[int, list[Violation]]:
    """How many events ``events.jsonl`` holds, and where they are not those of the table."""
    seen: set[str] = set()
    number = 0
    try:
        for event in read_events(folder):
            number += 1
            seen.add(str(event.get("event_id")) if isinstance(event, dict) else "")
    except (UsageError, UnicodeDecodeError) as error:
        return number, [Violation("events.jsonl", "", str(error), "")]
    if events is None or (seen == events and number == len(seen)):
        return number, []
    said = f"must hold each event of the table once: {len(events - seen)} are missing, {number - len(events & seen)} too many"
    return number, [Violation("events.jsonl", "", said, "")]


def _check_table(folder: Path, name: str, ids: dict[str, set[str]], found: list[Violation]) -> int:
    stream = stream_table(folder, name)
    texts = _Texts(folder) if name in _SPANS else None
    own = ids.setdefault(name, set())
    total, last = 0, ""
    while chunk := list(islice(stream, _CHUNK)):
        total += len(chunk)
        found.extend(_by_model(name, chunk))
        if found:
            continue  # cells of the wrong type would only add noise
        found.extend(_by_ids(name, chunk, own, ids))
        for row in chunk:
            if name != "quarantine" and row.get("doc_id", last) < last:
                found.append(Violation(name, "doc_id", f"must not come after {last!r}", repr(row["doc_id"])))
            last = row.get("doc_id", last)
            if texts and texts.of(row["doc_id"])[row["start"] : row["end"]] != row["text"]:
                found.append(Violation(name, "text", "must be documents.text[start:end]", repr(row["text"])))
    return total


def _by_model(name: str, rows: Rows) -> list[Violation]:
    import pandas as pd

    dtypes = {"string": "string", "int64": "Int64", "float64": "Float64"}
    columns = TABLES[name].columns
    frame = pd.DataFrame(
        {c.name: pd.array([row[c.name] for row in rows], dtype=dtypes[c.type]) for c in columns}  # type: ignore[call-overload]
    )
    return failures(name, frame)


def _by_ids(name: str, rows: Rows, own: set[str], ids: dict[str, set[str]]) -> Iterator[Violation]:
    key = _IDS.get(name)
    if key:
        for row in rows:
            if row[key] in own:
                yield Violation(name, key, "must be unique", repr(row[key]))
            own.add(row[key])
    for column, tables in _REFERENCES.items():
        if column == key or name == "quarantine" or column not in rows[0] or not ids.keys() >= set(tables):
            continue
        for row in rows:
            if row[column] is not None and not any(row[column] in ids[table] for table in tables):
                yield Violation(name, column, f"must be in {' or '.join(tables)}", repr(row[column]))


class _Texts:
    """The documents' texts, one at a time: tables stand in the order of the documents."""

    def __init__(self, folder: Path) -> None:
        self._rows = stream_table(folder, "documents")
        self._doc_id, self._text = "", ""

    def of(self, doc_id: str) -> str:
        while self._doc_id < doc_id:
            row = next(self._rows, None)
            if row is None:
                break
            self._doc_id, self._text = row["doc_id"], row["text"]
        return self._text if self._doc_id == doc_id else ""
