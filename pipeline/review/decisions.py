"""The log of decisions: one SQLite file, only ever added to; every decision is on disk before it is acknowledged.

A row says who decided what on which content of which item, having seen how many rows of it. A row that was decided on something older
than what the log holds is refused and never overwrites. Undoing is another row. The log keeps the items and texts that its decisions are
about, so that it can be read without the runs.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pipeline.errors import PipelineError, UsageError
from pipeline.review.queue import Item

__all__ = ["ROLES", "VERDICTS", "Decision", "Log", "Row", "StaleError"]

VERDICTS = ("accept", "reject", "edit", "both_wrong", "skip", "undo", "note")
ROLES = ("annotator", "adjudicator")

_SCHEMA = """
CREATE TABLE IF NOT EXISTS about (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS documents (doc_id TEXT NOT NULL, sha256 TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (doc_id, sha256)) STRICT;
CREATE TABLE IF NOT EXISTS items (
  item TEXT NOT NULL, content TEXT NOT NULL, sha256 TEXT NOT NULL, snapshot TEXT NOT NULL, PRIMARY KEY (item, content)
) STRICT;
CREATE TABLE IF NOT EXISTS decisions (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  action TEXT NOT NULL,
  item TEXT NOT NULL,
  content TEXT NOT NULL,
  annotator TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('annotator', 'adjudicator')),
  verdict TEXT NOT NULL CHECK (verdict IN ('accept', 'reject', 'edit', 'both_wrong', 'skip', 'undo', 'note')),
  value TEXT NOT NULL,
  seen INTEGER NOT NULL,
  decided_at TEXT NOT NULL,
  FOREIGN KEY (item, content) REFERENCES items (item, content)
) STRICT;
CREATE INDEX IF NOT EXISTS decisions_of_item ON decisions (item, role, annotator);
CREATE TRIGGER IF NOT EXISTS decisions_stay BEFORE UPDATE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions are only added'); END;
CREATE TRIGGER IF NOT EXISTS decisions_last BEFORE DELETE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions are only added'); END;
CREATE TABLE IF NOT EXISTS sessions (digest TEXT PRIMARY KEY, annotator TEXT NOT NULL, role TEXT NOT NULL) STRICT;
"""


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision as an annotator sends it."""

    id: str
    action: str
    """Shared by the decisions that one key made together, and undone together."""
    item: str
    content: str
    verdict: str
    seen: int
    """Rows of this annotator on this item (of all adjudicators, for one of them) that had been seen."""
    value: str = ""
    """What goes with the verdict: the edited reading as JSON, the words of a note, the action that is undone."""


@dataclass(frozen=True, slots=True)
class Row:
    """One decision as the log keeps it."""

    seq: int
    id: str
    action: str
    item: str
    content: str
    annotator: str
    role: str
    verdict: str
    value: str
    seen: int
    decided_at: str


class StaleError(PipelineError):
    """Decisions on something older than what the log holds; ``items`` are those concerned. Nothing of the action was written."""

    def __init__(self, items: Sequence[str]) -> None:
        super().__init__(f"decided on an older state of {', '.join(items)}")
        self.items = list(items)


class Log:
    """The decisions in one file; safe to use from several threads, and from several processes one action at a time."""

    def __init__(self, path: Path) -> None:
        """Opens the log, made if absent; raises `UsageError` where the folder cannot hold one, and for a database of another kind."""
        self.path = path
        self._lock = threading.Lock()
        self._content: dict[str, str] = {}
        try:
            self._connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None, timeout=10)
            tables = {name for (name,) in self._connection.execute("SELECT name FROM sqlite_master")}
            if tables and "decisions" not in tables:
                raise UsageError(f"{path}: a database, but not a log of decisions")
            path.chmod(0o600)
            [mode] = self._connection.execute("PRAGMA journal_mode = WAL").fetchone()
            if mode != "wal":
                raise UsageError(f"{path}: this file system cannot hold a write-ahead log; choose another with --log")
            self._connection.execute("PRAGMA synchronous = FULL")
            self._connection.execute("PRAGMA foreign_keys = ON")
            self._connection.executescript(_SCHEMA)
            self._connection.execute("INSERT OR IGNORE INTO about VALUES ('log', ?)", (secrets.token_hex(8),))
        except (sqlite3.Error, OSError) as error:
            raise UsageError(f"{path}: not a log of decisions that can be opened ({error})") from error

    def close(self) -> None:
        """Closes the file."""
        self._connection.close()

    # ---------------------------------------------------------------------------------------------------- writing

    def open_review(self, items: Iterable[Item], old: str, new: str) -> None:
        """Makes ``items`` the ones that can be decided, and keeps what their decisions are about."""
        with self._transaction() as cursor:
            for key, value in (("old", old), ("new", new)):
                cursor.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (key, value))
            digests: dict[str, str] = {}
            for item in items:
                doc_id = item.change.doc_id
                if doc_id not in digests:
                    digests[doc_id] = hashlib.sha256(item.text.encode("utf-8", "surrogatepass")).hexdigest()
                    cursor.execute(
                        "INSERT OR IGNORE INTO documents VALUES (?, ?, ?)", (doc_id, digests[doc_id], item.text)
                    )
                snapshot = json.dumps(item.snapshot(), ensure_ascii=False, sort_keys=True)
                row = (item.item_id, item.content, digests[doc_id], snapshot)
                cursor.execute("INSERT OR IGNORE INTO items VALUES (?, ?, ?, ?)", row)
                self._content[item.item_id] = item.content

    def append(self, decisions: Sequence[Decision], *, annotator: str, role: str) -> dict[str, int]:
        """Writes the decisions of one action, all or none, and returns the new version of each item once they are on disk.

        The same decisions sent again change nothing and return the same. Raises `StaleError` where one was made on an older state or on
        another content.
        """
        with self._transaction() as cursor:
            known = [cursor.execute("SELECT 1 FROM decisions WHERE id = ?", (d.id,)).fetchone() for d in decisions]
            if not all(known):
                stale = [
                    d.item
                    for d in decisions
                    if self._content.get(d.item) != d.content
                    or self._version(cursor, d.item, annotator, role) != d.seen
                ]
                if stale or any(known):
                    raise StaleError(stale or [d.item for d in decisions])
                now = datetime.now(UTC).isoformat(timespec="milliseconds")
                cursor.executemany(
                    "INSERT INTO decisions (id, action, item, content, annotator, role, verdict, value, seen, decided_at)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    [
                        (d.id, d.action, d.item, d.content, annotator, role, d.verdict, d.value, d.seen, now)
                        for d in decisions
                    ],
                )
            return {d.item: self._version(cursor, d.item, annotator, role) for d in decisions}

    @staticmethod
    def _version(cursor: sqlite3.Cursor, item: str, annotator: str, role: str) -> int:
        # What other annotators decide must not show, not even as a number; adjudicators share one state.
        query = "SELECT count(*) FROM decisions WHERE item = ? AND role = ?"
        parameters: tuple[str, ...] = (item, role)
        if role == "annotator":
            query, parameters = f"{query} AND annotator = ?", (*parameters, annotator)
        [number] = cursor.execute(query, parameters).fetchone()
        return int(number)

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Cursor]:
        with self._lock:
            cursor = self._connection.cursor()
            cursor.execute("BEGIN IMMEDIATE")
            try:
                yield cursor
            except BaseException:
                cursor.execute("ROLLBACK")
                raise
            cursor.execute("COMMIT")

    # ---------------------------------------------------------------------------------------------------- reading

    def rows(self, items: Sequence[str] | None = None) -> list[Row]:
        """All decisions in the order in which they were written, or those on some items."""
        columns = "seq, id, action, item, content, annotator, role, verdict, value, seen, decided_at"
        query = f"SELECT {columns} FROM decisions"  # noqa: S608 - the columns are those above
        with self._lock:
            if items is None:
                return [Row(*row) for row in self._connection.execute(f"{query} ORDER BY seq")]
            found = []
            for item in items:
                found += [
                    Row(*row) for row in self._connection.execute(f"{query} WHERE item = ? ORDER BY seq", (item,))
                ]
            return found

    def content(self, item: str) -> str | None:
        """The content of an item that is under review now."""
        return self._content.get(item)

    def about(self) -> dict[str, str]:
        """The names of the two sides, and one of the log itself, by which a browser knows it again."""
        with self._lock:
            return dict(self._connection.execute("SELECT key, value FROM about"))

    def snapshots(self) -> dict[tuple[str, str], dict[str, Any]]:
        """What each item and content that was ever under review is about, with the text it stands in."""
        with self._lock:
            texts = {(d, s): t for d, s, t in self._connection.execute("SELECT doc_id, sha256, text FROM documents")}
            found = {}
            for item, content, digest, snapshot in self._connection.execute("SELECT * FROM items"):
                about = json.loads(snapshot)
                found[item, content] = {**about, "text": texts[about["doc_id"], digest]}
            return found

    # --------------------------------------------------------------------------------------------------- sessions

    def remember_session(self, secret: str, annotator: str, role: str) -> None:
        """Keeps a session over a restart of the server; only its digest is stored."""
        with self._transaction() as cursor:
            cursor.execute("INSERT OR REPLACE INTO sessions VALUES (?, ?, ?)", (_digest(secret), annotator, role))

    def session(self, secret: str) -> tuple[str, str] | None:
        """Annotator and role of a session, if there is one of that secret."""
        with self._lock:
            query = "SELECT annotator, role FROM sessions WHERE digest = ?"
            found: tuple[str, str] | None = self._connection.execute(query, (_digest(secret),)).fetchone()
            return found


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
