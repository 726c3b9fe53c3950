"""The store: what an output folder knows of its documents, in one SQLite file that survives being killed at any moment.

It is the manifest (document, content key, fingerprint, state) and keeps the packed rows, so that a run takes up where another one was ended and
processes only what is new or changed. A rollback journal, not WAL, so that it works on network folders as well.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from pipeline.batch.work import Outcome, Quarantined
from pipeline.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.batch.options import Options

__all__ = ["Store"]

_VERSION = "1"
_SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS documents (
    doc_id TEXT PRIMARY KEY, key BLOB NOT NULL, run INTEGER NOT NULL,
    characters INTEGER NOT NULL, events INTEGER NOT NULL,
    payload BLOB NOT NULL, source TEXT, stage TEXT, error TEXT, message TEXT
);
CREATE TABLE IF NOT EXISTS faults (
    source TEXT PRIMARY KEY, doc_id TEXT NOT NULL, stage TEXT NOT NULL, error TEXT NOT NULL, message TEXT NOT NULL
);
"""


class Store:
    """The documents of an output folder, one writer at a time."""

    NAME = ".prose-events.sqlite"

    def __init__(self, folder: Path, fingerprint: str, *, fresh: bool = False, keep: bool = True) -> None:
        """Open, or make, the store of a folder; where ``keep`` is false everything is forgotten at the end.

        Raises `UsageError` where another run has it open.
        """
        self.path = folder / self.NAME
        self.kept = keep
        try:
            where = self.path if keep or self.path.exists() else ":memory:"
            self._db = sqlite3.connect(where, timeout=0, isolation_level=None)
            # Whoever holds the lock runs; a second run in the same folder is told so at once.
            self._db.execute("PRAGMA locking_mode=EXCLUSIVE")
            self._db.execute("PRAGMA synchronous=FULL")
            self._db.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise UsageError(f"{folder}: another run is writing there") from error
            if "unable to open" in str(error) or "readonly" in str(error):
                raise UsageError(f"{self.path}: {error}: the output folder must be one that can be written") from error
            raise
        for statement in _SCHEMA.split(";"):
            self._db.execute(statement)
        known = dict(self._db.execute("SELECT name, value FROM meta"))
        if fresh or known.get("version") != _VERSION or known.get("fingerprint") != fingerprint:
            self._db.execute("DELETE FROM documents")
        self.run = int(known.get("run", "0")) + 1
        self.died = "here" in known
        """Whether an earlier run that processed its documents in its own process was ended without a word: killed, or crashed by a document."""
        values = {"version": _VERSION, "fingerprint": fingerprint, "run": str(self.run)}
        self._db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", values.items())
        self._db.execute("DELETE FROM faults")
        self._commit()

    def remember(self, options: Options) -> None:
        """Keep what was asked for, so that `retry` can ask for it again; what ran out of another time limit is to be processed anew."""
        before = self._db.execute("SELECT value FROM meta WHERE name = 'options'").fetchone()
        if before and json.loads(before[0])["limits"][1] != options.limits.seconds:
            self._db.execute("DELETE FROM documents WHERE error = 'Timeout'")
        asked: dict[str, Any] = {
            "folder": str(Path.cwd()),
            "inputs": list(options.inputs),
            "formats": list(options.formats),
            "encoding": options.encoding,
            "limits": [options.limits.characters, options.limits.seconds],
            "limit": options.limit,
            "sample": str(options.sample) if options.sample else None,
            "chosen": [options.input_format, options.titles, options.categories],
            "engine": [options.engine, options.master],
        }
        self._db.execute("INSERT OR REPLACE INTO meta VALUES ('options', ?)", (json.dumps(asked),))
        self._commit()

    def work_here(self) -> None:
        """Note that documents are processed in the process that writes here, until `close`: see `died`."""
        self._db.execute("INSERT OR REPLACE INTO meta VALUES ('here', '')")
        self._commit()

    @classmethod
    def remembered(cls, folder: Path) -> dict[str, Any]:
        """What the last run in a folder was asked for; raises `UsageError` where there was none."""
        path = folder / cls.NAME
        if not path.exists():
            raise UsageError(f"{folder}: no run has written here")
        with closing(sqlite3.connect(path, timeout=0)) as db:
            [(asked,)] = db.execute("SELECT value FROM meta WHERE name = 'options'")
        found: dict[str, Any] = json.loads(asked)
        return found

    def close(self) -> None:
        """Keep what was put in, and let go of the folder."""
        if self._db.in_transaction:
            self._db.execute("DELETE FROM meta WHERE name = 'here'")
            self._db.execute("COMMIT" if self.kept else "ROLLBACK")
        self._db.close()

    # ------------------------------------------------------------------------------------------------------- writing

    def known(self, doc_id: str) -> tuple[bytes, bool, bool] | None:
        """Key of a document, whether this run has met it, and whether it is quarantined; None for an unknown one."""
        row = self._db.execute("SELECT key, run, error FROM documents WHERE doc_id = ?", (doc_id,)).fetchone()
        return None if row is None else (row[0], row[1] == self.run, row[2] is not None)

    def keep(self, doc_id: str) -> tuple[int, int]:
        """Take a known document over into this run; gives its characters and events."""
        self._db.execute("UPDATE documents SET run = ? WHERE doc_id = ?", (self.run, doc_id))
        self._tick()
        row: tuple[int, int] = self._db.execute(
            "SELECT characters, events FROM documents WHERE doc_id = ?", (doc_id,)
        ).fetchone()
        return row

    def put(self, outcome: Outcome) -> None:
        """Keep what became of a document."""
        q = outcome.quarantined
        why = (q.source, q.stage, q.error, q.message) if q else (None,) * 4
        cells = (outcome.doc_id, outcome.key, self.run, outcome.characters, outcome.events, outcome.payload, *why)
        self._db.execute("INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", cells)
        self._tick()

    def put_fault(self, row: Quarantined) -> bool:
        """Keep what could not even be cut out of its source; false if that source was told before."""
        cells = (row.source, row.doc_id, row.stage, row.error, row.message)
        cursor = self._db.execute("INSERT OR IGNORE INTO faults VALUES (?, ?, ?, ?, ?)", cells)
        self._tick()
        return cursor.rowcount == 1

    def forget_others(self) -> None:
        """Drop the documents that are no longer among the inputs."""
        self._db.execute("DELETE FROM documents WHERE run != ?", (self.run,))
        self._commit()

    def _tick(self) -> None:
        if monotonic() - self._since > 1.0:
            self._commit()

    def _commit(self) -> None:
        self._since = monotonic()
        if not self.kept:
            return
        if self._db.in_transaction:
            self._db.execute("COMMIT")
        self._db.execute("BEGIN")

    # ------------------------------------------------------------------------------------------------------- reading

    def counts(self) -> tuple[int, int]:
        """How many documents of this run have rows, and how many are quarantined."""
        self._commit()
        [(ok, bad)] = self._db.execute(
            "SELECT COUNT(*) - COUNT(error), COUNT(error) FROM documents WHERE run = ?", (self.run,)
        )
        [(faults,)] = self._db.execute("SELECT COUNT(*) FROM faults")
        return ok, bad + faults

    def payloads(self) -> Iterator[tuple[str, int, bytes]]:
        """Id, characters and packed rows of this run's documents, in the order of their ids."""
        yield from self._db.execute(
            "SELECT doc_id, characters, payload FROM documents WHERE run = ? AND error IS NULL ORDER BY doc_id",
            (self.run,),
        )

    def quarantine(self) -> Iterator[Quarantined]:
        """The quarantined documents of this run, in the order of their ids and sources."""
        rows = self._db.execute(
            "SELECT doc_id, source, stage, error, message FROM documents WHERE run = ? AND error IS NOT NULL "
            "UNION ALL SELECT doc_id, source, stage, error, message FROM faults ORDER BY 1, 2",
            (self.run,),
        )
        for row in rows:
            yield Quarantined(*row)
