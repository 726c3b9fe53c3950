"""Tables of a finished run, read back from its folder with the declared types, whether it was written as CSV or Parquet."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Container, Iterator
from pathlib import Path
from typing import Any

from pipeline.errors import ContractError, UsageError
from pipeline.records import Document
from pipeline.tables.columns import TABLES, Column

__all__ = [
    "has_table",
    "locate_links",
    "locate_mentions",
    "read_documents",
    "read_events",
    "read_table",
    "stream_table",
]

_FIELD_LIMIT = 2**31 - 1
"""Longest cell that is read: documents hold whole articles, and the csv module stops at 128 kB by default."""


def read_table(folder: Path, name: str) -> list[dict[str, Any]]:
    """All rows of one table; see `stream_table`.

    >>> read_table(Path("nowhere"), "events")
    Traceback (most recent call last):
    pipeline.errors.UsageError: nowhere: no such folder; a folder written by `prose-events run` is needed
    """
    return list(stream_table(folder, name))


def stream_table(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    """The rows of one table of a run, in order, as dictionaries with text, int, float or None.

    Raises `UsageError` where the folder holds no such table, `ContractError` where its columns or numbers are not those declared.
    """
    columns = TABLES[name].columns
    path = folder / f"{name}.csv"
    _check_folder(folder)
    if path.is_file():
        yield from _csv_rows(path, columns)
    elif (folder / name).is_dir():
        yield from _parquet_rows(folder / name, columns)
    else:
        raise UsageError(
            f"{folder}: neither {name}.csv nor {name}/*.parquet in it; a folder written by `prose-events run` is needed"
        )


def read_events(folder: Path) -> Iterator[dict[str, Any]]:
    """The events of a run, each nested as a line of ``events.jsonl`` is.

    Raises `UsageError` where the folder is no run's, naming what is missing.

    >>> import tempfile
    >>> from pipeline.batch import Options, run_batch
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "kut.txt").write_text("Kut fell on 29 April 1916.[1]")
    ...     _ = run_batch(Options((f"{folder}/kut.txt",), Path(folder, "out")), lambda progress: None)
    ...     print([(event["trigger"]["text"], event["date"]["start"]) for event in read_events(Path(folder, "out"))])
    [('fell', '1916-04-29')]
    """
    _check_folder(folder)
    path = folder / "events.jsonl"
    if not path.is_file():
        yield from _nested_events(folder)
        return
    with path.open(encoding="utf-8") as stream:
        for number, line in enumerate(stream, start=1):
            try:
                yield json.loads(line)
            except ValueError as error:
                raise UsageError(f"{path}: line {number}: not a JSON object ({error})") from error


def read_documents(folder: Path) -> Iterator[Document]:
    """The documents of a run as its table has them: their texts, without what mark-up told besides (the kinds of blocks, references, links).

    Raises `UsageError` where the folder is no run's, `ContractError` where its columns are not those declared.

    >>> import tempfile
    >>> from pipeline.batch import Options, run_batch
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "kut.txt").write_text("Kut fell on 29 April 1916.[1]")
    ...     _ = run_batch(Options((f"{folder}/kut.txt",), Path(folder, "out")), lambda progress: None)
    ...     print([(document.doc_id, document.text) for document in read_documents(Path(folder, "out"))])
    [('kut', 'Kut fell on 29 April 1916.[1]')]
    """
    for row in stream_table(folder, "documents"):
        yield Document(
            **{
                name: row[name]
                for name in ("doc_id", "text", "title", "source", "format", "reference_date", "language")
            },
            markup="markdown" if row["format"] == "markdown" else "plain",
        )


def has_table(folder: Path, name: str) -> bool:
    """Whether a folder holds a table, as CSV or Parquet.

    >>> has_table(Path("nowhere"), "events")
    False
    """
    return (folder / f"{name}.csv").is_file() or (folder / name).is_dir()


def locate_mentions(folder: Path, name: str, wanted: Container[str]) -> Iterator[tuple[str, tuple[int, int, str]]]:
    """Id, then start, end and rule, of some mentions of one mention table.

    Much faster than `stream_table`: only the rows asked for are taken apart.
    """
    path = folder / f"{name}.csv"
    if not path.is_file():
        for row in stream_table(folder, name):
            if row["mention_id"] in wanted:
                yield row["mention_id"], (row["start"], row["end"], row["rule"])
        return
    names = [column.name for column in TABLES[name].columns]
    start, end, rule = (names.index(column) for column in ("start", "end", "rule"))
    with path.open(encoding="utf-8", newline="") as stream:
        for line in stream:
            # The id is the first cell, and no id holds a comma or a line end.
            if line.partition(",")[0].strip('"') not in wanted:
                continue
            while line.count('"') % 2:
                line += next(stream, '"')  # noqa: PLW2901 (a cell that holds a line end)
            cells = next(csv.reader(io.StringIO(line)))
            yield cells[0], (int(cells[start]), int(cells[end]), cells[rule])


def locate_links(folder: Path, name: str, wanted: Container[str]) -> Iterator[tuple[str, str]]:
    """Event and mention of the links of some events, in one link table; much faster than `stream_table`."""
    path = folder / f"{name}.csv"
    if not path.is_file():
        yield from ((r["event_id"], r["mention_id"]) for r in stream_table(folder, name) if r["event_id"] in wanted)
        return
    with path.open(encoding="utf-8", newline="") as stream:
        for line in stream:
            if line.partition(",")[0].strip('"') in wanted:
                event, mention, *_ = next(csv.reader([line]))
                yield event, mention


def _check_folder(folder: Path) -> None:
    if not folder.is_dir():
        said = "no folder" if folder.exists() else "no such folder"
        raise UsageError(f"{folder}: {said}; a folder written by `prose-events run` is needed")


def _csv_rows(path: Path, columns: tuple[Column, ...]) -> Iterator[dict[str, Any]]:
    csv.field_size_limit(_FIELD_LIMIT)
    names = [column.name for column in columns]
    kinds = [{"string": str, "int64": int, "float64": float}[column.type] for column in columns]
    # Only a column that may be null reads an empty cell as absent; elsewhere it is an empty text.
    empty = [None if column.nullable else "" for column in columns]
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.reader(stream)
        try:
            header = next(reader, [])
            if header != names:
                raise ContractError(f"{path}: line 1: columns are {', '.join(header)}; must be {', '.join(names)}")
            for row in reader:
                if len(row) != len(names):
                    raise ContractError(f"{path}: line {reader.line_num}: {len(row)} cells; must be {len(names)}")
                cells = [kind(cell) if cell else none for cell, kind, none in zip(row, kinds, empty, strict=True)]
                yield dict(zip(names, cells, strict=True))
        except UnicodeDecodeError as error:
            raise ContractError(
                f"{path}: after line {reader.line_num}: byte {error.object[error.start]:#04x} is not UTF-8"
            ) from error
        except (ValueError, csv.Error) as error:
            raise ContractError(f"{path}: line {reader.line_num}: {error}") from error


def _parquet_rows(folder: Path, columns: tuple[Column, ...]) -> Iterator[dict[str, Any]]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    names = [column.name for column in columns]
    for part in sorted(folder.glob("*.parquet")):
        try:
            with pq.ParquetFile(part) as file:
                missing = [name for name in names if name not in file.schema_arrow.names]
                if missing:
                    raise ContractError(f"{part}: without column {', '.join(missing)}")
                for batch in file.iter_batches(columns=names):
                    yield from batch.to_pylist()
        except pa.ArrowException as error:
            raise ContractError(f"{part}: no Parquet, or damaged: {error}") from error


def _nested_events(folder: Path) -> list[dict[str, Any]]:
    """The events of a run without ``events.jsonl``, nested as in it, from the event, mention and link tables."""
    events = read_table(folder, "events")
    mentions: dict[str, dict[str, Any]] = {}
    for table in ("places", "actors", "counts", "citations", "dates"):
        mentions.update((row["mention_id"], row) for row in read_table(folder, table))
    sentences = {row["sent_id"]: row for row in stream_table(folder, "sentences")}
    nested: dict[str, dict[str, Any]] = {}
    for row in events:
        date = mentions.get(row["date_id"] or "")
        nested[row["event_id"]] = {
            **row,
            "trigger": {"text": row["trigger"], "start": row["trigger_start"], "end": row["trigger_end"]},
            "date": row["date_start"]
            and {
                "start": row["date_start"],
                "end": row["date_end"],
                "derivation": row["date_derivation"],
                "granularity": row["granularity"],
                "text": date and date["text"],
                "mention_id": row["date_id"],
                "span": date and (date["start"], date["end"]),
            },
            "sentence": sentences[row["sent_id"]],
            "places": [],
            "actors": [],
            "casualties": [],
            "citations": [],
        }
    for table, key in (("event_places", "places"), ("event_actors", "actors"), ("event_counts", "casualties")):
        for link in read_table(folder, table):
            nested[link["event_id"]][key].append({**mentions[link["mention_id"]], "role": link.get("role")})
    for link in stream_table(folder, "event_citations"):
        nested[link["event_id"]]["citations"].append(mentions[link["mention_id"]]["label"])
    return list(nested.values())
