"""Publishing: the rows of the store → the files of the output folder, in the order of the documents' ids.

`run.json` is removed first and written last: where it stands, all tables are of one run.
"""

from __future__ import annotations

import io
import json
from collections import Counter
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.batch.options import FORMATS
from pipeline.batch.store import Store
from pipeline.batch.work import unpack
from pipeline.errors import UsageError
from pipeline.tables.columns import TABLES
from pipeline.tables.files import atomic, sync_folder
from pipeline.tables.text import csv_fragment, csv_header, rows_of_fragment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

__all__ = ["RECORDS", "Published", "publish", "refuse_foreign"]

RECORDS = ("run.json", "metrics.json")
_PART_CHARACTERS = 20_000_000
_PART_DOCUMENTS = 5_000
_PARTS = "part-[0-9][0-9][0-9][0-9][0-9].parquet"
"""What parts of a table are called; Spark's have longer names."""


@dataclass(frozen=True, slots=True)
class Published:
    """What the tables hold."""

    rows: Counter[str] = field(default_factory=Counter)
    """Rows by table."""
    rules: Counter[str] = field(default_factory=Counter)
    """Rows by rule."""
    types: Counter[str] = field(default_factory=Counter)
    """Events by type and subtype."""


def publish(store: Store, out: Path, formats: tuple[str, ...], fingerprint: str, tick: Callable[[], None]) -> Published:
    """Write every table in the formats asked for; those of other formats that an earlier run left are removed as out of date.

    ``tick`` is called after each document.
    """
    for name in RECORDS:
        (out / name).unlink(missing_ok=True)
    sync_folder(out)
    published = Published()
    parquet = _Parquet(out, fingerprint) if "parquet" in formats else None
    with ExitStack() as stack:
        streams = {
            name: stack.enter_context(atomic(out / f"{name}.csv")) for name in (TABLES if "csv" in formats else ())
        }
        lines = stack.enter_context(atomic(out / "events.jsonl")) if "jsonl" in formats else None
        for name, stream in streams.items():
            stream.write(csv_header(name).encode())
        for _, characters, payload in store.payloads():
            document = unpack(payload)
            for name, fragment in document.tables.items():
                if streams:
                    streams[name].write(fragment)
            if lines:
                lines.write(document.events)
            if parquet:
                parquet.add(document.tables, characters)
            published.rows.update(document.rows)
            published.rules.update(document.rules)
            published.types.update(document.types)
            tick()
        for fragment in _quarantine(store):
            published.rows["quarantine"] += 1
            if streams:
                streams["quarantine"].write(fragment)
            if parquet:
                parquet.add({"quarantine": fragment}, 0)
    if parquet:
        parquet.finish()
    _remove_stale(out, formats)
    return published


def refuse_foreign(out: Path) -> None:
    r"""Raise `UsageError` where a table would take the place of a file that no run wrote, such as an ``events.csv`` of somebody's own.

    >>> import tempfile
    >>> from pathlib import Path
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "events.csv").write_text("date;what\n")
    ...     try:
    ...         refuse_foreign(Path(folder))
    ...     except UsageError as error:
    ...         print(str(error).removeprefix(folder))
    /events.csv: not of a run; the output folder must be another one, or empty
    """
    if (out / Store.NAME).exists() or _is_ours(out / "run.json"):
        return
    beginnings = {f"{name}.csv": csv_header(name) for name in TABLES} | {"events.jsonl": '{"event_id":'}
    for name in (*beginnings, *RECORDS):
        if (out / name).is_file() and not (name in beginnings and _begins(out / name, beginnings[name])):
            raise UsageError(f"{out / name}: not of a run; the output folder must be another one, or empty")


def _is_ours(path: Path) -> bool:
    """Whether a ``run.json`` is a run's."""
    try:
        told = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return False
    return isinstance(told, dict) and "fingerprint" in told


def _begins(path: Path, beginning: str) -> bool:
    with path.open("rb") as file:
        return file.read(len(beginning)).decode("utf-8", "replace") in (beginning, "")


def _quarantine(store: Store) -> Iterator[bytes]:
    for row in store.quarantine():
        yield csv_fragment([(row.doc_id, row.source, row.stage, row.error, row.message)]).encode()


class _Parquet:
    """Parts of the Parquet tables: ``<table>/part-00000.parquet``, cut by documents, the same documents in the same part of every table."""

    def __init__(self, out: Path, fingerprint: str) -> None:
        self.out = out
        self.metadata = {"fingerprint": fingerprint}
        self.part = 0
        self._reset()

    def _reset(self) -> None:
        self.documents = self.characters = 0
        self.fragments = {name: io.BytesIO() for name in TABLES}

    def add(self, fragments: dict[str, bytes], characters: int) -> None:
        """Take in one document; writes a part when it is full."""
        for name, fragment in fragments.items():
            self.fragments[name].write(fragment)
        self.documents += 1
        self.characters += characters
        if self.characters >= _PART_CHARACTERS or self.documents >= _PART_DOCUMENTS:
            self._write()

    def _write(self) -> None:
        from pipeline.tables.arrow import arrow_table, write_parquet

        for name, text in self.fragments.items():
            (self.out / name).mkdir(exist_ok=True)
            rows = rows_of_fragment(name, text.getvalue().decode())
            write_parquet(self._path(name, self.part), arrow_table(name, rows, self.metadata))
        self.part += 1
        self._reset()

    def finish(self) -> None:
        """Write what is left, at least one part for each table, and remove parts of a longer earlier run."""
        if self.documents or not self.part:
            self._write()
        for name in TABLES:
            for path in sorted((self.out / name).glob(_PARTS)):
                if path.name >= self._path(name, self.part).name:
                    path.unlink()

    def _path(self, name: str, part: int) -> Path:
        return self.out / name / f"part-{part:05}.parquet"


def _remove_stale(out: Path, formats: tuple[str, ...]) -> None:
    for name in set(FORMATS) - set(formats):
        if name == "jsonl":
            (out / "events.jsonl").unlink(missing_ok=True)
            continue
        for table in TABLES:
            if name == "csv":
                (out / f"{table}.csv").unlink(missing_ok=True)
            else:
                for part in (out / table).glob(_PARTS):
                    part.unlink()
                with suppress(OSError):  # not there, or somebody keeps more in it
                    (out / table).rmdir()
    sync_folder(out)
